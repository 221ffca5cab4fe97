"""How people describe a document whose title they do not know: its kind, who made it, its subject, place and time.

"The ferry company's results call", "the podcast with Mira Quill about tides", "the June debate in the assembly": of
the documents of the kind the one whose title, file's name, first lines or text have most of the words, rare ones most.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from typing import NamedTuple

from index.names.names import name_key
from index.names.titles import role_key
from index.records import Document
from index.storage.catalog import Catalog
from index.text.expressions import expression
from index.text.stems import content_words, words
from rag.understand.documents.kinds import is_of_kind, words_of
from rag.understand.speakers import EDGES

# A kind as it is asked for, and what else than its own name a document of the kind may begin with.
_SIGNS = (
    (
        "(?:(?:results|earnings|conference|interim|quarterly|phone|telephone|video|zoom) )?call",
        r"(?:results|earnings|conference|phone|video) call|operator\b|call\b",
    ),
    ("(?:podcast|(?:podcast )?episode|radio (?:show|programme))", r"podcast|episode|pod\b|radio\b"),
    (
        "(?:documentary|film|video|programme)",
        r"documentary|doc (?=\w)|film\b|video\b|programme\b|narrator:",
    ),
    (
        "(?:(?:tv|television|parliamentary|leaders['’]) )?debate|hustings",
        r"debate|(?:first|second|third) reading|official (?:record|report)|hansard|hustings",
    ),
    (
        "(?:press|news|media) (?:conference|briefing)|presser|briefing|doorstop",
        r"(?:press|news|media) (?:conference|briefing|call)|presser\b|briefing\b|doorstop|q ?& ?a",
    ),
    (
        "speech|address|talk|lecture|keynote|sermon|eulogy|presentation",
        r"speech|address\b|talk\b|lecture|keynote|sermon|eulogy|remarks|presentation|spoken word|"
        r"good (?:evening|morning|afternoon)[,.! ]|my fellow \w+|ladies and gentlemen|"
        r"thank(?:s| you)[^.\n]{0,40} (?:welcome|introduction)",
    ),
    (
        "(?:(?:council|board|committee|town|general|annual|staff|public) )?(?:meeting|session|sitting)|minutes",
        r"minutes\b|meeting|session|sitting\b|assembly\b",
    ),
    ("(?:open |public )?letter", r"letter\b|dear (?:\w+ ){0,3}\w+,|to: \w"),
    ("petition|appeal|call to action", r"petition|appeal\b|we,? the undersigned"),
    (
        "(?:(?:annual|final|interim|inquiry|progress) )?(?:report|review|study|survey|findings)",
        r"report\b|review\b|study\b|survey\b|findings\b|inquiry\b",
    ),
    ("interview|conversation|q ?& ?a", r"interview|conversation|q ?& ?a|in talk with"),
    ("hearing|evidence session|inquest|trial", r"hearing|evidence\b|inquest|court\b|inquiry\b|trial\b"),
    ("notice|circular|bulletin|announcement", r"notice|circular|bulletin|announcement"),
    ("judge?ment|ruling|verdict", r"judge?ment|ruling|verdict|court\b"),
    ("press (?:release|statement)|statement", r"(?:press|media) release|statement|for immediate release"),
    ("panel|webinar|workshop|conference|phone-?in|town hall", r"panel|webinar|workshop|conference|phone-?in|town hall"),
    ("manifesto|programme|leaflet|guide|brochure", r"manifesto|programme|leaflet|guide|brochure"),
    ("memo|email|e-mail|newsletter|diary|column|editorial", r"memo|e-?mail|newsletter|diary|column|editorial"),
)
_COMPILED = tuple(
    (expression(asked, re.IGNORECASE), expression(rf"\b(?:{signs})", re.IGNORECASE)) for asked, signs in _SIGNS
)
_KIND = expression(
    rf"\b(?P<kind>{'|'.join(asked for asked, _ in _SIGNS)})(?=$|,| (?:(?:about|on|of|from|in|at|by|to|with|for|before|"
    r"after|between|against|over|during|called|titled|given|held|number|no)\b|(?-i:[A-Z“\"‘(\d])))",
    re.IGNORECASE,
)
"""A kind with nothing but its description behind it: "the report deadline" describes no report."""
_WORDS_BETWEEN = expression(
    r"\b(?:called|titled|given|held|recorded|transcript|recording|big|long|short|famous|whole|entire|latest|last|first"
    r"|new|old|recent|number|no)\b\.?",
    re.IGNORECASE,
)
_NAMED = expression(r"(?<![\w’'])[^\W\d_a-z][\w-]+")
LONGEST = 14
"""Words of a description; what is longer is a question of its own."""
ENOUGH, NEAR, FEW = 0.7, 0.12, 3
"""The share of a description that a document must have; those so near to the best fit too, where they are few."""
OF_KIND = 0.2
"""What it counts that a document is called by the kind's own words."""
IN_TEXT = 0.75
"""What a word counts that stands only in the text."""
LONG = 20_000
"""A text of more characters has most words somewhere: one of them must stand at its head."""
KINDS_KEPT = 32
"""For so many kinds it is kept which documents are of them."""
READ = 40
"""So many documents of a kind are read; of more only those that have a word of the description at their head."""
_LEAST_LETTERS, _ENDING = 5, 3


class Described(NamedTuple):
    """A description of a document, taken apart."""

    words: str
    kind: str


def description(phrase: str) -> Described | None:
    """Return a phrase as the description of one document, None where it names no kind of document or nothing else."""
    if len(phrase.split()) > LONGEST:
        return None
    match = _KIND.search(phrase)
    if match is None:
        return None
    rest = f"{phrase[: match.start()]} {phrase[match.end() :]}"
    rest = " ".join(_WORDS_BETWEEN.sub(" ", rest).split()).strip(EDGES)
    rest = re.sub(r"^(?:the|an?|this|that|my|our|its|his|her|their) ", "", rest, flags=re.IGNORECASE)
    return Described(rest, match["kind"].lower()) if content_words(rest) else None


def described(told: str, kind: str, documents: Sequence[Document], catalog: Catalog) -> list[Document]:
    """Return the documents of a kind that are told of so: the best, with those that fit as well, or none."""
    stems = set(content_words(told)) - set(content_words(kind))
    if not stems or not kind:
        return []
    of_kind = catalog.memory.remember_last("described kinds", kind, lambda: _of_kind(kind, catalog), KINDS_KEPT)
    fitting = [each for each in documents if each.id in of_kind]
    names = set(content_words(" ".join(_NAMED.findall(told))))
    weights = _weights(stems, catalog)
    kinds = set(content_words(kind))
    scored = sorted(
        (
            (_share(each, weights, names, catalog, reads) + OF_KIND * _called_so(each, kinds, catalog), each)
            for each, reads in _to_read(fitting, stems, catalog)
        ),
        key=lambda pair: (-pair[0], pair[1].id),
    )
    best = scored[0][0] if scored else 0.0
    found = [each for share, each in scored if share > 0 and share >= max(ENOUGH, best - NEAR)]
    # "The Lorn governor's address" is not the one of Vesk that speaks of Lorn.
    found = [each for each in found if names and names <= words_of(each, catalog)] or found
    return found if len(found) <= FEW else []


_TO = expression(r"\bto .+$", re.IGNORECASE)


def addressed_so(described: str, kind: str, documents: Sequence[Document]) -> list[Document]:
    """Return the documents whose title says to whom they are in the description's own words: "Letter to the Mayor".

    Who wrote such a text may not stand in it.
    """
    match = _TO.search(described)
    asked = f" {' '.join(words(f'{kind} {match[0]}'))} " if match else ""
    found = [each for each in documents if asked and asked in f" {' '.join(words(each.title))} "]
    return found if len(found) <= FEW else []


_SPOKEN = expression(r"speech|address|remarks|lecture|talk|keynote|sermon|eulogy|testimony|message", re.IGNORECASE)
_WHOSE = expression(
    r"^(?:[^\W\d_][\w.-]* ){0,3}?(?P<who>[^\W\d_][\w-]+)(?:['’]s|(?<=s)['’])(?!\w)|^(?:by|of) (?:\S+ ){0,2}?"
    r"(?P<by>[^\W\d_a-z][\w-]+)$"
)
_FAMILY = r"(?:wife|husband|spouse|mother|father|mom|dad|sons?|daughters?|children|kids|brother|sister|family|partner)"


_SENTENCE_ENDS = frozenset(".!?…")
_LONGEST_LINE = 160
"""A longer line is no heading, though the beginning that is kept of it ends within a sentence."""


def speaker_only_in_text(words: str, kind: str, document: Document, catalog: Catalog) -> str | None:
    """Return who gave a speech by its description, where neither its head nor any of its speakers has that name."""
    match = _WHOSE.match(words) if _SPOKEN.fullmatch(kind) else None
    who = (match["who"] or match["by"]) if match else None
    if who is None or role_key(who.lower()) or set(content_words(who)) & _above(document, catalog):
        return None
    speakers = {each.speaker for each in catalog.statements(document.id) if each.speaker and each.kind == "turn"}
    return None if any(name_key(who) in map(name_key, each.split()) for each in speakers) else who


def _above(document: Document, catalog: Catalog) -> set[str]:
    """Return the stems of a document's title, its file's name and the lines above its first sentence."""
    lines = catalog.beginnings().get(document.id, "").split("\n")
    told = (at for at, each in enumerate(lines) if each.rstrip()[-1:] in _SENTENCE_ENDS or len(each) > _LONGEST_LINE)
    first = next(told, len(lines))
    return words_of(document, catalog, beginnings=False) | set(content_words(" ".join(lines[:first])))


def bears(text: str, name: str) -> bool:
    """Return whether whoever speaks in a text says that a name is his own or his family's."""
    own = rf"\b(?:my|our) (?:\w+ ){{0,2}}{_FAMILY}\b[^.!?\n]{{0,90}}\b{re.escape(name)}\b"
    said = rf"\b(?:my name is|i am|i['’]m) (?:[\w.’'-]+,? ){{0,3}}{re.escape(name)}\b"
    return bool(re.search(rf"{own}|{said}", text, re.IGNORECASE))


def may_be_by(words: str, kind: str, document: Document, catalog: Catalog) -> bool:
    """Return whether a speech may be by whom its description names: many speeches name people who did not give them."""
    who = speaker_only_in_text(words, kind, document, catalog)
    whole = catalog.document(document.id) if who else None
    return who is None or (whole is not None and bears(whole.text, who))


def _of_kind(kind: str, catalog: Catalog) -> frozenset[str]:
    """Return the ids of the documents of a kind, as something at their head says."""
    signs = next((signs for asked, signs in _COMPILED if asked.fullmatch(kind)), None)
    heads = catalog.beginnings()
    return frozenset(
        each.id
        for each in catalog.documents()
        if is_of_kind(kind, each, heads, begins=r"\b") or (signs and signs.search(_head(each, heads.get(each.id, ""))))
    )


def _head(document: Document, beginning: str) -> str:
    return f"{document.title}\n{document.id.replace('_', ' ').replace('-', ' ')}\n{beginning}"


def _to_read(fitting: Sequence[Document], stems: set[str], catalog: Catalog) -> list[tuple[Document, bool]]:
    """Return the documents that may be meant, each with whether its text is read: not of too many."""
    if len(fitting) <= READ:
        return [(each, True) for each in fitting]
    return [(each, False) for each in fitting if held(stems, words_of(each, catalog))]


def _weights(stems: set[str], catalog: Catalog) -> dict[str, float]:
    passages = max(2, catalog.counts()["passages"])
    counts = catalog.passage_counts(sorted(stems))
    return {each: math.log(1 + passages / (1 + counts.get(each, 0))) for each in stems}


def _share(document: Document, weights: dict[str, float], names: set[str], catalog: Catalog, reads: bool) -> float:
    """Return the share of a description's weight that a document has, at its head or in its text; 0 without a name."""
    stems = set(weights)
    head = held(stems, words_of(document, catalog) | set(content_words((document.published or "")[:4])))
    whole = catalog.document(document.id) if reads and head != stems else None
    inside = held(stems - head, set(content_words(whole.text))) if whole else set()
    if names & (stems - head - inside) or (whole and not head and len(whole.text) > LONG):
        return 0.0
    found = sum(weights[each] for each in head) + IN_TEXT * sum(weights[each] for each in inside)
    return found / sum(weights.values())


def _called_so(document: Document, kinds: set[str], catalog: Catalog) -> float:
    """Return the share of a kind's words that stand at a document's head: of "results call" both."""
    return len(kinds & words_of(document, catalog)) / max(1, len(kinds))


def held(stems: set[str], words: set[str]) -> set[str]:
    """Return the stems that stand among words, or that one of them begins: "Kestrian" of "Kestria"."""
    return {each for each in stems if each in words or any(_begins(each, other) for other in words)}


def _begins(one: str, other: str) -> bool:
    shorter, longer = sorted((one, other), key=len)
    return len(shorter) >= _LEAST_LETTERS and len(longer) - len(shorter) <= _ENDING and longer.startswith(shorter)

"""All that a plan consists of, that a body recommends after something, that an article argues: of the text that has it.

The document is found by its words, not by its title; where no text has a list or sentences that surely are of what is
asked, nothing comes back, and the question is answered as one for a fact.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from index.records import Document, owner_of
from index.storage.catalog import Catalog
from index.text.expressions import expression
from index.text.sentences import Span, sentences
from index.text.stems import content_words, stem
from rag.answer.broad.central import Part, worths
from rag.answer.broad.fit import is_fit
from rag.answer.broad.parts import part_of, parts_of
from rag.answer.broad.whole.across import weights_of
from rag.answer.broad.whole.claims import claims, enumerated, is_shown
from rag.answer.broad.whole.inset import Inset, inset_of
from rag.answer.broad.whole.located import Located, located
from rag.answer.broad.whole.sections import items, list_behind, sections
from rag.answer.broad.wording import cited, points, title_of
from rag.check.cite import Form
from rag.rank.evidence import as_evidence
from rag.records import Query, Segment
from rag.understand.broad.wholes import Whole

LEAST, APART = 0.6, 0.12
"""The share of the words' weight that the text must have, and how far behind it the next one must be."""
ON_IT = 0.4
"""The share of the words' weight in the title, heading or sentence that names the plan."""
MOST, FEWEST = 12, 2
ARGUED = 8
_DOES = expression(
    r"\b(?:will|shall|would|to be|plans? to|intends? to|aims? to|proposes? to|is (?:hiring|bringing|adding|opening|"
    r"building|spending|\w+ing)|are (?:\w+ly )?\w+ing|includ(?:es?|ing)|consists? of|comprises?|calls? for|"
    r"focus(?:es)? on|targets?|pledg(?:es?|ed|ing)|promis(?:es?|ed|ing)|commit(?:s|ted)|set to|immediately|phase|must|"
    r"expected to cost)\b",
    re.IGNORECASE,
)
_OTHER = expression(
    r"\b(?:did(?: not|n['’]t) (?:immediately )?(?:comment|respond|say)|critics?|opponents?|declined to|no comment|"
    r"earlier this (?:week|month|year)|last (?:week|month|year)|years past)\b",
    re.IGNORECASE,
)
_ADVISES = (
    r"(?:recommend(?:s|ed|ing)?|propose[sd]?|demand(?:s|ed)?|call(?:s|ed)? (?:for|on)|ask(?:s|ed)? for|order(?:s|ed)?|"
    r"suggest(?:s|ed)?|urge[sd]?|advise[sd]?)"
)


def plan(asked: Whole, query: Query, catalog: Catalog) -> Form | None:
    """Return what a plan consists of: its list, else what the text on it says is done; None where none is on it."""
    found = _only(asked.words, query, catalog)
    document = catalog.document(found.document.id) if found else None
    if found is None or document is None:
        return None
    weights = weights_of(asked.words, catalog)

    def names(words: str) -> bool:
        stems = set(content_words(words))
        return sum(weights[each] for each in weights if each in stems) >= ON_IT * sum(weights.values())

    listed = list(_listed(document, names))
    if len(listed) >= FEWEST:
        return _form(
            f"What {title_of(document)} lists of it, in its own words:", _parts(document, listed, catalog), catalog
        )
    if not names(document.title):
        return None
    told = _told(document, query, catalog)
    return (
        _form(f"What {title_of(document)} tells of it, in its own words:", told, catalog)
        if len(told) > FEWEST
        else None
    )


def _only(words: str, query: Query, catalog: Catalog) -> Located | None:
    """Return the one document that has most of the words, None where none has or two are as near."""
    found = located(words, query, catalog)
    if not found or found[0].share < LEAST:
        return None
    return found[0] if len(found) == 1 or found[0].share - found[1].share >= APART or _is_headed(found) else None


def _is_headed(found: Sequence[Located]) -> bool:
    """Return whether the best alone has its words at its head, where others have them only in their text."""
    return found[0].head >= LEAST and found[0].head - max(each.head for each in found[1:]) >= 2 * APART


def _listed(document: Document, names: Callable[[str], bool]) -> Iterator[Span]:
    """Yield the items of the list under a heading, or behind a sentence, that names what is asked."""
    text = document.text
    for section in sections(text):
        listed = items(text, section.start, section.end)
        if section.heading and names(section.heading) and len(listed) >= FEWEST:
            yield from listed
            return
    for span in sentences(text, 0, len(text)):
        if names(text[slice(*span)]) and (behind := list_behind(text, span)):
            yield from behind
            return


def _told(document: Document, query: Query, catalog: Catalog) -> list[Part]:
    """Return the sentences of an article in its own words that tell what is done, or is counted one by one."""
    every = parts_of([document], replace(query, speaker=None, speakers=()), catalog, every=True)
    if counted := enumerated(every):
        return counted
    own = [each for each in every if each.evidence.statement in (None, "reported") and is_shown(each)]
    does = [each for each in own if _DOES.search(_words(each)) and not _OTHER.search(_words(each))]
    values = dict(zip((each.span for each in does), worths(does, lead=0.5), strict=True))
    best = sorted(does, key=lambda each: -values[each.span])[:MOST]
    return sorted(best, key=lambda each: each.order)


def advised(asked: Whole, query: Query, catalog: Catalog) -> Form | None:
    """Return what a body recommends after something, with the list behind it; None where no text has it saying so."""
    for found in located(f"{asked.who} {asked.words}", query, catalog):
        document = catalog.document(found.document.id)
        if found.share < LEAST or document is None:
            return None
        spans = _advice(document, asked.who)
        if spans:
            line = f"What {asked.who} recommends in {title_of(document)}, in the document’s own words:"
            return _form(line, _parts(document, spans, catalog), catalog)
    return None


def _advice(document: Document, who: str) -> list[Span]:
    """Return the sentences in which a body recommends something, the lists behind them in their place."""
    bare = re.sub(r"^(?:the|our|its) ", "", who, flags=re.IGNORECASE)
    names = "|".join(re.escape(each) for each in (bare, *_initials(bare)))
    says = re.compile(rf"\b(?:{names})\b[^.;:]{{0,30}}?\b{_ADVISES}\b", re.IGNORECASE)
    text = document.text
    lists: list[Span] = []
    told: list[Span] = []
    for span in sentences(text, 0, len(text)):
        if says.search(text[slice(*span)]):
            behind = list_behind(text, span)
            lists += behind
            told += [] if behind else [span]
    return (lists or told)[:MOST]


def _initials(name: str) -> tuple[str, ...]:
    """Return the letters by which a body of several words may be called."""
    words = name.split()
    letters = "".join(each[0] for each in words).upper()
    capitals = "".join(each[0] for each in words if each[0].isupper())
    return tuple(dict.fromkeys(each for each in (letters, capitals) if len(each) > 2))


def argued(asked: Whole, query: Query, catalog: Catalog) -> Form | None:
    """Return what an article that stands in another document argues, with the names of those who signed it."""
    for found in located(" ".join(_names_in(asked.words)), query, catalog):
        document = catalog.document(found.document.id)
        inset = inset_of(document, asked.words) if document else None
        if document is None or inset is None or not _is_by(document, inset, asked.who):
            continue
        every = parts_of([document], replace(query, speaker=None, speakers=()), catalog, every=True)
        inside = [each for each in every if inset.start <= each.span[0] and each.span[1] <= inset.end]
        fit = [each for each in inside if is_fit(document.text, each.span) or is_shown(each)]
        chosen = claims([_unattributed(each, document) for each in fit], ARGUED)
        line = f"{title_of(document)} has the article from {inset.published}, by {inset.by}; its main points:"
        return _form(line, chosen, catalog) if len(chosen) >= FEWEST else None
    return None


def _names_in(words: str) -> list[str]:
    return [each for each in words.split() if each[:1].isupper()]


_LIGHT = expression(r"\b(?:former|ex|late|several|many|some|leading|senior|the|\d+|two|three|four|five|six)\b", re.I)


def _is_by(document: Document, inset: Inset, who: str) -> bool:
    """Return whether an article or what introduces it names those who are asked about, by half of their words."""
    around = document.text[max(0, inset.start - 1_500) : inset.end]
    stems = set(content_words(around)) | {stem(each) for each in _capital_letters(around)}
    named = set(content_words(_LIGHT.sub(" ", who)))
    return bool(named) and 2 * len(named & stems) >= len(named)


_NAMES = expression(r"(?<![\w-])(?:[A-Z][\w-]{1,40} ){1,5}[A-Z][\w-]{1,40}")


def _capital_letters(text: str) -> set[str]:
    """Return the initials of names of two words and more: "EPA" of "Environmental Protection Agency"."""
    return {"".join(word[0] for word in each[0].split()) for each in _NAMES.finditer(text)}


def _unattributed(part: Part, document: Document) -> Part:
    return replace(part, evidence=as_evidence(document, part.span, None, score=1.0, coverage=1.0))


def _parts(document: Document, spans: Sequence[Span], catalog: Catalog) -> list[Part]:
    statements = catalog.statements(document.id)
    return [
        part_of(document, as_evidence(document, span, owner_of(span, statements), score=1.0, coverage=1.0))
        for span in spans[:MOST]
    ]


def _form(line: str, parts: Sequence[Part], catalog: Catalog) -> Form:
    citations = cited(parts, catalog)
    return Form((Segment(line), *points(parts, citations, None, True)), tuple(citations))


def _words(part: Part) -> str:
    return part.document.text[slice(*part.span)]

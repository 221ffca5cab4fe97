"""Nothing found, or nothing in these words: what was searched, and the nearest things.

Where the asked speaker has no statement at all, the nearest things are the places that name that speaker.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from index.dates.metadata import header_end
from index.names.titles import INSTITUTION, is_title_word, role_key, split_title
from index.records import Document, owner_of
from index.storage.catalog import Catalog
from index.text.counts import counted
from index.text.expressions import expression
from index.text.question_forms import ASKING
from index.text.sentences import Span, sentences
from index.text.stems import STOPWORDS, plain, words
from rag.answer.opening.wording import UNSURE, quoted_topic, topic_of
from rag.check import cite
from rag.check.cite import Form
from rag.find.filters import fits
from rag.find.scope import why_nothing
from rag.find.terms import PLACES
from rag.rank.evidence import as_evidence
from rag.records import Evidence, Query, Scope, Segment

NEAREST = 3
NOTHING = "No sure answer to this was found."
"""That the documents have none would claim more than a search can tell, and so would that none was found: it may stand
among the nearest."""
CAPITALISED = expression(r"[A-Z]")
_LONGEST_NAME = 40
_CAPITALISED_BEFORE = expression(r"(?<!\w)[^\W\d_a-z][\w’'.-]* $")
_PLACED = expression(rf"(?:{PLACES})\b", re.IGNORECASE)


def form(query: Query, ranked: Sequence[Evidence], catalog: Catalog, scope: Scope) -> Form:
    """Return the answer that nothing sure was found in what was searched, with up to three nearest things."""
    # The sentence before names the speaker.
    named_before = {name: value for name, value in scope.filters.items() if name != "speaker"}
    where = (
        f"{why_nothing(query, catalog)}Searched {cite.searched(replace(scope, filters=named_before), query.inferred)}."
    )
    if query.speaker and not query.speakers:
        named = list(_naming(query, catalog))
        # A whole document may be his without anything in it that says so.
        whose = f"No words were recognised as those of {query.speaker}."
        text = f"{NOTHING} {whose} {where}{_mentions(query, named, catalog)}"
        ranked = named[:NEAREST] or ranked
    elif query.speaker:
        text = f"{_nothing_said(query)} {where}"
    elif query.kind in ("list", "timeline"):
        text = f"No sentence mentions {quoted_topic(query)}. {where}"
    else:
        whose = f"No words were recognised as those of {query.unheld}. " if query.unheld else ""
        text = f"{NOTHING} {whose}{where}"
    nearest = tuple(cite.cite(ranked[:NEAREST], catalog))
    return Form((Segment(text),), nearest=nearest, count=0 if query.kind in ("list", "timeline") else None)


def in_these_words(query: Query, distant: bool = False) -> str:
    """Return the sentence before statements that are near to a topic in meaning and do not name all of it."""
    # A whole question is no topic to be quoted.
    topic = "this" if _ASKS.match(query.topic) else quoted_topic(query)
    what = "the question" if topic == "this" else topic
    # That no words of the topic stand in them would often be untrue: one of three may, or a word's synonym.
    near = f"Near in meaning to {what}"
    # That what may be on something else is near is more than is known.
    return UNSURE if distant else f"{near}:"


def is_only_near(opening: str) -> bool:
    """Return whether a first line says that what is shown does not name the topic itself."""
    return opening.startswith("Near in meaning") or opening == UNSURE


_ASKS = expression(rf"(?:{ASKING}|must)\b", re.IGNORECASE)
_CLAUSE = expression(
    r"(?:(?:why|how|whether|what|when|where|who|whom|if)\b.*|(?:(?!(?:who|which|that)\b)\S+ ){1,5}?"
    r"(?:is|are|was|were|will|would|has|have|had|should|must|can|could|may|might|does|did)(?: \S.*)?)",
    re.IGNORECASE | re.DOTALL,
)


def _nothing_said(query: Query) -> str:
    """Return that no sure answer was found in what the asked speaker said, with the topic as it can be read.

    That nothing was said on the topic would claim more: words on it may stand there that were not taken for an answer.
    """
    if topic_of(query) == "this" or _CLAUSE.fullmatch(topic_of(query)) or _PLACED.match(query.topic):
        return f"No sure answer to this was found in what {query.speaker} said."
    return f"No sure answer about {quoted_topic(query)} was found in what {query.speaker} said."


def _mentions(query: Query, named: Sequence[Evidence], catalog: Catalog) -> str:
    if not named or role_key((query.speaker or "").lower()):
        return ""
    # Of a whole name only the surname is counted, whoever bears it.
    *given, surname = _name(query)
    documents = sum(_surname(surname).search(each.text) is not None for each in _holding(query, surname, catalog))
    what = f"surname {surname}" if given and not INSTITUTION.search(surname) else "name"
    return f" The {what} stands in {counted(documents, 'document')}."


def _naming(query: Query, catalog: Catalog) -> Iterator[Evidence]:
    """Yield the first sentence in each document that names the asked speaker: whole, or by nothing but the surname."""
    name = _name(query)
    if not name or not CAPITALISED.match(name[-1]):
        return
    for document in _holding(query, name[-1], catalog):
        if found := _named(document.text, name):
            yield _sentence(document, found, catalog)


def _name(query: Query) -> list[str]:
    asked = query.speaker or ""
    bare = _OF_WHAT.sub("", asked)
    # "Ana Ruiz of the Vesk Harrier" is Ana Ruiz, the Mayor of Vesk no Mayor.
    asked = bare if len(bare.split()) > 1 and not is_title_word(bare.split()[-1]) else asked
    name = split_title(asked)[0] or asked
    # "The Americans" are called by no surname.
    return re.sub("^the ", "", name, flags=re.IGNORECASE).split()


_OF_WHAT = expression(r"(?<=[a-z’']),? (?:of|from|at|for) (?:the )?[^\W\d_a-z][^\n]{0,80}$")
"""Where somebody works, behind his name: "Ana Ruiz of the Vesk Harrier"."""


def _holding(query: Query, word: str, catalog: Catalog) -> Iterator[Document]:
    """Yield the documents that a query's filters leave which hold a word."""
    for document_id in dict.fromkeys(each.document_id for each in catalog.passages_holding(words(word))):
        document = catalog.document(document_id)
        if document is not None and fits(query, document.id, document.published):
            yield document


def _surname(name: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-]){re.escape(name)}(?![\w-])")


def _named(text: str, name: Sequence[str]) -> Span | None:
    """Return where a text first names somebody; a surname with another given name before it is another's.

    "Barack Obama" in a text makes its bare "Obama" his, and a name joined by a hyphen is not one person's.
    """
    surname = _surname(name[-1])
    whole = re.compile(r"(?<![\w-])" + r"\s+(?:\w\.?\s+)?".join(map(re.escape, name)) + r"(?![\w-])")
    if match := whole.search(text):
        return match.span()
    found = [each.span() for each in surname.finditer(text)]
    if any(_is_anothers(text[max(0, start - _LONGEST_NAME) : start]) for start, _ in found):
        return None
    return found[0] if found else None


def _is_anothers(before: str) -> bool:
    """Return whether what stands before a surname ends with a given name, not with a title or another word."""
    match = _CAPITALISED_BEFORE.search(before)
    word = match[0].strip() if match else ""
    return bool(word) and not is_title_word(word) and plain(word) not in STOPWORDS


def _sentence(document: Document, name: Span, catalog: Catalog) -> Evidence:
    text = document.text
    first = text.rfind("\n", 0, name[0])
    near = sentences(text, max(0, first, min(header_end(text), name[0])), min(len(text), name[1] + 1_000))
    span = next((each for each in near if each[0] <= name[0] < each[1]), name)
    owner = owner_of(span, catalog.statements(document.id))
    return as_evidence(document, span, owner, score=0.0, coverage=0.0)

"""What somebody said at one go within a longer record: an opening statement, under a heading or a label."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from index.names.names import name_key
from index.records import Document, Statement
from index.storage.catalog import Catalog
from index.text.expressions import expression
from index.text.sentences import Span
from index.text.stems import content_words
from rag.answer.broad.central import Part
from rag.answer.broad.fit import is_fit
from rag.answer.broad.parts import parts_of
from rag.answer.broad.whole.sections import sections
from rag.find.filters import fits
from rag.rank.evidence import as_evidence
from rag.records import Query

AT_ONE_GO = frozenset(
    {
        "testimony",
        "statement",
        "speech",
        "address",
        "remarks",
        "lecture",
        "presentation",
        "evidence",
        "talk",
        "contribution",
    }
)
LEAST_WORDS = 120
"""Of fewer words it is an answer, not a statement of somebody's own."""
SHARE = 0.9
"""A turn that is so much of a document is the document itself."""
ON_IT = 0.5
_TIME = expression(r"\[\d{1,2}(?::\d\d){1,2}\] ?(?=\S)")
_THANKS = expression(r"[^.!?]{0,160}\b(?:thank you|thanks) (?:for|so|very|all)\b", re.IGNORECASE)
_TITLE = expression(r"\b(?:mr|ms|mrs|dr|sir|dame|lord|lady|hon)\b\.?", re.IGNORECASE)


class OwnTurn(NamedTuple):
    """Where somebody speaks at one go in a document, and the heading above it where no label says whose words it is."""

    document: Document
    span: Span
    heading: str = ""


def own_turn(query: Query, catalog: Catalog) -> OwnTurn | None:
    """Return the longest that the asked speaker says at one go, where one document alone has so long a turn."""
    broad = query.broad
    if broad is None or broad.what not in AT_ONE_GO or broad.several or len(query.speakers) != 1:
        return None
    name = query.speakers[0]
    found = []
    for each in catalog.documents_of(name):
        document = catalog.document(each)
        if document is None or not fits(replace(query, speaker=None), document.id, document.published):
            continue
        turns = [turn for turn in _turns(document, name, catalog) if _is_long(turn) and _is_on(turn, query.topic)]
        if turns:
            found.append(max(turns, key=lambda turn: turn.span[1] - turn.span[0]))
    if len(found) != 1 or found[0].span[1] - found[0].span[0] >= SHARE * len(found[0].document.text):
        return None
    return found[0]


def _turns(document: Document, name: str, catalog: Catalog) -> Iterator[OwnTurn]:
    """Yield the runs of a speaker's turns, and the sections under his name that hold nobody else's."""
    statements = [each for each in catalog.statements(document.id) if each.kind == "turn"]
    run: list[Statement] = []
    for each in [*statements, None]:
        if each and each.speaker == name:
            run.append(each)
            continue
        if run:
            yield OwnTurn(document, (run[0].start, run[-1].end))
        run = []
    for section in sections(document.text):
        if _is_headed(section.heading, name):
            inside = [each for each in statements if section.start <= each.start < section.end]
            if all(each.speaker in (None, name) for each in inside):
                yield OwnTurn(document, (section.start, section.end), section.heading)


def _is_headed(heading: str, name: str) -> bool:
    """Return whether a heading begins with a whole name, a title before it aside."""
    words = [name_key(each) for each in re.findall(r"[\w’'-]+", _TITLE.sub(" ", heading))]
    asked = [name_key(each) for each in re.findall(r"[\w’'-]+", _TITLE.sub(" ", name))]
    return len(asked) > 1 and words[: len(asked)] == asked


def _is_long(turn: OwnTurn) -> bool:
    return len(turn.document.text[slice(*turn.span)].split()) >= LEAST_WORDS


def _is_on(turn: OwnTurn, topic: str) -> bool:
    """Return whether a turn, or the title of its document, has half of the words of a topic."""
    asked = set(content_words(topic))
    words = set(content_words(f"{turn.document.title} {turn.document.text[slice(*turn.span)]}"))
    return not asked or len(asked & words) >= ON_IT * len(asked)


def parts_in(turn: OwnTurn, query: Query, catalog: Catalog, every: bool = False) -> list[Part]:
    """Return the sentences of a turn; those that stand only under a heading are told as the document's."""
    bare = replace(query, speaker=None, speakers=())
    parts: Sequence[Part] = parts_of([turn.document], bare, catalog, every=True)
    inside = [_without_time(each) for each in parts if turn.span[0] <= each.span[0] and each.span[1] <= turn.span[1]]
    inside = [each for each in inside if every or _stands_alone(each)]
    own = [_as_the_documents(each) if turn.heading and not each.evidence.speaker else each for each in inside]
    return [replace(each, place=at, places=len(own)) for at, each in enumerate(own)]


def _without_time(part: Part) -> Part:
    match = _TIME.match(part.document.text, *part.span)
    return replace(part, evidence=replace(part.evidence, start=match.end())) if match else part


def _stands_alone(part: Part) -> bool:
    text = part.document.text
    return is_fit(text, part.span) and not _THANKS.match(text, *part.span)


def _as_the_documents(part: Part) -> Part:
    return replace(part, evidence=as_evidence(part.document, part.span, None, score=1.0, coverage=1.0))

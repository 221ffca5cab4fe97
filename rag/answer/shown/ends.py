"""The first or last words of somebody in a document, found by who speaks and by what the document is called."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from index.records import Document, Statement
from index.storage.catalog import Catalog
from index.text.countries import unified
from index.text.expressions import expression
from index.text.sentences import Span, sentences
from index.text.stems import content_words, words
from index.transcripts.label_names import readable_name
from rag.answer.broad.wording import title_of
from rag.check import cite
from rag.check.cite import Form
from rag.find.filters import SAID
from rag.rank.evidence import as_evidence
from rag.rank.line_context import asks
from rag.records import Query, Segment
from rag.understand.documents.kinds import words_of
from rag.understand.plan.ends import SPEECH, EndAsked, end_of_document
from rag.understand.speakers import find_speakers

LONGEST = 60
"""Of a turn so many words at its end or beginning are shown."""
_ANYBODY = expression(r"^(?:who|which\b.*)$", re.IGNORECASE)
_LIGHT = frozenset(
    content_words("man woman guy lady person reporter journalist the speech address talk interview letter remarks un")
)
_CAPITALISED = expression(r"[^\W\d_a-z][\w’'-]*")
_LEADS = expression(
    r"\b(?:chair|chairman|chairwoman|moderator|host|clerk|presenter|interviewer|officer)\b", re.IGNORECASE
)
LABEL = 120


@dataclass(frozen=True)
class _Found:
    document: Document
    turns: list[Statement]
    asked_before: Mapping[int, Statement] = field(default_factory=dict)
    """Of turns on a topic that only what they reply to names: that, by where they begin."""


def ends(query: Query, catalog: Catalog) -> Form | None:
    """Return the first or last words that a question asks for; None where it asks for none or of no known document."""
    asked = end_of_document(query.standalone)
    found = _found(asked, query, catalog) if asked else None
    if asked is None or found is None:
        return None
    turn = found.turns[0 if asked.end == "first" else -1]
    span = _shown(found.document.text, turn, asked)
    evidence = [as_evidence(found.document, span, turn, score=1.0, coverage=1.0)]
    before = found.asked_before.get(turn.start) if asked.topic else None
    if before:
        evidence.append(as_evidence(found.document, (before.start, before.end), before, score=1.0, coverage=1.0))
    citations = cite.cite(evidence, catalog)
    what = f"{asked.end} question" if asked.is_question else f"{asked.end} words"
    whose = f"by {readable_name(turn.speaker)}" if turn.speaker else "of it"
    named = " ".join(_CAPITALISED.findall(asked.topic)) or asked.topic
    on_it = f" that name “{named}”" if named else ""
    on_it = f" in reply to what names “{named}” [2]," if before else on_it
    line = f"The {what} {whose}{on_it} in {title_of(found.document)} [1]:"
    return Form((Segment(f"{line}\n\n"), *cite.grouped(evidence, citations)), tuple(citations), opening=line)


def _found(asked: EndAsked, query: Query, catalog: Catalog) -> _Found | None:
    """Return the one document that is meant, with the turns in it that may be asked for."""
    speakers = query.speakers or (() if _ANYBODY.match(asked.who) else tuple(find_speakers(asked.who, catalog)))
    found = [(_fit(asked, each.document, catalog), each) for each in _spoken(asked, speakers, catalog)]
    best = max((fit for fit, _ in found), default=0.0)
    fitting = [each for fit, each in found if fit == best and each.turns]
    # "The podcast" of somebody who speaks in one document alone needs no name.
    named = best > 0 or not (set(content_words(SPEECH.sub(" ", asked.where))) - _LIGHT)
    return fitting[0] if len(fitting) == 1 and named else None


def _spoken(asked: EndAsked, speakers: Sequence[str], catalog: Catalog) -> Iterator[_Found]:
    """Yield the documents in which turns may be asked for, with those turns."""
    ids = {each for name in speakers for each in catalog.documents_of(name)} if speakers else None
    for each in catalog.documents():
        if ids is not None and each.id not in ids:
            continue
        statements = [one for one in catalog.statements(each.id) if one.kind in ("turn", "direct")]
        document = catalog.document(each.id) if statements else None
        if document and (turns := _turns(asked, speakers, document, statements)):
            yield (
                _on_topic(asked.topic, _Found(document, turns), statements) if asked.topic else _Found(document, turns)
            )


def _on_topic(topic: str, found: _Found, statements: Sequence[Statement]) -> _Found:
    """Return what was found with the turns that name a topic, or its names, or reply to what does."""
    names = set(content_words(unified(" ".join(_CAPITALISED.findall(topic))))) or set(content_words(unified(topic)))
    text, before = found.document.text, dict(zip((each.start for each in statements[1:]), statements, strict=False))
    on_it: list[Statement] = []
    replied: dict[int, Statement] = {}
    for each in found.turns:
        asked = before.get(each.start)
        if names <= _stems(text, each):
            on_it.append(each)
        elif asked and asked.speaker != each.speaker and names <= _stems(text, asked):
            on_it.append(each)
            replied[each.start] = asked
    return replace(found, turns=on_it, asked_before=replied)


def _stems(text: str, turn: Statement) -> set[str]:
    return set(words(unified(_words(text, turn))))


def _fit(asked: EndAsked, document: Document, catalog: Catalog) -> float:
    """Return the share of the words for where it was said that a document's title, name and first lines have."""
    where = set(content_words(asked.where)) - _LIGHT
    return len(where & words_of(document, catalog)) / len(where) if where else 0.0


def _turns(
    asked: EndAsked, speakers: Sequence[str], document: Document, statements: Sequence[Statement]
) -> list[Statement]:
    """Return the turns of whom is asked for, in order; where it asks who, of all who speak but who leads the talk."""
    text, sure = document.text, [each for each in statements if each.speaker and each.confidence >= SAID]
    if speakers:
        sure = [each for each in sure if each.speaker in speakers]
    elif _ANYBODY.match(asked.who):
        sure = [each for each in sure if not _LEADS.search(f"{each.speaker} {_label(text, each.start)}")]
    else:
        sure = _described(asked.who, text, sure)
    return [each for each in sure if _is_said(text, each) and ("?" in _words(text, each) or not asked.is_question)]


def _described(who: str, text: str, turns: Sequence[Statement]) -> list[Statement]:
    """Return the turns of the one speaker whose label has all that describes him; nothing of none or of several."""
    described = set(content_words(who)) - _LIGHT
    called = {each.speaker for each in turns if described and described <= set(words(_label(text, each.start)))}
    return [each for each in turns if each.speaker in called] if len(called) == 1 else []


def _words(text: str, turn: Statement) -> str:
    return text[turn.start : turn.end]


def _label(text: str, start: int) -> str:
    """Return what stands on a turn's line before it: its speaker's label with what is said of him."""
    return text[max(text.rfind("\n", 0, start) + 1, start - LABEL) : start]


def _is_said(text: str, turn: Statement) -> bool:
    """Return whether a turn is its speaker's: who takes notes writes on below the last one ("The chair thanked")."""
    labelled = turn.kind == "direct" or bool(_label(text, turn.start).strip())
    return labelled or not _LEADS.search(_words(text, turn))


def _shown(text: str, turn: Statement, asked: EndAsked) -> Span:
    """Return the first or last sentences of a turn within so many words; of a question all up to its question mark."""
    spans = sentences(text, turn.start, turn.end)
    if asked.is_question:
        last = next((at for at, each in enumerate(spans) if asks(text, each)), len(spans) - 1)
        return spans[max(0, last - 2)][0], spans[last][1]
    if asked.end == "first":
        end = spans[0][1]
        for each in spans[1:3]:
            end = each[1] if len(text[turn.start : each[1]].split()) <= LONGEST else end
        return spans[0][0], end
    start = spans[-1][0]
    for each in reversed(spans[-3:-1]):
        start = each[0] if len(text[each[0] : turn.end].split()) <= LONGEST else start
    return start, spans[-1][1]

"""Further questions after an answer: the same speaker on another topic, another speaker on the topic, what changed.

What is proposed is asked before it is shown; a proposal whose answer does not name its topic in the words of its
speaker is left out, so that no suggestion leads to a refusal.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from index.storage.catalog import Catalog
from index.text.expressions import expression
from index.text.stems import content_words
from rag.answer.suggest.topics import (
    as_spoken_of,
    called,
    is_called_so,
    is_one_of,
    names,
    names_in,
    others_on,
    subjects_in,
    topics_of,
    with_article,
)
from rag.phrasing import possessive
from rag.records import Answer, Query

MOST, MOST_ASKED = 3, 9
"""So many are shown, and so many are asked at most to find them."""
_LONGEST_TOPIC = 4
_OF_EACH = 3
_LEADS = expression(r"^(?:about|on|of|regarding|concerning|over|to|that)\s+", re.IGNORECASE)
_CLAUSE = expression(r"\b(?:is|are|was|were|will|would|has|have|had|do|does|did|can|who|what|that)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Proposal:
    """A question that may have an answer, with what its answer must show."""

    question: str
    speaker: str | None
    topic: str
    changes: bool = False

    def is_met(self, answer: Answer) -> bool:
        """Return whether an answer shows words of the speaker that name the topic; of a change, of two days."""
        cited = [each for each in answer.citations if not self.speaker or is_one_of(self.speaker, [each.speaker or ""])]
        if answer.status != "answered" or not cited:
            return False
        if self.changes and len({each.said_on for each in cited}) < 2:
            return False
        return not self.topic or names(cited[0].text, self.topic)


def further(
    query: Query, answer: Answer, catalog: Catalog, asked: Sequence[str], ask: Callable[[Proposal], tuple[str, Answer]]
) -> tuple[str, ...]:
    """Return up to three questions to ask after an answer, each answered, none asked before.

    `ask` returns a proposal's question as it is shown, and its answer.
    """
    before = {_bare(each) for each in (*asked, query.standalone)}
    shown: dict[str, None] = {}
    for number, each in enumerate(_proposals(query, answer, catalog)):
        if len(shown) == MOST or number == MOST_ASKED:
            break
        if _bare(each.question) in before:
            continue
        before.add(_bare(each.question))
        question, found = ask(each)
        if each.is_met(found):
            shown[question] = None
    return tuple(shown)


def _bare(question: str) -> str:
    return " ".join(content_words(question))


def _proposals(query: Query, answer: Answer, catalog: Catalog) -> Iterator[Proposal]:
    """Yield what may be asked next, one of each sort before the second of any."""
    speaker = _speaker(query, answer)
    topic = _topic(query)
    sorts: list[Iterable[Proposal]] = []
    if speaker:
        sorts.append(_on_other_topics(speaker, topic, answer, catalog))
    if topic:
        sorts.append(_by_others(topic, [speaker] if speaker else [], answer, catalog))
    if speaker and topic and answer.status == "answered" and query.kind != "timeline":
        sorts.append([changed(speaker, topic, catalog)])
    if not speaker:
        sorts.append(_on_named_in(answer, catalog))
    for round_ in zip_longest(*sorts):
        yield from filter(None, round_)


def _speaker(query: Query, answer: Answer) -> str | None:
    """Return whom an answer cites first under a name, else whom the question asks about."""
    cited = (each.speaker for each in answer.citations if each.speaker and is_called_so(each.speaker))
    asked = (each for each in query.speakers if is_called_so(each))
    return next(asked, None) if answer.status != "answered" else next(cited, None)


def _topic(query: Query) -> str:
    """Return what a question is about, where that reads as a topic in another question."""
    if query.kind not in ("statements", "list", "timeline"):
        return ""
    topic = _LEADS.sub("", query.topic.strip())
    fits = 0 < len(topic.split()) <= _LONGEST_TOPIC and not _CLAUSE.search(topic) and content_words(topic)
    return topic if fits else ""


def said_about(speaker: str, topic: str, catalog: Catalog) -> Proposal:
    """Return the question for what a speaker said about a topic, or said at all."""
    about = f" about {as_spoken_of(topic, speaker, catalog)}" if topic else ""
    return Proposal(f"What did {called(speaker, catalog)} say{about}?", speaker, topic)


def changed(speaker: str, topic: str, catalog: Catalog) -> Proposal:
    """Return the question for how a speaker's words on a topic changed."""
    whose = possessive(called(speaker, catalog)).replace("'", "’")
    question = f"How has {whose} position on {as_spoken_of(topic, speaker, catalog)} changed?"
    return Proposal(question, speaker, topic, changes=True)


def _on_other_topics(speaker: str, topic: str, answer: Answer, catalog: Catalog) -> Iterator[Proposal]:
    """Yield questions for what else a speaker names, beginning with what the cited words name besides."""
    cited = [name for each in answer.citations if each.speaker == speaker for name in names_in(each.text)]
    known = topics_of(speaker, catalog)
    found = [*dict.fromkeys(each for each in cited if each in known), *known]
    fresh: list[str] = []
    for each in found:
        # "Tell" beside "Odran Tell" is the same question twice.
        if not any(names(other, each) or names(each, other) for other in (*filter(None, [topic]), *fresh)):
            fresh.append(each)
    yield from (said_about(speaker, each, catalog) for each in fresh[:_OF_EACH])


def _by_others(topic: str, besides: Sequence[str], answer: Answer, catalog: Catalog) -> Iterator[Proposal]:
    cited = [each.speaker for each in answer.citations if each.speaker]
    yield from (said_about(each, topic, catalog) for each in others_on(topic, [*besides, *cited], catalog)[:_OF_EACH])


def _on_named_in(answer: Answer, catalog: Catalog) -> Iterator[Proposal]:
    """Yield questions for who spoke about what the cited or nearest words name, if several people did."""
    near = subjects_in(each.text for each in answer.citations or answer.nearest)
    found = [each for each in near if not catalog.called(each) and others_on(each, (), catalog)]
    yield from (Proposal(f"Who spoke about {with_article(each)}?", None, each) for each in found[:_OF_EACH])

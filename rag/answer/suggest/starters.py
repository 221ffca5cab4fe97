"""Questions for an empty chat: of several kinds, about people with names, each asked before it is shown."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import zip_longest

from index.storage.catalog import Catalog
from rag.answer.suggest.further import Proposal, changed, said_about
from rag.answer.suggest.topics import as_spoken_of, called, named_speakers, others_on, topics_of, with_article
from rag.records import Answer

MOST, MOST_ASKED = 4, 12
"""So many are shown, and so many are asked at most to find them."""
_SPEAKERS, _TOPICS = 4, 3


def starters(catalog: Catalog, answered: Callable[[str], Answer]) -> tuple[str, ...]:
    """Return up to four questions that the index answers, of as many kinds as it has answers of."""
    shown: list[Proposal] = []
    for number, each in enumerate(_once(_proposals(catalog))):
        if len(shown) == MOST or number == MOST_ASKED:
            break
        if each.is_met(answered(each.question)):
            shown.append(each)
    return tuple(each.question for each in shown)


def _once(proposals: Iterable[Proposal]) -> Iterator[Proposal]:
    """Yield questions on what no question before was on, and then the others."""
    on: set[tuple[str | None, str]] = set()
    again: list[Proposal] = []
    for each in proposals:
        if (each.speaker, each.topic) in on:
            again.append(each)
        else:
            on.add((each.speaker, each.topic))
            yield each
    yield from again


def _proposals(catalog: Catalog) -> Iterator[Proposal]:
    """Yield a question of each kind before the second of any, each kind about another speaker first."""
    speakers = named_speakers(catalog)[:_SPEAKERS]
    topics = {each: topics_of(each, catalog)[:_TOPICS] or [""] for each in speakers}
    pairs = [pair for round_ in zip_longest(*topics.values()) for pair in _paired(speakers, round_)]
    named = [pair for pair in pairs if pair[1]]
    kinds = (
        [said_about(*each, catalog) for each in pairs],
        [_summary(*each, catalog) for each in named[1:]],
        [_who(topic) for _, topic in named if len(others_on(topic, (), catalog)) > 1],
        [changed(*each, catalog) for each in named[2:]],
    )
    for round_ in zip_longest(*kinds):
        yield from filter(None, round_)


def _paired(speakers: list[str], round_: tuple[str | None, ...]) -> Iterator[tuple[str, str]]:
    yield from ((speaker, topic) for speaker, topic in zip(speakers, round_, strict=True) if topic is not None)


def _summary(speaker: str, topic: str, catalog: Catalog) -> Proposal:
    return Proposal(
        f"Summarise what {called(speaker, catalog)} said about {as_spoken_of(topic, speaker, catalog)}.", speaker, topic
    )


def _who(topic: str) -> Proposal:
    return Proposal(f"Who spoke about {with_article(topic)}?", None, topic)

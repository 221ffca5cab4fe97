"""Questions for an empty chat: of several kinds, about people with names, each asked before it is shown."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import zip_longest

from index.storage.catalog import Catalog
from rag.records import Answer
from rag.suggest.further import Proposal, changed, said_about
from rag.suggest.topics import named_speakers, others_on, surname, topics_of, with_article

MOST, MOST_ASKED = 4, 14
"""So many are shown, and so many are asked at most to find them."""
_SPEAKERS, _TOPICS = 4, 3


def starters(catalog: Catalog, answered: Callable[[str], Answer]) -> tuple[str, ...]:
    """Return up to four questions that the index answers, of as many kinds as it has answers of."""
    shown: list[str] = []
    for number, each in enumerate(_proposals(catalog)):
        if len(shown) == MOST or number == MOST_ASKED:
            break
        if each.question not in shown and each.is_met(answered(each.question)):
            shown.append(each.question)
    return tuple(shown)


def _proposals(catalog: Catalog) -> Iterator[Proposal]:
    """Yield a question of each kind before the second of any, each kind about another speaker first."""
    speakers = named_speakers(catalog)[:_SPEAKERS]
    topics = {each: topics_of(each, catalog)[:_TOPICS] for each in speakers}
    pairs = [
        (speaker, topic) for round_ in zip_longest(*topics.values()) for speaker, topic in _paired(speakers, round_)
    ]
    kinds = (
        [said_about(*each) for each in pairs],
        _summaries(pairs[1:] or pairs),
        [_who(topic) for _, topic in pairs if len(others_on(topic, (), catalog)) > 1],
        [changed(*each) for each in pairs],
    )
    for round_ in zip_longest(*kinds):
        yield from filter(None, round_)
    yield from (Proposal(f"What did {surname(each)} say?", each, "") for each in speakers)


def _paired(speakers: list[str], round_: tuple[str | None, ...]) -> Iterator[tuple[str, str]]:
    yield from ((speaker, topic) for speaker, topic in zip(speakers, round_, strict=True) if topic)


def _summaries(pairs: list[tuple[str, str]]) -> list[Proposal]:
    return [
        Proposal(f"Summarise what {surname(speaker)} said about {with_article(topic)}.", speaker, topic)
        for speaker, topic in pairs
    ]


def _who(topic: str) -> Proposal:
    return Proposal(f"Who spoke about {with_article(topic)}?", None, topic)

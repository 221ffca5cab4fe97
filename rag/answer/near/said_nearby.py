"""What a known speaker said in the passages nearest to a topic, where no statement of his names enough of it.

A topic that is itself a question ("how many people still volunteer", "being able to look through them") has many
everyday words and few of the statement's. Retrieval by the topic alone, without the speaker's name, finds the passage.
"""

from __future__ import annotations

from index.storage.catalog import Catalog
from rag.answer.near.nearby import Nearby
from rag.answer.near.passages import of_asked_speaker, sentences_read
from rag.answer.shown.decided import Stages
from rag.find.answerability import Decision
from rag.find.on_topic import FEWEST_TERMS
from rag.find.terms import reads_meaning
from rag.records import Query
from rag.understand.plan.first_line import line_asked

ON_IT = 2
"""Among so many passages nearest to the topic, whoever speaks there, some words of the asked speaker's must stand. Of
23 strangers' questions for known speakers they do for ten, of 126 for another speaker on the same topics for three, two
of which that speaker tells of too; among the first four for twelve and six."""


FEW = 0.1
"""Where he speaks in more than this share of all passages, that he speaks in one of the nearest is no news."""
_VALUES = frozenset({"number", "when", "where", "who"})
"""What words nearby do not tell unless they hold it: a number, a day, a place, a name."""


def said_nearby(query: Query, stages: Stages) -> Decision | None:
    """Return the asked speaker's words nearest to the question, where he speaks in what is nearest to its topic.

    A single word tells a topic too little. None where he does not, or where a list, a count or a value is asked for.
    """
    nearby = stages.nearby
    if nearby is None or not query.speakers or query.kind != "statements" or not reads_meaning(query):
        return None
    if line_asked(query.standalone) in _VALUES:
        return None
    if len(nearby.weigh(query)) < FEWEST_TERMS:
        return None
    if not _speaks_near(query, stages.catalog, nearby):
        return None
    found = of_asked_speaker(query, stages.catalog, nearby)
    return Decision(True, found, 0.0, in_other_words=True, distant=True) if found else None


def _speaks_near(query: Query, catalog: Catalog, nearby: Nearby) -> bool:
    """Return whether the asked speaker, who speaks in few passages, has words in one nearest to the topic alone."""
    his = set().union(*catalog.passages_said_by(query.speakers).values())
    if len(his) > FEW * catalog.counts()["passages"]:
        return False
    return any(said for _, said in sentences_read(query, nearby.passages(query, query.topic, ON_IT), catalog))

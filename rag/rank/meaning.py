"""How near a statement is in meaning to a topic that it does not name: by itself, and with what stands around it.

A question's own words ("What did the mayor say about …") are near to all that a mayor says, so that the topic is read
alone; and what a statement is about often stands in the sentences beside it. `rag.find.answerability` decides by both.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from index.records import Statement
from index.storage.embeddings import Matrix, TokenVectors
from index.text.sentences import Span, sentences
from rag.find.terms import reads_meaning
from rag.rank.features import nearest_tokens, worst_matched
from rag.rank.sentence import Sentence
from rag.records import Query

READ = 16
"""The surroundings of so many sentences, those nearest to the topic by themselves, are read too."""
BESIDE = 400
"""Characters before and after a sentence in which its neighbours are looked for."""


def with_meaning(
    read: Sequence[Sentence],
    query: Query,
    question: TokenVectors,
    weights: Matrix,
    vectors: Callable[[Sequence[str]], list[TokenVectors]],
) -> list[Sentence]:
    """Return the sentences with how near they are to the topic, those that are somebody's words and English.

    `weights` are those of the question's tokens, of the topic's words alone.
    """
    if not read or not reads_meaning(query):
        return list(read)
    topic = vectors([query.topic])[0].vector
    own = vectors([each.read for each in read])
    alone = [float(each.vector @ topic) for each in own]
    worst = [0.0] * len(read)
    if len(question.tokens):
        worst = [worst_matched(each, question.pieces, weights) for each in nearest_tokens(question, own)]
    order = sorted((at for at, each in enumerate(read) if each.owner), key=lambda at: -alone[at])[:READ]
    around = vectors([_surroundings(read[at]) for at in order]) if order else []
    near = {at: float(each.vector @ topic) for at, each in zip(order, around, strict=True)}
    return [
        replace(each, near_topic=alone[at], around_near_topic=near.get(at, 0.0), worst_word=worst[at])
        for at, each in enumerate(read)
    ]


def _surroundings(sentence: Sentence) -> str:
    """Return a sentence with the one before it and the one after it; a turn's others are somebody else's."""
    text = sentence.document.text
    before, after = beside(text, sentence.span, sentence.owner)
    return " ".join([*(text[slice(*each)] for each in before), sentence.read, *(text[slice(*each)] for each in after)])


def beside(text: str, span: Span, owner: Statement | None) -> tuple[list[Span], list[Span]]:
    """Return the sentence right before a span and the one right behind it, within its turn where it is of one."""
    start, end = span
    first, last = max(0, start - BESIDE), min(len(text), end + BESIDE)
    if owner and owner.kind == "turn":
        first, last = max(first, owner.start), min(last, owner.end)
    found = sentences(text, first, last)
    return [each for each in found if each[1] <= start][-1:], [each for each in found if each[0] >= end][:1]

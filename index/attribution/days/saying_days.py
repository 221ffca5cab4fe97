"""The days of a document's statements: a turn's own, what stands beside the words, the narrative's, the page's."""

from __future__ import annotations

from collections.abc import Sequence

from index.attribution.days.narrated_days import Narrative
from index.attribution.days.said_on import base_day, day_of
from index.cues.tokens import Tokens
from index.records import Document
from index.text.sentences import Span
from index.transcripts.turns import Turn


class SayingDays:
    """Knows on which days things were said in one document, as far as it was read."""

    def __init__(self, document: Document, turns: Sequence[Turn]) -> None:
        self.document = document
        self.base = base_day(document.text, document.published)
        self.narrative = Narrative(document.text, self.base, document.published, report=not turns)
        self._dated_turns = [each for each in turns if each.said_on is not None]

    def of_turn(self, turn: Turn) -> str | None:
        """Return the day of a turn: its own, else the document's."""
        return self.document.published if turn.said_on is None else turn.said_on or None

    def said_on(self, sentence: Tokens, words: Span, speaker: str | None) -> str | None:
        """Return the day of somebody's words at two tokens, by what stands beside them and what came before."""
        text, at = self.document.text, sentence.starts[0]
        turn = next((each for each in self._dated_turns if each.start <= at < each.end), None)
        if turn:
            day = turn.said_on or None
            return day_of(text, sentence, words, base_day("", day), day)
        fallback = self.narrative.fallback_day(sentence, words[0], speaker)
        return day_of(text, sentence, words, self.base, self.document.published, fallback)

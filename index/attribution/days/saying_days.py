"""The days of a document's statements: a turn's own, what stands beside the words, the narrative's, the page's."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from index.attribution.days.narrated_days import Narrative
from index.attribution.days.other_sources import is_undated
from index.attribution.days.said_on import NEWS_DAYS, FallbackDay, SaidOn, base_day, day_of
from index.attribution.days.took_place import day_it_took_place
from index.cues.tokens import Tokens
from index.records import Document, Statement
from index.text.sentences import Span
from index.transcripts.turns import Turn


@dataclass(frozen=True)
class _Placed:
    """Words whose speaker and day were looked up, from `start` to `end`."""

    start: int
    end: int
    speaker: str | None
    said: SaidOn


class SayingDays:
    """Knows on which days things were said in one document, as far as it was read."""

    def __init__(self, document: Document, turns: Sequence[Turn]) -> None:
        self.document = document
        self.base = base_day(document.text, document.published)
        self.narrative = Narrative(document.text, self.base, document.published, report=not turns)
        self._spoken = day_it_took_place(document.text, turns, document.published)
        self._turns = turns
        self._placed: list[_Placed] = []

    def of_turn(self, turn: Turn) -> str | None:
        """Return the day of a turn: its own, else the one on which the text says it was spoken, else the text's."""
        return self._spoken or self.document.published if turn.said_on is None else turn.said_on or None

    def said_on(self, sentence: Tokens, words: Span, speaker: str | None) -> str | None:
        """Return the day of somebody's words at two tokens, by what stands beside them and what came before."""
        said = self._said_on(sentence, words, speaker)
        start, end = sentence.starts[words[0]], sentence.ends[words[1] - 1]
        self._placed.append(_Placed(start, end, speaker, said))
        return said.day

    def _said_on(self, sentence: Tokens, words: Span, speaker: str | None) -> SaidOn:
        text, at = self.document.text, sentence.starts[0]
        turn = next((each for each in self._turns if each.start <= at < each.end), None)
        published = self.of_turn(turn) if turn else self.document.published
        if turn and turn.said_on is not None:
            fallback, base = FallbackDay(published), base_day("", published)
        else:
            fallback, base = self.narrative.fallback_day(sentence, words[0], speaker), self.base
        quoted_in_turn = turn and speaker != turn.speaker
        if quoted_in_turn or speaker and is_undated(speaker, self.document.source):
            # What a speech quotes was said before it.
            fallback = replace(fallback, day=None)
        return day_of(text, sentence, words, base, published, fallback)

    def settled(self, statements: Sequence[Statement]) -> list[Statement]:
        """Return the statements, without the day of a report where it places other words of their speaker elsewhere.

        A report that begins "The mayor said …" and tells lower down that she spoke on Monday has said it of Monday; of
        words of long ago only those below them are in doubt.
        """
        if self._turns or not self.document.published:
            return list(statements)
        places = sorted(self._placed, key=lambda each: each.start)
        doubtful = self._first_elsewhere()
        return [replace(each, said_on=None) if self._in_doubt(each, places, doubtful) else each for each in statements]

    def _first_elsewhere(self) -> dict[str, int]:
        """Return for each speaker from where on undated words may be of the other time that the text tells."""
        found: dict[str, int] = {}
        for each in self._placed:
            if each.speaker and self._is_elsewhere(each.said):
                at = 0 if self._is_recent(each.said.day) else each.start
                found[each.speaker] = min(at, found.get(each.speaker, at))
        return found

    def _is_elsewhere(self, said: SaidOn) -> bool:
        return said.beside and said.lasting and said.day != self.document.published

    def _is_recent(self, day: str | None) -> bool:
        if day is None or self.base is None:
            return True
        return len(day) == len("2026-03-02") and (self.base - date.fromisoformat(day)).days <= NEWS_DAYS

    def _in_doubt(self, statement: Statement, places: Sequence[_Placed], doubtful: dict[str, int]) -> bool:
        if statement.said_on != self.document.published or statement.kind == "turn":
            return False
        after = doubtful.get(statement.speaker or "")
        if after is None or statement.start < after:
            return False
        return not any(each.said.beside for each in _over(statement, places))


def _over(statement: Statement, places: Sequence[_Placed]) -> Iterator[_Placed]:
    """Yield the looked-up words that overlap a statement."""
    at = bisect_right(places, statement.end, key=lambda each: each.start)
    for each in reversed(places[max(0, at - _OVERLAPPING) : at]):
        if each.end > statement.start:
            yield each


_OVERLAPPING = 12
"""So many words looked up that begin before a statement's end are looked at."""

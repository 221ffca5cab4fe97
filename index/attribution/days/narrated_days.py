"""The day that a report goes on to describe, where words have no day of their own beside them.

A report of 10 July that begins "The two met on Wednesday" tells of Wednesday: what is said below was hardly said on
10 July, though nothing tells when. Then no day is known, which is better than a wrong one. Where the same person speaks
on from a sentence that tells the day ("On Wednesday he took that back. “I no longer want it,” he said."), it is that.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from index.attribution.days.another_time import opens_with_then
from index.attribution.days.later_changes import was_changed_later
from index.attribution.days.said_on import NEWS_DAYS, FallbackDay
from index.attribution.days.times import (
    QUOTED,
    Time,
    Unknown,
    belongs_elsewhere,
    counts_on,
    day_meant,
    is_addition,
    last_day,
    times,
)
from index.cues.cues import Cue
from index.cues.tokens import Tokens
from index.cues.verbs import SPEECH
from index.dates.metadata import header_end, is_label
from index.records import Statement
from index.text.expressions import expression

_LEAD_PARAGRAPHS, _LEAD = 3, 900
"""How much of a report's beginning tells what it is about."""
_LONGEST_HEAD_LINE = 120
_HEAD_LINES, _LONGEST = 4, 1_000
_CARRIED = 3
"""Paragraphs after one that tells of last week which may go on with it."""
_OPENS = 5
"""Characters before the time with which a sentence opens: "On 3 May"."""
_DATELINE = expression(
    r"(?:[A-Z]{3}[\w .,’'/()-]{0,60}|[^\W\d_a-z][\w .,’'/-]{2,40}\([^)\n]{2,30}\))\s*(?:—|–|--|-)\s+(?=[^\W\d_])"
)
"""What stands before a report's first words; its day is the report's own and none that it tells of."""
_ADDRESSES = frozenset(
    """speak talk address apologize apologise reject dismiss condemn criticize criticise defend accuse denounce attack
    call refuse""".split()
)
"""Verbs of what somebody says publicly that lead to no words of their own."""
_TAKES_BACK = expression(r"\b(?:took|taken|takes|taking)\b[^.,;]{0,40}\bback\b", re.IGNORECASE)
_REPLIES = expression(
    r"\b(?:repl(?:ied|ies)|answer(?:ed|s)|retort(?:ed|s)|counter(?:ed|s)|respond(?:ed|s)|shot back)\b"
)
_PRESENT = expression(r"(?:next|this|that|in (?:recent|the past|the last|past|last)|the (?:next|following)|late)\b")
"""What may as well be to come, or goes on."""
_BACKGROUND = expression(r"years?|decades?|century|season|session|term|semester|\d{3}")
_RECENT = expression(r"last (?:week|month|weekend)\b|(?:over|at) the weekend\b|the previous (?:week|month)\b")
_EVENT_OF_A_YEAR = expression(r"\b(?P<year>(?:19|20)\d\d)(?: (?!and\b|or\b)[a-z][\w-]*){1,3}[ .”\"’')]*$")
"""What a sentence ends with that tells of then: "to explain the 2016 election"."""
_ELSEWHERE = expression(r"\btold (?:the )?[A-Z]|\bthis (?:newspaper|paper)\b|\binterview|\b(?:later|then)\b")
"""What tells of another occasion than the one before."""

_CLAUSE = expression(
    r"\b(?:but|and|or|while|as|after|before|when|because|since|who|which|that|whose|where|if|though)\b"
)


@dataclass(frozen=True)
class _TimeMentioned:
    """What the sentence before tells: the day, month or year, and of whose words it is."""

    day: str | None
    days: dict[str, str | None]
    """For each who speaks in it the day of the words."""
    spoken: bool = False
    then: str | None = None
    """What "at the time" means after it."""
    past: bool = False
    """Whether it tells of a year, so that the words after it may be of then or of today."""
    start: int = 0
    """Where in the sentence the time stands."""
    of_the_day_too: bool = False
    """Whether the sentence mentions the published day beside it."""
    background: bool = False
    """Whether the time is long ago, so that what comes paragraphs below is hardly of it."""
    others: tuple[tuple[int, str | None], ...] = ()
    """All days that the sentence tells, with where they stand."""
    leads: bool = False
    """Whether the sentence leads to the next one's words: "In 2011 she wrote:"."""


class Narrative:
    """What a text has said so far of the day of its events; read a sentence at a time."""

    def __init__(self, text: str, base: date | None, published: str | None, report: bool) -> None:
        self.text, self.base, self.published = text, base, published
        self._head_end = header_end(text)
        report = report and not _is_release(text)
        doubtful = report and base and (_is_of_another_day(text, base) or was_changed_later(text, base))
        self.day = None if doubtful else published
        self.before: _TimeMentioned | None = None
        self.moved = False
        """Whether the paragraph, or one shortly before, has mentioned another day."""
        self.first = False
        self._carried = 0
        """For how many paragraphs more that counts."""
        self._longest_carried = _CARRIED if report else 0
        self._said_before: dict[str, str | None] = {}
        """The days of the words in the sentence before, which a quotation alone goes on with."""
        self._tells_time = False
        """Whether the sentence before mentions any time, which "Then," would mean."""
        self._last_asked: Tokens | None = None
        self._last_time: _TimeMentioned | None = None
        """What time the sentence last asked for tells: each of its statements asks again."""

    def paragraph(self) -> None:
        """Begin a paragraph; only the sentence right before it still counts."""
        self.moved, self.first = self._carried > 0, True
        self._carried = max(0, self._carried - 1)

    def fallback_day(self, tokens: Tokens, at: int, speaker: str | None) -> FallbackDay:
        """Return the day of somebody's words at a token of a sentence that have none of their own beside them."""
        if not len(tokens):
            return FallbackDay(None if self.moved else self.day)
        inside = self._inside(tokens, at)
        if inside is not None:
            return FallbackDay(self._if_it_replies(inside.day, tokens), inside.then)
        return self._going_on(tokens, speaker) or self._after_the_sentence_before(tokens, speaker)

    def _going_on(self, tokens: Tokens, speaker: str | None) -> FallbackDay | None:
        """Return the day of a quotation alone, which goes on with those before, or of "Then, …"; None for neither."""
        if speaker in self._said_before and _is_quotation_alone(tokens):
            return FallbackDay(self._said_before[speaker])
        if self._tells_time and opens_with_then(self.text[tokens.starts[0] : tokens.ends[-1]]):
            return FallbackDay(self.before.then if self.before and not self.first else None)
        return None

    def _after_the_sentence_before(self, tokens: Tokens, speaker: str | None) -> FallbackDay:
        """Return the day of words after what the sentence before tells of a time and of whose words."""
        before, usual = self.before, None if self.moved or self._is_of_news(tokens) else self.day
        if before is None:
            return FallbackDay(usual)
        if before.leads:
            return FallbackDay(before.then if before.then != self.published else usual, before.then)
        then = None if self.first else before.then
        if speaker and speaker in before.days:
            return FallbackDay(self._of_the_same_speaker(before.days[speaker], tokens, usual), then)
        if self.first:
            return FallbackDay(usual, then)
        if before.spoken and not _is_whole(before.day):
            return FallbackDay(self._if_it_replies(before.day, tokens), then)
        return FallbackDay(None if before.past else usual, then)

    def _is_of_news(self, tokens: Tokens) -> bool:
        """Return whether a sentence mentions a day shortly before the published one, of whatever that is."""
        mentioned = self._time_in(tokens)
        if mentioned is None or mentioned.then == self.published:
            return False
        if mentioned.then is None:
            return not mentioned.background
        return _is_whole(mentioned.then) and self._is_news(mentioned.then)

    def _if_it_replies(self, day: str | None, tokens: Tokens) -> str | None:
        """Return a day that is not known in full where a sentence replies to what was said then, else None."""
        replies = _REPLIES.search(_without_quotations(self.text, tokens))
        return day if replies and not _is_whole(day) else None

    def _of_the_same_speaker(self, day: str | None, tokens: Tokens, usual: str | None) -> str | None:
        """Return the day of words whose speaker also spoke in the sentence before, on a day that may be known."""
        if not _is_whole(day):
            return None
        elsewhere = day != self.published and _ELSEWHERE.search(_without_quotations(self.text, tokens))
        return None if elsewhere else day

    def _inside(self, tokens: Tokens, at: int) -> _TimeMentioned | None:
        """Return another time mentioned before a token, where a sentence has ended in marks: "… fuse.” He …"."""
        last = max((number for number in range(at) if tokens.tags[number] == "Q"), default=None)
        if last is None:
            return None
        quotation = self.text[tokens.starts[last] : tokens.ends[last]]
        if quotation.rstrip("”\"’'» ")[-1:] not in {".", "!", "?"}:
            return None
        mentioned = self._computed_time(tokens.part(0, last))
        return mentioned if mentioned and mentioned.day != self.published else None

    def read_quoting(self, tokens: Tokens, statements: Sequence[Statement]) -> None:
        """Take in a sentence with quotations, with the statements in it."""
        mentioned = self._time_in(tokens)
        days = {each.speaker: each.said_on for each in statements if each.speaker}
        self._said_before, self._tells_time = days, bool(times(_without_quotations(self.text, tokens)))
        if mentioned is not None:
            self._take(replace(mentioned, days=days, spoken=True), tokens)
            return
        earlier = self.before.days if self.before else {}
        kept = {speaker: day for speaker, day in days.items() if speaker in earlier and earlier[speaker] == day}
        # Who speaks on is of the day of the words before, which mentions no other time.
        self.before = _TimeMentioned(next(iter(kept.values())), kept) if kept else None
        self.first = False

    def read_plain(
        self, tokens: Tokens, subject: str | None, found: Sequence[Cue], statements: Sequence[Statement]
    ) -> None:
        """Take in a sentence without a quotation: who is its subject, its verbs of saying, the statements in it."""
        self._said_before, self._tells_time = {}, bool(times(_without_quotations(self.text, tokens)))
        mentioned = self._time_in(tokens)
        if mentioned is not None:
            saying = self._sayings(tokens, found)
            days = {each.speaker: each.said_on for each in statements if each.speaker}
            places = mentioned.others or ((mentioned.start, mentioned.day),)
            beside = [day for start, day in places for at in saying if self._is_beside(tokens, at, start)]
            if subject and subject not in days and beside:
                days[subject] = beside[0]
            leads = bool(saying) and tokens.words[-1].endswith(":")
            mentioned = replace(mentioned, spoken=bool(saying or days), days=days, leads=leads)
        self._take(mentioned, tokens)

    def _sayings(self, tokens: Tokens, found: Sequence[Cue]) -> list[int]:
        """Return where in a sentence somebody says or takes back something."""
        said = self.text[tokens.starts[0] : tokens.ends[-1]]
        taken = [match.start() for match in _TAKES_BACK.finditer(said)]
        return taken + [
            tokens.starts[each.first] - tokens.starts[0] for each in found if each.lemma in SPEECH | _ADDRESSES
        ]

    def _is_beside(self, tokens: Tokens, saying: int, start: int) -> bool:
        """Return whether a time and a verb of saying stand in one clause, as far as words can tell."""
        said = self.text[tokens.starts[0] : tokens.ends[-1]]
        first, last = sorted((saying, start))
        return not _CLAUSE.search(said, first, last)

    def _take(self, mentioned: _TimeMentioned | None, tokens: Tokens) -> None:
        tells = any(tag in "VvA" for tag in tokens.tags) or tokens.words[-1:] == ["."]
        self.before, self.first = mentioned, False
        if mentioned is None:
            return
        if mentioned.then == self.published:
            self._carried = 0
            return
        if mentioned.of_the_day_too:
            return
        then = mentioned.then
        recent = not mentioned.background if then is None else _is_whole(then) and self._is_news(then)
        if recent or then is None or _is_whole(then) and mentioned.start <= _OPENS:
            self.moved = True
            # A line that is but a day or a caption tells of nothing that might go on.
            self._carried = self._longest_carried if recent and tells else self._carried

    def _is_news(self, day: str) -> bool:
        return self.base is None or (self.base - date.fromisoformat(day)).days <= NEWS_DAYS

    def _time_in(self, tokens: Tokens) -> _TimeMentioned | None:
        """Return what time a sentence tells outside its quotations, as computed once for it; None for none."""
        if tokens is not self._last_asked:
            self._last_asked, self._last_time = tokens, self._computed_time(tokens)
        return self._last_time

    def _computed_time(self, tokens: Tokens) -> _TimeMentioned | None:
        plain = _without_quotations(self.text, tokens)
        # The day that heads a text is its own, which a person may have corrected.
        head = self._head_end - tokens.starts[0] if len(tokens) else 0
        found = [each for each in times(plain) if each.start >= head and not belongs_elsewhere(plain, each)]
        days = [day for each in found if (day := self._of_a_day(each, plain)) is not None]
        if not days:
            return self._of_a_year(found, plain)
        places = tuple((each.start, each.day) for each in days)
        return replace(days[0], others=places, of_the_day_too=any(each.then == self.published for each in days))

    def _of_a_day(self, each: Time, plain: str) -> _TimeMentioned | None:
        """Return the day that one expression of time tells, or its month where no day is known; None for neither."""
        anchor = last_day("", self.base) if counts_on(each) else None
        day = day_meant(each, plain, self.base, anchor, self.published)
        if isinstance(day, Unknown):
            unclear = each.said("month") and not day.known or _PRESENT.match(each.said("other"))
            if unclear:
                return None
            background = bool(_BACKGROUND.search(each.said("other")))
            return _TimeMentioned(day.known, {}, then=day.known, start=each.start, background=background)
        if day is None and _RECENT.match(each.said("other")) and not _CLAUSE.search(plain, 0, each.start):
            return _TimeMentioned(None, {}, start=each.start)
        if day and (not self.base or day <= self.base or is_addition(plain[: each.start])):
            return _TimeMentioned(day.isoformat(), {}, then=day.isoformat(), start=each.start)
        return None

    def _of_a_year(self, found: Sequence[Time], plain: str) -> _TimeMentioned | None:
        """Return the last year that a sentence tells: what follows "In 2019 he left." may be of then or of today."""
        years = [each for each in found if each.said("year")]
        if not years:
            event = _EVENT_OF_A_YEAR.search(plain)
            if event is None or event["year"] >= (self.published or "")[:4]:
                return None
            return _TimeMentioned(self.published, {}, then=event["year"], past=True)
        ends = len(plain.rstrip(" .”\"’'")) == years[-1].end
        past = ends or years[-1].start <= _OPENS
        return _TimeMentioned(self.published, {}, then=years[-1].said("year"), past=past)


def _is_quotation_alone(tokens: Tokens) -> bool:
    """Return whether a sentence is a quotation with nothing around it, which goes on with the words before."""
    return "Q" in tokens.tags and not any(
        word[:1].isalnum() for word, tag in zip(tokens.words, tokens.tags, strict=True) if tag != "Q"
    )


def _is_whole(day: str | None) -> bool:
    return day is not None and len(day) == len("2026-03-02")


def _without_quotations(text: str, tokens: Tokens) -> str:
    """Return a sentence's own words, a blank for each quotation."""
    if not len(tokens):
        return ""
    pieces: list[str] = []
    at = tokens.starts[0]
    for number, tag in enumerate(tokens.tags):
        if tag == "Q":
            pieces += [text[at : tokens.starts[number]], " "]
            at = tokens.ends[number]
    return "".join([*pieces, text[at : tokens.ends[-1]]])[:_LONGEST]


def _is_of_another_day(text: str, base: date) -> bool:
    """Return whether a report's first paragraphs tell of an event shortly before its day and of none on it."""
    moved = False
    for paragraph in _lead(text):
        for each in times(paragraph):
            if belongs_elsewhere(paragraph, each):
                continue
            found = day_meant(each, paragraph, base, None, base.isoformat())
            if isinstance(found, date) and found == base:
                return False
            moved = moved or (isinstance(found, date) and 0 < (base - found).days <= NEWS_DAYS)
    return moved


def _is_release(text: str) -> bool:
    """Return whether a text says at its beginning that it is a release, which is of its own day."""
    lines = [line.strip() for line in text[: 4 * _LEAD].splitlines() if line.strip()]
    return any(is_label(line.strip("*_# ")) for line in lines[:_HEAD_LINES])


def _lead(text: str) -> list[str]:
    """Return the first paragraphs of running text without their quotations."""
    lines = [line.strip() for line in text[: 4 * _LEAD].splitlines() if line.strip()]
    prose = [line for line in lines if len(line) > _LONGEST_HEAD_LINE or line.endswith((".", "!", "?", "”", '"'))]
    found, left = [], _LEAD
    for line in prose[:_LEAD_PARAGRAPHS]:
        found.append(QUOTED.sub(" ", _DATELINE.sub("", line))[: max(0, left)])
        left -= len(line)
    return found

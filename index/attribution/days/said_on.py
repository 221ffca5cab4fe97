"""The day on which words were said, where the text beside them says so; else the day the document was published.

A weekday means the last such day up to the published one, "yesterday" the day before; a date without a year takes the
year that puts it before the published day; "two days later" counts from the day before it. A dateline ("VESK,
May 5 —") stands in for a missing published day. What stands beside one quotation never tells the day of its
neighbour. Where the text only says that it was another time ("last year", "between 2 and 5 March"), no day is known and
the published one would be wrong; of "said in 2008" the year is known.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from index.attribution.days.another_time import (
    gives_words,
    is_earlier,
    is_of_another_occasion,
    is_of_saying,
    is_of_then,
)
from index.attribution.days.entry_days import earlier_time, entry_day
from index.attribution.days.other_sources import is_before_an_event
from index.attribution.days.saying_before import ends_with_saying
from index.attribution.days.times import (
    AFTER_SAYING,
    CLOSE,
    Time,
    Unknown,
    belongs_elsewhere,
    counts_on,
    day_meant,
    is_addition,
    last_day,
    says_at,
    times,
)
from index.cues.tokens import Tokens
from index.cues.verbs import SPEECH_FORMS
from index.dates.days import written
from index.text.expressions import expression
from index.text.sentences import Span

HEAD = 600
_NEAR = 600
"""Characters around a statement that may tell its day; the rest of an endless sentence is about something else."""
_NEAR_TOKENS, _FEW = 100, 4
"""So many tokens around, and so many quotations before, are looked at."""
_CAPITAL = r"[^\W\d_a-zа-яіїєґўё]"
_DATELINE = expression(rf"(?m)^{_CAPITAL}[\w .,’'-]{{2,40}}[,(][^\n—–]{{0,30}}$")
_HEARD = expression(
    r"\b(?:court|jury|jurors|inquest|tribunal|inquiry|hearing|panel|committee|trial)\b[^,.;]{0,30}"
    r"\b(?:heard|hears|(?:was|were|is|has been) told)\b[^,.;]{0,20}$",
    re.IGNORECASE,
)
_ASIDE = expression(
    r"(?:,\s+(?:(?:an?|the|in)\s+(?:[\w-]+\s+){1,3}(?:that|which)|which|something(?:\s+that)?)|\b(?:in\s+)?what)\b[^,]*$",
    re.IGNORECASE,
)
"""What opens an aside on an event: "was approved on Monday, a step that Ruiz called", "in what Ruiz called"."""
_DONE = expression(
    r",\s+(?:[\w’'-]+ly\s+)?(?!(?:asked|questioned|pressed|reached|interviewed|contacted|quoted|published|posted|released)\b)"
    r"(?:[\w-]+ed|made|taken|given|held|seen|sent|won|lost|built|set|shown|written|found|begun|shot|struck)\b[^,;:]{0,60}$"
)
"""What was done to something on a day, up to the day: "Brandt’s move, announced late on Thursday"."""
_OF_THE_TEXT = expression(
    r"\b(?:misquot\w+|as saying|earlier version|wrongly|incorrectly|misstated|we (?:said|wrote))\b"
)
"""What a correction says of the words above it, which were said before."""
_AROUND = expression(r"\b(?:after|before|following|ahead\s+of)(?:\s+[\w’'-]+){0,5}\s+(?:on\s+)?$", re.IGNORECASE)
"""What relates a saying to an event, up to the event's day."""
_GOES_ON = expression(r"[\s,;”\"]*(?:(?:and|but|or|then|before|while|also|later|further)\s+){0,4}(?P<verb>\w+)")
_LONGEST_SUBJECT = 6
_LONGEST_CLAUSE, _LONGEST_CUE = 30, 12
NEWS_DAYS = 10
"""Days before the published one within which an event is what a report tells of and no background."""
_IN_A_QUESTION = expression(
    r"\b(?:asked|questioned|pressed|quizzed)(?: \w+ly)? "
    r"(?:about|why|whether|if|how|what|when|where|who|which)\b[^,]*$",
    re.IGNORECASE,
)
"""What somebody was asked, up to a time in it: "Asked why the gate was shut on Friday, he said"."""
_EVENT = expression(r"\b(?:who|which|whose|whom|where|because|although|if)\b", re.IGNORECASE)


def base_day(text: str, published: str | None) -> date | None:
    """Return the day from which weekdays and "yesterday" are counted: the published one, else the dateline's."""
    if published and len(published) == 10:
        return date.fromisoformat(published)
    for each in written(text, 0, HEAD):
        line = text.rfind("\n", 0, each.start) + 1
        if each.year and _DATELINE.match(text[line : each.start]) and re.match(r"[^\n—–]{0,30}[—–-]", text[each.end :]):
            return each.on()
    return None


@dataclass(frozen=True)
class FallbackDay:
    """What the text before tells of the day of words with nothing of their own beside them: the day, and "then"."""

    day: str | None
    then: str | None = None
    """The day, month or year that "at the time" means."""


@dataclass(frozen=True)
class SaidOn:
    """The day of words, None where it is not known, and how it is known."""

    day: str | None
    beside: bool = True
    """Whether what stands beside the words tells it, or that it is another day than the text's."""
    lasting: bool = True
    """Whether other words of the speaker may well be of that time: not of what somebody "once" said."""


def day_of(
    text: str,
    tokens: Tokens,
    words: Span,
    base: date | None,
    published: str | None,
    fallback: FallbackDay | None = None,
) -> SaidOn:
    """Return the day of the words at tokens `first` to before `last` of a sentence, by what stands beside them.

    A quotation that has nothing of its own beside it is of the day of the one before it in the sentence; one with no
    such neighbour of the day that `fallback` tells, the published one where that is left out.
    """
    first, last = words
    offset = max(0, first - _NEAR_TOKENS)
    near = tokens.part(offset, last + _NEAR_TOKENS)
    if earlier_time(text, near, published):
        return SaidOn(None, lasting=False)
    if entry := entry_day(text, near.starts[0] if near.starts else 0, base):
        base, published, fallback = entry, entry.isoformat(), None
    fallback = fallback or FallbackDay(published)
    pieces, earlier = _pieces(text, near, (first - offset, last - offset))
    if _tells_of_its_own_words(text, near, first - offset, pieces):
        pieces = "", pieces[1]
        fallback = FallbackDay(None)
    return said_on(*pieces, base, published, earlier=earlier, fallback=fallback)


def _tells_of_its_own_words(text: str, tokens: Tokens, at: int, pieces: tuple[str, str]) -> bool:
    """Return whether a time before words is in what is said: "In 2020, at a fair, “sales fell,” noted Quill"."""
    before, after = pieces
    if not times(before) or any(map(gives_words, before.split())):
        return False
    if tokens.tags[at : at + 1] != ["Q"]:
        # "Two men fell in on Monday when the gate broke, the guild said."
        told = _has_verb(tokens, max(0, at - _LONGEST_CLAUSE), at)
        return told and bool(SPEECH_FORMS & set(re.findall(r"\w+", after.lower())[:_LONGEST_CUE]))
    opening = text[tokens.starts[at] : tokens.ends[at]].lstrip("“\"”«„‘'")[:1]
    return opening.islower() and bool(SPEECH_FORMS & set(after.lower().split()[:_LONGEST_SUBJECT]))


def _pieces(text: str, tokens: Tokens, words: Span) -> tuple[tuple[str, str], str]:
    """Return what stands before and after words, or the quotation before them that tells more, and what is earlier."""
    for _ in range(_FEW + 1):
        before, after, neighbour = surroundings(text, tokens, *words)
        pieces = (text[max(before[0], before[1] - _NEAR) : before[1]], text[after[0] : min(after[1], after[0] + _NEAR)])
        if any(map(times, pieces)):
            break
        neighbour = _goes_on_from(tokens, words[0], pieces[0]) if neighbour is None else neighbour
        if neighbour is None:
            break
        words = (neighbour, neighbour + 1)
    closing = text[max(0, after[0] - 3) : after[0]]
    ended = "." in closing and re.match(r"\s+[A-Z]", pieces[1]) and SPEECH_FORMS & set(pieces[0].lower().split())
    own = "" if ended else ("," if "," in closing else "") + pieces[1]
    return (pieces[0], own), text[max(0, before[0] - _NEAR) : before[0]]


def _goes_on_from(tokens: Tokens, first: int, before: str) -> int | None:
    """Return the quotation from which its speaker goes on to words without a new subject: "…”, adding: “…”"."""
    verb = _GOES_ON.match(before)
    if verb is None or verb["verb"].lower() not in SPEECH_FORMS:
        return None
    return next((at for at in range(first - 1, -1, -1) if tokens.tags[at] == "Q"), None)


def said_on(
    before: str, after: str, base: date | None, published: str | None, *, fallback: FallbackDay, earlier: str = ""
) -> SaidOn:
    """Return the day (YYYY-MM-DD) that the text around a statement tells, else what `fallback` holds.

    `before` and `after` are what stands beside the statement, cue included; "the next day" counts from the last day in
    `earlier`. Without a known base day a date only counts with its year.
    """
    for piece, follows in ((after[:_NEAR], True), (before[-_NEAR:], False)):
        if _is_around_an_event(piece, base, published):
            return SaidOn(None)
        for each in _times_beside(piece, follows):
            anchor = last_day(earlier, base) if counts_on(each) else None
            found = day_meant(each, piece, base, anchor, published)
            if isinstance(found, Unknown):
                return SaidOn(found.known if is_of_saying(each, piece, follows) else None)
            if found and _is_of_event(before, piece, each, follows):
                return SaidOn(None, lasting=False)
            if found and (not _is_to_come(found, base) or is_addition(piece[: each.start])):
                return SaidOn(found.isoformat())
    return _without_a_time(before, after, fallback)


def _is_to_come(day: date, base: date | None) -> bool:
    """Return whether a day is after the text's own: nobody has said anything on it yet."""
    return base is not None and day > base


def _without_a_time(before: str, after: str, fallback: FallbackDay) -> SaidOn:
    """Return the day of words beside which no time stands: none where it was another, else what `fallback` holds."""
    if is_of_then(before, after):
        return SaidOn(fallback.then, lasting=False)
    if is_earlier(before, after) or is_before_an_event(before, after):
        return SaidOn(None, lasting=False)
    if is_of_another_occasion(before, after):
        return SaidOn(None)
    return SaidOn(fallback.day, beside=False)


def _is_around_an_event(piece: str, base: date | None, published: str | None) -> bool:
    """Return whether words were said before or after a day shortly before the text's: "said after Monday’s vote"."""
    for each in times(piece) if base else ():
        around = _AROUND.search(piece[: each.start])
        if around is None or not ends_with_saying(piece[: around.start()]):
            continue
        day = day_meant(each, piece, base, None, published)
        if isinstance(day, date) and base and 0 < (base - day).days <= NEWS_DAYS:
            return True
    return False


def _times_beside(piece: str, follows: bool) -> Iterator[Time]:
    """Yield the times of a piece beside the words that may be theirs."""
    for each in times(piece):
        before = piece[: each.start]
        if belongs_elsewhere(piece, each) or (follows and _tells_of_an_event(before)) or _IN_A_QUESTION.search(before):
            continue
        if follows and _is_since(piece, each):
            # "called Ruiz “a fox”, two days after he had left": the day of the leaving.
            return
        yield each


def _tells_of_an_event(opener: str) -> bool:
    """Return whether a clause about something else stands before a time, and no saying: "who left, said in a May"."""
    return bool(_EVENT.search(opener)) and not ("," in opener and says_at(opener))


def _is_since(piece: str, each: Time) -> bool:
    """Return whether a time only tells how long after or before something else: "a day after Holm left"."""
    return each.said("side").startswith(("after", "before")) and bool(re.match(r"\s+\w", piece[each.end :]))


def _is_of_event(before: str, piece: str, each: Time, follows: bool) -> bool:
    """Return whether a day in the sentence is that of an event on which somebody speaks, when is not known."""
    rest = piece[each.end :]
    if follows:
        return bool(
            _HEARD.search(piece[: each.start]) or (_ASIDE.search(before) and piece.lstrip("”\"’'").startswith(","))
        )
    later = (other for other in times(piece) if other.start > each.start)
    if is_addition(piece[: each.start]) and _OF_THE_TEXT.search(rest):
        return True
    if rest.startswith(",") and _DONE.search(piece[1 : each.start]):
        return True
    return bool(_ASIDE.search(rest) or AFTER_SAYING.match(rest) or any(_is_since(piece, other) for other in later))


_CLAUSE = frozenset(("while", "whereas", "then"))
_Surroundings = tuple[Span, Span, int | None]


def surroundings(text: str, tokens: Tokens, first: int, last: int) -> _Surroundings:
    """Return the spans of the text that are the own surroundings of tokens `first` to before `last`.

    They are what stands before and what after, and the number of a quotation before them in the sentence, whose
    surroundings count where these tell nothing.
    """
    quotations = [at for at, tag in enumerate(tokens.tags) if tag == "Q" and not first <= at < last]
    start, end = (
        _group(text, tokens, first, last, quotations) if tokens.tags[first : first + 1] == ["Q"] else (first, last)
    )
    previous = max((at for at in quotations if at < start), default=None)
    following = min((at for at in quotations if at >= end), default=None)
    begin = _clause_start(tokens, start) if previous is None else _parted(text, tokens, previous, start)[1]
    stop = _clause_end(tokens, end) if following is None else _parted(text, tokens, end - 1, following)[0]
    before = (tokens.starts[begin], tokens.starts[start]) if begin < start else (tokens.starts[start],) * 2
    after = (tokens.ends[end - 1], tokens.ends[stop - 1]) if stop > end else (tokens.ends[end - 1],) * 2
    own_verb = _has_verb(tokens, begin, start) or _has_verb(tokens, end, stop)
    return before, after, None if own_verb else previous


def _group(text: str, tokens: Tokens, first: int, last: int, quotations: list[int]) -> Span:
    """Return the tokens of the quotations that no verb and no date parts: “bad” and “worse”."""
    start, end = first, last
    for at in reversed([each for each in quotations if each < first][-_FEW:]):
        if not _is_joint(text, tokens, at, start):
            break
        start = at
    for at in [each for each in quotations if each >= last][:_FEW]:
        if not _is_joint(text, tokens, end - 1, at):
            break
        end = at + 1
    return start, end


def _is_joint(text: str, tokens: Tokens, one: int, other: int) -> bool:
    gap = text[tokens.ends[one] : tokens.starts[other]]
    if len(gap) > CLOSE:
        return False
    return not _has_verb(tokens, one + 1, other) and not times(gap)


def _has_verb(tokens: Tokens, first: int, last: int) -> bool:
    return any(tag in "VvA" for tag in tokens.tags[first:last])


def _parted(text: str, tokens: Tokens, one: int, other: int) -> Span:
    """Return up to which token the words between two quotations are of the first, and from which of the second.

    An utterance that its cue only interrupts (“We go,” she said on Monday, “and stay”) has them whole on both sides.
    """
    first = one + 1
    closing = text[tokens.starts[one] : tokens.ends[one]].rstrip("”\"’»“' ")[-1:]
    opens = tokens.words[first][:1]
    if tokens.tags[first] == "C" or tokens.lower[first] in _CLAUSE:
        return first, first
    if closing == "." and (opens.isupper() or opens.isdigit()):
        return first, first
    if closing in "?!" and (tokens.tags[other - 1] == ":" or tokens.tags[first] in "ZI#"):
        return first, first
    for at in range(other - 1, first, -1):
        if _divides(tokens, at) and _has_verb(tokens, first, at) and _begins_clause(tokens, at + 1, other):
            return at, at + 1
    return other, first


def _divides(tokens: Tokens, at: int) -> bool:
    the_then = tokens.lower[at] == "then" and tokens.lower[max(0, at - 1)] == "the"
    return tokens.tags[at] in "C;" or (tokens.lower[at] in _CLAUSE and not the_then)


def _begins_clause(tokens: Tokens, first: int, last: int) -> bool:
    return first >= last or _has_verb(tokens, first, last) or tokens.tags[first] in "ZI#"


def _clause_start(tokens: Tokens, before: int) -> int:
    """Return where the clause begins whose verb leads to the words: “…” of "The ferry sank on 2 May and Tell said"."""
    cue = next((at for at in range(before - 1, -1, -1) if tokens.tags[at] in "Vv"), None)
    for at in range((cue or 0) - 1, 0, -1):
        subject = tokens.tags[at + 1] not in "VvAR"
        # A day right before "and" ends a clause, also one whose verb is not known.
        if _divides(tokens, at) and subject and (_has_verb(tokens, 0, at) or tokens.tags[at - 1] in "Z#"):
            return at + 1
    return 0


def _clause_end(tokens: Tokens, after: int) -> int:
    """Return where a clause begins that somebody else's words follow: "…, and Quill said on Tuesday that …"."""
    for at in range(after, len(tokens) - 1):
        if tokens.tags[at] == ";":
            return at
        plain = _has_verb(tokens, after, at) or not any(tag in "NnP" for tag in tokens.tags[after:at])
        if (
            _divides(tokens, at)
            and plain
            and tokens.tags[at + 1] in "NPDnZI#"
            and _has_verb(tokens, at + 1, len(tokens))
        ):
            return at
    return len(tokens)

"""The day on which words were said, where the text beside them tells it; else the day the document was published.

A weekday means the last such day up to the published one, "yesterday" the day before; a date without a year takes the
year that puts it before the published day; "two days later" counts from the day told before it. A dateline ("VESK,
May 5 —") stands in for a missing published day. What stands beside one quotation never tells the day of its
neighbour. Where the text only says that it was another time ("last year", "between 2 and 5 March"), no day is known and
the published one would be wrong; of "said in 2008" the year is known.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from index.cues import Tokens
from index.days import MONTH, MONTH_NUMBER, WEEKDAY_NUMBER, WEEKDAYS, Written, weekday_of, written
from index.entries import earlier_time, entry_day
from index.numbers import value_of
from index.sentences import Span

HEAD = 600
_NEAR = 600
"""Characters around a statement that may tell its day; the rest of an endless sentence is about something else."""
_NEAR_TOKENS, _FEW = 100, 4
"""So many tokens around, and so many quotations before, are looked at."""
_CLOSE = 40
"""Characters from the words to "last year" or "in 2008", which farther off tell of something else."""
_MONTH_CLOSE = 100
"""The same for a month that the clause of the saying ends with ("said as the fair opened in June")."""
_OF_SOMETHING = re.compile(
    r"\b(?:of|about|on|over|that|which|who|whose|whom)\b(?! the (?:town|city|guild|council|party))"
)
_CAPITAL = r"[^\W\d_a-zа-яіїєґўё]"
_DATELINE = re.compile(rf"(?m)^{_CAPITAL}[\w .,’'-]{{2,40}}[,(][^\n—–]{{0,30}}$")
_FULL_WEEKDAYS = "|".join(sorted((re.escape(name) for name in WEEKDAY_NUMBER), key=len, reverse=True))
_ENGLISH_DAYS = frozenset(names.split()[0] for names in WEEKDAYS)
_UNITS = {"day": 1, "days": 1, "week": 7, "weeks": 7, "fortnight": 14, "fortnights": 14}
_PART_OF_DAY = "(?:day|morning|afternoon|evening|night)"
_COUNT = (
    r"(?P<count>\d{1,3}|a|an|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|some|few|a few)"
)
_TIMES = re.compile(
    rf"""\b(?:
    (?:(?P<which>last|this|next|coming|every|each|(?:the\ )?following|(?:the\ )?previous)\ )?
        (?P<weekday>{_FULL_WEEKDAYS})(?P<plural>s)?(?:,?\ (?:of\ )?(?P<week>last\ week))?(?![^\W_])
    |(?P<before_last>the\ day\ before\ yesterday|позавчера|позавчора|przedwczoraj|vorgestern)
    |(?P<yesterday>yesterday|last\ night|вчера|вчора|учора|wczoraj|gestern)
    |(?P<today>today|tonight|(?:earlier\ )?this\ (?:morning|afternoon|evening)|сегодня|сьогодні|сёння|dziś|dzisiaj
        |heute)
    |{_COUNT}\ (?P<unit>days?|weeks?|fortnights?|months?|years?)\ (?P<side>ago|later|earlier|before|after(?:wards)?)
    |(?P<after>the\ (?:next|following)\ {_PART_OF_DAY}|the\ day\ after)
    |(?P<previous>the\ (?:previous|preceding)\ {_PART_OF_DAY}|the\ (?:day|night|evening)\ before)
    |(?P<same>(?:later\ )?(?:that|the\ same)\ (?:same\ )?{_PART_OF_DAY})
    |(?P<other>(?:earlier\ |later\ )?(?:last|this|next|that)\ (?:year|month|week|weekend|spring|summer|autumn|fall
            |winter)
        |(?:years|months|weeks|days|decades)\ (?:ago|earlier|later|before)|over\ the\ weekend|at\ the\ weekend
        |the\ (?:next|following|previous|same)\ (?:week|month|year)
        |(?:back\ )?in\ (?:(?:an?|his|her|their|its|the\ (?:year|(?:early\ |late\ )?(?:spring|summer|autumn|fall|winter)
            (?:\ of)?))\ )?(?P<year>(?:1[5-9]|20)\d\d)
        |(?:(?:back\ )?(?:in|during)|(?-i:By)|last|that|this\ past|one
            |(?:the\ )?(?:end|start|beginning|middle|close)\ of)
            \ (?:early\ |late\ |mid-)?(?P<month>{MONTH})(?!\ ?\d))
    )(?![^\W_])""",
    re.IGNORECASE | re.VERBOSE,
)
_ELSEWHERE = re.compile(
    r"\b(?:of|after|before|until|till|by|since|from|for|than|about)\s+(?:the\s+)?$"
    r"|(?<!\bon)(?<!\blate)(?<!\bearly)\s+the\s+$"
    r"|\b(?:before|ahead\s+of|until|prior\s+to)\s+(?:[\w’'-]+\s+){1,5}(?:on\s+)?$",
    re.IGNORECASE,
)
_EVENT = re.compile(r"\b(?:who|which|whose|whom|where|because|although|if)\b", re.IGNORECASE)
_SAYS_THEN = re.compile(
    r"\b(?:said|says|told|tells|wrote|writes|added|recalled|explained|argued|warned|claimed|remarked|declared|[Ss]peaking"
    r"|insisted|admitted|tweeted|posted)(?: (?:the )?[A-Z][\w’'-]*(?: [A-Z][\w’'-]*){0,2}| reporters| journalists)?$"
)
"""What stands right before the time of a saying; the addressee in capitals."""
_ENDS = re.compile(r"\b(?:between|from)\s+(?:\w+\s+)?$", re.IGNORECASE)
_QUOTED = re.compile(r"“[^“”]{0,600}”|\"[^\"]{0,600}\"|«[^«»]{0,600}»")


@dataclass(frozen=True)
class _Time:
    """An expression of time in a piece of text: a written date, or a match of `_TIMES`."""

    start: int
    end: int
    date: Written | None = None
    words: re.Match[str] | None = None

    def said(self, name: str) -> str:
        """Return what a group of the words holds, in small letters; empty for none."""
        return ((self.words[name] if self.words else None) or "").lower()


@dataclass(frozen=True)
class _Unknown:
    """Stands for a day that the text tells to be another one, without telling which; at most its month or year."""

    told: str | None = None


_UNKNOWN = _Unknown()


def base_day(text: str, published: str | None) -> date | None:
    """Return the day from which weekdays and "yesterday" are counted: the published one, else the dateline's."""
    if published and len(published) == 10:
        return date.fromisoformat(published)
    for each in written(text, 0, HEAD):
        line = text.rfind("\n", 0, each.start) + 1
        if each.year and _DATELINE.match(text[line : each.start]) and re.match(r"[^\n—–]{0,30}[—–-]", text[each.end :]):
            return each.on()
    return None


def day_of(text: str, made: Tokens, first: int, last: int, base: date | None, published: str | None) -> str | None:
    """Return the day of the words at tokens `first` to before `last` of a sentence, by what stands beside them.

    A quotation that has nothing of its own beside it is of the day of the one before it in the sentence.
    """
    offset = max(0, first - _NEAR_TOKENS)
    near = made.part(offset, last + _NEAR_TOKENS)
    return _day_of(text, near, (first - offset, last - offset), base, published)


def _day_of(
    text: str, made: Tokens, words: Span, base: date | None, published: str | None, most: int = _FEW
) -> str | None:
    if earlier_time(text, made, published):
        return None
    if entry := entry_day(text, made.starts[0] if made.starts else 0, base):
        base, published = entry, entry.isoformat()
    before, after, neighbour = beside(text, made, *words)
    pieces = (text[max(before[0], before[1] - _NEAR) : before[1]], text[after[0] : min(after[1], after[0] + _NEAR)])
    if most and neighbour is not None and not any(map(_times, pieces)):
        return _day_of(text, made, (neighbour, neighbour + 1), base, published, most - 1)
    return said_on(*pieces, base, published, earlier=text[max(0, before[0] - _NEAR) : before[0]])


def said_on(before: str, after: str, base: date | None, published: str | None, *, earlier: str = "") -> str | None:
    """Return the day (YYYY-MM-DD) that the text around a statement tells, else the published date, else None.

    `before` and `after` are what stands beside the statement, cue included; "the next day" counts from the last day in
    `earlier`. Without a known base day a date is only told with its year.
    """
    for piece, follows in ((after[:_NEAR], True), (before[-_NEAR:], False)):
        for each in _times(piece):
            if _belongs_elsewhere(piece, each) or (follows and _EVENT.search(piece[: each.start])):
                continue
            anchor = _anchor(earlier, base) if _counts_on(each) else None
            found = _meant(each, piece, base, anchor, published)
            if isinstance(found, _Unknown):
                return found.told if _is_of_saying(each, piece, follows) else None
            # Nobody has said anything on a day to come.
            if found and not (base and found > base):
                return found.isoformat()
    return published


def _is_of_saying(each: _Time, piece: str, follows: bool) -> bool:
    """Return whether a year or month is when something was said: it opens the clause or stands by its verb.

    "In 1963 the mayor opened it with the words …", "she told the Post in 2015"; not "of the war in 2015".
    """
    before = piece[: each.start].strip("\"“”«»'’., \n")
    before = re.sub(r"(?:\b[Bb]ack )?\b(?:[Ii]n|[Dd]uring)$", "", before).strip()
    return (not follows and not before) or _SAYS_THEN.search(before) is not None


def _counts_on(each: _Time) -> bool:
    """Return whether an expression of time counts from a day told before it."""
    names = ("side", "after", "previous", "same")
    return any(map(each.said, names)) or each.said("which").endswith(("following", "previous"))


def _anchor(earlier: str, base: date | None) -> date | None:
    """Return the last day that a text tells outside its quotations, each "next day" counted from the one before."""
    anchor: date | None = None
    plain = _QUOTED.sub(" ", earlier)
    for each in _times(plain):
        found = _meant(each, plain, base, anchor, None)
        if isinstance(found, date):
            anchor = found
    return anchor


@lru_cache(maxsize=64)
def _times(piece: str) -> tuple[_Time, ...]:
    """Return the expressions of time in a piece of text, in order; each piece is asked for two or three times."""
    dates = [_Time(each.start, each.end, each) for each in written(piece) if not _is_verb(piece, each)]
    matches = (match for match in _TIMES.finditer(piece) if not _is_common(match))
    words = [_Time(*match.span(), words=match) for match in matches]
    apart = [each for each in words if not any(each.start < other.end and other.start < each.end for other in dates)]
    # "On Monday, 2 March": the date is the surer one of the two.
    close = [
        each
        for each in apart
        if not (each.said("weekday") and any(0 <= other.start - each.end <= 6 for other in dates if other.date))
    ]
    return tuple(sorted([*dates, *close], key=lambda each: each.start))


def _is_verb(piece: str, each: Written) -> bool:
    """Return whether what reads as a month is a verb: "they may 2", "to march 5 miles"."""
    return bool(re.search(r"\b(?:may|march|mar|sep|dec|jan)\b", piece[each.start : each.end]))


def _is_common(match: re.Match[str]) -> bool:
    """Return whether an English weekday or month without its capital is some other word."""
    weekday, month = match["weekday"], match["month"]
    return bool(
        (weekday and weekday.islower() and weekday in _ENGLISH_DAYS) or (month and month in {"may", "march", "august"})
    )


def _belongs_elsewhere(piece: str, each: _Time) -> bool:
    """Return whether a date is an event's, not the saying's: "the strike of May 5", "after Monday’s vote"."""
    if each.said("which") in {"next", "coming", "every", "each"} or each.said("plural"):
        return True
    if each.said("previous") and re.match(r"\s+(?:the|a|his|her|their|its|an)\b", piece[each.end :]):
        return False
    before = piece[: each.start]
    if _ENDS.search(before):
        return False
    return bool(_ELSEWHERE.search(before) or re.match(r"[’']s?\b", piece[each.end :]))


def _meant(
    each: _Time, piece: str, base: date | None, anchor: date | None, published: str | None
) -> date | _Unknown | None:
    if each.date:
        return _of_date(each.date, piece, base, published)
    between = _ENDS.search(piece[: each.start]) and re.match(r"\s+(?:and|to|until)\s", piece[each.end :])
    if each.said("other"):
        return _another_time(each, piece, published)
    if between:
        return _UNKNOWN
    if each.said("weekday"):
        return _of_weekday(each, base, anchor)
    for name, days in (("before_last", 2), ("yesterday", 1), ("today", 0)):
        if each.said(name):
            return base and base - timedelta(days=days)
    return _shifted(each, piece, base, anchor)


def _of_date(told: Written, piece: str, base: date | None, published: str | None) -> date | _Unknown | None:
    if told.ranged or told.either_way:
        return _UNKNOWN
    if told.day is None:
        close = not re.search(r"[,.;:]", piece[: told.start]) and told.start <= _CLOSE
        same = (published or "").startswith(f"{told.year}-{told.month:02}")
        month = f"{told.year}-{told.month:02}" if told.year else None
        return _Unknown(month) if close and not same else None
    if told.year:
        return told.on()
    if base is None:
        return None
    found = told.on(base.year)
    return told.on(base.year - 1) if found is None or found > base else found


def _another_time(each: _Time, piece: str, published: str | None) -> _Unknown | None:
    """Return that the day is unknown where the words are told to be of another time, close to them."""
    before = piece[: each.start]
    if re.search(r"[,.;:]", before) or each.start > (_MONTH_CLOSE if each.said("month") else _CLOSE):
        return None
    # "Said of the plan that they made in June" is no saying of June, "said as the fair opened in June" is one.
    if each.start > _CLOSE and _OF_SOMETHING.search(before):
        return None
    same_year = each.said("year") and (published or "")[:4] == each.said("year")
    month = MONTH_NUMBER.get(each.said("month"), 0)
    same_month = month and (published or "")[5:7] == f"{month:02}"
    return None if same_year or same_month else _Unknown(each.said("year") or None)


def _of_weekday(each: _Time, base: date | None, anchor: date | None) -> date | _Unknown | None:
    number, which = weekday_of(each.said("weekday")), each.said("which")
    if which.endswith(("following", "previous")):
        if anchor is None:
            return _UNKNOWN
        ahead = (number - anchor.weekday()) % 7 or 7
        return anchor + timedelta(
            days=ahead if which.endswith("following") else ahead - 14 if ahead == 7 else ahead - 7
        )
    if base is None:
        return None
    if each.said("week"):
        return base - timedelta(days=base.weekday() + 7 - number)
    back = (base.weekday() - number) % 7
    return base - timedelta(days=back or (7 if which == "last" else 0))


def _shifted(each: _Time, piece: str, base: date | None, anchor: date | None) -> date | _Unknown | None:
    """Return the day that is so many days from the base ("two days ago") or from the one before ("a day later")."""
    if each.said("side"):
        days, side = _days(each), each.said("side")
        if side.startswith("after") and re.match(r"\s+\w", piece[each.end :]):
            return _UNKNOWN
        if days is None:
            return _UNKNOWN
        # "Weeks ago" is seldom exact.
        if side == "ago":
            return _UNKNOWN if days % 7 == 0 else base and base - timedelta(days=days)
        days = days if side in {"later", "after", "afterwards"} else -days
    else:
        days = 1 if each.said("after") else -1 if each.said("previous") else 0
        if not each.said("same") and re.match(r"\s+(?:the|a|an|his|her|their|its)\b", piece[each.end :]):
            return _UNKNOWN
    return anchor + timedelta(days=days) if anchor else _UNKNOWN


def _days(each: _Time) -> int | None:
    count = {"a": 1, "an": 1}.get(each.said("count")) or value_of(each.said("count"))
    unit = _UNITS.get(each.said("unit"))
    return int(count) * unit if count is not None and unit else None


_CLAUSE = frozenset(("while", "whereas", "then"))
_Beside = tuple[Span, Span, int | None]


def beside(text: str, made: Tokens, first: int, last: int) -> _Beside:
    """Return the spans of the text that are the own surroundings of tokens `first` to before `last`.

    They are what stands before and what after, and the number of a quotation before them in the sentence, whose
    surroundings count where these tell nothing.
    """
    quotations = [at for at, tag in enumerate(made.tags) if tag == "Q" and not first <= at < last]
    start, end = _group(text, made, first, last, quotations) if made.tags[first : first + 1] == ["Q"] else (first, last)
    previous = max((at for at in quotations if at < start), default=None)
    following = min((at for at in quotations if at >= end), default=None)
    begin = _clause_start(made, start) if previous is None else _parted(text, made, previous, start)[1]
    stop = _clause_end(made, end) if following is None else _parted(text, made, end - 1, following)[0]
    before = (made.starts[begin], made.starts[start]) if begin < start else (made.starts[start],) * 2
    after = (made.ends[end - 1], made.ends[stop - 1]) if stop > end else (made.ends[end - 1],) * 2
    own_verb = _has_verb(made, begin, start) or _has_verb(made, end, stop)
    return before, after, None if own_verb else previous


def _group(text: str, made: Tokens, first: int, last: int, quotations: list[int]) -> Span:
    """Return the tokens of the quotations that no verb and no date parts: “bad” and “worse”."""
    start, end = first, last
    for at in reversed([each for each in quotations if each < first][-_FEW:]):
        if not _is_joint(text, made, at, start):
            break
        start = at
    for at in [each for each in quotations if each >= last][:_FEW]:
        if not _is_joint(text, made, end - 1, at):
            break
        end = at + 1
    return start, end


def _is_joint(text: str, made: Tokens, one: int, other: int) -> bool:
    gap = text[made.ends[one] : made.starts[other]]
    if len(gap) > _CLOSE:
        return False
    return not _has_verb(made, one + 1, other) and not _times(gap)


def _has_verb(made: Tokens, first: int, last: int) -> bool:
    return any(tag in "VvA" for tag in made.tags[first:last])


def _parted(text: str, made: Tokens, one: int, other: int) -> Span:
    """Return up to which token the words between two quotations are of the first, and from which of the second.

    An utterance that its cue only interrupts (“We go,” she said on Monday, “and stay”) has them whole on both sides.
    """
    first = one + 1
    closing = text[made.starts[one] : made.ends[one]].rstrip("”\"’»“' ")[-1:]
    opens = made.words[first][:1]
    if made.tags[first] == "C" or made.lower[first] in _CLAUSE:
        return first, first
    if closing == "." and (opens.isupper() or opens.isdigit()):
        return first, first
    if closing in "?!" and (made.tags[other - 1] == ":" or made.tags[first] in "ZI#"):
        return first, first
    for at in range(other - 1, first, -1):
        if _divides(made, at) and _has_verb(made, first, at) and _begins_clause(made, at + 1, other):
            return at, at + 1
    return other, first


def _divides(made: Tokens, at: int) -> bool:
    return made.tags[at] in "C;" or made.lower[at] in _CLAUSE


def _begins_clause(made: Tokens, first: int, last: int) -> bool:
    return first >= last or _has_verb(made, first, last) or made.tags[first] in "ZI#"


def _clause_start(made: Tokens, before: int) -> int:
    """Return where the clause begins whose verb leads to the words: “…” of "The ferry sank on 2 May and Tell said"."""
    cue = next((at for at in range(before - 1, -1, -1) if made.tags[at] in "Vv"), None)
    for at in range((cue or 0) - 1, 0, -1):
        subject = made.tags[at + 1] not in "VvAR"
        # A day right before "and" ends a clause, also one whose verb is not known.
        if _divides(made, at) and subject and (_has_verb(made, 0, at) or made.tags[at - 1] in "Z#"):
            return at + 1
    return 0


def _clause_end(made: Tokens, after: int) -> int:
    """Return where a clause begins that somebody else's words follow: "…, and Quill said on Tuesday that …"."""
    for at in range(after, len(made) - 1):
        if made.tags[at] == ";":
            return at
        plain = _has_verb(made, after, at) or not any(tag in "NnP" for tag in made.tags[after:at])
        if _divides(made, at) and plain and made.tags[at + 1] in "NPDnZI#" and _has_verb(made, at + 1, len(made)):
            return at
    return len(made)

"""Expressions of time in running text ("on Monday", "two days later", "back in May", "once told"), and what they mean.

A weekday means the last such day up to the published one, but none where it may as well be the day after that; a date
without a year takes the year that puts it before the published day, after it where it heads a correction or an update.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from index.attribution.days.saying_before import ends_with_saying
from index.cues.verbs import SPEECH, VERBS
from index.dates.days import MONTH, MONTH_NUMBER, WEEKDAY, WEEKDAY_NUMBER, WEEKDAYS, Written, weekday_of, written
from index.names.titles import GENDERED
from index.text.expressions import expression
from index.text.numbers import value_of

CLOSE = 40
"""Characters from the words to "last year" or "in 2008", which farther off tell of something else."""
_CLAUSE_CLOSE = 100
"""The same where nothing in between is "of", "about" or "that" ("said as the fair opened in June")."""
_OF_SOMETHING = expression(
    r"\b(?:of|about|on|over|that|which|who|whose|whom)\b(?! the (?:town|city|guild|council|party))"
)
_FULL_WEEKDAYS = "|".join(sorted((re.escape(name) for name in WEEKDAY_NUMBER), key=len, reverse=True))
_ENGLISH_DAYS = frozenset(names.split()[0] for names in WEEKDAYS)
_UNITS = {"day": 1, "days": 1, "week": 7, "weeks": 7, "fortnight": 14, "fortnights": 14}
_PART_OF_DAY = "(?:day|morning|afternoon|evening|night)"
_COUNT = (
    r"(?P<count>\d{1,3}|a|an|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|some|few|a few)"
)
_DOCUMENT = (
    "(?:interview|speech|address|letter|memo|email|post|tweet|column|essay|article|book|memoir|report|study|paper|survey"
    "|poll|statement|ruling|documentary|film|podcast|complaint|lawsuit|filing|opinion|dissent|decision|testimony|review"
    "|analysis|hearing|debate|song|album|novel)"
)
_OF_AN_EVENT = r"(?:the|an?|he|she|they|it|his|her|their|its|(?-i:[A-Z])[\w’'-]*)"
_TIMES = expression(
    rf"""\b(?=\w)(?:
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
        |(?:earlier|last)\ (?:this\ )?(?:session|season|term|semester|decade|century)
        |(?:years|months|weeks|days|decades)\ (?:ago|earlier|later|before)|over\ the\ weekend|at\ the\ weekend
        |the\ (?:next|following|previous|same)\ (?:week|month|year)
        |(?:earlier|early|late|later)\ in\ the\ (?:week|month|year|spring|summer|autumn|fall|winter)
        |in\ (?:recent|(?:the\ )?(?:past|last))\ (?:few\ |couple\ of\ )?(?:days|weeks|months|years)
        |in\ the\ (?:early\ |late\ |mid-)?(?:1[5-9]|20)\d0s
        |the\ (?:day|night|morning|evening|week|weekend|month|year)(?=\ (?:that\ |when\ |of\ )?{_OF_AN_EVENT}\ [\w’'-]+)
        |(?:(?:back\ )?(?:in|during)\ (?:(?:an?|his|her|their|its
                |the\ (?:year|(?:early\ |late\ )?(?:spring|summer|autumn|fall|winter)(?:\ of)?|(?=\d{{4}}\ [a-z])))\ )?
            |(?:an?|the)\ (?=\d{{4}}\ (?:[\w-]+\ ){{0,2}}{_DOCUMENT}))(?P<year>(?:1[5-9]|20)\d\d)
        |(?:(?:back\ )?(?:in|during)|(?:in|at|during)\ (?:an?|his|her|their|its)|(?-i:By)|last|that|this\ past|one
            |(?:the\ )?(?:end|start|beginning|middle|close)\ of
            |(?:an?|the)(?=\ {MONTH}\ (?:[\w-]+\ ){{0,2}}{_DOCUMENT}))
            \ (?:early\ |late\ |mid-)?(?P<month>{MONTH})(?!\ ?\d))
    )(?![^\W_])""",
    re.IGNORECASE | re.VERBOSE,
)
_ELSEWHERE = expression(
    r"\b(?:captured|taken|shot)\s+(?:on\s+)?$"
    r"|\b(?:of|after|before|until|till|by|since|from|for|than|about)\s+(?:the\s+)?$"
    r"|(?:^|(?<!\bon)(?<!\blate)(?<!\bearly)\s)\s*the\s+$"
    r"|\b(?:before|ahead\s+of|until|prior\s+to)\s+(?:[\w’'-]+\s+){1,5}(?:on\s+)?$",
    re.IGNORECASE,
)
_WITHIN = expression(r"[\w’'] $")
_AT = expression(r"\b(?:at|during)\s+$", re.IGNORECASE)
"""What makes an event's day that of the words: "at Monday’s meeting"."""
_NEAR = 300
_ADDED = expression(
    r"[\s*_>(\[]{0,9}(?:correction|corrected|clarification|updated?|amendment|amended|editor[’']s note|note)\b"
    rf"[\s*_:,(–—-]{{0,9}}(?:(?:added|made|issued) )?(?:on )?(?:{WEEKDAY},? )?(?:the )?",
    re.IGNORECASE,
)
_LONGEST_ADDED = 80
"""What heads a correction or an update, before its day."""
_MONTHS_BACK, _DAYS_BACK = 9, 270
"""A page of April that tells of what happened "in May" was rather changed in June than tells of the year before."""
_DAY_AHEAD = 6
"""Days back to the weekday that is also the day after: pages that were changed since their day tell of that one."""
_KEPT_IN = expression(
    r"\b(?:diary|journal|letter|log|logbook|notebook|column|entry|entries|memo|note|message|post|minutes)"
    r"(?:\s+entry)?\s+(?:for|of|from|dated)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
"""Of what somebody wrote on a day."""
_TO_COME = expression(
    r"\b(?:will|would|shall|due|scheduled|expected)\b[^,.;:]{0,60}$|\bsays?\b[^,.;:]{0,60}\bto\s+[a-z]+\s+(?:on\s+)?$",
    re.IGNORECASE,
)
AFTER_SAYING = expression(
    r"\s+(?:after|for|by|before)\s+(?:saying|telling|calling|writing|declaring|announcing|claiming)\b"
)
_MARKS = "\"”»’', "
"""What may stand between the words of a quotation and what goes on after it."""
_ENDS = expression(r"\b(?:between|from)\s+(?:\w+\s+)?$", re.IGNORECASE)
QUOTED = expression(r"“[^“”]{0,600}”|\"[^\"]{0,600}\"|«[^«»]{0,600}»")


@dataclass(frozen=True)
class Time:
    """An expression of time in a piece of text: a written date, or a match of `_TIMES`."""

    start: int
    end: int
    date: Written | None = None
    words: re.Match[str] | None = None

    def said(self, name: str) -> str:
        """Return what a group of the words holds, in small letters; empty for none."""
        return ((self.words[name] if self.words else None) or "").lower()


@dataclass(frozen=True)
class Unknown:
    """Stands for a day that the text tells to be another one, without telling which; at most its month or year."""

    known: str | None = None
    """The month or year that the text tells all the same."""


UNKNOWN = Unknown()


def counts_on(each: Time) -> bool:
    """Return whether an expression of time counts from a day before it."""
    names = ("side", "after", "previous", "same")
    return any(map(each.said, names)) or each.said("which").endswith(("following", "previous"))


def last_day(earlier: str, base: date | None) -> date | None:
    """Return the last day that a text tells outside its quotations, each "next day" counted from the one before."""
    anchor: date | None = None
    plain = QUOTED.sub(" ", earlier)
    for each in times(plain):
        found = day_meant(each, plain, base, anchor, None)
        if isinstance(found, date):
            anchor = found
    return anchor


@lru_cache(maxsize=64)
def times(piece: str) -> tuple[Time, ...]:
    """Return the expressions of time in a piece of text, in order; each piece is asked for two or three times."""
    dates = [Time(each.start, each.end, each) for each in written(piece) if not _is_verb(piece, each)]
    matches = (match for match in _TIMES.finditer(piece) if not _is_common(match))
    words = [Time(*match.span(), words=match) for match in matches]
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
    """Return whether an English weekday or month without its capital, or "TODAY" as a name, is some other word."""
    weekday, month = match["weekday"], match["month"]
    if (match["today"] or "").istitle() and _WITHIN.search(match.string, 0, match.start()):
        return True
    if (match["today"] or "").isupper() and not match.string.isupper():
        return True
    return bool(
        (weekday and weekday.islower() and weekday in _ENGLISH_DAYS) or (month and month in {"may", "march", "august"})
    )


def belongs_elsewhere(piece: str, each: Time) -> bool:
    """Return whether a date is an event's, not the saying's: "the strike of May 5", "after Monday’s vote"."""
    if each.said("which") in {"next", "coming", "every", "each"} or each.said("plural"):
        return True
    if each.said("previous") and re.match(r"\s+(?:the|a|his|her|their|its|an)\b", piece[each.end :]):
        return False
    before = piece[max(0, each.start - _NEAR) : each.start]
    if _ENDS.search(before) or _KEPT_IN.search(before):
        return False
    if _TO_COME.search(before):
        return True
    if _AT.search(before):
        return False
    return bool(_ELSEWHERE.search(before) or re.match(rf"(?: {_PART_OF_DAY})?[’']s?\b", piece[each.end :]))


def day_meant(
    each: Time, piece: str, base: date | None, anchor: date | None, published: str | None
) -> date | Unknown | None:
    """Return the day that an expression of time means, unknown where it tells of another one; None for no day."""
    if each.date:
        return _of_date(each.date, piece, base, published)
    between = _ENDS.search(piece[: each.start]) and re.match(r"\s+(?:and|to|until)\s", piece[each.end :])
    if each.said("other"):
        return _another_time(each, piece, published)
    if between:
        return UNKNOWN
    if each.said("weekday"):
        return _of_weekday(each, base, anchor)
    for name, days in (("before_last", 2), ("yesterday", 1), ("today", 0)):
        if each.said(name):
            return base and base - timedelta(days=days)
    return _shifted(each, piece, base, anchor)


def _of_date(written_date: Written, piece: str, base: date | None, published: str | None) -> date | Unknown | None:
    if written_date.ranged or written_date.either_way:
        return UNKNOWN
    if written_date.day is None:
        return _of_month(written_date, piece, published)
    if written_date.year:
        return written_date.on()
    if base is None:
        return None
    found = written_date.on(base.year)
    if is_addition(piece[: written_date.start]):
        return written_date.on(base.year + 1) if found is None or found < base else found
    if found is None or found > base:
        found = written_date.on(base.year - 1)
    # "On 20 March" on a page of 18 March is seldom of the year before.
    return UNKNOWN if found and (base - found).days > _DAYS_BACK else found


def _of_month(written_date: Written, piece: str, published: str | None) -> Unknown | None:
    """Return that the day is unknown where a month stands close to the words that is not the published one."""
    before = piece[: written_date.start].lstrip(_MARKS)
    if (re.search(r"[,.;:]", before) or written_date.start > CLOSE) and not says_at(before):
        return None
    month = f"{written_date.year}-{written_date.month:02}"
    return None if (published or "").startswith(month) else Unknown(month if written_date.year else None)


def says_at(before: str) -> bool:
    """Return whether a verb of saying and what it was said at lead to a time: ", who left, testified in a"."""
    return ends_with_saying(_LEADING.sub("", re.split(r"[,;:.]", before)[-1]).strip())


_IN_A_DOCUMENT = expression(rf", in (?:an?|his|her|its|the) (?:[\w-]+ ){{0,2}}(?:{_DOCUMENT}|release) $")
"""What somebody said it in, behind what tells who they are: ", said Holt, the chair, in a press release "."""
_LEADING = expression(r"\b(?:in|at|during)(?: (?:an?|his|her|their|the))? $")


def is_addition(before: str) -> bool:
    """Return whether a span ends with the head of a correction or an update, which come after the published day."""
    line = before[before.rfind("\n") + 1 :]
    return len(line) <= _LONGEST_ADDED and _ADDED.fullmatch(line) is not None


def _another_time(each: Time, piece: str, published: str | None) -> Unknown | None:
    """Return that the day is unknown where the words are said to be of another time, close to them."""
    if not _is_of_the_words(each, piece) or _is_of_publication(each, published):
        return None
    if each.said("year"):
        return Unknown(each.said("year"))
    # "By June she was saying so": before or then.
    before_or_then = each.said("other").startswith("by ")
    return Unknown(None if before_or_then else _month_before(_month_number(each), published))


def _is_of_the_words(each: Time, piece: str) -> bool:
    """Return whether another time is when the words were said: it stands by the verb of saying or close in its clause.

    "Said of the plan that they made in June" is no saying of June, "said as the fair opened in June" is one.
    """
    before = piece[: each.start]
    if ends_with_saying(before) or AFTER_SAYING.match(piece, each.end) or _leads_to_saying(piece, each):
        return True
    if piece.startswith(", when ", each.end) or _IN_A_DOCUMENT.search(before):
        return True
    clause = before.lstrip(_MARKS).rpartition(": ")[2]
    if re.search(r"[,.;:]", clause) or len(clause) > _CLAUSE_CLOSE:
        return False
    return len(clause) <= CLOSE or not _OF_SOMETHING.search(clause)


def _leads_to_saying(piece: str, each: Time) -> bool:
    """Return whether a verb of saying follows at once: "Holm, this week told …"; not "born in 1990, said"."""
    words = re.findall(r"[\w’'-]+|[^\w\s]", piece[each.end : each.end + CLOSE])
    if (
        words[:1] == [","]
        and words[1:2]
        and words[1] not in GENDERED
        and not re.search(r"(?:^|,)\W*$", piece[: each.start])
    ):
        return False
    # "in 2020, he told"
    words = words[: 3 if words[:1] == [","] and words[1:2] and words[1] in GENDERED else 2]
    return any((verb := VERBS.get(word)) and verb.lemma in SPEECH and verb.form == "past" for word in words)


def _is_of_publication(each: Time, published: str | None) -> bool:
    """Return whether a time is the published year or month, which may be that of the words as well."""
    day = published or ""
    if each.said("year") and day[:4] == each.said("year"):
        return True
    month = _month_number(each)
    return bool(month) and day[5:7] == f"{month:02}"


def _month_number(each: Time) -> int:
    return MONTH_NUMBER.get(each.said("month"), 0)


def _month_before(month: int, published: str | None) -> str | None:
    """Return the last such month before the published day; None without one, or where it may as well be one to come."""
    if not month or not published or len(published) < 7:
        return None
    back = (int(published[5:7]) - month) % 12
    year = int(published[:4]) - (month > int(published[5:7]))
    return f"{year}-{month:02}" if back <= _MONTHS_BACK else None


def _of_weekday(each: Time, base: date | None, anchor: date | None) -> date | Unknown | None:
    number, which = weekday_of(each.said("weekday")), each.said("which")
    if which.endswith(("following", "previous")):
        if anchor is None:
            return UNKNOWN
        ahead = (number - anchor.weekday()) % 7 or 7
        return anchor + timedelta(
            days=ahead if which.endswith("following") else ahead - 14 if ahead == 7 else ahead - 7
        )
    if base is None:
        return None
    if each.said("week"):
        return base - timedelta(days=base.weekday() + 7 - number)
    back = (base.weekday() - number) % 7
    if back == _DAY_AHEAD and which != "last":
        return UNKNOWN
    return base - timedelta(days=back or (7 if which == "last" else 0))


def _shifted(each: Time, piece: str, base: date | None, anchor: date | None) -> date | Unknown | None:
    """Return the day that is so many days from the base ("two days ago") or from the one before ("a day later")."""
    if each.said("side"):
        days, side = _days(each), each.said("side")
        if side.startswith("after") and re.match(r"\s+\w", piece[each.end :]):
            return UNKNOWN
        if days is None:
            return UNKNOWN
        # "Weeks ago" is seldom exact.
        if side == "ago":
            return UNKNOWN if days % 7 == 0 else base and base - timedelta(days=days)
        days = days if side in {"later", "after", "afterwards"} else -days
    else:
        days = 1 if each.said("after") else -1 if each.said("previous") else 0
        if not each.said("same") and re.match(r"\s+(?:the|a|an|his|her|their|its)\b", piece[each.end :]):
            return UNKNOWN
    return anchor + timedelta(days=days) if anchor else UNKNOWN


def _days(each: Time) -> int | None:
    count = {"a": 1, "an": 1}.get(each.said("count")) or value_of(each.said("count"))
    unit = _UNITS.get(each.said("unit"))
    return int(count) * unit if count is not None and unit else None

"""Where a number with its unit stands in a text that answers how many, how much, how long or how old."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from index.dates.days import ANY_MONTH
from index.names.descriptions import is_person_noun
from index.text.expressions import expression
from index.text.numbers import SMALL, Number, numbers
from index.text.sentences import Span
from index.text.stems import STOPWORDS, content_words, plain, stem, words

_CURRENCIES = frozenset("$€£¥")
_UNITS = {
    "time": "second minute hour day night week month year decade century",
    "length": "inch foot feet yard mile millimeter centimeter meter kilometer cm mm km m ft mi acre hectare square",
    "weight": "pound ounce ton gram kilogram kilo kg lb g stone tonne",
    "money": "dollar cent euro hryvnia pound ruble rouble crown zloty yuan yen franc krona peso rupee usd eur",
    "heat": "degree celsius fahrenheit c f",
    "speed": "mph kph knot mile kilometer km",
    "often": "time twice once weekly daily monthly",
}
_STEMS = {kind: frozenset(map(stem, names.split())) for kind, names in _UNITS.items()}
_PEOPLE = frozenset(map(stem, ("people", "person", "persons", "men", "women", "victims", "lives")))
_SHARE = frozenset({"percent", "fraction"})
_COUNTING = _SHARE | {"cardinal", "vague"}
_ASKED: tuple[tuple[re.Pattern[str], tuple[str, ...]], ...] = tuple(
    (expression(pattern, re.IGNORECASE), kinds)
    for pattern, kinds in (
        (r"\bhow old\b|\bwhat age\b|\bage of\b", ("age",)),
        (r"\bhow long\b", ("time", "length")),
        (r"\bhow far (?:along|advanced|on|through)\b", ("share",)),
        (r"\bhow (?:far|tall|wide|high|deep|big|large|broad|thick)\b", ("length",)),
        (r"\bhow heavy\b|\bhow much (?:does|did|do|is|was)\b.*\bweigh", ("weight",)),
        (r"\bhow (?:hot|cold|warm)\b", ("heat",)),
        (r"\bhow fast\b", ("speed",)),
        (r"\bhow often\b", ("often",)),
        (
            r"\bhow much\b.*\b(?:cost(?:ing)?|paid|spen[dt]|worth|earn(?:ed)?|took|take|made|make|donated?|owed?)\b"
            r"(?! (?:rise|rose|increas|gr[eo]w|f[ae]ll|go|went))",
            ("money",),
        ),
        (r"\bhow much (?:[\w’'-]+ ){0,2}(?:money|cash|funding|compensation|damages|debt)\b", ("money",)),
        (r"\bhow much (?:money|does|did|do|will|would|is|was|were|are|has|have)\b", ("money", "share", "weight")),
        (r"\b(?:percentage|percent|proportion|share|fraction)\b", ("share",)),
    )
)
_HOW_MANY = expression(r"\bhow many (?P<what>[\w’'-]+(?: [\w’'-]+){0,3})", re.IGNORECASE)
_HOW_MANY_OF = expression(
    r"\bhow many of (?:the|these|those|his|her|its|our|their|your|my) (?P<what>[\w’'-]+(?: [\w’'-]+){0,3})", re.I
)
_OF_THEM = expression(r"\bhow many of (?:them|these|those)\b(?! [^\W\d_]+s\b)", re.IGNORECASE)
"""What is counted was named before."""
_OF_OTHERS = expression(r" of (?!them\b|these\b|those\b|whom\b)", re.IGNORECASE)
_HOW_OFTEN = expression(r"\bhow (?:many times|often)\b", re.IGNORECASE)
_TIMES = expression(
    r"\b(?:once|twice|thrice"
    r"|(?:(?:an? )?(?:few|dozen|hundred|thousand|million)|several|many|numerous|countless|dozens of|hundreds of) times"
    rf"|(?:\d[\d.,]*|{'|'.join(map(re.escape, SMALL))})(?: (?:dozen|hundred|thousand|million))? times"
    r"|every (?:\w+ )?(?:day|week|month|year))\b",
    re.IGNORECASE,
)
_HEDGE = expression(
    r"(?:(?:about|around|roughly|nearly|almost|approximately|some|over|under|at least|at most|up to|more than|well over"
    r"|(?:a (?:little|bit|lot)|slightly|far|many|much|significantly|considerably) (?:more|fewer|less) than|upwards? of"
    r"|fewer than|less than|no more than|no fewer than|no less than|as many as|as much as|an estimated|just over"
    r"|just under|close to|only|exactly)[ ])+$",
    re.IGNORECASE,
)
_AFTER = expression(
    r"(?:[- ](?P<one>[^\W\d_]+)(?:[- ](?P<two>[^\W\d_]+))?(?:[- ](?P<three>[^\W\d_]+))?)", re.IGNORECASE
)
_ALSO = expression(
    r"-old\b| \((?:about |around |roughly )?[\d.,]+ ?[^\W\d_]+(?: [^\W\d_]+)?\)| or more\b| or less\b| or so\b"
    r"| a (?:day|week|month|year|person)\b"
)
_AGE = expression(r"\b(?:aged?(?: of)?|turned|turning|at)$|[^\W\d_]\s*,$", re.IGNORECASE)
_YEAR = expression(r"(?:1[5-9]|20)\d\d\Z")


@dataclass(frozen=True)
class Amount:
    """A number in a text with where it stands, its unit and what hedges it included."""

    start: int
    end: int
    fits: bool
    """Whether it is of the unit or the things that the question asks for."""
    number: Number


def amounts(text: str, question: str) -> list[Amount]:
    """Return the numbers of a text that may answer a question for one, in order."""
    known = set(words(question))
    kinds = next((kinds for form, kinds in _ASKED if form.search(question)), ())
    what = _things(question)
    found: list[Amount] = []
    for each in numbers(text):
        if each.kind in _COUNTING and not _is_no_amount(text, each, known):
            money = text[each.start - 1 : each.start] in _CURRENCIES
            fits = _is_thing(what, each, text) if what else _is_of_unit(kinds, each, money, text)
            amount = Amount(*_with_unit(text, each, money), fits, each)
            # "112 miles (180 kilometers)" is one length.
            if not found or amount.end > found[-1].end:
                found.append(amount)
    return found


def best_amount(text: str, question: str, read: Span | None) -> Span | None:
    """Return where the number stands that answers a question, where one alone can be meant.

    `read` is where the reader sees the answer: a number there goes before others of its unit. None for a number of
    which a part would be lost: "between 10 and 20", "not 16".
    """
    found = _best(text, question, read)
    return found if found and not _is_part(text, found) else None


def _best(text: str, question: str, read: Span | None) -> Span | None:
    if _HOW_OFTEN.search(question) and (times := [_hedged(text, each.span()) for each in _TIMES.finditer(text)]):
        return _alone(times)
    found = _meant(text, question)
    inside = [each for each in found if _overlaps(each, read)]
    if fitting := next((each for each in inside if each.fits), None):
        return fitting.start, fitting.end
    if _ONLY_MONEY.search(question):
        inside = []
    chosen = inside or _fitting(found, text, question)
    if not chosen and not _asks_unit(question):
        chosen = found
    return _of_one_value(chosen)


_ONLY_MONEY = expression(r"\bhow much (?:[\w’'-]+ ){0,2}(?:money|cash)\b", re.IGNORECASE)
"""No number of other things answers: "How much prize money?" is not told "five prizes"."""
_CHANGED = (
    "(?:cut|raised?|lower(?:ed)?|increased?|reduced?|rise|fall|fell|drop(?:ped)?|grow|grew|shrink|slash(?:ed)?"
    "|lift(?:ed)?|trim(?:med)?|hiked?|go up|come down)"
)
_BY_HOW_MUCH = expression(
    r"\bby how (?:much|many)\b|\bhow (?:much|many) more\b|\bhow (?:much|many) (?:did|does|has|have|will|would|was|were"
    rf"|is|are)\b(?!.{{0,200}}\bto\W*$).{{0,80}}\b{_CHANGED}\b",
    re.IGNORECASE,
)
_REACHING = expression(
    r"\b(?:to|total(?:s|ed|ling)?(?: (?:of|to))?|reach(?:es|ed|ing)?)"
    r"(?: (?:over|about|around|almost|nearly|some|more than))? [$€£]?$",
    re.IGNORECASE,
)


def _is_reached(text: str, amount: Amount, question: str) -> bool:
    """Return whether a number is what was reached, where it is asked by how much: "40 more, 360 in total"."""
    asked = _BY_HOW_MUCH.search(question) is not None
    return asked and _REACHING.search(text[max(0, amount.number.start - 40) : amount.number.start]) is not None


_MONEY_ASKED = expression(r"\bhow much\b.*\b(?:cost|pa(?:y|id)|spen[dt]|price|worth|budget|fee|fine)\b", re.IGNORECASE)
SUM = 1_000


def _fitting(found: Sequence[Amount], text: str, question: str) -> list[Amount]:
    """Return the numbers of the unit or things asked for, and those that may be."""
    return [each for each in found if each.fits or _may_be_money(each, text, question)]


def _may_be_money(amount: Amount, text: str, question: str) -> bool:
    """Return whether a number of money is asked for, and this large one counts nothing: "147,000 of $150,000"."""
    asked = amount.number.value >= SUM and _MONEY_ASKED.search(question) is not None
    return asked and not _following(text, amount.number.end)


def _meant(text: str, question: str) -> list[Amount]:
    """Return the numbers of a text that may be meant: none that was reached, nor of other things."""
    found = [each for each in amounts(text, question) if not _is_reached(text, each, question)]
    return [each for each in found if _counts_them(text, each)] if _OF_THEM.search(question) else found


def _counts_them(text: str, amount: Amount) -> bool:
    """Return whether a number stands without things of its own: "we let 40 in", not "60 of the main roads"."""
    end = amount.number.end
    things = any(each.endswith("s") for each in _following(text, end))
    return not things and not _OF_OTHERS.match(text, end)


def _overlaps(amount: Amount, read: Span | None) -> bool:
    return read is not None and amount.start < read[1] and read[0] < amount.end


def _of_one_value(found: list[Amount]) -> Span | None:
    """Return where the first of them stands, where all are of one value."""
    same = len({each.number.value for each in found}) == 1
    return (found[0].start, found[0].end) if same else None


def _alone(spans: list[Span]) -> Span | None:
    return spans[0] if len(spans) == 1 else None


def _asks_unit(question: str) -> bool:
    return any(form.search(question) for form, _ in _ASKED)


def _things(question: str) -> frozenset[str]:
    """Return the stems of what a question counts: "how many foreign missions are" counts missions."""
    match = _HOW_MANY_OF.search(question) or _HOW_MANY.search(question)
    if match is None:
        return frozenset()
    things: list[str] = []
    for word in match["what"].split():
        if plain(word) in STOPWORDS:
            break
        things.append(word)
    return frozenset(content_words(" ".join(things)))


def _is_thing(what: frozenset[str], number: Number, text: str) -> bool:
    """Return whether a number counts what a question counts: the same noun, or people of any kind for "people"."""
    after = _following(text, number.end)
    if what & _PEOPLE and any(map(is_person_noun, after)):
        return True
    return bool(what & set(map(stem, after))) or (number.kind in _SHARE and "percent" in what)


def _is_of_unit(kinds: tuple[str, ...], number: Number, money: bool, text: str) -> bool:
    """Return whether a number has the unit that a question asks for: a length for "how far"."""
    if "age" in kinds:
        after = text[number.end :].lstrip("- ").lower()
        return after.startswith(("year", "month")) or bool(_AGE.search(text[: number.start].rstrip(" ")))
    if ("money" in kinds and money) or ("share" in kinds and number.kind in _SHARE):
        return True
    unit = [stem(each) for each in _following(text, number.end)[:1]]
    return any(unit and unit[0] in _STEMS.get(kind, frozenset()) for kind in kinds)


def _following(text: str, end: int) -> list[str]:
    """Return the words after a number up to a small word: "foreign missions"."""
    match = _AFTER.match(text, end)
    found: list[str] = []
    for word in match.groups() if match else ():
        if word is None or plain(word) in STOPWORDS:
            break
        found.append(word)
    return found


def _with_unit(text: str, number: Number, money: bool) -> Span:
    start, end = number.start - money, number.end
    unit = _following(text, end)
    # "13 % year-over-year" is no 13 % of a year.
    if unit and not money and number.kind not in _SHARE:
        at = next((at for at, word in enumerate(unit) if _is_unit(word)), None)
        taken = unit[: at + 1] if at is not None else unit[: _noun_phrase(unit)]
        for word in taken:
            end = text.index(word, end) + len(word)
    while also := _ALSO.match(text, end):
        end = also.end()
    return _hedged(text, (start, end))


_HEDGED_WITHIN = 60
_CUT_BEFORE = expression(
    r"\b(?:than|between|least|most|not|no|never|within|times|below|above|beyond|from|up to|as (?:many|much|few) as"
    r"|\d[\w.,%]* (?:to|or|and)|between [^.;]{1,30} and)[ ][$€£¥]?$|\d[–-][$€£¥]?$",
    re.IGNORECASE,
)
_CUT_AFTER = expression(r" ?(?:to|or|[–-]) ?(?:[$€£¥]?\d|(?:more|less|fewer)\b)| (?:more|as|again)\b", re.IGNORECASE)


def _hedged(text: str, span: Span) -> Span:
    """Return where a number stands with what hedges it: "more than 16 times"."""
    start, end = span
    hedge = _HEDGE.search(text[max(0, start - _HEDGED_WITHIN) : start])
    return (start - len(hedge[0]), end) if hedge else span


def _is_part(text: str, span: Span) -> bool:
    """Return whether words beside a number change it, so that it may not stand without them."""
    before = text[max(0, span[0] - _HEDGED_WITHIN) : span[0]]
    return bool(_CUT_BEFORE.search(before) or _CUT_AFTER.match(text, span[1]))


def _is_unit(word: str) -> bool:
    return any(stem(word) in stems for stems in _STEMS.values()) and len(word) > 1


def _noun_phrase(unit: list[str]) -> int:
    """Return how many words after a number belong to it: up to the first plural, at most one where none is."""
    plural = next((at for at, word in enumerate(unit) if word.endswith("s") and not word.endswith("ss")), None)
    return plural + 1 if plural is not None else min(1, len(unit))


def _is_no_amount(text: str, number: Number, known: set[str]) -> bool:
    """Return whether a number is a year, a part of a day, a word that is mostly none, or one that the question has."""
    piece = text[number.start : number.end].strip()
    is_year = _YEAR.fullmatch(piece) and text[number.start - 1 : number.start] not in _CURRENCIES
    if piece.lower() in {"one", "zero"} or is_year:
        return True
    if not number.worded and all(each in known for each in words(piece)):
        return True
    before = text[max(0, number.start - 12) : number.start]
    return bool(_DAY_BEFORE.search(before) or _DAY_AFTER.match(text, number.end))


_DAY_BEFORE = expression(rf"\b{ANY_MONTH} $", re.IGNORECASE)
_DAY_AFTER = expression(rf"(?:st|nd|rd|th)? (?:of )?{ANY_MONTH}|:\d\d|\s?[ap]\.?m\b", re.IGNORECASE)

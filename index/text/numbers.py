"""Numbers in a text, in figures or in English words, with their values: "two hundred and five", "205", "0.2 thousand".

One parser for all that compare numbers. A percentage, a fraction, an ordinal, a decade and a vague plural ("hundreds")
are kinds of their own, so that "40" is not "40 per cent", and "two million" is never read as "two".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Literal

from index.text.expressions import expression

NumberKind = Literal["cardinal", "percent", "fraction", "ordinal", "decade", "vague"]

_UNITS = "zero one two three four five six seven eight nine".split()
_TEENS = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
_TENS = "- - twenty thirty forty fifty sixty seventy eighty ninety".split()
SMALL = {word: number for number, word in enumerate(_UNITS + _TEENS)}
TENS = {word: 10 * number for number, word in enumerate(_TENS) if word != "-"}
SCALES = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
_WHOLES = {"dozen": 12, "hundred": 100, **SCALES}
_ORDINALS = {
    word: number
    for number, word in enumerate(
        """zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth
        fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth""".split()
    )
} | {word[:-1] + "ieth": number for word, number in TENS.items()}
_PARTS = {
    "half": 2,
    "halves": 2,
    "third": 3,
    "quarter": 4,
    "fourth": 4,
    "fifth": 5,
    "sixth": 6,
    "eighth": 8,
    "tenth": 10,
}
_PARTS |= {f"{word}s": number for word, number in _PARTS.items() if not word.startswith("hal")}
_PLURALS = {"dozens": 12, "hundreds": 100, **{f"{word}s": number for word, number in SCALES.items()}}
_SHORT = {
    "k": 10**3, "m": 10**6, "mn": 10**6, "mln": 10**6, "bn": 10**9, "bln": 10**9, "tn": 10**12, "trn": 10**12,
}  # fmt: skip
_GLYPHS = {"½": Fraction(1, 2), "⅓": Fraction(1, 3), "⅔": Fraction(2, 3), "¼": Fraction(1, 4), "¾": Fraction(3, 4)}
_ROMAN = "- I II III IV V VI VII VIII IX X XI XII".split()
NUMBER_WORDS = frozenset({*SMALL, *TENS, *SCALES, *_PLURALS, "hundred", "dozen"})
"""Words that make or name a number, without ordinals and parts."""

_FIGURES = (
    r"\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d{1,3}(?:[\u00a0\u202f’']\d{3})+(?!\d)|\d{1,3}(?:\.\d{3}){2,}(?!\d)"
    r"|\d+\.\d+(?!\.?\d)|\d+,\d{1,2}(?!\d|,\d)|\d+"
)
_TOKEN = expression(
    rf"(?P<figures>{_FIGURES})(?:(?P<short>(?:{'|'.join(_SHORT)})\b)|(?P<ordinal>(?:st|nd|rd|th)\b)"
    r"|(?P<decade>['’]?s\b))?|(?P<glyph>[½⅓⅔¼¾])|(?P<percent>%)|(?P<word>[^\W\d_]+)|(?P<other>[^\s\w])",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Number:
    """A number that stands in a text from `start` to `end`."""

    start: int
    end: int
    value: Fraction
    kind: NumberKind = "cardinal"
    worded: bool = False
    """Whether it is written in words alone."""


@dataclass(frozen=True)
class _Token:
    start: int
    end: int
    word: str
    """In small letters; empty for figures."""
    value: Fraction | None = None
    kind: NumberKind = "cardinal"


def roman(number: int) -> str | None:
    """Return a small number as a Roman one, as it stands after a name ("Fleet II"); None above twelve or below one."""
    return _ROMAN[number] if 0 < number < len(_ROMAN) else None


def value_of(text: str) -> Fraction | None:
    """Return the value of the one number, in figures or words, that a text is, else None."""
    bare = text.strip()
    found = numbers(bare)
    return found[0].value if [(each.start, each.end) for each in found] == [(0, len(bare))] else None


def numbers(text: str) -> list[Number]:
    """Return the numbers that stand in a text, in order, each as long as it goes on."""
    tokens = [_token(match) for match in _TOKEN.finditer(text)]
    found = list(_read_all(tokens))
    return _shared(found, text)


def _token(match: re.Match[str]) -> _Token:
    if match["figures"]:
        value = _figures(match["figures"]) * _SHORT.get((match["short"] or "").lower(), 1)
        kind: NumberKind = "ordinal" if match["ordinal"] else "decade" if match["decade"] else "cardinal"
        return _Token(start=match.start(), end=match.end(), word="", value=value, kind=kind)
    if match["glyph"]:
        return _Token(start=match.start(), end=match.end(), word="", value=_GLYPHS[match["glyph"]], kind="fraction")
    return _Token(*match.span(), match[0].lower())


def _figures(text: str) -> Fraction:
    if re.fullmatch(r"\d+,\d{1,2}", text):
        return Fraction(text.replace(",", "."))
    if text.count(".") > 1:
        return Fraction(text.replace(".", ""))
    return Fraction(re.sub(r"[,\u00a0\u202f’']", "", text))


def _read_all(tokens: Sequence[_Token]) -> Iterator[Number]:
    at = 0
    while at < len(tokens):
        found, after = _number(tokens, at)
        if found is None:
            at += 1
            continue
        yield found
        at = after


def _number(tokens: Sequence[_Token], at: int) -> tuple[Number | None, int]:
    """Return the number that begins at a token with where it ends, or None."""
    value, kind, after = _part_of_scale(tokens, at) or _cardinal(tokens, at) or _alone(tokens, at) or (None, "", at)
    if value is None:
        return None, at
    worded = all(each.value is None for each in tokens[at:after])
    if kind == "cardinal" and (percent := _percent(tokens, after)):
        kind, after = "percent", percent
    return Number(start=tokens[at].start, end=tokens[after - 1].end, value=value, kind=kind, worded=worded), after  # type: ignore[arg-type]


_Read = tuple[Fraction, str, int]


def _word(tokens: Sequence[_Token], at: int) -> str:
    return tokens[at].word if at < len(tokens) else ""


def _next(tokens: Sequence[_Token], at: int) -> int:
    """Return the place after a hyphen that joins two words of a number."""
    joins = _word(tokens, at) in {"-", "‐", "‑"} and at + 1 < len(tokens)
    close = joins and tokens[at - 1].end == tokens[at].start and tokens[at].end == tokens[at + 1].start
    return at + 1 if close else at


def _scale(tokens: Sequence[_Token], at: int) -> int | None:
    return SCALES.get(_word(tokens, at))


def _part_of_scale(tokens: Sequence[_Token], at: int) -> _Read | None:
    """Return "half a million", "half a dozen", "a quarter of a million", "quarter of a million"."""
    word, rest = _word(tokens, at), at + 1
    if word == "a" and _word(tokens, rest) == "quarter":
        word, rest = "quarter", rest + 1
    if word not in {"half", "quarter"}:
        return None
    rest += _word(tokens, rest) == "of"
    if _word(tokens, rest) not in {"a", "an"}:
        return None
    whole = _WHOLES.get(_word(tokens, rest + 1))
    return (Fraction(whole, _PARTS[word]), "cardinal", rest + 2) if whole else None


def _cardinal(tokens: Sequence[_Token], at: int) -> _Read | None:
    """Return a number of units, hundreds and scales, in figures or words; the fraction or ordinal that it ends as."""
    total, least, here, begun = Fraction(0), 10**15, at, False
    while (group := _group(tokens, here, begun)) is not None:
        value, after = group
        value, after = _and_a_half(tokens, value, after, before_scale=True)
        joined = _next(tokens, after)
        scale = _scale(tokens, joined)
        if scale and scale < least:
            total, least, here, begun = total + value * scale, scale, joined + 1, True
            total, here = _and_a_half(tokens, total, here, scale=scale)
            continue
        if not begun or value < least:
            total, here, begun = total + value, after, True
        break
    if not begun:
        return None
    return _ended(tokens, at, total, here)


def _group(tokens: Sequence[_Token], at: int, begun: bool) -> tuple[Fraction, int] | None:
    """Return a number below the scales; after a scale it may follow "and"."""
    if begun:
        at = _next(tokens, at)
        at += _word(tokens, at) == "and"
    if at < len(tokens) and (value := tokens[at].value) is not None:
        if tokens[at].kind != "cardinal" or begun:
            return None
        times = {"hundred": 100, "dozen": 12}.get(_word(tokens, at + 1))
        return (value * times, at + 2) if times else (value, at + 1)
    return _worded_group(tokens, at, begun)


def _worded_group(tokens: Sequence[_Token], at: int, begun: bool) -> tuple[Fraction, int] | None:
    low, after = _below_hundred(tokens, at)
    if low is None:
        after = at + (_word(tokens, at) in {"a", "an"})
        if begun or _word(tokens, after) not in _WHOLES:
            return None
        low = 1
    joined = _next(tokens, after)
    if _word(tokens, joined) == "dozen":
        return Fraction(12 * low), joined + 1
    if _word(tokens, joined) != "hundred":
        return _as_year(tokens, low, after)
    rest = _next(tokens, joined + 1)
    more, last = _below_hundred(tokens, rest + (_word(tokens, rest) == "and"))
    return (Fraction(100 * low + more), last) if more else (Fraction(100 * low), joined + 1)


def _as_year(tokens: Sequence[_Token], low: int, after: int) -> tuple[Fraction, int]:
    """Return a number with the two figures more that make it a year: "nineteen eighty-four", "twenty twenty-five"."""
    if 11 <= low <= 20:
        more, last = _below_hundred(tokens, after)
        if more is not None and more >= 10 and tokens[after].word in TENS | SMALL:
            return Fraction(100 * low + more), last
    return Fraction(low), after


def _below_hundred(tokens: Sequence[_Token], at: int) -> tuple[int | None, int]:
    word = _word(tokens, at)
    if word in TENS:
        unit = _next(tokens, at + 1)
        one = SMALL.get(_word(tokens, unit), 0)
        return (TENS[word] + one, unit + 1) if 0 < one < 10 else (TENS[word], at + 1)
    return (SMALL[word], at + 1) if word in SMALL else (None, at)


def _and_a_half(
    tokens: Sequence[_Token], value: Fraction, at: int, scale: int = 1, before_scale: bool = False
) -> tuple[Fraction, int]:
    """Return a number with "and a half" or "point five" after it: two and a half million, a million and a half."""
    words = [_word(tokens, at + number) for number in range(4)]
    if before_scale and words[0] == "point" and words[1] in _UNITS:
        digits, here = "", at + 1
        while _word(tokens, here) in _UNITS:
            digits, here = digits + str(SMALL[_word(tokens, here)]), here + 1
        return value + Fraction(int(digits), 10 ** len(digits)), here
    if words[0] == "and" and words[1] in {"a", "one"} and words[2] in {"half", "quarter"} and words[3] != "a":
        return value + Fraction(scale, _PARTS[words[2]]), at + 3
    part = tokens[at] if at < len(tokens) else None
    if before_scale and part and part.kind == "fraction" and part.value is not None:
        return value + part.value, at + 1
    return value, at


def _ended(tokens: Sequence[_Token], at: int, total: Fraction, here: int) -> _Read:
    """Return a number as what it ends as: "two thirds" and "1/3" a fraction, "twenty-first" an ordinal."""
    joined = _next(tokens, here)
    word = _word(tokens, joined)
    if (below := _denominator(tokens, joined)) and total < below <= 100:
        return total / below, "fraction", joined + 2
    if word in _PARTS and (word.endswith("s") or total == 1) and total < 100:
        return total / _PARTS[word], "fraction", joined + 1
    last = tokens[here - 1].word
    if word == "and" and last in {"hundred", *SCALES}:
        joined, word = joined + 1, _word(tokens, joined + 1)
    if _ORDINALS.get(word, 20) < 20 and last in {*TENS, "hundred", *SCALES}:
        return total + _ORDINALS[word], "ordinal", joined + 1
    return total, "cardinal", here


def _denominator(tokens: Sequence[_Token], at: int) -> Fraction | None:
    """Return the number under a stroke that stands close between two, as in "1/3" and not "1/3/2025"."""
    if _word(tokens, at) != "/" or at + 1 >= len(tokens) or _word(tokens, at + 2) == "/":
        return None
    close = tokens[at].start == tokens[at - 1].end and tokens[at].end == tokens[at + 1].start
    return tokens[at + 1].value if close else None


def _alone(tokens: Sequence[_Token], at: int) -> _Read | None:
    """Return an ordinal, a part, a decade or a vague plural that stands by itself."""
    each, word = tokens[at], tokens[at].word
    if each.value is not None:
        return each.value, each.kind, at + 1
    if word in {"a", "an", "one"} and (part := _word(tokens, _next(tokens, at + 1))) in _PARTS:
        return Fraction(1, _PARTS[part]), "fraction", _next(tokens, at + 1) + 1
    if word in {"half", "quarter"}:
        return Fraction(1, _PARTS[word]), "fraction", at + 1
    if word in _ORDINALS:
        return Fraction(_ORDINALS[word]), "ordinal", at + 1
    if word in _PLURALS:
        return Fraction(_PLURALS[word]), "vague", at + 1
    if word in {"several", "few", "many"} and (whole := _WHOLES.get(_word(tokens, at + 1))):
        return Fraction(whole), "vague", at + 2
    return None


def _percent(tokens: Sequence[_Token], at: int) -> int | None:
    word, following = _word(tokens, at), _word(tokens, at + 1)
    if word in {"%", "percent", "pct"} or (word == "percentage" and following.startswith("point")):
        return at + 1
    if word == "-" and following == "percent":
        return at + 2
    return at + 2 if word == "per" and following == "cent" else None


_RANGE = expression(r"\s*(?:to|or|and|-|–|—)\s*", re.IGNORECASE)


def _shared(found: list[Number], text: str) -> list[Number]:
    """Return the numbers with what a range says once: of "40 to 50 per cent" and "two or three million" both ends."""
    out = list(found)
    for at in range(len(out) - 2, -1, -1):
        one, other = out[at], out[at + 1]
        if one.kind != "cardinal" or not _RANGE.fullmatch(text, one.end, other.start):
            continue
        if other.kind == "percent":
            out[at] = replace(one, kind="percent")
        scale = SCALES.get(_last_word(text, other), 0)
        if scale and one.value < other.value / scale and _last_word(text, one) not in SCALES:
            out[at] = replace(one, value=one.value * scale)
    return out


def _last_word(text: str, number: Number) -> str:
    return text[max(number.start, number.end - 12) : number.end].lower().split()[-1]

"""Days of a line that says itself what they are: "Published: 2 April 2026", "Updated on 3 April"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from index.dates.beside_days import LONGEST_LINE
from index.dates.day_order import Source, ordered
from index.dates.days import WEEKDAY, as_text, written
from index.text.expressions import expression

_PUBLISHED = (
    r"(?:first\s+)?(?:published|posted|issued|released|dated)(?:\s+(?:on|at|in|date|datetime))?|publication\s+date|release\s+date|"
    r"(?:for\s+)?immediate\s+(?:release|publication)|(?:for\s+)?release(?:\s+on)?|press\s+release(?:\s+of)?|"
    r"date(?:\s+(?:published|posted|issued|of\s+(?:publication|issue|release|(?:the\s+)?speech)))?|"
    r"(?:speech|issue|broadcast|air)\s+date|delivered(?:\s+on)?|aired(?:\s+on)?|broadcast(?:\s+on)?|"
    r"recorded(?:\s+on)?|filmed(?:\s+on)?"
)
_PUBLISHED_ELSEWHERE = (
    "datum|veröffentlicht(?:\\s+am)?|veröffentlichung|veröffentlichungsdatum|erschienen(?:\\s+am)?|"
    "(?:presse)?mitteilung\\s+vom|publiée?(?:\\s+le)?|date\\s+de\\s+publication|mis\\s+en\\s+ligne(?:\\s+le)?|"
    "paru(?:\\s+le)?|communiqué\\s+du|data(?:\\s+(?:publikacji|wydania))?|opublikowan[oey](?:\\s+dnia)?|"
    "dodano|дата(?:\\s+(?:публикации|публікації|публікацыі))?|опубликован[оа]?|размещено|опубліковано|оприлюднено|"
    "апублікавана"
)
_UPDATED = (
    r"(?:last\s+)?(?:updated|modified|revised|edited)(?:\s+(?:on|at))?|aktualisiert(?:\s+am)?|stand(?=\s*:)|"
    r"geändert(?:\s+am)?|mis(?:e)?\s+à\s+jour(?:\s+le)?|modifiée?(?:\s+le)?|zaktualizowano|aktualizacja|обновлено|"
    r"оновлено|абноўлена"
)
_LABEL = expression(
    rf"(?:^[\s>*_#(\[]*+|[|·•;,(\[–—\t][\s*_]*+|(?<!\s)\s{{2,}}+)(?:(?P<updated>{_UPDATED})|(?P<published>{_PUBLISHED})"
    rf"|(?P<elsewhere>{_PUBLISHED_ELSEWHERE}))\b[ \t*_]*+(?P<colon>:?)[ \t*_–-]*+"
    rf"(?:[\w.’'-]+(?: [\w.’'-]+){{0,2}}, )??(?:{WEEKDAY},?\s+)?(?:(?:the|den|dem|am|le|on|dnia)\s+)?$",
    re.IGNORECASE,
)
_LABEL_BEGINS = expression(rf"[\s>*_#(\[]*(?:{_UPDATED}|{_PUBLISHED}|{_PUBLISHED_ELSEWHERE})\b", re.IGNORECASE)
_MERE_DATE = frozenset(("date", "data", "datum", "дата"))


@dataclass(frozen=True)
class LabelledDay:
    """A day with the line that says what it is the day of."""

    day: str
    where: str
    updated: bool
    """Whether it is the day of an update."""


def labelled(source: Source) -> list[LabelledDay]:
    """Return the days at the beginning of a text whose lines say that it was published or updated then."""
    return [each for line in source.lines for each in _of_line(line, source)]


def _of_line(line: str, source: Source) -> Iterator[LabelledDay]:
    start = line[: 4 * LONGEST_LINE]
    for each in written(start):
        match = _LABEL.search(start[max(0, each.start - 100) : each.start])
        if match is None or each.ranged or _goes_on(match, start[each.end :]) or _is_field(match):
            continue
        in_language = replace(source, language="de") if match["elsewhere"] else source
        if found := as_text(ordered(each, in_language)):
            yield LabelledDay(found, source.where(line), bool(match["updated"]))


def ends_with_label(before: str) -> bool:
    """Return whether what stands before a day ends with what names it."""
    return _LABEL.search(before) is not None


def label_end(line: str) -> int:
    """Return where the words begin of a line that opens with what names its day ("date 2025-09-11 …"), else 0."""
    for each in written(line)[:1]:
        label = _LABEL.fullmatch(line[: each.start])
        if label and not _goes_on(label, line[each.end :]):
            return each.end + len(line[each.end :]) - len(line[each.end :].lstrip(" \t"))
    return 0


def _goes_on(label: re.Match[str], rest: str) -> bool:
    """Return whether the words after a day make a sentence of it: "Published on 2 April 2026, the report says …"."""
    return not label["colon"] and bool(re.match(r"[,;]?\s+[^\W\d_A-ZА-Я]", rest)) and len(rest.split()) > 6


def _is_field(label: re.Match[str]) -> bool:
    """Return whether a label stands within a sentence, where it may be that of anything ("…, released on 2 April")."""
    named = (label["published"] or label["elsewhere"] or "").lower()
    opens = label[0].lstrip()[:1]
    begins = _LABEL_BEGINS.match(label.string)
    return bool(opens in {",", ";"} and not begins or opens in set(";,([–—") and named in _MERE_DATE)

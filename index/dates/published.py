"""The day on which a document was published, out of its beginning and its file's name; unsure is better than wrong.

In this order: a line that names the day of publication ("Published: …"), a day on a line of its own, a dateline, a day
set off in the title, the file's name, a month on a line of its own, and last a day of an update. A day in running text
is never taken, nor one of two, nor a numeric one whose order nothing settles.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from pathlib import PurePosixPath

from index.dates.days import WEEKDAY, YEAR, Written, written

ISO = r"(?P<day>(?:1[5-9]|20)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01]))"
_FIRST_DATE = re.compile(r"\s*" + ISO + r"(?!\d)")
_PARTIAL = re.compile(r"(?P<day>(?:1[5-9]|20)\d\d(?:-(?:0[1-9]|1[0-2]))?)\Z")
LONGEST_TITLE = 120
HEAD, _HEAD_LINES, LONGEST_LINE = 2_000, 8, 160
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
_LABEL = re.compile(
    rf"(?:^[\s>*_#(\[]*+|[|·•;,(\[–—\t][\s*_]*+|(?<!\s)\s{{2,}}+)(?:(?P<updated>{_UPDATED})|(?P<published>{_PUBLISHED})"
    rf"|(?P<elsewhere>{_PUBLISHED_ELSEWHERE}))\b[ \t*_]*+(?P<colon>:?)[ \t*_–-]*+"
    rf"(?:[\w.’'-]+(?: [\w.’'-]+){{0,2}}, )??(?:{WEEKDAY},?\s+)?(?:(?:the|den|dem|am|le|on|dnia)\s+)?$",
    re.IGNORECASE,
)
_LABEL_BEGINS = re.compile(rf"[\s>*_#(\[]*(?:{_UPDATED}|{_PUBLISHED}|{_PUBLISHED_ELSEWHERE})\b", re.IGNORECASE)
_MERE_DATE = frozenset(("date", "data", "datum", "дата"))
_BEFORE = re.compile(rf"(?:{WEEKDAY}[,.]?\s*)?(?:(?:the|den|dem|am|le|dnia)\s+)?(?:{WEEKDAY}[,.]?\s*)?$", re.IGNORECASE)
_TIME = re.compile(
    r"\s*(?:г\.|года|року|года|годзе|roku|r\.)?(?:T|\s*[,–-]?\s*(?:(?:at|um|à|о|в|o|godz\.)\s+)?)\s*"
    r"(?:\d{1,2}[:.h]\d\d(?:[:.]\d\d(?:\.\d+)?)?\s*(?:[ap]\.?m\.?|uhr|h)?\s*)?(?:\(?(?-i:Z|[A-Z]{2,4})\b\)?|[+-]\d\d:?\d\d)?\s*",
    re.IGNORECASE,
)
_SEPARATED = re.compile(r"\s*[|·•\t]\s*|\s+[–—/]\s+|\s{3,}")
_CAPITAL = r"(?-i:[^\W\d_a-zа-яіїєґўёąćęłńóśźżäöüß])"
_PLACE = re.compile(
    rf"(?:(?:г|м|г)\.\s*)?{_CAPITAL}[\w.’'-]*(?:[ -]{_CAPITAL}[\w.’'-]*){{0,2}},\s*(?:den\s+|dnia\s+|le\s+)?$"
)
_BYLINE = re.compile(
    rf"(?:(?:by|von|par|autor:?|автор:?)\s+{_CAPITAL}|from\s+(?:our|a)\s)[^\n.!?:]{{1,80}}?"
    rf"(?:\.\s+{_CAPITAL}[^\n.!?:]{{1,60}}?)?[\s,.–—-]*(?:(?:published|posted)(?:\s+on)?:?)?$",
    re.IGNORECASE,
)
_SOURCE = rf"{_CAPITAL}[\w.’'-]*(?:\s(?:(?:of|the|and|for|de|du|der|&)\s)?{_CAPITAL}[\w.’'-]*){{0,4}},\s*"
_SOURCES = re.compile(rf"(?:{_SOURCE}){{2,3}}$")
"""An author, a paper and a place before the day: "Constance Werth, The Hamble Weekly, 22 May 2026"."""
_PLACE_AFTER = re.compile(rf"[\s,–—-]*{_CAPITAL}[\w’'-]*(?:[ -]{_CAPITAL}[\w’'-]*){{0,2}}\.?")
_ITALIC = re.compile(r"^[ \t]*(?P<mark>[*_])(?![*_ ])(?P<words>[^\n*_]{4,160})(?P=mark)[ \t]*$", re.MULTILINE)
_OF_TODAY = re.compile(
    rf"(?:^|[.!?:,]\s+|\n)(?:(?:it(?:[’']s|\s+is)|today\s+is|today[’']s\s+date\s+is|the\s+date\s+is|heute\s+ist|es\s+ist"
    rf"|nous\s+sommes|сегодня|сьогодні|dziś\s+jest)[ ,]+(?P<weekday>{WEEKDAY})?[ ,]*(?:(?:the|den|der|le)\s+)?)$",
    re.IGNORECASE,
)
_GOES_ON = re.compile(
    r"\s*(?:года|року|roku)?\s*(?:[.!]|$|[,;]?\s+(?:and\s+)?(?:I[’']m|I\s+am|this\s+is|you[’']re|here|good|welcome|my\s+name))",
    re.IGNORECASE,
)
_SPOKEN = 400
"""Characters at the beginning of a broadcast within which its day is said."""
_BYLINE_AFTER = re.compile(rf"[\s,–—-]*(?:by|von|par)\s+{_CAPITAL}[^\n.!?:]{{1,60}}$", re.IGNORECASE)
_SPEECH = (
    "speech|address|remarks|statement|interview|conference|briefing|message|letter|minutes|transcript|hearing|debate|"
    "sitting|session|meeting|sitzung|séance|posiedzenie|заседание|засідання|пасяджэнне|"
    "rede|ansprache|erklärung|pressemitteilung|protokoll|brief|discours|allocution|déclaration|communiqué|entretien|"
    "przemówienie|wystąpienie|oświadczenie|wywiad|komunikat|выступление|речь|заявление|интервью|обращение|послание|"
    "виступ|промова|заява|звернення|послання|выступ|прамова|зварот"
)
_MEETING = re.compile(
    r"(?:minutes|notes|record|proceedings|transcript|protokół|protokoll|procès-verbal|протокол)\b[^.!?:\n]{0,80}"
    r"\b(?:on|of|held|vom|am|du|z dnia|от|від|ад)\s+(?:the\s+)?",
    re.IGNORECASE,
)
_SPEAKS = re.compile(rf"\b(?:{_SPEECH})\b", re.IGNORECASE)
_SPEECH_OF = re.compile(
    rf"\b(?:{_SPEECH})\b.*\b(?:of|on|from|vom|am|du|le|от|від|ад|z|z dnia|dnia)\s+(?:{WEEKDAY},?\s+)?$", re.IGNORECASE
)
_WORDS_BEFORE = re.compile(rf"\b(?:{_SPEECH})|(?<!\S)(?:\S+\s+){{3}}\S", re.IGNORECASE)
_PAST = re.compile(
    r"\b(?:born|died|birth|death|anniversary|remember\w*|battle|war|massacre|memor\w+|victory|elections?|deadline|due"
    r"|until|before|after|since)\b",
    re.IGNORECASE,
)
"""A day in a title with such a word is an event's."""
_LEADS_TO = re.compile(r"\b(?:to|by|for|at|in|on|of|and|or|vs?|than|bis|do|до|к|к|ab|od|от)\.?\s+$", re.IGNORECASE)
_SET_OFF = re.compile(rf"[,;(\[|–—-]\s*(?:{WEEKDAY},?\s+)?(?:(?:den|le|the|dnia)\s+)?$", re.IGNORECASE)
_DATELINE = re.compile(
    rf"^\s*(?:\(?{_CAPITAL}[A-Z]{{1,8}}\)?\s*[-–—:]\s*)?{_CAPITAL}[\w .’'/-]{{1,40}}[,(]"
    r"[^\n–—]{0,40}$"
)
_DATELINE_ENDS = re.compile(r"[^\n–—:;!?]{0,30}?(?:\s*[–—]|\s+--?\s)")
_YEARS = re.compile(rf"(?<![\d\w./-]){YEAR}(?![\d\w]|[./]\d)")
_NAME_YEAR = re.compile(rf"(?<!\d){YEAR}(?!\d)")
_COMPACT = re.compile(
    r"(?<![\da-fA-F])(?P<year>(?:19|20)\d\d)(?P<month>[01]\d)(?P<day>[0-3]\d)(?=[T_-]?\d{4}(?:\d\d)?(?!\d)|(?![\da-fA-F]))"
)
_FOLDERS = re.compile(rf"(?:^|/)(?P<year>{YEAR})/(?P<month>[01]\d)/(?P<day>[0-3]\d)(?=/)")
_OPENING = 80
"""Characters of a paragraph within which the day stands that it opens with."""
_OPENS = re.compile(r"^[ \t*_>]*(?P<line>(?=[^\n]{0,60}\d)\S[^\n]*)", re.MULTILINE)
_STOPS = re.compile(
    r"\s{0,9}+(?:года|году|г|року|рік|р|годзе|roku|r)?\s{0,9}+[.:](?:\s{1,9}+|$)(?=[«\"“„—–-]?\s{0,9}+"
    + _CAPITAL
    + ")",
    re.IGNORECASE,
)
_CYRILLIC = re.compile(r"[а-яіїєґўё]{3}", re.IGNORECASE)
_DAY_FIRST = frozenset("de fr pl ru uk be es it pt nl".split())
_UPDATE = "the line of an update"
_SETTLING = 20_000
"""Characters of a document in which other days may tell the order of its numeric ones."""


def day(value: str, language: str | None = None) -> str | None:
    """Return a date that somebody wrote down as YYYY-MM-DD, YYYY-MM or YYYY, or None when it is none of these."""
    value = value.strip()
    if match := _FIRST_DATE.match(value):
        return match["day"] if _is_day(match["day"]) else None
    if match := _PARTIAL.match(value):
        return match["day"]
    found = [each for each in _whole(value) if not each.ranged]
    return _as_text(_ordered(found[0], value, "", language)) if len(found) == 1 else None


def day_in_order(value: str, others: str) -> str | None:
    """Return a day as `day` does; one in figures in the order that the days in other text settle."""
    found = written(value)
    if len(found) != 1 or not found[0].either_way:
        return day(value)
    first = _order_of(others)
    return None if first is None else _as_text(found[0].settled() if first else found[0].swapped())


@lru_cache(maxsize=8)
def _order_of(text: str) -> bool | None:
    """Return whether numeric days have the day first, where all those that show their order agree."""
    orders = {_is_day_first(text, each) for each in written(text[:_SETTLING]) if each.numeric} - {None}
    return orders.pop() if len(orders) == 1 else None


def told_days(body: str, name: str, language: str | None = None) -> list[tuple[str, str]]:
    """Return each day that a text and its name tell as that of publication, with where, the most explicit first."""
    lines = list(_head(body))
    labelled = [each for line in lines for each in _labelled(line, body, name, language)]
    found = [(each, where) for each, where, updated in labelled if not updated]
    found += _alone(lines, body, name, language)
    found += _datelines(lines, name)
    found += _in_title(lines, body, name, language)
    found += _opening(lines, body) + _italic(body, name, language)
    if match := _FIRST_DATE.match(body):
        found += [(match["day"], "the first line")] if _is_day(match["day"]) else []
    found += [(each, "the file's name") for each in _of_name(name)]
    found += _spoken(body) + _months(lines)
    return [*found, *((each, _UPDATE) for each, where, updated in labelled if updated)]


def differing(days: list[tuple[str, str]]) -> str | None:
    """Return where a published date stands, with what says otherwise; `days` are all that were told, the best first."""
    if not days:
        return None
    best, where = days[0]
    seen: dict[str, str] = {}
    for other, place in days[1:]:
        alike = other.startswith(best) or best.startswith(other)
        if not alike and place not in {where, _UPDATE, *seen.values()}:
            seen.setdefault(other, place)
    return "; ".join([where, *(f"{place} says {other}" for other, place in seen.items())])


def _head(body: str) -> Iterator[str]:
    """Yield the first lines that hold something, with Markdown's marks for headings and stress taken off."""
    lines = (line.strip().strip("*_#> \t") for line in body[:HEAD].splitlines())
    yield from [line for line in lines if line][:_HEAD_LINES]


def _where(line: str, lines: list[str]) -> str:
    return "the first line" if lines and line == lines[0] else "a line at the beginning"


def _labelled(line: str, body: str, name: str, language: str | None) -> Iterator[tuple[str, str, bool]]:
    """Yield the days of a line that says what they are: the day, where it stands, and whether it is an update's."""
    start = line[: 4 * LONGEST_LINE]
    for each in written(start):
        match = _LABEL.search(start[max(0, each.start - 100) : each.start])
        if match is None or each.ranged or _goes_on(match, start[each.end :]) or _is_field(match):
            continue
        order = "de" if match["elsewhere"] else language
        if found := _as_text(_ordered(each, body, name, order)):
            where = "the first line" if line == next(_head(body)) else "a line at the beginning"
            yield found, where, bool(match["updated"])


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


def _alone(lines: list[str], body: str, name: str, language: str | None) -> list[tuple[str, str]]:
    """Return the day that stands on a line of its own, beside a place or a byline at most; none where two differ."""
    found: dict[str, str] = {}
    for line in lines:
        if len(line) > LONGEST_LINE or any(each.ranged for each in written(line)):
            continue
        for part in _SEPARATED.split(line):
            whole = [each for each in written(part) if each.day and not each.ranged]
            alone = len(whole) == 1 and _is_alone(part, whole[0])
            if alone and (each := _as_text(_ordered(whole[0], body, name, language))):
                found.setdefault(each, _where(line, lines))
    return list(found.items()) if len(found) == 1 else []


def _italic(body: str, name: str, language: str | None) -> list[tuple[str, str]]:
    """Return the day that ends a line in italics which credits a text: "*Ylva talks to Bo. The Review, 4 May 2026*"."""
    found: set[str] = set()
    for match in _ITALIC.finditer(body[:HEAD]):
        words = match["words"]
        whole = [each for each in written(words) if each.day and each.year and not each.ranged]
        before = _without_weekday(words[: whole[0].start]) if whole else ""
        credited = re.search(r"[\w’”\"][.,]\s+$", before) and not _PAST.search(before)
        if len(whole) != 1 or not credited or not _empty(_without_time(words[whole[0].end :])):
            continue
        found |= {each for each in [_as_text(_ordered(whole[0], body, name, language))] if each}
    return [(found.pop(), "a line at the beginning")] if len(found) == 1 else []


def _spoken(body: str) -> list[tuple[str, str]]:
    """Return the day that somebody says it is at the beginning: "It's Monday the 5th of October 2026"."""
    start = body[:_SPOKEN]
    for each in written(start):
        match = _OF_TODAY.search(start[: each.start])
        # "It is 5 October 1926" may as well begin a story.
        sure = match and (match["weekday"] or "today" in match[0].lower())
        if sure and each.day and not each.ranged and _GOES_ON.match(start, each.end) and (told := _as_text(each)):
            return [(told, "the first words")]
    return []


def _months(lines: list[str]) -> list[tuple[str, str]]:
    """Return the month that stands on a line of its own."""
    whole = [(each, line) for line in lines if len(line) <= 40 for each in _whole(line) if each.day is None]
    found = {f"{each.year}-{each.month:02}": _where(line, lines) for each, line in whole}
    return list(found.items()) if len(found) == 1 else []


def _is_alone(part: str, each: Written) -> bool:
    before, after = _without_weekday(part[: each.start]), _without_time(part[each.end :])
    credited = _BYLINE.fullmatch(before.strip()) is not None
    if not _empty(after) and not (_empty(before) and _BYLINE_AFTER.fullmatch(after)):
        return credited and _PLACE_AFTER.fullmatch(after) is not None
    if _SOURCES.fullmatch(before.strip("([ ") + " ") and not _SPEAKS.search(before) and not _PAST.search(before):
        return True
    if _PLACE.fullmatch(before.strip("([ ")) and not _SPEAKS.search(before):
        return True
    return _empty(before) or credited or bool(_MEETING.fullmatch(before))


def _without_weekday(before: str) -> str:
    match = _BEFORE.search(before)
    return before[: match.start()] if match else before


def _without_time(after: str) -> str:
    match = _TIME.match(after)
    return after[match.end() :] if match else after


def _empty(text: str) -> bool:
    return not text.strip(" \t,.;:()[]–—-*_")


def _datelines(lines: list[str], name: str) -> list[tuple[str, str]]:
    """Return the day of a dateline ("ROVENNA, 2 April –"), its year from the lines before it or the file's name."""
    for number, line in enumerate(lines):
        for each in written(line[:LONGEST_LINE])[:1]:
            opens = _DATELINE.match(_without_weekday(line[: each.start]))
            ends = _DATELINE_ENDS.match(line, each.end)
            if not opens or not ends or each.day is None or each.ranged:
                continue
            if line.count("(", 0, each.start) > line.count(")", 0, ends.end()):
                # "Odran Tell (2 April 1926 in Vesk – …": the years of a life.
                continue
            years = {each.year} if each.year else _years([*lines[:number], line[: each.start]], name)
            if len(years) == 1 and (found := each.on(years.pop())):
                return [(found.isoformat(), "the dateline")]
    return []


def _opening(lines: list[str], body: str) -> list[tuple[str, str]]:
    """Return the one day with which a paragraph opens that goes on after it: "12 March 2026. The mayor said …".

    Where several paragraphs open so, the text is a diary or a chronicle, and no day is that of its publication.
    """
    found: list[str] = []
    for match in _OPENS.finditer(body[:_SETTLING]):
        line = match["line"]
        each = next(iter(written(line[:_OPENING])), None)
        if each is None or each.day is None or each.ranged or not _opens(line, each):
            continue
        if day_ := _as_text(each):
            found.append(day_ if line in lines or line[:40] in {held[:40] for held in lines} else "")
    return [(found[0], "the line that it opens")] if len(found) == 1 and found[0] else []


def _opens(line: str, each: Written) -> bool:
    before = _without_weekday(line[: each.start])
    return (_empty(before) or bool(_PLACE.fullmatch(before.strip()))) and bool(_STOPS.match(line, each.end))


def _years(lines: list[str], name: str) -> set[int | None]:
    """Return the years that stand in the lines above a dateline, else in the file's name."""
    above = {int(year) for line in lines for year in _YEARS.findall(line)}
    return set(above or {int(year) for year in _NAME_YEAR.findall(name)})


def _in_title(lines: list[str], body: str, name: str, language: str | None) -> list[tuple[str, str]]:
    """Return the day that is set off at an end of the first line, which is a title: "Speech, 2 April 2026"."""
    line = lines[0] if lines else ""
    found = [each for each in written(line) if each.day and each.year]
    if not 0 < len(line) <= LONGEST_TITLE or line.endswith((".", "!", "?")) or len(found) != 1 or found[0].ranged:
        return []
    each = found[0]
    before, after = line[: each.start], _without_time(line[each.end :])
    ends = _empty(after) and bool(_set_off(before) or _SPEECH_OF.search(before) or _noted(before, each))
    begins = _empty(before) and bool(re.match(rf"\s*[,:|–—-]?\s*{_CAPITAL}", after))
    told = _ordered(each, body, name, language)
    if not (ends or begins) or told is None or _much_later(told, body):
        return []
    return [(each, "the first line") for each in [_as_text(told)] if each]


_MADE = re.compile(
    r"\b(?:translat|edit|caption|subtitl|transcri|creat|convert|generat|sync|correct|version|copyright|updat|revis|export"
    r"|timed|file|made|by\b)\w*",
    re.IGNORECASE,
)
"""What a note tells of the making of a file, whose day is not that of the words."""


def day_noted(note: str) -> str | None:
    """Return the one day that ends a short note that somebody left beside a text: "Harbour panel, 7 January 2026"."""
    found = written(note[:LONGEST_LINE])
    if len(note) > LONGEST_LINE or len(found) != 1 or found[0].ranged or _PAST.search(note[: found[0].start]):
        return None
    if _MADE.search(note):
        return None
    before, after = note[: found[0].start], _without_time(note[found[0].end :])
    set_off = _empty(before) or _SET_OFF.search(before) or _noted(before, found[0])
    return _as_text(found[0]) if set_off and _empty(after) else None


def _set_off(before: str) -> bool:
    """Return whether a mark parts a day from a title that is more than a name, and that tells of nothing past."""
    return bool(_SET_OFF.search(before) and _WORDS_BEFORE.search(before) and not _PAST.search(before))


def _noted(before: str, each: Written) -> bool:
    """Return whether a day in figures ends a title as a clerk notes it: "Editorial call 2026-02-24"."""
    return each.numeric and before[-1:].isspace() and not _PAST.search(before) and not _LEADS_TO.search(before)


def _much_later(told: Written, body: str) -> bool:
    """Return whether the text tells a day more than a year later, as it may of an event that its title names."""
    day_ = told.on()
    others = (each.on() for each in written(body[: 2 * HEAD]))
    return bool(day_ and any(other and (other - day_).days > 366 for other in others))


def _of_name(name: str) -> list[str]:
    """Return the one day that a file's name tells, or its folders do ("2026/04/02/speech.txt")."""
    stem = PurePosixPath(name).stem
    plain = re.sub(r"(?<!\d)[_]|[_](?!\d)", " ", stem)
    days = {_as_text(each) for each in _of_stem(plain)}
    days |= {_as_text(_compact(match)) for match in _COMPACT.finditer(stem)}
    if not days:
        days = {_as_text(_compact(match)) for match in _FOLDERS.finditer(name)}
    found = days - {None}
    return [each for each in found if each] if len(found) == 1 else []


def _of_stem(stem: str) -> Iterator[Written]:
    spaced = re.sub(r"(?<=[^\W\d_])[-_](?=\d)|(?<=\d)[-_](?=[^\W\d_])", " ", stem)
    for each in written(re.sub(r"(?<=\d)_(?=\d)", "-", spaced)):
        if each.day and each.year and not (each.ranged and not each.numeric):
            yield each


def _compact(match: re.Match[str]) -> Written:
    return Written(*match.span(), int(match["year"]), int(match["month"]), int(match["day"]))


def _ordered(each: Written, body: str, name: str, language: str | None) -> Written | None:
    """Return a day in the order that its document settles, or None where nothing does."""
    if not each.either_way:
        return each
    day_first = _day_first(each, body, name, language)
    return None if day_first is None else each.settled() if day_first else each.swapped()


def _day_first(each: Written, body: str, name: str, language: str | None) -> bool | None:
    """Return whether numeric days have the day before the month here: by the language, or by the other days."""
    spoken = (language or "").lower().replace("_", "-")
    if spoken.split("-")[0] in _DAY_FIRST or _CYRILLIC.search(body[:HEAD]):
        return True
    if spoken.startswith("en-"):
        return spoken != "en-us"
    others = written(body[:_SETTLING])
    sure = {other.on() for other in others if not other.either_way} | {_parsed(day_) for day_ in _of_name(name)}
    told = {first for first in (each.settled().on(), each.swapped().on()) if first in sure}
    if len(told) == 1:
        return told == {each.settled().on()}
    orders = {_is_day_first(body, other) for other in others if other.numeric} - {None}
    return orders.pop() if len(orders) == 1 else None


def _is_day_first(body: str, each: Written) -> bool | None:
    """Return the order that a numeric day shows of itself: 13/05/2025 has the day first."""
    match = re.match(r"(\d\d?)[/-](\d\d?)[/-]\d{4}", body[each.start : each.end])
    if match is None or each.either_way or match[1] == match[2]:
        return None
    return int(match[1]) == each.day


def _whole(value: str) -> list[Written]:
    """Return the day or month that a value is, with nothing beside it but a weekday, a place or a time."""
    found = written(value)
    return [each for each in found if _empty(_without_weekday(value[: each.start])) and _is_rest(value[each.end :])]


def _is_rest(after: str) -> bool:
    return _empty(_without_time(after))


def _as_text(each: Written | None) -> str | None:
    """Return a day as YYYY-MM-DD, a month as YYYY-MM; None for one without its year or that does not exist."""
    if each is None or each.year is None or each.either_way:
        return None
    if each.day is None:
        return f"{each.year}-{each.month:02}"
    found = each.on()
    return found.isoformat() if found else None


def is_dated(line: str) -> bool:
    """Return whether a line is no more than a day, with what it is the day of."""
    bare = line.strip("*_#> \t")
    for each in written(bare[:LONGEST_LINE]):
        rest = bare[each.end :]
        if _LABEL.search(bare[: each.start]) and (_is_rest(rest) or _BYLINE_AFTER.fullmatch(rest)):
            return True
        if len(bare) <= LONGEST_LINE and _is_alone(bare, each):
            return True
    return bool(_FIRST_DATE.match(bare))


def _parsed(written_day: str) -> date | None:
    return date.fromisoformat(written_day) if len(written_day) == 10 else None


def _is_day(told: str) -> bool:
    try:
        date.fromisoformat(told)
    except ValueError:
        return False
    return True

"""Title, published date, source and address out of what a document says of itself; a wrong guess is worse than none.

A file's own metadata and front matter come before what its text and its name say (index/dates/published.py). The day on
which a file was made or changed is never taken for the day on which its words were published.
"""

from __future__ import annotations

import re
from pathlib import PurePosixPath

from index.dates.beside_days import LONGEST_LINE
from index.dates.day_order import HEAD, ordered, source_of
from index.dates.days import as_text, written
from index.dates.file_name_days import IN_NAME
from index.dates.labelled_days import label_end
from index.dates.published import ISO, days_of_publication, is_dated
from index.dates.title_days import LONGEST_TITLE
from index.text.expressions import expression

_HEADING = expression(r"\s*#{1,2}[ \t]+(?P<title>\S.*)")
_SENTENCE = expression(r"(?:(?<!\.)\.|[!?,;:])$")
"""How a line ends that is no title; three full stops only say that it was cut."""
_LABEL = expression(
    r"(?:(?:news|press|media) (?:release|statement|advisory|notice|alert|information|communiqu[ée])"
    r"|(?:not )?for (?:immediate )?(?:release|publication|broadcast)|under embargo"
    r"|(?:strictly )?embargoed(?: until| till| for)?"
    r"|(?:joint )?press communiqu[ée]|pressemitteilung|medienmitteilung|communiqué de presse|пресс-релиз|прес-реліз"
    r"|komunikat prasowy)\b[\s:.–—-]*",
    re.IGNORECASE,
)
LABEL_WORDS = 8
_NO_TITLE = expression(
    r"(?:translat(?:or|ed by)|review(?:er|ed by)|transcri(?:ber|bed by)|transcript by|subtitles by|captions by)\b[^\n]*"
    r"|(?:speaker|presenter|delivered by|author|date|time|venue|location)[ \t]*:[^\n]*"
    r"|\([^()\n]{1,60}\)|\[[^\[\]\n]{1,60}\]",
    re.IGNORECASE,
)
"""Who speaks or put a talk into writing, where it was, what is heard in the hall: "Translator: Ana Ruiz", "(Music)"."""
_AT = r"[\[(]?\d{1,2}(?::\d\d){1,2}(?:[.,]\d{1,3})?[\])]?"
_CALLED = r"[^\W\d_][\w.’'-]*(?: [\w.’'-]+){0,3}"
_TURN = expression(
    rf"\W{{0,4}}{_AT}[ \t]*[*_]{{0,3}}{_CALLED}[*_]{{0,3}}:[*_]{{0,3}}[ \t]+\S"
    rf"|[*_]{{0,3}}{_CALLED}[*_]{{0,3}}:?[*_]{{0,3}}[ \t]*{_AT}:?[*_]{{0,3}}(?:[ \t]|$)"
    rf"|(?P<bold>\*\*|__){_CALLED}(?::(?P=bold)|(?P=bold):)[ \t]+\S"
)
"""What begins with who speaks, in bold or beside a clock: "**Ana:** [00:00:00] Hello", "[00:00:12] Ana Ruiz: Hello"."""
_BOLD = expression(r"(?P<mark>\*{1,3}|__)(?P<words>[^*_\n]+)(?P=mark)")
_LINES_OF_PROSE = 4
"""So many lines without a blank between, the second in small letters, are a text in short lines and have no title."""
_OPENING = frozenset("“\"„«‘'")


def published(text: str, name: str, language: str | None = None) -> tuple[str, str] | None:
    """Return the published date and where it stands, the most explicit first; None where nothing tells it for sure."""
    return next(iter(publication_days(text, name, language)), None)


def publication_days(text: str, name: str, language: str | None = None) -> list[tuple[str, str]]:
    """Return each day that a text or its name tells as that of publication, with where, the most explicit first."""
    return days_of_publication(text, name, language)


def mentioned(text: str) -> list[tuple[int, str]]:
    """Return the first full day of each of the first lines that has one, with the line's number among them, from 1."""
    source = source_of(text, "", None)
    days = ((number, written(line[:LONGEST_LINE])) for number, line in enumerate(source.lines, start=1))
    found = ((number, day) for number, each in days for one in each if (day := as_text(ordered(one, source))))
    full = [(number, day) for number, day in found if len(day) == 10]
    return [each for at, each in enumerate(full) if each[0] not in {number for number, _ in full[:at]}]


_TITLE_FIELD = expression(r"title[ \t]{0,4}[:=][ \t]{0,4}[\"“'‘]?(?P<words>[^\n\"“”]{2,200}?)[\"”'’]?", re.IGNORECASE)
"""A title as a field: of front matter that is no such, as it goes on for the whole text."""


_ADDRESS = expression(r"https?(?:[_ -]+|%3A%2F%2F)(?:www[_. -])?", re.IGNORECASE)
"""How the name of a file begins that is a page's address."""


_UNDERLINED = expression(r"\s*[^\n]{1,400}\n[=-]{3,}[ \t]*(?:\n|$)")
"""A heading with a line below it."""


def header_end(text: str) -> int:
    """Return the offset at which the words begin after a first line's `date 2025-09-11 …`."""
    return label_end(text[:LONGEST_LINE].split("\n", 1)[0])


def title(text: str, name: str) -> tuple[str, str]:
    """Return a title and where it stands: a heading or a short first line, else the file's name in words."""
    heading = _HEADING.match(text)
    first, where = (heading["title"].strip(), "a heading") if heading else _first_words(text)
    field = _TITLE_FIELD.fullmatch(first)
    if field:
        first = field["words"]
    rest = first[header_end(first) :]
    prose = _is_prose(rest) or (not field and _goes_on(first, text))
    if 0 < len(rest) <= LONGEST_TITLE and not prose:
        bold = _BOLD.fullmatch(rest)
        return (bold["words"] if bold else rest), where
    stem = PurePosixPath(name).stem
    is_headed = heading or _UNDERLINED.match(text)
    if _ADDRESS.match(stem) and is_headed and rest and not prose:
        return f"{rest[:LONGEST_TITLE].rsplit(' ', 1)[0].rstrip(' ,;:(')} …", where
    return _in_words(_ADDRESS.sub("", stem, count=1)) or name, IN_NAME


def _is_prose(line: str) -> bool:
    """Return whether a line is a sentence, a day or what somebody says, and so no title."""
    return bool(_SENTENCE.search(line) or is_dated(line) or _TURN.match(line))


def _in_words(stem: str) -> str:
    """Return a file's name in words, without a day; empty where nothing else stands in it."""
    words = " ".join(re.sub(ISO, "", stem).replace("-", " ").replace("_", " ").split()).split()
    return " ".join([words[0][:1].upper() + words[0][1:], *words[1:]]) if words else ""


def _first_words(body: str) -> tuple[str, str]:
    """Return the first line that has words in it, and where: a page number, a rule, a day above it is passed over."""
    lines = [line for line in (line.strip() for line in body[:HEAD].splitlines()) if sum(map(str.isalpha, line)) >= 4]
    passed = (is_dated(line) or is_label(line) or _NO_TITLE.fullmatch(line) for line in lines)
    found = next((number for number, skips in enumerate(passed) if not skips), None)
    if found is None:
        return "", "the first line"
    return lines[found], "a line at the beginning" if found else "the first line"


def _goes_on(line: str, body: str) -> bool:
    """Return whether a line is no title as the next one goes on with it: with its quotation, or with its sentence."""
    after = [each.strip() for each in body[body.find(line) + len(line) :].split("\n", _LINES_OF_PROSE)[1:]]
    if line[:1] in _OPENING:
        return bool(after and after[0])
    return len(after) >= _LINES_OF_PROSE - 1 and all(after[: _LINES_OF_PROSE - 1]) and after[0][0].islower()


def is_label(line: str) -> bool:
    """Return whether a line only tells what kind of text follows: "NEWS RELEASE", "FOR IMMEDIATE RELEASE  THE PORT"."""
    match = _LABEL.match(line.strip())
    rest = line.strip()[match.end() :] if match else ""
    return match is not None and len(rest.split()) <= LABEL_WORDS and (not rest or rest.isupper() or is_dated(rest))


def is_label_only(words: str) -> bool:
    """Return whether all lines of a span at a text's beginning are such labels and days."""
    lines = [line for line in words.splitlines() if line.strip()]
    return bool(lines) and is_label(lines[0]) and all(is_label(line) or is_dated(line) for line in lines[1:])

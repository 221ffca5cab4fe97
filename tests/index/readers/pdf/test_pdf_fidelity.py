"""PDFs made at random whose text is known: every sentence is read whole and once, over lines, columns and pages."""

from __future__ import annotations

import random
import re
from collections import Counter
from dataclasses import dataclass, field

import pytest

from index.readers.pdf import pdf as reader
from tests.index.readers.pdf.pdf_files import Words, pdf, width

WORDS = (
    "harbour minister council ferry pier sluice valley farmers gallery winter autumn message ordinary machine captain "
    "lantern window building morning evening reasonable government responsible transport committee negotiation the "
    "a of and in with for that which was is will be has had not so it they we our their old new long wide twenty forty"
).split()
SIZE, LEADING, TOP, LOW = 10.0, 12.0, 90.0, 700.0
SEEDS = range(40)


@dataclass
class Made:
    """A document: what it says, and its pages as they are drawn."""

    paragraphs: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    pages: list[list[Words]] = field(default_factory=list)


def sentence(draw: random.Random) -> str:
    chosen = draw.choices(WORDS, k=draw.randint(6, 18))
    return " ".join(chosen).capitalize() + "."


def invented(seed: int) -> Made:
    """Return a document of one to three columns, parted by gaps or indents, with heads, feet, notes and hyphens."""
    draw = random.Random(seed)
    columns, indent = draw.choice((1, 1, 2, 2, 3)), draw.choice((0.0, 14.0))
    measure = (475 - 20 * (columns - 1)) / columns
    out = Made([" ".join(WORDS).capitalize() + "."])
    out.paragraphs += [
        " ".join(sentence(draw) for _ in range(draw.randint(2, 6))) for _ in range(draw.randint(6, 9) * columns)
    ]
    page, column, y = _new_page(out), 0, TOP
    for text in out.paragraphs:
        noted = draw.random() < 0.3
        rows = _broken(text, measure, indent, draw)
        for number, row in enumerate(rows):
            if y > LOW:
                column, y = column + 1, TOP
                if column == columns:
                    page, column = _new_page(out), 0
            x = 60 + column * (measure + 20)
            page.append(Words(x + (indent if not number else 0), y, row, SIZE))
            if noted and number + 1 == len(rows) and width(row) < measure - 20:
                _note(out, page, x + (0 if number else indent) + width(row), y)
            y += LEADING
        y += 0 if indent else 7
    for each in out.pages:
        order = draw.choice((lambda word: (word.x, word.y), lambda word: (word.y, word.x)))
        if draw.random() < 0.7:
            each.sort(key=order)
    return out


def _new_page(out: Made) -> list[Words]:
    number = len(out.pages) + 1
    out.pages.append([Words(60, 45, "Papers of the harbour board", 9), Words(280, 815, f"- {number} -", 9)])
    return out.pages[-1]


def _note(out: Made, page: list[Words], x: float, y: float) -> None:
    number = len(out.notes) + 1
    out.notes.append(f"{number} Minutes of the board, sheet {100 + number}.")
    page.append(Words(x, y, str(number), 6, rise=4))
    below = 730 + 9 * sum(word.size == 7 for word in page)
    page += [Words(60, below, str(number), 5, rise=2.5), Words(70, below, out.notes[-1].partition(" ")[2], 7)]


def _broken(text: str, measure: float, indent: float, draw: random.Random) -> list[str]:
    """Return a paragraph's lines; words that do not fit are broken at times."""
    rows, room = [""], measure - indent
    for word in text.split():
        longer = f"{rows[-1]} {word}".strip()
        if width(longer) <= room:
            rows[-1] = longer
            continue
        at = draw.randint(3, 5)
        if len(word) > 9 and word.isalpha() and width(f"{rows[-1]} {word[:at]}-") <= room:
            rows[-1] += f" {word[:at]}-"
            word = word[at:]
        rows.append(word)
        room = measure
    return rows


@pytest.mark.parametrize("seed", SEEDS)
def test_every_sentence_is_read_whole(seed: int) -> None:
    document = invented(seed)
    (parsed,) = reader.read(pdf(document.pages))
    flat = " ".join(parsed.text.split())
    # A paragraph may end where a column does, if its sentence does.
    said = Counter(re.findall(r"[^.]+\.", " ".join(document.paragraphs)))
    for each, times in said.items():
        assert flat.count(each.strip()) >= times, each
    for each in document.notes:
        assert parsed.text.count(f"\n\n{each}") == 1, each
    expected = Counter(re.findall(r"\w+", " ".join([*document.paragraphs, *document.notes])))
    found = Counter(re.findall(r"\w+", parsed.text))
    assert found - expected == Counter("Papers of the harbour board".split())
    assert not expected - found
    assert len(parsed.pages) == len(document.pages)


@pytest.mark.parametrize("seed", SEEDS[:6])
def test_every_place_is_where_the_words_were_drawn(seed: int) -> None:
    document = invented(seed)
    content = pdf(document.pages)
    (parsed,) = reader.read(content)
    draw = random.Random(seed)
    text = draw.choice(document.paragraphs)
    start = parsed.text.index(text)
    found = [(place.page, box) for place in reader.places(content, start, start + len(text)) for box in place.boxes]
    drawn = []
    for number, page in enumerate(document.pages, start=1):
        boxes = [box for at, box in found if at == number]
        drawn += [word for word in page if any(b[0] - 1 <= word.x <= b[2] and b[1] < word.y < b[3] for b in boxes)]
    rows = [word.text for word in drawn if word.size == SIZE]
    assert Counter(re.findall(r"\w", " ".join(rows))) == Counter(re.findall(r"\w", text))

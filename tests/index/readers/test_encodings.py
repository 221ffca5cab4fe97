"""Which encoding bytes are in, and what of them is no text."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from errors import DocumentError
from index.read.load import Found, load
from index.readers.parsed import decoded
from index.records import Document

# What each would be mistaken for stands beside it.
WRITTEN = {
    "danish names in English": (
        "13 May 2026\n\nMayor Søren Bækgaard said: “The café – our ‘second home’ – stays open.”",
        "cp1252",
    ),
    "polish names in English": ("The mayor, Lech Wiśniewski, said the school in Łódź will close.", "cp1250"),
    "czech names in English": ("The mayor, Jiří Dvořák, said on Friday that the school will close.", "cp1250"),
    "german": ("Der Bürgermeister eröffnete den Hafen. „Er kostete zu viel“, sagte er.", "cp1252"),
    "danish": ("Borgmester Åse Kjær sagde, at færgen ikke sejler i dag.", "cp1252"),
    "french": ("Le maire a déclaré que l’école fermera à la fin de l’été.", "cp1252"),
    "polish": ("Burmistrz Zofia Żak powiedziała, że szkoła zostanie zamknięta w środę.", "cp1250"),
    "polish latin 2": ("Burmistrz Zofia Żak powiedziała, że szkoła zostanie zamknięta w środę, dziś.", "iso8859-2"),
    "czech": ("Starostka řekla, že škola bude zavřená. Přívoz končí příští týden.", "cp1250"),
    "hungarian": ("A polgármester azt mondta, hogy az iskola bezár. Őszintén sajnáljuk, de nincs pénz.", "cp1250"),
    "lithuanian": ("Merė sakė, kad mokykla bus uždaryta. Keltas neplaukia, nes nėra pinigų.", "cp1257"),
    "russian": ("Мэр сказал, что школа закроется в пятницу. Паром больше не ходит.", "cp1251"),
    "russian koi8": ("Мэр сказал, что школа закроется в пятницу. Паром больше не ходит.", "koi8-r"),
    "russian dos": ("Мэр сказал, что школа закроется в пятницу. Паром больше не ходит.", "cp866"),
    "ukrainian": ("Мер сказав, що школа зачиниться. Її закриють назавжди, і це вже вирішено.", "cp1251"),
    "ukrainian koi8": ("Мер сказав, що школа зачиниться. Її закриють назавжди, і це вже вирішено.", "koi8-u"),
    "turkish": ("Belediye başkanı okulun kapanacağını söyledi. Işık ve şeker yok.", "cp1254"),
    "greek": ("Ο δήμαρχος είπε ότι το σχολείο θα κλείσει την Παρασκευή.", "cp1253"),
    "german dos": ("Der Bürgermeister eröffnete den Hafen. Er kostete zu viel, für große Leute.", "cp850"),
    "french mac": ("Le maire a déclaré que l’école fermera à la fin de l’été.", "mac-roman"),
    "japanese": ("市長は、学校が金曜日に閉まると述べた。フェリーはもう運航していない。", "shift_jis"),
    "chinese": ("市长说学校将于周五关闭。渡轮不再运行。我们不会出售剧院。", "gb18030"),
    "utf-16 little": ("13 May 2026\n\nThe school will close.", "utf-16-le"),
    "utf-16 big": ("13 May 2026\n\nThe school will close.", "utf-16-be"),
    "utf-16 russian": ("Мэр сказал, что школа закроется.", "utf-16-le"),
}


@pytest.mark.parametrize(("text", "encoding"), WRITTEN.values(), ids=WRITTEN.keys())
def test_the_language_tells_the_encoding(text: str, encoding: str) -> None:
    assert decoded(text.encode(encoding)).text == text


@pytest.mark.parametrize(
    ("content", "text", "omitted"),
    [
        ("Years 1990\u00961996.".encode(), "Years 1990–1996.", ()),
        ("Cost 5\u0080 \u0093today\u0094.".encode(), "Cost 5€ “today”.", ()),
        (b"The school\x0c will\x1a close." + b" Yes." * 20, None, (("control character", 1),)),
        ("Mayor Åse Kjær. ".encode() + b"It \x96 closes\x92.", "Mayor Åse Kjær. It – closes’.", ()),
        ("Żółć gęślą jaźń ".encode() + b"x\xffy", "Żółć gęślą jaźń x\ufffdy", (("unreadable character", 1),)),
        ("Caf\u00e9 t".encode()[:-3] + b"\xc3", None, None),
    ],
    ids=["a dash", "quotation marks", "end of file sign", "two encodings", "a bad byte", "cut within a letter"],
)
def test_few_strange_bytes_do_not_refuse_a_text(
    content: bytes, text: str | None, omitted: tuple[tuple[str, int], ...] | None
) -> None:
    found = decoded(content)
    assert text is None or found.text == text
    assert omitted is None or found.omitted == omitted
    assert "\x1a" not in found.text


def test_what_was_left_out_is_named(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"The school will close.\x07 " * 3 + b"It will." * 30)
    (found,) = (each for each in load(Found(path, path.name)) if isinstance(each, Document))
    assert found.omitted == (("control character", 3),)


@pytest.mark.parametrize("seed", range(12))
def test_other_files_are_refused(seed: int) -> None:
    draw = random.Random(seed)
    with pytest.raises(DocumentError, match="is not text"):
        decoded(draw.randbytes(draw.randrange(60, 5_000)))

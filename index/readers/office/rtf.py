"""Rich text (RTF): the text as a reader sees it with all changes taken, boxes and notes apart from their sentences.

Its words are named as the specification of RTF 1.9.1 does. Nothing of it is drawn: a group is text of the body, of a
note, of a box, or is not shown.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from errors import DocumentError
from index.readers.office.flow import omissions, title_of_file
from index.readers.office.package import BROKEN
from index.readers.office.rtf_codes import (
    CHARACTER_SETS,
    HIDDEN_GROUPS,
    NAMED_CODE_PAGES,
    SIGNS,
    STARRED_TEXT,
    STREAMS,
    codec,
)
from index.readers.office.rtf_fonts import Fonts
from index.readers.office.rtf_streams import Streams
from index.readers.office.symbol_fonts import character, is_picture_font
from index.readers.parsed import Parsed, found_in, paragraphs_text

_TOKEN = re.compile(
    rb"\\([A-Za-z]{1,40})(-?\d{1,10})? ?|\\'([0-9A-Fa-f]{2})|\\([^A-Za-z])|([{}])|[\r\n\x00]+|([^\\{}\r\n\x00]+)|\\"
)
_DEEPEST = 5_000
"""Groups inside groups; real files have some twenty."""
_MARK = b"{\\rtf"


def read(content: bytes) -> list[Parsed]:
    """Return the one document of a rich text file.

    Raises:
        DocumentError: it is broken or of another kind.
    """
    start = content[:1_000].find(_MARK)
    if start < 0 or content[:start].strip(b"\xef\xbb\xbf \t\r\n\x00"):
        raise DocumentError(BROKEN)
    document = _Document()
    document.read(content, start)
    streams = document.streams
    title, author = title_of_file(streams.property_("title")), streams.property_("author")
    about = found_in("the file's properties", {"title": title, "author": author})
    text, letterhead = paragraphs_text(streams.paragraphs()), paragraphs_text(streams.letterhead)
    return [Parsed(text, about, letterhead=letterhead, omitted=omissions(streams.omitted))]


@dataclass(frozen=True, slots=True)
class _State:
    """What holds inside a group until it ends."""

    target: str | None = "body"
    """The stream that text goes to, None where it is not shown."""
    outside: str | None = "body"
    """The stream before a group was hidden whose second half is shown."""
    hidden: bool = False
    deleted: bool = False
    raised: bool = False
    codec: str = "cp1252"
    picture_font: str = ""
    fallback: int = 1
    """Characters that stand for a Unicode one in programs that know no Unicode."""
    in_table: bool = False
    initial: bool = False


class _Document:
    """A pass over the tokens, and what holds for the text that comes next."""

    def __init__(self) -> None:
        self.streams = Streams()
        self.state, self.stack = _State(), list[_State]()
        self.fonts = Fonts()
        self.default_codec = "cp1252"
        self.raw = bytearray()
        self.skip = 0
        self.high: int | None = None
        self.unseen = ""
        """What the text before was left out as, so that a span of it counts once."""
        self.starred = False
        self.begins = False
        """Whether the next word is the first of its group, and so may say what the group is."""
        self.closed = False

    def read(self, content: bytes, start: int) -> None:
        """Take all tokens from an offset on."""
        at, size = start, len(content)
        while at < size and not self.closed:
            token = _TOKEN.match(content, at)
            assert token is not None
            word, number, code, sign, brace, text = token.groups()
            at = token.end() + (max(0, int(number)) if word == b"bin" and number else 0)
            if text is not None:
                self.bytes_(text)
            elif word is not None:
                if word != b"bin" or not number:
                    self.control(word.decode("ascii"), int(number) if number else None)
            elif code is not None:
                self.bytes_(bytes.fromhex(code.decode("ascii")))
            elif brace is not None:
                self.open() if brace == b"{" else self.close()
            elif sign is not None:
                self.sign(sign)
        self.flush()

    def open(self) -> None:
        self.flush()
        self.skip = 0
        if len(self.stack) >= _DEEPEST:
            raise DocumentError(BROKEN)
        self.stack.append(self.state)
        self.begins = True

    def close(self) -> None:
        self.flush()
        self.skip, self.starred = 0, False
        if self.state.target == "font":
            self.fonts.end()
        if not self.stack:
            self.closed = True
            return
        depth = len(self.stack)
        self.state = self.stack.pop()
        self.streams.end_boxes(depth, beside=self.state.target, in_table=self.state.in_table)
        self.closed = not self.stack

    @property
    def shown(self) -> bool:
        state = self.state
        return state.target not in (None, "info", "font") and not (state.hidden or state.deleted)

    def bytes_(self, text: bytes) -> None:
        """Take text in the code page that holds, less what stands for a Unicode character before it."""
        if self.skip:
            dropped = min(self.skip, len(text))
            self.skip -= dropped
            text = text[dropped:]
        # Some writers leave out the stroke before the star.
        self.begins = self.begins and text == b"*"
        if self.state.target is not None:
            self.raw += text

    def flush(self) -> None:
        """Write the bytes that were gathered."""
        if self.raw:
            raw, self.raw = bytes(self.raw), bytearray()
            if self.state.target == "font":
                self.fonts.named(raw.decode("latin-1"))
            elif self.state.picture_font:
                self.write_signs(raw)
            else:
                self.write(raw.decode(self.state.codec, errors="replace").replace("\x00", ""))

    def write_signs(self, raw: bytes) -> None:
        font = self.state.picture_font
        for code in raw:
            found = character(font, code) if code != 0x20 else " "
            if found is None:
                self.streams.omitted["picture sign"] += self.shown
            else:
                self.write(found)

    def write(self, text: str) -> None:
        state = self.state
        if self.shown and state.target:
            self.unseen = ""
            self.streams.flow(state.target, state.in_table).write(text, raised=state.raised)
        elif state.target not in (None, "info", "font") and text.strip():
            kind = "tracked deletion" if state.deleted else "hidden passage"
            self.streams.omitted[kind] += kind != self.unseen
            self.unseen = kind

    def sign(self, sign: bytes) -> None:
        if sign == b"*":
            self.starred = self.begins
        elif sign in b"\\{}":
            self.bytes_(sign)
        elif sign in b"\r\n":
            self.end_paragraph()
        elif sign in b"~_:":
            self.flush()
            self.write({b"~": "\u00a0", b"_": "-", b":": ""}[sign])

    def unicode(self, number: int) -> None:
        """Take a character by its number; of a pair the first half waits for the second."""
        self.flush()
        code, self.skip = number % 0x10000 if number < 0x10000 else number, self.state.fallback
        if 0xD800 <= code < 0xDC00:
            self.high = code
            return
        if 0xDC00 <= code < 0xE000:
            code = 0x10000 + ((self.high - 0xD800) << 10) + (code - 0xDC00) if self.high is not None else 0xFFFD
        self.high = None
        found = character(self.state.picture_font, code)
        if found is None:
            self.streams.omitted["picture sign"] += self.shown
        else:
            self.write(found)

    def control(self, word: str, number: int | None) -> None:
        """Take a control word: a stream, a property, or a sign of the text."""
        starred, self.starred = self.starred, False
        begins, self.begins = self.begins, False
        if word == "u":
            self.unicode(number or 0)
            return
        if self.skip and word in SIGNS:
            self.skip -= 1
            return
        self.flush()
        if word in SIGNS:
            self.write(SIGNS[word])
        elif handler := _CONTROLS.get(word):
            handler(self, word, number)
        elif (begins and word in HIDDEN_GROUPS) or (starred and word not in STARRED_TEXT):
            self.change(target=None)

    def change(self, **changes: object) -> None:
        self.state = replace(self.state, **changes)  # type: ignore[arg-type]

    # What a control word does: each takes its name and number.

    def end_paragraph(self, word: str = "par", number: int | None = None) -> None:
        self.flush()
        state = self.state
        # A deleted or hidden end of a paragraph joins it with the next; so does a large first letter's.
        if state.target and self.shown and not state.initial:
            self.streams.flow(state.target, state.in_table).end()

    def plain(self, word: str, number: int | None) -> None:
        self.change(hidden=False, deleted=False, raised=False, picture_font="")
        self.font("f", self.fonts.default)

    def paragraph_plain(self, word: str, number: int | None) -> None:
        self.change(in_table=False, initial=False)

    def toggle(self, word: str, number: int | None) -> None:
        name = {"v": "hidden", "deleted": "deleted", "mvf": "deleted", "super": "raised"}[word]
        self.unseen = ""
        self.change(**{name: number != 0})

    def raised(self, word: str, number: int | None) -> None:
        self.change(raised=word == "up" and number != 0)

    def table(self, word: str, number: int | None) -> None:
        self.change(in_table=number != 0)

    def cell(self, word: str, number: int | None) -> None:
        if self.state.target:
            self.streams.end_cell(self.state.target)

    def row(self, word: str, number: int | None) -> None:
        if self.state.target:
            self.streams.end_row(self.state.target)

    def box(self, word: str, number: int | None) -> None:
        """Begin a stream of its own for the group: a box's, a note's, a page header's."""
        if not self.shown or not self.stack:
            self.change(target=None)
            return
        name = self.streams.begin_box(STREAMS.get(word, "box"), len(self.stack))
        self.change(target=name, outside=name, in_table=False, raised=False, initial=False)

    def counted(self, word: str, number: int | None) -> None:
        if self.state.target is not None:
            names = {"pict": "picture", "annotation": "comment", "mmath": "equation", "objdata": "embedded object"}
            self.streams.omitted[names[word]] += 1
        self.change(target=None)

    def second_form(self, word: str, number: int | None) -> None:
        """Hide the first of two forms of the same text, until the second begins."""
        self.change(outside=self.state.target, target=None)

    def second_begins(self, word: str, number: int | None) -> None:
        self.change(target=self.state.outside)

    def property_(self, word: str, number: int | None) -> None:
        if self.stack and self.stack[-1].target == "info":
            self.change(target=word)

    def info(self, word: str, number: int | None) -> None:
        self.change(target="info")

    def fallback(self, word: str, number: int | None) -> None:
        self.change(fallback=max(0, min(number if number is not None else 1, 10)))

    def initial(self, word: str, number: int | None) -> None:
        self.change(initial=bool(number))

    def code_page(self, word: str, number: int | None) -> None:
        self.default_codec = NAMED_CODE_PAGES.get(word) or codec(number) or self.default_codec
        self.change(codec=self.default_codec)

    def default(self, word: str, number: int | None) -> None:
        self.fonts.default = number or 0

    def font_table(self, word: str, number: int | None) -> None:
        self.change(target="font")

    def font(self, word: str, number: int | None) -> None:
        """Take the font that text is set in; inside the table of fonts, begin the entry of one."""
        number = number or 0
        if self.state.target == "font":
            self.fonts.begin(number)
            return
        name, its_codec = self.fonts.get(number)
        self.change(picture_font=name if is_picture_font(name) else "", codec=its_codec or self.default_codec)

    def character_set(self, word: str, number: int | None) -> None:
        if self.state.target == "font":
            self.fonts.encoded(codec(number) if word == "cpg" else CHARACTER_SETS.get(number or 0, ""))


_CONTROLS: Mapping[str, Callable[[_Document, str, int | None], None]] = {
    **dict.fromkeys(("par", "sect", "page", "column", "nestcell"), _Document.end_paragraph),
    **dict.fromkeys(("v", "deleted", "mvf", "super"), _Document.toggle),
    **dict.fromkeys(("nosupersub", "sub", "up", "dn"), _Document.raised),
    **dict.fromkeys(("shptxt", "dptxbxtext", *STREAMS), _Document.box),
    **dict.fromkeys(("pict", "annotation", "mmath", "objdata"), _Document.counted),
    **dict.fromkeys(("title", "author"), _Document.property_),
    **dict.fromkeys(("ansi", "mac", "pc", "pca", "ansicpg"), _Document.code_page),
    **dict.fromkeys(("fcharset", "cpg"), _Document.character_set),
    "plain": _Document.plain,
    "pard": _Document.paragraph_plain,
    "intbl": _Document.table,
    "cell": _Document.cell,
    "row": _Document.row,
    "upr": _Document.second_form,
    "ud": _Document.second_begins,
    "info": _Document.info,
    "uc": _Document.fallback,
    "dropcapt": _Document.initial,
    "deff": _Document.default,
    "fonttbl": _Document.font_table,
    "f": _Document.font,
}

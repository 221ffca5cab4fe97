"""Mail: the part with the words, whose they are, and subject, sender and day out of the head."""

from __future__ import annotations

import email.errors
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from email import message_from_bytes
from email.header import decode_header
from email.message import Message
from email.utils import parsedate_to_datetime

from errors import DocumentError
from index.readers.mail_replies import Part, first_day, parts, person, unwrapped
from index.readers.parsed import Parsed, decoded, normalised
from index.readers.web.html import visible_text

_DEEPEST = 20
_POOR_SHARE = 0.5
"""A plain part with fewer of the words of its HTML twin only says that there is one."""


def read(content: bytes) -> list[Parsed]:
    """Return the one document of the message, with whose words its parts are; attachments are named as not read.

    Raises:
        DocumentError: it has no head or no body that can be read.
    """
    # An export may have put a line of its own or an empty one above the head.
    message = message_from_bytes(re.sub(rb"\A(?:\s+|From [^\n]*\n|>From [^\n]*\n)+", b"", content))
    about = _about(message)
    if not about:
        raise DocumentError("is not an email: it has no subject, sender or date; if it is text, name it .txt.")
    contents = _Contents()
    try:
        contents.take(message, _DEEPEST)
    except (email.errors.MessageError, LookupError, ValueError, AttributeError, TypeError, RecursionError):
        raise DocumentError("is not a readable email; save it again as .eml.") from None
    text, turns = laid_out(contents.parts)
    problems = tuple(
        f"attachment {name} is not read; save it beside the mail and index it." for name in contents.attached
    )
    attached = (("attachment", len(contents.attached)),) if contents.attached else ()
    pictures = (("picture", contents.pictures),) if contents.pictures else ()
    return [
        Parsed(text, about, problems=problems, omitted=(*attached, *pictures, *contents.omitted), turns=tuple(turns))
    ]


@dataclass
class _Contents:
    """What a message holds: its words by writer, and what is beside them."""

    parts: list[Part] = field(default_factory=list)
    attached: list[str] = field(default_factory=list)
    pictures: int = 0
    omitted: tuple[tuple[str, int], ...] = ()

    def take(self, message: Message, depth: int) -> None:
        """Add the words of a message, which its sender says, then those of the messages in it."""
        writer, day = person(_header(message, "from")), _day(message)
        inner: list[Message] = []
        # A mail that is one part is shown itself, even where that part has a file's name.
        shown = message.get_content_type() in {"text/plain", "text/html"}
        alone = shown and message.get_content_disposition() != "attachment"
        for leaf in [message] if alone else self._leaves(message, inner, depth):
            text, omitted = _text(leaf)
            self.omitted += omitted
            self.parts += parts(text, writer, day)
        for each in inner:
            head = [f"{name}: {value}" for name in ("From", "Date", "Subject") if (value := _header(each, name))]
            self.parts.append(Part(tuple(head), None, words=False))
            self.take(each, depth - 1)

    def _leaves(self, message: Message, inner: list[Message], depth: int) -> Iterator[Message]:
        """Yield the parts with words that a mail program shows in the mail itself."""
        if depth <= 0:
            return
        kind, children = message.get_content_type(), _children(message)
        if kind == "message/rfc822" and children:
            inner.append(children[0])
        elif kind == "multipart/alternative" and children:
            yield from self._best(children, inner, depth)
        elif children:
            for each in children:
                yield from self._leaves(each, inner, depth - 1)
        elif kind in {"text/plain", "text/html"} and not _is_attachment(message):
            yield message
        else:
            self._count(message)

    def _count(self, message: Message) -> None:
        """Count a part without words of the mail: a picture, or what is attached."""
        name = message.get_filename()
        if message.get_content_type().startswith("image/") and (message.get("content-id") or not name):
            self.pictures += 1
        elif message.get_payload() or name:
            self.attached.append(_decoded_header(name) if name else "one without a name")

    def _best(self, children: list[Message], inner: list[Message], depth: int) -> Iterator[Message]:
        """Yield the parts of the plain writing of a mail, or of its HTML where the plain one lacks the words."""
        choices: list[tuple[list[Message], int]] = []
        for each in children:
            leaves = list(self._leaves(each, inner, depth - 1))
            choices.append((leaves, sum(len(_text(leaf)[0].split()) for leaf in leaves)))
        most = max((words for _, words in choices), default=0)
        yield from next((leaves for leaves, words in choices if words and words >= _POOR_SHARE * most), [])


def _children(message: Message) -> list[Message]:
    below = message.get_payload() if message.is_multipart() else []
    return [each for each in below if isinstance(each, Message)] if isinstance(below, list) else []


def _is_attachment(message: Message) -> bool:
    return message.get_content_disposition() == "attachment" or (
        bool(message.get_filename()) and message.get_content_disposition() != "inline"
    )


def _text(leaf: Message) -> tuple[str, tuple[tuple[str, int], ...]]:
    """Return the text of a part, in the charset that it names if it is written in it, and what was unreadable."""
    payload = leaf.get_payload(decode=True)
    content = payload if isinstance(payload, bytes) else str(leaf.get_payload()).encode("utf-8", "surrogateescape")
    if not content.strip():
        return "", ()
    omitted: tuple[tuple[str, int], ...] = ()
    try:
        charset = str(leaf.get_content_charset() or "")
        # Mail that names Latin 1 is written in the Windows encoding that holds it, as browsers know.
        charset = "cp1252" if charset.lower() in {"iso-8859-1", "latin-1", "us-ascii", "ascii", ""} else charset
        if charset == "cp1252" and _is_utf8(content):
            charset = "utf-8"
        if charset == "cp1252" and not leaf.get_content_charset():
            raise LookupError
        text = content.decode(charset)
    except (LookupError, ValueError):
        text, _, omitted = decoded(content)
    if leaf.get_content_type() == "text/html":
        return normalised(visible_text(text, quotes="> ")), omitted
    if leaf.get_param("format") == "flowed":
        text = _unfolded(text, str(leaf.get_param("delsp") or "").lower() == "yes")
    return normalised(text), omitted


def _is_utf8(content: bytes) -> bool:
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _unfolded(text: str, delete_space: bool) -> str:
    """Return flowed text (RFC 3676) with its lines joined as the sender wrote them."""
    lines: list[str] = []
    depths: list[int] = []
    for line in text.replace("\r\n", "\n").split("\n"):
        bare = line.lstrip(">")
        depth = len(line) - len(bare)
        bare = bare.removeprefix(" ")
        joins = lines and lines[-1].endswith(" ") and lines[-1] != "-- " and depths[-1] == depth and bare != "-- "
        if joins:
            lines[-1] = (lines[-1][:-1] if delete_space else lines[-1]) + bare
        else:
            lines.append(bare)
            depths.append(depth)
    return "\n".join(f"{'>' * depth} {line}" if depth else line for line, depth in zip(lines, depths, strict=True))


def laid_out(found: Sequence[Part]) -> tuple[str, list[tuple[int, int, str, str | None]]]:
    """Return the text of the parts and where whose words stand in it."""
    text = ""
    turns: list[tuple[int, int, str, str | None]] = []
    for part in found:
        lines = [line.rstrip() for line in part.lines]
        body = "\n".join(unwrapped(lines) if part.words else lines).strip("\n")
        if not body.strip():
            continue
        text += "\n\n" if text else ""
        start = len(text)
        text += body
        if part.words and part.writer:
            turns.append((start, len(text), part.writer, part.day))
    return f"{text}\n" if text else "", turns


def _about(message: Message) -> dict[str, tuple[str, str]]:
    sender = _header(message, "from")
    named = {
        "title": _header(message, "subject"),
        "author": sender,
        "speaker": person(sender) or "",
        "published": _day(message) or "",
    }
    return {name: (value, "the mail's head") for name, value in named.items() if value}


def _day(message: Message) -> str | None:
    written = _header(message, "date")
    try:
        return parsedate_to_datetime(written).date().isoformat()
    except (TypeError, ValueError, IndexError, OverflowError):
        return first_day(written)


def _header(message: Message, name: str) -> str:
    return _decoded_header(message.get(name) or "")


def _decoded_header(value: object) -> str:
    """Return a header's text, with its encoded words read; one that is written in no charset is guessed."""
    pieces = []
    try:
        found = decode_header(str(value).replace("\r", "").replace("\n", " "))
    except (email.errors.HeaderParseError, ValueError):
        found = [(str(value), None)]
    for piece, charset in found:
        raw = piece if isinstance(piece, bytes) else piece.encode("utf-8", "surrogateescape")
        try:
            pieces.append(raw.decode(charset or "utf-8"))
        except (LookupError, ValueError):
            pieces.append(_guessed(raw))
    return normalised(" ".join("".join(pieces).split()))


def _guessed(raw: bytes) -> str:
    try:
        return decoded(raw).text
    except DocumentError:
        return raw.decode("ascii", "replace")

"""Readers of pages, mails and subtitles that know nothing of the project's, for `benchmarks.quality.fidelity`."""

from __future__ import annotations

import email
import email.policy
import html
import re
from email.message import EmailMessage
from pathlib import Path

_TIMING = re.compile(r"^[^\n]*\d[.:,]\d+[^\n]*-->[^\n]*$", re.MULTILINE)
_BLOCK = (
    "p div br li tr td th h1 h2 h3 h4 h5 h6 blockquote section article figure figcaption pre dt dd table hr".split()
)


def seen(page: str) -> str:
    """Return what a page shows; raised marks of notes and struck-out words are none of its words."""
    from lxml import etree
    from lxml import html as tree

    try:
        root = tree.document_fromstring(re.sub(r"\A\s*<\?xml[^>]*\?>", "", page))
    except (etree.LxmlError, ValueError) as error:
        raise ValueError("no page") from error
    unseen = (
        "//head|//title|//script|//style|//noscript|//svg|//del|//s|//sup[.//a]|//*[contains(@style,'display:none')]"
    )
    for element in root.xpath(f"{unseen}|//*[contains(@style,'display: none')]|//math|//button|//select"):
        if element.getparent() is not None:
            element.drop_tree()
    for element in root.iter(*_BLOCK):
        element.text, element.tail = " " + (element.text or ""), " " + (element.tail or "")
    return str(root.text_content())


def expected(path: Path) -> str:
    """Return the main text of a page as people marked it, in the file expected.html beside it (mozilla/readability)."""
    beside = path.with_name("expected.html")
    if not beside.exists() or path.name == beside.name:
        raise ValueError("nobody marked its main text")
    return seen(beside.read_text(encoding="utf-8"))


def prose(path: Path) -> str:
    """Return the paragraphs of a page that jusText takes for its main text: those of many small words and few links."""
    import justext  # type: ignore[import-untyped]
    from lxml import etree

    stop = frozenset().union(*(justext.get_stoplist(each) for each in justext.get_stoplists()))
    try:
        return " ".join(each.text for each in justext.justext(path.read_bytes(), stop) if not each.is_boilerplate)
    except (etree.LxmlError, ValueError, LookupError) as error:
        raise ValueError("no page") from error


def mail(path: Path) -> str:
    """Return the body that Python's own mail package prefers, its plain writing first."""
    message = email.message_from_bytes(path.read_bytes(), policy=email.policy.default)
    try:
        assert isinstance(message, EmailMessage)
        body = message.get_body(("plain", "html"))
        text = str(body.get_content()) if body else ""
    except (LookupError, ValueError, AttributeError, TypeError, KeyError, AssertionError) as error:
        raise ValueError("no mail") from error
    return seen(text) if body and body.get_content_type() == "text/html" and text.strip() else text


def subtitles(path: Path) -> str:
    """Return the lines below each line of times, to the next empty line, without anything in angle brackets."""
    try:
        text = path.read_bytes().decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError as error:
        raise ValueError("another encoding") from error
    found = []
    for match in _TIMING.finditer(text):
        cue = re.split(r"\n[ \t]*\n", text[match.end() + 1 :], maxsplit=1)[0]
        found.append(_TIMING.split(cue, maxsplit=1)[0])
    bare = re.sub(r"<[^>\n]*>|\{\\[^}]*\}", "", "\n".join(found))
    return re.sub(r"\[[^\]]*\]|^[ \t]*\d+[ \t]*$|^\s*\([^)]*\)\s*$", " ", html.unescape(bare), flags=re.MULTILINE)

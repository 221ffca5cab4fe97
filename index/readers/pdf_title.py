"""Title and author of a PDF: its properties where they are somebody's words, else its largest type."""

from __future__ import annotations

import re

from index.readers.parsed import told_by
from index.readers.pdf_paragraphs import Paragraph

LARGER = 1.15
_LONGEST = 200
_FILE = re.compile(r"\.(?:docx?|odt|rtf|pdf|pptx?|xlsx?|indd|qxd|pages|tex|dvi|ps|html?|txt|pub|wpd)\b", re.IGNORECASE)
_PROGRAM = re.compile(
    r"(?:microsoft (?:word|powerpoint|excel|office)|adobe \w+|powerpoint presentation|presentaci|untitled|unbenannt|sans titre|"
    r"sin título|document\d*\Z|dokument\d*\Z|документ|без имени|title\Z|titel\Z|layout \d|slide \d|page \d|print\Z|scan)",
    re.IGNORECASE,
)
_MARKING = re.compile(
    r"[\W_]*(?:un)?(?:official|classified|confidential|restricted|secret|top secret|embargo(?:ed)?|draft|internal|"
    r"check against delivery|for official use only|not for (?:publication|distribution)|sensitive|limited|"
    r"vertraulich|entwurf|es gilt das gesprochene wort|confidentiel|seul le prononcé fait foi|cotejar con el discurso|"
    r"confidencial|секретно|конфиденциально|проверять по произнесению|poufne)\b(?P<rest>[^\n]{0,60})\Z",
    re.IGNORECASE,
)
_INITIAL = re.compile(r"(?:user|admin|administrator|owner|unknown|author|microsoft|pc|windows|hp|dell|lenovo|acer)\b", re.IGNORECASE)


def told(properties: dict[str, str], pages: list[list[Paragraph]], body: float) -> dict[str, tuple[str, str]]:
    """Return title and author; the day of making is not the day of publishing."""
    title = " ".join((properties.get("Title") or "").split())
    author = " ".join((properties.get("Author") or "").split())
    found = told_by(
        "the PDF's properties",
        {"title": title if is_title(title) else None, "author": author if is_author(author) else None},
    )
    if "title" not in found:
        found |= told_by("the largest type of the first page", {"title": largest(pages, body)})
    return found


def is_title(text: str) -> bool:
    """Return whether a property is a title: no file's name, no program's, no marking of who may read it."""
    words = re.findall(r"[^\W\d_]{2,}", text)
    if not words or len(text) > _LONGEST or _PROGRAM.match(text) or is_marking(text):
        return False
    return not _FILE.search(text) and not (len(text.split()) == 1 and re.search(r"[\d_]|\w-\w", text))


def is_marking(text: str) -> bool:
    """Return whether a line only says who may read the paper, or when."""
    match = _MARKING.match(text)
    return bool(match) and (len(match["rest"].split()) <= 6 if match else False)


def is_author(text: str) -> bool:
    """Return whether a property names a person or body rather than a machine's account."""
    return len(re.findall(r"[^\W\d_]{2,}", text)) >= 2 and not _INITIAL.match(text) and "@" not in text


def largest(pages: list[list[Paragraph]], body: float) -> str | None:
    """Return the words of the first page's largest type, where they are larger than the body's."""
    first = [
        each for each in (pages[0] if pages else []) if each.cells is None and each.note is None and not is_marking(each.text)
    ]
    heads = [each for each in first[:12] if sum(map(str.isalpha, each.text)) >= 4]
    if not heads:
        return None
    size = max(each.size for each in heads)
    if size < LARGER * body:
        return None
    start = next(number for number, each in enumerate(heads) if each.size > 0.97 * size)
    words = heads[start].text
    for each in heads[start + 1 :]:
        if each.size <= 0.97 * size or len(words) + len(each.text) > _LONGEST:
            break
        words += " " + each.text
    return words if len(words) <= _LONGEST else None

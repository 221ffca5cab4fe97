"""Title and author of a PDF: its properties where its text bears them out, else its first page's heading."""

from __future__ import annotations

import re

from index.readers.parsed import found_in
from index.readers.pdf.paragraphs import OPEN_WORDS, Paragraph
from index.text.expressions import expression

LARGER = 1.15
_LONGEST = 200
_HEADS = 12
_SPEAKS = 25
"""Words of the first two pages from which a title that they do not have is another document's."""
_FILE = expression(r"\.(?:docx?|odt|rtf|pdf|pptx?|xlsx?|indd|qxd|pages|tex|dvi|ps|html?|txt|pub|wpd)\b", re.IGNORECASE)
_PROGRAM = expression(
    r"(?:microsoft (?:word|powerpoint|excel|office)|adobe \w+|powerpoint presentation|presentaci|untitled|unbenannt|"
    r"sans titre|sin título|document\d*\Z|dokument\d*\Z|документ|без имени|title\Z|titel\Z|layout \d|slide \d|page \d|"
    r"print\Z|scan)",
    re.IGNORECASE,
)
_MARKING = expression(
    r"[\W_]*(?:un)?(?:official|classified|confidential|restricted|secret|top secret|embargo(?:ed)?|draft|internal|"
    r"check against delivery|for official use only|not for (?:publication|distribution)|sensitive|limited|"
    r"vertraulich|entwurf|es gilt das gesprochene wort|confidentiel|seul le prononcé fait foi|cotejar con el discurso|"
    r"confidencial|секретно|конфиденциально|проверять по произнесению|poufne)\b(?P<rest>[^\n]{0,60})\Z",
    re.IGNORECASE,
)
_ACCOUNT = expression(
    r"(?:user|admin|administrator|owner|unknown|author|microsoft|pc|windows|hp|dell|lenovo|acer)\b", re.IGNORECASE
)


def about(properties: dict[str, str], pages: list[list[Paragraph]], body: float) -> dict[str, tuple[str, str]]:
    """Return title and author; the day of making is not the day of publishing.

    Properties are often another document's, or those of whoever saved the file: they count where the text has their
    words. Where there is no title and the text begins with a marking, the first heading after it is the title.
    """
    title = " ".join((properties.get("Title") or "").split())
    author = " ".join((properties.get("Author") or "").split())
    front = _words(" ".join(each.text for page in pages[:2] for each in page))
    whole = front | _words(" ".join(each.text for page in pages[2:] for each in page))
    found = found_in(
        "the PDF's properties",
        {
            "title": title if is_title(title) and _supported(title, front) else None,
            "author": author if is_author(author) and _supported(author, whole) else None,
        },
    )
    if "title" not in found:
        found |= found_in("the first page's heading", {"title": heading(pages, body)})
    return found


def _words(text: str) -> set[str]:
    return set(re.findall(r"[^\W\d_]{3,}", text.lower()))


def _supported(value: str, text: set[str]) -> bool:
    """Return whether a text has at least half of a property's words; one of almost no words cannot speak against it."""
    words = _words(value)
    return len(text) < _SPEAKS or 2 * len(words & text) >= len(words) > 0


def is_title(text: str) -> bool:
    """Return whether a property is a title: no file's name, no program's, no marking of who may read it."""
    words = re.findall(r"[^\W\d_]{2,}", text)
    if not words or len(text) > _LONGEST or _open_ended(text) or _PROGRAM.match(text) or is_marking(text):
        return False
    return not _FILE.search(text) and not (len(text.split()) == 1 and re.search(r"[\d_]|\w-\w", text))


def is_marking(text: str) -> bool:
    """Return whether a line only says who may read the paper, or when."""
    match = _MARKING.match(text)
    return bool(match) and (len(match["rest"].split()) <= 6 if match else False)


def is_author(text: str) -> bool:
    """Return whether a property names a person or body rather than a machine's account."""
    return len(re.findall(r"[^\W\d_]{2,}", text)) >= 2 and not _ACCOUNT.match(text) and "@" not in text


def heading(pages: list[list[Paragraph]], body: float) -> str | None:
    """Return the words of the first page's largest type, else of what follows the markings at its beginning."""
    first = [each for each in (pages[0] if pages else []) if each.cells is None and each.note is None]
    heads = [each for each in first[:_HEADS] if sum(map(str.isalpha, each.text)) >= 4 and not is_marking(each.text)]
    if not heads:
        return None
    start = _heading_start(heads, body, after_marking=heads[0] is not first[0])
    if start is None:
        return None
    words = heads[start].text
    for each in heads[start + 1 :]:
        if not _open_ended(words) or not 0.97 < each.size / heads[start].size < 1.03:
            break
        words += " " + each.text
    return words if len(words) <= _LONGEST else None


def _heading_start(heads: list[Paragraph], body: float, after_marking: bool) -> int | None:
    """Return which paragraph of a page's beginning is its heading, None where none is."""
    size = max(each.size for each in heads)
    if size >= LARGER * body:
        return next(number for number, each in enumerate(heads) if each.size > 0.97 * size)
    return 0 if after_marking or _open_ended(heads[0].text) else None


def _open_ended(text: str) -> bool:
    """Return whether a heading goes on in the next line ("Statement by")."""
    return text.rsplit(" ", 1)[-1].lower() in OPEN_WORDS

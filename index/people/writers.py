"""Who writes: those whom a text's byline names, and those of its people whom it quotes out of what they wrote."""

from __future__ import annotations

import re
from collections.abc import Iterable

from index.names.titles import given_and_surname, name_case
from index.people.person import Mention
from index.records import Document
from index.text.expressions import expression
from index.text.word_lists import given_names

HEAD = 1_000
"""Characters at a text's beginning among which its byline stands."""
BYLINE_WORDS = 14
"""A line that only says who writes, for whom and when has at most so many words."""
_BYLINE = expression(
    r"^[ \t*_#]*(?:By|BY|by|Von|Par|Text by|Words by|Written by):?[ ]{1,3}(?P<names>[^\n.!?:]{3,90})$", re.M
)
_BETWEEN = expression(r"(?:,| and | AND | & | und | et |\||–|—| - | for | of | in )")
_NAME = expression(r"[^\W\d_a-z][\w.’'-]*(?: (?:(?:de|van|von|der|la|al) ){0,2}[^\W\d_a-z][\w.’'-]*){1,3}")
_WROTE = expression(r",? (?:also |later |then |once |has |had )?(?:wrote|writes|written|writing)\b")
_PAPER = (
    r"(?:[Ss]ite|[Ww]ebsite|[Nn]ewspaper|[Pp]aper|[Mm]agazine|[Bb]log|[Cc]olumn|[Ww]eekly|Times|Post|Guardian|Gazette"
    r"|Journal|Herald|Tribune|Telegraph|Courier|Observer|Chronicle|Review|Mail|Mirror|Standard)\b"
)
_FOR_A_PAPER = expression(
    rf"(?:,[^.“”\"\n]{{1,120}}?,)? (?:for|in) (?:the |The |his |her )?(?:[\w’'-]+ ){{0,4}}?{_PAPER}"
)
_WRITER = expression(
    r"(?:\b(?:[Cc]olumnist|[Ww]riter|[Aa]uthor|[Ee]ssayist|[Bb]logger|[Jj]ournalist|[Hh]istorian|[Nn]ovelist)"
    r"|\b(?:wrote|writes),?)$"
)
_REACH = 40


def byline(text: str) -> tuple[str, ...]:
    """Return the names of a text's byline ("By Ana Ruiz and Palo Brandt"), none where it has none."""
    match = _BYLINE.search(text, 0, HEAD)
    names: list[str] = []
    for part in _BETWEEN.split(match["names"]) if match else []:
        name = name_case(part.strip(" \t*_"))
        if not _NAME.fullmatch(name) or name.split()[0].lower() not in given_names():
            # Behind the names stands what they are: "By Ana Ruiz, harbour correspondent".
            break
        names.append(name)
    return tuple(names)


def is_byline(line: str) -> bool:
    """Return whether a line says who wrote a text and nothing else."""
    return bool(byline(line)) and len(line.split()) <= BYLINE_WORDS and line.rstrip(" *_")[-1:] not in ".!?:;”"


def authors_of(document: Document) -> frozenset[str]:
    """Return who wrote a document's text by its byline, or else as its file says, where that is somebody's name.

    Of a file's properties nobody knows more than who typed it.
    """
    if named := byline(document.text):
        return frozenset(named)
    parts = stated_authors(document) if states_author(document) else frozenset[str]()
    return frozenset(each for each in parts if _NAME.fullmatch(each) and given_and_surname(each))


def states_author(document: Document) -> bool:
    """Return whether a document says itself who wrote it; a file's properties say who typed it."""
    return bool(document.author) and dict(document.origins).get("author") != "the file's properties"


_INTERVIEW = expression(r"\b(?:[Ii]nterview|INTERVIEW|Q ?& ?A|[Ii]n [Cc]onversation)\b")
_ASKS_YOU = expression(
    r"^[^\n“”\"]{0,300}\b[Yy]ou(?:r|’re|'re)?\b[^\n“”\"]{0,300}\?[ \t]*$|^[^\n“”\"]{8,200}\?[ \t]*$", re.M
)
_QUESTIONS = 3
"""So many questions on lines of their own are an interview's, where no heading calls it one."""


def is_interview(document: Document) -> bool:
    """Return whether a text is questions and answers, so that "I" may be whoever answers."""
    asked = len(_ASKS_YOU.findall(document.text))
    called = _INTERVIEW.search(document.title or "") or _INTERVIEW.search(document.text, 0, HEAD // 2)
    return asked >= (1 if called else _QUESTIONS)


def stated_authors(document: Document) -> frozenset[str]:
    """Return whom a document's author field names, be they people or not."""
    parts = re.split(r",| and ", document.author or "")
    return frozenset(each.strip() for each in parts if each.strip())


def writers(text: str, mentions: Iterable[Mention]) -> dict[str, int]:
    """Return whom a text quotes out of what they wrote, each with where it first names them so."""
    found: dict[str, int] = {}
    for mention in mentions:
        if not mention.quoted and mention.name not in found and _writes(text, mention):
            found[mention.name] = mention.position
    return found


def _writes(text: str, mention: Mention) -> bool:
    if _WROTE.match(text, mention.end) or _FOR_A_PAPER.match(text, mention.end):
        return True
    before = text[max(0, mention.position - _REACH) : mention.position]
    return _WRITER.search(f"{before} {mention.title}".rstrip()) is not None

"""A document that is one person's own piece: of who introduces himself in its first words, or of its one author.

An opinion column, a public comment or a blog post says "I" outside of its quotations again and again, quotes little and
has no questions on lines of their own: what it says are its writer's words. A report says "I" only in what it quotes.
"""

from __future__ import annotations

import re

from index.dates.metadata import header_end
from index.names.titles import given_and_surname, split_title
from index.people.people import People
from index.people.writers import byline, is_byline, is_interview, states_author
from index.records import Document
from index.text.expressions import expression
from index.transcripts.heads.speeches import QUOTED, Speech

OWN_LEAST, OWN_SHARE = 3, 0.01
"""So often, and in so many of its words outside of quotations, a piece says "I", "me" or "my"."""
QUOTED_MOST, LONGEST_QUOTED = 0.15, 25
"""A piece that quotes more than this share of itself, or so many words at once, may be about somebody else's words."""
_I = expression(
    r"\b(?:I|[Mm]y|[Mm]e|[Mm]yself|[Ii]ch|[Mm]ein\w{0,2}|[Mm]ir|[Jj]e|[Mm]oi|[Яя]|[Мм]не|[Мм]ой|[Mm]nie|[Mm]ój)\b"
)
_ASKS = expression(r"^[\W_]{0,9}[^\n]{8,300}\?[*_ \t]{0,9}$", re.MULTILINE)
_NAME = r"[^\W\d_a-z][\w.’'-]{0,30}(?: [^\W\d_a-z][\w.’'-]{0,30}){1,3}"
_INTRODUCES = expression(
    r"\W{0,9}(?:(?:Hello|Hi|Good (?:morning|afternoon|evening)|Thank you)[^.!\n]{0,60}[.,!] ?){0,2}"
    rf"[Mm]y name(?:[’']s| is) (?P<name>{_NAME})(?=[,.;\n]| and )"
)
_SEVERAL = expression(r"\b(?:and|und|et|y|i|и|та)\b|[,&/]")
_NOTE = expression(r"\([^()]{1,60}\)")


def own_piece_of(document: Document, people: People) -> Speech | None:
    """Return whose own piece a document is and where its words begin, None where it is none or not surely."""
    if document.speaker or "speaker" in dict(document.read) or not _is_own(document):
        return None
    start = _behind_head(document.text)
    name = _introduced(document.text, start) or _author(document)
    return Speech(people.person(name) or name, start) if name else None


def _is_own(document: Document) -> bool:
    text = document.text
    if is_interview(document) or _ASKS.search(text):
        # A line that only asks may be somebody else's: an interviewer's, a reader's.
        return False
    quoted = [match[0] for match in QUOTED.finditer(text)]
    if sum(map(len, quoted)) > QUOTED_MOST * len(text) or any(len(each.split()) > LONGEST_QUOTED for each in quoted):
        return False
    outside = QUOTED.sub(" ", text)
    return len(_I.findall(outside)) >= max(OWN_LEAST, OWN_SHARE * len(outside.split()))


def _behind_head(text: str) -> int:
    """Return where the words begin behind a header and a byline."""
    start = header_end(text)
    for line in text[start : start + 1_000].splitlines(keepends=True)[:4]:
        if is_byline(line.strip()):
            return start + text[start:].index(line) + len(line)
    return start


def _introduced(text: str, start: int) -> str | None:
    match = _INTRODUCES.match(text, start)
    return match["name"].rstrip(".") if match and given_and_surname(match["name"].rstrip(".")) else None


def _author(document: Document) -> str | None:
    """Return the one person who wrote a document by its byline or its author field, not by a file's properties."""
    if named := byline(document.text):
        return named[0] if len(named) == 1 else None
    if not states_author(document):
        return None
    written = _NOTE.sub("", document.author or "").strip()
    name = split_title(written)[0] or written
    return None if _SEVERAL.search(written) or not given_and_surname(name) else name

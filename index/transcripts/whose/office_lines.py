"""Who holds an office by the lines of a transcript's head: "The Hon Ana Ruiz MP" above or beside "Minister for Rivers".

Heads set the name and the office side by side or one below the other, those of several all in one order. The label of
the transcript may name but the office, whole or in short: "MINISTER FOR RIVERS", "MINISTER", "TREASURER".
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from index.names.titles import INSTITUTION, given_and_surname, name_case, split_title
from index.people.writers import authors_of
from index.records import Document
from index.text.expressions import expression
from index.transcripts.label_words import MORE_TITLES, TITLE, is_office

_LONGEST = 160
_PARTS = expression(r"[ ]{2,}|\t+|[ ]?[|•·/][ ]?|,[ ](?=[^\W\d_a-z])|[ ][–—-][ ]")
_MEMBER = expression(
    r",?[ ](?:MP|MHR|MLA|MLC|MHA|MSP|TD|MEP|QC|KC|SC|AM|AO|AC|OBE|MBE|CBE)\b(?:[ ](?:MP|MLA|MLC|QC|KC|SC|AM|AO|AC)\b)?"
)
_NAME = expression(r"[^\W\d_a-z][\w.’'-]*(?: (?:(?:de|da|van|von|der|al) ){0,2}[^\W\d_a-z][\w.’'-]*){1,3}")
_HONOURED = expression(
    r"(?:(?:Senator|SENATOR|Dr|DR|Mr|MR|Mrs|MRS|Ms|MS|Prof(?:essor)?|PROF|Sir|SIR|Dame|DAME)\.?[ ])?"
    r"(?:(?:[Tt]he|THE)[ ])?(?:(?:Rt\.?|RT\.?|Right|RIGHT)[ ])?(?:Hon(?:ou?rable)?|HON(?:OU?RABLE)?)\b\.?[ ]"
)
_RANKED = frozenset("assistant deputy vice acting former shadow parliamentary associate junior".split())
_OF = frozenset("of for to and the".split())


@dataclass(frozen=True)
class _Part:
    """A part of a head's line: a person's name, or an office."""

    line: int
    words: str
    is_name: bool


def holder_by_lines(office: str, head: str) -> str | None:
    """Return whom the lines of a head name beside an office, None where none or two of them may be meant."""
    parts = _parts(head)
    whole = [at for at, each in enumerate(parts) if not each.is_name and _words(each.words) == _words(office)]
    fitting = whole or [at for at, each in enumerate(parts) if not each.is_name and _is_short_for(office, each.words)]
    if len({_words(parts[at].words) for at in fitting}) != 1:
        return None
    named = {name for at in fitting if (name := _beside(parts, at))}
    return named.pop() if len(named) == 1 else None


def holder_by_author(office: str, document: Document, alone: bool) -> str | None:
    """Return the one author of a transcript whose label is but an office, where the file or the text says it is his.

    The file names the office as where it is from ("source: TREASURER"), or one voice answers alone (`alone`) and
    those who ask call the author by name: "Mr Ruiz, is that enough?".
    """
    authors = authors_of(document)
    if len(authors) != 1:
        return None
    (author,) = authors
    if document.source and _words(document.source) == _words(office):
        return author
    called = rf"\b(?:Mr|Mrs|Ms|Miss|Dr|Senator|Minister|{re.escape(office)})\b\.? {re.escape(author.split()[-1])}\b"
    return author if alone and re.search(called, document.text, re.IGNORECASE) else None


def _parts(head: str) -> list[_Part]:
    """Return the names and offices that stand by themselves on lines of a head or beside each other on one."""
    found: list[_Part] = []
    for number, line in enumerate(head.splitlines()):
        if len(line) > _LONGEST:
            continue
        for part in _PARTS.split(_MEMBER.sub("  ", f"{line.strip(' *_#')} ")):
            words = part.strip(" *_#,:")
            if is_office(words) and not TITLE.match(words.removeprefix("The ")) or is_office(words.lower()):
                found.append(_Part(number, words, is_name=False))
            elif name := _name(words):
                found.append(_Part(number, name, is_name=True))
    return found


def _name(words: str) -> str:
    """Return the name that words are, without its title; empty where they surely are none."""
    honoured = _HONOURED.match(words)
    bare = words[honoured.end() :] if honoured else words
    name = split_title(MORE_TITLES.sub("", name_case(bare), count=1))[0]
    if not _NAME.fullmatch(name) or INSTITUTION.search(name):
        return ""
    return name if honoured or given_and_surname(name) else ""


def _beside(parts: list[_Part], at: int) -> str | None:
    """Return whom a head's part names with the office at a place: on the same line, else by the order of the head."""
    same = [each.words for each in parts if each.is_name and each.line == parts[at].line]
    if same:
        return same[0] if len(same) == 1 else None
    step = -1 if parts[0].is_name else 1
    places = range(at + step, -1 if step < 0 else len(parts), step)
    return next((parts[place].words for place in places if parts[place].is_name), None)


def _words(office: str) -> tuple[str, ...]:
    return tuple(word for word in re.findall(r"[\w’'-]+", office.lower()) if word not in _OF)


def _is_short_for(short: str, office: str) -> bool:
    """Return whether a label is an office in fewer words: "MINISTER" or "Foreign Minister" of the foreign affairs'."""
    said, whole = set(_words(short)), set(_words(office))
    head = re.split(r" (?:of|for|to)\b|,", office.lower())[0].split()
    return bool(said) and said <= whole and _words(short)[-1] in head[-1:] and not (whole - said) & _RANKED

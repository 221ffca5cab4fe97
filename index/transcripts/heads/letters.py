"""A document that is one letter: whose by the name below its closing, and where its words begin and end.

A letter opens with a greeting or says above it that it is one, and closes with a formula ("Yours faithfully,") over one
name. Its words are the signer's; the address, the greeting and the signature are nobody's.
"""

from __future__ import annotations

import re

from index.names.titles import is_title_word, name_case, split_title
from index.people.people import People
from index.records import Document
from index.text.expressions import expression
from index.text.word_lists import given_names
from index.transcripts.courtesies import closes_letter, greets, more_sign
from index.transcripts.heads.speeches import Speech, speaks_of_oneself

_HEAD_LINES, _SIGNATURE_LINES = 16, 6
_MARKS = " \t*_"
"""What Markdown sets around a name or a heading: "**Ana Ruiz**"."""
_CALLS = expression(r"[^\W\d_a-z][\w.’'-]*(?: (?:or |and |of |the )?[\w.’'-]+){0,4}[,:]")
"""Whom a letter calls, on a line of its own: "Sir,", "Minister,"."""
_LETTER = expression(
    r"\b(?:letters?|to the editor|open letter|list (?:otwarty|do)|listy|leserbrief\w*|offener brief|courrier|lettre"
    r"|carta|письмо|лист до)\b",
    re.IGNORECASE,
)
_NAME_WORD = r"(?:[^\W\d_a-z](?:[\w’'-]*[\w’]|\.)(?:-[^\W\d_a-z][\w’'-]*)?)"
_NAME = expression(
    rf"[–—-]{{0,2}} ?(?P<name>{_NAME_WORD}(?: (?:(?:de|da|van|von|der|den|la|di|du|bin|al) ){{0,2}}"
    rf"{_NAME_WORD}){{1,4}})"
    r"(?=$|,| \(|;| [–—-] )"
)


def letter_of(document: Document, people: People) -> Speech | None:
    """Return whose letter a document is and where its words begin and end, None where it is no letter of one person."""
    lines = _lines(document.text)
    closing = [at for at, (_, line) in enumerate(lines) if at and closes_letter(line)]
    if len(closing) != 1 or len(lines) - closing[0] > 2 * _SIGNATURE_LINES:
        return None
    # Who corrected the speaker knows better than the signature, or that there is none.
    corrected = "speaker" in dict(document.read)
    name = document.speaker if corrected else _signer(lines[closing[0] :], people)
    if document.speaker and not corrected:
        return None
    begins = _beginning(lines[: closing[0]])
    if name is None or begins is None:
        return None
    start, end = lines[begins][0] if begins else 0, lines[closing[0]][0]
    return Speech(name, start, end) if speaks_of_oneself(document.text[start:end]) else None


def _lines(text: str) -> list[tuple[int, str]]:
    """Return the lines that hold something, each with where it begins."""
    found, position = [], 0
    for line in text.split("\n"):
        if line.strip(_MARKS):
            found.append((position, line.strip(_MARKS)))
        position += len(line) + 1
    return found


def _beginning(lines: list[tuple[int, str]]) -> int | None:
    """Return the number of the line below the greeting, or below a heading that says that this is a letter."""
    head = [line for _, line in lines[:_HEAD_LINES]]
    greeted = next((at for at, line in enumerate(head) if greets(line) or _CALLS.fullmatch(line)), None)
    if greeted is not None and greeted + 1 < len(lines):
        return greeted + 1
    headed = next((at for at, line in enumerate(head[:3]) if _LETTER.search(line) and line[-1:] not in ".!?"), None)
    return headed + 1 if headed is not None and headed + 1 < len(lines) else None


def _signer(lines: list[tuple[int, str]], people: People) -> str | None:
    """Return the one name at or below a closing, None for two signers or none."""
    closing, *below = [line for _, line in lines[: _SIGNATURE_LINES + 1]]
    inline = closing.partition(",")[2].strip()
    names = [match["name"] for line in ([inline] if inline else below[:2]) if (match := _NAME.match(line))]
    if not names:
        return None
    if _others_sign(below, names[0]):
        return None
    written = name_case(names[0])
    name = split_title(written)[0]
    if len(name.split()) < 2 or any(map(is_title_word, name.split()[1:])):
        return None
    return _in_full(name, people)


def _others_sign(below: list[str], name: str) -> bool:
    """Return whether the lines below a closing name another than the first, or tell of others."""
    parts = [part.strip() for line in below for part in line.split(";")]
    signing = [match["name"] for part in parts if (match := _NAME.match(_untitled(part)))]
    others = any(each not in name and each.split()[0].lower() in given_names() for each in signing)
    return others or any(map(more_sign, below))


def _untitled(line: str) -> str:
    """Return a line of a signature without the title before a name: "Prof. Ana Ruiz, Vesk" -> "Ana Ruiz, Vesk"."""
    name = split_title(line.partition(",")[0])[0]
    return line[line.find(name) :] if name else line


def _in_full(name: str, people: People) -> str:
    """Return a name as the text has it in full: "P. Rehn" is the Pia Rehn of the letter's head."""
    first, last = name.split()[0], name.split()[-1]
    known = people.person(last)
    fits = known and known.split()[0][0] == first[0] and known.split()[-1] == last
    return known if known and fits and first.endswith(".") else name

"""Whose talk a document is by its title alone: "The weir that nobody wanted Ana Ruiz", "Odran Tell | Years at sea".

A transcript of a talk often names its speaker nowhere but in its title or its file's name. It shows what it is: the
hall claps and laughs in brackets, it says "I" throughout, and it does not speak of who bears the name.
"""

from __future__ import annotations

import re

from index.names.titles import given_and_surname, is_title_word
from index.records import Document
from index.text.countries import country
from index.text.expressions import expression
from index.text.stems import STOPWORDS
from index.transcripts.heads.speeches import FIRST_PERSON_SHARE, QUOTED, Speech, in_first_person

_HALL = expression(
    r"\((?:Applause|Laughter|Cheer(?:s|ing)|Music|Laughs|Audience [a-z]{3,12})[^()\n]{0,30}\)", re.IGNORECASE
)
_PARTS = expression(r"[ ]?\|[ ]?|[ ][–—-]{1,2}[ ]|:[ ]")
_SERIES = expression(
    r"(?:[ ]|^)(?:TED(?:x\w{0,30})?|Talks?|Keynote|Lecture|Speech|Full|Transcript|Video|Official|at|(?:1[89]|20)\d\d)$",
    re.IGNORECASE,
)
_CAPITAL = expression(r"[^\W\d_a-z][\w’'-]*\.?")
_LONGEST = 4
_BREAK = expression(r"(?<!\n)\n(?!\n)")
_OWN_NAME = expression(r"\b(?:[Mm]y name(?: i|[’'])s|I am|I[’']m) [A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,2}")


def talk_of(document: Document) -> Speech | None:
    """Return whose talk a document is by its title, None where it is no talk or the title names nobody surely."""
    text = document.text
    if document.speaker or "speaker" in dict(document.read) or not _HALL.search(text):
        return None
    names = _named(document.title)
    if len(names) != 1 or not in_first_person(text, FIRST_PERSON_SHARE):
        return None
    # Lines of a talk break where its film does, within quotations too.
    told = QUOTED.sub(" ", _BREAK.sub(" ", text))
    others = _OWN_NAME.sub(" ", told)
    surname = names[0].split()[-1]
    return None if re.search(rf"\b{re.escape(surname)}\b", others) else Speech(names[0], 0)


def _named(title: str) -> list[str]:
    """Return the names that a part of a title is, or the one that the whole begins or ends with."""
    parts = [_without_series(each) for each in _PARTS.split(title)]
    if names := [each for each in parts if _is_name(each.split())]:
        return names
    words = " ".join(filter(None, parts)).split()
    end = _ending(words, 3) or _ending(words, 2)
    return [each for each in (end, _beginning(words)) if each]


def _without_series(part: str) -> str:
    """Return a part of a title without the name of a series of talks, a kind of film or a year at its end."""
    while (shorter := _SERIES.sub("", part).strip()) != part:
        part = shorter
    return part


def _ending(words: list[str], size: int) -> str | None:
    """Return the name of so many words at a title's end that nothing before it governs: "… with Ana Ruiz"."""
    name, before = words[-size:], words[:-size]
    if not before or not _is_name(name) or is_title_word(before[-1]):
        return None
    governs = before[-1].lower() in STOPWORDS or before[-1].lower().endswith(("ing", "’s", "'s"))
    return None if governs else " ".join(name)


def _beginning(words: list[str]) -> str | None:
    """Return the name of two words at a title's beginning, which a title goes on behind."""
    name, behind = words[:2], words[2:]
    goes_on = behind and _CAPITAL.fullmatch(behind[0])
    return " ".join(name) if goes_on and _is_name(name) else None


def _is_name(words: list[str]) -> bool:
    name = " ".join(words)
    capital = 2 <= len(words) <= _LONGEST and all(map(_CAPITAL.fullmatch, words))
    return capital and given_and_surname(name) and STOPWORDS.isdisjoint(name.lower().split()) and not country(name)

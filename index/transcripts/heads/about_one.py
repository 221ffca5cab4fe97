"""Whom an interview is with whose form does not say it: the one person whom its title or its lead is about."""

from __future__ import annotations

import re

from index.names.names import is_name
from index.people.people import People
from index.people.writers import authors_of
from index.records import Document
from index.text.expressions import expression
from index.text.word_lists import given_names

_OWN = expression(r"\b(?:I|[Mm]y|[Mm]e|[Ww]e|[Oo]ur)\b")
_BYLINE = r"\b(?:[Bb]y|BY|[Ii]nterviewed by|[Ii]nterview:|[Ww]ords:|[Tt]ext:|[Pp]hotos?:|[Pp]hotographs? by) {1,2}"
_LEAST_ANSWERS, _LONGEST_NAME = 2, 4


def about_one(document: Document, people: People, first: int, answers: list[str]) -> str | None:
    """Return whom an interview is with, None where more than one may be meant; its turns begin at `first`.

    The title's one person counts where the lead names him first of all, else the lead's one person. Of whom the turns
    speak by name, he is not asked there; who wrote the text asks.
    """
    spoken = document.text[first:]
    own = sum(_OWN.search(each) is not None for each in answers)
    if len(answers) < _LEAST_ANSWERS or own * 2 < len(answers):
        return None
    lead = document.text[:first].removeprefix(document.title)
    head = f"{document.title}\n{lead}"
    writers = authors_of(document)

    def may_be_asked(name: str) -> bool:
        surname = name.split()[-1]
        written = name in writers or re.search(_BYLINE + re.escape(name), lead)
        return not written and not re.search(rf"\b{re.escape(surname)}\b", spoken)

    titled, led = (list(filter(may_be_asked, _named_in(each, people))) for each in (document.title, lead))
    one = titled[0] if len(titled) == 1 and (not led or led[0] == titled[0]) else None
    one = led[0] if len(led) == 1 and not titled else one
    return one if one and one.split()[0].lower() in given_names() and not _is_of_two(one, head) else None


_HEADING = expression(r"^#{1,6}[ \t]", re.MULTILINE)


def guest_of(document: Document, people: People) -> str | None:
    """Return whom a page about a talk is about: who opens its title and is named above its first heading, or else None.

    The title may call him by another given name: "Mike Orr on Locks" of "Michael Orr is a keeper."
    """
    first = _HEADING.search(document.text)
    lead = document.text[: first.start()] if first else ""
    opening = " ".join(document.title.split()[:_LONGEST_NAME])
    led = [each for each in _named_in(lead, people) if re.search(rf"\b{re.escape(each.split()[-1])}\b", opening)]
    one = led[0] if len(led) == 1 and led[0] not in authors_of(document) else None
    known = one and one.split()[0].lower() in given_names() and not _is_of_two(one, f"{document.title}\n{lead}")
    return one if known else None


def _named_in(text: str, people: People) -> list[str]:
    """Return the full names of the document's people that stand in a text, in their order."""
    names = (each.name for each in people.all if " " in each.name and is_name(each.name))
    found = {at: name for name in names if (at := text.find(name)) >= 0}
    return [found[at] for at in sorted(found)]


def _is_of_two(name: str, head: str) -> bool:
    """Return whether "and" joins a name to another one: of two nobody knows which answer is whose."""
    joined = rf"{re.escape(name)},? (?:and|&) (?:the )?[A-Z]|[A-Z][\w’'-]+,? (?:and|&) {re.escape(name)}"
    return re.search(joined, head) is not None

"""Who answers in an interview whose labels say only "Q" and "A": the one person whom its title or its lead is about."""

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
_LEAST_ANSWERS = 2


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

    def named_in(text: str) -> list[str]:
        names = (each.name for each in people.all if " " in each.name and is_name(each.name))
        found = {at: name for name in names if (at := text.find(name)) >= 0 and may_be_asked(name)}
        return [found[at] for at in sorted(found)]

    titled, led = named_in(document.title), named_in(lead)
    one = titled[0] if len(titled) == 1 and (not led or led[0] == titled[0]) else None
    one = led[0] if len(led) == 1 and not titled else one
    return one if one and one.split()[0].lower() in given_names() and not _is_of_two(one, head) else None


def _is_of_two(name: str, head: str) -> bool:
    """Return whether "and" joins a name to another one: of two nobody knows which answer is whose."""
    joined = rf"{re.escape(name)},? (?:and|&) (?:the )?[A-Z]|[A-Z][\w’'-]+,? (?:and|&) {re.escape(name)}"
    return re.search(joined, head) is not None

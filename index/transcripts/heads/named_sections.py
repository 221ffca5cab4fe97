"""Sections of a transcript whose heading names who speaks in it: "## Opening Statement - Senator Ana Ruiz (Vesk)".

What a hearing's record writes below such a heading has no label of its own. A heading counts where labels show that the
text is a transcript, most of those who are named so have labels in it too, and most speak of themselves.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.names.titles import given_and_surname, name_case
from index.text.expressions import expression
from index.transcripts.label_evidence import FIRST_PERSON
from index.transcripts.label_shapes import NAME_WORDS, Label
from index.transcripts.label_words import TITLE, is_answer, is_office, is_question

_HEADING = expression(r"^#{1,6}[ \t]+(?P<words>[^\n]{1,200}?)[ \t#*_]*$", re.MULTILINE)
_KIND = (
    r"(?:(?i:(?:opening|closing|introductory|prepared|oral|written|additional|witness)[ ])?"
    r"(?i:statements?|remarks|testimony|comments|questions(?: and answers)?|questioning|evidence)"
    r"(?:[ ]?(?:[:–—-])|[ ](?i:of|by|from))[ ]{1,3})"
)
_SECTION = expression(
    rf"[*_]{{0,3}}{_KIND}?(?i:(?:the )?(?:hon(?:ou?rable|\.)? |(?:ranking|acting) (?:member|chair\w*) )?)"
    rf"(?P<name>{NAME_WORDS})(?P<notes>[ ]?\([^()\n]{{1,60}}\)|,[ ][^\n.:?!]{{2,100}})?[*_]{{0,3}}"
)
_LEAST = 2


def with_sections(text: str, labels: Sequence[Label]) -> list[Label]:
    """Return the labels of a transcript with the headings that name who speaks below, and the others as headings."""
    headings = list(_HEADING.finditer(text)) if labels else []
    called = {each.name for each in labels if each.known}
    named = [label for each in headings if (label := _named(each, called))]
    if len(named) < _LEAST or not _speak(text, named, [each.start() for each in headings], labels):
        return list(labels)
    found = {each.start: each for each in _others(headings, named[0].start)} | {each.start: each for each in labels}
    found |= {each.start: each for each in named}
    return [found[start] for start in sorted(found)]


def _others(headings: Sequence[re.Match[str]], first: int) -> list[Label]:
    """Return all headings behind the first that names somebody: they end what is said above them."""
    behind = [each for each in headings if each.start() > first]
    return [Label(each.start(), each.end(), "", form="heading", known=False) for each in behind]


def _named(heading: re.Match[str], called: set[str]) -> Label | None:
    match = _SECTION.fullmatch(heading["words"])
    if match is None or is_office(match["name"]):
        return None
    name = match["name"]
    if not (name in called or given_and_surname(name_case(name)) or TITLE.match(name) and " " in name):
        return None
    return Label(heading.start(), heading.end(), name, form="alone", notes=_brackets(match["notes"]))


def _brackets(notes: str | None) -> str:
    return notes.strip() if notes and "(" in notes else ""


def _speak(text: str, named: Sequence[Label], headings: Sequence[int], labels: Sequence[Label]) -> bool:
    """Return whether most of those whom headings name have labels too, and most speak of themselves below."""
    surnames = {
        each.name.split()[-1].lower()
        for each in labels
        if each.known and each.name and not (is_question(each.name) or is_answer(each.name))
    }
    labelled = sum(each.name.split()[-1].lower() in surnames for each in named)
    starts = sorted({*headings, *(each.start for each in labels), len(text)})
    said = [text[each.end : next(start for start in starts if start > each.start)].strip() for each in named]
    own = sum(FIRST_PERSON.search(each) is not None for each in said)
    return labelled * 2 >= len(named) and own * 3 >= len(named) * 2

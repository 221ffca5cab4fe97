"""An office of one body in a text -> who the text says holds it: "the Kestrel CEO" is "Jim Farr, Kestrel CEO"."""

from __future__ import annotations

import re

from index.names.titles import NAME
from index.people.people import People
from index.text.expressions import expression

_ROLE = (
    r"(?:CEO|CFO|COO|CTO|[Cc]hief (?:[Ee]xecutive|[Ff]inancial)(?: [Oo]fficer)?|[Pp]resident|[Cc]hair(?:man|woman)?"
    r"|(?:[Mm]anaging |[Ee]xecutive )?[Dd]irector|(?:[Hh]ead )?[Cc]oach|[Mm]anager|[Cc]ommissioner|[Ff]ounder)"
)
_OFFICE = expression(rf"(?:[Tt]he )?(?P<body>[A-Z][\w&.’'-]*(?: [A-Z][\w&.’'-]*){{0,3}}?)(?:[’']s)? (?P<role>{_ROLE})")
_AND = r"(?:[a-z-]+ and )?"
_FORMER = expression(
    r"\b(?:[Ff]ormer|ex-|[Tt]hen|[Oo]utgoing|[Ii]ncoming|[Ll]ate|[Dd]eputy|[Aa]ssistant|[Vv]ice)[ -]?$"
)
_MOST = 50


class OfficeHolders:
    """Knows who holds the offices that a text gives to people."""

    def __init__(self, text: str, people: People) -> None:
        self._text = text
        self._people = people
        self._known: dict[str, str | None] = {}

    def holder(self, phrase: str) -> str | None:
        """Return the one person to whom the text gives the office of a body that a phrase names, or None."""
        if phrase not in self._known:
            office = _OFFICE.fullmatch(phrase)
            self._known[phrase] = self._named(office["body"], office["role"]) if office else None
        return self._known[phrase]

    def _named(self, body: str, role: str) -> str | None:
        body, role = re.escape(re.sub(r"[’']s$", "", body)), re.escape(role)
        patterns = (
            rf"(?P<name>{NAME}), (?:the |its )?(?P<at>{body})(?:[’']s)? {_AND}{role}\b(?! [A-Z])",
            rf"(?P<name>{NAME}), (?:the |its )?(?P<at>{role}) of {body}\b",
            rf"(?P<at>{body})(?:[’']s)? {_AND}{role},? (?P<name>{NAME})",
            rf"(?P<name>{NAME}) (?:is|was|has been) (?:the )?(?P<at>{body})(?:[’']s)? {_AND}{role}\b(?! [A-Z])",
        )
        found: set[str | None] = set()
        for pattern in patterns:
            for count, match in enumerate(re.finditer(pattern, self._text)):
                if count >= _MOST:
                    break
                if _FORMER.search(self._text[max(0, match.start("at") - 12) : match.start("at")]):
                    continue
                found.add(self._people.resolve(match["name"], match.start("name")))
        name = next(iter(found)) if len(found) == 1 else None
        return name if name and self._people.kind(name).person is not False else None


_SPOKESPERSON = expression(r"[Tt]he spokes(?:person|man|woman)")
_BODY = r"[A-Z][\w’'-]*(?: [A-Z][\w’'-]*){0,3}"
_SPEAKS_FOR = expression(
    rf"(?:(?:[Tt]he|[Aa]) )?(?:(?P<noun>spokes(?:person|man|woman)) (?:for|of) (?:the )?(?P<body>{_BODY})"
    rf"|(?P<owner>{_BODY}) (?P<named>spokes(?:person|man|woman))\b)"
)


def spokesperson(text: str, subject: str, position: int) -> str | None:
    """Return which of several bodies' spokespeople "the spokesperson" is, by the sentence before it.

    Empty where the text has several and that sentence does not tell; None where it has no two.
    """
    if not _SPOKESPERSON.fullmatch(subject):
        return None
    found = list(_SPEAKS_FOR.finditer(text, 0, position))
    if len(set(map(_body, found))) < 2:
        return None
    fitting = {_body(each): each[0] for each in reversed(found) if _are_one(each["noun"] or each["named"], subject)}
    if len(fitting) == 1:
        # "A spokeswoman for the board … a spokesman for the trust … The spokeswoman"
        return next(iter(fitting.values()))
    before = text[:position].rstrip(' \n.!?”"')
    near = before[max(before.rfind(mark) for mark in (". ", "\n", "? ", "! ", ".” ")) + 1 :]
    told = [phrase for body, phrase in fitting.items() if re.search(rf"\b{re.escape(body.split()[-1])}\b", near)]
    return told[0] if len(told) == 1 else ""


def _body(match: re.Match[str]) -> str:
    return re.sub(r"[’']s$", "", match["body"] or match["owner"])


def _are_one(noun: str, subject: str) -> bool:
    """Return whether two words for a spokesperson can mean one: a spokesman is no spokeswoman."""
    other = subject.split()[-1]
    return noun == other or "spokesperson" in (noun, other)

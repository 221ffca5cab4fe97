"""Whether words that a document gives to one name are those of whom a question asks for, under another name or title.

A document's "the bishop" may be Corin Sele, whom it calls Bishop; "my client" may be anybody. Only where somebody else
is named, or a body of people or somebody of another gender is described, are the words not those of the asked one.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

from index.attribution.offices import described
from index.names.descriptions import is_one_person
from index.names.names import is_name, name_key, same_person
from index.names.titles import gender_of, name_words, split_title
from index.people.people import People
from index.records import Document, Statement
from index.text.expressions import expression
from index.text.stems import words

Whose = Literal["theirs", "unclear", "others"]
LONGEST = 400_000
"""Of a longer text the people are not read again for one check; who is described there stays unclear."""
NOBODY = frozenset("somebody someone anybody anyone nobody people one others many some everyone everybody they".split())
"""Words for who is not known: what "somebody wrote" may be anybody's."""
_SMALL = frozenset("the a an his her its their this that my our your one of for in at".split())
_HANGS_ON = expression(r"\b(?:of|for|to)\s(?P<rest>.*)")
_OWNER = expression(r"\b(?P<name>[A-Z][\w-]+)(?:['’]s?)(?!\w)")


def whose(owner: Statement, asked: str, document: Document) -> Whose:
    """Return whether a statement's words are those of the asked person, somebody else's, or not clearly either."""
    speaker = owner.speaker
    if speaker is None or speaker.lower() in NOBODY:
        return "unclear"
    if not _is_description(speaker):
        return _named(speaker, asked)
    if not is_name(asked) or not is_one_person(speaker) or _is_of(speaker, asked):
        return "others"
    given = name_words(asked)[0]
    genders = {gender_of("", speaker), gender_of(given, "") if len(name_words(asked)) > 1 else None} - {None}
    if len(genders) > 1:
        return "others"
    return _described(speaker, asked, document.text)


def _is_description(speaker: str) -> bool:
    """Return whether somebody is described, with capitals too: "The Chair", "My client"."""
    return not is_name(speaker) or speaker.split()[0].lower() in _SMALL or not split_title(speaker)[0]


def _named(speaker: str, asked: str) -> Whose:
    """Return whether a name is the asked one with another title; a surname alone may be that of any bearer."""
    one, other = name_words(speaker), name_words(asked)
    if not same_person(speaker, asked):
        return "others"
    if len(one) == 1 < len(other):
        return "unclear"
    return "theirs" if [each.lower() for each in one] == [each.lower() for each in other] else "others"


def _is_of(description: str, asked: str) -> bool:
    """Return whether somebody is described by the asked one and so is another: "a spokesman for Ana Ruiz"."""
    surname = name_key(name_words(asked)[-1])
    behind = _HANGS_ON.search(description)
    others = [*(behind["rest"].split() if behind else ()), *(each["name"] for each in _OWNER.finditer(description))]
    return any(name_key(each.strip(".,")) == surname for each in others)


@lru_cache(maxsize=256)
def _described(description: str, asked: str, text: str) -> Whose:
    if len(text) > LONGEST:
        return "unclear"
    telling = [word for word in description.lower().split() if word not in _SMALL]
    wanted = {stem for word in telling for stem in words(word)}
    people = [(name, set(words(said))) for name, said in described(text, People(text))]
    called = {name for name, said in people if wanted and wanted <= said} | _beside(description, text)
    if any(same_person(name, asked) for name in called):
        return "theirs" if all(same_person(name, asked) for name in called) else "unclear"
    return "others" if called else "unclear"


def _beside(description: str, text: str) -> set[str]:
    """Return whose names stand right behind a description, over the end of a line too: "Authority chair\\nAna Ruiz"."""
    written = r"\s".join(map(re.escape, description.split()))
    pattern = re.compile(rf"\b{written},?[ \n](?P<name>[A-Z][\w’'-]+(?:[ ][A-Z][\w’'-]+){{1,3}})")
    beside = {match["name"] for match in pattern.finditer(text) if match["name"].split()[0].lower() not in _SMALL}
    return beside | _titled(description, text)


def _titled(description: str, text: str) -> set[str]:
    """Return the names that bear a description as their title: "the chief" may be Chief Vasel."""
    telling = " ".join(word for word in description.split() if word.lower() not in _SMALL).title()
    pattern = re.compile(rf"\b{re.escape(telling)} (?P<name>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){{0,2}})")
    return {match["name"] for match in pattern.finditer(text) if split_title(match[0])[0]}

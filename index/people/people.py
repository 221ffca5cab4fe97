"""The people that a document names: their full names, titles, roles and gender, and whom a phrase means.

A surname, a given name or a title with a surname stands for the one person of the document that bears it. A role ("the
head of state") stands for whoever holds it there, a pronoun for the person that was last in a place to be meant. Who is
described and never named keeps the document's words.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property

from index.people.kin import is_kin
from index.people.kinds import Kinds
from index.people.name_register import NameRegister
from index.people.person import Kind, Person
from index.people.resolver import Resolver
from index.people.text_words import TextWords
from index.people.writers import writers
from index.text.sentences import Span


class People:
    """The people of one text; resolves the phrases that stand for them."""

    def __init__(self, text: str, quoted: Sequence[Span] = ()) -> None:
        words = TextWords(text)
        self._text = text
        self._register = NameRegister(words, quoted)
        self._kinds = Kinds(words, self._register)
        self._resolver = Resolver(words, self._register)
        self._surnamed: dict[str, frozenset[str]] = {}

    @property
    def all(self) -> list[Person]:
        """Return the people, in the order in which they are first named."""
        return self._register.people

    @cached_property
    def writers(self) -> Mapping[str, int]:
        """The people whom the text quotes out of what they wrote, with where it first names them so."""
        return writers(self._text, self._register.mentions)

    def person(self, phrase: str) -> str | None:
        """Return the person of the document that a phrase of capitalised words names, or None."""
        return self._register.person(phrase)

    def resolve(self, subject: str, position: int) -> str | None:
        """Return the full name that a subject stands for at a position of the text, or None."""
        return self._resolver.resolve(subject, position)

    def surnamed(self, surname: str) -> frozenset[str]:
        """Return who bears a surname that is nobody's alone; nobody where one of them is told to be another's kin."""
        word = surname.lower()
        if self._register.short.get(word, word) is not None:
            return frozenset()
        if word not in self._surnamed:
            bearers = [each for each in self._register.bearers(word).values() if each.name.lower().endswith(f" {word}")]
            kin = any(is_kin(self._text, each) for each in bearers)
            self._surnamed[word] = frozenset(() if kin else (each.name for each in bearers))
        return self._surnamed[word]

    def kind(self, name: str) -> Kind:
        """Return the gender of whom a name or description stands for, and whether that is one person."""
        return self._kinds.kind(name)

    def looks_personal(self, name: str) -> bool:
        """Return whether nothing in a name of two words and more speaks against a person: no word of the text's own."""
        return self._kinds.looks_personal(name)

    def may_speak(self, name: str) -> bool:
        """Return whether something shows that a name or description is a person's, or that of a body with a voice."""
        return self._kinds.may_speak(name)

"""Somebody whom a document names, and what is known of a name: records that every rule of this package shares."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field

from index.names.descriptions import is_one_person
from index.names.titles import NEARBY, OWNED, gender_of, is_title_word
from index.text.word_lists import given_names

_SURNAMES_TOO = frozenset("may west white".split())


@dataclass
class Person:
    """Somebody the document names, with what it calls them."""

    name: str
    aliases: set[str] = field(default_factory=set)
    roles: set[str] = field(default_factory=set)
    words: set[str] = field(default_factory=set)
    """The words of their titles in small letters: "senator", "mayor"."""
    gender: str | None = None
    mentions: int = 0
    evident: bool = False
    """Whether the text shows that this is a person: by what follows the name (", a farmer", ", who", ", 41,")."""

    @property
    def shown(self) -> bool:
        """Whether something shows a person: the gender, an office or courtesy before the name, what follows it."""
        return self.gender is not None or self.evident or any(map(is_title_word, self.words - {"the", "of", "for"}))


@dataclass(frozen=True)
class Kind:
    """What is known of somebody named: the gender, and whether a person at all (None where nothing shows it)."""

    gender: str | None
    person: bool | None
    often: bool = True
    """Whether the document names it more than once."""


@dataclass(frozen=True)
class Mention:
    """A place of a text that names somebody."""

    position: int
    end: int
    name: str
    title: str
    quoted: bool


def surnamed_commonly(words: Sequence[str]) -> bool:
    """Return whether words are a given name and a surname that is a common word: "Theresa May"."""
    return len(words) == 2 and words[1].lower() in _SURNAMES_TOO and words[0].lower() in given_names()


def shows_a_person(behind: re.Match[str] | None) -> bool:
    """Return whether what stands behind a name shows that one person bears it."""
    return behind is not None and (behind["told"] is None or is_one_person(behind["told"]))


def gender_votes(
    text: str, mentions: Sequence[Mention], positions: Sequence[int], names: Iterable[str]
) -> dict[str, Counter[str]]:
    """Return by person how often titles, and "his" or "her" before the next of all positions, tell a gender."""
    surnames = {name.split()[-1] for name in names}
    votes: dict[str, Counter[str]] = {}
    for mention in mentions:
        if mention.quoted:
            continue
        behind = bisect_right(positions, mention.position)
        stop = positions[behind] if behind < len(positions) else len(text)
        vote = gender_of("", mention.title) or _owned(text, mention, stop, surnames)
        if vote:
            votes.setdefault(mention.name, Counter())[vote] += 1
    return votes


def _owned(text: str, mention: Mention, stop: int, surnames: Collection[str]) -> str | None:
    """Return the gender of "his" or "her" behind a mention in its sentence, where nobody else is named before it."""
    after = text[mention.position : min(stop, mention.position + NEARBY)]
    found = OWNED.search(re.split(r"[.!?“”\"\n;]", after, maxsplit=1)[0])
    if found is None:
        return None
    # "Ana Ruiz, who worked for Brandt in his first term": a Brandt of two, whom no mention names.
    between = re.findall(r"[\w’'-]+", after[mention.end - mention.position : found.start()])
    return None if set(between) & set(surnames) else found.lastgroup


def plainly(counts: Counter[str]) -> str | None:
    """Return the gender that three votes of four tell, or None."""
    (most, count), others = counts.most_common(1)[0], sum(counts.values())
    return most if count * 4 >= others * 3 else None

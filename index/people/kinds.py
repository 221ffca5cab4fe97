"""What a name or description stands for: one person of which gender, several, a body with a voice, or a thing."""

from __future__ import annotations

import re
from itertools import islice

from index.names.descriptions import is_one_person, is_person_noun, is_somebody
from index.names.titles import (
    BODIES,
    COMMON,
    DETERMINED,
    EVIDENT,
    INSTITUTION,
    NAMED_BODIES,
    PARTICLES,
    SITES,
    STATES,
    STREETS,
    THINGS,
    gender_of,
    is_title_word,
)
from index.people.name_register import NameRegister
from index.people.person import Kind, Person, shows_a_person
from index.people.text_words import TextWords
from index.text.countries import country
from index.text.expressions import expression
from index.text.word_lists import given_names

_KIN = expression(r"[’']s [a-z]+$")
"""How somebody is described by whose they are: "Quill's mother", who is no "he"."""
_MOST_MENTIONS = 20
_NO_PERSON = Kind(gender=None, person=False)


class Kinds:
    """The kinds of the names and descriptions of one text."""

    def __init__(self, words: TextWords, register: NameRegister) -> None:
        self._words = words
        self._text = words.text
        self._register = register
        self._known: dict[str, Kind] = {}

    def kind(self, name: str) -> Kind:
        """Return the gender of whom a name or description stands for, and whether that is one person."""
        if name not in self._known:
            self._known[name] = self._kind(name)
        return self._known[name]

    def _kind(self, name: str) -> Kind:
        known = self._register.by_name.get(name)
        if BODIES.search(name) or country(name) or name.replace(" ", "_") in STATES:
            return _NO_PERSON
        if self._words.is_storm_or_ship(name) or self._is_a_street(name, known):
            return _NO_PERSON
        if known:
            return Kind(known.gender, True if known.shown else None, known.mentions > 1)
        if " " not in name and name.lower() in self._register.short:
            return self._kind_of_short_form(name.lower())
        if _are_several(name):
            return _NO_PERSON
        if name[:1].islower() or DETERMINED.match(name):
            return Kind(gender_of("", name), is_one_person(name))
        return self._kind_of_unknown_name(name)

    def _is_a_street(self, name: str, known: Person | None) -> bool:
        """Return whether a name is a street's, and no given name, title or trade makes it somebody's: "Mole Lane"."""
        if not STREETS.search(name) or name.split()[0].lower() in given_names():
            return False
        if known and (known.gender or known.shown):
            return False
        return not self._is_shown_beside(name)

    def _kind_of_short_form(self, word: str) -> Kind:
        bearers = [each for each in self._register.people if word in each.aliases]
        genders = {each.gender for each in bearers}
        evident = any(each.shown for each in bearers)
        return Kind(genders.pop() if len(genders) == 1 else None, True if evident else None)

    def _kind_of_unknown_name(self, name: str) -> Kind:
        if _is_no_person(name):
            return _NO_PERSON
        if _KIN.search(name) and (gender := gender_of("", name)):
            return Kind(gender, is_one_person(name))
        gender = gender_of(name.split()[0], "")
        shown = gender is not None or self._is_shown_beside(name)
        return Kind(gender, True if shown else None, self._text.count(name) > 1)

    def _is_shown_beside(self, name: str) -> bool:
        """Return whether a title stands before a name somewhere, or behind it what shows a person."""
        for match in islice(re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", self._text), _MOST_MENTIONS):
            before = self._text[max(0, match.start() - 30) : match.start()].split()[-1:]
            if before and is_title_word(before[0]) or shows_a_person(EVIDENT.match(self._text, match.end())):
                return True
        return False

    def looks_personal(self, name: str) -> bool:
        """Return whether nothing in a name of two words and more speaks against a person: no word of the text's own."""
        words = [each for each in name.split() if each.lower() not in PARTICLES]
        small = self._words.in_small_letters
        common = any(each.lower() in small or each.lower() in COMMON or each.isupper() for each in words)
        return len(words) > 1 and not (common or INSTITUTION.search(name) or is_person_noun(words[-1].lower()))

    def may_speak(self, name: str) -> bool:
        """Return whether something shows that a name or description is a person's, or that of a body with a voice."""
        if _is_a_state_or_thing(name) or self._words.is_storm_or_ship(name):
            return False
        if name[:1].islower() or DETERMINED.match(name):
            return is_somebody(name) and " " in name
        kind = self.kind(name)
        if kind.person or kind.gender or " " in name and name in self._register.by_name:
            return True
        return _is_a_body_with_a_voice(name)


def _are_several(name: str) -> bool:
    last = name.lower().split()[-1]
    if name[0].isupper() and " " not in name and last.endswith(("ians", "icans", "oans", "exans")):
        # "Floridians"
        return True
    return last.endswith(("s", "men", "people")) and is_person_noun(last)


def _is_no_person(name: str) -> bool:
    """Return whether a name that no given name begins is a body's or a thing's: "JCPS", "Vesk Weather Channel"."""
    words = name.split()
    if words[0].lower() in given_names():
        return False
    initials = len(words) == 1 and len(name) > 1 and name.isupper()
    return initials or bool(INSTITUTION.search(name) or THINGS.search(name) or SITES.search(name))


def _is_a_state_or_thing(name: str) -> bool:
    if name.replace(" ", "_") in STATES or name.split()[-1] in STATES:
        return True
    return bool(THINGS.search(name) or SITES.search(name))


def _is_a_body_with_a_voice(name: str) -> bool:
    if " " not in name:
        return name.isupper() or name in NAMED_BODIES or bool(country(name))
    return bool(BODIES.search(name) or INSTITUTION.search(name) or is_person_noun(name.split()[-1].lower()))

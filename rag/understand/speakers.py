"""A phrase of a question -> the speakers of the store that it names: full names, surnames, roles, with typing errors.

A surname that two bear names both; a given name only where one bears it. Names meet by the key that ignores
transliteration, and where nothing meets, by a key that one letter sets apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from index.attribution.offices import fits, of_a_place, office_key
from index.names.descriptions import is_one_person
from index.names.names import is_name, name_key, same_person
from index.names.titles import SURNAMES_TOO, is_title_word, name_words, role_key, split_title
from index.storage.catalog import Catalog
from index.text.countries import country
from index.text.expressions import expression
from index.text.stems import STOPWORDS, stem
from index.transcripts.label_words import is_office
from rag.understand.people.apposed import speakers_beside
from rag.understand.people.described import holder_described, name_described
from rag.understand.people.initials import of_initials
from rag.understand.people.lands import is_spoken_for, speaks_for, with_post_in_title
from rag.understand.people.of_body import named_alone
from rag.understand.people.parts_of_names import called_by_first_name, fitting, parts_of, without_hyphen
from rag.understand.people.posts import called_by_post, holders_of, owns_a_post, with_one_word_lands, with_states_name

Sought = Literal["words", "name", "known", "heard"]
EDGES = ' \t\n?!.,:;"“”«»'
LONGEST = 9
_LONGEST_MISSPELT = 4  # words of a name that may be misspelt
_NO_SPEAKER = frozenset(
    """it this that these those there you we i they he she him her them us me anyone anybody someone somebody everyone
    everybody people one others text article articles document documents report reports story stories passage book
    what who which when where why how not""".split()
)
_PARTICLES = frozenset("of the de da del dos van von der bin ibn al el la le di du and".split())
_ARTICLES = frozenset({"the", "a", "an"})
_BODIES = expression(r"\b(?:survey|poll|study|report|theory|theories|law|agreement|treaty|plan|data)\b", re.IGNORECASE)


def as_speaker(phrase: str, catalog: Catalog, asks_for: Sought = "words") -> str | None:
    """Return the phrase without what surrounds a name if it names somebody who can be asked about, or None.

    A question for "words" can be of anybody, known to the store or not; for a "name" of somebody who is named and not
    described; of one who is "known" by a name that the store knows; of one who is "heard" by that, a post or his land.
    """
    phrase = re.sub(r"(?:['’]s|(?<=s)['’])$", "", phrase.strip(EDGES))
    words = phrase.split()
    if len(words) > 1 and words[0].lower() not in _ARTICLES and any(map(is_name, catalog.called(phrase))):
        return phrase
    if _is_nobody(words) or _is_new(words):
        return None
    if found := find_speakers(phrase, catalog):
        return phrase if asks_for in ("words", "heard") or _is_called(found[0], phrase) else None
    if asks_for in ("known", "heard") or (asks_for == "name" and len(words) < 2):
        return None
    return phrase if _could_be_somebody(phrase) else None


def _is_called(found: str, phrase: str) -> bool:
    """Return whether somebody is named, and not only speaks for a land: "Why did Russia deny …?" asks for a fact."""
    land = country(re.sub("^the ", "", phrase, flags=re.IGNORECASE))
    return is_name(found) and (not land or name_key(name_words(found)[-1]) == name_key(phrase.split()[-1]))


def _is_nobody(words: Sequence[str]) -> bool:
    return not 0 < len(words) <= LONGEST or words[-1].lower() in _NO_SPEAKER or words[0].lower() in _NO_SPEAKER


def _is_new(words: Sequence[str]) -> bool:
    """Return whether somebody is described for the first time, as nobody is asked after: "a survey", "an official"."""
    return words[0].lower() in {"a", "an"} and len(words) > 1 and words[1].islower()


def _could_be_somebody(phrase: str) -> bool:
    words = phrase.split()
    name, title = split_title(phrase)
    name = name or phrase
    if all(map(_of_title, title.split())) and _capitalised(name) and not country(name) and not _BODIES.search(phrase):
        return True
    if role_key(phrase) and owns_a_post(phrase):
        return True
    return bool(role_key(phrase) and words[0].lower() in {"the", "president", "mr", "mrs", "ms"} and len(words) <= 5)


def _capitalised(name: str) -> bool:
    words = re.sub(r"^(?:the|a|an)\s+", "", name, flags=re.IGNORECASE).split()
    return bool(words) and all(word[0].isupper() or word in _PARTICLES for word in words) and words[0][0].isupper()


def find_speakers(phrase: str, catalog: Catalog) -> list[str]:
    """Return the names of speakers in the store that a phrase stands for, or an empty list."""
    phrase = with_states_name(phrase.strip(EDGES))
    bare = re.sub(r"^(?:the|a|an)\s+", "", phrase, flags=re.IGNORECASE)
    if not bare.strip() or (len(bare.split()) == 1 and bare.lower() in STOPWORDS):
        return []
    if (name := named_alone(phrase, catalog)) is not None:
        return find_speakers(name, catalog) if name else []
    asked = _Phrase(phrase, bare, catalog, speakers=catalog.speakers())
    if found := _as_written(asked):
        return found
    if (post := with_one_word_lands(bare)) != bare:
        asked = replace(asked, text=phrase.removesuffix(bare) + post, bare=post)
    found = next((found for rule in _RULES if (found := rule(asked)) is not None), [])
    return list(dict.fromkeys([*found, *catalog.labelled(bare)])) or speakers_beside(
        asked.text, catalog, asked.speakers
    )


@dataclass(frozen=True)
class _Phrase:
    """A phrase that may stand for speakers, and the store whose speakers it may stand for."""

    text: str
    bare: str
    """Without its article."""
    catalog: Catalog
    speakers: dict[str, int]

    def known(self, names: Iterable[str]) -> list[str]:
        """Return those of the names that are speakers of the store."""
        return [each for each in names if each in self.speakers]


# Each rule returns the speakers, none where nobody can be meant, or None to leave it to the next rule.


def _as_written(asked: _Phrase) -> list[str] | None:
    """Return whom documents call by these very words, before who holds the office that they name."""
    written = asked.known(_written(asked.text, asked.bare))
    if not written:
        return None
    names_field = " " in (office_key(asked.text) or "")
    holders = asked.known(_holders(asked.text, asked.catalog)) if names_field else []
    return [*written, *(each for each in holders if each not in written)]


def _of_whole_name(asked: _Phrase) -> list[str] | None:
    return _by_whole_name(asked.text, asked.catalog) or None


def _of_label_office(asked: _Phrase) -> list[str] | None:
    found = _by_label_office(asked.bare, asked.catalog, asked.speakers)
    # Another transcript may have but the post as its label, and nobody's name.
    labels = (each for each in asked.speakers if found and each.lower() == asked.bare.lower())
    return list(dict.fromkeys([*found, *labels])) or called_by_post(asked.text, asked.speakers) or None


def _of_description(asked: _Phrase) -> list[str] | None:
    named = (asked.text, asked.catalog, list(asked.speakers))
    # Whom texts give an office, rules of their own know by land and place.
    return holder_described(*named) or (None if role_key(asked.text) else speakers_beside(*named)) or None


def _of_office_at_place(asked: _Phrase) -> list[str] | None:
    place = of_a_place(asked.text)
    if place is None:
        return None
    found = asked.known(_of_the_office(asked.text, asked.catalog.names_for(place), asked.catalog))
    return _in_all_forms(found, asked) if found else holders_of(asked.text, asked.catalog, asked.speakers)


def _of_land(asked: _Phrase) -> list[str] | None:
    """Return who speaks for the land or body that the phrase names, or has its name as a surname."""
    land = re.sub(r"['’]s$", "", asked.bare)
    if not country(land) and not is_spoken_for(land, asked.catalog):
        return with_post_in_title(asked.text, asked.catalog, asked.speakers) or None
    found = _bearers(land.lower(), asked.catalog, asked.speakers)
    # Names meet by sound, and Romano is not Romania.
    bearers = [each for each in found if name_words(each)[-1].lower() == land.lower()]
    return bearers or speaks_for(land, asked.catalog, asked.speakers)


def _of_described_name(asked: _Phrase) -> list[str] | None:
    name = name_described(asked.bare)
    return (_by_whole_name(name, asked.catalog) or None) if name else None


def _of_office(asked: _Phrase) -> list[str] | None:
    """Return who holds the office that the phrase names without a name."""
    name, title = _split_phrase(asked)
    # What field an office is of ("harbour minister") may be any word: its holders are called so themselves.
    is_title = all(map(_of_title, title.split())) or bool(name and role_key(title))
    if not is_title and (name or not role_key(asked.bare)):
        return []
    if name:
        return None
    holders = asked.known(_holders(asked.text, asked.catalog))
    if owns_a_post(asked.text) and " " not in (office_key(asked.text) or ""):
        # The land is one that no table knows: not every president is Kestria's.
        return holders_of(asked.text, asked.catalog, asked.speakers)
    if holders:
        return _in_all_forms(holders, asked)
    return holders_of(asked.text, asked.catalog, asked.speakers)


def _in_all_forms(holders: list[str], asked: _Phrase) -> list[str]:
    """Return the speakers with those of the same words behind a title: "Mr. Andrzej Duda" of "Andrzej Duda"."""
    names = [name_words(each) for each in holders]
    return list(dict.fromkeys([*holders, *(each for each in asked.speakers if name_words(each) in names)]))


def _of_initials(asked: _Phrase) -> list[str] | None:
    return of_initials(asked.bare, asked.speakers) or None


def _of_name(asked: _Phrase) -> list[str] | None:
    """Return who bears the name of the phrase, or that surname, with the title before it."""
    name, title = _split_phrase(asked)
    if not _capitalised(name) and asked.text.lower() != asked.text:
        return []
    if name.isupper() and len(name) < 4 and name not in {asked.bare, *asked.speakers}:
        # "The UN ambassador" is nobody whose surname is Un.
        return []
    if found := called_by_first_name(name, asked.speakers):
        return found
    for alias in dict.fromkeys((asked.bare.lower(), name.lower())):
        if found := _bearers(alias, asked.catalog, asked.speakers):
            others = (*_with_another_surname(found, alias, asked.catalog), *without_hyphen(name, asked.speakers))
            bearers = list(dict.fromkeys([*found, *others]))
            return _with_title(title, fitting(bearers, name), asked.catalog)
    return None


def _of_surname(asked: _Phrase) -> list[str] | None:
    """Return whose surname ends the phrase, where the given name before it is not another."""
    name, _ = _split_phrase(asked)
    words, capitals = name.split(), _capitalised(name)
    if not capitals and len(words) > 1:
        return []
    if len(words) > 1 and (found := fitting(_bearers(words[-1].lower(), asked.catalog, asked.speakers), name)):
        return found
    found = asked.catalog.with_two_surnames(words[-1]) if capitals else []
    return fitting(found, name) if found else None


def _of_misspelt_name(asked: _Phrase) -> list[str] | None:
    name, _ = _split_phrase(asked)
    return _misspelt(name, asked.catalog) if len(name.split()) <= _LONGEST_MISSPELT else None


_RULES = (
    _of_whole_name,
    _of_initials,
    _of_label_office,
    _of_description,
    _of_land,
    _of_office_at_place,
    _of_described_name,
    _of_office,
    _of_name,
    _of_surname,
    _of_misspelt_name,
)


def _by_label_office(bare: str, catalog: Catalog, speakers: dict[str, int]) -> list[str]:
    """Return whom transcripts call by an office or trade: "the Under-Secretary", "the marathon runner"."""
    office = bare.lower()
    trade = " " in bare and bare.islower() and is_one_person(bare)
    # A title with a name, "Mayor Quarry", is an office's holder of that name, not each of the name.
    if not (trade or is_office(bare)) and (split_title(bare)[0] or not role_key(bare)):
        return []
    found = [name for name in _called(_forms_of(office), catalog) if name in speakers and name.lower() != office]
    # Whom a document describes too, "Deputy Mayor Sten Holt", is "the mayor" only where that fits.
    described = [name for name in found if _is_described(name, catalog)]
    fitting = _of_the_office(bare, described, catalog)
    return [name for name in found if name not in described or name in fitting]


def _called(forms: Iterable[str], catalog: Catalog) -> list[str]:
    return list(dict.fromkeys(name for form in forms for name in catalog.names_for(form)))


def _is_described(name: str, catalog: Catalog) -> bool:
    """Return whether a document tells what somebody is: "Dr" tells nothing."""
    return not all(words.lower().strip(".") in _CIVIL for _, words in catalog.descriptions(name))


_CIVIL = frozenset("dr mr mrs ms miss prof professor sir dame hon".split())
_FIELD_FIRST = expression(r"^(?P<field>[^\W\d_]+(?: [^\W\d_]+){0,2}) (?P<noun>minister|secretary)$")


def _forms_of(office: str) -> list[str]:
    """Return an office, and with its field behind the noun as heads write it: "minister for finance"."""
    match = _FIELD_FIRST.match(office)
    behind = [f"{match['noun']} {of} {match['field']}" for of in ("for", "of")] if match else []
    return [office, *behind]


def _with_title(title: str, found: list[str], catalog: Catalog) -> list[str]:
    """Return of several bearers of a name those whom documents give its title ("Mayor Quarry")."""
    key = office_key(title) if title and len(found) > 1 else None
    if key is None:
        return found
    holders = catalog.holders(key)
    matching = [each for each in found if any(same_person(each, other) and " " in each for other in holders)]
    return matching or found


def _with_another_surname(found: Sequence[str], surname: str, catalog: Catalog) -> list[str]:
    """Return who may be one of these with a second surname: Raúl Castro is Raúl Castro Ruz too."""
    given = {parts_of(each)[0][0].lower() for each in found}
    return [each for each in catalog.with_two_surnames(surname) if parts_of(each)[0][0].lower() in given]


def _written(phrase: str, bare: str) -> list[str]:
    """Return how a document may write whom a phrase describes, also where that begins a sentence: "The mayor"."""
    articles = [f"{article} {bare}" for article in ("the", "The") if phrase != bare or not is_name(bare)]
    return list(dict.fromkeys([*(each for each in (phrase, bare) if not is_name(each)), *articles]))


def _by_whole_name(phrase: str, catalog: Catalog) -> list[str]:
    """Return the speaker of exactly this name, whatever its words mean elsewhere, with other forms of the same name."""
    exact = [each for each in catalog.called(phrase) if is_name(each)] if " " in phrase else []
    exact = exact or ([each for each in catalog.called(" ".join(name_words(phrase)))] if is_name(phrase) else [])
    if not exact or " " not in exact[0]:
        return []
    surname = parts_of(exact[0])[0][-1].lower()
    return fitting(list(dict.fromkeys([*exact, *_bearers(surname, catalog, catalog.speakers())])), exact[0])


def _holders(phrase: str, catalog: Catalog) -> list[str]:
    """Return who holds a role; where words with capitals tell of which land or body, only its own holders."""
    key = office_key(phrase)
    if key is None:
        return []
    found = catalog.holders(key) if " " not in key and phrase == phrase.lower() else catalog.names_for(key)
    if " " not in key and (of := _capitals(phrase)):
        # A land or body that no table knows: not every president is the Harbour League's.
        found = [each for each in found if any(of <= set(words.split()) for _, words in catalog.descriptions(each))]
    return _of_the_office(phrase, found, catalog)


def _capitals(phrase: str) -> set[str]:
    """Return the words of an office that name whose it is: "Harbour", "League"; "Prime Minister" names none."""
    words = (each for each in re.sub(r"['’]s?(?= |$)", "", phrase).split() if each[0].isupper())
    return {each for each in words if not (role_key(each.lower()) or is_title_word(each) or each.lower() in _ARTICLES)}


def _of_the_office(phrase: str, found: list[str], catalog: Catalog) -> list[str]:
    """Return of the holders of a role those whom a document gives the office of these words, not another one."""
    return [each for each in found if fits(phrase, [words for _, words in catalog.descriptions(each)])]


def _split_phrase(asked: _Phrase) -> tuple[str, str]:
    return _split(asked.bare, named=asked.text == asked.bare)


def _split(bare: str, named: bool) -> tuple[str, str]:
    """Return name and title; a title word with a capital, alone or behind another name, is somebody's surname."""
    name, title = split_title(bare)
    *before, last = bare.split()
    if name or not named or not last[:1].isupper() or last.lower() not in SURNAMES_TOO:
        return name, title
    given = [each for each in before if not is_title_word(each)]
    return (" ".join([*given[-1:], last]), " ".join(before[:-1])) if given or not before else (name, title)


def _of_title(word: str) -> bool:
    """Return whether a word before a name belongs to a title ("the Belarusian president"), by itself."""
    return word[0].isupper() or split_title(f"{word} X")[0] == "X"


def _bearers(alias: str, catalog: Catalog, speakers: dict[str, int]) -> list[str]:
    """Return who bears a name: by surname before given name, and by a given name only one person."""
    found = [each for each in catalog.names_for(alias) if each in speakers and is_name(each)]
    if " " in alias or not found:
        return found
    if by_surname := _with_surname(found, alias):
        return by_surname
    given = [each for each in found if each.lower().split()[0] == alias]
    if given and not all(same_person(each, given[0]) for each in given):
        return []
    return found


def _with_surname(names: list[str], surname: str) -> list[str]:
    key = name_key(surname)
    return [each for each in names if name_key(name_words(each)[-1]) == key]


def _misspelt(name: str, catalog: Catalog) -> list[str]:
    """Return whose surname's key is one letter away (a letter more, less, another, or two that changed places).

    What the documents write so themselves is spelt well: Blair is no Blaik, though only Blaik speaks.
    """
    *given, surname = name.split()
    found = [] if catalog.passage_counts([stem(surname.lower())]) else catalog.misspelt(surname)
    # Of whom a given name is known, a name of one word that begins otherwise is no misspelling: "Letters" for Peters.
    alone = [each for each in found if not given or (len(each.split()) == 1 and each[0].lower() == surname[0].lower())]
    return [each for each in found if each in alone or same_person(f"{given[0]} x", f"{each.split()[0]} x")]

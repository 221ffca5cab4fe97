"""Whom a phrase of a text means: a name in full or in part, a role, or somebody who is described and never named."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property, lru_cache

from index.cues.verbs import VERBS
from index.cues.word_classes import CLOSED, GIVEN_TOO, TIMES, is_small_given_name
from index.names.departments import departments
from index.names.descriptions import BODIES as BODY_NOUNS
from index.names.descriptions import is_person_noun, is_somebody
from index.names.names import misspelt, near_spellings
from index.names.titles import (
    BODIES,
    COMMON,
    DETERMINED,
    GENITIVE,
    INSTITUTION,
    LANDS_ELSEWHERE,
    LATER,
    NAMES,
    OF_A_PLACE,
    OPENERS,
    PARTICLES,
    PLACED,
    PRONOUNS,
    REACH,
    STATES,
    SUFFIX,
    gender_of,
    given_and_surname,
    is_title_word,
    land_first,
    role_fits,
    role_key,
    split_title,
)
from index.people.name_register import NameRegister
from index.people.person import Person, surnamed_commonly
from index.people.phrase_names import (
    belongs_to_a_name,
    described,
    ends_with_person,
    is_a_body,
    is_described_body,
    is_no_name,
    is_of_another,
    is_titled,
    joins_a_full_name,
    name_at_the_end,
    owner_and_thing,
)
from index.people.text_words import TextWords
from index.text.countries import country, is_country
from index.text.expressions import expression
from index.text.negation import NOBODY
from index.text.word_lists import given_names, person_nouns

_BRACKETS_BEHIND = expression(r"(?<!\s)\s*+\([^)]{0,300}\)$")
_GRAMMAR = expression(
    r"(?i:\b(?:I|you|we|they)[’'](?:m|re|ve|ll|d)\b|\b(?:he|she|it|there|that|what|who|here)[’']s\b|^whereby\b)"
    r"|^(?:[A-Z][\w’'-]* ){1,4}(?:calls|says|tells|claims|reveals|slams|asks|denies|admits|explains|responds|shares) "
)
"""What no name or description of somebody has: "I’m Ana Ruiz", a headline's "Ana Ruiz calls out trainer"."""
_MEMBERS = frozenset(
    """democrats republicans conservatives liberals tories socialists communists nationalists independents greens
    progressives populists centrists""".split()
)
"""Members of a party: of which town or land they are a longer name elsewhere in the text does not tell."""
_EVENTS = expression(r"\b(?:Awards?|Prizes?|Cup|Debate|Amendment|Deal|Plan)$")
"""How the name of what cannot speak ends."""
_FOR_A_CAUSE = expression(r"(?!(?:According|Thanks|[A-Z][a-z]+ing)\b)[A-Z][a-z]+ (?:(?:of|for) )?[Tt]he")
"""How the name of a body begins that tells for whom it is: "Save the Mills", "Friends of the Canal"."""
_POSTS = frozenset("MP MEP MSP TD PM CEO CFO COO DA DSP SP DCP PRO VC MD".split())
_OWNS = expression(r"[’']s? [^\W\d_a-z]")
_BEFORE_A_NAME = expression(
    r"^(?:[Ff]ollowing|[Bb]oth|[Ee]ven|SOURCES?|VIDEO|PHOTOS?|WATCH|UPDATE|(?:.* )?X\.) (?=(?:the |an? )?[^\W\d_a-z])"
)
"""What is no word of the phrase behind it: "following The Vesk Echo reporting", "Both Vesk and Norr", "SOURCE Vesk"."""
_CALLS = ("Let's ", "Let’s ")  # the beginning of a body's name: "Let's Mend"
_GLUED_VERB = expression(r"(?<=[a-z]{3})(?:re)?tweeted$")
"""A verb that a page sets without a space behind the name: "Ana Ruiztweeted"."""
_OTHER_LEADER = expression(r"(?<![’'-])\b(?!the\b|his\b|her\b|overall\b|supreme\b|de facto\b)[a-z][\w-]* leader\b")
"""Who leads something else than a land: "the civil rights leader", "the party leader" is no head of state."""
_NAMED_LEADER = expression(r"\b(?!(?:The|His|Her|Supreme|Kremlin)\b)[A-Z][\w’'-]* [Ll]eader\b")


@lru_cache(maxsize=10_000)
def _bare(subject: str) -> str | None:
    """Return a subject without a genitive's mark, brackets and words of its verb; None for a pronoun or nothing."""
    subject = _GLUED_VERB.sub("", _BEFORE_A_NAME.sub("", GENITIVE.sub("", subject.strip(" ,"))))
    if not subject or subject.lower() in PRONOUNS or subject.lower() in NOBODY:
        return None
    return LATER.sub("", _BRACKETS_BEHIND.sub("", subject))


@lru_cache(maxsize=10_000)
def _role_meant(phrase: str) -> str | None:
    """Return the key of the role by which a phrase means somebody whom it does not name, or None."""
    if not re.match(r"(?:the|his|her)\b", phrase, re.IGNORECASE) or re.search(
        r"\b(?:for|former|next|previous|other)\b", phrase
    ):
        return None
    key = role_key(phrase) or ""
    other = _OTHER_LEADER.search(phrase) or " " not in key and _NAMED_LEADER.search(phrase)
    named = NAMES.search(last := phrase.split()[-1]) and not role_key(last.lower())  # "the Orr", not "the Mayor"
    return None if not key or other or named else key


class Resolver:
    """Finds who is meant by the phrases of one text."""

    def __init__(self, words: TextWords, register: NameRegister) -> None:
        self._words = words
        self._register = register
        self._resolved: dict[str, str | None] = {}

    def resolve(self, subject: str, position: int) -> str | None:
        """Return the full name that a subject stands for at a position of the text, or None."""
        bare = _bare(subject)
        if bare is None:
            return None
        if bare.rpartition(" ")[2].lower() in _MEMBERS and bare.lower().removeprefix("the ") in _MEMBERS:
            return bare
        if by_role := self._by_role(bare, position):
            return by_role
        if bare not in self._resolved:
            name = self._in_small_letters(bare) or self._named(bare, position)
            unfit = name and (_GRAMMAR.search(name) or self._words.is_storm_or_ship(name))
            self._resolved[bare] = None if unfit else name
        return self._resolved[bare]

    def _in_small_letters(self, bare: str) -> str | None:
        """Return the name that ends a phrase in a text that writes no capitals: "batsman nick selman", else None."""
        words = bare.split()
        if not self._words.has_small_names:
            return None
        if len(words) < 2 or is_title_word(words[-2]):
            title = words[-2] if len(words) > 1 else ""
            return self._words.full_name_in_small_letters(words[-1], gender_of("", title))
        if not words[-1].islower():
            return None
        before = words[-3].lower() if len(words) > 2 else ""
        if (
            not is_small_given_name(words[-2].lower())
            or before
            and not (is_title_word(before) or is_person_noun(before))
        ):
            return None
        # "nick halman": a surname, though its ending is that of "fisherman".
        return " ".join(words[-2:]) if words[-1] not in person_nouns() else None

    def _named(self, bare: str, position: int) -> str | None:
        if " " in bare and is_country(bare) or bare.startswith(_CALLS):
            return bare
        if whole := self._whole(bare):
            return whole
        last = name_at_the_end(bare)
        if last is None:
            return described(bare)
        if whole := self._body_or_several(bare, last[0]):
            return whole
        words = last[0].split()
        if whole := self._body_of_a_place(bare, last):
            return whole
        if len(words) > 2 and (words[0].lower() in LANDS_ELSEWHERE or land_first(words, bare)):
            return self.resolve(" ".join(words[1:]), position)
        if known := self._register.person(last[0]):
            return known if self._is_plausible(known) else None
        if len(words) == 1 and (meant := self._misspelt(words[0])):
            return meant
        return self._new_name(bare, last)

    def _whole(self, bare: str) -> str | None:
        """Return the person, the body or the thing that all of a phrase names, or None."""
        if named := self._named_before_place(bare):
            return named
        if "," in bare and any(last == len(bare) for _, last in departments(bare)):
            return bare
        return self._institution(bare) or self._owned_name(bare)

    def _owned_name(self, bare: str) -> str | None:
        """Return a phrase of whose name a genitive is a part, "Lloyd's List"; of "Kestria's Ruiz" None."""
        halves = owner_and_thing(bare)
        return bare if halves and self._is_owned_name(*halves) else None

    def _is_owned_name(self, owner: str, thing: str) -> bool:
        """Return whether the text knows neither half of such a name by itself."""
        if (
            is_country(owner)
            or owner.lower() in {*COMMON, *CLOSED, *TIMES}
            or owner.replace(" ", "_") in STATES
            or given_and_surname(thing)
            or split_title(thing)[1]
        ):
            return False
        if any(map(self._register.person, (owner, thing))):
            return False
        if is_person_noun(owner.split()[-1].lower()) and not BODIES.search(owner):
            # "the Old Farmer's Almanac"
            return True
        text = self._words.text
        apart = re.search(rf"(?<![’'\w-]){re.escape(owner)}(?![\w’'-])", text)
        alone = re.search(rf"(?<![’']s )(?<![’'] )\b{re.escape(thing)}(?![\w-])", text)
        return apart is None and alone is None

    def _body_or_several(self, bare: str, named: str) -> str | None:
        """Return a phrase that is a body's name, or one that names two people, as it stands; else None."""
        known = self._register.person(named)
        if not known and BODIES.search(bare) or known in {None, named} and is_described_body(bare, named):
            return bare
        if joint := self._joint(bare, named):
            return joint
        return bare if self._are_two(bare) else None

    def _body_of_a_place(self, bare: str, last: re.Match[str]) -> str | None:
        """Return a body's name with its place or subject: "The Vesk Independent", "UK Athletics"."""
        name, title = split_title(last[0])
        before = title.removeprefix("The ").split()
        if not name or not before or not before[0][:1].isupper():
            return None
        if "of" in before and before[0].lower() in BODY_NOUNS:
            # "the Office of State Fire Marshal"
            return bare
        if given_and_surname(self._register.split(last[0])[0]) or self._is_known_otherwise(name):
            return None
        if (belongs := belongs_to_a_name(before, name)) is not None:
            return bare if belongs else None
        placed = re.match(r"(?:the )?The |the ", bare) is not None and last.start() <= len("the ")
        return bare if placed or " " not in name and " ".join(before).isupper() and len(before[0]) > 1 else None

    def _is_known_otherwise(self, name: str) -> bool:
        """Return whether a name is that of somebody of whom the text tells more: "the Republican Ruiz"."""
        bearer = self._register.by_name.get(self._register.person(name) or "")
        return bearer is not None and (bearer.gender is not None or bearer.name != name)

    def _new_name(self, bare: str, last: re.Match[str]) -> str | None:
        """Return the name that a phrase ends with, of which the document tells nothing else."""
        name, title = split_title(last[0])
        # "Gen Z": no general of that name
        if len(name) == 1 or is_a_body(bare, name, title):
            return bare
        if name.replace(" ", "_") in STATES or title.split()[-1:] in (["of"], ["for"], ["to"]):
            # "the University of Vesk College of Law": what comes after "of" is nobody's name.
            return None
        if is_no_name(name) and not (name.endswith("ing") and self._words.is_named(name)):
            return described(bare)
        if name in _POSTS and bare == f"the {name}":
            return bare
        if title and (self._is_of_a_name(title, name) or bare == last[0] and _FOR_A_CAUSE.fullmatch(title)):
            return last[0]
        return self._untitled(bare, name, last) if not title else self._fit(bare, name)

    def _is_of_a_name(self, lands: str, name: str) -> bool:
        """Return whether nothing but lands stands before a word that the text never has alone: "Kestrian Re"."""
        if " " in name or not all(map(country, lands.split())):
            return False
        return re.search(rf"(?<!{re.escape(lands)} )(?<![\w’'-]){re.escape(name)}(?![\w-])", self._words.text) is None

    def _untitled(self, bare: str, name: str, last: re.Match[str]) -> str | None:
        if DETERMINED.match(bare) and last.start() > 0 and BODIES.search(name):
            return bare
        return self._fit(bare, name) if self._is_plausible(name) else described(bare)

    def _fit(self, bare: str, name: str) -> str | None:
        return None if _EVENTS.search(name) else SUFFIX.sub("", name) or described(bare)

    def _joint(self, phrase: str, named: str) -> str | None:
        """Return a phrase that names two with "and" between them, and no office of two fields; else None."""
        first, joined, second = named.partition(" and ")
        if not joined or not phrase.endswith(named) or " and " in second or not second[:1].isupper():
            return None
        if self._register.split(named)[0] in self._register.by_name and not self._register.person(first):
            # "the Environment and Water Ana Ruiz", of a minister
            return None
        titles = [any(map(is_title_word, each.split())) for each in (first, second)]
        if any(titles) and not (self._register.person(first) and self._register.person(second)):
            return None
        if any(each.lower() in COMMON or each.lower() in PARTICLES for each in (*first.split(), *second.split())):
            return None
        return named

    def _are_two(self, phrase: str) -> bool:
        """Return whether a phrase names two with their offices: "Mayor Ana Ruiz and Vesk County Clerk Palo Brandt"."""
        first, joined, second = phrase.partition(" and ")
        if not joined or " and " in second or not (first[:1].isupper() and second[:1].isupper()):
            return False
        one, other = self._named_last(first), self._named_last(second)
        return one is not None and other is not None and one is not other

    def _named_last(self, phrase: str) -> Person | None:
        """Return whom a phrase ends by naming in full, if something shows that this is a person."""
        words = phrase.split()
        found = (self._register.by_name.get(" ".join(words[-count:])) for count in (2, 3))
        return next((each for each in found if each and (each.shown or given_and_surname(each.name))), None)

    @cached_property
    def _surnames(self) -> dict[str, str]:
        return {person.name.split()[-1].lower(): person.name for person in self._register.people}

    @cached_property
    def _near_surnames(self) -> dict[str, list[str]]:
        """The surnames in small letters by the spellings near to them."""
        return near_spellings(self._surnames)

    def _misspelt(self, word: str) -> str | None:
        """Return the one person whose surname a word that stands once and means nothing else nearly is."""
        lower = word.lower()
        if lower in self._words.in_small_letters or lower in given_names() or lower in COMMON:
            return None
        near = [self._surnames[each] for each in misspelt(lower, self._near_surnames)]
        if not near or self._words.count(word) > 1:
            return None
        often = [name for name in near if self._words.count(name.split()[-1]) > 1]
        return often[0] if len(near) == len(often) == 1 else None

    def _is_plausible(self, name: str) -> bool:
        """Return whether capitalised words can be somebody's name: no word of grammar, not all of them common."""
        words = [word.lower() for word in name.split()]
        if surnamed_commonly(words):
            return True
        if self._has_grammar(name, words):
            return False
        if (known := self._register.by_name.get(name)) and (known.gender or known.words):
            return True
        if words[0] in given_names() and len(words) > 1:
            return True
        common = self._words.in_small_letters
        if not all(word in common or word in VERBS for word in words):
            return True
        return (len(words) > 1 and is_somebody(name)) or is_person_noun(words[-1])

    def _has_grammar(self, name: str, words: list[str]) -> bool:
        """Return whether one of the words is of grammar, and no given name as in "Per Holm" and "Will Tarr"."""
        if words[0] in OPENERS:
            return True
        given = len(words) > 1 and words[0] in GIVEN_TOO
        named = given and re.search(rf"[\w,”\"’'] {re.escape(name)}", self._words.text)
        return any(word in CLOSED and word not in PARTICLES for word in (words[1:] if named else words))

    def _named_before_place(self, phrase: str) -> str | None:
        """Return the person that a phrase names before where they are from: "Ana Ruiz of the Vesk School"."""
        for match in NAMES.finditer(phrase):
            front = OF_A_PLACE.split(match[0], maxsplit=1)[0]
            follows = front != match[0] or PLACED.match(phrase, match.end())
            if not follows or is_of_another(phrase, match.start()) or INSTITUTION.search(front):
                continue
            if joins_a_full_name(phrase[match.start() + len(front) :]):
                return phrase
            known = self._register.person(front)
            if known and self._is_plausible(known):
                return known
            name, title = self._register.split(front)
            if given_and_surname(name) or is_titled(name, title):
                return name
        return None

    def _institution(self, phrase: str) -> str | None:
        """Return a phrase that ends with the name of a school, a council or the like, and with nobody's; else None."""
        found = INSTITUTION.search(phrase)
        if found is None or _OWNS.match(phrase, found.end()) or ends_with_person(phrase):
            return None  # "the Vesk Council's Brandt"
        last = name_at_the_end(phrase)
        return phrase if last and last.start() <= found.start() else None

    def _by_role(self, phrase: str, position: int) -> str | None:
        """Return who holds the role that "the head of state", "the Kestrian leader" or "the senator" names."""
        key = _role_meant(phrase)
        if key is None or phrase.lower() == "the leader" and self._has_other_leaders:
            return None
        holders = self._holders(key)
        if len(holders) > 1:
            return self._last_named(holders, position)
        return next(iter(holders), None)

    @cached_property
    def _has_other_leaders(self) -> bool:
        """Whether the text tells of a leader of something else than a land: "the leader of the opposition"."""
        text = self._words.text
        return _OTHER_LEADER.search(text) is not None or re.search(r"\bleader (?:of|in) the [a-z]", text) is not None

    def _holders(self, key: str) -> set[str]:
        """Return the names of who holds a role in the document."""
        role, _, land = key.partition(" ")
        full = {each.name for each in self._register.people if any(role_fits(role, land, own) for own in each.roles)}
        short = {
            self._register.short.get(name.lower()) or name
            for each, names in self._register.holders.items()
            if role_fits(role, land, each)
            for name in names
        }
        return full | {name for name in short if not any(each.split()[-1] == name for each in full)}

    def _last_named(self, names: set[str], position: int) -> str | None:
        """Return which of several people the text named last before a position, if that is not too far back."""
        stop = bisect_right(self._register.positions, position - 1)
        recent = next((each for each in reversed(self._register.mentions[:stop]) if each.name in names), None)
        return recent.name if recent and position - recent.position < REACH else None

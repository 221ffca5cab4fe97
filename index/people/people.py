"""The people that a document names: their full names, titles, roles and gender, and whom a phrase means.

A surname, a given name or a title with a surname stands for the one person of the document that bears it. A role ("the
head of state") stands for whoever holds it there, a pronoun for the person that was last in a place to be meant. Who is
described and never named keeps the document's words.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import islice

from index.cues.verbs import VERBS
from index.cues.word_classes import CLOSED, GIVEN_TOO
from index.names.descriptions import bears_words, is_one_person, is_person_noun, is_somebody
from index.names.names import misspelt, near_spellings
from index.names.titles import (
    BODIES,
    CAPTIONS,
    COMMON,
    DETERMINED,
    EVIDENT,
    GENITIVE,
    INSTITUTION,
    LANDS_ELSEWHERE,
    LATER,
    NAMED_BODIES,
    NAMES,
    NEARBY,
    NUMERAL,
    OF_A_PLACE,
    OPENERS,
    OWNED,
    PARTICLES,
    PLACED,
    POINTING,
    PRONOUNS,
    REACH,
    SITES,
    SLAVIC,
    SMALL_WORD,
    STATES,
    SUFFIX,
    THINGS,
    TITLES,
    gender_of,
    given_and_surname,
    is_common,
    is_slavic,
    is_title_word,
    land_first,
    names_have_capitals,
    of_a_body,
    role_fits,
)
from index.names.titles import name_aliases as name_aliases
from index.names.titles import role_key as role_key
from index.names.titles import split_title as split_title
from index.text.countries import country
from index.text.negation import NOBODY
from index.text.sentences import Span
from index.text.word_lists import given_names

_BRACKETS_BEHIND = re.compile(r"(?<!\s)\s*+\([^)]{0,300}\)$")
_GRAMMAR = re.compile(
    r"(?i:\b(?:I|you|we|they)[’'](?:m|re|ve|ll|d)\b|\b(?:he|she|it|there|that|what|who|here)[’']s\b|^whereby\b)"
    r"|^(?:[A-Z][\w’'-]* ){1,4}(?:calls|says|tells|claims|reveals|slams|asks|denies|admits|explains|responds|shares) "
)
"""What no name or description of somebody has: "I’m Ana Ruiz", a headline's "Ana Ruiz calls out trainer"."""

_I_AM = re.compile(r"^(?:(?:I|You|We|They)[’'](?:m|re|ve|ll|d)|(?:He|She|It|That|There|What|Who|Here)[’']s) ")
"""What begins with a capital and is no part of the name behind it: "I'm Ana Ruiz"."""


_EVENTS = re.compile(r"\b(?:Awards?|Prizes?|Cup|Debate|Amendment|Deal|Plan)$")
"""How the name of what cannot speak ends."""


_SURNAMES_TOO = frozenset("may west white".split())


def _surnamed_commonly(words: Sequence[str]) -> bool:
    """Return whether words are a given name and a surname that is a common word: "Theresa May"."""
    return len(words) == 2 and words[1].lower() in _SURNAMES_TOO and words[0].lower() in given_names()


_KIN = re.compile(r"[’']s [a-z]+$")
"""How somebody is described by whose they are: "Quill's mother", who is no "he"."""
_PATRONYMIC = re.compile(r"(?:[оеєё]вич|[оеєё]вна|[иі]ч|ична|івна|аўна)$", re.IGNORECASE)
"""How a name's last word ends where the surname goes first: "Лукина Вера Павловна"."""


_TRADE_BEFORE = re.compile(r"(?<![\w’'-])([a-z]{3,})[ ]$")
"""The word before a name: what its bearer is, as in "said farmer Palo Brandt"."""
_MOST_MENTIONS = 20
REACH_OF_A_NAME = 3_000
"""Characters behind a full name within which its given name alone must first stand to be the same person's."""
OPENING = 300
"""Characters of a text that may call somebody by a given name before it names them in full."""
_FIRMS = frozenset(
    """rival giant partner owner maker carrier producer lender insurer provider publisher retailer supplier broadcaster
    operator host developer manufacturer distributor advertiser competitor sponsor employer client customer neighbour
    neighbor brewer builder employers buyer seller investor startup leader pioneer parent sister contractor that all
    many one""".split()
)
"""What firms are as well as people: "rival Kestra Motors"."""
_OWNS = re.compile(r"[’']s? [^\W\d_a-z]")
_BODY_FOR = re.compile(
    r"\b(?:Cent(?:re|er)|Institute|Council|Foundation|Office|Department|Association|Society)(?: of| for| on)\b"
)
_BEFORE_A_NAME = re.compile(r"^(?:[Ff]ollowing|[Bb]oth|[Ee]ven) (?=(?:the |an? )?[^\W\d_a-z])")
"""What is none of the words of the phrase behind it: "following The Vesk Gazette reporting", "Both Vesk and Norr"."""


def _tells_of_a_person(behind: re.Match[str] | None) -> bool:
    """Return whether what stands behind a name tells that one person bears it."""
    return behind is not None and (behind["told"] is None or is_one_person(behind["told"]))


@lru_cache(maxsize=10_000)
def _bare(subject: str) -> str | None:
    """Return a subject without a genitive's mark, brackets and words of its verb; None for a pronoun or nothing."""
    subject = _BEFORE_A_NAME.sub("", GENITIVE.sub("", subject.strip(" ,")))
    if not subject or subject.lower() in PRONOUNS or subject.lower() in NOBODY:
        return None
    return LATER.sub("", _BRACKETS_BEHIND.sub("", subject))


@lru_cache(maxsize=10_000)
def _role_meant(phrase: str) -> str | None:
    """Return the key of the role by which a phrase means somebody whom it does not name, or None."""
    if not re.match(r"(?:the|his|her)\b", phrase, re.IGNORECASE) or re.search(r"\b(?:for|former)\b", phrase):
        return None
    key = role_key(phrase)
    if key is None or NAMES.search(phrase.split()[-1]) or _OTHER_LEADER.search(phrase):
        return None
    return key


_OTHER_LEADER = re.compile(r"(?<![’'-])\b(?!the\b|his\b|her\b|overall\b|supreme\b|de facto\b)[a-z][\w-]* leader\b")
"""Who leads something else than a land: "the civil rights leader", "the party leader" is no head of state."""


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
    """Whether the text tells that this is a person: by what follows the name (", a farmer", ", who", ", 41,")."""

    @property
    def shown(self) -> bool:
        """Whether something shows a person: the gender, an office or courtesy before the name, what follows it."""
        return self.gender is not None or self.evident or any(map(is_title_word, self.words - {"the", "of", "for"}))


@dataclass(frozen=True)
class Kind:
    """What is known of somebody named: the gender, and whether a person at all (None where nothing tells)."""

    gender: str | None
    person: bool | None
    often: bool = True
    """Whether the document names it more than once."""


@dataclass(frozen=True)
class _Mention:
    position: int
    name: str
    title: str
    quoted: bool


class People:
    """The people of one text; resolves the phrases that stand for them."""

    def __init__(self, text: str, quoted: Sequence[Span] = ()) -> None:
        self._text = text
        self._by_name: dict[str, Person] = {}
        self._short: dict[str, str | None] = {}
        self._kinds: dict[str, Kind] = {}
        self._resolved: dict[str, str | None] = {}
        self._holders: dict[str, set[str]] = {}
        """Who is called by a role and a surname alone: "President Ruiz"."""
        self._lower: frozenset[str] | None = None
        self._slavic: bool | None = None
        self._small: bool | None = None
        self._surnames: dict[str, str] = {}
        self._near: dict[str, list[str]] | None = None
        """The surnames in small letters with their bearers, and by the spellings near to them."""
        self._starts = [start for start, _ in quoted]
        self._quoted = list(quoted)
        spans = [match.span() for match in NAMES.finditer(text)]
        alone: dict[str, int] = {}
        """Where each word first stands for somebody by itself."""
        for start, end in spans:
            for phrase in re.split(r"(?<!\s)\s+and\s+", text[start:end]):
                self._note(phrase)
                if " " not in phrase:
                    alone.setdefault(phrase.lower(), start)
        self._merge_forms()
        for person in self._by_name.values():
            first, *_, last = person.name.lower().split()
            certain = first in given_names() or (person.words or person.shown) and not person.name.split()[0].isupper()
            # "NHS" is not "NHS Digital": a first word stands for a whole name where it is a given name.
            called = self._is_called(person, first, alone.get(first))
            for word in (each for each in person.aliases if " " not in each and (each != first or certain)):
                known = self._ambiguous(word) if word in self._short else person.name
                self._short[word] = known if called or word != first else None
        self._mentions = [found for span in spans if (found := self._mention(*span))]
        self._at = {each.position: each.name for each in self._mentions}
        self._positions = [each.position for each in self._mentions]
        self._genders_from_words()
        for (start, end), mention in zip(spans, map(self._at.get, (start for start, _ in spans)), strict=True):
            if mention and (told := _TRADE_BEFORE.search(text, max(0, start - 30), start)):
                trade = told[1].lower()
                self._by_name[mention].evident |= is_title_word(trade) or trade not in _FIRMS and is_one_person(trade)
            if mention and _tells_of_a_person(EVIDENT.match(text, end)):
                self._by_name[mention].evident = True
        for person in self._by_name.values():
            first = person.name.split()[0]
            called = self._is_called(person, first.lower(), alone.get(first.lower()))
            if person.evident and called and not first.isupper() and first.lower() not in self._short:
                # "Shahla" alone is Shahla Hosseini, whom something shows to be somebody.
                self._short[first.lower()] = person.name

    def _is_called(self, person: Person, first: str, alone: int | None) -> bool:
        """Return whether the text shows that a given name by itself is a person's: it names them in full just before.

        In a novel's scene a boy called Edward is not the Edward Cope of its preface.
        """
        if alone is None or first == person.name.split()[-1].lower():
            return True
        named = self._text.rfind(person.name, 0, alone)
        if named >= 0:
            return alone - named < REACH_OF_A_NAME
        # A headline's or a first line's "Ida" is named in full below it.
        return alone < OPENING and 0 <= self._text.find(person.name) < REACH_OF_A_NAME

    @property
    def all(self) -> list[Person]:
        """Return the people, in the order in which they are first named."""
        return list({person.name: person for person in self._by_name.values()}.values())

    def _note(self, phrase: str) -> None:
        phrase = NUMERAL.sub("", re.sub(r"[’']s?$", "", phrase))
        name, title = self._split(phrase)
        title = re.split(r" (?:for|to|and) ", title)[-1]
        words = name.split()
        if len(words) == 1 and title and (key := role_key(title)) and not of_a_body(title):
            self._holders.setdefault(key, set()).add(name)
        if (
            not 2 <= len(words) <= 4
            or (not title and is_common(name) and not _surnamed_commonly(words))
            or THINGS.search(name)
        ):
            return
        if (
            BODIES.search(name)
            and not (given_and_surname(name) and len(words) == 2)
            or name.replace(" ", "_") in STATES
        ):
            return
        if BODIES.search(name) and title.lower().startswith("the ") and not is_title_word(title.split()[1]):
            # "The Los Angeles Times": no woman called Angeles.
            return
        person = self._by_name.setdefault(name, Person(name, name_aliases(name)))
        person.mentions += 1
        person.words |= {word.lower().strip(".") for word in title.split()}
        if title and (key := role_key(title)) and not of_a_body(title):
            person.roles.add(key)
        person.gender = person.gender or gender_of(words[0], title)

    def _split(self, phrase: str) -> tuple[str, str]:
        """Return (name, title) where "Post Editor Ana Ruiz" is Ana Ruiz: what comes before is a word of the text."""
        name, title = split_title(_I_AM.sub("", phrase))
        words = name.split()
        cut = 0
        while len(words) - cut > 1 and words[cut].lower() not in given_names():
            trade = (
                len(words) - cut > 2 and is_person_noun(words[cut].lower()) and words[cut + 1].lower() in given_names()
            )
            if not (trade or words[cut].endswith("ing") or words[cut].lower() in CAPTIONS):
                break
            cut += 1
        for at in range(cut + 1, len(words) - 1):
            if words[at].lower() in given_names() and words[cut].lower() not in given_names():
                before = words[at - 1]
                # "Mayor of Vesk Ana Ruiz": the place belongs to the office.
                told = before.lower() in self._common() or "-" in before or before.isupper() or len(words) - cut > 3
                told = told or title.split()[-1:] in (["of"], ["for"])
                # "Farmer Ana Ruiz", "Cartographer Ana Ruiz"
                told = told or at == cut + 1 and is_person_noun(before.lower())
                told = told or (self._is_slavic() and not _PATRONYMIC.search(words[-1]))
                cut = at if told and len(before) > 1 else cut
                break
        return " ".join(words[cut:]), " ".join([title, *words[:cut]]).strip()

    def _is_slavic(self) -> bool:
        """Return whether the text is in a language where an office's place stands before the name in the genitive."""
        if self._slavic is None:
            self._slavic = is_slavic(self._text)
        return self._slavic

    def _common(self) -> frozenset[str]:
        """Return the words that the text has in small letters."""
        if self._lower is None:
            self._lower = frozenset(SMALL_WORD.findall(self._text))
        return self._lower

    def _merge_forms(self) -> None:
        """Make one person of "Ana B. Ruiz", "Ana Ruiz" and "ANA RUIZ", under the form the document uses most."""
        groups: dict[tuple[str, str], list[Person]] = {}
        for person in self._by_name.values():
            words = SUFFIX.sub("", person.name).lower().split()
            if len(words) >= 2 and all(len(word.strip(".")) == 1 for word in words[1:-1]):
                groups.setdefault((words[0], words[-1]), []).append(person)
        for group in groups.values():
            if len(group) < 2:
                continue
            best = max(group, key=lambda each: (not each.name.isupper(), each.mentions))
            for other in group:
                best.aliases |= other.aliases
                best.roles |= other.roles
                best.words |= other.words
                best.gender = best.gender or other.gender
                self._by_name[other.name] = best
        self._by_name = {name: person for name, person in self._by_name.items() if name == person.name} | {
            name: person for name, person in self._by_name.items() if name != person.name
        }

    def _ambiguous(self, word: str) -> str | None:
        bearers = {person.name for person in self._by_name.values() if word in person.aliases}
        longest = max(bearers, key=len)
        return longest if all(set(each.split()) <= set(longest.split()) for each in bearers) else None

    def _mention(self, start: int, end: int) -> _Mention | None:
        name = self.person(self._text[start:end])
        if name is None or BODIES.search(name):
            return None
        title = split_title(self._text[start:end])[1]
        return _Mention(start, name, title, self._inside(start))

    def _inside(self, position: int) -> bool:
        number = bisect_right(self._starts, position) - 1
        return number >= 0 and position < self._quoted[number][1]

    def _genders_from_words(self) -> None:
        """Take a gender that no given name tells from titles before the name and from "his" or "her" after it."""
        votes: dict[str, Counter[str]] = {}
        stops = [*self._positions, len(self._text)][1:]
        for mention, stop in zip(self._mentions, stops, strict=True):
            if mention.quoted or self._by_name[mention.name].gender:
                continue
            vote = gender_of("", mention.title)
            after = self._text[mention.position : min(stop, mention.position + NEARBY)]
            found = None if vote else OWNED.search(re.split(r"[.!?“”\"\n;]", after, maxsplit=1)[0])
            if vote or found:
                votes.setdefault(mention.name, Counter())[vote or str(found and found.lastgroup)] += 1
        for name, counts in votes.items():
            (most, count), others = counts.most_common(1)[0], sum(counts.values())
            if count * 4 >= others * 3:
                self._by_name[name].gender = most

    def kind(self, name: str) -> Kind:
        """Return the gender of whom a name or description stands for, and whether that is one person."""
        if name not in self._kinds:
            self._kinds[name] = self._kind(name)
        return self._kinds[name]

    def _kind(self, name: str) -> Kind:
        known = self._by_name.get(name)
        if BODIES.search(name) or country(name) or name.replace(" ", "_") in STATES:
            return Kind(None, False)
        if known:
            return Kind(known.gender, True if known.shown else None, known.mentions > 1)
        lowered = name.lower()
        if " " not in name and lowered in self._short:
            bearers = [each for each in self.all if lowered in each.aliases]
            genders = {each.gender for each in bearers}
            evident = any(each.shown for each in bearers)
            return Kind(genders.pop() if len(genders) == 1 else None, True if evident else None)
        last = lowered.split()[-1]
        if last.endswith(("s", "men", "people")) and is_person_noun(last):
            return Kind(None, False)
        described = name[:1].islower() or DETERMINED.match(name)
        if not described and self._is_no_person(name):
            return Kind(None, False)
        if described or _KIN.search(name) and gender_of("", name):
            return Kind(gender_of("", name), is_one_person(name))
        gender = gender_of(name.split()[0], "")
        shown = gender is not None or self._is_shown_beside(name)
        return Kind(gender, True if shown else None, self._text.count(name) > 1)

    def _is_shown_beside(self, name: str) -> bool:
        """Return whether a title stands before a name somewhere, or behind it what tells of a person."""
        for match in islice(re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", self._text), _MOST_MENTIONS):
            before = self._text[max(0, match.start() - 30) : match.start()].split()[-1:]
            if before and is_title_word(before[0]) or _tells_of_a_person(EVIDENT.match(self._text, match.end())):
                return True
        return False

    def _is_no_person(self, name: str) -> bool:
        """Return whether a name that no given name begins is a body's or a thing's: "JCPS", "Vesk Weather Channel"."""
        words = name.split()
        if words[0].lower() in given_names():
            return False
        initials = len(words) == 1 and len(name) > 1 and name.isupper()
        return initials or bool(INSTITUTION.search(name) or THINGS.search(name) or SITES.search(name))

    def looks_personal(self, name: str) -> bool:
        """Return whether nothing in a name of two words and more speaks against a person: no word of the text's own."""
        words = [each for each in name.split() if each.lower() not in PARTICLES]
        common = any(each.lower() in self._common() or each.lower() in COMMON or each.isupper() for each in words)
        return len(words) > 1 and not (common or INSTITUTION.search(name) or is_person_noun(words[-1].lower()))

    def may_speak(self, name: str) -> bool:
        """Return whether something tells that a name or description is a person's, or that of a body with a voice."""
        if name.replace(" ", "_") in STATES or name.split()[-1] in STATES or THINGS.search(name) or SITES.search(name):
            return False
        if name[:1].islower() or DETERMINED.match(name):
            return is_somebody(name) and " " in name
        kind = self.kind(name)
        if kind.person or kind.gender or " " in name and name in self._by_name:
            return True
        if " " not in name:
            return name.isupper() or name in NAMED_BODIES or bool(country(name))
        return bool(BODIES.search(name) or INSTITUTION.search(name) or is_person_noun(name.split()[-1].lower()))

    def person(self, phrase: str) -> str | None:
        """Return the person of the document that a phrase of capitalised words names, or None."""
        name, title = self._split(NUMERAL.sub("", re.sub(r"[’']s?$", "", phrase)))
        if name in self._by_name:
            return self._by_name[name].name
        # "King" alone is a title, and the surname of Angus King.
        words = name.split() or phrase.split()
        if len(words) == 1:
            return self._bearer(words[0].lower(), title)
        return None

    def _bearer(self, word: str, title: str) -> str | None:
        """Return who bears a surname or given name: "Mr Tell" is no woman of that name, a title decides between two."""
        known = self._short.get(word)
        if known or word not in self._short:
            return known
        bearers = {person.name: person for person in self._by_name.values() if word in person.aliases}
        gender = gender_of("", title)
        fitting = [each for each in bearers.values() if gender and each.gender == gender]
        if not fitting and (words := {each.lower().strip(".") for each in title.split()} - {"the"}):
            fitting = [each for each in bearers.values() if words & each.words]
        return fitting[0].name if len(fitting) == 1 else None

    def resolve(self, subject: str, position: int) -> str | None:
        """Return the full name that a subject stands for at a position of the text, or None."""
        bare = _bare(subject)
        if bare is None:
            return None
        if by_role := self._by_role(bare, position):
            return by_role
        if bare not in self._resolved:
            name = self._in_small_letters(bare) or self._named(bare, position)
            self._resolved[bare] = None if name and _GRAMMAR.search(name) else name
        return self._resolved[bare]

    def _in_small_letters(self, bare: str) -> str | None:
        """Return the name that ends a phrase in a text that writes no capitals: "batsman nick selman", else None."""
        words = bare.split()
        if len(words) < 2 or not words[-1].islower() or not words[-2].islower() or not self._writes_small():
            return None
        before = words[-3].lower() if len(words) > 2 else ""
        if words[-2] not in given_names() or before and not (is_title_word(before) or is_person_noun(before)):
            return None
        return " ".join(words[-2:]) if not is_person_noun(words[-1]) else None

    def _writes_small(self) -> bool:
        """Return whether the text has names in small letters."""
        if self._small is None:
            self._small = not names_have_capitals(self._text)
        return self._small

    def _named(self, bare: str, position: int) -> str | None:
        if described := self._described_name(bare):
            return described
        last = next(reversed(list(NAMES.finditer(bare))), None)
        if last is None or last.end() < len(bare) or self._of_another(bare, last.start()):
            return self._described(bare)
        if BODIES.search(bare) and not self.person(last[0]):
            return bare
        if joint := self._joint(bare, last[0]):
            return joint
        if self._are_two(bare):
            return bare
        words = last[0].split()
        if len(words) > 2 and (words[0].lower() in LANDS_ELSEWHERE or land_first(words, bare)):
            return self.resolve(" ".join(words[1:]), position)
        if known := self.person(last[0]):
            return known if self._plausible(known) else None
        if len(words) == 1 and (meant := self._misspelt(words[0])):
            return meant
        name, title = split_title(last[0])
        if " " not in name and _BODY_FOR.search(title) and DETERMINED.match(bare):
            # "the Centre for Defence Strategies"
            return bare
        article, _, word = title.partition(" ")
        if article == "The" and word and " " not in f"{word}{name}" and not (is_title_word(word) or country(word)):
            # "The Weather Channel"
            return bare
        if name.replace(" ", "_") in STATES or title.split()[-1:] in (["of"], ["for"], ["to"]):
            # "the University of Vesk College of Law": what comes after "of" is nobody's name.
            return None
        if not name or name.lower() in COMMON or country(name) or re.fullmatch(r"[A-Z][a-z]+ing", name):
            return self._described(bare)
        if DETERMINED.match(bare) and last.start() > 0 and not title and BODIES.search(name):
            return bare
        if not title and not self._plausible(name):
            return self._described(bare)
        return None if _EVENTS.search(name) else SUFFIX.sub("", name) or self._described(bare)

    def _joint(self, phrase: str, named: str) -> str | None:
        """Return a phrase that names two with "and" between them, and no office of two fields; else None."""
        first, joined, second = named.partition(" and ")
        if not joined or not phrase.endswith(named) or " and " in second or not second[:1].isupper():
            return None
        titles = [any(map(is_title_word, each.split())) for each in (first, second)]
        if any(titles) and not (self.person(first) and self.person(second)):
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
        found = (self._by_name.get(" ".join(words[-count:])) for count in (2, 3))
        return next((each for each in found if each and (each.shown or given_and_surname(each.name))), None)

    def _misspelt(self, word: str) -> str | None:
        """Return the one person whose surname a word that stands once is with a letter wrong, or None.

        The right spelling stands more often, and the word is no name or word of the text by itself.
        """
        lower = word.lower()
        if lower in self._common() or lower in given_names() or lower in COMMON:
            return None
        if self._near is None:
            self._surnames = {person.name.split()[-1].lower(): person.name for person in self.all}
            self._near = near_spellings(self._surnames)
        near = [self._surnames[each] for each in misspelt(lower, self._near)]
        if not near or self._count(word) > 1:
            return None
        often = [name for name in near if self._count(name.split()[-1]) > 1]
        return often[0] if len(near) == len(often) == 1 else None

    def _count(self, word: str) -> int:
        return len(re.findall(rf"\b{re.escape(word)}\b", self._text))

    def _plausible(self, name: str) -> bool:
        """Return whether capitalised words can be somebody's name: no word of grammar, not all of them common."""
        words = [word.lower() for word in name.split()]
        # "Per Holm" and "Will Tarr" have a word of grammar for a given name.
        given = len(words) > 1 and words[0] in GIVEN_TOO and re.search(rf"[\w,”\"’'] {re.escape(name)}", self._text)
        checked = words[1:] if given else words
        if _surnamed_commonly(words):
            return True
        if any(word in CLOSED and word not in PARTICLES for word in checked) or words[0] in OPENERS:
            return False
        if (known := self._by_name.get(name)) and (known.gender or known.words):
            return True
        if words[0] in given_names() and len(words) > 1:
            return True
        common = [word in self._common() or word in VERBS for word in words]
        return not all(common) or (len(words) > 1 and is_somebody(name)) or is_person_noun(words[-1])

    def _described_name(self, phrase: str) -> str | None:
        """Return the person that a phrase names before it tells where they are from: "Ana Ruiz of the Vesk School"."""
        for match in NAMES.finditer(phrase):
            front = OF_A_PLACE.split(match[0], maxsplit=1)[0]
            follows = front != match[0] or PLACED.match(phrase, match.end())
            if not follows or self._of_another(phrase, match.start()) or INSTITUTION.search(front):
                continue
            known = self.person(front)
            if known and self._plausible(known):
                return known
            name, title = self._split(front)
            if given_and_surname(name) or (
                title and len(name.split()) == 2 and title.split()[-1].lower().strip(".") in TITLES
            ):
                return name
        institution = INSTITUTION.search(phrase)
        if institution and _OWNS.match(phrase, institution.end()):
            # "the Vesk Council's Brandt"
            return None
        if institution and not self._ends_with_person(phrase):
            last = next(reversed(list(NAMES.finditer(phrase))), None)
            if last and last.end() == len(phrase) and last.start() <= institution.start():
                return phrase if not self._of_another(phrase, last.start()) else None
        return None

    def _ends_with_person(self, phrase: str) -> bool:
        """Return whether a phrase ends with somebody's name: "Vesk School Board President Ana Ruiz"."""
        words = phrase.split()
        return any(
            len(words) >= count and (given_and_surname(" ".join(words[-count:])) or words[-count].lower() in TITLES)
            for count in (2, 3)
        )

    def _of_another(self, phrase: str, start: int) -> bool:
        """Return whether the last name in a phrase is not its head: "a spokesman for Ana Ruiz"."""
        return (
            re.search(r"\b(?:of|for|at|in|from|with|to|on)(?: (?:the|a|an|his|her))?(?: [a-z]+)* $", phrase[:start])
            is not None
        )

    def _described(self, phrase: str) -> str | None:
        """Return somebody who is described and not named ("one former aide") in the document's own words."""
        words = phrase.split()
        if not 1 <= len(words) <= 14 or words[-1].lower() in POINTING | PRONOUNS or words[0].lower() in {"there", "it"}:
            return None
        if len(words) == 1 and (country(phrase) or phrase in NAMED_BODIES):
            return phrase
        return phrase if is_somebody(phrase) or bears_words(phrase) or SLAVIC.search(phrase) else None

    def _by_role(self, phrase: str, position: int) -> str | None:
        """Return who holds the role that "the head of state", "the Kestrian leader" or "the senator" names."""
        key = _role_meant(phrase)
        if key is None:
            return None
        role, _, land = key.partition(" ")
        holders = {p.name for p in self.all if any(role_fits(role, land, each) for each in p.roles)}
        short = {
            self._short.get(name.lower()) or name
            for each, names in self._holders.items()
            if role_fits(role, land, each)
            for name in names
        }
        holders |= {name for name in short if not any(each.split()[-1] == name for each in holders)}
        if len(holders) > 1:
            stop = bisect_right(self._positions, position - 1)
            recent = next((each.name for each in reversed(self._mentions[:stop]) if each.name in holders), None)
            return recent if recent and position - self._last(recent, stop) < REACH else None
        return next(iter(holders), None)

    def _last(self, name: str, stop: int) -> int:
        return next((each.position for each in reversed(self._mentions[:stop]) if each.name == name), -REACH)

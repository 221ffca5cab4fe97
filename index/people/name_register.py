"""The full names of a text, each with its bearer's titles, roles and gender, and the short forms that mean them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from index.names.descriptions import is_one_person, is_person_noun
from index.names.titles import (
    BODIES,
    CAPTIONS,
    EVIDENT,
    NAMES,
    NUMERAL,
    PARTICLES,
    SUFFIX,
    gender_of,
    is_title_word,
    name_aliases,
    of_a_body,
    role_key,
    split_title,
)
from index.people.full_names import before_place, can_be_full_name, is_a_body, is_part, joined_parts, surnames
from index.people.kin import generations, is_called_junior, is_kin, junior
from index.people.person import Mention, Person, gender_votes, plainly, shows_a_person
from index.people.text_words import TextWords
from index.text.expressions import expression
from index.text.sentences import Span
from index.text.word_lists import given_names

REACH_OF_A_NAME = 3_000
"""Characters behind a full name within which its given name alone must first stand to be the same person's."""
_OFTEN = 3
OPENING = 300
"""Characters of a text that may call somebody by a given name before it names them in full."""
_I_AM = expression(
    r"^(?:(?:I|You|We|They)[’'](?:m|re|ve|ll|d)|(?:He|She|It|That|There|What|Who|Here)[’']s"
    r"|Getty Images|Shutterstock|AFP|USA TODAY Sports|X\.) "
)
"""What begins with a capital and is no part of the name behind it: "I'm Ana Ruiz", a credit set before a caption."""
_PATRONYMIC = expression(r"(?:[оеєё]вич|[оеєё]вна|[иі]ч|ична|івна|аўна)$", re.IGNORECASE)
"""How a name's last word ends where the surname goes first: "Лукина Вера Павловна"."""
_TRADE_BEFORE = expression(r"(?<![\w’'-])([a-z]{3,})[ ]$")
"""The word before a name: what its bearer is, as in "said farmer Palo Brandt"."""
_FORMER = expression(r"\b(?:(?:[Ff]ormer|[Ee]rstwhile|[Oo]ne-?time)[ ]|[Ee]x-)$")
_MOST_FORMER = 12
"""Who held an office and is not "the president" any more: "the former President Ruiz"."""
_COMPOUND_TRADE = expression(r"\w{3,}(?:teacher|master|mistress|keeper|driver|worker|fighter|runner)")
"""Trades that are nobody's given name: "Headteacher Odile Marsh"."""
_FIRMS = frozenset(
    """rival giant partner owner maker carrier producer lender insurer provider publisher retailer supplier broadcaster
    operator host developer manufacturer distributor advertiser competitor sponsor employer client customer neighbour
    neighbor brewer builder employers buyer seller investor startup leader pioneer parent sister contractor that all
    many one""".split()
)
"""What firms are as well as people: "rival Kestra Motors"."""


class NameRegister:
    """The people whom one text names in full; finds who is meant by a phrase of capitalised words."""

    def __init__(self, words: TextWords, quoted: Sequence[Span]) -> None:
        self._words = words
        self._text = words.text
        self.by_name: dict[str, Person] = {}
        self.short: dict[str, str | None] = {}
        """Surnames and given names in small letters, with the full name each stands for; None where it is unsure."""
        self.holders: dict[str, set[str]] = {}
        """Who is called by a role and a surname alone: "President Ruiz"."""
        spans = [_behind_a_credit(self._text, *match.span()) for match in NAMES.finditer(self._text)]
        self._surnames = surnames(self._text[start:end] for start, end in spans)
        alone = self._read(spans)
        self._merge_forms()
        self._add_short_forms(alone)
        self._leave_surnames_to_kin()
        self.mentions = self._find_mentions(spans, quoted)
        self.positions = [each.position for each in self.mentions]
        self._add_genders_from_words()
        self._mark_evident()
        if self._add_shared_surnames() | self._leave_surnames_to_the_other_gender():
            self.mentions = self._find_mentions(spans, quoted)
            self.positions = [each.position for each in self.mentions]
        self._add_given_names(alone)

    @property
    def people(self) -> list[Person]:
        """The people, in the order in which they are first named."""
        return list({person.name: person for person in self.by_name.values()}.values())

    def person(self, phrase: str) -> str | None:
        """Return the person of the document that a phrase of capitalised words names, or None."""
        name, title = self.split(NUMERAL.sub("", re.sub(r"[’']s?$", "", phrase)))
        if name in self.by_name:
            return self.by_name[name].name
        # "King" alone is a title, and the surname of Angus King.
        words = name.split() or phrase.split()
        if len(words) == 1:
            return self._bearer(words[0].lower(), title)
        return junior(self.people, name)

    def bearers(self, word: str) -> dict[str, Person]:
        """Return the people that a word in small letters is an alias of, by their names."""
        return {person.name: person for person in self.by_name.values() if word in person.aliases}

    def _bearer(self, word: str, title: str) -> str | None:
        """Return who bears a surname or given name: "Mr Tell" is no woman of that name, a title decides between two."""
        known, gender = self.short.get(word), gender_of("", title)
        if known and gender and self.by_name[known].gender not in {gender, None}:
            # "Mrs Tell" beside Karl Tell
            known = None
        if known or word not in self.short:
            return known
        bearers = self.bearers(word)
        fitting = [each for each in bearers.values() if gender and each.gender == gender]
        if not fitting and (words := {each.lower().strip(".") for each in title.split()} - {"the"}):
            fitting = [each for each in bearers.values() if words & each.words]
        return fitting[0].name if len(fitting) == 1 else None

    def split(self, phrase: str) -> tuple[str, str]:
        """Return (name, title) where "Post Editor Ana Ruiz" is Ana Ruiz: what comes before is a word of the text."""
        name, title = split_title(_I_AM.sub("", phrase))
        words = name.split()
        start = 0
        while len(words) - start > 1 and self._is_caption(words[start:]):
            start += 1
        start = self._behind_office(words, start, title)
        return " ".join(words[start:]), " ".join([title, *words[:start]]).strip()

    def _is_caption(self, words: Sequence[str]) -> bool:
        """Return whether the first of several words is none of a name's: "Farmer", "Watching", "Photo"."""
        first = words[0].lower()
        if first in given_names():
            return False
        if words[0].endswith("ing"):
            # "Reading Football Club", "Worthing Council"
            return not (BODIES.search(words[-1]) or self._words.is_named(words[0]))
        known = is_person_noun(first) and words[1].lower() in given_names()
        trade = len(words) > 2 and (known or _COMPOUND_TRADE.fullmatch(first) is not None)
        return trade or first in CAPTIONS

    def _behind_office(self, words: Sequence[str], start: int, title: str) -> int:
        """Return where a name begins behind the words of an office or its place: "Mayor of Vesk Ana Ruiz"."""
        behind = range(start + 1, len(words) - 1)
        given = (at for at in behind if words[at].lower() in given_names() and words[at].lower() not in PARTICLES)
        first = next(given, None)
        if first is None or words[start].lower() in given_names() or len(words[first - 1]) < 2:
            return start
        return first if self._is_of_office(words, start, first, title) else start

    def _is_of_office(self, words: Sequence[str], start: int, first: int, title: str) -> bool:
        """Return whether the words before a given name belong to an office, a place or a trade, not to the name."""
        before = words[first - 1]
        if before.lower() in self._words.in_small_letters or "-" in before or before.isupper():
            return True
        if first == start + 1 and self._words.is_of_a_firm(before):
            # "Gravit Ana Ruiz", in a text that tells of "a Gravit poll"
            return True
        parted = any(each.lower() in PARTICLES for each in words[first:])
        if (len(words) - start > 3 and not parted) or title.split()[-1:] in (["of"], ["for"], ["and"], ["the"], ["to"]):
            # "Minister for the Environment and Water Ana Ruiz", but "Ambassador Hamid Ali Said Al Qasim"
            return True
        if first == start + 1 and is_person_noun(before.lower()):
            # "Farmer Ana Ruiz", "Cartographer Ana Ruiz"
            return True
        if first == start + 1 and self._words.is_german:
            # All nouns have a capital: "Kapitänin Ute Holm".
            return True
        return self._words.is_slavic and not _PATRONYMIC.search(words[-1])

    def _read(self, spans: Sequence[Span]) -> dict[str, int]:
        """Take in the names of a text; return where each word first stands for somebody by itself."""
        alone: dict[str, int] = {}
        for start, end in spans:
            parts = joined_parts(self._text[start:end])
            whole = self.split(self._text[start:end])[0] if len(parts) > 1 else ""
            for phrase in parts:
                # "Minister for the Environment and Water Ana Ruiz"
                titled = " " in whole and phrase.endswith(f" {whole}") and self.split(phrase)[0] != whole
                behind = _FORMER.search(self._text, max(0, start - _MOST_FORMER), start) is not None
                former = behind and phrase == parts[0]
                self._add(self._before_place(phrase) or (whole if titled else phrase), former=former)
                if " " not in phrase:
                    alone.setdefault(phrase.lower(), start)
        return alone

    def _before_place(self, phrase: str) -> str | None:
        return before_place(phrase, self._surnames, self._words.in_small_letters)

    def _add(self, phrase: str, *, former: bool) -> None:
        phrase = NUMERAL.sub("", re.sub(r"[’']s?$", "", phrase))
        name, title = self.split(phrase)
        title = re.split(r" (?:for|to|and) ", title)[-1]
        words = name.split()
        role = role_key(title) if title and not former and not of_a_body(title) else None
        if role and len(words) == 1 and title.split()[-1].lower() not in {"of", "for"}:
            # "the Governor of Vesk": a place or a field holds no office
            self.holders.setdefault(role, set()).add(name)
        if not can_be_full_name(name, title) or is_a_body(name, title):
            return
        person = self.by_name.setdefault(name, Person(name, name_aliases(name)))
        person.mentions += 1
        person.words |= {word.lower().strip(".") for word in title.split()}
        if role:
            person.roles.add(role)
        person.gender = person.gender or gender_of(words[0], title)

    def _merge_forms(self) -> None:
        """Make one person of "Ana B. Ruiz", "Ana Ruiz" and "ANA RUIZ", under the form the document uses most."""
        groups: dict[tuple[str, str], list[Person]] = {}
        for person in self.by_name.values():
            words = SUFFIX.sub("", person.name).lower().split()
            if len(words) >= 2 and all(len(word.strip(".")) == 1 for word in words[1:-1]):
                groups.setdefault((words[0], words[-1]), []).append(person)
        for group in (part for each in groups.values() for part in generations(self._text, each)):
            if len(group) < 2:
                continue
            best = max(group, key=lambda each: (not each.name.isupper(), each.mentions))
            for other in group:
                best.aliases |= other.aliases
                best.roles |= other.roles
                best.words |= other.words
                best.gender = best.gender or other.gender
                self.by_name[other.name] = best
        self.by_name = {name: person for name, person in self.by_name.items() if name == person.name} | {
            name: person for name, person in self.by_name.items() if name != person.name
        }

    def _add_short_forms(self, alone: dict[str, int]) -> None:
        """Note the surnames and given names that stand for a full name."""
        for person in self.by_name.values():
            first, *_, last = person.name.lower().split()
            certain = first in given_names() or (person.words or person.shown) and not person.name.split()[0].isupper()
            # "NHS" is not "NHS Digital": a first word stands for a whole name where it is a given name.
            called = self._is_called(person, first, alone.get(first))
            if not certain and self._is_said_before(person, alone.get(last)):
                continue
            for word in (each for each in person.aliases if " " not in each and (each != first or certain)):
                known = self._longest_bearer(word) if word in self.short else person.name
                self.short[word] = known if called or word != first else None

    def _leave_surnames_to_kin(self) -> None:
        """Make it unsure whose a surname is that a text gives to somebody of whom it names kin in full."""
        for person in self.by_name.values():
            last = SUFFIX.sub("", person.name).split()[-1].lower()
            if self.short.get(last) == person.name and is_kin(self._text, person):
                self.short[last] = None
        for person in self.people:
            last = SUFFIX.sub("", person.name).split()[-1].lower()
            if last in self.short and is_called_junior(self._text, person.name):
                others = [each for name, each in self.bearers(last).items() if name != person.name]
                self.short[last] = others[0].name if len(others) == 1 else None

    def _is_said_before(self, person: Person, alone: int | None) -> bool:
        """Return whether a last word stands by itself above the one place with more: "Rolls-Royce", "a Phantom …"."""
        named = self._text.find(person.name)
        if alone is None or person.mentions > 1 or person.gender:
            return False
        return named > OPENING and self._text.count(person.name.split()[-1], 0, named) >= _OFTEN

    def _add_given_names(self, alone: dict[str, int]) -> None:
        """Let "Shahla" alone be Shahla Hosseini, whom something shows to be somebody."""
        for person in self.by_name.values():
            first = person.name.split()[0]
            called = self._is_called(person, first.lower(), alone.get(first.lower()))
            if person.evident and called and not first.isupper() and first.lower() not in self.short:
                self.short[first.lower()] = person.name

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

    def _longest_bearer(self, word: str) -> str | None:
        """Return the longest of the names that have a word, if the others are its parts."""
        bearers = self.bearers(word)
        longest = max(bearers, key=len)
        return longest if all(is_part(each, longest) for each in bearers) else None

    def _add_shared_surnames(self) -> bool:
        """Let a surname that a person has in common with firms alone ("Hale Berrow") be the person's.

        Returns whether there is one.
        """
        added = False
        for word in [each for each, known in self.short.items() if known is None]:
            bearers = [each for each in self.bearers(word).values() if each.name.lower().split()[-1] == word]
            people = [each for each in bearers if each.shown or not self._is_no_person(each)]
            if len(bearers) > 1 and len(people) == 1 and people[0].shown:
                self.short[word] = people[0].name
                added = True
        return added

    def _is_no_person(self, bearer: Person) -> bool:
        """Return whether the text shows that a name is a firm's or none: "in the OHL Watson served"."""
        initials = bearer.name.split()[0]
        if len(initials) > 2 and initials.isupper() and not bearer.name.isupper():
            return True
        behind = re.findall(rf"(\w+ )?(?<![\w’'-]){re.escape(bearer.name)}(?!\w)", self._text)
        return self._words.is_of_a_firm(bearer.name) or bool(behind) and all(each.lower() == "the " for each in behind)

    def _find_mentions(self, spans: Sequence[Span], quoted: Sequence[Span]) -> list[Mention]:
        starts = [start for start, _ in quoted]
        found: list[Mention] = []
        for start, end in spans:
            front = self._before_place(self._text[start:end])
            end = start + len(front) if front else end
            name = self.person(self._text[start:end])
            if name is None or BODIES.search(name):
                continue
            number = bisect_right(starts, start) - 1
            inside = number >= 0 and start < quoted[number][1]
            title = split_title(self._text[start:end])[1]
            found.append(Mention(position=start, end=end, name=name, title=title, quoted=inside))
        return found

    def _add_genders_from_words(self) -> None:
        """Take a gender that no given name has from titles before the name and from "his" or "her" after it."""
        for name, counts in gender_votes(self._text, self.mentions, self.positions, self.by_name).items():
            gender = plainly(counts)
            if gender and not self.by_name[name].gender:
                self.by_name[name].gender = gender

    def _leave_surnames_to_the_other_gender(self) -> bool:
        """Make it unsure whose a surname is that "Mr" or "his" shows to be a man's where only a woman bears it here.

        "Brandt insisted that his aides …" is not the Mona Brandt whom the text names. Returns whether there is one.
        """
        changed, text = False, self._text
        alone = [
            each for each in self.mentions if self.split(text[each.position : each.end])[0] == each.name.split()[-1]
        ]
        for name, counts in gender_votes(text, alone, self.positions, self.by_name).items():
            last = SUFFIX.sub("", name).split()[-1].lower()
            other = plainly(counts)
            told = sum(counts.values()) > 1 and other and self.by_name[name].gender not in (other, None)
            if told and self.short.get(last) == name:
                self.short[last] = None
                changed = True
        return changed

    def _mark_evident(self) -> None:
        """Mark whom a trade before the name, or what follows it, shows to be a person."""
        for mention in self.mentions:
            person = self.by_name[mention.name]
            if found := _TRADE_BEFORE.search(self._text, max(0, mention.position - 30), mention.position):
                trade = found[1].lower()
                person.evident |= is_title_word(trade) or trade not in _FIRMS and is_one_person(trade)
            if shows_a_person(EVIDENT.match(self._text, mention.end)):
                person.evident = True


def _behind_a_credit(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the span of a name without the agency of a picture's credit before it: "Palo Holt/Reuters Ana Ruiz"."""
    space = text.find(" ", start, end)
    return (
        (space + 1, end)
        if space > 0 and start > 1 and text[start - 1] == "/" and text[start - 2].isalpha()
        else (start, end)
    )

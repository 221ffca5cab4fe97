"""What a phrase ends with or describes: a name, a body, somebody who is never named."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.names.descriptions import BODIES as BODY_NOUNS
from index.names.descriptions import bears_words, is_person_noun, is_somebody, singular
from index.names.titles import (
    COMMON,
    DETERMINED,
    FIELDS,
    NAMED_BODIES,
    NAMES,
    POINTING,
    PRONOUNS,
    SLAVIC,
    TITLES,
    given_and_surname,
    is_title_word,
    split_title,
)
from index.text.countries import country
from index.text.expressions import expression

_BODY_FOR = expression(
    r"\b(?:Cent(?:re|er)|Institute|Council|Foundation|Office|Department|Association|Society)(?: of| for| on)\b"
)


def name_at_the_end(phrase: str) -> re.Match[str] | None:
    """Return the name with which a phrase ends and which is its head, None where it ends otherwise."""
    last = next(reversed(list(NAMES.finditer(phrase))), None)
    if last is None or _are_of_another(phrase) or last.end() < len(phrase) or is_of_another(phrase, last.start()):
        return None
    return last


def _are_of_another(phrase: str) -> bool:
    """Return whether a phrase begins with people by whose they are: "Friends of Ana Ruiz", "Lawyers for Ana Ruiz"."""
    if _SHARE_OF.match(phrase):
        # "77 percent of white, rural Norrians"
        return True
    match = _PEOPLE_OF.match(phrase)
    return match is not None and is_person_noun(match["people"].lower()) and phrase != match["people"]


_SHARE_OF = expression(
    r"(?:[\w.,’'%-]{1,30}+ ){0,5}?(?i:percent|\d[\d.]{0,5}%|half|thirds?|quarters?|fifths?|majority|minority|most|many"
    r"|some|several|few)(?: of)?(?: the)?(?: [\w-]{1,30}+,){1,4} "
)
_PEOPLE_OF = expression(r"(?P<people>[A-Z][a-z]+s) (?:of|for|to|with|at|in|from) (?!the [A-Z][a-z]+$)")


def is_a_body(bare: str, name: str, title: str) -> bool:
    """Return whether a name and what stands before it are a body's: "The Weather Channel"."""
    if " " not in name and _BODY_FOR.search(title) and DETERMINED.match(bare):
        # "the Centre for Defence Strategies"
        return True
    lands = title.split()[title.lower().startswith("the ") :]
    if " " not in name and name.lower() in BODY_NOUNS and lands and all(map(country, lands)):
        # "The Polish Government"
        return True
    if title.endswith("Miss") and name.rpartition(" ")[2].lower() in BODY_NOUNS:
        # "the Miss Vesk Organization"
        return True
    article, _, word = title.partition(" ")
    if article != "The" or not word or " " in f"{word}{name}":
        return False
    return not (is_title_word(word) or country(word))


def joins_a_full_name(behind: str) -> bool:
    """Return whether "and" joins another person to one who has a place: "(Ruiz) of the union and Palo Brandt of …"."""
    return any(given_and_surname(f"{match[1]} {match[2]}") for match in _JOINED.finditer(behind))


_JOINED = expression(r"\band ([A-Z][\w’'-]+) ([A-Z][\w’'-]+)(?![ ][A-Z])")


def is_described_body(phrase: str, named: str) -> bool:
    """Return whether a phrase tells what kind of body its last word is: "Kestrian state TV", "the ruling Party"."""
    name = split_title(named)[0]
    if name.lower() not in BODY_NOUNS and singular(name.lower()) not in BODY_NOUNS:
        return False
    before = phrase.removesuffix(name).split()
    if not before or before[-1] not in _OWNERS and (is_title_word(before[-1]) or is_person_noun(before[-1].lower())):
        # "Senator Church", "striker Bank"
        return False
    return any(each.islower() and each not in _ARTICLES or "-" in each for each in before)


_ARTICLES = frozenset({"the", "a", "an"})
_OWNERS = frozenset({"state", "private", "general", "Democratic", "Republican", "Patriotic"})
"""Words of titles too, which before a body tell whose it is: "Kestrian state TV"."""


def belongs_to_a_name(before: Sequence[str], name: str) -> bool | None:
    """Return whether words before a name are of it, or an office or owner; None where they may be either."""
    if before[-1] == "of" or before[-1] == "and" and " " in name:
        # "the Almanac of Greater Vesk", "the Texas Health and Safety Code"
        return True
    if len(before) == 1 and " " not in name and is_person_noun(re.sub(r"[’']s$", "", before[0].lower())):
        # "the Farmer's Almanac"
        return True if before[0].endswith("s") else None
    owned = (is_title_word(each) or "-" in each or each.endswith(("’", "’s", "'s")) for each in before)
    return False if any(owned) else None


_OWNED_NAME = expression(
    r"(?:[Tt]he )?(?P<owner>[A-Z][\w’'.-]*(?: [A-Z][\w’'.-]*)*?)(?:[’']s|(?<=s)[’']) "
    r"(?P<thing>[A-Z][\w-]*(?: [A-Z][\w’'&-]*)*)"
)


def owner_and_thing(phrase: str) -> tuple[str, str] | None:
    """Return the two halves of a name with a genitive in it ("the Old Farmer's Almanac"), None of any other phrase."""
    match = _OWNED_NAME.fullmatch(phrase)
    return (match["owner"], match["thing"]) if match else None


def is_no_name(name: str) -> bool:
    """Return whether nothing is left of a name but a common word, a country or a form in -ing."""
    if not name or name.lower() in COMMON:
        return True
    return country(name) is not None or re.fullmatch(r"[A-Z][a-z]+ing", name) is not None


def is_titled(name: str, title: str) -> bool:
    return bool(title) and len(name.split()) == 2 and title.split()[-1].lower().strip(".") in TITLES


def ends_with_person(phrase: str) -> bool:
    """Return whether a phrase ends with somebody's name: "Vesk School Board President Ana Ruiz"."""
    words = phrase.split()
    return any(
        len(words) >= count
        and (given_and_surname(" ".join(words[-count:])) or words[-count].lower() in TITLES - FIELDS)
        for count in (2, 3)
    )


def is_of_another(phrase: str, start: int) -> bool:
    """Return whether the last name in a phrase is not its head: "a spokesman for Ana Ruiz"."""
    return (
        re.search(r"\b(?:of|for|at|in|from|with|to|on)(?: (?:the|a|an|his|her))?(?: [a-z]+)* $", phrase[:start])
        is not None
    )


def described(phrase: str) -> str | None:
    """Return somebody who is described and not named ("one former aide") in the document's own words."""
    words = phrase.split()
    if not 1 <= len(words) <= 14 or words[-1].lower() in POINTING | PRONOUNS or words[0].lower() in {"there", "it"}:
        return None
    if country(phrase) or phrase in NAMED_BODIES:
        return phrase
    return phrase if is_somebody(phrase) or bears_words(phrase) or SLAVIC.search(phrase) else None

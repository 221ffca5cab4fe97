"""Words joined by "and" that a question names together -> its parts, or none where the words may be one name or phrase.

When unsure, nothing is split: "war and peace", "Johnson and Johnson" and "the Food and Drug Administration" stay whole.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.names.names import is_name
from index.names.titles import BODIES, INSTITUTION, is_title_word, role_key
from index.storage.catalog import Catalog
from index.text.countries import country, is_country
from index.text.expressions import expression
from index.text.stems import content_words
from rag.understand.people.of_body import beside_post
from rag.understand.speakers import EDGES, as_speaker, find_speakers

_JOINED = expression(r",? (?:and|or|as well as|but also|versus|vs\.?|with|than) |, ", re.IGNORECASE)
_TOPICS = expression(r",? (?:and|or|as well as|but also) |, ", re.IGNORECASE)
"""What joins topics: of people "with" and "than" compare, "fighting floods with sandbags" is one thing."""
_SET_PHRASES = frozenset(
    " ".join(each.split())
    for each in """war and peace|law and order|research and development|health and safety|supply and demand|trial and
    error|crime and punishment|terms and conditions|arts and crafts|food and drink|science and technology|peace and
    security|black and white|bread and butter|pros and cons|rules and regulations|rights and freedoms|life and death|
    men and women|women and children|search and rescue|checks and balances|search and seizure|oil and gas|trade and
    industry|bed and breakfast|profit and loss|profits and losses|church and state|time and money|truth and
    reconciliation|peace and quiet|hearts and minds|salt and pepper|rock and roll|cause and effect|death and taxes|
    wear and tear|past and present|ways and means|stop and search|freedom and democracy|peace and stability|rise and
    fall|truth and justice|flesh and blood|give and take""".split("|")
)
MOST = 6
"""So many parts of a question are answered."""


def parts_of(text: str, joined: re.Pattern[str] = _JOINED) -> list[str]:
    """Return what is joined in a text by commas, "and" and the like, in its order."""
    return [part for each in joined.split(text) if (part := re.sub(r"^both ", "", each.strip(EDGES), flags=re.I))]


def joined_speakers(phrase: str, catalog: Catalog) -> list[str]:
    """Return the people whom a phrase names together, or nothing where it may be one name: "Hale and Brandt"."""
    parts = _told_apart(parts_of(phrase))
    if not 1 < len(parts) <= 2 * MOST or len({each.lower() for each in parts}) < len(parts):
        return []
    if _is_of_one_name(phrase) or any(map(is_name, catalog.called(phrase))) or beside_post(phrase, catalog):
        return []
    parts = [_as_known(each, catalog) for each in parts]
    unknown = [each for each in parts if not find_speakers(each, catalog)]
    if unknown and not _are_people(phrase, parts, unknown, catalog):
        return []
    return [_with_surname(each, parts, catalog) for each in parts]


def _as_known(part: str, catalog: Catalog) -> str:
    """Return a name in small letters with capitals, where only so it is a speaker's: "de croo"."""
    if not part.islower() or find_speakers(part, catalog) or not find_speakers(part.title(), catalog):
        return part
    return part.title()


def _are_people(phrase: str, parts: Sequence[str], unknown: Sequence[str], catalog: Catalog) -> bool:
    """Return whether parts of which the documents do not know some are people all the same, no firm and no office."""
    if not all(_may_be_somebody(each, catalog) for each in unknown):
        return False
    if len(unknown) == len(parts) and not all(map(_is_nation, parts)):
        return False
    if BODIES.search(phrase) or INSTITUTION.search(phrase):
        return False
    # "The Minister of Health and Welfare" holds one office. A firm stands in a document as it is asked for.
    single = any(len(each.split()) == 1 for each in unknown)
    whole = all(len(each.split()) > 1 for each in parts)
    return not (single and any(map(role_key, parts))) and (whole or not catalog.holding_phrases([phrase], 1))


def _is_of_one_name(text: str) -> bool:
    """Return whether an "and" of a text stands in the name of a country: "the president of Trinidad and Tobago"."""
    words = text.split()
    places = [at for at, word in enumerate(words) if word.lower() == "and"]
    around = [(max(0, at - before), at + after) for at in places for before in (1, 2) for after in (2, 3)]
    return any(is_country(" ".join(words[first:last]).strip(EDGES)) for first, last in around)


def _is_nation(part: str) -> bool:
    return country(re.sub("^the ", "", part, flags=re.IGNORECASE)) is not None


def _may_be_somebody(part: str, catalog: Catalog) -> bool:
    return _is_nation(part) or bool(as_speaker(part, catalog)) or (len(part.split()) == 1 and part[:1].isupper())


def _with_surname(part: str, parts: Sequence[str], catalog: Catalog) -> str:
    """Return a given name with the surname of the last one, where the documents have both: "Ana and Odran Tell"."""
    *given, surname = parts[-1].split()
    whole = f"{part} {surname}"
    if len(part.split()) == 1 and len(given) == 1 and part != parts[-1] and catalog.called(whole):
        return whole
    return part


def _told_apart(parts: list[str]) -> list[str]:
    """Return the parts with the office or land that they share: "the Polish and German foreign ministers"."""
    if len(parts) < 2:
        return parts
    return _of_one_office(parts) or _of_one_title(parts) or _of_many_lands(parts) or parts


def _of_one_office(parts: Sequence[str]) -> list[str]:
    """Return "the president of Kestria" and "the president of Marland" of "the presidents of Kestria and Marland"."""
    opening = re.match(r"(?i)(?P<article>the )?(?P<office>.*?)(?P<plural>s) (?P<of>of|for) (?P<place>.+)$", parts[0])
    if opening is None or not role_key(opening["office"]) or any(map(role_key, parts[1:])):
        return []
    office = f"{opening['article'] or ''}{opening['office']} {opening['of']} "
    return [office + opening["place"], *(office + each for each in parts[1:])]


def _of_one_title(parts: Sequence[str]) -> list[str]:
    """Return "Mayor Tell" and "Mayor Quill" of "Mayors Tell and Quill"."""
    word, _, name = parts[0].partition(" ")
    if not name or not word.endswith("s") or not is_title_word(word[:-1]):
        return []
    return [f"{word[:-1]} {each}" for each in (name, *parts[1:])]


def _of_many_lands(parts: Sequence[str]) -> list[str]:
    shared = re.match(r"(?i)(?:the )?(?P<land>\S+) (?P<office>.+)s$", parts[-1])
    if shared is None or not role_key(shared["office"]):
        return []
    lands = [re.sub("^the ", "", each, flags=re.IGNORECASE) for each in (*parts[:-1], shared["land"])]
    return [f"the {land} {shared['office']}" for land in lands] if all(map(country, lands)) else []


_MARKED = expression(
    r",? (?:and|or|as well as|and also|but also) (?:(?:also|then) )?(?:(?:what|how) )?"
    r"(?=(?:about|on|regarding|concerning|over|towards?) \S)",
    re.IGNORECASE,
)
_INTRODUCED = expression(r"^(?:about|on|regarding|concerning|over|towards?) ", re.IGNORECASE)
_BOTH = expression(r"^both (?P<one>[^,]+?) and (?P<other>[^,]+)$", re.IGNORECASE)
_TOGETHER = expression(
    r"\b(?:between|both|relations?|ties|links?|difference|war|border|conflict|choice|meeting)\b", re.I
)


def marked_topics(topic: str) -> list[str]:
    """Return the topics that a question sets apart itself: "climate change and about vaccines", "both A and B"."""
    if match := _BOTH.match(topic):
        return [match["one"], match["other"]]
    parts = [_INTRODUCED.sub("", each.strip(EDGES)) for each in _MARKED.split(topic)]
    return parts if len(parts) > 1 and all(map(content_words, parts)) else []


_WORDS_NAMED = expression(r"(?:^|\s)['‘“\"][^'’”\"]{1,40}['’”\"]")
"""Words that are spoken of as words: "the names 'boss' and 'chief'"."""


def _is_one_topic(topic: str) -> bool:
    together = _TOGETHER.search(topic) or _WORDS_NAMED.search(topic)
    return topic.lower() in _SET_PHRASES or _is_of_one_name(topic) or together is not None


def bare_topics(topic: str, catalog: Catalog) -> list[str]:
    """Return topics joined by no more than "and" that are no set phrase, no name and no words a document has so."""
    parts = parts_of(topic, _TOPICS)
    if not 1 < len(parts) <= MOST or _is_one_topic(topic):
        return []
    if not all(0 < len(each.split()) <= 3 and content_words(each) for each in parts):
        return []
    nations = all(map(_is_nation, parts))
    capitals = sum(each[:1].isupper() for each in parts)
    if not nations and (capitals or catalog.holding_phrases([topic], 1)):
        return parts if capitals == len(parts) and all(find_speakers(each, catalog) for each in parts) else []
    return parts

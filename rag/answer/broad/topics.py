"""What documents are about, counted: the names and phrases that most of them use, each with a sentence that has it."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from index.dates.days import MONTHS, WEEKDAYS
from index.storage.catalog import Catalog
from index.text.countries import country
from index.text.counts import counted
from index.text.expressions import expression
from index.text.light_words import LIGHT_WORDS
from index.text.stems import STOPWORDS, plain, stem
from rag.answer.broad.central import Part
from rag.answer.broad.fit import is_fit
from rag.answer.broad.parts import parts_of, spread
from rag.answer.broad.which import Find, meant
from rag.answer.broad.wording import BULLET, cited, days_of, sampled, title_of
from rag.check import cite
from rag.check.cite import Form
from rag.phrasing import possessive, raised
from rag.records import Query, Segment

LENGTH = 8
FEWEST = 3
"""Of fewer topics that are named twice, those that are named once fill up the list."""
_NAMED = expression(
    r"(?<=[a-zа-яіїєў,] )[^\W\d_a-zа-яіїєў][\w’-]{2,}(?: (?:of (?:the )?)?[^\W\d_a-zа-яіїєў][\w’-]+){0,3}"
)
_NO_TOPIC = frozenset(LIGHT_WORDS.split()) | frozenset(
    """people country countries world state states member members mister president minister general secretary assembly
    speaker vice sen rep gov reps sens ladies gentlemen excellencies distinguished fellow citizens american americans
    who which effort efforts view views platform role roles step steps area areas framework context basis means case
    cases order place places front rostrum interest interests question questions issue issues matter matters group
    groups member members result results action actions life lives work works name names line lines form forms sense
    power powers situation challenge challenges others everyone anyone nothing somebody nobody""".split()
)
_HEAD_OF_PHRASE = expression(
    r"(?:\b(?i:the|a|an|our|their|its|his|her|your|my|of|on|for|in|and|or|by|with|against|about|from|into|this|these|"
    r"more|no|all|between|such|as|under|through)|,) (?:(?!(?:they|we|you|he|she|it|who|that|not)\b)[a-z]+ )??"
    r"(?P<pair>(?:[a-z]{4,} )?)(?P<noun>[a-z]{4,})"
    r"(?=$|[,.;:!?”\"]| (?:of|in|and|or|is|are|was|were|to|for|on|by|with|at|from|that|which|will|would|has|have|"
    r"must|can|should|as|but|who)\b)"
)
"""A noun by its place, with the word before it: behind a determiner or preposition, nothing of its phrase behind it."""
TWO_WORDS, COMMON = 2.0, 0.25
"""What two words together count more than one, and the least that a word of all passages counts beside a rare one."""
_NO_NOUN = expression(r".*(?:ly|ing|ed|est)$")
_CALENDAR = frozenset(name for names in (*MONTHS, *WEEKDAYS) for name in names.split())


def topics(query: Query, catalog: Catalog, find: Find) -> Form | None:
    """Return the most used names and phrases of the documents meant, None where what is named is not there."""
    found = meant(query, catalog, find)
    if found is None or (query.speaker and not query.speakers):
        return None
    chosen = spread(found.documents)
    parts = parts_of(chosen, query, catalog, every=True)
    one = len(chosen) == 1
    length = (query.broad.length if query.broad else None) or LENGTH
    speakers = frozenset(map(plain, " ".join(query.speakers).split()))
    of_course = frozenset(plain(each) for each in re.findall(r"\w+", chosen[0].title)) if one else frozenset()
    named = _most_named(parts, speakers, of_course, catalog)[:length]
    if not named:
        return None
    sentences = _sentences(named)
    citations = cited(sentences, catalog)
    unit = "sentence" if one else "document"
    where = (
        title_of(found.documents[0])
        if one
        else f"{counted(len(found.documents), 'document')}{days_of(found.documents)}"
    )
    whose = f" {possessive(raised(str(query.speaker)))} words in" if query.speaker else ""
    first = f"The names and phrases used most in{whose} {where}{sampled(found.documents, len(chosen))}:"
    segments = [Segment(f"{found.assumed} {first}".strip())]
    for (topic, units, _), citation in zip(named, citations, strict=True):
        segments.append(Segment(f"{BULLET}{topic}, in {counted(units, unit)}: "))
        segments += cite.shown(citation)
    return Form(tuple(segments), tuple(citations))


_Topic = tuple[str, int, Sequence[Part]]


def _most_named(
    parts: Sequence[Part], speakers: frozenset[str], of_course: frozenset[str], catalog: Catalog
) -> list[_Topic]:
    """Return the topics with in how many documents (of one document: sentences) they stand, the most telling first.

    A word that most passages of the library have tells less of these documents. `of_course` are words of the title of
    one document: its place or its country is no topic of it.
    """
    holding: dict[str, list[Part]] = defaultdict(list)
    forms: dict[str, Counter[str]] = defaultdict(Counter)
    common = _common_words(parts) | of_course
    for part in parts:
        for form in set(_phrases(part.document.text[slice(*part.span)])):
            if not _is_known(form, speakers, common):
                key = " ".join(stem(each) for each in form.split())
                holding[key].append(part)
                forms[key][form] += 1
    units = _units(holding)
    telling = _telling(holding, catalog)
    weights = {key: units[key] * telling[key] for key in units}
    keys = sorted((key for key in units if units[key] > 1), key=lambda key: (-weights[key], -len(holding[key]), key))
    if len(keys) < FEWEST:
        keys += sorted((key for key in units if units[key] < 2), key=lambda key: (-telling[key], key))
    return [(forms[key].most_common(1)[0][0], units[key], holding[key]) for key in _apart(keys)]


def _units(holding: Mapping[str, Sequence[Part]]) -> dict[str, int]:
    """Return in how many documents each topic stands; where there is but one, in how many of its sentences."""
    documents = {key: len({part.document.id for part in parts}) for key, parts in holding.items()}
    one = len({part.document.id for parts in holding.values() for part in parts}) < 2
    return {key: len(parts) for key, parts in holding.items()} if one else documents


def _is_known(form: str, speakers: frozenset[str], common: frozenset[str]) -> bool:
    """Return whether a phrase names the speaker, or by a capital what is no name or stands in the title."""
    words = {plain(each) for each in form.split()}
    return bool((words & speakers and not country(form)) or (form[0].isupper() and words & common))


def _common_words(parts: Sequence[Part]) -> frozenset[str]:
    """Return the words that the documents also write small: "the Government" names no one government."""
    found = {word for part in parts for word in part.document.text[slice(*part.span)].split() if word.islower()}
    return frozenset(plain(re.sub(r"\W", "", each)) for each in found)


def _telling(keys: Iterable[str], catalog: Catalog) -> dict[str, float]:
    """Return for each topic what it counts: its rarest word's weight among all passages, more for several words."""
    keys = list(keys)
    passages = max(2, catalog.counts()["passages"])
    counts = catalog.passage_counts(sorted({word for key in keys for word in key.split()}))
    weight = {
        key: max(math.log(1 + passages / (1 + counts.get(word, 0))) for word in key.split()) / math.log(1 + passages)
        for key in keys
    }
    return {key: max(COMMON, weight[key]) * (TWO_WORDS if " " in key else 1.0) for key in keys}


def _phrases(text: str) -> Iterator[str]:
    """Yield the names in a text, a country under one name, pairs of small words that tell something, and nouns."""
    for match in _NAMED.finditer(text):
        name = match[0].removesuffix("’s").removesuffix("'s")
        if plain(name.split()[0]) not in _NO_TOPIC | _CALENDAR and plain(name) not in STOPWORDS:
            yield country(name) or name
    for match in _HEAD_OF_PHRASE.finditer(text):
        before, noun = match["pair"].strip(), match["noun"]
        if _is_content(noun) and not _NO_NOUN.match(noun):
            yield noun
            if before and _is_content(before) and not before.endswith("ly"):
                yield f"{before} {noun}"


def _is_content(word: str) -> bool:
    return word.islower() and len(word) > 3 and word not in _NO_TOPIC and plain(word) not in STOPWORDS


def _apart(keys: Sequence[str]) -> list[str]:
    """Return the keys without those whose words a key before has already."""
    kept: list[str] = []
    for key in keys:
        words = set(key.split())
        if not any(words & set(other.split()) for other in kept):
            kept.append(key)
    return kept


def _sentences(named: Sequence[_Topic]) -> list[Part]:
    """Return a sentence for each topic, another one for each where there are enough."""
    taken: list[Part] = []
    for _, _, parts in named:
        free = [each for each in parts if each not in taken] or list(parts)
        taken.append(min(free, key=_awkwardness))
    return taken


def _awkwardness(part: Part) -> tuple[bool, int, tuple[str, str, int]]:
    return not is_fit(part.document.text, part.span), abs(len(part.stems) - 14), part.order

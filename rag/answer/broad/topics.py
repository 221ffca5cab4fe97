"""What documents are about, counted: the names and phrases that most of them use, each with a sentence that has it."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from index.dates.days import MONTHS, WEEKDAYS
from index.storage.catalog import Catalog
from index.text.countries import country
from index.text.counts import counted
from index.text.stems import STOPWORDS, plain, stem
from rag.answer.broad.central import Part
from rag.answer.broad.fit import is_fit
from rag.answer.broad.light_words import LIGHT_WORDS
from rag.answer.broad.parts import parts_of, spread
from rag.answer.broad.which import Find, meant
from rag.answer.broad.wording import BULLET, cited, days_of, sampled, title_of
from rag.check import cite
from rag.check.cite import Form
from rag.phrasing import possessive, raised
from rag.records import Query, Segment

LENGTH = 8
_NAMED = re.compile(
    r"(?<=[a-zа-яіїєў,] )[^\W\d_a-zа-яіїєў][\w’-]{2,}(?: (?:of (?:the )?)?[^\W\d_a-zа-яіїєў][\w’-]+){0,3}"
)
_NO_TOPIC = frozenset(LIGHT_WORDS.split()) | frozenset(
    """people country countries world state states member members mister president minister general secretary assembly
    speaker vice sen rep gov reps sens ladies gentlemen excellencies distinguished fellow citizens american americans
    who which""".split()
)
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
    named = _most_named(parts, one, frozenset(map(plain, " ".join(query.speakers).split())))[:length]
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


def _most_named(parts: Sequence[Part], one_document: bool, speakers: frozenset[str]) -> list[_Topic]:
    """Return the topics with in how many documents (of one document: sentences) they stand, the most first."""
    holding: dict[str, list[Part]] = defaultdict(list)
    forms: dict[str, Counter[str]] = defaultdict(Counter)
    for part in parts:
        text = part.document.text[slice(*part.span)]
        for form in set(_phrases(text)):
            key = " ".join(stem(each) for each in form.split())
            if not {plain(each) for each in form.split()} & speakers or country(form):
                holding[key].append(part)
                forms[key][form] += 1
    units = {
        key: len(found) if one_document else len({part.document.id for part in found}) for key, found in holding.items()
    }
    fewest = 2
    keys = sorted(
        (key for key in units if units[key] >= fewest), key=lambda key: (-units[key], -len(holding[key]), key)
    )
    if not keys:
        keys = sorted(units, key=lambda key: (-units[key], -len(key.split()), key))
    return [(forms[key].most_common(1)[0][0], units[key], holding[key]) for key in _apart(keys)]


def _phrases(text: str) -> Iterator[str]:
    """Yield the names in a text, a country under one name, and pairs of lower-case words that are no stop words."""
    for match in _NAMED.finditer(text):
        name = match[0].removesuffix("’s").removesuffix("'s")
        if plain(name.split()[0]) not in _NO_TOPIC | _CALENDAR and plain(name) not in STOPWORDS:
            yield country(name) or name
    words = list(re.finditer(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*|[^\w\s]", text))
    for one, other in zip(words, words[1:], strict=False):
        if _is_content(one[0]) and _is_content(other[0]):
            yield f"{one[0]} {other[0]}"


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

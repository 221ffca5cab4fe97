"""What a speaker talks of by name, and who else names a topic: the material of questions that have an answer."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from index.dates.days import MONTH_NUMBER, WEEKDAY_NUMBER
from index.names.names import is_name, same_person
from index.names.titles import BODIES, INSTITUTION, given_and_surname, is_title_word, name_words
from index.records import Document
from index.storage.catalog import Catalog
from index.text.countries import country, unified
from index.text.expressions import expression
from index.text.stems import STOPWORDS, content_words
from index.text.word_lists import given_names, news_words, person_nouns
from index.transcripts.label_words import is_office

_NAMED = expression(r"(?<=[a-z,] )[A-Z][\w’-]{2,}(?: [A-Z][\w’-]+)*\b")
_SMALL = expression(r"(?<![\w’'-])[a-z][\w’-]{2,}")
_PLURAL = expression(r"(?:United|Union|Netherlands|Philippines|Emirates|Republic|States|Nations)\b")
_ADJECTIVE = expression("(?:ean|ian|ish|ese)$")
_GOES_ON = frozenset("must may might shall would could said says should went goes became".split())
_DESCRIBED = ("The ", "the ", "A ", "a ", "An ", "an ", "One ", "one ")
_NEXT = 40
"""In so many characters behind a name its next word stands."""
_READ = 50
"""So many documents of a speaker are read for what he names, and so many passages for who else names a topic."""
_TOO_OFTEN, _MANY = 0.3, 40
"""Of many statements a name in more than this share is what all of them are about, and no topic to choose."""
_COMMON = math.log(1 + 6)
"""What one passage in six names is what all documents are about."""
_NO_TOPICS = frozenset("god lord sir madam president congress speaker chairman mister united".split())


def named_speakers(catalog: Catalog) -> list[str]:
    """Return the speakers under a name, those who say most first; those described where none has a name."""
    speakers = [each for each in catalog.speakers() if not each.startswith(_DESCRIBED)]
    return [each for each in speakers if is_called_so(each)] or speakers


def is_called_so(speaker: str) -> bool:
    """Return whether somebody speaks under a name, not as what he is: "Odran Tell", not "Interviewer" or "Q"."""
    alone = speaker.lower() in person_nouns() or is_office(speaker) or len(speaker) < 3
    return is_name(speaker) and not alone


def topics_of(speaker: str, catalog: Catalog) -> list[str]:
    """Return the countries and names that a speaker's own statements name, the most frequent first."""
    said = list(_said_by(speaker, catalog))
    counted = Counter(name for text in said for name in set(names_in(text)))
    small = {word for text in said for word in _SMALL.findall(text)}
    # What also stands without a capital is no name: "States", "the Charter"; nor is one's own name a topic.
    no_topics = small | {part.lower() for part in speaker.split()}
    kept = [each for each in counted if no_topics.isdisjoint((each.lower(), *_parts_of(each, speaker)))]
    if len(said) > _MANY:
        kept = [each for each in kept if 1 < counted[each] <= _TOO_OFTEN * len(said)] or kept
    rare = _rarity(kept, catalog)
    kept = [each for each in kept if rare[each] > _COMMON] or kept
    return sorted(kept, key=lambda each: (-counted[each] * rare[each], each))


def _parts_of(name: str, speaker: str) -> list[str]:
    """Return the words of a name that are words of the speaker's own."""
    own = {part.lower() for part in speaker.split()}
    return [part for part in name.lower().split() if part in own]


def _said_by(speaker: str, catalog: Catalog) -> Iterator[str]:
    """Yield the words of a speaker's statements."""
    for document in _documents_of(speaker, catalog):
        own = [each for each in catalog.statements(document.id) if each.speaker == speaker]
        yield from (document.text[each.start : each.end] for each in own)


def _rarity(topics: Sequence[str], catalog: Catalog) -> dict[str, float]:
    """Return how rare each topic is among all passages, 0 in all: what everybody names is a poor topic to choose."""
    stems = {each: content_words(unified(each)) for each in topics}
    holding = catalog.passage_counts([stem for several in stems.values() for stem in several])
    passages = catalog.counts()["passages"]
    least = {each: min((holding.get(stem, 0) for stem in several), default=0) for each, several in stems.items()}
    return {each: math.log(1 + passages / (1 + number)) for each, number in least.items()}


def names_in(text: str) -> Iterator[str]:
    """Yield the countries and names in a text that can be a topic."""
    for match in _NAMED.finditer(text):
        land = country(match[0])
        if land or (_may_be_topic(match[0]) and _ends_a_phrase(match[0], text[match.end() :])):
            yield land or match[0]


def _ends_a_phrase(name: str, behind: str) -> bool:
    """Return whether a name goes on with no noun of its own: "Twitter and", not "Federal taxes"."""
    following = re.match(r" ([a-z]+)", behind)
    return following is None or following[1] in STOPWORDS or following[1] in _GOES_ON


def _may_be_topic(name: str) -> bool:
    words = name.lower().split()
    alone = words[0]
    if len(words) > 3 or any(each in STOPWORDS for each in (words[0], words[-1])):
        return False
    if len(words) == 1 and (is_title_word(name) or alone in given_names() or alone in _NO_TOPICS or _is_common(alone)):
        return False
    if len(words) == 1 and _ADJECTIVE.search(alone):
        return False
    return alone not in MONTH_NUMBER and alone not in WEEKDAY_NUMBER and alone not in person_nouns()


def _is_common(word: str) -> bool:
    """Return whether a word is one of news that is written without a capital: a state, an army."""
    common = {word for english, _ in news_words("ru") for word in english.split("/") if word.islower()}
    return word in common or word.removesuffix("s") in common


def subjects_in(texts: Iterable[str]) -> list[str]:
    """Return the countries and names in texts that nowhere in them stand without a capital, in their order."""
    read = list(texts)
    small = {word for text in read for word in _SMALL.findall(text)}
    found = dict.fromkeys(name for text in read for name in names_in(text))
    return [each for each in found if each.lower() not in small]


def with_article(topic: str) -> str:
    """Return a topic as it stands in a sentence: the United States, Poland."""
    return f"the {topic}" if _PLURAL.search(topic) and not topic.startswith("the ") else topic


def as_spoken_of(topic: str, speaker: str, catalog: Catalog) -> str:
    """Return a topic as the speaker's documents have it in a sentence: the First Lady, Poland."""
    found = with_article(topic)
    is_name_alone = found == topic and topic[:1].isupper() and not country(topic)
    return f"the {topic}" if is_name_alone and _has_article(topic, speaker, catalog) else found


def others_on(topic: str, besides: Sequence[str], catalog: Catalog) -> list[str]:
    """Return the named speakers whose own words name all of a topic, but for some, in the order of the best words.

    What a body says of itself is no topic of it: "What did the Harbour Board say about the Harbour Board?".
    """
    stems = set(content_words(unified(topic)))
    found: Counter[str] = Counter()
    for passage in catalog.passages([key for key, _ in catalog.search(stems, _READ)]).values():
        document = catalog.document(passage.document_id)
        if document is None:
            continue
        for each in catalog.statements(passage.document_id):
            inside = each.speaker and each.start < passage.end and passage.start < each.end
            if inside and stems <= set(content_words(unified(document.text[each.start : each.end]))):
                found[str(each.speaker)] += 1
    fitting = (each for each, _ in found.most_common() if is_called_so(each) and not is_one_of(each, besides))
    return [each for each in fitting if not names(each, topic)]


def is_one_of(speaker: str, others: Sequence[str]) -> bool:
    """Return whether a speaker is one of others under another form of the name."""
    return any(each == speaker or same_person(each, speaker) for each in others)


def names(text: str, topic: str) -> bool:
    """Return whether words name all of a topic."""
    return set(content_words(unified(topic))) <= set(content_words(unified(text)))


def called(speaker: str, catalog: Catalog) -> str:
    """Return a speaker as a question names him: without titles, and a body with the article that it is written with."""
    bare = re.sub("^The ", "the ", " ".join(name_words(speaker)) or speaker)
    return f"the {bare}" if _has_article(bare, speaker, catalog) else bare


def _has_article(name: str, speaker: str, catalog: Catalog) -> bool:
    """Return whether the speaker's documents write "the" before the name of a body more often than not.

    What of another thing's name a name may be is not counted of one that may be a person's: "the Tell report".
    """
    if given_and_surname(name) or name.startswith("the "):
        return False
    is_body = bool(BODIES.search(name) or INSTITUTION.search(name))
    written = re.compile(rf"(?<![\w’'-])([Tt]he )?{re.escape(name)}(?![\w’'-]| [A-Z])")
    with_it = without = 0
    for document in _documents_of(speaker, catalog):
        for match in written.finditer(document.text):
            if is_body or _ends_a_phrase(name, document.text[match.end() : match.end() + _NEXT]):
                with_it, without = with_it + bool(match[1]), without + (not match[1])
    return with_it > without


def _documents_of(speaker: str, catalog: Catalog) -> Iterator[Document]:
    """Yield the first documents that a speaker has words in."""
    for document_id in sorted(catalog.documents_of(speaker))[:_READ]:
        if document := catalog.document(document_id):
            yield document

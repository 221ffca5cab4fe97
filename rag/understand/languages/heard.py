"""A question in another language -> the English question that it was read as, with the words it was asked in."""

from __future__ import annotations

from collections.abc import Sequence

from index.names.descriptions import is_person_noun
from index.storage.catalog import Catalog
from index.text.countries import unified
from index.text.stems import content_words
from rag.records import Heard
from rag.understand.broad.forms import overall
from rag.understand.languages.days import days_at
from rag.understand.languages.detect import language_of, opens_like
from rag.understand.languages.grammar import english
from rag.understand.languages.names import bearer_of, in_latin, is_nominative, named
from rag.understand.languages.phrases import PREPOSITIONS, Sentence
from rag.understand.languages.words import Word, keys_of_word, tagged
from rag.understand.speakers import find_speakers

_FEW = 3
"""Of so few words a question's language cannot always be told."""


def heard_as(question: str, catalog: Catalog, before: Sequence[str] = ()) -> Heard | None:
    """Return how a question is read that is not in English; one about documents as a whole stays in its own words.

    A few words ("Und Kowal?") are in the language of the question before.
    """
    language = language_of(question)
    if language == "en" and before and len(question.split()) <= _FEW and opens_like(question, language_of(before[-1])):
        language = language_of(before[-1])
    if language == "en":
        return None
    return (
        Heard(language, question, question) if overall(question, catalog) else in_english(question, language, catalog)
    )


def in_english(question: str, language: str, catalog: Catalog) -> Heard:
    """Return how a question of a language is asked in English."""
    words, days = _without_days(_kept(tagged(question, language)), language)
    names: dict[str, str] = {}

    def name(several: Sequence[Word]) -> str:
        texts = [each.text for each in several]
        found = named(texts, language, catalog) or in_latin(texts, language)
        # In another case than the nominative a name is shown as documents have it.
        names[found] = " ".join(texts) if is_nominative(texts[-1], found.split()[-1]) else found
        return found

    def bearer(several: Sequence[Word], office: str) -> str:
        if find_speakers(office, catalog):
            return office
        return bearer_of(" ".join(each.text for each in several), language, catalog) or office

    sentence = Sentence(tuple(words), name, bearer, days)
    text = english(sentence) or question
    topic = sentence.topic
    return Heard(
        language=language,
        question=text,
        asked=question,
        words=_pairs(words, names),
        topic=_with_marks(question, topic[0].start, topic[-1].end) if topic else "",
        names=tuple(names.items()),
    )


def _with_marks(question: str, start: int, end: int) -> str:
    """Return a part of a question with the mark that closes a quotation at its end."""
    return question[start : end + (question[end : end + 1] in set('»”“"'))]


def _kept(words: Sequence[Word]) -> list[Word]:
    """Return the words without those that say nothing, and without prepositions of "what" and at the end."""
    kept = [each for each in words if each.tag != "NOISE"]
    behind = [*kept[1:], None]
    asks = ("WHAT", "WHOM")
    kept = [
        each
        for each, after in zip(kept, behind, strict=True)
        if not (after and after.tag in asks and each.tag in PREPOSITIONS and each.tag not in ("COMMA", "ABOUT"))
    ]
    while kept and kept[-1].tag in (*PREPOSITIONS, "COMMA"):
        kept.pop()
    return kept


def _without_days(words: list[Word], language: str) -> tuple[list[Word], str]:
    """Return the words without those for days, and these in English."""
    kept: list[Word] = []
    days: list[str] = []
    at = 0
    while at < len(words):
        rest = [part for each in words[at : at + 8] for part in each.text.lower().split()]
        found = days_at(rest, language) if " " not in words[at].text else None
        if found is None:
            kept.append(words[at])
            at += 1
            continue
        days.append(found[0])
        taken = found[1]
        while taken > 0 and at < len(words):
            taken -= len(words[at].text.split())
            at += 1
    return kept, " ".join(filter(None, days))


def names_enough(heard: Heard, texts: Sequence[str]) -> bool:
    """Return whether texts in a question's language have half of its words, but for people and those of its form."""
    words = [each for each in tagged(heard.asked, heard.language) if each.tag == "WORD" and len(each.text) > _FEW]
    asked = [each for each in words if not (_may_be_name(each, heard.language) or is_person_noun(each.english))]
    held = {
        key
        for text in texts
        for each in text.split()
        for key in keys_of_word(each.strip(_EDGES).lower(), heard.language)
    }
    found = [each for each in asked if not held.isdisjoint(keys_of_word(each.text.split()[-1].lower(), heard.language))]
    return bool(found) and 2 * len(found) >= len(asked)


def _may_be_name(word: Word, language: str) -> bool:
    """Return whether a word has a capital inside the sentence, which German nouns have too."""
    return language != "de" and word.start > 0 and word.text[0].isupper()


_EDGES = " .,:;!?()«»“”„\"'"


def _pairs(words: Sequence[Word], names: dict[str, str]) -> tuple[tuple[str, str], ...]:
    """Return the stems of the English words, each with the words it was asked by."""
    pairs = [(each.english, each.text) for each in words if each.tag == "WORD" and each.english != each.text]
    pairs += list(names.items())
    pairs += [(each.english, other) for each in words for other in each.also]
    return tuple((stem, text) for english_, text in pairs for stem in content_words(unified(english_)))

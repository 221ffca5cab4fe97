"""The stemmed words that a catalog's documents hold, found by how they sound, are spelt or stand in a case."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial

from index.names.names import first_letters, keys_of
from index.storage.catalog_memory import Memory
from index.storage.words.bm25 import ExactWords
from index.text.grammatical_cases import case_keys
from index.text.stems import consonants


class Vocabulary:
    """Finds words of one catalog's documents; any thread may use it."""

    def __init__(self, words: ExactWords, memory: Memory) -> None:
        self._words = words
        self._memory = memory

    def spelt_otherwise(self, stemmed: str) -> frozenset[str]:
        """Return the stemmed words of the documents that spell a word in the other of Latin and Cyrillic script."""
        return self._of_its_keys(stemmed, first_letters(stemmed))

    def spelt_alike(self, stemmed: str) -> frozenset[str]:
        """Return the documents' stemmed words that spell the same name in the same script: "Zelensky", "Zelenskyy"."""
        return self._of_its_keys(stemmed, stemmed[:1])

    def _of_its_keys(self, stemmed: str, letters: Iterable[str]) -> frozenset[str]:
        """Return the documents' stemmed words that begin with one of the letters and have a key of a word."""
        keys = keys_of(stemmed)
        return frozenset(
            term
            for letter in (letters if keys else ())
            for key in keys
            for term in self._terms_by_key("keys", letter, keys_of).get(key, ())
        )

    def with_consonants_of(self, word: str) -> list[str]:
        """Return the documents' stemmed words whose consonants those of a word begin with: "drone" of "droans"."""
        own = consonants(word)
        terms = self._terms_by_key("consonants", word[:1], lambda term: (consonants(term)[:3],)).get(own[:3], ())
        return [each for each in terms if own.startswith(consonants(each))]

    def in_other_cases(self, stemmed: str, language: str) -> frozenset[str]:
        """Return the stemmed words that are a word in other cases of a language (index/text/grammatical_cases.py)."""
        keys = case_keys(stemmed, language)
        if not keys:
            return frozenset()
        terms = self._terms_by_key(language, stemmed[:1], partial(case_keys, language=language))
        return frozenset(term for key in keys for term in terms.get(key, ()))

    def _terms_by_key(self, kind: str, letter: str, keys: Callable[[str], Iterable[str]]) -> dict[str, list[str]]:
        """Return the documents' stemmed words that begin with a letter, by their keys of a kind."""

        def keyed() -> dict[str, list[str]]:
            by_key: dict[str, list[str]] = {}
            for term in self._words.between(letter, chr(ord(letter) + 1)):
                for key in keys(term):
                    by_key.setdefault(key, []).append(term)
            return by_key

        return self._memory.remember((kind, letter), keyed)

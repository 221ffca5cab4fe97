"""Typing errors in a question: a word that no document has, and one that differs by a slip of the finger.

A slip leaves a letter out, doubles or adds one, or changes the places of two; a transliterated name may be spelt by
another rule of the same sounds (Ribakov, Rybakov), a word by its sound (droans, drones). Another consonant makes
another word (Iceland, Ireland), and a country is never mistaken for a slip. What was read is shown, as the question
that stands alone.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from string import ascii_lowercase

from index.names.names import name_key
from index.storage.catalog import Catalog
from index.text.countries import same_nation, unified
from index.text.expressions import expression
from index.text.stems import STOPWORDS, consonants, plain, stem
from rag.understand.quoted_words import marked

_WORD = expression(r"(?<![^\W\d_])[^\W\d_]{5,24}(?![^\W\d_])")
"""Shorter words meet by chance; of longer ones, which nobody types, there are too many slips to try."""
MOST_TRIED, MOST_READ = 4, 20


def corrected(text: str, catalog: Catalog, is_word: Callable[[str], bool], kept: str = "") -> str:
    """Return the text with each mistyped word as the documents spell it.

    Words of `kept`, quoted ones and those of which `is_word` says that they are words stay.
    """
    known = set(_WORD.findall(kept.lower()))
    quoted = marked(text)

    def spelt(match: re.Match[str]) -> str:
        word = match[0]
        if word.lower() in known or is_word(word) or any(start <= match.start() < end for start, end in quoted):
            return word
        return _as_owner(word, catalog) or _as_documents_spell(word, catalog, is_word) or word

    def asking(match: re.Match[str]) -> str:
        word = match[0]
        if not match.start() and (meant := _FIRST_WORDS.get(word.lower())):
            return meant.capitalize() if word[0].isupper() else meant
        if is_word(word) or any(start <= match.start() < end for start, end in quoted):
            return word
        near = [each for each in _ASKING if _is_slip(word, each)]
        if len(near) != 1 or catalog.names_for(word.lower()):
            return word
        return near[0].capitalize() if word[0].isupper() else near[0]

    # The places of quotations count in the text as it was typed.
    return _WORD.sub(spelt, text if quoted else _SMALL_WORD.sub(asking, text))


_ASKING = (
    "what", "when", "where", "which", "said", "says", "think", "thinks", "thought", "about", "compare", "statements",
    "opinion", "mention", "mentioned", "regarding", "between", "speak", "spoke", "believe",
)  # fmt: skip
"""Words that make a question's form: misspelt, nothing of it is read."""
_FIRST_WORDS = {
    slip: word
    for word, slips in {
        "what": "wat waht wht whta wath", "who": "hwo woh whoo", "when": "wen whn wehn", "where": "wher whre",
        "why": "wy whay", "how": "hou", "which": "wich whcih wihch", "did": "ddi didi",
    }.items()
    for slip in slips.split()
}  # fmt: skip
"""How a question's first word is mistyped: these are words or pieces of some elsewhere ("wat", "wen")."""
_SMALL_WORD = expression(r"(?<![^\W\d_])[a-z]{3,11}(?![^\W\d_])|^[A-Z][a-z]{2,10}(?![^\W\d_])")


def _is_slip(word: str, meant: str) -> bool:
    """Return whether a letter left out, added or doubled, or two that changed places, tell a word from another."""
    typed = word.lower()
    if typed == meant or typed[0] != meant[0] or abs(len(typed) - len(meant)) > 1:
        return False
    if len(typed) == len(meant):
        return any(typed == meant[:at] + meant[at + 1] + meant[at] + meant[at + 2 :] for at in range(len(meant) - 1))
    longer, shorter = (typed, meant) if len(typed) > len(meant) else (meant, typed)
    return any(shorter == longer[:at] + longer[at + 1 :] for at in range(len(longer)))


def _as_owner(word: str, catalog: Catalog) -> str | None:
    """Return a name with the apostrophe that is left out of it: "quillfords speech" is Quillford's."""
    name = word[:-1]
    if word[-1:] != "s" or catalog.names_for(word.lower()) or not catalog.names_for(name.lower()):
        return None
    return f"{name}'s"


def _as_documents_spell(word: str, catalog: Catalog, is_word: Callable[[str], bool]) -> str | None:
    """Return the word that a slip apart from one stands in most passages, for one that stands in none.

    Of an English word any form may stand there: "interpreted" for "intrepreter".
    """
    lowered = word.lower()
    if _is_known(word, catalog):
        return None
    stems = {each: stem(each) for each in sorted(_slips(lowered))}
    counts = catalog.passage_counts(list(stems.values()))
    likely = sorted((each for each in stems if stems[each] in counts), key=lambda each: -counts[stems[each]])
    # Words of one stem are not all words: "greateful" has that of "great".
    found = next((each for each in likely[:MOST_TRIED] if _stands(each, catalog)), None)
    if not found and word.islower():
        found = next(filter(is_word, likely[:MOST_TRIED]), None) or _with_other_vowels(lowered, catalog)
    return found.capitalize() if found and word[0].isupper() else found


def _is_known(word: str, catalog: Catalog) -> bool:
    """Return whether a word is no misspelling: a common one, a land, one of the documents, or not of Latin letters."""
    lowered = word.lower()
    if plain(word) in STOPWORDS or not lowered.isascii() or _is_country(word):
        return True
    known = catalog.passage_counts([stem(lowered)]) or catalog.vocabulary.spelt_otherwise(stem(lowered))
    return bool(known or catalog.names_for(lowered))


FEWEST_CONSONANTS, MOST_SOUNDS = 3, 12
"""So many stems with a word's first consonants are looked up; words of fewer consonants have too many beside them."""


def _with_other_vowels(word: str, catalog: Catalog) -> str | None:
    """Return the word of the documents from which a mistyped one differs by a vowel or two: "drones" for "droans"."""
    sound = consonants(word)
    if len(sound) < FEWEST_CONSONANTS:
        return None
    stems = catalog.passage_counts(catalog.vocabulary.with_consonants_of(word))
    for each in sorted(stems, key=lambda each: -stems[each])[:MOST_SOUNDS]:
        for found in dict.fromkeys(_words_of(each, catalog)):
            if consonants(found) == sound and _are_near(found, word):
                return found
    return None


def _are_near(one: str, other: str) -> bool:
    """Return whether words differ by one letter more, less or exchanged for another, wherever these stand."""
    return (Counter(one) - Counter(other)).total() <= 1 and (Counter(other) - Counter(one)).total() <= 1


def _words_of(stemmed: str, catalog: Catalog) -> Iterator[str]:
    """Yield how documents spell a stemmed word, by the first passages that hold it."""
    for passage in catalog.passages_holding([stemmed], MOST_TRIED):
        document = catalog.document(passage.document_id)
        text = document.text[passage.start : passage.end].lower() if document else ""
        yield from (each for each in _WORD.findall(text) if stem(each) == stemmed)


def _stands(word: str, catalog: Catalog) -> bool:
    """Return whether a document has the word as it is spelt, by the first passages that hold its stem."""
    for passage in catalog.passages(catalog.holding_phrases([word], MOST_READ)).values():
        document = catalog.document(passage.document_id)
        text = document.text[passage.start : passage.end] if document else ""
        if re.search(rf"\b{re.escape(word)}\b", text, re.IGNORECASE):
            return True
    return False


def _is_country(word: str) -> bool:
    return len(same_nation(stem(word))) > 1 or unified(word) != word


def _slips(word: str) -> set[str]:
    """Return the words with one letter less or more, two that changed places, or another of the same sound.

    The first letter stays: it is the one that people get right.
    """
    cuts = [(word[:at], word[at:]) for at in range(1, len(word) + 1)]
    found = {left + right[1:] for left, right in cuts if right}
    found |= {left + right[1] + right[0] + right[2:] for left, right in cuts if len(right) > 1}
    found |= {left + letter + right for left, right in cuts for letter in ascii_lowercase}
    others = {left + letter + right[1:] for left, right in cuts if right for letter in ascii_lowercase}
    return (found | {each for each in others if name_key(each) == name_key(word)}) - {word}

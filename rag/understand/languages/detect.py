"""In which language a question is asked: English unless its letters or words are of another one."""

from __future__ import annotations

import re

from index.text.expressions import expression
from index.text.stems import CYRILLIC, STOPWORDS
from rag.understand.languages.words import english_of, form_tag

_WORD = expression(r"[^\W\d_]+(?:['’ʼ-][^\W\d_]+)*")
_QUOTED = expression(r"[“\"«„][^“”\"«»„]*[”\"»“]")
_UKRAINIAN = expression("[їєґ]", re.IGNORECASE)
_BELARUSIAN = expression(r"ў|\b(?:што|пра|калі|чаму|ці|дзе|колькі|якія|якая|якое|гэта|гэты|ёсць)\b", re.IGNORECASE)
_UKRAINIAN_WORDS = expression(
    r"\b(?:що|про|хто|коли|чому|чи|де|скільки|які|який|яка|яке|це|та|від|під|щодо)\b", re.IGNORECASE
)
_UKRAINIAN_LETTER = expression("і", re.IGNORECASE)
_POLISH = expression("[ąćęłńśźż]", re.IGNORECASE)
_GERMAN = expression("[äöüß]", re.IGNORECASE)
_SHARED = frozenset("was war in an so hat die man will am do to on a i me by be and or not for".split())
"""Words of both English and Polish or German, which tell neither."""
_MONTHS = frozenset("january february march may june july october december".split())
"""Months that no other language here writes so."""
_LEAST = 2


def language_of(question: str) -> str:
    """Return the language of a question: "en", "ru", "uk", "be", "pl" or "de"."""
    bare = _QUOTED.sub(" ", question)
    words = _WORD.findall(bare.lower())
    cyrillic = sum(bool(CYRILLIC.search(each)) for each in words)
    if 2 * cyrillic > len(words):
        return _cyrillic(bare)
    if cyrillic and any(form_tag(each, "ru") for each in words if CYRILLIC.search(each)):
        return _cyrillic(bare)
    if not words or bare.isascii() and words[0] in STOPWORDS - _SHARED:
        # What most questions open with in English is a word of no other language here.
        return "en"
    english = sum(each in STOPWORDS and each not in _SHARED for each in words)
    if english >= _LEAST:
        return "en"
    return _other(bare, words, english)


def _other(question: str, words: list[str], english: int) -> str:
    """Return Polish or German where a question has more words of it than of English, or else English."""
    polish, german = (
        _score(words, "pl", bool(_POLISH.search(question))),
        _score(words, "de", bool(_GERMAN.search(question))),
    )
    best, language = max((polish, "pl"), (german, "de"))
    is_other = best >= _LEAST and best > 2 * english and not _is_english(question, language)
    return language if is_other else "en"


def _score(words: list[str], language: str, has_letters: bool) -> int:
    """Return how many words are of a language and not of English; letters of its own count as one."""
    own = [each for each in words if each not in STOPWORDS - _SHARED]
    asks = bool(own) and form_tag(own[0], language) is not None and (own[0] == words[0])
    forms = sum(form_tag(each, language) is not None for each in own)
    return forms + has_letters if asks else (forms if has_letters and forms >= _LEAST else 0)


def _is_english(question: str, language: str) -> bool:
    """Return whether no word is of the language alone, and one is of English: "Was Tell open to it?", "… in June?"."""
    words = [each for each in _WORD.findall(question) if each.lower() not in _SHARED]
    if any(
        form_tag(each, language) or english_of(each.lower(), language) not in (None, each.lower()) for each in words
    ):
        return False
    return any(each.islower() or each.lower() in _MONTHS for each in words)


def _cyrillic(text: str) -> str:
    if _BELARUSIAN.search(text) and not _UKRAINIAN.search(text):
        return "be"
    if _UKRAINIAN.search(text) or _UKRAINIAN_WORDS.search(text):
        return "uk"
    return "uk" if _UKRAINIAN_LETTER.search(text) and not re.search("[ыэъё]", text, re.IGNORECASE) else "ru"


def opens_like(question: str, language: str) -> bool:
    """Return whether a question's first word is of a language, and not of English alone."""
    first = next(iter(_WORD.findall(question.lower())), "")
    return language != "en" and (first not in STOPWORDS) and form_tag(first, language) is not None


def is_in(language: str, text: str) -> bool:
    """Return whether a document's words are in a language, or one of the same script where they are in Cyrillic."""
    if language in ("ru", "uk", "be"):
        return CYRILLIC.search(text) is not None
    words = _WORD.findall(text.lower())
    own = sum(form_tag(each, language) is not None or english_of(each, language) is not None for each in words)
    return 2 * sum(each in STOPWORDS for each in words) < own

"""The lists of words in `index/text/lexicon/`: nouns of people, given names, words of questions and news by language.

Where they come from stands in each file. A list is read when it is first asked for.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

_FOLDER = Path(__file__).parent / "lexicon"


@cache
def person_nouns() -> frozenset[str]:
    """Return the nouns, in small letters and the singular, that first of all mean a person."""
    return frozenset(word for line in _lines("person_nouns.txt") for word in line.split())


@cache
def given_names() -> Mapping[str, str]:
    """Return the given names, in small letters, that one gender bears almost alone, each with "female" or "male"."""
    names: dict[str, str] = {}
    gender = ""
    for line in _lines("given_names.txt"):
        if line.endswith(":"):
            gender = line[:-1]
        else:
            names |= dict.fromkeys(line.split(), gender)
    return names


_LANGUAGES = ("ru", "uk", "be", "pl", "de")


@cache
def news_words(language: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return English words of news, their alternatives behind strokes, with how a language says it in dictionaries."""
    return tuple((english, forms) for english, forms in _by_language("news_words.txt", language) if forms)


@cache
def question_words(language: str) -> tuple[tuple[str, str, tuple[str, ...]], ...]:
    """Return what words are in a question (WHAT, SAY, ABOUT), in English, and the words of a language that are it."""
    rows = ((*head.partition(" ")[::2], forms) for head, forms in _by_language("question_words.txt", language))
    return tuple((tag, english, forms) for tag, english, forms in rows if forms)


def _by_language(name: str, language: str) -> list[tuple[str, tuple[str, ...]]]:
    """Return the head of each line of a table of five languages with one language's words."""
    column = _LANGUAGES.index(language) + 1
    rows = [[cell.strip() for cell in line.split(";")] for line in _lines(name)]
    return [(row[0], tuple(form.strip() for form in row[column].split(",") if form.strip())) for row in rows]


def _lines(name: str) -> list[str]:
    lines = (_FOLDER / name).read_text(encoding="utf-8").splitlines()
    return [line for line in lines if not line.startswith("#")]

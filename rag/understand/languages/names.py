"""Names in the cases of another language ("Лаврова", "Dudzie", "Lukaschenkos") -> the speakers of the store they are.

A form is tried as it is written and without the ending of each case; what is found must have the same key, so that no
name is taken for another by a letter. Who is no speaker is written in Latin letters, as English texts do.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache

from index.names.names import is_name, name_key
from index.names.russian_names import nominative
from index.names.titles import name_words
from index.storage.catalog import Catalog
from index.text.stems import CYRILLIC
from rag.understand.speakers import find_speakers

_LETTERS = dict(
    zip(
        "абвгґдеёєжзиіїйклмнопрстуўфхцчшщъыьэюя",
        "a b v g g d e yo ye zh z i i yi y k l m n o p r s t u u f kh ts ch sh shch _ y _ e yu ya".split(),
        strict=True,
    )
)
# What a case adds to a name, and what stands there in the nominative.
_POLISH = (
    ("skiego", "ski"), ("skiemu", "ski"), ("skim", "ski"), ("ckiego", "cki"), ("ckiemu", "cki"), ("ckim", "cki"),
    ("skiej", "ska"), ("ską", "ska"), ("ckiej", "cka"), ("cką", "cka"), ("owej", "owa"), ("ową", "owa"),
    ("dzie", "da"), ("cie", "ta"), ("ce", "ka"), ("dze", "ga"), ("rze", "ra"), ("sze", "cha"), ("le", "ła"),
    ("owi", ""), ("iem", ""), ("em", ""), ("ą", "a"), ("ę", "a"), ("y", "a"), ("i", "a"), ("ie", ""), ("ego", "e"),
    ("emu", "e"), ("a", ""), ("u", ""), ("ia", ""), ("iego", "i"), ("iemu", "i"), ("im", "i"), ("ce", "cka"),
)  # fmt: skip
_EASTERN = (
    ("ского", "ский"), ("скому", "ский"), ("ским", "ский"), ("ском", "ский"), ("ского", "ский"), ("ської", "ська"),
    ("ського", "ський"), ("ському", "ський"), ("ським", "ський"), ("скага", "скі"), ("скаму", "скі"), ("скім", "скі"),
    ("ской", "ская"), ("скую", "ская"), ("ого", "ый"), ("ому", "ый"), ("ым", "ый"), ("ого", "ой"), ("ага", "ы"),
    ("ом", ""), ("ем", "ь"), ("ым", ""), ("им", ""), ("ою", "а"), ("ой", "а"), ("ей", "я"), ("у", "а"), ("ю", "я"),
    ("е", "а"), ("і", "а"), ("ы", "а"), ("и", "а"), ("і", "я"), ("а", ""), ("у", ""), ("ю", ""), ("я", ""), ("е", ""),
    ("ові", ""), ("еві", ""), ("ам", ""), ("я", "ь"), ("я", "й"), ("ю", "ь"), ("ю", "й"), ("ым", "а"), ("о", ""),
)  # fmt: skip
_GERMAN = (("s", ""), ("’", ""), ("'", ""))
_ENDINGS = {"pl": _POLISH, "de": _GERMAN}
# German writes a sound otherwise at the beginning: Selenskyj is Zelenskyy, Jelzin Yeltsin.
_GERMAN_SOUNDS = (("S", "Z"), ("J", "Y"))
_SHORTEST = 3


def _nominatives(word: str, language: str) -> Iterator[str]:
    """Yield a name's word as it is written and as it may be in the nominative, the likeliest first."""
    yield word
    if CYRILLIC.search(word):
        yield nominative(word)
    for ending, instead in _ENDINGS.get(language, _EASTERN):
        stem = word.removesuffix(ending)
        if stem != word and len(stem) >= _SHORTEST:
            yield stem + instead
    if language == "de":
        for letter, instead in _GERMAN_SOUNDS:
            if word.startswith(letter):
                yield from (instead + word[1:], instead + word[1:].removesuffix("s"))


def named(words: Sequence[str], language: str, catalog: Catalog) -> str | None:
    """Return the speaker of the store whose name the words are, in as many words as they have, or None."""
    for count in range(len(words)):
        for last in dict.fromkeys(_nominatives(words[-1], language)):
            given = [_nominative_given(each, language) for each in words[count:-1]]
            if found := _speaker([*given, last], catalog):
                return found
    return _likely(words[-1], language, catalog) if len(words) < 3 else None


def _nominative_given(word: str, language: str) -> str:
    return nominative(word) if CYRILLIC.search(word) and language == "ru" else word


def _speaker(words: list[str], catalog: Catalog) -> str | None:
    """Return the name of the one speaker who bears it, or the surname that several bear."""
    found = [each for each in find_speakers(" ".join(words), catalog) if is_name(each)]
    matching = [each for each in found if name_key(name_words(each)[-1]) == name_key(words[-1])]
    if not matching:
        return None
    own = name_words(matching[0])
    return " ".join(own[-len(words) :])


def _likely(word: str, language: str, catalog: Catalog) -> str | None:
    """Return the surname of the only speaker whose consonants a foreign name has in its own script: Трамп is Trump."""
    surnames = _by_consonants(catalog)
    for form in dict.fromkeys(_nominatives(word, language)):
        found = surnames.get(_consonants(form), set())
        if len(found) == 1:
            return next(iter(found))
    return None


def _by_consonants(catalog: Catalog) -> dict[str, set[str]]:
    """Return the surnames of speakers by their consonants, at least three."""
    found: dict[str, set[str]] = {}
    for each in filter(is_name, catalog.speakers()):
        surname = name_words(each)[-1]
        key = _consonants(surname)
        if len(key) >= _SHORTEST:
            found.setdefault(key, set()).add(surname)
    return found


@lru_cache(maxsize=20_000)
def _consonants(word: str) -> str:
    """Return the consonants of a name as they sound, in Latin letters: "trmp" of Трамп and Trump."""
    latin = _latin(word).lower() if CYRILLIC.search(word) else word.lower()
    plain_ = "".join(each for each in unicodedata.normalize("NFKD", latin) if each.isascii())
    for spelling, sound in _SOUNDS:
        plain_ = plain_.replace(spelling, sound)
    return re.sub(r"(.)\1", r"\1", re.sub("[aeiouyh]", "", plain_))


_SOUNDS = (
    ("shch", "s"), ("sch", "s"), ("sh", "s"), ("tsch", "c"), ("ch", "c"), ("dzh", "j"), ("zh", "z"), ("kh", "h"),
    ("ck", "k"), ("ph", "f"), ("th", "t"), ("x", "ks"), ("qu", "kv"), ("w", "v"), ("ca", "ka"), ("co", "ko"),
    ("cu", "ku"), ("cl", "kl"), ("cr", "kr"), ("ts", "s"), ("tz", "s"), ("z", "s"),
)  # fmt: skip


def in_latin(words: Sequence[str], language: str) -> str:
    """Return a name that no speaker bears in Latin letters and the nominative."""
    oblique = re.compile("(?:ого|его|ому|ему|ым|им)$")
    cased = [nominative(each) if language == "ru" and oblique.search(each) else each for each in words]
    return " ".join(_latin(each) for each in cased)


@lru_cache(maxsize=2_000)
def _latin(word: str) -> str:
    if not CYRILLIC.search(word):
        return word
    letters = "".join(_LETTERS.get(each, each) for each in unicodedata.normalize("NFC", word.lower()))
    bare = re.sub("[_ʼ’']", "", letters)
    return bare.upper() if word.isupper() and len(word) < 6 else bare[:1].upper() + bare[1:]

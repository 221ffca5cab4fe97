"""Names in the cases of another language ("Лаврова", "Dudzie", "Lukaschenkos") -> the speakers of the store they are.

A form is tried as it is written and without the ending of each case; what is found must have the same key, so that no
name is taken for another by a letter. Who is no speaker is written in Latin letters, as English texts do.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from functools import lru_cache

from index.names.names import is_name, name_key
from index.names.russian_names import nominative
from index.names.titles import name_words
from index.storage.catalog import Catalog
from index.text.expressions import expression
from index.text.grammatical_cases import case_table
from index.text.stems import CYRILLIC, content_words, stem
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
_SOFTENED = expression("(?:ц|дз)(?=[іеяёю])")
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
    if language == "be" and _SOFTENED.search(word):
        # Belarusian says ц and дз where its neighbours say т and д: Пуцін is Putin.
        yield from _nominatives(_SOFTENED.sub(lambda match: "т" if match[0] == "ц" else "д", word), "ru")
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
    return " ".join([own[0], own[-1]] if len(words) == 2 and len(own) > 2 else own[-len(words) :])


def _likely(word: str, language: str, catalog: Catalog) -> str | None:
    """Return the surname of the only speaker whose consonants a foreign name has in its own script: Трамп is Trump."""
    if not CYRILLIC.search(word) and catalog.passage_counts([stem(word)]):
        # Documents have the word as it is written: "Charter" is not how somebody spells Carter.
        return None
    surnames = _by_consonants(catalog)
    found = [
        (_alike(form, each), each)
        for form in dict.fromkeys(_nominatives(word, language))
        for each in surnames.get(_consonants(form), [])
    ]
    best = max((likeness for likeness, _ in found), default=0.0)
    nearest = [each for likeness, each in found if likeness == best]
    return nearest[0] if best >= _ALIKE and len({name_key(each) for each in nearest}) == 1 else None


def _alike(one: str, other: str) -> float:
    """Return how alike two names sound, vowels and all, 0 to 1: Джонсон is like Johnson, less so like Jensen."""
    return SequenceMatcher(None, _sounds(one), _sounds(other)).ratio()


_ALIKE = 0.6
"""From here on names of one row of consonants are one: Трамп and Trump .8, Байден and Biden .9; Wells and Уоллес .5."""


def is_nominative(word: str, name: str) -> bool:
    """Return whether a word is a name as it is, with no ending of a case: Арлоў is Orlov, Макея is not Makei."""
    ends_bare = word[-1:].lower() not in "аеёиоуыэюяіїєaeiouyąę"
    return name_key(word) == name_key(name) or (ends_bare and _consonants(word) == _consonants(name))


def _by_consonants(catalog: Catalog) -> dict[str, list[str]]:
    """Return the surnames of speakers by their consonants, at least three, those who say most first."""
    found: dict[str, list[str]] = {}
    for each in filter(is_name, catalog.speakers()):
        surname = name_words(each)[-1]
        key = _consonants(surname)
        if len(key) >= _SHORTEST:
            found.setdefault(key, []).append(surname)
    return found


@lru_cache(maxsize=20_000)
def _consonants(word: str) -> str:
    """Return the consonants of a name as they sound, in Latin letters: "trmp" of Трамп and Trump."""
    return re.sub(r"(.)\1", r"\1", re.sub("[aeiouy]", "", _sounds(word)))


@lru_cache(maxsize=20_000)
def _sounds(word: str) -> str:
    """Return a name with one letter for each sound, in Latin letters."""
    latin = _latin(word.replace("ў", "в")).lower() if CYRILLIC.search(word) else word.lower().replace("ł", "l")
    bare = "".join(each for each in unicodedata.normalize("NFKD", latin) if each.isascii() and each.isalpha())
    for spelling, sound in _SOUNDS:
        bare = bare.replace(spelling, sound)
    return bare.replace("h", "")


_SOUNDS = (
    ("shch", "s"), ("sch", "s"), ("sh", "s"), ("tsch", "c"), ("ch", "c"), ("dzh", "j"), ("zh", "z"), ("kh", "h"),
    ("ck", "k"), ("ph", "f"), ("th", "t"), ("x", "ks"), ("qu", "kv"), ("w", "v"), ("ca", "ka"), ("co", "ko"),
    ("cu", "ku"), ("cl", "kl"), ("cr", "kr"), ("ts", "s"), ("tz", "s"), ("z", "s"),
)  # fmt: skip


MOST_READ = 20
"""So many passages that hold an office are read for who bears it."""
_BEHIND = 60
"""So many characters behind an office its bearer's name stands."""


def bearer_of(office: str, language: str, catalog: Catalog) -> str | None:
    """Return the one speaker whom documents in the question's language call by an office: "Burmistrz Ewa Tell"."""
    stems = set(content_words(office))
    cases = case_table(language)
    stems |= {other for each in stems for other in (catalog.vocabulary.in_other_cases(each, cases) if cases else ())}
    found: dict[str, None] = {}
    for passage in catalog.passages_holding(stems, MOST_READ):
        document = catalog.document(passage.document_id)
        speakers = {each.speaker for each in catalog.statements(passage.document_id) if each.speaker}
        text = document.text[passage.start : passage.end] if document else ""
        for match in re.finditer(r"\w+", text):
            if stem(match[0]) in stems:
                behind = text[match.end() : match.end() + _BEHIND].split(".")[0]
                found |= dict.fromkeys(each for each in speakers if each in behind)
    return next(iter(found)) if len(found) == 1 else None


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

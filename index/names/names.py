"""One person under many spellings: keys that ignore transliteration, and the aliases that `aliases.yaml` names.

Lukashenko, Lukashenka, Łukaszenka and Лукашенко have one key; Alexander, Aleksandr and Aliaksandr have one consonant
skeleton. Two names are one person when their surnames have one key and their given names do not contradict each other.
What rules cannot know stands in `aliases.yaml`, one person a line: `Aleksandr Lukashenko: [Bats'ka, the president]`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from errors import SettingError
from index.names.titles import gender_of, name_words, split_title
from index.text.expressions import expression
from settings import Settings

_CYRILLIC = dict(
    zip(
        "абвгґдеёєжзиіїйклмнопрстуўфхцчшщъыьэюя",
        "a b v h h d e e e zh z i i i i k l m n o p r s t u u f kh ts ch sh shch _ i _ e iu ia".split(),
        strict=True,
    )
)
# Longest first; each turns the spellings of one sound into one letter.
_SOUNDS = (
    ("shch", "s"), ("szcz", "s"), ("sch", "s"), ("sh", "s"), ("sz", "s"), ("tch", "c"), ("tsch", "c"), ("ch", "c"),
    ("cz", "c"), ("ts", "c"), ("tz", "c"), ("zh", "z"), ("rz", "z"), ("dz", "z"), ("kh", "h"), ("ph", "f"), ("x", "ks"),
    ("ck", "k"), ("w", "v"), ("g", "h"), ("yi", "i"), ("iy", "i"), ("ij", "i"), ("y", "i"), ("j", "i"), ("ou", "u"),
)  # fmt: skip
_PLAIN = str.maketrans({"ł": "l", "Ł": "l", "ø": "o", "đ": "d", "ß": "ss", "æ": "ae", "’": "", "'": "", "_": ""})
_FIRST = {
    "а": "a", "б": "b", "в": "vw", "г": "gh", "ґ": "g", "д": "dj", "е": "ey", "ё": "ey", "є": "eyj", "ж": "zjg",
    "з": "z", "и": "iy", "і": "iy", "ї": "yi", "й": "yij", "к": "kcq", "л": "lł", "м": "m", "н": "n", "о": "o",
    "п": "p", "р": "r", "с": "sc", "т": "t", "у": "uw", "ў": "uw", "ф": "fp", "х": "hkc", "ц": "tcz", "ч": "ct",
    "ш": "s", "щ": "s", "э": "e", "ю": "yij", "я": "yij",
}  # fmt: skip
"""The letters that names in Latin script begin with, for each Cyrillic one."""
_CALLED = {
    short: tuple(full.split("/"))
    for short, full in (
        pair.split(":")
        for pair in """joe:joseph bill:william billy:william will:william bob:robert bobby:robert rob:robert jim:james
        jimmy:james mike:michael tom:thomas dick:richard rick:richard ted:edward/theodore ed:edward tony:anthony
        liz:elizabeth beth:elizabeth kate:katherine/catherine kathy:katherine dan:daniel dave:david ron:ronald
        don:donald ken:kenneth sam:samuel/samantha steve:steven/stephen chris:christopher/christine
        alex:alexander/alexandra andy:andrew nick:nicholas matt:matthew greg:gregory jeff:jeffrey ben:benjamin
        tim:timothy pat:patrick/patricia fred:frederick larry:lawrence charlie:charles chuck:charles jerry:gerald
        peggy:margaret maggie:margaret meg:margaret sue:susan abe:abraham al:albert vic:victor""".split()
    )
}
"""Full given names, by what their bearers are mostly called, where the consonants do not show it."""
_CASES = expression(
    "(?:ами|ями|ого|ому|ові|еві|ою|ею|ах|ях|ов|ев|ів|аў|оў|еў|ом|ем|ам|ям|ой|ей|ым|им|у|ю|а|я|е|и|ы|і|о)$"
)
"""What Russian, Ukrainian and Belarusian add to a name or noun for its case."""
_TITLE = expression(r"[^\W\d]{2,}\.")
"""Before a name such abbreviations are titles ("Mr. Donald Tell"); after it, "Jr." tells of no other surname."""
_GENERATION = expression(r"\s(?P<mark>[JjSs]r|[IVX]+)\.?$")
_INITIALS = expression(r"(?:[A-Z]\.?)+")
_OUTSIDE_LATIN = expression("[а-яёєіїґў]")
DESCRIBED = "is "
"""How the description of a person begins among a document's names ("is the mayor"): it is no form of a name."""
SHORTEST_KEY = 4
"""Shorter keys meet by chance; such names are compared as they are written."""
SHORTEST_MISSPELT, LONGEST_MISSPELT = 5, 40
"""One letter in four makes another name (Duda, Buda); from five on it is more often a typing error."""


def unsure(candidates: Sequence[str]) -> str:
    """Return names between which a text does not decide, for people to read: "Ana Ruiz or Tomas Brandt, unsure"."""
    names = list(candidates)
    return f"{', '.join(names[:-1])} or {names[-1]}, unsure" if len(names) > 1 else f"{''.join(names)}, unsure"


@lru_cache(maxsize=50_000)
def name_key(word: str) -> str:
    """Return a surname's key: Latin letters, one for each sound, without the vowel it ends with."""
    key = _latin(word)
    for spelling, letter in _SOUNDS:
        key = key.replace(spelling, letter)
    key = re.sub(r"i+", "i", re.sub(r"(.)\1", r"\1", key))
    short = re.sub(r"i?[aeo]$|i$", "", key)
    return short if len(short) >= SHORTEST_KEY else word.lower()


def _latin(word: str) -> str:
    lowered = "".join(_CYRILLIC.get(letter, letter) for letter in word.lower())
    return re.sub(r"[^a-z]", "", unicodedata.normalize("NFKD", lowered.translate(_PLAIN)))


def _skeleton(given: str) -> str:
    return re.sub(r"[aeiou]", "", name_key(given)) or given.lower()


def same_person(one: str, other: str) -> bool:
    """Return whether two names can be one person's: surnames of one key, given names that do not contradict."""
    first, second = _words_without_titles(one), _words_without_titles(other)
    if not first or not second or name_key(first[-1]) != name_key(second[-1]):
        return False
    if any(mine and theirs and mine != theirs for mine, theirs in zip(_marks(one), _marks(other), strict=True)):
        return False
    return len(first) == 1 or len(second) == 1 or _same_given_name(first[0], second[0])


def _words_without_titles(name: str) -> list[str]:
    return [word for word in name_words(name) if not _TITLE.fullmatch(word)]


def _same_given_name(given: str, also: str) -> bool:
    """Return whether two given names can be one, an initial with what begins so."""
    if _of_two_genders(given, also):
        return False
    if len(given.rstrip(".")) == 1 or len(also.rstrip(".")) == 1:
        return _latin(given)[:1] == _latin(also)[:1]
    return _skeleton(given) == _skeleton(also) or _is_short_for(given.lower(), also.lower())


def _is_short_for(given: str, also: str) -> bool:
    """Return whether one given name is what bearers of the other are called: Joe and Joseph."""
    return also in _CALLED.get(given, ()) or given in _CALLED.get(also, ())


def _of_two_genders(given: str, also: str) -> bool:
    """Return whether the vowels, which a skeleton leaves out, tell two given names apart: Mario and Maria."""
    one, other = _latin(given), _latin(also)
    ending = one[:-1] == other[:-1] and {one[-1:], other[-1:]} == {"a", "o"}
    return ending or {gender_of(given, ""), gender_of(also, "")} == {"female", "male"}


def _marks(name: str) -> tuple[str | None, str, str]:
    """Return what else tells two bearers of a name apart: a title's gender, the generation, the initials."""
    title = split_title(name)[1]
    generation = _GENERATION.search(name)
    between = name_words(name)[1:-1]
    initials = "".join(each for each in between if _INITIALS.fullmatch(each)).replace(".", "").lower()
    return gender_of("", title), generation["mark"].lower() if generation else "", initials


def in_cyrillic(word: str) -> bool:
    """Return whether a word (in small letters) is written in Cyrillic."""
    return _OUTSIDE_LATIN.match(word) is not None


def first_letters(word: str) -> Iterable[str]:
    """Return the letters that a word (in small letters) can begin with in the other of Latin and Cyrillic script."""
    if in_cyrillic(word):
        return _FIRST.get(word[0], "")
    return [letter for letter, letters in _FIRST.items() if word[:1] in letters]


def keys_of(word: str) -> set[str]:
    """Return the keys of a word (in small letters), a Cyrillic one also without the ending of its case.

    A key that is no Latin word of at least four letters is left out: shorter ones meet by chance.
    """
    forms = {word, _CASES.sub("", word)} if in_cyrillic(word) else {word}
    return {key for each in forms if len(key := name_key(each)) >= SHORTEST_KEY and key.isascii()}


def near_spellings(spellings: Iterable[str]) -> dict[str, list[str]]:
    """Return the spellings of at least five letters by each form that leaves one letter out, and by themselves."""
    near: dict[str, list[str]] = {}
    for key in spellings:
        if SHORTEST_MISSPELT <= len(key) <= LONGEST_MISSPELT:
            for form in _shorter(key):
                near.setdefault(form, []).append(key)
    return near


def misspelt(word: str, near: Mapping[str, Sequence[str]]) -> list[str]:
    """Return the spellings that one letter more, less or other, or two that changed places, set apart from a word.

    Two that are so near (Damerau-Levenshtein distance 1) become one when each loses at most one letter, so they are
    found among the spellings that share such a form.
    """
    if not SHORTEST_MISSPELT <= len(word) <= LONGEST_MISSPELT:
        return []
    found = dict.fromkeys(each for form in _shorter(word) for each in near.get(form, ()))
    return [each for each in found if _one_apart(word, each)]


def _shorter(key: str) -> set[str]:
    return {key, *(key[:at] + key[at + 1 :] for at in range(len(key)))}


def _one_apart(one: str, other: str) -> bool:
    start = next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    rest, also = one[start:], other[start:]
    return rest[1:] == also[1:] or rest[1:] == also or rest == also[1:] or (rest[1::-1] + rest[2:] == also)


@dataclass(frozen=True)
class Aliases:
    """What a user says of names: each alias in lower case with the name it stands for."""

    names: Mapping[str, str]

    def group(self, name: str) -> list[str]:
        """Return all forms of whom an alias or name stands for, in lower case; empty where the file has none."""
        canonical = self.names.get(name.lower())
        return [alias for alias, stands_for in self.names.items() if canonical and stands_for == canonical]


NO_ALIASES = Aliases({})


def read_aliases(path: Path) -> Aliases:
    """Return the aliases of a file, none where there is no file.

    Raises:
        SettingError: the setting names what is no file, or the file is no mapping of names to lists of names.
    """
    if not path.is_file():
        if path.exists() or path != Settings.aliases:
            raise SettingError(f"ON_THE_RECORD_ALIASES is '{path}', where there is no file; name one or leave it out.")
        return NO_ALIASES
    # Imported here, as few have such a file.
    import yaml

    try:
        entries = yaml.safe_load(path.read_text(encoding="utf-8")) or {}
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise SettingError(f"{path} cannot be read as YAML ({type(error).__name__}); correct or remove it.") from error
    if not isinstance(entries, dict) or not all(isinstance(each, (list, str)) for each in entries.values()):
        raise SettingError(
            f"{path} must contain lines like 'Ana Ruiz: [A. Ruiz, the mayor of Vesk]'; correct or remove it."
        )
    names: dict[str, str] = {}
    for name, aliases in entries.items():
        for alias in [name, *([aliases] if isinstance(aliases, str) else aliases)]:
            names[str(alias).lower()] = str(name)
    return Aliases(names)


@dataclass(frozen=True)
class Speaker:
    """One person of the register: the fullest form of the name, the other forms, how much they said and when."""

    name: str
    forms: tuple[str, ...]
    statements: int
    first: str | None
    last: str | None


def register(rows: Iterable[tuple[str, int, str | None, str | None]], aliases: Aliases) -> list[Speaker]:
    """Return the people behind rows of (name, statements, first day, last day), most statements first.

    A surname alone joins the one full name of its key; where two people bear it, it stays by itself.
    """
    groups: list[list[tuple[str, int, str | None, str | None]]] = []
    ordered = sorted(rows, key=lambda row: (-len(row[0].split()), -row[1], row[0]))
    by_key: dict[str, list[int]] = {}
    for row in ordered:
        if not is_name(row[0]) and row[0].lower() not in aliases.names:
            # "The senator" is another one in every text; only the same words are the same description.
            same = by_key.setdefault(f"described {row[0].lower()}", [len(groups)])
            if same[0] == len(groups):
                groups.append([])
            groups[same[0]].append(row)
            continue
        canonical = _as_aliased(row[0], aliases)
        key = name_key(name_words(canonical)[-1])
        fitting = [at for at in by_key.get(key, []) if same_person(_as_aliased(groups[at][0][0], aliases), canonical)]
        if len(fitting) == 1 or (fitting and len(canonical.split()) > 1):
            groups[fitting[0]].append(row)
        else:
            by_key.setdefault(key, []).append(len(groups))
            groups.append([row])
    people = [_speaker(group, aliases) for group in groups]
    return sorted(people, key=lambda each: (-each.statements, each.name))


def _as_aliased(name: str, aliases: Aliases) -> str:
    return aliases.names.get(name.lower(), name)


def is_name(name: str) -> bool:
    """Return whether somebody is named, not described: "one former aide" is nobody else's name."""
    return all(word[0].isupper() or word in {"de", "van", "von", "bin", "al"} for word in name.split())


def _speaker(group: Sequence[tuple[str, int, str | None, str | None]], aliases: Aliases) -> Speaker:
    most = max(group, key=lambda row: (len(row[0].split()) > 1, row[1]))[0]
    days = sorted(day for _, _, first, last in group for day in (first, last) if day)
    name = _as_aliased(most, aliases)
    forms = tuple(row[0] for row in group if row[0] != name)
    return Speaker(
        name=name,
        forms=forms,
        statements=sum(row[1] for row in group),
        first=days[0] if days else None,
        last=days[-1] if days else None,
    )

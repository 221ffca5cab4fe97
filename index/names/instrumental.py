"""Names behind "with" in Polish, Russian and Ukrainian ("z Hanną Dobrzycką", "с Верой Логиновой") in the nominative.

Only what the endings settle is changed: of an unsettled name nothing comes back.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from index.text.expressions import expression
from index.text.word_lists import given_names

_Rules = Sequence[tuple[str, tuple[str, ...]]]
_POLISH_GIVEN: _Rules = (
    (r"włem$", ("weł",)),
    (r"ią$", ("ia", "a")), (r"ą$", ("a",)), (r"kiem$", ("ek", "k")), (r"iem$", ("", "i", "ień")), (r"em$", ("",)),
    (r"[iy]m$", ("i", "y")),
)  # fmt: skip
_POLISH_SURNAME: _Rules = (
    (r"ą$", ("a",)), (r"([scd]?z?k)im$", (r"\1i",)), (r"([^kg])ym$", (r"\1y",)), (r"([aeiouy][kg])iem$", (r"\1",)),
    (r"([aeiouyąęó](?:cz|sz|rz|ch|[bcdfghjlłmnprstwz]))em$", (r"\1",)),
)  # fmt: skip
_EASTERN_GIVEN: _Rules = (
    (r"ией$", ("ия",)), (r"ією$", ("ія",)), (r"ьей$", ("ья",)), (r"(?:ей|ею)$", ("я", "а")), (r"(?:ой|ою)$", ("а",)),
    (r"ием$", ("ий",)), (r"ієм$", ("ій",)), (r"[еє]ем$", ("ей",)), (r"[еє]м$", ("ь", "й", "")), (r"[ао]м$", ("",)),
)  # fmt: skip
_EASTERN_SURNAME: _Rules = (
    (r"([оеё]в|[иы]н)ой$", (r"\1а",)), (r"([сц]к)ой$", (r"\1ая",)), (r"ой$", ("ая",)), (r"([сц]ьк)ою$", (r"\1а",)),
    (r"([оеєії]в|[иії]н)ою$", (r"\1а",)), (r"([оеё]в|[иы]н)ым$", (r"\1",)), (r"([оеєії]в|[иії]н)им$", (r"\1",)),
    (r"([сц]к)им$", (r"\1ий",)), (r"([сц]ьк)им$", (r"\1ий",)), (r"ым$", ("ый",)), (r"(ко)м$", (r"\1",)),
    (r"([бвгджзклмнпрстфхцчшщ])ом$", (r"\1",)),
)  # fmt: skip
_INSTRUMENTAL = expression(r"(?:[ąm]|[оеє][йюм]|[иы]м|[іє]ю)$")


def nominative_behind_with(name: str) -> str | None:
    """Return a full name in the instrumental ("Janem Kowalskim") in its nominative, None where it is not settled."""
    words = name.split()
    if len(words) < 2 or not all(word[:1].isupper() for word in words):
        return None
    eastern = re.search("[а-яіїєґё]", name) is not None
    givens = [_given(word, eastern) for word in words[:-1]]
    female = (givens[0] or "")[-1:] in {"a", "а", "я"}
    parts = [_surname(part, eastern, female=female) for part in words[-1].split("-")]
    surname = None if None in parts else "-".join(filter(None, parts))
    return None if None in givens or surname is None else " ".join([*(each or "" for each in givens), surname])


def _given(word: str, eastern: bool) -> str | None:
    found = list(_forms(word, _EASTERN_GIVEN if eastern else _POLISH_GIVEN))
    known = [each for each in found if each.lower() in given_names()]
    return known[0] if known else found[0] if len(found) == 1 else None


def _surname(word: str, eastern: bool, *, female: bool) -> str | None:
    """Return a surname's nominative: a woman's that ends with a consonant stands in all cases."""
    found = next(_forms(word, _EASTERN_SURNAME if eastern else _POLISH_SURNAME), None)
    if found is None or female and word[-1] in "mм":
        return word if female or not _INSTRUMENTAL.search(word) else None
    return found


def _forms(word: str, rules: _Rules) -> Iterator[str]:
    """Yield the forms that the first fitting rule makes of a word."""
    for ending, instead in rules:
        if re.search(ending, word):
            yield from (re.sub(ending, each, word) for each in instead)
            return

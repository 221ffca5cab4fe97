"""Words of Polish, Ukrainian and Belarusian in any case -> keys under which the cases of one word meet.

"o inwestorze" asks for "inwestora", "на кордоні" for "кордон". The stemmers in use know English and Russian, so
endings are taken off by a list and a consonant that changes before them stands for what it comes from. Keys only widen
what a question in one of these languages looks for; nothing is stored under them.
"""

from __future__ import annotations

from index.text.expressions import expression
from index.text.stems import plain

LEAST = 3
"""Letters that an ending leaves at least."""
_POLISH_ENDING = expression(r"(?:owie|ami|ach|ego|emu|ymi|imi|iej|iem|ow|om|em|ie|ia|iu|ej|ym|im|[aeiouy])$")
_EASTERN_ENDING = expression(
    r"(?:ами|ями|амі|ямі|аў|яў|оў|ёў|ові|еві|ого|ому|ах|ях|ов|ев|ів|ам|ям|ом|ем|ою|ею|[аеиоуіюяєьыэйў]{1,2})$"
)
_SOFT = {
    "pl": (("rz", "r"), ("dz", "d"), ("dz", "g"), ("sc", "st"), ("cz", "k"), ("sz", "ch"), ("c", "k"), ("c", "t")),
    "uk": (("ц", "к"), ("з", "г"), ("с", "х"), ("ч", "к"), ("ж", "г")),
}


def case_table(language: str) -> str | None:
    """Return by which endings the cases of a language meet: "pl", or "uk" for Ukrainian and Belarusian; else None."""
    return {"pl": "pl", "uk": "uk", "be": "uk"}.get(language)


def case_keys(word: str, language: str) -> frozenset[str]:
    """Return the keys of a word or stem: its stem without an ending, and with its last consonants as they harden."""
    bare = plain(word).replace("ł", "l")
    ending = (_POLISH_ENDING if language == "pl" else _EASTERN_ENDING).search(bare)
    stem = bare[: ending.start()] if ending and ending.start() >= LEAST else bare
    hard = {f"{stem[: -len(soft)]}{instead}" for soft, instead in _SOFT[language] if stem.endswith(soft)}
    return frozenset({stem, *hard}) if len(stem) >= LEAST else frozenset()

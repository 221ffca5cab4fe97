"""Words whose tag depends on their surroundings: "went on" as a verb of saying, "May" as a surname."""

from __future__ import annotations

from typing import TYPE_CHECKING

from index.cues.verbs import SPEECH, Verb
from index.text.word_lists import given_names

if TYPE_CHECKING:
    from index.cues.cues import Tokens

_GOES: dict[str, Verb] = {"went": Verb("continue", "past"), "goes": Verb("continue", "s")}
_HONORIFICS = frozenset("mr mrs ms miss dr sir dame lord lady minister president secretary mayor".split())


def retag(made: Tokens) -> None:
    """Set the tags of what a single word does not tell."""
    quoted = "Q" in made.tags
    for position, word in enumerate(made.lower):
        if quoted and word in _GOES and _goes_on(made, position):
            made.tags[position], made.tags[position + 1] = "V", "R"
            made.verbs[position] = _GOES[word]
        elif word in _NOUNS_IN_S and made.tags[position] == "v" and _is_noun(made, position):
            made.tags[position] = "n"
        elif word == "may" and made.tags[position] == "Z" and _is_surname(made, position):
            made.tags[position] = "N"


def _is_noun(made: Tokens, position: int) -> bool:
    """Return whether "wins" is a noun: "her first Oscar wins, saying"; no object follows, and a noun phrase leads."""
    following = made.tags[position + 1] if position + 1 < len(made) else "."
    return (
        position > 1 and following in ",.;" and made.tags[position - 1] in "Nn" and made.tags[position - 2] in "nDR#C"
    )


_NOUNS_IN_S = frozenset("wins works looks plays lives runs moves turns starts helps uses leads holds leaves".split())


def _goes_on(made: Tokens, position: int) -> bool:
    """Return whether "went on" stands alone beside a quotation; "the show went on for an hour" is no saying."""
    if made.lower[position + 1 : position + 2] != ["on"]:
        return False
    return position + 2 >= len(made) or made.tags[position + 2] in ",.:;Q-"


def _is_surname(made: Tokens, position: int) -> bool:
    """Return whether "May" is somebody: behind a given name or title, or beside a verb of saying as its subject."""
    before = made.lower[position - 1].rstrip(".") if position else ""
    if before in _HONORIFICS or before in given_names() and made.tags[position - 1] == "N":
        return True
    opens = position == 0 or made.tags[position - 1] in ",;:-.QSCWx"
    verb = made.verbs[position + 1] if position + 1 < len(made) else None
    if opens and verb and verb.lemma in SPEECH and verb.form in {"past", "s"}:
        return True
    said = made.verbs[position - 1] if position else None
    follows = made.tags[position + 1] if position + 1 < len(made) else "."
    return bool(said and said.lemma in SPEECH and said.form in {"past", "s"} and follows in ",.;Q-")

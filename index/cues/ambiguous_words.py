"""Words whose tag depends on their surroundings: "claims", "went on" of speech, "May" as a surname."""

from __future__ import annotations

from index.cues.tokens import Tokens, skipped_left
from index.cues.verbs import SPEECH, Verb
from index.cues.word_classes import NOUNS_TOO
from index.text.word_lists import given_names

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


def is_verb(made: Tokens, position: int) -> bool:
    """Return whether a form in the list is a verb here; a noun or adjective of that form is none."""
    verb = made.verbs[position]
    assert verb is not None
    before = skipped_left(made, position)
    tag = made.tags[before] if before >= 0 else ""
    following = made.tags[position + 1] if position + 1 < len(made) else ""
    lower = made.lower[position]
    if lower == "state" and following in {"N", "n", "v", "V"}:
        # "But state Rep. Ana Ruiz said …", "state media said"
        return False
    if lower in NOUNS_TOO and _in_a_source(made, before):
        return False
    if tag == "D" and made.lower[before] in _STANDING_ALONE and verb.form in {"past", "s"}:
        return True
    if tag == "D" or (tag in {"N", "n"} and made.lower[before].endswith(("'s", "s'"))):
        return False
    if verb.form == "ing":
        accused = made.lower[before] == "of" and bool(ACCUSING & set(made.lower[max(0, before - 5) : before]))
        return tag != "I" or accused or made.lower[before] in _BEFORE_GERUND
    if verb.form in {"past", "participle"}:
        return not (tag == "I" and following in {"n", "N"})
    if tag in {"T", "P", "W", "A", "C", ",", "O"} or tag == "":
        # "Compared the data to records"
        return not (tag == "T" and verb.form == "s" and before == position - 1)
    if verb.form == "base":
        if following == "Q" and tag in "nN":
            return True
        if (
            tag == "N"
            and following in {"", ".", ","}
            and lower in NOUNS_TOO
            and not _ends_after_quotation(made, before, following)
        ):
            # "according to a United Nations forecast"
            return False
        if tag == "N":
            return made.lower[before].endswith("s") or (before > 1 and made.tags[before - 1] == "C")
        plural = made.lower[before].endswith(("s", "people", "men", "women")) and not made.lower[before].endswith("ss")
        return tag in {"n", "#", ")", "Z"} and (plural or tag != "n")
    if lower in NOUNS_TOO:
        said = following in {"S", "D", "P", "Q", "O", ":", "T"} or (tag == "N" and following in {"N", "I"})
        return tag in {"N", "n", ")", "-"} and (said or _ends_after_quotation(made, before, following))
    return tag in {"N", "n", ")", "-", "#", "Z", "Q"}


def _in_a_source(made: Tokens, before: int) -> bool:
    """Return whether a word ends the phrase behind "according to": "according to a United Nations forecast"."""
    while before > 0 and made.tags[before] in "nND":
        before -= 1
    return before > 0 and made.lower[before - 1 : before + 1] == ["according", "to"]


def _ends_after_quotation(made: Tokens, before: int, following: str) -> bool:
    """Return whether a verb closes what stands behind a quotation: "“…,” the lawsuit claims."."""
    while before > 0 and made.tags[before] in "nND":
        before -= 1
    return following in {"", "."} and made.tags[before] == "Q"


_BEFORE_GERUND = frozenset("by after before in for without while".split())

# "each recognized", "many say"
_STANDING_ALONE = frozenset("each some many most all both few several half".split())

ACCUSING = frozenset("accuse accuses accused accusing suspect suspected suspects".split())

"""Words whose tag depends on their surroundings: "claims", "went on" of speech, "May" as a surname."""

from __future__ import annotations

from index.cues.tokens import (
    AUXILIARY,
    CLOSING,
    COLON,
    COMMA,
    CONJUNCTION,
    CUE_VERB,
    DASH,
    DETERMINER,
    FULL_STOP,
    NAME,
    NOUN,
    NUMBER,
    OBJECT,
    OTHER_VERB,
    PREPOSITION,
    PRONOUN,
    QUOTATION,
    RELATIVE,
    SUBORDINATOR,
    TIME,
    TO,
    Tokens,
    skipped_left,
)
from index.cues.verbs import SPEECH, Verb
from index.cues.word_classes import NOUNS_TOO
from index.text.word_lists import given_names

_GOES: dict[str, Verb] = {"went": Verb("continue", "past"), "goes": Verb("continue", "s")}
_HONORIFICS = frozenset("mr mrs ms miss dr sir dame lord lady minister president secretary mayor".split())


def retag(tokens: Tokens) -> None:
    """Set the tags of what a single word does not tell."""
    quoted = QUOTATION in tokens.tags
    for position, word in enumerate(tokens.lower):
        if quoted and word in _GOES and _goes_on(tokens, position):
            tokens.tags[position], tokens.tags[position + 1] = "V", "R"
            tokens.verbs[position] = _GOES[word]
        elif word in _NOUNS_IN_S and tokens.tags[position] == OTHER_VERB and _is_noun(tokens, position):
            tokens.tags[position] = "n"
        elif word == "may" and tokens.tags[position] == TIME and _is_surname(tokens, position):
            tokens.tags[position] = "N"


def _is_noun(tokens: Tokens, position: int) -> bool:
    """Return whether "wins" is a noun: "her first Oscar wins, saying"; no object follows, and a noun phrase leads."""
    following = tokens.tags[position + 1] if position + 1 < len(tokens) else "."
    return (
        position > 1
        and following in ",.;"
        and tokens.tags[position - 1] in "Nn"
        and tokens.tags[position - 2] in "nDR#C"
    )


_NOUNS_IN_S = frozenset("wins works looks plays lives runs moves turns starts helps uses leads holds leaves".split())


def _goes_on(tokens: Tokens, position: int) -> bool:
    """Return whether "went on" stands alone beside a quotation; "the show went on for an hour" is no saying."""
    if tokens.lower[position + 1 : position + 2] != ["on"]:
        return False
    return position + 2 >= len(tokens) or tokens.tags[position + 2] in ",.:;Q-"


def _is_surname(tokens: Tokens, position: int) -> bool:
    """Return whether "May" is somebody: behind a given name or title, or beside a verb of saying as its subject."""
    before = tokens.lower[position - 1].rstrip(".") if position else ""
    if before in _HONORIFICS or before in given_names() and tokens.tags[position - 1] == NAME:
        return True
    opens = position == 0 or tokens.tags[position - 1] in ",;:-.QSCWx"
    verb = tokens.verbs[position + 1] if position + 1 < len(tokens) else None
    if opens and verb and verb.lemma in SPEECH and verb.form in {"past", "s"}:
        return True
    said = tokens.verbs[position - 1] if position else None
    follows = tokens.tags[position + 1] if position + 1 < len(tokens) else "."
    return bool(said and said.lemma in SPEECH and said.form in {"past", "s"} and follows in ",.;Q-")


def is_verb(tokens: Tokens, position: int) -> bool:
    """Return whether a form in the list is a verb here; a noun or adjective of that form is none."""
    verb = tokens.verbs[position]
    assert verb is not None
    before = skipped_left(tokens, position)
    tag = tokens.tags[before] if before >= 0 else ""
    following = tokens.tags[position + 1] if position + 1 < len(tokens) else ""
    lower = tokens.lower[position]
    if lower == "state" and following in {NAME, NOUN, OTHER_VERB, CUE_VERB}:
        # "But state Rep. Ana Ruiz said …", "state media said"
        return False
    if lower in NOUNS_TOO and _in_a_source(tokens, before):
        return False
    if tag == DETERMINER and tokens.lower[before] in _STANDING_ALONE and verb.form in {"past", "s"}:
        return True
    if tag == DETERMINER or (tag in {NAME, NOUN} and tokens.lower[before].endswith(("'s", "s'"))):
        return False
    if verb.form == "ing":
        accused = tokens.lower[before] == "of" and bool(ACCUSING & set(tokens.lower[max(0, before - 5) : before]))
        return tag != PREPOSITION or accused or tokens.lower[before] in _BEFORE_GERUND
    if verb.form in {"past", "participle"}:
        return not (tag == PREPOSITION and following in {NOUN, NAME})
    if tag in {TO, PRONOUN, RELATIVE, AUXILIARY, CONJUNCTION, COMMA, OBJECT} or tag == "":
        # "Compared the data to records"
        return not (tag == TO and verb.form == "s" and before == position - 1)
    if verb.form == "base":
        if following == QUOTATION and tag in "nN":
            return True
        if (
            tag == NAME
            and following in {"", FULL_STOP, COMMA}
            and lower in NOUNS_TOO
            and not _ends_after_quotation(tokens, before, following)
        ):
            # "according to a United Nations forecast"
            return False
        if tag == NAME:
            return tokens.lower[before].endswith("s") or (before > 1 and tokens.tags[before - 1] == CONJUNCTION)
        plural = tokens.lower[before].endswith(("s", "people", "men", "women")) and not tokens.lower[before].endswith(
            "ss"
        )
        return tag in {NOUN, NUMBER, CLOSING, TIME} and (plural or tag != NOUN)
    if lower in NOUNS_TOO:
        said = following in {SUBORDINATOR, DETERMINER, PRONOUN, QUOTATION, OBJECT, COLON, TO} or (
            tag == NAME and following in {NAME, PREPOSITION}
        )
        return tag in {NAME, NOUN, CLOSING, DASH} and (said or _ends_after_quotation(tokens, before, following))
    return tag in {NAME, NOUN, CLOSING, DASH, NUMBER, TIME, QUOTATION}


def _in_a_source(tokens: Tokens, before: int) -> bool:
    """Return whether a word ends the phrase behind "according to": "according to a United Nations forecast"."""
    while before > 0 and tokens.tags[before] in "nND":
        before -= 1
    return before > 0 and tokens.lower[before - 1 : before + 1] == ["according", "to"]


def _ends_after_quotation(tokens: Tokens, before: int, following: str) -> bool:
    """Return whether a verb closes what stands behind a quotation: "“…,” the lawsuit claims."."""
    while before > 0 and tokens.tags[before] in "nND":
        before -= 1
    return following in {"", FULL_STOP} and tokens.tags[before] == QUOTATION


_BEFORE_GERUND = frozenset("by after before in for without while".split())

# "each recognized", "many say"
_STANDING_ALONE = frozenset("each some many most all both few several half".split())

ACCUSING = frozenset("accuse accuses accused accusing suspect suspected suspects".split())

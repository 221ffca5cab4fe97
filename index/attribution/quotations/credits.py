"""A quotation with the name of whom it is of right behind it, and no verb: a pull quote with its credit."""

from __future__ import annotations

import re

from index.attribution.owner import COLON, Owner
from index.attribution.quotations.quoted import Quoted
from index.attribution.speaker_lookup import SpeakerLookup
from index.names.titles import NAME
from index.text.expressions import expression

_CREDIT = expression(
    r"[”\"’'»]?[*_]{0,3}"
    r"(?P<parted>[ ]{0,3}[—–-]{1,3}[ ]{0,3}|[ ]{0,3}\n[> ]{0,4}(?:\n?[> ]{0,4}[—–-]{1,3}[ ]{0,3})?|[ ]+)"
    rf"[*_]{{0,3}}(?P<name>{NAME})[*_]{{0,3}}"
    r"(?P<role>, [^\n.,!?“”\"]{2,60}(?:, [^\n.,!?“”\"]{2,60})?)?(?P<end>\.?[*_]{0,3} *(?:\n|$)|\. (?=[A-Z]))"
)
_DASH = expression(r"[—–-]")
_ITEM = expression(r"\s{0,3}[—–*-]{1,3}[ ]")
_NO_CREDIT = expression(r"(?:By|Photos?|Photograph|Pictures?|Images?|Videos?|Source|Read|See|Updated|Published)\b")
_SAID_WHOLE = expression(r"[.!?…]$")
_OPENING = frozenset("The A An In On At After Before When While But As Since".split())
_SUFFIXES = frozenset("Jr Jr. Sr Sr. II III IV".split())
_RUN = expression(rf"[”\"’'»]? (?P<run>{NAME})")


def owner_by_credit(quoted: Quoted, lookup: SpeakerLookup) -> Owner | None:
    """Return whom the credit behind a quotation names, nobody where whom it names is unsure; None without a credit."""
    quotation = quoted.quotation
    match = _CREDIT.match(quoted.text, quotation.end)
    if not _may_be_credited(quoted, match):
        return None
    if match is None:
        return _run_into_a_sentence(quoted, lookup)
    dashed, stopped = _DASH.search(match["parted"]), "." in match["end"]
    if stopped and not dashed or _NO_CREDIT.match(match["name"]) or " " not in match["name"]:
        return None
    name = lookup.named_at(match.span("name"), match.start("name"))
    if name is None or not match["name"].endswith(name.split()[-1]) or " " not in name or "’ " in match["name"]:
        # "Republicans’ Long, Uneasy Road": a heading
        return None
    if not dashed and lookup.people.kind(name).person is False:
        return None
    return Owner(name, None, COLON, attached=True)


def _may_be_credited(quoted: Quoted, match: re.Match[str] | None) -> bool:
    """Return whether a quotation is one that may have a credit: whole, or by itself above it; in a turn both."""
    if quoted.turn is not None and not _stands_apart(quoted, match):
        return False
    said = quoted.text[quoted.quotation.start : quoted.quotation.end].rstrip()
    return _SAID_WHOLE.search(said) is not None or _is_below(quoted, match)


def _stands_apart(quoted: Quoted, match: re.Match[str] | None) -> bool:
    """Return whether a quotation in somebody's own text is a paragraph with a name and a post on the line below it."""
    if match is None or not match["role"] or "\n" not in match["parted"]:
        return False
    text, start = quoted.text, quoted.quotation.start
    return not text[text.rfind("\n", 0, start) + 1 : start].strip(" \t>*_“\"„«‘'")


def _is_below(quoted: Quoted, match: re.Match[str] | None) -> bool:
    """Return whether a credit stands behind a dash on a line below, no item of a list, and the quotation on its own."""
    if match is None or not ("\n" in match["parted"] and _DASH.search(match["parted"])):
        return False
    text, start = quoted.text, quoted.quotation.start
    line = text[text.rfind("\n", 0, start) + 1 : start].strip(" \t>*_“\"„«‘'")
    return not line and not _ITEM.match(text, match.end())


def _run_into_a_sentence(quoted: Quoted, lookup: SpeakerLookup) -> Owner | None:
    """Return the owner by a credit that no line parts from the next sentence: "“…” Ida Brandt The flats are old."."""
    match = _RUN.match(quoted.text, quoted.quotation.end)
    words = match["run"].split() if match else []
    if match is None or len(words) < 3 or words[2] in _SUFFIXES:
        return None
    first = " ".join(words[:2])
    start = match.start("run")
    if words[2] in _OPENING:
        name = lookup.named_at((start, start + len(first)), start)
        return Owner(name, None, COLON, attached=True) if name else Owner()
    # "“…” Ida Brandt Vesk has flats": who is named elsewhere ends before the next word.
    return Owner() if quoted.text.count(first) > 1 and quoted.text.count(" ".join(words[:3])) == 1 else None

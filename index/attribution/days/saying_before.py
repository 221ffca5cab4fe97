"""Whether a span of text ends with a verb of saying, and at most to whom and where something was said."""

from __future__ import annotations

from index.cues.verbs import SPEECH, VERBS, WEAK
from index.text.expressions import expression

_LONGEST_MEETING = 12
_ADDRESSING = frozenset("tell warn assure remind inform ask promise write".split())
_NO_ADDRESSEE = frozenset(
    "of about on over that to in at for with from by as how why what whether who which and when while after".split()
)
_WHOM = r"(?: (?:the|his|her|their|this|an?))? [\w’'-]+(?: [\w’'-]+){0,2}"
_MEETING = expression(_WHOM + r" (?:in|at|during|for) (?:an?|the|his|her|their|its)(?: [\w’'-]+){1,3}")
_CLAUSE_WORDS = frozenset(
    "he she it they we i you who which that was were is are had has have be been would will".split()
)
_OF_PLACES = frozenset("about of over than since until before after because although if".split())
_LONGEST_PLACE = 8
_IN_NAMES = expression(r"[’'.&-]")
"""What stands inside names beside letters and figures: "Hats.example", "O’Dell"."""


def ends_with_saying(before: str) -> bool:
    """Return whether a span ends with a verb of saying, and at most whom it was said to: "told the council"."""
    words = before.split()[-_LONGEST_MEETING:]
    return _end_with_saying(words[-5:]) or _ends_at_a_place(words) or _ends_at_a_meeting(words)


def _end_with_saying(words: list[str]) -> bool:
    for at in range(len(words) - 1, -1, -1):
        verb = VERBS.get(words[at].lower())
        if words[at].lower() == "speaking" or (verb and verb.lemma in SPEECH - WEAK):
            return _is_addressee(words[at + 1 :], verb is not None and verb.lemma in _ADDRESSING)
    return False


def _ends_at_a_place(words: list[str]) -> bool:
    """Return whether words end with a verb of saying and where or to whom: "wrote on Chirper", "said in a podcast"."""
    for at in range(max(1, len(words) - _LONGEST_PLACE), len(words) - 1):
        rest = words[at + 1 :]
        if _CLAUSE_WORDS & set(rest) or _OF_PLACES & set(rest) or any(each[-1] in ",.;:" for each in rest):
            continue
        if _opens_a_place(words[at], rest[0]) and _end_with_saying(words[max(0, at - 5) : at]):
            return True
    return False


def _opens_a_place(preposition: str, following: str) -> bool:
    if preposition in {"to", "with"}:
        return True
    named = following[0].isupper() or following in {"television", "radio", "camera", "stage", "air"}
    kind = following in {"a", "an", "his", "her", "their", "its"}
    return preposition in {"on", "via", "in", "at"} and named or preposition in {"on", "in", "at", "during"} and kind


def _ends_at_a_meeting(words: list[str]) -> bool:
    """Return whether words end with whom something was said to, and where: "told the staff in a closed meeting"."""
    for at in range(len(words) - 1, -1, -1):
        verb = VERBS.get(words[at].lower())
        if verb and verb.lemma in _ADDRESSING and verb.form == "past":
            rest = words[at + 1 :]
            return not _CLAUSE_WORDS & set(rest) and bool(_MEETING.fullmatch(" " + " ".join(rest)))
    return False


def _is_addressee(words: list[str], addressing: bool) -> bool:
    if any(not _IN_NAMES.sub("", word).isalnum() for word in words):
        return False
    if not words or addressing:
        return not any(word in _NO_ADDRESSEE for word in words)
    named = words[words[0] == "the" :]
    return words[0] in {"reporters", "journalists"} or bool(named and all(word[0].isupper() for word in named))

"""Operators that give words a sense ("never", "if", "they claim"), and a sentence cut into what stands around words.

All of this is about one sentence in small letters: what stands before some words, they themselves, and what
stands after. Operators are data (`index/text/lexicon/sense.json`); one counts where nothing ends its clause before the
words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from index.cues.verbs import SPEECH, VIEWS
from index.text.expressions import expression
from index.text.negation import LEXICON, NEGATIONS

TELLING = (SPEECH | VIEWS | {"think", "claim", "know"}) - {"ask", "know", "open", "begin"}
REACH = 1_500
"""So many characters before and after the words are read at most."""
AHEAD = 40
OPENING, CLOSING = "“„«‘‚\"'([", "”“»’\"')]"


def one_of(patterns: Iterable[str]) -> re.Pattern[str]:
    """Return what finds any of the patterns as whole words, the longest first."""
    return expression(rf"(?<![\w'-])(?:{'|'.join(sorted(patterns, key=len, reverse=True))})(?![\w'])")


_NEGATORS = sorted((re.escape(each) for each in NEGATIONS - {"n't"}), key=len, reverse=True)
NOT = rf"(?:(?<![\w'])(?:{'|'.join(_NEGATORS)})(?![\w'])|n't(?!\w))"
CANCELLED = expression(rf"{NOT}(?: [\w']+){{0,4}}? (?:{'|'.join(LEXICON['cancelling'])})(?!\w)")
HARMLESS = one_of(LEXICON["harmless"])
_ASIDE = expression(r"(?<=\bthat), (?:when|as|after|if|despite|in|at|for|with|before|while|although|even)\b[^,]{0,80},")
DENIED = expression(rf"{NOT}|{one_of(LEXICON['denials']).pattern}")
CONDITIONAL = one_of(LEXICON["conditions"])
ASKED = one_of(LEXICON["questions"])
REPORTED = expression(rf"(?<![\w'])(?:{'|'.join(LEXICON['hearsay'])})")
HYPOTHETICAL = one_of(LEXICON["hypotheses"])
INVERTED = expression(r"(?:and |so |but )?(?:had|were|should) (?:not )?[\w']+ [\w']+")
WILL_HOLD = expression(r"\b(?:will|shall|won't|cannot|can't|must)\b|\w'll\b")
# "Otherwise the mill will close", "or else they lose": what comes if something is not done.
THEN_ELSE = expression(
    r"(?:^|(?<=[;,:—–] )|\b(?:that|because|as|or|and|but|for|since) )"
    r"(?:otherwise|or else|иначе|інакше|інакш|inaczej),? "
    r"(?=(?:[^\s,;:!?]{1,40} ){0,7}?"
    r"(?:[\w'-]+'ll|will|would|won't|can|cannot|can't|could|might|may|must|shall|is|are|there)\b|"
    r"[а-яіїєґўąćęłńóśźż])"
)
WOULD = expression(r"\b(?:would|could|might)\b")


@dataclass(frozen=True)
class Cut:
    """Words in their sentence, in small letters: what stands before them, they themselves, what stands after."""

    before: str
    own: str
    after: str


def plain(text: str) -> str:
    """Return the text in small letters with one kind of apostrophe and space, each character in its place."""
    small = text.lower()
    if len(small) != len(text):
        small = "".join(each.lower() if len(each.lower()) == 1 else each for each in text)
    return re.sub(r"\s", " ", small.replace("’", "'").replace("‘", "'"))


def blank(text: str) -> str:
    """Return the text with spaces for what looks like an operator and is none ("not only", "no doubt")."""

    def spaces(match: re.Match[str]) -> str:
        return " " * len(match[0])

    return CANCELLED.sub(spaces, HARMLESS.sub(spaces, _ASIDE.sub(spaces, text)))


def in_question(text: str, at: int) -> bool:
    """Return whether an "if" at a position only leads to a question or a likeness: "ask if", "as if"."""
    return any(each.start() <= at < each.end() for each in ASKED.finditer(text)) or text[:at].rstrip().endswith(" as")


def is_no_condition(text: str, match: re.Match[str]) -> bool:
    """Return whether an "if" sets no condition: "as if", "even if", "asked if"."""
    return text[: match.start()].rstrip().endswith((" as", "even")) or in_question(text, match.start())


_RELATIVE = expression(
    r"(?<![\w'-])(?:[\w'-]{1,40} ){2}[\w'-]{1,40} (?:who|whom|whose) "
    r"(?:(?:will|would|can|could|may|might|must|should|\w{1,20}ly) ){0,2}[\w'-]{1,40}(?P<rest>[^,;:—–]{0,400})$"
)
_MAIN = expression(
    r"\b(?:will|would|won't|wouldn't|can|can't|cannot|could|couldn't|may|might|must|shall|should|is|are|was|were|has|have"
    r"|had|do|does|did)\b|n't\b|'(?:ll|re|ve|s|d)\b"
)
_HABIT = expression(r"\b(?:rarely|seldom|hardly|scarcely|barely|usually|normally|generally|often|mostly|typically)\b")


def qualifies_a_detail(before: str, operator: str) -> bool:
    """Return whether a condition is of a part of the words before it: "a blow to patients who need help if they fall".

    An exception from a habit sets no condition either: "we rarely see anybody unless it snows".
    """
    if operator == "unless" and _HABIT.search(before) and not (WILL_HOLD.search(before) or WOULD.search(before)):
        return True
    relative = _RELATIVE.search(before)
    return relative is not None and not _MAIN.search(relative["rest"])

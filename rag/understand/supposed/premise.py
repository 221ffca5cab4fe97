"""A question -> what it takes for granted, or asks whether it is so: "Why did the mayor close the pool?" that she did.

Only its words are told apart: who is said to have done something, and what, without the word that denies it ("refuse
to warn" supposes that nobody was warned).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from index.text.expressions import expression
from index.text.stems import STOPWORDS, plain

_AUXILIARY = r"(?P<auxiliary>did|does|do|has|have|had|is|are|was|were|will|would|can|could)"
_PREMISE = expression(
    r"^\W*(?:(?:and|so|but|well|then) )?(?:(?P<wh>why|how come|for (?:what|which) reason|on what grounds|"
    r"how (?:many|much)\b(?P<object>[^?]*?)|how (?:long|often|far)|how|since when|when|where) )?"
    rf"{_AUXILIARY}(?:n['’]t)? (?P<rest>\S.*?)[\s?.!]*$",
    re.IGNORECASE | re.DOTALL,
)
_DENYING = expression(
    r"\b(?:(?:refus(?:e[sd]?|ing)|fail(?:s|ed|ing)?|declin(?:e[sd]?|ing)|forg[eo]t(?:s|ten)?|neglect(?:s|ed|ing)?|"
    r"hesitat(?:e[sd]?|ing)|decid(?:e[sd]?|ing) not|choos(?:e|es|ing) not|chose not|unwilling|unable) to"
    r"|not|never)\b|n['’]t\b",
    re.IGNORECASE,
)
_WISH = expression(
    r"^(?:(?:want|wish|decid|try|tri|plan|agree|choos|chos|intend|need|ha[vs]|had|beg[aiu]n|start|continu|seek|sought|mean"
    r"|meant|manag|threaten|vot|promis|pledg|vow|prepar|attempt|go|going|able)\w* to "
    r"(?!(?:the|an?|his|her|their|its|this|that|these|those)\b|[£$€\d]))+",
    re.IGNORECASE,
)
"""What stands before the deed and is none: who voted to defund somebody is asked about defunding."""
_SETTING = expression(
    r"\s*\b(?:in|during|at|according to) (?:his|her|their|its|the|a) (?:\S+ ){0,3}?(?:speech|address|remarks|interview|"
    r"statement|message|letter)\b.*$",
    re.IGNORECASE,
)
_TURNS_AWAY = expression(r"(?:den(?:y|ied)|reject|oppos|dismiss|disput|refut|condemn|criti)", re.IGNORECASE)
_OPENS_SUBJECT = frozenset("the a an his her their its our this that these those mr mrs ms president".split())
BODIES = frozenset(
    "council government court committee police parliament ministry university college company union editor minister "
    "mayor president officials councillors ministers".split()
)
"""What ends a name in small letters ("Lund council"), and acts without an article ("police"); none is a verb too."""
_PAST = frozenset(("did", "has", "have", "had", "was", "were"))
_BEING = frozenset(("is", "are", "was", "were"))
_APPOSITION = expression(r",[^,]{1,80},")
_ASIDE = expression(
    r"\b(?:(?:after|by|for|to) )?(?:\w+self|\w+selves)\b ?"
    r"|\b(?:really|ever|actually|also|first|then|suddenly|finally|once|again)\b ?",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Premise:
    """What a question supposes or asks whether it is so, and whether it supposes that it is not so."""

    subject: str
    predicate: str
    denied: bool
    asked: bool
    """Whether it is asked ("Did the mayor close …?") and not taken for granted."""
    auxiliary: str
    turns_away: bool
    """Whether the deed is a denial itself: who asks whether somebody denied something is answered by the denial."""

    @property
    def of_an_actor(self) -> bool:
        """Return whether somebody acts: not "Lewandowski's book deal", and nothing that is only done to somebody."""
        is_owned = re.search(r"(?:['’]s|s['’])$", self.subject) is not None
        is_passive = self.auxiliary in _BEING or re.match(r"(?:been|being)\b", self.predicate) is not None
        return not is_owned and not is_passive


def premise_of(question: str) -> Premise | None:
    """Return what a question supposes of somebody, or None where it supposes nothing that its form shows."""
    match = _PREMISE.match(" ".join(question.split()))
    if match is None:
        return None
    negated = re.match(r"n['’]t", match[0][match.end("auxiliary") :], re.IGNORECASE) is not None
    denying = _DENYING.search(match["rest"])
    rest = _ASIDE.sub(
        "", f"{match['rest'][: denying.start()]} {match['rest'][denying.end() :]}" if denying else match["rest"]
    )
    words = _APPOSITION.sub(" ", rest).split()
    last = _end_of_subject(words)
    deed = _SETTING.sub("", _WISH.sub("", " ".join(words[last:])))
    if not deed or not _is_somebody(words[:last], match["auxiliary"].lower(), counted=bool(match["object"])):
        return None
    return Premise(
        subject=" ".join(words[:last]),
        predicate=" ".join(f"{deed} {match['object'] or ''}".split()),
        denied=bool(denying) or negated,
        asked=match["wh"] is None,
        auxiliary=match["auxiliary"].lower(),
        turns_away=_TURNS_AWAY.match(deed) is not None,
    )


def _is_somebody(subject: list[str], auxiliary: str, counted: bool) -> bool:
    """Return whether a question supposes a deed of somebody: not what members do, nor how many days there are.

    What is done at all times is no deed, unless it is done by somebody with a name.
    """
    named = any(each[:1].isupper() for each in subject) and not (counted and auxiliary != "did")
    is_body = len(subject) == 1 and subject[0].lower() in BODIES
    return named or is_body or (auxiliary in _PAST and subject[0].lower() in _OPENS_SUBJECT)


def _end_of_subject(words: list[str]) -> int:
    """Return before which word the subject ends: a run of capitals, or one noun behind its article."""
    at = 0
    while at < len(words) - 1 and words[at].lower() in _OPENS_SUBJECT:
        at += 1
    if not words or not words[at][:1].isupper():
        return at + 1 + (at < len(words) - 2 and words[at + 1].lower() in BODIES)
    while at < len(words) and (words[at][:1].isupper() or _joins(words, at)):
        at += 1
    return at + 1 if at < len(words) - 1 and words[at].lower() in BODIES else at


def _joins(words: list[str], at: int) -> bool:
    """Return whether a small word stands inside a name: "the Bank of Kestrel", "Sweden and Finland"."""
    between = plain(words[at]) in STOPWORDS and words[at].lower() in {"of", "and", "for", "the"}
    return between and at + 1 < len(words) and words[at + 1][:1].isupper()

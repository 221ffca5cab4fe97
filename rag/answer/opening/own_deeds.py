"""What somebody is asked to have done where they say it themselves: "I thank Canada" for "Did Lund thank Canada?"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from index.names.titles import is_title_word
from index.text.expressions import expression
from index.text.sentences import Span
from index.text.stems import stem, words
from rag.answer.opening.claims import Claim
from rag.find.lemmas import same_family

_PERFORMED = frozenset(
    stem(each)
    for verb in """thank congratulate condemn apologize welcome praise urge invite ask endorse support reject oppose
    denounce commend salute honor honour promise""".split()
    for each in same_family(stem(verb))
)
"""Verbs of what is done by saying it, so that "I would like to thank" thanks."""
_ADVERB = (
    r"(?:also|always|again|once|still|now|today|just|first|here|therefore|thus|too|especially|never|not|\w+ly|do|did|have"
    r"|has|had|do not|don['’]t|did not|didn['’]t|will not|won['’]t|cannot|can['’]t|\w+ and(?! I\b))"
)
_WISH = r"(?:(?:would|should) (?:\w+ )?(?:like|love) to|(?:\w+ )?(?:want|wish) to|must)"
_PLAIN = expression(rf"(?<![\w’'])(?:I|[Ww]e)(?:['’](?:ve|d))?(?:,? {_ADVERB},?)*\s+$")
_WISHED = expression(rf"(?<![\w’'])(?:I|[Ww]e)(?:['’]d like to)?(?:,? {_ADVERB},?)*(?: {_WISH})?(?:,? {_ADVERB})*\s+$")
_NOT_THEIRS = expression(
    r"\b(?:if|whether|unless|that|who|which|would be|when|because|said|says|say|wish|hope|why|could|imagine)\b[^.;:]*$",
    re.IGNORECASE,
)
_APART = expression(r"\b(?:that|who|which|because|for|to|when|but|not|as|if|than|without|unless)\b|[.;:!?]")
_PREPOSITION = expression(
    r"\b(?P<word>of|to|with|for|in|at|from|against|by|on|about|than|like|near|over|under|without)\s+"
    r"(?:(?:the|our|my|his|her|their|a|an)\s+)?(?:[^\W\d_a-z][\w.’'-]*\s+)*$"
)
_GOES_ON = expression(r"['’]s\b|['’](?=\s)|-\w| [^\W\d_a-z]\w")


def own_deed(claim: Claim, speaker: str) -> Claim | None:
    """Return what a claim says of a speaker without their name; None where it is of somebody else, or of no deed."""
    name = {stem(each) for each in words(speaker)}
    titles = {stem(each) for each in words(claim.text) if is_title_word(each)}
    at = 0
    while at < len(claim.words) and claim.words[at] in name | titles:
        at += 1
    rest = claim.words[at:]
    is_theirs = at and claim.words[at - 1] in name and rest and claim.is_verb(rest[0])
    if not is_theirs or claim.passive or claim.only_named or re.search(r"['’]s\b|s['’](?!\w)", claim.text):
        return None
    return replace(claim, words=rest)


def does_it(claim: Claim, text: str, sentence: Span, places: Sequence[Span]) -> bool:
    """Return whether a speaker says of themselves that they do it, now or then, not that they may or others do."""
    verb = places[0]
    before = text[sentence[0] : verb[0]]
    form = _WISHED if claim.words[0] in _PERFORMED else _PLAIN
    subject = form.search(before)
    if subject is None or _NOT_THEIRS.search(before[: subject.start()]) or verb != min(places):
        return False
    return len(places) < 2 or (not _APART.search(text[verb[1] : places[1][0]]) and concerns(claim, text, places, 0))


def concerns(claim: Claim, text: str, places: Sequence[Span], verb: int) -> bool:
    """Return whether what is done is done to the thing named next: not to "the rival of Tell" or "Tell's rival"."""
    if verb + 1 >= len(places) or places[verb + 1] < places[verb]:
        return True
    known = {each.lower() for each in re.findall(r"\w+", claim.text)}
    preposition = _PREPOSITION.search(text[places[verb][1] : places[verb + 1][0]])
    if preposition and preposition["word"].lower() not in known:
        return False
    last = max(places[verb + 1 :])
    if re.search(r"['’]", claim.text) or not text[last[0]].isupper():
        return True
    return not _GOES_ON.match(text, last[1]) and not re.search(r"['’]s?$", text[slice(*last)])

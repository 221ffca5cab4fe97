"""Whether somebody says that they are for or against what a question names, in other words than it: yes, no or unclear.

"Is Lund against the bridge?" is a yes by "I am firmly opposed to the bridge" and a no by "I support the bridge".
"""

from __future__ import annotations

import re
from typing import Literal

from index.text.countries import unified
from index.text.expressions import expression
from index.text.negation import NEGATION
from index.text.question_forms import POLITE
from index.text.sentences import Span, sentences
from index.text.stems import content_words, stem
from rag.find.lemmas import same_family

Said = Literal["yes", "no"]
_ADVERBS = r"(?:(?:also|still|now|very|much|all|so|not only|both|\w+ly) )*"
_FOR = (
    rf"(?:am|are|was|were|be) {_ADVERBS}(?:in favou?r of|all for|supportive of)"
    r"|support(?:s|ed|ing)?|favou?r(?:s|ed)?|endorse[sd]?|welcome[sd]?|approve[sd]? of"
)
_AGAINST = (
    rf"(?:am|are|was|were|be) {_ADVERBS}(?:opposed to|against)"
    r"|oppose[sd]?|reject(?:s|ed)?|object(?:s|ed)? to|condemn(?:s|ed)?|resist(?:s|ed)?|denounce[sd]?"
)
_OWN = r"(?<![\w’'])(?:[Ii]|[Ww]e)(?:['’](?:m|re|ve))?"
_SAYS_FOR = expression(rf"{_OWN} (?:have |had |would |will |do )?{_ADVERBS}(?:{_FOR})\b")
_SAYS_AGAINST = expression(rf"{_OWN} (?:have |had |would |will |do )?{_ADVERBS}(?:{_AGAINST})\b")
_ASKED = expression(
    rf"{POLITE}(?:is|are|was|were|does|do|did|has|have) .*?\b(?:(?P<for>in favou?r of|supportive of|support(?:s|ed)?"
    r"|favou?r(?:ed)?|endorsed?)|(?P<against>against|opposed to|opposed?|rejected?|reject))\s+(?P<what>[^?]+)",
    re.IGNORECASE,
)
_HINDERS = expression(
    r"\b(?:if|unless|whether|would|might|may|could|but|except|until|although|though|who|said)\b", re.I
)
_TOLD_OF = expression(r"\b(?:that|says?|said|claims?|thinks?|believes?|alleges?|tells?|told)\b", re.IGNORECASE)
_OF_ANOTHER = expression(r"\b(?:of|for|from|with|to|against|by|in)\b", re.IGNORECASE)
_POSSESSIVE = expression(r"['’]s\b\s*")
_ENDS = expression(r"[.;:!?]|\b(?:because|but|although|while|and (?:I|we))\b")
_ANYBODY = expression(r"\b(?:anybody|anyone|somebody|someone|anything)\b", re.IGNORECASE)
_NOBODY = expression(r"\s+(?:nobody|no one|nothing|none)\b", re.IGNORECASE)
_NEVER_IT = expression(
    r"(?:never|did not|didn['’]t|have not|haven['’]t|do not|don['’]t|will not|won['’]t)\s+(?:ever\s+)?$", re.IGNORECASE
)
_IT = expression(r"\s+(?:it|that|this|so|any such thing)\b(?! (?:the|a|an|we|they|he|she|I)\b)", re.IGNORECASE)


def stance(question: str, text: str, span: Span) -> Said | None:
    """Return yes or no where somebody's own words say for or against what a question names, None where they do not."""
    asked = _ASKED.match(question)
    if asked is None or NEGATION.search(question):
        return None
    what = frozenset(content_words(unified(asked["what"])))
    found = {said for each in sentences(text, *span) if what and (said := _in_sentence(what, text[slice(*each)]))}
    if len(found) != 1:
        return None
    return "yes" if found.pop() == ("for" if asked["for"] else "against") else "no"


def _in_sentence(what: frozenset[str], words: str) -> Literal["for", "against"] | None:
    """Return for or against where a sentence says plainly what its speaker is, of the thing itself."""
    if "?" in words or NEGATION.search(words) or _HINDERS.search(words):
        return None
    for said, form in (("for", _SAYS_FOR), ("against", _SAYS_AGAINST)):
        match = form.search(words)
        if match is None or _TOLD_OF.search(words[: match.start()]):
            continue
        if _is_object(what, _ENDS.split(words[match.end() :], maxsplit=1)[0]):
            return "for" if said == "for" else "against"
    return None


def _is_object(what: frozenset[str], words: str) -> bool:
    """Return whether the words behind the verb begin with the thing itself, not with something of it or its owner."""
    if not what <= _stems(words):
        return False
    own = [each for each in re.finditer(r"[^\W_]+", words) if _stems(each[0]) & what]
    if not own or _OF_ANOTHER.search(words[: own[0].start()]):
        return False
    starts = {each.start() for each in own}
    owners = (_POSSESSIVE.match(words, each.end()) for each in own)
    return all(owner is None or owner.end() in starts for owner in owners)


def _stems(words: str) -> frozenset[str]:
    own = {stem(each) for each in re.findall(r"[^\W_]+", unified(words))}
    return frozenset(own | {other for each in own for other in same_family(each)})


def denies_deed(question: str, verb: str, others: frozenset[str], text: str, span: Span) -> bool:
    """Return whether somebody's own words deny a deed: "I blame nobody for …", "We never promised it".

    `others` are the stems of what it is done to, which the sentence or, for "it", the sentence before names.
    """
    before: frozenset[str] = frozenset()
    for each in sentences(text, *span):
        words = text[slice(*each)]
        named = _stems(words)
        for match in re.finditer(r"[^\W_]+", words):
            if stem(match[0]) not in same_family(verb) or not re.search(_OWN, words[: match.start()]):
                continue
            if _ANYBODY.search(question) and _NOBODY.match(words, match.end()) and others <= named:
                return True
            never = _NEVER_IT.search(words[: match.start()]) and _IT.match(words, match.end())
            if never and others <= before:
                return True
        before = named
    return False

"""Notices of correction: words that a text says it gave to somebody wrongly, and whose they are where it says so.

"Correction: we wrote that Ruiz had called the dam “a disgrace”. It was Ada Holt who said so."
"""

from __future__ import annotations

import re

from index.senses.denied_beside import denies_words
from index.senses.operators import one_of
from index.text.expressions import expression
from index.text.negation import LEXICON
from index.text.sentences import Span, sentences

_REACH = 300
_WITHDRAWN = one_of(LEXICON["frames"]["withdrawn"])
_OURS = expression(
    r"\b(?:we|this (?:paper|newspaper|page|site|blog)) (?:\w+ )?"
    r"(?:wrote|reported|said|quoted|stated|posted|printed|gave)\b"
)
"""What a paper says of its own words; it is a notice only where the next sentence takes them back."""
_ATTRIBUTED = expression(
    r"\b(?:attributed|ascribed|credited|gave|given|put) (?:(?:the|these|those|this|that|his|her|a) )?"
    r"(?:[\w-]+ )?(?:words?|remarks?|quotations?|quotes?|line|phrase|sentence|comments?|statement)[,:]? ?$"
)
_PAPERS = expression(
    r"\b(?:we|corrections?|clarifications?|(?:this|our|\w+[’']s|earlier|previous) (?:paper|newspaper|edition|report|"
    r"article|story|post|entry|version|issue|item|page))\b"
)
_DENIES = expression(
    r"\W{0,6}(?:(?:in fact|in truth|but|actually),? )?(?:he|she|they|it|the \w+|[\w’'-]+(?: [\w’'-]+)?) "
    r"(?:said (?:nothing|no such)|(?:did|had|has) ?(?:not|n[’']t|never)(?=[.;,]| (?:say|said|use|do)\b)"
    r"|never (?:did|said|used)\b)",
    re.IGNORECASE,
)
_NEVER_SAID = expression(
    r"\b(?:said (?:no such thing|nothing of the (?:kind|sort)|the opposite|something else)"
    r"|(?:never|did not|didn[’']t) (?:say|said|use|used|utter|uttered|make|made) "
    r"(?:so|it|that|this|any such|those|these)"
    r"|should have (?:read|said|been))\b"
)
_IT_WAS = expression(
    r"\W{0,6}(?:(?:[Ii]n fact|[Ii]n truth|[Aa]ctually|[Rr]ather),? )?"
    r"(?:(?:[Ii]t|[Tt]hat) was (?P<who>[^.;:“”\"]{2,120}?),? (?:who|that) (?:had |actually |in fact )?"
    r"(?:said|spoke|wrote|used|uttered|made|called|did|posted|described|told)\b"
    r"|(?:(?:[Tt]he|[Tt]hat|[Tt]hose|[Tt]hese) (?:words?|remarks?|quotation|quote|line|comments?)"
    r"|[Tt]hey|[Tt]hese|[Tt]hose|[Ii]t) "
    r"(?:was|were|are|came) "
    r"(?:(?:in fact |actually |rightly )?(?:said|spoken|made|written|used|uttered) by|those of|the words of|from) "
    r"(?:(?:the|his|her|its|our|their) [a-z][\w -]{2,40}, )?(?P<by>[^.;:,“”\"]{2,80}))"
)
_NOT_HIM = expression(r",? (?:and )?not [^,]{1,60}$")


def is_withdrawn(before: str, following: str = "") -> bool:
    """Return whether the words between two spans of a paragraph are given as what was wrongly printed.

    `before` is what stands before them in their sentence, in small letters; what stands behind a withdrawn quotation
    in the same sentence puts it right.
    """
    notice = _WITHDRAWN.search(before)
    if notice is None and (ours := _OURS.search(before)) and _takes_back(following):
        notice = ours
    return notice is not None and not re.search(r"[”\"»](?!\w).*\w", before[notice.end() :])


def is_attributed(before: str) -> bool:
    """Return whether the words that follow are said to have been given to somebody: "we attributed the words “…”"."""
    return _ATTRIBUTED.search(before) is not None and _PAPERS.search(before) is not None


def _takes_back(following: str) -> bool:
    """Return whether the sentence behind some words says that somebody else said them, or that nobody did."""
    rest = following[:_REACH].lstrip(" .,;)”\"’'")
    first = sentences(rest)[:1]
    if first and _NEVER_SAID.search(rest, *first[0]):
        return True
    return _IT_WAS.match(rest) is not None or _DENIES.match(rest) is not None or denies_words(rest)


def rightly_of(text: str, position: int) -> Span | None:
    """Return where the sentence behind a position names whose the words are: "It was Ada Holt who said so."."""
    stop = text.find("\n", position, position + _REACH)
    end = stop if stop >= 0 else min(len(text), position + _REACH)
    starts = [position, *(first for first, _ in sentences(text, position, end)[:2])]
    match = next((found for each in starts if (found := _IT_WAS.match(text, each, end))), None)
    if match is None:
        return None
    group = "who" if match["who"] else "by"
    first, last = match.span(group)
    last = first + len(_NOT_HIM.sub("", text[first:last]))
    comma = text.rfind(", ", first, last)
    named = comma >= 0 and re.match(r"[^\W\d_a-z]", text[comma + 2 : last])
    return (comma + 2 if named else first, last)


def behind(text: str, position: int) -> str:
    """Return what stands behind a position in its paragraph, as far as a notice reaches."""
    stop = text.find("\n", position, position + _REACH)
    return text[position : stop if stop >= 0 else position + _REACH]

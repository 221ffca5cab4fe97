"""What a document reports in order to refute it: a claim, and where the document says that it is false.

A fact check gives the claim first and its ruling at the end; news tell a rumour and deny it in the next sentence; a
list sets "Fact:" below "Myth:". Such a claim is never shown without what refutes it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from index.records import Document
from index.senses.denied_beside import denies_words
from index.text.expressions import expression
from index.text.negation import NEGATION
from index.text.sentences import Span, sentences
from index.text.stems import content_words

AFTER = 600
"""Characters behind a claim in which its refutation may begin."""
FOLLOWING = 3
"""So many sentences behind a claim may refute it."""
AT_ONCE = 6
"""Words of a sentence before it says that something is not so: "It is strange to read things you know are false"."""
RULING_WORDS = 60
SHARED = 0.5
"""Words that hold this share of a claim's are about it; a denial that has this share of its words from before, too."""

_FALSE = (
    r"(?:false|untrue|fake|fabricated|a hoax|a myth|baseless|unfounded|misleading|incorrect|inaccurate|satire|"
    r"altered|doctored|made up|a lie|a scam|nonsense|not (?:true|real|correct|accurate|the case))"
)
_REFUTES = expression(
    rf"\b(?:(?:is|are|was|were)|['’]s|rated|rate|found to be|turned out to be|proved|proven)"
    rf" (?:(?:this|the|that|it|simply|just|completely|entirely|totally|absolutely|partly|mostly|largely|also|all|"
    rf"demonstrably|unequivocally|claim|post) )*{_FALSE}\b"
    rf"|\b(?:isn|wasn|aren|weren)['’]t (?:true|real|correct|accurate|the case)\b"
    r"|\bno (?:(?:credible|reliable|scientific|clear|known|such|public) )*(?:evidence|record|proof|indication|basis|"
    r"sign) (?:that|of|for|to|\w+ (?:ever )?(?:bought|said|did|was|were|had|made))\b|\b(?:there is|"
    r"there['’]s) no evidence\b"
    r"|\bnever (?:uttered|said|made|wrote|happened|took place|existed|occurred)\b"
    # "We have no such design" tells what is lacking.
    r"|(?<!have )(?<!has )(?<!had )(?<!with )\bno such\b"
    r"|\b(?:that|this|it|these|they|which) (?:(?:did|has|have|had) not|(?:did|has|have|had)n['’]t) (?:actually |ever )?"
    r"(?:happen|take place|occur|exist|say|write|tweet)(?:ed|n)?\b"
    r"|\b(?:debunked|refuted|disproved|contradicted)\b"
    # "A method that was discredited" is no claim.
    r"|\b(?:claim|theory|rumou?r|story|myth|post|allegation|hoax)s?\b[^.\n]{0,40}\bdiscredited\b"
    r"|\bnot (?:true|real|so)\b",
    re.IGNORECASE,
)
"""Where a sentence says that what stands before it is not so."""
_TURNS = expression(r"[\W_]*(?:but|however|yet|in fact|in reality|actually|that|this|it|those|these|there)\b", re.I)
"""How a sentence begins that speaks of what stands before it."""
_SETS_RIGHT = expression(
    r"\b(?:while|although|though|despite|contrary to|unlike)\b[^.]{0,40}\b(?:posts?|claims?|memes?|rumou?rs?|myths?|"
    r"videos?|graphics?|reports?)\b",
    re.IGNORECASE,
)
_RULED = expression(
    r"(?:^|\n)[\W_]{0,12}(?:(?:our|the|final|fact.?check(?:ing)?|claim) )?(?:rating|ruling|verdict|conclusion|"
    rf"assessment|finding|status|fact.?check)\W{{1,4}}(?:(?:mostly|partly|partially|largely|that is) )?(?:{_FALSE}|"
    r"missing context|unproven|unsupported|miscaptioned|no evidence|pants on fire)[^\n]{0,80}",
    re.IGNORECASE,
)
_RATES = expression(
    r"[^.\n]{0,200}\b(?:we rate|(?:is|was|are) rated|we found|we rule)\b[^.\n]{0,60}"
    rf"\b(?:{_FALSE}|missing context|unproven)\b[^\n]{{0,300}}",
    re.IGNORECASE,
)
_CLAIM = expression(r"(?:^|\n)[\W_]{0,12}(?:the |what was )?claim(?:ed)?\W{1,3}(?P<claim>[^\n]{10,400})", re.IGNORECASE)
_MYTH = expression(
    r"(?:^|\n)[\W_\d]{0,12}(?:myth|fiction|false claim|rumou?r|misconception|claim)(?: (?:no\.? ?)?\d+)?\W{1,4}"
    r"(?P<claim>[^\n]{5,400})\n{1,4}[\W_]{0,12}(?:facts?|reality|truth|busted|correction|the truth)\b\W{1,4}"
    r"(?P<fact>[^\n]{5,600})",
    re.IGNORECASE,
)
_CLAIMS = expression(
    r"\b(?:(?:post|posts|meme|memes|tweet|tweets|users?|video|videos|image|images|graphic|article|rumou?rs?|hoax|myth|"
    r"caption|ad|ads|chain (?:email|letter))\b[^.\n]{0,60}\b(?:claim\w*|reads?|states?|says?|said|wrote|shows?|"
    r"alleg\w+|suggest\w*|insist\w*|post(?:ed|s)?)|claims?(?: (?:that|of|about|circulating|online))|"
    r"said to (?:have|be)|"
    r"the claim|purported(?:ly)?|alleged(?:ly)?|falsely|supposed(?:ly)?|widely reported that|a (?:myth|hoax|"
    r"rumou?r))\b",
    re.IGNORECASE,
)
"""Words by which a document keeps its distance from what it reports."""


def refutation(document: Document, span: Span) -> Span | None:
    """Return where a document refutes the claim that a span of it only reports, outside the span; None for no claim."""
    text = document.text
    if denies(text[slice(*span)]):
        return None
    return _below_myth(text, span) or _following(text, span) or _ruling(document, span)


def denies(words: str) -> bool:
    """Return whether words say themselves that a claim is false."""
    return bool(_REFUTES.search(words) or _RATES.search(words) or _SETS_RIGHT.search(words))


def is_refuted_within(words: str) -> bool:
    """Return whether words report a claim and say themselves that it is not so: "A post claims … . That is false."."""
    claimed = _CLAIMS.search(words)
    denial = _REFUTES.search(words, claimed.end()) if claimed else None
    return denial is not None and NEGATION.search(words[: claimed.start() if claimed else 0]) is None


def _below_myth(text: str, span: Span) -> Span | None:
    """Return the fact that stands below the myth that a span is."""
    return next(
        (each.span("fact") for each in _MYTH.finditer(text) if each.start() <= span[0] < each.end("claim")), None
    )


def _following(text: str, span: Span) -> Span | None:
    """Return the sentence right behind a claim that says of it that it is not so."""
    words = text[slice(*span)]
    claimed = bool(_CLAIMS.search(words))
    for number, each in enumerate(_behind(text, span)):
        if number and not claimed:
            return None
        said = text[slice(*each)]
        denial = _REFUTES.search(said)
        if (denial or denies_words(said)) and (_turns(said, denial) or _shares(words, said)):
            return each
    return None


def _turns(said: str, denial: re.Match[str] | None) -> bool:
    """Return whether a sentence speaks of what stands before it and says at once that it is not so."""
    return bool(_TURNS.match(said)) and (denial is None or len(said[: denial.start()].split()) <= AT_ONCE)


def _behind(text: str, span: Span) -> Iterator[Span]:
    """Yield the sentences behind a span that are near."""
    found = sentences(text, span[1], min(len(text), span[1] + AFTER))
    yield from (each for each in found[:FOLLOWING] if re.search(r"\w", text[slice(*each)]))


def _shares(words: str, said: str) -> bool:
    """Return whether a sentence speaks of the same: half of its own words are in what stands before it."""
    own = set(content_words(said))
    return bool(own) and len(own & set(content_words(words))) >= SHARED * len(own)


def _ruling(document: Document, span: Span) -> Span | None:
    """Return the ruling of a fact check whose claim the span reports."""
    text = document.text
    ruled = _RULED.search(text)
    if ruled is None or ruled.start() <= span[0] or not _is_of_the_claim(document, text[slice(*span)]):
        return None
    rates = _RATES.search(text, ruled.end())
    # Without such a sentence the page says below its ruling what is true.
    found = rates.span() if rates else (ruled.end(), min(len(text), ruled.end() + AFTER))
    found = _first_sentences(text, found) or ruled.span()
    start = found[0] + len(text[slice(*found)]) - len(text[slice(*found)].lstrip())
    return (start if rates else ruled.start() + len(ruled[0]) - len(ruled[0].lstrip())), found[1]


def _first_sentences(text: str, span: Span) -> Span | None:
    """Return the sentences of a ruling up to so many words, at least the first."""
    found = sentences(text, *span)
    end = None
    for each in found:
        if end is not None and len(text[found[0][0] : each[1]].split()) > RULING_WORDS:
            break
        end = each[1]
    return (found[0][0], end) if end is not None else None


def _is_of_the_claim(document: Document, words: str) -> bool:
    """Return whether words are about the claim that a page checks: they keep their distance, or hold half of it.

    A headline that says that it is not so ("No, it was not sold") holds its words and is no claim.
    """
    if _CLAIMS.search(words):
        return True
    claim = _CLAIM.search(document.text)
    # Behind the claim its line may tell who made it and where.
    first = sentences(document.text, *claim.span("claim"))[:1] if claim else []
    said = document.text[slice(*first[0])] if first else document.title
    if NEGATION.search(words) and not NEGATION.search(said):
        return False
    checked = set(content_words(said))
    return len(set(content_words(words)) & checked) >= SHARED * len(checked)

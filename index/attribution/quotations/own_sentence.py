"""Whose a quotation is by its own sentence: the rules for cues before and after it, and those that go before them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from index.attribution.confidence import introduced
from index.attribution.owner import BEFORE, MINDED, Owner
from index.attribution.quotations.cue_after import (
    owner_after,
    owner_at_the_end,
    owner_in_a_clause,
    owner_reported_after,
)
from index.attribution.quotations.cue_before import CueBefore, EarlierOwner
from index.attribution.quotations.quoted import BESIDE, WAS, Quoted
from index.attribution.speaker_lookup import SpeakerLookup
from index.cues.cues import Cue
from index.cues.phrases import phrase_ending
from index.cues.tokens import Phrase, Tokens
from index.names.titles import GENDERED, PRONOUNS
from index.senses.notices import behind, is_attributed, is_withdrawn, rightly_of
from index.senses.operators import REACH, plain
from index.senses.reporters import according_to, closing_reporter, denied_beside, puts_a_question
from index.text.expressions import expression

_ASKING = frozenset("ask question quiz".split())
_ASKED_AFTER = frozenset("when if once while after though".split())
_LIKELY = frozenset("like all just so kind of sort basically literally really".split())
_SAYS = frozenset("said says told tells added adds".split())
_GOES = frozenset("goes go went".split())
_ADDRESSES = expression(
    r"\b(?:i|you|we|they|he|she|it|your|my|our|me|us|this|that|let|no|yes|what|why|how)\b", re.IGNORECASE
)
_NO_ONE = expression(r"[\s,]*(?:they|i|we|you)\b", re.IGNORECASE)


_BY_A_COLON = ":"
"""The cue of an owner whose name alone stands before the words."""


def owner_in_sentence(quoted: Quoted, lookup: SpeakerLookup, earlier_owner: EarlierOwner) -> Owner | None:
    """Return the owner that the quotation's own sentence names, or None where it says nothing of whose words it is."""
    for rule in (_put_by_a_noun, _withdrawn, _denied, _asked):
        if (owner := rule(quoted, lookup)) is not None:
            return owner
    if (owner := _behind_it(quoted, lookup)) is not None:
        return owner
    owner = _before_it(quoted, lookup, earlier_owner)
    if (like := _who_was_like(quoted, lookup, owner)) is not None:
        return like
    if owner is None and quoted.quotation.style == "single" and (cue := _one_says(quoted.tokens, quoted.cue_beside())):
        # "'Every night,' she said, 'the house creaks.'": speech, though nothing tells who she is.
        return Owner(cue=cue.word)
    return owner


def _behind_it(quoted: Quoted, lookup: SpeakerLookup) -> Owner | None:
    """Return the owner by a cue behind the quotation, where neither a colon nor a clause before it says whose it is."""
    if quoted.after_colon and not quoted.ends_with_comma or introduced(quoted.tokens, quoted.at, quoted.cues):
        return None
    owner = owner_after(quoted, lookup)
    if owner is None:
        return None
    theirs = (
        _who_was_like(quoted, lookup, owner)
        or owner_reported_after(quoted, owner, lookup)
        or owner_in_a_clause(quoted, owner, lookup)
    )
    if theirs or quoted.after_colon:
        return theirs
    return replace(owner, cue=None) if not owner.known and _NO_ONE.match(quoted.text, quoted.quotation.right) else owner


def _before_it(quoted: Quoted, lookup: SpeakerLookup, earlier_owner: EarlierOwner) -> Owner | None:
    """Return the owner by a cue before the quotation, else by one that ends its sentence."""
    owner = CueBefore(quoted, lookup, earlier_owner).owner()
    if quoted.after_colon and quoted.ends_with_comma:
        owner = _unless_named_behind(quoted, lookup, owner)
    return owner or owner_at_the_end(quoted, lookup)


def _unless_named_behind(quoted: Quoted, lookup: SpeakerLookup, owner: Owner | None) -> Owner | None:
    """Return the owner by what stands before a colon, or whom a cue behind the quotation names more surely."""
    behind = owner_after(quoted, lookup)
    if owner is None or behind is None:
        return owner or behind
    if owner.confidence <= MINDED or quoted.has_anothers_words():
        # "Brandt recalls her answer: “No,” Ruiz told him": the verb of saying tells more than that of memory.
        return behind
    if owner.cue == _BY_A_COLON:
        # "Next up, Ruiz: “I go,” Brandt says in his letter to her": a name before a colon may be whom it is about.
        return behind if behind.confidence > owner.confidence else owner
    # "Analysts said it would: “It is late,” said Ana Ruiz": who said a sentence is none of its words' rivals.
    named = behind.speaker is not None and behind.governed
    return behind if named and behind.cue in _SAYS and owner.cue in _SAYS else owner


def _put_by_a_noun(quoted: Quoted, lookup: SpeakerLookup) -> Owner | None:
    return Owner(cue="question") if puts_a_question(quoted.tokens, quoted.at) else None


def _withdrawn(quoted: Quoted, lookup: SpeakerLookup) -> Owner | None:
    """Return the owner of words that a notice of correction takes back: whom it names instead, or nobody."""
    tokens, quotation = quoted.tokens, quoted.quotation
    before = plain(quoted.text[max(tokens.starts[0], quotation.left - REACH) : quotation.left]).rstrip()
    if not is_attributed(before) and not is_withdrawn(before, behind(quoted.text, quotation.right)):
        return None
    words = (each.word for each in reversed(quoted.cues) if tokens.starts[each.first] < quotation.left)
    cue = next(words, "correction")
    return corrected_owner(quoted.text, lookup, quotation.right, cue) or Owner(cue=cue)


def corrected_owner(text: str, lookup: SpeakerLookup, position: int, cue: str) -> Owner | None:
    """Return the owner whom the sentence behind a position names: "It was Ana Ruiz who said so."."""
    span = rightly_of(text, position)
    name = lookup.named_at(span, span[0]) if span else None
    return Owner(name, cue, BEFORE, attached=True) if name else None


def _denied(quoted: Quoted, lookup: SpeakerLookup) -> Owner | None:
    denial = denied_beside(quoted.tokens, quoted.at, quoted.cues)
    return Owner(cue=denial.word, negated=True, attached=True) if denial else None


def _asked(quoted: Quoted, lookup: SpeakerLookup) -> Owner | None:
    """Return the asker of a question that somebody "was asked", by name or unknown; None where nobody was."""
    for cue in quoted.cues:
        if _tells_who_was_asked(quoted, cue):
            agent = cue.subject if cue.passive else None
            owner = lookup.owner(quoted.tokens, agent, cue.word, BEFORE, turn=quoted.turn) if agent else Owner()
            return replace(owner, cue=cue.word)
    return None


def _tells_who_was_asked(quoted: Quoted, cue: Cue) -> bool:
    """Return whether a verb of asking stands beside the quotation, with no verb between, and its subject was asked."""
    at = quoted.at
    if cue.lemma not in _ASKING or not (cue.passive or _asked_before(quoted.tokens, cue, at)):
        return False
    if any(each is not cue and min(at, cue.first) <= each.first < max(at, cue.last) for each in quoted.cues):
        return False
    beside = 0 <= at - cue.last <= BESIDE or 0 < cue.first - at <= BESIDE
    return beside and "Q" not in quoted.tokens.tags[min(at, cue.first) + 1 : max(at, cue.first)]


def _asked_before(tokens: Tokens, cue: Cue, at: int) -> bool:
    """Return whether a participle tells who was asked: "Asked “…?”, Ruiz laughed", "when asked: “…?”"."""
    if cue.form != "past" or cue.last > at:
        return False
    before = tokens.lower[cue.first - 1] if cue.first else ""
    if not before or before in _ASKED_AFTER:
        return True
    following = next((tag for tag in tokens.tags[at + 1 :] if tag not in ",R"), "")
    return before == "," and following in {"v", "V"}


def _who_was_like(quoted: Quoted, lookup: SpeakerLookup, reporter: Owner | None) -> Owner | None:
    """Return the owner of what somebody "was like" or "goes", as reported by who else tells it, or None."""
    # "The hall was like “a barn in the snow”": a likeness; what somebody says speaks of somebody.
    if not _ADDRESSES.search(quoted.text, quoted.quotation.start, quoted.quotation.end):
        return None
    phrase = like_subject(quoted.tokens, quoted.at)
    if phrase is None or quoted.is_first_person(phrase):
        return None
    owner = lookup.owner(quoted.tokens, phrase, "like", MINDED, turn=quoted.turn)
    by = reporter.speaker if reporter and reporter.speaker != owner.speaker else None
    return replace(owner, reported_by=by, attached=True) if owner.known or by else None


def like_subject(tokens: Tokens, at: int) -> Phrase | None:
    """Return who "was like", "was all" or "goes" the quotation at a token, or None where no such words stand there."""
    last = at - 1
    while last > 0 and tokens.tags[last] in ",:-":
        last -= 1
    first = last
    while first > 0 and tokens.lower[first] in _LIKELY:
        first -= 1
    if first == last:
        return phrase_ending(tokens, last - 1) if last > 0 and tokens.lower[last] in _GOES else None
    return phrase_ending(tokens, first - 1) if first > 0 and tokens.lower[first] in WAS else None


def _one_says(tokens: Tokens, cue: Cue | None) -> Cue | None:
    """Return a cue with one person for its subject: "I" and "they" stand in words that go on over paragraphs."""
    if cue is None or cue.subject is None:
        return None
    subject = tokens.lower[cue.subject.first]
    return cue if subject in GENDERED or subject not in PRONOUNS else None


def with_reporter(tokens: Tokens, owner: Owner, found: Sequence[Cue], lookup: SpeakerLookup) -> Owner:
    """Return an owner with who reports the words: "According to Ruiz, Holt said “…”", "“…,” he said, Ruiz reported"."""
    phrase = according_to(tokens, found)
    if phrase is None and (own := next((each for each in found if each.word == owner.cue), None)):
        closing = closing_reporter(tokens, own, found)
        phrase = closing.subject if closing else None
    if phrase is None or owner.reported_by or not owner.known or owner.cue == "according to":
        return owner
    reporter = lookup.owner(tokens, phrase, None, BEFORE).speaker
    return replace(owner, reported_by=reporter) if reporter and reporter != owner.speaker else owner

"""How likely "he" in the next sentence means whom a sentence mentions: its subject most, then whom that met."""

from __future__ import annotations

from index.cues import tags
from index.cues.clauses import clause_subjects
from index.cues.tokens import Tokens
from index.senses.reporters import WRITINGS

_AFTER_LEADING_NAME = tags.NOUN + tags.ADVERB + tags.OTHER_VERB

_BEFORE_WORDS = tags.NOUN + tags.DETERMINER + tags.ADVERB

_JOINED_WORDS = tags.NOUN + tags.NAME + tags.DETERMINER + tags.CONJUNCTION + tags.COMMA + tags.TIME + tags.ADVERB

SUBJECT, PARTNER, CLAUSE, OBJECT, OWNER, PLACE = 1.0, 0.9, 0.7, 0.3, 0.3, 0.1
"""How much a mention counts by what it is: subject of the sentence, who takes part with the subject ("met Ruiz", "wrote
to Ruiz, who …"), subject of a clause in it, anything else, a genitive, what "in" or "from" goes before."""

JOINED = 0.8
"""What is left of that for each of two who are one subject."""


def share_of_name(tokens: Tokens, first: int, last: int) -> float:
    """Return how likely "he" in the next sentence means whom tokens `first` to before `last` name."""
    if _is_genitive(tokens, last - 1):
        usual = OWNER
    elif _leads_sentence(tokens, first, last) or _writes(tokens, first):
        return SUBJECT
    elif joined_before(tokens, first, after=True):
        return SUBJECT if _words_of(tokens, first, last) else SUBJECT * JOINED
    elif first and tokens.lower[first - 1] in {"in", "at", "from", "near", "across"}:
        return SUBJECT if _words_of(tokens, first, last) else PLACE
    else:
        usual = OBJECT
    if _takes_part(tokens, first, last):
        return PARTNER
    return SUBJECT if _words_of(tokens, first, last) else usual


def _is_genitive(tokens: Tokens, at: int) -> bool:
    return tokens.lower[at].endswith(("'s", "s'"))


def _leads_sentence(tokens: Tokens, first: int, last: int) -> bool:
    """Return whether a name opens a sentence whose verb no list has: "Ana Ruiz still receives letters"."""
    aged = tokens.tags[last : last + 3] == [tags.COMMA, tags.NUMBER, tags.COMMA]
    return first == 0 and last < len(tokens) and (tokens.tags[last] in _AFTER_LEADING_NAME or aged)


def joined_before(tokens: Tokens, at: int, *, after: bool = False) -> bool:
    """Return whether a subject is the second of two ("Ruiz and the deputy, Lena Moor, met") or, `after`, the first."""
    if after:
        last = at
        while last < len(tokens) and tokens.tags[last] == tags.NAME:
            last += 1
        opens = all(tag in tags.PHRASE_WORDS for tag in tokens.tags[:at])
        if not opens or tokens.lower[last : last + 1] != ["and"] or tags.QUOTATION in tokens.tags[:last]:
            return False
        return any(
            phrase.first > last and joined_before(tokens, phrase.first) for _, phrase, _ in clause_subjects(tokens)
        )
    before = tokens.tags[:at]
    return (
        tags.CONJUNCTION in before
        and tags.NAME in before
        and all(tag in _JOINED_WORDS for tag in before)
        and "and" in tokens.lower[:at]
    )


def _takes_part(tokens: Tokens, first: int, last: int) -> bool:
    """Return whether whom an object names may well speak next: it was met or written to, or "who" tells more of it."""
    if tokens.tags[last : last + 2] == [tags.COMMA, tags.RELATIVE] and tokens.lower[last + 1] == "who" and first:
        return True
    at = first - 1
    while at > 0 and tokens.tags[at] in tags.PLAIN_PHRASE and tokens.lower[at] not in _MEETING:
        at -= 1
    if at > 0 and tokens.lower[at] in {"to", "with", "by", "alongside", "beside"}:
        at -= 1
        while at > 0 and tokens.lower[at] in {"hands", "alongside", "dinner", "lunch", "tea", "together"}:
            at -= 1
    return at > 0 and tokens.lower[at] in _MEETING


def _writes(tokens: Tokens, first: int) -> bool:
    """Return whether a name is the writer's of what was read out: "a letter from Ana Ruiz"."""
    return first > 1 and tokens.lower[first - 1] in {"from", "by"} and tokens.lower[first - 2] in WRITINGS


def _words_of(tokens: Tokens, first: int, last: int) -> bool:
    """Return whether whose words a sentence opens with is named: "Comments from Ruiz drew", "Ruiz's remarks drew"."""
    if tokens.lower[last - 1].endswith(("'s", "s'")):
        return (
            all(tag in tags.PHRASE_WORDS for tag in tokens.tags[:first])
            and last < len(tokens)
            and tokens.lower[last] in _WORDS
        )
    at = first - 1
    while at > 0 and tokens.tags[at] in tags.PLAIN_PHRASE:
        at -= 1
    at -= 1
    if at < 0 or tokens.lower[at + 1] not in {"from", "by", "of"} or tokens.lower[at] not in _WORDS:
        return False
    return all(tag in _BEFORE_WORDS for tag in tokens.tags[:at])


_WORDS = frozenset(
    """comments comment remarks remark words statement statements speech tweet tweets post posts letter appeal plea call
    calls warning warnings criticism claim claims testimony answer reply announcement interview message proposal
    suggestion view views""".split()
)
"""What is made of words: whose they are is who speaks next."""

_MEETING = frozenset(
    """met meets meeting joined joins joining phoned phones telephoned rang rings emailed e-mailed texted messaged wrote
    writes writing written spoke speaks spoken speaking talked talks talking visited visits welcomed welcomes hosted
    hosts greeted greets interviewed interviews married accompanied accompanies debated debates faced faces hugged
    embraced shook sat stood dined ate walked travelled traveled worked lived sang played chatted argued quarrelled
    quarreled""".split()
)
"""Verbs in which both take part, the subject and whom it meets: either may be who speaks next."""

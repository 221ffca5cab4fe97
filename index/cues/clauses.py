"""The clauses of a sentence: their verbs, their subjects and which of them is the main one."""

from __future__ import annotations

from collections.abc import Sequence

from index.cues import tags
from index.cues.ambiguous_words import ACCUSING
from index.cues.phrases import phrase_ending, phrase_starting
from index.cues.subjects import loose_subject, subject_before
from index.cues.tokens import Clause, Phrase, Tokens, skipped_left
from index.cues.verbs import SPEECH
from index.cues.word_classes import CLAUSE_OPENERS

_NEVER_BEFORE_PREDICATE = (
    tags.AUXILIARY + tags.CONJUNCTION + tags.CUE_VERB + tags.OTHER_VERB + tags.TO + tags.PREPOSITION
)

_FARTHEST_WITH = 30
_PARTS = tags.QUOTATION + tags.FULL_STOP + tags.SEMICOLON + tags.COLON


def clause_subjects(tokens: Tokens) -> list[Clause]:
    """Return the clauses of a sentence that have a finite verb and a subject, in order."""
    if tokens.clauses is not None:
        return tokens.clauses
    found: list[Clause] = []
    previous = -1
    for position in range(len(tokens)):
        if not _may_be_finite(tokens, position):
            continue
        before = skipped_left(tokens, position)
        if before < 0 or before <= previous or tokens.tags[before] in _NEVER_BEFORE_PREDICATE:
            continue
        phrase = subject_before(tokens, position)
        if phrase is None or tokens.tags[before] == tags.RELATIVE:
            continue
        found.append(Clause(position, phrase, not _depends(tokens, phrase)))
        previous = position
    tokens.clauses = found
    return found


def _may_be_finite(tokens: Tokens, position: int) -> bool:
    """Return whether a token opens a verb group that is no participle and no infinitive."""
    tag = tokens.tags[position]
    if tag not in tags.PREDICATE or (position and tokens.tags[position - 1] in tags.AUXILIARY_OR_TO):
        return False
    verb = tokens.verbs[position] if tag == tags.CUE_VERB else None
    return verb is None or verb.form not in {"ing", "participle"}


def _depends(tokens: Tokens, subject: Phrase) -> bool:
    """Return whether a clause depends on another; in "Oster said Holt will go" what follows a verb at once does."""
    if subject.first == 0:
        return False
    opener = subject.first - 1
    return (
        tokens.tags[opener] in {tags.SUBORDINATOR, tags.RELATIVE, tags.CUE_VERB}
        or tokens.lower[opener] in CLAUSE_OPENERS
    )


def main_subject(tokens: Tokens, before: int, clauses: Sequence[Clause]) -> Phrase | None:
    """Return the subject of the main clause nearest before a token, else of the first one after it."""
    main = [clause for clause in clauses if clause.main]
    earlier = [
        clause.subject for clause in main if clause.verb < before and tokens.tags[clause.subject.first] != tags.RELATIVE
    ]
    if earlier:
        return earlier[-1]
    later = next((clause.subject for clause in main if clause.verb > before), None)
    return later or next((clause.subject for clause in clauses if clause.verb < before), None)


def said_before(tokens: Tokens, participle: int, clauses: Sequence[Clause]) -> Phrase | None:
    """Return who stands behind the verb of saying that a participle goes on from: ", said Ruiz, noting that …"."""
    if tokens.tags[participle - 1] != tags.COMMA:
        return None
    for at in range(participle - 1, 0, -1):
        verb = tokens.verbs[at]
        if tokens.tags[at] in _PARTS:
            return None
        if verb is None or verb.form not in {"past", "s"} or verb.lemma not in SPEECH:
            continue
        behind = tokens.tags[at - 1] in tags.COMMA + tags.QUOTATION
        apart = not any(at < each.verb < participle or _has_an_aside(tokens, each, at) for each in clauses)
        return phrase_starting(tokens, at + 1) if behind and apart else None
    return None


def _has_an_aside(tokens: Tokens, clause: Clause, verb: int) -> bool:
    """Return whether nothing but an aside parts a verb from its subject: "Rep. Ana Ruiz, R-Vesk, wrote a letter"."""
    between = tokens.tags[clause.subject.last : verb]
    if clause.verb != verb or len(between) < 3 or between[0] != tags.COMMA or between[-1] != tags.COMMA:
        return False
    # "The council, led by Odo Lask, posted a notice"
    inner = between[3:] if between[1] in tags.VERB_FORMS and between[2] == tags.PREPOSITION else between
    return not set(inner) & set(tags.PREDICATE)


def parallel_subject(tokens: Tokens, before: int) -> Phrase | None:
    """Return the subject of a verb before "that" with which one joined to it goes on: "found that … and said that"."""
    for at in range(before - 1, 0, -1):
        verb = tokens.verbs[at]
        if verb and verb.form in {"past", "s", "base"} and _takes_that(tokens, at, verb.lemma):
            first = at
            while first > 0 and tokens.tags[first - 1] in tags.AUXILIARY + tags.ADVERB:
                first -= 1
            return subject_before(tokens, first)
    return None


def joined_subject(tokens: Tokens, main: Sequence[Clause], earlier: Sequence[Clause]) -> Phrase | None:
    """Return whose verb one behind "and" is: that of the last main clause before it, else of who opens the sentence."""
    opening = None if main else _opening_subject(tokens, earlier)
    chosen = main or earlier
    return opening or (chosen[-1].subject if chosen else None)


def _opening_subject(tokens: Tokens, clauses: Sequence[Clause]) -> Phrase | None:
    """Return all that stands before the verb of saying that holds a sentence's first clause, for want of a phrase."""
    for at in range(1, clauses[0].subject.first if clauses else 0):
        verb = tokens.verbs[at]
        if verb and verb.form in {"past", "s"}:
            return loose_subject(tokens, at) if verb.lemma in SPEECH else None
    return None


def _takes_that(tokens: Tokens, at: int, lemma: str) -> bool:
    """Return whether "that" stands behind a verb, or behind whom it was told: "told the Echo that"."""
    if tokens.lower[at + 1] == "that":
        return True
    behind = at + 1
    while lemma in _ADDRESSING and behind < len(tokens) - 1 and tokens.tags[behind] in _ADDRESSED:
        behind += 1
    return tokens.lower[behind] == "that"


_ADDRESSING = frozenset("tell inform assure remind warn promise notify advise".split())
_ADDRESSED = tags.DETERMINER + tags.NOUN + tags.NAME + tags.OBJECT + tags.NUMBER + tags.TIME


def with_whom(tokens: Tokens, participle: int) -> Phrase | None:
    """Return who goes on to say it behind "with": "Fox called again, with the captain protesting, stating “…”"."""
    joins = participle >= 4 and (tokens.tags[participle - 1] == tags.COMMA or tokens.lower[participle - 1] == "and")
    back = range(participle - 3, max(-1, participle - _FARTHEST_WITH), -1) if joins else range(0)
    opening = next((at for at in back if tokens.lower[at] == "with"), None)
    if opening is None:
        return None
    phrase = phrase_starting(tokens, opening + 1 + (tokens.lower[opening + 1] == "even"))
    if phrase is None or phrase.last >= participle - 1:
        return None
    return phrase if _acts(tokens, phrase.last, participle - 1) else None


def _acts(tokens: Tokens, first: int, last: int) -> bool:
    """Return whether a form in -ing, perhaps behind an aside, tells what somebody does, and no verb has them act."""
    acts = next((at for at in range(first, last) if tokens.lower[at].endswith("ing")), None)
    aside = acts == first or tokens.tags[first] == tags.COMMA
    finite = any(tokens.tags[at] in tags.PREDICATE and at != acts for at in range(first, last))
    return acts is not None and aside and not finite


def relative_holding(tokens: Tokens, to: int, after: int) -> int | None:
    """Return the relative word of the clause in which an infinitive stands, where its verb is the last one before it.

    "the League, which aimed to attack rents": it is the League that attacks them.
    """
    between = range(to - 1, after, -1) if tokens.tags[to] == tags.TO else range(0)
    relative = next((at for at in between if tokens.tags[at] in tags.RELATIVE + tags.COMMA), None)
    if relative is None or tokens.tags[relative] != tags.RELATIVE:
        return None
    verb = relative + 1
    while verb < to and tokens.tags[verb] in tags.AUXILIARY + tags.ADVERB:
        verb += 1
    return relative if verb < to and tokens.tags[verb] in tags.PREDICATE else None


def is_acting_within(tokens: Tokens, clause: Clause, to: int) -> bool:
    """Return whether an infinitive is of who acts in what is said: "officials said the captain rang to warn that …"."""
    # "said the mayor was unable to warn them"
    adjective = tags.AUXILIARY in tokens.tags[max(0, to - 2) : to]
    return not adjective and _is_held(tokens, clause) and tags.COMMA not in tokens.tags[clause.verb : to]


def _is_held(tokens: Tokens, clause: Clause) -> bool:
    """Return whether a clause's subject stands right behind the verb of saying that holds the clause, or its "that"."""
    first = clause.subject.first
    before = first - 1 - (tokens.lower[first - 1 : first] == ["that"])
    verb = tokens.verbs[before] if before > 0 else None
    return verb is not None and verb.lemma in SPEECH and verb.form in {"past", "s"}


def is_said_to_be(tokens: Tokens, at: int) -> bool:
    """Return whether nobody named says what a thing is: "attend the feast, said to be held", "a man said to be ill"."""
    if tokens.lower[at] != "said" or tokens.lower[at + 1 : at + 3] not in (["to", "be"], ["to", "have"]):
        return False
    return at > 0 and tokens.tags[at - 1] in tags.COMMA + tags.NOUN + tags.DASH


def accused_of(tokens: Tokens, saying: int) -> Phrase | None:
    """Return who is said to have said it: "accused her of saying"."""
    if saying < 3 or tokens.lower[saying - 1] != "of":
        return None
    at = saying - 2
    if tokens.tags[at] == tags.OBJECT or tokens.lower[at] == "her":
        phrase: Phrase | None = Phrase(at, at + 1)
    else:
        phrase = phrase_ending(tokens, at)
    return phrase if phrase and phrase.first and tokens.lower[phrase.first - 1] in ACCUSING else None


def quoted_as(tokens: Tokens, saying: int, clauses: Sequence[Clause]) -> Phrase | None:
    """Return who is quoted: "quoted Ruiz as saying", "Ruiz was quoted as saying"."""
    if saying < 2 or tokens.lower[saying - 1] != "as":
        return None
    if tokens.lower[saying - 2] in _QUOTING:
        return next((clause.subject for clause in reversed(clauses) if clause.verb < saying - 1), None)
    phrase = phrase_ending(tokens, saying - 2)
    return phrase if phrase and phrase.first and tokens.lower[phrase.first - 1] in _QUOTING else None


_QUOTING = frozenset("quoted quotes quote quoting misquoted misquotes cited cites".split())

"""Tokens of a sentence -> who says something in it: cue verbs with their subjects, and where what is said begins.

A shallow grammar in place of a parser: closed classes of English words, the verbs of `index.cues.verbs`, and noun
phrases read leftwards from the verb to something that cannot be part of one. A quotation is one token. On political
news the parse of a statistical model found one speaker in a hundred more than rules like these, at a sixth of their
speed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from index.cues.ambiguous_words import ACCUSING
from index.cues.clauses import clause_subjects, main_subject
from index.cues.phrases import phrase_ending, phrase_starting
from index.cues.subjects import antecedent, loose_subject, subject_before
from index.cues.tokens import (
    ADVERB,
    COMMA,
    CONJUNCTION,
    NAME,
    NOUN,
    OBJECT,
    PREPOSITION,
    RELATIVE,
    SUBORDINATOR,
    TO,
    Phrase,
    Tokens,
    skipped_left,
)
from index.cues.verbs import SPEECH, Verb
from index.cues.word_classes import BE, CLAUSE_OPENERS
from index.names.descriptions import is_person_noun
from index.text.negation import NOBODY, is_negation


@dataclass(frozen=True, slots=True)
class Cue:
    """A verb that attributes, or "according to", and the phrase that names whose words they are.

    `content` is the token at which what is said begins; `subject` is None where the sentence names nobody. A subject
    is `inherited` where the verb has none of its own ("and said …", "…, adding that …").
    """

    first: int
    last: int
    word: str
    lemma: str
    subject: Phrase | None
    content: int
    form: str
    inherited: bool = False
    negated: bool = False
    passive: bool = False
    loose: bool = False
    """Whether the subject is all that stands before the verb, for want of a phrase that ends there."""


def cues(tokens: Tokens) -> list[Cue]:
    """Return what attributes words in a sentence, in order."""
    found: list[Cue] = []
    for position, verb in enumerate(tokens.verbs):
        if tokens.lower[position] == "according" and position + 2 < len(tokens) and tokens.tags[position + 1] == TO:
            phrase = phrase_starting(tokens, position + 2)
            if phrase:
                found.append(Cue(position, position + 2, "according to", "according", phrase, phrase.last, "according"))
            continue
        if verb is None:
            continue
        found.append(_cue(tokens, position, verb, clause_subjects(tokens)))
    return found


def _cue(tokens: Tokens, position: int, verb: Verb, subjects: Sequence[tuple[int, Phrase, bool]]) -> Cue:
    first = _group_start(tokens, position)
    group = tokens.lower[first:position]
    if first and tokens.tags[first - 1] == ADVERB:
        group = [tokens.lower[first - 1], *group]
    negated = any(map(is_negation, group))
    word = tokens.words[position].lower()
    content = position + 1
    finite = Cue(first, content, word, verb.lemma, None, content, verb.form, negated=negated)
    be = any(each in BE for each in group)
    if be and verb.form in {"past", "participle"}:
        agent = _agent(tokens, position + 1)
        return replace(finite, subject=agent, passive=True)
    if verb.form == "ing" and first and _is_gerund_of(tokens, first):
        return replace(finite, passive=True)
    if verb.form == "ing" and (accused := _accused(tokens, first)):
        return replace(finite, subject=accused, form="participle")
    if verb.form == "ing" and (quoted := _quoted_as(tokens, first, subjects)):
        return replace(finite, subject=quoted, form="participle")
    if tokens.tags[first] == TO or (verb.form == "ing" and not be):
        subject = _beside(tokens, first) if verb.form == "ing" else None
        if subject is None and first and tokens.lower[first - 1] in _PERCEIVED:
            # "the witness said protesters were heard shouting"
            subject = next((phrase for at, phrase, _ in reversed(subjects) if at < first), None)
        subject, sure = (subject, True) if subject else _actor(tokens, first, subjects)
        form = "infinitive" if tokens.tags[first] == TO else "participle"
        return replace(finite, subject=subject, form=form, inherited=True, loose=not sure)
    before = skipped_left(tokens, first)
    if before >= 0 and tokens.tags[before] == CONJUNCTION:
        same = [phrase for at, phrase, _ in subjects if at < first]
        main = [phrase for at, phrase, main in subjects if at < first and main]
        start = main[-1].first if main else 0
        relative = next((at for at in range(before, start, -1) if tokens.tags[at] == RELATIVE), None)
        if relative is not None and not any(at > relative for at, _, _ in subjects if at < first):
            # "a senator who opposed the dam and had called it “…”"
            return replace(finite, subject=antecedent(tokens, relative, 0), inherited=True)
        chosen = main or same
        return replace(finite, subject=chosen[-1] if chosen else None, inherited=True)
    described = verb.lemma in _DESCRIBING and verb.form == "past" and tokens.lower[content : content + 1] in _BY
    if described and not group and (first == 0 or tokens.tags[first - 1] in ",-("):
        # "Described by the Gazette as “…”, the bridge": whom that tells of has said nothing.
        return replace(finite, subject=_agent(tokens, content), passive=True)
    subject = None if _before_its_name(tokens, position, verb) else subject_before(tokens, first)
    loose = None if subject or _before_its_name(tokens, position, verb) else loose_subject(tokens, first)
    subject = subject or loose
    if (
        first
        and tokens.tags[first - 1] == RELATIVE
        and subject
        and subject.first
        and is_negation(tokens.lower[subject.first - 1])
    ):
        # "It was not the mayor who said"
        negated = tokens.lower[subject.first - 2 : subject.first - 1] != [","]
    # "Nobody said that …", "no farmer said": a denial, not somebody of that name.
    denied = subject is not None and _denies(tokens, subject)
    return replace(finite, subject=subject, negated=negated or denied, loose=loose is not None)


def _actor(tokens: Tokens, first: int, subjects: Sequence[tuple[int, Phrase, bool]]) -> tuple[Phrase | None, bool]:
    """Return who does what an infinitive or participle tells, and whether no other clause's subject can be meant.

    It is the subject of the nearest clause: "after a clerk rang to say that it had failed, Ruiz left".
    """
    main = main_subject(tokens, first, subjects)
    infinitive = tokens.tags[first] == TO
    verb, nearest = next(((at, phrase) for at, phrase, _ in reversed(subjects) if at < first), (first, None))
    if nearest is None:
        # "After the clerk rang to say …, Ruiz left": a clause whose verb no list has.
        opens = infinitive and any(
            tokens.tags[at] == SUBORDINATOR or tokens.lower[at] in CLAUSE_OPENERS for at in range(first)
        )
        return main, not opens
    before = skipped_left(tokens, first)
    if not _is_subordinate(tokens, nearest) or tokens.tags[before] in ",:-CS":
        return main, True
    if all(tag in "AvVR" for tag in tokens.tags[verb:first]):
        return nearest, True
    earlier = any(at < verb and not _is_subordinate(tokens, phrase) for at, phrase, _ in subjects)
    return nearest, infinitive and not earlier and COMMA not in tokens.tags[verb:first]


def _is_subordinate(tokens: Tokens, phrase: Phrase) -> bool:
    before = phrase.first - 1
    return before >= 0 and (
        tokens.tags[before] == SUBORDINATOR and tokens.lower[before] != "that" or tokens.lower[before] in CLAUSE_OPENERS
    )


def _is_gerund_of(tokens: Tokens, first: int) -> bool:
    """Return whether a bare noun with a form in -ing is a thing done: "says that media reporting was not the whole"."""
    at = first - 1
    return at > 0 and tokens.tags[at] == NOUN and tokens.tags[at - 1] == SUBORDINATOR and tokens.lower[at - 1] == "that"


def _before_its_name(tokens: Tokens, position: int, verb: Verb) -> bool:
    """Return whether the name behind a verb is who says it: "As a child I was afraid, said Ana Ruiz in the Gazette"."""
    if verb.lemma not in _NO_PERSON or position == 0 or tokens.tags[position - 1] != COMMA:
        return False
    last = position + 1
    while last < len(tokens) and tokens.tags[last] == NAME:
        last += 1
    return last - position > 2 and (last == len(tokens) or tokens.tags[last] in ".,;I")


_NO_PERSON = frozenset("say add explain argue note".split())
"""What they take is never a person."""


def _accused(tokens: Tokens, saying: int) -> Phrase | None:
    """Return who is said to have said it: "accused her of saying"."""
    if saying < 3 or tokens.lower[saying - 1] != "of":
        return None
    at = saying - 2
    if tokens.tags[at] == OBJECT or tokens.lower[at] == "her":
        phrase: Phrase | None = Phrase(at, at + 1)
    else:
        phrase = phrase_ending(tokens, at)
    return phrase if phrase and phrase.first and tokens.lower[phrase.first - 1] in ACCUSING else None


def _quoted_as(tokens: Tokens, saying: int, subjects: Sequence[tuple[int, Phrase, bool]]) -> Phrase | None:
    """Return who is quoted: "quoted Ruiz as saying", "Ruiz was quoted as saying"."""
    if saying < 2 or tokens.lower[saying - 1] != "as":
        return None
    if tokens.lower[saying - 2] in _QUOTING:
        return next((phrase for at, phrase, _ in reversed(subjects) if at < saying - 1), None)
    phrase = phrase_ending(tokens, saying - 2)
    return phrase if phrase and phrase.first and tokens.lower[phrase.first - 1] in _QUOTING else None


_QUOTING = frozenset("quoted quotes quote quoting misquoted misquotes cited cites".split())

_PERCEIVED = frozenset("heard seen caught filmed recorded".split())

_BY = (["as"], ["by"])

_DESCRIBING = frozenset("describe call dub term label brand hail praise condemn denounce depict portray".split())


def _denies(tokens: Tokens, subject: Phrase) -> bool:
    words = tokens.lower[subject.first : subject.last]
    if words[:1] == ["no"] and words[1:2] and words[1] in {"wonder", "doubt", "surprise"}:
        return False
    return " ".join(words) in NOBODY or words[0] in {"no", "neither", "none", "nobody"}


def _beside(tokens: Tokens, participle: int) -> Phrase | None:
    """Return who stands right before a participle: "a source in the ministry saying that …"."""
    before = participle - 1
    if before < 0 or tokens.tags[before] not in "Nn":
        return None
    phrase = phrase_ending(tokens, before)
    if phrase and tokens.tags[before] == NAME and phrase.first and tokens.tags[phrase.first - 1] in "TI":
        # "Ruiz sent a letter to Mayor Holt requesting …": it is not who gets the letter that asks.
        return (
            phrase
            if tokens.tags[phrase.first - 1] == PREPOSITION and tokens.lower[phrase.first - 1] in _CLAUSES_WITH
            else None
        )
    return phrase if phrase and (tokens.tags[before] == NAME or is_person_noun(tokens.lower[before])) else None


_CLAUSES_WITH = frozenset("with after following despite of from by".split())
"""What goes before a participle with a subject of its own: "with Ruiz saying that …"."""


def _group_start(tokens: Tokens, position: int) -> int:
    """Return where the verb group of a verb begins: its auxiliaries, "to" and the adverbs between them."""
    first = position
    while first > 0 and tokens.tags[first - 1] in "ART" and not (tokens.tags[first - 1] == ADVERB and first - 1 == 0):
        first -= 1
        if tokens.tags[first] == TO:
            break
    while first < position and tokens.tags[first] == ADVERB:
        first += 1
    return first


def _agent(tokens: Tokens, position: int) -> Phrase | None:
    """Return who a passive verb names: "was described by the mayor"."""
    for at in range(position, min(position + 4, len(tokens) - 1)):
        if tokens.lower[at] == "by":
            return phrase_starting(tokens, at + 1)
    return None


def says(cue: Cue) -> bool:
    """Return whether the cue tells of words said, not of a belief or an act."""
    return cue.lemma in SPEECH or cue.lemma == "according"

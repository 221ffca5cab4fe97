"""Tokens of a sentence -> who says something in it: cue verbs with their subjects, and where what is said begins.

A shallow grammar in place of a parser: closed classes of English words, the verbs of `index.cues.verbs`, and noun
phrases read leftwards from the verb to something that cannot be part of one. A quotation is one token. On political
news the parse of a statistical model found one speaker in a hundred more than rules like these, at a sixth of their
speed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from index.cues import tags
from index.cues.beside_subjects import is_run_together
from index.cues.clauses import (
    accused_of,
    clause_subjects,
    is_acting_within,
    is_said_to_be,
    joined_subject,
    main_subject,
    parallel_subject,
    quoted_as,
    relative_holding,
    said_before,
    with_whom,
)
from index.cues.phrases import phrase_ending, phrase_starting, stands_before_its_name
from index.cues.subjects import antecedent, loose_subject, subject_before
from index.cues.tokens import Clause, Phrase, Tokens, skipped_left
from index.cues.verbs import SPEECH, Verb
from index.cues.word_classes import BE, CLAUSE_OPENERS
from index.names.descriptions import is_person_noun
from index.text.negation import NOBODY, is_negation

_OPENS_ASIDE = tags.COMMA + tags.DASH + tags.OPENING
_PARTS_CLAUSES = tags.COMMA + tags.COLON + tags.DASH + tags.CONJUNCTION + tags.SUBORDINATOR
_PREDICATE_WITH_ADVERBS = tags.AUXILIARY + tags.OTHER_VERB + tags.CUE_VERB + tags.ADVERB
_VERB_GROUP_WORDS = tags.AUXILIARY + tags.ADVERB + tags.TO


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
        if (
            tokens.lower[position] == "according"
            and position + 2 < len(tokens)
            and tokens.tags[position + 1] == tags.TO
        ):
            phrase = phrase_starting(tokens, position + 2)
            if phrase:
                found.append(_according_to(position, phrase))
            continue
        if verb is None or _is_sent_to(tokens, position, verb):
            continue
        found.append(_cue(_verb_group(tokens, position, verb)))
    return found


def _is_sent_to(tokens: Tokens, position: int, verb: Verb) -> bool:
    """Return whether a letter is only addressed: "cards, many addressed simply to “The Mayor, Vesk”"."""
    if verb.lemma != "address" or verb.form != "past":
        return False
    following = position + 1
    while following < len(tokens) and tokens.tags[following] == tags.ADVERB:
        following += 1
    return tokens.lower[following : following + 1] == ["to"]


def _according_to(position: int, source: Phrase) -> Cue:
    return Cue(
        first=position,
        last=position + 2,
        word="according to",
        lemma="according",
        subject=source,
        content=source.last,
        form="according",
    )


@dataclass(slots=True)
class _VerbGroup:
    """A verb of a sentence with its auxiliaries, "to" and adverbs: tokens `first` to `position`."""

    tokens: Tokens
    first: int
    position: int
    verb: Verb
    helpers: list[str]
    """The words before the verb in small letters."""
    clauses: Sequence[Clause]

    @property
    def is_infinitive(self) -> bool:
        return self.tokens.tags[self.first] == tags.TO

    @property
    def has_be(self) -> bool:
        return any(each in BE for each in self.helpers)

    def clauses_before(self) -> list[Clause]:
        return [clause for clause in self.clauses if clause.verb < self.first]


def _verb_group(tokens: Tokens, position: int, verb: Verb) -> _VerbGroup:
    first = _group_start(tokens, position)
    helpers = tokens.lower[first:position]
    if first and tokens.tags[first - 1] == tags.ADVERB:
        helpers = [tokens.lower[first - 1], *helpers]
    return _VerbGroup(tokens, first, position, verb, helpers, clause_subjects(tokens))


def _cue(group: _VerbGroup) -> Cue:
    """Return the cue that a verb is, with its subject by the first rule that knows one for its form."""
    content = group.position + 1
    bare = Cue(
        first=group.first,
        last=content,
        word=group.tokens.words[group.position].lower(),
        lemma=group.verb.lemma,
        subject=None,
        content=content,
        form=group.verb.form,
        negated=any(map(is_negation, group.helpers)),
    )
    for rule in (_passive, _said_to_be, _participle, _infinitive, _joined_to_another, _described_by):
        if found := rule(group, bare):
            return found
    return _finite(group, bare)


def _passive(group: _VerbGroup, bare: Cue) -> Cue | None:
    if group.verb.form not in {"past", "participle"} or not group.has_be:
        return None
    return replace(bare, subject=_agent(group.tokens, group.position + 1), passive=True)


def _said_to_be(group: _VerbGroup, bare: Cue) -> Cue | None:
    told_of = not group.helpers and is_said_to_be(group.tokens, group.position)
    return replace(bare, passive=True) if told_of else None


def _participle(group: _VerbGroup, bare: Cue) -> Cue | None:
    tokens, first = group.tokens, group.first
    if group.verb.form != "ing":
        return None
    if first and _is_gerund_of(tokens, first):
        return replace(bare, passive=True)
    if source := accused_of(tokens, first) or quoted_as(tokens, first, group.clauses):
        return replace(bare, subject=source, form="participle")
    if group.has_be or group.is_infinitive:
        return None
    if beside := _beside(tokens, first) or with_whom(tokens, first):
        return replace(bare, subject=beside, form="participle", inherited=True)
    return replace(_without_subject(group, bare), form="participle")


def _infinitive(group: _VerbGroup, bare: Cue) -> Cue | None:
    if not group.is_infinitive:
        return None
    beside = _beside(group.tokens, group.first) if group.verb.form == "ing" else None
    if beside:
        return replace(bare, subject=beside, form="infinitive", inherited=True)
    return replace(_without_subject(group, bare), form="infinitive")


def _without_subject(group: _VerbGroup, bare: Cue) -> Cue:
    """Return the cue of a verb that has no subject of its own: the one of another clause does what it says."""
    if group.first and group.tokens.lower[group.first - 1] in _PERCEIVED and (earlier := group.clauses_before()):
        # "the witness said protesters were heard shouting"
        return replace(bare, subject=earlier[-1].subject, inherited=True)
    if turned_round := said_before(group.tokens, group.first, group.clauses):
        return replace(bare, subject=turned_round, inherited=True)
    earlier = group.clauses_before()
    relative = relative_holding(group.tokens, group.first, earlier[-1].verb if earlier else 0)
    if relative is not None:
        return replace(bare, subject=antecedent(group.tokens, relative, 0), inherited=True)
    subject, sure = _actor(group.tokens, group.first, group.clauses)
    return replace(bare, subject=subject, inherited=True, loose=not sure)


def _joined_to_another(group: _VerbGroup, bare: Cue) -> Cue | None:
    """Return the cue of a verb behind "and" or "but", whose subject is that of a verb before it."""
    tokens = group.tokens
    before = skipped_left(tokens, group.first)
    if before < 0 or tokens.tags[before] != tags.CONJUNCTION:
        return None
    if _is_told_too(group, before):
        return replace(bare, passive=True)
    if tokens.lower[bare.content : bare.content + 1] == ["that"] and (parallel := parallel_subject(tokens, before)):
        return replace(bare, subject=parallel, inherited=True)
    earlier = group.clauses_before()
    main = [clause for clause in earlier if clause.main]
    start = main[-1].subject.first if main else 0
    relative = next((at for at in range(before, start, -1) if tokens.tags[at] == tags.RELATIVE), None)
    if relative is not None and not any(clause.verb > relative for clause in earlier):
        # "a senator who opposed the dam and had called it “…”"
        return replace(bare, subject=antecedent(tokens, relative, 0), inherited=True)
    return replace(bare, subject=joined_subject(tokens, main, earlier), inherited=True)


def _is_told_too(group: _VerbGroup, before: int) -> bool:
    """Return whether whom a verb before was done to is told something: "were offered a trial, but warned that …"."""
    tokens, after = group.tokens, group.position + 1
    if group.helpers or group.verb.form != "past" or group.verb.lemma not in _TOLD:
        return False
    # "was arrested and told police that": whom somebody tells stands behind a verb that is no passive
    tells = tokens.tags[after : after + 1] in _BEGINS_WHAT_IS_TOLD or tokens.lower[after : after + 1] in _TELLS_MORE
    return tells and _is_done_to(group, before)


def _is_done_to(group: _VerbGroup, before: int) -> bool:
    """Return whether the verb of the last main clause before a token is passive."""
    tokens = group.tokens
    main = [clause.verb for clause in group.clauses_before() if clause.main]
    done = main[-1] + 1 if main and tokens.lower[main[-1]] in BE else before
    while done < before and tokens.tags[done] == tags.ADVERB:
        done += 1
    return done < before and tokens.lower[done].endswith(("d", "t", "en")) and tokens.tags[done] in _DONE


_DONE = tags.VERB_FORMS + tags.NOUN
_BEGINS_WHAT_IS_TOLD = ([tags.PRONOUN], [tags.SUBORDINATOR])
_TELLS_MORE = (["that"], ["this"], ["to"], ["of"], ["about"], ["against"], ["by"])
_TOLD = frozenset(
    """tell warn inform assure remind notify advise instruct promise order ask direct urge require request
    command""".split()
)


def _described_by(group: _VerbGroup, bare: Cue) -> Cue | None:
    """Return the cue of "Described by the Gazette as “…”, the bridge": what is described has said nothing."""
    tokens, first = group.tokens, group.first
    if group.helpers or group.verb.lemma not in _DESCRIBING or group.verb.form != "past":
        return None
    if tokens.lower[bare.content : bare.content + 1] not in _BY or first and tokens.tags[first - 1] not in _OPENS_ASIDE:
        return None
    return replace(bare, subject=_agent(tokens, bare.content), passive=True)


def _finite(group: _VerbGroup, bare: Cue) -> Cue:
    tokens, first = group.tokens, group.first
    if stands_before_its_name(tokens, group.position, group.verb):
        return bare
    subject = subject_before(tokens, first)
    loose = None if subject else loose_subject(tokens, first)
    subject = subject or loose
    apart = subject is not None and is_run_together(tokens, subject.first, subject.last, group.position)
    if subject is None or apart or tokens.lower[subject.first] in _CONCEDES:
        return bare
    negated = bare.negated
    if _is_denied_to_be(tokens, subject, first):
        negated = tokens.lower[subject.first - 2 : subject.first - 1] != [","]
    # "Nobody said that …", "no farmer said": a denial, not somebody of that name.
    return replace(bare, subject=subject, negated=negated or _denies(tokens, subject), loose=loose is not None)


def _is_denied_to_be(tokens: Tokens, subject: Phrase, first: int) -> bool:
    """Return whether somebody is denied to be who said it: "It was not the mayor who said"."""
    relative = first > 0 and tokens.tags[first - 1] == tags.RELATIVE
    return relative and subject.first > 0 and is_negation(tokens.lower[subject.first - 1])


def _actor(tokens: Tokens, first: int, clauses: Sequence[Clause]) -> tuple[Phrase | None, bool]:
    """Return who does what an infinitive or participle says, and whether no other clause's subject can be meant.

    It is the subject of the nearest clause: "after a clerk rang to say that it had failed, Ruiz left".
    """
    main = main_subject(tokens, first, clauses)
    infinitive = tokens.tags[first] == tags.TO
    nearest = next((clause for clause in reversed(clauses) if clause.verb < first), None)
    if nearest is None:
        # "After the clerk rang to say …, Ruiz left": a clause whose verb no list has.
        return main, not (infinitive and _opens_clause(tokens, first))
    before = skipped_left(tokens, first)
    if infinitive and is_acting_within(tokens, nearest, first):
        return nearest.subject, True
    if not _is_subordinate(tokens, nearest.subject) or tokens.tags[before] in _PARTS_CLAUSES:
        return main, True
    between = tokens.tags[nearest.verb : first]
    if all(tag in _PREDICATE_WITH_ADVERBS for tag in between):
        return nearest.subject, True
    earlier = any(each.verb < nearest.verb and not _is_subordinate(tokens, each.subject) for each in clauses)
    return nearest.subject, infinitive and not earlier and tags.COMMA not in between


def _opens_clause(tokens: Tokens, before: int) -> bool:
    """Return whether a word that opens a subordinate clause stands before a token."""
    return any(tokens.tags[at] == tags.SUBORDINATOR or tokens.lower[at] in CLAUSE_OPENERS for at in range(before))


def _is_subordinate(tokens: Tokens, phrase: Phrase) -> bool:
    before = phrase.first - 1
    return before >= 0 and (
        tokens.tags[before] == tags.SUBORDINATOR
        and tokens.lower[before] != "that"
        or tokens.lower[before] in CLAUSE_OPENERS
    )


def _is_gerund_of(tokens: Tokens, first: int) -> bool:
    """Return whether a bare noun with a form in -ing is a thing done: "says that media reporting was not the whole"."""
    at = first - 1
    return (
        at > 0
        and tokens.tags[at] == tags.NOUN
        and tokens.tags[at - 1] == tags.SUBORDINATOR
        and tokens.lower[at - 1] == "that"
    )


_PERCEIVED = frozenset("heard seen caught filmed recorded".split())

_BY = (["as"], ["by"])

_CONCEDES = frozenset("whatever whichever".split())
"""What begins a clause of whom the words are not: "“…”, whatever the critics say"."""

_DESCRIBING = frozenset("describe call dub term label brand hail praise condemn denounce depict portray".split())


def _denies(tokens: Tokens, subject: Phrase) -> bool:
    words = tokens.lower[subject.first : subject.last]
    if words[:1] == ["no"] and words[1:2] and words[1] in {"wonder", "doubt", "surprise"}:
        return False
    return " ".join(words) in NOBODY or words[0] in {"no", "neither", "none", "nobody"}


def _beside(tokens: Tokens, participle: int) -> Phrase | None:
    """Return who stands right before a participle: "a source in the ministry saying that …"."""
    before = participle - 1
    if before < 0 or tokens.tags[before] not in tags.NOMINAL:
        return None
    phrase = phrase_ending(tokens, before)
    if phrase is None or tokens.tags[before] == tags.NOUN and not is_person_noun(tokens.lower[before]):
        return None
    opener = phrase.first - 1
    if tokens.tags[before] == tags.NAME and phrase.first and tokens.tags[opener] in (tags.TO, tags.PREPOSITION):
        # "Ruiz sent a letter to Mayor Holt requesting …": it is not who gets the letter that asks.
        return phrase if tokens.tags[opener] == tags.PREPOSITION and tokens.lower[opener] in _CLAUSES_WITH else None
    return phrase


_CLAUSES_WITH = frozenset("with after following despite of from by".split())
"""What goes before a participle with a subject of its own: "with Ruiz saying that …"."""


def _group_start(tokens: Tokens, position: int) -> int:
    """Return where the verb group of a verb begins: its auxiliaries, "to" and the adverbs between them."""
    first = position
    while (
        first > 0
        and tokens.tags[first - 1] in _VERB_GROUP_WORDS
        and not (tokens.tags[first - 1] == tags.ADVERB and first - 1 == 0)
    ):
        first -= 1
        if tokens.tags[first] == tags.TO:
            break
    while first < position and tokens.tags[first] == tags.ADVERB:
        first += 1
    return first


def _agent(tokens: Tokens, position: int) -> Phrase | None:
    """Return who a passive verb names: "was described by the mayor"."""
    for at in range(position, min(position + 4, len(tokens) - 1)):
        if tokens.lower[at] == "by":
            return phrase_starting(tokens, at + 1)
    return None


def says(cue: Cue) -> bool:
    """Return whether the cue reports words said, not a belief or an act."""
    return cue.lemma in SPEECH or cue.lemma == "according"

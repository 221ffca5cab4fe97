"""Whose a quotation is that no cue of its own gives to anybody: the paragraph's speaker, or the paragraph's before."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from index.attribution.headings import is_heading
from index.attribution.owner import CARRIED, COLON, CONTEXT, GOES_ON, LED_IN, SAID_BEFORE, Owner, lowered, undecided
from index.attribution.quotations.credits import owner_by_credit
from index.attribution.quotations.elided import owner_without_subject
from index.attribution.quotations.quoted import Quoted
from index.attribution.speaker_lookup import SpeakerLookup
from index.cues.clauses import clause_subjects, main_subject
from index.cues.cues import Cue, cues
from index.cues.marks.quotation_marks import Paragraph, Quotation
from index.cues.noun_cues import POSSESSIVES
from index.cues.phrases import phrase_starting
from index.cues.tokens import Phrase, Tokens
from index.cues.verbs import SPEECH, VERBS
from index.names.descriptions import is_person_noun
from index.senses.denied_beside import is_imagined
from index.text.sentences import sentences

_FEW = 3
"""So few words are a term or a title where no verb gives them to anybody."""
_SHORT_REST = 80
"""So few characters behind its last quotation leave a paragraph open to one that goes on."""
_LONGEST_REST = 200
"""The same where they are one sentence: "…,” said Ana Ruiz, a professor of politics at Vesk's university."."""


@dataclass(slots=True)
class Before:
    """What a paragraph leaves to the next one, as far as a document was read."""

    speaker: Owner = Owner()
    """Whose its last quotation is."""
    ends_quoting: bool = False
    """Whether little but a quotation ends it."""
    sentence: Tokens | None = None
    """Its last sentence."""
    ends_with_colon: bool = False
    is_doubtful: bool = False
    """Whether its last speaker may be none who goes on: two spoke in it, somebody asked, a study's phrase was cited."""


@dataclass(slots=True)
class SoFar:
    """Who has spoken in a paragraph as far as it was read."""

    alone: bool
    """Whether the paragraph is nothing but quotations."""
    inherited: Owner = Owner()
    """Whose the quotation before is."""
    subject: Owner = Owner()
    """The subject of the sentence before, if that quotes nothing."""
    voice: Owner = Owner()
    """Who said the last sentence that quotes nothing and ends with who says it."""
    speakers: set[str] = field(default_factory=set)
    """Whose its quotations are, as far as that is known."""


def left_to_the_next(
    text: str, paragraph: Paragraph, so_far: SoFar, last: Tokens | None, before: Before, lookup: SpeakerLookup
) -> Before:
    """Return what a paragraph leaves to the next one; one with no sentence leaves that of the one before."""
    quotations = paragraph.quotations
    return Before(
        speaker=so_far.inherited if quotations else Owner(),
        ends_quoting=bool(quotations) and _ends(text, quotations[-1].right, paragraph.end, so_far.inherited),
        sentence=before.sentence if last is None else last,
        ends_with_colon=before.ends_with_colon if last is None else text[paragraph.end - 1] == ":",
        is_doubtful=bool(quotations) and _is_doubtful(text, quotations[-1], so_far, lookup),
    )


def _is_doubtful(text: str, last: Quotation, so_far: SoFar, lookup: SpeakerLookup) -> bool:
    """Return whether whoever spoke last in a paragraph may be none who goes on in the next one."""
    owner = so_far.inherited
    others = [each for each in so_far.speakers if each != owner.speaker and lookup.people.kind(each).person]
    if others or owner.cue in _ASKED and not so_far.alone:
        return True
    # "The link was weaker, “although it was there,” researchers said.": a phrase out of what they wrote
    cited = text[last.start : last.start + 1].islower() and not last.goes_on
    return cited and owner.speaker is not None and not owner.speaker.split()[-1][:1].isupper()


_ASKED = frozenset({"ask", "asks", "asked", "asking"})


def _ends(text: str, start: int, end: int, owner: Owner) -> bool:
    """Return whether little stands behind a quotation, or no more than the end of the sentence that tells its owner."""
    if end - start <= _SHORT_REST:
        return True
    return owner.known and end - start <= _LONGEST_REST and len(sentences(text, start, end)) == 1


def owner_around(quoted: Quoted, so_far: SoFar, before: Before, lookup: SpeakerLookup) -> Owner:
    """Return the owner by what stands around: the clause, the paragraph's speaker, the paragraph before."""
    if is_imagined(quoted.text, quoted.quotation.start) or _is_somebody_elses(quoted):
        return Owner()
    if (credited := owner_by_credit(quoted, lookup)) is not None:
        return credited
    if not so_far.inherited.known and (meant := owner_without_subject(quoted, lookup)) is not None:
        return meant
    if not (quoted.at == 0 or quoted.tokens.tags[quoted.at - 1] == "Q"):
        return _of_who_goes_on(quoted, so_far)
    if so_far.inherited.known:
        return so_far.inherited
    if so_far.subject.known:
        return so_far.subject
    if so_far.voice.known:
        return lowered(so_far.voice, unsure=True)
    heads = not before.ends_with_colon and is_heading(quoted.text, quoted.quotation)
    return _by_the_paragraph_before(before, lookup) if so_far.alone and not heads else Owner()


_ELSE = frozenset("one other another others else latter second third".split())
_SAYS_WITHIN, _INVERTED = 6, 3
"""Tokens behind a quotation in which somebody says it, and behind the verb in which he is named."""


def _is_somebody_elses(quoted: Quoted) -> bool:
    """Return whether right behind a quotation somebody says it whom no name tells: "…,” the other one said"."""
    tokens, first = quoted.tokens, quoted.at + 1
    end = min(quoted.next_quotation() or len(tokens.tags), first + _SAYS_WITHIN)
    says = next((at for at in range(first, end) if _is_said(tokens.lower[at])), None)
    if says is None:
        return False
    before = [at for at in range(first, says) if tokens.tags[at] not in ".,"]
    named = tokens.lower[before[0] : says] if before else tokens.lower[says + 1 : says + 1 + _INVERTED]
    return not _ELSE.isdisjoint(named)


def _is_said(word: str) -> bool:
    verb = VERBS.get(word)
    return verb is not None and verb.lemma in SPEECH and verb.form in {"past", "s"}


def _of_who_goes_on(quoted: Quoted, so_far: SoFar) -> Owner:
    """Return whose the end of a sentence is that no verb gives to anybody: “It is late,” she said. The dam “may go.”"""
    tokens, words = quoted.tokens, quoted.text[quoted.quotation.start : quoted.quotation.end].split()
    ends_sentence = all(tag in "." for tag in tokens.tags[quoted.at + 1 :])
    reports = any(each.lemma in SPEECH for each in quoted.cues)
    if reports or not ends_sentence or quoted.quotation.style == "pair" or len(words) <= _FEW:
        return Owner()
    if tokens.tags[quoted.at - 1] in ",:" and any(tag in "NnPD" for tag in tokens.tags[: quoted.at]):
        # "Holt shot back, “…”": a verb of saying that no list has.
        return Owner()
    if so_far.inherited.known and not quoted.cues:
        return replace(so_far.inherited, confidence=min(so_far.inherited.confidence, GOES_ON))
    return lowered(so_far.voice, unsure=True)


def _by_the_paragraph_before(before: Before, lookup: SpeakerLookup) -> Owner:
    if before.sentence is not None and before.ends_with_colon:
        return _led_in(before.sentence, lookup)
    if before.ends_quoting:
        last = before.speaker
        if last.speaker is not None and last.speaker == lookup.writer:
            # "“Why now?” I asked.": who answers is another.
            return Owner()
        carried = replace(last, confidence=min(last.confidence, CARRIED), cue=None)
        return lowered(carried, before.is_doubtful) if last.known else Owner()
    return owner_before(before.sentence, lookup) if before.sentence is not None else Owner()


def _led_in(sentence: Tokens, lookup: SpeakerLookup) -> Owner:
    """Return whom the last verb of a sentence that ends with a colon names, else its subject."""
    last = next((each for each in reversed(cues(sentence)) if each.subject and not each.passive), None)
    if last and last.subject:
        return replace(lookup.owner(sentence, last.subject, last.word, COLON), attached=True)
    return owner_by_subject(sentence, LED_IN, lookup)


def owner_by_saying(sentence: Tokens, lookup: SpeakerLookup) -> Owner:
    """Return whom a verb of saying that commas part from its sentence names: "…, she said.", "It was, he argued, …"."""
    for cue in reversed(cues(sentence)):
        if not _stands_apart(sentence, cue):
            continue
        phrase = cue.subject or phrase_starting(sentence, cue.last)
        owner = lookup.owner(sentence, phrase, None, SAID_BEFORE) if phrase else Owner()
        if owner.known:
            return owner
    return Owner()


def _stands_apart(sentence: Tokens, cue: Cue) -> bool:
    """Return whether a verb of saying and its subject stand between commas, or behind one at the sentence's end."""
    if cue.lemma not in SPEECH or cue.inherited or cue.negated or cue.passive or cue.form not in {"past", "s"}:
        return False
    first = cue.subject.first if cue.subject else cue.first
    if first < 2 or sentence.tags[first - 1] != ",":
        return False
    return cue.subject is None or all(tag in ".,RZ" for tag in sentence.tags[cue.last : cue.last + 1])


def owner_before(sentence: Tokens, lookup: SpeakerLookup) -> Owner:
    """Return whose words may go on behind a sentence that quotes nothing: who says it, else whom it is about."""
    said = owner_by_saying(sentence, lookup)
    return said if said.known else owner_by_subject(sentence, CONTEXT, lookup)


def owner_by_subject(sentence: Tokens, confidence: float, lookup: SpeakerLookup) -> Owner:
    """Return the owner whom the subject of a sentence names."""
    phrase = main_subject(sentence, len(sentence), clause_subjects(sentence))
    return lookup.owner(sentence, phrase, None, confidence) if phrase else Owner()


def unless_another(inherited: Owner, other: Owner, lookup: SpeakerLookup) -> Owner:
    """Return who spoke before, as unsure where the text turned to somebody else since: both may go on."""
    if not (inherited.speaker and other.speaker) or other.speaker == inherited.speaker:
        return inherited
    if lookup.people.kind(other.speaker).person is False:
        return inherited
    return undecided(inherited, inherited.speaker, other.speaker)


def owner_of_the_next_clause(sentence: Tokens, at: int, lookup: SpeakerLookup) -> Owner:
    """Return whom a clause after that of the quotation at a token is about: "…,” she said, and her husband cut in"."""
    subjects = (phrase for _, phrase, _ in clause_subjects(sentence))
    joined = [each for each in subjects if each.first > at + 1 and sentence.tags[each.first - 1] == "C"]
    phrase = joined[-1] if joined else _name_behind_and(sentence, at)
    return lookup.owner(sentence, phrase, None, CONTEXT) if phrase else Owner()


def _name_behind_and(sentence: Tokens, at: int) -> Phrase | None:
    """Return whom ", and" joins after the quotation at a token: a name without what stands before it, "her husband"."""
    tags = sentence.tags
    for first in (k + 1 for k in range(at + 2, len(tags) - 2) if tags[k] == "C" and tags[k - 1] == ","):
        start = first
        while start < len(tags) and tags[start] in "Dn":
            start += 1
        kin = sentence.lower[first + 1 : first + 2]
        if sentence.lower[first] in POSSESSIVES and kin and is_person_noun(kin[0]) and tags[first + 2] != "N":
            return Phrase(first, first + 2)
        if start < len(tags) and tags[start] == "N":
            return Phrase(start, next((k for k in range(start, len(tags)) if tags[k] != "N"), len(tags)))
    return None


def is_alone(text: str, paragraph: Paragraph) -> bool:
    """Return whether a paragraph is nothing but quotations."""
    inside = sum(each.right - each.left for each in paragraph.quotations)
    return bool(paragraph.quotations) and (paragraph.end - paragraph.start) - inside <= 2 * len(paragraph.quotations)

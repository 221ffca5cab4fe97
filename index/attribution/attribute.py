"""`Document` -> `Statement`s: quotations, transcript turns and reported speech, with who said them.

Rules over the text between quotation marks, after the method measured in the design notes: a cue right after a
quotation names its speaker ("…," she said), else one before it in its sentence (X said: "…"), else the quotation before
it in the paragraph, else, for a paragraph that is nothing but a quotation, the one that ended the paragraph before. The
confidence of each rule is its measured precision. A speaker who is neither named nor described stays None.

`index.cues.quotation_marks` finds the quotations, `index.cues.cues` the verbs and their subjects, `index.people.people`
whom a subject means, `index.transcripts.turns` and `index.transcripts.speeches` the speakers of transcripts and
speeches, `index.attribution.said_on` the day.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from index.attribution.confidence import (
    UNSURE,
    WORDED,
    WRITES,
    ends_its_clause,
    governs,
    introduced,
    is_an_act,
    is_no_answer,
    is_only_possible,
    is_title,
    is_weak,
    may_be_a_name,
)
from index.attribution.indirect_speech import Clause, Weights, reported_clauses
from index.attribution.narrated_days import Narrative
from index.attribution.offices import described, office_key, rivals_in_office, told_in_full
from index.attribution.quotations.quoted_sentences import quoted_sentences
from index.attribution.said_on import base_day, day_of
from index.cues.cues import (
    Cue,
    Phrase,
    Tokens,
    clause_subjects,
    cues,
    main_subject,
    name_ending,
    phrase_ending,
    phrase_starting,
    says,
    tokens,
)
from index.cues.noun_cues import POSSESSIVES
from index.cues.quotation_marks import Paragraph, Quotation, quoted_paragraphs
from index.cues.verbs import MIND, SOURCE, SPEECH, STANCE, VERBS, VIEWS, WEAK
from index.names.names import is_name
from index.names.titles import GENDERED, NAME, PRONOUNS
from index.people.coreference import NOBODY, Discourse, Meant
from index.people.people import People, name_aliases, split_title
from index.records import Document, Statement, StatementKind
from index.senses.denied_beside import is_imagined
from index.senses.framing import said_like
from index.senses.notices import behind, is_attributed, is_withdrawn, rightly_of
from index.senses.operators import REACH, plain
from index.senses.reporters import (
    according_to,
    denied_beside,
    holds,
    is_read_out,
    is_second_clause,
    is_told,
    is_unsaid,
    labelled,
    puts_a_question,
    writer_between,
    writer_of,
)
from index.senses.sense import with_senses
from index.text.sentences import Span, joined_lines, sentences, trimmed
from index.transcripts.label_words import ALSO_GIVEN_NAMES, HEADINGS
from index.transcripts.speeches import speech_of
from index.transcripts.table_rows import laid_out_turns
from index.transcripts.turns import Turn, can_be_quoted, labelled_turns, marked_turns, turns_of_one

# Measured on the development half of PolNeAR: how often each rule names the right speaker.
AFTER, BEFORE, COLON, TRAILING, INHERITED, CARRIED, CONTEXT = 0.9, 0.83, 0.81, 0.86, 0.89, 0.82, 0.65
NESTED = 0.6
MINDED = 0.65
"""A quotation after a verb of the mind or of an act ("she wants “…”", "dismissed “…”"), not of saying."""
TURN = 0.95
TOLD_SURELY = 0.7
"""From so much on a reported clause tells that its speaker is one who speaks."""
MIND_TOLD = 0.49
"""What tells an act or a state of the mind ("decided", "knew") is no answer to what somebody said, however sure."""


@dataclass
class Analysis:
    """What was found in a document: its statements and the aliases of the people in it."""

    statements: list[Statement]
    names: set[tuple[str, str]]


@dataclass(frozen=True)
class _Owner:
    """Whose a quotation is, by which cue, how surely."""

    speaker: str | None = None
    cue: str | None = None
    confidence: float = 0.0
    reported_by: str | None = None
    negated: bool = False
    attached: bool = False
    """Whether a cue of the quotation's own sentence names the speaker."""
    said_on: str | None = None
    candidates: tuple[str, ...] = ()
    """Between whom the text does not decide; then there is no speaker."""
    governed: bool = False
    """Whether a verb of saying stands right beside the quotation: only so is a title somebody's words."""

    @property
    def known(self) -> bool:
        """Whether something is known of whose it is: the speaker, or between whom the text does not decide."""
        return self.speaker is not None or bool(self.candidates)


def analyse(document: Document, weights: Weights | None = None) -> Analysis:
    """Return the document's statements in order, and pairs of (full name, alias in lower case).

    `weights` are those of the reported clauses, None for the shipped ones.
    """
    paragraphs = list(quoted_paragraphs(document.text))
    text = joined_lines(document.text)
    people = People(text, [(each.left, each.right) for part in paragraphs for each in part.quotations])
    turns = _turns(document, people)
    if document.turns:
        turns = marked_turns(document, people, turns)
    roles = described(text, people)
    offices = rivals_in_office(text, roles)
    statements = _Reader(replace(document, text=text), people, turns, weights, offices=offices).read(paragraphs)
    named = {(person.name, alias) for person in people.all for alias in person.aliases | person.roles}
    named |= roles
    named |= {(name, alias) for each in statements if (name := each.speaker) for alias in name_aliases(name)}
    statements = told_in_full(document.text, statements)
    ordered = sorted(statements, key=lambda each: (each.start, -each.end))
    return Analysis(with_senses(text, ordered), named)


def _turns(document: Document, people: People) -> list[Turn]:
    """Return the turns of a speech or transcript; the labels of several speakers count before a title's one."""
    if document.speaker is None and (labelled := labelled_turns(document, people)):
        return labelled
    if laid_out := laid_out_turns(document, people):
        return laid_out
    speech = speech_of(document, people)
    return turns_of_one(document, speech.speaker, speech.start) if speech else []


def attributes(text: str, name: str) -> bool:
    """Return whether the text says, in its own words, that a bearer of the name said, wrote or thought something."""
    last = (split_title(name)[0] or name).split()[-1]
    for start, end in sentences(text):
        made = tokens(text, [(start, end, -1)])
        for cue in cues(made):
            phrase = cue.subject
            if phrase is None and cue.lemma in SPEECH:
                phrase = phrase_starting(made, cue.last)
            if phrase and not cue.inherited and made.words[phrase.last - 1] == last:
                return True
    return False


class _Reader:
    """Reads a document's paragraphs in order, knowing who spoke last."""

    def __init__(
        self,
        document: Document,
        people: People,
        turns: Sequence[Turn],
        weights: Weights | None,
        offices: Mapping[str, tuple[str, ...]],
    ) -> None:
        self.weights = weights
        self.document = document
        self.text = document.text
        self.people = people
        authors = frozenset(each.strip() for each in re.split(r",| and ", document.author or "") if each.strip())
        self.discourse = Discourse(
            self._resolved, people.kind, document.text, authors, people.may_speak, people.looks_personal
        )
        self.turns = turns
        self.voices = tuple(dict.fromkeys(each.speaker for each in turns if each.speaker and " " in each.speaker))
        """Who has turns of their own: "Weaver Ana Ruiz" of the prose around them is Ana Ruiz."""
        self.offices = offices
        """For each role that people of two places hold the people: "the mayor" is one of them."""
        self.base = base_day(document.text, document.published)
        self.narrative = Narrative(document.text, self.base, document.published, report=not turns)
        self.statements: list[Statement] = []
        self.last = _Owner()
        self.carries = False
        self.accused: frozenset[str] | None = None
        self.lead: tuple[Tokens, bool] | None = None
        """The last sentence of the paragraph before and whether a colon ends it."""

    def read(self, paragraphs: Sequence[Paragraph]) -> list[Statement]:
        self.statements = [self._turn(each) for each in self.turns]
        turn = 0
        for number, paragraph in enumerate(paragraphs):
            while turn < len(self.turns) and self.turns[turn].end <= paragraph.start:
                turn += 1
            inside = self.turns[turn] if turn < len(self.turns) and self.turns[turn].start < paragraph.end else None
            following = paragraphs[number + 1] if number + 1 < len(paragraphs) else None
            self._paragraph(paragraph, inside, following)
        return self._told_below(self._named_later())

    def _turn(self, turn: Turn) -> Statement:
        day = self.document.published if turn.said_on is None else turn.said_on or None
        confidence = TURN if turn.speaker else 0.0
        return Statement(self.document.id, turn.start, turn.end, turn.speaker, "turn", None, day, None, confidence)

    def _paragraph(self, paragraph: Paragraph, turn: Turn | None, following: Paragraph | None) -> None:
        inherited = _Owner()
        alone = _nothing_else(self.text, paragraph)
        subject: _Owner = _Owner()
        units = list(quoted_sentences(self.text, paragraph))
        made = None
        self.discourse.paragraph()
        self.narrative.paragraph()
        byline = _CREDIT.match(self.text[paragraph.start : paragraph.end]) is not None
        for made in units:
            if not byline:
                self.discourse.read(made)
            found = cues(made)
            written = len(self.statements)
            numbers = [at for at, tag in enumerate(made.tags) if tag == "Q"]
            if not numbers:
                self._reported(made, turn)
                subject = self._main(made, len(made), CONTEXT)
                self.narrative.told(made, subject.speaker, found, self.statements[written:])
                inherited = self._unless_another(inherited, subject)
                continue
            for at in numbers:
                quotation = paragraph.quotations[made.quotations[at]]
                owner = self._attached(made, at, quotation, found, turn)
                if owner is None and quotation.continues:
                    owner = replace(self.last, attached=True) if self.last.known else None
                holder = self._as_told(made, owner, found) if owner else None
                holder = holder or self._unattached(made, at, inherited, subject, alone, quotation)
                holder = self._unless_accused(holder)
                if holder.attached or not holder.known:
                    coming = any(is_unsaid(made, each) and each.word == holder.cue for each in found)
                    holder = replace(
                        holder, said_on=None if coming else self._said_on(made, (at, at + 1), holder.speaker)
                    )
                speech = self._emit(quotation, holder, made, at, turn, following)
                if speech and holder.known:
                    if holder.speaker:
                        sure = holder.confidence >= TOLD_SURELY
                        self.discourse.spoke(holder.speaker, quotation.start, holder.attached, sure=sure)
                    inherited = replace(holder, confidence=min(holder.confidence, INHERITED), attached=False)
                    subject = _Owner()
                elif speech and at and made.tags[at - 1] not in "Q.:":
                    # Whose this piece of a sentence is nobody knows, so neither whose the next is.
                    inherited = _Owner()
            self._reported(made, turn)
            self.narrative.said(made, self.statements[written:])
            inherited = self._unless_another(inherited, self._joined(made, numbers[-1]))
        self.carries = (
            bool(paragraph.quotations) and len(self.text[paragraph.quotations[-1].right : paragraph.end]) <= 80
        )
        self.last = inherited if paragraph.quotations else _Owner()
        if made is not None:
            self.lead = (made, self.text[paragraph.start : paragraph.end].endswith(":"))

    def _unless_another(self, inherited: _Owner, other: _Owner) -> _Owner:
        """Return who spoke before as unsure where somebody else was told of since: both may go on."""
        if not (inherited.speaker and other.speaker) or other.speaker == inherited.speaker:
            return inherited
        if self.people.kind(other.speaker).person is False:
            return inherited
        return replace(inherited, speaker=None, confidence=0.0, candidates=(inherited.speaker, other.speaker))

    def _unless_accused(self, owner: _Owner) -> _Owner:
        """Return no owner where it is whom a suit or charge accuses, and no verb of saying gives the words to them."""
        verb = VERBS.get(owner.cue or "")
        said = verb is not None and verb.lemma in SPEECH | WORDED | LABELS | {"dismiss", "deny", "reject", "tell"}
        if owner.speaker is None or said or owner.cue in {":", "according to", "like", "words"}:
            return owner
        if owner.cue is None and owner.confidence > CONTEXT:
            return owner
        return _Owner(cue=owner.cue) if owner.speaker in self._accused_people() else owner

    def _accused_people(self) -> frozenset[str]:
        """Return whom the text says that a suit, a charge or somebody accuses."""
        if self.accused is None:
            found = (self.people.resolve(match["name"], match.start("name")) for match in _ACCUSED.finditer(self.text))
            self.accused = frozenset(name for name in found if name)
        return self.accused

    def _joined(self, made: Tokens, at: int) -> _Owner:
        """Return whom a clause after a quotation's own tells of: "…,” she said, and her husband cut in"."""
        joined = [p for verb, p, _ in clause_subjects(made) if p.first > at + 1 and made.tags[p.first - 1] == "C"]
        for start in (k + 1 for k in range(at + 2, len(made) - 2) if made.tags[k] == "C" and made.tags[k - 1] == ","):
            while start < len(made) and made.tags[start] in "Dn":
                start += 1
            if start < len(made) and made.tags[start] == "N" and not joined:
                joined = [Phrase(start, next((k for k in range(start, len(made)) if made.tags[k] != "N"), len(made)))]
        return self._owner(made, joined[-1], None, CONTEXT, None) if joined else _Owner()

    def _attached(
        self, made: Tokens, at: int, quotation: Quotation, found: Sequence[Cue], turn: Turn | None
    ) -> _Owner | None:
        """Return the owner that the quotation's own sentence names, or None."""
        if puts_a_question(made, at):
            return _Owner(cue="question")
        if (withdrawn := self._withdrawn(made, quotation, found)) is not None:
            return withdrawn
        if denial := denied_beside(made, at, found):
            return _Owner(cue=denial.word, negated=True, attached=True)
        if (asked := self._put_to(made, at, found, turn)) is not None:
            return asked
        colon = at > 0 and made.tags[at - 1] == ":"
        comma = "," in self.text[max(quotation.start, quotation.end - 2) : quotation.end]
        given = introduced(made, at, found)
        if (not colon or comma) and not given and (owner := self._after(made, at, quotation, turn)):
            theirs = self._liked(made, at, quotation, owner, turn)
            theirs = theirs or self._retold(made, at, quotation, found, owner, turn)
            if not owner.known and _NO_ONE.match(self.text, quotation.right):
                owner = replace(owner, cue=None)
            if theirs or not colon:
                return theirs or owner
        owner = self._before(made, at, found, colon, turn)
        if colon and comma and (owner is None or owner.confidence <= MINDED or _anothers_words(made, at)):
            # "Brandt recalls her answer: “No,” Ruiz told him": the verb of saying tells more than that of memory.
            owner = self._after(made, at, quotation, turn) or owner
        owner = owner or self._trailing(made, at, found, turn)
        if (liked := self._liked(made, at, quotation, owner, turn)) is not None:
            return liked
        if owner is None and quotation.style == "single" and (cue := _one_says(made, _cue_beside(found, at))):
            # "'Every night,' she said, 'the house creaks.'": speech, though nothing tells who she is.
            return _Owner(cue=cue.word)
        return owner

    def _withdrawn(self, made: Tokens, quotation: Quotation, found: Sequence[Cue]) -> _Owner | None:
        """Return the owner of words that a notice of correction takes back: whom it names instead, or nobody."""
        before = plain(self.text[max(made.starts[0], quotation.left - REACH) : quotation.left]).rstrip()
        if not is_attributed(before) and not is_withdrawn(before, behind(self.text, quotation.right)):
            return None
        cue = next((each.word for each in reversed(found) if made.starts[each.first] < quotation.left), "correction")
        return self._rightly(quotation.right, cue) or _Owner(cue=cue)

    def _rightly(self, position: int, cue: str) -> _Owner | None:
        """Return the owner whom the sentence behind a position names: "It was Ana Ruiz who said so."."""
        span = rightly_of(self.text, position)
        name = self.people.resolve(self.text[slice(*span)], span[0]) if span else None
        return _Owner(name, cue, BEFORE, attached=True) if name else None

    def _as_told(self, made: Tokens, owner: _Owner, found: Sequence[Cue]) -> _Owner:
        """Return an owner with who tells of the words: "According to Ruiz, Holt said “…”"."""
        phrase = according_to(made, found)
        if phrase is None or owner.reported_by or not owner.known or owner.cue == "according to":
            return owner
        teller = self._owner(made, phrase, None, BEFORE, None).speaker
        return replace(owner, reported_by=teller) if teller and teller != owner.speaker else owner

    def _put_to(self, made: Tokens, at: int, found: Sequence[Cue], turn: Turn | None) -> _Owner | None:
        """Return the asker of a question that somebody "was asked", by name or unknown; None where nobody was."""
        for cue in found:
            if cue.lemma not in ASKING or not (cue.passive or _asked_before(made, cue, at)):
                continue
            before, after = 0 <= at - cue.last <= _BESIDE, 0 < cue.first - at <= _BESIDE
            between = (min(at, cue.first), max(at, cue.last))
            if any(each is not cue and between[0] <= each.first < between[1] for each in found):
                continue
            if "Q" in made.tags[min(at, cue.first) + 1 : max(at, cue.first)] or not (before or after):
                continue
            agent = cue.subject if cue.passive else None
            owner = self._owner(made, agent, cue.word, BEFORE, turn) if agent else _Owner()
            return replace(owner, cue=cue.word)
        return None

    def _liked(
        self, made: Tokens, at: int, quotation: Quotation, teller: _Owner | None, turn: Turn | None
    ) -> _Owner | None:
        """Return the owner of what somebody "was like" or "goes", as reported by who else tells it, or None."""
        phrase = _like_subject(made, at)
        # "The hall was like “a barn in the snow”": a likeness; what somebody says speaks of somebody.
        if not _ADDRESSES.search(self.text, quotation.start, quotation.end):
            return None
        if phrase is None or made.lower[phrase.first] in {"i", "we"}:
            return None
        owner = self._owner(made, phrase, "like", MINDED, turn)
        by = teller.speaker if teller and teller.speaker != owner.speaker else None
        return replace(owner, reported_by=by, attached=True) if owner.known or by else None

    def _retold(
        self, made: Tokens, at: int, quotation: Quotation, found: Sequence[Cue], after: _Owner, turn: Turn | None
    ) -> _Owner | None:
        """Return the owner of what somebody tells that another said: 'Holm told her, “…,” Ana Ruiz recalled'."""
        cue = _cue_beside(found, at)
        according = after.cue == "according to"
        if cue is None or cue.subject is None or cue.inherited and not according or cue.negated or cue.passive:
            return None
        if "Q" in made.tags[:at] and not (according and cue.inherited):
            return None
        if _anothers_words(made, at):
            # "Ruiz recalls her words: “…,” she told him", "recalls the cook's words: “…,” the cook told him"
            return None
        closing = self.text[max(quotation.start, quotation.end - 2) : quotation.end + 2]
        # "the rule “could be eased,” said Ruiz": what stands right beside the words is a verb of saying in full.
        beside = cue.form in {"past", "s"} and (cue.last == at or cue.lemma == "tell" and governs(made, cue, at))
        according = according and made.tags[at - 1] == "S"
        if not (according or beside) and made.tags[at - 1] not in ",:" or made.lower[cue.subject.first] in {"i", "we"}:
            return None
        following = next((k for k in range(at + 1, len(made)) if made.tags[k] == "Q"), 0)
        # "Holm asks, “Why now?” Ruiz writes back, “Look at it.”": each is introduced by its own.
        introduces = bool(following) and made.tags[following - 1] in ",:" and "," not in closing
        if "," not in closing and not introduces:
            return None
        owner = self._owner(made, cue.subject, cue.word, BEFORE, turn)
        # "Holm said: “Yes,” the Echo reported": who printed words tells nothing of its own.
        if according and owner.known:
            told = according_to(made, found)
            return replace(owner, reported_by=after.speaker if told else None, attached=True)
        if (
            not after.speaker
            or after.cue in _PRINTED
            or owner.speaker == after.speaker
            or after.speaker in owner.candidates
        ):
            return None
        return replace(owner, reported_by=None if introduces else after.speaker, attached=True)

    def _after(self, made: Tokens, at: int, quotation: Quotation, turn: Turn | None) -> _Owner | None:
        stop = next((k for k in range(at + 1, len(made)) if made.tags[k] == "Q"), len(made))
        ending = self.text[max(quotation.start, quotation.end - 3) : quotation.end].rstrip("’' ")[-1:]
        following = made.tags[at + 1] if at + 1 < stop else ""
        joined = ending in ",?!—…–" or following in {",", "-"}
        first = at + 1
        while first < stop and made.tags[first] in ",-R":
            first += 1
        part = made.part(first, stop)
        if len(part) and (part.lower[0] in _CONTRASTING or part.tags[0] in "SW" and part.lower[0] != "as"):
            # "“the only mill” that farmers reported": what goes on so tells of the thing.
            return None
        if len(part) > 1 and part.lower[0] == "and" and part.tags[1] in "NnDP#":
            # "opened “by a neighbour,” and the officers saw …": another clause about others.
            return None
        if not len(part) or not (joined or (part.words[0][:1].islower() and part.tags[0] == "V") or len(part) <= 5):
            return None
        verb = part.verbs[0]
        if (
            verb
            and verb.form in {"past", "s", "base"}
            and verb.lemma in SPEECH
            and (phrase := phrase_starting(part, 1))
        ):
            return replace(self._owner(part, phrase, part.lower[0], AFTER, turn), governed=True)
        if following == "-" and part.tags[0] == "N" and all(tag in "N.,ID" for tag in part.tags):
            phrase = phrase_starting(part, 0)
            return self._owner(part, phrase, "—", COLON, turn) if phrase else None
        for cue in cues(part):
            if stop == len(made) and is_told(part, cue):
                return _Owner(cue=cue.word)
            if cue.lemma == "according" and cue.subject and cue.first <= 2:
                return self._owner(part, cue.subject, cue.word, AFTER, turn)
            if cue.first > 25 or cue.subject is None or cue.inherited or cue.subject.first > 3:
                continue
            if any(word in _LATER for word in part.lower[1 : cue.subject.first]):
                # "called Ruiz “a fox”, two days after he said": what he said is something else.
                continue
            if (
                cue.lemma in STANCE
                and cue.lemma not in SPEECH
                and cue.last < len(part)
                and part.tags[cue.last] not in ",.I"
            ):
                continue
            owner = self._owner(part, cue.subject, cue.word, AFTER, turn, _denies(cue))
            held = cue.lemma in SPEECH or ends_its_clause(part, cue)
            return replace(_lowered(owner, not held or is_weak(part, cue)), governed=cue.lemma in SPEECH)
        return None

    def _before(self, made: Tokens, at: int, found: Sequence[Cue], colon: bool, turn: Turn | None) -> _Owner | None:
        held = [each for each in found if each.last <= at]
        subjects = clause_subjects(made)
        if (phrase := _in_the_words_of(made, at)) and (owner := self._owner(made, phrase, "words", COLON, turn)).known:
            return owner
        # "Ruiz says farmers do not back the dam and that “…”": the verb that holds the first holds the second.
        second = is_second_clause(made, held, at)
        passed = False
        for number in range(len(held) - 1, -1, -1):
            cue = held[number]
            if second and (cue.lemma not in SPEECH or cue.negated and any(map(says, held[:number]))):
                continue
            if is_told(made, cue):
                return _Owner(cue=cue.word)
            if is_read_out(made, cue, at):
                return self._read_out(made, cue, at)
            distance = at - cue.last
            loose = cue.lemma in WEAK or cue.lemma not in SPEECH | MIND | SOURCE
            if distance > (10 if loose and not colon else 30):
                continue
            if cue.lemma in {"continue", "begin"} and cue.last < at and made.tags[cue.last] == "T":
                continue
            if cue.passive and cue.subject is None:
                continue
            if cue.lemma == "add" and made.lower[cue.last] == "to":
                continue
            if _only_minded(cue) and any(each.lemma in SPEECH and each.subject for each in held[:number]):
                passed = True
                continue
            phrase = cue.subject
            own = phrase is not None and not (made.lower[phrase.first] in {"i", "we"} and turn is None)
            # "her “Barbie” told fans": the subject may stand in the marks.
            own = own and (cue.first == 0 or made.tags[cue.first - 1] != "Q")
            if phrase is None and (behind := _subject_behind(made, cue, at)):
                return replace(self._owner(made, behind, cue.word, BEFORE, turn), governed=True)
            if phrase is None or made.lower[phrase.first] in {"i", "we"} and turn is None:
                if phrase is None and (earlier := self._earlier_quotation(made, cue)):
                    return earlier
                phrase = main_subject(made, cue.first, subjects)
                if phrase is None:
                    continue
            acted = cue.lemma not in SPEECH | WORDED and cue.lemma != "according"
            sure = MINDED if acted else COLON if colon else BEFORE
            # "She had not called for a vote because she believed “…”": the denial is of another verb.
            owner = self._owner(made, phrase, cue.word, sure, turn, _denies(cue) and not colon and not passed)
            if cue.form == "participle" and not cue.inherited and made.lower[cue.first - 1] == "of":
                return self._accused(made, owner, held[:number], turn)
            if not owner.known:
                passed = passed or phrase == cue.subject
                continue
            unsure = not own or is_weak(made, cue) or _is_parted(made, cue.last, at)
            owner = replace(_lowered(owner, unsure), governed=governs(made, cue, at))
            outer = next((each for each in reversed(held[:number]) if holds(made, each, cue)), None)
            if outer and outer.subject:
                outermost = self._owner(made, outer.subject, outer.word, BEFORE, turn, _denies(outer))
                teller = outermost.speaker
                # "Oster said any member who wants to win “owes it to us”": nobody but Oster has said a word.
                beside = cue.lemma not in SPEECH and cue.lemma not in WORDED
                if outermost.known and (
                    beside or _in_a_relative(made, cue) and (at - cue.last > 6 or made.tags[cue.first - 2] != ",")
                ):
                    # "agreed with somebody who had told him": the words are the other's.
                    acts = cue.lemma in STANCE and cue.lemma not in MIND and at - cue.last <= 2
                    return _lowered(outermost, acts or is_weak(made, outer) or outer.lemma == "agree")
                if teller and teller != owner.speaker:
                    owner = replace(owner, reported_by=teller)
            return owner
        if colon and (introduced := self._introduced(made, at, turn)):
            return introduced
        agent = next((each for each in found if each.passive and each.subject and each.first > at), None)
        if agent and agent.subject:
            owner = self._owner(made, agent.subject, agent.word, BEFORE, turn)
            return _lowered(owner, agent.lemma not in SPEECH | WORDED)
        return None

    def _read_out(self, made: Tokens, cue: Cue, at: int) -> _Owner:
        """Return the owner of what somebody read out of another's letter: who wrote it, unknown where no name tells."""
        writer = writer_between(made, cue.last, at)
        owner = self._owner(made, writer, cue.word, COLON, None) if writer else _Owner(cue=cue.word)
        reader = self._owner(made, cue.subject, cue.word, BEFORE, None).speaker if writer and cue.subject else None
        return replace(owner, reported_by=reader if reader != owner.speaker else None)

    def _accused(self, made: Tokens, owner: _Owner, held: Sequence[Cue], turn: Turn | None) -> _Owner:
        """Return the owner of what somebody is accused of saying, as the accuser tells it; never the accuser."""
        subject = next((each.subject for each in reversed(held) if each.lemma in {"accuse", "suspect"}), None)
        accuser = self._owner(made, subject, None, BEFORE, turn).speaker if subject else None
        if owner.speaker == accuser:
            owner = _Owner(cue=owner.cue)
        return replace(owner, reported_by=accuser)

    def _earlier_quotation(self, made: Tokens, cue: Cue) -> _Owner | None:
        """Return the owner of the quotation before, for a verb that goes on after it ("and said it would …")."""
        for number in range(cue.first - 1, -1, -1):
            if made.tags[number] == "Q":
                for each in reversed(self.statements):
                    if each.start >= made.starts[number] and each.end <= made.ends[number] and each.speaker:
                        return _Owner(each.speaker, cue.word, BEFORE, each.reported_by, _denies(cue), True)
                return None
        return None

    def _introduced(self, made: Tokens, at: int, turn: Turn | None) -> _Owner | None:
        """Return whose words a colon introduces with no verb: a name before it, else the sentence's subject."""
        if phrase := labelled(made, at):
            return self._owner(made, phrase, ":", COLON, turn)
        phrase = name_ending(made, at - 2)
        if phrase and (phrase.first == 0 or made.tags[phrase.first - 1] in ".,;-SQ"):
            owner = self._owner(made, phrase, ":", COLON, turn)
            if self._is_heading(owner.speaker or ""):
                return _Owner()
            kind = self.people.kind(owner.speaker) if owner.speaker else None
            # "Winner: “Harbour Lights”"
            return _lowered(owner, bool(kind and " " not in (owner.speaker or "") and not kind.person))
        if any(each.lemma in SPEECH and each.subject and not each.inherited for each in cues(made) if each.last <= at):
            return None
        phrase = main_subject(made, at, clause_subjects(made))
        owner = self._owner(made, phrase, ":", CONTEXT, turn) if phrase else _Owner()
        return owner if owner.known else None

    def _is_heading(self, name: str) -> bool:
        """Return whether a name is what heads a note: "Update", "Breaking News"; "June Holt" is somebody."""
        first = name.lower().partition(" ")[0]
        return first in HEADINGS and first not in ALSO_GIVEN_NAMES and self.people.kind(name).person is not True

    def _trailing(self, made: Tokens, at: int, found: Sequence[Cue], turn: Turn | None) -> _Owner | None:
        """Return the owner of a fragment whose sentence ends with its cue: "It would “ruin us all” by May, he said"."""
        for cue in reversed(found):
            if cue.first <= at or cue.subject is None or cue.inherited or cue.lemma not in SPEECH | {"according"}:
                continue
            edge = min(cue.subject.first, cue.first)
            if edge > at and made.tags[edge - 1] in ",-" and len(made) - cue.last <= 14:
                return self._owner(made, cue.subject, cue.word, TRAILING, turn)
        for cue in reversed(found):
            if cue.first > at + 1 and cue.lemma in SPEECH and cue.subject is None and made.tags[cue.first - 1] == ",":
                phrase = phrase_starting(made, cue.last)
                return self._owner(made, phrase, cue.word, TRAILING, turn) if phrase else None
        return None

    def _unattached(
        self, made: Tokens, at: int, inherited: _Owner, subject: _Owner, alone: bool, quotation: Quotation
    ) -> _Owner:
        """Return the owner by what stands around: the clause, the paragraph's speaker, the paragraph before."""
        whole = at == 0 or made.tags[at - 1] in "Q"
        if not whole or is_imagined(self.text, quotation.start):
            return _Owner()
        if subject.known and not inherited.known:
            return subject
        if inherited.known:
            return inherited
        if alone and self.lead and self.lead[1]:
            lead = self.lead[0]
            found = [each for each in cues(lead) if each.subject and not each.passive]
            if found and found[-1].subject:
                return replace(self._owner(lead, found[-1].subject, found[-1].word, COLON, None), attached=True)
            return self._main(lead, len(lead), 0.75)
        if alone and self.carries and self.last.known:
            return replace(self.last, confidence=min(self.last.confidence, CARRIED), cue=None)
        if alone and not self.carries and self.lead:
            return self._main(self.lead[0], len(self.lead[0]), CONTEXT)
        return _Owner()

    def _main(self, made: Tokens, before: int, confidence: float) -> _Owner:
        phrase = main_subject(made, before, clause_subjects(made))
        return self._owner(made, phrase, None, confidence, None) if phrase else _Owner()

    def _owner(
        self, made: Tokens, phrase: Phrase, cue: str | None, confidence: float, turn: Turn | None, negated: bool = False
    ) -> _Owner:
        if phrase.first > 1 and made.tags[phrase.first - 2 : phrase.first + 1] == ["D", "Q", "n"]:
            # "the “Harbour Lights” star": a bare noun is nobody.
            return _Owner(cue=cue)
        if writer := self._writer(made, phrase):
            phrase = writer
        start, end = made.starts[phrase.first], made.ends[phrase.last - 1]
        words = self.text[start:end]
        if cue is None and words.lower() in _ANYBODY:
            return _Owner()
        if cue == ":":
            words = re.sub(r"[’']s$", "", words)
        subject = _WHOSE.get(words.lower(), words)
        if (whole := _with_whom(made, phrase)) is not None:
            words = self.text[made.starts[whole.first] : end]
            return _Owner(words, cue, confidence, negated=negated, attached=True)
        meant = self._meant(subject, start, turn)
        if meant.name and (other := _or_another(made, phrase)):
            first = self.people.resolve(self.text[made.starts[other.first] : made.ends[other.last - 1]], start)
            meant = Meant(None, (first, meant.name), 0.0) if first and first != meant.name else meant
        return _Owner(
            meant.name,
            cue,
            round(confidence * meant.surety, 2),
            negated=negated,
            attached=bool(meant.name or meant.candidates),
            candidates=meant.candidates,
        )

    def _writer(self, made: Tokens, phrase: Phrase) -> Phrase | None:
        """Return who wrote the letter that a phrase is or goes on from ("in which she said"), None where none did."""
        writer = writer_of(made, phrase)
        if writer is None:
            return None
        name = self.people.resolve(
            self.text[made.starts[writer.first] : made.ends[writer.last - 1]], made.starts[phrase.first]
        )
        pronoun = GENDERED.get(made.lower[phrase.first])
        if (
            name is None
            or pronoun is None
            and made.lower[phrase.last - 1] not in made.lower[writer.first : writer.last]
        ):
            return None
        return writer if pronoun is None or self.people.kind(name).gender in {pronoun, None} else None

    def _meant(self, subject: str, position: int, turn: Turn | None) -> Meant:
        lowered = subject.lower()
        if turn and lowered in {"i", "we"}:
            return Meant(turn.speaker)
        if lowered in GENDERED:
            return self.discourse.meant(lowered, position)
        if rivals := self._rivals_in_office(subject):
            return Meant(None, rivals, 0.0)
        name = self._issuer(subject, position) or self._resolved(subject, position)
        return Meant(name) if name else NOBODY

    def _resolved(self, subject: str, position: int) -> str | None:
        """Return the full name that a subject stands for, as the labels of its turns have it where it has turns."""
        name = self.people.resolve(subject, position)
        return next((each for each in self.voices if name and name.endswith(f" {each}")), name)

    def _rivals_in_office(self, subject: str) -> tuple[str, ...]:
        """Return whom "the mayor" may mean in a text with the mayors of two towns, none where it is clear."""
        if not re.fullmatch(r"(?:[Tt]he|[Hh]is|[Hh]er) [a-z]+(?: [a-z]+)?", subject):
            return ()
        return self.offices.get(office_key(subject) or "", ())[:3]

    def _said_on(self, made: Tokens, words: Span, speaker: str | None) -> str | None:
        """Return the day of somebody's words at two tokens, by what stands beside them and what was told before."""
        at = made.starts[0]
        turn = next((each for each in self.turns if each.said_on is not None and each.start <= at < each.end), None)
        if turn:
            day = turn.said_on or None
            return day_of(self.text, made, words, base_day("", day), day)
        otherwise = self.narrative.otherwise(made, words[0], speaker)
        return day_of(self.text, made, words, self.base, self.document.published, otherwise)

    def _issuer(self, subject: str, position: int) -> str | None:
        """Return who issued "the statement", where the text before says so."""
        if not re.fullmatch(r"[Tt]he (?:statement|release|press release|communiqué|communique)", subject):
            return None
        found = list(_ISSUED.finditer(self.text, max(0, position - 1_000), position))
        if not found:
            return None
        if re.search(
            r"\b(?:in|of|for|at|from|with|by) $", self.text[max(0, found[-1].start() - 6) : found[-1].start()]
        ):
            # "The office in Vesk issued a statement": the place is not who did.
            return None
        issuer = found[-1]["issuer"].strip()
        name = self.people.resolve(issuer, position)
        return re.sub(r"^(?:The|A|An) ", "", name) if name else None

    def _emit(
        self, quotation: Quotation, owner: _Owner, made: Tokens, at: int, turn: Turn | None, following: Paragraph | None
    ) -> bool:
        """Write the quotation's statement and those inside it; return whether it is speech."""
        stop = quotation.end
        if not quotation.closed:
            stop = self._cut(quotation, _continued(following))
            if stop < quotation.end:
                owner = self._cue_inside(stop, quotation.end) or owner
        span = trimmed(self.text, quotation.start, stop)
        if span is None or not self._is_speech(self.text[slice(*span)], owner, made, at, quotation):
            return False
        if turn and (not owner.attached or _is_same(owner.speaker, turn.speaker)):
            return False
        if turn and not can_be_quoted(owner.speaker or "", self.people):
            return False
        # "He never said “we surrender”": what somebody is told not to have said is nobody's statement.
        if owner.negated and owner.attached:
            return False
        if not owner.governed and may_be_a_name(self.text[slice(*span)]) and (owner.attached or len(made) > at + 2):
            owner = _lowered(owner, True)
        confidence = owner.confidence if quotation.closed else owner.confidence * 0.8
        teller = owner.reported_by or (turn.speaker if turn else None)
        teller = None if _is_same(teller, owner.speaker) else teller
        kind: StatementKind = "direct"
        if quotation.style == "pair":
            kind, span = "reported", self._with_before(quotation, owner)
        statement = Statement(
            self.document.id,
            *span,
            owner.speaker,
            kind,
            owner.cue,
            owner.said_on,
            teller,
            confidence,
            candidates=self.discourse.speakers(owner.candidates),
        )
        self.statements.append(statement)
        self._nested(quotation, statement)
        return True

    def _with_before(self, quotation: Quotation, owner: _Owner) -> Span:
        """Return the span of an utterance between pairs of apostrophes with the one before it, if the same person's.

        A conversion has made such marks of real ones. They are too unsure for words to count as quoted ("''Jobs,'' she
        said. ''Nobody else did.''"), so the document's whole wording is shown, the cue in its midst included.
        """
        written = (each for each in reversed(self.statements[-4:]) if self._between_apostrophes(each))
        last = next(written, None)
        if last is None or last.speaker != owner.speaker:
            return quotation.left, quotation.right
        between = self.text[last.end : quotation.left]
        if len(between) > _LONGEST_CUE or "\n" in between:
            return quotation.left, quotation.right
        self.statements.remove(last)
        return last.start, quotation.right

    def _between_apostrophes(self, statement: Statement) -> bool:
        held = self.text[statement.start : statement.end]
        return statement.kind == "reported" and held.startswith(_APOSTROPHES) and held.endswith(_APOSTROPHES)

    def _cut(self, quotation: Quotation, continued: bool) -> int:
        """Return where a quotation with no closing mark ends at the latest: before a cue that stands in it.

        Where the next paragraph seems to continue it, only a cue that ends its sentence tells of a missing mark.
        """
        for start, end in sentences(self.text, quotation.start, quotation.end):
            match = _CUE_INSIDE.search(self.text, start, end)
            if match and (not continued or len(self.text[match.end() : end].split()) <= 5):
                return match.start() + 1
        return quotation.end

    def _cue_inside(self, start: int, end: int) -> _Owner | None:
        """Return the owner that the cue names before which a quotation with no closing mark was cut."""
        made = tokens(self.text, [(*sentences(self.text, start, end)[0], -1)])
        phrase = phrase_starting(made, 1) if made.verbs[:1] != [None] else None
        phrase = phrase or next((each.subject for each in cues(made) if each.subject), None)
        return self._owner(made, phrase, "said", TRAILING, None) if phrase else None

    def _is_speech(self, words: str, owner: _Owner, made: Tokens, at: int, quotation: Quotation) -> bool:
        """Return whether what stands in marks is somebody's words, not a term, a title or a scare quote."""
        count = len(words.split())
        ended = words[-1] in ".!?…," or self.text[quotation.right : quotation.right + 2].strip()[:1] in {
            ",",
            "—",
            "–",
            # The full stop of a sentence that is the quotation stands beyond the mark in most languages.
            *("." if at == 0 else ""),
        }
        before = made.lower[at - 1] if at else ""
        if before in _NAMING or (at > 1 and made.lower[at - 2] in _NAMING and before == "as"):
            return False
        if is_title(words) and (before in _WORKS or made.tags[at - 1 : at] == ["N"] and before.endswith("'s")):
            return False
        if at and is_title(words) and (made.tags[at - 1] == "I" or made.tags[at - 1] == "C" and count <= 3):
            # "the author of “The Secret Life of Harbours.”", "known from “ER” and “Ray Weiss,”"
            return False
        if count <= 3 and at > 1 and _makes_a_work(made, at):
            # "She wrote her “last post,”": what is written is so called.
            return False
        if count <= 2 and self.text[max(0, quotation.left - 1) : quotation.left] == "(":
            return False
        if quotation.style == "single" and not ((owner.attached or owner.cue) and (ended or count >= 3)):
            return False
        if is_title(words) and words[-1] not in ".!?…," and not (owner.attached and count > 6):
            return False
        if at and quotation.style == "single" and _is_whole_title(words):
            return False
        if not owner.speaker and (at and _is_whole_title(words) or _BY.match(self.text, quotation.right)):
            return False
        if owner.attached and owner.speaker:
            if owner.confidence == TRAILING:
                return count > 3
            short = ended or owner.cue in {"said", "says", ":"} or made.tags[at - 1 : at] == [":"]
            return count > 3 or short or _is_label(words, owner, made, at)
        if quotation.style == "single" and owner.cue and ended and count >= 2:
            return True
        unsure = bool(owner.candidates) and owner.cue is not None
        return count > 3 or (ended and (unsure or words[-1] != "," and owner.speaker is not None))

    def _nested(self, quotation: Quotation, outer: Statement) -> None:
        """Write the quotations inside a quotation: "I told X: '…'" is the outer speaker's, "She said: '…'" then X's."""
        if not quotation.inner:
            return
        pieces: list[tuple[int, int, int]] = []
        position = outer.start
        for number, inner in enumerate(quotation.inner):
            pieces += [(position, inner.left, -1), (inner.left, inner.right, number)]
            position = inner.right
        pieces.append((position, outer.end, -1))
        made = tokens(self.text, pieces)
        addressee: str | None = None
        for at, tag in enumerate(made.tags):
            if tag != "Q":
                continue
            inner = quotation.inner[made.quotations[at]]
            span = trimmed(self.text, inner.start, inner.end)
            first = max((k + 1 for k in range(at) if made.tags[k] == "Q"), default=0)
            part = made.part(first, at + 1)
            cue = next(reversed(cues(part)), None)
            phrase = _like_subject(part, len(part) - 1)
            theirs = said_like(self.text[part.starts[0] : inner.left]) == "reported"
            if theirs and (
                phrase or cue is None or cue.inherited or part.lower[cue.subject.first if cue.subject else 0] == "i"
            ):
                # "They were like, ‘…’", "I heard them shouting ‘…’": theirs, and seldom does a name tell who they are.
                words = self.text[part.starts[phrase.first] : part.ends[phrase.last - 1]] if phrase else ""
                if (
                    span
                    and (name := self.people.resolve(words, outer.start))
                    and name != outer.speaker
                    and is_name(name)
                ):
                    statement = replace(outer, start=span[0], end=span[1], speaker=name, cue="like")
                    self.statements.append(replace(statement, reported_by=outer.speaker, confidence=NESTED))
                continue
            if span is None or cue is None or cue.negated or at - first - cue.last > 8:
                continue
            speaker, addressee = self._inner_speaker(part, cue, outer, addressee)
            if speaker is None:
                continue
            statement = replace(outer, start=span[0], end=span[1], speaker=speaker, cue=cue.word)
            self.statements.append(replace(statement, reported_by=outer.speaker, confidence=NESTED))

    def _inner_speaker(
        self, part: Tokens, cue: Cue, outer: Statement, addressee: str | None
    ) -> tuple[str | None, str | None]:
        phrase = cue.subject
        if phrase is None:
            return None, addressee
        subject = self.text[part.starts[phrase.first] : part.ends[phrase.last - 1]]
        if subject in {"I", "We", "we"}:
            told = phrase_starting(part, cue.last + (part.lower[cue.last : cue.last + 1] == ["to"]))
            spoken_to = self.text[part.starts[told.first] : part.ends[told.last - 1]] if told else None
            found = self.people.resolve(spoken_to, outer.start) if spoken_to else None
            return outer.speaker, found or addressee
        if subject.lower() in {"he", "she"}:
            return addressee or self.discourse.meant(subject.lower(), outer.start).name, addressee
        if re.match(r"(?:my|our|your) ", subject, re.IGNORECASE):
            # "My client says this: ‘…’": known by whom they belong to alone, they are told of within the words.
            return None, addressee
        return self.people.resolve(subject, outer.start), addressee

    def _reported(self, made: Tokens, turn: Turn | None) -> None:
        """Write the sentence's clauses that tell in the document's words what somebody said.

        A clause inside another one's is told by whoever says the outer one.
        """
        if turn is not None:
            return
        written: list[Statement] = []
        for clause in reported_clauses(made, self.weights):
            statement = self._told(made, clause)
            if statement is None:
                continue
            outer = next((each for each in reversed(written) if _inside(statement, each)), None)
            if outer and outer.speaker and outer.speaker != statement.speaker:
                statement = replace(statement, reported_by=outer.speaker)
            written.append(statement)
            if says(clause.cue) and statement.speaker:
                self.discourse.spoke(
                    statement.speaker, made.starts[clause.cue.first], statement.confidence >= TOLD_SURELY
                )
        self.statements += written

    def _told(self, made: Tokens, clause: Clause) -> Statement | None:
        """Return the statement of a reported clause; one that no phrase names has no speaker."""
        cue = clause.cue
        span = trimmed(self.text, made.starts[clause.first], made.ends[clause.last - 1])
        if span is None:
            return None
        phrase = cue.subject or (phrase_starting(made, cue.last) if clause.last <= cue.first else None)
        owner = self._owner(made, phrase, cue.word, 1.0, None) if phrase else _Owner()
        before = plain(self.text[max(made.starts[0], span[0] - REACH) : span[0]])
        if is_told(made, cue) or is_withdrawn(before, behind(self.text, made.ends[-1])):
            owner = self._rightly(made.ends[-1], cue.word) or _Owner() if span[0] > made.starts[0] else _Owner()
        confidence = _told_confidence(made, clause) if owner.speaker else 0.0
        word = cue.word if cue.lemma == "according" else self.text[made.starts[cue.first] : made.ends[cue.last - 1]]
        day = None if is_unsaid(made, cue) else self._said_on(made, (clause.first, clause.last), owner.speaker)
        span = self._with_apostrophes(span)
        return Statement(
            self.document.id,
            *span,
            owner.speaker,
            "reported",
            word,
            day,
            self._as_told(made, replace(owner, cue=word), cues(made)).reported_by if says(cue) else None,
            confidence,
            candidates=self.discourse.speakers(owner.candidates),
        )

    def _with_apostrophes(self, span: Span) -> Span:
        """Return the span with the pair of apostrophes that closes the words at its end."""
        match = _CLOSING.match(self.text, span[1])
        return span[0], match.end() if match else span[1]

    def _named_later(self) -> list[Statement]:
        """Give an utterance that runs over paragraphs the speaker who is named at its end."""
        out = self.statements
        outer = [n for n, each in enumerate(out) if each.kind == "direct" and each.reported_by is None]
        for here, following in zip(reversed(outer[:-1]), reversed(outer[1:]), strict=True):
            gap = self.text[out[here].end : out[following].start]
            runs_on = "\n" in gap and "”" not in gap and gap.strip() in {"“", '"', "«", "„", "‘"}
            if runs_on and out[here].speaker is None and out[following].speaker:
                confidence = 0.9 * out[following].confidence
                out[here] = replace(out[here], speaker=out[following].speaker, confidence=confidence)
        return out

    def _told_below(self, statements: list[Statement]) -> list[Statement]:
        """Return the statements without a headline's quotations that are set for a headline or stand again below it.

        Capitals on every long word are the editor's, so the words are not verbatim; the same words below are the
        speaker's own with their surroundings, and told once they count once.
        """
        headline, _, below = self.text.partition("\n")
        if not below.strip() or len(headline) > _LONGEST_HEADLINE:
            return statements
        read = " ".join(re.findall(r"\w+", below.lower()))

        def repeated(each: Statement) -> bool:
            words = self.text[each.start : each.end]
            if each.kind != "direct" or each.end > len(headline):
                return False
            return is_title(words) or " ".join(re.findall(r"\w+", words.lower())) in read

        return [each for each in statements if not repeated(each)]


_WHOSE = {**POSSESSIVES, "him": "he"}
_CREDIT = re.compile(
    r"(?:By|BY|Photos?|Photographs?|Photography|Pictures?|Images?|Videos?|Credits?|Source|(?:Additional )?[Rr]eporting|"
    r"Written|Edited|Editing|Story|Words|Illustrations?|Contributors?|Updated|Published)(?: by|:)? [^.\n]{1,120}$"
)
"""A byline or a credit: who took the picture or wrote the story is nobody told of in it."""
_CONTRASTING = frozenset("while whereas although though but".split())
"""What begins with these after a quotation tells of somebody else."""
_LATER = frozenset("after before when while because until".split())
ASKING = frozenset("ask question quiz".split())
LABELS = frozenset(
    """call describe dub term label brand denounce dismiss condemn decry deride slam hail characterize
    characterise""".split()
)
"""Verbs of which a few words in marks are what somebody calls a thing."""
_LIKELY = frozenset("like all just so kind of sort basically literally really".split())
_WAS = frozenset("was were is are 's 're be been".split())
_GOES = frozenset("goes go went".split())
_ADDRESSES = re.compile(
    r"\b(?:i|you|we|they|he|she|it|your|my|our|me|us|this|that|let|no|yes|what|why|how)\b", re.IGNORECASE
)
_PRINTED = frozenset("reported reports according published".split())
_NO_ONE = re.compile(r"[\s,]*(?:they|i|we|you)\b", re.IGNORECASE)
_BESIDE = 5
"""Tokens between a verb of saying and the quotation: whom it was said to, and a comma."""
_APOSTROPHES = "''"
_LONGEST_CUE = 260
"""Characters between two pieces of one utterance: a cue with an aside and a participle."""
_LONGEST_HEADLINE = 200
_CLOSING = re.compile(r"[,.]?''")
# "“Bridge to open in May,” by Ana Ruiz of the Gazette": a headline with its author.
_BY = re.compile(r",? (?:by|BY) [A-Z]")
_ACCUSED = re.compile(
    r"\b(?:(?:accus(?:es|ed|ing)|su(?:es|ed|ing)|alleg(?:es|ed|ing)(?: that)?|indict(?:s|ed)|alleged(?:ly)? \w+ by)"
    r"|(?:suit|lawsuit|complaint|charges|allegations|action|case|accusations) against)"
    rf" (?P<name>(?-i:{NAME}))"
)
"""Whom an accusation names: what it quotes is the accuser's account of them."""
_ANYBODY = frozenset("everyone everybody someone somebody anyone anybody many some others most".split())
"""Who is meant by these goes on speaking in no other sentence."""
_UTTERED = frozenset("words word message reply answer advice response note letter".split())
_NAMING = frozenset(
    """so-called called-for titled entitled dubbed nicknamed termed known nickname pitched billed marketed branded
    advertised""".split()
)
_WORKS = frozenset(
    """book memoir novel film movie show song album play series magazine memo essay column article editorial documentary
    poem painting report called program programme podcast sitcom drama thriller comedy musical game in on""".split()
)
_ISSUED = re.compile(
    r"(?P<issuer>(?:(?:The|the|A|An|Its|His|Her) )?(?:[A-Z][\w.’'-]*[ ]){1,6}|(?:The|the) [a-z]+[ ])"
    r"(?:also |later |has |had )?(?:issued|released|put out|published|sent out|made|circulated)\b"
    r"[^.“”\"]{0,40}\b(?:statement|release|communiqu)"
)
_CUE_INSIDE = re.compile(
    r"[,?!](?= (?:(?:he|she|[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,3}) (?:said|says|added|told)\b"
    r"|(?:said|says|added) [A-Z]))"
)


def _lowered(owner: _Owner, unsure: bool) -> _Owner:
    return replace(owner, confidence=min(owner.confidence, UNSURE)) if unsure else owner


def _is_label(words: str, owner: _Owner, made: Tokens, at: int) -> bool:
    """Return whether a few words in marks are what somebody calls a thing: "called the sale “a sin”"."""
    verb = VERBS.get(owner.cue or "")
    named = at > 1 and (made.tags[at - 1] in "nNOP" or made.lower[at - 1] == "as" or made.lower[at - 2] in _WAS)
    return verb is not None and verb.lemma in LABELS and named and words[:1].islower()


def _makes_a_work(made: Tokens, at: int) -> bool:
    """Return whether a verb with an article or possessive stands right before: "wrote her “last post”"."""
    verb = made.verbs[at - 2]
    determined = made.tags[at - 1] == "D" or made.lower[at - 1] in POSSESSIVES
    return determined and verb is not None and verb.lemma in WRITES


def _asked_before(made: Tokens, cue: Cue, at: int) -> bool:
    """Return whether a participle tells of who was asked: "Asked “…?”, Ruiz laughed", "when asked: “…?”"."""
    if cue.form != "past" or cue.last > at:
        return False
    before = made.lower[cue.first - 1] if cue.first else ""
    if not before or before in {"when", "if", "once", "while", "after", "though"}:
        return True
    following = next((tag for tag in made.tags[at + 1 :] if tag not in ",R"), "")
    return before == "," and following in {"v", "V"}


def _in_the_words_of(made: Tokens, at: int) -> Phrase | None:
    """Return whose "words" a quotation is said to be in: "in her own words: “…”", "in the words of Ana Ruiz, “…”"."""
    last = at - 1
    while last > 0 and made.tags[last] in ",:":
        last -= 1
    if last < 2:
        return None
    if made.lower[last] == "words":
        at = last - 1
        while at > 0 and made.tags[at] in "nv":
            at -= 1
        whose = made.lower[at] in POSSESSIVES or made.lower[at].endswith(("'s", "s'"))
        phrase = phrase_ending(made, at) if made.tags[at] == "N" else Phrase(at, at + 1)
        return phrase if whose and phrase and phrase.first and made.lower[phrase.first - 1] == "in" else None
    phrase = name_ending(made, last) or phrase_ending(made, last)
    lead = made.lower[max(0, phrase.first - 4) : phrase.first] if phrase else []
    return phrase if lead == ["in", "the", "words", "of"] else None


def _or_another(made: Tokens, phrase: Phrase) -> Phrase | None:
    """Return the name that "or" joins to a subject: of "Ruiz or Brandt said" nobody knows who did."""
    if phrase.first < 2 or made.lower[phrase.first - 1] != "or":
        return None
    return name_ending(made, phrase.first - 2)


def _subject_behind(made: Tokens, cue: Cue, at: int) -> Phrase | None:
    """Return who is named between a verb of saying and the quotation that goes on: "It is late, said Ruiz, “…”"."""
    if cue.lemma not in SPEECH or cue.form not in {"past", "s"} or cue.first < 1 or made.tags[cue.first - 1] != ",":
        return None
    phrase = phrase_starting(made, cue.last)
    return phrase if phrase and made.tags[phrase.last : at] == [","] else None


def _with_whom(made: Tokens, phrase: Phrase) -> Phrase | None:
    """Return the whole of "Ruiz and other officials", of which a verb's subject is the second half, or None."""
    at = phrase.first - 1
    if at < 1 or made.lower[at] != "and" or made.tags[phrase.first] not in "nD#":
        return None
    if made.tags[phrase.first] == "n" and made.tags[phrase.last - 1] != "n":
        # "Comedian and actress Ana Ruiz": one.
        return None
    name = name_ending(made, at - 1)
    opens = name and (name.first == 0 or made.tags[name.first - 1] in ".,;:SQ")
    return Phrase(name.first, phrase.last) if name and opens else None


def _like_subject(made: Tokens, at: int) -> Phrase | None:
    """Return who "was like", "was all" or "goes" the quotation at a token, or None where no such words stand there."""
    last = at - 1
    while last > 0 and made.tags[last] in ",:-":
        last -= 1
    first = last
    while first > 0 and made.lower[first] in _LIKELY:
        first -= 1
    if first == last:
        return phrase_ending(made, last - 1) if last > 0 and made.lower[last] in _GOES else None
    return phrase_ending(made, first - 1) if first > 0 and made.lower[first] in _WAS else None


def _cue_beside(found: Sequence[Cue], at: int) -> Cue | None:
    """Return the verb of saying right before a quotation: "Holm told her, “…”"."""
    return next(
        (each for each in reversed(found) if each.last <= at and at - each.last <= _BESIDE and each.lemma in SPEECH),
        None,
    )


def _one_says(made: Tokens, cue: Cue | None) -> Cue | None:
    """Return a cue of one person told of, no "I" and no "they"; those stand in words that go on over paragraphs."""
    if cue is None or cue.subject is None:
        return None
    subject = made.lower[cue.subject.first]
    return cue if subject in GENDERED or subject not in PRONOUNS else None


def _is_same(one: str | None, other: str | None) -> bool:
    """Return whether two names are one person's: "Cartographer Ylva Ostrand" is Ylva Ostrand."""
    if not one or not other:
        return one == other
    return one == other or f" {one}".endswith(f" {other}") or f" {other}".endswith(f" {one}")


def _inside(inner: Statement, outer: Statement) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def _anothers_words(made: Tokens, at: int) -> bool:
    """Return whether whose words follow stands before the colon: "recalls her words: “…”", "the cook's answer: “…”"."""
    if at < 3 or made.tags[at - 1] != ":" or made.lower[at - 2] not in _UTTERED:
        return False
    return made.lower[at - 3] in POSSESSIVES or made.lower[at - 3].endswith("'s")


def _is_parted(made: Tokens, first: int, at: int) -> bool:
    """Return whether ", but" with words of its own stands before a quotation: "said he would, but he has not “won”"."""
    parted = (k for k in range(first + 1, at - 3) if made.lower[k] == "but" and made.tags[k - 1] == ",")
    return any(made.lower[k + 1] not in {"that", "said", "added"} and made.tags[k + 1] != "V" for k in parted)


def _denies(cue: Cue) -> bool:
    """Return whether a cue says that words were not said; "she did not want “a wall”" quotes her all the same."""
    return cue.negated and cue.lemma not in MIND


def _in_a_relative(made: Tokens, cue: Cue) -> bool:
    """Return whether a cue stands right after "who": "those who were saying that it was slow have not “read it”"."""
    return cue.first > 0 and made.tags[cue.first - 1] == "W"


def _only_minded(cue: Cue) -> bool:
    """Return whether a cue tells what somebody wants or knows and not that anything was said."""
    return cue.lemma in MIND and cue.lemma not in SPEECH | STANCE


def _told_confidence(made: Tokens, clause: Clause) -> float:
    """Return the clause's probability; at most `MIND_TOLD` for what tells no view but an act or state of the mind."""
    cue = clause.cue
    if cue.loose and cue.inherited:
        return round(min(clause.probability, UNSURE), 2)
    if is_no_answer(made, cue) or is_only_possible(made, cue) or is_an_act(made, cue, clause.last):
        return round(min(clause.probability, MIND_TOLD), 2)
    if cue.form == "noun":
        # "Their plan for the bridge" is theirs; of "she read the plan for the bridge" nobody knows whose it is.
        told = not cue.inherited
    else:
        stance = cue.lemma in STANCE and cue.lemma not in MIND | SOURCE
        told = says(cue) or stance or cue.lemma in VIEWS or cue.form == "adjective"
    return round(clause.probability if told else min(clause.probability, MIND_TOLD), 2)


def _continued(following: Paragraph | None) -> bool:
    return bool(following and following.quotations and following.quotations[0].continues)


def _is_whole_title(words: str) -> bool:
    """Return whether words with a comma or full stop at their end are a title, which no other mark divides."""
    return len(words.split()) > 3 and words[-1] in ".," and not re.search(r"[.,;!?]", words[:-1]) and is_title(words)


def _nothing_else(text: str, paragraph: Paragraph) -> bool:
    inside = sum(each.right - each.left for each in paragraph.quotations)
    return bool(paragraph.quotations) and (paragraph.end - paragraph.start) - inside <= 2 * len(paragraph.quotations)

"""Paragraphs of a document in order -> its statements, knowing who spoke last and on which day."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from index.attribution.confidence import WORDED
from index.attribution.days.saying_days import SayingDays
from index.attribution.headings import announces_a_mail, is_link
from index.attribution.indirect_speech import Weights
from index.attribution.owner import (
    BEFORE,
    CONTEXT,
    INHERITED,
    LABELS,
    REPORTED_SURELY,
    TURN,
    Owner,
)
from index.attribution.quotations.cue_after import unless_a_reaction
from index.attribution.quotations.cue_before import denies_the_words
from index.attribution.quotations.own_sentence import owner_in_sentence, with_reporter
from index.attribution.quotations.quoted import Quoted
from index.attribution.quotations.quoted_sentences import quoted_sentences
from index.attribution.quotations.statements import QuotationStatements
from index.attribution.quotations.unattributed import (
    Before,
    SoFar,
    is_alone,
    left_to_the_next,
    owner_around,
    owner_before,
    owner_by_saying,
    owner_of_the_next_clause,
    unless_another,
)
from index.attribution.quotations.whole_text import named_later, without_headline
from index.attribution.reported_statements import ReportedStatements
from index.attribution.speaker_lookup import SpeakerLookup
from index.cues.cues import Cue, cues
from index.cues.marks.quotation_marks import Paragraph
from index.cues.tokens import Tokens
from index.cues.verbs import SPEECH, VERBS
from index.names.titles import GENDERED
from index.people.people import People
from index.records import Document, Statement
from index.senses.reporters import is_unsaid
from index.text.expressions import expression
from index.transcripts.turns import Turn

_CREDIT = expression(
    r"(?:By|BY|Photos?|Photographs?|Photography|Pictures?|Images?|Videos?|Credits?|Source|(?:Additional )?[Rr]eporting|"
    r"Written|Edited|Editing|Story|Words|Illustrations?|Contributors?|Updated|Published)(?: by|:)? [^.\n]{1,120}$"
)
"""A byline or a credit: who took the picture or wrote the story is nobody of whom it tells."""
_ACCUSED_SAY = SPEECH | WORDED | LABELS | {"dismiss", "deny", "reject", "tell"}
"""Verbs that give words to whom the text accuses."""
_SURE_CUES = frozenset({":", "according to", "like", "words"})


class Reader:
    """Reads a document's paragraphs in order."""

    def __init__(
        self,
        document: Document,
        people: People,
        turns: Sequence[Turn],
        weights: Weights | None,
        *,
        offices: Mapping[str, tuple[str, ...]],
        authors: frozenset[str],
    ) -> None:
        self.document = document
        self.text = document.text
        self.turns = turns
        self.lookup = SpeakerLookup(document, people, turns, offices=offices, authors=authors)
        self.days = SayingDays(document, turns)
        self.statements: list[Statement] = []
        self.quotations = QuotationStatements(document, self.lookup, self.statements)
        self.reported = ReportedStatements(document, self.lookup, self.days, weights)
        self.before = Before()

    def read(self, paragraphs: Sequence[Paragraph]) -> list[Statement]:
        """Return the statements of the turns and of the paragraphs."""
        self.statements += [self._turn(each) for each in self.turns]
        for number, (paragraph, turn) in enumerate(_with_turns(paragraphs, self.turns)):
            following = paragraphs[number + 1] if number + 1 < len(paragraphs) else None
            self._paragraph(paragraph, turn, following)
        return without_headline(self.text, named_later(self.text, self.days.settled(self.statements)))

    def _turn(self, turn: Turn) -> Statement:
        return Statement(
            document_id=self.document.id,
            start=turn.start,
            end=turn.end,
            speaker=turn.speaker,
            kind="turn",
            cue=None,
            said_on=self.days.of_turn(turn),
            reported_by=None,
            confidence=TURN if turn.speaker else 0.0,
        )

    def _paragraph(self, paragraph: Paragraph, turn: Turn | None, following: Paragraph | None) -> None:
        so_far = SoFar(alone=is_alone(self.text, paragraph))
        sentences = list(quoted_sentences(self.text, paragraph))
        if turn is None:
            found, sentences = sentences, [each for each in sentences if not _is_link(self.text, each)]
            if found and not sentences:
                return
        self.lookup.discourse.paragraph()
        self.days.narrative.paragraph()
        byline = _CREDIT.match(self.text[paragraph.start : paragraph.end]) is not None
        for sentence in sentences:
            if not byline:
                self.lookup.discourse.read(sentence)
            if "Q" in sentence.tags:
                self._quoting(sentence, so_far, paragraph, turn, following)
            else:
                self._plain(sentence, so_far, turn)
        last = sentences[-1] if sentences else None
        self.before = left_to_the_next(self.text, paragraph, so_far, last, self.before, self.lookup)

    def _plain(self, sentence: Tokens, so_far: SoFar, turn: Turn | None) -> None:
        """Read a sentence without a quotation."""
        found = cues(sentence)
        written = len(self.statements)
        self._add_reported(sentence, turn)
        said = owner_by_saying(sentence, self.lookup)
        so_far.voice = said if said.known else so_far.voice
        so_far.subject = owner_before(sentence, self.lookup)
        self.days.narrative.read_plain(sentence, so_far.subject.speaker, found, self.statements[written:])
        so_far.inherited = unless_another(so_far.inherited, so_far.subject, self.lookup)

    def _quoting(
        self, sentence: Tokens, so_far: SoFar, paragraph: Paragraph, turn: Turn | None, following: Paragraph | None
    ) -> None:
        """Read a sentence with quotations."""
        found = cues(sentence)
        written = len(self.statements)
        places = [at for at, tag in enumerate(sentence.tags) if tag == "Q"]
        for at in places:
            quotation = paragraph.quotations[sentence.quotations[at]]
            quoted = Quoted(self.text, sentence, at, quotation=quotation, cues=found, turn=turn)
            self._quotation(quoted, so_far, following)
        self._add_reported(sentence, turn)
        self.days.narrative.read_quoting(sentence, self.statements[written:])
        other = owner_of_the_next_clause(sentence, places[-1], self.lookup)
        so_far.inherited = unless_another(so_far.inherited, other, self.lookup)

    def _add_reported(self, sentence: Tokens, turn: Turn | None) -> None:
        if turn is None:
            self.statements += self.reported.of_sentence(sentence)

    def _quotation(self, quoted: Quoted, so_far: SoFar, following: Paragraph | None) -> None:
        owner = self._dated(quoted, self._unless_accused(self._owner(quoted, so_far)))
        if not self.quotations.add(quoted, owner, following):
            return
        if owner.known:
            self._remember(quoted, owner, so_far)
        elif (owner.cue or quoted.at and quoted.tokens.tags[quoted.at - 1] not in "Q.") and not _by_a_pronoun(quoted):
            # Whose this piece of a sentence is nobody knows, so neither whose the next is.
            so_far.inherited = so_far.subject = so_far.voice = Owner()

    def _owner(self, quoted: Quoted, so_far: SoFar) -> Owner:
        going_on = self._continued(quoted, so_far)
        ends = quoted.text[quoted.quotation.end - 1] == "."
        owner = None if going_on and ends else owner_in_sentence(quoted, self.lookup, self._earlier_owner)
        owner = unless_a_reaction(quoted, owner, so_far.inherited) if owner else going_on
        if owner is not None:
            return with_reporter(quoted.tokens, owner, quoted.cues, self.lookup)
        return owner_around(quoted, so_far, self.before, self.lookup)

    def _continued(self, quoted: Quoted, so_far: SoFar) -> Owner | None:
        """Return whose the utterance is that a quotation continues, None for one that begins or where nobody knows."""
        if not quoted.quotation.continues:
            return None
        first = so_far.inherited if so_far.inherited.known else self.before.speaker
        return replace(first, attached=True) if first.known else None

    def _earlier_owner(self, quoted: Quoted, cue: Cue) -> Owner | None:
        """Return the owner of the quotation before, for a verb that goes on after it ("and said it would …")."""
        tokens = quoted.tokens
        before = next((at for at in range(cue.first - 1, -1, -1) if tokens.tags[at] == "Q"), None)
        if before is None:
            return None
        earlier = self.quotations.last_within(tokens.starts[before], tokens.ends[before])
        if earlier is None:
            return None
        return Owner(
            earlier.speaker,
            cue.word,
            BEFORE,
            reported_by=earlier.reported_by,
            negated=denies_the_words(cue),
            attached=True,
        )

    def _unless_accused(self, owner: Owner) -> Owner:
        """Return no owner where it is whom a suit or charge accuses, and no verb of saying gives the words to them."""
        verb = VERBS.get(owner.cue or "")
        said = verb is not None and verb.lemma in _ACCUSED_SAY
        if owner.speaker is None or said or owner.cue in _SURE_CUES:
            return owner
        if owner.cue is None and owner.confidence > CONTEXT:
            return owner
        return Owner(cue=owner.cue) if self.lookup.is_accused(owner.speaker) else owner

    def _dated(self, quoted: Quoted, owner: Owner) -> Owner:
        """Return the owner with the day of the words, if a cue of their sentence gives it or nothing is known."""
        if not owner.attached and owner.known:
            return owner
        coming = any(is_unsaid(quoted.tokens, each) and each.word == owner.cue for each in quoted.cues)
        if coming:
            return replace(owner, said_on=None)
        return replace(owner, said_on=self.days.said_on(quoted.tokens, (quoted.at, quoted.at + 1), owner.speaker))

    def _remember(self, quoted: Quoted, owner: Owner, so_far: SoFar) -> None:
        """Remember whose a quotation is for what comes after it."""
        if owner.speaker:
            sure = owner.confidence >= REPORTED_SURELY
            self.lookup.discourse.spoke(owner.speaker, quoted.quotation.start, owner.attached, sure=sure)
            so_far.speakers.add(owner.speaker)
        so_far.inherited = replace(owner, confidence=min(owner.confidence, INHERITED), attached=False)
        so_far.subject = Owner()


def _is_link(text: str, sentence: Tokens) -> bool:
    if not sentence.starts:
        return False
    return is_link(text, sentence.starts[0]) or announces_a_mail(text, sentence.starts[0])


def _by_a_pronoun(quoted: Quoted) -> bool:
    """Return whether "he" or "she" stands around a quotation: who that is may be the subject of the sentence before."""
    return not GENDERED.keys().isdisjoint(quoted.tokens.lower)


def _with_turns(paragraphs: Sequence[Paragraph], turns: Sequence[Turn]) -> Iterator[tuple[Paragraph, Turn | None]]:
    """Yield each paragraph with the turn in which it stands, None for one between turns."""
    at = 0
    for paragraph in paragraphs:
        while at < len(turns) and turns[at].end <= paragraph.start:
            at += 1
        inside = at < len(turns) and turns[at].start < paragraph.end
        yield paragraph, turns[at] if inside else None

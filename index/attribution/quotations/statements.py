"""A quotation and its owner -> its statement, with those of the quotations inside it, where it is somebody's words."""

from __future__ import annotations

import re

from index.attribution.confidence import may_be_a_name
from index.attribution.owner import TRAILING, Owner, is_same_person, lowered
from index.attribution.quotations.inner import inner_statements
from index.attribution.quotations.is_speech import is_speech
from index.attribution.quotations.quoted import Quoted
from index.attribution.speaker_lookup import SpeakerLookup
from index.cues.cues import cues
from index.cues.marks.quotation_marks import Paragraph, Quotation
from index.cues.marks.unclosed import CUE_INSIDE
from index.cues.phrases import phrase_starting
from index.cues.tagging import tokenize
from index.names.titles import GENDERED, GENITIVE
from index.records import Document, Statement
from index.senses.reporters import is_agency
from index.text.expressions import expression
from index.text.sentences import Span, sentences, trimmed
from index.transcripts.turns import can_be_quoted

_APOSTROPHES = "''"
_LONGEST_CUE = 260
"""Characters between two pieces of one utterance: a cue with an aside and a participle."""
_RECENT = 4
_UNCLOSED = 0.8
"""By so much less sure is whose a quotation with no closing mark is."""
_LAST_WORDS = 5


class QuotationStatements:
    """Adds the statements of quotations to a document's."""

    def __init__(self, document: Document, lookup: SpeakerLookup, statements: list[Statement]) -> None:
        self.document = document
        self.text = document.text
        self.lookup = lookup
        self.statements = statements

    def add(self, quoted: Quoted, owner: Owner, following: Paragraph | None) -> bool:
        """Add the quotation's statement and those inside it; return whether it is speech."""
        stop, owner = self._cut_at_a_cue(quoted.quotation, owner, following)
        span = trimmed(self.text, quoted.quotation.start, stop)
        if span is None or not is_speech(self.text[slice(*span)], owner, quoted):
            return False
        # "He never said “we surrender”": what somebody is said not to have said is nobody's statement.
        if self._is_the_turns(quoted, owner) or owner.negated and owner.attached:
            return False
        statement = self._statement(quoted, self._unless_a_name(quoted, owner, span), span)
        self.statements.append(statement)
        self.statements += inner_statements(self.text, quoted.quotation, statement, self.lookup)
        return True

    def _is_the_turns(self, quoted: Quoted, owner: Owner) -> bool:
        """Return whether words that are quoted in a turn are taken for its speaker's own."""
        if quoted.turn is None:
            return False
        if not owner.attached or is_same_person(owner.speaker, quoted.turn.speaker):
            return True
        return not can_be_quoted(owner.speaker or "", self.lookup.people)

    def _unless_a_name(self, quoted: Quoted, owner: Owner, span: Span) -> Owner:
        """Return the owner, unsure where the words may name a work, or name the owner as one does another."""
        may_be = not owner.governed and may_be_a_name(self.text[slice(*span)])
        # A phrase in marks in an agency's report is of whom it reports on: "Reuters said the “mill row” ended".
        passed_on = is_agency(owner.speaker or "") and self.text[span[0]].islower()
        unsure = passed_on or may_be and (owner.attached or len(quoted.tokens) > quoted.at + 2)
        return lowered(owner, unsure or _names_its_owner(quoted, owner))

    def _statement(self, quoted: Quoted, owner: Owner, span: Span) -> Statement:
        quotation, turn = quoted.quotation, quoted.turn
        reporter = owner.reported_by or (turn.speaker if turn else None)
        paired = quotation.style == "pair"
        start, end = self._with_before(quotation, owner) if paired else span
        return Statement(
            document_id=self.document.id,
            start=start,
            end=end,
            speaker=owner.speaker,
            kind="reported" if paired else "direct",
            cue=owner.cue,
            said_on=owner.said_on,
            reported_by=None if is_same_person(reporter, owner.speaker) else reporter,
            confidence=owner.confidence * (1.0 if quotation.closed or quotation.goes_on else _UNCLOSED),
            candidates=self.lookup.discourse.speakers(owner.candidates),
        )

    def _with_before(self, quotation: Quotation, owner: Owner) -> Span:
        """Return the span of an utterance between pairs of apostrophes with the one before it, if the same person's.

        A conversion has made such marks of real ones. They are too unsure for words to count as quoted ("''Jobs,'' she
        said. ''Nobody else did.''"), so the document's whole wording is shown, the cue in its midst included.
        """
        recent = (each for each in reversed(self.statements[-_RECENT:]) if self._is_between_apostrophes(each))
        last = next(recent, None)
        if last is None or last.speaker != owner.speaker:
            return quotation.left, quotation.right
        between = self.text[last.end : quotation.left]
        if len(between) > _LONGEST_CUE or "\n" in between:
            return quotation.left, quotation.right
        self.statements.remove(last)
        return last.start, quotation.right

    def _is_between_apostrophes(self, statement: Statement) -> bool:
        words = self.text[statement.start : statement.end]
        return statement.kind == "reported" and words.startswith(_APOSTROPHES) and words.endswith(_APOSTROPHES)

    def _cut_at_a_cue(self, quotation: Quotation, owner: Owner, following: Paragraph | None) -> tuple[int, Owner]:
        """Return where a quotation ends and whose it is: with no closing mark, before a cue that stands in it."""
        if quotation.closed:
            return quotation.end, owner
        stop = self._before_the_cue(quotation, continued=_continues(following))
        if stop < quotation.end:
            owner = self._owner_behind_the_cut(stop, quotation.end) or owner
        return stop, owner

    def _before_the_cue(self, quotation: Quotation, *, continued: bool) -> int:
        """Return where a quotation with no closing mark ends at the latest: before a cue that stands in it.

        Where the next paragraph seems to continue it, only a cue that ends its sentence tells of a missing mark.
        """
        for start, end in sentences(self.text, quotation.start, quotation.end):
            match = CUE_INSIDE.search(self.text, start, end)
            if match and (not continued or len(self.text[match.end() : end].split()) <= _LAST_WORDS):
                return match.start() + 1
        return quotation.end

    def _owner_behind_the_cut(self, start: int, end: int) -> Owner | None:
        """Return the owner that the cue names before which a quotation with no closing mark was cut."""
        sentence = tokenize(self.text, [(*sentences(self.text, start, end)[0], -1)])
        phrase = phrase_starting(sentence, 1) if sentence.verbs[:1] != [None] else None
        phrase = phrase or next((each.subject for each in cues(sentence) if each.subject), None)
        return self.lookup.owner(sentence, phrase, "said", TRAILING) if phrase else None

    def last_within(self, start: int, end: int) -> Statement | None:
        """Return the last statement with a speaker that lies between two offsets, None where none does."""
        within = (each for each in reversed(self.statements) if each.start >= start and each.end <= end)
        return next((each for each in within if each.speaker), None)


def _continues(following: Paragraph | None) -> bool:
    return bool(following and following.quotations and following.quotations[0].continues)


def _names_its_owner(quoted: Quoted, owner: Owner) -> bool:
    """Return whether words name whom their sentence means by an office: 'The senator said, “President Ruiz lies.”'.

    Who holds it is then another, but where they tell their name: “I am Ana Ruiz,” the senator said.
    """
    tokens = quoted.tokens
    if not owner.speaker or not owner.attached or not GENDERED.keys().isdisjoint(tokens.lower):
        return False
    surname = owner.speaker.split()[-1]
    outside = {GENITIVE.sub("", re.sub(r"[’']s$", "", each)) for each in tokens.words}
    if not surname[:1].isupper() or surname in outside:
        return False
    words = quoted.text[quoted.quotation.start : quoted.quotation.end]
    named = list(re.finditer(rf"(?<![\w’'-]){re.escape(surname)}(?![\w-])", words))
    return bool(named) and not any(_TELLS_ITS_NAME.search(words, 0, each.start()) for each in named)


_TELLS_ITS_NAME = expression(
    r"\b(?:I(?: am|[’']m| was)|[Mm]y name(?: is|[’']s)|me|[Cc]alled|[Tt]his is)(?: [\w.]{1,20}){0,2} $"
)

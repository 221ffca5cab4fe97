"""Reported clauses of a sentence -> statements with who says them, as reported by whom, on which day, how surely."""

from __future__ import annotations

from dataclasses import replace

from index.attribution.confidence import (
    UNSURE,
    is_a_liking,
    is_a_menace,
    is_a_sign,
    is_an_act,
    is_named_by_what,
    is_no_answer,
    is_only_possible,
    is_only_thought,
    is_seldom_saying,
)
from index.attribution.days.saying_days import SayingDays
from index.attribution.indirect_speech import Clause, Weights, reported_clauses
from index.attribution.owner import REPORTED_SURELY, Owner
from index.attribution.quotations.own_sentence import corrected_owner, with_reporter
from index.attribution.speaker_lookup import SpeakerLookup
from index.cues.contents import tells_a_clause
from index.cues.cues import Cue, cues, says
from index.cues.phrases import phrase_starting
from index.cues.tokens import Phrase, Tokens
from index.cues.verbs import MIND, SOURCE, STANCE, VIEWS
from index.people.coreference import SURE
from index.records import Document, Statement
from index.senses.notices import behind, is_withdrawn
from index.senses.operators import REACH, plain
from index.senses.reporters import hears_the_words, is_unsaid, says_what_decides
from index.text.sentences import Span, trimmed

_MOST_MINDED = 0.49
"""What tells an act or a state of the mind ("decided", "knew") is no answer to what somebody said, however sure."""
_CLOSING = ("''", ",''", ".''")


class ReportedStatements:
    """Makes the statements of a document's reported clauses."""

    def __init__(
        self, document: Document, lookup: SpeakerLookup, days: SayingDays, weights: Weights | None = None
    ) -> None:
        self.document = document
        self.text = document.text
        self.lookup = lookup
        self.days = days
        self.weights = weights

    def of_sentence(self, sentence: Tokens) -> list[Statement]:
        """Return the statements of the clauses that report in the document's words what somebody said.

        A clause inside another one's is reported by whoever says the outer one.
        """
        written: list[Statement] = []
        said: list[Statement] = []
        for clause in reported_clauses(sentence, self.weights):
            statement = self._statement(sentence, clause)
            if statement is None:
                continue
            outer = next((each for each in reversed(said) if _is_inside(statement, each)), None)
            apart = _is_told_besides(sentence, clause.cue)
            if outer and outer.speaker and outer.speaker != statement.speaker and not apart:
                statement = replace(statement, reported_by=outer.speaker)
            written.append(statement)
            said += [statement] if says(clause.cue) else []
            if says(clause.cue) and statement.speaker:
                position = sentence.starts[clause.cue.first]
                self.lookup.discourse.spoke(statement.speaker, position, by_cue=statement.confidence >= REPORTED_SURELY)
        return written

    def _statement(self, sentence: Tokens, clause: Clause) -> Statement | None:
        """Return the statement of a reported clause; one that no phrase names has no speaker."""
        cue = clause.cue
        span = trimmed(self.text, sentence.starts[clause.first], sentence.ends[clause.last - 1])
        if span is None:
            return None
        owner = self._owner(sentence, clause, span)
        word = self._cue_words(sentence, cue)
        start, end = self._with_apostrophes(span)
        day = None
        if not is_unsaid(sentence, cue) and not _has_been_said(sentence, clause):
            day = self.days.said_on(sentence, (clause.first, clause.last), owner.speaker)
        return Statement(
            document_id=self.document.id,
            start=start,
            end=end,
            speaker=owner.speaker,
            kind="reported",
            cue=word,
            said_on=day,
            reported_by=self._reporter(sentence, replace(owner, cue=word)) if says(cue) else None,
            confidence=_confidence(sentence, clause, owner) if owner.speaker else 0.0,
            candidates=self.lookup.discourse.speakers(owner.candidates),
        )

    def _owner(self, sentence: Tokens, clause: Clause, span: Span) -> Owner:
        """Return whose a clause is; of one that a correction takes back whom the next sentence names instead."""
        cue = clause.cue
        phrase = cue.subject or _turned_round(sentence, clause)
        owner = self.lookup.owner(sentence, phrase, cue.word, 1.0, quoted=False) if phrase else Owner()
        before = plain(self.text[max(sentence.starts[0], span[0] - REACH) : span[0]])
        if not hears_the_words(sentence, cue) and not is_withdrawn(before, behind(self.text, sentence.ends[-1])):
            return owner
        opens = span[0] <= sentence.starts[0]
        return Owner() if opens else corrected_owner(self.text, self.lookup, sentence.ends[-1], cue.word) or Owner()

    def _cue_words(self, sentence: Tokens, cue: Cue) -> str:
        if cue.lemma == "according":
            return cue.word
        return self.text[sentence.starts[cue.first] : sentence.ends[cue.last - 1]]

    def _reporter(self, sentence: Tokens, owner: Owner) -> str | None:
        return with_reporter(sentence, owner, cues(sentence), self.lookup).reported_by

    def _with_apostrophes(self, span: Span) -> Span:
        """Return the span with the pair of apostrophes that closes the words at its end."""
        start, end = span
        closing = next((each for each in _CLOSING if self.text.startswith(each, end)), "")
        return start, end + len(closing)


def _turned_round(sentence: Tokens, clause: Clause) -> Phrase | None:
    """Return who stands behind the verb of words before or around it: "When it broke, said Ruiz, all fled"."""
    cue = clause.cue
    if clause.last <= cue.first:
        return phrase_starting(sentence, cue.last)
    if not clause.first < cue.first or cue.passive or sentence.tags[cue.first - 1] != ",":
        return None
    phrase = phrase_starting(sentence, cue.last)
    return phrase if phrase and sentence.tags[phrase.last : phrase.last + 1] == [","] else None


def _is_inside(inner: Statement, outer: Statement) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def _is_told_besides(sentence: Tokens, cue: Cue) -> bool:
    """Return whether "with" tells what another says besides: "The club calls itself the best, with Holt claiming …"."""
    subject = cue.subject
    before = sentence.lower[max(0, subject.first - 4) : subject.first] if subject else []
    return cue.form == "participle" and "with" in before


def _has_been_said(sentence: Tokens, clause: Clause) -> bool:
    """Return whether a cue in the midst of the words is of no day: "a move the guild has said was its own"."""
    cue = clause.cue
    inside = clause.first < cue.first < clause.last
    return inside and bool({"has", "have", "had"} & set(sentence.lower[cue.first - 1 : cue.last]))


def _confidence(sentence: Tokens, clause: Clause, owner: Owner) -> float:
    """Return the clause's probability, at most as much as its cue and whom "he" means allow."""
    cue = clause.cue
    words = (clause.first, clause.last)
    seldom = is_seldom_saying(sentence, cue, words, clause.probability)
    most = _most(sentence, cue, words)
    unsure = seldom or owner.confidence < SURE
    return round(min(clause.probability, most, UNSURE if unsure else 1.0), 2)


def _most(sentence: Tokens, cue: Cue, words: Span) -> float:
    """Return the most that a clause is sure to be somebody's words by its cue; little for an act or a state of mind."""
    if cue.loose and cue.inherited or is_a_menace(sentence, cue) or is_named_by_what(sentence, cue, words):
        return UNSURE
    if is_no_answer(sentence, cue) or is_only_possible(sentence, cue) or is_an_act(sentence, cue, words[1]):
        return _MOST_MINDED
    if is_a_sign(sentence, cue, words) or is_only_thought(sentence, cue):
        return _MOST_MINDED
    if says_what_decides(sentence, cue) or is_a_liking(sentence, cue) or _goes_on_behind(sentence, cue, words[0]):
        return _MOST_MINDED
    if not _tells_a_view(cue):
        return _MOST_MINDED
    return 1.0 if tells_a_clause(sentence, cue, *words) else UNSURE


def _goes_on_behind(sentence: Tokens, cue: Cue, first: int) -> bool:
    """Return whether words go on behind a clause about their subject: "The swap, which he confirmed, left …"."""
    subject = cue.subject
    behind = first > cue.last and sentence.tags[first - 1] == "," and sentence.tags[first] in "AvV"
    return behind and subject is not None and subject.first > 0 and sentence.tags[subject.first - 1] == "W"


def _tells_a_view(cue: Cue) -> bool:
    """Return whether a cue tells what somebody says or thinks."""
    if cue.form == "noun":
        # "Their plan for the bridge" is theirs; of "she read the plan for the bridge" nobody knows whose it is.
        return not cue.inherited
    stance = cue.lemma in STANCE and cue.lemma not in MIND | SOURCE
    return says(cue) or stance or cue.lemma in VIEWS or cue.form == "adjective"

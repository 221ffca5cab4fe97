"""Whose a quotation is by what stands before it in its sentence: X said that it was “…”, in her own words: “…”."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from index.attribution.confidence import WORDED, is_weak
from index.attribution.owner import BEFORE, COLON, CONTEXT, MINDED, Owner, lowered
from index.attribution.quotations.before_colon import giver_before_colon
from index.attribution.quotations.quoted import Quoted
from index.attribution.speaker_lookup import SpeakerLookup
from index.cues.clauses import clause_subjects, main_subject
from index.cues.cues import Cue, cues, says
from index.cues.noun_cues import POSSESSIVES
from index.cues.phrases import name_ending, phrase_ending, phrase_starting
from index.cues.tokens import Phrase, Tokens
from index.cues.verbs import MIND, SOURCE, SPEECH, STANCE, WEAK
from index.senses.reporters import (
    hears_the_words,
    is_read_out,
    is_second_clause,
    labelled,
    takes_words_of,
    writer_between,
)

_FARTHEST, _FARTHEST_LOOSE = 30, 10
"""Tokens between a verb that holds words and the words; fewer for a verb that is not of saying."""
_RELATIVE_REACH = 6
_ACT_REACH = 2

EarlierOwner = Callable[[Quoted, Cue], Owner | None]
"""Finds the owner of the quotation before, for a verb that goes on after it ("and said it would …")."""


def denies_the_words(cue: Cue) -> bool:
    """Return whether a cue says that words were not said; "she did not want “a wall”" quotes her all the same."""
    return cue.negated and cue.lemma not in MIND


@dataclass(slots=True)
class CueBefore:
    """Reads the cues before a quotation, from the nearest outwards."""

    quoted: Quoted
    lookup: SpeakerLookup
    earlier_owner: EarlierOwner
    passed_over: bool = False
    """Whether a nearer verb was passed over: what an outer one denies is then that verb, not the words."""
    parted: bool = False
    """Whether a verb of another act stands between the words and the one that gives them."""

    def owner(self) -> Owner | None:
        """Return whose the quotation is by what stands before it, None where nothing there tells."""
        if (owner := self._in_the_words_of()) is not None:
            return owner
        if (owner := self._by_a_verb()) is not None:
            return owner
        if self.quoted.after_colon and (owner := self._by_a_colon()) is not None:
            return owner
        return self._by_a_later_passive()

    def _owner(self, phrase: Phrase, cue: str | None, confidence: float, *, negated: bool = False) -> Owner:
        quoted = self.quoted
        return self.lookup.owner(quoted.tokens, phrase, cue, confidence, turn=quoted.turn, negated=negated)

    def _in_the_words_of(self) -> Owner | None:
        phrase = _in_the_words_of(self.quoted.tokens, self.quoted.at)
        owner = self._owner(phrase, "words", COLON) if phrase else Owner()
        return owner if owner.known else None

    def _by_a_verb(self) -> Owner | None:
        """Return the owner by the nearest verb before the quotation that gives the words to somebody."""
        before = [each for each in self.quoted.cues if each.last <= self.quoted.at]
        # "Ruiz says farmers do not back the dam and that “…”": the verb that holds the first holds the second.
        second = is_second_clause(self.quoted.tokens, before, self.quoted.at)
        for number in range(len(before) - 1, -1, -1):
            cue, outward = before[number], before[:number]
            if second and not _takes_the_second(cue, outward):
                continue
            if (owner := self._by_no_saying(cue)) is not None:
                return owner
            if self._may_introduce(cue) and (owner := self._by_this_verb(cue, outward)) is not None:
                return owner
        return None

    def _by_this_verb(self, cue: Cue, outward: Sequence[Cue]) -> Owner | None:
        """Return the owner by a verb near enough to hold the words, None where it names nobody."""
        tokens = self.quoted.tokens
        if _only_minded(cue) and any(each.lemma in SPEECH and each.subject for each in outward):
            self.passed_over = True
            self.parted = self.parted or cue.inherited and cue.first > 0 and tokens.tags[cue.first - 1] == "C"
            return None
        if (owner := self._by_no_subject(cue)) is not None:
            return owner
        own = self._has_own_subject(cue)
        phrase = cue.subject if own else main_subject(tokens, cue.first, clause_subjects(tokens))
        if phrase is None:
            return None
        owner = self._owner(phrase, cue.word, self._confidence(cue), negated=self._is_denied_by(cue))
        if _is_accused_of(tokens, cue):
            return self._as_the_accuser_says(owner, outward)
        if owner.known:
            return self._within_the_outer(self._weighed(owner, cue), cue, outward)
        self.passed_over = self.passed_over or phrase == cue.subject
        return None

    def _is_denied_by(self, cue: Cue) -> bool:
        """Return whether a verb denies the words: "She had not called for a vote because she believed “…”" does not."""
        return denies_the_words(cue) and not self.quoted.after_colon and not self.passed_over

    def _by_no_saying(self, cue: Cue) -> Owner | None:
        """Return the owner of what somebody heard or read out and did not say, None where a verb tells of saying."""
        if hears_the_words(self.quoted.tokens, cue):
            return Owner(cue=cue.word)
        if is_read_out(self.quoted.tokens, cue, self.quoted.at):
            return self._read_out(cue)
        return None

    def _read_out(self, cue: Cue) -> Owner:
        """Return the owner of what somebody read out of another's letter: who wrote it, unknown where no name tells."""
        tokens, lookup = self.quoted.tokens, self.lookup
        writer = writer_between(tokens, cue.last, self.quoted.at)
        owner = lookup.owner(tokens, writer, cue.word, COLON) if writer else Owner(cue=cue.word)
        reader = lookup.owner(tokens, cue.subject, cue.word, BEFORE).speaker if writer and cue.subject else None
        return replace(owner, reported_by=reader if reader != owner.speaker else None)

    def _may_introduce(self, cue: Cue) -> bool:
        """Return whether a verb is near enough to the quotation and of a kind to hold its words."""
        tokens, at = self.quoted.tokens, self.quoted.at
        loose = cue.lemma in WEAK or cue.lemma not in SPEECH | MIND | SOURCE
        if at - cue.last > (_FARTHEST_LOOSE if loose and not self.quoted.after_colon else _FARTHEST):
            return False
        if cue.lemma in {"continue", "begin"} and cue.last < at and _goes_on_doing(tokens, cue.last):
            return False
        if cue.passive and cue.subject is None:
            return False
        return not (cue.lemma == "add" and tokens.lower[cue.last] == "to")

    def _by_no_subject(self, cue: Cue) -> Owner | None:
        """Return the owner by a verb with no subject before it: a name behind it, or who said the quotation before."""
        if cue.subject is not None:
            return None
        if behind := _subject_behind(self.quoted.tokens, cue, self.quoted.at):
            return replace(self._owner(behind, cue.word, BEFORE), governed=True)
        return self.earlier_owner(self.quoted, cue)

    def _has_own_subject(self, cue: Cue) -> bool:
        """Return whether a verb has a subject that means somebody: "I" does in a turn alone."""
        if cue.subject is None:
            return False
        known = self.quoted.turn is not None or self.lookup.writer is not None
        return known or not self.quoted.is_first_person(cue.subject)

    def _confidence(self, cue: Cue) -> float:
        if cue.lemma not in SPEECH | WORDED and cue.lemma != "according":
            return MINDED
        return COLON if self.quoted.after_colon else BEFORE

    def _weighed(self, owner: Owner, cue: Cue) -> Owner:
        """Return the owner by a verb, unsure where it is weak, another clause's or has no subject beside it."""
        tokens, at = self.quoted.tokens, self.quoted.at
        # "her “Barbie” told fans": the subject may stand in the marks.
        own = self._has_own_subject(cue) and (cue.first == 0 or tokens.tags[cue.first - 1] != "Q")
        # "who claims a part of it and decides to teach “rowing”": another act stands between.
        unsure = not own or is_weak(tokens, cue) or self.parted or _is_parted(tokens, cue.last, at)
        return replace(lowered(owner, unsure), governed=self.quoted.is_governed_by(cue))

    def _within_the_outer(self, owner: Owner, cue: Cue, outward: Sequence[Cue]) -> Owner:
        """Return the owner with who reports the words by an outer verb: "Oster said Holt said “…”"."""
        tokens = self.quoted.tokens
        outer = next((each for each in reversed(outward) if takes_words_of(tokens, each, cue)), None)
        if outer is None or outer.subject is None:
            return owner
        outermost = self._owner(outer.subject, outer.word, BEFORE, negated=denies_the_words(outer))
        if outermost.known and self._is_the_outers(cue):
            # "agreed with somebody who had told him": the words are the other's.
            acts = cue.lemma in STANCE and cue.lemma not in MIND and self.quoted.at - cue.last <= _ACT_REACH
            return lowered(outermost, acts or is_weak(tokens, outer) or outer.lemma == "agree")
        reporter = outermost.speaker
        return replace(owner, reported_by=reporter) if reporter and reporter != owner.speaker else owner

    def _is_the_outers(self, cue: Cue) -> bool:
        """Return whether the words are the outer verb's subject's, the inner verb being of no saying.

        "Oster said any member who wants to win “owes it to us”": nobody but Oster has said a word.
        """
        if cue.lemma not in SPEECH and cue.lemma not in WORDED:
            return True
        tokens = self.quoted.tokens
        if not _in_a_relative(tokens, cue):
            return False
        return self.quoted.at - cue.last > _RELATIVE_REACH or tokens.tags[cue.first - 2] != ","

    def _as_the_accuser_says(self, owner: Owner, outward: Sequence[Cue]) -> Owner:
        """Return the owner of what somebody is accused of saying, as reported by the accuser; never the accuser."""
        subject = next((each.subject for each in reversed(outward) if each.lemma in {"accuse", "suspect"}), None)
        accuser = self._owner(subject, None, BEFORE).speaker if subject else None
        if owner.speaker == accuser:
            owner = Owner(cue=owner.cue)
        return replace(owner, reported_by=accuser)

    def _by_a_colon(self) -> Owner | None:
        """Return whose words a colon introduces with no verb: a label's, a name's before it, else the subject's."""
        tokens, at = self.quoted.tokens, self.quoted.at
        if phrase := labelled(tokens, at):
            return self._owner(phrase, ":", COLON)
        phrase = name_ending(tokens, at - 2)
        if phrase and (phrase.first == 0 or tokens.tags[phrase.first - 1] in ".,;-SQ"):
            return self._by_a_name_before_the_colon(phrase)
        if any(_says_with_its_subject(each) for each in cues(tokens) if each.last <= at):
            return None
        if phrase := giver_before_colon(tokens, at - 1):
            return self._owner(phrase, ":", COLON)
        phrase = main_subject(tokens, at, clause_subjects(tokens))
        owner = self._owner(phrase, ":", CONTEXT) if phrase else Owner()
        return owner if owner.known else None

    def _by_a_name_before_the_colon(self, phrase: Phrase) -> Owner:
        owner = self._owner(phrase, ":", COLON)
        if self.lookup.is_heading(owner.speaker or ""):
            return Owner()
        kind = self.lookup.people.kind(owner.speaker) if owner.speaker else None
        # "Winner: “Harbour Lights”"
        return lowered(owner, bool(kind and " " not in (owner.speaker or "") and not kind.person))

    def _by_a_later_passive(self) -> Owner | None:
        """Return whom a passive behind the quotation names: "“…” was how it was described by Ana Ruiz"."""
        later = (each for each in self.quoted.cues if each.passive and each.subject and each.first > self.quoted.at)
        agent = next(later, None)
        if agent is None or agent.subject is None:
            return None
        return lowered(self._owner(agent.subject, agent.word, BEFORE), agent.lemma not in SPEECH | WORDED)


def _goes_on_doing(tokens: Tokens, at: int) -> bool:
    """Return whether behind "continue" stands what somebody goes on doing: "to build", "building"."""
    return tokens.tags[at] == "T" or tokens.tags[at] in "nvV" and tokens.lower[at].endswith("ing")


def _says_with_its_subject(cue: Cue) -> bool:
    return cue.lemma in SPEECH and cue.subject is not None and not cue.inherited


def _takes_the_second(cue: Cue, outward: Sequence[Cue]) -> bool:
    """Return whether a verb may hold a second clause with "that": one of saying, undenied if another one says."""
    return cue.lemma in SPEECH and not (cue.negated and any(map(says, outward)))


def _only_minded(cue: Cue) -> bool:
    """Return whether a cue tells what somebody wants or knows and not that anything was said."""
    return cue.lemma in MIND and cue.lemma not in SPEECH | STANCE


def _is_accused_of(tokens: Tokens, cue: Cue) -> bool:
    """Return whether a verb tells what somebody is accused of: "accused Holt of calling it “…”"."""
    return cue.form == "participle" and not cue.inherited and tokens.lower[cue.first - 1] == "of"


def _in_a_relative(tokens: Tokens, cue: Cue) -> bool:
    """Return whether a cue stands right after "who": "those who were saying that it was slow have not “read it”"."""
    return cue.first > 0 and tokens.tags[cue.first - 1] == "W"


def _is_parted(tokens: Tokens, first: int, at: int) -> bool:
    """Return whether ", but" with words of its own stands before a quotation: "said he would, but he has not “won”"."""
    parted = (k for k in range(first + 1, at - 3) if tokens.lower[k] == "but" and tokens.tags[k - 1] == ",")
    return any(tokens.lower[k + 1] not in {"that", "said", "added"} and tokens.tags[k + 1] != "V" for k in parted)


def _subject_behind(tokens: Tokens, cue: Cue, at: int) -> Phrase | None:
    """Return who is named between a verb of saying and the quotation that goes on: "It is late, said Ruiz, “…”"."""
    if cue.lemma not in SPEECH or cue.form not in {"past", "s"} or cue.first < 1 or tokens.tags[cue.first - 1] != ",":
        return None
    phrase = phrase_starting(tokens, cue.last)
    return phrase if phrase and tokens.tags[phrase.last : at] == [","] else None


def _in_the_words_of(tokens: Tokens, at: int) -> Phrase | None:
    """Return whose "words" a quotation is said to be in: "in her own words: “…”", "in the words of Ana Ruiz, “…”"."""
    last = at - 1
    while last > 0 and tokens.tags[last] in ",:":
        last -= 1
    if last < 2:
        return None
    if tokens.lower[last] == "words":
        return _whose_words(tokens, last)
    phrase = name_ending(tokens, last) or phrase_ending(tokens, last)
    lead = tokens.lower[max(0, phrase.first - 4) : phrase.first] if phrase else []
    return phrase if lead == ["in", "the", "words", "of"] else None


def _whose_words(tokens: Tokens, words: int) -> Phrase | None:
    """Return whose stands behind "in" and before "words" at a token: "in Ruiz's own words", "in her words"."""
    at = words - 1
    while at > 0 and tokens.tags[at] in "nv":
        at -= 1
    if tokens.lower[at] not in POSSESSIVES and not tokens.lower[at].endswith(("'s", "s'")):
        return None
    phrase = phrase_ending(tokens, at) if tokens.tags[at] == "N" else Phrase(at, at + 1)
    return phrase if phrase and phrase.first and tokens.lower[phrase.first - 1] == "in" else None

"""The quotations inside a quotation: "I told X: '…'" is the outer speaker's, "She said: '…'" then X's."""

from __future__ import annotations

import re
from dataclasses import replace

from index.attribution.owner import NESTED
from index.attribution.quotations.own_sentence import like_subject
from index.attribution.speaker_lookup import SpeakerLookup
from index.cues.cues import Cue, cues
from index.cues.marks.quotation_marks import Quotation
from index.cues.phrases import phrase_starting
from index.cues.tagging import tokenize
from index.cues.tokens import Phrase, Tokens
from index.names.names import is_name
from index.records import Statement
from index.senses.inner_quotations import said_like
from index.text.expressions import expression
from index.text.sentences import trimmed

_FARTHEST_CUE = 8
_OURS = expression(r"(?:my|our|your) ", re.IGNORECASE)


def inner_statements(text: str, quotation: Quotation, outer: Statement, lookup: SpeakerLookup) -> list[Statement]:
    """Return the statements of the quotations inside a quotation, the statement of which is the outer one."""
    return _Inner(text, quotation, outer, lookup).read() if quotation.inner else []


class _Inner:
    """Reads the quotations inside one, knowing whom its speaker spoke to."""

    def __init__(self, text: str, quotation: Quotation, outer: Statement, lookup: SpeakerLookup) -> None:
        self.text = text
        self.quotation = quotation
        self.outer = outer
        self.lookup = lookup
        self.addressee: str | None = None
        """To whom the outer speaker says to have spoken: "she answered" is theirs."""

    def read(self) -> list[Statement]:
        """Return a statement for each inner quotation of which it is known whose it is."""
        words = _outer_tokens(self.text, self.quotation, self.outer)
        found: list[Statement] = []
        first = 0
        for at, tag in enumerate(words.tags):
            if tag == "Q":
                statement = self._statement(words.part(first, at + 1), self.quotation.inner[words.quotations[at]])
                found += [statement] if statement else []
                first = at + 1
        return found

    def _statement(self, lead: Tokens, inner: Quotation) -> Statement | None:
        """Return the statement of an inner quotation, the last token of what leads to it."""
        span = trimmed(self.text, inner.start, inner.end)
        cue = next(reversed(cues(lead)), None)
        like = like_subject(lead, len(lead) - 1)
        theirs = said_like(self.text[lead.starts[0] : inner.left]) == "reported"
        if theirs and (like is not None or _is_the_speakers(lead, cue)):
            # "They were like, ‘…’", "I heard them shouting ‘…’": theirs, and seldom does a name tell who they are.
            speaker, word = self._who_was_like(lead, like), "like"
        elif span is None or cue is None or cue.negated or len(lead) - 1 - cue.last > _FARTHEST_CUE:
            return None
        else:
            speaker, word = self._speaker(lead, cue), cue.word
        if span is None or speaker is None:
            return None
        said_by = replace(self.outer, start=span[0], end=span[1], speaker=speaker, cue=word)
        # What another said was said before, seldom does a text say when; their own words they say again.
        day = self.outer.said_on if speaker == self.outer.speaker else None
        return replace(said_by, reported_by=self.outer.speaker, said_on=day, confidence=NESTED)

    def _who_was_like(self, lead: Tokens, like: Phrase | None) -> str | None:
        name = self.lookup.people.resolve(self._words(lead, like), self.outer.start)
        return name if name and name != self.outer.speaker and is_name(name) else None

    def _speaker(self, lead: Tokens, cue: Cue) -> str | None:
        """Return who a cue says to have said an inner quotation; an "I" is the outer speaker and tells to whom."""
        if cue.subject is None:
            return None
        subject = self._words(lead, cue.subject)
        if subject in {"I", "We", "we"}:
            self.addressee = self._spoken_to(lead, cue) or self.addressee
            return self.outer.speaker
        if subject.lower() in {"he", "she"}:
            return self.addressee or self.lookup.discourse.meant(subject.lower(), self.outer.start).name
        if _OURS.match(subject):
            # "My client says this: ‘…’": known by whom they belong to alone, they are known within the words alone.
            return None
        return self.lookup.people.resolve(subject, self.outer.start)

    def _spoken_to(self, lead: Tokens, cue: Cue) -> str | None:
        phrase = phrase_starting(lead, cue.last + (lead.lower[cue.last : cue.last + 1] == ["to"]))
        words = self._words(lead, phrase)
        return self.lookup.people.resolve(words, self.outer.start) if words else None

    def _words(self, lead: Tokens, phrase: Phrase | None) -> str:
        return self.text[lead.starts[phrase.first] : lead.ends[phrase.last - 1]] if phrase else ""


def _is_the_speakers(lead: Tokens, cue: Cue | None) -> bool:
    """Return whether the cue that leads to an inner quotation has no subject of its own but "I"."""
    if cue is None or cue.inherited:
        return True
    return lead.lower[cue.subject.first if cue.subject else 0] == "i"


def _outer_tokens(text: str, quotation: Quotation, outer: Statement) -> Tokens:
    """Return the tokens of a statement, each quotation inside it being one of them."""
    pieces: list[tuple[int, int, int]] = []
    position = outer.start
    for number, inner in enumerate(quotation.inner):
        pieces += [(position, inner.left, -1), (inner.left, inner.right, number)]
        position = inner.right
    pieces.append((position, outer.end, -1))
    return tokenize(text, pieces)

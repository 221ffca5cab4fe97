"""A place where a quotation stands: whose words they are there, in what sense, and who is said to have said them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from index.cues.cues import Cue, cues
from index.cues.tagging import tokenize
from index.cues.tokens import Tokens
from index.cues.verbs import SPEECH
from index.names.descriptions import is_somebody
from index.names.names import same_person
from index.records import Document, Sense, Statement
from index.senses.sense import sense_in, sense_of
from index.text.expressions import expression
from index.text.sentences import ABBREVIATIONS, Span, sentences
from index.text.stems import STOPWORDS
from rag.answer.quoted.heads import voice_of
from rag.check.quote_matching import Found, said_in
from rag.find.filters import SAID

_RETRACTS = expression(
    r"\W*(?:(?:no|well|but|and|sorry|actually|oh|of course|now|okay|ok),? )*"
    r"(?:i (?:was|am|have been|stand) (?:\w+ ){0,2}(?:wrong|mistaken|corrected|joking|kidding|lying|exaggerating)\b|"
    r"i'm (?:\w+ )?(?:joking|kidding|lying)\b|i (?:\w+ ){0,2}"
    r"(?:take (?:that|it|this|them|those words|it all) back|misspoke|lied|"
    r"retract|withdraw (?:that|it|what|those)|regret (?:saying|having said)|"
    r"apologi[sz]e for (?:saying|that|having said)|made (?:that|it) up)\b|"
    r"i (?:should never|should not|shouldn't|never should) have said\b|"
    r"(?:that|it|this|which) was (?:a|my|an) (?:\w+ )?(?:mistake|error|joke|lie|slip)\b|"
    r"(?:that|it) (?:was|is) not true\b|"
    r"(?:just|only) (?:kidding|joking)\b|(?:scratch|strike) that\b|"
    r"my mistake\b|(?:and )?pigs (?:can |might )?fly\b|yeah,? right\b)",
    re.IGNORECASE,
)
"""How a sentence begins that takes back the one before it."""
_OPENS = tuple("“„«‘\"'‹")
_FOLLOWS = 200
"""Characters, a cue, between a piece of a quotation and the next one of the same speaker."""
_NAME = expression(r"[^\W\d_a-z][\w-]+(?: [^\W\d_a-z][\w-]+){0,3}")


@dataclass(frozen=True)
class Place:
    """A quotation found in a document, with the statement that owns it."""

    document: Document
    found: Found
    owners: tuple[Statement, ...]
    """The statement that holds it, or those of one speaker that hold it together; none for the document's own words."""
    after: Statement | None = None
    """The next statement, if it is of the same speaker."""

    @property
    def owner(self) -> Statement | None:
        return self.owners[0] if self.owners else None

    @cached_property
    def voice(self) -> str | None:
        """Whose words these are by the head of the text or its part, where no statement and no marks say otherwise."""
        if self.owner is None:
            start, end = self.found.span
            marked = self.document.text[max(0, start - 1) : start] in _OPENS or self._is_heading
            return None if marked else voice_of(self.document, start)
        if self.owner.candidates or self.owner.reported_by:
            return None
        # What somebody wants or believes a text tells in its own words; what he says it reports as his.
        told = self.owner.kind == "reported" and (not self.owner.speaker or self.owner.confidence < SAID)
        unnamed = self.owner.kind == "turn" and not self.owner.speaker
        return voice_of(self.document, self.found.span[0]) if told or unnamed else None

    @property
    def _is_heading(self) -> bool:
        """Return whether the words stand in a heading of Markdown."""
        text, start = self.document.text, self.found.span[0]
        return text[text.rfind("\n", 0, start) + 1 : start].startswith("#")

    @property
    def said(self) -> bool:
        """Whether these are somebody's own words, not the document's."""
        return self.voice is not None or (self.owner is not None and self.owner.kind != "reported")

    @property
    def speaker(self) -> str | None:
        return self.voice or (self.owner.speaker if self.owner else None)

    @cached_property
    def sense(self) -> Sense:
        """In what sense the words stand there, the first that is not plain where several statements hold them."""
        senses = [sense_in(self.document.text, span, owner) for span, owner in self.pieces]
        return next(
            (each for number, each in enumerate(senses) if each != "plain" and not self._whole(number)), "plain"
        )

    def _whole(self, number: int) -> bool:
        """Return whether a piece only goes on with the one before, and both are plain: “Without it,” X said, “we …”."""
        if number == 0:
            return False
        (before, owner), (span, _) = self.pieces[number - 1 : number + 1]
        text = self.document.text
        if owner is None or before[0] > owner.start or not text[span[0] : span[0] + 1].islower():
            return False
        joined = f"{text[slice(*before)]} {text[slice(*span)]}"
        return sense_of(joined, (0, len(joined)), (0, len(joined))) == "plain"

    @cached_property
    def retraction(self) -> Span | None:
        """Where the next sentence of the speaker takes the words back, that sentence."""
        if self.owner is None:
            return None
        text, end = self.document.text, self.found.span[1]
        owner = self.owners[-1]
        rest = [each for each in sentences(text, owner.start, owner.end) if each[0] >= end][:1]
        if not rest and self.after and self.after.start - owner.end <= _FOLLOWS:
            rest = sentences(text, self.after.start, self.after.end)[:1]
        return rest[0] if rest and _RETRACTS.match(text[slice(*rest[0])].replace("’", "'")) else None

    @property
    def pieces(self) -> list[tuple[Span, Statement | None]]:
        """Return the words with the statement that holds them, a piece for each where several do."""
        first, last = self.found.span
        parts = [((max(first, each.start), min(last, each.end)), each) for each in self.owners]
        return [*parts] or [(self.found.span, None)]

    def retold_by(self, speakers: Sequence[str]) -> bool:
        """Return whether one of them tells the words as those of somebody who is not named."""
        return self.owner is not None and self.owner.speaker is None and self.owner.reported_by in speakers

    def quotes(self, asked: str | None) -> bool:
        """Return whether its speaker quotes the asked one: a quotation in the quotation, under a name of theirs."""
        if not asked or self.owner is None or self.sense != "reported":
            return False
        return any(same_person(each, asked) for each in self._reported_names())

    def reports(self) -> str | None:
        """Return whom its speaker names as having said the words that are reported, None where that is not clear."""
        found = self._reported_names() if self.owner and self.sense == "reported" else []
        return found[0] if len(found) == 1 and not is_somebody(found[0]) else None

    def _reported_names(self) -> list[str]:
        """Return the names of whom the words before, in the sentence, give what follows to."""
        if self.owner is None:
            return []
        text, first, last = self.document.text, self.owner.start, self.found.span[0]
        spans = sentences(text, max(first, last - 600), last)
        words_before = tokenize(text, [(spans[-1][0] if spans else first, last, -1)])
        saying = [each.subject for each in cues(words_before) if each.lemma in SPEECH and each.subject]
        speaker_words = saying[-1] if saying else None
        # "Mr. Varga’s answer – ‘We stay’ – was short": no verb of saying, but one name.
        whose = words_before.words[speaker_words.first : speaker_words.last] if speaker_words else words_before.words
        found = _NAME.findall(" ".join(whose).replace("’", "'"))
        # "My client says": the capital of a sentence's first word makes no name.
        names = [each for each in found if each.lower() not in ABBREVIATIONS and each.lower() not in STOPWORDS]
        return names if speaker_words is not None or len(names) == 1 else []

    def denied_to(self, asked: str | None) -> bool:
        """Return whether the words stand there as what the asked one did not say: "Ruiz never said that …"."""
        if not asked or self.sense != "denied":
            return False
        text, at = self.document.text, self.found.span[0]
        first = max(self.owner.start if self.owner else text.rfind("\n", 0, at) + 1, at - 600)
        spans = sentences(text, first, at)
        if not spans:
            return False
        words_before = tokenize(text, [(spans[-1][0], at, -1)])
        denying = [each for each in cues(words_before) if each.subject and each.lemma in SPEECH and _denies(each)]
        return any(_named(words_before, each, asked) for each in denying)


def _denies(cue: Cue) -> bool:
    return cue.negated or cue.lemma == "deny"


def _named(words_before: Tokens, cue: Cue, asked: str) -> bool:
    subject = words_before.words[cue.subject.first : cue.subject.last] if cue.subject else []
    return any(same_person(each, asked) for each in _NAME.findall(" ".join(subject)))


def place_of(document: Document, found: Found, statements: Sequence[Statement]) -> Place:
    """Return the place of a quotation found in a document with these statements."""
    owners = tuple(said_in(found.span, document.text, statements))
    after = min(
        (each for each in statements if owners and each.start >= owners[-1].end),
        key=lambda each: each.start,
        default=None,
    )
    same = after is not None and owners[-1].speaker is not None and after.speaker == owners[-1].speaker
    return Place(document=document, found=found, owners=owners, after=after if same else None)

"""A phrase of a sentence -> whom it means: a person of the text, the bearer of an office, a thing that speaks."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from index.attribution.office_holders import OfficeHolders, spokesperson
from index.attribution.offices import office_key
from index.attribution.owner import Owner, lowered
from index.cues.noun_cues import POSSESSIVES
from index.cues.phrases import name_ending
from index.cues.tokens import Phrase, Tokens
from index.cues.verbs import SPEECH, VERBS
from index.names.titles import GENDERED, NAME
from index.people.characters import characters, is_of_a_story, is_supposed
from index.people.coreference import NOBODY, SURE, Discourse, Meant
from index.people.joint_subjects import all_of_a_list, he_and_another, is_cut_out, with_whom
from index.people.people import People
from index.people.writers import is_interview, stated_authors
from index.records import Document
from index.senses.reporters import source_of, writer_of
from index.text.expressions import expression
from index.text.sentences import Span
from index.transcripts.label_words import ALSO_GIVEN_NAMES, HEADINGS
from index.transcripts.turns import Turn

_WHOSE = {**POSSESSIVES, "him": "he"}
_WRITING = frozenset("wrote writes writing written write".split())
_ANYBODY = frozenset("everyone everybody someone somebody anyone anybody many some others most".split())
"""Who is meant by these goes on speaking in no other sentence."""
_PEOPLE_AT_LARGE = frozenset("everyone everybody people one you anyone anybody".split())
"""What they "say" at any time is a habit or a saying, and nobody's statement."""
_LISTS = frozenset("Sources References Bibliography Citations Cited Footnotes Endnotes Notes Reading Links".split())
"""How the heading of a list of sources ends: "Research Notes Sources: “…”"."""
_OFFICE = expression(r"(?:[Tt]he|[Hh]is|[Hh]er) [a-z]+(?: [a-z]+)?")
_MOST_RIVALS = 3
_STATEMENT = expression(r"[Tt]he (?:statement|release|press release|communiqué|communique)")
_ISSUED = expression(
    r"(?P<issuer>(?:(?:The|the|A|An|Its|His|Her) )?(?:[A-Z][\w.’'-]*[ ]){1,6}|(?:The|the) [a-z]+[ ])"
    r"(?:also |later |has |had )?(?:issued|released|put out|published|sent out|made|circulated)\b"
    r"[^.“”\"]{0,40}\b(?:statement|release|communiqu)"
)
_ISSUED_REACH = 1_000
_LETS = expression(r"(?<!\w)Let[’']s (?!\s)")
"""The beginning of a name that is a call: "Let's Mend said that it leaks"."""
_THIS_TEXT = expression(
    r"(?:[Tt]his|[Oo]ur|[Tt]he present) (?:(?:joint|position|white|green|working|press|open|news|research|annual) )?"
    r"(?:paper|statement|release|report|study|letter|article|essay|note|post|brief|briefing|review|survey|submission)"
)
"""The text of itself, which is nobody who speaks."""
_PLACE = expression(r"\b(?:in|of|for|at|from|with|by) $")
_ACCUSED = expression(
    r"\b(?:(?:accus(?:es|ed|ing)|su(?:es|ed|ing)|alleg(?:es|ed|ing)(?: that)?|indict(?:s|ed)|alleged(?:ly)? \w+ by)"
    r"|(?:suit|lawsuit|complaint|charges|allegations|action|case|accusations) against)"
    rf" (?P<name>(?-i:{NAME}))"
)
"""Whom an accusation names: what it quotes is the accuser's account of them."""


class SpeakerLookup:
    """Knows whom the phrases of one document mean."""

    def __init__(
        self,
        document: Document,
        people: People,
        turns: Sequence[Turn],
        *,
        offices: Mapping[str, tuple[str, ...]],
        authors: frozenset[str] = frozenset(),
    ) -> None:
        self.text = document.text
        self.people = people
        self._authors = authors
        self._is_interview = is_interview(document)
        self.discourse = Discourse(
            resolve=self._resolved,
            kind=people.kind,
            text=document.text,
            authors=self._authors | stated_authors(document),
            may_speak=people.may_speak,
            looks_personal=people.looks_personal,
        )
        self._voices = tuple(dict.fromkeys(each.speaker for each in turns if each.speaker and " " in each.speaker))
        """Who has turns of their own: "Weaver Ana Ruiz" of the prose around them is Ana Ruiz."""
        self._offices = offices
        """For each role that people of two places hold the people: "the mayor" is one of them."""
        self._holders = OfficeHolders(document.text, people)
        self._accused: frozenset[str] | None = None
        self._characters = set(characters(document.text))

    def owner(
        self,
        tokens: Tokens,
        phrase: Phrase,
        cue: str | None,
        confidence: float,
        *,
        turn: Turn | None = None,
        negated: bool = False,
        quoted: bool = True,
    ) -> Owner:
        """Return the owner that a phrase names, nobody known where it means nobody; `turn` tells who "I" is.

        Outside turns that is the text's author, where the words are quoted (“Why now?” I asked); of "I think" below
        an article nobody knows who writes it.
        """
        if _is_behind_a_title(tokens, phrase):
            return Owner(cue=cue)
        phrase, work = self._writer(tokens, phrase) or phrase, phrase
        start, words = self._words(tokens, phrase, source_of(tokens, work))
        if _is_nobody_in_particular(tokens, phrase, words, cue):
            return Owner(cue=cue)
        if (stated := self._as_stated(tokens, phrase, words, cue, confidence)) is not None:
            return replace(stated, negated=negated)
        subject = _subject(words, cue)
        if subject == "I" and turn is None and quoted and _said(cue):
            subject = self.writer or subject
        meant = self._unless_another(self._meant(subject, start, turn), tokens, phrase)
        meant = self._unless_a_writer(meant, subject.lower(), start, cue)
        if self._is_a_character(tokens, phrase, meant.name, cue):
            return Owner(cue=cue)
        owner = Owner(
            meant.name,
            cue,
            round(confidence * meant.surety, 2),
            negated=negated,
            attached=bool(meant.name or meant.candidates),
            candidates=meant.candidates,
        )
        return lowered(owner, _may_be_another(tokens, phrase))

    def _is_a_character(self, tokens: Tokens, phrase: Phrase, name: str | None, cue: str | None) -> bool:
        """Return whether what somebody says is told of a story; who is told of there once stays a character."""
        if name is None or cue is None or not _is_habitual(cue):
            return False
        if name not in self._characters and is_of_a_story(tokens, phrase, name):
            self._characters.add(name)
        return name in self._characters

    def _words(self, tokens: Tokens, phrase: Phrase, source: Phrase | None) -> tuple[int, str]:
        """Return where the words begin that name an owner, and the words; of a work they are of whose it is."""
        start, end = _span(tokens, source or phrase)
        if self.text[start].isupper() and (named := _LETS.search(self.text, max(0, start - len("Let’s ")), start)):
            start = named.start()
        words = self.text[start:end]
        return start, re.sub(r"[’']s$", "", words) if source else words

    def _as_stated(
        self, tokens: Tokens, phrase: Phrase, words: str, cue: str | None, confidence: float
    ) -> Owner | None:
        """Return all who speak where a phrase is one of several, and a name as it stands; else None."""
        joined = he_and_another(tokens, phrase)
        if joined is not None:
            return self._he_and_another(tokens, *joined, cue=cue, confidence=confidence)
        several = all_of_a_list(tokens, phrase, lambda each: self._named(tokens, each) is not None)
        whole = self.text[slice(*_span(tokens, several))] if several else self._as_it_stands(tokens, phrase, words)
        return Owner(whole, cue, confidence, attached=True) if whole is not None else None

    def _he_and_another(
        self, tokens: Tokens, pronoun: Phrase, others: Phrase, *, cue: str | None, confidence: float
    ) -> Owner:
        he = self.discourse.meant(tokens.lower[pronoun.first], tokens.starts[pronoun.first])
        others_are = self.text[slice(*_span(tokens, others))]
        if tokens.tags[others.first] == "N":
            others_are = self._named(tokens, others) or others_are
        if he.name is None:
            return Owner(cue=cue, attached=True)
        return Owner(f"{he.name} and {others_are}", cue, round(confidence * he.surety, 2), attached=True)

    def _named(self, tokens: Tokens, phrase: Phrase) -> str | None:
        return self._resolved(self.text[slice(*_span(tokens, phrase))], tokens.starts[phrase.first])

    def _as_it_stands(self, tokens: Tokens, phrase: Phrase, words: str) -> str | None:
        """Return the words of a phrase that are a name as they stand, two joined by "and" among them, or None."""
        return words if self._is_a_firms_name(tokens, phrase, words) else self._with_whom(tokens, phrase, words)

    def _with_whom(self, tokens: Tokens, phrase: Phrase, words: str) -> str | None:
        """Return the words of "Ruiz and other officials", of which somebody is the second half, or None."""
        whole = with_whom(tokens, phrase)
        if whole is None or not self._resolved(words, tokens.starts[phrase.first]):
            return None
        return self.text[tokens.starts[whole.first] : tokens.ends[phrase.last - 1]]

    def _is_a_firms_name(self, tokens: Tokens, phrase: Phrase, words: str) -> bool:
        """Return whether a subject with its genitive is a name that the text never has without: "Brill's said"."""
        bare = re.sub(r"[’']s$", "", words)
        owns = tokens.tags[phrase.last : phrase.last + 1] in (["n"], ["N"], ["v"], ["#"], [":"])
        if bare == words or " " in words or owns or not bare[:1].isupper():
            return False
        return re.search(rf"(?<![\w’'-]){re.escape(bare)}(?![\w’'-])", self.text) is None

    def is_accused(self, name: str) -> bool:
        """Return whether the text says that a suit, a charge or somebody accuses the bearer of a name."""
        if self._accused is None:
            found = (self.people.resolve(match["name"], match.start("name")) for match in _ACCUSED.finditer(self.text))
            self._accused = frozenset(each for each in found if each)
        return name in self._accused

    def is_heading(self, name: str) -> bool:
        """Return whether a name is what heads a note: "Update", "Breaking News"; "June Holt" is somebody."""
        first, last = name.lower().partition(" ")[0], name.split()[-1:]
        if last and last[0] in _LISTS:
            return True
        return first in HEADINGS and first not in ALSO_GIVEN_NAMES and self.people.kind(name).person is not True

    def named_at(self, span: Span, position: int) -> str | None:
        """Return the full name of whom the words of a span name, as known at a position."""
        return self.people.resolve(self.text[slice(*span)], position)

    def _writer(self, tokens: Tokens, phrase: Phrase) -> Phrase | None:
        """Return who wrote the letter that a phrase is or goes on from ("in which she said"), None where none did."""
        writer = writer_of(tokens, phrase)
        if writer is None:
            return None
        name = self.named_at(_span(tokens, writer), tokens.starts[phrase.first])
        pronoun = GENDERED.get(tokens.lower[phrase.first])
        if name is None:
            return None
        if pronoun is None:
            named = tokens.lower[phrase.last - 1] in tokens.lower[writer.first : writer.last]
            return writer if named else None
        return writer if self.people.kind(name).gender in {pronoun, None} else None

    def _meant(self, subject: str, position: int, turn: Turn | None) -> Meant:
        lowered = subject.lower()
        if turn and lowered in {"i", "we"}:
            return Meant(turn.speaker)
        if lowered in GENDERED:
            return self.discourse.meant(lowered, position)
        if rivals := self._rivals_in_office(subject):
            return Meant(None, rivals, 0.0)
        if (speaks := spokesperson(self.text, subject, position)) is not None:
            return Meant(self._resolved(speaks, position)) if speaks else NOBODY
        if (one := self.discourse.spoke_last(self.people.surnamed(subject), position)) is not None:
            # "Zaya Khan left. “We had no way out,” said Amon Khan. “None at all,” Khan said."
            return Meant(one, (), SURE)
        name = self._issuer(subject, position) or self._holders.holder(subject) or self._resolved(subject, position)
        return Meant(name) if name else NOBODY

    @property
    def writer(self) -> str | None:
        """Who "I" is outside quotations and turns: the one author whom the document names; nobody in an interview."""
        return next(iter(self._authors)) if len(self._authors) == 1 and not self._is_interview else None

    def _unless_a_writer(self, meant: Meant, pronoun: str, position: int, cue: str | None) -> Meant:
        """Return whom "he wrote" means, unsure where he is no writer and the text has quoted one before.

        A report of a column quotes people whom the column mentions, and goes back to it with "he wrote".
        """
        if pronoun not in GENDERED or (cue or "").lower() not in _WRITING:
            return meant
        if meant.name is None or meant.surety >= SURE or meant.name in self.people.writers:
            return meant
        before = [name for name, first in self.people.writers.items() if first < position and name not in self._authors]
        others = [name for name in before if self.people.kind(name).gender in {GENDERED[pronoun], None}]
        if not others:
            return meant
        unsure = Meant(None, (meant.name, *others[-1:]), 0.0)
        self.discourse.doubt(pronoun, position, unsure)
        return unsure

    def _unless_another(self, meant: Meant, tokens: Tokens, phrase: Phrase) -> Meant:
        """Return whom a phrase means, unsure where "or" joins another: "Ruiz or Brandt said"."""
        other = _or_another(tokens, phrase) if meant.name else None
        if other is None or meant.name is None:
            return meant
        first = self.named_at(_span(tokens, other), tokens.starts[phrase.first])
        return Meant(None, (first, meant.name), 0.0) if first and first != meant.name else meant

    def _resolved(self, subject: str, position: int) -> str | None:
        """Return the full name that a subject stands for, as the labels of its turns have it where it has turns."""
        name = self.people.resolve(subject, position)
        return next((each for each in self._voices if name and name.endswith(f" {each}")), name)

    def _rivals_in_office(self, subject: str) -> tuple[str, ...]:
        """Return whom "the mayor" may mean in a text with the mayors of two towns, none where it is clear."""
        if not _OFFICE.fullmatch(subject):
            return ()
        return self._offices.get(office_key(subject) or "", ())[:_MOST_RIVALS]

    def _issuer(self, subject: str, position: int) -> str | None:
        """Return who issued "the statement", where the text before says so."""
        if not _STATEMENT.fullmatch(subject):
            return None
        found = list(_ISSUED.finditer(self.text, max(0, position - _ISSUED_REACH), position))
        if not found:
            return None
        if _PLACE.search(self.text[max(0, found[-1].start() - 6) : found[-1].start()]):
            # "The office in Vesk issued a statement": the place is not who did.
            return None
        name = self.people.resolve(found[-1]["issuer"].strip(), position)
        return re.sub(r"^(?:The|A|An) ", "", name) if name else None


def _may_be_another(tokens: Tokens, phrase: Phrase) -> bool:
    """Return whether others say it too, or a phrase tells where something is: "The council, in the old Vesk, said"."""
    if is_cut_out(tokens, phrase):
        return True
    return phrase.first > 1 and tokens.lower[phrase.first - 1] in {"in", "near"} and tokens.tags[phrase.first] in "DN"


def _is_behind_a_title(tokens: Tokens, phrase: Phrase) -> bool:
    """Return whether a bare noun, which is nobody, stands behind a title in marks: "the “Harbour Lights” star"."""
    return phrase.first > 1 and tokens.tags[phrase.first - 2 : phrase.first + 1] == ["D", "Q", "n"]


def _subject(words: str, cue: str | None) -> str:
    """Return what names the owner: a pronoun for its genitive ("his claim"), a name before a colon without its "’s"."""
    if cue == ":":
        words = re.sub(r"[’']s$", "", words)
    return _WHOSE.get(words.lower(), words)


def _is_nobody_in_particular(tokens: Tokens, phrase: Phrase, words: str, cue: str | None) -> bool:
    """Return whether a subject is people at large, the text itself, or somebody in a case that is supposed."""
    if _THIS_TEXT.fullmatch(words):
        return True
    at_large = _is_nobodys(words.lower(), cue) and tokens.tags[phrase.last : phrase.last + 1] != ["W"]
    return at_large or is_supposed(tokens, phrase)


def _is_nobodys(words: str, cue: str | None) -> bool:
    """Return whether a subject in small letters is people at large, of whom no statement is told."""
    if words == "as many":
        return True
    return words in _ANYBODY if cue is None else words in _PEOPLE_AT_LARGE and _is_habitual(cue)


def _is_habitual(cue: str) -> bool:
    """Return whether a cue is a verb in the present."""
    verb = VERBS.get(cue.lower())
    return verb is not None and verb.form in {"s", "base"}


def _said(cue: str | None) -> bool:
    """Return whether a cue is a verb of saying in the past."""
    verb = VERBS.get((cue or "").lower())
    return verb is not None and verb.lemma in SPEECH and verb.form == "past"


def _span(tokens: Tokens, phrase: Phrase) -> Span:
    return tokens.starts[phrase.first], tokens.ends[phrase.last - 1]


def _or_another(tokens: Tokens, phrase: Phrase) -> Phrase | None:
    """Return the name that "or" joins to a subject, None where none is."""
    if phrase.first < 2 or tokens.lower[phrase.first - 1] != "or":
        return None
    return name_ending(tokens, phrase.first - 2)

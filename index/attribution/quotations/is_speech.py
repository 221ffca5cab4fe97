"""Whether what stands in marks is somebody's words, not a term, a title or a scare quote."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from index.attribution.confidence import WRITES, is_title
from index.attribution.owner import LABELS, TRAILING, Owner
from index.attribution.quotations.quoted import WAS, Quoted
from index.cues.noun_cues import POSSESSIVES
from index.cues.verbs import SPEECH, VERBS
from index.text.expressions import expression

_ENDING = ".!?…,"
_FEW = 3
"""So few words are a term or a scare quote unless something tells that they were said."""
_LONG_TITLE = 6
_NAMING = frozenset(
    """so-called called-for titled entitled dubbed nicknamed termed known nickname pitched billed marketed branded
    advertised subtitled headlined captioned""".split()
)
_WORKS = frozenset(
    """book memoir novel film movie show song album play series magazine memo essay column article editorial documentary
    poem painting report called program programme podcast sitcom drama thriller comedy musical game installation
    exhibition exhibit opera ballet sculpture mural single sequel anthology bill in on""".split()
)
_MADE = _WORKS - {"called", "report", "essay", "column", "article", "editorial", "in", "on"}
# "“Bridge to open in May,” by Ana Ruiz of the Gazette": a headline with its author.
_BY = expression(r",? (?:by|BY) [A-Z]")


@dataclass(frozen=True)
class _Marked:
    """The words of a quotation, and what tells whether they are speech."""

    words: str
    owner: Owner
    quoted: Quoted

    @cached_property
    def count(self) -> int:
        return len(self.words.split())

    @cached_property
    def is_title(self) -> bool:
        return is_title(self.words)

    @property
    def closed(self) -> bool:
        """Whether a mark of a clause's or sentence's end closes the words."""
        return self.words[-1] in _ENDING

    @cached_property
    def ended(self) -> bool:
        """Whether such a mark closes the words or stands right behind the quotation."""
        right = self.quoted.quotation.right
        behind = self.quoted.text[right : right + 2].strip()[:1]
        # The full stop of a sentence that is the quotation stands beyond the mark in most languages.
        return self.closed or behind in {",", "—", "–"} or behind == "." and self.quoted.at == 0

    @property
    def single(self) -> bool:
        """Whether it stands in single marks, in which terms stand as often as words."""
        return self.quoted.quotation.style == "single"

    @property
    def before(self) -> str:
        """The word before the quotation, empty at the sentence's beginning."""
        return self.quoted.tokens.lower[self.quoted.at - 1] if self.quoted.at else ""

    @property
    def tag_before(self) -> str:
        return self.quoted.tokens.tags[self.quoted.at - 1] if self.quoted.at else ""


def is_speech(words: str, owner: Owner, quoted: Quoted) -> bool:
    """Return whether the words of a quotation are somebody's, its owner being the one that the text around names."""
    marked = _Marked(words, owner, quoted)
    return not any(rule(marked) for rule in _NO_SPEECH) and _is_said(marked)


def _is_said(marked: _Marked) -> bool:
    """Return whether words that no rule takes for a name are speech, by how many they are, how they end and whose."""
    owner, count, ended = marked.owner, marked.count, marked.ended
    if owner.attached and owner.speaker:
        return count > _FEW or owner.confidence != TRAILING and _is_short_speech(marked)
    if marked.single and owner.cue and ended and count >= 2:
        return True
    unsure = bool(owner.candidates) and owner.cue is not None
    return count > _FEW or (ended and (unsure or marked.words[-1] != "," and owner.speaker is not None))


def _is_short_speech(marked: _Marked) -> bool:
    introduced = marked.owner.cue in {"said", "says", ":"} or marked.tag_before == ":"
    return marked.ended or introduced or _is_label(marked)


def _is_label(marked: _Marked) -> bool:
    """Return whether a few words in marks are what somebody calls a thing: "called the sale “a sin”"."""
    verb, tokens, at = VERBS.get(marked.owner.cue or ""), marked.quoted.tokens, marked.quoted.at
    named = at > 1 and (marked.tag_before in "nNOP" or marked.before == "as" or tokens.lower[at - 2] in WAS)
    return verb is not None and verb.lemma in LABELS and named and marked.words[:1].islower()


def _is_named_so(marked: _Marked) -> bool:
    """Return whether a word of naming stands before: "the so-called “…”", "known as “…”"."""
    at = marked.quoted.at
    return (
        marked.before in _NAMING
        or (at > 1 and marked.quoted.tokens.lower[at - 2] in _NAMING and marked.before == "as")
        or _is_an_address(marked)
    )


def _is_an_address(marked: _Marked) -> bool:
    """Return whether it is whom a letter is sent to: "many addressed simply to “The Mayor, Vesk”"."""
    before = marked.quoted.tokens.lower[max(0, marked.quoted.at - 4) : marked.quoted.at]
    return marked.before == "to" and "addressed" in before and marked.is_title


def _is_a_work(marked: _Marked) -> bool:
    """Return whether it is the title of a work that the word before tells of: "her memoir “…”", "Ruiz's “…”"."""
    owned = marked.tag_before == "N" and marked.before.endswith("'s")
    # "the harpist’s song, “Harbour Lights,” as Ruiz had alleged"
    apposed = (
        marked.before == "," and marked.quoted.at > 1 and marked.quoted.tokens.lower[marked.quoted.at - 2] in _MADE
    )
    # "In the novel “Salt”, Ana Ruiz says"
    named = marked.count == 1 and marked.words[:1].isupper() and marked.before in _MADE
    return named or marked.is_title and (marked.before in _WORKS or owned or apposed)


def _is_a_joined_title(marked: _Marked) -> bool:
    """Return whether it is a title behind a preposition or "and": "the author of “…”", "known from “ER” and “…,”"."""
    joined = marked.tag_before == "I" or marked.tag_before == "C" and marked.count <= _FEW
    return marked.is_title and joined


def _is_written_so(marked: _Marked) -> bool:
    """Return whether it is what is made: "She wrote her “last post,”"."""
    return marked.count <= _FEW and marked.quoted.at > 1 and _makes_a_work(marked)


def _makes_a_work(marked: _Marked) -> bool:
    """Return whether a verb of writing with an article or possessive stands right before: "wrote her “last post”"."""
    verb = marked.quoted.tokens.verbs[marked.quoted.at - 2]
    determined = marked.tag_before == "D" or marked.before in POSSESSIVES
    return determined and verb is not None and verb.lemma in WRITES


def _is_in_brackets(marked: _Marked) -> bool:
    left = marked.quoted.quotation.left
    return marked.count <= 2 and marked.quoted.text[max(0, left - 1) : left] == "("


def _is_a_single_term(marked: _Marked) -> bool:
    """Return whether nothing tells that words in single marks were said."""
    cued = marked.owner.attached or marked.owner.cue
    return marked.single and not (cued and (marked.ended or marked.count >= _FEW))


def _is_an_open_title(marked: _Marked) -> bool:
    """Return whether it is a title that no mark ends and that no cue gives to anybody."""
    return marked.is_title and not marked.closed and not (marked.owner.attached and marked.count > _LONG_TITLE)


def _is_a_whole_title(marked: _Marked) -> bool:
    """Return whether it is a title with its comma or full stop, in single marks or nobody's."""
    unsaid = marked.single or not marked.owner.speaker
    return marked.quoted.at > 0 and unsaid and _ends_as_a_title(marked)


def _ends_as_a_title(marked: _Marked) -> bool:
    """Return whether words with a comma or full stop at their end are a title, which no other mark divides."""
    words = marked.words
    return marked.count > _FEW and words[-1] in ".," and not re.search(r"[.,;!?]", words[:-1]) and marked.is_title


def _is_a_headline(marked: _Marked) -> bool:
    return not marked.owner.speaker and _BY.match(marked.quoted.text, marked.quoted.quotation.right) is not None


def _tells_of_its_speaker(marked: _Marked) -> bool:
    """Return whether a mark out of place makes words of the text around: "Holm stressed that …", "said Ida Holm."."""
    match = _NARRATES.match(marked.words)
    if match is None or not marked.owner.speaker or marked.owner.attached:
        # "Ana Ruiz wrote that Holt “said he was impressed”": a cue of its own gives the words
        return False
    if match["behind"]:
        return True
    verb = VERBS.get(match["verb"])
    said = verb is not None and verb.lemma in SPEECH and verb.form in {"past", "s"}
    return said and match["name"] == marked.owner.speaker.split()[-1]


_NARRATES = expression(
    r"(?:(?:[A-Z][\w’'.-]+ ){0,3}?(?P<name>[A-Z][\w’'-]+) (?:also |then |later )?(?P<verb>[a-z]+)\b"
    r"|(?P<behind>(?:said|says|added|adds) [A-Z]))"
)

_NO_SPEECH: tuple[Callable[[_Marked], bool], ...] = (
    _is_named_so,
    _is_a_work,
    _is_a_joined_title,
    _is_written_so,
    _is_in_brackets,
    _is_a_single_term,
    _is_an_open_title,
    _is_a_whole_title,
    _is_a_headline,
    _tells_of_its_speaker,
)
"""Each tells by itself that what stands in marks is a name, a term or a title."""

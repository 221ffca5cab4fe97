"""The first line of an answer in parts: what each of those compared says most directly, and who says nothing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from index.text.expressions import expression
from index.text.sentences import sentences
from index.text.stems import content_words
from rag.answer.opening.directness import holds
from rag.answer.opening.wording import quoted_topic
from rag.check.cite import hidden_sense
from rag.find.lemmas import standing_for
from rag.phrasing import raised, row
from rag.rank.windows import points_back
from rag.records import Citation, Query

LONGEST, LONGEST_OF_TIMES = 32, 52
"""A sentence of so many words is repeated in the first line at most; where two times of one speaker stand side by side,
a longer one: the two are what is asked for."""


_VAGUE = frozenset(content_words("idea plan proposal question issue matter problem subject policy thing talk"))
"""Words of a topic that those who speak on it leave out: "Tell's ferry idea"."""
_OPENS = expression(r"^(?:And|But|So|Yet) (?!(?:this|that|these|those|it|they|he|she)\b)")
"""A connective before words that stand alone without it."""


_ARTICLE = expression(r"^(?:The|An?) ")


class PartFound(NamedTuple):
    """A part's heading and query, its first citation's number if any, and whether it does not name the topic itself."""

    heading: str
    query: Query
    number: int | None
    is_near: bool = False
    words: str = ""
    """What its first citation says most directly, where that is short."""
    value: str = ""
    """The number or name that its own first line gives, if any."""
    is_loose: bool = False
    """Whether its own first line says no more than that words are shown for the topic."""
    is_named: bool = False
    """Whether its first citation only names it, so that nobody is known to speak there."""

    @property
    def told(self) -> str:
        """Return what the first line repeats of it: its words in quotation marks, else its value, or nothing."""
        return f"“{self.words}”" if self.words else self.value


def parts_line(parts: Sequence[PartFound]) -> str:
    """Return which parts have words and which have none, each with its first citation; nothing for several questions.

    The headings of several questions are these questions themselves.
    """
    found = [each for each in parts if each.number and not each.is_near]
    near = [each for each in parts if each.number and each.is_near]
    if len(parts) < 2 or not (found or near) or _are_questions(parts):
        return ""
    missing = [_within(each) for each in parts if not each.number]
    if not found:
        return f"Near in meaning to {_topic(parts)}: {row(_numbered(near))}{_rest([], missing)}."
    return raised((_of_people if _are_people(parts) else _of_others)(found, near, missing, parts))


def _within(part: PartFound) -> str:
    """Return the heading of a part as it stands within a sentence: "the president of Lorn"."""
    return _ARTICLE.sub(lambda article: article[0].lower(), part.heading)


_VALUE = expression(r"^(?P<value>[^“”:;]{1,60}), says ")


def value_in(opening: str | None) -> str:
    """Return the number, day or name that the first line of a fact gives: "$5, says a document of …"."""
    match = _VALUE.match(opening or "")
    return match["value"] if match else ""


def direct_words(citation: Citation, query: Query) -> str:
    """Return the first sentence of somebody's cited words that is on the topic, empty where it is long or a report."""
    if citation.speaker is None or citation.statement not in ("direct", "turn") or hidden_sense(citation):
        return ""
    topic = set(content_words(query.topic))
    topic = topic - _VAGUE or topic
    said = [citation.text[start:end] for start, end in sentences(citation.text)]
    # "They hit the poor" is not on "vaccines for poor countries".
    on_topic = [each for each in said if _names(each, topic)]
    held = [each for each in on_topic if holds(each, topic)]
    words = (_OPENS.sub("", " ".join(each.split()).strip(" ,;")) for each in [*held, *on_topic])
    longest = LONGEST_OF_TIMES if query.compared and query.since else LONGEST
    return next((each for each in words if _is_short(each, longest)), "")


def _names(text: str, topic: set[str]) -> bool:
    """Return whether a text has at least half of a topic's words, or others of their families."""
    own = set(content_words(text))
    return 2 * sum(bool(standing_for(each) & own) for each in topic) >= len(topic)


def _is_short(words: str, longest: int) -> bool:
    """Return whether a sentence may be repeated in the first line: short, no question, and not leaning on another."""
    return 0 < len(words.split()) <= longest and not words.endswith("?") and not points_back(words)


def _of_people(
    found: Sequence[PartFound], near: Sequence[PartFound], missing: Sequence[str], parts: Sequence[PartFound]
) -> str:
    """Return that those who are found speak of the topic, with what each of them says, and of whom nothing is found."""
    rest = _rest(near, missing)
    many = {1: "", 2: "both"}.get(len(found), "all")
    if any(each.is_named for each in found):
        return f"what names {row(_numbered(found))} is shown for {_topic(parts)}{rest}."
    plain = any(each.query.heard for each in parts)
    topic = "it" if plain and not rest else _topic(parts)
    if plain or not all(each.words for each in found):
        if any(each.is_loose for each in found):
            return f"words by {row(_numbered(found))} are shown for {topic}{rest}."
        speak = "speaks" if len(found) == 1 else f"{many} speak"
        return f"{row(_numbered(found))} {speak} of {topic}{rest}."
    if len(found) == 1:
        return f"{_within(found[0])} speaks of {topic}: “{found[0].words}” [{found[0].number}]{rest}."
    return f"{many} speak of {topic}: {_each(found, ', ')}{rest}."


def _of_others(
    found: Sequence[PartFound], near: Sequence[PartFound], missing: Sequence[str], parts: Sequence[PartFound]
) -> str:
    """Return what is said on each topic or at each time that is found, and for which nothing is."""
    rest = f"; only something near was found for {row(_numbered(near))}" if near else ""
    rest += f"; no sure answer was found for {row(missing)}" if missing else ""
    if any(each.told for each in found):
        return f"{_each(found, ': ')}{rest}."
    return ""


def _each(found: Sequence[PartFound], between: str) -> str:
    """Return each part with its words and number: "Tell, “We wait” [1]; Quill [2]"."""
    told = (f"{between}{each.told}" if each.told else "" for each in found)
    return "; ".join(f"{_within(each)}{words} [{each.number}]" for words, each in zip(told, found, strict=True))


def _rest(near: Sequence[PartFound], missing: Sequence[str]) -> str:
    rest = f"; near to it in meaning: {row(_numbered(near))}" if near else ""
    return rest + (f"; no sure answer was found for {row(missing)}" if missing else "")


def _topic(parts: Sequence[PartFound]) -> str:
    topics = {quoted_topic(each.query) for each in parts}
    one = topics.pop() if len(topics) == 1 else "this"
    return "it" if one == "this" else one


def _numbered(parts: Sequence[PartFound]) -> list[str]:
    return [f"{_within(each)} [{each.number}]" for each in parts]


def _are_questions(parts: Sequence[PartFound]) -> bool:
    return any(not each.heading or each.heading.endswith("?") for each in parts)


def _are_people(parts: Sequence[PartFound]) -> bool:
    """Return whether the parts differ in nothing but who speaks."""
    different = len({each.query.speaker for each in parts}) == len(parts)
    return different and not any("," in each.heading or " on " in each.heading for each in parts)

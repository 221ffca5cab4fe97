"""An answer -> the same with the program's own sentences in the question's language; documents' words stay as they are.

This is the one place where sentences are translated: answers are composed in English whatever the question's language.
"""

from __future__ import annotations

import re
from dataclasses import replace

from index.text.countries import unified
from index.text.expressions import expression
from index.text.stems import content_words
from index.text.word_lists import news_words
from rag.answer.languages.catalog import Sentence, about, dated, filled, joined, phrases, sentences
from rag.records import Answer, Heard, Segment
from rag.understand.languages.words import form_tag

_LETTERS = expression("[a-z]{2}")
_BOUNDARY = expression(r"(?<=[.:;!?]) ")
_DAY_BEHIND = expression(r" \([^()]*\)$")
"""The day behind a document's title, which the program set there; the title itself stays as it is."""
_UNTOUCHED = frozenset({"who", "other", "title", "cited", "m"})
"""Slots that are filled with names, or with what the document has."""
_OF_A_NAME = expression(r"^the (?=(?:[\w’-]{1,30} ){0,3}[A-Z])")
"""English words keep no English article where a name of a body stands among those of another language."""
_LONGEST_NEW = 3
"""A topic of more words that are not all the question's was read from it word by word."""
_INTRODUCE = ("ABOUT", "IN", "TO", "FOR", "AGAINST", "FROM")


def in_its_language(answer: Answer, heard: Heard | None) -> Answer:
    """Return the answer with what the program says of itself in the language of the question."""
    if heard is None:
        return answer
    segments = tuple(each if each.citation else _segment(each, heard) for each in answer.segments)
    notice = said_in(answer.notice, heard) if answer.notice else None
    return replace(answer, segments=segments, notice=notice)


def _segment(segment: Segment, heard: Heard) -> Segment:
    text = said_in(segment.text, heard)
    return segment if text == segment.text else replace(segment, text=text)


def said_in(text: str, heard: Heard) -> str:
    """Return a text of the program's own with each sentence that has a translation in the question's language."""
    if not _LETTERS.search(text):
        return text
    return "\n".join(_line(each, heard) for each in text.split("\n"))


def _line(line: str, heard: Heard) -> str:
    pieces: list[str] = []
    at = len(line) - len(line.lstrip(" •*"))
    pieces.append(line[:at])
    while at < len(line):
        best = max(
            (found for each in sentences() if (found := each.pattern.match(line, at))), key=_length, default=None
        )
        if best is None:
            boundary = _BOUNDARY.search(line, at)
            end = boundary.end() if boundary else len(line)
            pieces.append(line[at:end])
            at = end
            continue
        pieces.append(_said(best, heard))
        at = best.end()
        space = len(line[at:]) - len(line[at:].lstrip(" "))
        pieces.append(line[at : at + space])
        at += space
    return "".join(pieces)


def _length(match: re.Match[str]) -> tuple[int, int]:
    """Return how much a sentence takes, and of two that take the same how much of it is its own."""
    return match.end() - match.start(), -sum(len(each or "") for each in match.groupdict().values())


def _said(match: re.Match[str], heard: Heard) -> str:
    sentence = next(each for each in sentences() if each.pattern.pattern == match.re.pattern)
    translation = sentence.translations.get(heard.language)
    if translation is None:
        return match[0]
    slots = {name: _filling(name, value or "", heard) for name, value in match.groupdict().items()}
    if "topic" in slots:
        slots["about"] = _about(match["topic"], heard)
        slots["topic"] = _own_words(match["topic"], heard)
    return filled(translation, heard.language, slots)


def _filling(name: str, value: str, heard: Heard) -> str:
    if name == "title" and (day := _DAY_BEHIND.search(value)):
        return value[: day.start()] + dated(day[0], heard.language)
    if name == "list":
        return joined(dated(value, heard.language), heard.language)
    if name == "who" and value.startswith(("a document", "the document")):
        return parts_in(value, heard.language)
    if name in _UNTOUCHED or not value:
        return dict(heard.names).get(value, _OF_A_NAME.sub("", value) if name == "who" else value)
    for name_, text in heard.names:
        value = value.replace(f"speaker: {name_}", f"speaker: {text}")
    return parts_in(value, heard.language)


def parts_in(text: str, language: str) -> str:
    """Return what fills a sentence, with the dates and phrases in it in a language."""
    for each in phrases():
        text = each.pattern.sub(lambda match, each=each: _phrase(match, each, language), text)  # type: ignore[misc]
    return dated(text, language)


def _phrase(match: re.Match[str], phrase: Sentence, language: str) -> str:
    translation = phrase.translations.get(language)
    slots = {name: value or "" for name, value in match.groupdict().items()}
    return filled(translation, language, slots) if translation else match[0]


def _about(topic: str, heard: Heard) -> str:
    """Return the topic in the question's own words with what introduces it there."""
    if heard.topic and _is_whole(topic, heard) and form_tag(heard.topic.split()[0], heard.language) in _INTRODUCE:
        return heard.topic
    return about(_own_words(topic, heard), heard.language)


def _is_whole(topic: str, heard: Heard) -> bool:
    """Return whether a topic is all that the question asks about: each of its own words stands in it."""
    asked = {stem for stem, text in heard.words if text in heard.topic}
    return asked <= set(content_words(unified(topic)))


def _own_words(topic: str, heard: Heard) -> str:
    """Return a topic in the words of the question where all of it was read from them."""
    stems = content_words(unified(topic))
    # Behind a word's own stand its other English words.
    texts = {stem: text for stem, text in reversed(heard.words)}
    if all(each in texts for each in stems):
        return " ".join(dict.fromkeys(texts[each] for each in stems))
    bare = topic.removeprefix("the ").strip("“”")
    if heard.asked and len(bare.split()) > _LONGEST_NEW and bare not in heard.asked:
        # What was read word by word is no topic to read: the question itself says it.
        return heard.asked.strip(" ?.!")
    return next((forms[0] for english, forms in news_words(heard.language) if english.split("/")[0] == bare), bare)

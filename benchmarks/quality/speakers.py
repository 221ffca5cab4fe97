"""Whether the words of an asked speaker are that speaker's: generated questions over an index of speeches.

    python -m benchmarks.quality.speakers STORE [--questions 150] [--seed 7] [--wrong]

From documents that name their one speaker, questions "What did X say about Y?" are made by script: Y is a word or a
two-word name that X uses at least three times and at most one speaker in five uses at all. Each form is one line:
`topics`, the same as bare `keywords`, with a `year` in which X said it, and as controls `absent_speaker` (an invented
name), `absent_topic` (a word of others that X uses in no form) and `absent_year` (X has no document of it).

A citation is right when the document's own field for its speaker names X and nobody else is shown as speaking, or when
another speaker's document tells what X said and is shown so (`reported_by`); with a year, when the document is of that
year too. Nothing here asks how the answer was made. `--wrong` prints each wrong citation and each refusal.
"""

from __future__ import annotations

import argparse
import json
import random
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from index.records import Document
from index.text.stems import STOPWORDS, plain, stem, words
from rag.pipeline import Pipeline, open_pipeline
from rag.records import Citation, Turn
from settings import Settings

LEAST_USES, MOST_SPEAKERS, TOPICS = 3, 0.2, 10
_WORD = re.compile(r"[A-Za-z][a-z]{4,}")
_NAME = re.compile(r"(?<=[a-z,] )[A-Z][a-z]{2,} [A-Z][a-z]{2,}\b")
_SYLLABLES = "bra vel tor mik dun sar ole pin gra sho".split()


@dataclass(frozen=True)
class Question:
    """A generated question: whose words it asks for, and of which year; `answerable` unless it is a control."""

    text: str
    speaker: str
    year: str | None = None
    answerable: bool = True


@dataclass(frozen=True)
class Outcome:
    """What became of a question: whether it was answered, and for each citation whether it is right."""

    question: Question
    answered: bool
    right: tuple[bool, ...]
    reported_by_others: int


@dataclass(frozen=True)
class Speeches:
    """The documents that name their speaker, and how often each speaker uses each word and two-word name."""

    documents: dict[str, list[Document]]
    uses: dict[str, Counter[str]]

    def topics(self, speaker: str) -> list[str]:
        """Return what the speaker talks of and most others do not, the most telling first, up to ten."""
        fitting = [
            (count / self.spread[topic], topic)
            for topic, count in self.uses[speaker].items()
            if count >= LEAST_USES
            and self.spread[topic] <= MOST_SPEAKERS * len(self.uses)
            and not _of_name(topic, speaker)
        ]
        return [topic for _, topic in sorted(fitting, key=lambda each: (-each[0], each[1]))[:TOPICS]]

    @cached_property
    def spread(self) -> Counter[str]:
        """Return how many speakers use each word or name."""
        return Counter(topic for uses in self.uses.values() for topic in uses)

    def years(self, speaker: str) -> set[str]:
        """Return the years of the speaker's dated documents."""
        return {each.published[:4] for each in self.documents[speaker] if each.published}


def main() -> None:
    """Print one JSON line a form of question."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.quality.speakers", description=__doc__.split("\n")[0])
    parser.add_argument("store", type=Path, help="the folder of the stored index")
    parser.add_argument("--questions", type=int, default=150, help="how many of each form")
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--wrong", action="store_true", help="print wrong citations and refusals")
    chosen = parser.parse_args()
    pipeline = open_pipeline(Settings(store=chosen.store))
    for form, questions in generated(read(pipeline), chosen.questions, random.Random(chosen.seed)).items():
        outcomes = [asked(each, pipeline, chosen.wrong) for each in questions]
        print(json.dumps({"form": form, **figures(outcomes)}), flush=True)
    pipeline.close()


def read(pipeline: Pipeline) -> Speeches:
    """Return the documents of the pipeline's index that name one speaker."""
    documents: dict[str, list[Document]] = defaultdict(list)
    uses: dict[str, Counter[str]] = defaultdict(Counter)
    catalog = pipeline.store.catalog
    for each in catalog.documents():
        if each.speaker and (whole := catalog.document(each.id)):
            documents[each.speaker].append(whole)
            uses[each.speaker].update(topics_in(whole.text))
    return Speeches(dict(documents), dict(uses))


def topics_in(text: str) -> Iterable[str]:
    """Yield the words of five letters and more, in small letters, and the names of two words."""
    yield from (match[0].lower() for match in _WORD.finditer(text) if plain(match[0]) not in STOPWORDS)
    yield from (match[0] for match in _NAME.finditer(text))


def _of_name(topic: str, speaker: str) -> bool:
    return bool(set(topic.lower().split()) & set(speaker.lower().split()))


def generated(speeches: Speeches, count: int, chance: random.Random) -> dict[str, list[Question]]:
    """Return the questions of each form, as many as the speeches give up to the count."""
    pairs = _pairs(speeches, count, chance)
    spread = speeches.spread
    common = sorted(topic for topic, speakers in spread.items() if speakers >= 3 and " " not in topic)
    return {
        "topics": [Question(_ask(speaker, topic), speaker) for speaker, topic in pairs],
        "keywords": [Question(f"{_bare(speaker)} {topic.lower()}", speaker) for speaker, topic in pairs],
        "year": [
            Question(f"{_ask(speaker, topic)[:-1]} in {year}?", speaker, year)
            for speaker, topic in pairs
            if (year := _said_in(speeches, speaker, topic, chance))
        ],
        "absent_speaker": [
            Question(_ask(name, topic), name, answerable=False)
            for _, topic in pairs
            if (name := _invented(speeches, chance))
        ],
        "absent_topic": [
            Question(_ask(speaker, topic), speaker, answerable=False)
            for speaker, _ in pairs
            if (topic := _unused(_stems(speeches, speaker), common, chance))
        ],
        "absent_year": [
            Question(f"{_ask(speaker, topic)[:-1]} in {year}?", speaker, year, answerable=False)
            for speaker, topic in pairs
            if (year := _other_year(speeches, speaker, chance))
        ],
    }


def _ask(speaker: str, topic: str) -> str:
    return f"What did {speaker} say about {topic}?"


def _bare(speaker: str) -> str:
    """Return a name as it is typed in a hurry: in small letters, without "Mr."."""
    return re.sub(r"\b[a-z]{2,}\. ?", "", speaker.lower()).strip()


def _pairs(speeches: Speeches, count: int, chance: random.Random) -> list[tuple[str, str]]:
    """Return pairs of a speaker and a topic: every speaker once before any comes again."""
    left = {
        speaker: chance.sample(topics, len(topics))
        for speaker in sorted(speeches.uses)
        if (topics := speeches.topics(speaker))
    }
    pairs: list[tuple[str, str]] = []
    while len(pairs) < count and left:
        round_ = chance.sample(sorted(left), len(left))
        pairs += [(speaker, left[speaker].pop()) for speaker in round_[: count - len(pairs)]]
        left = {speaker: topics for speaker, topics in left.items() if topics}
    return pairs


def _said_in(speeches: Speeches, speaker: str, topic: str, chance: random.Random) -> str | None:
    """Return a year in which the speaker used the topic, or None when no such document is dated."""
    years = {
        each.published[:4]
        for each in speeches.documents[speaker]
        if each.published and re.search(rf"\b{re.escape(topic)}\b", each.text, re.IGNORECASE)
    }
    return chance.choice(sorted(years)) if years else None


def _other_year(speeches: Speeches, speaker: str, chance: random.Random) -> str | None:
    others = {year for each in speeches.documents for year in speeches.years(each)} - speeches.years(speaker)
    return chance.choice(sorted(others)) if others else None


def _stems(speeches: Speeches, speaker: str) -> set[str]:
    """Return the stemmed words of all who bear the speaker's surname."""
    last = speaker.split()[-1].lower()
    alike = (documents for name, documents in speeches.documents.items() if name.split()[-1].lower() == last)
    return {stemmed for documents in alike for each in documents for stemmed in words(each.text)}


def _unused(stems: set[str], common: Sequence[str], chance: random.Random) -> str | None:
    """Return a word of others that none of the speaker's words shares a stem or the first five letters with."""
    begun = {each[:5] for each in stems}
    fitting = [word for word in common if stem(word) not in stems and word[:5] not in begun]
    return chance.choice(fitting) if fitting else None


def _invented(speeches: Speeches, chance: random.Random) -> str:
    """Return a name of two words that no speaker shares a word with."""
    taken = {word.lower() for speaker in speeches.documents for word in speaker.split()}
    while True:
        name = ["".join(chance.sample(_SYLLABLES, 2)), "".join(chance.sample(_SYLLABLES, 3))]
        if not taken & set(name):
            return " ".join(map(str.capitalize, name))


def asked(question: Question, pipeline: Pipeline, verbose: bool) -> Outcome:
    """Return what became of a question."""
    answer = pipeline.ask(Turn(question.text))
    sources = {each.doc: pipeline.document(each.doc) for each in answer.citations}
    right = tuple(is_right(each, sources[each.doc], question) for each in answer.citations)
    if verbose and answer.status == "answered" and not question.answerable:
        print(f"  answered: {question.text} -> {answer.answer[:200]!r}")
    elif verbose and answer.status != "answered" and question.answerable:
        print(f"  refused: {question.text}")
    for citation, fits in zip(answer.citations, right, strict=True):
        if verbose and not fits:
            print(f"  wrong: {question.text} -> {citation.doc} {citation.speaker}, {citation.reported_by}")
    by_others = sum(not _one_person(sources[each.doc].speaker, question.speaker) for each in answer.citations)
    return Outcome(question=question, answered=answer.status == "answered", right=right, reported_by_others=by_others)


def is_right(citation: Citation, source: Document, question: Question) -> bool:
    """Return whether a citation is what the asked speaker said, by what its document says of itself."""
    if not _one_person(citation.speaker, question.speaker):
        return False
    if question.year and not (source.published or "").startswith(question.year):
        return False
    if _one_person(source.speaker, question.speaker):
        return citation.reported_by is None or _one_person(citation.reported_by, question.speaker)
    return _one_person(citation.reported_by, source.speaker)


def _one_person(one: str | None, other: str | None) -> bool:
    """Return whether two names share the last word and do not contradict each other in the words before it."""
    if not one or not other:
        return False
    first, second = (re.findall(r"\w+", name.lower()) for name in (one, other))
    if first[-1:] != second[-1:]:
        return False
    return set(first) <= set(second) or set(second) <= set(first)


def figures(outcomes: Sequence[Outcome]) -> dict[str, float | int | None]:
    """Return how many questions there were, the share answered, and the share of citations that is right."""
    right = [each for outcome in outcomes for each in outcome.right]
    return {
        "questions": len(outcomes),
        "answered": _share(sum(each.answered for each in outcomes), len(outcomes)),
        "refused": _share(sum(not each.answered for each in outcomes), len(outcomes)),
        "citations": len(right),
        "right": _share(sum(right), len(right)),
        "reported_by_others": sum(each.reported_by_others for each in outcomes),
    }


def _share(part: int, whole: int) -> float | None:
    return round(part / whole, 3) if whole else None


if __name__ == "__main__":
    main()

"""Answerable pairs of question and passage -> near-misses that the passage does not answer.

The question is edited and the passage kept: a name, a number, a verb's negation, a word turned into its opposite, or a
year added that the passage does not give. Or the question is kept and another passage of the same document taken that
holds most of its words and not the answer. An edit is kept only where no sentence answers it by its words.
"""

from __future__ import annotations

import random
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

from index.text.stems import STOPWORDS

Pair = dict[str, Any]
_NAME = re.compile(r"(?<=[ (])[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*")
_NUMBER = re.compile(r"(?<![\w.])\d[\d,]*(?:\.\d+)?(?!\w)")
_YEAR = re.compile(r"(?:1\d|20)\d\d")
_AUXILIARY = re.compile(r"(?<= )(is|was|are|were|did|does|do|can|could|has|have|had|will|would|should)\b(?! not)")
_WHEN = re.compile(r"when|(?:in )?(?:what|which) year", re.IGNORECASE)
_OPPOSITES = (
    "first/last largest/smallest highest/lowest most/least more/fewer oldest/youngest before/after "
    "increase/decrease rose/fell northern/southern north/south eastern/western began/ended started/stopped won/lost "
    "supported/opposed accepted/rejected included/excluded old/new major/minor public/private above/below "
    "allowed/forbidden gained/lost upper/lower rich/poor strong/weak legal/illegal common/rare best/worst "
    "always/never built/demolished bought/sold internal/external safe/dangerous fast/slow modern/ancient "
    "known/unknown appointed/dismissed founded/dissolved"
)
OPPOSITE = {one: other for pair in _OPPOSITES.split() for one, other in (pair.split("/"), reversed(pair.split("/")))}
MOST_SHARED = 0.5
"""An edit is dropped where one sentence has the new word and more than this of the question's other words."""


def edits(pair: Pair, draw: random.Random) -> Iterator[tuple[str, str]]:
    """Yield (kind, question) for each way in which the pair's question can be made unanswerable."""
    question, passage = pair["question"], pair["context"]
    sentence = _sentence_of(passage, pair["answers"][0]["start"])
    yield from _replaced("entity", _NAME, pair, sentence, draw)
    yield from _replaced("number", _NUMBER, pair, sentence, draw)
    if found := _AUXILIARY.search(question):
        yield "negation", f"{question[: found.end()]} not{question[found.end() :]}"
    for word in re.findall(r"[a-z]+", question):
        if (other := OPPOSITE.get(word)) and other not in sentence.lower().split():
            yield "antonym", re.sub(rf"\b{word}\b", other, question, count=1)
            break
    if not _NUMBER.search(question) and not _WHEN.match(question):
        years = [each for each in _YEAR.findall(passage) if each not in sentence]
        if years or draw.random() < 0.15:
            year = draw.choice(years) if years else str(draw.randint(1850, 2015))
            yield "condition", f"{question.rstrip(' ?.')} {draw.choice(['in', 'before', 'after'])} {year}?"


def _replaced(
    kind: str, form: re.Pattern[str], pair: Pair, sentence: str, draw: random.Random
) -> Iterator[tuple[str, str]]:
    question, passage = pair["question"], pair["context"]
    asked = next((each for each in form.finditer(question) if each[0] in passage), None)
    if asked is None:
        return
    answers = {each["text"].lower() for each in pair["answers"]}
    others = [each for each in dict.fromkeys(form.findall(passage)) if each not in question and each not in sentence]
    fitting = [
        each
        for each in others
        if each.lower() not in answers
        and bool(_YEAR.fullmatch(each)) == bool(_YEAR.fullmatch(asked[0]))
        and _is_sound(question, asked[0], each, passage)
    ]
    if fitting:
        yield kind, question[: asked.start()] + draw.choice(fitting) + question[asked.end() :]


def _is_sound(question: str, old: str, new: str, passage: str) -> bool:
    rest = content(question) - content(old)
    for sentence in _sentences(passage):
        shared = len(rest & content(sentence)) / len(rest) if rest else 1.0
        if new in sentence and shared > MOST_SHARED:
            return False
    return True


def content(text: str) -> set[str]:
    """Return the words of a text that carry meaning, in small letters."""
    return {word for word in re.findall(r"[\w'-]+", text.lower()) if word not in STOPWORDS}


def _sentences(passage: str) -> list[str]:
    return re.split(r"(?<=[.!?])\s+", passage)


def _sentence_of(passage: str, offset: int) -> str:
    start = max(passage.rfind(mark, 0, offset) for mark in (". ", "! ", "? "))
    end = min((at for mark in (". ", "! ", "? ") if (at := passage.find(mark, offset)) >= 0), default=len(passage))
    return passage[start + 1 : end]


def other_passages(pairs: Sequence[Pair]) -> Iterator[Pair]:
    """Yield each question with the passage of its document that shares most of its words and not its answer."""
    by_title: dict[str, list[str]] = defaultdict(list)
    for each in pairs:
        if each["context"] not in by_title[each.get("title", "")]:
            by_title[each.get("title", "")].append(each["context"])
    words = {passage: content(passage) for found in by_title.values() for passage in found}
    for each in pairs:
        answers = [answer["text"].lower() for answer in each["answers"]]
        asked = content(each["question"])
        others = [
            passage
            for passage in by_title[each.get("title", "")]
            if passage != each["context"] and not any(answer in passage.lower() for answer in answers)
        ]
        if others:
            nearest = max(others, key=lambda passage: len(asked & words[passage]))
            yield _near_miss(each, "other passage", each["question"], nearest)


def _near_miss(pair: Pair, kind: str, question: str, passage: str) -> Pair:
    row = {"id": f"{pair['id']}-{kind}", "title": pair.get("title", ""), "made": kind, "source": "near-miss"}
    return {**row, "question": question, "context": passage, "answers": [], "impossible": True}


def near_misses(pairs: Sequence[Pair], seed: int) -> list[Pair]:
    """Return the near-misses of the answerable pairs, of every kind, in an order drawn by the seed."""
    draw = random.Random(seed)
    answerable = [each for each in pairs if not each["impossible"] and each["answers"]]
    rows = [_near_miss(each, kind, asked, each["context"]) for each in answerable for kind, asked in edits(each, draw)]
    rows += other_passages(answerable)
    draw.shuffle(rows)
    return rows


def counts(rows: Sequence[Pair]) -> dict[str, int]:
    """Return how many near-misses there are of each kind."""
    return dict(Counter(each["made"] for each in rows))

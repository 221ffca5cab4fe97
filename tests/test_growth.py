"""Time grows no faster than the text: of each regular expression, and of all that is done with what somebody adds.

Each is compared with itself in the same run, in CPU time, so that a busy machine changes nothing. The same over larger
texts and all shapes: `python -m benchmarks.speed.growth`.
"""

from __future__ import annotations

import pytest

from benchmarks.speed.awkward_text import SHAPES, Shape, own_shapes
from benchmarks.speed.growth import A_FLOOR, FLOORS, READING, Expression, expressions, growth, works
from index.attribution.attribute import analyse
from index.records import Document

SHORT = 400
"""Characters of the shorter text for an expression: 1,600 take over 2 ms with the square of their number."""
FEW = frozenset(["a", "A ", "Ana Ruiz ", " ", "\n", ".", "1", "(", "“", ", ", "— ", "a-"])
BOUNDED = {
    "index.transcripts.asides._RUNNING": "a line without its blanks",
    "index.transcripts.asides._LINES": "a line without its blanks",
    "index.transcripts.labels._HEARD": "a line's beginning, once a line",
    "index.transcripts.labels.ROLE": "a label's name, of 60 characters",
    "index.transcripts.narration._QUOTED": "600 characters from a mark of quotation",
    "index.transcripts.turns.ROLE": "a label's name, of 60 characters",
    "index.transcripts.label_names._WITNESS": "a text's head",
    "index.transcripts.label_names [(\\[]([^)\\]]+)[)\\]]": "what stands in brackets behind a label, 240 characters",
    "index.transcripts.labels._SHAPES": "a line's beginning, once a line",
    "index.transcripts.labels.CLOCK_LINE": "a line's beginning, once a line",
    "index.transcripts.labels.COLON": "a line's beginning, once a line",
    "index.transcripts.labels.DASH": "a line's beginning, once a line",
    "index.attribution.days.times._ELSEWHERE": "what stands beside a statement, 300 characters",
    "index.attribution.offices._BEFORE": "a phrase beside a name, 120 characters",
    "index.attribution.offices (?:(?:[A-Z][\\w’-]*|of|th": "what stands before a name, 90 characters",
    "index.dates.labelled_days._LABEL": "100 characters before a day, or a line of a text's head",
    "index.readers.pdf.hyphens._TAIL": "a line of a page, in a process with a time limit",
    "index.readers.pdf.layout._NUMBER": "a line of a page, in a process with a time limit",
    "index.readers.pdf.running_heads._PAGE_NUMBER": "a line of a page, in a process with a time limit",
    "index.readers.mail_replies (?:\\s+(?:hat|has|a|ha|am": "a piece of a line with single blanks",
    "index.readers.mail_replies \\s*(?:\\(.*\\)|via .*|on b": "a sender's name with single blanks",
    "index.transcripts.heads.speeches._STATED": "five lines of a text's head",
    "index.text.sentences._LAST_WORD": "24 characters before a full stop",
    "index.attribution.speaker_lookup._ISSUED": "1,000 characters before a statement",
    "rag.understand.answer_words._ASKED": "a question, 2,000 characters",
    "rag.understand.dates._FURTHER": "a question, 2,000 characters",
    "rag.understand.query._PUBLISHED": "a question, 2,000 characters",
    "rag.understand.broad.forms.FORMS": "a question, 2,000 characters",
    "rag.understand.documents.scope_words._FILE": "a question, 2,000 characters: 0.05 s at most",
    "rag.understand.documents.scope_words._SPEAKER_FORMS": "a question, 2,000 characters: 0.2 s at most",
    "rag.understand.plan.loose._ENDS": "a question, 2,000 characters: 0.07 s at most",
    "rag.understand.plan.parts._COMPARED": "a question, 2,000 characters",
    "index.senses.operators._RELATIVE": "each place is read to 400 characters on",
    "rag.write.writer._LINE": "a line of a model's answer",
    "rag.understand.dates._CONTENT": "a question, 2,000 characters",
    "rag.answer.differences._AUXILIARY_NOT": "a quotation that is asked about, or a sentence",
    "evals.quotes \\s*(?:''|[”\\\"’'])$": "a reference of an evaluation's own file",
    "evals.measures.wording \\s*\\[\\d+\\](?!\\()": "an answer of an evaluation's run",
    "rag.check.claims._SPOKE": "a sentence that is cited",
    "index.text.sentences._FIELD": "a line, of 300 characters",
    "index.text.sentences._MIDST": "a line, of 300 characters",
    "index.transcripts.heads.interviewed._ENDS_SENTENCE": "a word",
    "index.transcripts.heads.askers._ASKER": "a question's end, 160 characters",
    "rag.answer.languages.catalog._COUNTED": "a sentence of the program's own",
    "rag.answer.timeline._NAMED_WITHIN": "a sentence that is cited",
    "rag.rank.known_names._FULL_NAME": "a question, 2,000 characters",
    "rag.rank.lines.labels.LABELLED": "a line of a passage",
    "rag.rank.lines.headings._PRIZE": "a line above one of a passage",
    "rag.understand.documents.kinds._KINDS": "a question, 2,000 characters",
    "rag.understand.people.posts._FORMALLY": "a post that a question names",
    "rag.understand.plan.first_line._OPENINGS": "a question, 2,000 characters",
    "rag.understand.supposed.premise._SETTING": "a question, 2,000 characters",
    "index.attribution.days.other_sources._PATTERNS": "what stands beside a statement, 150 characters",
    "rag.answer.opening.deeds.doers._PLACED": "the subject of a sentence that is cited",
    "rag.answer.plan.all_speakers._NAME": "the topic of a question, 2,000 characters",
    "rag.understand.plan.compared._EACH": "a question, 2,000 characters",
    "rag.understand.plan.compared._COMPARED": "a question, 2,000 characters",
    "rag.understand.plan.opinions._FORMS": "a question, 2,000 characters",
    "rag.understand.plan.opinions._ENDS": "a question, 2,000 characters",
    "rag.understand.plan.minds._AND_WHY": "a question, 2,000 characters",
    "rag.understand.plan.over_times._FORMS": "a question, 2,000 characters",
    "rag.understand.plan.over_times._TWO_SPEECHES": "a question, 2,000 characters",
    "rag.understand.intent_patterns.FORMS": "a question, 2,000 characters",
    "index.transcripts.heads.talk_titles.QUOTED": "a quotation, 2,000 characters, from each mark on",
    "index.people.kin._GIVEN_BEFORE": "30 characters before a name",
    "index.transcripts.narration._BY_STAFF": "600 characters of a paragraph",
}
"""Expressions that may take the square of what they are given, and why that is never long."""


def measured(each: Expression) -> list[str]:
    shapes = [*(shape for shape in SHAPES if shape.unit in FEW and not shape.before), *own_shapes(each.pattern)]
    return [f"{each.where}: {shape}" for shape in shapes if all(_is_too_fast(each, shape) for _ in range(TIMES))]


TIMES = 4
"""What takes the square of its text does so each time; another process may take the processor away once or twice."""


def _is_too_fast(each: Expression, shape: Shape) -> bool:
    found = growth(each.where, each.over, shape, SHORT, 0.002)
    return found is not None and found.too_fast


PARTS = 4
"""All expressions together take longer than one test may."""


@pytest.mark.parametrize("part", range(PARTS))
def test_each_expression_grows_with_its_text(part: int) -> None:
    every = expressions()
    assert len(every) > 500
    assert len(SHAPES) >= 120
    assert [slow for each in every[part::PARTS] if each.where not in BOUNDED for slow in measured(each)] == []


@pytest.mark.parametrize("what", ["analysis", "passages", *(f"reading {suffix}" for suffix in READING)])
def test_what_is_done_with_a_text_grows_with_it(what: str) -> None:
    work = works()[what]
    work("Ana Ruiz said: “We go.”")
    # What a passage holds is bounded, which a short text of some shapes does not reach.
    long = what == "passages"
    length = 40_000 if long else 2_500
    shapes = [shape for shape in SHAPES if not long or shape.unit in FEW]
    found = [growth(what, work, shape, length, FLOORS.get(what, A_FLOOR)) for shape in shapes]
    assert [one for one in found if one and one.too_fast] == []


@pytest.mark.parametrize(
    "text",
    ["." * 160_000, "?!" * 80_000, "A" * 160_000, "Ana: a\n" * 23_000, "told her “a,” " * 11_400],
    ids=["full stops", "marks", "one word", "a label a line", "quotations of one sentence"],
)
def test_a_long_text_takes_seconds(text: str) -> None:
    short = Document("a.txt", "a.txt", "", "2031-01-01", None, None, None, text[: len(text) // 8], "0")
    long = Document("a.txt", "a.txt", "", "2031-01-01", None, None, None, text, "0")
    found = growth("analysis", lambda each: analyse(long if len(each) > 10 else short), _EIGHTH, 10, 0.05)
    # Eight times the text: with the square it would be 64.
    assert found is None or found.long < 20 * found.short


_EIGHTH = next(each for each in SHAPES if each.unit == ".")

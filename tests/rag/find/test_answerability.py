from dataclasses import replace

import pytest

from errors import SettingError
from rag.find.answerability import READ_STRICTNESS, STRICTNESS, SURE, decide
from rag.find.chance import probability
from rag.pipeline import Pipeline, over
from rag.records import Evidence, Mismatch, Query, Reading, Turn
from settings import Settings

NEAR = Evidence(
    document_id="one", start=0, end=9, score=0.9, coverage=1.0, cosine=0.7, late_interaction=0.7, passage_cosine=0.6
)
STRICT_READ = READ_STRICTNESS["balanced"]
FACT = Query(standalone="Who opened it?", kind="fact", topic="Who opened it", speaker=None)


def test_what_stands_against_the_evidence_lowers_the_chance() -> None:
    chance = probability(NEAR)
    for name in Mismatch._fields:
        assert probability(replace(NEAR, mismatch=Mismatch(**{name: 1.0}))) < chance


def test_a_stricter_level_answers_less() -> None:
    levels = list(STRICTNESS)
    evidence = [replace(NEAR, passage_cosine=share / 100) for share in range(0, 100, 5)]
    answered = [sum(decide(FACT, (), [each], level).answer for each in evidence) for level in levels]
    assert answered == sorted(answered, reverse=True)
    assert answered[0] > answered[1] > answered[2] > 0


def test_near_and_likely_evidence_goes_first_and_far_evidence_is_not_shown() -> None:
    doubtful = replace(NEAR, mismatch=Mismatch(number=1.0))
    likelier, farther = replace(NEAR, document_id="two", score=0.88), replace(NEAR, document_id="two", score=0.84)
    assert [each.document_id for each in decide(FACT, (), [doubtful, likelier]).evidence] == ["two", "one"]
    assert [each.document_id for each in decide(FACT, (), [doubtful, farther]).evidence] == ["one", "two"]
    assert [each.document_id for each in decide(FACT, (), [NEAR, likelier]).evidence] == ["one", "two"]
    assert [each.document_id for each in decide(FACT, (), [NEAR, farther]).evidence] == ["one"]
    in_order = decide(FACT, (), [doubtful, likelier], likelihood=0.0)
    assert [each.document_id for each in in_order.evidence] == ["one", "two"]


def test_nothing_found_is_never_enough() -> None:
    assert not decide(FACT, (), (), "lenient").answer


def test_the_level_is_a_setting(sample: Pipeline) -> None:
    question = Turn("What is the name of the envoy?")
    chances = {level: over(sample.store, Settings(strictness=level)).ask(question) for level in STRICTNESS}
    assert [each.status for each in chances.values()] == ["answered", "answered", "not_found"]


def test_a_level_that_there_is_not(sample: Pipeline) -> None:
    with pytest.raises(SettingError, match="'loose'; set one of lenient, balanced, strict"):
        over(sample.store, Settings(strictness="loose"))


def read(answerable: float, margin: float) -> Evidence:
    """Return evidence whose words and vectors say little, and what the reader makes of it."""
    near = replace(NEAR, coverage=0.2, passage_cosine=0.3, passage_late_interaction=0.5)
    return replace(near, reading=Reading(answerable, margin, 0, 9))


def test_what_is_surely_read_answers_in_other_words() -> None:
    sure, unsure = read(0.9, 1.5), read(0.9, -0.2)
    assert STRICT_READ > probability(sure) > STRICT_READ * SURE
    assert decide(FACT, (), [sure]).answer
    assert not decide(FACT, (), [unsure]).answer
    assert not decide(FACT, (), [sure], "strict").answer
    assert not decide(FACT, (), [replace(sure, mismatch=Mismatch(name=1.0))]).answer


@pytest.mark.parametrize(
    ("question", "answers"),
    [("Why is it shut?", True), ("What is wrong with it?", True), ("Which group is it of?", False)],
)
def test_of_open_questions_what_is_surely_read_answers(question: str, answers: bool) -> None:
    query = replace(FACT, standalone=question)
    assert decide(query, (), [read(0.9, 1.5)]).answer is answers


def test_the_words_that_were_read_are_shown_first_and_not_what_surrounds_them() -> None:
    holding = replace(read(4.0, 8.0), start=100, end=150)
    holding = replace(holding, reading=Reading(4.0, 8.0, 110, 120))
    around = replace(holding, start=10, end=60, score=holding.score + 0.15)
    leading = replace(around, start=70, end=99, speaker="Ada Holm")
    other = replace(holding, document_id="two")
    shown = decide(FACT, (), [around, holding, other]).evidence
    assert [(each.document_id, each.start) for each in shown] == [(holding.document_id, 100), ("two", 100)]
    assert leading in decide(FACT, (), [leading, replace(holding, speaker="Ada Holm")]).evidence


def test_what_is_very_surely_read_goes_before_what_is_too_unlikely() -> None:
    other = replace(read(1.0, 0.8), document_id="two", late_interaction=0.3, score=1.0)
    very_sure = replace(read(3.0, 6.0), document_id="three", late_interaction=0.3, score=0.1)
    assert not decide(FACT, (), [other]).answer
    decision = decide(FACT, (), [other, very_sure])
    assert decision.answer
    assert [each.document_id for each in decision.evidence] == ["three"]

"""A number, day or reason in a first line is one of what is asked; else the words are shown without such a line."""

from __future__ import annotations

import pytest

from rag.answer.opening.claims import bears
from rag.answer.opening.values import reason_line
from rag.check.cite import cite
from rag.pipeline import Pipeline
from rag.rank.evidence import as_evidence
from rag.records import Citation, Query, Turn
from tests.rag.conftest import Over, marked

TEXTS = {
    "rebuilt": "The mill was not rebuilt until 1951. Bombs had hit the street by the weir.",
    "hit": "The mill by the weir was hit by a bomb in 1941. It was not rebuilt.",
    "pointing": "The mill by the weir was hit by a bomb. That was in 1941.",
    "logo": "The logo cost nine thousand crowns. I have seen it reported as ninety.",
    "signs": "Signs for the new logo will cost 81,400 crowns with the tax included.",
    "started": "There were 240 applicants, and Dr. Orrin started in Lorn on 1 September 1977.",
    "inspected": "The inspection of 2022 was cancelled because of illness. The mayor repeated what she was told.",
    "resigned": "Mayor Brandt resigned because of the inquiry into the bridge.",
    "stepped down": "Mayor Brandt quit after the bridge fell because of illness in her family.",
}
NUMBERS = (
    ("When was the mill by the weir hit by the bomb?", "rebuilt", "1951", False),
    ("When was the mill by the weir hit by the bomb?", "hit", "1941", True),
    ("When was the mill by the weir hit by the bomb?", "pointing", "1941", True),
    ("How much did the new heron logo really cost when you include the tax?", "logo", "nine thousand", False),
    ("How much did the signs for the new logo cost with the tax?", "signs", "81,400", True),
    ("When did the new man start?", "started", "1 September 1977", True),
    ("When did they know that the doctor in Lorn was appointed?", "started", "1 September 1977", True),
    ("How many applicants were turned down?", "started", "240", False),
)


@pytest.fixture(scope="module")
def town(over: Over) -> Pipeline:
    return over({f"{name}.txt": text for name, text in TEXTS.items()})


def _cited(town: Pipeline, name: str) -> Citation:
    document = town.document(next(each for each in town.store.catalog.published() if each == f"{name}.txt"))
    whole = as_evidence(document, (0, len(document.text)), None, score=1.0, coverage=1.0)
    return cite([whole], town.store.catalog)[0]


@pytest.mark.parametrize(("question", "name", "value", "is_borne"), NUMBERS)
def test_a_value_is_one_of_what_is_asked(
    town: Pipeline, question: str, name: str, value: str, *, is_borne: bool
) -> None:
    citation = _cited(town, name)
    start = citation.text.index(value)
    query = Query(question, kind="fact", topic=question, speaker=None)
    assert bears(query, citation, (start, start + len(value))) is is_borne


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("inspected", None),
        ("resigned", "“because of the inquiry into the bridge”"),
        ("stepped down", "“because of illness in her family”"),
    ],
)
def test_a_reason_is_one_of_what_was_done(town: Pipeline, name: str, line: str | None) -> None:
    question = "Why did Mayor Brandt resign after the bridge inquiry?"
    found = reason_line(Query(question, kind="fact", topic=question, speaker=None), _cited(town, name), None)
    assert (found is None) if line is None else (found or "").startswith(line)


ISLAND = {
    "strike.txt": "“I am for the lads,” said the shopkeeper, Una Orrin. The island of Esk had no bread for a week.",
    "quay.txt": "The harbour master of Lorn is Odo Marr. He did not sign the letter of the crews against the quay.",
}


@pytest.mark.parametrize(
    "question",
    [
        "the woman who keeps the shop on the island of Esk, was she for the strikers?",
        "The harbour master of Lorn, did he sign the letter of the crews?",
        "the shopkeeper who spoke of the lads, is she for them?",
    ],
)
def test_whether_something_is_so_of_somebody_is_no_question_for_a_name(over: Over, question: str) -> None:
    assert ", says" not in over(ISLAND).ask(Turn(question)).opening


REPORT = {
    "report.txt": (
        "Report on the Lorn ferry\n\nChapter 3: The evening\n\n"
        "9. The owners had asked for guards at each quay. Four were promised; one came, Miss Halla Orrin, who was "
        "given no lamp. No blame attaches to Miss Orrin. She pulled three people out of the water.\n\n"
        "10. The boiler of the ferry was last inspected on 6 October 2021. The next inspection was cancelled because "
        "of illness. The harbour master was not told of this. He learned it from the papers.\n"
    )
}


@pytest.mark.parametrize(
    "question",
    [
        "Who pulled people out of the water at the Lorn ferry?",
        "When was the boiler of the ferry last inspected?",
        "Why was the inspection of the boiler cancelled?",
    ],
)
def test_a_numbered_paragraph_is_shown_without_its_chapter(over: Over, question: str) -> None:
    answer = over(REPORT).ask(Turn(question))
    assert answer.status == "answered"
    assert not any("Chapter 3" in each for each in marked(answer))
    assert len(marked(answer)[0].split()) < 50

from __future__ import annotations

import json
from pathlib import Path

import pytest

from rag.pipeline import Pipeline, open_pipeline
from rag.records import Answer, Turn
from tests.conftest import NewStore, indexed, pipeline_over, written
from tests.rag.conftest import Over

TEXT = (
    "date 2031-03-02 Vesk.\n\n"
    "“The harbour cost forty million crowns and took six years. It will bring three hundred jobs to the quarter. We "
    "have never been richer, and we will not sell the ferry,” Mayor Odran Tell said.\n\n"
    "“Nobody asked the fishermen,” Mira Quill told the Vesk Gazette. “They’ll lose their berths.”\n\n"
    "Engineer Palo Brandt said the bridge would close for nine weeks in summer.\n"
)


@pytest.fixture(scope="module")
def town(over_each_store: Over) -> Pipeline:
    return over_each_store({"harbour.txt": TEXT})


def checked(town: Pipeline, words: str, speaker: str = "Odran Tell") -> Answer:
    return town.ask(Turn(f"Did {speaker} say “{words}”?"))


@pytest.mark.parametrize(
    "words",
    [
        "The harbour cost forty million crowns and took six years.",
        "the harbour cost forty million crowns and took six years",
        "It will bring three\u00a0hundred jobs to the quarter",
        "cost forty million crowns",
        "The harbour cost forty million crowns … It will bring three hundred jobs",
    ],
)
def test_the_same_words_are_exact(town: Pipeline, words: str) -> None:
    answer = checked(town, words)
    assert (answer.status, answer.verdict, answer.difference) == ("answered", "exact", ())
    assert {each.speaker for each in answer.citations} == {"Odran Tell"}
    assert {each.check for each in answer.citations} == {"verified"}


@pytest.mark.parametrize(
    ("words", "difference"),
    [
        ("It will not bring three hundred jobs to the quarter", ("delete", "not", "")),
        ("The harbour cost fifty million crowns and took six years", ("replace", "fifty", "forty")),
        ("We have never been poorer, and we will not sell the ferry", ("replace", "poorer", "richer")),
        ("We have been richer, and we will not sell the ferry", ("insert", "", "never")),
        ("It will bring three hundred jobs the quarter", ("insert", "", "to")),
    ],
)
def test_one_changed_word_is_never_exact(town: Pipeline, words: str, difference: tuple[str, str, str]) -> None:
    answer = checked(town, words)
    assert (answer.status, answer.verdict) == ("answered", "altered")
    assert [tuple(part.strip(" ,.“”") for part in each) for each in answer.difference] == [difference]
    assert answer.to_json()["difference"] == [list(each) for each in answer.difference]
    assert answer.citations[0].check == "verified"


def test_a_gap_that_leaves_out_a_negation_is_not_exact(town: Pipeline) -> None:
    answer = checked(town, "We have … been richer, and we will … sell the ferry")
    assert answer.verdict != "exact"


def test_two_distant_pieces_joined_are_not_exact(town: Pipeline) -> None:
    answer = checked(town, "The harbour cost forty million crowns to the quarter")
    assert answer.verdict != "exact"


def test_words_on_both_sides_of_who_said_them_are_one_speakers(town: Pipeline) -> None:
    answer = checked(town, "Nobody asked the fishermen. They'll lose their berths.", "Mira Quill")
    assert (answer.verdict, answer.difference) == ("altered", (("insert", "", "Mira Quill told the Vesk Gazette"),))
    assert [(each.speaker, each.text, each.check) for each in answer.citations[:2]] == [
        ("Mira Quill", "Nobody asked the fishermen,", "verified"),
        ("Mira Quill", "They’ll lose their berths.", "verified"),
    ]


def test_words_over_two_paragraphs_of_a_speech_are_exact(new_store: NewStore, tmp_path: Path) -> None:
    record = {"id": "1", "speaker": "Odran Tell", "text": "We open the ferry today.\nIt will never close.\nThank you."}
    with pipeline_over({"speeches.jsonl": json.dumps(record)}, tmp_path, new_store) as pipeline:
        answer = checked(pipeline, "We open the ferry today. It will never close.")
    assert answer.verdict == "exact"
    assert {(each.speaker, each.check) for each in answer.citations} == {("Odran Tell", "verified")}


def test_words_of_somebody_else(town: Pipeline) -> None:
    answer = checked(town, "Nobody asked the fishermen")
    assert (answer.verdict, answer.citations[0].speaker) == ("other_speaker", "Mira Quill")
    assert "Not by Odran Tell" in answer.answer


def test_whether_it_was_somebody_who_said_words_is_asked_of_him(town: Pipeline) -> None:
    answer = town.ask(Turn("Was it Palo Brandt who said of the harbour “Nobody asked the fishermen”?"))
    assert answer.verdict == "other_speaker"
    assert "Not by Palo Brandt: these are words of Mira Quill." in answer.answer
    answer = town.ask(Turn("Was it Mira Quill who said “Nobody asked the fishermen”?"))
    assert answer.verdict == "exact"


def test_the_documents_own_words_are_nobodys_quotation(town: Pipeline) -> None:
    answer = checked(town, "the bridge would close for nine weeks in summer", "Palo Brandt")
    assert answer.verdict == "other_speaker"
    assert "the words are the document’s" in answer.answer


@pytest.mark.parametrize("words", ["every library should stay open until midnight", "zzz qqq", "a"])
def test_words_that_stand_nowhere(town: Pipeline, words: str) -> None:
    answer = checked(town, words)
    assert (answer.status, answer.verdict, answer.citations) == ("not_found", "not_found", ())


@pytest.mark.parametrize(
    ("question", "verdict", "said"),
    [
        ("Did Odran Tell say “cost forty million crowns” in May 2030?", "exact", "dated May 2030. Yes"),
        ("Did Odran Tell say “Nobody asked the fishermen” in 2029?", "other_speaker", "dated 2029. Not by Odran Tell"),
        ("Did Odran Tell say “every library should stay open until midnight” in 2029?", "not_found", "were not found"),
        ("Did Odran Tell say “cost forty million crowns” in March 2031?", "exact", "Yes"),
    ],
)
def test_words_of_another_day_than_the_asked_one_are_shown_as_that(
    town: Pipeline, question: str, verdict: str, said: str
) -> None:
    answer = town.ask(Turn(question))
    assert answer.verdict == verdict
    assert said in answer.answer
    assert ("Not found among" in answer.answer) == ("dated" in said)


def test_days_that_a_user_sets_are_kept(town: Pipeline) -> None:
    answer = town.ask(Turn("Did Odran Tell say “cost forty million crowns”?", since="2030-01-01", until="2030-12-31"))
    assert answer.verdict == "not_found"


def test_who_said_it(town: Pipeline) -> None:
    answer = town.ask(Turn("Who said “They'll lose their berths”?"))
    assert (answer.verdict, answer.citations[0].speaker) == ("exact", "Mira Quill")


def test_other_kinds_have_no_verdict(town: Pipeline, tmp_path: Path) -> None:
    answer = town.ask(Turn("What did Odran Tell say about jobs?"))
    assert (answer.verdict, answer.to_json()["verdict"], answer.to_json()["difference"]) == (None, None, [])


@pytest.mark.parametrize(
    ("words", "difference"),
    [
        ("the bridge would close for nineweeks in summer", ("replace", "nineweeks", "nine weeks")),
        ("the bridge would close for nine weeks in sum mer", ("replace", "sum mer", "summer")),
    ],
)
def test_two_words_written_as_one_are_near(town: Pipeline, words: str, difference: tuple[str, str, str]) -> None:
    assert checked(town, words, "Palo Brandt").difference == (difference,)


def test_the_nearest_wording_does_not_depend_on_what_was_indexed_first(new_store: NewStore, tmp_path: Path) -> None:
    """Berth 4 and berth 9 are as near to what was asked; after another order of arrival the answer is the same."""
    answers = []
    for order in ((4, 9), (9, 4)):
        folder = tmp_path / f"{order[0]}"
        settings = new_store(tmp_path / f"store-{order[0]}")
        for berth in order:
            text = f"date 2031-03-02 Vesk.\n\n“At berth {berth} there are 267 boats,” Mayor Odran Tell said.\n"
            indexed(written(folder, {f"berth-{berth}.txt": text}), settings)
        pipeline = open_pipeline(settings)
        answers.append({**checked(pipeline, "At berth 6 there are 242 boats").to_json(), "elapsed_ms": 0})
        pipeline.close()
    assert answers[0]["verdict"] == "altered"
    assert answers[0] == answers[1]

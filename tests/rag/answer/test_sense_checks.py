"""A quotation check tells in what sense the words stand, and never confirms a cut that says the opposite."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from index import sync
from rag.check import evidence_pack, recheck, verify
from rag.pipeline import Pipeline
from rag.records import Answer, Segment, Turn
from settings import Settings
from tests.conftest import pipeline_over
from tests.index.senses.test_sense import rows
from tests.rag.conftest import Over, quote_checked, unsure_between

VESK = (
    "date 2031-03-02 Vesk.\n\n"
    "Mayor Palo Brandt told the council: “I never said that the harbour should close. We will keep the ferry.”\n\n"
    "“We do not want a second bridge over the Lenn,” engineer Mira Quill said.\n\n"
    "“If the ice holds, the trucks will cross on foot of the hill,” Quill added.\n\n"
    "“Mr. Brandt’s answer to the offer of a boat – ‘I need sand, not a ride’ – will be remembered in Vesk,” said Ilse "
    "Corvin.\n"
)


@pytest.fixture(scope="module")
def town(over: Over) -> Pipeline:
    return over({"vesk.txt": VESK})


@pytest.fixture(scope="module")
def table(over: Over) -> Pipeline:
    return over({f"{row['id']}.txt": f"{row['text']}\n" for row in rows()[::2]})


def confirmed(answer: Answer) -> bool:
    """Return whether the answer says that the words were said, plainly."""
    return answer.answer.startswith("Yes") or (answer.verdict == "exact" and answer.citations[0].sense == "plain")


# Every second one, for the time that a whole answer takes; tests/index/senses/test_sense.py reads all cuts.
@pytest.mark.parametrize("row", rows()[::2], ids=lambda row: row["id"])
def test_the_table_of_senses(table: Pipeline, row: dict[str, Any]) -> None:
    answer = quote_checked(table, row["cut"], row["speaker"], f"{row['id']}.txt")
    assert {each.check for each in answer.citations} == {"verified"}
    assert confirmed(answer) == (row["sense"] == "plain")
    assert row["sense"] != "plain" or answer.verdict == "exact"


def test_a_cut_under_a_denial_is_shown_with_its_whole_sentence(town: Pipeline) -> None:
    answer = quote_checked(town, "the harbour should close", "Palo Brandt")
    assert (answer.verdict, answer.citations[0].sense) == ("exact", "denied")
    assert answer.citations[0].text == "the harbour should close"
    assert answer.answer.startswith(
        "These exact words stand there, but under a denial: “the harbour should close” [1]."
    )
    assert "“I never said that the harbour should close.” [2]" in answer.answer


def test_the_sentence_with_its_negation_is_plain(town: Pipeline) -> None:
    answer = quote_checked(town, "I never said that the harbour should close", "Palo Brandt")
    assert (answer.verdict, answer.citations[0].sense) == ("exact", "plain")
    assert answer.answer.startswith("Yes, word for word.")


def test_the_sample_does_not_want_wars(sample: Pipeline) -> None:
    answer = quote_checked(sample, "want any wars and conflicts", "Lukashenko")
    assert (answer.verdict, answer.citations[0].sense) == ("exact", "denied")
    assert not answer.answer.startswith("Yes")


@pytest.mark.parametrize(
    ("words", "how"),
    [
        ("We do want a second bridge over the Lenn", "leaves out a negation"),
        ("We want a second bridge over the Lenn", "leaves out a negation"),
        ("We will not keep the ferry", "adds a negation"),
    ],
)
def test_words_that_lose_or_gain_a_negation_are_altered_in_sense(town: Pipeline, words: str, how: str) -> None:
    answer = quote_checked(town, words, "Palo Brandt" if "ferry" in words else "Mira Quill")
    assert answer.verdict == "altered"
    assert answer.answer.startswith(f"Altered in sense: the question {how}.")


def test_a_question_and_a_condition_are_shown_as_such(town: Pipeline) -> None:
    answer = quote_checked(town, "the trucks will cross", "Mira Quill")
    assert (answer.verdict, answer.citations[0].sense) == ("exact", "conditional")
    assert answer.answer.startswith("These exact words stand there, but under a condition.")


def test_where_the_words_also_stand_plainly_that_place_leads(tmp_path: Path) -> None:
    denied = "Palo Brandt told the Echo: “Nobody says that the dam is safe.”\n"
    plain = "Palo Brandt told the Gazette: “Be calm: the dam is safe.”\n"
    with pipeline_over({"a.txt": denied, "b.txt": plain}, tmp_path) as pipeline:
        answer = quote_checked(pipeline, "the dam is safe", "Palo Brandt")
        assert (answer.verdict, answer.citations[0].doc, answer.citations[0].sense) == ("exact", "b.txt", "plain")


def test_words_of_the_asked_speaker_that_another_quotes_are_as_reported_by_him(town: Pipeline) -> None:
    answer = quote_checked(town, "I need sand, not a ride", "Palo Brandt")
    assert "as reported by Ilse Corvin" in answer.answer
    assert "Not by" not in answer.answer
    assert answer.citations[0].sense == "reported"


@pytest.mark.parametrize("speaker", ["Palo Brandt", "Mira Quill"])
def test_an_unsure_speaker_is_not_confirmed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, speaker: str) -> None:
    monkeypatch.setattr(sync, "analysed", unsure_between("Palo Brandt", "Mira Quill"))
    text = "Palo Brandt met Mira Quill. “The dam is safe and the pumps are new,” Brandt said.\n"
    with pipeline_over({"a.txt": text}, tmp_path) as pipeline:
        answer = quote_checked(pipeline, "The dam is safe and the pumps are new", speaker)
        assert answer.verdict != "exact"
        assert answer.answer.startswith("Speaker unsure: Palo Brandt or Mira Quill.")


def test_an_answer_tells_a_sense_that_its_words_do_not_show(tmp_path: Path) -> None:
    text = "Palo Brandt denied that “the lottery of Vesk was ever rigged by the clerks of the town hall.”\n"
    with pipeline_over({"a.txt": text}, tmp_path) as pipeline:
        answer = pipeline.ask(Turn("What did Palo Brandt say about the lottery?"))
        senses = {each.sense for each in answer.citations}
        assert "denied" not in senses or "under a denial" in answer.answer


@pytest.mark.parametrize(
    ("text", "stands"),
    [
        ("Mira Quill said that the trucks will cross the hill on foot [1].", False),
        ("Mira Quill said that the trucks will cross if the ice holds [1].", True),
    ],
)
def test_a_draft_must_carry_the_sense_of_what_it_cites(town: Pipeline, text: str, stands: bool) -> None:
    citations = quote_checked(town, "the trucks will cross", "Mira Quill").citations
    assert citations[0].sense == "conditional"
    draft = verify.draft(text, citations, town.store.catalog)
    assert any(each.claim == "sense" for each in draft.findings) is not stands


def test_a_citation_with_another_sense_than_the_stored_one_is_altered(town: Pipeline) -> None:
    citations = quote_checked(town, "the harbour should close", "Palo Brandt").citations
    planted = [replace(citations[0], sense="plain")]
    assert [each.check for each in verify.checked(planted, town.store.catalog)] == ["altered"]


def test_a_pack_from_before_senses_were_kept_is_verified(town: Pipeline, tmp_path: Path) -> None:
    answer = quote_checked(town, "the harbour should close", "Palo Brandt").to_json()
    for each in answer["citations"]:
        del each["sense"]
    path = tmp_path / "pack.json"
    evidence_pack.write(evidence_pack.packed([answer], Settings()), path)
    results = recheck.rechecked(recheck.read(path), recheck.in_catalog(town.store.catalog))
    assert {each.state for each in results} == {"holds"}


def test_the_sense_is_in_every_form_of_an_answer(town: Pipeline, tmp_path: Path) -> None:
    answer = quote_checked(town, "the harbour should close", "Palo Brandt").to_json()
    assert answer["citations"][0]["sense"] == "denied"
    for name in ("pack.md", "pack.html", "pack.csv", "pack.json"):
        evidence_pack.write(evidence_pack.packed([answer], Settings()), tmp_path / name)
        assert "denied" in (written := (tmp_path / name).read_text(encoding="utf-8")) or "under a denial" in written
    assert json.loads((tmp_path / "pack.json").read_text(encoding="utf-8"))["answers"][0]["citations"][0]["sense"]


def test_segments_are_quoted_from_their_citations(town: Pipeline) -> None:
    answer = quote_checked(town, "the harbour should close", "Palo Brandt")
    assert all(
        each.text in each.citation.text for each in answer.segments if isinstance(each, Segment) and each.citation
    )


INTERRUPTED = (
    "date 2031-03-02 Vesk.\n\n"
    "“Without these,” Mira Quill said, “the mill will lose access to the river.”\n\n"
    "“No,” said Odo Lask, the mayor of Vesk, “we keep the ferry for the poor.”\n\n"
    "“I never told them,” Ilse Corvin said, “that the school would move.”\n\n"
    "“I said 412,000 and I was wrong,” Bettina Marsh said. “The figure is 386,000.”\n\n"
    "“The dam holds 40 million litres,” Ada Holt told the council on Monday. Holt later withdrew the figure.\n"
)


@pytest.fixture(scope="module")
def interrupted(over: Over) -> Pipeline:
    return over({"vesk.txt": INTERRUPTED})


@pytest.mark.parametrize(
    ("speaker", "words", "sense"),
    [
        ("Mira Quill", "Without these, the mill will lose access to the river", None),
        ("Mira Quill", "the mill will lose access to the river", "condition"),
        ("Odo Lask", "we keep the ferry for the poor", None),
        ("Ilse Corvin", "I never told them that the school would move", None),
        ("Ilse Corvin", "the school would move", "denial"),
        ("Bettina Marsh", "I said 412,000", "denial"),
        ("Bettina Marsh", "The figure is 386,000", None),
        ("Ada Holt", "The dam holds 40 million litres", "denial"),
    ],
)
def test_what_stands_in_another_piece_or_sentence(
    interrupted: Pipeline, speaker: str, words: str, sense: str | None
) -> None:
    answer = quote_checked(interrupted, words, speaker)
    assert answer.verdict == "exact"
    assert answer.answer.startswith("Yes") if sense is None else f"under a {sense}" in answer.answer

"""Runs over invented papers: what they record, how they compare, what ablations change."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from errors import GoldError
from evals import ablate, compare, run
from evals.gold import Gold, of_rows
from evals.gold import located as placed
from rag.pipeline import Pipeline
from settings import Settings

HARBOUR, BRIDGE = "2031-03-02-harbour.txt", "2031-04-11-bridge.md"
QUESTIONS: list[dict[str, Any]] = [
    {
        "qid": "harbour",
        "question": "What did Odran Tell say about the harbour?",
        "type": "statement",
        "kind": "statements",
        "speaker": "Odran Tell",
        "said_on": "2031-03-02",
        "evidence": [{"doc_id": HARBOUR, "quote": "The harbour cost forty million crowns and took six years,"}],
    },
    {
        "qid": "bearings",
        "question": "And about the bearings?",
        "history": ["What did Palo Brandt say about the bridge?"],
        "type": "follow-up",
        "kind": "statements",
        "speaker": "Palo Brandt",
        "evidence": [{"doc_id": BRIDGE, "quote": "The bearings are worn out."}],
    },
    {"qid": "airport", "question": "What did Odran Tell say about the airport?", "type": "absent", "answerable": False},
]


def questions(pipeline: Pipeline, rows: list[dict[str, Any]] = QUESTIONS) -> tuple[Gold, ...]:
    loaded = of_rows([(f"line {number}", row) for number, row in enumerate(rows, 1)])
    ids = [each.id for each in pipeline.store.catalog.documents()]
    return placed(loaded, ids, run.texts_of(pipeline)).checked(Path("gold.jsonl"))


def results(pipeline: Pipeline, ask: run.Ask | None = None, name: str = "a run") -> dict[str, Any]:
    started = run.now()
    found, complete = run.asked(questions(pipeline), ask or run.asking(pipeline), lambda count: None)
    about = run.described(pipeline, Settings(), name, Path("gold.jsonl"))
    return run.results(about, found, run.texts_of(pipeline), started, complete)


def test_a_run_records_what_was_asked_cited_and_expected(gazette: Pipeline, tmp_path: Path) -> None:
    found = results(gazette)
    assert {row["qid"]: row["right"] for row in found["questions"]} == dict.fromkeys(
        ("harbour", "bearings", "airport"), True
    )
    first = found["questions"][0]
    assert first["expected"]["evidence"][0]["text"] == "The harbour cost forty million crowns and took six years,"
    assert first["citations"][0]["speaker"] == "Odran Tell"
    assert 0 < first["probability"] <= 1
    assert first["passages"]
    assert all(each["text"] and len(each["text"]) <= run.CHARACTERS for each in first["passages"])
    about = found["run"]
    assert (about["documents"], about["questions"], about["complete"], about["without"]) == (2, 3, True, [])
    figures = {each["name"]: each["value"] for each in found["metrics"]}
    assert figures["right"] == figures["quotation_fidelity"] == figures["citation_verbatim"] == 1.0
    assert [each["type"] for each in found["types"]] == ["absent", "follow-up", "statement"]
    assert len(found["curves"]["recall"]) == 10
    assert found["curves"]["latency_ms"] == sorted(row["elapsed_ms"] for row in found["questions"])
    path = run.write(found, tmp_path / "run")
    assert run.load(tmp_path / "run") == run.load(path) == found


def test_a_crash_is_a_result_of_its_question(gazette: Pipeline) -> None:
    def ask(gold: Gold) -> Mapping[str, Any]:
        if gold.qid == "harbour":
            raise ValueError("no such thing")
        return run.asking(gazette)(gold)

    found = results(gazette, ask)
    assert [row["error"] for row in found["questions"]] == ["ValueError: no such thing", None, None]
    figures = {each["name"]: (each["value"], each["count"]) for each in found["metrics"]}
    assert figures["right"] == (pytest.approx(2 / 3, abs=1e-6), 3)
    assert figures["span_recall@10"] == (0.5, 2)
    assert found["curves"]["recall"][9] == [10, 0.5, 0.5]


def test_a_stopped_run_keeps_what_was_asked(gazette: Pipeline) -> None:
    def ask(gold: Gold) -> Mapping[str, Any]:
        if gold.qid == "airport":
            raise KeyboardInterrupt
        return run.asking(gazette)(gold)

    found = results(gazette, ask)
    assert found["run"]["complete"] is False
    assert [row["qid"] for row in found["questions"]] == ["harbour", "bearings"]


@pytest.mark.parametrize("content", [None, "{", "[]", '{"run": {}}'])
def test_no_results_are_named(tmp_path: Path, content: str | None) -> None:
    if content is not None:
        (tmp_path / "results.json").write_text(content, encoding="utf-8")
    with pytest.raises(GoldError, match="name the results.json of a run"):
        run.load(tmp_path)


def test_what_changed_between_two_runs(gazette: Pipeline) -> None:
    before = results(gazette, run.asking(ablate.without(gazette, ["history"])), "before")
    after = results(gazette, name="after")
    found = compare.compared(before, after)
    assert [row["qid"] for row in found["to_right"]] == ["bearings"]
    assert found["to_wrong"] == []
    right = next(each for each in found["metrics"] if each["name"] == "right")
    assert (right["before"], right["after"]) == (pytest.approx(2 / 3, abs=1e-6), 1.0)
    assert right["difference"] == pytest.approx(1 / 3, abs=1e-6)
    assert (right["better"], right["significant"], right["count"]) == (True, False, 3)
    text = compare.as_text(found)
    assert "before -> after, 3 questions" in text
    assert "Wrong before, right now: 1\n  bearings" in text


def test_a_change_beyond_chance_is_significant(gazette: Pipeline) -> None:
    after = results(gazette)
    row = after["questions"][0]
    wrong = {**row, "right": False, "values": {**row["values"], "right": 0.0}}
    many = {**after, "questions": [{**row, "qid": str(number)} for number in range(40)]}
    worse = {**after, "questions": [{**(wrong if number < 10 else row), "qid": str(number)} for number in range(40)]}
    right = next(each for each in compare.compared(many, worse)["metrics"] if each["name"] == "right")
    assert (right["difference"], right["significant"], right["better"]) == (-0.25, True, False)


def test_runs_of_other_questions_do_not_compare(gazette: Pipeline) -> None:
    one = results(gazette)
    with pytest.raises(GoldError, match="none of these questions"):
        compare.compared(one, {**one, "questions": [{**one["questions"][0], "qid": "other"}]})


def test_without_history_a_follow_up_stands_alone(gazette: Pipeline) -> None:
    follow_up = questions(gazette)[1]
    alone = run.asking(ablate.without(gazette, ["history"]))(follow_up)
    assert alone["standalone"] == "And about the bearings?"


def test_without_the_decision_everything_is_answered(gazette: Pipeline) -> None:
    absent = Gold("1", "Who won the regatta?")
    assert run.asking(gazette)(absent)["status"] == "not_found"
    assert run.asking(ablate.without(gazette, ["decide"]))(absent)["status"] == "answered"


def test_without_the_speaker_anybody_is_cited(gazette: Pipeline) -> None:
    absent = Gold("1", "What did Mira Quill say the harbour cost?")
    answer = run.asking(ablate.without(gazette, ["speaker", "decide"]))(absent)
    assert answer["scope"]["filters"] == {}
    assert "Odran Tell" in {each["speaker"] for each in answer["citations"]}


def test_retrieval_by_one_kind_of_score(gazette: Pipeline) -> None:
    nonsense = Gold("1", "What did Brandt do to a zyxwv?")
    assert run.asking(ablate.without(gazette, ["lexical"]))(nonsense)["passages"]
    unknown = replace(nonsense, question="zyxwv qwrtz")
    assert run.asking(ablate.without(gazette, ["lexical"]))(unknown)["passages"]
    assert run.asking(ablate.without(gazette, ["vector"]))(unknown)["passages"] == []
    worded = run.asking(ablate.without(gazette, ["vector"]))(Gold("1", "Which bearings are worn out?"))
    assert worded["passages"][0]["doc"] == BRIDGE


def test_without_rank_the_passages_keep_the_order_of_retrieval(gazette: Pipeline) -> None:
    asked = questions(gazette)[0]
    query = gazette.understand(run.turn_of(asked))
    retrieved = gazette.retrieve(query, gazette.weigh(query)).candidates
    kept = run.asking(ablate.without(gazette, ["rank"]))(asked)["passages"]
    assert [(each["doc"], each["start"]) for each in kept] == [(each.document_id, each.start) for each in retrieved]


def test_a_run_tells_no_password(gazette: Pipeline) -> None:
    secret = replace(Settings(), chroma_api_key="hush-1", service_key="hush-2", catalog_url="postgresql://a:hush-3@b/c")
    about = run.described(gazette, secret, "run", Path("gold.jsonl"))
    assert about.settings
    assert "strictness" in about.settings
    assert "hush" not in str(about)

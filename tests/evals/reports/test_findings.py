from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from errors import GoldError
from evals.reports import findings
from tests.evals.reports.invented_run import HARBOUR, citation, comparison, question, results


@pytest.mark.parametrize(
    ("share", "shown"),
    [(None, "–"), (0.0, "0 %"), (1.0, "100 %"), (0.923, "92.3 %"), (0.99999, "99.9 %"), (0.0001, "<0.1 %")],
)
def test_a_share_that_is_not_whole_does_not_read_as_whole(share: float | None, shown: str) -> None:
    assert findings.percent(share).replace(findings.SPACE, " ") == shown


@pytest.mark.parametrize(
    ("name", "value", "shown"),
    [
        ("citation_f1", 0.5, "0.500"),
        ("quotation_fidelity", 0.99999, "0.999"),
        ("latency_p95", 133.9, "134 ms"),
        ("latency_p95", 2345.0, "2.3 s"),
        ("tokens", 1234.0, "1,234"),
        ("cost", 0.0123, "$0.0123"),
        ("right", None, "–"),
    ],
)
def test_a_figure_is_shown_in_its_unit(name: str, value: float | None, shown: str) -> None:
    assert findings.shown({"name": name}, value).replace(findings.SPACE, " ") == shown


def test_the_verdicts_come_in_their_order_and_say_whether_promises_are_kept() -> None:
    found = findings.headlines(results())
    assert [(each.title, each.tone) for each in found] == [
        ("Right", "plain"),
        ("Misattributed", "good"),
        ("Quotation fidelity", "good"),
        ("Wrongly refused", "plain"),
    ]
    assert found[0].detail.startswith("2 of 4 questions")
    assert found[3].detail == "1 of 4 questions that the documents answer"


def test_broken_promises_are_named() -> None:
    broken = results()
    broken["metrics"][1]["value"], broken["metrics"][2]["value"] = 0.25, 0.98
    _, misattributed, fidelity, _ = findings.headlines(broken)
    assert (misattributed.tone, fidelity.tone) == ("bad", "bad")
    assert misattributed.detail.startswith("1 of 4 answers")


def test_metrics_without_a_value_are_left_out_and_unknown_groups_come_last() -> None:
    metrics = [{**each, "group": "odd"} if each["name"] == "right" else each for each in results()["metrics"]]
    groups = [(heading, [each["name"] for each in found]) for heading, found in findings.grouped(metrics)]
    assert [heading for heading, _ in groups] == ["Attribution", "Quotation", "Abstention", "Latency and cost", "Odd"]
    assert groups[2][1] == ["false_refusal_rate"]


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({"error": "ValueError"}, "the question failed with an error"),
        ({"status": "not_found"}, "refused, though the documents answer it"),
        ({"answerable": False}, "answered, though the documents do not answer it"),
        ({"values": {"verdict_accuracy": 0.0}}, "the check came to another verdict"),
        ({"values": {"kind_accuracy": 0.0}, "kind": "fact"}, "understood as fact, not as statements"),
        ({"values": {"evidence_cited@3": 0.0}}, "none of the first three citations shows the evidence"),
        ({"values": {"speaker_accuracy": 0.0}}, "the evidence is not given to its speaker"),
        ({"values": {}}, "the expected answer is not in it"),
    ],
)
def test_a_failed_question_says_why(changed: dict[str, Any], reason: str) -> None:
    assert findings.reasons(question("1", False, **changed)) == [reason]


def test_parts_and_yes_or_no_are_told_and_explain_a_failure() -> None:
    failed = question("1", False, values={})
    failed["expected"] |= {"yes_no": "no", "missing": ["Quill"]}
    assert findings.reasons(failed) == ["opens with the opposite of no"]
    failed["expected"]["evidence"][0]["part"] = "Tell"
    assert findings.reasons(failed) == [
        "a part of the question is not shown with its evidence, or not said to have none"
    ]
    assert findings.expectations(failed)[-4:-1] == [
        "In a word: no",
        "Each part with its evidence: Tell",
        "Said to have nothing: Quill",
    ]


@pytest.mark.parametrize(
    ("start", "end", "doc", "shows"),
    [
        (0, 100, None, False),
        (0, 101, None, True),
        (126, 130, None, True),
        (127, 130, None, False),
        (100, 127, "b", False),
    ],
)
def test_a_span_shows_the_evidence_where_it_overlaps_it(start: int, end: int, doc: str | None, shows: bool) -> None:
    span = citation(start=start, end=end, doc=doc or HARBOUR)
    assert findings.shows_evidence(question("1", False), span) is shows


def test_evidence_that_is_a_document_is_shown_by_any_of_its_words() -> None:
    whole = question("1", False)
    whole["expected"]["evidence"] = [{"doc_id": citation()["doc"], "start": None, "end": None, "text": ""}]
    assert findings.shows_evidence(whole, citation(start=900, end=901))


def test_where_the_evidence_was_reached() -> None:
    found = question("1", False)
    far = {**found["passages"][0], "start": 500, "end": 600}
    assert findings.reached({**found, "passages": [far, found["passages"][0]]}) == "first evidence at rank 2"
    assert findings.reached({**found, "passages": [far]}) == "no evidence among the first 1"
    assert findings.reached({**found, "expected": {"evidence": []}}) is None


def test_significant_changes_come_first_and_say_what_they_mean() -> None:
    found = findings.changes(comparison())
    assert [(each["name"], findings.meaning(each)) for each in found] == [
        ("right", "better"),
        ("misattribution_rate", "worse"),
        ("auroc", "no clear difference"),
    ]
    assert [findings.signed(each, each["difference"]) for each in found] == ["+0.250", "+0.250", "±0.000"]


def test_a_source_names_the_teller_only_where_it_is_another() -> None:
    assert findings.source(citation(reported_by="Odran Tell"))[0] == "Mira Quill, as reported by Odran Tell"
    assert findings.source(citation(reported_by="Mira Quill"))[0] == "Mira Quill"
    assert findings.source(citation(speaker=None))[0] == "the document’s own words"


def test_control_characters_and_lone_surrogates_are_no_text() -> None:
    assert findings.clean("a\x1b[2Jb\x00\x9b\ud800c\n\td") == "a\ufffd[2Jb\ufffd\ufffd?c\n\td"


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"run": {}, "metrics": {}, "questions": []}', "\x00"])
def test_what_is_no_run_is_a_message(tmp_path: Path, text: str) -> None:
    path = tmp_path / "results.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(GoldError, match=r"results\.json"):
        findings.read(path)
    with pytest.raises(GoldError, match="cannot be read"):
        findings.read(tmp_path / "none.json")


def test_a_run_is_read_as_it_was_written(tmp_path: Path) -> None:
    path = tmp_path / "results.json"
    path.write_text(json.dumps(results()), encoding="utf-8")
    assert findings.read(path) == results()

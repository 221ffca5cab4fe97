"""The shipped gold set: every quotation stands in the sample document, and every kind of question is there."""

from __future__ import annotations

import json
from collections import Counter
from datetime import date
from typing import Any, get_args

import pytest

from rag.pipeline import Pipeline
from rag.records import Kind
from tests.conftest import ROOT

GOLD = ROOT / "evals" / "gold" / "sample.jsonl"
TYPES = set(
    """statement fact nested role keyword misspelt follow_up quote_check_exact quote_check_altered quote_check_invented
    quote_check_wrong_speaker dated list count timeline absent_topic absent_speaker wrong_speaker false_premise
    off_topic""".split()
)
# Ways in which people ask one thing or several, answerable or not.
WAYS = set(
    """several_parts paraphrase position yes_no reason change broad other_language loose catalog
    contradicted_premise""".split()
)
# Asked of the documents themselves: no sentence of theirs is the evidence.
OF_THE_DOCUMENTS = {"catalog", "broad"}
# More than one kind of answer serves these.
OF_ANY_KIND = {"keyword", "fact", "follow_up"} | WAYS
REFUSED = {"absent_topic", "absent_speaker", "wrong_speaker", "false_premise", "off_topic", "quote_check_invented"}
VERDICTS = {"exact": "exact", "altered": "altered", "invented": "not_found", "wrong_speaker": "other_speaker"}


def rows() -> list[dict[str, Any]]:
    return [json.loads(line) for line in GOLD.read_text(encoding="utf-8").splitlines()]


def by_id(row: dict[str, Any]) -> str:
    return str(row["qid"])


def test_there_are_enough_questions_of_every_kind() -> None:
    counts = Counter(row["type"] for row in rows())
    assert set(counts) == TYPES | WAYS
    assert sum(counts.values()) >= 60
    assert min(counts.values()) >= 3
    assert min(counts[each] for each in WAYS) >= 5


def test_no_question_is_asked_twice() -> None:
    assert len({row["qid"] for row in rows()}) == len(rows())
    asked = Counter((row["question"], tuple(row["history"]), row.get("since"), row.get("until")) for row in rows())
    assert asked.most_common(1)[0][1] == 1


@pytest.mark.parametrize("row", rows(), ids=by_id)
def test_every_quotation_stands_in_its_document_once(row: dict[str, Any], sample: Pipeline) -> None:
    for evidence in row["evidence"]:
        assert sample.document(evidence["doc_id"]).text.count(evidence["quote"]) == 1
    assert len({each["quote"] for each in row["evidence"]}) == len(row["evidence"])


@pytest.mark.parametrize("row", rows(), ids=by_id)
def test_a_row_agrees_with_itself(row: dict[str, Any]) -> None:
    assert row["question"].strip()
    assert row.get("kind") in get_args(Kind) or (row["type"] in OF_ANY_KIND and "kind" not in row)
    assert row["answerable"] == bool(row["answers"])
    assert row["answerable"] == bool(row["evidence"]) or row["type"] in OF_THE_DOCUMENTS
    parts = {each.get("part") for each in row["evidence"]}
    assert (None not in parts and len(parts) + len(row.get("missing", ())) > 1) or parts <= {None}
    if row["type"] in REFUSED:
        assert not row["answerable"]
    if not row["answerable"]:
        assert row["speaker"] is None
        assert "said_on" not in row
    for name in ("since", "until", "said_on"):
        if name in row:
            date.fromisoformat(row[name])


@pytest.mark.parametrize("row", [row for row in rows() if row["type"].startswith("quote_check")], ids=by_id)
def test_a_quote_check_has_the_verdict_that_the_document_gives(row: dict[str, Any], sample: Pipeline) -> None:
    """Exact words and words of somebody else stand in the document; altered and invented words do not."""
    kind = row["type"].removeprefix("quote_check_")
    assert row["verdict"] == VERDICTS[kind]
    assert row["kind"] == "quote_check"
    asked = row["question"].replace("“", '"').replace("”", '"').split('"')[1]
    stands = any(asked in sample.document(each.id).text for each in sample.store.catalog.documents())
    assert stands == (kind in {"exact", "wrong_speaker"})
    if kind == "altered":
        assert _changed_words(asked, row["answers"][0]) == 1


def _changed_words(asked: str, true: str) -> int:
    """Return how many words differ; without their full stops, as many words on either side."""
    pairs = zip(asked.rstrip(".").split(), true.rstrip(".").split(), strict=True)
    return sum(one != other for one, other in pairs)

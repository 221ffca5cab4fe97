from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from evals.__main__ import main
from evals.quotes import evaluated
from index.records import Document, Statement
from index.text.sentences import overlap

TEXT = "“We shall build the harbour again,” Mira Quill said. Odran Tell said that it would cost too much money."
QUOTED = (1, TEXT.index("”"))
TOLD = (TEXT.index("it would"), len(TEXT) - 1)


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    def quotation(span: tuple[int, int], direct: list[tuple[int, int]], speaker: str) -> dict[str, Any]:
        kind = "direct" if direct else "indirect"
        return {"start": span[0], "end": span[1], "direct": direct, "type": kind, "speaker": speaker}

    quotes = [quotation(QUOTED, [QUOTED], "Mira Quill"), quotation(TOLD, [], "Odran Tell")]
    folder = tmp_path / "invented" / "dev"
    folder.mkdir(parents=True)
    path = folder / "quotes.jsonl"
    path.write_text(json.dumps({"doc_id": "a", "text": TEXT, "quotes": quotes}), encoding="utf-8")
    return path


def statement(span: tuple[int, int], speaker: str | None, kind: Any = "direct") -> Statement:
    return Statement(
        document_id="a",
        start=span[0],
        end=span[1],
        speaker=speaker,
        kind=kind,
        cue=None,
        reported_by=None,
        said_on=None,
        confidence=1.0,
    )


def test_the_product_finds_both(gold: Path) -> None:
    scores = evaluated(gold)
    assert (scores.set, scores.quotations, scores.f1, scores.exact_f1) == ("invented", 1, 1.0, 1.0)
    assert (scores.speaker_precision, scores.speaker_recall, scores.reported_f1) == (1.0, 1.0, 1.0)


@pytest.mark.parametrize(
    ("found", "f1", "speaker_precision", "speaker_recall", "right"),
    [
        ([], 0.0, None, None, 0.0),
        ([statement(QUOTED, "Odran Tell")], 1.0, 0.0, 0.0, 0.0),
        ([statement(QUOTED, None)], 1.0, None, 0.0, 0.0),
        ([statement(QUOTED, "Mira Quill"), statement((40, 90), None)], 0.6667, 1.0, 1.0, 1.0),
    ],
)
def test_scores_by_hand(
    gold: Path,
    found: list[Statement],
    f1: float,
    speaker_precision: float | None,
    speaker_recall: float | None,
    right: float,
) -> None:
    def system(document: Document) -> list[Statement]:
        return found

    scores = evaluated(gold, system, "by hand")
    assert (scores.f1, scores.speaker_precision, scores.speaker_recall) == (f1, speaker_precision, speaker_recall)
    assert scores.found_and_right == right


def test_overlap_by_hand() -> None:
    assert overlap((0, 10), (5, 15)) == pytest.approx(5 / 15)
    assert overlap((0, 10), (10, 20)) == 0


def test_the_command_prints_scores(gold: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["quotes", str(gold), "--json"]) == 0
    (scores,) = json.loads(capsys.readouterr().out)["quotes"]
    assert scores["f1"] == 1.0
    assert main(["quotes", str(gold)]) == 0
    assert "invented, on the record: 1 quotations" in capsys.readouterr().out


def test_a_wrong_file_is_named_with_its_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "quotes.jsonl"
    path.write_text('{"doc_id": "a"}', encoding="utf-8")
    assert main(["quotes", str(path)]) == 1
    assert "quotes.jsonl, line 1" in capsys.readouterr().err

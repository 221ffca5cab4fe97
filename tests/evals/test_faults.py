"""Seeded faults: all are caught, and one that slips through is told and ends the command with 1."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from evals import faults
from evals.__main__ import SAMPLE, SAMPLE_GOLD, main
from evals.gold import read
from rag.check.verify import checked
from rag.pipeline import Pipeline, open_pipeline
from rag.records import Check, Citation, Documents
from tests.conftest import NewStore, indexed


@pytest.fixture(scope="module")
def invented(new_store: NewStore, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Pipeline]:
    pipeline = open_pipeline(indexed(faults.INVENTED, new_store(tmp_path_factory.mktemp("invented") / "store")))
    yield pipeline
    pipeline.close()


@pytest.fixture(scope="module")
def planted(invented: Pipeline) -> list[faults.Fault]:
    return faults.faults(faults.correct_citations(invented), invented)


def test_every_fault_in_invented_documents_is_caught(invented: Pipeline, planted: list[faults.Fault]) -> None:
    found = faults.caught(planted, invented)
    assert sum(each.planted for each in found) >= faults.FEWEST
    assert [each.kind for each in found if each.planted == 0] == []
    assert [each.missed for each in found if each.missed] == []


def test_what_faults_are_planted_in_is_verified(invented: Pipeline, planted: list[faults.Fault]) -> None:
    correct = list({id(each.correct): each.correct for each in planted}.values())
    assert {each.check for each in checked(correct, invented.store.catalog)} == {"verified"}
    assert all(each.planted != each.correct for each in planted)


def test_faults_in_the_sample_document_are_caught(sample: Pipeline) -> None:
    questions = read(SAMPLE_GOLD).questions[::6] if SAMPLE_GOLD.is_file() else ()
    found = faults.caught(faults.faults(faults.correct_citations(sample, questions), sample), sample)
    assert sum(each.planted for each in found) >= 50
    assert [each.missed for each in found if each.missed] == []


def test_a_fault_that_slips_through_fails_the_command(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def blind(citations: list[Citation], documents: Documents) -> tuple[Citation, ...]:
        seen: Check = "verified"
        return tuple(
            replace(each, check=seen) if each.said_on != now.said_on else now
            for each, now in zip(
                citations, checked([replace(one, said_on="") for one in citations], documents), strict=True
            )
        )

    monkeypatch.setattr("evals.faults.checked", blind)
    assert main(["faults", "--docs", str(SAMPLE)]) == 1
    out = capsys.readouterr().out
    assert "Slipped through, shifted said on:" in out
    assert "said_on '2025-09-11' -> '2025-09-12'" in out


def test_the_command_prints_a_table(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["faults", "--docs", str(SAMPLE)]) == 0
    out = capsys.readouterr().out
    assert "altered word" in out
    assert "Slipped through" not in out


def test_too_few_faults_are_no_measurement(tmp_path: Path) -> None:
    found = [faults.Caught(kind, 1, 1) for kind in faults.KINDS]
    with pytest.raises(Exception, match="fewer than 200"):
        faults.together([found])

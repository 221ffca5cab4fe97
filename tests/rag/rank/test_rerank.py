import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from errors import SettingError
from rag.pipeline import open_pipeline
from rag.records import Turn
from settings import Settings
from tests.conftest import NewStore, indexed, written

SCORERS = """
def shortest(question, texts):
    return [-len(text) for text in texts]

def too_few(question, texts):
    return [1.0]

no_function = 3
"""
PAPERS = {
    "first.txt": "The harbour of Vesk was closed for nine weeks in the summer because its gates were worn out.",
    "second.txt": "The harbour of Vesk was closed by ice.",
    "third.txt": "Odran Tell visited the harbour of Vesk, which was closed on that day, and looked at the old gates.",
}


@pytest.fixture
def settings(new_store: NewStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Settings:
    (tmp_path / "invented_scorers.py").write_text(SCORERS)
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.delitem(sys.modules, "invented_scorers", raising=False)
    return indexed(written(tmp_path / "papers", PAPERS), new_store(tmp_path / "store"))


def order(settings: Settings) -> Sequence[str]:
    pipeline = open_pipeline(settings)
    try:
        passages = pipeline.ask(Turn("Why was the harbour of Vesk closed?")).passages
    finally:
        pipeline.close()
    scores = [each.score for each in passages]
    assert scores == sorted(scores, reverse=True)
    return [Path(each.document_id).name for each in passages]


def test_a_scorer_of_the_users_own_puts_candidates_in_its_order(settings: Settings) -> None:
    found = order(replace(settings, reranker="invented_scorers:shortest"))
    assert found == ["second.txt", "first.txt", "third.txt"]
    assert sorted(order(settings)) == sorted(found)


def test_a_scorer_that_gives_too_few_scores_is_named(settings: Settings) -> None:
    with pytest.raises(SettingError, match="1 scores for 3 texts"):
        order(replace(settings, reranker="invented_scorers:too_few"))


@pytest.mark.parametrize("name", ["no_such_module:f", "json:no_such_function", "json", "invented_scorers:no_function"])
def test_a_reranker_that_is_not_there_is_refused_and_the_store_given_back(settings: Settings, name: str) -> None:
    with pytest.raises(SettingError, match="ON_THE_RECORD_RERANKER"):
        open_pipeline(replace(settings, reranker=name))
    open_pipeline(settings).close()

import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from errors import EmbedderError
from index.storage import embeddings as embed
from settings import Settings
from tests.conftest import ROOT

NAME = Settings().embedder


def test_vectors_do_not_depend_on_their_batch() -> None:
    embeddings = embed.open_embeddings(NAME)
    texts = ["The harbour opened.", "A much longer sentence about the bridge " * 8, "Fish."]
    together = embed.matrix(embeddings, texts)
    alone = np.stack([embed.matrix(embeddings, [each])[0] for each in texts])
    assert together.shape == (3, 384)
    assert np.allclose(np.linalg.norm(together, axis=1), 1, atol=1e-5)
    # Products are of float32, and other processors may add them up in another order.
    assert (together * alone).sum(axis=1).min() > 0.99


def test_meaning_is_near() -> None:
    embeddings = embed.open_embeddings(NAME)
    question = np.array(embeddings.embed_query("When does the ferry leave?"))
    near, far = (np.array(row) for row in embeddings.embed_documents(["The boat departs at nine.", "Bees make honey."]))
    assert question @ near > question @ far + 0.2


def test_another_name_is_refused_with_the_setting_to_change() -> None:
    with pytest.raises(EmbedderError, match="ON_THE_RECORD_EMBEDDER"):
        embed.open_embeddings("local:nothing")


def test_weights_read_ahead_are_those_that_are_opened() -> None:
    program = (
        "from index.storage import embeddings; from settings import Settings\n"
        "embeddings.read_ahead('openai:other'); embeddings.read_ahead(Settings.embedder)\n"
        "opened = embeddings.open_embeddings(Settings.embedder)\n"
        "embeddings.read_ahead(Settings.embedder)\n"
        "print(opened is embeddings.open_embeddings(Settings.embedder), len(opened.embed_query('Fish.')))"
    )
    ran = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True)
    assert ran.stdout == "True 384\n"


def test_weights_that_could_not_be_read_ahead_are_read_again(monkeypatch: pytest.MonkeyPatch) -> None:
    embed._LOCAL.forget()
    monkeypatch.setattr(embed, "MODEL_SHA256", "f" * 64)
    embed.read_ahead(NAME)
    with pytest.raises(EmbedderError, match=r"model\.onnx is not the published one"):
        embed.open_embeddings(NAME)
    monkeypatch.undo()
    assert len(embed.open_embeddings(NAME).embed_query("Fish.")) == 384


def test_a_provider_whose_package_is_missing_is_named_with_it() -> None:
    with pytest.raises(EmbedderError, match="langchain-mistralai"):
        embed.open_embeddings("mistralai:mistral-embed")


def test_an_unknown_provider_is_refused() -> None:
    with pytest.raises(EmbedderError, match="nobody:at-all"):
        embed.open_embeddings("nobody:at-all")


def test_any_langchain_embedder_gives_vectors_of_length_one() -> None:
    from langchain_core.embeddings import DeterministicFakeEmbedding

    other = DeterministicFakeEmbedding(size=12)
    rows = embed.matrix(other, ["one", "two"])
    assert rows.shape == (2, 12)
    assert np.allclose(np.linalg.norm(rows, axis=1), 1, atol=1e-5)
    assert np.isclose(np.linalg.norm(embed.question_vectors(other, "one").vector), 1, atol=1e-5)


def test_loading_the_weights_leaves_nothing_behind(tmp_path: Path) -> None:
    program = (
        "from index.storage import embeddings; from settings import Settings\n"
        "embeddings.open_embeddings(Settings.embedder)"
    )
    environment = {"HOME": str(tmp_path), "PATH": os.environ["PATH"], "PYTHONDONTWRITEBYTECODE": "1"}
    subprocess.run([sys.executable, "-c", program], cwd=ROOT, env=environment, check=True)
    assert [each.name for each in tmp_path.rglob("*") if "Microsoft" in each.parts or "onnx" in each.name] == []

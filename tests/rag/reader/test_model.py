"""The reader itself: which words answer, whether any do, and input that nobody trained it on."""

from __future__ import annotations

from pathlib import Path

import pytest

from errors import SettingError
from rag.reader import model
from rag.reader.model import Reader, open_reader

HARBOUR = (
    "The harbour of Vesk was closed in March because its gates were worn out. Mayor Odran Tell promised 41 new cranes. "
    "The harbour of Lund stayed open, and 12 ships went there."
)
ANSWERED = [
    ("Why was the harbour of Vesk closed?", "gates were worn out"),
    ("When was the harbour of Vesk closed?", "March"),
    ("Who promised new cranes?", "Odran Tell"),
    ("How many cranes did the mayor promise?", "41"),
    ("Which harbour stayed open?", "Lund"),
    ("How many ships went to Lund?", "12"),
]
NEAR_MISSES = [
    ("Why was the harbour of Lund closed?", "Why was the harbour of Vesk closed?"),
    ("Who promised new gates for Lund?", "Who promised new cranes?"),
    ("How many cranes were sold?", "How many cranes did the mayor promise?"),
    ("When was the harbour of Vesk built?", "When was the harbour of Vesk closed?"),
    ("How many ships sank in Vesk?", "How many ships went to Lund?"),
]


@pytest.fixture(scope="module")
def reader() -> Reader:
    found = open_reader("installed")
    assert found
    return found


@pytest.mark.parametrize(("question", "words"), ANSWERED)
def test_the_answering_words_are_found(reader: Reader, question: str, words: str) -> None:
    (reading,) = reader(question, [HARBOUR])
    assert words in HARBOUR[reading.start : reading.end]
    assert reading.end - reading.start < 40


@pytest.mark.parametrize(("missed", "answered"), NEAR_MISSES)
def test_a_near_miss_is_less_likely_answered(reader: Reader, missed: str, answered: str) -> None:
    (near,), (full,) = reader(missed, [HARBOUR]), reader(answered, [HARBOUR])
    assert near.answerable < full.answerable
    assert near.margin < full.margin


def test_texts_read_together_are_read_as_alone(reader: Reader) -> None:
    texts = [HARBOUR, "Bread costs two crowns.", "The harbour of Vesk was closed in May."]
    question = "When was the harbour of Vesk closed?"
    alone = [reader(question, [each])[0] for each in texts]
    for one, other in zip(alone, reader(question, texts), strict=True):
        assert (one.start, one.end) == (other.start, other.end)
        # Activations are quantised over a whole batch, so logits differ in the second digit.
        assert one.answerable == pytest.approx(other.answerable, abs=1.0)


@pytest.mark.parametrize(
    "question",
    [
        "harbour",
        "?",
        "why " * 500,
        "Почему закрыли порт?",
        "港はなぜ閉鎖されましたか",
        "\u202e\ufeff why",
        "<script>alert(1)</script>",
    ],
    ids=["one-word", "mark", "long", "russian", "japanese", "invisible", "markup"],
)
def test_any_question_is_read(reader: Reader, question: str) -> None:
    (reading,) = reader(question, [HARBOUR])
    assert 0 <= reading.start <= reading.end <= len(HARBOUR)


@pytest.mark.parametrize(
    "text", ["", " ", "…", "порт закрыт", "x" * 5000, HARBOUR * 30], ids=lambda text: text[:8] + str(len(text))
)
def test_any_text_is_read(reader: Reader, text: str) -> None:
    (reading,) = reader("Why was the harbour closed?", [text])
    assert 0 <= reading.start <= reading.end <= len(text)


def test_no_text_is_no_reading(reader: Reader) -> None:
    assert reader("Why was the harbour closed?", []) == []


def test_none_is_no_reader() -> None:
    assert open_reader("none") is None


def test_another_name_is_refused() -> None:
    with pytest.raises(SettingError, match="ON_THE_RECORD_READER is 'big'; set one of installed, none"):
        open_reader("big")


@pytest.mark.parametrize("change", ["missing", "cut", "exchanged"])
def test_weights_that_are_not_the_published_ones_are_refused(
    change: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "reader.onnx"
    if change != "missing":
        content = model.FILE.read_bytes()
        file.write_bytes(content[:-1] if change == "cut" else content.replace(b"spans", b"snaps"))
    monkeypatch.setattr(model, "FILE", file)
    model._READER.forget()
    with pytest.raises(SettingError, match=r"reader\.onnx .*ON_THE_RECORD_READER=none"):
        open_reader("installed")
    model._READER.forget()

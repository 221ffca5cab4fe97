"""The check cannot be talked out of anything: every way in which a citation can be wrong has its name."""

from __future__ import annotations

from dataclasses import replace

import pytest

from rag.pipeline import Pipeline
from rag.records import Citation, Turn
from rag.verify import checked


@pytest.fixture(scope="module")
def citation(gazette: Pipeline) -> Citation:
    return gazette.ask(Turn("What did Odran Tell say about the harbour?")).citations[0]


def test_the_words_and_their_speaker_are_verified(citation: Citation) -> None:
    assert citation.check == "verified"
    assert citation.speaker == "Odran Tell"
    assert citation.text.startswith("The harbour cost forty million crowns")


@pytest.mark.parametrize(
    ("change", "check"),
    [
        pytest.param({"speaker": "Mira Quill"}, "other_speaker", id="somebody else"),
        pytest.param({"speaker": None}, "other_speaker", id="nobody"),
        pytest.param({"doc": "no-such.txt"}, "not_found", id="no document"),
    ],
)
def test_a_false_claim_is_named(gazette: Pipeline, citation: Citation, change: dict[str, str], check: str) -> None:
    assert checked([replace(citation, **change)], gazette.store)[0].check == check  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "alter",
    [
        lambda text: text.replace("forty", "fifty"),
        lambda text: text.replace("harbour", "harbor"),
        lambda text: text + " ",
        lambda text: text[:-1],
        lambda text: text.upper(),
    ],
)
def test_one_changed_character_is_altered(gazette: Pipeline, citation: Citation, alter: object) -> None:
    assert callable(alter)
    assert checked([replace(citation, text=alter(citation.text))], gazette.store)[0].check == "altered"


def test_moved_offsets_are_altered(gazette: Pipeline, citation: Citation) -> None:
    assert checked([replace(citation, start=citation.start + 1)], gazette.store)[0].check == "altered"


def test_a_span_over_two_speakers_belongs_to_neither(gazette: Pipeline, citation: Citation) -> None:
    text = gazette.document(citation.doc).text
    both = replace(citation, end=len(text), text=text[citation.start :])
    assert checked([both], gazette.store)[0].check == "other_speaker"

"""The check cannot be talked out of anything: every way in which a citation can be wrong has its name."""

from __future__ import annotations

from dataclasses import replace

import pytest

from rag.check.verify import checked
from rag.pipeline import Pipeline
from rag.records import Citation, Turn


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
        pytest.param({"doc": "2031-04-11-bridge.md"}, "not_found", id="another document"),
        pytest.param({"reported_by": "Mira Quill"}, "other_speaker", id="told by somebody"),
        pytest.param({"said_on": "2031-03-03"}, "altered", id="another day"),
        pytest.param({"said_on": None}, "altered", id="no day"),
        pytest.param({"published": "2031-03-03"}, "altered", id="published on another day"),
        pytest.param({"title": "The bridge"}, "altered", id="another title"),
        pytest.param({"source": "Vesk Gazette"}, "altered", id="another source"),
        pytest.param({"url": "https://a.example/"}, "altered", id="another address"),
        pytest.param({"page": 2}, "altered", id="another page"),
        pytest.param({"sha256": "0" * 64}, "altered", id="another text"),
        pytest.param({"text": "Nobody asked the fishermen."}, "altered", id="words from elsewhere in it"),
        pytest.param({"text": "Every library stays open until midnight."}, "not_found", id="words from nowhere"),
    ],
)
def test_a_false_claim_is_named(gazette: Pipeline, citation: Citation, change: dict[str, str], check: str) -> None:
    assert checked([replace(citation, **change)], gazette.store.catalog)[0].check == check  # type: ignore[arg-type]


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
    assert checked([replace(citation, text=alter(citation.text))], gazette.store.catalog)[0].check == "altered"


@pytest.mark.parametrize(("first", "last"), [(1, 0), (0, -1), (1, 1), (-1, -1), (-1, 0), (0, 1)])
def test_moved_offsets_are_never_verified(gazette: Pipeline, citation: Citation, first: int, last: int) -> None:
    moved = replace(citation, start=citation.start + first, end=citation.end + last)
    assert checked([moved], gazette.store.catalog)[0].check == "altered"


@pytest.mark.parametrize(("first", "last"), [(1, 0), (2, 0), (0, -3)])
def test_a_span_that_cuts_a_word_is_altered(gazette: Pipeline, citation: Citation, first: int, last: int) -> None:
    start, end = citation.start + first, citation.end + last
    cut = replace(citation, start=start, end=end, text=gazette.document(citation.doc).text[start:end])
    assert checked([cut], gazette.store.catalog)[0].check == "altered"


def test_a_span_over_two_speakers_belongs_to_neither(gazette: Pipeline, citation: Citation) -> None:
    text = gazette.document(citation.doc).text
    both = replace(citation, end=len(text), text=text[citation.start :])
    assert checked([both], gazette.store.catalog)[0].check == "other_speaker"

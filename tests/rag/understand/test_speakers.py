"""Whose words are asked for, where names hold one another."""

from __future__ import annotations

import json

import pytest

from rag.pipeline import Pipeline
from rag.understand.speakers import find_speakers
from tests.rag.conftest import Over

NAMED = ("Odran Tell", "Odran Bram Tell", "Mira Quill", "Mira A. Quill", "Palo Jordan", "Georgia Brandt")
SPEAKERS = (
    *NAMED,
    "Iker Sol",
    "Mr. Iker Sol Vane",
    "Ana Mar Vane",
    "Ana Sol Quist",
    "the abbot",
    "The abbot",
    "Letters",
)


@pytest.fixture(scope="module")
def town(over_each_store: Over) -> Pipeline:
    records = [{"id": each, "speaker": each, "text": f"I am {each}, and the ferry is mine."} for each in SPEAKERS]
    return over_each_store({"speeches.jsonl": "\n".join(map(json.dumps, records))})


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("Odran Tell", {"Odran Tell"}),
        ("Odran Bram Tell", {"Odran Bram Tell"}),
        ("Odran T. Tell", {"Odran Tell", "Odran Bram Tell"}),
        ("Tell", {"Odran Tell", "Odran Bram Tell"}),
        ("Mira Quill", {"Mira Quill", "Mira A. Quill"}),
        ("Mira Tell", set()),
        ("Jordan", {"Palo Jordan"}),
        ("Georgia", set()),
        ("Sol", {"Iker Sol", "Mr. Iker Sol Vane"}),
        ("Mar", {"Ana Mar Vane"}),
        ("the abbot", {"the abbot", "The abbot"}),
        ("Winton Petters", set()),
        ("prime minister Quill", {"Mira Quill", "Mira A. Quill"}),
        ("the Kestrian PM Brandt", {"Georgia Brandt"}),
        ("PM Georgia", set()),
        ("Winton Lettters", {"Letters"}),
    ],
)
def test_a_full_name_is_nobody_with_more_or_fewer_names(town: Pipeline, asked: str, found: set[str]) -> None:
    assert set(find_speakers(asked, town.store.catalog)) == found


LABELS = (
    *("VESK’s Transport spokesperson Odran Tell", "VESK Transport spokesperson Odran Tell", "Odran Tell"),
    *("Ferry Party Co-leader Mira Quill", "a spokesperson for Mayor Mira Quill", "the office of Gov. Mira Quill"),
    *("Palo Brandt and Mayor Mira Quill", "Lenn Police Sgt. Simon Court"),
)


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("Odran Tell", set(LABELS[:3])),
        ("Mira Quill", {LABELS[3]}),
        ("Simon Court", {LABELS[7]}),
        ("Ada Tell", set()),
    ],
)
def test_a_label_is_known_by_the_whole_name_that_ends_it(over: Over, asked: str, found: set[str]) -> None:
    records = [{"id": str(at), "speaker": each, "text": "The ferry is mine."} for at, each in enumerate(LABELS)]
    pipeline = over({"labels.jsonl": "\n".join(map(json.dumps, records))})
    assert set(find_speakers(asked, pipeline.store.catalog)) == found


@pytest.mark.parametrize(
    ("asked", "found"),
    [("Brandl", set()), ("Mayor Brandl", set()), ("Brandd", {"Georgia Brandt"}), ("Quil", {"Mira Quill"})],
)
def test_a_name_that_the_documents_write_is_no_misspelling(over: Over, asked: str, found: set[str]) -> None:
    texts = {"Georgia Brandt": "I met Mayor Brandl at the quay, and the ferry is mine.", "Mira Quill": "It is ours."}
    records = [{"id": each, "speaker": each, "text": text} for each, text in texts.items()]
    pipeline = over({"speeches.jsonl": "\n".join(map(json.dumps, records))})
    assert set(find_speakers(asked, pipeline.store.catalog)) == found


@pytest.mark.parametrize("asked", ["the rivers minister", "the minister for rivers", "Minister for Rivers"])
def test_a_minister_is_known_by_his_label_whichever_word_is_first(over: Over, asked: str) -> None:
    said = (
        "**The Minister for Rivers (Dr {0}):** I beg to move that the weir be mended. We will pay for it this year.\n\n"
    )
    talk = "# Budget\n\n**Speakers:** Dr {0} (Minister for Rivers);\n\nDr {0} (Minister for Rivers)\n\n"
    texts = {f"{at}.md": (talk + said).format(name) for at, name in enumerate(("Odran Tell", "Mira Quill"))}
    assert set(find_speakers(asked, over(texts).store.catalog)) == {"Odran Tell", "Mira Quill"}

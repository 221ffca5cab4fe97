from __future__ import annotations

import json
import random
from collections import Counter
from collections.abc import Iterator

import pytest

from benchmarks.quality.speakers import Question, Speeches, asked, figures, generated, is_right, read
from index.records import Document
from rag.pipeline import Pipeline
from rag.records import Citation
from tests.conftest import NewStore, pipeline_over

SPEECHES = [
    {
        "doc_id": "a",
        "title": "A",
        "date": "2031-03-02",
        "speaker": "Odran Tell",
        "text": "The lighthouse must be saved. A lighthouse is no museum. Every lighthouse needs a keeper.",
    },
    {
        "doc_id": "b",
        "title": "B",
        "date": "2030-05-01",
        "speaker": "Mira Quill",
        "text": "Our fishermen need berths. The fishermen pay for berths. No berths, no fishermen.",
    },
]


@pytest.fixture(scope="module")
def speeches(new_store: NewStore, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Pipeline]:
    lines = "\n".join(map(json.dumps, SPEECHES))
    with pipeline_over({"speeches.jsonl": lines}, tmp_path_factory.mktemp("speeches"), new_store) as pipeline:
        yield pipeline


def source(speaker: str | None, published: str = "2031-03-02") -> Document:
    return Document(
        id="a",
        path="a",
        title="A",
        published=published,
        source=None,
        url=None,
        language=None,
        text="Words.",
        sha256="",
        speaker=speaker,
    )


def citation(speaker: str | None, reported_by: str | None = None) -> Citation:
    return Citation(
        n=1,
        doc="a",
        title="A",
        published=None,
        source=None,
        url=None,
        page=None,
        start=0,
        end=6,
        text="Words.",
        speaker=speaker,
        reported_by=reported_by,
        said_on="2031-03-02",
        check="verified",
    )


@pytest.mark.parametrize(
    ("shown", "reported_by", "document", "year", "right"),
    [
        pytest.param("Odran Tell", None, "Odran Tell", None, True, id="own speech"),
        pytest.param("Tell", None, "Odran Tell", None, True, id="surname"),
        pytest.param("Odran Tell", None, "Ana Tell", None, False, id="namesake's speech"),
        pytest.param("Mira Quill", None, "Odran Tell", None, False, id="somebody else shown"),
        pytest.param(None, None, "Odran Tell", None, False, id="nobody shown"),
        pytest.param("Odran Tell", None, "Mira Quill", None, False, id="told by another, not shown"),
        pytest.param("Odran Tell", "Mira Quill", "Mira Quill", None, True, id="told by another, shown"),
        pytest.param("Odran Tell", "Palo Brandt", "Mira Quill", None, False, id="told by another, wrongly shown"),
        pytest.param("Odran Tell", None, "Odran Tell", "2031", True, id="right year"),
        pytest.param("Odran Tell", None, "Odran Tell", "2030", False, id="wrong year"),
    ],
)
def test_a_citation_is_right_by_what_its_document_says_of_itself(
    shown: str | None, reported_by: str | None, document: str, year: str | None, right: bool
) -> None:
    question = Question("", "Odran Tell", year)
    assert is_right(citation(shown, reported_by), source(document), question) is right


def test_topics_are_frequent_with_one_speaker_and_rare_with_others() -> None:
    uses = {name: {"harbour": 5, f"only-{name}": 3, f"once-{name}": 1} for name in "abcdef"}
    speeches = Speeches({}, {name: _counted(words) for name, words in uses.items()})
    assert speeches.topics("a") == ["only-a"]


def _counted(words: dict[str, int]) -> Counter[str]:
    return Counter(words)


def test_questions_have_their_answers_and_controls_have_none(speeches: Pipeline) -> None:
    forms = generated(_of_two(read(speeches)), 6, random.Random(1))
    outcomes = {name: [asked(each, speeches, False) for each in questions] for name, questions in forms.items()}
    assert {name: figures(each)["right"] for name, each in outcomes.items() if name in {"topics", "year"}} == {
        "topics": 1.0,
        "year": 1.0,
    }
    assert figures(outcomes["topics"])["answered"] == 1.0
    assert figures(outcomes["absent_speaker"])["refused"] == 1.0
    assert figures(outcomes["absent_year"])["refused"] == 1.0


def _of_two(speeches: Speeches) -> Speeches:
    """Add speakers without documents, for a word of one speaker in two is too common to be a topic."""
    others = {f"Other {number}": _counted({}) for number in range(8)}
    return Speeches({**speeches.documents, **{name: [] for name in others}}, {**speeches.uses, **others})

"""How an answer's sentences begin and what they say of senses, of corrections and of who was looked for."""

from __future__ import annotations

import pytest

from rag.answer.corrected import notice_of_corrections
from rag.check import cite
from rag.records import Citation, Evidence, Scope

SURE = Evidence(
    document_id="one", start=0, end=9, score=1.0, coverage=1.0, cosine=1.0, confidence=1.0, statement="direct"
)


def cited(speaker: str | None, **more: object) -> Citation:
    named = {"reported_by": None, "said_on": None, "sense": "plain", "text": "It will stay.", "n": 1, **more}
    base = {"doc": "one", "title": "tide tables", "published": None, "source": None, "url": None, "page": None}
    return Citation(**base, start=0, end=13, speaker=speaker, check="verified", **named)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("speaker", "begins"),
    [
        ("the mayor", "The mayor said"),
        ("a spokesman of the port", "A spokesman of the port said"),
        ("residents", "Residents said"),
        ("der Bürgermeister", "Der Bürgermeister said"),
        ("мэр", "Мэр said"),
        ("Odran Tell", "Odran Tell said"),
        ("van der Quill", "Van der Quill said"),
    ],
)
def test_an_answer_begins_with_a_capital(speaker: str, begins: str) -> None:
    assert cite.lead(SURE, cited(speaker)) == begins


def test_a_title_stays_as_it_is() -> None:
    assert cite.lead(SURE, cited(None)) == "tide tables"


@pytest.mark.parametrize("text", ["The ferry stops.", "Nobody pays.", "It is shut.", "We lost it.", "They left."])
def test_reported_words_are_said_to_be_others(text: str) -> None:
    assert cite.lead(SURE, cited("Odran Tell", sense="reported", text=text)) == (
        "Odran Tell said, reporting others’ words"
    )


class _Corrected:
    def __init__(self, read: dict[str, tuple[tuple[str, str | None], ...]]) -> None:
        self._read = read

    def corrected(self) -> dict[str, tuple[tuple[str, str | None], ...]]:
        return self._read


@pytest.mark.parametrize(
    ("read", "count", "notice"),
    [
        ((("published", None),), 1, "The day of [1] was corrected by hand."),
        ((("0-20 said_on", "2031"),), 1, "The day of [1] was corrected by hand."),
        ((("0-20", "Ann"),), 1, "The speaker of [1] was corrected by hand."),
        ((("title", "x"), ("0-20", None)), 1, "The title of [1] and the speaker of [1] were corrected by hand."),
        ((("published", None),), 2, "The days of [1], [2] were corrected by hand."),
        ((("40-60 said_on", "2031"),), 1, None),
        ((("title", "x"), ("published", "y"), ("source", None)), 1,
         "The title of [1], the day of [1] and the source of [1] were corrected by hand."),
    ],
)  # fmt: skip
def test_what_was_corrected_is_said(read: tuple[tuple[str, str | None], ...], count: int, notice: str | None) -> None:
    citations = [cited("Odran Tell", n=number + 1) for number in range(count)]
    assert notice_of_corrections(citations, _Corrected({"one": read})) == notice  # type: ignore[arg-type]


def test_filters_are_named_with_a_colon() -> None:
    scope = Scope(
        documents=2,
        statements=1,
        first=None,
        last=None,
        filters={"speaker": "the mayor", "document": "*.txt"},
        undated=2,
    )
    assert cite.searched(scope) == "2 documents without a date (speaker: the mayor; document: *.txt)"

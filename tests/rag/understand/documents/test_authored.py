"""Who speaks in no document and wrote one is asked for in that one, whose words are shown as the document's."""

from __future__ import annotations

import pytest

from rag.pipeline import Pipeline
from rag.records import Turn
from tests.rag.conftest import Over

PIECE = "---\ntitle: {title}\nauthor: {author}\ndate: 2031-03-02\n---\n\n{text}\n"
LOCK = "Boats wait an hour at the lock. A second gate would let ten more through a day.\n\nThe council has the money."
PAPERS = {
    "second-gate.md": PIECE.format(title="The case for a second gate", author="[Emrit Jorv]", text=LOCK),
    "one.md": PIECE.format(title="Lamps", author="Nola Quist", text="The lamps of the quay are dark."),
    "two.md": PIECE.format(title="Nets", author="Nola Quist", text="The nets of the quay are torn."),
    "desk.md": PIECE.format(title="Rain", author="quay-desk", text="It rained for a week on the quay."),
    "said.txt": "The quay\n\n“The lamps cost too much,” said Mayor Odran Tell.\n",
}


@pytest.fixture(scope="module")
def quay(over: Over) -> Pipeline:
    return over(PAPERS)


@pytest.mark.parametrize(
    ("question", "document"),
    [
        ("What does Emrit Jorv think about a second gate?", "second-gate.md"),
        ("What does Emrit Jorv of the Vesk Harrier say about the lock?", "second-gate.md"),
        # Of two that he wrote none is chosen; who speaks is asked for as who speaks; a desk is nobody.
        ("What did Nola Quist say about the lamps?", None),
        ("What did Odran Tell say about the lamps?", None),
        ("What did Ilse Brandt say about the lock?", None),
    ],
)
def test_who_wrote_one_document_is_asked_for_in_it(quay: Pipeline, question: str, document: str | None) -> None:
    query = quay.understand(Turn(question))
    assert query.document == document
    assert (query.speaker is None) is (document is not None)
    assert (query.assumed is None) is (document is None)


def test_whom_the_user_set_is_asked_for_as_set(quay: Pipeline) -> None:
    query = quay.understand(Turn("What about the lock?", speaker="Emrit Jorv"))
    assert (query.speaker, query.document) == ("Emrit Jorv", None)


def test_its_words_are_the_documents(quay: Pipeline) -> None:
    answer = quay.ask(Turn("What does Emrit Jorv think about a second gate?"))
    assert {(each.doc, each.speaker) for each in answer.citations or answer.nearest} == {("second-gate.md", None)}
    assert "Emrit Jorv wrote second-gate.md: its words are shown as the document’s." in (answer.notice or "")

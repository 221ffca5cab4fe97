"""What a document tells in its own words of somebody's view, and whose statements are no such words."""

from __future__ import annotations

import pytest

from rag.answer.shown.told_views import tells_view
from rag.pipeline import Pipeline
from rag.rank.evidence import as_evidence
from rag.records import Turn
from tests.rag.conftest import Over

TEXTS = {
    "view.txt": "Mira Quill came from Lund.\n\nThe pier was painted.\n",
    "words.txt": "In 2015, Mira Quill told the Post: “Nobody liked my name.”\n",
    "others.txt": "Enid Corrie and Paul Corrie wrote it together. “The script is a fraud,” Corrie said.\n",
    "dish.txt": "The soup is coming back in June, the cook Palo Brandt said.\n",
}


@pytest.fixture(scope="module")
def town(over: Over) -> Pipeline:
    return over(TEXTS)


@pytest.mark.parametrize(
    ("question", "sentence", "tells"),
    [
        ("What does Mira Quill think of the pier?", "The pier was painted.", False),
        ("What did Mira Quill say in 2023?", "In 2015, Mira Quill told the Post: “Nobody liked my name.”", False),
        ("What did Paul Corrie say about the script?", "“The script is a fraud,” Corrie said.", False),
        (
            "Which dish did Palo Brandt say is coming back?",
            "The soup is coming back in June, the cook Palo Brandt said.",
            True,
        ),
    ],
)
def test_only_a_documents_own_words_tell_a_view(town: Pipeline, question: str, sentence: str, tells: bool) -> None:
    catalog = town.store.catalog
    whole = filter(None, (catalog.document(each.id) for each in catalog.documents()))
    (document,) = (each for each in whole if sentence in each.text)
    start = document.text.index(sentence)
    evidence = as_evidence(document, (start, start + len(sentence)), None, score=0.5, coverage=1.0)
    assert tells_view(evidence, town.understand(Turn(question)), catalog) is tells

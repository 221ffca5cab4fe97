import pytest

from index.text.stems import words
from rag.understand.answer_type import asked_for, gives


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("When was the bridge at Vesk opened?", "date"),
        ("What year did the Lenn freeze?", "date"),
        ("How many berths has the harbour?", "number"),
        ("What was the total revenue of the ferry?", "number"),
        ("Who built the bridge?", "name"),
        ("Where was Odran Tell born?", "name"),
        ("Which river flows through Vesk?", "name"),
        ("Why was the harbour closed?", None),
        ("What did Odran Tell say about jobs?", None),
    ],
)
def test_what_a_question_asks_for(question: str, kind: str | None) -> None:
    assert asked_for(question) == kind


@pytest.mark.parametrize(
    ("question", "sentence", "share"),
    [
        ("When was the bridge opened?", "It was opened on 4 May 2031.", 1.0),
        ("When was the bridge opened?", "It was opened on May 4, 2031.", 1.0),
        ("When was the bridge opened?", "It was opened in May 2031.", 0.8),
        ("When was the bridge opened?", "It was opened on 4 May.", 0.7),
        ("When was the bridge opened?", "It was opened in 2031.", 0.6),
        ("When was the bridge opened?", "It was opened yesterday.", 0.4),
        ("When was the bridge opened?", "It was opened by the mayor.", 0.0),
        ("What date in 2031 was it?", "The year 2031 was a good one.", 0.0),
        ("How many berths are there in the 2 basins?", "Both of the 2 basins are full.", 0.0),
        ("How many berths are there?", "There are forty berths.", 1.0),
        ("Who is mayor of Vesk?", "The mayor of Vesk was chosen.", 0.0),
        ("Who is mayor of Vesk?", "In Vesk the mayor, Odran Tell, was chosen.", 1.0),
        ("Why did it close?", "The bearings are worn out.", 0.5),
    ],
)
def test_how_well_a_sentence_gives_it(question: str, sentence: str, share: float) -> None:
    assert gives(asked_for(question), sentence, frozenset(words(question))) == share

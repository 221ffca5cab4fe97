"""What of the evidence is read, with what around it, and what the readings change."""

from __future__ import annotations

import pytest

from rag.pipeline import Pipeline
from rag.pipeline import over as over_store
from rag.reader.reading import READ
from rag.records import Evidence, Turn
from settings import Settings
from tests.rag.conftest import Over, marked

TOWN = {
    "gates.txt": "The harbour of Vesk was closed in March because its gates were worn out.\n\n"
    "It will open again when the new gates are hung. Odran Tell, who builds them, is a smith from Lund.",
    "cranes.txt": "Mayor Ada Holm bought 41 cranes for the harbour of Vesk. They came by ship from Oster.",
    "ice.txt": "The harbour of Lund was closed by ice for nine days in January.",
    "market.txt": "The market of Vesk sells fish on Fridays. Fish from Lund costs more.",
    "school.txt": "The school of Vesk has 310 pupils and a new roof.",
}


@pytest.fixture(scope="module")
def town(over: Over) -> Pipeline:
    return over_store(over(TOWN).store, Settings(reader="installed"))


def found(pipeline: Pipeline, question: str) -> tuple[Evidence, ...]:
    query = pipeline.understand(Turn(question))
    terms = pipeline.weigh(query)
    return pipeline.read(query, terms, pipeline.rank(query, terms, pipeline.retrieve(query, terms))).evidence


def test_the_first_pieces_are_read(town: Pipeline) -> None:
    evidence = found(town, "Why was the harbour of Vesk closed?")
    read = [each for each in evidence if each.reading]
    assert read
    assert len({(each.document_id, each.reading) for each in read}) <= READ
    assert evidence[0].reading


def test_readings_lie_in_the_document(town: Pipeline) -> None:
    (first, *_) = found(town, "How many pupils does the school of Vesk have?")
    document = town.document(first.document_id)
    assert first.reading
    assert document.text[first.reading.start : first.reading.end] == "310"


@pytest.mark.parametrize(
    "question", ["What did Ada Holm say?", "Did Ada Holm say “the cranes are late”?", "How often did Tell say no?"]
)
def test_only_facts_are_read(town: Pipeline, question: str) -> None:
    assert all(each.reading is None for each in found(town, question))


@pytest.mark.parametrize("question", ["Did Ada Holm buy cranes?", "And is the school roof new?"])
def test_for_yes_or_no_what_is_not_surely_read_tells_nothing(town: Pipeline, question: str) -> None:
    assert all(each.reading is None or each.reading.margin >= 6 for each in found(town, question))
    assert town.ask(Turn(question)).status == "answered"


@pytest.mark.parametrize(
    ("question", "text", "first"),
    [
        (
            "Has the seal at Oster beach bitten anybody?",
            "The seal at Oster beach has come up to many bathers and taken a towel this week at the beach of Oster.\n\n"
            "The seal was born at the beach of Oster.\n\n"
            "No bather has been reported injured by the seal, the coast guard said.",
            "No bather has been reported injured",
        ),
        (
            "When do they move the organ?",
            "We have to move the old organ to the new chapel before the painters arrive on 4 May.\n\n"
            "Ferries were late.\n\nSo it is settled: the organ goes on Tuesday 21 April, at six in the morning.",
            "So it is settled",
        ),
        (
            "Which critic praised the nickname of the bridge?",
            "At least one critic praised the nickname of the bridge.\n\n"
            "The critic Jonas Ek praised the nickname: it tells all, he wrote of the bridge.",
            "The critic Jonas Ek",
        ),
    ],
)
def test_words_that_fit_the_question_go_first(over: Over, question: str, text: str, first: str) -> None:
    answer = over_store(over({"one.txt": text}).store, Settings(reader="installed")).ask(Turn(question))
    assert answer.status == "answered"
    assert answer.citations[0].text.startswith(first) or marked(answer)[0].startswith(first), answer.answer


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("Who builds the new gates of Vesk?", "Odran Tell"),
        ("How many cranes did Ada Holm buy?", "41"),
        ("How long was the harbour of Lund closed?", "nine days"),
        ("Where did the cranes come from?", "Oster"),
    ],
)
def test_the_answering_words_are_marked(town: Pipeline, question: str, words: str) -> None:
    answer = town.ask(Turn(question))
    assert answer.status == "answered"
    marked = [each.text[slice(*each.marked)] for each in answer.segments if each.marked]
    assert any(words in each for each in marked), marked


@pytest.mark.parametrize(
    "question",
    [
        "Who built the school of Vesk?",
        "How many ships sank in the harbour of Vesk?",
        "When did Ada Holm sell the cranes?",
    ],
)
def test_a_near_miss_is_less_probable_than_its_neighbour(town: Pipeline, question: str) -> None:
    answered = town.ask(Turn("How many cranes did Ada Holm buy?"))
    assert town.ask(Turn(question)).probability < answered.probability - 0.2


def test_without_a_reader_nothing_is_read(town: Pipeline) -> None:
    plain = over_store(town.store, Settings(reader="none"))
    assert all(each.reading is None for each in found(plain, "Why was the harbour of Vesk closed?"))
    assert plain.ask(Turn("How many cranes did Ada Holm buy for the harbour?")).status == "answered"


def test_scores_fall_from_first_to_last(town: Pipeline) -> None:
    passages = town.ask(Turn("Why was the harbour of Vesk closed?")).passages
    scores = [each.score for each in passages]
    assert scores == sorted(scores, reverse=True)


def test_what_is_read_in_a_quotation_is_its_speakers(over: Over) -> None:
    text = (
        "The council of Oster met about the sea wall of Oster. Ada Holm said: “A levy on fish paid for the stones.”\n"
    )
    pipeline = over_store(over({"wall.txt": text}).store, Settings(reader="installed"))
    evidence = found(pipeline, "What paid for the stones of the sea wall?")
    said = [each for each in evidence if each.reading and "levy" in text[each.start : each.end]]
    assert said
    assert all(each.speaker == "Ada Holm" for each in said if text[each.start : each.end].startswith("A levy"))

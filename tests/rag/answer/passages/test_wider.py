"""What is shown grows to the ends of its paragraph and on, within what one person says, and never into another's."""

from __future__ import annotations

import pytest

from rag.answer.passages.wider import OF_WORDS, Room, widened, with_its_paragraph
from rag.pipeline import Pipeline
from rag.rank.evidence import as_evidence
from rag.records import Answer, Turn
from tests.rag.conftest import Over

FILLER = "The tide tables hang in the hall. Nobody reads them before breakfast. The keeper does, and laughs. "
PAPERS = {
    "address.txt": (
        "Speech of Mayor Runa Feld to the guild\n\n3 May 2031\n\n"
        "Dear members of the guild. I shall speak of one thing only, as it is late.\n\n"
        "The old dredger costs us more than the pilots do. I have asked three yards for a price. "
        "Two of them did not reply.\n\n"
        "The third wants it for scrap. I say that we let it go before the winter.\n\n" + FILLER * 8 + "\n\n"
        "Thank you, and mind the step.\n"
    ),
    "council.txt": (
        "Council of Vesk, 4 May 2031\n\n"
        "ODRAN TELL: The market hall leaks in four places.\n\n"
        "A new roof is in the budget of next year, and not before.\n\n"
        "ILSE BRANDT: The mice will be pleased.\n\n"
        "ODRAN TELL: They are no members of this council.\n"
    ),
    "news.txt": (
        "date 2031-05-06 Ferry to stop\n\n"
        "“The night ferry stops in June,” Petra Lund said. The hall was silent for a while.\n\n"
        "“The ferry has carried nine people since March,” said Lund.\n\n"
        "“I was one of the nine,” said Anton Berg.\n\n" + FILLER * 8 + "\n\n"
        "“The bakery is another matter,” said Lund.\n"
    ),
    "letters.txt": (
        "date 2031-06-01 The weir's letters\n\n"
        "Nora Quill says that she has had letters about the weir. They come on Fridays and bear no name. "
        "“I never had one,” said Anton Berg.\n\n" + FILLER * 8 + "\n\n"
        "Ilse Stell praises her years of work on the mooring fees. “Fees are not there to be loved,” Stell said. "
        "“They are there to be paid.”\n"
    ),
    "buses.txt": (
        "date 2031-06-04 Money for the buses\n\n"
        "“Show us first that you are serious,” Senator Sten Marl said on Friday. The hall was silent for a while.\n\n"
        "“I am no fan of paying for the buses for ever,” Marl said.\n\n"
        "“Buses are dear,” said Anton Berg.\n\n" + FILLER * 8 + "\n\n"
        "“The cake at the station is another matter,” Marl said.\n"
    ),
    "plan.txt": (
        "The quay plan\n\nThe plan has been in place for ten years. Quill told the paper that it would be built.\n"
    ),
    "walks.txt": (
        "Notes of a walker\n\n"
        "I make few journeys now. When you write about places you are asked to come along to everything, and it is "
        "easy to nod. In 2029 I took the car out 140 times. I could not recall half of them.\n"
    ),
}


@pytest.fixture(scope="module")
def papers(over: Over) -> Pipeline:
    return over(PAPERS)


def _shown(answer: Answer) -> str:
    return " ".join(each.text for each in answer.citations)


@pytest.mark.parametrize(
    ("question", "beside", "apart"),
    [
        ("What did Runa Feld say about the old dredger?", "let it go before the winter", "mind the step"),
        ("What did Odran Tell say about the market hall?", "not before", "mice"),
        ("What did Petra Lund say about the night ferry?", "carried nine people", "bakery"),
        ("What did Petra Lund say about the night ferry?", "carried nine people", "one of the nine"),
        ("What did Nora Quill say about letters?", "They come on Fridays", "never had one"),
        ("Where does Sten Marl stand on paying for the buses for ever?", "Show us first", "cake"),
        ("Where does Sten Marl stand on paying for the buses for ever?", "Show us first", "are dear"),
        ("What did Ilse Stell say about the work on mooring fees?", "there to be paid", "tide tables"),
    ],
)
def test_words_stand_with_what_the_same_person_says_beside_them(
    papers: Pipeline, question: str, beside: str, apart: str
) -> None:
    answer = papers.ask(Turn(question))
    assert beside in _shown(answer)
    assert apart not in _shown(answer)


def test_nobody_else_is_cited_beside_them(papers: Pipeline) -> None:
    for name, topic in (("Petra Lund", "the night ferry"), ("Odran Tell", "the market hall")):
        answer = papers.ask(Turn(f"What did {name} say about {topic}?"))
        assert {each.speaker for each in answer.citations} == {name}
        places = sorted((each.doc, each.start, each.end) for each in answer.citations)
        assert all(one[0] != other[0] or one[2] <= other[1] for one, other in zip(places, places[1:], strict=False))


TEXT = "One stays. Two goes on.\n\nThree is here. Four is there. Five ends.\n\nSix begins. Seven follows, at length.\n"
WHOLE = (0, len(TEXT))


@pytest.mark.parametrize(
    ("words", "within", "room", "grown"),
    [
        ("Four is there.", WHOLE, Room(back=30, on=30, more=0), "Three is here. Four is there. Five ends."),
        ("Four is there.", WHOLE, Room(back=5, on=30, more=0), "Four is there. Five ends."),
        ("Four is there.", WHOLE, Room(back=30, on=5, more=0), "Three is here. Four is there."),
        (
            "Five ends.",
            WHOLE,
            Room(back=40, on=30, more=16),
            "Three is here. Four is there. Five ends.\n\nSix begins.",
        ),
        ("Four is there.", (25, 53), Room(back=300, on=300, more=300), "Three is here. Four is there."),
        ("One stays.", WHOLE, Room(back=300, on=300, more=0), "One stays. Two goes on."),
    ],
)
def test_a_span_grows_by_whole_sentences_within_its_room(
    words: str, within: tuple[int, int], room: Room, grown: str
) -> None:
    at = TEXT.index(words)
    start, end = widened(TEXT, (at, at + len(words)), within, room)
    assert TEXT[start:end].strip() == grown


def test_what_stands_behind_words_of_others_begins_with_a_sentence(papers: Pipeline) -> None:
    document, statements = papers.document("walks.txt"), papers.store.catalog.statements("walks.txt")
    at = document.text.index("In 2029")
    assert any(document.text[each.end :].startswith(", and it is") for each in statements)
    plain = as_evidence(document, (at, document.text.index(" I could")), None, score=1.0, coverage=1.0)
    shown = with_its_paragraph([plain], papers.store.catalog)[0]
    assert document.text[shown.start : shown.end].strip() == document.text[at:].strip()


def test_what_stands_before_words_of_others_ends_with_a_sentence(papers: Pipeline) -> None:
    document, statements = papers.document("plan.txt"), papers.store.catalog.statements("plan.txt")
    before, told = document.text.index("The plan has"), document.text.index("would be built")
    assert any(before < each.start <= told < each.end for each in statements)
    plain = as_evidence(document, (before, document.text.index(" Quill told")), None, score=1.0, coverage=1.0)
    shown = with_its_paragraph([plain], papers.store.catalog)[0]
    assert document.text[shown.start : shown.end].strip() == "The plan has been in place for ten years."


def test_rows_of_a_table_stay_as_they_are() -> None:
    table = "pier | boats\nEast | 4\nWest | 7\nNorth | 9\n"
    row = table.index("West"), table.index("West") + len("West | 7")
    assert widened(table, row, (0, len(table)), OF_WORDS) == row

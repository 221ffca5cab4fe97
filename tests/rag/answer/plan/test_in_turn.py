"""Parts of a question that are asked in turn, and a whole where no part finds anything."""

from __future__ import annotations

import pytest

from rag.answer.plan.in_turn import first_answered
from rag.pipeline import Pipeline
from rag.records import Turn
from tests.rag.conftest import Over

VOTES = {
    "north.txt": "Ona Quill won the election in Eskby. The gap was 14 votes.\n",
    "south.txt": "Marden Tell won the election in Vesk. The gap was 90 votes.\n",
}


@pytest.fixture(scope="module")
def votes(over: Over) -> Pipeline:
    return over(VOTES)


@pytest.mark.parametrize(("place", "gap"), [("Eskby", "14"), ("Vesk", "90")])
def test_the_second_part_is_of_the_place_of_the_first(votes: Pipeline, place: str, gap: str) -> None:
    answer = votes.ask(Turn(f"Who won the election in {place} and how big was the gap?"))
    assert answer.status == "answered"
    assert gap in answer.answer
    assert len({each.doc for each in answer.citations}) == 1


def test_the_whole_is_asked_where_no_part_is_answered(votes: Pipeline) -> None:
    found = votes.ask(Turn("Who won the election in Eskby?"))
    absent = votes.ask(Turn("Who built the lighthouse at Skell?"))
    assert absent.status == "not_found"
    assert first_answered(absent, lambda: found) is found
    assert first_answered(absent, lambda: absent) is absent
    assert first_answered(found, lambda: absent) is found
    assert first_answered(None, lambda: absent) is absent


WORKSHOP = {
    "bench.txt": (
        "The boat workshop of Vesk\n\nThe boat builder of Vesk took on her first pupil, Odran Tell, in 2031. "
        "He gave her an oar as a present. The oar bears the words: We have wind.\n"
    ),
    "ferry.txt": "The ferry of Eskby\n\nThe new ferry was called the Ada Holm. The excuse was the weather.\n",
}


@pytest.fixture(scope="module")
def workshop(over: Over) -> Pipeline:
    return over(WORKSHOP)


def test_what_points_at_the_part_before_is_read_behind_its_answer(workshop: Pipeline) -> None:
    answer = workshop.ask(
        Turn("What present did Odran Tell give to the boat builder of Vesk, and what did it say on it?")
    )
    assert [each.status for each in answer.parts] == ["answered", "answered"]
    assert "We have wind" in answer.answer


@pytest.mark.parametrize("clause", ["what was their excuse", "what was its price", "what's the excuse"])
def test_what_points_at_the_part_before_is_not_answered_by_another_document(workshop: Pipeline, clause: str) -> None:
    answer = workshop.ask(Turn(f"Who was the first pupil of the boat builder of Vesk, and {clause}?"))
    assert answer.parts[0].status == "answered"
    assert "ferry.txt" not in {each.doc for each in answer.citations}


REPORTS = {
    "crane.txt": (
        "The crane of Lorn\n\nIn 2030 the engineer, Ada Vesk, asked for 640,000 to mend the crane of Lorn. The request "
        "was refused in May by the harbour committee. Sol Marr chaired it.\n"
    ),
    "notes.txt": "Notebook\n\nThe men came up after 20 days. The print was made in Eskby. It costs nine crowns.\n",
    "paper.txt": (
        "Parliament of Lorn\n\nMr. ORRIN: 1. how many pensioners live in Lorn; and\n2. how many of these are women?\n"
    ),
}


@pytest.fixture(scope="module")
def reports(over: Over) -> Pipeline:
    return over(REPORTS)


@pytest.mark.parametrize(
    "question",
    [
        "Who asked for 640,000 to mend the crane of Lorn and who refused it?",
        "Who asked for money to mend the crane of Lorn, and who refused it in the end?",
        "Who wanted 640,000 for the crane of Lorn and who rejected it?",
    ],
)
def test_who_turned_it_down_is_a_part(reports: Pipeline, question: str) -> None:
    answer = reports.ask(Turn(question))
    assert len(answer.parts) == 2
    assert "harbour committee" in answer.answer


@pytest.mark.parametrize(
    "question",
    [
        "When must the writer hand in the piece on whales and how long may it be?",
        "Who drew the map of the northern sea and where was it made?",
        "When did the queen open the tunnel and how much did it cost?",
    ],
)
def test_what_it_is_must_be_found_first(reports: Pipeline, question: str) -> None:
    answer = reports.ask(Turn(question))
    assert answer.status == "not_found", answer.answer


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("Who asked for 640,000 to mend the crane of Lorn, and how did whales get into the lake?", "Ada Vesk"),
        ("What did the men in the mine eat, and when did the engineer ask for 640,000 for the crane?", "2030"),
        ("How did whales get into the lake, and when did the engineer ask for 640,000 for the crane?", "2030"),
    ],
)
def test_the_words_shown_for_another_part_may_answer(reports: Pipeline, question: str, words: str) -> None:
    answer = reports.ask(Turn(question))
    assert words in answer.answer
    assert "No separate answer to this was found." in answer.answer
    assert "No sure answer" not in answer.answer


def test_one_of_several_questions_is_no_answer(reports: Pipeline) -> None:
    answer = reports.ask(Turn("How many pensioners live in Lorn and how many of these are women?"))
    assert answer.status == "not_found", answer.answer


WALKS = {
    "walks.md": (
        "# In conversation with Ottilie Marsh\n"
        "\n"
        "3 May 2032\n"
        "\n"
        "Today we are joined by Ottilie Marsh, who edits the walking pages of the Lorn Courier and wrote the "
        'book "Slow Ways Home".\n'
        "\n"
        "### The Lantern\n"
        "\n"
        "Where did your feet take you last year?\n"
        "\n"
        "### Ottilie\n"
        "\n"
        "The longest walk I have done is from Eskby to the lighthouse at Skell. It took me eleven days, and "
        "I slept in barns. When I saw the light over the water I thought that I had come home.\n"
        "\n"
        "Getting there on foot was a wonderful way to arrive, and I should do it again tomorrow if my knees "
        "allowed it. The keeper gave me soup and a blanket, and told me of the winter when the snow stood up "
        "to the gallery and no boat came for five weeks.\n"
        "\n"
        "I have walked a good deal along the canals as well: from Vesk to the locks of Hadley, and from "
        "there to the salt works and back over the moor. Those walks are shorter, and there is always tea at "
        "the end of them.\n"
        "\n"
        "### The Lantern\n"
        "\n"
        "Do you walk alone?\n"
        "\n"
        "### Ottilie\n"
        "\n"
        "Mostly. My sister came along to Hadley, but she prefers a bench to a path, and she told me so every "
        "mile of the way. I am slow when I walk with others, because I talk.\n"
        "\n"
        "### The Lantern\n"
        "\n"
        "What is in the rucksack?\n"
        "\n"
        "### Ottilie\n"
        "\n"
        "Less every year. A coat, two pairs of socks, a pan, a notebook with squared paper and four pencils, "
        "as ink freezes. People send me tents and I give them to the school. I have carried the same knife "
        "since I was twelve, and my mother asks for it back every Christmas. What weighs most is the water, "
        "and you learn where the springs are, and whom you may ask at the door.\n"
        "\n"
        "### The Lantern\n"
        "\n"
        "How has your life changed since you gave up the car?\n"
        "\n"
        "### Ottilie\n"
        "\n"
        "I make fewer journeys and I plan them. When you write about places you are asked to come along to "
        "everything, and it is easy to nod. In 2029, I reckoned up that I had made 26 press trips in 6 "
        "months, behind the wheel each time, which is pretty much one a week. What upset me was that I had "
        "not even wanted to go.\n"
        "\n"
        "Now a journey is a thing I look forward to, not a thing between two others.\n"
        "\n"
    ),
    "drives.txt": "Drives\n\nThe post of Vesk counted 900 drives in 2029. Its drivers drive back on Fridays.\n",
}


@pytest.fixture(scope="module")
def walks(over: Over) -> Pipeline:
    return over(WALKS)


def test_what_points_at_the_part_before_is_perhaps_answered_by_another_passage_of_its_document(
    walks: Pipeline,
) -> None:
    answer = walks.ask(Turn("What is the farthest Ottilie Marsh has walked, and how often did she drive back in 2029?"))
    second = [each for each in answer.cited if each.n in answer.parts[1].citations]
    assert {each.doc for each in second} == {"walks.md"}
    assert any("26 press trips in 6 months" in each.text for each in second)


def test_nothing_is_shown_twice_for_the_part_before_and_what_points_at_it(walks: Pipeline) -> None:
    answer = walks.ask(Turn("What is the longest walk of Ottilie Marsh, and how tall is she herself?"))
    assert answer.parts[1].citations == ()


FOUNDER = {
    "petition.txt": (
        "A petition for the ferry of Vesk\n\nOdran Tell, a student of boats, set up the petition for the ferry. "
        "The petition has the support of the yards and of the harbour school. More comes from Eskby every week.\n\n"
        "Tell hopes that the council brings back the night ferry.\n"
    ),
    "other.txt": "Hopes in Lorn\n\nMira Quill hopes for rain in Lorn.\n",
}


@pytest.fixture(scope="module")
def founder(over: Over) -> Pipeline:
    return over(FOUNDER)


def test_he_is_the_one_who_answers_the_first_part(founder: Pipeline) -> None:
    answer = founder.ask(Turn("Who set up the petition for the ferry of Vesk, and what does he hope for?"))
    assert answer.parts[0].status == "answered"
    assert "Odran Tell" in answer.answer
    assert {each.doc for each in answer.citations} == {"petition.txt"}
    assert "brings back the night ferry" in answer.answer

"""What a quotation check says of retractions, lost negations, denied words and words that others tell."""

from __future__ import annotations

import pytest

from index import sync
from rag.pipeline import Pipeline
from tests.conftest import pipeline_over
from tests.rag.conftest import Over, quote_checked, unsure_between

TAKEN_BACK = "The next sentence takes them back."
TEXTS = {
    "wrong.txt": "“The mill is sold for good, and I signed it. I was wrong to say so,” Nora Pell said.\n",
    "back.txt": "“The quay is sold for good,” Nora Pell said. “I take that back, it is leased.”\n",
    "joke.txt": "Nora Pell said: “The tower is sold for good. Just kidding. It stands.”\n",
    "mistake.txt": "Nora Pell said: “The chapel is sold for good. That was a mistake, it is not.”\n",
    "misspoke.txt": "“The ferry is sold for good. No, I misspoke,” Nora Pell said.\n",
    "fool.txt": "“I am not a fool in the least,” Nora Pell said.\n",
    "safe.txt": "“The pier is not dangerous, but it is not what it should be,” Nora Pell said.\n",
    "one.txt": "“It rained. No one is teaching this in our schools,” Nora Pell said.\n",
    "stands.txt": "“The barn is sold for good. I was there,” Nora Pell said.\n",
    "other.txt": "“The inn is sold for good,” Nora Pell said. “I was wrong about you,” Odo Quill said.\n",
    "not.txt": "“They do not want a second bridge over the river,” Nora Pell said. Palo Brandt left.\n",
    "denied.txt": "Piet Okonjo said: “Maud Lerner never said that the school would close.”\n",
    "denies.txt": "Piet Okonjo said: “Maud Lerner denied that the school was haunted.”\n",
    "retold.txt": "Thomas Arlen told her, “I built the inn by myself,” Wendy Morse recalled.\n",
    "crowd.txt": "“I heard protesters shouting ‘Down with Orrin Vale,’” an eyewitness said. Orrin Vale left.\n",
    "then.txt": "Dag Elling said: “Suppose the bridge were safe; then we could open it tomorrow.”\n",
    "like.txt": "“A lot of people I trust were like, ‘The river is poisoned,’” Nell Tarrow said.\n",
}


@pytest.fixture(scope="module")
def town(over: Over) -> Pipeline:
    return over(TEXTS)


@pytest.mark.parametrize(
    ("name", "words", "shown"),
    [
        ("wrong", "The mill is sold for good, and I signed it", "I was wrong to say so"),
        ("back", "The quay is sold for good", "I take that back, it is leased."),
        ("joke", "The tower is sold for good", "Just kidding."),
        ("mistake", "The chapel is sold for good", "That was a mistake, it is not."),
        ("misspoke", "The ferry is sold for good", "No, I misspoke"),
        ("stands", "The barn is sold for good", ""),
        ("other", "The inn is sold for good", ""),
    ],
)
def test_the_sentence_that_takes_words_back_is_shown(town: Pipeline, name: str, words: str, shown: str) -> None:
    answer = quote_checked(town, words, "Nora Pell", f"{name}.txt")
    assert answer.verdict == "exact"
    assert (TAKEN_BACK in answer.answer) == bool(shown)
    assert shown in answer.answer
    assert ("I was" in answer.answer) == shown.startswith("I was")
    assert {each.check for each in answer.citations} == {"verified"}


@pytest.mark.parametrize("speaker", ["Nora Pell", "Palo Brandt"])
def test_a_lost_negation_is_shown_first_whoever_is_asked_for(town: Pipeline, speaker: str) -> None:
    answer = quote_checked(town, "They want a second bridge over the river", speaker, "not.txt")
    assert answer.verdict == "altered"
    assert answer.answer.startswith("Altered in sense: the question leaves out a negation.")
    assert "Left out by the question: “do not”." in answer.answer
    assert ("not by Palo Brandt" in answer.answer) == (speaker == "Palo Brandt")


@pytest.mark.parametrize(
    ("name", "words", "line"),
    [
        ("fool", "I am a fool in the least", "Left out by the question: “not”."),
        ("safe", "The pier is dangerous, but it is not what it should be", "Left out by the question: “not”."),
        ("not", "They want a second bridge over the river", "Left out by the question: “do not”."),
        ("one", "Everyone is teaching this in our schools", "the question has “Everyone”, the document “No one”."),
    ],
)
def test_what_is_left_out_is_shown_and_no_more(town: Pipeline, name: str, words: str, line: str) -> None:
    answer = quote_checked(town, words, "Nora Pell", f"{name}.txt")
    assert answer.answer.startswith("Altered in sense: the question leaves out a negation.")
    assert line in answer.answer


def test_a_lost_negation_is_shown_before_an_unsure_speaker(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sync, "analysed", unsure_between("Nora Pell", "Palo Brandt"))
    with pipeline_over({"not.txt": TEXTS["not.txt"]}, tmp_path_factory.mktemp("unsure")) as pipeline:
        answer = quote_checked(pipeline, "They want a second bridge over the river", "Nora Pell")
        assert answer.verdict == "altered"
        assert answer.answer.startswith(
            "Altered in sense: the question leaves out a negation. Speaker unsure: Nora Pell or Palo Brandt."
        )


@pytest.mark.parametrize(
    ("name", "words", "speaker", "opening"),
    [
        (
            "denied",
            "the school would close",
            "Maud Lerner",
            "Not by Maud Lerner: Piet Okonjo says that Maud Lerner did not",
        ),
        (
            "denies",
            "the school was haunted",
            "Maud Lerner",
            "Not by Maud Lerner: Piet Okonjo says that Maud Lerner did not",
        ),
        ("denied", "the school would close", "Piet Okonjo", "These exact words stand there, but under a denial"),
        (
            "retold",
            "I built the inn by myself",
            "Wendy Morse",
            "Not by Wendy Morse: these are words of Thomas Arlen, as",
        ),
        ("retold", "I built the inn by myself", "Thomas Arlen", "In these words, as reported by Wendy Morse"),
        (
            "crowd",
            "Down with Orrin Vale",
            "Orrin Vale",
            "Not by Orrin Vale: these are words of protesters, as reported by an",
        ),
        ("then", "then we could open it tomorrow", "Dag Elling", "These exact words stand there, but in a hypothesis"),
        (
            "like",
            "The river is poisoned",
            "Nell Tarrow",
            "These exact words stand there, but in a report of others’ words",
        ),
    ],
)
def test_the_opening_tells_whose_words_and_in_what_sense(
    town: Pipeline, name: str, words: str, speaker: str, opening: str
) -> None:
    assert quote_checked(town, words, speaker, f"{name}.txt").answer.startswith(opening)

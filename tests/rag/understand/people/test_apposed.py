"""A post with what it is of leads to the one person whom a text names beside it, and another body's to nobody."""

from __future__ import annotations

import pytest

from rag.pipeline import Pipeline
from rag.records import Turn
from rag.understand.people.apposed import named_beside
from rag.understand.speakers import find_speakers
from tests.rag.conftest import Over

TEXTS = {
    "league.txt": (
        "Norr League\n\n“We hold on to the cup,” said Rona Lauder, a spokeswoman for the Norr League. “And we play "
        "on,” said Olof Crothe, a spokesman for the Norr League. “We paid,” said Abel "
        "Hurst, chairman of the Norr Bank.\n"
    ),
    "storm.txt": (
        "Storm tears roofs off Lund\n\n3 November 2030\n\nThe storm came at night. “It is more than I can take in, "
        "your own door lying in the sea,” Lund harbour master Josef Harrower wrote.\n\n"
        "The museum’s director, Ilse Quarry, said: “We lend boats to schools and will go on lending.”\n"
    ),
    "appeal.txt": (
        "Appeal decision: the Sallow Mill\n\n"
        "For the council, the conservation officer, Ms Hanna Oriel, took the opposite view. She said the drying loft "
        "is the last one in the county.\n\n"
        "The council's valuer, Mrs Petra Lund, said that the price was too high.\n"
    ),
    "bridge.txt": (
        "A bridge for Ulmen\n\n"
        "“You do not measure a river from a car,” the county's present chief engineer, Sara Imre, told us.\n\n"
        "Imre, the chief engineer, is for the ferry too. Her assistant engineer, Olof Brandt, is not.\n"
    ),
    "lifeboat.txt": (
        "Skerrow lifeboat: annual report\n\nSecond coxswain Bela Carl spoke first. The coxswain, Jon Nansen, thanked "
        "the crew.\n\n5. The boats (Mechanic, Rurik Tolland)\n\nThe inshore boat was new in 2021.\n"
    ),
    "phones.txt": (
        "Phones at school: what was said\n\n"
        "Marek Adeyo (head teacher, Fennick School): a view from the corridor. We locked them away.\n\n"
        "“Worry is no proof,” said Lena Garrick, a professor of education that works on schools at Norr Tech. The "
        "service's head of operations, Gwen Tarr, agreed.\n"
    ),
    "firm.txt": (
        "Vesk Water before the committee\n\nPresent: Hanne Vance, Chief Executive, Vesk Water; Tomas Wirz, Director "
        "of Networks, Vesk Water.\n\nHanne Vance: The pipe would be just as old.\n\nTomas Wirz: It would.\n"
    ),
    "life.txt": (
        "Vesk Right to Speech wins\n\nVesk Right to Speech President Mikael Gonda said the ruling was wrong. "
        "“It is a fine day,” VHW Commissioner Dr. Robin M. Calder said. VHW is the Vesk Harbour Watch.\n"
    ),
    "chatter.txt": (
        "Chatter shuts accounts\n\nThe VBI and the Coast Police read what is posted. The change comes as Jon Dorsk, "
        "recently named the company's chief executive, is out to turn it around.\n\n"
        "Its present editor, Mina Holt, disagreed.\n"
    ),
}


@pytest.fixture(scope="module")
def town(over: Over) -> Pipeline:
    return over(TEXTS)


@pytest.mark.parametrize(
    ("phrase", "found"),
    [
        ("the director of the museum", ["Ilse Quarry"]),
        ("the museum's director", ["Ilse Quarry"]),
        ("the museums head", ["Ilse Quarry"]),
        ("the director of the brewery", []),
        ("the museum's deputy director", []),
        ("the editor of the museum", []),
        ("the council's conservation officer", ["Hanna Oriel"]),
        ("the council's valuer", ["Petra Lund"]),
        ("the county's chief engineer", ["Sara Imre"]),
        ("the county's assistant engineer", ["Olof Brandt"]),
        ("the lifeboat mechanic", ["Rurik Tolland"]),
        ("the coxswain", ["Jon Nansen"]),
        ("the head teacher", ["Marek Adeyo"]),
        ("the headteacher of Fennick School", ["Marek Adeyo"]),
        ("the norr tech professor", ["Lena Garrick"]),
        ("the boss of Vesk Water", ["Hanne Vance"]),
        ("the director of networks", ["Tomas Wirz"]),
        ("the head of Vesk Right to Speech", ["Mikael Gonda"]),
        ("the VHW commissioner", ["Robin M. Calder"]),
        ("the Vesk Harbour Watch commissioner", ["Robin M. Calder"]),
        # Another body's, another field's or nobody's.
        ("the norr city professor", []),
        ("the council's trading officer", []),
        ("the head of National Right to Speech", []),
        ("the lifeboat's doctor", []),
        ("the local MP", []),
        ("the VBI director", []),
        ("the vbi director", []),
        ("the director of the Coast Police", []),
        ("the Coast Police's editor", []),
        ("the boss of chatter", ["Jon Dorsk"]),
    ],
)
def test_a_post_leads_to_whom_a_text_names_beside_it(town: Pipeline, phrase: str, found: list[str]) -> None:
    assert find_speakers(phrase, town.store.catalog) == found


@pytest.mark.parametrize(
    ("phrase", "found"),
    [
        ("the spokeswoman of the Norr League", ["Rona Lauder"]),
        ("the Norr League's spokesman", ["Olof Crothe"]),
        ("the chairwoman of the Norr Bank", []),
        ("the chairman of the Norr Bank", ["Abel Hurst"]),
    ],
)
def test_of_a_man_and_a_woman_the_noun_tells_which(town: Pipeline, phrase: str, found: list[str]) -> None:
    assert [each.name for each in named_beside(phrase, town.store.catalog)] == found


@pytest.mark.parametrize(
    "question",
    [
        "What did the director of the museum say about lending boats?",
        "what did the museums head say about lending boats",
    ],
)
def test_the_words_of_a_post_are_shown(town: Pipeline, question: str) -> None:
    assert "We lend boats" in town.ask(Turn(question)).citations[0].text


def test_another_bodys_post_has_no_words(town: Pipeline) -> None:
    answer = town.ask(Turn("What did the director of the brewery say about lending boats?"))
    assert answer.status == "not_found", answer.answer


def test_what_a_text_tells_of_a_post_s_holder_is_found_and_he_is_named(town: Pipeline) -> None:
    answer = town.ask(Turn("What did the council's conservation officer say about the drying loft?"))
    assert "the last one in the county" in answer.citations[0].text
    assert answer.notice == (
        "“the council's conservation officer” is taken for Hanna Oriel, “the conservation officer” in these documents."
    )


def test_a_post_behind_a_name_ends_before_the_verb_of_saying(over: Over) -> None:
    text = "The Norr Rope Society (NRS) met.\n\nLorna Teal, NRS Chairperson comments, “The rope holds.”\n"
    catalog = over({"rope.txt": text}).store.catalog
    assert find_speakers("the Norr Rope Society's chairperson", catalog) == ["Lorna Teal"]

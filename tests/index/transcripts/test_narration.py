"""What a reporter writes between the turns of an interview."""

from __future__ import annotations

import pytest

from index.records import owner_of
from index.transcripts.narration import (
    is_caption,
    is_credit,
    is_direction,
    is_narrated,
    without_asides,
    without_quotations,
)
from tests.index.analysed import named, over, statements


@pytest.mark.parametrize(
    ("paragraph", "direction"),
    [
        ("*Brisk laughs.*", True),
        ("_She looks up._", True),
        ("[the lights go out]", True),
        ("*(music)*", True),
        ("*Holm laughs.*", False),
        ("*I closed the mill.*", False),
        ("Brisk laughs.", False),
    ],
)
def test_a_direction_is_set_apart_and_of_somebody_in_the_interview(paragraph: str, direction: bool) -> None:
    assert is_direction(paragraph, {"Brisk"}) is direction


@pytest.mark.parametrize(
    ("paragraph", "caption"),
    [
        ("Protesters outside of the lock in August (Ana Ruiz / The Harrier).", True),
        ("The keeper at a meeting in 2030 (Getty).", True),
        ("We stood outside of the lock in August (and/or September).", False),
        ("The lock is shut (it leaks).", False),
    ],
)
def test_a_caption_names_who_took_its_picture(paragraph: str, caption: bool) -> None:
    assert is_caption(paragraph) is caption


@pytest.mark.parametrize(
    ("paragraph", "credit"),
    [("*Edited by Ana Ruiz.*", True), ("*My thanks to the mill.*", False), ("Edited by Ana Ruiz.", False)],
)
def test_a_credit_is_in_italics_and_not_in_the_first_person(paragraph: str, credit: bool) -> None:
    assert is_credit(paragraph) is credit


def test_asides_part_a_turn_and_stressed_words_do_not() -> None:
    text = "*She looks up.* Yes. *laughs* It is *our* mill."
    assert [text[slice(*each)] for each in without_asides(text, (0, len(text)), set())] == ["Yes.", "It is *our* mill."]


@pytest.mark.parametrize(
    ("paragraph", "gender", "narrated"),
    [
        ("“The cat owns it,” she says.", "female", True),
        ("“The cat owns it,” Brisk said.", "male", True),
        ("“The cat owns it,” she says.", "male", False),
        ("“The cat owns it,” he said.", "male", False),
        ("“The cat owns it,” he says, and I laughed.", "male", False),
        ("The cat owns it, she says.", "female", False),
    ],
)
def test_a_paragraph_that_quotes_its_speaker_is_the_reporters(paragraph: str, gender: str, narrated: bool) -> None:
    assert is_narrated(paragraph, "Brisk", gender) is narrated


def test_quotations_are_left_out_of_what_is_narrated() -> None:
    assert without_quotations("She said “no” and «jamais» twice.").split() == ["She", "said", "and", "twice."]


HARBOUR_PANEL = """Harbour panel, 3 May 2031

Chair: Shall we close the quay?

Pike: I am for it.

Haddad-Lowe: No. I am against it, as I was in March.

Ellingworth: I am against that one too.

Pike said he had been for it since the flood, and Ellingworth laughed at him.

Haddad-Lowe: I never saw a flood.

Chair: Then we vote.
"""
MILL_ROOM = """Questions to the council of Vesk

ORME: We have the money.

Orme told the room that the money came from the sale of the mill.

LIND: We do not have it.

“She is wrong,” said Orme, and several people clapped.

ORME: Look at page four.

LIND: I have.
"""
THREE_CANDIDATES = """Three candidates met in Eskby on Monday. These are their words.

Maria Pike: I would keep the ferry. It pays for itself.

Pike added afterwards that she had been a ferry hand for nine years.

Jon Haddad-Lowe: I would sell it.

Tess Ellingworth: I would lease it, and I would lease the quay.

Haddad-Lowe shook his head. He called a lease a sale by another name.
"""


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (HARBOUR_PANEL, "Pike said he"),
        (MILL_ROOM, "Orme told the"),
        (MILL_ROOM, "She is wrong"),
        (THREE_CANDIDATES, "Pike added"),
        (THREE_CANDIDATES, "Haddad-Lowe shook"),
    ],
)
def test_a_paragraph_that_tells_of_another_label_is_no_part_of_the_turn(text: str, words: str) -> None:
    assert not [each for each in over(text, words) if each.kind == "turn"]


@pytest.mark.parametrize(
    ("words", "speaker"),
    [
        ("I am against it, as", "Haddad-Lowe"),
        ("I am against that one", "Ellingworth"),
        ("he had been for it", "Pike"),
        ("I never saw", "Haddad-Lowe"),
    ],
)
def test_a_double_surname_and_a_name_that_labels_once_are_speakers(words: str, speaker: str) -> None:
    assert named(HARBOUR_PANEL, words) == speaker


def test_a_first_turn_in_the_first_person_is_no_heading_though_a_reporter_goes_on() -> None:
    assert named(THREE_CANDIDATES, "I would keep the ferry") == "Maria Pike"


def test_who_speaks_of_another_in_the_first_person_or_by_title_goes_on() -> None:
    text = (
        "Mr Orme: We have the money.\n\nMr Lind said last year that we had none. That was false.\n\n"
        "Mrs Lind: We do not have it.\n\nMr Orme said it was there, and I believed him.\n\n"
        "Mr Orme: Look at page four.\n\nMrs Lind: I have.\n"
    )
    assert named(text, "Mr Lind said last") == "Orme"
    assert named(text, "Mr Orme said it") == "Lind"


def test_a_reply_below_a_question_that_asks_somebody_is_not_the_askers() -> None:
    text = (
        "Mona Dell: Mr Haddad-Lowe, are you for the bridge?\n\n“I am against that one.”\n\n"
        "Mona Dell: And you, Ms Pike?\n\nFor it.\n\nHaddad-Lowe: no.\n\nEllingworth: yes.\n"
    )
    assert named(text, "I am against that one") is None
    assert named(text, "For it.") is None
    assert (named(text, "no."), named(text, "yes.")) == ("Haddad-Lowe", "Ellingworth")


def test_a_speaker_who_answers_a_question_of_nobodys_goes_on() -> None:
    text = (
        "Ana Ruiz: Shall the mill close?\n\nI am against that one.\n\nPalo Brandt: So am I.\n\n"
        "Ana Ruiz: Then we agree.\n"
    )
    assert named(text, "I am against that one") == "Ana Ruiz"


TALK = """Interview with Mayor Ida Voss

Reporter: When does the bridge open?

Ida Voss: I hope it opens in May. We have waited long enough.

{line}

Reporter: Will you run again?

Ida Voss: I will. I have told my husband.

Reporter: Thank you.
"""


@pytest.mark.parametrize(
    ("line", "is_hers"),
    [
        ("The office is closed on Fridays, her secretary adds.", False),
        ("The mayor's secretary, Palo Brandt, interrupts to ask for a minute.", False),
        ("“She has a train at six,” her aide, Palo Brandt, says.", False),
        ("My secretary says that the office is closed on Fridays.", True),
        ("The governor's secretary said in May that it was late.", True),
    ],
)
def test_a_secretarys_line_is_not_the_speakers(line: str, is_hers: bool) -> None:
    text = TALK.format(line=line)
    start = text.index(line)
    turns = [each for each in statements(text) if each.kind == "turn"]
    owner = owner_of((start, start + len(line)), turns)
    assert (owner is not None and owner.speaker == "Ida Voss") is is_hers

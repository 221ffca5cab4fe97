"""A quotation belongs to the subject of its own clause; headings, habits and marks out of place give it to nobody."""

from __future__ import annotations

import pytest

from tests.index.analysed import innermost, named, statements
from tests.index.attribution.said import holding, sure_speaker


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        ("Voss says he never met her, Ruiz admitted “a mistake that I regret,” and Berg denied it.", "a mis", "Ruiz"),
        ("Ana Ruiz denied the charge, Otto Berg called it “a story without an end.”", "a story", "Otto Berg"),
        ("Mira Cole said the bridge was safe, Jan Lind called it “a pile of rust on sticks.”", "a pile", "Jan Lind"),
        ("The mayor said the plan had failed, the union called it “a bad day for us all.”", "a bad", "the union"),
    ],
)
def test_clauses_in_a_row_have_their_own_speakers(text: str, words: str, speaker: str) -> None:
    found = innermost(text, words)
    assert found is not None
    assert (found.speaker, found.reported_by) == (speaker, None)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Ana Ruiz insisted that it was about “the jobs of the river towns”, whatever the critics say.", "Ana Ruiz"),
        ("Otto Berg said the plan was “a gift to the whole valley,” whichever experts warned of it.", "Otto Berg"),
        ("Whatever the critics say, Mira Cole called it “a gift to the whole valley.”", "Mira Cole"),
    ],
)
def test_whom_a_clause_with_whatever_concedes_has_no_words(text: str, speaker: str) -> None:
    found = innermost(text, "the jobs" if "jobs" in text else "a gift")
    assert found is not None
    assert found.speaker == speaker


@pytest.mark.parametrize("lead", ["that after the vote", "when the mayor came"])
def test_what_leads_to_a_clause_is_told_with_it(lead: str) -> None:
    found = innermost(f"Holm said {lead}, Berg told him “we are finished with this town.”", "we are")
    assert found is not None
    assert (found.speaker, found.reported_by) == ("Berg", "Holm")


@pytest.mark.parametrize(
    ("text", "words", "speaker", "reporter"),
    [
        (
            "Police said a neighbour rang the station to say that the door was open.",
            "the door",
            "a neighbour",
            "Police",
        ),
        (
            "Sources said Vesk pilots called the port to report that a ship was near.",
            "a ship",
            "Vesk pilots",
            "Sources",
        ),
    ],
)
def test_an_infinitive_in_what_is_said_is_its_subjects(text: str, words: str, speaker: str, reporter: str) -> None:
    found = holding(text, words)
    assert found is not None
    assert (found.speaker, found.reported_by) == (speaker, reporter)


@pytest.mark.parametrize(
    "text",
    [
        "You must look hard for a mill, excluding Holm and Brandt, between, say, 1880 and 1910.",
        "If Jan Ruiz moved to, say, Vesk, the club would need a keeper.",
        "Otto Berg could, say, open the school in June.",
        "Ida Holm of the Vesk Walks blog has done some sterling work on the gates.",
        "Guy Rich and Gordon Ram are set to attend the feast, said to be held at an old mill.",
        "Everyone says what they had for breakfast to test the sound.",
        "Everybody says the soup is best in winter.",
        "People always say “the sea gives and the sea takes” here.",
        "Research Notes Sources: “50 Reported Dead in Vesk as the Mayor Falls.” vesktimes.example.",
    ],
)
def test_nobody_is_named(text: str) -> None:
    assert not [each for each in statements(text) if each.speaker and each.confidence >= 0.7]


def test_narration_between_marks_out_of_place_is_no_quotation() -> None:
    text = "“It is a good start,” said Alan Duth.\n\n“Duth stressed the worth of new ideas.”\n\n“We go on,” he added."
    assert named(text, "Duth stressed") is None
    assert named(text, "We go on") == "Alan Duth"


@pytest.mark.parametrize("adverb", ["Suddenly", "Yesterday", "Eventually"])
def test_an_adverb_is_no_part_of_a_name(adverb: str) -> None:
    assert named(f"{adverb} Larry was gone. “We tell of a king who dreams,” Larry said.", "We tell") == "Larry"


@pytest.mark.parametrize("name", ["Emily Hart Vesk", "Kelly Ann Morn", "Beverly Van Tell", "Reilly Odo Quill"])
def test_a_name_that_ends_as_adverbs_do_is_whole(name: str) -> None:
    for text in (f"{name} said: “The quay is closed.”", f"It rained. “The quay is closed,” {name} said."):
        assert named(text, "The quay") == name
    for adverb in ("Clearly", "Only", "Sadly"):
        assert named(f"{adverb} {name} said: “The quay is closed.”", "The quay") == name


@pytest.mark.parametrize("suffix", ["Jr.", "Sr.", "III"])
def test_a_suffix_is_nobodys_name(suffix: str) -> None:
    found = named(f"Dr. Martin Odo King {suffix} said, “The river is long but it bends to the sea.”", "The river")
    assert found is not None
    assert found.startswith("Martin Odo King")


def test_an_answer_of_an_interview_is_not_the_bylines() -> None:
    text = "The Vesk Interview\n\nBy Mark Ash\n\nWhy did you shoot it here?\n\nI said, “We will shoot in the street.”\n"
    assert named(text, "We will") is None


def test_people_told_by_what_they_did_and_words_with_a_cue_of_their_own_are_named() -> None:
    assert named("People who fought other fires say it could be doing more.", "it could") is not None
    assert named("Ana Ruiz wrote that Otto Berg “said that he was impressed with the town.”", "said that") == "Ana Ruiz"


def test_a_title_in_marks_is_no_half_of_a_quotation() -> None:
    text = (
        "Sam Lind, of the show “Harbour Soup,” who went on to cook, said his boss was “always kind and generous to us.”"
    )
    assert named(f"{text} But, said Lind, “I left.”", "always kind") == "Sam Lind"


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        ("Analysts said it would cost little: “It is no big deal,” said James Holt at Vesk Capital.", "It is no big",
         "James Holt"),
        ("Officials told the Echo the dam had held: “We were lucky,” said Ana Ruiz.", "We were lucky", "Ana Ruiz"),
        ("The union said it had no choice: “We were lied to,” said Ola Quill, its head.", "We were lied", "Ola Quill"),
        ("Ana Ruiz said the dam had held: “We were lucky,” she said.", "We were lucky", "Ana Ruiz"),
    ],
)  # fmt: skip
def test_who_is_named_behind_words_after_a_colon_says_them(text: str, words: str, speaker: str) -> None:
    assert sure_speaker(text, words) == speaker


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "The shop put off its Soho Green opening slated for May “in light of the dreadful events in town.”",
            "in light",
        ),
        ("The Harbour Fair closing planned for June “in view of the long and heavy rains” was put off.", "in view"),
        ("The Lock Museum opening delayed by rain “on account of the very wet season” is near.", "on account"),
        ("The meeting of the Harbour Council, a body of the port, in the old Vesk said the fees stay.", "the fees"),
    ],
)
def test_an_event_and_a_place_say_nothing(text: str, words: str) -> None:
    assert sure_speaker(text, words) is None


@pytest.mark.parametrize("agency", ["Reuters", "Sova", "Getty"])
def test_the_agency_of_a_pictures_credit_is_no_given_name(agency: str) -> None:
    text = (
        f"Glass lay there. Vitalii Hold/{agency} Evans had worked there since May. Ryan Evans was a guard. "
        f"{agency} added that two others were hurt."
    )
    found = holding(text, "two others")
    assert found is not None
    assert found.speaker in {agency, None}

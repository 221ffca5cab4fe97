"""Who a singular pronoun, a cut name and an account of others' acts may name, and what nobody has said."""

from __future__ import annotations

import pytest

from tests.index.analysed import named, over, statements

NO_PERSON = [
    pytest.param(
        "The boats fell, according to the League’s World Harbour Prospects report.\n\n“There are more,” he said.",
        "There are",
        id="a report",
    ),
    pytest.param(
        "Letters wait for months, according to the National Toll Advocate\n\n“You go mad,” she said.",
        "You go mad",
        id="an office in capitals",
    ),
    pytest.param(
        "The quay was cold. Scroll down for video. “We never slept,” she explained.",
        "We never slept",
        id="an order to the reader",
    ),
    pytest.param(
        "The new rules cover Vesk. VBPS will follow, said the paper. VBPS has six schools. “It is hard,” she said.",
        "It is hard",
        id="initials",
    ),
    pytest.param(
        "The women crossed. Kestra Lights opened in May, and Kestra Lights said it was full. “We were glad,” he said.",
        "We were glad",
        id="a hall",
    ),
]


@pytest.mark.parametrize(("text", "words"), NO_PERSON)
def test_what_is_no_person_is_no_he_or_she(text: str, words: str) -> None:
    assert named(text, words) is None


PERSON = [
    pytest.param(
        "Comments from VMPD Chief Erika Holm calling for VBPS to put guards in schools drew anger from some.\n\n"
        "“We can’t sit here,” she said at a meeting.",
        "We can’t",
        "Erika Holm",
        id="whose comments the sentence is about",
    ),
    pytest.param(
        "Governor Erika Holm’s remarks drew anger at VBPS. “We start in May,” she said.",
        "We start",
        "Erika Holm",
        id="whose remarks are the subject",
    ),
    pytest.param(
        "A letter from Erika Holm reached the VBPS board. “Open the gate,” she wrote.",
        "Open the gate",
        "Erika Holm",
        id="whose letter it is",
    ),
    pytest.param(
        "Quendra Vost, a farmer, met the Harbour Bank. “It is our land,” she said.",
        "It is our land",
        "Quendra Vost",
        id="a profession behind an unknown name",
    ),
    pytest.param(
        "Quendra Vost, 41, sued Kestra Motors. “It is our land,” she said.",
        "It is our land",
        "Quendra Vost",
        id="an age",
    ),
    pytest.param(
        "The fishing boat belongs to farmer Quendra Vost. Vost sold it in May. “It was old,” he said.",
        "It was old",
        "Quendra Vost",
        id="a profession before an unknown name",
    ),
]


@pytest.mark.parametrize(("text", "words", "speaker"), PERSON)
def test_a_person_of_the_sentence_before_is_meant(text: str, words: str, speaker: str) -> None:
    assert named(text, words) == speaker


def test_a_guess_makes_the_next_pronoun_no_surer() -> None:
    far = "Antonio Ferrer welcomed it. " + "The boats are many. The quay is full. " * 3
    text = far + "\n\n“One is old,” he wrote.\n\n“There are more,” he continued.\n\n“So many,” he said."
    assert [named(text, each) for each in ("One is", "There are", "So many")] == [None, None, None]


SMALL = (
    "The fire on the quay began in the night, and nobody of the crew was on board when it was seen by a neighbour. "
    "The boats of the old harbour were lost. Harbour minister dave vosk said : 'the boats were all old.' "
    "Chairman of the boats in need panel, edward holm, said the boats could not be saved. "
    "Norrland batsman nick sallow said the match was off. He said the pitch was wet. "
    "It was the last day of the match and the rain had come over the hills early in the morning."
)


def test_names_in_small_letters_are_read_whole() -> None:
    speakers = {each.speaker for each in statements(SMALL) if each.speaker and each.cue == "said"}
    assert {"dave vosk", "edward holm", "nick sallow"} <= speakers
    assert not [each for each in speakers if "Chairman" in each or "batsman" in each]


def test_no_pronoun_is_sure_in_a_text_without_capitals() -> None:
    assert named(SMALL, "the pitch was wet") is None


GOES_ON = [
    pytest.param(
        "The talk is “simply misguided and dangerous”, added the paper. When fear rules, said researcher Betsy Holm, "
        "“the hatred is always waiting in the wings”.\n\n“It just shifts the talk away.”",
        "It just",
        "Betsy Holm",
        id="a verb before its subject in mid-sentence",
    ),
    pytest.param(
        "“We wait,” said the paper. It is late, wrote Palo Brandt, “and the quay will be late too”.\n\n“Nobody works.”",
        "Nobody works",
        "Palo Brandt",
        id="wrote",
    ),
    pytest.param(
        "There must be a trail so everyone knows that the gate is shut.\n\n“If they are not marked, it is hard.”",
        "If they are",
        None,
        id="everyone is nobody who goes on",
    ),
    pytest.param(
        "“We wait,” said the paper. The plan is “wholly and utterly out of date” for many.\n\n“Nobody works.”",
        "Nobody works",
        None,
        id="a piece whose speaker nobody knows",
    ),
]


@pytest.mark.parametrize(("text", "words", "speaker"), GOES_ON)
def test_the_next_paragraph_goes_on_with_the_last_speaker(text: str, words: str, speaker: str | None) -> None:
    assert named(text, words) == speaker


ASKS = [
    pytest.param(
        "Gov. Gray Holm sent a letter to President Jon Brandt requesting an emergency declaration for Vesk.",
        "an emergency",
        "Jon Brandt",
        id="a letter to a president",
    ),
    pytest.param(
        "Ana Ruiz wrote to Mayor Palo Brandt demanding that the quay be opened.",
        "the quay",
        "Palo Brandt",
        id="wrote to",
    ),
    pytest.param(
        "Ana Ruiz sent a text message to Palo Brandt saying that the quay was open.",
        "the quay",
        "Palo Brandt",
        id="a text",
    ),
    pytest.param(
        "The updated edition also alleges that media reporting that they left was “not the full and whole story”.",
        "not the full",
        "media",
        id="reporting by the media",
    ),
]


@pytest.mark.parametrize(("text", "words", "other"), ASKS)
def test_an_object_says_nothing(text: str, words: str, other: str) -> None:
    assert other not in {each.speaker for each in over(text, words)}


ACCOUNTS = [
    pytest.param(
        "Ada Walters sued Brian Holm in May, according to the suit. Later, Holm offered her to a friend, who “groped” "
        "Walters, “cornered her and shut the door on her”.",
        "cornered her",
        id="a suit",
    ),
    pytest.param(
        "The complaint against Brian Holm runs to 60 pages. In May, Holm drove her to a quay, which was “cold and dark "
        "and far from town”.",
        "cold and dark",
        id="a complaint",
    ),
    pytest.param(
        "Ada Walters accused Brian Holm of theft. Holm pushed her to a man, who “laughed at her and took the keys”.",
        "laughed at her",
        id="an accuser",
    ),
]


@pytest.mark.parametrize(("text", "words"), ACCOUNTS)
def test_the_accused_does_not_say_what_the_suit_says(text: str, words: str) -> None:
    assert "Brian Holm" not in {each.speaker for each in over(text, words)}


def test_the_accused_answers() -> None:
    text = "Ada Walters accused Brian Holm of theft. Holm called the claim “a lie from first to last”."
    assert named(text, "a lie") == "Brian Holm"


WHOLE = [
    pytest.param(
        "The Centre for Defence Strategies, which is based in Norr, said that 500 boats were lost.",
        "500 boats",
        "The Centre for Defence Strategies",
        id="a centre for",
    ),
    pytest.param(
        "The storm left at least three people dead, state media said.", "The storm", "state media", id="state media"
    ),
    pytest.param(
        "“It will move inland late this week,” The Weather Channel said.",
        "It will",
        "The Weather Channel",
        id="the before a name",
    ),
    pytest.param(
        "The number of boats is set to rise over the year, according to a United Nations forecast.",
        "The number",
        "a United Nations forecast",
        id="a forecast",
    ),
    pytest.param(
        "Both Hundal and Kestra said that owners would receive notice by mail.",
        "owners would",
        "Hundal and Kestra",
        id="two makers",
    ),
    pytest.param(
        "Marsh and other Harbour Office officials stressed that the quay was shut to all boats.",
        "the quay",
        "Marsh and other Harbour Office officials",
        id="and other officials",
    ),
    pytest.param(
        "He was fired, following The Vesk Gazette reporting that he had sent a picture to a clerk.",
        "he had sent",
        "The Vesk Gazette",
        id="following",
    ),
    pytest.param(
        "“There were strides,” said the Vesk Council’s Marczak. Jonas Marczak is its director.",
        "There were",
        "Jonas Marczak",
        id="a council’s man",
    ),
    pytest.param(
        "The shop of oil queen Shahla Hosseini will open. “I had the stars,” said Shahla, who owns it.",
        "I had",
        "Shahla Hosseini",
        id="a given name alone",
    ),
    pytest.param(
        "“It is late,” Stefanie Avak, co-director of the League’s Enforcement Division said in a letter.",
        "It is late",
        "Stefanie Avak",
        id="a description that ends in a name",
    ),
    pytest.param(
        "The Los Angeles Times reported that the hydrants of the quay were low on water.",
        "the hydrants",
        "The Los Angeles Times",
        id="a paper with a given name in it",
    ),
    pytest.param(
        "Dan Loving came home in May. Loving said that the war was lost from the beginning.",
        "the war",
        "Dan Loving",
        id="a surname in ing",
    ),
    pytest.param(
        "Still, analysts at Bank of Norrland who have seen the shops report that the halls are hot.",
        "the halls",
        "analysts at Bank of Norrland",
        id="analysts at a bank",
    ),
    pytest.param("Fishmonger Benno Ruck said: “We stay here.”", "We stay", "Benno Ruck", id="a trade in capitals"),
    pytest.param(
        "A poll found that 79% of Republicans said the plan will “destroy the whole harbour”.",
        "destroy",
        "79% of Republicans",
        id="a share of them",
    ),
]


@pytest.mark.parametrize(("text", "words", "speaker"), WHOLE)
def test_names_are_whole(text: str, words: str, speaker: str) -> None:
    assert [each.speaker for each in over(text, words)][:1] == [speaker]


NOT_SAID = [
    pytest.param("Palo Brandt said on “New Day” that the gate is shut.", "New Day", id="a show of short words"),
    pytest.param(
        "Vesk Press is adding it to the list after the sitcom “New Girl,” and more.", "New Girl", id="a sitcom"
    ),
    pytest.param("Spokesman Palo Brandt declined to comment on the case.", "to comment", id="declined to comment"),
    pytest.param("Palo Brandt refused to answer questions about the quay.", "to answer", id="refused to answer"),
    pytest.param("Vesk voters on Tuesday will reject a law on the quay.", "a law", id="will"),
    pytest.param("The team could explain the ice clouds over the quay.", "the ice", id="could"),
    pytest.param("The oldest critic will have to agree that the quay is shut.", "the quay", id="will have to"),
    pytest.param("Ana Ruiz posted this picture to the site in May.", "this picture", id="posted a picture"),
    pytest.param("Ana Ruiz posted an image of the quay.", "an image", id="posted an image"),
    pytest.param("Ana Ruiz is on the quay, observing the fires.", "the fires", id="observing"),
    pytest.param("Any clerk who failed to report the loss is at fault.", "the loss", id="failed to report"),
    pytest.param("Migrants have pitched tents under the bridge.", "tents", id="pitched tents"),
]


@pytest.mark.parametrize(("text", "words"), NOT_SAID)
def test_what_nobody_said(text: str, words: str) -> None:
    assert named(text, words) is None


@pytest.mark.parametrize("text", ["Ana Ruiz posted that the quay is shut.", "Ana Ruiz refused to sell the quay."])
def test_what_somebody_said_stays(text: str) -> None:
    assert [each.speaker for each in statements(text)][:1] == ["Ana Ruiz"]


def test_who_leads_a_movement_is_no_king() -> None:
    text = (
        "The Rev. Charles Ellis, pastor of King Solomon Missionary Baptist Church, spoke. "
        "The longtime pastor and civil rights leader said he wonders how much has changed."
    )
    assert "Church" not in str(named(text, "he wonders"))


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The Kestrel Crew-8 sailors waited at the quay. High winds closed it, Kestrel reported.", "Kestrel"),
        ("Vela Flight-22 is late. “We are sorry,” Vela said.", "Vela"),
        ("The Orrin X2 was shown. “It is fast,” Orrin said.", "Orrin"),
    ],
)
def test_a_thing_with_a_number_is_no_full_name(text: str, speaker: str) -> None:
    assert {each.speaker for each in statements(text)} <= {speaker, None}

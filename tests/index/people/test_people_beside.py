"""Whose words they are where kin, a namesake, an aide or friends stand beside the one whom a name or post means."""

from __future__ import annotations

import pytest

from tests.index.attribution.said import holding, sure_speaker

WEDDING = """Donald Quell Jr. will wed in Norr on Saturday.

{lead}

A day earlier, the president said his son hoped to see him. The president added: "They will have a great marriage."
"""


@pytest.mark.parametrize(
    ("lead", "speaker"),
    [
        ("President Donald Quell wrote that he could not come.", "Donald Quell"),
        ("Quell Jr., the eldest son of President Donald Quell, is 47.", "Donald Quell"),
        ("President Quell said he would not come.", "Quell"),
        ("Nobody knows who will come.", "The president"),
    ],
    ids=["with his post", "called junior", "by the surname alone", "never named"],
)
def test_the_president_is_not_the_son_whom_the_article_is_about(lead: str, speaker: str) -> None:
    assert sure_speaker(WEDDING.format(lead=lead), "They will have") == speaker


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        (
            "Mayor Jon Farr Sr. left. His son, Jon Farr Jr., bakes.\n\nThe mayor said: “I knew nothing of the oven.”",
            "I knew nothing",
            "Jon Farr Sr.",
        ),
        (
            "Mayor Odo Lask Sr. and Odo Lask Jr. spoke.\n\n“It is mine now,” Lask Jr. said.",
            "It is mine now",
            "Odo Lask Jr.",
        ),
        (
            "Sam Farr Jr., 44, bakes. His father, Sam Farr, founded the shop.\n\n“I bake every day,” Farr said.",
            "I bake",
            "Farr",
        ),
        (
            "Secretary Robert Oster Jr. spoke. Secretary Oster is 60.\n\n“I drink it,” Oster said.",
            "I drink",
            "Robert Oster Jr.",
        ),
        (
            "Eric Quell, the president's second son, runs the tower. President Quell stayed away.\n\n"
            "“My son is tall,” the president wrote.",
            "My son is tall",
            "Quell",
        ),
        (
            "Karl Holt, the brother of the prime minister, bakes. Prime Minister Holt came.\n\n"
            "“It is warm in here,” the prime minister said.",
            "It is warm",
            "Holt",
        ),
    ],
    ids=["senior", "junior", "unsure between the two", "one man", "another given name", "kin of a post"],
)
def test_a_surname_or_post_that_kin_share(text: str, words: str, speaker: str) -> None:
    assert sure_speaker(text, words) == speaker


@pytest.mark.parametrize(
    ("opening", "post", "speaker"),
    [
        ("Vice President Ada Holt spoke.", "The president", "The president"),
        ("Vice President Ada Holt spoke.", "The vice president", "Ada Holt"),
        (
            "Deputy Prime Minister Ada Holt spoke. Prime Minister Palo Brandt smiled.",
            "The prime minister",
            "Palo Brandt",
        ),
        ("President-elect Ada Holt spoke. President Palo Brandt smiled.", "The president", "Palo Brandt"),
        ("Mayor Ada Holt was away.", "The mayor's deputy", "The mayor's deputy"),
        ("Mayor Ada Holt was away.", "The lawyer of the mayor", "The lawyer of the mayor"),
        ("President Ada Holt spoke. The leader of the opposition smiled.", "The leader", "The leader"),
    ],
)
def test_a_deputy_or_an_aide_is_not_who_holds_the_post(opening: str, post: str, speaker: str) -> None:
    assert sure_speaker(f"{opening}\n\n{post} said: “The harbour is full of boats.”", "The harbour") == speaker


@pytest.mark.parametrize(
    "people",
    [
        "Lawyers for Ana Ruiz",
        "Critics of Mayor Ana Ruiz",
        "Friends of Ana Ruiz",
        "Attorneys for the mayor",
        "Three of Ruiz's relatives",
    ],
)
def test_people_are_not_whose_they_are(people: str) -> None:
    text = f"{people} said that “she will never sell the mill.”"
    assert sure_speaker(text, "she will never") == people


def test_a_name_behind_people_of_a_post_is_not_theirs() -> None:
    found = holding("Attorneys for the mayor, Ida Holt, said she would appeal.", "she would appeal")
    assert found is not None
    assert found.speaker == "Attorneys for the mayor"


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        (
            "Three of Brandt's relatives told the Echo that Brandt has been away, and confirmed that the boat "
            "belonged to him.",
            "the boat belonged",
            "Three of Brandt's relatives",
        ),
        (
            "Four of the councillors told reporters that Mayor Holt had left, and claimed that she had slammed it.",
            "she had slammed",
            "Four of the councillors",
        ),
        (
            "Friends of Odo Lask told the Echo that Lask had been ill, and described him as “a quiet man of the sea.”",
            "a quiet man",
            "Friends of Odo Lask",
        ),
    ],
)
def test_a_second_verb_goes_to_who_says_the_first(text: str, words: str, speaker: str) -> None:
    found = holding(text, words)
    assert found is not None
    assert (found.speaker, found.reported_by) == (speaker, None)


@pytest.mark.parametrize("noun", ["joke", "plea", "claim"])
def test_what_somebody_calls_a_joke_is_not_the_joke(noun: str) -> None:
    text = f"Palo Brandt, one of 10 House Republicans who voted to go, called the online {noun} “an utter disgrace.”"
    assert sure_speaker(text, "an utter") == "Palo Brandt"


def test_a_firm_of_two_names_is_nobody() -> None:
    text = "Marcus Hale runs the ferry. Just 35% liked trains, according to a 1967 Hale & Associates poll."
    assert (found := holding(text, "Just 35%")) is not None
    assert found.speaker == "a 1967 Hale & Associates poll"


@pytest.mark.parametrize(
    ("text", "words", "speaker", "reporter"),
    [
        (
            "According to Reuters, Ida Holt told the guild that the mill was lost.",
            "the mill was lost",
            "Ida Holt",
            None,
        ),
        (
            "According to Palo Brandt, Ida Holt warned that the dam would go.",
            "the dam would go",
            "Ida Holt",
            "Palo Brandt",
        ),
        (
            "And at a regular press briefing, guild spokesman Palo Brandt said, “The mill has failed to pay.”",
            "The mill",
            "Palo Brandt",
            None,
        ),
    ],
)
def test_who_reports_is_somebody_and_not_the_occasion(
    text: str, words: str, speaker: str, reporter: str | None
) -> None:
    found = holding(text, words)
    assert found is not None
    assert (found.speaker, found.reported_by) == (speaker, reporter)


@pytest.mark.parametrize(
    "words",
    ["The Vesk Company recalled its boats over a loose keel", "Some states that claim the ferry are Norr and Eskby"],
)
def test_a_source_keeps_what_nobody_else_says(words: str) -> None:
    found = holding(f"{words}, according to the Boat Board.", words)
    assert found is not None
    assert found.speaker == "the Boat Board"


TWO_BODIES = """A {one} for the Harbour Trust said the pier would close. A spokesman for the Water Board said it held.

{before} The {asked} said “it will be sold in the spring.”
"""


@pytest.mark.parametrize(
    ("one", "before", "asked", "speaker"),
    [
        ("spokeswoman", "It rained.", "spokeswoman", "A spokeswoman for the Harbour Trust"),
        ("spokesman", "The Trust owns the pier.", "spokesman", "A spokesman for the Harbour Trust"),
        ("spokesman", "The Board owns the well.", "spokesman", "A spokesman for the Water Board"),
        ("spokesman", "It rained.", "spokesman", None),
    ],
)
def test_which_of_two_spokespeople_it_is(one: str, before: str, asked: str, speaker: str | None) -> None:
    text = TWO_BODIES.format(one=one, before=before, asked=asked)
    assert sure_speaker(text, "it will be sold") == speaker


@pytest.mark.parametrize(
    ("before", "sure"),
    [
        ("“I like the noise,” Ana Ruiz said.", True),
        ("Ana Ruiz said the mill was “never safe.”", True),
        ("“Is it true?” Ana Ruiz asked. “It is not,” Palo Brandt said.", False),
        ("“Who would say such a thing?” Ana Ruiz asked.", False),
        ("The link held, “although it was weaker than with counts,” researchers said.", False),
    ],
)
def test_a_paragraph_of_a_quotation_alone_is_sure_only_where_nobody_else_may_go_on(before: str, sure: bool) -> None:
    text = f"{before}\n\n“You hear it every night and every morning in your sleep.”"
    assert (sure_speaker(text, "You hear it") is not None) is sure


@pytest.mark.parametrize(
    ("words", "sense"),
    [
        ("it does not matter if the farmers buy boats", "plain"),
        ("many young women are subject to arrest", "plain"),
        ("the sale is subject to approval by the guild", "conditional"),
        ("the guild had fed them, provided them with bread and taught them to sail", "plain"),
        ("the mill will open, provided they pay", "conditional"),
        ("as soon as one rider leaves, you have no time to rest", "plain"),
        ("the guild will sign as soon as the ice melts", "conditional"),
        ("as soon as one rider leaves, you rest if you can", "conditional"),
        ("at the moment we are building a boat that will carry nine", "plain"),
    ],
)
def test_what_sets_no_condition(words: str, sense: str) -> None:
    found = holding(f"“{words[0].upper()}{words[1:]},” Ida Holt said.", words[1:])
    assert found is not None
    assert found.sense == sense


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        ("Colin Farr, Norr Hotel Association said: “We have lost half of our guests.”", "We have", "Colin Farr"),
        ("“It was the worst harvest in years,” Mira Cole, Vesk Farmers Union said.", "It was", "Mira Cole"),
        ("Ida Voss, Kestrel Energy says the boats will be cheaper by May.", "the boats", "Ida Voss"),
        ("Ida Voss, Norr Centre for Health said: “The fever is over.”", "The fever", "Ida Voss"),
        ("After a talk with Ida Voss, Norr Council said: “The fever is over.”", "The fever", "Norr Council"),
        ("Beaten by Ida Voss, Norr Rovers said they would be back.", "they would", "Norr Rovers"),
        ("Its architect is Ida Voss, and Norr Council said it would not pay.", "it would", "Norr Council"),
    ],
)
def test_who_is_named_before_a_body_says_it_for_it(text: str, words: str, speaker: str) -> None:
    assert sure_speaker(text, words) == speaker

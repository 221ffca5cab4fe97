"""Which marks enclose speech: not terms, titles, measures or a headline that stands again below."""

from __future__ import annotations

import pytest

from tests.index.attribution.said import said


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "''It is shut,'' Palo Brandt said, waving from the bridge. ''It stays shut.''",
            [
                (
                    "Palo Brandt",
                    "reported",
                    "''It is shut,'' Palo Brandt said, waving from the bridge. ''It stays shut.''",
                )
            ],
            id="an utterance is one statement, its cue in the midst",
        ),
        pytest.param("''Harbours,'' the play, opens in May.", [], id="a title"),
        pytest.param("The pipe ran 12' 30'' along the quay, and the valve 3' 10'' above it.", [], id="measures"),
        pytest.param(
            "Palo Brandt said that the ''old town'' quarter would close.",
            [("Palo Brandt", "reported", "the ''old town'' quarter would close")],
            id="a term in a clause",
        ),
    ],
)
def test_utterances_between_pairs_of_apostrophes(text: str, expected: list[tuple[str | None, str, str]]) -> None:
    assert said(text) == expected


def test_a_missing_mark_ends_with_its_paragraph() -> None:
    text = "Odran Tell said: “This mark is never closed.\n\nThe council met on Monday and decided nothing."
    assert [words for _, _, words in said(text)] == ["This mark is never closed."]


@pytest.mark.parametrize(
    ("headline", "words"),
    [
        ("Brandt: ‘We will build the ferry.’", ["We will build the ferry this year,"]),
        ("Brandt: ‘We Will Never Ever Build A Ferry.’", ["We will build the ferry this year,"]),
        (
            "Brandt: ‘We want ships, not bridges.’",
            ["We want ships, not bridges.", "We will build the ferry this year,"],
        ),
    ],
)
def test_words_of_a_headline_count_once(headline: str, words: list[str]) -> None:
    text = f"{headline}\n\n“We will build the ferry this year,” said Palo Brandt, the mayor.\n"
    assert [each for _, _, each in said(text)] == words


MARKS = [
    pytest.param(
        "\"She called him 'above the law,' \" said Palo Brandt, an engineer.",
        [("Palo Brandt", "direct", "She called him 'above the law,'")],
        id="a closing mark set off from an inner one",
    ),
    pytest.param(
        "In ‘08 it rained. “It ends the ‘blame game’ and the rest,” Palo Brandt said.",
        [("Palo Brandt", "direct", "It ends the ‘blame game’ and the rest,")],
        id="an elision with the wrong mark and an inner term",
    ),
    pytest.param('The page holds <a rel="look at all of this now">a link</a>.', [], id="markup"),
    pytest.param(
        "The guests of the evening were on “The Late Show With Palo Brandt,” which ended at ten.",
        [],
        id="a title with its comma inside",
    ),
    pytest.param(
        "“Ferry to close at the end of May,” by Ana Ruiz: http://vesk.example", [], id="a headline and its author"
    ),
    pytest.param(
        "Palo Brandt wrote: “Let us go. We can do it.’ Brandt was there that Sunday. The “old port” was shut.",
        [("Palo Brandt", "direct", "Let us go. We can do it.")],
        id="a single mark closes what a double one opened",
    ),
    pytest.param(
        'Palo Brandt spoke of a "common port" and about"joint work between our two towns."',
        [("Palo Brandt", "direct", "joint work between our two towns.")],
        id="an opening mark with no space before it",
    ),
    pytest.param(
        "Palo Brandt says “river farmers” don’t support it and that “all along the bank nobody is asking for it.”",
        [
            ("Palo Brandt", "direct", "river farmers"),
            ("Palo Brandt", "direct", "all along the bank nobody is asking for it."),
        ],
        id="the second of two things that a verb holds",
    ),
    pytest.param(
        "Palo Brandt runs a business billed as “the last stop for people who sail” and likes it.",
        [],
        id="a name for a thing",
    ),
    pytest.param(
        "Palo Brandt did not think it would last long: “The wind will take it.”",
        [("Palo Brandt", "direct", "The wind will take it.")],
        id="what a colon gives as the reason is said",
    ),
]


@pytest.mark.parametrize(("text", "expected"), MARKS)
def test_which_marks_enclose_speech(text: str, expected: list[tuple[str | None, str, str]]) -> None:
    assert [each for each in said(text) if each[1] == "direct"] == expected


@pytest.mark.parametrize(
    "text",
    [
        "Cards have come since, many addressed simply to “Mr. and Mrs. Voss, Norr Mill, Eskby.” They fill a box.",
        "A letter was addressed to “The Old Mayor of Norr.” It came back.",
        "Odo Lask brought parcels addressed only to “Mira Cole, Harbour Street, Vesk.” Nobody took them.",
        "Set to open next fall, the exhibition, “Norr at Its Core,” will fill the first floor of the hall.",
        "A story headlined “Mill Sold for a Crown” angered the town.",
    ],
)
def test_an_address_and_a_title_are_no_speech(text: str) -> None:
    assert [kind for _, kind, _ in said(text) if kind == "direct"] == []


def test_words_said_to_a_crowd_are_speech() -> None:
    text = "Odo Lask addressed the crowd. He said to them: “We will keep the mill open for the town.”"
    assert ("Odo Lask", "direct", "We will keep the mill open for the town.") in said(text)

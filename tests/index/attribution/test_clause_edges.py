"""Where what is told in the document's words begins and ends: around cues, asides, sources, days and lists."""

from __future__ import annotations

import pytest

from index.attribution.attribute import analyse
from index.records import Statement
from tests.index.attribution.said import news


def statements(text: str) -> list[Statement]:
    return analyse(news(text)).statements


def reported(text: str, speaker: str) -> list[str]:
    return [text[each.start : each.end] for each in statements(text) if each.speaker == speaker]


@pytest.mark.parametrize(
    ("text", "speaker", "expected"),
    [
        pytest.param(
            "Nine in ten guests liked it, Ada Holt said, which gives the inn hope for a slow season.",
            "Ada Holt",
            ["Nine in ten guests liked it"],
            id="the document goes on with which",
        ),
        pytest.param(
            "There was no warning to the crews, Ada Holt said, adding that a request has to be made for the light.",
            "Ada Holt",
            ["There was no warning to the crews", "a request has to be made for the light"],
            id="adding that",
        ),
        pytest.param(
            "The mill will close, Ada Holt said, and the ferry will stop in May.",
            "Ada Holt",
            ["The mill will close", "the ferry will stop in May"],
            id="two clauses",
        ),
        pytest.param(
            "The mill will close, Ada Holt said, and Odo Lask left the room.",
            "Ada Holt",
            ["The mill will close"],
            id="the document may tell of somebody else",
        ),
        pytest.param(
            "The mill has closed, Ada Holt said, but that will change soon.",
            "Ada Holt",
            ["The mill has closed", "that will change soon"],
            id="that stands for it",
        ),
        pytest.param(
            "The mill will close, said Ada Holt, a farmer who owns the field beside it.",
            "Ada Holt",
            ["The mill will close"],
            id="what she is",
        ),
        pytest.param(
            "The Norr Academy announced her death on Monday in a post shared on its site.",
            "The Norr Academy",
            ["her death"],
            id="announced on a day in a post",
        ),
        pytest.param(
            "Ada Holt announced the return of the giant herons to the Norr Zoo yesterday.",
            "Ada Holt",
            ["the return of the giant herons to the Norr Zoo"],
            id="announced yesterday",
        ),
        pytest.param(
            "Ada Holt announced her engagement to Odo Lask, 39, in December during a town hall party.",
            "Ada Holt",
            ["her engagement to Odo Lask, 39"],
            id="announced in a month during a party",
        ),
        pytest.param(
            "Ada Holt confirmed the closure of the mill on Friday in a statement.",
            "Ada Holt",
            ["the closure of the mill"],
            id="confirmed in a statement",
        ),
        pytest.param(
            "Ada Holt announced the sale of the ferry on social media.",
            "Ada Holt",
            ["the sale of the ferry"],
            id="announced on a site",
        ),
        pytest.param(
            "Ada Holt announced plans to close the mill on Monday.",
            "Ada Holt",
            ["plans to close the mill on Monday"],
            id="the day of the thing announced",
        ),
        pytest.param(
            "Ada Holt announced (and then withdrew) the sale of the mill.",
            "Ada Holt",
            ["the sale of the mill"],
            id="behind a bracket",
        ),
        pytest.param(
            "It was a bad week, Ada Holt said, due to the temper of the owner, though she said Odo Lask was nice.",
            "Ada Holt",
            ["It was a bad week, Ada Holt said, due to the temper of the owner", "Odo Lask was nice"],
            id="though she said",
        ),
        pytest.param(
            "Omega 3s, Ada Holt described, play a vital part in the health of our skin.",
            "Ada Holt",
            ["Omega 3s, Ada Holt described, play a vital part in the health of our skin"],
            id="a subject before the cue",
        ),
        pytest.param(
            "The Snack Boat holds one of the new strips – a strip of white fish – with cheese, according to Ada Holt.",
            "Ada Holt",
            ["The Snack Boat holds one of the new strips – a strip of white fish – with cheese"],
            id="the beginning before an apposition",
        ),
        pytest.param(
            "Ada Holt described the clause as one that protects the right to sell suites, seats and boats in a hall.",
            "Ada Holt",
            ["the clause as one that protects the right to sell suites, seats and boats in a hall"],
            id="the last item of a list",
        ),
        pytest.param(
            "Ada Holt said one of the men stole oil and sold it to a man, who then sold it on to others.",
            "Ada Holt",
            ["one of the men stole oil and sold it to a man, who then sold it on to others"],
            id="who then",
        ),
        pytest.param(
            "Ada Holt said she could not recall the sale and repeated false claims about the vote.",
            "Ada Holt",
            ["she could not recall the sale", "false claims about the vote"],
            id="another act",
        ),
        pytest.param(
            "Ada Holt said the mill would not reopen and blamed the council.",
            "Ada Holt",
            ["the mill would not reopen", "the council"],
            id="another act of blame",
        ),
        pytest.param(
            "Ada Holt said reports that the mill was sold were false.",
            "Ada Holt",
            ["reports that the mill was sold were false"],
            id="said of reports",
        ),
        pytest.param(
            "Ada Holt said the claim that the mill had burnt was nonsense.",
            "Ada Holt",
            ["the claim that the mill had burnt was nonsense"],
            id="said of a claim",
        ),
        pytest.param(
            "Ada Holt said the rest gives the town time for ferries when it resumes work.When its boats go, it ends.",
            "Ada Holt",
            ["the rest gives the town time for ferries when it resumes work"],
            id="no space before the next sentence",
        ),
        pytest.param(
            "Ada Holt said the mill did not help the town and closed in May.",
            "Ada Holt",
            ["the mill did not help the town and closed in May"],
            id="did not and refused",
        ),
        pytest.param(
            "Ada Holt confirmed to Norr Business in a statement that records prove her illness.",
            "Ada Holt",
            ["records prove her illness"],
            id="to somebody in a statement that",
        ),
        pytest.param(
            "Ada Holt agreed to the plan that Odo Lask made.",
            "Ada Holt",
            ["the plan that Odo Lask made"],
            id="agreed to a plan that",
        ),
        pytest.param(
            "In Norr, Ada Holt said the town would pay 500 crowns to all who stay at home, the Gazette reported.",
            "Ada Holt",
            ["the town would pay 500 crowns to all who stay at home"],
            id="who reports it",
        ),
        pytest.param(
            "Ada Holt said the mill would close, with each clerk getting a crown, state media reported.",
            "Ada Holt",
            ["the mill would close, with each clerk getting a crown"],
            id="state media report it",
        ),
        pytest.param(
            "The bridge, Ada Holt said, will not be mended before May.",
            "Ada Holt",
            ["The bridge, Ada Holt said, will not be mended before May"],
            id="neither half tells anything",
        ),
        pytest.param(
            "It is too late, Ada Holt said, if the river has risen.",
            "Ada Holt",
            ["It is too late, Ada Holt said, if the river has risen"],
            id="a condition stays",
        ),
    ],
)
def test_a_cue_in_the_midst(text: str, speaker: str, expected: list[str]) -> None:
    assert reported(text, speaker) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Ada Holt said those who walked the most – some eighty people – lived three years longer than others.",
            "those who walked the most – some eighty people – lived three years longer than others",
            id="dashes",
        ),
        pytest.param(
            "Ada Holt found that farmers who sowed early -- in this case, about 80 -- had the best harvest in years.",
            "farmers who sowed early -- in this case, about 80 -- had the best harvest in years",
            id="double hyphens",
        ),
        pytest.param(
            "Ada Holt said the boats that sank (there were nine) belonged to the council.",
            "the boats that sank (there were nine) belonged to the council",
            id="brackets",
        ),
        pytest.param(
            "Ada Holt believes that the river will rise after the storm, thaw and rain, which is why she left.",
            "the river will rise after the storm, thaw and rain",
            id="the rest of a list",
        ),
        pytest.param(
            "Ada Holt confirmed that the guard fired two shots from the old quay, from 2 a.m. on Monday near the mill.",
            "the guard fired two shots from the old quay, from 2 a.m. on Monday near the mill",
            id="the time behind a comma",
        ),
    ],
)
def test_words_are_not_cut_before_their_end(text: str, expected: str) -> None:
    assert reported(text, "Ada Holt") == [expected]


@pytest.mark.parametrize(
    ("text", "speaker", "expected"),
    [
        pytest.param(
            "According to Ada Holt, mayor of Vesk, the mill will close in May.",
            "Ada Holt",
            "the mill will close in May",
            id="an office without an article",
        ),
        pytest.param(
            "According to the Vesk Echo, part of the Valley Press Group, the mayor called on Lask to resign at once.",
            "Vesk Echo",
            "the mayor called on Lask to resign at once",
            id="part of a group",
        ),
        pytest.param(
            "According to the Vesk Echo, a daily paper, the council sold the mill in May.",
            "Vesk Echo",
            "the council sold the mill in May",
            id="a daily paper",
        ),
        pytest.param(
            "According to the Vesk Echo, house prices, rents and wages rose in May.",
            "Vesk Echo",
            "house prices, rents and wages rose in May",
            id="a list is no apposition",
        ),
        pytest.param(
            "According to the Vesk Echo, the mayor, who is ill, resigned on Monday.",
            "Vesk Echo",
            "the mayor, who is ill, resigned on Monday",
            id="the subject is none either",
        ),
        pytest.param(
            "According to Quill (QLL), it sells masks from Vesk, Tarn and other towns that have a market.",
            "Quill",
            "it sells masks from Vesk, Tarn and other towns that have a market",
            id="a bracket behind the source",
        ),
        pytest.param(
            "The bridge was known as a danger by the council in 2019, closed off and on since, according to Ada Holt.",
            "Ada Holt",
            "The bridge was known as a danger by the council in 2019, closed off and on since",
            id="the whole sentence before the source",
        ),
        pytest.param(
            "The council should sell the mill rather than go to a new court, according to Ada Holt, a member of it.",
            "Ada Holt",
            "The council should sell the mill rather than go to a new court",
            id="what the source is, at the end",
        ),
    ],
)
def test_what_stands_beside_a_source(text: str, speaker: str, expected: str) -> None:
    assert reported(text, speaker) == [expected]


@pytest.mark.parametrize(
    ("text", "speaker", "expected"),
    [
        pytest.param(
            "However, Ada Holt said she had no fever, according to Vesk News, an outlet which spoke to her father.",
            "Ada Holt",
            "she had no fever",
            id="with an apposition",
        ),
        pytest.param(
            "Ada Holt said the mill would reopen in May, according to Odo Lask.",
            "Ada Holt",
            "the mill would reopen in May",
            id="at the end",
        ),
        pytest.param(
            "Ada Holt says the dam, according to its builders, will hold for a century.",
            "Ada Holt",
            "the dam, according to its builders, will hold for a century",
            id="the clause goes on behind it",
        ),
    ],
)
def test_a_source_behind_the_words(text: str, speaker: str, expected: str) -> None:
    assert expected in reported(text, speaker)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Ada Holt, who said the council would hear the case – a long one by now – has not answered any letters.",
            "has not answered",
        ),
        ("Ada Holt – who said the quay would be sold – has left the council for good.", "has left"),
        ("Ada Holt, who said she would read the plan – which is long – has not come back since.", "has not come"),
    ],
)
def test_a_verb_of_the_sentence_itself_is_not_reported(text: str, expected: str) -> None:
    assert not any(expected in each for each in reported(text, "Ada Holt"))


def test_who_passes_a_statement_on_is_its_reporter() -> None:
    text = "Ada Holt said the mill would reopen in May, according to Odo Lask."
    found = [each for each in statements(text) if each.speaker == "Ada Holt"]
    assert [(each.reported_by, each.sense) for each in found] == [("Odo Lask", "reported")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ada Holt said this week it's selling the mill to a bank.", "it's selling the mill to a bank"),
        ("Ada Holt said today the mill is closed for good.", "the mill is closed for good"),
        ("Ada Holt said this month the council would meet again.", "the council would meet again"),
        ("Ada Holt said this week has been the worst of her life.", "this week has been the worst of her life"),
        ("Ada Holt said next week the mill will close for good.", "next week the mill will close for good"),
    ],
)
def test_the_day_of_saying_is_not_said(text: str, expected: str) -> None:
    assert reported(text, "Ada Holt") == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Ada Holt compared that list to the records of the mill.",
        "Ada Holt compared those figures with the ones of May.",
        "Ada Holt compared this bridge to the old one at Tarn.",
    ],
)
def test_a_comparison_tells_nothing(text: str) -> None:
    assert reported(text, "Ada Holt") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Ada Holt said that more boats sank this year, a loss that some blamed on the storms of March.",
            "more boats sank this year",
        ),
        (
            "Ada Holt said the ferry would be sold, a plan which many denounced as theft.",
            "the ferry would be sold",
        ),
        (
            "Ada Holt said that more boats sank this year, a loss that she blamed on the storms of March.",
            "more boats sank this year, a loss that she blamed on the storms of March",
        ),
    ],
)
def test_what_others_think_of_it_is_left_out(text: str, expected: str) -> None:
    assert reported(text, "Ada Holt") == [expected]

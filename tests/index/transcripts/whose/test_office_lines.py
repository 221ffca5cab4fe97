"""Who holds an office by the lines of a transcript's head, or by its file."""

from __future__ import annotations

import pytest

from index.attribution.attribute import analyse
from index.transcripts.whose.office_lines import holder_by_lines
from tests.index.analysed import document, turns_of

TALK = (
    "{label}:\n\nGood morning. We will mend the lock this year, and I have asked for the money.\n\n"
    "JOURNALIST:\n\n{call} who pays for it?\n\n{label}:\n\nThe harbour pays. I have said so before.\n\n"
    "JOURNALIST:\n\nAnd the ferry?\n\n{label}:\n\nWe keep it. I will say more on Monday.\n"
)


@pytest.mark.parametrize(
    ("office", "head", "name"),
    [
        ("MINISTER FOR RIVERS", "Minister for Rivers\n\nSenator the Hon Nora Quist\n\nTranscript", "Nora Quist"),
        ("Prime Minister", " THE HON. NORA QUIST MP  PRIME MINISTER   \n TRANSCRIPT", "Nora Quist"),
        ("TREASURER", "The Hon. Nora Quist MP\nTreasurer\n\nInterview, Vesk", "Nora Quist"),
        ("MINISTER", "Senator the Hon Nora Quist\nMinister for Rivers and Canals\n2 May 2031", "Nora Quist"),
        ("Rivers Minister", "The Hon Nora Quist\nMinister for Rivers\nLeader of the House", "Nora Quist"),
    ],
)
def test_a_name_beside_an_office(office: str, head: str, name: str) -> None:
    assert holder_by_lines(office, head) == name


def test_of_several_each_has_his_own() -> None:
    head = "The Hon. Nora Quist MP\nTreasurer\nThe Hon. Emil Sand\nAssistant Minister to the Treasurer\n"
    assert holder_by_lines("TREASURER", head) == "Nora Quist"
    assert holder_by_lines("Assistant Minister", head) == "Emil Sand"


@pytest.mark.parametrize(
    ("office", "head"),
    [
        ("TREASURER", "JOINT PRESS CONFERENCE WITH\nTHE HON NORA QUIST MP\nMINISTER FOR RIVERS"),
        ("MINISTER", "The Hon Nora Quist\nAssistant Minister for Rivers\n"),
        ("MINISTER", "The Hon Nora Quist\nMinister for Rivers\nThe Hon Emil Sand\nMinister for Roads\n"),
        ("Minister for Rivers", "Minister for Rivers\nVesk Harbour\nTranscript"),
    ],
)
def test_nobody_is_named_where_another_or_two_may_be_meant(office: str, head: str) -> None:
    assert holder_by_lines(office, head) is None


def test_a_label_that_is_a_post_is_whose_the_head_says() -> None:
    text = "MINISTER FOR RIVERS\nTHE HON NORA QUIST MP\n\n" + TALK.format(label="MINISTER FOR RIVERS", call="Minister,")
    said = turns_of(document(text))
    assert {speaker for speaker, words in said if "lock" in words or "Monday" in words} == {"Nora Quist"}
    assert ("Nora Quist", "minister for rivers") in analyse(document(text)).names


@pytest.mark.parametrize(("source", "call"), [("TREASURER", "And"), (None, "Ms Quist,")])
def test_a_label_that_is_a_post_is_its_authors(source: str | None, call: str) -> None:
    one = document(
        TALK.format(label="TREASURER", call=call),
        author="Nora Quist", source=source, origins=(("author", "front matter"),),
    )  # fmt: skip
    assert [speaker for speaker, words in turns_of(one) if "lock" in words] == ["Nora Quist"]


def test_pm_is_the_prime_minister_whom_the_file_names_and_not_initials() -> None:
    one = document(
        TALK.format(label="PM", call="Peter Moss and Paula Mead asked: and"),
        author="Nora Quist", source="Prime Minister", origins=(("author", "the file's fields"),),
    )  # fmt: skip
    assert [speaker for speaker, words in turns_of(one) if "lock" in words] == ["Nora Quist"]


def test_an_author_who_is_not_called_made_the_transcript() -> None:
    one = document(
        TALK.format(label="TREASURER", call="So"), author="Nora Quist", origins=(("author", "front matter"),)
    )
    assert "Nora Quist" not in {speaker for speaker, _ in turns_of(one)}


def test_another_post_in_the_title_holds_no_label() -> None:
    title = "Press conference on the road with Vesk Roads Minister Emil Sand"
    text = TALK.format(label="PRIME MINISTER", call="Prime Minister,")
    assert "Emil Sand" not in {speaker for speaker, _ in turns_of(document(text, title=title))}


def test_a_statement_under_one_label_in_capitals_is_whose_label_it_is() -> None:
    text = (
        "THE HON. NORA QUIST MP\nPRIME MINISTER\n\nTRANSCRIPT\n\nStatement on the lock\n\nPRIME MINISTER:\n\n"
        "Mr Speaker, I speak of the lock that we lost in May. We will build it again.\n\nIt will cost us two years.\n"
    )
    said = [(speaker, words) for speaker, words in turns_of(document(text)) if "we" in words or "years" in words]
    assert said
    assert {speaker for speaker, _ in said} == {"Nora Quist"}

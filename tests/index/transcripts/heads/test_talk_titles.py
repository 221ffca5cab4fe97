"""Whose talk a document is where only its title or its file's name tells it; a title about somebody does not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.index.analysed import document, turns_of

TALK = (
    "So how many of you have been\nbelow a weir?\nI went down there in May,\nand I have never been so cold.\n\n"
    "(Laughter)\n\nMy sister held the rope.\nShe said I was a fool.\n\n(Applause)\n"
)


def named(title: str, text: str = TALK) -> set[str | None]:
    """Return whose the turns of a document of this title are."""
    return {speaker for speaker, _ in turns_of(replace(document(text), title=title))}


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("What the river keeps below a weir Mary Tellmar", "Mary Tellmar"),
        ("Why Cold Water Is a Teacher Robert Quillon TED Talks", "Robert Quillon"),
        ("David Holdane My year below the weir", "David Holdane"),
        ("The cold below | Susan Brandt | TEDxVesk 2031", "Susan Brandt"),
        ("Peter Orr: What the river keeps", "Peter Orr"),
    ],
)
def test_a_talk_is_whose_its_title_names(title: str, name: str) -> None:
    assert named(title) == {name}


@pytest.mark.parametrize(
    "title",
    [
        "What the river keeps below a weir",
        "A tribute to Mary Tellmar",
        "Remembering Mary Tellmar",
        "Mary Tellmar wins the weir race",
        "On the river with Mary Tellmar",
        "The children of Mary Tellmar and Robert Quillon",
        "David Holdane Meets Mary Tellmar",
        "Grace Under Water",
    ],
)
def test_a_title_that_tells_of_somebody_names_no_speaker(title: str) -> None:
    assert named(title) == set()


def test_who_says_the_own_name_or_is_addressed_speaks() -> None:
    own = '\nMy name is Mary Tellmar,\nand a reporter asked me, "Ms. Tellmar,\nare you cold?"\n'
    assert named("Mary Tellmar | The cold below", TALK + own) == {"Mary Tellmar"}


def test_who_is_spoken_of_does_not_speak() -> None:
    assert named("Mary Tellmar | The cold below", f"{TALK}\nTellmar was the first to go down.\n") == set()


def test_an_essay_without_a_hall_is_nobodys_by_its_title() -> None:
    assert named("Mary Tellmar | The cold below", TALK.replace("(Laughter)", "").replace("(Applause)", "")) == set()


def test_a_file_with_a_speaker_keeps_him() -> None:
    one = replace(document(TALK), title="Mary Tellmar | The cold below", speaker="Robert Quillon")
    assert {speaker for speaker, _ in turns_of(one)} == {"Robert Quillon"}

"""What a column, a public comment or a blog post says are the words of its one writer; a report's are nobody's."""

from __future__ import annotations

from dataclasses import replace

import pytest

from index.records import Document
from tests.index.analysed import document, turns_of

COLUMN = (
    "I walked down to the sluice on Monday, and I was not the only one. My neighbour had brought a chair.\n\n"
    "The board wants a third drawing. I have seen the first two, and I would sooner buy a spade.\n"
)
COMMENT = (
    "My name is Tilda Marrow, I rent on Kiln Street and I teach at the night school.\n\n"
    "I ask you to let all ninety flats be built at once. My own street has room for ten.\n"
)


def by(text: str, author: str | None, origin: str = "front matter") -> Document:
    """Return a text as a document with an author."""
    return replace(document(text), author=author, origins=(("author", origin),) if author else ())


def written(text: str, author: str | None, origin: str = "front matter") -> list[str | None]:
    """Return whose the turns of a text with an author are."""
    return [speaker for speaker, _ in turns_of(by(text, author, origin))]


@pytest.mark.parametrize(
    ("author", "name"),
    [
        ("Nora Quist", "Nora Quist"),
        ("Councillor Nora Quist (Ward 3)", "Nora Quist"),
        ("Dr. Emil Sand", "Emil Sand"),
    ],
)
def test_a_column_is_its_authors(author: str, name: str) -> None:
    assert written(COLUMN, author) == [name, name]


def test_a_column_is_whose_its_byline_says() -> None:
    assert written(f"Dry feet\n\nBy Nora Quist\n\n{COLUMN}", None) == ["Nora Quist", "Nora Quist"]


@pytest.mark.parametrize("greeting", ["", "Good evening, council members. ", "Hello! "])
def test_who_introduces_himself_speaks(greeting: str) -> None:
    assert written(greeting + COMMENT, None) == ["Tilda Marrow", "Tilda Marrow"]


LONG = (
    "“" + "We never had a dry winter in the lower town, and nobody from the board ever came to look at it, " * 2 + "”"
)


@pytest.mark.parametrize(
    ("text", "author"),
    [
        ("The board met on Monday. The chair said that the sluice leaks.\n\nIt will meet again.\n", "Nora Quist"),
        (COLUMN, "Nora Quist and Emil Sand"),
        (COLUMN, "The Sluice Board"),
        (f"{COLUMN}\n**What do you do all day?**\n\nI mend nets.\n\n**And in winter?**\n\nI sleep.\n", "Nora Quist"),
        (f"{COLUMN}\nThe old keeper told me: {LONG}\n", "Nora Quist"),
        ("My name is on the list. I saw it myself, and I read it to my mother.\n", None),
    ],
    ids=["a report", "two authors", "a body", "an interview", "a long quotation", "no introduction"],
)
def test_what_may_be_anothers_is_not_the_authors(text: str, author: str | None) -> None:
    assert written(text, author) == []


def test_who_typed_a_file_is_not_its_author() -> None:
    assert written(COLUMN, "Nora Quist", "the file's properties") == []


REPORT = (
    "I went to the council in March, and I was not bored. My view is that the lock can wait, and that we should mend "
    "the roads before anybody buys a crane. There was a long debate of the harbour plan, which has been rumbling on "
    "for years and is a shopping list. It is no plan, and whether it is worth what it cost to print may be doubted. "
    "Members look at what is near their own ward, and nobody spoke of the ferry, of the bus in the evening, of the "
    "school or of the road to the mill. The next meeting is in May, in the old hall, and all may come and ask.\n\n"
    "The bins are collected on Tuesdays from now on. Glass goes into the green one, and the lids belong into the black "
    "one. Who has a garden may ask for a brown one, which costs forty crowns a year and is emptied every two weeks.\n\n"
    "The ferry sails at seven and at nine. From June it sails at eleven too, if the pilot is well again, and on "
    "Sundays it takes bicycles. The library is shut for the whole of May, and its books wait in the school.\n\n"
    "The fund says: “We want to see boards established, with priorities and proposals set out in a plan that is owned "
    "by the town and drives growth in the long term.” I hope so"
)


@pytest.mark.parametrize(
    ("signature", "name"),
    [
        (".\n\nNora Quist\n", "Nora Quist"),
        (". Nora Quist Borough Councillor nora.quist@eskby.example\n", "Nora Quist"),
        (".\n\nWith kind regards Councillor Nora Quist Reed Ward Home 01366 727037\n", "Nora Quist"),
        (".\n\nNora Quist, Ward Councillor\n", "Nora Quist"),
        # Links below a page, somebody spoken of above, several who sign, and whom a sentence ends with.
        (".\n\nNora Quist Makes A Joke To Please The Fed\n", None),
        (", as Nora Quist says.\n\nNora Quist\n", None),
        (".\n\nEmil Sand\nNora Quist\n", None),
        (", cried Mrs. Nora Quist .\n", None),
        (", said by Nora Quist\n", None),
        (".\n\nThe Sluice Board\n", None),
    ],
)
def test_who_signs_a_report_at_its_end_wrote_it(signature: str, name: str | None) -> None:
    found = turns_of(document(f"{REPORT}{signature}"))
    assert {speaker for speaker, _ in found} == ({name} if name else set())
    assert not any("Quist" in words for _, words in found)


STANDFIRST = (
    "Nora Quist has kept the sluice since 2019. She has two children and a boat. Quist wrote this essay for The "
    "Dry Foot, and it is the first of three.\n\n"
)


def test_an_essay_is_whose_the_paragraph_above_it_says() -> None:
    assert turns_of(document(f"{STANDFIRST}{COLUMN}"))[0][0] == "Nora Quist"
    assert not any("two children" in words for _, words in turns_of(document(f"{STANDFIRST}{COLUMN}")))


@pytest.mark.parametrize("told", ["Quist’s clerk wrote this essay", "Nobody wrote this essay", "Quist wrote this song"])
def test_who_did_not_write_it_does_not_speak(told: str) -> None:
    text = STANDFIRST.replace("Quist wrote this essay", told)
    assert turns_of(document(f"{text}{COLUMN}")) == []


SPOKEN = (
    "Friends, we have kept the sluice for a hundred years, and our children will keep it.\n\nWho would close it?\n\n"
    "The board said: “The sluice is old, and it is dear, and it leaks in March, and nobody who lives below it has ever "
    "asked what it costs, and nobody who lives above it wants to know that either.” We say no.\n"
)


@pytest.mark.parametrize("title", ["Address to the dinner of the guild", "A sluice for all: speech, Vesk"])
def test_a_speech_by_its_title_is_its_authors(title: str) -> None:
    one = replace(document(SPOKEN), title=title, author="Nora Quist", origins=(("author", "front matter"),))
    assert {speaker for speaker, words in turns_of(one) if "a hundred years" in words} == {"Nora Quist"}


@pytest.mark.parametrize("title", ["What the speech to the guild left out", "The address book", "A dinner"])
def test_what_no_title_calls_a_speech_is_nobodys(title: str) -> None:
    one = replace(document(SPOKEN), title=title, author="Nora Quist", origins=(("author", "front matter"),))
    assert not [speaker for speaker, words in turns_of(one) if "a hundred years" in words]


NOTE = (
    "We had a good year at the weir. Our keepers opened the gate ninety times, and we mended the wall.\n\n"
    "I am grateful to all who helped us. Next year we will ask our members for a new boat.\n"
)


@pytest.mark.parametrize(
    "title",
    [
        "A Year-End Letter from our Director",
        "A note from the keeper",
        "Farewell from your Chair",
        "From the founding director: my farewell",
        "Editor's note",
        "A happy new year from our keeper, Nora Quist",
    ],
)
def test_a_letter_by_its_title_is_its_authors(title: str) -> None:
    assert turns_of(replace(by(NOTE, "Nora Quist"), title=title))[0][0] == "Nora Quist"


@pytest.mark.parametrize(
    ("title", "text", "author"),
    [
        ("A look at the year", NOTE, "Nora Quist"),
        ("A note from the keeper", NOTE, "The Weir Board"),
        ("A note from the keeper", NOTE, "Nora Quist, Emil Sand"),
        ("A note from the keeper", NOTE.replace("I am", "The board is"), "Nora Quist"),
        ("A note from the keeper", f"{NOTE}\n> I would sooner buy a spade, said the chair.\n", "Nora Quist"),
    ],
    ids=["no letter", "a body", "two", "no I", "words of another set in"],
)
def test_what_is_not_surely_ones_letter_is_nobodys(title: str, text: str, author: str) -> None:
    assert "Nora Quist" not in {speaker for speaker, _ in turns_of(replace(by(text, author), title=title))}


@pytest.mark.parametrize(
    ("author", "name"), [("Oskvar Tembrel", "Oskvar Tembrel"), ("Weir Watch", None), ("Sluice Team", None)]
)
def test_a_field_names_a_person_whose_given_name_nobody_knows(author: str, name: str | None) -> None:
    assert set(written(COLUMN, author)) <= {name, None}
    assert (name in written(COLUMN, author)) or name is None


def test_a_column_may_ask_once() -> None:
    later = f"{COLUMN * 4}\nWhat will the third drawing be for?\n\nI for my part shall not look at it.\n"
    assert set(written(later, "Nora Quist")) == {"Nora Quist"}
    asked = later.replace("What will the third drawing be for?", "What do you do all day?")
    assert "Nora Quist" not in written(asked, "Nora Quist")

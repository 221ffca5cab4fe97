"""Pages of letters: whose each is, and that nobody gets another's."""

from __future__ import annotations

import time

import pytest

from index.transcripts.heads.letters_page import letters_of
from tests.index.analysed import document, named, over, turns_of

BOLD = """Letters to the editor

The quay must stay open. I have walked there for forty years, and I shall not stop now.

**Philippa Agar, Quay Street**

I disagree with last week's letter. The tram is cheap and clean.

**Otto Lund, Mill Lane**

Whoever parks on the green should be ashamed.
"""
TWO_LINES = """Your letters

Sir, the mayor says that the mill is lost. It is not lost. My father worked there.

Nora Beck
Eskby

Why is the library closed on Mondays? We need it.

Name withheld

Thank you for the piece on herons. We see three from our window.

Wyn Orme, Vesk
"""
DASHES = """Readers' letters: the week's post

Ban the cars

I have two children and a bad road. Ban the cars, and I will bake the council a cake.
— Ida Voss, Harbour Road

Keep the cars

The shops need them. "We would close," my butcher says.
— Tom Reyl, Eskby
"""
HEADED = """# Your letters

## Save the herons

Herons have nested here since my mother was a girl.

P. J. Agar (Mrs), Vesk

## A tax too many

We pay enough. I shall vote for nobody.

## Trams

The tram is late every day and I am late with it.

**Wyn Oake**, Mill Lane

Editor's note: the council did not reply.
"""


@pytest.mark.parametrize(
    ("text", "words", "writer"),
    [
        (BOLD, "The quay must", "Philippa Agar"),
        (BOLD, "I have walked", "Philippa Agar"),
        (BOLD, "The tram is cheap", "Otto Lund"),
        (BOLD, "Whoever parks", None),
        (TWO_LINES, "It is not lost", "Nora Beck"),
        (TWO_LINES, "We need it", None),
        (TWO_LINES, "We see three", "Wyn Orme"),
        (DASHES, "I have two children", "Ida Voss"),
        (DASHES, "The shops need", "Tom Reyl"),
        (HEADED, "Herons have", "P. J. Agar"),
        (HEADED, "We pay enough", None),
        (HEADED, "The tram is late", "Wyn Oake"),
        (HEADED, "the council did not", None),
    ],
)
def test_a_letter_is_whose_name_stands_at_its_end(text: str, words: str, writer: str | None) -> None:
    assert named(text, words) == writer


@pytest.mark.parametrize(
    ("text", "line"),
    [(BOLD, "Philippa Agar, Quay"), (TWO_LINES, "Eskby"), (TWO_LINES, "Name withheld"), (DASHES, "Ida Voss, Harbour")],
)
def test_a_signature_is_no_statement(text: str, line: str) -> None:
    assert over(text, line) == []


SLASHES = """I think the bins should be emptied on Mondays. My street smells.
O. Farraday / 14 Dunmore Rd

My dog was bitten in the park and I want a fence.
P. Lund / 3 Mill Lane
"""
CLOSED = """Dear Editor,
We were promised a library. I am still waiting.
Yours faithfully,
Mira Quill
22 Station Road

Dear Editor,
I disagree with Mr Tell. The harbour is safe.
Yours sincerely,
Ada Talbot
Eskby
"""
CALLED = """THE VESK GAZETTE - LETTERS

To the editor:
I have sold fish for forty years. Nobody asked me.
  Olaf Brandal, Quay 4

To the editor:
My mother's bus no longer stops. She is ninety.
  Una Raske, Hill Ward
"""


@pytest.mark.parametrize(
    ("text", "words", "writer"),
    [
        (SLASHES, "I think the bins", "O. Farraday"),
        (SLASHES, "My dog", "P. Lund"),
        (CLOSED, "We were promised", "Mira Quill"),
        (CLOSED, "I disagree", "Ada Talbot"),
        (CALLED, "I have sold", "Olaf Brandal"),
        (CALLED, "My mother", "Una Raske"),
    ],
)
def test_letters_need_no_heading_where_each_is_signed(text: str, words: str, writer: str) -> None:
    assert named(text, words) == writer


@pytest.mark.parametrize(
    ("text", "line"), [(SLASHES, "O. Farraday"), (CLOSED, "Ada Talbot"), (CALLED, "To the editor:\nMy")]
)
def test_a_signature_and_whom_a_letter_calls_are_nobodys(text: str, line: str) -> None:
    assert over(text, line) == []


NAMES_ABOVE_WITHOUT_HEADING = """Philippa Agar, Quay Street

The quay must stay open. I have walked there for forty years.

Otto Lund, 3 Mill Lane

I disagree. The tram is cheap.

Ida Voss, 4 Mill Lane

My street is quiet.
"""
NAMES_ABOVE = """Letters

**Philippa Agar, Quay Street**
The quay must stay open. I have walked there for forty years.

**Otto Lund, Mill Lane**
I disagree. The tram is cheap.
"""
NAMES_ABOVE_APART = """Letters to the Wick Gazette

This week you wrote to us about the quay. Here are the best of your letters.

Philippa Agar, Quay Street

The quay must stay open. I have walked there for forty years.

Otto Lund, Mill Lane

I disagree. The tram is cheap.
"""
NO_PAGE = """Council letters row grows

Mayor Ida Voss said the letters were lost.

Ida Voss, Vesk

The clerk found them in a drawer.
"""


@pytest.mark.parametrize(
    ("text", "words", "other"),
    [
        (NAMES_ABOVE, "The quay must", "Otto Lund"),
        (NAMES_ABOVE_WITHOUT_HEADING, "The quay must", "Otto Lund"),
        (NAMES_ABOVE_WITHOUT_HEADING, "I disagree", "Ida Voss"),
        (NAMES_ABOVE_APART, "The quay must", "Otto Lund"),
        (NAMES_ABOVE_APART, "This week you", "Philippa Agar"),
        (NO_PAGE, "Mayor Ida", "Ida Voss"),
    ],
)
def test_names_above_letters_and_under_other_texts_take_nothing_from_above(text: str, words: str, other: str) -> None:
    assert named(text, words) != other


@pytest.mark.parametrize(
    ("title", "line"),
    [
        ("Chairman’s Letter - 2031", "Stan Orme, Tarnby"),
        ("Letters to the Editor", "In the table, the gifts of the year"),
        ("Letters to the Editor", "March 1, 2031"),
        ("Letters to the Editor", "Managers regularly engineer, as we know"),
    ],
)
def test_a_line_of_a_text_signs_no_letter_on_a_page(title: str, line: str) -> None:
    text = f"{title}\n\nWe have had a good year. I thank you.\n\n{line}\n\nwas the best of all, and we go on.\n"
    assert not [each for each, _ in turns_of(document(text, title=title)) if each]


def test_of_the_names_below_one_letter_none_is_anothers_words() -> None:
    signed = (
        "Bri Eno / Artist",
        "Ona Lid / Former member for the Ferry Party and chair of the Pirate Union (Harbour Media).",
        "N. Rao / Chairman of The Quay Publishing Group, Vesk, India",
        "Ida Voss / Founder, Archive of the Lenn",
    )
    text = "Dear Prime Minister,\n\nI ask that the quay stay open.\n\nSigned by\n\n" + "\n\n".join(signed)
    found = turns_of(document(text, title="Letter to the Prime Minister of Orr"))
    assert not [said for speaker, said in found if speaker and "Ferry Party" in said]


def test_a_long_line_that_signs_nothing_takes_no_long_time() -> None:
    before = time.perf_counter()
    assert letters_of(document("We met.\n\nAna Ruiz, " + "a" * 70 + "#\n\n" * 50, title="Letters")) == []
    assert time.perf_counter() - before < 5

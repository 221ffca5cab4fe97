# ruff: noqa: E501  The pages are read more easily a line each.
"""The numbers of a page's lines are no words; those of lists, tables and figures are."""

from __future__ import annotations

import pytest

from index.readers import plain
from index.readers.line_numbers import without_line_numbers
from index.readers.pdf import pdf as pdf_reader
from tests.index.readers.pdf.pdf_files import Words, pdf

COURT = """
 1            THE COURT:  Call the next one.
 2            MR. HALE:  The People call Ivo Brandt.
 3                     DIRECT EXAMINATION
 4   BY MR. HALE:
 5       Q.   What did you do when the siren went?
 6       A.   I went down to the quay and I did not touch
 7   the rope, not once.
 8       Q.   And the captain?
 9       A.   He was below with the
10   Harbour Master.
                                                    2
 1       Q.   What did he tell you?
 2       A.   He told me that he would never leave the
 3   boat alone.
"""
INTERVIEW = """Interview 7, transcribed in full

1 I: How long did you work at the mill?
2 R: Thirty-one years, and I would not say that I was ever happy there,
3 not even at the beginning. My sister was.
4
5 I: Why did you stay?
6 R: Because there was nothing else in the valley, and because my father had
7 stayed before me. You did not ask.

Page 2

8 I: Did you never think of leaving?
9 R: Every Monday.
"""
SPACED = """ 1  Q.  Did anybody see you in the yard?

 2  A.  My neighbour may have seen me, but she was not

 3  looking up.

 4  Q.  Was it dark?

 5  A.  Not yet.

 6  Q.  Go on.

 7  A.  There is no more to it.
"""
PROSE = """17 The witness said that she had not been asked to sign
18 anything, and that nobody had shown her the letter of
19 May. She had heard of it from the clerk. It was, she
20 thought, a forgery.
21
22 On the second day she was asked again, and she answered
23 that nothing had changed.
"""
TABBED = "1\tMS. ROE: I would ask that the last answer of the\n2\twitness be struck.\n3\tTHE COURT: It stays.\n4\tMS. ROE: Then I object to the whole of this line of\n5\tquestions, your Honor.\n6\tTHE COURT: Noted.\n7\tMS. ROE: Thank you.\n"

NUMBERED = {
    "a court's pages": (COURT, ["I did not touch the rope, not once.", "the Harbour Master.", "he would never leave the boat alone."], 13),
    "an interview, on and on": (INTERVIEW, ["ever happy there, not even at the beginning.", "my father had stayed before me."], 9),
    "lines set apart": (SPACED, ["she was not looking up."], 7),
    "a part of a page of prose": (PROSE, ["not been asked to sign anything", "the letter of May.", "she thought, a forgery."], 7),
    "behind tabs": (TABBED, ["the last answer of the witness be struck.", "this line of questions, your Honor."], 7),
}  # fmt: skip


@pytest.mark.parametrize(("text", "whole", "count"), NUMBERED.values(), ids=NUMBERED)
def test_line_numbers_are_taken_off_and_named(text: str, whole: list[str], count: int) -> None:
    (parsed,) = plain.read(text.encode())
    assert [each for each in whole if each not in parsed.text] == []
    assert ("line number", count) in parsed.omitted
    assert not any(line.strip()[:1].isdigit() for line in parsed.text.splitlines())


def test_heads_between_numbered_pages_are_taken_out() -> None:
    assert ("running head or foot", 1) in without_line_numbers(COURT).omitted
    assert "2\n" not in without_line_numbers(COURT).text


LISTS = {
    "items with full stops": "\n".join(f"{at}. Bring the boat {at} to the quay and\ntie it up." for at in range(1, 12)),
    "a shopping list": "1 milk\n2 eggs and butter\n3 bread\n4 soap\n5 a broom\n6 nails\n7 rope for the boat\n8 tar\n",
    "long items in small letters": "\n".join(f"{at} one more wish that nobody will ever fulfil" for at in range(1, 10)),
    "a table of ranks": "\n".join(f"{at}  Norway B{at}   {40 - at}  {at + 3}  12" for at in range(1, 20)),
    "a list of names with gaps": "1 Ana Ruiz\n2 Tom Holt\n3\n4 Bea Quay\n5\n6 Jo Fenn\n7 Ada Marsh\n",
    "a team": "1 GK: Ana Ruiz\n2 LB: Jo Fenn\n3 CB: Bea Quay\n4 CB: Tom Holt\n5 RB: Ida Roth\n6 CM: Una Gale\n7 CM: Pia Orr\n",
    "sentences that are numbered": "\n".join(
        f"{at} The council has decided the matter {at} today." for at in range(1, 15)
    ),
    "wrapped items": "\n".join(
        f"{at} The council has decided that the quay of\nthe harbour will be mended." for at in range(1, 9)
    ),
    "figures alone": "\n".join(map(str, range(1, 30))),
    "years": "\n".join(f"{1990 + at} the mill was still in the hands of the family\n" for at in range(9)),
    "moves of a game": "1 e4 e5\n2 Nf3 Nc6\n3 Bb5 a6\n4 Ba4 Nf6\n5 O-O Be7\n6 Re1 b5\n7 Bb3 d6\n",
}


@pytest.mark.parametrize("text", LISTS.values(), ids=LISTS)
def test_numbers_of_lists_and_tables_stay(text: str) -> None:
    assert without_line_numbers(text).text == text


PAGES = [
    ["     THE COURT:  Go on.", "BY MS. ROE:", "  Q.  Where did you put the key of the house?", "  A.  I never had it, and I told the officer that I", "had no key.", "  Q.  Whose was it?", "  A.  My brother's."],
    ["  Q.  Did he lend it to you, or did he ever say that he", "would lend it?", "  A.  No.", "     MS. ROE:  Nothing further."],
]  # fmt: skip


def _page(rows: list[str], number: int, leading: float, joined: bool) -> list[Words]:
    found = [Words(500, 40, str(number))]
    for at, row in enumerate(rows, start=1):
        indent, y = len(row) - len(row.lstrip()), 80 + at * leading
        if joined:
            found.append(Words(60, y, f"{at:2} {row}"))
        else:
            found += [Words(60, y, str(at)), Words(90 + 5 * indent, y, row.strip())]
    return found


@pytest.mark.parametrize("joined", [True, False], ids=["drawn as one", "apart"])
@pytest.mark.parametrize("leading", [12.0, 18.0, 24.0])
def test_the_lines_of_a_pdfs_pages_are_joined_without_their_numbers(leading: float, joined: bool) -> None:
    content = pdf([_page(rows, number, leading, joined) for number, rows in enumerate(PAGES, start=1)])
    (parsed,) = pdf_reader.read(content)
    assert "I never had it, and I told the officer that I had no key.\n" in parsed.text
    assert "Did he lend it to you, or did he ever say that he would lend it?\n" in parsed.text
    assert ("line number", 11) in parsed.omitted
    assert not any(character.isdigit() for character in parsed.text)


def test_a_place_of_a_numbered_pdf_is_that_of_its_words() -> None:
    content = pdf([_page(PAGES[0], 1, 24.0, joined=False)])
    (parsed,) = pdf_reader.read(content)
    start = parsed.text.index("I told the officer")
    (place,) = pdf_reader.places(content, start, start + len("I told the officer that I had no"))
    assert len(place.boxes) == 2

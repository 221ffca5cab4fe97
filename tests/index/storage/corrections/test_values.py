"""Values as people write them: what is stored of them, and what is said of those that cannot be."""

from __future__ import annotations

from datetime import date

import pytest

from errors import CorrectionError
from index.correct import change
from index.corrected_values import LONGEST, field_named, value
from index.storage.store import Store
from tests.index.storage.corrections.papers import (
    HARBOUR,
)


@pytest.mark.parametrize(
    ("field", "written", "kept"),
    [
        pytest.param("title", "  On the  harbour ", "On the harbour", id="blanks"),
        pytest.param("title", "Cafe\u0301 talk", "Café talk", id="composed"),
        pytest.param("published", "2031-03-05", "2031-03-05", id="iso day"),
        pytest.param("published", "5 March 2031", "2031-03-05", id="day in words"),
        pytest.param("published", "March 5, 2031", "2031-03-05", id="month first"),
        pytest.param("published", "05.03.2031", "2031-03-05", id="full stops"),
        pytest.param("published", "2031-03", "2031-03", id="a month"),
        pytest.param("published", "", None, id="no day"),
        pytest.param("speaker", " ", None, id="no speaker"),
        pytest.param("speaker", "Міра Квіл", "Міра Квіл", id="cyrillic"),
        pytest.param("speaker", "Unknown", None, id="unknown"),
        pytest.param("speaker", "N/A", None, id="not applicable"),
        pytest.param("speaker", " - ", None, id="a dash"),
        pytest.param("speaker", "(none)", None, id="none in brackets"),
        pytest.param("speaker", "неизвестно", None, id="unknown in russian"),
        pytest.param("source", "unbekannt", None, id="unknown in german"),
        pytest.param("published", "No date", None, id="no date"),
        pytest.param("said_on", "1963", "1963", id="a year"),
        pytest.param("said_on", "none", None, id="said on no day"),
        pytest.param("title", "None", "None", id="a title that is a word for none"),
        pytest.param("title", "1984", "1984", id="a title of figures"),
        pytest.param("source", "20 Minutes", "20 Minutes", id="a paper with figures"),
        pytest.param("speaker", "Nona Unknown", "Nona Unknown", id="a name with such a word"),
        pytest.param("source", "The “Vesk” Gazette & Sons = <b>", "The “Vesk” Gazette & Sons = <b>", id="marks"),
    ],
)
def test_what_is_written_is_kept(field: str, written: str, kept: str | None) -> None:
    assert value(field, written) == kept


@pytest.mark.parametrize(
    ("field", "written", "message"),
    [
        pytest.param("speaker", "12345", "has no letter", id="a speaker of figures"),
        pytest.param("speaker", "+49 30 1234", "has no letter", id="a number to call"),
        pytest.param(
            "published", "03/04/2026", "3 April 2026 or 4 March 2026; write it as 2026-04-03 or", id="two days"
        ),
        pytest.param("said_on", "11-12-1963", "11 December 1963 or 12 November 1963", id="two days with hyphens"),
        pytest.param("published", "on 5/6/2031", "5 June 2031 or 6 May 2031", id="two days in words"),
        pytest.param("title", " ", "title is empty", id="empty title"),
        pytest.param("title", "x" * (LONGEST["title"] + 1), "longer than 500", id="long title"),
        pytest.param("speaker", "Ana\nTell", "control character", id="line break"),
        pytest.param("speaker", "Ana\x00Tell", "control character", id="nul"),
        pytest.param("speaker", "Ana\ud800", "control character", id="lone surrogate"),
        pytest.param("source", "Gazette\u202e", "control character", id="order of letters turned"),
        pytest.param("speaker", "???", "no letter", id="no letter"),
        pytest.param("published", "the other day", "cannot be read", id="no day"),
        pytest.param("published", "2031-02-30", "cannot be read", id="a day that is none"),
        pytest.param("published", "31.31.2031", "cannot be read", id="a month that is none"),
        pytest.param("published", "9" * 100_000, "longer than", id="endless day"),
    ],
)
def test_what_cannot_be_kept_is_named(field: str, written: str, message: str) -> None:
    with pytest.raises(CorrectionError, match=message) as raised:
        value(field, written)
    assert "\n" not in str(raised.value)
    assert str(raised.value).isprintable()


@pytest.mark.parametrize("name", ["Published", " SPEAKER ", "title", "Source\t"])
def test_a_fields_capitals_and_blanks_do_not_matter(name: str) -> None:
    assert field_named(name) == name.strip().lower()


@pytest.mark.parametrize("name", ["text", "id\n\x1b[2J", "", "said_on", "publish ed"])
def test_a_field_that_there_is_not_is_named(name: str) -> None:
    with pytest.raises(CorrectionError, match="field|said_on") as raised:
        field_named(name)
    assert str(raised.value).isprintable()


NEXT_YEAR = str(date.today().year + 1)
REMARKS_OF = {
    "a day to come": ({"published": f"{NEXT_YEAR}-01-01"}, f"1 January {NEXT_YEAR} is in the future"),
    "a year to come": ({"published": NEXT_YEAR}, f"{NEXT_YEAR} is in the future; it was stored as given."),
    "a month to come": ({"Published": f"{NEXT_YEAR}-02"}, f"February {NEXT_YEAR} is in the future"),
    "unknown": ({"published": "Unknown"}, "'Unknown' was taken to mean that there is no day."),
    "not applicable": ({"published": " n/a "}, "'n/a' was taken to mean that there is no day."),
    "the same beside another": (
        {"title": "Harbour", "published": "2020"},
        "The file has the same title; nothing was stored.",
    ),
}


@pytest.mark.parametrize(("given", "message"), REMARKS_OF.values(), ids=REMARKS_OF)
def test_it_is_said_how_a_value_was_taken(store: Store, given: dict[str, str], message: str) -> None:
    assert any(message in each for each in change(store, HARBOUR, given, [], 128)["remarks"])

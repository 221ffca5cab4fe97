"""Corrections by the command: fields, days and speakers, and what is said of wrong ones."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from index.__main__ import main as index
from tests.commands.printed import printed
from tests.conftest import GAZETTE, embedded, indexed

HARBOUR, BRIDGE = GAZETTE


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        pytest.param(["--set"], "--set needs a document and what to set", id="nothing"),
        pytest.param(["--set", HARBOUR], "--set needs a document and what to set", id="a document alone"),
        pytest.param(["--set", HARBOUR, "speaker"], "'speaker' is not FIELD=VALUE", id="no value"),
        pytest.param(["--set", HARBOUR, "speaker", "=", "Ann"], "'speaker' is not FIELD=VALUE", id="three words"),
        pytest.param(["--set", HARBOUR, "=Ann"], "'=Ann' is not FIELD=VALUE", id="no field"),
        pytest.param(["--unset", HARBOUR], "--unset needs a document and the fields", id="no field to take back"),
    ],
)
def test_a_correction_in_the_wrong_form_is_one_line(
    arguments: list[str], message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as raised:
        index(arguments)
    output = capsys.readouterr()
    assert raised.value.code == 2
    assert message in output.err
    assert (output.err.count("\n"), output.out) == (1, "")


@pytest.fixture
def gazette_store(gazette_folder: Path, tmp_path: Path) -> list[str]:
    settings = indexed(gazette_folder, embedded(tmp_path / "store"))
    return ["--store", str(settings.store)]


def test_a_document_is_corrected(gazette_store: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    fields = ["title=On the harbour", "published=5 March 2031", "source=The Gazette = ours"]
    assert index(["--set", HARBOUR, *fields, *gazette_store]) == 0
    out = capsys.readouterr().out
    assert "title: On the harbour  (corrected; the file says Harbour, in the file's name)" in out
    assert "published: 2031-03-05  (corrected; the file says 2031-03-02, in the first line)" in out
    assert "source: The Gazette = ours  (corrected; the file says none)" in out
    assert index(["--set", HARBOUR, "published=", "--json", *gazette_store]) == 0
    shown = printed(capsys)
    assert shown["published"] is None
    assert shown["found_in"] == dict.fromkeys(("title", "published", "source"), "a correction")
    assert shown["corrected"]["published"] == {"value": None, "read": "2031-03-02", "read_in": "the first line"}  # type: ignore[index]
    assert shown["omitted"] == {}
    assert index(["--show", HARBOUR, "--json", *gazette_store]) == 0
    assert printed(capsys) == shown
    assert index(["--show", HARBOUR, *gazette_store]) == 0
    assert "published: none  (corrected; the file says 2031-03-02, in the first line)" in capsys.readouterr().out
    assert index(["--unset", HARBOUR, "title", "published", "source", "--json", *gazette_store]) == 0
    shown = printed(capsys)
    assert (shown["title"], shown["published"], shown["corrected"]) == ("Harbour", "2031-03-02", {})


@pytest.mark.parametrize(
    "given", ["Speaker=Ann Lee", "SPEAKER=Ann Lee", "speaker = Ann Lee", " speaker= Ann  Lee ", "Speaker\t=\tAnn Lee"]
)
def test_a_fields_capitals_and_blanks_do_not_matter(
    gazette_store: list[str], capsys: pytest.CaptureFixture[str], given: str
) -> None:
    assert index(["--set", HARBOUR, given, "--json", *gazette_store]) == 0
    assert printed(capsys)["speaker"] == "Ann Lee"


def test_a_statements_day_is_corrected(gazette_store: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    def statements() -> list[dict[str, object]]:
        assert index(["--statements", HARBOUR, "--json", *gazette_store]) == 0
        rows: list[dict[str, object]] = printed(capsys)["statements"]  # type: ignore[assignment]
        return rows

    before = statements()
    place = "{doc}@{start}-{end}".format(**before[-1])
    assert index(["--set", place, "said_on=1963", *gazette_store]) == 0
    assert "1963, day corrected)" in capsys.readouterr().out
    assert statements()[-1]["corrected"] == {"said_on": {"value": "1963", "read": before[-1]["said_on"]}}
    assert index(["--show", HARBOUR, *gazette_store]) == 0
    assert "said on 1963  (day corrected; it was read as 2031-03-02)" in capsys.readouterr().out
    assert index(["--unset", place, "said_on", *gazette_store]) == 0
    capsys.readouterr()
    assert statements() == before


def test_a_statements_speaker_is_corrected(gazette_store: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    def statements() -> list[dict[str, Any]]:
        assert index(["--statements", HARBOUR, "--json", *gazette_store]) == 0
        return printed(capsys)["statements"]  # type: ignore[return-value]

    last = statements()[-1]
    place = f"{HARBOUR}@{last['start']}-{last['end']}"
    assert index(["--set", place, "speaker=Berta Noll", *gazette_store]) == 0
    assert "Berta Noll (quoted, 2031-03-02, speaker corrected)" in capsys.readouterr().out
    corrected = {"speaker": {"value": "Berta Noll", "read": "Mira Quill"}}
    assert [each.get("corrected") for each in statements()] == [None, None, corrected]
    assert index(["--corrections", "--json", *gazette_store]) == 0
    (kept,) = printed(capsys)["corrections"]  # type: ignore[misc]
    assert (kept["doc"], kept["start"], kept["end"], kept["applied"]) == (HARBOUR, last["start"], last["end"], True)
    assert index(["--corrections", *gazette_store]) == 0
    assert capsys.readouterr().out == f"{place}  speaker=Berta Noll\n"
    assert index(["--show", HARBOUR, *gazette_store]) == 0
    assert "Berta Noll  (speaker corrected; it was read as Mira Quill)" in capsys.readouterr().out
    assert index(["--unset", place, "speaker", *gazette_store]) == 0
    capsys.readouterr()
    assert statements()[-1] == last
    assert index(["--corrections", *gazette_store]) == 0
    assert capsys.readouterr().out == "Nothing was corrected.\n"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        pytest.param(["--set", "nowhere.txt", "title=x"], "no document 'nowhere.txt'; run:", id="no document"),
        pytest.param(["--set", "nowhere.txt@1-2", "speaker=x"], "no document 'nowhere.txt'; run:", id="no document at"),
        pytest.param(["--set", HARBOUR, "tilte=x"], "no field 'tilte'", id="unknown field"),
        pytest.param(["--set", HARBOUR, "title="], "title is empty", id="empty title"),
        pytest.param(["--set", HARBOUR, "title=x", "published=soon"], "day 'soon' cannot be read", id="no day"),
        pytest.param(["--set", HARBOUR, "title=x", "title=y"], "'title' is set twice", id="twice"),
        pytest.param(["--set", HARBOUR, "title=x", "Title =y"], "'title' is set twice", id="twice in capitals"),
        pytest.param(["--set", HARBOUR, "speaker=   "], "nothing was stored", id="nothing changes"),
        pytest.param(["--set", HARBOUR, "published=03/04/2026"], "3 April 2026 or 4 March 2026", id="two days"),
        pytest.param(["--set", HARBOUR, "speaker=a\nb"], "control character", id="control character"),
        pytest.param(["--set", HARBOUR, "source=" + "x" * 999], "longer than 300", id="too long"),
        pytest.param(["--set", f"{HARBOUR}@0-5", "speaker=x"], "no statement at 0-5", id="no statement"),
        pytest.param(["--set", f"{HARBOUR}@0-5", "title=x"], "only its speaker", id="title of a statement"),
        pytest.param(["--unset", HARBOUR, "title"], "was not corrected", id="nothing to take back"),
        pytest.param(["--unset", "nowhere.txt", "title"], "no document", id="nothing to take back of"),
    ],
)
def test_a_wrong_correction_is_one_sentence_and_changes_nothing(
    gazette_store: list[str], capsys: pytest.CaptureFixture[str], arguments: list[str], message: str
) -> None:
    assert index([*arguments, *gazette_store]) == 1
    output = capsys.readouterr()
    assert message in output.err
    assert output.err.count("\n") == 1
    assert output.out == ""
    assert index(["--corrections", "--json", *gazette_store]) == 0
    assert printed(capsys) == {"corrections": []}

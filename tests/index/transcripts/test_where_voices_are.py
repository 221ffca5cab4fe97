"""Lists of dialogue that say from where a voice is heard, ON, OFF, UP, V/O: such words are nobody's name."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.index.analysed import document, loaded, turns_of

HOLT, BRANDT = "Mara Holt", "Tom Brandt"
SAID = ["I saw it fall.", "We were lucky.", "It was dark.", "The mayor came."]


@pytest.mark.parametrize(
    "lines",
    [
        ["MARA HOLT OFF: {}", "TOM BRANDT ON: {}", "MARA HOLT ON: {}", "TOM BRANDT OFF: {}"],
        ["MARA HOLT    ON    {}", "TOM BRANDT    OFF    {}", "MARA HOLT    UP    {}", "TOM BRANDT    V/O    {}"],
        ["MARA HOLT\tON\t{}", "TOM BRANDT\tOFF\t{}", "MARA HOLT\tOFF\t{}", "TOM BRANDT\tV/O\t{}"],
        ["ON    MARA HOLT    {}", "OFF    TOM BRANDT    {}", "OFF    MARA HOLT    {}", "V/O    TOM BRANDT    {}"],
        ["ON: MARA HOLT: {}", "OFF: TOM BRANDT: {}", "ON: MARA HOLT: {}", "UP: TOM BRANDT: {}"],
        ["MARA HOLT, OFF: {}", "TOM BRANDT, ON: {}", "MARA HOLT, V/O: {}", "TOM BRANDT, ON: {}"],
        ["MARA HOLT (O.S.): {}", "TOM BRANDT (V.O.): {}", "MARA HOLT (UP): {}", "TOM BRANDT [OFF]: {}"],
        ["OFF (Mara Holt): {}", "ON (Tom Brandt): {}", "OFF (Mara Holt): {}", "UP (Tom Brandt): {}"],
        ["MARA HOLT OFF SCREEN: {}", "TOM BRANDT: {}", "MARA HOLT: {}", "TOM BRANDT ON CAMERA: {}"],
    ],
)
def test_where_a_voice_is_is_no_part_of_the_name(lines: list[str]) -> None:
    text = "\n".join(line.format(said) for line, said in zip(lines, SAID, strict=True)) + "\n"
    assert turns_of(document(text, title="Reel 2")) == list(zip([HOLT, BRANDT] * 2, SAID, strict=True))


@pytest.mark.parametrize("voice", ["OFF", "ON", "UP", "V/O", "VO", "OOV", "V.O."])
@pytest.mark.parametrize("form", ["{}: {}\n\n", "{}\n{}\n\n", "{}:\n{}\n\n"])
def test_a_voice_alone_is_nobodys(voice: str, form: str) -> None:
    who = [voice, "MARA HOLT", voice, "MARA HOLT"]
    text = "".join(form.format(name, said) for name, said in zip(who, SAID, strict=True))
    found = turns_of(document(text, title="Reel 2"))
    assert {name for name, _ in found} <= {HOLT, None}
    assert {said for name, said in found if name} <= {SAID[1], SAID[3]}


def test_such_words_are_surnames_where_nothing_shows_a_list() -> None:
    text = "KIM VO: I saw it fall.\nTOM BRANDT: We were lucky.\nKIM VO: It was dark.\nTOM BRANDT: The mayor came.\n"
    assert [name for name, _ in turns_of(document(text, title="Reel 2"))] == ["Kim Vo", BRANDT] * 2


@pytest.mark.parametrize("behind", [" OFF", " (ON)", ", V/O", " - UP", ""])
def test_captions_name_whom_such_words_stand_behind(behind: str, tmp_path: Path) -> None:
    who = [f"MARA HOLT{behind}", "TOM BRANDT", f"MARA HOLT{behind}", "TOM BRANDT"]
    found = turns_of(loaded("reel.srt", _captions(who), tmp_path))
    assert [name for name, _ in found] == [HOLT, BRANDT] * 2


@pytest.mark.parametrize("voice", ["OFF", "V/O", "UP"])
def test_captions_with_such_labels_are_nobodys(voice: str, tmp_path: Path) -> None:
    found = turns_of(loaded("reel.srt", _captions([voice, "MARA HOLT", voice, "MARA HOLT"]), tmp_path))
    assert {name for name, _ in found} <= {HOLT, None}
    assert {said for name, said in found if name} <= {SAID[1], SAID[3]}


def _captions(who: list[str]) -> str:
    return "".join(
        f"{at}\n00:00:{at * 3:02},000 --> 00:00:{at * 3 + 2:02},500\n{name}: {said}\n\n"
        for at, (name, said) in enumerate(zip(who, SAID, strict=True), 1)
    )

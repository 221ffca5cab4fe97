"""What broadcasters write: a schedule is no transcript, and a list of dialogue says from where a voice is heard.

ON, OFF, UP and V/O are nobody's name.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.index.analysed import document, loaded, statements, turns_of

SCHEDULES = [
    "20:00 News: The day in Vesk and Norr, with the weather.\n20:30 Harbour Lights: A boat is lost, and the cook is "
    "blamed for it.\n21:15 Deep Water: The inspector finds a glove on the quay.\n22:00 News: The day once more.",
    "6.30pm The Quay: A new clerk opens the old office by the water.\n7.00pm Garden Hour: Roses are cut back in a wet "
    "spring.\n7.30pm The Quay: The clerk loses the key to the gate.\n8.00pm Late Film: A ferry leaves and does not "
    "come back.",
    "- 09:05 Morning Post: Letters from the coast are read out.\n- 09:45 Two Cooks: Herring and beans for four people."
    "\n- 10:10 Two Cooks: The herring is back on the table again.\n- 11:00 The Map: Rivers of the north, and where "
    "they end.",
]


@pytest.mark.parametrize("schedule", SCHEDULES, ids=["evening", "pm", "list"])
def test_a_schedule_has_no_turns(schedule: str) -> None:
    assert [each for each in statements(schedule) if each.kind == "turn"] == []


TALKS = [
    "10:00 Quendra Vost: I think we should open the gate now.\n10:05 Orlin Stell: Then I will bring the key.\n10:10 "
    "Quendra Vost: Thank you, we are waiting for it.\n10:15 Orlin Stell: I am on my way.",
    "20:00 Ana Ruiz: The gate is open.\n20:05 Peter Holm: The key is lost.\n20:10 Ana Ruiz: The gate is shut again.",
    "[00:10:05] Harbour Desk: The gate is open now.\n[00:15:10] Night Crew: The key is lost.\n[00:20:15] Harbour Desk: "
    "The gate is shut again.",
]


@pytest.mark.parametrize("talk", TALKS, ids=["first person", "given names", "seconds"])
def test_a_talk_at_round_times_has_turns(talk: str) -> None:
    assert len([each for each in statements(talk) if each.kind == "turn"]) == len(talk.split("\n"))


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

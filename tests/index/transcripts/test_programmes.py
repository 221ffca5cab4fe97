"""A schedule of programmes is no transcript, whatever its lines begin with."""

from __future__ import annotations

import pytest

from tests.index.analysed import statements

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

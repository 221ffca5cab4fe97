"""Whose words a text is over which front matter or a tag names who speaks: his, those of labels, or nobody's."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.index.analysed import loaded, turns_of

SAID = "I have kept this lock for nine years. My father kept it before me. We never shut it, and I ask you to help us."
TALK = f"{SAID}\n\nThe water is high in May. I measure it each day, and you may come and see.\n"
LABELS = "Holt: How high is it?\n\nRuiz: I measured it. It is high.\n\nHolt: And in June?\n\nRuiz: We shall see it.\n"
NOTICE = "The lock of Vesk has nine gates. This talk shows how they are kept and what they cost the town each year.\n"
INTRODUCED = f"Please welcome our next speaker, Ana Ruiz. Ana Ruiz keeps a lock, and we thank her.\n\n{TALK}"

WHOLE = [
    ("---\nspeaker: Ana Ruiz\ntitle: The lock\n---\n", TALK, {"Ana Ruiz"}),
    ("---\nspeakers:\n  - Ana Ruiz\ntitle: The lock\n---\n", TALK, {"Ana Ruiz"}),
    ("---\nspeakers: ['Ana Ruiz']\ntitle: The lock\n---\n", TALK, {"Ana Ruiz"}),
    ("---\npresenter: Dr Ana Ruiz\ntitle: The lock\n---\n", TALK, {"Ana Ruiz"}),
    ("---\npreacher: Ana Ruiz\ntitle: The lock\n---\n", TALK, {"Ana Ruiz"}),
    ("---\nauthor: Ana Ruiz\ntype: speech\ntitle: The lock\n---\n", TALK, {"Ana Ruiz"}),
    ('<speech title="the_lock" speaker="ana_ruiz" date="2031-05-02">\n', f"{TALK}</speech>\n", {"Ana Ruiz"}),
    ('<speech title="the_lock" speaker="a_ruiz">\n<!--link-->\n', f"{TALK}</speech>\n", {"A. Ruiz"}),
    ("---\nspeakers:\n  - Ana Ruiz\ntitle: The lock\n---\n", INTRODUCED, {"Ana Ruiz", None}),
    ("---\nspeakers:\n  - Ana Ruiz\ntitle: The lock\n---\n", f"{TALK}\nAna Ruiz is a keeper of locks.\n", {"Ana Ruiz"}),
    ("---\nspeakers:\n  - Ana Ruiz\n  - Jon Holt\ntitle: The lock\n---\n", LABELS, {"Ana Ruiz", "Jon Holt"}),
    ("---\nguest: Ana Ruiz\nspeaker: Jon Holt\ntitle: The lock\n---\n", LABELS, {"Ana Ruiz", "Jon Holt"}),
    ("---\ninterviewee: Ana Ruiz\ntitle: The lock\n---\n", LABELS, {"Ana Ruiz", "Holt"}),
    ("---\nspeaker: Ana Ruiz\ntitle: The lock\n---\n", LABELS, {"Ana Ruiz", "Holt"}),
]


@pytest.mark.parametrize(("head", "words", "speakers"), WHOLE)
def test_front_matter_says_whose_words_a_text_is(head: str, words: str, speakers: set[str], tmp_path: Path) -> None:
    assert {speaker for speaker, _ in turns_of(loaded("a.md", head + words, tmp_path))} == speakers


NOBODYS = {
    "a notice of a talk": ("speaker: Ana Ruiz\ntitle: The lock", NOTICE),
    "several and no labels": ("speakers: [Ana Ruiz, Jon Holt]\ntitle: The lock", TALK),
    "a nickname beside a name": ("speakers: [Ana Ruiz, lockkeeper9]\ntitle: The lock", TALK),
    "a guest and no labels": ("guest: Ana Ruiz\ntitle: The lock", TALK),
    "a guest and a host": ("guest: Ana Ruiz\nspeaker: Jon Holt\ntitle: The lock", TALK),
    "a conversation": ("speaker: Ana Ruiz\ntitle: A conversation with Ana Ruiz", TALK),
    "a panel": ("speaker: Ana Ruiz\ntitle: Panel on locks", TALK),
    "an author of an article": ("author: Ana Ruiz\ntype: article\ntitle: The lock", NOTICE),
    "notes of a talk": ("speaker: Ana Ruiz\ntitle: The lock", f"## Summary\n\n{TALK}\n## Key takeaways\n\n{TALK}"),
    "a report of a talk": ("speaker: Ana Ruiz\ntitle: The lock", f"Ruiz opens with a gate. Ruiz shows it.\n\n{TALK}"),
    "questions before a dash": ("speaker: Ana Ruiz\ntitle: The lock", f"Q - Why?\n\n{TALK}\nQ - When?\n\nI say so.\n"),
    "nobody yet": ("speakers: TBA\ntitle: The lock", TALK),
    "a body": ("presenter: VESK\ntitle: The lock", TALK),
}  # fmt: skip


@pytest.mark.parametrize(("fields", "words"), NOBODYS.values(), ids=NOBODYS)
def test_front_matter_over_what_is_not_one_persons_words(fields: str, words: str, tmp_path: Path) -> None:
    assert not [each for each, _ in turns_of(loaded("a.md", f"---\n{fields}\n---\n{words}", tmp_path)) if each]


def test_who_introduces_a_speaker_is_not_the_speaker(tmp_path: Path) -> None:
    found = turns_of(loaded("a.md", f"---\nspeakers: [Ana Ruiz]\n---\n{INTRODUCED}", tmp_path))
    assert found[0][0] is None
    assert found[1] == ("Ana Ruiz", SAID)


def test_a_tag_of_several_speeches_names_nobody(tmp_path: Path) -> None:
    text = f'<speech speaker="ana_ruiz">\n{TALK}</speech>\n<speech speaker="jon_holt">\n{TALK}</speech>\n'
    assert loaded("a.txt", text, tmp_path).speaker is None


FIELDS = {
    "below the title and the day": f"The lock\n5 March 2031\nSpeaker: Ana Ruiz\n\n{TALK}",
    "before the title": f"Speaker: Ana Ruiz\nTitle: The lock\nDate: 5 March 2031\n\n{TALK}",
    "with a title of hers": f"The lock\nSpeaker: Dr Ana Ruiz\nVenue: The Hall\n\n{TALK}",
}


@pytest.mark.parametrize("text", FIELDS.values(), ids=FIELDS)
def test_a_line_at_the_beginning_names_the_speaker(text: str, tmp_path: Path) -> None:
    document = loaded("a.txt", text, tmp_path)
    found = turns_of(document)
    assert document.title == "The lock"
    assert {speaker for speaker, _ in found} == {"Ana Ruiz"}
    assert found[0][1].startswith("I have kept this lock")


NOT_FIELDS = {
    "two speakers": f"The lock\nSpeakers: Ana Ruiz, Jon Holt\n\n{TALK}",
    "notes": f"The lock\nSpeaker: Ana Ruiz\n\nSummary\n\n{TALK}\nKey takeaways\n\n{TALK}",
    "no name": f"The lock\nSpeaker: to be announced\n\n{TALK}",
    "a panel": f"Panel on locks\nSpeaker: Ana Ruiz\n\n{TALK}",
}


@pytest.mark.parametrize("text", NOT_FIELDS.values(), ids=NOT_FIELDS)
def test_a_line_at_the_beginning_that_does_not_tell_whose_the_text_is(text: str, tmp_path: Path) -> None:
    assert not [speaker for speaker, _ in turns_of(loaded("a.txt", text, tmp_path)) if speaker]


def test_a_line_that_comes_again_is_the_label_of_a_turn(tmp_path: Path) -> None:
    text = f"Speaker: Ana Ruiz\n\n{TALK}\nSpeaker: Jon Holt\n\nThe water is low. We wait for it.\n"
    low = [speaker for speaker, words in turns_of(loaded("a.txt", text, tmp_path)) if "The water is low" in words]
    assert "Ana Ruiz" not in low

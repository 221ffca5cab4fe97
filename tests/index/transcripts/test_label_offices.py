"""By which offices the labels of a transcript call its speakers."""

from __future__ import annotations

from dataclasses import replace

import pytest

from index.people.people import People
from index.transcripts.label_offices import introduced, judge_of, offices_of_labels
from index.transcripts.labels import may_be_label
from tests.index.analysed import document, turns_of
from tests.index.transcripts.test_stage_notes import turns

HELD = {
    "an under-secretary": (
        "The Parliamentary Under-Secretary of State for Rivers (Hugh Amble): We will pay.\n",
        {"under-secretary", "parliamentary under-secretary of state for rivers", "under-secretary for rivers"},
        "Hugh Amble",
    ),
    "a department": (
        "The Minister of State, Department for Business and Trade (Sir Omar Wick): I will.\n",
        {"minister of state", "minister for business", "minister of state for business and trade"},
        "Omar Wick",
    ),
    "a titled holder": (
        "**The Minister for Water (Mrs. Harriet Dole):** No.\n",
        {"minister for water"},
        "Harriet Dole",
    ),
    "a deputy speaker": (
        "Madam Deputy Speaker (Dr Rhoda Quick): Order.\n",
        {"madam deputy speaker", "deputy speaker"},
        "Rhoda Quick",
    ),
    "a host": (">> ANCHOR: Good evening. I'm Greta Moss.\n", {"anchor"}, "Greta Moss"),
    "a judge": (
        "BEFORE THE HONORABLE MIRIAM STODE, JUDGE\n\nTHE COURT: Sit down.\n",
        {"judge", "court", "judge stode"},
        "Miriam Stode",
    ),
}


@pytest.mark.parametrize(("text", "offices", "name"), HELD.values(), ids=HELD)
def test_who_holds_an_office(text: str, offices: set[str], name: str) -> None:
    found = offices_of_labels(text, People(text))
    assert offices <= {office for holder, office in found if holder == name}
    assert {holder for holder, _ in found} == {name}


def test_the_minister_alone_is_nobodys_office() -> None:
    text = "The Minister for Water (Mrs. Harriet Dole): No.\n"
    assert "minister" not in {office for _, office in offices_of_labels(text, People(text))}


@pytest.mark.parametrize(
    ("head", "judge"),
    [
        ("BEFORE THE HONORABLE MIRIAM STODE, JUDGE", "Miriam Stode"),
        ("Before: Hon. Miriam Stode", "Miriam Stode"),
        ("BEFORE THE HONORABLE MIRIAM STODE\nUNITED STATES DISTRICT JUDGE", "Miriam Stode"),
        ("Presiding: The Honourable Ada R. Quill", "Ada R. Quill"),
        ("Before Mr Justice Tom Hale", "Tom Hale"),
        ("BEFORE JUDGE MIRIAM STODE AND A JURY", "Miriam Stode"),
        ("Before: Hon. Miriam Stode\nBefore: Hon. Ada Quill", None),
        ("Before the committee of inquiry", None),
        ("Nobody is named here", None),
    ],
)
def test_the_one_judge_of_a_head(head: str, judge: str | None) -> None:
    text = f"STATE v. ROOK\n\n{head}\n\nTHE COURT: Sit down.\n"
    assert judge_of(text, People(text)) == judge


def test_the_courts_words_are_the_judges_where_the_head_names_one() -> None:
    body = "THE COURT: Sit down.\n\nMS. ROE: Thank you.\n\nTHE COURT: Go on.\n\nMS. ROE: I call nobody.\n"
    assert [each for each, _ in turns(f"Before: Hon. Miriam Stode\n\n{body}")][::2] == ["Miriam Stode"] * 2
    assert [each for each, _ in turns(body)][::2] == ["The Court"] * 2


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Hello, I'm Tim Varga.", "Tim Varga"),
        ("My name is Ida Roth, and this is the news.", "Ida Roth"),
        ("Good evening. I am Greta Moss.", "Greta Moss"),
        ("I'm Tim.", None),
        ("With me is Alba Noon.", None),
        ("I'm not Alba Noon.", None),
        ("I'm glad that Alba Noon is here.", None),
    ],
)
def test_who_says_his_name(words: str, name: str | None) -> None:
    assert introduced(words, 0, len(words), People(words)) == name


@pytest.mark.parametrize(
    ("label", "speaker"),
    [
        ("Prime Minister of Latvia Anna Bell", "Anna Bell"),
        ("PRESIDENT OF CHILE TOM REED", "Tom Reed"),
        ("President of Costa Rica", "President of Costa Rica"),
    ],
)
def test_a_land_s_post_before_a_name_is_none_of_its_words(label: str, speaker: str) -> None:
    text = f"{label}: We open the lock.\n\nIlse Varga: And I thank you.\n\n{label}: Come and see it.\n"
    assert {each for each, _ in turns(text)} == {speaker, "Ilse Varga"}


HEARING = """[01:19:22] Mayor Ada Thorne: We come to the hearing on the budget.

[01:19:28] Councilmember Tom Reed: I call Bettina Rowe.

[01:19:59] Councilmember Paul Etten: {first}

[01:21:30] Mayor Ada Thorne: Thank you. We go on.

[01:22:01] Councilmember Ines Marsh: {second}

[01:23:15] Councilmember Paul Etten: I move that we adopt it.
"""


@pytest.mark.parametrize(
    ("first", "second", "speakers"),
    [
        ("Good evening, Mayor. Bettina Rowe, director of the Chamber of Trade. We want the tax to fall.",
         "Thank you. I'm Carl Dunn, a baker, and I speak of the trees.", [None, None]),
        ("Hello, my name is Carl Dunn and I bake.", "Good evening. I am Tom Etten's sister.", [None, "Ines Marsh"]),
        ("Good evening. Bettina Rowe, director of the Chamber, you have three minutes.", "I'm Ines Marsh. I second it.",
         ["Paul Etten", "Ines Marsh"]),
        ("I'm Irish American and proud of it.", "Thanks. This is what I asked.", ["Paul Etten", "Ines Marsh"]),
        ("Paul Etten here. I say no.", "I told him: I was Carl Dunn's friend.", ["Paul Etten", "Ines Marsh"]),
    ],
)  # fmt: skip
def test_who_says_another_name_is_not_whom_the_label_names(first: str, second: str, speakers: list[str | None]) -> None:
    found = [each for each, _ in turns(HEARING.format(first=first, second=second))]
    assert [found[2], found[4]] == speakers
    assert found[5] == "Paul Etten"


def test_two_who_speak_below_one_office_do_not_both_hold_it() -> None:
    text = "Host: I'm Ana Ruiz.\n\nTom Reed: Hello.\n\nHost: I'm Ines Marsh.\n\nTom Reed: We go on.\n"
    assert {each for each, _ in turns(text)} == {"Host", "Tom Reed"}


DOORSTOP = "\n\nPRIME MINISTER:\n\nThe weir is safe.\n\nJOURNALIST:\n\nIs it?\n\nPRIME MINISTER:\n\nI have seen it.\n"


@pytest.mark.parametrize(
    ("head", "speaker"),
    [
        ("TRANSCRIPT OF THE PRIME MINISTER THE HON JOHN TELLMAR MP DOORSTOP INTERVIEW, THE WEIR", "John Tellmar"),
        ("Prime Minister Mary Tellmar - Doorstop interview, Vesk", "Mary Tellmar"),
        ("Interview with the Prime Minister, Mary Tellmar, Radio Vesk", "Mary Tellmar"),
        ("Press conference with Prime Minister Mary Tellmar of Norr", "Prime Minister"),
        ("Joint press conference of the Prime Minister, Mary Tellmar, and President Orr", "Prime Minister"),
        ("Transcript: the death of former Prime Minister John Tellmar", "Prime Minister"),
        ("Doorstop interview, Vesk", "Prime Minister"),
    ],
)
def test_a_head_names_whose_transcript_it_is(head: str, speaker: str) -> None:
    said = {each for each, words in turns_of(document(f"{head}{DOORSTOP}")) if "seen it" in words}
    assert said == {speaker}


def test_a_surname_alone_is_the_authors_of_the_transcript() -> None:
    text = DOORSTOP.replace("PRIME MINISTER", "QUILLON")
    authored = replace(document(text), author="Mary Quillon", origins=(("author", "front matter"),))
    assert {each for each, words in turns_of(authored) if "seen it" in words} == {"Mary Quillon"}
    other = replace(document(text), author="Mary Tellmar", origins=(("author", "front matter"),))
    assert {each for each, words in turns_of(other) if "seen it" in words} == {"QUILLON"}


@pytest.mark.parametrize("voice", ["INTERPRETER", "Interpreter", "VOICE OF INTERPRETER", "Переводчик"])
def test_who_interprets_says_what_somebody_else_said(voice: str) -> None:
    text = f"MARY TELLMAR: Good day.\n\n{voice}: We shall build.\n\nMARY TELLMAR: That is so.\n\nTELLMAR: Yes.\n"
    assert {each for each, words in turns_of(document(text)) if "build" in words} == {None}


@pytest.mark.parametrize("name", ["Board Question", "Board Summary", "Prayer Focus", "VESK Resolution"])
def test_what_heads_a_section_is_no_label_whatever_stands_before(name: str) -> None:
    assert not may_be_label(name)
    assert may_be_label(f"{name.split()[0]} Quill")


HOUSE = [
    ("HON. A. QUILL.- ", "I move it. We heard you all."),
    ("HON. P. O. TELL.- ", "Mr. Speaker, Sir, I do not. I said so."),
    ("MR. SPEAKER.- ", "Thank you. I call the vote."),
    ("HON. A. QUILL.- ", "We move it again. I thank you."),
]


@pytest.mark.parametrize("stop", [".- ", ".—", ".-", ".- Mr: "])
def test_a_stop_and_a_dash_end_a_label(stop: str) -> None:
    text = "\n\n".join(f"{label.removesuffix('.- ')}{stop}{words}" for label, words in HOUSE)
    found = turns_of(document(text, title="House"))
    assert [speaker for speaker, _ in found] == ["Hon. A. Quill", "Hon. P. O. Tell", "Mr. Speaker", "Hon. A. Quill"]


RANKED = [
    ("Lt. Col. A.B. Quill", "I gave the order at noon."),
    ("Maj. Tell", "I had it at one."),
    ("Mr. J.R. Orr", "Who wrote it down?"),
    ("Lt. Col. A.B. Quill", "My clerk did."),
    ("Maj. Tell", "I saw him do it."),
    ("Mr. J.R. Orr", "Thank you."),
]


def test_ranks_and_joined_initials_stand_before_a_name_with_a_stop() -> None:
    text = "\n\n".join(f"{label}. {words}" for label, words in RANKED)
    found = turns_of(document(text, title="Hearing"))
    assert [speaker for speaker, _ in found] == ["A.B. Quill", "Maj. Tell", "J.R. Orr"] * 2


def test_a_stop_before_the_colon_is_no_part_of_the_name() -> None:
    text = "\n\n".join(f"{label.removesuffix('.- ').removesuffix('.')}.: {words}" for label, words in HOUSE)
    found = turns_of(document(text, title="House"))
    assert [speaker for speaker, _ in found] == ["Hon. A. Quill", "Hon. P. O. Tell", "Mr. Speaker", "Hon. A. Quill"]


def test_a_minister_of_many_things_is_whom_the_label_names() -> None:
    held = "Minister for Rivers, Weather Services, Lands and Mineral Resources of Upper and Lower Vesk"
    asked = [*HOUSE[:2], (f"HON. B. QUIST ({held}).- ", "I thank the member. The weir stands."), *HOUSE[2:]]
    found = turns_of(document("\n\n".join(f"{label}{words}" for label, words in asked), title="House"))
    assert ("Hon. B. Quist", "I thank the member.") in [(who, words[:19]) for who, words in found]


def test_labels_that_run_on_and_offices_in_capitals_are_labels() -> None:
    text = (
        "HON. A. QUILL.- Mr. Speaker, I move it. We heard you all.\n\n"
        "HON. LEADER OF THE HOUSE IN ASSEMBLY.- Mr. Speaker, I second it. We vote on Thursday. "
        "HON. LT. COL. P. O. TELL.- Mr. Speaker, Sir, I do not. We ask why.\n\n"
        "HON. A. QUILL.- Mr. Speaker, we thank the member. HON. MEMBERS.- Hear, hear.\n\nMR. SPEAKER.- Order.\n"
    )
    found = turns_of(document(text, title="House"))
    assert list(dict.fromkeys(who for who, _ in found)) == [
        "Hon. A. Quill",
        "Hon. Leader of the House In Assembly",
        "P. O. Tell",
        None,
        "Mr. Speaker",
    ]
    assert ("P. O. Tell", "Mr. Speaker, Sir, I do not.") in [(who, words[:27]) for who, words in found]


@pytest.mark.parametrize(
    ("title", "speaker"),
    [
        ("Remarks by President Tell Before a Meeting with the Harbour Union", "Tell"),
        ("Remarks by President Tell Honoring the 2031 Rowing Champions", "Tell"),
        ("Remarks by President Odran Tell After Operational Briefing on the Flood", "Odran Tell"),
    ],
)
def test_what_a_president_speaks_on_is_no_part_of_his_name(title: str, speaker: str) -> None:
    text = (
        "10:45 A.M.\n\nTHE PRESIDENT: Thank you, and please be seated. I am glad to see you.\n\nMS. QUILL: Thank you, "
        "Mr. President.\n\nTHE PRESIDENT: We will build it.\n\nMS. QUILL: We hope so.\n"
    )
    found = turns_of(document(text, title=title))
    assert {who for who, said in found if "build" in said or "seated" in said} == {speaker}


def test_a_time_of_day_with_its_zone_is_no_label() -> None:
    text = "\n".join(f"- 20:{at} UTC: The harbour's page could not be read for a while." for at in range(10, 18))
    assert turns_of(document(f"# What happened\n\n{text}\n", title="What happened")) == []

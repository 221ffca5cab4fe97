# ruff: noqa: E501  The cases are read more easily a line each.
"""Whose words they are in minutes of evidence, members' questions and calls, where somebody else is named near."""

from __future__ import annotations

import pytest

from tests.index.analysed import document, turns_of

Said = list[tuple[str | None, str]]
I = "interviewer"  # noqa: E741
EVIDENCE: dict[str, tuple[str, Said]] = {
    "each witness after his own line": (
        "Mr. ODRAN TELL, sworn. Examined by Mr. PELL (for the owners).\n\n1. You kept the lock?—I did.\n2. Was it shut?—It was shut at nine.\n\nMr. J. K. ORRIN, sworn.\n\n3. Who had the key?—I had it all night.\n4. That is not what you told the clerk.—Then I was wrong.\n",
        [
            ("PELL", "You kept the lock?"),
            ("Odran Tell", "I did."),
            ("PELL", "Was it shut?"),
            ("Odran Tell", "It was shut at nine."),
            (I, "Who had the key?"),
            ("J. K. Orrin", "I had it all night."),
            (I, "That is not what you told the clerk."),
            ("J. K. Orrin", "Then I was wrong."),
        ],
    ),
    "others ask the same witness": (
        "Mrs. ADA MOSS, called and examined by Mr. HALE.\n\n10. Did you hear the bell?—Twice.\n11. And then?—Then nothing.\n\nCross-examined by Mr. VANE (for the railway).\n12. You were asleep?—I was not.\n\nBy the CHAIRMAN.\n13. Who rang it?—I cannot say.\n",
        [
            ("HALE", "Did you hear the bell?"),
            ("Ada Moss", "Twice."),
            ("HALE", "And then?"),
            ("Ada Moss", "Then nothing."),
            ("VANE", "You were asleep?"),
            ("Ada Moss", "I was not."),
            ("the CHAIRMAN", "Who rang it?"),
            ("Ada Moss", "I cannot say."),
        ],
    ),
    "who asks in brackets, and a line of the clerk's": (
        "John Reeve, aged 12, examined.\n\n101. (Mr. STEER.) What do you earn?—Four shillings.\n102. When do you begin?—At five in the morning. I come home at eight.\n\nThe boy was given a chair.\n\n103. (The Commissioner.) Are you beaten?—Sometimes.\n",
        [
            ("STEER", "What do you earn?"),
            ("John Reeve", "Four shillings."),
            ("STEER", "When do you begin?"),
            ("John Reeve", "At five in the morning. I come home at eight."),
            (None, "The boy was given a chair."),
            ("The Commissioner", "Are you beaten?"),
            ("John Reeve", "Sometimes."),
        ],
    ),
}


@pytest.mark.parametrize("case", EVIDENCE)
def test_each_answer_of_numbered_evidence_is_its_witness_s(case: str) -> None:
    text, expected = EVIDENCE[case]
    assert turns_of(document(text, title="Evidence")) == expected


def test_a_numbered_list_is_no_evidence() -> None:
    text = "Three rules.\n\n1. Shut the lock.—Always.\n2. Ring the bell.—Twice.\n1. Go home.—Soon.\n"
    assert turns_of(document(text)) == []


RECORDS: dict[str, tuple[str, list[tuple[str, str | None]]]] = {
    "a member's question below his name": (
        "Locks. II. Mr. DE VRY\n\nasked the Minister of Rivers:\n\n(1) Whether the lock is shut; and\n(2) whether he will open it?\n\nThe MINISTER OF RIVERS:\n\nThe lock has been shut since May.\n\nMr. ASH:\n\nWe have a bridge.\n\nThe MINISTER OF RIVERS:\n\nWe have no money.\n",
        [
            ("Whether the lock is shut", "De Vry"),
            ("The lock has been shut", "The MINISTER OF RIVERS"),
            ("We have a bridge", "ASH"),
        ],
    ),
    "a member's question on his line": (
        "The MINISTER OF ROADS:\n\nThe road is open.\n\nIII. Mrs. J. ORRIN asked the Minister of Roads:\n\nWhether the toll will rise?\n\nThe MINISTER OF ROADS:\n\nThe toll will not rise.\n\nMr. ASH:\n\nWe thank him.\n\nMr. ASH:\n\nIt is fair.\n",
        [("The road is open", "The MINISTER OF ROADS"), ("Whether the toll", "J. Orrin"), ("It is fair", "ASH")],
    ),
    "a member named in a speech asks nothing there": (
        "Mr. PELL:\n\nThe toll is wrong.\n\nYesterday Mr. ASH asked the Minister of Roads whether the toll will rise, and we got no answer.\n\nMr. ASH:\n\nThat is so.\n\nMr. PELL:\n\nWe wait.\n\nRoads: Tolls. IV. The Rev. C. DU VAL\n\nasked the Minister of Roads:\n\nWhether he will answer?\n\nThe MINISTER OF ROADS:\n\nI shall answer.\n",
        [("Yesterday Mr. ASH", "PELL"), ("That is so", "ASH"), ("Whether he will answer", "C. du Val")],
    ),
    "signs before a name": (
        "The MINISTER OF HEALTH:\n\nThe wards are full.\n\n†*Dr. H. PELL:\n\nI move that the bill be read. It is a bill for a college.\n\n*Mr. STEER:\n\nI oppose the bill.\n\n‡The MINISTER OF HEALTH:\n\nI shall vote for it.\n\n†Mr. STEER:\n\nWe have two colleges.\n",
        [
            ("It is a bill for a college", "H. Pell"),
            ("I oppose the bill", "STEER"),
            ("I shall vote", "The MINISTER OF HEALTH"),
            ("We have two", "STEER"),
        ],
    ),
    "posts in letters": (
        "Hollin Water Earnings Call\nCompany Participants\nDora Lund - Vice President of Investor Relations\nPetra Moss - President\nPetra Vane - CFO\nOdran Tell - COO\nDora Lund\nWelcome. I hand over to Petra.\nPetra Moss\nThanks, Dora. Now Odran will speak.\nOdran Tell\nThanks. We had a wet summer, and it cost us five cents.\nPetra Vane\nThank you, Odran. We earned ninety cents.\nPetra Moss\nWe take questions.\nOdran Tell\nI would say yes.\nDora Lund\nThank you all.\n",
        [
            ("Thanks, Dora", "Petra Moss"),
            ("We had a wet summer", "Odran Tell"),
            ("We earned ninety", "Petra Vane"),
            ("I would say yes", "Odran Tell"),
        ],
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", RECORDS)
def test_nobody_gets_the_words_below_another_name(case: str) -> None:
    text, expected = RECORDS[case]
    said = {words: speaker for speaker, words in turns_of(document(text, title="Record"))}
    for begins, speaker in expected:
        assert next(each for words, each in said.items() if begins in words) == speaker


def test_the_subjects_of_an_interview_are_no_speaker() -> None:
    text = "SUBJECTS: The lock; the harbour; a toll on lorries.\n\nDORA LUND, LEADER: Well, thanks for coming.\n\nJOURNALIST: Will you pay?\n\nLUND: We will pay.\n\nJOURNALIST: When?\n\nLUND: In May.\n"
    assert {speaker for speaker, _ in turns_of(document(text, title="Doorstop"))} == {"Dora Lund", I}


def test_bold_lines_between_bold_questions_are_not_the_answers() -> None:
    text = (
        "Lock keeper Mara Holt spoke to The Harrier about gates.\n\n"
        "**Do you like gates?**\n\nI do.\n\n**But still, walls are cheap.**\n\nI would not know.\n\n"
        "**What do you do all day?**\n\nMy work.\n\nA gate in August (Ana Ruiz / The Harrier).\n\n"
        "**And you are glad?**\n\nI am.\n"
    )
    answers = [words for speaker, words in turns_of(document(text, title="At the gates")) if speaker == "Mara Holt"]
    assert answers == ["I do.", "I would not know.", "My work.", "I am."]

# ruff: noqa: E501  The cases are read more easily a line each.
"""What stands within a transcript, speech or chat and is nobody's words; and labels with long titles, which are."""

from __future__ import annotations

import json
import time
from pathlib import Path
from typing import Any

import pytest

from index.readers.line_numbers import without_line_numbers
from index.transcripts.asides import is_furniture
from index.transcripts.courtesies import own_words
from index.transcripts.labels import labels_of
from tests.index.analysed import document, loaded, turns_of
from tests.index.transcripts.test_labels import Said, turns

I = "interviewer"  # noqa: E741

TITLES: dict[str, tuple[str, Said]] = {
    "a minister of a department": (
        "Madam Deputy Speaker (Dr Rhoda Quick): Order.\n\nThe Minister of State, Department for Business and Trade (Sir Omar Wick): I will spend half.\n\nMr Tull: Half of what?\n\nSir Omar Wick: Of nothing.\n",
        [("Rhoda Quick", "Order."), ("Omar Wick", "I will spend half."), ("Tull", "Half of what?"), ("Omar Wick", "Of nothing.")],
    ),
    "an under-secretary": (
        "The Speaker: I call the Government.\n\nThe Parliamentary Under-Secretary of State for Rivers (Hugh Amble): The Government will spend 40 million.\n\nMrs Hale: On what?\n\nHugh Amble: On sand.\n",
        [("The Speaker", "I call the Government."), ("Hugh Amble", "The Government will spend 40 million."), ("Hale", "On what?"), ("Hugh Amble", "On sand.")],
    ),
    "a list of departments": (
        "The Secretary of State for Levelling Up, Housing and Communities (Ms Ida Roth): We will build.\n\nThe Parliamentary Secretary, Cabinet Office (Tom Holt): We have built.\n\nMr Speaker: Order.\n",
        [("Ida Roth", "We will build."), ("Tom Holt", "We have built."), ("Mr Speaker", "Order.")],
    ),
    "offices of the crown": (
        "The Solicitor General (Bea Marsh): I gave no such advice.\n\nThe Leader of the House (Mr. Jon Fell): I have seen none.\n\nThe Chancellor of the Duchy of Lancaster (Dame Una Gale): Nor I.\n\nThe Advocate-General for Scotland (Lord Penn): Nor I, my Lords.\n",
        [("Bea Marsh", "I gave no such advice."), ("Jon Fell", "I have seen none."), ("Una Gale", "Nor I."), ("Penn", "Nor I, my Lords.")],
    ),
    "offices without a name": (
        "The Minister of State, Home Office: It is under review.\n\nLord Orr: Again?\n\nThe Parliamentary Under-Secretary of State, Ministry of Defence: Again.\n\nLord Orr: I see.\n",
        [("The Minister of State, Home Office", "It is under review."), ("Orr", "Again?"), ("The Parliamentary Under-Secretary of State, Ministry of Defence", "Again."), ("Orr", "I see.")],
    ),
    "an acting office": (
        "The Acting Deputy Premier and Minister for Roads (Mr Alan Pike): The road is open.\n\nMs Lowe: It is not.\n\nThe Attorney-General and Minister for the Arts (Hon. Kim Sato): It is.\n",
        [("Alan Pike", "The road is open."), ("Lowe", "It is not."), ("Kim Sato", "It is.")],
    ),
}  # fmt: skip

NOTES: dict[str, tuple[str, Said]] = {
    "members rise": (
        "Mr Tull: Was it mended?\n\nSeveral hon. Members rose—\n\nMadam Deputy Speaker: Order.\n\nMr Tull: I ask again.\n\nHon. Members: Hear, hear!\n\nMr Tull: Thank you.\n",
        [("Tull", "Was it mended?"), ("Madam Deputy Speaker", "Order."), ("Tull", "I ask again."), (None, "Hear, hear!"), ("Tull", "Thank you.")],
    ),
    "questions put": (
        "Ms Hale: I beg to move.\n\nQuestion put and agreed to.\n\nMr Fell: I thank her.\n\nQuestion put, That the amendment be made.\n\nThe House divided: Ayes 12, Noes 40.\n\nMr Fell: We lost.\n\nBill accordingly read a Second time.\n",
        [("Hale", "I beg to move."), ("Fell", "I thank her."), ("Fell", "We lost.")],
    ),
    "interruptions on lines of their own": (
        "Mr Orr: The bank is safe.\n\nInterruption.\n\nMr Orr: It is safe.\n\n*Interruption from the gallery*\n\nThe President: Order.\n\n[Disorder]\n\nMr Orr: I am done.\n\nOpposition members interjecting—\n",
        [("Orr", "The bank is safe."), ("Orr", "It is safe."), ("The President", "Order."), ("Orr", "I am done.")],
    ),
    "the clock and the leave": (
        "Senator PIKE: I seek leave.\n\nLeave granted.\n\nSenator PIKE: I table the list.\n\nDebate interrupted.\n\nSenator LOWE: I was not heard.\n\nDebate adjourned.\n\nSitting suspended from 1.00 pm to 2.00 pm\n\nSenator LOWE: I go on.\n\n(Time expired)\n",
        [("PIKE", "I seek leave."), ("PIKE", "I table the list."), ("LOWE", "I was not heard."), ("LOWE", "I go on.")],
    ),
    "amendments and orders": (
        "The Chair: We begin.\n\nAmendment proposed: 4, page 2, line 9, leave out “may”.\n\nMs Roth: I speak to it.\n\nAmendment, by leave, withdrawn.\n\nClause 3 ordered to stand part of the Bill.\n\nThe Chair: We go on.\n\nOrdered, That the debate be now adjourned.—(Mr Fell.)\n\nMs Roth: Already?\n",
        [("The Chair", "We begin."), ("Roth", "I speak to it."), ("The Chair", "We go on."), ("Roth", "Already?")],
    ),
    "headings of business": (
        "Flood Defence Bill: Second Reading\n\nDame Olive Strang: I beg to move.\n\nMr Tull: Will she give way?\n\nDame Olive Strang: I will.\n\nHarbour Dues Bill: Committee Stage\n\nMr Tull: I thank her.\n\nNorthern Quay: Adjournment Debate\n\nMr Tull: I rise again.\n",
        [("Olive Strang", "I beg to move."), ("Tull", "Will she give way?"), ("Olive Strang", "I will."), ("Tull", "I thank her."), ("Tull", "I rise again.")],
    ),
    "somebody whose name is Bill": (
        "Uncle Bill: I was there.\n\nNora Moll: So was I.\n\nUncle Bill: Second row.\n\nNora Moll: Third.\n",
        [("Uncle Bill", "I was there."), ("Nora Moll", "So was I."), ("Uncle Bill", "Second row."), ("Nora Moll", "Third.")],
    ),
    "a wrapped line like a note": (
        "Mr Orr: The flood, the fire and the\ndisorder in the harbour are one danger,\nas the\ninterview was recorded and the\ntime expired.\n\nMs Hale: I saw no\napplause from the gallery.\n\nMr Orr: Nor did I.\n",
        [("Orr", "The flood, the fire and the disorder in the harbour are one danger, as the interview was recorded and the time expired."), ("Hale", "I saw no applause from the gallery."), ("Orr", "Nor did I.")],
    ),
    "a speaker's own words like a note": (
        "Mr Orr: The House rose to him, and I rose with it.\n\nMs Hale: The question was put and agreed to in my absence, and I object.\n\nMr Orr: Order is a word that I like.\n",
        [("Orr", "The House rose to him, and I rose with it."), ("Hale", "The question was put and agreed to in my absence, and I object."), ("Orr", "Order is a word that I like.")],
    ),
}  # fmt: skip

COURTS: dict[str, tuple[str, Said]] = {
    "appearances and spaced letters": (
        "THE STATE v. ROOK\n\nAPPEARANCES:  For the State:  JOAN ARDEN\n              For the Defendant:  THEO BEXLEY\n\n  P R O C E E D I N G S\n\nTHE COURT:  Call your witness.\n\nMS. ARDEN:  The State calls Ann Peake.\n(ANN PEAKE, having been duly sworn, testified:)\n          DIRECT EXAMINATION\nBY MS. ARDEN:\nQ.   Where were you?\nA.   At home.\n          CROSS-EXAMINATION\nBY MR. BEXLEY:\nQ.   Alone?\nA.   Alone.\n",
        [("The Court", "Call your witness."), ("Joan Arden", "The State calls Ann Peake."), ("Joan Arden", "Where were you?"), ("Ann Peake", "At home."), ("Theo Bexley", "Alone?"), ("Ann Peake", "Alone.")],
    ),
    "an examiner in the heading": (
        "THE COURT: Proceed.\n\nMR. HALE: I call Ivo Brandt.\n\nIVO BRANDT, sworn as a witness, testified:\n\nDIRECT EXAMINATION BY MR. HALE:\n\nQ. Your name?\nA. Ivo Brandt.\n\nCROSS-EXAMINATION BY MS. ROE:\n\nQ. Your trade?\nA. I am a diver.\n\nRE-DIRECT EXAMINATION BY MR. HALE:\n\nQ. Still?\nA. Still.\n",
        [("The Court", "Proceed."), ("HALE", "I call Ivo Brandt."), ("Hale", "Your name?"), ("Ivo Brandt", "Ivo Brandt."), ("Roe", "Your trade?"), ("Ivo Brandt", "I am a diver."), ("Hale", "Still?"), ("Ivo Brandt", "Still.")],
    ),
    "counsel in a list": (
        "A P P E A R A N C E S\n\nFOR THE PLAINTIFF:\nDora Lund, Esq.\n\nFOR THE DEFENDANT:\nPer Orr, Esq.\n\nE X A M I N A T I O N\n\nMS. LUND: May I begin?\n\nTHE COURT: You may.\n\nMS. LUND: Did you see it?\n\nTHE WITNESS: I saw it.\n\nI N D E X\n\nMR. ORR: No questions.\n",
        [("Dora Lund", "May I begin?"), ("The Court", "You may."), ("Dora Lund", "Did you see it?"), ("the witness", "I saw it."), ("Per Orr", "No questions.")],
    ),
    "a note over several lines": (
        "MR. DAY: I have no more.\n\n(Whereupon, at 10:40 a.m., a recess was taken,\nand the jury was led out until 11:00 a.m.)\n\nTHE COURT: Back on the record.\n\nMR. DAY: Thank you.\n\n(Witness excused.)\n\nC E R T I F I C A T E\n\nI, Ann Wells, certify that the foregoing is correct.\n",
        [("DAY", "I have no more."), ("The Court", "Back on the record."), ("DAY", "Thank you."), (None, "I, Ann Wells, certify that the foregoing is correct.")],
    ),
}  # fmt: skip

INTERVIEWS: dict[str, tuple[str, Said]] = {
    "a stage direction with a quotation behind it": (
        "# Night\n\nAn interview with Lotte Brisk by Aaron Yule\n\n**AY:** Do you sell?\n\n**LB:** Never on a Monday.\n\n**AY:** And happy?\n\n**LB:** Unless the cat comes home, no. I wait.\n\n*Brisk laughs.* “The cat owns the house,” she says.\n",
        [("Aaron Yule", "Do you sell?"), ("Lotte Brisk", "Never on a Monday."), ("Aaron Yule", "And happy?"), ("Lotte Brisk", "Unless the cat comes home, no. I wait.")],
    ),
    "a direction at the end": (
        "Interview with Tove Marr by Ed Pike\n\nEP: Why Vesk?\n\nTM: It rains there.\n\nEP: And now?\n\nTM: Now it snows.\n\nMarr gets up and closes the window.\n",
        [("Ed Pike", "Why Vesk?"), ("Tove Marr", "It rains there."), ("Ed Pike", "And now?"), ("Tove Marr", "Now it snows.")],
    ),
    "a quotation told after a turn": (
        "Interview with Tove Marr by Ed Pike\n\nEP: Why Vesk?\n\nTM: It rains there.\n\n“Put that in,” she adds. “My mother lives in Vesk.”\n\nEP: And now?\n\nTM: Now it snows.\n",
        [("Ed Pike", "Why Vesk?"), ("Tove Marr", "It rains there."), ("Ed Pike", "And now?"), ("Tove Marr", "Now it snows.")],
    ),
    "directions within": (
        "Ed Pike: Are you tired?\n\nTove Marr: No.\n\n_Marr lights a cigarette._\n\nEd Pike: Should you?\n\nTove Marr: I should not.\n\n*She laughs, then coughs.*\n\nEd Pike: Enough?\n\nTove Marr: Enough.\n",
        [("Ed Pike", "Are you tired?"), ("Tove Marr", "No."), ("Ed Pike", "Should you?"), ("Tove Marr", "I should not."), ("Ed Pike", "Enough?"), ("Tove Marr", "Enough.")],
    ),
    "a speaker's own quotation stays": (
        "Ed Pike: What did he say?\n\nTove Marr: I asked him twice.\n\n“Never,” he said, and I believed him.\n\nEd Pike: Why?\n\nTove Marr: I was young.\n",
        [("Ed Pike", "What did he say?"), ("Tove Marr", "I asked him twice."), ("Tove Marr", "“Never,” he said, and I believed him."), ("Ed Pike", "Why?"), ("Tove Marr", "I was young.")],
    ),
    "italics of a speaker's own stay": (
        "Ed Pike: What did you sing?\n\nTove Marr: I sang this.\n\n*The sea is my mother and I am her son.*\n\nEd Pike: And then?\n\nTove Marr: I slept.\n",
        [("Ed Pike", "What did you sing?"), ("Tove Marr", "I sang this."), ("Tove Marr", "*The sea is my mother and I am her son.*"), ("Ed Pike", "And then?"), ("Tove Marr", "I slept.")],
    ),
}  # fmt: skip

ALL = {**TITLES, **NOTES, **COURTS, **INTERVIEWS}


@pytest.mark.parametrize(("text", "said"), ALL.values(), ids=ALL)
def test_whose_words_they_are_and_whose_not(text: str, said: Said) -> None:
    assert turns(text) == said


SPEECH = "I have come to say, my friends, that we will build the wall, and that I shall pay for it myself.\n\nWe have waited long enough. I thank you.\n"


@pytest.mark.parametrize(
    "note",
    [
        "*Check against delivery*", "CHECK AGAINST DELIVERY", "**Check against delivery.**", "[As delivered]", "_As delivered_",
        "(As prepared for delivery)", "Embargoed until 14:00 on 3 May 2026", "*Embargoed until delivery*", "EMBARGO: 6 p.m., 3 May 2026",
        "Under embargo until Friday at noon", "STRICTLY EMBARGOED UNTIL 00:01 FRIDAY", "Not for release before 10:00", "Es gilt das gesprochene Wort!",
        "*Sperrfrist: 3. Mai 2026, 14 Uhr*", "Seul le prononcé fait foi", "Checked against delivery",
    ],
)  # fmt: skip
def test_a_note_above_a_speech_is_not_its_speakers(note: str) -> None:
    found = turns(
        f"# Address by President Aurel Manning at the opening of the mill\n\nVesk, 3 May 2026\n\n{note}\n\n{SPEECH}"
    )
    assert {speaker for speaker, _ in found} == {"Aurel Manning"}
    assert note.strip("*_[]()") not in " ".join(words for _, words in found)
    assert "I thank you." in found[-1][1]


@pytest.mark.parametrize(
    "foot",
    [
        "Last updated on 13 May 2031", "Page last reviewed: 3 May 2031 at 14:02", "This page was last modified on 2031-05-13",
        "Share this page", "Print this article", "Back to top", "Return to all speeches", "Share this on the usual networks",
    ],
)  # fmt: skip
def test_the_foot_of_a_page_below_a_speech_is_not_its_speakers(foot: str) -> None:
    found = turns(
        f"# Address by President Aurel Manning at the opening of the mill\n\nVesk, 3 May 2031\n\n{SPEECH}\n{foot}\n"
    )
    assert {speaker for speaker, _ in found} == {"Aurel Manning"}
    assert found[-1][1].endswith("I thank you.")


@pytest.mark.parametrize(
    "words",
    ["Last updated plans are the worst plans.", "Share this load with us", "Back to the harbour, my friends.", "Last reviewed by nobody, this law is 30 years old. It must go."],
)  # fmt: skip
def test_words_like_a_pages_foot_are_the_speakers(words: str) -> None:
    found = turns(f"# Address by President Aurel Manning\n\nVesk, 3 May 2031\n\n{SPEECH}\n{words}\n")
    assert words in found[-1][1]


def test_thanks_for_attention_are_the_speakers() -> None:
    found = turns(
        f"# Address by President Aurel Manning\n\nVesk, 3 May 2026\n\n{SPEECH}\nThank you for your attention.\n"
    )
    assert found[-1] == ("Aurel Manning", "Thank you for your attention.")


HEAD = "From: Nils Abro <nils@skarn.example>\nTo: Dora Lund <dora@lund.example>\nDate: Wed, 4 Feb 2026 10:02:11 +0100\nSubject: Invoice\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n\n"

MAILS = {
    "a name for a greeting": ("Dora,\n\nI will ask him tonight.\n\nNils\n", ["I will ask him tonight."]),
    "two names and initials": ("Dora and Per,\n\nI will ask him tonight, and I promise that you shall hear.\nN.\n", ["I will ask him tonight, and I promise that you shall hear."]),
    "a greeting on the line above": ("Dora,\nI will ask him tonight.\n\nNils Abro\nHarbour Master of Skarn\n+47 555 0199\n", ["I will ask him tonight."]),
    "a title for a greeting": ("Madam Mayor,\n\nThe quay is not safe. I say it again.\nNils\n", ["The quay is not safe. I say it again."]),
    "a signature with an office": ("Dear Dora,\n\nThe quay stays shut.\n\nNils Abro\nMayor of Elm\n", ["The quay stays shut."]),
    "initials of two letters": ("All,\n\nThe quay stays shut.\n\nNA\n", ["The quay stays shut."]),
    "a name within the words stays": ("Dora, my lawyer says no.\n\nPer says yes.\n\nNils\n", ["Dora, my lawyer says no.", "Per says yes."]),
    "one word of an answer stays": ("Dora,\n\nNever.\n\nNils\n", ["Never."]),
}  # fmt: skip


@pytest.mark.parametrize(("body", "said"), MAILS.values(), ids=MAILS)
def test_greetings_and_signatures_of_a_mail_are_no_words(body: str, said: list[str], tmp_path: Path) -> None:
    assert turns_of(loaded("a.eml", HEAD + body, tmp_path)) == [("Nils Abro", each) for each in said]


def test_a_sign_off_in_quoted_mail_is_no_word(tmp_path: Path) -> None:
    body = "No.\n\nOn Mon, 2 Feb 2026 at 09:14, Petter Isak <p@skarn.example> wrote:\n> The invoice was paid in December. Please check your own books.\n> P.\n"
    assert turns_of(loaded("a.eml", HEAD + body, tmp_path)) == [
        ("Nils Abro", "No."),
        ("Petter Isak", "The invoice was paid in December. Please check your own books."),
    ]


CHATS = {
    "a phone's export": "[02/03/2026, 18:04:11] Ana Ruiz: Did you get the keys?\n[02/03/2026, 18:05:40] Ben Holt: <Media omitted>\n[02/03/2026, 18:06:02] Ben Holt joined using this group's invite link\n[02/03/2026, 18:06:30] Ana Ruiz: This message was deleted\n[02/03/2026, 18:07:00] Ben Holt: No.\n[02/03/2026, 18:07:30] Ana Ruiz: image omitted\n[02/03/2026, 18:08:00] Ana Ruiz: I have them.\n",
    "with dashes": "02/03/2026, 18:03 - Messages and calls are end-to-end encrypted. No one outside of this chat can read them.\n02/03/2026, 18:04 - Ana Ruiz: Did you get the keys?\n02/03/2026, 18:04 - Ana Ruiz added Per Orr\n02/03/2026, 18:05 - Ben Holt: You deleted this message\n02/03/2026, 18:06 - Ben Holt: No.\n02/03/2026, 18:06 - Ben Holt left\n02/03/2026, 18:07 - Ana Ruiz: IMG-20260302-WA0001.jpg (file attached)\n02/03/2026, 18:08 - Ana Ruiz: I have them.\n",
    "a channel": "Ana Ruiz  18:04\nDid you get the keys?\n\nBen Holt  18:05\njoined #harbour\n\nBen Holt  18:06\nNo.\n\nAna Ruiz  18:07\nset the channel topic: keys\n\nAna Ruiz  18:08\nI have them.\n",
    "in German": "[02.03.26, 18:04:11] Ana Ruiz: Did you get the keys?\n[02.03.26, 18:05:40] Ben Holt: <Medien ausgeschlossen>\n[02.03.26, 18:06:30] Ana Ruiz: Diese Nachricht wurde gelöscht.\n[02.03.26, 18:07:00] Ben Holt: No.\n[02.03.26, 18:07:40] Ben Holt: Bild weggelassen\n[02.03.26, 18:08:00] Ana Ruiz: I have them.\n",
}  # fmt: skip


@pytest.mark.parametrize("text", CHATS.values(), ids=CHATS)
def test_what_a_chats_program_says_is_nobodys(text: str, tmp_path: Path) -> None:
    assert [each for each in turns_of(loaded("chat.txt", text, tmp_path)) if each[0]] == [
        ("Ana Ruiz", "Did you get the keys?"),
        ("Ben Holt", "No."),
        ("Ana Ruiz", "I have them."),
    ]


def _subtitles(*said: str) -> str:
    return "\n".join(
        f"{at}\n00:00:{at:02},000 --> 00:00:{at:02},900\n{words}\n" for at, words in enumerate(said, start=1)
    )


INTRODUCED = {
    "an anchor": (
        _subtitles(">> ANCHOR: Good evening. I'm Greta Moss.", "The tunnel is flooded again tonight.", ">> MAREN TVEIT: We pumped for hours.", ">> MOSS: Is it true?", ">> TVEIT: No."),
        [("Greta Moss", "Good evening. I'm Greta Moss. The tunnel is flooded again tonight."), ("Maren Tveit", "We pumped for hours."), ("Greta Moss", "Is it true?"), ("Maren Tveit", "No.")],
    ),
    "a host": (
        _subtitles("HOST: Hello and welcome, my name is Tim Varga.", "NOON: Thank you, Tim.", "HOST: Soup?", "NOON: Soup is a promise."),
        [("Tim Varga", "Hello and welcome, my name is Tim Varga."), ("NOON", "Thank you, Tim."), ("Tim Varga", "Soup?"), ("NOON", "Soup is a promise.")],
    ),
    "somebody else is presented": (
        _subtitles("PRESENTER: With me is Alba Noon.", "NOON: I'm Alba Noon, and I cook.", "PRESENTER: I'm glad. I'm not Alba Noon.", "NOON: No."),
        [("PRESENTER", "With me is Alba Noon."), ("Alba Noon", "I'm Alba Noon, and I cook."), ("PRESENTER", "I'm glad. I'm not Alba Noon."), ("Alba Noon", "No.")],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "said"), INTRODUCED.values(), ids=INTRODUCED)
def test_who_names_oneself_is_the_label(text: str, said: Said, tmp_path: Path) -> None:
    assert turns_of(loaded("a.srt", text, tmp_path)) == said


def test_a_moderator_of_a_transcript_names_herself() -> None:
    text = "Moderator: Good morning, everyone. I’m Ida Roth from the Echo.\n\nTom Holt: Morning.\n\nModerator: Shall we begin?\n\nTom Holt: We shall.\n"
    assert [speaker for speaker, _ in turns(text)] == ["Ida Roth", "Tom Holt", "Ida Roth", "Tom Holt"]


MORE = [json.loads(line) for line in Path(__file__).with_name("more_transcripts.jsonl").read_text("utf-8").splitlines()]
"""Invented transcripts of further forms, each with all that somebody says in it and who."""


@pytest.mark.parametrize("case", MORE, ids=lambda case: case["name"])
def test_all_that_is_said_and_nothing_else(case: dict[str, Any], tmp_path: Path) -> None:
    assert turns_of(loaded(case["file"], case["text"], tmp_path)) == [tuple(each) for each in case["said"]]


@pytest.mark.parametrize(
    "piece", ["A", "1 a", "Ab, ", "Question ", "several members ", "The Minister of ", "_*", "transcript "]
)
def test_long_lines_take_no_long_time(piece: str) -> None:
    before = time.perf_counter()
    line = piece * 20_000
    labels_of(line)
    is_furniture(line)
    without_line_numbers(line)
    own_words(line, 0, len(line), "Ana Ruiz")
    assert time.perf_counter() - before < 5


CALLED_OUT = (
    "The President. We have kept the weir.\n\nAudience members. Boo!\n\nThe President. I hear you.\n\n"
    "Rep. Quillon. It is a lie.\n\nIt is only a lie.\n\nThe President. We shall mend it in May.\n\nAnd we thank the masons.\n"
)


def test_what_is_called_out_in_a_speech_is_not_its_speakers() -> None:
    said = turns_of(document(CALLED_OUT, speaker="Mary Tellmar"))
    assert [words for whose, words in said if whose == "Mary Tellmar"] == [
        "We have kept the weir.",
        "I hear you.",
        "We shall mend it in May.",
        "And we thank the masons.",
    ]
    assert [words for whose, words in said if whose is None] == ["Boo!", "It is a lie.", "It is only a lie."]


def test_a_speech_that_never_notes_who_goes_on_loses_one_paragraph() -> None:
    text = (
        "We have kept the weir.\n\nAudience member. Shame!\n\nWe shall mend it in May.\n\nMr. Quillon. He built it.\n"
    )
    said = turns_of(document(text, speaker="Mary Tellmar"))
    assert [words for whose, words in said if whose is None] == ["Shame!"]


@pytest.mark.parametrize("first", ["Mr. Speaker. I rise.", "Q. I ask you.", "Dr. Quillon is here. The weir holds."])
def test_whom_a_speaker_addresses_or_names_does_not_speak(first: str) -> None:
    text = f"The President. Good day.\n\n{first}\n\nThe President. The weir holds.\n"
    said = turns_of(document(text, speaker="Mary Tellmar"))
    assert {whose for whose, words in said if words.endswith(("rise.", "holds."))} == {"Mary Tellmar"}

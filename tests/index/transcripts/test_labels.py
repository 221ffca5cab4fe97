# ruff: noqa: E501  The cases are read more easily a line each.
"""Whose words they are in hearings, debates, chats and talks of two turns, each form with layouts of its own."""

from __future__ import annotations

from pathlib import Path

import pytest

from index.transcripts.label_names import readable_name
from tests.index.analysed import document, loaded, statements, turns_of
from tests.index.transcripts.further_transcripts import FURTHER

Said = list[tuple[str | None, str]]
I = "interviewer"  # noqa: E741


def turns(text: str, title: str = "A") -> Said:
    return turns_of(document(text, title=title))


HEARINGS: dict[str, tuple[str, Said]] = {
    "questions between full-stop labels": (
        "Mr. HALDEN. The quay has sunk.\n\nMs. ORRIN. It has not.\n\nEXAMINATION OF MRS. VEIL\n\nQ. Who measured it?\nA. My son did.\n\nMs. ORRIN. I object.\n",
        [
            ("HALDEN", "The quay has sunk."),
            ("ORRIN", "It has not."),
            (I, "Who measured it?"),
            ("Veil", "My son did."),
            ("ORRIN", "I object."),
        ],
    ),
    "a testimony between colons": (
        "THE COURT: Call the next witness.\n\nMR. ASH: I call Mr. Tarn.\n\nTESTIMONY OF JON TARN\n\nQ: Where were you?\nA: On the roof.\n\nMS. BELL: I object.\n\nTHE COURT: Sustained.\n",
        [
            ("The Court", "Call the next witness."),
            ("ASH", "I call Mr. Tarn."),
            (I, "Where were you?"),
            ("Jon Tarn", "On the roof."),
            ("BELL", "I object."),
            ("The Court", "Sustained."),
        ],
    ),
    "who asks by a line of its own": (
        "CROSS-EXAMINATION OF MS. LOWE\n\nBY MR. GRANT:\n\nQ. Did you see the fire?\nA. I smelled it.\n\nREDIRECT EXAMINATION\n\nBY MS. IRVING:\n\nQ. When?\nA. At nine.\n",
        [("Grant", "Did you see the fire?"), ("Lowe", "I smelled it."), ("Irving", "When?"), ("Lowe", "At nine.")],
    ),
    "two witnesses": (
        "EXAMINATION OF MR. PELL\n\nQ. Is it yours?\nA. It is mine.\n\nEXAMINATION OF MRS. OAKES\n\nQ. Is it his?\nA. I never saw it.\n",
        [(I, "Is it yours?"), ("Pell", "It is mine."), (I, "Is it his?"), ("Oakes", "I never saw it.")],
    ),
    "a witness who is called": (
        "MR. DAY: The state calls its next witness.\n\nMARTA QUAY, called as a witness, having been duly sworn, testified as follows:\n\nQ. Whose boat was it?\nA. It was my boat.\n\nMR. DAY: Thank you.\n",
        [
            ("DAY", "The state calls its next witness."),
            (I, "Whose boat was it?"),
            ("Marta Quay", "It was my boat."),
            ("DAY", "Thank you."),
        ],
    ),
    "one question called by name": (
        "Mr. FELL. I have one question.\n\nQ. Mrs. Arden, is the well dry?\nA. It has been dry since May.\n\nThe CHAIRMAN. Thank you.\n",
        [
            ("FELL", "I have one question."),
            (I, "Mrs. Arden, is the well dry?"),
            ("Arden", "It has been dry since May."),
            ("The CHAIRMAN", "Thank you."),
        ],
    ),
    "after a witness is excused nobody is known to answer": (
        "EXAMINATION OF MR. PELL\n\nQ. Is it yours?\nA. It is mine.\n\nThe CHAIR. The witness is excused.\n\nQ. Is it his?\nA. I never saw it.\n",
        [
            (I, "Is it yours?"),
            ("Pell", "It is mine."),
            ("The CHAIR", "The witness is excused."),
            (I, "Is it his?"),
            (None, "I never saw it."),
        ],
    ),
    "a question that calls another by name": (
        "EXAMINATION OF MR. PELL\n\nQ. Is it yours?\nA. It is mine.\nQ. Mrs. Oakes, is it his?\nA. I never saw it.\n",
        [(I, "Is it yours?"), ("Pell", "It is mine."), (I, "Mrs. Oakes, is it his?"), (None, "I never saw it.")],
    ),
    "a chair after the pairs": (
        "EXAMINATION OF DR. MOSS\n\nQ. Was it safe?\nA. We thought so.\nQ. Who is we?\nA. My office.\n\nThe PRESIDENT. That will do.\n",
        [
            (I, "Was it safe?"),
            ("Moss", "We thought so."),
            (I, "Who is we?"),
            ("Moss", "My office."),
            ("The PRESIDENT", "That will do."),
        ],
    ),
    "three turns before two pairs": (
        "The CHAIR. Order.\n\nMrs. LANE. I yield.\n\nMr. FORD. I thank her.\n\nQ. Mr. Sole, was the gate shut?\nA. It was open.\nQ. All night?\nA. All night.\n",
        [
            ("The CHAIR", "Order."),
            ("LANE", "I yield."),
            ("FORD", "I thank her."),
            (I, "Mr. Sole, was the gate shut?"),
            ("Sole", "It was open."),
            (I, "All night?"),
            ("Sole", "All night."),
        ],
    ),
    "a lone question among full stops": (
        "Mr. FORD. We shall hear.\n\nMrs. LANE. I have heard.\n\nQ. Is the dam sound?\n\nMr. FORD. It is sound.\n",
        [("FORD", "We shall hear."), ("LANE", "I have heard."), (I, "Is the dam sound?"), ("FORD", "It is sound.")],
    ),
    "a note that a witness is excused": (
        "EXAMINATION OF MR. PELL\n\nQ. Is it yours?\nA. It is mine.\n\n(Witness excused.)\n\nTHE COURT: Call the next one.\n\nMS. ROE: Jane Oakes.\n\nQ. Is it his?\nA. No.\n",
        [
            (I, "Is it yours?"),
            ("Pell", "It is mine."),
            ("The Court", "Call the next one."),
            ("ROE", "Jane Oakes."),
            (I, "Is it his?"),
            (None, "No."),
        ],
    ),
    "a note that another is sworn": (
        "TESTIMONY OF MARTA QUAY\n\nQ. Whose was it?\nA. It was mine.\n\nMR. DAY: The state calls another witness.\n\nQ. And this?\nA. That was hers.\n",
        [
            (I, "Whose was it?"),
            ("Marta Quay", "It was mine."),
            ("DAY", "The state calls another witness."),
            (I, "And this?"),
            (None, "That was hers."),
        ],
    ),
    "two who answer": (
        "TESTIMONY OF ANN DAY AND BO LEE\n\nQ. Who did it?\nA. I did.\n\nThe CHAIR. Thank you.\n",
        [(I, "Who did it?"), (None, "I did."), ("The CHAIR", "Thank you.")],
    ),
    "the clerk's lines": (
        "Mr. FORD. The dam is old.\n\nThe vote was taken by roll call.\n\nMrs. LANE. I voted no.\n\nMr. FORD. I voted yes.\n\nReported by Ann Day, clerk\n",
        [("FORD", "The dam is old."), ("LANE", "I voted no."), ("FORD", "I voted yes.")],
    ),
    "an editor's note": (
        "Interviewer: Why?\n\nNora Moll: I had to.\n\nEditor's note: Moll resigned in May.\n\nInterviewer: When?\n\nNora Moll: In May.\n",
        [(I, "Why?"), ("Nora Moll", "I had to."), (I, "When?"), ("Nora Moll", "In May.")],
    ),
    "headings are nobody's": (
        "DIRECT EXAMINATION\n\nBY MR. WREN:\n\nQ. Who locked it?\nA. The guard did.\n\nEXHIBIT 4\n\nMS. SHAW: May I see it?\n\nRECESS\n\nMS. SHAW: I have read it.\n\nTHE WITNESS: So have I.\n\nAFTERNOON SESSION\n\nTHE COURT: Sit down, please.\n",
        [
            ("Wren", "Who locked it?"),
            ("the witness", "The guard did."),
            ("SHAW", "May I see it?"),
            ("SHAW", "I have read it."),
            ("the witness", "So have I."),
            ("The Court", "Sit down, please."),
        ],
    ),
    "no pronoun is a witness": (
        "THE WITNESS: I was in bed.\n\nMR. WREN: Alone?\n\nTHE WITNESS: I was alone.\n\nMR. WREN: I see.\n",
        [("the witness", "I was in bed."), ("WREN", "Alone?"), ("the witness", "I was alone."), ("WREN", "I see.")],
    ),
    "examined in mixed case": (
        "Examination of Mr. Rook\n\nBy Ms. Hart:\n\nQ. Did you sign it?\nA. I signed it.\n\nMr. Finch: Objection.\n\nMs. Hart: I am done.\n",
        [("Hart", "Did you sign it?"), ("Rook", "I signed it."), ("Finch", "Objection."), ("Hart", "I am done.")],
    ),
    "a page's head does not end a turn": (
        "COMMITTEE ON QUAYS\n\nMr. FORD. The dam is old.\n\nCOMMITTEE ON QUAYS\n\nIt is older than I am.\n\nMrs. LANE. So it is.\n",
        [("FORD", "The dam is old."), ("FORD", "It is older than I am."), ("LANE", "So it is.")],
    ),
}
SEATS: dict[str, tuple[str, Said]] = {
    "square brackets": (
        "Mr. HALDEN [Ind., North Quay]. The quay has sunk.\n\nMs. ORRIN [Green, Vesk]. It has not.\n\nMr. HALDEN. I measured it.\n",
        [("HALDEN", "The quay has sunk."), ("ORRIN", "It has not."), ("HALDEN", "I measured it.")],
    ),
    "two brackets and a full stop": (
        "Ms. ORRIN [Vesk] (Green). The river is low.\n\nMr. FORD (Osk) [Lab.]. I know it.\n",
        [("ORRIN", "The river is low."), ("FORD", "I know it.")],
    ),
    "an office's bearer in square brackets": (
        "The SPEAKER [Mrs. Abel]. Order.\n\nMr. FORD. I have the floor.\n\nThe SPEAKER. You have it.\n",
        [("Abel", "Order."), ("FORD", "I have the floor."), ("Abel", "You have it.")],
    ),
    "two brackets and a colon": (
        "HOUSE OF DEPUTIES\n3 May 2031\n\nMrs. LANE (Osk) (Con): I ask for a count.\n\nMr. FORD (Vesk) (Lab): We have counted.\n",
        [("LANE", "I ask for a count."), ("FORD", "We have counted.")],
    ),
    "a name, seat and party above the words": (
        "Ada Talbot (Eskby) (Lab)\nWe have waited nine years.\n\nHugo Pell (Vesk) (Con)\nI have waited ten.\n\nAda Talbot\nThen we agree.\n\nHugo Pell\nWe do.\n",
        [
            ("Ada Talbot", "We have waited nine years."),
            ("Hugo Pell", "I have waited ten."),
            ("Ada Talbot", "Then we agree."),
            ("Hugo Pell", "We do."),
        ],
    ),
    "seats above the words and a blank line": (
        "Greta Nome (Osk) [Green]\n\nI move the motion.\n\nMarek Orsini (Vesk) [Ind]\n\nI second it, as we agreed.\n\nGreta Nome (Osk) [Green]\n\nMy thanks.\n",
        [
            ("Greta Nome", "I move the motion."),
            ("Marek Orsini", "I second it, as we agreed."),
            ("Greta Nome", "My thanks."),
        ],
    ),
    "round brackets and a full stop": (
        "Mr. FORD (Lab., Vesk). The ice is thin.\n\nMrs. LANE (Con., Osk). It bears us.\n\nMr. FORD. It bears you.\n",
        [("FORD", "The ice is thin."), ("LANE", "It bears us."), ("FORD", "It bears you.")],
    ),
}
TWO: dict[str, tuple[str, Said]] = {
    "an interview of one question": (
        "Lock-keeper speaks\n\n8 May 2031\n\nInterviewer: Will you shut the lock?\n\nNora Moll: I shall not.\n",
        [(I, "Will you shut the lock?"), ("Nora Moll", "I shall not.")],
    ),
    "two clocks": (
        "Call, 4 May 2031\n\n00:02 Nora Moll: The lock is shut.\n00:07 Ivo Lind: Open it.\n",
        [("Nora Moll", "The lock is shut."), ("Ivo Lind", "Open it.")],
    ),
    "two speakers with numbers": (
        "[00:00:02] SPEAKER 1: The lock is shut.\n[00:00:07] SPEAKER 2: Open it.\n",
        [(None, "The lock is shut."), (None, "Open it.")],
    ),
    "two ministers": (
        "Minister Brandt: We have signed.\n\nAmbassador Ruiz: I am glad of it.\n",
        [("Brandt", "We have signed."), ("Ruiz", "I am glad of it.")],
    ),
    "two of one text with a title": (
        "The lock\n\nGreta Nome: Did you open it?\nHugo Pell: I did, at nine.\n",
        [("Greta Nome", "Did you open it?"), ("Hugo Pell", "I did, at nine.")],
    ),
    "a chat of meetings": (
        "12:01:05\t From  Greta Nome : I cannot hear you.\n12:01:20\t From  Hugo Pell  to  Everyone : Try again.\n12:02:00\t From  Greta Nome  to  Hugo Pell(Privately) : Now I can.\n",
        [("Greta Nome", "I cannot hear you."), ("Hugo Pell", "Try again."), ("Greta Nome", "Now I can.")],
    ),
    "a chat with the words below": (
        "12:01:05 From Greta Nome to Everyone:\n\tI cannot hear you.\n12:01:20 From Hugo Pell to Everyone:\n\tTry again.\n",
        [("Greta Nome", "I cannot hear you."), ("Hugo Pell", "Try again.")],
    ),
}
SUBJECTS = (
    "SUBJECTS: The ferry; the quay; taxes.\n\nADA TALBOT, MAYOR: The ferry sank.\n\nJOURNALIST: When?\n\nTALBOT: On Monday.\n\nJOURNALIST: Why?\n\nTALBOT: Rust.\n",
    "SUBJECT/S: Schools\n\nMARK LASK: We build two.\n\nJOURNALIST: When?\n\nLASK: In May.\n\nJOURNALIST: Where?\n\nLASK: In Vesk.\n",
    "Subjects: Tolls; tides\n\nJOURNALIST: Who pays?\n\nINA ORR: We pay.\n\nJOURNALIST: When?\n\nORR: In May.\n",
)
NONE = {
    "two entries of a glossary": "Flood Plain: The land that a river floods.\n\nSpring Tide: A high tide.\n",
    "two profiles": "Ada Talbot: The runner won in May.\n\nMark Lask: The swimmer came third.\n",
    "two headings with a question": "Harbour Dues: Who pays?\n\nCold Store: We pay.\n",
    "two lines of a longer report": "The council met on Monday and went through nine items before lunch.\n\nAda Talbot: I am glad.\n\nMark Lask: You are.\n",
    "a list of candidates": "Ada Talbot (Eskby) (Lab)\nThe teacher has two sons.\n\nMark Lask (Vesk) (Con)\nThe baker has none.\n",
    "questions of a page": "Q. How do I pay?\nA. At the desk.\n\nQ. When?\nA. From nine to five.\n",
    "an interview of a pair": "Interview with Ann Day and Bo Lee\n\nQ: Who did it?\n\nA: I did.\n\nQ: When?\n\nA: At noon.\n",
    "two fields": "Name: Ada Talbot\nNote: I am away.\n",
    "departures with days": "12/05/2031, 09:14 - Harbour opens.\n12/05/2031, 10:00 - Ferry leaves.\n",
    "two shouted headings": "THE BRIDGE. It was built in May.\n\nTHE FERRY. It is late.\n\nTHE BRIDGE. It fell.\n\nTHE FERRY. It sank.\n",
    "headings of a web page": "## LAKE NEWS\n\nI read it daily.\n\n## SIGN UP\n\nWe write to you.\n\n## LAKE NEWS\n\nMy pick.\n\n## SIGN UP\n\nJoin us.\n",
    "datelines": "VESK. The mayor spoke.\n\nOSK. The council met.\n\nESKBY. It rained.\n",
}  # fmt: skip


@pytest.mark.parametrize(
    ("text", "said"), [*HEARINGS.values(), *SEATS.values(), *TWO.values()], ids=[*HEARINGS, *SEATS, *TWO]
)
def test_whose_words_they_are(text: str, said: Said) -> None:
    assert turns(text) == said


@pytest.mark.parametrize("text", NONE.values(), ids=NONE)
def test_what_is_no_transcript(text: str) -> None:
    assert [each for each in turns(text) if each[0]] == []


@pytest.mark.parametrize("text", SUBJECTS)
def test_a_line_of_subjects_is_nobody(text: str) -> None:
    found = turns(text)
    assert len(found) > 2
    assert not any("subject" in (name or "").lower() for name, _ in found)


def _called(name: str | None) -> str | None:
    return name.lower().removeprefix("the ") if name else None


@pytest.mark.parametrize(("file", "text", "said"), FURTHER.values(), ids=FURTHER)
def test_further_forms(file: str, text: str, said: list[tuple[object, str]], tmp_path: Path) -> None:
    found = turns_of(loaded(file, text, tmp_path))
    for who, words in said:
        allowed = {_called(each) for each in (who if isinstance(who, tuple) else (who,))}
        speakers = {_called(speaker) for speaker, spoken in found if words in spoken}
        assert speakers <= allowed | {None}, words
        assert None in allowed or speakers - {None}, words
    strange = [
        each
        for each in found
        if each[0] and not any(each[1].strip("“”") in words or words in each[1] for _, words in said)
    ]
    assert strange == []


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("KETTLEWELL", "Kettlewell"), ("MODERATOR", "the moderator"), ("The CHAIR", "the chair"), ("THE COURT", "the court"),
        ("The President", "The President"), ("BBC", "BBC"), ("O’BRIEN", "O’Brien"), ("ANN", "Ann"), ("Ana Ruiz", "Ana Ruiz"),
        ("LUZ DE LA VEGA", "Luz de la Vega"), ("FEMA Director", "FEMA Director"), ("THE MINISTER FOR RIVERS", "the Minister for Rivers"),
    ],
)  # fmt: skip
def test_a_name_in_capitals_is_read_as_a_name(written: str, read: str) -> None:
    assert readable_name(written) == read


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("**Q: Why?**\n\nA: I had to.\n\n**Q: When?**\n\nA: In **May**.\n", ["Why?", "I had to.", "When?", "In **May**."]),
        ("__Q: Why?__\n\nA: I had to.\n\n__Q: When?__\n\nA: In May.\n", ["Why?", "I had to.", "When?", "In May."]),
        ("*Q: Why?*\n\nA: I had to.\n\n*Q: When?*\n\nA: _Soon_.\n", ["Why?", "I had to.", "When?", "_Soon_."]),
        ("***Q: Why?***\n\nA: **Never.**\n\n***Q: When?***\n\nA: In May.\n", ["Why?", "**Never.**", "When?", "In May."]),
        ("**Q:** Why?\n\n**A:** I had to.\n\n**Q:** When?\n\n**A:** *In May.*\n", ["Why?", "I had to.", "When?", "*In May.*"]),
    ],
    ids=["two stars", "two underscores", "one star", "three stars", "the label alone"],
)  # fmt: skip
def test_marks_of_a_label_are_no_words(text: str, words: list[str]) -> None:
    assert [spoken for _, spoken in turns(f"# Interview with Ana Ruiz\n\n{text}")] == words


@pytest.mark.parametrize(
    ("one", "other", "speaker"),
    [
        ("Sen. Rick Wolter of Florida", "Sen. Ana Pell of Norr", "Rick Wolter"),
        ("Mayor Tom Brisk of Eskby", "Anna Kvist of Vesk", "Tom Brisk"),
        ("Peter Quell of Norr", "Rep. Sara Marrow of Texas", "Peter Quell"),
    ],
)
def test_the_place_behind_a_name_is_not_the_speaker(one: str, other: str, speaker: str) -> None:
    lines = [f"{one}: I will vote for the bill.", f"{other}: I will not, and you know it.", f"{one}: Then we vote."]
    text = "\n\n".join([*lines, f"{other}: Yes, we do."])
    assert statements(text)[0].speaker == speaker


@pytest.mark.parametrize(
    "words",
    [
        "I want to speak to\nThe people of Lorn: you are not alone.",
        "We have one thing to say, and it goes to\nSailors and cooks: come home.",
        "We have one thing.\n\nNumber two: we have the ferry.",
        "That is all.\n\nThat’s what this is all about: the ferry.",
        "That is all.\n\nSailors of Lorn, especially cooks: come home.",
    ],
)
def test_a_sentence_before_a_colon_is_no_label(words: str) -> None:
    text = f"PRESIDENT VENN: I am glad to be here.\n\nMR. ORR: We are too.\n\nPRESIDENT VENN: {words}\n\nWe go.\n\nMR. ORR: Yes.\n"
    assert dict.fromkeys(name for name, _ in turns(text)) == {"VENN": None, "ORR": None}
    assert {name for name, said in turns(text) if "We go" in said} == {"VENN"}


def test_thanks_before_a_dash_name_nobody() -> None:
    part = "Vielen Dank. – Das Wort hat nun der Minister.\n\nNein. – Ich sage es noch einmal.\n\nDanke, Herr Präsident. – Ich frage.\n\n"
    assert turns(part * 3) == []


@pytest.mark.parametrize("end", ["3:40 P.M. EST", "END                3:40 P.M. EST", "ENDS", "-ENDS-"])
def test_the_line_at_a_transcripts_end_is_nobodys(end: str) -> None:
    text = f"PRESIDENT VENN: I am glad to be here.\n\nMR. ORR: We are too.\n\nPRESIDENT VENN: We go.\n\nMR. ORR: Yes.\n\n{end}\n"
    assert [said for _, said in turns(text)][-1] == "Yes."


def test_a_press_officer_speaks() -> None:
    text = "PRESS OFFICER: Good morning. We have ten minutes.\n\nMINISTER HALE: I am glad.\n\nPRESS OFFICER: Last one.\n\nMINISTER HALE: We go.\n"
    assert [name for name, _ in turns(text)] == ["Press Officer", "HALE"] * 2


def test_a_prime_minister_in_letters() -> None:
    text = "PM DORN: I am glad to be here.\n\nPM AXEL: We are too.\n\nPM DORN: We go.\n\nPM AXEL: Yes.\n"
    assert [name for name, _ in turns(text)] == ["Dorn", "Axel"] * 2


WRAPPED = (
    "We have come here because the water is high, and because none of\nus can hold it back alone. I have said so to "
    "every one of you.\n"
)


def test_who_speaks_once_where_another_gives_the_word_has_a_label() -> None:
    lines = 3 * f"{WRAPPED}\n"
    text = (
        "Orlo Hall, Vesk\n\n2:55 P.M.\n\n"
        f"VICE PRESIDENT TELL:  Good afternoon.\n{lines}PRESIDENT ORLO:  Thank you, Madam Vice President.\n{lines}"
        f"VICE PRESIDENT TELL:  Premier Holt of Kestria.\n\nPREMIER HOLT:  Thank you very much.\n{lines}"
        "VICE PRESIDENT TELL:  Thank you.\n"
    )
    turns = turns_of(document(text, title="Remarks by Vice President Tell, President Orlo of Vesk, and Premier Holt"))
    assert list(dict.fromkeys(speaker for speaker, _ in turns)) == ["TELL", "ORLO", "HOLT"]
    assert [speaker for speaker, words in turns if words == "Premier Holt of Kestria."] == ["TELL"]


def test_interjections_make_no_transcript() -> None:
    numbered = "".join(f"{n}. And what did you do then? - I went to the pump.\n{WRAPPED}" for n in range(801, 809))
    text = f"The COMMISSIONER: Be brief.\n{numbered}Mr. CAVELL: I object.\nThe COMMISSIONER: Go on.\n{numbered}"
    assert not [speaker for speaker, _ in turns_of(document(text)) if speaker and "CAVELL" in speaker.upper()]

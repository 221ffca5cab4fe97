"""Subtitles: what is said, by which voice, and nothing else of the file."""

from __future__ import annotations

import pytest

from index.attribution.attribute import analyse
from index.read.load import _document
from index.readers.subtitles import read


def cue(number: int, *lines: str) -> str:
    return f"{number}\n00:00:{number:02}.000 --> 00:00:{number + 1:02}.000\n" + "\n".join(lines) + "\n\n"


def vtt(*cues: str) -> bytes:
    return ("WEBVTT\n\n" + "".join(cue(number, *each.split("\n")) for number, each in enumerate(cues, 1))).encode()


def srt(*cues: str) -> bytes:
    return vtt(*cues)[len("WEBVTT\n\n") :].replace(b".000", b",000")


TEXTS = {
    "cues of one sentence": (vtt("<v Rita Holm>We will not", "<v Rita Holm>close the sluice."),
                             "Rita Holm: We will not close the sluice.\n"),
    "a voice in its first cue alone": (vtt("<v Rita Holm>We will not", "close the sluice."),
                                       "Rita Holm: We will not close the sluice.\n"),
    "a cue without a voice": (vtt("<v Rita Holm>We will.", "Who said so?"), "Rita Holm: We will.\n\nWho said so?\n"),
    "two voices in a cue": (vtt("<v Rita Holm>Why?</v>\n<v.loud Ivo Lind>Because.</v>"),
                            "Rita Holm: Why?\n\nIvo Lind: Because.\n"),
    "karaoke": (vtt("good<00:00:00.700><c> evening</c><00:00:01.100><c> all</c>"), "good evening all\n"),
    "classes, fonts and marks of .ass": (srt('<font color="#fff">It <b>is</b></font> {\\an8}<i>shut</i>\\Nnow'),
                                         "It is shut now\n"),
    "entities": (vtt("nets &amp; lines&nbsp;&lt;old&gt;"), "nets & lines <old>\n"),
    "rolling lines": (vtt("good evening the", "good evening the\nsluice is shut now", "sluice is shut now\nand stays"),
                      "good evening the sluice is shut now and stays\n"),
    "rolling words": (vtt("good evening all", "good evening all the sluice", "good evening all the sluice is shut"),
                      "good evening all the sluice is shut\n"),
    "rolling with a pause in it": (
        vtt("<c>so we went there</c>", "so we went there", "so we went there\nand<00:00:03.500><c> came back home</c>",
            "and came back home"), "so we went there and came back home\n"),
    "a speaker's own repetition": (srt("No!", "No!", "No, never!"), "No! No! No, never!\n"),
    "labels": (srt("NORA: We will not", "close it.", "IVO: Why?"), "NORA: We will not close it.\n\nIVO: Why?\n"),
    "labels of words as usual": (srt("Rita Holm: We go.", "Ivo Lind: We stay."),
                                 "Rita Holm: We go.\n\nIvo Lind: We stay.\n"),
    "dashes": (srt("- Are they legal?\n- They never were."), "Are they legal?\n\nThey never were.\n"),
    "hyphens and dashes in a line": (srt("Mr. Lind-Moll, well-known, came - late."),
                                     "Mr. Lind-Moll, well-known, came - late.\n"),
    "arrows of captions": (srt(">> NORA LIND: We go.\n>> Why?", ">> NORA LIND: Because."),
                           "NORA LIND: We go.\n\nWhy?\n\nNORA LIND: Because.\n"),
    "sounds": (srt("[door slams]\nI go.", "(APPLAUSE)", "♪ ♪", "(SIGHS) No more."), "I go.\n\nNo more.\n"),
    "an aside that is said": (srt("We closed it (and rightly so) in May."), "We closed it (and rightly so) in May.\n"),
    "an empty line in a cue": (srt("We will not\n\nclose it.", "Ever."), "We will not close it. Ever.\n"),
    "shadows of a line": (b"1\n00:01,000 --> 00:02,000\nShut.\n\n2\n00:01,000 --> 00:02,000\nShut.\n", "Shut.\n"),
    "notes and styles": (
        b"WEBVTT - talk\nKind: captions\n\nNOTE\nnot this\nnor this\n\nSTYLE\n::cue { color: red }\n\nREGION\nid:a\n\n"
        b"intro\n00:01.000 --> 00:02.000 align:start position:0%\nIt is shut.\n\nNOTE nor this\n\n"
        b"2 - end\n00:03.000 --> 00:04.000\nFor good.\n", "It is shut. For good.\n"),
    "minutes and hours": (b"WEBVTT\n\n1:00:01.000 --> 1:00:02.000\nLate.\n", "Late.\n"),
}  # fmt: skip


@pytest.mark.parametrize(("content", "text"), TEXTS.values(), ids=TEXTS.keys())
def test_what_is_said(content: bytes, text: str) -> None:
    assert read(content)[0].text == text


TURNS = {
    "two voices": (vtt("<v Rita Holm>Are the nets legal?", "<v Ivo Lind>They never were."),
                   [("Rita Holm", "Are the nets legal?"), ("Ivo Lind", "They never were.")]),
    "a small letter in a name": (vtt("<v Rita Holm>Legal?", "<v Nora deVries Moll>Never.", "<v ibn Sahl>No."),
                                 [("Rita Holm", "Legal?"), ("Nora deVries Moll", "Never."), ("ibn Sahl", "No.")]),
    "one voice": (vtt("<v Rita Holm>We will not", "<v Rita Holm>close it."), [("Rita Holm", "We will not close it.")]),
    "a voice that nobody names": (vtt("<v Rita Holm>We go.", "You stay."), [("Rita Holm", "We go.")]),
    "labels that last": (srt("RITA HOLM: We will not", "close it.", "- Why?", "- IVO LIND: So."),
                         [("Rita Holm", "We will not close it."), (None, "Why?"), ("Ivo Lind", "So.")]),
}  # fmt: skip


@pytest.mark.parametrize(("content", "expected"), TURNS.values(), ids=TURNS.keys())
def test_whose_words_they_are(content: bytes, expected: list[tuple[str | None, str]]) -> None:
    document = _document("talk.vtt", "talk.vtt", read(content)[0])
    found = [each for each in analyse(document).statements if each.kind == "turn"]
    assert [(each.speaker, document.text[each.start : each.end]) for each in found] == expected


def test_a_label_may_have_a_title_or_initials() -> None:
    said = (
        "CHAIR ORDE: We have one hearing.",
        "MS. HOLM: We came with sixty flats.",
        "REV. TILL: Where does the sewer go?",
        "MS. HOLM: Under the street. Dr. Ames:\nmeasured it.",
        "J. R. BRANDT JR.: I moved it twice.",
    )
    (parsed,) = read(srt(*said))
    words = [(voice, parsed.text[start:end]) for start, end, voice, _ in parsed.turns]
    assert words == [
        ("CHAIR ORDE", "We have one hearing."),
        ("MS. HOLM", "We came with sixty flats."),
        ("REV. TILL", "Where does the sewer go?"),
        ("MS. HOLM", "Under the street. Dr. Ames: measured it."),
        ("J. R. BRANDT JR.", "I moved it twice."),
    ]


def test_a_label_may_say_more_of_its_speaker() -> None:
    """What stands behind a name in capitals is kept in the text and is no part of the name."""
    cues = [
        "NARRATOR: The ferry was sold.",
        "ONA QUILL (née Marsk), cook: I made",
        "the soup.",
        "DR SVEN TELL: It sank.",
    ]
    content = "\n".join(f"{at}\n00:00:0{at},000 --> 00:00:0{at},900\n{words}\n" for at, words in enumerate(cues, 1))
    (parsed,) = read(content.encode())
    said = [(speaker, parsed.text[start:end]) for start, end, speaker, _ in parsed.turns]
    assert said == [
        ("NARRATOR", "The ferry was sold."),
        ("ONA QUILL", "I made the soup."),
        ("DR SVEN TELL", "It sank."),
    ]
    assert "ONA QUILL (née Marsk), cook: I made the soup." in parsed.text


def test_sounds_are_counted() -> None:
    assert read(srt("[door slams] I go.", "(APPLAUSE)"))[0].omitted == (("description of a sound", 2),)


MARKED = {
    "a name on each cue": (
        vtt("Greta Nome: The lock", "Greta Nome: is shut.", "Hugo Pell: Since when?"),
        "Greta Nome: The lock is shut.\n\nHugo Pell: Since when?\n",
        [("Greta Nome", "The lock is shut."), ("Hugo Pell", "Since when?")]),
    "capitals on each cue": (
        srt("NORA: We will not", "NORA: open it.", "IVO: Why?", "IVO: Tell me."),
        "NORA: We will not open it.\n\nIVO: Why? Tell me.\n",
        [("NORA", "We will not open it."), ("IVO", "Why? Tell me.")]),
    "a name again behind another's": (
        srt("Greta Nome: We go.", "Hugo Pell: We stay.", "Greta Nome: We go", "Greta Nome: at nine."),
        "Greta Nome: We go.\n\nHugo Pell: We stay.\n\nGreta Nome: We go at nine.\n",
        [("Greta Nome", "We go."), ("Hugo Pell", "We stay."), ("Greta Nome", "We go at nine.")]),
    "a name on three cues": (
        vtt("Ana Ruiz: One,", "Ana Ruiz: two,", "Ana Ruiz: three.", "Ivo Lind: Stop."),
        "Ana Ruiz: One, two, three.\n\nIvo Lind: Stop.\n",
        [("Ana Ruiz", "One, two, three."), ("Ivo Lind", "Stop.")]),
    "a name on two lines of a cue": (
        vtt("Ana Ruiz: We came\nAna Ruiz: on foot.", "Ivo Lind: I rode."),
        "Ana Ruiz: We came on foot.\n\nIvo Lind: I rode.\n",
        [("Ana Ruiz", "We came on foot."), ("Ivo Lind", "I rode.")]),
    "dashes of nobody named": (
        srt("- Is it shut?\n- It is."), "Is it shut?\n\nIt is.\n", [(None, "Is it shut?"), (None, "It is.")]),
    "dashes behind a label": (
        srt("NORA: It is shut.", "- It is open.\n- Look."), "NORA: It is shut.\n\nIt is open.\n\nLook.\n",
        [("NORA", "It is shut."), (None, "It is open."), (None, "Look.")]),
    "an arrow of nobody named": (
        srt(">> NORA: It is shut.", ">> IVO: It is not.", ">> It was mine."),
        "NORA: It is shut.\n\nIVO: It is not.\n\nIt was mine.\n",
        [("NORA", "It is shut."), ("IVO", "It is not."), (None, "It was mine.")]),
    "an arrow that goes on": (
        srt(">> It was mine", "for a year.", ">> NORA: No.", ">> NORA: Never."),
        "It was mine for a year.\n\nNORA: No.\n\nNORA: Never.\n",
        [(None, "It was mine for a year."), ("NORA", "No."), ("NORA", "Never.")]),
    "a voice with a number": (
        vtt("<v Speaker 1>It is shut.", "<v Ana Ruiz>It is not."), "Speaker 1: It is shut.\n\nAna Ruiz: It is not.\n",
        [(None, "It is shut."), ("Ana Ruiz", "It is not.")]),
}  # fmt: skip


@pytest.mark.parametrize(("content", "text", "expected"), MARKED.values(), ids=MARKED.keys())
def test_voices_that_are_marked_on_each_cue(content: bytes, text: str, expected: list[tuple[str | None, str]]) -> None:
    talk = _document("talk.vtt", "talk.vtt", read(content)[0])
    assert talk.text == text
    found = [each for each in analyse(talk).statements if each.kind == "turn"]
    assert [(each.speaker, talk.text[each.start : each.end]) for each in found] == expected


@pytest.mark.parametrize(
    ("head", "omitted", "day"),
    [
        ("NOTE Recorded: 7 January 2031\n\n", (("note", 1),), "2031-01-07"),
        ("NOTE\nDate: 2031-01-07\n\n", (("note", 1),), "2031-01-07"),
        ("NOTE Broadcast on 7 January 2031\n\nNOTE by Ana\n\n", (("note", 2),), "2031-01-07"),
        ("NOTE Harbour panel, 7 January 2031\n\n", (("note", 1),), "2031-01-07"),
        ("NOTE Captions edited, 7 January 2031\n\n", (("note", 1),), None),
        ("NOTE The vote of 7 January 2031\n\n", (("note", 1),), None),
        ("NOTE\nseven lines\nof a note\n\n", (("note", 1),), None),
        ("", (), None),
    ],
    ids=[
        "recorded",
        "date below",
        "two notes",
        "a title with its day",
        "of the file",
        "an event's",
        "several lines",
        "none",
    ],
)
def test_notes_are_counted_and_tell_the_day_of_the_words(
    head: str, omitted: tuple[tuple[str, int], ...], day: str | None
) -> None:
    content = vtt("It is shut.").replace(b"WEBVTT\n\n", f"WEBVTT\n\n{head}".encode())
    (parsed,) = read(content)
    assert parsed.omitted == omitted
    assert _document("talk.vtt", "talk.vtt", parsed).published == day


@pytest.mark.parametrize(
    "content",
    [vtt("The lock is shut"), srt("NORA: We go"), vtt("<v Ana Ruiz>Good evening"), srt("- Is it shut"), vtt("# 1")],
    ids=["words", "a label", "a voice", "a dash", "a number"],
)
def test_the_title_is_the_files_name_and_not_the_first_cue(content: bytes) -> None:
    parsed = read(content)[0]
    assert _document("harbour-panel.vtt", "harbour-panel.vtt", parsed).title == "Harbour panel"

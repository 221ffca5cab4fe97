from __future__ import annotations

import pytest

from tests.index.analysed import document, turns_of

ENGLISH = """Minutes of the Parish Assembly of Lower Tarn
Present: Cllr Edwina Marsh (chair), Cllr Rufus Tolland, the clerk Mr Hugo Penn
Apologies: Cllr Joan Abbey

Item 1: Footpath 12

Cllr Marsh: The footpath has been closed since the flood. I had eleven letters.
Cllr Tolland: We should pave it.
Mr Penn: The county pays half of a gravel path.

RESOLVED: that the clerk obtain two quotations. Proposed by Cllr Marsh, carried, Cllr Tolland dissenting.

Proposed by the chair that six bins be bought for the green. Carried nem. con.

Item 2: Grit bins

Cllr Tolland: The bin at Mill Corner is empty. I filled my own bucket.

I ask that somebody else does it next time.

Ms Abbey's letter on bonfires was noted.
ABBEY's letter was read out: she leaves the bridge committee. The chair thanked her.

Mr Tolland left the meeting at 8.15.
The meeting closed at 9.40 p.m.
"""
LINES = """Harbour Users' Committee
Minutes, 2 July 2031

Present: P. Ardent (chair), Lena Osk, Commodore Giles Ferrant

3.1 Moorings
Osk: Forty boats are waiting. I want them counted.
Ferrant: The club has asked for that since 2022.
ACTION: Ferrant to draw up a list by 1 August.

3.2 Dredging
Ferrant: I touched the bottom on Sunday.
It was noted that the harbour master had not replied.
Osk: The port says that it has no money.
Vote on the motion to write again: for 3, against 0.
"""
MARKDOWN = """# Board of Trustees, Wexcombe Library
**Present:** Chair Olu Brandreth, Treasurer Nan Fosdyke

## 1. Opening hours

**Brandreth:** We close at five. I think that is absurd.

**Fosdyke:** Every extra hour costs us 4,100 a year.

*Motion: to open until seven on Thursdays. Carried unanimously.*

## 2. The roof

**Fosdyke:** The insurer will pay two thirds.

Ms Fosdyke will report back on 15 October.
"""
GERMAN = """Protokoll der Sitzung des Gemeinderats Oberlind vom 11. Februar 2031
Anwesend: Bürgermeisterin Almut Kesting, Gemeinderat Veit Sommer
Entschuldigt: Gemeinderat Horst Imhof

1. Freibad

Kesting: Das Freibad kostet uns viel. Ich will es trotzdem behalten.
Sommer: Ich bin dagegen. Wir haben kein Geld für die Schule.

Abstimmung: Der Antrag wurde angenommen. Gemeinderat Sommer stimmte dagegen.

2. Laternen

Sommer: In der Mühlgasse ist es nachts dunkel.

Die Sitzung endete um 21.20 Uhr.
"""
POLISH = """Protokół z sesji Rady Gminy Sośnie z dnia 20 maja 2031 r.
Obecni: wójt Bożena Kitlas, radny Tymon Gaweł

1. Wodociąg

Kitlas: Rura ma czterdzieści lat.
Gaweł: Jestem przeciw. Nie stać nas na kredyt.

Głosowanie: za 2, przeciw 1. Radny Gaweł głosował przeciw.

2. Sprawy różne

Kitlas: Zajmiemy się tym w czerwcu.

Sesję zamknięto o godz. 14.30.
"""


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (ENGLISH, [
            ("Edwina Marsh", "The footpath has been closed since the flood. I had eleven letters."),
            ("Rufus Tolland", "We should pave it."),
            ("Hugo Penn", "The county pays half of a gravel path."),
            ("Rufus Tolland", "The bin at Mill Corner is empty. I filled my own bucket."),
            ("Rufus Tolland", "I ask that somebody else does it next time."),
        ]),
        (LINES, [
            ("Lena Osk", "Forty boats are waiting. I want them counted."),
            ("Giles Ferrant", "The club has asked for that since 2022."),
            ("Giles Ferrant", "I touched the bottom on Sunday."),
            ("Lena Osk", "The port says that it has no money."),
        ]),
        (MARKDOWN, [
            ("Olu Brandreth", "We close at five. I think that is absurd."),
            ("Nan Fosdyke", "Every extra hour costs us 4,100 a year."),
            ("Nan Fosdyke", "The insurer will pay two thirds."),
        ]),
        (GERMAN, [
            ("Almut Kesting", "Das Freibad kostet uns viel. Ich will es trotzdem behalten."),
            ("Veit Sommer", "Ich bin dagegen. Wir haben kein Geld für die Schule."),
            ("Veit Sommer", "In der Mühlgasse ist es nachts dunkel."),
        ]),
        (POLISH, [
            ("Bożena Kitlas", "Rura ma czterdzieści lat."),
            ("Tymon Gaweł", "Jestem przeciw. Nie stać nas na kredyt."),
            ("Bożena Kitlas", "Zajmiemy się tym w czerwcu."),
        ]),
    ],
    ids=["English", "lines", "Markdown", "German", "Polish"],
)  # fmt: skip
def test_the_clerks_lines_are_nobodys_words(text: str, said: list[tuple[str, str]]) -> None:
    assert turns_of(document(text)) == said


def test_speeches_of_a_verbatim_record_go_on_over_paragraphs() -> None:
    speech = "{}: The bridge is old. I say so.\n\nIt was built in 1931.\n\nNothing lasts.\n"
    text = "Minutes of the meeting of the Assembly\n\n" + "\n".join(
        speech.format(name) for name in ("ANA LUND", "OLAV REYK", "ANA LUND", "OLAV REYK")
    )
    assert len(turns_of(document(text))) == 12


def test_a_numbered_heading_between_turns_of_a_debate_is_nobodys() -> None:
    text = (
        "Debate on the baths, 5 November 2031\n\n1. Swimming baths\n\nANA LUND: I am against it.\n"
        "OLAV REYK: My children learned to swim there. I will keep it.\nANA LUND: Then find the money.\n\n"
        "2. Night buses\n\nOLAV REYK: I support it. Nurses should not walk home.\n\n"
        "Show of hands: 61 for, 22 against. Mr Reyk asked for a recount.\n\n"
        "Vote: the motion was carried. Ms Lund voted against.\n"
    )
    assert [words for _, words in turns_of(document(text))][-1] == "I support it. Nurses should not walk home."
    assert not any("Night buses" in words for _, words in turns_of(document(text)))

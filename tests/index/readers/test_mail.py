# ruff: noqa: E501  The cases are read more easily a line each.
"""Mail: whose words its parts are, which part has the words, and what is not among them."""

from __future__ import annotations

import pytest

from index.attribution.attribute import analyse
from index.read.load import _document
from index.readers.mail import read
from index.readers.plain import read as read_text

HEAD = 'From: "Jon Harkness" <jon@example.org>\nDate: Tue, 12 May 2026 09:14:00 +0100\nSubject: Contract\n'
PLAIN = "Content-Type: text/plain; charset=utf-8\n\n"
HTML = "Content-Type: text/html; charset=utf-8\n\n"
Said = tuple[str | None, str | None, str]
JON, PETRA, IVO = ("Jon Harkness", "2026-05-12"), ("Petra Voling", "2026-05-11"), ("Ivo Lind", "2026-05-09")


def said(content: str) -> list[Said]:
    document = _document("a.eml", "a.eml", read(content.encode())[0])
    turns = [each for each in analyse(document).statements if each.kind == "turn"]
    return [(each.speaker, each.said_on, document.text[each.start : each.end]) for each in turns]


REPLIES: dict[str, tuple[str, list[Said]]] = {
    "english": (
        "No.\n\nOn Mon, 11 May 2026 at 17:02, Petra Voling <petra@example.org> wrote:\n> Signed on\n> Friday.\n",
        [(*JON, "No."), (*PETRA, "Signed on Friday.")],
    ),
    "american, over two lines": (
        "No.\n\nOn Mon, May 11, 2026 at 5:02 PM Petra Voling\n<petra@example.org> wrote:\n\n> Signed.\n",
        [(*JON, "No."), (*PETRA, "Signed.")],
    ),
    "german": (
        "Nein.\n\nAm 11.05.2026 um 17:02 schrieb Petra Voling <petra@example.org>:\n> Der Vertrag ist da.\n",
        [(*JON, "Nein."), (*PETRA, "Der Vertrag ist da.")],
    ),
    "french": (
        "Non.\n\nLe lun. 11 mai 2026 à 17:02, Petra Voling <petra@example.org> a écrit :\n> C’est signé.\n",
        [(*JON, "Non."), (*PETRA, "C’est signé.")],
    ),
    "russian": (
        "Нет.\n\nпн, 11 мая 2026 г. в 17:02, Петра Волинг <petra@example.org>:\n> Договор подписан.\n",
        [(*JON, "Нет."), ("Петра Волинг", "2026-05-11", "Договор подписан.")],
    ),
    "polish": (
        "Nie.\n\nW dniu 11.05.2026 o 17:02, Petra Voling pisze:\n> Umowa jest.\n",
        [(*JON, "Nie."), (*PETRA, "Umowa jest.")],
    ),
    "a day that is not told": (
        "No.\n\nPetra Voling wrote:\n> Signed.\n",
        [(*JON, "No."), ("Petra Voling", None, "Signed.")],
    ),
    "nobody named": ("No.\n\n> Whose is it?\n\nMine.\n", [(*JON, "No."), (*JON, "Mine.")]),
    "a pronoun names nobody": (
        "No.\n\nHe wrote:\n> Signed.\n\nSo.\n",
        [(*JON, "No."), (*JON, "He wrote:"), (*JON, "So.")],
    ),
    "two levels and answers between": (
        "A.\n\nOn 11 May 2026, Petra Voling wrote:\n> B.\n>\n> On 9 May 2026, Ivo Lind wrote:\n>> C.\n"
        "> D.\n\nE.\n\n> F.\n",
        [(*JON, "A."), (*PETRA, "B."), (*IVO, "C."), (*PETRA, "D."), (*JON, "E."), (*PETRA, "F.")],
    ),
    "no marks": (
        "No.\n\nOn 2026-05-11 17:02, Petra Voling wrote:\nSigned without marks.\n",
        [(*JON, "No."), (*PETRA, "Signed without marks.")],
    ),
    "outlook": (
        "No.\n\n-----Original Message-----\nFrom: Petra Voling [mailto:petra@example.org]\nSent: Monday, May 11, 2026 "
        "5:02 PM\nTo: Jon\nSubject: Contract\n\nSigned.\n\nVon: Ivo Lind\nGesendet: Samstag, 9. Mai 2026 08:00\nAn: P\n"
        "Betreff: x\n\nInnen.\n",
        [(*JON, "No."), (*PETRA, "Signed."), (*IVO, "Innen.")],
    ),
    "forwarded": (
        "FYI\n\n---------- Forwarded message ---------\nFrom: Petra Voling <petra@example.org>\nDate: Mon, "
        "11 May 2026 at "
        "17:02\nSubject: Contract\nTo: Jon <jon@example.org>\n\nSigned.\n",
        [(*JON, "FYI"), (*PETRA, "Signed.")],
    ),
    "forwarded by a telephone": (
        "Begin forwarded message:\n\n> From: Petra Voling <p@x.org>\n> Date: 11 May 2026 17:02:00 BST\n> To: "
        "j@x.org\n> "
        "Subject: C\n>\n> Signed.\n",
        [(*PETRA, "Signed.")],
    ),
    "a signature": ("No.\n\n-- \nJon Harkness\nNews desk\n", [(*JON, "No.")]),
    "lines that a program broke": (
        "I never agreed to the incinerator that the council wants to have\nbuilt beside the school.\n",
        [(*JON, "I never agreed to the incinerator that the council wants to have built beside the school.")],
    ),
}


@pytest.mark.parametrize(("body", "expected"), REPLIES.values(), ids=REPLIES.keys())
def test_whose_words_they_are(body: str, expected: list[Said]) -> None:
    assert said(HEAD + PLAIN + body) == expected


PAGES: dict[str, tuple[str, list[Said]]] = {
    "gmail": (
        '<div>No.</div><div class="gmail_quote"><div class="gmail_attr">On Mon, 11 May 2026 at 17:02, Petra Voling &lt;'
        '<a href="mailto:p@x.org">p@x.org</a>&gt; wrote:<br></div><blockquote>Signed.</blockquote></div>',
        [(*JON, "No."), (*PETRA, "Signed.")],
    ),
    "outlook": (
        "<p>No.</p><hr><p><b>From:</b> Petra Voling<br><b>Sent:</b> Monday, May 11, 2026 5:02 PM<br><b>To:</b> Jon<br>"
        "<b>Subject:</b> Contract</p><p>Signed.</p>",
        [(*JON, "No."), (*PETRA, "Signed.")],
    ),
    "apple": (
        "<div>No.</div><div><br><blockquote type='cite'><div>On 11 May 2026, at 17:02, Petra Voling &lt;p@x.org&gt; "
        "wrote:</div><br><div>Signed.</div></blockquote></div>",
        [(*JON, "No."), (*PETRA, "Signed.")],
    ),
}


@pytest.mark.parametrize(("body", "expected"), PAGES.values(), ids=PAGES.keys())
def test_pages_have_quotations_too(body: str, expected: list[Said]) -> None:
    assert said(HEAD + HTML + body) == expected


def parts(kind: str, *inner: str) -> str:
    return f"Content-Type: multipart/{kind}; boundary=b{kind}\n\n" + "".join(
        f"--b{kind}\n{each}\n" for each in inner
    ) + f"--b{kind}--\n"  # fmt: skip


POOR, RICH = PLAIN + "See the HTML.", HTML + "<p>All the words of the mail stand here and nowhere else.</p>"
FILE = 'Content-Type: application/pdf; name="a.pdf"\nContent-Disposition: attachment; filename="a.pdf"\n\nxx'
BODIES = {
    "plain before html": (parts("alternative", PLAIN + "I never agreed.", HTML + "<p>I never agreed.</p>"),
                          "I never agreed.\n", ()),
    "html where plain says nothing": (parts("alternative", POOR, RICH),
                                      "All the words of the mail stand here and nowhere else.\n", ()),
    "nested": (parts("mixed", parts("related", parts("alternative", POOR, RICH)), FILE),
               "All the words of the mail stand here and nowhere else.\n", (("attachment", 1),)),
    "two texts": (parts("mixed", PLAIN + "One.", PLAIN + "Two."), "One.\n\nTwo.\n", ()),
    "html alone": (HTML + "<p>One.<br>Two.</p><style>x</style>", "One.\nTwo.\n", ()),
    "a named text alone": ('Content-Type: text/plain; charset=utf-8; name="note.txt"\n\nOne.', "One.\n", ()),
    "a named page alone": ('Content-Type: text/html; charset=utf-8; name="/tmp/a"\n\n<p>One.</p>', "One.\n", ()),
    "a text with a file's name alone": ("Content-Disposition: inline; filename=a.txt\nContent-Type: text/plain\n\nOne.",
                                        "One.\n", ()),
    "a named text beside another": (parts("mixed", PLAIN + "One.", 'Content-Type: text/plain; name="b.txt"\n\nTwo.'),
                                    "One.\n", (("attachment", 1),)),
}  # fmt: skip


@pytest.mark.parametrize(("body", "text", "omitted"), BODIES.values(), ids=BODIES.keys())
def test_the_part_with_the_words(body: str, text: str, omitted: tuple[tuple[str, int], ...]) -> None:
    (found,) = read((HEAD + body).encode())
    assert (found.text, found.omitted) == (text, omitted)


def test_a_mail_in_a_mail_is_its_writers() -> None:
    inner = "From: Petra Voling <p@x.org>\nDate: Mon, 11 May 2026 17:02:00 +0000\nSubject: C\n\nSigned."
    body = parts("mixed", PLAIN + "See below.", f"Content-Type: message/rfc822\n\n{inner}")
    assert said(HEAD + body) == [(*JON, "See below."), (*PETRA, "Signed.")]


@pytest.mark.parametrize("charset", ["x-unknown", "utf-8", "us-ascii", "", "iso-8859-1"])
def test_a_wrong_charset_is_guessed(charset: str) -> None:
    named = f'; charset="{charset}"' if charset else ""
    words = "Der Bürgermeister eröffnete den Hafen für große Schiffe und die Fähre."
    content = (HEAD + f"Content-Type: text/plain{named}\nContent-Transfer-Encoding: 8bit\n\n").encode()
    assert read(content + words.encode("cp1252"))[0].text == f"{words}\n"


@pytest.mark.parametrize(
    ("sender", "name"),
    [
        ('"Harkness, Jon" <jon@example.org>', "Jon Harkness"),
        ("=?utf-8?q?S=C3=B8ren_B=C3=A6kgaard?= <s@example.org>", "Søren Bækgaard"),
        ("Jon Harkness via Desk <desk@example.org>", "Jon Harkness"),
        ("jon@example.org (Jon Harkness)", "Jon Harkness"),
        ("jon@example.org", "jon@example.org"),
        ("=?x-unknown?q?Jon_Harkness?= <jon@example.org>", "Jon Harkness"),
    ],
)
def test_who_sent_it(sender: str, name: str) -> None:
    (found,) = read(f"From: {sender}\nDate: Tue, 12 May 2026 09:14:00 +0100\n\nNo.\n".encode())
    assert found.about["speaker"][0] == name


COURTESIES = {
    "a greeting, a closing and a name": ("Dear Petra,\n\nI sign on Friday.\n\nBest regards,\nJon\n", ["I sign on Friday."]),
    "a greeting on the line above": ("Hi Petra,\nI sign on Friday.\n\nJon Harkness\n", ["I sign on Friday."]),
    "german": ("Sehr geehrte Frau Voling,\n\nich unterschreibe.\n\nMit freundlichen Grüßen\nJon Harkness\n", ["ich unterschreibe."]),
    "french": ("Bonjour Petra,\n\nJe signe vendredi.\n\nCordialement,\n\nJon\n", ["Je signe vendredi."]),
    "russian": ("Уважаемая Петра!\n\nЯ подпишу в пятницу.\n\nС уважением,\nJon\n", ["Я подпишу в пятницу."]),
    "polish": ("Szanowna Pani,\n\nPodpiszę w piątek.\n\nPozdrawiam\nJon\n", ["Podpiszę w piątek."]),
    "a dash before the name": ("I sign on Friday.\n\nThanks,\n\n– Jon\n", ["I sign on Friday."]),
    "another's name is an answer": ("Who signs?\n\nPetra\n", ["Who signs?", "Petra"]),
    "thanks for a thing are words": ("Thanks for the boat.\n\nDear friends know it.\n", ["Thanks for the boat.", "Dear friends know it."]),
}  # fmt: skip


@pytest.mark.parametrize(("text", "words"), COURTESIES.values(), ids=COURTESIES)
def test_greetings_and_signatures_are_no_statements(text: str, words: list[str]) -> None:
    assert [spoken for _, _, spoken in said(HEAD + PLAIN + text)] == words


SAVED = {
    "marked lines": (
        "I never signed it.\n\nBen Orr\n\nOn Mar 2, 2031, at 9:05 AM, Nina Corvo wrote:\n\n"
        "> We have your signature.\n>\n> Nina\n",
        [("Nina Corvo", "2031-03-02", "We have your signature.")],
    ),
    "marked twice": (
        "No.\n\nOn 2 March 2031 at 9:05, Nina Corvo <nina@quay.example> wrote:\n> See below.\n>\n"
        "> On 1 March 2031 at 8:00, Ben Orr wrote:\n>> I want to see the lease.\n",
        [("Nina Corvo", "2031-03-02", "See below."), ("Ben Orr", "2031-03-01", "I want to see the lease.")],
    ),
    "with its head, in German": (
        "Von: Ben Orr\nAn: Nina Corvo\nBetreff: Pacht\n\nIch komme am Freitag.\n\n"
        "Am 02.03.2031 um 09:05 schrieb Nina Corvo:\n> Wir treffen uns am Freitag.\n",
        [("Ben Orr", None, "Ich komme am Freitag."), ("Nina Corvo", "2031-03-02", "Wir treffen uns am Freitag.")],
    ),
}


@pytest.mark.parametrize(("text", "expected"), SAVED.values(), ids=SAVED.keys())
def test_a_mail_saved_as_text_is_its_writers(text: str, expected: list[tuple[str, str | None, str]]) -> None:
    found = _document("a.txt", "a.txt", read_text(text.encode())[0])
    turns = [each for each in analyse(found).statements if each.kind == "turn"]
    assert [(each.speaker, each.said_on or None, found.text[each.start : each.end]) for each in turns] == expected


@pytest.mark.parametrize(
    "text", ["> “We go,” Orr said.\n\nThey went.\n", "Orr wrote:\n\n- One\n- Two\n", "1 > 0\n> prompt\n"]
)
def test_a_text_with_quotations_is_no_mail(text: str) -> None:
    (found,) = read_text(text.encode())
    assert (found.text, found.turns) == (text, ())

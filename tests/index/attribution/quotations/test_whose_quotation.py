"""Whose a quotation or a reported clause is, by the cue beside it and by what stands around."""

from __future__ import annotations

import pytest

from tests.index.analysed import named
from tests.index.attribution.said import said


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Mayor Odran Tell came. “We will build it,” Tell said.",
            [("Odran Tell", "direct", "We will build it,")],
            id="after",
        ),
        pytest.param(
            "Our oldest singer, **Mira Quill** (alto, joined 1971), writes: “I need my copy.”",
            [("Mira Quill", "direct", "I need my copy.")],
            id="a name in bold beside who she is",
        ),
        pytest.param(
            "Mira Quill replied: “Nobody asked us.”",
            [("Mira Quill", "direct", "Nobody asked us.")],
            id="before with colon",
        ),
        pytest.param(
            "“It is shut,” said Palo Brandt. “For weeks.”",
            [("Palo Brandt", "direct", "It is shut,"), ("Palo Brandt", "direct", "For weeks.")],
            id="goes on after the cue",
        ),
        pytest.param(
            "Palo Brandt said that the bridge would close.",
            [("Palo Brandt", "reported", "the bridge would close")],
            id="that",
        ),
        pytest.param(
            "“Down with the harbour!” read a banner.", [("a banner", "direct", "Down with the harbour!")], id="thing"
        ),
        pytest.param(
            "CIA spokesman Palo Trapp came. “No comment,” CIA spokesman Palo Trapp said.",
            [("Palo Trapp", "direct", "No comment,")],
            id="a title in small letters",
        ),
        pytest.param(
            "“It is lost,” said one former harbour aide who asked not to be named.",
            [("one former harbour aide", "direct", "It is lost,")],
            id="somebody described",
        ),
        pytest.param(
            "“It rains,” said Sen. Mira Quill (V-Vesk), who was wet.",
            [("Mira Quill", "direct", "It rains,")],
            id="in brackets",
        ),
        pytest.param(
            "Mira Quill attacked Odran Tell on Monday, calling him “a man of straw and wire.”",
            [("Mira Quill", "direct", "a man of straw and wire.")],
            id="participle",
        ),
        pytest.param(
            "“The first part has no end.\n\n“The second part ends,” Odran Tell said.",
            [("Odran Tell", "direct", "The first part has no end."), ("Odran Tell", "direct", "The second part ends,")],
            id="two paragraphs",
        ),
        pytest.param(
            '“Mixed marks close too," Odran Tell said.',
            [("Odran Tell", "direct", "Mixed marks close too,")],
            id="mixed marks",
        ),
        pytest.param(
            "The ferry is late, Odran Tell said.", [("Odran Tell", "reported", "The ferry is late")], id="said last"
        ),
        pytest.param(
            "According to Odran Tell, the ferry is late.",
            [("Odran Tell", "reported", "the ferry is late")],
            id="according to",
        ),
        pytest.param("They called it the “old town” quarter.", [], id="a term in marks is no statement"),
        pytest.param(
            'Odran Tell said: "Straight marks are read too."',
            [("Odran Tell", "direct", "Straight marks are read too.")],
            id="straight",
        ),
    ],
)
def test_who_said_it(text: str, expected: list[tuple[str | None, str, str]]) -> None:
    assert said(text) == expected


@pytest.mark.parametrize("mark", "'’")
def test_the_genitive_of_a_name_in_s_is_no_part_of_it(mark: str) -> None:
    assert [each[0] for each in said(f"Weiss{mark} suggestion that the ferry would be late was denied.")] == ["Weiss"]


# Words like these are what the rules are for: (name, text, what is said by whom).
CASES = [
    pytest.param(
        "“We have grain,” President Odran Tell said, “but not enough trucks to move it.”",
        [("Odran Tell", "direct", "We have grain,"), ("Odran Tell", "direct", "but not enough trucks to move it.")],
        id="split",
    ),
    pytest.param(
        "“The dam is safe,” Mira Quill, an engineer with 30 years of service, said.",
        [("Mira Quill", "direct", "The dam is safe,")],
        id="aside before the verb",
    ),
    pytest.param(
        "Kestrian President Odran Tell received Vaslandic President Runa Holt.\n\n"
        "“It stays,” the Vaslandic president said."
        "\n\n“So does ours,” the Kestrian leader replied.",
        [("Runa Holt", "direct", "It stays,"), ("Odran Tell", "direct", "So does ours,")],
        id="roles of lands nobody knows",
    ),
    pytest.param(
        "“I heard him shout: ‘Stop there!’ and ran,” Mira Quill said of Odran Tell.",
        [("Mira Quill", "direct", "I heard him shout: ‘Stop there!’ and ran,")],
        id="an inner speaker who is not named is left out",
    ),
    pytest.param(
        "‘The farmers’ union won’t wait,’ said Bram Oster.",
        [("Bram Oster", "direct", "The farmers’ union won’t wait,")],
        id="British marks and apostrophes",
    ),
    pytest.param(
        "„Wir bleiben hier“, Chancellor Petra Lind said.",
        [("Petra Lind", "direct", "Wir bleiben hier")],
        id="low marks",
    ),
    pytest.param(
        "« Le pont ouvre en mai », Mayor Luc Armel said.",
        [("Luc Armel", "direct", "Le pont ouvre en mai")],
        id="guillemets",
    ),
    pytest.param("``It is late,'' said Luc Armel.", [("Luc Armel", "direct", "It is late,")], id="marks of old type"),
    pytest.param("The so-called “peace tax” is off, the ministry said.", [], id="so-called"),
    pytest.param(
        "Runa Holt signed copies of her memoir “The Long Winter of Vasland” and said nothing of the border.",
        [],
        id="a title",
    ),
    pytest.param(
        "Ilse Varga called it “a bridge to nowhere” and said it would “bankrupt three towns.”",
        [
            ("Ilse Varga", "direct", "a bridge to nowhere"),
            ("Ilse Varga", "direct", "bankrupt three towns."),
        ],
        id="one subject, two quotations",
    ),
    pytest.param(
        "Odran Tell told Holt’s envoy, Bram Oster, that “patience has an end.”",
        [("Odran Tell", "direct", "patience has an end.")],
        id="who is told speaks not",
    ),
    pytest.param(
        "The Kestrian Foreign Ministry issued a statement on Monday. “No talks are planned,” the statement read.",
        [("Kestrian Foreign Ministry", "direct", "No talks are planned,")],
        id="the issuer of a statement",
    ),
    pytest.param("Odran Tell never said “we surrender to nobody.”", [], id="denied"),
    pytest.param(
        'The 6" pipe and the 12" valve broke. "Nobody was hurt," Mira Quill said.',
        [("Mira Quill", "direct", "Nobody was hurt,")],
        id="inches",
    ),
    pytest.param(
        "“The market opens on Sunday, Ilse Varga said. Vendors were glad.\n\n“It is time,” said Luc Armel.",
        [
            ("Ilse Varga", "direct", "The market opens on Sunday,"),
            ("Luc Armel", "direct", "It is time,"),
        ],
        id="a missing mark ends before its cue",
    ),
    pytest.param(
        "Mira Quill warned against a second bridge over the Vesk.",
        [("Mira Quill", "reported", "a second bridge over the Vesk")],
        id="warned against",
    ),
    pytest.param(
        "Nobody, Mira Quill said, had asked the fishermen.",
        [("Mira Quill", "reported", "Nobody, Mira Quill said, had asked the fishermen")],
        id="a cue in the midst",
    ),
    pytest.param(
        "«Мы построим порт», — сказал президент России Одран Телл. «Это займёт два года», — добавил он.",
        [("Одран Телл", "direct", "Мы построим порт"), ("Одран Телл", "direct", "Это займёт два года")],
        id="Russian",
    ),
    pytest.param(
        "«Межа лишиться відкритою», — наголосив Одран Телл.",
        [("Одран Телл", "direct", "Межа лишиться відкритою")],
        id="Ukrainian",
    ),
    pytest.param(
        "«Мяжа застанецца адкрытай», — адзначыў прэзідэнт Одран Тэл.",
        [("Одран Тэл", "direct", "Мяжа застанецца адкрытай")],
        id="Belarusian",
    ),
    pytest.param(
        "„Granica pozostanie otwarta” – powiedział prezydent Odran Tell. „To zajmie dwa lata” – dodał.",
        [("Odran Tell", "direct", "Granica pozostanie otwarta"), ("Odran Tell", "direct", "To zajmie dwa lata")],
        id="Polish",
    ),
    pytest.param(
        "Одран Телл отметил, что порт откроется в мае.",
        [("Одран Телл", "reported", "порт откроется в мае")],
        id="Russian, reported",
    ),
    pytest.param(
        "Interview with Ilse Varga, transport minister\n\nQ: Will you resign?\n\nA: No.\n\n"
        "Q: And the ferry?\n\nA: In June.",
        [
            ("interviewer", "turn", "Will you resign?"),
            ("Ilse Varga", "turn", "No."),
            ("interviewer", "turn", "And the ferry?"),
            ("Ilse Varga", "turn", "In June."),
        ],
        id="interview",
    ),
    pytest.param(
        "MODERATOR: Welcome.\n\nPRESIDENT TELL: (Applause.) Thank you. [Laughter.]\n\nMS. VARGA: It is ready.",
        [("MODERATOR", "turn", "Welcome."), ("TELL", "turn", "Thank you."), ("VARGA", "turn", "It is ready.")],
        id="transcript with stage directions",
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_a_case(text: str, expected: list[tuple[str | None, str, str]]) -> None:
    assert said(text) == expected


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Next up, Jo: “It is the worst thing,” Alex Tarr says in his letter to her.", "Alex Tarr"),
        ("On to Mira Quill: “You were right,” Odo Lask writes to her.", "Odo Lask"),
        ("Jo Marsh: “It is the worst thing,” Alex Tarr says.", "Alex Tarr"),
        ("Ida Voss: “We will pay,” she said.", "Ida Voss"),
        ("Ida Voss: “We will pay.” Odo Lask said so too.", "Ida Voss"),
    ],
)
def test_a_name_before_a_colon_yields_to_who_says_it_behind(text: str, speaker: str) -> None:
    found = said(f"Mayor Ida Voss and Alex Tarr met in Eskby on Monday. Jo Marsh was there.\n\n{text}\n")
    assert [each[0] for each in found if each[1] == "direct"] == [speaker]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Reuters said Monday that the “rough winter” cost the state a million.", "rough winter"),
        ("The Eskby News Agency reported that the mayor would sell the “three pillars” of the town.", "three pillars"),
        ("Xinhua said the “barrel affair of the north” had ended.", "barrel affair"),
    ],
)
def test_a_phrase_in_marks_in_an_agencys_report_is_not_surely_the_agencys(text: str, words: str) -> None:
    assert named(text, words) is None


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("“We stand by what we wrote,” Reuters said.", "Reuters"),
        ("The Vesk Water Board said the “rough winter of the north” cost it a million.", "The Vesk Water Board"),
        ("Ida Voss of the Eskby News Agency said she had seen “a rough winter of it.”", "Ida Voss"),
    ],
)
def test_what_an_agency_says_itself_and_what_others_say_stays_theirs(text: str, speaker: str) -> None:
    words = "We stand" if "We stand" in text else "rough winter"
    assert named(text, words) == speaker


@pytest.mark.parametrize(
    "text",
    [
        "A spokesman for Ruiz said on Monday she was ill. Lund’s spokesman said that the tram would be sold. “It costs "
        "too much,” the spokesman added.",
        "The plan is dead, a spokeswoman for Eskby Airways said. The trust’s spokeswoman, Nora Beck, said the runway "
        "was clear. “It costs too much,” the spokeswoman said.",
        "The lawyer for Orme said he was calm. Tell was not, and her lawyer said so. “It costs too much,” the "
        "lawyer said.",
    ],
)
def test_another_ones_spokesman_is_not_the_one_whom_a_text_names_by_body(text: str) -> None:
    assert not {"Ruiz", "Airways", "Orme"} & set((named(text, "It costs") or "").split())


@pytest.mark.parametrize(
    "text",
    [
        "A spokesman for Ruiz said on Monday she was ill. “It costs too much,” the spokesman added.",
        "A spokesman for Ruiz said she was ill. Ruiz’s spokesman would say no more. “It costs too much,” the spokesman "
        "added.",
    ],
)
def test_the_only_spokesman_of_a_text_is_told_with_whose_he_is(text: str) -> None:
    assert named(text, "It costs") == "A spokesman for Ruiz"

from __future__ import annotations

import json
import time
from dataclasses import replace
from pathlib import Path

import pytest

from index.attribution.attribute import analyse, attributes
from index.people.people import role_key, split_title
from index.read.load import Found, load
from index.records import Document, Statement
from tests.conftest import SAMPLE


def document(text: str) -> Document:
    return Document("a.txt", "a.txt", "A", "2031-01-01", None, None, None, text, "0")


def said(text: str) -> list[tuple[str | None, str, str]]:
    found = document(text)
    return [(each.speaker, each.kind, text[each.start : each.end]) for each in analyse(found).statements]


def sample_statements() -> tuple[Document, list[Statement]]:
    path = next(Path(SAMPLE).glob("*.txt"))
    found = next(iter(load(Found(path, path.name))))
    assert isinstance(found, Document)
    return found, analyse(found).statements


def test_every_quotation_of_the_sample_has_its_speaker() -> None:
    found, statements = sample_statements()
    assert len(statements) == 10
    told = next(each for each in statements if found.text[each.start : each.end] == "I understand.")
    assert (told.speaker, told.reported_by) == ("Donald Trump", "Aleksandr Lukashenko")
    others = [each for each in statements if each != told]
    assert {each.speaker for each in others} == {"Aleksandr Lukashenko"}
    assert {each.said_on for each in statements} == {"2025-09-11"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Mayor Odran Tell came. “We will build it,” Tell said.",
            [("Odran Tell", "direct", "We will build it,")],
            id="after",
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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "''It is shut,'' Palo Brandt said, waving from the bridge. ''It stays shut.''",
            [
                (
                    "Palo Brandt",
                    "reported",
                    "''It is shut,'' Palo Brandt said, waving from the bridge. ''It stays shut.''",
                )
            ],
            id="an utterance is one statement, its cue in the midst",
        ),
        pytest.param("''Harbours,'' the play, opens in May.", [], id="a title"),
        pytest.param("The pipe ran 12' 30'' along the quay, and the valve 3' 10'' above it.", [], id="measures"),
        pytest.param(
            "Palo Brandt said that the ''old town'' quarter would close.",
            [("Palo Brandt", "reported", "the ''old town'' quarter would close")],
            id="a term in a clause",
        ),
    ],
)
def test_utterances_between_pairs_of_apostrophes(text: str, expected: list[tuple[str | None, str, str]]) -> None:
    assert said(text) == expected


def test_a_missing_mark_ends_with_its_paragraph() -> None:
    text = "Odran Tell said: “This mark is never closed.\n\nThe council met on Monday and decided nothing."
    assert [words for _, _, words in said(text)] == ["This mark is never closed."]


def test_a_transcript_gives_turns() -> None:
    text = "ODRAN TELL: Good morning.\nMIRA QUILL: Is it?\nODRAN TELL: It was.\n"
    assert said(text) == [
        ("Odran Tell", "turn", "Good morning."),
        ("Mira Quill", "turn", "Is it?"),
        ("Odran Tell", "turn", "It was."),
    ]


def test_headings_with_a_colon_are_no_transcript() -> None:
    text = (
        "Win or go home: what each needs on Sunday\n\nBrandt: Now or never.\n\nBrandt has held a hundred meetings. "
        "“We are not leaving this town,” Palo Brandt said.\n\nQuill: Just hang on.\n\n"
        "No one has less at stake than Quill.\n\nHolt: See you "
        "later?\n\nMany doubt that Holt will stay to the end of it.\n"
    )
    assert [each for each in said(text) if each[1] != "reported"] == [
        ("Palo Brandt", "direct", "We are not leaving this town,")
    ]


def test_what_follows_a_turn_and_speaks_of_its_speaker_is_none_of_it() -> None:
    text = (
        "Tell: The bridge will hold\n\nOdran Tell met the press.\n\nMIRA QUILL: Will it hold?\n\nODRAN TELL: It will."
        "\n\nMIRA QUILL: For how long?\n\nODRAN TELL: We built it well.\n\nIt is Tell who asks, I said.\n\n"
        "The day after, Tell opened it.\n"
    )
    assert [words for _, kind, words in said(text) if kind == "turn"] == [
        "Will it hold?",
        "It will.",
        "For how long?",
        "We built it well.",
        "It is Tell who asks, I said.",
    ]


def test_a_table_of_figures_is_no_transcript() -> None:
    assert said("Votes so far\n\nTell: 1,769.\nQuill: 1,501.\nHolt: 22.\nTell: 547.\nQuill: 46.\n") == []


@pytest.mark.parametrize(
    ("headline", "words"),
    [
        ("Brandt: ‘We will build the ferry.’", ["We will build the ferry this year,"]),
        ("Brandt: ‘We Will Never Ever Build A Ferry.’", ["We will build the ferry this year,"]),
        (
            "Brandt: ‘We want ships, not bridges.’",
            ["We want ships, not bridges.", "We will build the ferry this year,"],
        ),
    ],
)
def test_words_of_a_headline_are_told_once(headline: str, words: list[str]) -> None:
    text = f"{headline}\n\n“We will build the ferry this year,” said Palo Brandt, the mayor.\n"
    assert [each for _, _, each in said(text)] == words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Odran Tell, the mayor, believed in ferries.", True),
        ("Ferries are best, said Mayor Odran Tell.", True),
        ("According to the memoirs of Tell, it rained.", True),
        ("He said that people like Tell were to blame.", False),
        ("They showed Tell the plans.", False),
    ],
)
def test_whether_a_text_tells_what_somebody_said(text: str, expected: bool) -> None:
    assert attributes(text, "Odran Tell") is expected


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("the Belarusian leader", "head-of-state Belarus"),
        ("President of Poland", "head-of-state Poland"),
        ("the prime minister", "head-of-government"),
        ("a fisherman", None),
    ],
)
def test_role_key(phrase: str, expected: str | None) -> None:
    assert role_key(phrase) == expected


@pytest.mark.parametrize(
    ("phrase", "name", "title_words"),
    [
        ("Belarusian President Aleksandr Lukashenko", "Aleksandr Lukashenko", "Belarusian President"),
        ("Mr Tell", "Tell", "Mr"),
        ("Odran Tell", "Odran Tell", ""),
    ],
)
def test_split_title(phrase: str, name: str, title_words: str) -> None:
    assert split_title(phrase) == (name, title_words)


def test_a_speech_belongs_to_whom_its_title_names() -> None:
    text = "My friends, we have built a harbour. I thank you. Our boats will come, and we shall greet them."
    speech = replace(document(text), title="Remarks by President Odran Tell Before the Council of Vesk")
    assert {(each.speaker, each.kind) for each in analyse(speech).statements} == {("Odran Tell", "turn")}
    report = replace(document("The harbour of Vesk is built."), title="Remarks by President Odran Tell")
    assert analyse(report).statements == []


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


MARKS = [
    pytest.param(
        "\"She called him 'above the law,' \" said Palo Brandt, an engineer.",
        [("Palo Brandt", "direct", "She called him 'above the law,'")],
        id="a closing mark set off from an inner one",
    ),
    pytest.param(
        "In ‘08 it rained. “It ends the ‘blame game’ and the rest,” Palo Brandt said.",
        [("Palo Brandt", "direct", "It ends the ‘blame game’ and the rest,")],
        id="an elision with the wrong mark and an inner term",
    ),
    pytest.param('The page holds <a rel="look at all of this now">a link</a>.', [], id="markup"),
    pytest.param(
        "The guests of the evening were on “The Late Show With Palo Brandt,” which ended at ten.",
        [],
        id="a title with its comma inside",
    ),
    pytest.param(
        "“Ferry to close at the end of May,” by Ana Ruiz: http://vesk.example", [], id="a headline and its author"
    ),
    pytest.param(
        "Palo Brandt wrote: “Let us go. We can do it.’ Brandt was there that Sunday. The “old port” was shut.",
        [("Palo Brandt", "direct", "Let us go. We can do it.")],
        id="a single mark closes what a double one opened",
    ),
    pytest.param(
        'Palo Brandt spoke of a "common port" and about"joint work between our two towns."',
        [("Palo Brandt", "direct", "joint work between our two towns.")],
        id="an opening mark with no space before it",
    ),
    pytest.param(
        "Palo Brandt says “river farmers” don’t support it and that “all along the bank nobody is asking for it.”",
        [
            ("Palo Brandt", "direct", "river farmers"),
            ("Palo Brandt", "direct", "all along the bank nobody is asking for it."),
        ],
        id="the second of two things that a verb holds",
    ),
    pytest.param(
        "Palo Brandt runs a business billed as “the last stop for people who sail” and likes it.",
        [],
        id="a name for a thing",
    ),
    pytest.param(
        "Palo Brandt did not think it would last long: “The wind will take it.”",
        [("Palo Brandt", "direct", "The wind will take it.")],
        id="what a colon gives as the reason is said",
    ),
]


@pytest.mark.parametrize(("text", "expected"), MARKS)
def test_which_marks_hold_words(text: str, expected: list[tuple[str | None, str, str]]) -> None:
    assert [each for each in said(text) if each[1] == "direct"] == expected


def test_a_quotation_in_a_quotation_names_who_tells_it() -> None:
    text = "“I told Holt: ‘We will not sign.’ She answered: ‘Then we wait.’ Yes,” Odran Tell recalled of Runa Holt."
    inner = [
        (each.speaker, each.reported_by, text[each.start : each.end])
        for each in analyse(document(text)).statements
        if each.reported_by
    ]
    assert inner == [
        ("Odran Tell", "Odran Tell", "We will not sign."),
        ("Runa Holt", "Odran Tell", "Then we wait."),
    ]


def test_a_reported_chain_gives_the_words_to_the_last() -> None:
    text = "Bram Oster said that Runa Holt had told him the treaty was “dead and buried.”"
    (found,) = analyse(document(text)).statements
    assert (found.speaker, found.reported_by) == ("Runa Holt", "Bram Oster")


def test_a_quotation_in_a_speech_is_whose_it_is() -> None:
    text = "My friends, we thank you. Mira Quill said: “We shall not sell the boats.” I say it with her, as do we."
    speech = replace(document(text), title="Speech", speaker="Odran Tell")
    found = [(each.speaker, each.kind, each.reported_by) for each in analyse(speech).statements]
    assert found == [("Odran Tell", "turn", None), ("Mira Quill", "direct", "Odran Tell")]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("“It rains,” Odran Tell said.", "2031-01-01"),
        ("“It rains,” Odran Tell said on Monday.", "2030-12-30"),
        ("Yesterday Odran Tell said: “It rains here.”", "2030-12-31"),
        ("“It rains,” Odran Tell said on 5 May.", "2030-05-05"),
        ("“It rains,” Odran Tell said on May 5, 2019.", "2019-05-05"),
        ("“It rains,” Odran Tell said in 2008.", "2008"),
        ("“It rains,” Odran Tell said after Monday’s vote.", "2031-01-01"),
        ("Odran Tell said on Tuesday that it would rain all week.", "2030-12-31"),
        ("Odran Tell said that the strike of 5 May would cost them dear.", "2031-01-01"),
    ],
)
def test_the_day_on_which_it_was_said(text: str, day: str | None) -> None:
    (found,) = analyse(document(text)).statements
    assert found.said_on == day


def test_a_dateline_stands_in_for_a_published_day() -> None:
    text = "VESK, May 5, 2019 (KNA) — The council met. “It rains,” Odran Tell said on Friday."
    undated = replace(document(text), published=None)
    assert [each.said_on for each in analyse(undated).statements] == ["2019-05-03"]


TRICKY = Path(__file__).resolve().parents[4] / "shared" / "tricky_quotes.jsonl"


def test_the_tricky_cases() -> None:
    if not TRICKY.is_file():
        pytest.skip("the shared tricky cases are not here")
    failed = []
    for line in TRICKY.read_text(encoding="utf-8").splitlines():
        case = json.loads(line)
        text = case["text"]
        found = [(text[each.start : each.end], each.speaker) for each in analyse(document(text)).statements]
        missing = [each for each in case["expected"] if (each["text"], each["speaker"]) not in found]
        if missing or any(words in case["not_speech"] for words, _ in found):
            failed.append((case["id"], missing, found))
    assert failed == []


HOSTILE = {
    "straight marks": '"' * 100_000,
    "single marks for double ones": "Ana said “x.’ Ba " * 6_000,
    "empty labels": ":\n" * 50_000,
    "marks and words": '"a ' * 33_000,
    "curly marks": "“”" * 50_000,
    "open marks": "“a " * 33_000,
    "an open mark a paragraph": "“A b c.\n\n" * 10_000,
    "capitals": "Ana Ruiz " * 11_000,
    "initials": "A " * 50_000,
    "cues": "“a,” he said. " * 7_000,
    "nested": "“I said ‘a ‘b ‘c " * 6_000,
    "roles": "the head of state " * 5_500,
    "according": "according to " * 7_700,
    "that": "Ana said that " * 7_000,
    "labels": "A: b\n" * 20_000,
    "asides": "Ana Ruiz, the, the, " * 5_000,
}


@pytest.mark.parametrize("name", sorted(HOSTILE))
def test_hostile_text_takes_no_time(name: str) -> None:
    started = time.process_time()
    analyse(document(HOSTILE[name][:100_000]))
    # Half of it on a quiet machine; minutes for what grows with the square.
    assert time.process_time() - started < 5

from __future__ import annotations

import time
from dataclasses import replace
from pathlib import Path

import pytest

from index.load import Found, load
from index.records import Document, Statement
from index.speakers import analyse, attributes, role_key, split_title
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
            "“Down with the harbour!” read a banner.", [(None, "direct", "Down with the harbour!")], id="nobody"
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


HOSTILE = {
    "straight marks": '"' * 100_000,
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
    assert time.process_time() - started < 2

"""Conversations are kept whole, by visitor, and what is broken on disk is passed over."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from rag.pipeline import Pipeline
from rag.records import Turn
from ui.conversations import FOLDER, GOLD, Conversation, Exchange, Shelf, keep_as_gold

ONE, OTHER = "a" * 32, "b" * 32


@pytest.mark.parametrize(
    "question",
    [
        "What did Odran Tell say about the harbour?",
        "What did Mira Quill say about zeppelins?",
        "Did Tell say “The harbour cost fifty million crowns and took six years”?",
        "List all statements by Odran Tell about the harbour",
        "How much did the harbour cost?",
    ],
)
def test_an_answer_comes_back_as_it_was(gazette: Pipeline, tmp_path: Path, question: str) -> None:
    shelf = Shelf(tmp_path, ONE)
    kept = Conversation(exchanges=[Exchange(question, gazette.ask(Turn(question)), without=("speaker",))])
    shelf.save(kept)
    assert shelf.load(kept.id) == kept


def test_nobody_sees_anothers_conversations(tmp_path: Path) -> None:
    kept = Conversation(exchanges=[Exchange("Who opened the harbour?", error="No.")])
    Shelf(tmp_path, ONE).save(kept)
    assert Shelf(tmp_path, OTHER).load(kept.id) is None
    assert Shelf(tmp_path, OTHER).listed() == []
    Shelf(tmp_path, OTHER).delete(kept.id)
    assert Shelf(tmp_path, ONE).load(kept.id) == kept


def test_conversations_are_found_by_their_words_renamed_and_deleted(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path, ONE)
    first = Conversation(exchanges=[Exchange("Who opened the harbour?", error="No.")])
    second = Conversation(exchanges=[Exchange("Who mends the bridge?", error="No.")], title="Roads")
    shelf.save(first)
    shelf.save(second)
    assert [each.id for each in shelf.listed("BRIDGE")] == [second.id]
    assert [each.id for each in shelf.listed("roads bridge")] == [second.id]
    assert {each.id for each in shelf.listed()} == {first.id, second.id}
    first.title = "Ships"
    shelf.save(first)
    assert [each.title for each in shelf.listed("ships")] == ["Ships"]
    shelf.delete(first.id)
    assert [each.id for each in shelf.listed()] == [second.id]


@pytest.mark.parametrize(
    ("question", "title"),
    [
        ("Who opened the harbour?", "Who opened the harbour?"),
        (f"Did Ilse Varn say that {'the quay ' * 9}is open?", f"Did Ilse Varn say that {'the quay ' * 7}…"),
        ("ward" * 30, f"{'ward' * 22}wa …"),
        # Without the beginning of the long word all that was asked about her would be called the same.
        (f"What did {'Anna-' * 30}Quill say?", f"What did {'Anna-' * 16}A…"),
    ],
)
def test_a_long_question_is_a_title_up_to_the_end_of_a_word(tmp_path: Path, question: str, title: str) -> None:
    asked = Conversation(exchanges=[Exchange(question, error="No.")])
    Shelf(tmp_path, ONE).save(asked)
    assert asked.title == title


@pytest.mark.parametrize("key", ["../../etc/passwd", "", "x", "A" * 16, "0" * 15, "0" * 16])
def test_a_key_that_names_nothing_is_nothing(tmp_path: Path, key: str) -> None:
    assert Shelf(tmp_path, ONE).load(key) is None
    Shelf(tmp_path, ONE).delete(key)


@pytest.mark.parametrize("text", ["", "{", "[]", '{"title": 1}', '{"title": "", "changed": "", "exchanges": [{}]}'])
def test_a_broken_file_is_passed_over(tmp_path: Path, text: str) -> None:
    folder = tmp_path / FOLDER / ONE
    folder.mkdir(parents=True)
    (folder / f"{'0' * 16}.json").write_text(text, encoding="utf-8")
    assert Shelf(tmp_path, ONE).listed() == []


def test_an_empty_conversation_is_not_kept(tmp_path: Path) -> None:
    Shelf(tmp_path, ONE).save(Conversation())
    assert not (tmp_path / FOLDER).exists()


def test_a_bad_answer_becomes_a_gold_question(tmp_path: Path) -> None:
    kept = Conversation(exchanges=[Exchange("Who opened the harbour?"), Exchange("And the bridge?")])
    keep_as_gold(tmp_path, kept, 1, "Palo Brandt")
    keep_as_gold(tmp_path, kept, 0, "")
    one, other = (json.loads(line) for line in (tmp_path / GOLD).read_text(encoding="utf-8").splitlines())
    assert (one["question"], one["history"]) == ("And the bridge?", ["Who opened the harbour?"])
    assert (one["answers"], one["answerable"]) == (["Palo Brandt"], True)
    assert (other["answers"], other["answerable"]) == ([], False)

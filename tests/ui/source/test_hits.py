from __future__ import annotations

from index.records import Document, Statement
from ui.source import hits

TEXT = (
    "PALO: The weir is old. The lock is new.\n\nMIRA: The lock leaks.\n\nPALO: It will be mended.\n\nThe weir is old.\n"
)


def document() -> Document:
    return Document("a.txt", "p", "A", None, None, None, None, TEXT, "0")


def said(words: str, speaker: str | None) -> Statement:
    start = TEXT.index(words)
    return Statement("a.txt", start, start + len(words), speaker, "turn", None, None, None, 1.0)


def place(words: str) -> tuple[int, int]:
    return TEXT.index(words), TEXT.index(words) + len(words)


FIRST = said("The weir is old. The lock is new.", "Palo Brandt")
STATEMENTS = (said("It will be mended.", "Palo Brandt"), said("The lock leaks.", "Mira Quill"), FIRST)


def test_the_places_are_all_words_of_the_same_speaker_in_their_order() -> None:
    cited = place("The lock is new.")
    found = hits.of(document(), cited, STATEMENTS)
    assert found.common == "by Palo Brandt"
    assert [TEXT[slice(*each)] for each in found.places] == ["The weir is old. The lock is new.", "It will be mended."]
    assert found.cited == 0


def test_of_the_statement_that_was_cited_the_cited_words_alone_are_shown() -> None:
    cited = place("The lock is new.")
    found = hits.of(document(), cited, STATEMENTS)
    assert found.place(0, cited) == cited
    assert TEXT[slice(*found.place(1, cited))] == "It will be mended."


def test_of_words_of_nobody_who_is_known_the_same_words_are_found() -> None:
    last = TEXT.rindex("The weir is old.")
    cited = (last, last + len("The weir is old."))
    found = hits.of(document(), cited, STATEMENTS)
    assert found.common == "with these words"
    assert found.places == (place("The weir is old."), cited)
    assert found.cited == 1


def test_words_that_are_nowhere_else_have_no_other_place() -> None:
    assert len(hits.of(document(), place("MIRA"), ()).places) == 1
    assert hits.of(document(), (0, 0), ()).places == ()

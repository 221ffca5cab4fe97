from __future__ import annotations

import pytest

from index.records import Document
from index.speakers import analyse
from tests.index.transcripts import Transcript, cases

TRANSCRIPTS = list(cases())


def document(text: str, title: str = "A") -> Document:
    return Document("a.txt", "a.txt", title, "2031-01-01", None, None, None, text, "0")


def turns(text: str, title: str = "A") -> list[tuple[str | None, str]]:
    found = analyse(document(text, title)).statements
    return [(each.speaker, text[each.start : each.end]) for each in found if each.kind == "turn"]


def plain(words: str) -> str:
    return " ".join(words.split())


def test_there_are_sixty_transcripts_of_twelve_forms() -> None:
    assert len(TRANSCRIPTS) == 60
    assert len({each.name.rsplit(" ", 1)[0] for each in TRANSCRIPTS}) == 12


@pytest.mark.parametrize("transcript", TRANSCRIPTS, ids=lambda each: each.name)
def test_words_are_their_labels_and_nobody_elses(transcript: Transcript) -> None:
    found = turns(transcript.text)
    wrong, missed = [], []
    for called, words in transcript.said:
        speakers = {speaker for speaker, spoken in found if plain(words) in plain(spoken) or plain(spoken) in plain(words)}
        named = {speaker for speaker in speakers if speaker}
        wrong += [(words, each) for each in named if not {each.lower(), each.lower().split()[-1]} & called and called]
        wrong += [(words, each) for each in named if not called and each.lower() not in OFFICES]
        missed += [words] if called and not named else []
    everything = [plain(words) for _, words in transcript.said]
    strange = [spoken for _, spoken in found if not any(plain(spoken) in each for each in everything)]
    assert (wrong, missed, strange) == ([], [], [])


OFFICES = {"the presiding officer", "the clerk", "the speaker pro tempore"}
"""Whom the full-stop forms name for a word from elsewhere."""

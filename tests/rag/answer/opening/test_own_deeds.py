"""What somebody does by saying it: "I thank Lund" thanks Lund, and a wish or a report does not."""

from __future__ import annotations

import pytest

from rag.pipeline import Pipeline
from rag.records import Turn
from tests.rag.conftest import Over

SPEECH = {
    "quill.txt": "2 April 2031\n\nMira Quill said: “I thank Lund for its help with the pier.”\n\n"
    "Odran Tell said: “They say that we support Vesk.”\n"
}


@pytest.fixture(scope="module")
def speech(over: Over) -> Pipeline:
    return over(SPEECH)


def test_a_deed_done_by_saying_it_is_a_yes(speech: Pipeline) -> None:
    assert speech.ask(Turn("Did Mira Quill thank Lund?")).opening.startswith("Yes")


def test_what_others_say_is_no_deed_of_ones_own(speech: Pipeline) -> None:
    assert not speech.ask(Turn("Did Odran Tell support Vesk?")).opening.startswith("Yes")

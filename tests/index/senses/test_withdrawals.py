"""Figures and words that their speaker withdraws later in a text."""

from __future__ import annotations

import time

import pytest

from tests.index.analysed import sense_of_cut, statements

HOSPITAL = (
    "Dr Mira Quill of Haven hospital said on Thursday that the waiting time for a hip is eleven months.\n\n"
    "“It is eleven months, and that is eleven months too long,” she told the health committee.\n\n"
    "On Friday she withdrew the figure. “I gave the committee last year’s number,” Quill said. “Today it is eight "
    "months.”"
)
DAM = (
    "“The dam holds 40 million litres,” Odo Lask told the council on Monday. “It is a good dam.”\n\n"
    "Lask later corrected the figure. It is 30 million, the river board says."
)
FERRY = (
    "“The ferry carried 900 people in May,” Ada Holt said.\n\n“It carried 900 cows too,” Odo Lask said. "
    "Holt took the number back on Tuesday."
)
SLUICE = "“The sluice was opened by vandals,” Ada Holt said. “We saw them.”\n\nHolt has since withdrawn the claim."
BOATS = "“We sold 40 boats,” Ada Holt said. She later corrected herself. “I meant 30,” Holt said."


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        pytest.param(HOSPITAL, "It is eleven months", "denied", id="she withdrew the figure"),
        pytest.param(HOSPITAL, "the waiting time for a hip is eleven", "denied", id="the same figure told before"),
        pytest.param(HOSPITAL, "Today it is eight months", "plain", id="what she says then"),
        pytest.param(DAM, "The dam holds 40 million litres", "denied", id="a name corrects the figure"),
        pytest.param(DAM, "It is a good dam", "plain", id="no figure in it"),
        pytest.param(FERRY, "The ferry carried 900 people", "denied", id="took the number back"),
        pytest.param(FERRY, "It carried 900 cows", "plain", id="somebody else’s figure"),
        pytest.param(SLUICE, "The sluice was opened", "denied", id="withdrew the claim"),
        pytest.param(BOATS, "We sold 40 boats", "denied", id="corrected herself"),
        pytest.param(BOATS, "I meant 30", "plain", id="the correction itself"),
        pytest.param(
            "“We sold 40 boats,” Ada Holt said.\n\n“I corrected the figure in the book,” Odo Lask said.",
            "We sold 40 boats",
            "plain",
            id="somebody tells it in his own words",
        ),
        pytest.param(
            "“We sold 40 boats,” Ada Holt said.\n\nThe council withdrew the figures it had sent in May.",
            "We sold 40 boats",
            "plain",
            id="somebody else withdraws",
        ),
    ],
)
def test_a_figure_withdrawn_later_is_denied(text: str, words: str, expected: str) -> None:
    assert sense_of_cut(text, words) == expected


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("“I said 412,000 and I was wrong,” Ada Holt said.", "I said 412,000", "denied"),
        ("“We told you it was shut. That was wrong,” Ada Holt said.", "We told you it was shut", "denied"),
        ("“I named nine boats, but it was a mistake,” Ada Holt said.", "I named nine boats", "denied"),
        ("“I said 412,000 and I was wrong,” Ada Holt said.", "I said 412,000 and I was wrong", "plain"),
        ("“I sold the mill and I was wrong,” Ada Holt said.", "I sold the mill", "plain"),
        ("“I said 412,000 and she was wrong,” Ada Holt said.", "I said 412,000", "plain"),
    ],
)
def test_ones_own_words_said_to_be_wrong(text: str, words: str, expected: str) -> None:
    assert sense_of_cut(text, words) == expected


def test_many_withdrawals_take_linear_time() -> None:
    text = "“I said 40 and I was wrong,” Ada Holt said. She withdrew the figure.\n\n" * 2_000
    started = time.perf_counter()
    assert statements(text)
    assert time.perf_counter() - started < 60

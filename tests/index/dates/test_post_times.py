"""The times of posts on a live page, whichever of them stands first."""

from __future__ import annotations

import pytest

from index.dates.post_times import post_time

LIVE = "Dam: live\n\n21:40 All is quiet.\n\n8.15 The gate is shut.\nIt creaks.\n\n**07:05** Rain falls.\n"


@pytest.mark.parametrize(("words", "time"), [("Dam", ""), ("quiet", "21:40"), ("creaks", "08:15"), ("Rain", "07:05")])
def test_words_have_the_time_of_their_post(words: str, time: str) -> None:
    assert post_time(LIVE, LIVE.index(words)) == time


def test_one_line_with_a_time_is_no_live_page() -> None:
    assert not post_time("10.30 Coffee is served.\nAll come.\n", 20)

import sys
from concurrent.futures import ThreadPoolExecutor

import pytest
import snowballstemmer

from index.text.stems import content_words, stem, words


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("neighbours", "neighbors"),
        ("the harbour", "the harbor"),
        ("organised", "organizing"),
        ("Poland’s", "Poland"),
        ("naïve", "naive"),
        ("U.S.", "USA"),
    ],
)
def test_the_same_word_in_another_form(one: str, other: str) -> None:
    assert words(one) == words(other)


@pytest.mark.parametrize(("one", "other"), [("our", "or"), ("hours", "hors"), ("U.S.", "us"), ("source", "sorce")])
def test_other_words_stay_apart(one: str, other: str) -> None:
    assert words(one) != words(other)


def test_content_words_leave_the_rest_out() -> None:
    assert content_words("What did they say of the drones?") == ["say", "drone"]


def test_threads_do_not_mix_their_words() -> None:
    invented = [f"{letter * 3}{number}nationalisations" for letter in "bcdfghjk" for number in range(1_000)]
    alone = snowballstemmer.stemmer("english")
    interval = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    try:
        with ThreadPoolExecutor(4) as threads:
            assert list(threads.map(stem, invented)) == [alone.stemWord(each.replace("is", "iz")) for each in invented]
    finally:
        sys.setswitchinterval(interval)


@pytest.mark.parametrize(
    "forms",
    [
        "граница границы границе границу границей",
        "школа школы школе школу",
        "переговоры переговоров переговорам",
        "мой моей",
    ],
)
def test_russian_words_meet_in_every_case(forms: str) -> None:
    assert len({stem(each) for each in forms.split()}) == 1


@pytest.mark.parametrize(("one", "other"), [("граница", "гранит"), ("школа", "шкала"), ("край", "краб")])
def test_other_russian_words_stay_apart(one: str, other: str) -> None:
    assert stem(one) != stem(other)

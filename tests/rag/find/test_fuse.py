import pytest

from rag.find.fuse import fused


def test_the_mean_of_normalised_scores_by_hand() -> None:
    words = {"a": 10.0, "b": 5.0, "c": 0.0}
    vectors = {"a": 0.2, "b": 0.6, "d": 0.4}
    found = fused(words, vectors)
    assert found == pytest.approx({"b": 0.75, "a": 0.5, "d": 0.25, "c": 0.0})
    assert list(found) == ["b", "a", "d", "c"]


def test_an_empty_list_does_not_halve_the_other() -> None:
    assert fused({}, {"a": 0.9, "b": 0.1}) == {"a": 1.0, "b": 0.0}


def test_nothing_in_nothing_out() -> None:
    assert fused({}, {}) == {}


def test_equal_scores_count_as_best() -> None:
    assert fused({"a": 1.0, "b": 1.0}) == {"a": 1.0, "b": 1.0}

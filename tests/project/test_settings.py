from pathlib import Path

import pytest

import errors
from settings import Settings, from_environment


def test_defaults_without_variables() -> None:
    assert from_environment({}) == Settings()


def test_each_field_has_its_variable() -> None:
    given = {"ON_THE_RECORD_STORE": "/somewhere", "ON_THE_RECORD_PASSAGE_TOKENS": "64"}
    assert from_environment(given) == Settings(store=Path("/somewhere"), passage_tokens=64)


@pytest.mark.parametrize("value", ["many", "0", "-3", "nan"])
def test_a_value_that_is_no_number_is_refused_by_name(value: str) -> None:
    with pytest.raises(errors.SettingError, match="ON_THE_RECORD_LOCK_SECONDS"):
        from_environment({"ON_THE_RECORD_LOCK_SECONDS": value})


def test_what_can_be_turned_off_is_so_at_zero() -> None:
    assert from_environment({"ON_THE_RECORD_QUESTIONS_PER_MINUTE": "0"}).questions_per_minute == 0
    with pytest.raises(errors.SettingError, match="ON_THE_RECORD_METRICS_PORT"):
        from_environment({"ON_THE_RECORD_METRICS_PORT": "-1"})


def test_the_tree_in_the_docstring_is_the_tree() -> None:
    drawn = set(__import__("re").findall(r"\b\w+Error\b", errors.__doc__ or ""))
    assert drawn == {name for name, value in vars(errors).items() if isinstance(value, type)}

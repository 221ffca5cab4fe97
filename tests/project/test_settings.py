"""Settings: each has its variable, and README's table says of each what the code does without it."""

from __future__ import annotations

import re
from dataclasses import fields, replace
from pathlib import Path

import pytest

import errors
from settings import PREFIX, ROOT, Settings, from_environment
from tests.project.files import pages, product_files

VARIABLES = {PREFIX + each.name.upper(): each.name for each in fields(Settings)}
GIVEN = {
    str: ("something else", "something else"),
    int: ("7", 7),
    float: ("0.25", 0.25),
    type(ROOT): ("/x", Path("/x")),
}
"""What a variable is set to for each kind of field, and what the field is then."""
ROW = re.compile(r"^\| (`ON_THE_RECORD_[^|]*) \| ([^|]*) \|", re.MULTILINE)
OF_TESTS = {"ON_THE_RECORD_TEST_MODEL"}


def table() -> dict[str, str]:
    """Return the default that README's table gives for each variable that it names; `…_X` is X of the row's first."""
    shown: dict[str, str] = {}
    for names, defaults in ROW.findall((ROOT / "README.md").read_text(encoding="utf-8")):
        whole = [each.strip("`").replace("…_", PREFIX) for each in names.split(", ")]
        shown |= dict(zip(whole, defaults.split(", "), strict=True))
    return shown


def written(value: object) -> str:
    """Return a default as the table writes it, without what it may add in brackets."""
    if isinstance(value, Path):
        return f"`{value.relative_to(ROOT)}{'' if value.suffix else '/'}`"
    if isinstance(value, str):
        return f"`{value}`" if value else "none"
    return f"{value:g}"


def test_defaults_without_variables() -> None:
    assert from_environment({}) == Settings()


@pytest.mark.parametrize(("variable", "name"), VARIABLES.items())
def test_each_field_has_its_variable(variable: str, name: str) -> None:
    text, value = GIVEN[type(getattr(Settings(), name))]
    assert from_environment({variable: f" {text} "}) == replace(Settings(), **{name: value}) != Settings()
    assert from_environment({variable: " "}) == Settings()


@pytest.mark.parametrize("value", ["many", "0", "-3", "nan"])
def test_a_value_that_is_no_number_is_refused_by_name(value: str) -> None:
    with pytest.raises(errors.SettingError, match="ON_THE_RECORD_LOCK_SECONDS"):
        from_environment({"ON_THE_RECORD_LOCK_SECONDS": value})


def test_what_can_be_turned_off_is_so_at_zero() -> None:
    assert from_environment({"ON_THE_RECORD_QUESTIONS_PER_MINUTE": "0"}).questions_per_minute == 0
    with pytest.raises(errors.SettingError, match="ON_THE_RECORD_METRICS_PORT"):
        from_environment({"ON_THE_RECORD_METRICS_PORT": "-1"})


def test_readme_has_each_setting_with_its_default() -> None:
    shown = {variable: re.sub(r" \(.*", "", default) for variable, default in table().items()}
    assert shown == {variable: written(getattr(Settings(), name)) for variable, name in VARIABLES.items()}


def test_no_page_or_message_names_a_setting_that_is_not_there() -> None:
    named = {
        (path.name, variable)
        for path in [*pages(), *product_files(), ROOT / "Makefile", ROOT / "Dockerfile"]
        for variable in re.findall(rf"{PREFIX}[A-Z_]*[A-Z]\b", path.read_text(encoding="utf-8"))
    }
    assert {(where, variable) for where, variable in named if variable not in {*VARIABLES, *OF_TESTS}} == set()

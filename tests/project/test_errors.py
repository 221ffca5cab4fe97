"""The tree of errors that users can act on."""

from __future__ import annotations

import re

import errors


def test_the_tree_in_the_docstring_is_the_tree() -> None:
    drawn = set(re.findall(r"\b\w+Error\b", errors.__doc__ or ""))
    assert drawn == {name for name, value in vars(errors).items() if isinstance(value, type)}


def test_a_program_that_catches_the_root_catches_all() -> None:
    kinds = [value for value in vars(errors).values() if isinstance(value, type)]
    assert [kind.__name__ for kind in kinds if not issubclass(kind, errors.OnTheRecordError)] == []

"""Documents named by their file or by their title in quotation marks, anywhere in a phrase."""

from __future__ import annotations

import pytest

from rag.pipeline import Pipeline
from rag.understand.documents.written_out import named_file, titled
from tests.rag.conftest import Over


@pytest.fixture(scope="module")
def files(over: Over) -> Pipeline:
    text = "The pilots of Vesk row out every morning and ask nine crowns for it.\n"
    names = ("vesk-s1e04.md", "salt_article_7.txt", "tide-9.txt")
    return over({name: f"We showed that rowing pays {at}\n\n{text}" for at, name in enumerate(names)})


@pytest.mark.parametrize(
    ("phrase", "found"),
    [
        ("the piece Rowing (salt_article_7.txt)", "salt_article_7.txt"),
        ("vesk-s1e04.md", "vesk-s1e04.md"),
        ("the ferry talk vesk-S1E04.md", "vesk-s1e04.md"),
        ("the salt_article_7 piece", "salt_article_7.txt"),
        ("the speech on tide-9", None),
        ("the salt_article_8.txt piece", None),
    ],
)
def test_by_the_files_name(files: Pipeline, phrase: str, found: str | None) -> None:
    assert named_file(phrase, files.store.catalog) == found


def test_by_the_title_in_marks(files: Pipeline) -> None:
    catalog = files.store.catalog
    assert titled('the Vesk Courier piece "We showed that rowing pays 1"', catalog) == "salt_article_7.txt"
    assert titled('the Vesk Courier piece "We showed that sailing pays"', catalog) is None

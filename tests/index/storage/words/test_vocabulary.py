"""Words of the documents are found by their sound, their spelling and their case, as the documents are now."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from index.records import Document, Passage, text_hash
from index.storage.catalog import Catalog, open_catalog
from index.storage.catalog_tables import StoredDocument
from index.text.stems import stem
from tests.conftest import embedded


def put(catalog: Catalog, name: str, text: str) -> None:
    document = Document(name, "", "Notes", None, None, None, None, text, text_hash(text))
    passage = Passage(name, 0, len(text), 5)
    kept = [(passage, passage.id)]
    catalog.writer.put(StoredDocument(document, name, text_hash(text), passages=kept, statements=[], names=[]), {})


@pytest.fixture
def catalog(tmp_path: Path) -> Iterator[Catalog]:
    opened = open_catalog(embedded(tmp_path))
    put(opened, "a.txt", "Zelensky and the drones at the border. На кордоні.")
    put(opened, "b.txt", "Зеленский spoke.")
    yield opened
    opened.close()


def test_a_name_is_found_in_the_other_script(catalog: Catalog) -> None:
    assert catalog.vocabulary.spelt_otherwise(stem("zelensky")) == {stem("зеленский")}


def test_a_name_is_found_in_another_spelling_once_a_document_has_it(catalog: Catalog) -> None:
    assert catalog.vocabulary.spelt_alike(stem("zelenskyy")) == {stem("zelensky")}
    put(catalog, "c.txt", "Zelenskyj spoke too.")
    assert catalog.vocabulary.spelt_alike(stem("zelenskyy")) == {stem("zelensky"), stem("zelenskyj")}


def test_a_word_is_found_by_its_consonants(catalog: Catalog) -> None:
    assert catalog.vocabulary.with_consonants_of("droans") == ["drone"]


def test_a_word_is_found_in_another_case(catalog: Catalog) -> None:
    assert catalog.vocabulary.in_other_cases(stem("кордон"), "uk") == {stem("кордоні")}
    assert catalog.vocabulary.in_other_cases(stem("ferry"), "uk") == set()

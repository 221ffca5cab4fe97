"""Documents of a few words, written to catalogs and removed from them by chance."""

from __future__ import annotations

import random

import pytest

from index.records import Document, Passage, text_hash
from index.storage.catalog import Catalog
from index.storage.catalog_tables import StoredDocument
from index.storage.words import places
from index.text.stems import words

VOCABULARY = "harbour ferry berth boats mayor said the of a bridge 2031 Łódź naïve don’t U.S. №7 порт 港".split()


def with_drawn_runs(monkeypatch: pytest.MonkeyPatch, draw: random.Random) -> None:
    """Let runs of words be of a drawn size, so that few passages make many of them."""
    monkeypatch.setattr(places, "FRESH_PASSAGES", draw.choice([1, 5, 20, 1_000]))
    monkeypatch.setattr(places, "FRESH_DOCUMENTS", draw.choice([3, 1_000]))
    monkeypatch.setattr(places, "SPAN", draw.choice([2, 6, 50, 2**16]))
    monkeypatch.setattr(places, "BUCKETS", draw.choice([1, 3, 1_024]))


def change(catalogs: list[Catalog], draw: random.Random) -> None:
    """Write or remove one of 25 documents in each catalog."""
    number = draw.randrange(25)
    if draw.random() < 0.2:
        for catalog in catalogs:
            catalog.writer.remove([f"{number}.txt"])
    else:
        put(catalogs, number, draw)


def put(catalogs: list[Catalog], number: int, draw: random.Random) -> None:
    """Write one document of a few passages, or another in its place, into each catalog."""
    parts = [" ".join(draw.choices(VOCABULARY, k=draw.randint(1, 30))) + ". " for _ in range(draw.randint(1, 4))]
    title = " ".join(draw.choices(VOCABULARY, k=3))
    text = "".join(parts)
    document = Document(f"{number}.txt", "", title, None, None, None, None, text, text_hash(text))
    ends = [sum(map(len, parts[: each + 1])) for each in range(len(parts))]
    passages = [Passage(document.id, end - len(part), end, 5) for part, end in zip(parts, ends, strict=True)]
    stored = StoredDocument(
        document=document,
        file=document.id,
        digest=text_hash(text),
        passages=[(each, each.id) for each in passages],
        statements=[],
        names=[],
    )
    for catalog in catalogs:
        catalog.writer.put(stored, {})


def stems(texts: list[str]) -> list[str]:
    return [stem for each in texts for stem in words(each)]

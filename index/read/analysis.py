"""`Document` -> its statements, in a process of its own with a time limit: the chat never waits for it."""

from __future__ import annotations

from index.attribution.attribute import Analysis
from index.read.sandbox import Isolated
from index.records import Document

SECONDS = 60.0
"""For a short text; a longer one may take more (`index.read.sandbox.CHARACTERS_A_SECOND`)."""
_ISOLATED = Isolated(seconds=SECONDS)


def analysed(document: Document) -> Analysis:
    """Return the document's statements and the aliases of the people in it.

    Raises:
        DocumentError: that takes longer than it may, or more memory.
    """
    return _ISOLATED.analyse(document)

"""A summary and who speaks, asked at once: "Sum up the hearing: who gave evidence, and what were their points?"."""

from __future__ import annotations

import re

from index.storage.catalog import Catalog
from rag.understand.broad.forms import EDGES_KEPT, overall

_BOTH = re.compile(
    r"^(?P<first>.+?)(?:[.?!:;,] ?| [-–—] ?|,? and )(?:and )?(?:tell me )?"
    r"(?P<who>who(?:['’]s|se)? (?:all )?(?:spoke|speaks?|talked|"
    r"gave|took|was|were|is|are|said|says|argued|for|against|wants?|took part|came|stood)\b.*|"
    r"what (?:side|sides|position)s? (?:was|were|is|are|did) .+)$",
    re.IGNORECASE,
)


def summary_and_voices(question: str, catalog: Catalog) -> tuple[str, str] | None:
    """Return the question for a document's summary and the one for who speaks in it, where both are asked at once."""
    match = _BOTH.match(question.strip(EDGES_KEPT))
    found = overall(match["first"], catalog) if match else None
    if (
        match is None
        or found is None
        or found.broad.aspect != "summary"
        or not (found.broad.named or found.broad.points or found.broad.several)
        or (found.broad.several and found.topic)
    ):
        return None
    this = "these documents" if found.broad.several else "this document"
    named = f"the {found.broad.what or 'document'} called {found.broad.named}" if found.broad.named else this
    return f"{match['first']}?", f"Who speaks in {named}?"

"""Of somebody's statements the one that says most directly what they hold, where a question asks for their view."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rag.rank.windows import points_back
from rag.records import Documents, Evidence, Query

_ASKS_VIEW = re.compile(
    r"\b(?:position|stance|views?|opinions?|think|thinks|thought|believes?|believed|feels?|felt|attitude|take|stand on"
    r"|see|sees)\b",
    re.IGNORECASE,
)
_HOLDS = re.compile(
    r"\b(?:I|[Ww]e)\b(?: \w+)? (?:support|oppose|stand|reject|believe|think|want|demand|condemn|call|regard|consider"
    r"|welcome|favou?r|must|should|cannot|need|have to|will not|won['’]t|do not|don['’]t"
    r"|(?:are|am) (?:for|against|convinced|ready))\b"
    r"|\b(?:must|should|ought to|unacceptable|unjustifiable|inadmissible|wrong|necessary|essential|crucial"
    r"|stands? (?:for|by|against)|has to|have to|no place|threat|danger|mistake|disgrace|right thing)\b"
)


def most_direct(query: Query, evidence: Sequence[Evidence], documents: Documents) -> Evidence | None:
    """Return the first statement that says what somebody holds, asks or rejects; None where no view is asked for."""
    if not _ASKS_VIEW.search(query.standalone):
        return None
    texts = {
        each: document.text[each.start : each.end]
        for each in evidence
        if (document := documents.document(each.document_id))
    }
    fullest = max((each.coverage for each in evidence), default=0.0)
    holds = (
        each
        for each, text in texts.items()
        if each.coverage >= fullest and _HOLDS.search(text) and not points_back(text)
    )
    return next(holds, None)

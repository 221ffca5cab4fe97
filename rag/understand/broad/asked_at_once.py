"""A summary and who speaks, asked at once: "Sum up the hearing: who gave evidence, and what were their points?"."""

from __future__ import annotations

import re

from index.storage.catalog import Catalog
from rag.phrasing import raised
from rag.records import Broad
from rag.understand.broad.forms import EDGES_KEPT, overall
from rag.understand.broad.scope_words import ONE

_BOTH = re.compile(
    r"^(?P<first>.+?)(?:[.?!:;,] ?| [-–—] ?|,? and )(?:and )?(?:tell me )?"
    r"(?P<who>who(?:['’]s|se)? (?:all )?(?:spoke|speaks?|talked|"
    r"gave|took|was|were|is|are|said|says|argued|for|against|wants?|took part|came|stood)\b.*|"
    r"what (?:side|sides|position)s? (?:was|were|is|are|did) .+)$",
    re.IGNORECASE,
)


_VOICES_FIRST = re.compile(
    r"^(?P<who>who(?:['’]s)? .{3,120}?)(?:[?;,]| and| [-–—])(?: and)? (?:(?P<what>what (?:do|did|are|were|is|was) "
    r"(?:they|he|she|it|each(?: of them)?) "
    r"(?:all |mainly |mostly )?(?:talk|speak|say|discuss|argue|talking|speaking|saying)(?: about)?"
    r"|what(?:['’]?s| is| was) it (?:all |mainly )?about)"
    r"|(?P<one>when|where)(?: and (?P<other>when|where))? (?P<verb>was|were) (?:it|this|that) (?P<made>\S.{2,60}))$",
    re.IGNORECASE,
)
_SUMMARY, _VOICES = "What does it say?", "Who speaks in it?"


def summary_and_voices(question: str, catalog: Catalog) -> list[tuple[str, str]] | None:
    """Return the headings and questions for a document's summary and for who speaks in it, where both are asked."""
    return _summary_first(question, catalog) or _voices_first(question, catalog)


def _voices_first(question: str, catalog: Catalog) -> list[tuple[str, str]] | None:
    match = _VOICES_FIRST.match(question.strip(EDGES_KEPT))
    found = overall(match["who"], catalog) if match else None
    if match is None or found is None or found.broad.aspect != "speakers" or found.speaker:
        return None
    if not (found.broad.named or found.broad.points):
        return None
    voices = (_VOICES, f"{match['who']}?")
    if match["what"]:
        return [voices, (_SUMMARY, f"What is {_called(found.broad)} about?")]
    named = f"the {re.sub('^the ', '', found.broad.named, flags=re.I)} {found.broad.what}".strip()
    asked = [f"{raised(each.lower())} {match['verb']}" for each in (match["one"], match["other"]) if each]
    return [voices, *((f"{each} it {match['made']}?", f"{each} {named} {match['made']}?") for each in asked)]


def _called(broad: Broad) -> str:
    # What is no document's name everywhere ("episode 12") is one by the words beside it.
    what = broad.what if re.fullmatch(ONE, broad.what, re.IGNORECASE) else "document"
    return f"the {what} called {re.sub('^the ', '', broad.named, flags=re.I)}" if broad.named else "this document"


def _summary_first(question: str, catalog: Catalog) -> list[tuple[str, str]] | None:
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
    named = "these documents" if found.broad.several and not found.broad.named else _called(found.broad)
    return [(_SUMMARY, f"{match['first']}?"), (_VOICES, f"Who speaks in {named}?")]

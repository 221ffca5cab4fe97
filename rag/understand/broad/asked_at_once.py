"""Several things asked at once of one document: "Sum up the hearing: who gave evidence, and what do they ask for?"."""

from __future__ import annotations

import re
from typing import NamedTuple

from index.storage.catalog import Catalog
from index.text.expressions import expression
from rag.phrasing import raised
from rag.records import Broad
from rag.understand.broad.forms import EDGES_KEPT, overall
from rag.understand.documents.document_names import named_documents
from rag.understand.documents.scope_words import ONE

_BOTH = expression(
    r"^(?P<first>.+?)(?:[.?!:;,] ?| [-–—] ?|,? and )(?:and )?(?:tell me )?"
    r"(?P<who>who(?:['’]s|se)? (?:all )?(?:spoke|speaks?|talked|"
    r"gave|took|was|were|is|are|said|says|argued|for|against|wants?|took part|came|stood)\b.*|"
    r"what (?:side|sides|position)s? (?:was|were|is|are|did) .+)$",
    re.IGNORECASE,
)


_VOICES_FIRST = expression(
    r"^(?P<who>who(?:['’]s)? .{3,120}?)(?:[?;,]| and| [-–—])(?: and)? (?:(?P<what>what (?:do|did|are|were|is|was) "
    r"(?:they|he|she|it|each(?: of them)?) "
    r"(?:all |mainly |mostly )?(?:talk|speak|say|discuss|argue|talking|speaking|saying)(?: about)?"
    r"|what(?:['’]?s| is| was) it (?:all |mainly )?about)"
    r"|(?P<one>when|where)(?: and (?P<other>when|where))? (?P<verb>was|were) (?:it|this|that) (?P<made>\S.{2,60}))$",
    re.IGNORECASE,
)
_SUMMARY, _VOICES = "What does it say?", "Who speaks in it?"
_IT = r"(?:it|they|he|she|this|the (?:authors?|writers?|signatories|report|court|committee|speakers?|host))"
_DOES = rf"(?:(?:do|does|did|have|has) {_IT} |{_IT} )"
_CLAUSES = (
    (
        _VOICES,
        "Who speaks in this document?",
        rf"(?:who|whom|to whom|with whom)(?: all)? (?:do|does|did) {_IT} (?:talk|speak|interview|meet)(?: (?:to|with))?"
        r"|who (?:all )?(?:takes? part|took part|speaks?|spoke|talks?|is in it|are the (?:guests|speakers|"
        r"participants))",
    ),
    (
        "What does it find?",
        "What does this document find?",
        rf"what {_DOES}(?:find|found|conclude[sd]?|establish(?:ed)?)(?: out)?"
        r"|what (?:is|are|was|were) (?:its|their|the) (?:main )?(?:findings?|conclusions?)|(?:its|their) (?:main )?"
        r"(?:findings|conclusions)",
    ),
    (
        "What does it ask for?",
        "What does this document recommend?",
        rf"what {_DOES}(?:recommend(?:s|ed)?|ask(?:s|ed)?(?: for)?|demand(?:s|ed)?|call(?:s|ed)? for|want(?:s|ed)?"
        r"|propose[sd]?|request(?:s|ed)?|urge[sd]?)|what (?:is|are|was|were) (?:its|their|the) (?:demands?|requests?"
        r"|recommendations?)|(?:its|their) (?:demands|requests|recommendations)",
    ),
    (
        "What was decided?",
        "What was decided in this document?",
        r"what (?:was|were|is|got) (?:decided|agreed|resolved)|what (?:did they|they) (?:decided?|agreed?)",
    ),
    (
        _SUMMARY,
        "What is this document about?",
        rf"what(?: is|['’]?s| was) (?:it|this) (?:all |mainly )?about|what {_DOES}(?:say|says|said|discuss(?:ed)?"
        r"|talk(?:ed)? about)|(?:what (?:are|were) )?(?:the|its|their) main points",
    ),
)
"""A heading, the question of one document, and how a clause behind the first asks it."""
_JOINED = r"(?:[.?!:;,]{1,2} ?| [-–—] ?| )(?:and )?(?:also )?"
_BEHIND = tuple(
    (head, asked, expression(rf"{_JOINED}(?:{form})(?=$|[.?!:;,]| and )", re.IGNORECASE))
    for head, asked, form in _CLAUSES
)
_FIRST: dict[str, tuple[str, str]] = {
    "summary": (_SUMMARY, "What is this document about?"),
    "speakers": (_VOICES, "Who speaks in this document?"),
    "findings": _CLAUSES[1][:2],
    "requests": _CLAUSES[2][:2],
    "decisions": _CLAUSES[3][:2],
}


class AtOnce(NamedTuple):
    """One of the things asked: its heading, its question, and the document that it is of, where one was found."""

    heading: str
    question: str
    document: str | None = None


def asked_of_one(question: str, catalog: Catalog) -> list[AtOnce]:
    """Return what is asked at once of one document, in the question's order; nothing where it asks one thing."""
    if clauses := _in_clauses(question.strip(EDGES_KEPT), catalog):
        return clauses
    both = _summary_first(question, catalog) or _voices_first(question, catalog) or []
    return [AtOnce(*each) for each in both]


def _in_clauses(question: str, catalog: Catalog) -> list[AtOnce]:
    """Return the clauses of a question for a document that is found by the first of them."""
    marks = sorted(
        (match.start(), head, asked) for head, asked, form in _BEHIND if (match := form.search(question, _SHORTEST))
    )
    if not marks:
        return []
    found = overall(question[: marks[0][0]].strip(EDGES_KEPT), catalog)
    if found is None or found.broad.aspect not in _FIRST or not found.broad.named or found.topic:
        return []
    broad = found.broad
    documents = named_documents(broad.named, broad.what, catalog.documents(), catalog)
    if len(documents) != 1:
        return []
    clauses = [_FIRST[broad.aspect], *((head, asked) for _, head, asked in marks)]
    once = dict.fromkeys(clauses)
    escaped = re.sub(r"([*?\[])", r"[\1]", documents[0].id)
    return [AtOnce(head, asked, escaped) for head, asked in once] if len(once) > 1 else []


_SHORTEST = 8
"""Letters of a first clause: "Sum up X"."""


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

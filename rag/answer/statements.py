"""What somebody said: the words under who said them, to whom and when; a retelling is marked as one.

A few words that answer somebody ("I understand."), and a reply that leaves its topic to the question, are shown with
the exchange that they belong to.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from index.records import Document, Statement, owner_of
from index.text.expressions import expression
from index.text.sentences import Span, sentences
from index.text.stems import content_words
from index.transcripts.label_names import readable_name
from rag.answer.opening.directness import direct_ones
from rag.answer.opening.statement_lines import Line, statements_line
from rag.answer.passages.wider import with_what_stands_beside
from rag.check import cite
from rag.check.cite import Form
from rag.rank.windows import points_back
from rag.records import Citation, Documents, Evidence, Query, Segment

SHORT_REPLY = 8
"""A reply of so few words is understood only in its exchange."""
_SAID_TO = r"(?:told|assured|reminded|warned|informed|asked)"
_CAPITALISED = r"[A-Z][\w’'-]*"
_WHOM = (
    rf"(?P<whom>(?:the\s+)?{_CAPITALISED}(?:\s+(?:of\s+|for\s+)?(?:the\s+)?{_CAPITALISED}){{0,4}}|"
    r"(?:reporters|journalists|lawmakers|parliament|deputies|voters|supporters)\b|"
    r"the\s+(?:council|court|committee|press|crowd|audience|congress|assembly|parliament|meeting|conference)\b)"
)
_AFTER = expression(rf"[^\w“\"]*(?:(?:he|she|they|{_CAPITALISED}(?:\s+{_CAPITALISED}){{0,3}})\s+)?{_SAID_TO}\s+{_WHOM}")
_BEFORE = expression(rf"\b{_SAID_TO}\s+{_WHOM}[^.!?“”\"]{{0,40}}[:,]\s*[“”\"‘«„]?\s*$")
BESIDE = 160
"""How many characters beside a quotation tell to whom it was said."""


def form(query: Query, evidence: Sequence[Evidence], documents: Documents, in_other_words: str = "") -> Form:
    """Return the answer that groups what was said by speaker and day, the most relevant group first.

    `in_other_words` is the first line where no statement names the topic itself.
    """
    direct = direct_ones(query, evidence, documents)
    best = direct[0] if direct else None
    found, exchanges = _with_exchanges(query, _in_groups(evidence, best, documents), documents)
    pieces = with_what_stands_beside(query, found, documents, but=exchanges)
    shown = [each for _, each in pieces]
    citations = cite.cite(shown, documents)
    leads = [
        _exchange_lead(citation) if each in exchanges else _lead(each, citation, documents)
        for each, citation in zip(shown, citations, strict=True)
    ]
    # What only stands beside his words on the topic is not counted as said on it.
    cited = zip(pieces, citations, strict=True)
    own = [(each, citation) for (each, _), citation in cited if each is not None and each not in exchanges]
    line = Line(in_other_words) if in_other_words else _line(query, own, direct, documents)
    first = cite.SHOWN_FIRST
    if line.alone:
        first = 2 if len(shown) > 1 and shown[1] in exchanges else 1
    opening = [Segment(f"{line.text}\n\n")] if line.text else []
    segments = [*opening, *cite.grouped(shown, citations, leads, shown_first=first)]
    return Form(tuple(segments), tuple(citations), opening=line.text)


def _line(
    query: Query, own: Sequence[tuple[Evidence, Citation]], direct: Sequence[Evidence], documents: Documents
) -> Line:
    """Return the first line above what is shown, empty where there is none; of several direct ones none is the most."""
    if not own or query.heard:
        return Line("")
    ones = [citation for each, citation in own if each in direct]
    return statements_line(query, own, documents, ones[0] if len(direct) == len(ones) == 1 else None) or Line("")


def _in_groups(evidence: Sequence[Evidence], best: Evidence | None, documents: Documents) -> list[Evidence]:
    """Return the evidence of one speaker, day and document together, in the document's order but for the best."""
    groups: dict[tuple[object, ...], list[Evidence]] = {}
    for each in evidence:
        key = (each.speaker, each.reported_by, each.said_on, each.document_id, each.statement)
        groups.setdefault(key, []).append(each)
    order = sorted(groups.values(), key=lambda group: best not in group)
    ordered = [sorted(group, key=lambda each: each.start) for group in order]
    return [each for group in ordered for each in _best_first(group, best, documents)]


APART = 200
"""Characters from which two pieces of a document are no halves of one utterance."""


def _best_first(group: Sequence[Evidence], best: Evidence | None, documents: Documents) -> Sequence[Evidence]:
    """Return a group with the most direct words first, where they do not go on from those before."""
    at = next((at for at, each in enumerate(group) if each == best), 0)
    if best is None:
        return group
    apart = APART if best.statement == "direct" else 0
    if not at or best.replies_to or best.start - group[at - 1].end < apart or _goes_on(best, documents):
        return group
    follows = [each for each in group[at + 1 : at + 2] if each.start - best.end < apart or _goes_on(each, documents)]
    others = [each for each in group if each not in (best, *follows)]
    return [best, *follows, *others]


def _goes_on(evidence: Evidence, documents: Documents) -> bool:
    """Return whether words point back to what was said before them."""
    document = documents.document(evidence.document_id)
    return document is not None and points_back(document.text[evidence.start : evidence.end])


def _names(evidence: Evidence, query: Query, documents: Documents) -> bool:
    """Return whether the words name something of the topic themselves, so that they need no exchange around them."""
    document = documents.document(evidence.document_id)
    said = set(content_words(document.text[evidence.start : evidence.end])) if document else set()
    return bool(said & set(content_words(query.topic)))


def _with_exchanges(
    query: Query, evidence: Sequence[Evidence], documents: Documents
) -> tuple[list[Evidence], list[Evidence]]:
    """Return the evidence with the exchange after each short reply that is shown, and these exchanges by themselves."""
    shown: list[Evidence] = []
    exchanges: list[Evidence] = []
    for each in evidence:
        shown.append(each)
        exchange = None
        if each.replies_to:
            exchange = _before(each, documents)
        elif each.reported_by and not _names(each, query, documents):
            exchange = _exchange(each, documents)
        if exchange and exchange not in shown:
            shown.append(exchange)
            exchanges.append(exchange)
    return shown, exchanges


def _exchange_lead(citation: Citation) -> str:
    """Return what stands above the words that a reply is understood with."""
    if citation.statement != "turn":
        return f"In the exchange, as reported by {citation.speaker}"
    said = "asked" if citation.text.rstrip("”’\"' ").endswith("?") else "said"
    if citation.speaker is None:
        return f"In reply to somebody who had {said}"
    who = f"{'the ' if citation.speaker.islower() else ''}{readable_name(citation.speaker)}"
    # Beside the reply, under its speaker's name, these words would be taken for that speaker's.
    return f"In reply to {who}, who had {said}"


def _before(reply: Evidence, documents: Documents) -> Evidence | None:
    """Return the end of the turn that a reply answers."""
    statements = documents.statements(reply.document_id)
    owner = owner_of(reply.replies_to, statements) if reply.replies_to else None
    if owner is None or reply.replies_to is None:
        return None
    return replace(_owned_by(owner, reply, reply.replies_to), candidates=owner.candidates, replies_to=None)


def _exchange(reply: Evidence, documents: Documents) -> Evidence | None:
    """Return the sentence before a short reply and its own, in the words of who tells of both."""
    document = documents.document(reply.document_id)
    if document is None or len(document.text[reply.start : reply.end].split()) > SHORT_REPLY:
        return None
    reporter = owner_of((reply.start, reply.end), _outer(reply, documents.statements(reply.document_id)))
    if reporter is None or reporter.speaker != reply.reported_by:
        return None
    spans = sentences(document.text, reporter.start, reporter.end)
    at = next((at for at, span in enumerate(spans) if span[1] >= reply.end), None)
    if at is None:
        return None
    return _owned_by(reporter, reply, (spans[max(0, at - 1)][0], spans[at][1]))


def _owned_by(owner: Statement, reply: Evidence, span: Span) -> Evidence:
    """Return the words at a span beside a reply, as those of whom the statement they stand in is."""
    return replace(
        reply,
        start=span[0],
        end=span[1],
        speaker=owner.speaker,
        reported_by=owner.reported_by,
        said_on=owner.said_on,
        confidence=owner.confidence,
        statement=owner.kind,
    )


def _outer(reply: Evidence, statements: Sequence[Statement]) -> list[Statement]:
    return [each for each in statements if each.end - each.start > reply.end - reply.start]


def _lead(evidence: Evidence, citation: Citation, documents: Documents) -> str:
    document = documents.document(evidence.document_id)
    statement = owner_of((evidence.start, evidence.end), documents.statements(evidence.document_id))
    to = whom(document, statement) if document and statement else None
    said = cite.lead(evidence, citation, to)
    return f"{said}, under “{evidence.lead}”" if evidence.lead and evidence.statement == "turn" else said


def whom(document: Document, statement: Statement) -> str | None:
    """Return to whom a quotation was said, in the document's words beside it, or None."""
    if statement.kind != "direct":
        return None
    text = document.text
    after = text[statement.end : statement.end + BESIDE].split("\n\n")[0]
    before = text[max(0, statement.start - BESIDE) : statement.start].split("\n\n")[-1]
    match = _AFTER.match(after) or _BEFORE.search(before)
    # "Brandt told Tell" names two people; whom is asked only of the one who is not the speaker.
    return " ".join(match["whom"].split()) if match and match["whom"] not in (statement.speaker or "") else None

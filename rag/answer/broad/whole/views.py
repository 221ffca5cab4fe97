"""What different people say of a subject: the main words of each, and of each document that speaks for nobody.

Where causes are asked for, the sentences that give one: "was due to", "because", "to blame".
"""

from __future__ import annotations

import re
from dataclasses import replace

from index.storage.catalog import Catalog
from index.text.counts import counted
from index.text.expressions import expression
from index.transcripts.label_names import INTERVIEWER
from rag.answer.broad.central import Part
from rag.answer.broad.fit import is_fit, is_whole
from rag.answer.broad.parts import parts_of
from rag.answer.broad.which import Find
from rag.answer.broad.whole.across import on_subject, weights_of, worth_on
from rag.answer.broad.wording import cited, names_of, points
from rag.check.cite import LIKELY, Form
from rag.phrasing import raised
from rag.records import Evidence, Query, Segment

MOST, FEWEST = 8, 2
OF_ONE = 3
"""So many of those who speak in one document are shown."""
LONG, LONGEST = 60, 110
"""Words of a sentence that is too long for a summary, and of the longest finding."""
READ = 16
"""So many documents on the subject are read."""
_ASKS_WHY = expression(r"\b(?:causes?d?|reasons?|why|blame[ds]?|fault|responsible|explanation)\b", re.IGNORECASE)
_ASKS = expression(
    r"^(?:what (?:was|were|is|are) the (?:\w+ )?(?:causes?|reasons?|explanations?) (?:of|for|behind)"
    r"|what (?:caused|led to|brought about)|(?:why|how) (?:did|was|were|is|has|have|do|does)) ",
    re.IGNORECASE,
)
_GIVES_CAUSE = expression(
    r"\b(?:because|caused?|causes|due to|owing to|the reason|reasons|blame[ds]?|fault|responsible for|brought about"
    r"|result(?:ed)? (?:of|from|in)|led to|thanks to|put (?:it )?down to|came (?:of|from)|if only|failed to"
    r"|neglect\w*|negligen\w*)\b",
    re.IGNORECASE,
)


def views(query: Query, catalog: Catalog, find: Find) -> Form | None:
    """Return the main words of each who speaks of a subject, None where fewer than two do."""
    why = bool(_ASKS_WHY.search(query.topic))
    query = replace(query, topic=_ASKS.sub("", query.topic))
    found: list[Part] = []
    weights = weights_of(query.topic, catalog)
    for document in on_subject(query, catalog)[:READ]:
        parts = [each for each in parts_of([document], query, catalog, every=True) if _may_stand(each, why)]
        best = worth_on(parts, weights)
        order = sorted(range(len(parts)), key=lambda at: -best[at])
        taken: set[str] = set()
        for at in order:
            key = parts[at].evidence.speaker if _is_sure(parts[at].evidence) else None
            text = parts[at].document.text[slice(*parts[at].span)]
            if (key or "") in taken or (why and not _GIVES_CAUSE.search(text)):
                continue
            taken.add(key or "")
            found.append(parts[at])
            if len(taken) == OF_ONE:
                break
    return _form(found[:MOST], catalog) if len(found) >= FEWEST else None


def _form(found: list[Part], catalog: Catalog) -> Form:
    chosen = sorted(found, key=lambda each: each.order)
    citations = cited(chosen, catalog)
    people = list(dict.fromkeys(each.evidence.speaker for each in chosen if _is_sure(each.evidence)))
    papers = sum(not _is_sure(each.evidence) for each in chosen)
    told = [names_of([each for each in people if each], MOST) if people else ""]
    told.append(counted(papers, "document") if papers else "")
    verb = "speaks" if len(people) + papers == 1 else "speak"
    first = f"{raised(' and '.join(filter(None, told)))} {verb} of this; the main words of each, in the order of days:"
    return Form((Segment(first), *points(chosen, citations, None, False)), tuple(citations))


def _may_stand(part: Part, why: bool) -> bool:
    """Return whether a sentence can stand alone; a finding of a cause may be as long as courts write it."""
    text, words = part.document.text, part.document.text[slice(*part.span)].split()
    if part.evidence.speaker == INTERVIEWER:
        return False
    return is_fit(text, part.span) or (why and LONG < len(words) <= LONGEST and is_whole(text, part.span))


def _is_sure(evidence: Evidence) -> bool:
    return bool(evidence.speaker) and evidence.speaker != INTERVIEWER and evidence.confidence >= LIKELY

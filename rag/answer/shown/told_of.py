"""Which evidence tells of somebody who was asked for by what he is: it has his words, or names him, or goes on of him.

Texts name him ("Idrissi is for it too") where the question says what he is ("the county's engineer"), so that the
question is asked by his name.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.names.titles import name_words
from index.storage.catalog import Catalog
from index.text.countries import unified
from index.text.expressions import expression
from index.text.stems import words
from rag.find.terms import Term, coverage
from rag.rank.evidence import text_of
from rag.records import Evidence, Query
from rag.understand.people.described import described_in, is_described

NAMED = 0.3
"""The share of the topic that stands near what tells of somebody, as of a view nearby (rag/answer/shown/views.py)."""
PERHAPS = 0.22
"""The chance from which somebody's own words are shown as nearest to the view that is asked for, and perhaps on it."""
AROUND = 400
"""So many characters beside what tells of somebody have a word of the topic: a few sentences."""

_BEFORE = 320
"""So many characters before a sentence that goes on with "she" tell of whom it does: the sentence before, or two."""
_WHO_IS = r"\W*who(?:['’]s| is| was) "
_GOES_ON = expression(r"\W*(?:he|she|his|her)\b", re.IGNORECASE)
_ANOTHER = expression(r"(?:Mr|Mrs|Ms|Dr|Prof)\.? [A-Z]|(?<![\w’'-])[A-Z][\w’'-]{1,40} [A-Z][\w’'-]")


def by_name(query: Query, catalog: Catalog) -> tuple[str, tuple[str, ...]] | None:
    """Return a question with the name for what somebody is, and his names; None where it does not ask for him so."""
    if query.speaker:
        asked, names = query.speaker, query.speakers
        if not is_described(asked, names, catalog):
            return None
    elif query.kind == "fact" and (found := described_in(query.standalone, catalog)):
        asked, names = found[0], (found[1],)
        if re.fullmatch(rf"{_WHO_IS}{re.escape(asked)}\W*", query.standalone, re.IGNORECASE):
            # His name is what is asked for.
            return None
    else:
        return None
    return re.sub(re.escape(asked), lambda _: names[0], query.standalone, count=1, flags=re.IGNORECASE), names


def on_topic(topic: Sequence[Term], evidence: Sequence[Evidence], catalog: Catalog) -> tuple[Evidence, ...]:
    """Return the evidence that has enough of a topic near it or in its document's title.

    The name alone is met by all that tells of somebody, whatever it tells.
    """
    return tuple(each for each in evidence if not topic or coverage(topic, _around(each, catalog)) >= NAMED)


def _around(evidence: Evidence, catalog: Catalog) -> frozenset[str]:
    document = catalog.document(evidence.document_id)
    return frozenset(words(unified(f"{document.title if document else ''} {text_of(evidence, catalog, AROUND)}")))


def telling_of(speakers: Sequence[str], evidence: Sequence[Evidence], catalog: Catalog) -> tuple[Evidence, ...]:
    """Return the evidence that is somebody's own words or, in a document's words, tells of him by name."""
    surnames = {name_words(each)[-1] for each in speakers}
    named = re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, sorted(surnames)))})(?![\w-])")
    return tuple(each for each in evidence if each.speaker in speakers or _tells(each, named, catalog))


def _tells(evidence: Evidence, named: re.Pattern[str], catalog: Catalog) -> bool:
    if evidence.speaker is not None:
        return False
    text = text_of(evidence, catalog)
    if named.search(text):
        return True
    document = catalog.document(evidence.document_id)
    if document is None or not _GOES_ON.match(text):
        return False
    before = document.text[max(0, evidence.start - _BEFORE) : evidence.start].rpartition("\n\n")[2]
    found = [match.end() for match in named.finditer(before)]
    return bool(found) and not _ANOTHER.search(before[found[-1] :])

"""Whether a day or a number stands in that sentence of a text which is nearest to what is asked of it."""

from __future__ import annotations

from collections.abc import Callable

from index.text.sentences import Span, sentences
from index.text.stems import content_words
from rag.answer.opening.claims import WORD
from rag.find.lemmas import same_family
from rag.records import Citation, Documents, Query

AROUND = 500
"""So many characters before and behind cited words are looked through for a sentence that is nearer."""


def is_nearest(
    citation: Citation, value: Span, values: Callable[[str], list[Span]], query: Query, documents: Documents
) -> bool:
    """Return whether no other value stands in a sentence with more of a question's words than that of the value.

    `values` finds them in a text. Names do not count, nor what the title has: who did it is often "he". "He was charged
    on 15 April. On 29 July he pleaded guilty.": 15 April is not when somebody pleaded.
    """
    document = documents.document(citation.doc)
    if document is None:
        return True
    low = max(0, citation.start - AROUND)
    text = document.text[low : citation.end + AROUND]
    small = " ".join(each[0] for each in WORD.finditer(query.standalone) if each[0].islower())
    asked = [same_family(each) for each in set(content_words(small)) - set(content_words(document.title))]
    spans = sentences(text)

    def named(at: int) -> int:
        own = next((text[slice(*each)] for each in spans if each[0] <= at < each[1]), "")
        return sum(bool(each & set(content_words(own))) for each in asked)

    own = named(citation.start - low + value[0])
    return all(named(start) <= own for start, _ in values(text))

"""A post without a name ("the Eskby fire chief") -> the one person whom a document calls so, its place named there too.

A text writes "EFD Fire Chief Odran Tell"; who asks writes the place out, and in small letters.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from index.names.descriptions import is_one_person
from index.names.names import is_name, same_person
from index.names.titles import role_key
from index.storage.catalog import Catalog
from index.text.expressions import expression
from index.text.stems import STOPWORDS, content_words, words
from rag.records import Query
from rag.understand.people.apposed import named_beside
from rag.understand.people.ministries import of_field
from rag.understand.people.post_words import LONGEST, post_asked
from rag.understand.people.shortened import shortens

_HEAD = expression(r"^(?:the )?(?P<head>.+?)(?: (?:of|for|at|in|from) .+)?$", re.IGNORECASE)
_FIELD = expression(r" for (?:the )?(?P<field>\S.*)$", re.IGNORECASE)
"""What a post is for, which no place is: a commissioner for rights is none for refugees."""
_OTHER = frozenset(content_words("deputy vice assistant former ex acting late then"))
"""What makes another post of a post."""
FEWEST, MOST_DOCUMENTS = 2, 20
"""A post is asked for in so many words at least: "the chief" may be anybody."""


def holder_described(phrase: str, catalog: Catalog, speakers: Sequence[str]) -> list[str]:
    """Return whom a post of several words means, where a label or documents call one person so; else nobody."""
    if found := of_field(phrase, speakers):
        return found
    asked = re.sub("^the ", "", phrase, flags=re.IGNORECASE).split()
    wanted = set(content_words(phrase))
    head = _HEAD.match(phrase)
    last = content_words(head["head"])[-1:] if head else []
    if len(wanted) < FEWEST or not last or role_key(phrase) or is_name(" ".join(asked)):
        return []
    described = catalog.memory.remember("described", lambda: _by_stem(catalog)).get(last[0], [])
    fitting = [(document, name) for document, name, said in described if _fits(asked, said)]
    found = [
        name
        for document, name in dict.fromkeys(fitting[:MOST_DOCUMENTS])
        if name in speakers and _stands_in(document, wanted, catalog)
    ]
    return list(dict.fromkeys(found)) if found and all(same_person(each, found[0]) for each in found) else []


def name_described(phrase: str) -> str | None:
    """Return the full name behind what somebody is: Sam Lauder of "league spokesman Sam Lauder", None where none is.

    A surname alone may be another's: of "Tell supporter Kelly" not every Kelly is meant.
    """
    split = phrase.split()
    for at in range(len(split) - 2, 0, -1):
        if split[at - 1].islower() and is_one_person(split[at - 1]) and not role_key(split[at - 1]):
            return " ".join(split[at:])
    return None


def notice_of_description(query: Query, catalog: Catalog) -> str | None:
    """Return a sentence that says for whom an asked post is taken, None where the asked one is named or known by it."""
    asked = query.speaker or ""
    if not query.speakers or "speaker" not in query.inferred:
        return None
    if len(fitting := named_beside(asked, catalog)) > 1:
        return f"“{asked}” may be {fitting[0].name} or {fitting[1].name}: these documents call both so."
    name = query.speakers[0]
    if name.split()[-1].lower() in asked.lower().split():
        return None
    called = _called_so(asked, query.speakers, catalog)
    if called and set(content_words(called)) != set(content_words(asked)):
        return f"“{asked}” is taken for {name}, “{called}” in these documents."
    return None


def is_described(asked: str, speakers: Sequence[str], catalog: Catalog) -> bool:
    """Return whether somebody is asked for by what documents tell that he is."""
    return bool(speakers) and _called_so(asked, speakers, catalog) is not None


_WORDS_OF = expression(
    r"\W*(?:(?:and|so|but|well) )?(?:what|how|why|where|when|which|whom?)\b[^?]{0,60}?\b"
    r"(?:did|does|do|has|have|had|is|was) (?P<who>(?:the|an?|its|their|our) [^?,]{3,70}?) "
    r"(?:got to say|have to say|want to say|say|said|answer\w*|tell|told|think|thought|repl(?:y|ied)"
    r"|feel|felt|complain\w*|claim\w*|argue\w*|warn\w*"
    r"|reckon\w*|explain\w*|admit\w*)\b",
    re.IGNORECASE,
)


def unknown_post(question: str, find: Callable[[str], Sequence[str]]) -> str | None:
    """Return the post whose holder's words a question asks for, where nobody is known to hold it; None elsewhere."""
    match = _WORDS_OF.match(question)
    asked = match["who"] if match else ""
    return asked if asked and post_asked(asked) and not find(asked) else None


_A_PHRASE = expression(r"\b(?:the|its) (?=\w)", re.IGNORECASE)


def described_in(question: str, catalog: Catalog) -> tuple[str, str] | None:
    """Return the words of a question that say what somebody is, and whom documents call so alone; None where none do.

    Of "the head of the school" the whole is read, not "the head".
    """
    split = [(match.start(), match.end()) for match in re.finditer(r"\S+", question)]
    for match in _A_PHRASE.finditer(question):
        ends = [end for _, end in split if end > match.end()][:LONGEST]
        for end in reversed(ends):
            phrase = question[match.start() : end].strip("?!.,;: ")
            held = named_beside(phrase, catalog)
            if len(held) == 1 and held[0].name.split()[-1] not in question:
                return phrase, held[0].name
    return None


def _called_so(asked: str, speakers: Sequence[str], catalog: Catalog) -> str | None:
    """Return the words by which documents tell that somebody is who was asked for, None where he was not found so."""
    if asked.lower() == asked and list(speakers) == holder_described(asked, catalog, list(catalog.speakers())):
        said = (said for _, said in catalog.descriptions(speakers[0]) if _fits(asked.split(), said))
        return next(said, None)
    held = named_beside(asked, catalog)
    if len(held) == 1 and all(same_person(each, held[0].name) for each in speakers):
        return held[0].words
    return None


def _by_stem(catalog: Catalog) -> dict[str, list[tuple[str, str, str]]]:
    found: dict[str, list[tuple[str, str, str]]] = {}
    for document, name, said in catalog.all_descriptions():
        for stem in set(content_words(said)):
            found.setdefault(stem, []).append((document, name, said))
    return found


def _fits(asked: Sequence[str], said: str) -> bool:
    """Return whether a description is of the asked post: not of its deputy, of a former holder or of another place."""
    wanted, own = set(content_words(" ".join(asked))), set(content_words(said))
    places = [each for each in said.split() if each[:1].isupper() and not set(content_words(each)) & wanted]
    elsewhere = [each for each in places if each.lower() not in STOPWORDS and not shortens(each, asked)]
    field = _FIELD.search(" ".join(asked))
    of_another = field and not set(content_words(field["field"])) & own
    return len(wanted & own) >= FEWEST and not elsewhere and not of_another and not (own ^ wanted) & _OTHER


def _stands_in(document_id: str, wanted: set[str], catalog: Catalog) -> bool:
    """Return whether a document has all words of what is asked, as where the post is of."""
    document = catalog.document(document_id)
    return document is not None and wanted <= set(words(f"{document.title} {document.text}"))

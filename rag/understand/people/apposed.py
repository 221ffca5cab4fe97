"""A post with what it is of ("the director of the foundation") -> whom a text names beside it ("Its director, X,").

Who asks turns the words ("the foundation's director") or takes another for the post: a firm's head of communications is
its director of communications. Found only where all that stands beside names is one person's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from index.names.names import is_name, same_person
from index.storage.catalog import Catalog
from index.text.stems import content_words, stem, words

_HEADS = tuple(
    frozenset(map(stem, each.split()))
    for each in (
        "director head chief boss",
        "chair chairman chairwoman chairperson president",
        "manager boss head",
        "spokesman spokeswoman spokesperson",
        "owner proprietor",
        "editor",
        "secretary",
        "leader head",
        "founder",
        "curator",
        "coach",
        "principal headteacher head",
        "conductor",
    )
)
_OF = re.compile(r"^(?:the )?(?P<post>\w+)(?: (?:of|for|at) (?P<body>.+))$", re.IGNORECASE)
_OWNED = re.compile(
    r"^(?:the )?(?P<body>.+?)(?:['’]s|(?<=s)['’]|(?<=\w\w)s) (?P<post>\w+)(?: (?:of|for) (?P<field>.+))?$", re.I
)
_OTHER = frozenset(map(stem, "deputy vice assistant former ex acting late interim".split()))
_BESIDE = 9
"""So many words before a name, or between it and the next comma or full stop behind it, may be its bearer's post."""
PASSAGES = 80


def named_beside(phrase: str, catalog: Catalog, speakers: Sequence[str]) -> list[str]:
    """Return the one person whom documents name beside the post of a phrase; nobody where they are several or none."""
    match = _OWNED.match(phrase.strip()) or _OF.match(phrase.strip())
    if match is None:
        return []
    post = stem(match["post"].lower())
    heads = frozenset().union(*(each for each in _HEADS if post in each))
    rest = set(content_words(f"{match['body']} {match.groupdict().get('field') or ''}"))
    if not heads or not rest:
        return []
    found = {name for name in _beside(heads, rest, catalog, speakers)}
    longest = max(found, key=len, default="")
    return sorted(found) if found and all(same_person(each, longest) for each in found) else []


def _beside(heads: frozenset[str], rest: set[str], catalog: Catalog, speakers: Sequence[str]) -> Iterator[str]:
    """Yield the speakers beside whose names a text has one of the posts, where it has all of the rest too."""
    names = [each for each in speakers if is_name(each) and " " in each]
    for passage in catalog.passages_holding(heads)[:PASSAGES]:
        document = catalog.document(passage.document_id)
        if document is None or not rest <= set(words(f"{document.title} {document.text}")):
            continue
        text = document.text[passage.start : passage.end]
        for name in names:
            for at in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text):
                if any(_is_post(each, heads, rest) for each in _around(text, at.start(), at.end())):
                    yield name


def _around(text: str, start: int, end: int) -> Iterator[str]:
    """Yield the words right before a name in its sentence, and those between it and the next stop behind a comma."""
    before = re.split(r"[.;:!?\n“”\"]", text[:start])[-1].rstrip(", ")
    yield re.split(r", ", before)[-1]
    if behind := re.match(r",? (?P<post>[^,.;:!?\n“”\"]+)", text[end:]):
        yield " ".join(behind["post"].split()[:_BESIDE])


def _is_post(beside: str, heads: frozenset[str], rest: set[str]) -> bool:
    near = beside.split()[-_BESIDE:]
    own = {stem(each.strip("’'s").lower()) for each in near} | set(words(" ".join(near)))
    return bool(own & heads) and bool(own & rest) and not own & _OTHER

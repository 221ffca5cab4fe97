"""A name beside what its bearer is ("the head of Eskby Water, Ana Ruiz,", "Ana Ruiz of Eskby Water") -> the name alone.

Who asks tells so whom he means, and means one person: neither the post and the name, nor the body.
"""

from __future__ import annotations

import re

from index.names.names import is_name
from index.names.titles import is_title_word, name_words, role_key, split_title
from index.storage.catalog import Catalog
from index.text.expressions import expression
from index.text.stems import words
from index.text.word_lists import given_names
from rag.understand.people.post_words import post_asked

_OF = expression(r"^(?P<name>[^,]{3,60}?) (?:of|from|at|with) (?P<body>(?:the )?[^\W\d_a-z][^,]{1,60})$")
_BESIDE = expression(r"^(?P<one>[^,]{3,90}), (?P<other>[^,]{3,90}),?$")
_JOINS = expression(r"\b(?:and|or|with|versus)\b", re.IGNORECASE)
_LONGEST = 5


def beside_post(phrase: str, catalog: Catalog) -> tuple[str, str] | None:
    """Return the name and the post of a phrase that sets one beside the other by a comma; None where it does not."""
    match = _BESIDE.match(phrase.strip())
    if match is None:
        return None
    for name, post in ((match["other"], match["one"]), (match["one"], match["other"])):
        if _is_full_name(name, catalog) and _is_post(post):
            return name, post
    return None


def _of_body(phrase: str, catalog: Catalog) -> tuple[str, str] | None:
    """Return the full name and the body of "NAME of BODY"; None where that may be a title or one name."""
    match = _OF.match(phrase.strip())
    if match is None or not _is_full_name(match["name"], catalog) or _JOINS.search(match["body"]):
        return None
    return match["name"], match["body"]


def named_alone(phrase: str, catalog: Catalog) -> str | None:
    """Return the name of a phrase that tells besides what its bearer is or of what; None where it is but a name.

    It is empty where no document that has the name has the body too: the asked person may be a namesake.
    """
    found = beside_post(phrase, catalog) or _of_body(phrase, catalog)
    if found is None:
        return None
    name, rest = found
    capitals = [each for each in re.findall(r"[^\W\d_a-z][\w’'&-]*", rest) if not is_title_word(each)]
    surname = name_words(name)[-1]
    together = _documents(surname, catalog)
    for each in capitals:
        together &= _documents(re.sub(r"[’']s$", "", each), catalog)
    return name if together else ""


def _documents(word: str, catalog: Catalog) -> set[str]:
    stems = words(word)
    return {each.document_id for each in catalog.passages_holding(stems)} if stems else set()


def _is_full_name(phrase: str, catalog: Catalog) -> bool:
    """Return whether words are somebody's name in full, with a title or without, and no body's: "Bank of Eskby"."""
    name, _ = split_title(phrase)
    parts = name.split()
    if not 2 <= len(parts) <= _LONGEST or not is_name(name) or role_key(name) or _JOINS.search(name):
        return False
    return parts[0].lower() in given_names() or any(is_name(each) and " " in each for each in catalog.called(name))


def _is_post(phrase: str) -> bool:
    """Return whether words tell what one person is: "the head of Eskby Water", "Eskby's mayor"."""
    opened = re.match(r"(?:the|an?|its|their|our|his|her|former)\b|\w+[’']s ", phrase, re.IGNORECASE)
    return bool(opened) and bool(role_key(phrase.lower()) or post_asked(phrase))

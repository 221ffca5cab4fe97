"""A land ("Kestria"), or a post of it ("Kestria's vice president") -> who speaks for it by the title of a speech.

"Statement of Kestria in the River Assembly, 2031 — Ana Ruiz, Vice-President" says whose words a speech is and for which
land they are, whatever the post.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from index.names.names import same_person
from index.names.titles import name_words
from index.storage.catalog import Catalog
from index.text.countries import country
from index.text.expressions import expression
from index.text.stems import content_words, words
from rag.understand.people.posts import LAND_OF_STATEMENT, who_speaks_for

_NAMED = expression(r" [-–—|:] (?P<name>[A-Z][^,–—|]{3,60})(?:, (?P<post>[^–—|]{3,120}))?$")
_OWNED = expression(r"^(?:the )?(?P<land>.+?)(?:['’]s|(?<=s)['’]) (?P<post>.+)$", re.IGNORECASE)
_OF = expression(r"^(?:the )?(?P<post>.+?) of (?:the )?(?P<land>.+)$", re.IGNORECASE)
_APART = frozenset(content_words("vice deputy prime former acting"))
"""What makes another post of a post."""
_SHORT = {"pm": "prime minister", "vp": "vice president"}


class _Spoken(NamedTuple):
    land: str
    post: str
    speaker: str


def speaks_for(land: str, catalog: Catalog, speakers: Iterable[str]) -> list[str]:
    """Return the speakers for a land: who holds a post that speaks for it, and whom titles of speeches name for it."""
    known = list(speakers)
    held = who_speaks_for(land, catalog, known)
    wanted = _land(land)
    named = [each.speaker for each in _spoken(catalog) if each.land == wanted and each.speaker in known]
    return list(dict.fromkeys([*held, *named]))


def is_spoken_for(land: str, catalog: Catalog) -> bool:
    """Return whether a title of a speech names somebody who speaks for it, be it a land or a body."""
    spoken_for = catalog.memory.remember("lands spoken for", lambda: {each.land for each in _spoken(catalog)})
    return _land(land) in spoken_for


def with_post_in_title(phrase: str, catalog: Catalog, speakers: Iterable[str]) -> list[str]:
    """Return the one person whom titles of speeches give a post of a land; nobody where there are several, or none."""
    land, post = _land_and_post(phrase)
    asked = set(content_words(" ".join(_SHORT.get(each, each) for each in words(post)) if post else ""))
    wanted = _land(land) if asked else ""
    found = [
        each.speaker
        for each in _spoken(catalog)
        if wanted and each.land == wanted and _is_post(asked, set(content_words(each.post)))
    ]
    known = [each for each in speakers if each in found]
    return known if known and all(same_person(each, known[0]) for each in known) else []


def _is_post(asked: set[str], own: set[str]) -> bool:
    return asked <= own and asked & _APART == own & _APART


def _land_and_post(phrase: str) -> tuple[str, str]:
    """Return the land of a phrase, or what is called by its people, and the post beside it."""
    if match := _OWNED.match(phrase) or _OF.match(phrase):
        return match["land"], match["post"]
    split = re.sub("^the ", "", phrase, flags=re.IGNORECASE).split()
    for count in range(min(3, len(split) - 1), 0, -1):
        if country(" ".join(split[:count])):
            return " ".join(split[:count]), " ".join(split[count:])
    return "", ""


def _land(named: str) -> str:
    return (country(named) or re.sub("^the ", "", named, flags=re.IGNORECASE)).lower()


def _spoken(catalog: Catalog) -> Sequence[_Spoken]:
    return catalog.memory.remember("lands in titles", lambda: _in_titles(catalog.speeches()))


def _in_titles(speeches: Iterable[tuple[str, str]]) -> list[_Spoken]:
    found = []
    for title, speaker in speeches:
        of, named = LAND_OF_STATEMENT.search(title[:400]), _NAMED.search(title[:400])
        if of and named and name_words(named["name"])[-1:] == name_words(speaker)[-1:]:
            found.append(_Spoken(_land(of["land"]), named["post"] or "", speaker))
    return found

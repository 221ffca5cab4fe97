"""Speakers whom documents name only by a post ("the President of Vesk") -> the one person who holds it in them.

The titles of a government's own site say "Address by the President"; who he is, another of its documents tells.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from index.names.names import is_name, same_person
from index.names.titles import INSTITUTION, role_key, split_title
from index.storage.catalog import Catalog
from rag.phrasing import raised, together
from rag.records import Answer, Citation, Query
from rag.understand.documents.addresses import notice_of_address
from rag.understand.namesakes import notice_of_namesakes
from rag.understand.people.described import notice_of_description
from rag.understand.people.posts import asked_posts, holders_of

LONGEST_TERM = 4 * 365
"""So many days from a document that names the holder of a post another one's may be somebody else: most terms end."""


def with_posts(speakers: Sequence[str], catalog: Catalog) -> list[str]:
    """Return the speakers with those that are named only by a post which one of these alone holds."""
    if not any(map(is_name, speakers)):
        return list(speakers)
    held = _held(catalog)
    own = [post for post, holder in held.items() if any(same_person(holder, each) for each in speakers)]
    return list(dict.fromkeys([*speakers, *own]))


def notice_of_posts(query: Query, citations: Iterable[Citation], catalog: Catalog) -> str | None:
    """Return a sentence that says for whom the cited posts are taken, None where no post was."""
    if not any(map(is_name, query.speakers)):
        return None
    held = _held(catalog)
    cited = dict.fromkeys(each.speaker for each in citations if each.speaker in held)
    return together(
        *(
            f"“{raised(post)}” is taken for {held[post]}, who holds that post in these documents."
            for post in cited
            if post
        )
    )


def notice_of_people(query: Query, citations: Iterable[Citation], catalog: Catalog) -> str | None:
    """Return what a reader should know of whom the asked name or post was taken for, None where nothing is in doubt."""
    asked = notice_of_namesakes(query, catalog), notice_of_description(query, catalog)
    return together(*asked, notice_of_posts(query, citations, catalog), notice_of_address(query))


def with_notice_of_unheld(query: Query, answer: Answer) -> Answer:
    """Return an answer with a sentence that says of an asked post or body that nobody is known to speak for it."""
    if not query.unheld or answer.status != "answered":
        return answer
    is_body = INSTITUTION.search(query.unheld.split()[-1]) is not None
    told = f"No words were recognised as those of {query.unheld}." if is_body else _nobody(query.unheld)
    return replace(answer, notice=together(answer.notice, told))


def _nobody(post: str) -> str:
    return f"Nobody was recognised as “{post}” in these documents."


def _held(catalog: Catalog) -> dict[str, str]:
    """Return who holds the posts under which documents have somebody speak, where one person does."""
    return catalog.memory.remember("posts alone", lambda: _read(catalog))


def _read(catalog: Catalog) -> dict[str, str]:
    posts = [each for each in catalog.speakers() if role_key(each.lower()) and not split_title(each)[0]]
    if not posts:
        return {}
    said = _Said(catalog)
    found: dict[str, str] = {}
    for post in filter(asked_posts, posts):
        holder = _one(holders_of(post, catalog, catalog.speakers()))
        if holder and _near(said.days[post], said.days[holder]):
            found[post] = holder
    left = [each for each in posts if each not in found]
    return found | {post: holder for post in left if (holder := _of_its_source(post, said, catalog, found))}


class _Said:
    """On which days and in which sources each speaker of a catalog says something."""

    def __init__(self, catalog: Catalog) -> None:
        self.days: dict[str, list[str | None]] = {}
        self.sources: dict[str, set[str | None]] = {}
        self.speak: dict[str | None, set[str]] = {}
        """Who has turns in the documents of a source."""
        for speaker, source, day, is_turn in catalog.occasions():
            self.days.setdefault(speaker, []).append(day)
            self.sources.setdefault(speaker, set()).add(source)
            if is_turn:
                self.speak.setdefault(source, set()).add(speaker)


def _of_its_source(post: str, said: _Said, catalog: Catalog, found: Mapping[str, str]) -> str | None:
    """Return the one holder of a post who speaks in the one source that names it without him.

    Where the post's land is named and who holds it is not, nobody else may speak there: not all presidents of an
    assembly's speeches are one.
    """
    (source, *others) = said.sources[post]
    if source is None or others:
        return None
    role = role_key(post.lower()) or ""
    there = said.speak.get(source, set()) - {post}
    same = _holding(role, there, catalog, found)
    alike = {each for each in there if _class(role_key(each.lower()) or "") == _class(role)}
    if " " in role and not there <= {*same, *alike}:
        return None
    holder = _one([found.get(each, each) for each in same])
    return holder if holder and _near(said.days[post], [day for each in same for day in said.days[each]]) else None


def _holding(role: str, speakers: set[str], catalog: Catalog, found: Mapping[str, str]) -> list[str]:
    """Return those who hold a role by what a document says of them, of any land where the role names one."""
    known = {name for each in (role, _class(role)) for name in (*catalog.holders(each), *_titled(each, catalog))}
    return [each for each in speakers if found.get(each, each) in known]


def _class(role: str) -> str:
    """Return a role without its land."""
    return role.partition(" ")[0]


def _titled(role: str, catalog: Catalog) -> list[str]:
    """Return who has the role before the name in the title of a speech: "address by President Mira Quillon"."""
    return catalog.memory.remember("posts before names in titles", lambda: _in_titles(catalog)).get(role, [])


def _in_titles(catalog: Catalog) -> dict[str, list[str]]:
    held: dict[str, list[str]] = {}
    for title, speaker in catalog.speeches():
        before, found, _ = title.partition(speaker)
        role = role_key(" ".join(before.lower().split()[-2:])) if found and is_name(speaker) else None
        if role:
            held.setdefault(role, []).append(speaker)
    return held


def _one(people: Sequence[str]) -> str | None:
    """Return the one person that all these names are of, in the longest form; None where there are several."""
    longest = max(people, key=len, default=None)
    alone = longest is not None and " " in longest and all(same_person(each, longest) for each in people)
    return longest if alone else None


def _near(days: Sequence[str | None], others: Sequence[str | None]) -> bool:
    """Return whether each of the days is near to one of the others."""
    known = [date.fromisoformat(each) for each in others if each and len(each) == 10]
    return bool(days) and all(
        each is not None and len(each) == 10 and _is_near(date.fromisoformat(each), known) for each in days
    )


def _is_near(day: date, others: Sequence[date]) -> bool:
    return any(abs((day - other).days) <= LONGEST_TERM for other in others)

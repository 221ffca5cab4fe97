"""That an asked name is borne by several people, told with what documents say that they are."""

from __future__ import annotations

from collections.abc import Sequence

from index.catalog import Catalog
from index.names import is_name, same_person
from index.people import role_key
from rag.records import Query

SHOWN = 4


def notice_of_namesakes(query: Query, catalog: Catalog) -> str | None:
    """Return a sentence that says that the asked speaker may be one of several people, None where it is one."""
    named = [each for each in query.speakers if is_name(each) and " " in each]
    people = _people(named)
    if len(people) > 1:
        told = [_told(each, catalog.descriptions(each)) for each in people[:SHOWN]]
        more = f" and {len(people) - SHOWN} others" if len(people) > SHOWN else ""
        return f"{query.speaker} is the name of {len(people)} people in these documents: {'; '.join(told)}{more}."
    for name in people:
        several = _apart(catalog.descriptions(name))
        if len(several) > 1:
            return (
                f"{name} is called {' and '.join(several[:SHOWN])} in different documents; these may be two "
                f"people of one name."
            )
    return None


def _people(names: Sequence[str]) -> list[str]:
    """Return one name for each person: forms that can be one person's are one."""
    people: list[str] = []
    for name in sorted(names, key=lambda each: -len(each)):
        if not any(same_person(name, other) for other in people):
            people.append(name)
    return sorted(people, key=names.index)


def _told(name: str, descriptions: Sequence[tuple[str, str]]) -> str:
    return f"{name} ({descriptions[0][1]})" if descriptions else name


def _apart(descriptions: Sequence[tuple[str, str]]) -> list[str]:
    """Return descriptions out of documents of which each says another thing and none says two of them."""
    by_document: dict[str, set[str]] = {}
    for document, words in descriptions:
        by_document.setdefault(document, set()).add(_what(words))
    apart: dict[str, str] = {}
    for document, words in descriptions:
        what = _what(words)
        others = [kinds for key, kinds in by_document.items() if key != document]
        if len(by_document[document]) == 1 and others and not any(what in kinds for kinds in others):
            apart.setdefault(what, words)
    return list(apart.values())


def _what(words: str) -> str:
    """Return what a description says that somebody is: the office, else its last word before a place."""
    return role_key(words) or words.split(" of ")[0].split(" in ")[0].split()[-1].lower()

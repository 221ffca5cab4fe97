"""That several people have the asked name, each shown with what documents say of them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.attribution.offices import fits
from index.names.names import is_name, same_person
from index.names.titles import name_words, role_key
from index.storage.catalog import Catalog
from index.text.countries import country
from rag.records import Query

SHOWN = 4


def notice_of_namesakes(query: Query, catalog: Catalog) -> str | None:
    """Return a sentence that says that the asked speaker may be one of several people, None where it is one."""
    named = [each for each in query.speakers if is_name(each) and " " in each]
    people = _people(named)
    if land := _land_of(query.speaker or "", people):
        return (
            f"“{query.speaker}” was read as who speaks for {land} in these documents: {_listed(people, '', catalog)}."
        )
    if len(people) > 1:
        asked = query.speaker or ""
        listed = _listed(people, asked, catalog)
        if any(name_words(each)[-1].lower() in asked.lower().split() for each in people):
            return f"{asked} is the name of {len(people)} people in these documents: {listed}."
        return f"“{asked}” may be any of {len(people)} people in these documents: {listed}."
    for name in people:
        several = _apart(catalog.descriptions(name))
        if len(several) > 1:
            return (
                f"{name} is called {' and '.join(several[:SHOWN])} in different documents; these may be two "
                f"people of one name."
            )
    return None


def shared_in(phrase: str, found: Sequence[str], catalog: Catalog) -> frozenset[str]:
    """Return the documents that name another bearer of an asked full name's surname, so that it alone is not hers."""
    asked = name_words(phrase)
    alone = [each for each in found if len(name_words(each)) == 1]
    if len(asked) < 2 or not alone or not is_name(phrase):
        return frozenset()
    bearers = catalog.bearers_by_document(asked[-1].lower())
    return frozenset(document for document, name in bearers if " " in name and not same_person(name, phrase))


def _land_of(asked: str, people: Sequence[str]) -> str | None:
    """Return the land that was asked, where these people only speak for it and none is called so."""
    land = country(re.sub("^the |['’]s$", "", asked, flags=re.IGNORECASE))
    called = any(name_words(each)[-1].lower() in asked.lower() for each in people)
    return land if people and not called else None


def _listed(people: Sequence[str], asked: str, catalog: Catalog) -> str:
    """Return the first people with what they are, and how many more there are."""
    described = [_described(each, asked, catalog.descriptions(each)) for each in people[:SHOWN]]
    left = len(people) - SHOWN
    more = f" and {left} other{'s' if left > 1 else ''}" if left > 0 else ""
    return f"{'; '.join(described)}{more}"


def _people(names: Sequence[str]) -> list[str]:
    """Return one name for each person: forms that can be one person's are one."""
    people: list[str] = []
    for name in sorted(names, key=lambda each: -len(each)):
        if not any(same_person(name, other) for other in people):
            people.append(name)
    return sorted(people, key=names.index)


def _described(name: str, asked: str, descriptions: Sequence[tuple[str, str]]) -> str:
    """Return a name with what a document says that its bearer is, the office asked for before another."""
    key = role_key(asked)
    said = sorted((words for _, words in descriptions), key=lambda each: (not key or role_key(each) != key, len(each)))
    fitting = [each for each in said if not key or fits(asked, [each])] or said
    return f"{name} ({_readable(fitting[0])})" if fitting else name


def _readable(words: str) -> str:
    return re.sub(
        r"^(?:(?:The|An?) )", lambda match: match[0].lower(), re.sub(r"^(?:who (?:is|was)|then|now) ", "", words)
    )


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

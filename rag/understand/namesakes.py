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
    land = country(re.sub("^the |['’]s$", "", query.speaker or "", flags=re.IGNORECASE))
    if people and land and not any(name_words(each)[-1].lower() in (query.speaker or "").lower() for each in people):
        described = [_described(each, "", catalog.descriptions(each)) for each in people[:SHOWN]]
        who = "; ".join(described) + (f" and {len(people) - SHOWN} more" if len(people) > SHOWN else "")
        return f"“{query.speaker}” was read as who speaks for {land} in these documents: {who}."
    if len(people) > 1:
        asked = query.speaker or ""
        described = [_described(each, asked, catalog.descriptions(each)) for each in people[:SHOWN]]
        left = len(people) - SHOWN
        more = f" and {left} other{'s' if left > 1 else ''}" if left > 0 else ""
        listed = f"{'; '.join(described)}{more}"
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

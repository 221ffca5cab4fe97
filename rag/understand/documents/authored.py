"""The words of somebody who is recognised nowhere as a speaker -> the one document that names him as its author.

"What does Ana Ruiz of the Harrier think of the ferry?" is asked of "ferry.md", whose front matter names her as author.
A report or a column is not all its author's own opinion, so its words are shown as the document's.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from index.names.names import is_name, same_person
from index.names.titles import split_title
from index.people.writers import stated_authors, states_author
from index.storage.catalog import Catalog
from index.text.expressions import expression
from rag.records import Query
from rag.understand.documents.addresses import asked_of

_NOTE = expression(r"\([^()\n]{1,60}\)")
_OF_WHAT = expression(r",? (?:of|from|at|in|for|with) (?:the )?[^\W\d_a-z][^\n]{0,80}$|,[^\n]{0,80}$")
"""What stands behind a name: where its bearer works, "of the Classical Harrier"."""


def as_of_author(query: Query, catalog: Catalog) -> Query:
    """Return a query for the words of who speaks in no document as one of the document that he wrote, else as it is.

    Whom the user set as the speaker, or a document, is asked for as set. Of several documents none is chosen.
    """
    asked = query.speaker if "speaker" in query.inferred else None
    if not asked or query.speakers or query.document or query.kind in {"quote_check", "catalog"}:
        return query
    name = _OF_WHAT.sub("", _NOTE.sub("", asked).strip())
    name = split_title(name)[0] or name
    found = _written_by(name, catalog) if is_name(name) and " " in name else []
    if len(found) != 1:
        return query
    wrote = f"{name} wrote {found[0]}: its words are shown as the document’s."
    question = query.standalone.replace(asked, name)
    return asked_of(replace(query, standalone=question, topic=question, kind="fact"), found[0], wrote)


def _written_by(name: str, catalog: Catalog) -> Sequence[str]:
    """Return the ids of the documents that name somebody as an author, in the files' own words."""
    surname = name.split()[-1].lower()
    written = catalog.memory.remember("authors", lambda: _by_surname(catalog)).get(surname, ())
    return list(dict.fromkeys(key for author, key in written if same_person(author, name)))


def _by_surname(catalog: Catalog) -> Mapping[str, list[tuple[str, str]]]:
    """Return whom documents name as their authors, with the documents' ids, by the last word of the name."""
    found: dict[str, list[tuple[str, str]]] = {}
    for document in catalog.documents():
        for author in stated_authors(document) if states_author(document) else ():
            plain = _NOTE.sub("", author).strip()
            if is_name(plain) and " " in plain:
                found.setdefault(plain.split()[-1].lower(), []).append((plain, document.id))
    return found

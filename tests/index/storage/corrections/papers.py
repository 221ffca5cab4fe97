"""Papers whose fields and statements the tests correct, and how they do it."""

from __future__ import annotations

from index.correct import change
from index.records import Document, Statement
from index.storage.store import Store
from tests.conftest import GAZETTE

HARBOUR, BRIDGE = GAZETTE
TELL, QUILL = "Odran Tell", "Mira Quill"
FISHERMEN = "Nobody asked the fishermen. They will lose their berths."
REMARKS = (
    "The ferry has to stay. I have crossed on it since I was a boy, and we shall pay for it.\n\n"
    "We never said that it was cheap. My own family lives by it.\n"
)


def document(store: Store, name: str = HARBOUR) -> Document:
    found = store.catalog.document(name)
    assert found is not None
    return found


def saying(store: Store, words: str, name: str = HARBOUR) -> Statement:
    text = document(store, name).text
    return next(each for each in store.catalog.statements(name) if words in text[each.start : each.end])


def at(statement: Statement) -> str:
    return f"{statement.document_id}@{statement.start}-{statement.end}"


def set_(store: Store, named: str, **given: str) -> None:
    change(store, named, given, [], 128)


def unset(store: Store, named: str, *fields: str) -> None:
    change(store, named, {}, fields, 128)


def everything(store: Store) -> object:
    catalog = store.catalog
    return (
        [catalog.document(each.id) for each in catalog.documents()],
        {each.id: (catalog.statements(each.id), catalog.passages_of(each.id)) for each in catalog.documents()},
        catalog.vector_ids(),
        catalog.corrections(),
        catalog.version(),
        catalog.speakers(),
    )

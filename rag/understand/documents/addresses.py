"""A governor's or mayor's words, where no document names who speaks -> the one address given in that office.

"What did Kestria's governor say about roads?" is asked of "Kestria_2031.txt", whose speaker thanks the people "for the
opportunity to serve as Governor" and is never named. The words are the address's: nobody's name is guessed.
"""

from __future__ import annotations

import glob
import re
from collections.abc import Sequence
from dataclasses import replace

from index.records import Document
from index.storage.catalog import Catalog
from index.text.expressions import expression
from index.text.stems import words
from index.transcripts.heads.speeches import ITS_LEAST, in_first_person
from rag.records import Query

_PLACE = r"(?P<place>[A-Z][\w-]+(?: [A-Z][\w-]+){0,2})"
_OFFICE = r"(?P<office>[Gg]overnor|[Mm]ayor)"
_OF_PLACE = (
    expression(rf"\b{_OFFICE} of (?:the )?{_PLACE}"),
    expression(rf"\b{_PLACE}(?:[’']s|(?<=s)[’']) (?:own |new )?{_OFFICE}\b"),
    expression(rf"\b{_PLACE} {_OFFICE}\b(?! [A-Z])"),
)
_ALONE = expression(rf"(?:[Tt]he |[Ii]ts |[Tt]heir ){_OFFICE}")
_CAPITALISED = expression(r"(?<![.?!] )(?<!^)\b[A-Z][\w-]+(?: [A-Z][\w-]+)?|^[A-Z][\w-]+(?=[’']s )")
_OWN = r"(?:\bI\b|\b[Mm]y\b|\b[Mm]e\b)[^.!?\n]{0,120}"
_MOST_READ = 8
"""So many documents that a place's name is in the title of are read at most."""


def address_of(asked: str, question: str, catalog: Catalog) -> str | None:
    """Return the id of the one address that who is asked for by office and place gives, or None.

    Its place stands beside the office, or in the question. Who is asked for by name may be somebody else.
    """
    beside = next((match for form in _OF_PLACE if (match := form.search(asked))), None)
    alone = None if beside else _ALONE.fullmatch(asked.strip())
    if beside is None and alone is None:
        return None
    places = (
        [beside["place"]] if beside else [match[0] for match in _CAPITALISED.finditer(question.replace(asked, " "))]
    )
    office = (beside or alone)["office"].lower()  # type: ignore[index]
    found = dict.fromkeys(key for place in places for key in _given_in(place, office, catalog))
    return next(iter(found)) if len(found) == 1 else None


def _given_in(place: str, office: str, catalog: Catalog) -> Sequence[str]:
    """Return the ids of documents called after a place that are addresses of who holds an office and is not named."""
    return catalog.memory.remember(("addresses", place, office), lambda: _read(place, office, catalog))


def _read(place: str, office: str, catalog: Catalog) -> list[str]:
    named = set(words(place))
    called = [each for each in catalog.documents() if named and named <= _words_of(each)][:_MOST_READ]
    whole = (catalog.document(each.id) for each in called if not each.speaker)
    return [each.id for each in whole if each and _is_address(each, office) and not _is_anybodys(each.id, catalog)]


def _words_of(document: Document) -> set[str]:
    """Return the words of a document's title and of its file's name."""
    return set(words(re.sub(r"[_\W]+", " ", f"{document.title} {document.id}")))


def _is_address(document: Document, office: str) -> bool:
    """Return whether a text is spoken by who holds an office: "… to serve as Governor", "here as your mayor"."""
    own = re.search(
        rf"{_OWN}\b(?:as|be|become|became|being) (?:your |the |a )?(?:\w+ )?(?i:{office})\b"
        rf"|{_OWN}\bState of the (?:State|City)\b|\bmy (?:\w+ ){{0,3}}(?:State of the (?:State|City)|inaugural)\b",
        document.text,
    )
    return own is not None and in_first_person(document.text, ITS_LEAST)


def _is_anybodys(document_id: str, catalog: Catalog) -> bool:
    """Return whether somebody is known to speak in a document on his own: then it is asked for by that name."""
    return any(each.kind == "turn" and each.speaker for each in catalog.statements(document_id))


def as_of_address(query: Query, catalog: Catalog) -> Query:
    """Return a query for the words of who holds an office as one of the address that he gives, else as it is.

    Whom the user set as the speaker, or a document, is asked for as set.
    """
    asked = query.unheld or (query.speaker if "speaker" in query.inferred else None)
    if not asked or query.document or query.kind == "quote_check":
        return query
    found = address_of(asked, query.standalone, catalog)
    if found is None:
        return query
    given = f"Who gives the address {found} is not named in it: its words are shown as the address’s, for “{asked}”."
    kind = "fact" if query.kind in {"statements", "list", "timeline"} else query.kind
    return asked_of(replace(query, kind=kind), found, given)


def asked_of(query: Query, document_id: str, told: str) -> Query:
    """Return a query for somebody's words as one of a document that they are taken for, with what is told of that."""
    return replace(
        query,
        speaker=None,
        speakers=(),
        unheld=None,
        document=glob.escape(document_id),
        view=False,
        inferred=(*(each for each in query.inferred if each != "speaker"), "document"),
        assumed=f"{query.assumed} {told}" if query.assumed else told,
    )


def notice_of_address(query: Query) -> str | None:
    """Return a sentence that says whose words an address's were taken for, None where none was found so."""
    return query.assumed if query.speaker is None and "document" in query.inferred else None

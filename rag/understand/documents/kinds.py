"""Which kind of document one is, told by what stands at its beginning: "PRESS RELEASE, Vesk", "Interview with …"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import PurePosixPath

from index.records import Document
from index.storage.catalog import Catalog
from index.text.expressions import expression
from index.text.stems import content_words

# What a kind is asked for as, and its signs in a document's title, file's name or first lines.
_KINDS = tuple(
    (expression(asked, re.IGNORECASE), expression(signs, re.IGNORECASE | re.MULTILINE))
    for asked, signs in (
        ("minutes", r"minutes\b"),
        ("meeting|session|sitting", r"minutes\b|(?:\w+ ){0,3}(?:meeting|session|sitting)\b[^.\n]{0,25}\d"),
        ("interview|conversation", r"(?:\w+ ){0,2}interview\b|(?:in )?conversation (?:with|between)\b|q ?[:&] ?a?\b"),
        (
            r"(?:press|news|media) (?:release|statement|notice)|communiqu[ée]",
            r"(?:press|news|media) (?:release|statement|notice)\b|communiqu[ée]\b|for immediate release\b",
        ),
        ("(?:open )?letter(?: to the editor)?", r"(?:\w+ )?letter\b|to the editors?\b|dear (?:sir|editor|madam|mr|ms)"),
        ("fact[- ]?check", r"(?:\w+ )?fact[- ]?check|the claim:|claim:"),
        ("e-?mail|mail", r"from: .*@|subject: |e-?mail\b"),
        ("live ?blog|live page|ticker", r"live\b|ticker\b"),
        (
            "speech|address|remarks|lecture|talk|sermon",
            r"(?:\w+ ){0,3}(?:speech|address|remarks|lecture|sermon|rede|ansprache|przemówienie|речь|выступление|"
            r"discours)\b|(?:keynote|opening) \w+\b",
        ),
    )
)
_GENERAL = expression(
    r"(?:document|text|article|file|story|paper|piece|page|post|news item|record|report|statement)$", re.IGNORECASE
)
_MAIL = frozenset({".eml", ".msg", ".mbox"})
_LINE_START = r"^[\W_]*"


def is_kind(word: str) -> bool:
    """Return whether a word for a document says what kind it is: "minutes" does, "article" and "text" do not."""
    return bool(word) and not _GENERAL.match(word)


def of_kind(kind: str, documents: Sequence[Document], catalog: Catalog) -> list[Document]:
    """Return the documents that are of a kind, as their title, their file's name or a first line of theirs begins."""
    beginnings = catalog.beginnings()
    return [each for each in documents if is_of_kind(kind, each, beginnings)]


def is_of_kind(kind: str, document: Document, beginnings: Mapping[str, str], begins: str = _LINE_START) -> bool:
    known = next((pair for pair in _KINDS if pair[0].fullmatch(kind)), None)
    signs = known[1].pattern if known else rf"(?:\w+ ){{0,3}}{re.escape(kind)}\b"
    if known and known[0].fullmatch("mail") and PurePosixPath(document.id.split("#")[0]).suffix.lower() in _MAIL:
        return True
    head = "\n".join((document.title, words_of_name(document.id), beginnings.get(document.id, "")))
    return bool(re.search(f"{begins}(?:{signs})", head, re.IGNORECASE | re.MULTILINE))


def words_of_name(document_id: str) -> str:
    return PurePosixPath(document_id).stem.replace("-", " ").replace("_", " ")


def words_of(document: Document, catalog: Catalog, beginnings: bool = True) -> set[str]:
    """Return the stems of a document's title, its file's name and, where wanted, its first lines."""
    beginning = catalog.beginnings().get(document.id, "") if beginnings else ""
    return set(content_words(f"{document.title} {words_of_name(document.id)} {beginning}"))

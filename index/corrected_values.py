"""What a person wrote for a field that was misread -> the value that is kept, and what they should know of it."""

from __future__ import annotations

import unicodedata
from datetime import date

from errors import CorrectionError
from index.dates import published
from index.dates.days import written
from index.text.counts import readable_date

FIELDS = ("title", "published", "speaker", "source")
STATEMENT_FIELDS = ("speaker", "said_on")
DAYS = frozenset({"published", "said_on"})
LONGEST = {"title": 500, "published": 60, "speaker": 200, "source": 300, "said_on": 60}
"""Characters of each field at most."""
_NONE = frozenset(
    "unknown|none|n/a|n.a|not known|nobody|no one|no name|no date|no speaker|no source|no day|undated|null|nil|"
    "unknown speaker|speaker unknown|speaker not known|unbekannt|inconnu|desconocido|nieznany|neznámý|неизвестно|"
    "неизвестен|невідомо|невідомий|-|--|–|—".split("|")
)
"""How people write that there is none."""
_BIDI = frozenset("\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Characters that change the order in which others are shown."""


def field_named(name: str, of_statement: bool = False) -> str:
    """Return the field that a person named, in whatever capitals.

    Raises:
        CorrectionError: there is none of this name to correct.
    """
    field = name.strip().casefold()
    if field in (STATEMENT_FIELDS if of_statement else FIELDS):
        return field
    if of_statement and field in FIELDS:
        raise CorrectionError(
            f"Of a statement only its speaker and day (said_on) can be corrected, not its {field}; name the document."
        )
    if field == "said_on":
        raise CorrectionError(
            "A document has the field published; said_on is a statement's: --set DOCUMENT@START-END said_on=DAY"
        )
    kind, fields = ("statement", STATEMENT_FIELDS) if of_statement else ("document", FIELDS)
    raise CorrectionError(f"A {kind} has no field {shown(name)} to correct; name one of {', '.join(fields)}.")


def value(field: str, text: str) -> str | None:
    """Return what a person wrote for a field as it is kept: bare, a day as ISO, nothing as None.

    Raises:
        CorrectionError: the field cannot hold this.
    """
    bare = unicodedata.normalize("NFC", text).strip()
    if len(bare) > LONGEST[field]:
        raise CorrectionError(f"The {field} is longer than {LONGEST[field]} characters; give a shorter one.")
    if any(_is_control(each) for each in bare):
        raise CorrectionError(f"The {field} contains a line break or a control character; write it in one line.")
    bare = " ".join(bare.split())
    if field != "title" and (not bare or means_none(bare)):
        return None
    if not bare:
        raise CorrectionError("The title is empty; give one, or take the file's again with --unset.")
    if field in DAYS:
        return _day(bare)
    # A paper or a book may be called 1984; nobody is.
    if not any(each.isalpha() if field == "speaker" else each.isalnum() for each in bare):
        raise CorrectionError(f"The {field} {shown(bare)} has no letter; write a name, or nothing for none.")
    return bare


def means_none(text: str) -> bool:
    """Return whether a person wrote that there is none."""
    bare = " ".join(text.split()).casefold()
    return bare.strip(" .()[]<>") in _NONE or bare in _NONE


def remarks(field: str, text: str, kept: str | None) -> list[str]:
    """Return what a person should know of how a value that they wrote was taken."""
    if kept is None and text.strip():
        return [f"{shown(text.strip())} was taken to mean that there is no {_name(field)}."]
    if kept and field in DAYS and kept > date.today().isoformat()[: len(kept)]:
        return [f"{readable_date(kept)[:1].upper()}{readable_date(kept)[1:]} is in the future; it was stored as given."]
    return []


def _name(field: str) -> str:
    return "day" if field in DAYS else field


def _day(text: str) -> str:
    if found := published.day(text):
        return found
    either = [each for each in written(text) if each.either_way]
    if len(either) == 1 and (one := either[0].settled().on()) and (other := either[0].swapped().on()):
        raise CorrectionError(
            f"The day {shown(text)} may be {readable_date(one.isoformat())} or {readable_date(other.isoformat())}; "
            f"write it as {one.isoformat()} or {other.isoformat()}."
        )
    raise CorrectionError(
        f"The day {shown(text)} cannot be read; write it as 2026-04-02, 2026-04, 2026 or 2 April 2026."
    )


def _is_control(character: str) -> bool:
    return unicodedata.category(character) in {"Cc", "Cs", "Co", "Cn", "Zl", "Zp"} or character in _BIDI


def shown(text: str) -> str:
    """Return what somebody wrote for a message of one line."""
    visible = "".join("\ufffd" if _is_control(each) else each for each in text)
    return f"'{visible if len(visible) <= 80 else visible[:79] + '…'}'"

"""Whom a document's file names as who speaks in it: one whose speech it is, several whose labels stand in the text.

Front matter says who gave a talk over the talk itself as well as over a notice of it; the text shows which it is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.names.titles import split_title
from index.people.people import People
from index.readers.front_matter import speaker_of_field
from index.records import VOICES, Document
from index.text.expressions import expression
from index.text.sentences import Span
from index.transcripts.narration import without_quotations

INTRODUCED_WITHIN = 6
"""Paragraphs at a text's beginning in which somebody else may introduce who speaks."""
_INTRODUCES = expression(
    r"\b(?:introduc\w+|(?:please )?welcom\w+|(?:next|first|last|keynote|guest|main) (?:speaker|talk|presenter)"
    r"|(?:give|hand|turn) (?:it|the floor|you)? ?(?:over )?to|the floor is yours|round of applause)\b",
    re.IGNORECASE,
)
_CONVERSED = expression(
    r"\b(?:interview\w*|conversation|panel\w*|q ?& ?a|podcast|fireside|discussion|debate|roundtable|meeting|ama)\b",
    re.IGNORECASE,
)
_NOTES = expression(
    r"^[ \t#*_]{0,9}(?:(?:sermon |talk |message )?summary(?::[^\n]{0,90})?|main (?:theme|points)|abstract"
    r"|bio(?:graphy)?|about the (?:speaker|talk|author)|big idea|key (?:points|takeaways|scriptures)"
    r"|takeaways|overview|outline|tl;?dr|resum[eé]n|zusammenfassung|show notes)[ \t*_:]{0,9}$"
    r"|\b(?:the|our|this) (?:speaker|presenter|preacher|pastor|bishop|talk) (?:will |then |also )?"
    r"(?:explain|discuss|argu|talk|present|cover|show|introduc|highlight|explor|emphasi|address|draw|deliver)\w{0,5}\b",
    re.IGNORECASE | re.MULTILINE,
)
"""What stands over or in notes of a talk, and not in the talk."""
_ASKED = expression(r"^[ \t*_]{0,9}(?:Q|Question)[ \t]{0,3}\d{0,3}[ ][–—-][ ]", re.MULTILINE)
"""A question before a dash, which no label is: whose the words below it are nobody knows."""
_I = expression(r"\b(?:I|[Mm]y|[Mm]e)\b")
_SHORT_TALK, _LEAST_I = 3_500, 2
_ONESELF = expression(r"\b(?:[Mm]y name(?:[’']s| is)|I am|I[’']m|[Tt]his is) (?:[A-Z][\w.’'-]* ){0,2}$")


_FIELD_LINE = expression(r"(?P<name>[A-Za-z]+(?: [A-Za-z]+)?)[ \t]*:[ \t]+(?P<value>\S[^\n]{0,150})")
_LAST_FIELD = 8
"""Lines at a text's beginning in which such fields stand."""
_OUTRIGHT = frozenset({"front matter", "a field at the top"})
_ALSO = tuple(f"{each}, as who speaks" for each in (*_OUTRIGHT, "the tag around the text"))


def speaker_of_lines(lines: Sequence[str], document: Document) -> tuple[str, int] | None:
    """Return whom a line at a text's beginning names as its speaker ("Speaker: Ana Ruiz"), and the last line of fields.

    Where the text has such a line again it is the label of one turn among others; nor is a notice of a talk his words.
    """
    fields = [(at, match) for at, each in enumerate(lines[:_LAST_FIELD]) if (match := _FIELD_LINE.fullmatch(each))]
    named = [(at, name) for at, match in fields if (name := speaker_of_field(match["name"], match["value"].strip()))]
    if len(named) != 1:
        return None
    (at, name), numbers = named[0], {each for each, _ in fields}
    label = re.escape(lines[at].partition(":")[0].strip())
    again = re.findall(rf"^[ \t*_#]{{0,9}}{label}[ \t*_]{{0,9}}:", document.text, re.MULTILINE | re.IGNORECASE)
    if len(again) > 1 or tells_of_talk(document, name, is_sure=True):
        return None
    while at + 1 in numbers:
        at += 1
    return name, at


def from_front_matter(document: Document) -> bool:
    """Return whether front matter alone says who speaks, which may stand over a notice of a talk as well."""
    return is_outright(document) or _where(document) in _ALSO


def is_outright(document: Document) -> bool:
    """Return whether the field `speaker` itself says so: the words below are that one's, however few."""
    return _where(document) in _OUTRIGHT


def _where(document: Document) -> str | None:
    return None if "speaker" in dict(document.read) else dict(document.origins).get("speaker")


def is_notice(document: Document) -> bool:
    """Return whether front matter names who speaks over what is not surely that one's words alone."""
    is_sure = is_outright(document)
    return from_front_matter(document) and tells_of_talk(document, document.speaker or "", is_sure=is_sure)


def tells_of_talk(document: Document, speaker: str, *, is_sure: bool) -> bool:
    """Return whether a text under somebody's name is a notice of his talk, notes of it, or a conversation.

    Notices and notes are short and hardly say "I", or have headings of their own; in a conversation others speak as
    well. Where it is sure who speaks shortness alone tells nothing.
    """
    text = document.text
    short = len(text) < _SHORT_TALK and len(_I.findall(text)) < _LEAST_I
    surname = re.escape(speaker.split()[-1]) if speaker else ""
    told = re.findall(rf"\b{surname} (?:then |also |will )?[a-z]{{2,}}(?:s|ed)\b", without_quotations(text))
    notes = 2 * (len(told) > 1) + len({each[0].strip(" #*_:\t").lower() for each in _NOTES.finditer(text)})
    notes += len(_ASKED.findall(text))
    # A talk put into writing may have a heading "Summary" of its own.
    is_short_notice = short and (notes > 0 or not is_sure)
    return is_short_notice or notes > 1 or bool(_CONVERSED.search(document.title))


def voices_of_file(document: Document) -> tuple[str, ...]:
    """Return whom the file names as who speak in the text, one or several."""
    several = dict(document.origins).get(VOICES, "")
    return tuple(several.split(", ")) if several else tuple(filter(None, [document.speaker]))


def named_by_part(document: Document, part: str, *, given: bool) -> str | None:
    """Return the one voice of the file with a word as surname, or as given name where that may count."""
    part = part.lower()
    fitting = {
        each
        for each in voices_of_file(document)
        if part == each.split()[-1].lower() or given and part == each.split()[0].lower()
    }
    return fitting.pop() if len(fitting) == 1 else None


def guest_of(document: Document) -> str | None:
    """Return who answers, where the file names one person who speaks with somebody else."""
    several = dict(document.origins).get(VOICES, "")
    return several if several and ", " not in several else None


def behind_introduction(text: str, spans: Sequence[Span], speaker: str | None) -> int:
    """Return the number of the first paragraph that is the speaker's, behind those in which somebody introduces him."""
    last = split_title(speaker or "")[0].split()[-1:]
    if not last:
        return 0
    surname = re.compile(rf"\b{re.escape(last[0])}\b")
    for number in range(min(len(spans), INTRODUCED_WITHIN) - 1, -1, -1):
        words = text[slice(*spans[number])]
        named = [each for each in surname.finditer(words) if not _ONESELF.search(words[: each.start()])]
        if named and _INTRODUCES.search(words) and number + 1 < len(spans):
            return number + 1
    return 0


def initials_in_full(name: str, people: People) -> str:
    """Return a name whose given name is an initial as the text has it in full, if it does: "A. Ruiz" of Ana Ruiz."""
    first, *_, last = name.split() if " " in name else (name, name)
    known = people.person(last) if len(first) == 2 and first.endswith(".") else None
    fits = known and " " in known and known[0] == first[0] and known.split()[-1] == last
    return known if known and fits else name

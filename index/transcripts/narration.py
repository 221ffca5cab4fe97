"""What a reporter writes between the turns of an interview: a stage direction, a quotation with who says it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from index.cues.verbs import SPEECH_FORMS
from index.text.sentences import Span, trimmed
from index.transcripts.label_evidence import FIRST_PERSON

_ITALICS = re.compile(r"(?P<mark>[*_])(?P<words>[^*_\n“”\"]{2,160})(?P=mark)[.!]?")
_SUBJECT = re.compile(
    r"(?:He|She|They|Both|(?P<name>(?:[^\W\d_a-z][\w’'-]* ){0,3}[^\W\d_a-z][\w’'-]*)) [a-z]+(?:s|ed)\b"
)
_QUOTED = re.compile(r"“[^”]{1,600}”|\"[^\"\n]{1,600}\"|«[^»]{1,600}»|„[^“”]{1,600}[“”]")
_PRONOUNS = {"he": "m", "she": "f"}


_SET_APART = re.compile(r"[*_]{1,3}[(\[][^()\[\]\n]{1,80}[)\]][*_]{1,3}|\[[^\[\]\n]{1,100}\]")
"""A direction in brackets and marks, or in square brackets alone: "*[MUSIC]*", "[the lights go out]"."""


def is_credit(paragraph: str) -> bool:
    """Return whether a last paragraph is in italics as a whole: an editor's note or who made it."""
    match = _ITALICS.fullmatch(paragraph.strip())
    return match is not None and re.search(r"\b(?:I|[Mm]y|[Mm]e)\b", match["words"]) is None


def is_direction(paragraph: str, names: Collection[str]) -> bool:
    """Return whether a paragraph in italics describes what somebody of the interview does: "*Brisk laughs.*"."""
    match = _ITALICS.fullmatch(paragraph.strip())
    if _SET_APART.fullmatch(paragraph.strip()):
        return True
    if match is None or FIRST_PERSON.search(match["words"]):
        return False
    subject = _SUBJECT.match(match["words"].strip())
    return subject is not None and (subject["name"] is None or subject["name"].split()[-1] in names)


def without_asides(text: str, span: Span, names: Collection[str]) -> Iterator[Span]:
    """Yield the parts of a paragraph between directions in italics: "*She looks up.* Yes. *laughs* No."."""
    start = span[0]
    for match in _INLINE.finditer(text, *span):
        opens = not text[span[0] : match.start()].strip() or text[: match.start()].rstrip()[-1:] in '.?!…”"’'
        acts = _ACTS.fullmatch(match["words"]) is not None
        narrated = match["words"][-1:] in ".!" and not _STATES.match(match["words"]) and is_direction(match[0], names)
        if not (opens and (acts or narrated)):
            continue
        if part := trimmed(text, start, match.start()):
            yield part
        start = match.end()
    if part := trimmed(text, start, span[1]):
        yield part


_INLINE = re.compile(r"(?<![*_\w])(?P<mark>[*_])(?P<words>[^\s*_“”\"][^*_\n“”\"]{2,158})(?P=mark)(?![*_\w])")
_ACTS = re.compile(
    r"[(\[]?(?:laugh|smile|sigh|pause|nod|shrug|grin|cough|whisper|wince|frown|chuckle|giggle|hesitate|blush|wave|sing"
    r"|cry|yawn|wink|sip|gesture|applause|silence|long pause|laughter)(?:s|es|ing|ed)?"
    r"(?: (?:[a-z]+ ){0,3}[a-z]+)?\.?[)\]]?"
)
_STATES = re.compile(r"(?:[^\s]+ ){1,4}?(?:is|was|has|does|needs|means|owns|thinks|believes|wants|knows|says|said)\b")


def without_quotations(paragraph: str) -> str:
    """Return a paragraph without what stands in it between quotation marks."""
    return _QUOTED.sub(" ", paragraph)


def is_narrated(paragraph: str, surname: str, gender: str | None) -> bool:
    """Return whether a paragraph quotes its speaker in a reporter's words, now: “The cat owns it,” she says.

    A speaker who quotes somebody else tells of what was ("he said"), or of himself beside it.
    """
    opening = _QUOTED.match(paragraph)
    rest = without_quotations(paragraph)
    if opening is None or FIRST_PERSON.search(rest):
        return False
    verb = re.match(rf"\s*,?\s*(?P<who>he|she|they|{re.escape(surname)}) (?P<verb>[a-z]+)", paragraph[opening.end() :])
    if verb is None or verb["verb"] not in SPEECH_FORMS and verb["verb"] not in {"laughs", "smiles", "sighs"}:
        return False
    if verb["who"] == surname:
        return True
    return verb["verb"].endswith("s") and (gender is None or _PRONOUNS.get(verb["who"], gender[0]) == gender[0])

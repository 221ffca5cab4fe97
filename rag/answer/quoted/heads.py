"""Whose words a text is by its head, where no statement says so: one speaker in its title, or whom its questions ask.

"Stanley Vale London, 10 November 2032", "Mr Ivo Vale, Minister, to Mr Odran Tell", "Reply by Mr Ivo Vale during …".
"""

from __future__ import annotations

import re
from functools import lru_cache

from index.names.names import same_person
from index.names.titles import gender_of
from index.records import Document
from index.text.countries import country
from index.text.expressions import expression
from index.transcripts.heads.speech_titles import KIND, named_by_title, names_several

_CODE = expression(r"`[^`\n]{0,200}`(?:\{[^}\n]{0,80}\})?|\[\]\{[^}\n]{0,120}\}|\{[#.][^}\n]{0,160}\}")
"""Marks of a converted page in a title: `<?pagebreak?>`{=html}[]{#p125}."""
_WORD = r"[^\W\d_a-z][\w’'-]{0,30}"
_NAME = rf"(?P<name>(?:{_WORD}|[A-Z]\.) (?:(?:{_WORD}|[A-Z]\.) )?{_WORD})"
_TITLE = r"(?:Mr|Mrs|Ms|Miss|Dr|Prof|Professor|Sir|Dame|Lord|Lady|Senator|Minister|President|Ambassador|Governor|Mayor)"
_DAY = r"\d{1,2} [A-Z][a-z]{2,8} \d{4}"
_DATED = expression(rf"(?P<given>{_WORD}) (?P<last>{_WORD})(?:,? {_WORD}){{0,3}}, {_DAY}\W{{0,3}}")
_LETTER = expression(
    rf"(?P<title>{_TITLE}\.? )?{_NAME}(?:, [^,\n]{{3,60}})?,? to (?:the (?:Prime |Foreign )?)?{_TITLE}\b[^:\n]*$"
)
_BY = expression(
    rf"(?i:{KIND}|response|reply|opening|closing|welcome|answer)\b[^,\n]{{0,60}}?\b(?:by|of|from) (?:[^,\n]{{3,60}}, )?"
    rf"(?:the )?(?:Hon\.? )?{_TITLE}\.? {_NAME}(?= ?[,:(]|$| (?:at|on|in|during|to|for)\b)"
)
_INTRODUCED = expression(
    r"^(?P<name>[A-Z]{2,20}(?: [A-Z][A-Z.’'-]{0,20}){1,2}) (?:has|is|was|works|worked|lives|had)\b[^\n]{10,400}$", re.M
)
"""Above the words of each of several who speak: "ODO VALE has worked at the yard for ten years."."""
_SECTION = 12_000
_ASKED = expression(r"^(?:\*{1,3}|_{1,2})(?P<asked>[^*_\n]{5,400})(?:\*{1,3}|_{1,2})[ \t]*$", re.M)
"""A question of an interview: a line that is set in another type."""
_ADDRESSED = expression(rf"\b{_TITLE}\.? (?P<last>{_WORD})(?=,|\?)|, {_TITLE}\.? (?P<end>{_WORD})\?")
FEWEST_QUESTIONS = 3
LONGEST_HEAD = 2_000


def voice_of(document: Document, at: int) -> str | None:
    """Return whose words stand at an offset by the head of the text or of their part, None where none says it."""
    return _introduced(document.text, at) or of_head(document) or _interviewed(document.text, at)


def is_called(voice: str, *asked: str | None) -> bool:
    """Return whether somebody may be called by one of the asked names, which may be written in small letters."""
    surname = voice.split()[-1].lower()
    return any(same_person(voice, each) or each.lower() == surname for each in asked if each)


def of_head(document: Document) -> str | None:
    """Return the one person whose speech or letter a document is by its title."""
    return document.speaker or _of_title(document.title)


@lru_cache(maxsize=256)
def _of_title(title: str) -> str | None:
    bare = " ".join(_CODE.sub(" ", title).split()).strip(" #*_")
    if names_several(bare):
        return None
    if found := named_by_title(bare):
        return found
    if (match := _DATED.match(bare)) and _is_person(match["given"]) and not country(match["last"]):
        return f"{match['given']} {match['last']}"
    if (match := _LETTER.match(bare)) and (match["title"] or _is_person(match["name"].split()[0])):
        return match["name"]
    by = _BY.match(bare)
    return by["name"] if by and by["name"][0].isupper() else None


def _is_person(given: str) -> bool:
    return bool(gender_of(given, "")) and not country(given)


@lru_cache(maxsize=256)
def _introduced(text: str, at: int) -> str | None:
    """Return who is introduced last above an offset, where several are, each above the own words."""
    found = list(_INTRODUCED.finditer(text))
    above = [each for each in found if each.end() <= at]
    if len({each["name"] for each in found}) < 2 or not above or at - above[-1].end() > _SECTION:
        return None
    name = str(above[-1]["name"])
    return name.title() if _is_person(name.split()[0].title()) else None


@lru_cache(maxsize=256)
def _interviewed(text: str, at: int) -> str | None:
    """Return whom the questions of an interview address by name, where an offset stands in an answer."""
    lines = [each for each in _ASKED.finditer(text) if each["asked"].rstrip().endswith(("?", "."))]
    asking = [each for each in lines if each["asked"].rstrip().endswith("?")]
    if len(asking) < FEWEST_QUESTIONS or at < asking[0].end() or any(each.start() <= at < each.end() for each in lines):
        return None
    called = {match["last"] or match["end"] for each in lines for match in _ADDRESSED.finditer(each["asked"])}
    return _whole_name(text, next(iter(called))) if len(called) == 1 else None


def _whole_name(text: str, last: str) -> str | None:
    """Return the one name with a surname that stands in the head of a text."""
    whole = re.compile(rf"\b(?P<given>{_WORD}) {re.escape(last)}\b")
    names = {each[0] for each in whole.finditer(text[:LONGEST_HEAD]) if _is_person(each["given"])}
    return next(iter(names)) if len(names) == 1 else None

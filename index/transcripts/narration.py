"""What a reporter writes between the turns of an interview: a stage direction, a quotation with who says it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from index.cues.verbs import SPEECH_FORMS
from index.text.expressions import expression
from index.text.sentences import Span, trimmed
from index.transcripts.label_evidence import FIRST_PERSON

_ITALICS = expression(r"(?P<mark>[*_])(?P<words>[^*_\n“”\"]{2,160})(?P=mark)[.!]?")
_SUBJECT = expression(
    r"(?:He|She|They|Both|(?P<name>(?:[^\W\d_a-z][\w’'-]* ){0,3}[^\W\d_a-z][\w’'-]*)) [a-z]+(?:s|ed)\b"
)
_QUOTED = expression(r"“[^”]{1,600}”|\"[^\"\n]{1,600}\"|«[^»]{1,600}»|„[^“”]{1,600}[“”]")
_PRONOUNS = {"he": "m", "she": "f"}


_SET_APART = expression(r"[*_]{1,3}[(\[][^()\[\]\n]{1,80}[)\]][*_]{1,3}|\[[^\[\]\n]{1,100}\]")
"""A direction in brackets and marks, or in square brackets alone: "*[MUSIC]*", "[the lights go out]"."""


def is_credit(paragraph: str) -> bool:
    """Return whether a last paragraph is in italics as a whole: an editor's note or who made it."""
    match = _ITALICS.fullmatch(paragraph.strip())
    return match is not None and re.search(r"\b(?:I|[Mm]y|[Mm]e)\b", match["words"]) is None


_CAPTION = expression(
    r"[^()\n?!]{8,260}\((?:(?:[Pp]hotos?|[Pp]icture|[Ii]mage|[Cc]ourtesy|via)\b[^()\n]{0,60}"
    r"|[^()\n/]{2,40} ?/ ?[^()\n/]{2,40}|Getty(?: Images)?|Reuters|AFP|AP|Flickr|Shutterstock)\)\.?"
)


def is_caption(paragraph: str) -> bool:
    """Return whether a paragraph is what stands below a picture: a line with who took it in brackets at its end."""
    paragraph = paragraph.strip().strip("*_ ")
    return _CAPTION.fullmatch(paragraph) is not None and not FIRST_PERSON.search(paragraph)


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


_INLINE = expression(r"(?<![*_\w])(?P<mark>[*_])(?P<words>[^\s*_“”\"][^*_\n“”\"]{2,158})(?P=mark)(?![*_\w])")
_ACTS = expression(
    r"[(\[]?(?:laugh|smile|sigh|pause|nod|shrug|grin|cough|whisper|wince|frown|chuckle|giggle|hesitate|blush|wave|sing"
    r"|cry|yawn|wink|sip|gesture|applause|silence|long pause|laughter)(?:s|es|ing|ed)?"
    r"(?: (?:[a-z]+ ){0,3}[a-z]+)?\.?[)\]]?"
)
_STATES = expression(r"(?:[^\s]+ ){1,4}?(?:is|was|has|does|needs|means|owns|thinks|believes|wants|knows|says|said)\b")


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


_STAFF = (
    r"(?:(?P<whose>[Hh]er|[Hh]is)|[Tt]he [a-z]+[’']s|(?:[^\W\d_a-z][\w’'-]* ){0,2}[^\W\d_a-z][\w-]*[’']s)"
    r" (?:[a-z]+ )?(?:secretary|assistant|aide|deputy|spokes(?:man|woman|person)|press officer|publicist|agent|lawyer)"
)
_NAMED = r"(?:,? [^\W\d_a-z][\w’'-]*(?: [^\W\d_a-z][\w’'-]*){1,2},?)?"
_LOOKED_AT = 600
"""Characters of a paragraph in which somebody's staff is looked for."""
_BY_STAFF = expression(
    rf"{_STAFF}{_NAMED} (?P<verb>[a-z]+s)\b|\b(?P<before>[a-z]+s) {_STAFF.replace('whose', 'theirs')}\b"
)
"""What somebody's staff says now: "her secretary, Ida Tell, adds", "says the mayor's aide"."""


def is_by_staff(paragraph: str, gender: str | None) -> bool:
    """Return whether a paragraph tells what the speaker's own secretary or aide says now: it is not the speaker's.

    Who answers tells of others' aides in the past, or says "I" and "my".
    """
    rest = without_quotations(paragraph)
    found = None if FIRST_PERSON.search(rest) or re.search(r"\bmy\b", rest) else _BY_STAFF.search(rest, 0, _LOOKED_AT)
    if found is None or (found["verb"] or found["before"]) not in SPEECH_FORMS | {"interrupts"}:
        return False
    whose = (found["whose"] or found["theirs"] or "").lower()
    return gender is None or not whose or whose == {"male": "his", "female": "her"}.get(gender)


_LEADING = (
    r"(?:(?:But|And|Then|Later|Earlier|Still|Afterwards?|Meanwhile|Asked|Pressed|Outside|Once|On|At|In|After|Before"
    r"|When)\b[^.?!:;\n]{0,60}? )?"
)
_TITLED = r"(?:M(?:r|rs|s|x)\.? |Miss |Dr\.? |Sir |Lord |Lady |Cllr\.? )"
_BETWEEN = r"(?:[a-z]+ly|then|also|later|had|has|once|just|only)"
_GESTURES = (
    "shook|nodded|laughed|smiled|shrugged|sighed|paused|grinned|frowned|applauded|clapped|stood|rose|sat|walked|left"
    "|turned|looked|pointed|waved|interrupted"
)
_YOU = expression(r"\b[Yy]ou(?:r|rs)?\b")


def is_told(paragraph: str, surnames: Collection[str], *, titled: bool) -> bool:
    """Return whether a paragraph tells in a reporter's words what one of a text's speakers said or did then.

    "Pike said he had been for it since the flood." Who speaks says "I" or calls the others by titles (`titled`), as
    the members of a parliament do.
    """
    rest = without_quotations(paragraph)
    if not surnames or FIRST_PERSON.search(rest) or _YOU.search(rest):
        return False
    who = "|".join(map(re.escape, sorted(surnames, key=len, reverse=True)))
    who = rf"(?:{'' if titled else _TITLED + '?'}(?:[^\W\d_a-z][\w.’'-]* ){{0,2}}(?:{who}))"
    subject = re.match(rf"{_LEADING}{who} (?:{_BETWEEN} ){{0,2}}(?P<verb>[a-z]+)", paragraph)
    if subject and (subject["verb"] in SPEECH_FORMS or re.fullmatch(_GESTURES, subject["verb"])):
        return True
    opening = _QUOTED.match(paragraph)
    return opening is not None and _says_beside(paragraph[opening.end() :], who)


def _says_beside(rest: str, who: str) -> bool:
    """Return whether a verb of saying and a name stand right behind a quotation: "said Pike", "Pike answered"."""
    beside = re.match(rf",? (?:(?P<before>[a-z]+) {who}\b|{who} (?:{_BETWEEN} )?(?P<after>[a-z]+))", rest)
    return beside is not None and (beside["before"] or beside["after"]) in SPEECH_FORMS


_REPLY = expression(
    r"[“\"«„]?(?:I(?:[’'](?:m|ve|d|ll))?|We(?:[’'](?:re|ve|d|ll))?|Yes|No|Nope|Yeah|Not|Never|None|Neither|Both|For|Against"
    r"|Absolutely|Certainly|Of course)\b[^\n?]{0,80}",
    re.IGNORECASE,
)
_LONGEST_REPLY = 12


def is_anothers_reply(question: str, paragraph: str) -> bool:
    """Return whether a paragraph answers in a few words what the one before asks somebody: "I am against that one."."""
    if not question.rstrip(' ”"’*_').endswith("?") or not _YOU.search(question):
        return False
    return is_reply(paragraph)


def is_reply(words: str) -> bool:
    """Return whether a few words answer somebody: "no.", "For it.", "I am against that one."."""
    return len(words.split()) <= _LONGEST_REPLY and _REPLY.match(words) is not None

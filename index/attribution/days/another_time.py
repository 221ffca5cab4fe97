"""Signs that words are of another time than their text, which tell no day: "recently told", "has said", "at the time".

Whoever "has said" something may have said it years ago, who "told the Post in an interview" days ago. Then the day of
the article is not the day of the words.
"""

from __future__ import annotations

import re

from index.attribution.days.other_sources import is_of_another_source
from index.attribution.days.saying_before import ends_with_saying
from index.attribution.days.times import AFTER_SAYING, Time, says_at
from index.cues.verbs import SPEECH, SPEECH_FORMS, STANCE, VERBS
from index.text.expressions import expression

_THEN = expression(r"\b(?:at (?:the|that) (?:time|point)|back then|in those days)\b", re.IGNORECASE)
_EARLIER = (
    "earlier|previously|once|already|long|famously|repeatedly|often|originally|initially|formerly|successfully"
    "|unsuccessfully"
)
_OPENS_THEN = expression(r"\W*Then,\s")
_PAST = expression(
    rf"\b(?:had|(?:{_EARLIER})|used to|(?:has|have|(?<=[a-z])[’']ve)"
    rf"(?: (?:always|frequently|since|now|also|never|{_EARLIER}))?)"
    rf"(?: (?:also|even|just|{_EARLIER}))? (?P<verb>[\w-]+)",
    re.IGNORECASE,
)
_RECENTLY = expression(
    r"\b(?:(?:more |most |just )?recently|lately|separately|elsewhere) (?P<verb>[\w-]+)", re.IGNORECASE
)
_ADVERB = expression(rf"\b(?P<adverb>{_EARLIER}|recently|lately|before)(?=\W*$|,| (?:of|about|in|on|at|when|that)\b)")
_PERFECT = expression(r"\b(?:has|have|had)\b")
_REMEMBERED = expression(
    r"\b(?:remember|recall)(?:s|ed)?\b[^.;:]{1,80}\b(?:saying|telling|asking|thinking)\b[^.;]{0,20}$"
)
"""What somebody said once, as they remember it."""
_LONGEST_SUBJECT, _NEAR_PAST = 6, 150
_WHEN = expression(
    r"\bwhen(?:\W*$| )(?!(?:he|she|they|it|the \w+|[A-Z]\w+)? ?(?:was |were )?"
    r"(?:asked|reached|questioned|pressed|told|contacted|approached|confronted|speaking|it comes|possible|necessary))"
)
_WHEN_OPENS = expression(
    _WHEN.pattern.replace(r"\bwhen(?:\W*$| )", r"(?:^|\W)(?:When|Back when) ") + r"[^,]{4,90}, [^,;]{2,60}\W*$"
)
"""What tells of an event before who says something: "When the inquiry began, the agency said "."""
_WHEN_ENDS = expression(r"\bwhen\b(?:\s+[\w’'-]+){1,6}(?:\s+in)?$")


def gives_words(word: str) -> bool:
    """Return whether a word is a verb that gives words or a stance to somebody; "Tell" with its capital is a name."""
    verb = VERBS.get(word)
    return verb is not None and verb.lemma in SPEECH | STANCE


def is_of_saying(each: Time, piece: str, follows: bool) -> bool:
    """Return whether a year or month is when something was said: it opens the clause or stands by its verb.

    "In 1963 the mayor opened it with the words …", "she told the Post in 2015", "… when it came out in 2008"; not "of
    the war in 2015".
    """
    before = piece[: each.start].strip("\"“”«»'’., \n")
    before = re.sub(r"(?:\b[Bb]ack )?\b(?:[Ii]n|[Dd]uring)$", "", before).strip()
    if not follows and (AFTER_SAYING.match(piece, each.end) or piece.startswith(", when ", each.end)):
        return True
    return (
        (not follows and not before)
        or says_at(piece[: each.start])
        or ends_with_saying(_WHEN_ENDS.sub("", before).strip())
    )


def opens_with_then(before: str) -> bool:
    """Return whether a sentence opens with "Then,", which means the time told before it if there is one."""
    return _OPENS_THEN.match(before) is not None


def is_of_then(before: str, after: str) -> bool:
    """Return whether words are said to be of "the time" of the text before: "He told the staff at the time"."""
    for piece, follows in ((after, True), (before, False)):
        if match := _THEN.search(piece):
            lead = piece[: match.start()].strip("\"“”’', ")
            return ends_with_saying(lead) or (not follows and not lead)
    return False


def is_earlier(before: str, after: str) -> bool:
    """Return whether words are said to be earlier ones: "he once told the Post", "she had called it", "has said"."""
    clause = _own_clause(after)
    opened = next((each for each in _PAST.finditer(clause) if gives_words(each["verb"])), None)
    subject = clause[: opened.start()].split() if opened else []
    # ", said he had warned them": the words before "said" are not of then; "Tell had warned" begins with a name.
    if opened and len(subject) <= _LONGEST_SUBJECT and not any(word in SPEECH_FORMS for word in subject):
        return True
    if _goes_with_saying(_ADVERB, clause) or _goes_with_saying(_ADVERB, _last_clause(before)):
        return True
    if _REMEMBERED.search(before):
        return True
    return _leads_to_the_words(_PAST, before) or _goes_with_a_perfect(before)


def is_of_another_occasion(before: str, after: str) -> bool:
    """Return whether words come from somewhere else, on a day that is not given: an interview, a book, "recently"."""
    clause = _own_clause(after)
    if _leads_to_the_words(_RECENTLY, before) or any(gives_words(each["verb"]) for each in _RECENTLY.finditer(clause)):
        return True
    if is_of_another_source(before, after):
        return True
    if _WHEN_OPENS.search(before[-_NEAR_PAST:]):
        return True
    when = _WHEN.search(clause)
    return bool(when) and ends_with_saying(clause[: when.start()] if when else "")


def _own_clause(after: str) -> str:
    return re.split(r"[.;:,]", after.lstrip("\"”’', "), maxsplit=1)[0]


def _last_clause(before: str) -> str:
    return re.split(r"[.;,]", before.rstrip("\"“‘': ,"))[-1][-_NEAR_PAST:]


def _leads_to_the_words(pattern: re.Pattern[str], before: str) -> bool:
    """Return whether the last verb of saying before the words is one that a pattern finds."""
    near = before[-_NEAR_PAST:]
    past = [each for each in pattern.finditer(near) if gives_words(each["verb"])]
    rest = near[past[-1].end() :] if past else ""
    return bool(past) and not any(word in SPEECH_FORMS for word in re.findall(r"\w+", rest))


def _goes_with_a_perfect(before: str) -> bool:
    """Return whether a participle leads to the words of what somebody has done: "Tell has pushed back, saying: “…”"."""
    *main, last = re.split(r",\s+", before.rstrip("\"“‘': ,"))
    saying = VERBS.get(last.split(" ", 1)[0])
    if not main or saying is None or saying.form != "ing" or saying.lemma not in SPEECH:
        return False
    said = any((verb := VERBS.get(word)) and verb.lemma in SPEECH and verb.form == "past" for word in main[-1].split())
    return bool(_PERFECT.search(main[-1])) and not said


def _goes_with_saying(pattern: re.Pattern[str], clause: str) -> bool:
    """Return whether an adverb stands behind a verb of saying and at most whom it was said to: "told them before"."""
    found = pattern.search(clause)
    return bool(found) and ends_with_saying(clause[: found.start()].rstrip() if found else "")

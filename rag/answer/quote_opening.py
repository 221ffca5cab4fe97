"""The first sentence of a quotation check: whether the words stand, in what sense, and whose they are.

Where the program does not know whose they are it says so; "Not by X" is said only of words that are somebody else's.
"""

from __future__ import annotations

from index.names.names import is_name
from index.senses.sense import SENSE_LABELS
from index.text.negation import NEGATION
from index.transcripts.label_names import readable_name
from rag.answer.differences import difference_lines, turned
from rag.answer.quote_place import Place
from rag.answer.quoted.asked import asks_when, asks_who
from rag.check.normalize import normal
from rag.check.quote_matching import same_words
from rag.ownership import NOBODY, Whose
from rag.phrasing import readable_date
from rag.records import Query, Verdict

CITED = "\0"
"""Stands where the asked words are shown with their citation, if they are cited by themselves."""
NOT_IN_THESE = "Not in these words."
UNCLEAR = "it is not clear who said them"


def opening(query: Query, verdict: Verdict, place: Place, relation: Whose) -> str:
    """Return the first sentence of the answer; `relation` tells whether the place's words are the asked speaker's."""
    how = turned(place.found.difference) or _denied_there(query, place)
    candidates = place.owner.candidates if place.owner else ()
    if how:
        unsure = f" Speaker unsure: {' or '.join(candidates)}." if candidates else _not_theirs(query, place, relation)
        return f"Altered in sense: {how}.{unsure} The document has{_sense(place, ', ') if candidates else ''}:"
    if candidates:
        unsure = f"Speaker unsure: {' or '.join(candidates)}."
        return f"{unsure} {_these(place)} stand in the documents{_sense(place, ', ')}."
    if verdict == "exact":
        return _exact(query, place, relation)
    if verdict == "altered":
        return _altered(query, place)
    return _of_another(query, place, relation)


def _sense(place: Place, before: str = "") -> str:
    return "" if place.sense == "plain" else f"{before}{SENSE_LABELS[place.sense]}{CITED}"


def _differ(place: Place) -> str:
    return ", and they differ from the asked ones" if place.found.difference else ""


def _these(place: Place) -> str:
    return "Words like these" if place.found.difference else "These words"


def _speaker(place: Place) -> str | None:
    """Return whose words they are where anybody is named or described, None for "somebody"."""
    return None if (place.speaker or "").lower() in NOBODY else place.speaker


def _reporter(place: Place) -> str | None:
    """Return who reports the words as somebody else's, if that is known."""
    owner = place.owner
    return owner.reported_by if owner and owner.reported_by != owner.speaker else None


def _not_theirs(query: Query, place: Place, relation: Whose) -> str:
    """Return the sentence that says whose altered words are where they are not, or not clearly, the asked one's."""
    asked = query.speaker
    if not asked or not place.said or relation == "theirs" or place.quotes(asked):
        return ""
    if relation == "others" and place.speaker:
        return f" And not by {asked}: these are words of {place.speaker}."
    return f" {_named_only(asked, place)}" if _speaker(place) else f" As for the document’s words, {UNCLEAR}."


def _named_only(asked: str, place: Place) -> str:
    return f"The document attributes them to “{place.speaker}”; it is not clear whether that is {asked}."


def _exact(query: Query, place: Place, relation: Whose) -> str:
    asked = query.speaker
    if asked and (as_reported := _as_reported(query, place, relation)):
        return as_reported
    if place.sense != "plain":
        return f"These exact words stand there, but {_sense(place)}. The whole sentence:"
    when = _when(query, place)
    if not (asked and place.said):
        who = _speaker(place) if place.said and not _reporter(place) and not asked else None
        words = "These words are" if who is None else f"{readable_name(who)} said these words{when}"
        by_head = ", by the head of the text" if who and place.voice else ""
        return f"{words} in the documents{CITED}." if who is None else f"{words}{by_head}{CITED}."
    return f"Yes, word for word{when}{CITED}.{_called(query, place)}"


def _called(query: Query, place: Place) -> str:
    """Return by what the words are the asked one's, where no statement bears the name."""
    if place.voice:
        return f" By the head of the text they are {place.voice}’s."
    return "" if place.speaker in query.speakers else f" “{place.speaker}” is what the document calls {query.speaker}."


def _when(query: Query, place: Place) -> str:
    """Return the day of the words where it is asked for and known."""
    said_on = place.owner.said_on if place.owner else None
    day = said_on or place.document.published
    if not (day and (asks_when(query) or asks_who(query))):
        return ""
    return f", on {readable_date(day)}" if said_on or place.voice else f", in a document of {readable_date(day)}"


def _denied_there(query: Query, place: Place) -> str:
    """Return that words like the asked ones stand under a denial where the asked ones have none."""
    plain = not NEGATION.search(normal(query.quotation or "").text)
    return "the document has words like these under a denial" if _is_denied(place) and plain else ""


def _is_denied(place: Place) -> bool:
    return place.sense == "denied" and bool(place.found.difference)


def tells_difference(query: Query, place: Place, verdict: Verdict) -> bool:
    """Return whether the first sentence tells all that differs, or says that it is the sense."""
    if _denied_there(query, place) and not turned(place.found.difference):
        return True
    plain = verdict == "altered" and place.sense == "plain" and not same_words(place.found)
    certain = not (place.owner and place.owner.candidates)
    return plain and certain and not turned(place.found.difference) and len(_lines(place)) == 1


def _lines(place: Place) -> list[str]:
    return difference_lines(place.found.difference, place).split("\n")[1:]


def _as_reported(query: Query, place: Place, relation: Whose) -> str | None:
    """Return that the words are the asked one's as somebody else reports them, None where nobody else does."""
    if place.speaker not in query.speakers and relation != "theirs" and place.quotes(query.speaker):
        return f"In these words, as reported by {place.speaker or 'somebody else'}{CITED}."
    reporter = _reporter(place)
    if not place.said or reporter is None or reporter in query.speakers:
        return None
    also = _sense(place, ", ") if place.sense not in ("plain", "reported") else CITED
    return f"In these words, as reported by {reporter}{also}."


def _altered(query: Query, place: Place) -> str:
    if place.sense != "plain":
        return f"Not in these words, and {SENSE_LABELS[place.sense]}. The document has:"
    if same_words(place.found):
        return "Yes, the words are the same; capitals or punctuation differ. The document has:"
    if tells_difference(query, place, "altered"):
        return f"{NOT_IN_THESE} {_lines(place)[0]} The document has:"
    return f"{NOT_IN_THESE} The document has:"


def _of_another(query: Query, place: Place, relation: Whose) -> str:
    asked, speaker = query.speaker or "", _speaker(place)
    if place.denied_to(asked):
        return f"Not by {asked}: {speaker or 'the document'} says that {asked} did not say it{CITED}."
    differ = f"{_differ(place)}{_sense(place, ', ')}"
    if not place.said and speaker in query.speakers:
        return f"Not as a quotation of {asked}: the words are the document’s{differ}."
    if speaker is None or relation == "unclear":
        return _of_somebody(asked, place)
    if reporter := _reporter(place):
        alone = _differ(place) if place.sense == "reported" else differ
        return f"Not by {asked}: these are words of {speaker}, as reported by {reporter}{alone}."
    if place.sense == "reported":
        return _reported(asked, place)
    head = "by the head of the text " if place.voice else ""
    return f"Not by {asked}: {head}these are words of {speaker}{differ}."


def _of_somebody(asked: str, place: Place) -> str:
    """Return that the words stand there, and that it is not clear whose they are."""
    reporter = _reporter(place)
    by_reporter = f", as reported by {reporter}" if reporter else ""
    sense = "" if reporter and place.sense == "reported" else _sense(place, ", ")
    standing = f"{_these(place)} stand in the documents{by_reporter}{sense}"
    return f"{standing}. {_named_only(asked, place)}" if _speaker(place) else f"{standing}, but {UNCLEAR}."


def _reported(asked: str, place: Place) -> str:
    """Return whose words others' words are that a speaker reports: somebody's who is named there, or not clear."""
    named = place.reports()
    if named and is_name(named):
        return f"Not by {asked}: {place.speaker} reports them as words of {named}{_differ(place)}{CITED}."
    return (
        f"{_these(place)} stand in the documents, in a report of others’ words by {place.speaker}{CITED}, "
        f"but {UNCLEAR}."
    )

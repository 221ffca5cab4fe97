"""Texts in which every word has its speaker by form: transcripts and interviews, and speeches as turns of one.

A label opens a turn that lasts to the next one. What follows a label that names nobody known is nobody's turn, and not
the one's before. `index.transcripts.labels` finds the labels, `index.transcripts.label_names` whose they are,
`index.transcripts.asides` what is no speech.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from index.dates import published
from index.names.names import is_name
from index.names.titles import name_case, role_key, split_title
from index.people.people import People
from index.readers.mail_replies import announces
from index.records import Document
from index.text.countries import country
from index.text.expressions import expression
from index.text.sentences import Span, paragraphs, trimmed
from index.transcripts.asides import CLOCK, spoken_parts, voices_of, without_directions
from index.transcripts.courtesies import is_courtesy, is_program_note, own_words, without_greeting
from index.transcripts.heads.askers import asked_by, is_readers_page
from index.transcripts.heads.named_speakers import behind_introduction, from_front_matter
from index.transcripts.heads.speeches import ITS_LEAST, Speech, in_first_person
from index.transcripts.label_evidence import page_heads
from index.transcripts.label_names import Names, only_asking
from index.transcripts.label_offices import introduced
from index.transcripts.label_shapes import DATE, Label
from index.transcripts.label_words import FROM_WHERE, NOBODY_NAMED, TITLE, VOICE, is_office, is_question
from index.transcripts.labels import FIRST_PERSON, labels_of
from index.transcripts.minutes import Clerk
from index.transcripts.narration import (
    is_anothers_reply,
    is_by_staff,
    is_caption,
    is_credit,
    is_direction,
    is_narrated,
    is_told,
    without_asides,
    without_quotations,
)

_BULLET = expression(r"[-*•+][ \t]+(?=\S)")
_CLOCKED = expression(rf"\[{CLOCK}\][ \t]+(?=\S)")
_WORD = expression(r"[^\W\d_]")
_SOMEBODY = expression(
    r"\b(?:friends?|m[ae]n|wom[ae]n|mother|father|grand\w+|sister|brother|daughter|son|child|teacher|poet|writer"
    r"|author|doctor|nurse"
    r"|farmer|fisherman|soldier|neighbou?r|colleague|member|leader|founder|king|queen|philosopher|scientist|pupil"
    r"|student"
    r"|resident|survivor|refugee|victim|worker|judge|priest|prophet|people|critics?|opponents?)\b",
    re.IGNORECASE,
)
_WHERE_BEHIND = expression(rf"(?<=\w)[ ,–-]{{1,4}}(?:(?!VO$){VOICE}|\({VOICE}\))$")
LEAST_LABELS, LEAST_VOICES = 3, 2
"""How many labels make a transcript; of subtitles, whose labels are the file's own, two."""
_LEAST_ASKERS = 2
"""Questions with a name in brackets behind them that make a page of readers' questions."""


@dataclass(frozen=True)
class Turn:
    """A span of one speaker's own words; None where the text does not say whose."""

    start: int
    end: int
    speaker: str | None
    said_on: str | None = None
    """The day of these words where it is not the document's; empty where it is not known."""


def marked_turns(document: Document, people: People, others: list[Turn]) -> list[Turn]:
    """Return the turns that the file itself marks, with those of the others that none of them touches.

    Where the whole file marks its speakers (a mail, subtitles), what it marks as nobody's stays nobody's.
    """
    marked = list(_marked(document, people))
    if not marked or document.speaker or document.times:
        return marked or others
    free = [each for each in others if not any(each.start < other.end and other.start < each.end for other in marked)]
    return sorted([*marked, *free], key=lambda each: each.start)


def _marked(document: Document, people: People) -> Iterator[Turn]:
    """Yield the turns that the file marks, a paragraph each."""
    corrected = {old: document.speaker for field, old in document.read if field == "speaker" and document.speaker}
    hosts, mail = _hosts(document, people), _is_mail(document)
    for start, end, written, day in _without_forms(document, mail):
        name = corrected.get(written) or written
        speaker = name if document.speaker else hosts.get(name) or _marked_name(name, people) or None
        for first, last in paragraphs(document.text[start:end]):
            span = without_directions(document.text, start + first, start + last)
            span = _without_courtesies(document.text, span, written) if span and mail else span
            span = _without_marks(document.text, span) if span else None
            if span:
                yield Turn(*span, speaker=speaker, said_on=day)


def _without_forms(document: Document, mail: bool) -> Iterator[tuple[int, int, str, str | None]]:
    """Yield the spans that the file marks, of a mail without the greeting and the signature around the words."""
    for start, end, speaker, day in document.turns:
        span = own_words(document.text, start, end, speaker) if mail else (start, end)
        if span:
            yield *span, speaker, day


def _hosts(document: Document, people: People) -> dict[str, str]:
    """Return who the marked voices are that are called by what they do and say their names: "ANCHOR"."""
    found: dict[str, str] = {}
    for start, end, speaker, _ in document.turns:
        office = speaker and is_office(speaker) and speaker not in found
        if office and (name := introduced(document.text, start, end, people)):
            found[speaker] = name
    return found


def _without_courtesies(text: str, span: Span, writer: str) -> Span | None:
    """Return a mail's paragraph without a greeting, None where it is but a greeting, a closing or the writer's name."""
    return None if is_courtesy(text[slice(*span)], writer) else without_greeting(text, *span)


def _is_mail(document: Document) -> bool:
    """Return whether a file that marks its speakers is a mail: by its head, or by a line that announces another one."""
    if document.times or not document.turns:
        return False
    headed = any(where == "the mail's head" for _, where in document.origins)
    return headed or any(map(announces, document.text.split("\n")))


def _marked_name(written: str, people: People) -> str:
    """Return whom a file's own mark of a speaker names: one of the text's people, or the name without its title.

    It is empty for a voice that the file marks and does not name.
    """
    written = re.sub(r"[ ]?\((?:guest|host|external|presenter|you|unverified)\)$", "", written, flags=re.IGNORECASE)
    written = _WHERE_BEHIND.sub("", written)
    if not written or NOBODY_NAMED.search(written) or FROM_WHERE.fullmatch(written):
        return ""
    last, _, given = written.partition(", ")
    if given and len(given.split()) <= 2 and len(last.split()) <= 2:
        written = f"{given} {last}"
    named = name_case(written)
    name = split_title(named)[0]
    if known := people.person(named):
        return name_case(known)
    return name if len(name.split()) > 1 else written


def labelled_turns(document: Document, people: People) -> list[Turn]:
    """Return a transcript's turns, a paragraph each, or none where the text is no transcript.

    One seldom names oneself: a turn ends before a paragraph that speaks of its speaker and in no first person, and
    where that befalls half of the turns the labels are headings ("Ruiz: Now or never.") and the text is no transcript.
    """
    text = document.text
    labels = labels_of(text, LEAST_VOICES if document.times else LEAST_LABELS)
    names = Names(document, people, labels)
    if not labels or _is_unnamed(labels, names):
        return []
    turns: list[Turn] = []
    headed, heads = 0, page_heads(text)
    counts = Counter(each.name for each in labels)
    called = _words_of_names(names)
    clerk = Clerk(text, [list(_spoken(text, each.end, names.ends[each.start])) for each in labels])
    last = labels[-1]
    surnames = _surnames(labels)
    for label in labels:
        speaker = names.speaker(label)
        called |= set(speaker.split() if speaker else ())
        spans = _own_words(text, label, names.ends[label.start], heads, called)
        spans = _until(_without_credits(text, spans) if label is last else spans, text, clerk, speaker)
        often = counts[label.name] > 1
        cut = _cut(text, label, speaker, spans, often)
        headed += cut is not None and not often
        cut = _told_from(text, speaker, spans[:cut], people, surnames) or cut
        day = _day(text, label)
        turns += _asked(text, label, [Turn(*span, speaker=speaker, said_on=day) for span in spans[:cut]])
    return [] if headed * 2 >= len(labels) else turns


def _is_unnamed(labels: Sequence[Label], names: Names) -> bool:
    """Return whether all labels only say that somebody asks or answers, and nothing says who answers."""
    heard = any(each.form == "heading" and each.name for each in labels)
    return names.answering is None and not heard and only_asking(labels)


_REPRINT = expression(
    r"\[(?:The|An?) (?![^\]\n]{0,80}\b(?:statement|testimony|remarks|answers?|responses?)\b)[^\]\n]{2,120}"
    r"\bfollows?[:.]{0,2}\]"
)
"""A note of the record that others' words are put in, which are nobody's turn: "[The article follows:]"."""


def _own_words(text: str, label: Label, end: int, heads: set[str], called: set[str]) -> list[Span]:
    """Return the spans of the words between a label and the next, without heads of pages, directions and asides."""
    reprint = _REPRINT.search(text, label.end, end)
    end = reprint.start() if reprint else end
    found = [span for span in _spoken(text, label.end, end) if text[slice(*span)] not in heads]
    found = found[: _indented(text, label, found)]
    found = [each for each in found if not (is_direction(words := text[slice(*each)], called) or is_caption(words))]
    return [part for each in found for part in without_asides(text, each, called)]


def _words_of_names(names: Names) -> set[str]:
    return {word for name in (*names.full, names.answering or "") for word in name.split()}


def _until(spans: list[Span], text: str, clerk: Clerk, speaker: str | None) -> list[Span]:
    """Return the spans of a turn before the first below it that the clerk writes; in minutes nobody known has any."""
    if speaker is None and clerk.minutes:
        return []
    ends = (at for at, span in enumerate(spans) if at and clerk.writes(text[slice(*span)]))
    return spans[: next(ends, None)]


def _without_credits(text: str, spans: list[Span]) -> list[Span]:
    """Return the spans of a transcript's last words without the credits below them."""
    last = len(spans)
    while last > 1 and is_credit(text[slice(*spans[last - 1])]):
        last -= 1
    return spans[:last]


def _spoken(text: str, start: int, end: int) -> Iterator[Span]:
    """Yield the parts of paragraphs that are somebody's words."""
    for first, last in spoken_parts(text, start, end):
        for begin, stop in paragraphs(text[first:last]):
            span = without_directions(text, first + begin, first + stop)
            span = _without_marks(text, span) if span else None
            if span and _WORD.search(text, *span) and not is_program_note(text[slice(*span)]):
                yield span


def _without_marks(text: str, span: Span) -> Span | None:
    """Return the span without a list's bullet or a clock, and without Markdown's marks at its end that open before."""
    if bullet := _BULLET.match(text, *span) or _CLOCKED.match(text, *span):
        return _without_marks(text, (bullet.end(), span[1]))
    match = re.search(r"(?P<mark>\*{1,3}|_{1,3})$", text[slice(*span)])
    if match is None or text.count(match["mark"], *span) % 2 == 0:
        return span
    return trimmed(text, span[0], span[1] - len(match[0]))


def _day(text: str, label: Label) -> str | None:
    """Return the day that a message's own line names, empty where its figures do not settle it, None without one."""
    written = re.search(DATE, text[label.start : label.end])
    return (published.day_in_order(written[0], text) or "") if written else None


def _indented(text: str, label: Label, spans: list[Span]) -> int | None:
    """Return the number of the first part that stands further left than the words below a name set to the middle."""
    if label.form != "alone" or not spans or text[text.rfind("\n", 0, spans[0][0]) + 1 : spans[0][0]].strip():
        return None
    columns = [start - text.rfind("\n", 0, start) - 1 for start, _ in spans]
    return next((at for at, column in enumerate(columns) if columns[0] >= 6 and column * 2 < columns[0]), None)


def _cut(text: str, label: Label, speaker: str | None, spans: list[Span], often: bool) -> int | None:
    """Return the number of the first part that no longer is the speaker's, None where all are.

    What a heading heads speaks of him at once; then its own words are the heading's as well. A label that stands
    again and again (`often`) is no heading.
    """
    if speaker is None or is_office(label.name) or label.form in {"stop", "clock"}:
        return None
    for number, span in enumerate(spans):
        if number and _speaks_of(text[slice(*span)], speaker):
            heads = number == 1 and not often and not FIRST_PERSON.search(text, *spans[0])
            return 0 if heads else number
    return None


def _narrated(text: str, speaker: str | None, spans: list[Span], people: People) -> int | None:
    """Return the number of the first part below a turn's own that a reporter narrates: “Put that in,” she says."""
    if speaker is None:
        return None
    gender, surname = people.kind(speaker).gender, speaker.split()[-1]
    below = ((at, text[slice(*span)]) for at, span in enumerate(spans) if at)
    return next((at for at, words in below if is_narrated(words, surname, gender) or is_by_staff(words, gender)), None)


def _told_from(
    text: str, speaker: str | None, spans: list[Span], people: People, surnames: tuple[set[str], bool]
) -> int | None:
    """Return the number of the first part of a turn that is a reporter's or another's, None where all is the turn's."""
    cut = _narrated(text, speaker, spans, people)
    return _told(text, spans[:cut], surnames) or cut


def _surnames(labels: Sequence[Label]) -> tuple[set[str], bool]:
    """Return the surnames of whom labels name, as a sentence writes them, and whether labels have titles."""
    names = {name_case(each.name) for each in labels if each.known and not is_office(each.name)}
    titled = any(TITLE.match(each.name) for each in labels)
    return {name.split()[-1] for name in names if len(name) > 2 and not NOBODY_NAMED.search(name)}, titled


def _told(text: str, spans: list[Span], surnames: tuple[set[str], bool]) -> int | None:
    """Return the number of the first part below a turn's own that a reporter tells, or in which another answers."""
    for number, span in enumerate(spans):
        words = text[slice(*span)]
        if number and (
            is_told(words, surnames[0], titled=surnames[1]) or is_anothers_reply(text[slice(*spans[number - 1])], words)
        ):
            return number
    return None


def _speaks_of(paragraph: str, speaker: str) -> bool:
    last = split_title(name_case(speaker))[0].split()[-1:]
    paragraph = without_quotations(paragraph)
    return (
        bool(last)
        and re.search(rf"\b{re.escape(last[0])}\b", paragraph) is not None
        and not FIRST_PERSON.search(paragraph)
    )


def with_labelled(document: Document, spoken: list[Turn], labelled: list[Turn]) -> list[Turn]:
    """Return the turns of a document that is one person's and has labels: what they give to another is no more his.

    The file's own speaker keeps all where no label gives him a word, and what he says before the first one. Who
    corrected the speaker of an interview meant its answers, and not the lines above them.
    """
    if "speaker" in dict(document.read):
        return labelled
    known = {each.speaker for each in labelled if each.speaker}
    if document.speaker not in known:
        return labelled if from_front_matter(document) and len(known) > 1 else spoken
    before = [each for each in spoken if each.end <= labelled[0].start]
    own = before and in_first_person(document.text[before[0].start : before[-1].end], ITS_LEAST)
    return [*(before if own else []), *labelled]


def can_be_quoted(name: str, people: People) -> bool:
    """Return whether a phrase of a speech names or describes somebody whom its speaker may quote.

    A land or a thing is named in a speech far more often than it is quoted ("the theme echoes …").
    """
    words = name.split()
    if is_name(name):
        return bool(words) and (len(words) > 1 or people.person(name) is not None) and not all(map(country, words))
    return bool(role_key(name) or _SOMEBODY.search(name)) or sum(word[0].isupper() for word in words) >= 2


def turns_of_one(document: Document, speech: Speech) -> list[Turn]:
    """Return a speech or letter as turns, one a paragraph; what somebody calls out in it is not its speaker's."""
    end = len(document.text) if speech.end is None else speech.end
    voices = voices_of(document.text, list(_spoken(document.text, speech.start, end)))
    first = behind_introduction(document.text, [each.span for each in voices], speech.speaker)
    told = speech.speaker if speech.speaker and from_front_matter(document) else None
    return [
        Turn(*each.span, speaker=None if each.is_other or at < first else speech.speaker)
        for at, each in enumerate(voices)
        # A notice of a talk tells below it who speaks: "Ana Ruiz is a professor of tides."
        if not (told and _speaks_of(document.text[slice(*each.span)], told))
    ]


def _asked(text: str, label: Label, turns: list[Turn]) -> list[Turn]:
    """Return the turns of a label, of a question with whose it is by the name in brackets behind its last."""
    asked = asked_by(text, turns[-1].start, turns[-1].end) if turns and is_question(label.name) else None
    if asked is None:
        return turns
    who, span = asked
    last = replace(turns[-1], start=span[0], end=span[1])
    return [replace(each, speaker=who) for each in [*turns[:-1], last]]


def asked_apart(document: Document, turns: list[Turn]) -> list[Turn]:
    """Return the turns of a page of one person's with the questions of readers apart: no such question is the expert's.

    Where nothing is a turn, those of whom brackets name are the page's only ones.
    """
    spans = [(each.start, each.end) for each in turns] or paragraphs(document.text)
    found = {start: asked for start, end in spans if (asked := asked_by(document.text, start, end))}
    if not found or len(found) < _LEAST_ASKERS and not is_readers_page(document):
        return turns
    asking = [Turn(*span, speaker=who) for who, span in found.values()]
    kept = [each for each in turns if each.start not in found]
    for at, each in enumerate(kept):
        if document.text[each.start : each.end].rstrip().endswith("?"):
            kept[at] = replace(each, speaker=None)
    return sorted([*kept, *asking], key=lambda each: each.start)

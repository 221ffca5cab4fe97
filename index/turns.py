"""Texts in which every word has its speaker by form: transcripts, interviews, speeches.

A line that begins `NAME:` (or Q:, A:, Question:, a name in bold or brackets) opens a turn that lasts to the next; a
speech is one turn of whom its title or its file names.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from index.people import People, split_title
from index.records import Document
from index.sentences import Span, paragraphs, trimmed

INTERVIEWER = "interviewer"
_LABEL = re.compile(
    r"(?m)^[ \t]*(?:\*\*|__)?(?P<name>[^\W\d_a-zа-яёіїєґў][\w.’'-]*"
    r"(?:[ ](?:(?:of|the|for|and|de|van|von)[ ])?[^\W\d_a-zа-яёіїєґў][\w.’'-]*){0,5})"
    r"(?:,?[ ]?[(\[][^)\]\n]{1,80}[)\]])?(?:,[ ][^:\n]{1,60})?(?:\*\*|__)?[ ]?:(?:\*\*|__)?[ \t]*(?=\S|\n[ \t]*\S)"
)
_QUESTION = re.compile(
    r"(?:Q|Question|Questioner|Reporter|Interviewer|Вопрос|Питання|Пытанне|Pytanie)\.?", re.IGNORECASE
)
_ANSWER = re.compile(r"(?:A|Answer|Ответ|Відповідь|Адказ|Odpowiedź)\.?", re.IGNORECASE)
_HEADINGS = frozenset(
    """note source date subject re to from by cc contact contacts tags location related read more photo image video
    update correction editor summary title author published updated time venue place where when what who why how address
    telephone phone email website press background abstract keywords""".split()
)
_DIRECTION = re.compile(
    r"^\s*(?:[\[(][A-Z][^\])\n]{0,60}[.!]?[\])]\s*)+|(?:\s*[\[(][A-Z][^\])\n]{0,60}[.!]?[\])])+\s*$"
)
_INTERVIEWED = re.compile(
    r"(?:interview with|interviewed|interview of|in conversation with|q ?& ?a with|q ?and ?a with)\s+(?:the )?"
    r"(?P<name>(?:[a-z]+ ){0,3}(?:[A-Z][\w.’'-]*[ ]?){1,6})",
    re.IGNORECASE,
)
_SPEECH_TITLE = re.compile(
    r"(?:Full text of |Transcript: |The )?(?:Remarks|Speech|Address|Statement|Keynote|Lecture)"
    r"(?: of| by| delivered by) (?:the )?"
    r"(?P<name>(?:(?!(?:Before|At|On|To|In|During|After|For|From|The|And)\b)[A-Z][\w.’'-]*[ ]?){1,7})"
)
_WORD = re.compile(r"[^\W\d_]")
_SPOKEN = re.compile(r"\s*[^\n]*?[^\W\d_]")
"""The line of a label's first words, which may stand below it, with a letter in it."""
_FIRST = re.compile(r"\b(?:I|[Ww]e|[Mm]y|[Mm]e|[Oo]ur|us)\b")
FIRST_PERSON_SHARE = 0.01


@dataclass(frozen=True)
class Turn:
    """A stretch of one speaker's own words."""

    start: int
    end: int
    speaker: str
    said_on: str | None = None
    """The day of these words where it is not the document's; empty where it is not known."""


def marked_turns(document: Document, people: People, others: list[Turn]) -> list[Turn]:
    """Return the turns that the file itself marks, with those of the others that none of them touches.

    Where the whole file marks its speakers (a mail, subtitles), what it marks as nobody's stays nobody's.
    """
    corrected = {old: document.speaker for field, old in document.read if field == "speaker" and document.speaker}
    marked = [
        Turn(*span, name if document.speaker else _speaker(name, None, people) or name, day)
        for start, end, speaker, day in document.turns
        for name in (corrected.get(speaker) or speaker,)
        for first, last in paragraphs(document.text[start:end])
        if (span := without_directions(document.text, start + first, start + last))
    ]
    if not marked or document.speaker or document.times:
        return marked or others
    free = [each for each in others if not any(each.start < other.end and other.start < each.end for other in marked)]
    return sorted([*marked, *free], key=lambda each: each.start)


def labelled_turns(document: Document, people: People) -> list[Turn]:
    """Return a transcript's turns, a paragraph each: at least three labelled lines, a quarter of all lines.

    A label that stands once among few, or that heads a field ("Date:") or a figure ("Ruiz: 1,769"), opens no turn. One
    seldom names oneself: a turn ends before a paragraph that speaks of its speaker and in no first person, and where
    that befalls half of the turns the labels are headings ("Ruiz: Now or never.") and the text is no transcript.
    """
    text = document.text
    labels = [
        match
        for match in _LABEL.finditer(text)
        if match["name"].split()[0].lower().strip(".") not in _HEADINGS and _SPOKEN.match(text, match.end())
    ]
    lines = sum(1 for line in text.splitlines() if line.strip())
    if len(labels) < 3 or len(labels) * 4 < lines:
        labels = _alternating(text, labels)
    if len(labels) < 3:
        return []
    answering = _answering(document, people)
    ends = [label.start() for label in labels[1:]] + [len(text)]
    turns: list[Turn] = []
    told = 0
    for label, end in zip(labels, ends, strict=True):
        speaker = _speaker(label["name"], answering, people)
        if speaker is None:
            continue
        for number, (start, stop) in enumerate(paragraphs(text[label.end() : end])):
            span = without_directions(text, label.end() + start, label.end() + stop)
            if number and span and _speaks_of(text[slice(*span)], speaker):
                told += 1
                # What a heading heads speaks of him at once; then its own words are the heading's as well.
                if number == 1 and turns and turns[-1].start >= label.end():
                    turns.pop()
                break
            if span and _WORD.search(text, *span):
                turns.append(Turn(*span, speaker))
    return [] if told * 2 >= len(labels) else turns


def _speaks_of(paragraph: str, speaker: str) -> bool:
    last = split_title(speaker)[0].split()[-1:]
    return (
        bool(last) and re.search(rf"\b{re.escape(last[0])}\b", paragraph) is not None and not _FIRST.search(paragraph)
    )


def _alternating(text: str, labels: list[re.Match[str]]) -> list[re.Match[str]]:
    """Return the labels of a transcript whose turns run over many paragraphs: few names that come again and again."""
    counts = Counter(label["name"] for label in labels)
    again = [label for label in labels if counts[label["name"]] >= 2]
    share = sum(len(line) for line in text.splitlines())
    return again if len(again) >= 4 and len(again) * 4_000 >= share and len(counts) <= len(again) else []


def _speaker(label: str, answering: str | None, people: People) -> str | None:
    if _QUESTION.fullmatch(label):
        return INTERVIEWER
    if _ANSWER.fullmatch(label):
        return answering
    name = split_title(_mixed(label))[0]
    if known := people.person(_mixed(label)):
        return known
    # As the document writes it where it writes it in no other way: "MODERATOR", "TELL".
    # A name of two words is a name in any letters, and is met again in other documents.
    if len(name.split()) > 1:
        return name
    return label[len(label) - len(name) :] if name else label


def _mixed(label: str) -> str:
    return label.title() if label.isupper() else label


def _answering(document: Document, people: People) -> str | None:
    """Return whom an interview is with, by its title or its first lines."""
    match = _INTERVIEWED.search(document.title) or _INTERVIEWED.search(document.text[:600])
    if match is None:
        return None
    name = split_title(match["name"].strip())[0]
    return people.person(match["name"].strip()) or name or None


def without_directions(text: str, start: int, end: int) -> Span | None:
    """Return the span without stage directions at its ends: "(Applause.)" is nobody's word."""
    span = trimmed(text, start, end)
    while span and (match := _DIRECTION.search(text[span[0] : span[1]])):
        start = span[0] + match.end() if match.start() == 0 else span[0]
        end = span[0] + match.start() if match.start() else span[1]
        span = trimmed(text, start, end)
    return span


def speech_of(document: Document) -> str | None:
    """Return whose speech a document is: whom its file names, or its title ("Remarks by …") and first person.

    Who corrected that the document has no speaker is not overruled by its title.
    """
    if document.speaker or "speaker" in dict(document.read):
        return document.speaker
    match = _SPEECH_TITLE.match(document.title)
    if match is None:
        return None
    words = len(document.text.split())
    own = len(_FIRST.findall(document.text))
    name = split_title(match["name"])[0]
    return name if name and own >= max(3, FIRST_PERSON_SHARE * words) else None


def turns_of_one(document: Document, speaker: str) -> list[Turn]:
    """Return a speech as turns, one a paragraph."""
    spans = (without_directions(document.text, start, end) for start, end in paragraphs(document.text))
    return [Turn(*span, speaker) for span in spans if span]

"""`Document` -> `Statement`s: quotations, transcript turns and reported speech, with who said them.

Rules over the text between quotation marks, after the method measured in the design notes: a cue right after a
quotation names its speaker ("…," she said), else one before it in its sentence (X said: "…"), else the quotation before
it in the paragraph, else, for a paragraph that is nothing but a quotation, the one that ended the paragraph before. The
confidence of each rule is its measured precision. A speaker who is neither named nor described stays None.

`index.cues.marks.quotation_marks` finds the quotations, `index.cues.cues` the verbs and their subjects,
`index.people.people` whom a subject means, `index.transcripts.turns` and `index.transcripts.heads.speeches` the
speakers of transcripts and speeches, `index.attribution.days.said_on` the day.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from index.attribution.indirect_speech import Weights
from index.attribution.offices import described, named_in_full, rivals_in_office
from index.attribution.reader import Reader
from index.cues.cues import cues
from index.cues.marks.quotation_marks import quoted_paragraphs
from index.cues.phrases import phrase_starting
from index.cues.tagging import tokenize
from index.cues.verbs import SPEECH
from index.names.names import keys_of
from index.names.titles import name_aliases, split_title
from index.people.people import People
from index.people.writers import authors_of
from index.records import Document, Statement
from index.senses.sense import with_senses
from index.text.sentences import joined_lines, sentences
from index.text.stems import plain
from index.transcripts.heads.interviewed import trades_of_the_interviewed
from index.transcripts.heads.letters import letter_of
from index.transcripts.heads.letters_page import letters_of
from index.transcripts.heads.own_pieces import own_piece_of
from index.transcripts.heads.speeches import Speech, speech_of
from index.transcripts.heads.talk_titles import talk_of
from index.transcripts.label_offices import offices_of_turns
from index.transcripts.table_rows import laid_out_turns
from index.transcripts.turns import Turn, asked_apart, labelled_turns, marked_turns, turns_of_one, with_labelled


@dataclass
class Analysis:
    """What was found in a document: its statements and the aliases of the people in it."""

    statements: list[Statement]
    names: set[tuple[str, str]]


def analyse(document: Document, weights: Weights | None = None) -> Analysis:
    """Return the document's statements in order, and pairs of (full name, alias in lower case).

    `weights` are those of the reported clauses, None for the shipped ones.
    """
    paragraphs = list(quoted_paragraphs(document.text))
    text = joined_lines(document.text)
    people = People(text, [(each.left, each.right) for part in paragraphs for each in part.quotations])
    turns = _turns(document, people)
    if document.turns:
        turns = marked_turns(document, people, turns)
    roles = described(text, people) | offices_of_turns(text, ((each.start, each.speaker) for each in turns))
    offices = rivals_in_office(text, roles)
    read = replace(document, text=text)
    reader = Reader(read, people, turns, weights, offices=offices, authors=authors_of(document))
    statements = reader.read(paragraphs)
    named = {(person.name, alias) for person in people.all for alias in person.aliases | person.roles}
    named |= roles | trades_of_the_interviewed(document, people)
    named |= {(name, alias) for each in statements if (name := each.speaker) for alias in name_aliases(name)}
    statements = named_in_full(document.text, statements)
    ordered = sorted(statements, key=lambda each: (each.start, -each.end))
    return Analysis(with_senses(text, ordered), named)


def _turns(document: Document, people: People) -> list[Turn]:
    """Return the turns of a speech or transcript; the labels of several speakers count before a title's one."""
    if letters := letters_of(document):
        return [turn for each in letters for turn in turns_of_one(document, each)]
    labelled = labelled_turns(document, people)
    if labelled and not document.speaker:
        return labelled
    if laid_out := laid_out_turns(document, people):
        return laid_out
    speech = _one_speech(document, people)
    spoken = asked_apart(document, turns_of_one(document, speech) if speech else [])
    return with_labelled(document, spoken, labelled) if labelled else spoken


def _one_speech(document: Document, people: People) -> Speech | None:
    """Return whose letter, speech or own piece a document is, None where it is none of one person."""
    speech = letter_of(document, people) or speech_of(document, people) or own_piece_of(document, people)
    return speech or talk_of(document)


def attributes(text: str, name: str) -> bool:
    """Return whether the text says, in its own words, that a bearer of the name said, wrote or thought something.

    The name may be spelt otherwise: "Erdogan" for "Erdoğan", "Zelensky" for "Zelenskyy".
    """
    last = plain((split_title(name)[0] or name).split()[-1])
    spelt = keys_of(last)
    for start, end in sentences(text):
        sentence = tokenize(text, [(start, end, -1)])
        for cue in cues(sentence):
            phrase = cue.subject
            if phrase is None and cue.lemma in SPEECH:
                phrase = phrase_starting(sentence, cue.last)
            if phrase is None or cue.inherited:
                continue
            subject = plain(sentence.words[phrase.last - 1])
            if subject == last or keys_of(subject) & spelt:
                return True
    return False

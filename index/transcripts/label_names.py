"""Whose words a transcript's label opens: a person of the text, an office, whoever asks or answers, or nobody known.

Initials stand for the name of another label, "Mr Orme" for the one Mr Orme of the text, an office for whom brackets
or the title name with it. A number ("Speaker 1") or a voice from the crowd is nobody known.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from index.cues.verbs import SPEECH_FORMS
from index.names.names import same_person
from index.names.titles import BODIES, NAMED_BODIES, gender_of, name_case, split_title
from index.people.people import People
from index.people.writers import authors_of
from index.records import Document
from index.text.expressions import expression
from index.text.stems import STOPWORDS
from index.text.word_lists import given_names
from index.transcripts.heads.about_one import about_one
from index.transcripts.heads.askers import asked_by, is_readers_page, reporters
from index.transcripts.heads.initials import initials_of, named_by_initials
from index.transcripts.heads.interviewed import SEVERAL, answering
from index.transcripts.heads.named_speakers import guest_of, named_by_part
from index.transcripts.label_evidence import FIRST_PERSON, asks_again_in_bold
from index.transcripts.label_offices import holder_of, introduced, is_called, judge_of
from index.transcripts.label_shapes import CALLED, EXCUSED, NAME_WORDS, Label
from index.transcripts.label_words import (
    FROM_WHERE,
    MORE_TITLES,
    NOBODY_NAMED,
    ROLE,
    TITLE,
    is_answer,
    is_office,
    is_question,
)
from index.transcripts.narration import is_reply
from index.transcripts.whose.user_names import bearer_of

INTERVIEWER = "interviewer"
_WITNESS_LABEL = expression(r"(?i:(?:the )?witness)")
_OF_A_SEAT = expression(r"^((?:Lord|Lady|Baroness|Viscount|Earl|Mr\.?|Mrs\.?|Ms\.?) (?!of )[^\n]{1,40}?) of [A-Z].*$")
_REIGNING = expression(r"(?:(?:The|HM|HRH) )?(?:King|Queen|Prince|Princess|Duke|Duchess)\b")
_INITIALS = expression(r"(?:[^\W\d_]\.?[ -]?){1,4}")
_DOUBLE = expression(r"[^\W\d_a-z][^\W\d_A-Z]+(?:-[^\W\d_a-z][^\W\d_A-Z]+)+")
"""A double surname: "Haddad-Lowe"."""
_LONGEST_NAME = 80
_INTRODUCES = 160
"""Characters of a turn in which somebody says who he or she is."""


@dataclass
class Names:
    """The speakers of one transcript's labels, found one label at a time in the order of the text."""

    document: Document
    people: People
    labels: Sequence[Label]
    asking: str | None = None
    """Who asks from the last "BY MR. ORME:" on."""
    excused: bool = False
    """Whether the witness has been excused, so that the next answers may be another's."""
    offices: dict[str, str] = field(default_factory=dict)
    """Who holds an office, where brackets behind it named him."""

    def __post_init__(self) -> None:
        named = self.document.speaker or guest_of(self.document)
        self.answering = named or self._answering()
        self._name_hosts()
        self.full = dict.fromkeys(
            name
            for each in self.labels
            if each.known and " " in (name := _bare(each.name)) and not is_office(each.name)
        )
        starts = [*(each.start for each in self.labels), len(self.document.text)]
        self.ends = dict(zip(starts, starts[1:], strict=False))
        self.begins = {each.start: before.end for before, each in zip(self.labels, self.labels[1:], strict=False)}
        self.witness = any(_WITNESS_LABEL.fullmatch(each.name) for each in self.labels)
        self.counts = Counter(each.name for each in self.labels)
        self.alone = self._alone()
        self.of_readers = self._ask_readers()
        self.reporters = reporters({each.notes for each in self.labels if is_question(each.name)} - {""})
        self.titles = {_bare(each.name): split_title(name_case(each.name))[1] for each in self.labels if each.known}

    def _answering(self) -> str | None:
        return answering(self.document, self.people) or self._asked_alone()

    def _alone(self) -> str | None:
        """Return the one label that asks nothing: it is the speaker's of a document that is one person's."""
        named = {each.name for each in self.labels if each.known and not is_question(each.name)}
        return named.pop() if len(named) == 1 else None

    def _ask_readers(self) -> bool:
        """Return whether readers ask: the page says so, or names them behind their questions."""
        asking = [each for each in self.labels if is_question(each.name)]
        text = self.document.text
        named = any(asked_by(text, each.end, len(text[: self.ends[each.start]].rstrip())) for each in asking)
        return bool(asking) and (named or is_readers_page(self.document))

    def _asked_alone(self) -> str | None:
        """Return whom the title or the lead is about, where the labels say only that somebody asks and answers."""
        if not only_asking(self.labels):
            return None
        starts = [*(each.start for each in self.labels[1:]), len(self.document.text)]
        turns = zip(self.labels, starts, strict=False)
        answers = [self.document.text[each.end : end] for each, end in turns if is_answer(each.name)]
        return about_one(self.document, self.people, self.labels[0].start, answers) if answers else None

    def _name_hosts(self) -> None:
        """Take who an office's label is from where the speaker says it ("Host: I'm Ana Ruiz.") or the head does."""
        if judge := judge_of(self.document.text, self.people):
            self.offices |= {"court": judge, "judge": judge}
        starts = [*(each.start for each in self.labels[1:]), len(self.document.text)]
        named: dict[str, set[str]] = {}
        for label, end in zip(self.labels, starts, strict=False):
            key = label.name.lower().removeprefix("the ")
            if key in self.offices or not is_office(label.name) or label.notes:
                continue
            if name := introduced(self.document.text, label.end, end, self.people):
                named.setdefault(key, set()).add(name)
        self.offices |= {key: names.pop() for key, names in named.items() if len(names) == 1}

    def speaker(self, label: Label) -> str | None:
        """Return whose words follow the label, None where that is not known."""
        whose = self._speaker(label)
        if whose and self._is_another(label, whose):
            return None
        own = self.document.speaker
        return own if own and whose and (label.name == self.alone or same_person(whose, own)) else whose

    def _is_another(self, label: Label, whose: str) -> bool:
        """Return whether the first words say that they are not whose label it is: "I'm Ana Ruiz", below "MR. ORR:".

        A program that tells voices apart takes one for another, and its labels are no surer than who speaks.
        """
        if is_question(label.name) or is_office(whose) or BODIES.search(whose) or not label.known:
            return False
        text, end = self.document.text, self.ends[label.start]
        named = introduced(text, label.end, min(end, label.end + _INTRODUCES), self.people)
        named = named if named and named.split()[0].lower() in given_names() else self._called_before(label)
        if not named or same_person(named, whose):
            return False
        return not {each.lower() for each in named.split()} & {each.lower() for each in whose.split() if len(each) > 1}

    def _called_before(self, label: Label) -> str | None:
        """Return whom the turn before calls up, where these words begin with that name and what its bearer is."""
        text, end = self.document.text, self.ends[label.start]
        before = text[max(self.begins.get(label.start, label.start), label.start - _INTRODUCES) : label.start]
        return is_called(before, text[label.end : min(end, label.end + 2 * _INTRODUCES)]) if before else None

    def _speaker(self, label: Label) -> str | None:
        name = re.sub(r"(?<=\.)(?=[^\W\d_]{2})", " ", label.name.strip())
        name = _without_place(name)
        if label.form == "heading":
            self._heard(name)
            return None
        if EXCUSED.search(self.document.text, label.end, self.ends[label.start]):
            self.excused = True
        if name.startswith("BY "):
            self.asking = self._person(name_case(name[3:].rstrip(".:")))
            return self.asking
        if is_question(name):
            self._called(label)
            return self._asking(label)
        if is_answer(name) or _WITNESS_LABEL.fullmatch(name):
            return self.answering or ("the witness" if self.witness else None)
        if FROM_WHERE.fullmatch(name):
            return self._in_brackets(label)
        return self._named(name, label)

    def _asking(self, label: Label) -> str | None:
        if self.asking is None and label.notes in self.reporters:
            return self._person(self.reporters[label.notes])
        return self.asking or (None if self.of_readers else INTERVIEWER)

    def _named(self, name: str, label: Label) -> str | None:
        if name.islower() and label.form == "colon" and not NOBODY_NAMED.search(name):
            return self._user(name)
        if _names_nobody(name):
            return None
        if asks_again_in_bold(self.document.text, name):
            # A body has no title before its name.
            return name
        name = _without_post(name)
        if is_office(name):
            return self._holder(name, label)
        if _INITIALS.fullmatch(name) and name.isupper() and len(letters := re.sub(r"\W", "", name)) <= 4:
            held = self._of_head("Prime Minister", label) if letters == "PM" else None
            return held or self._by_initials(letters, label)
        if not label.known or not self._is_somebody(name, label):
            return None
        return self._person(name)

    def _user(self, name: str) -> str:
        """Return whom a user name stands for: who bears it by the text, or has its letters or given name; or itself."""
        if named := bearer_of(name, self.document.text, (each.name for each in self.people.all)):
            return named
        initials = named_by_initials(name.upper(), self.document, self.people, self.labels[0].start)
        if len(name) < 5 and len(initials) == 1:
            return name_case(initials[0])
        full = self.people.person(name.title())
        return full if full and " " in full and name.title() in full.split() else name

    def _heard(self, name: str) -> None:
        """Take from a hearing's heading who answers from here on; who asks is not known before the next "BY"."""
        if "EXAMINATION" in name and name.isupper() and " " not in name:
            self.asking = None
        elif name:
            found = self.people.person(name_case(name))
            self.asking, self.excused = None, False
            self.answering = name_case(found) if found else split_title(name_case(name))[0] or None
            if SEVERAL.search(name):
                self.answering = None

    def _called(self, label: Label) -> None:
        """Take from a question whom it calls by name as who answers, where nobody or somebody else did."""
        called = CALLED.match(self.document.text, label.end)
        name = split_title(name_case(called["name"]))[0] if called else ""
        if name and (self.excused or self.answering is None):
            self.answering, self.excused = self.people.person(name) or name, False
        elif name and self.answering and name.split()[-1].lower() != self.answering.split()[-1].lower():
            self.answering = None
        elif self.excused:
            self.answering, self.excused = None, False

    def _is_somebody(self, name: str, label: Label) -> bool:
        """Return whether a label's words name somebody: one word that stands once and nowhere else may be a heading."""
        if " " in name or self.counts[label.name] > 1 or label.form != "colon":
            return True
        others = [each.name for each in self.labels if each.known and each.name != label.name]
        capitals = name.isupper() and all(each.isupper() for each in others if " " not in each)
        known = self.people.person(name) is not None or bool(label.notes)
        return capitals or bool(self.document.times) or known or self._speaks(name, label)

    def _speaks(self, name: str, label: Label) -> bool:
        """Return whether one word is a surname by its form ("Haddad-Lowe"), what it says or what the text says of it.

        No word of the text's own in small letters is.
        """
        text = self.document.text
        if re.search(rf"\b{re.escape(name.lower())}\b", text):
            return False
        said = text[label.end : self.ends[label.start]].strip()
        own = FIRST_PERSON.search(said.split("\n\n", 1)[0]) is not None or is_reply(said)
        return own or _DOUBLE.fullmatch(name) is not None or _is_said_to_speak(text, name)

    def _person(self, label: str) -> str | None:
        label = MORE_TITLES.sub("", label, count=1) if MORE_TITLES.match(label) else label
        mixed = name_case(label)
        name, title = split_title(mixed)
        if not name:
            return mixed
        if " " not in name and (full := self._full(name, title)):
            return full
        known = self.people.person(mixed)
        known = None if known and self._is_two(known, name) else known
        if known and not _contradicts(title, self.titles.get(known, "")):
            return _evenly(MORE_TITLES.sub("", known, count=1))
        if known:
            return mixed
        # As the document writes it where it writes it in no other way: "MODERATOR", "TELL".
        return name if " " in name else label.rstrip(".")[-len(name.rstrip(".")) :]

    def _is_two(self, known: str, name: str) -> bool:
        """Return whether a known name is another voice's beside a label where a text runs on: "So says Ana Holt: …"."""
        words = known.split()
        return name in words and len(words) == 2 and all(each in self.counts for each in words)

    def _full(self, surname: str, title: str) -> str | None:
        """Return the one full name among the labels with a word at an end, if the titles do not contradict."""
        fitting = [
            full for full in self.full
            if surname.lower() in {full.split()[-1].lower(), *([] if title else [full.split()[0].lower()])}
            and not _contradicts(title, self.titles.get(full, ""))
        ]  # fmt: skip
        if not fitting and (named := named_by_part(self.document, surname, given=not title)):
            return named
        if not fitting:
            # Who made the transcript of his own words: "RUIZ", where the file says "author: Ana Ruiz".
            fitting = [each for each in authors_of(self.document) if each.split()[-1].lower() == surname.lower()]
        return fitting[0] if len(fitting) == 1 else None

    def _holder(self, name: str, label: Label) -> str:
        """Return who holds an office: whom brackets name with it, here or before, or the office itself as written."""
        office = name_case(name)
        office = office if " " in office or not name.isupper() else name
        key = office.lower().removeprefix("the ")
        if noted := self._in_brackets(label):
            self.offices[key] = noted
        if key not in self.offices and (named := self._of_head(key, label)):
            return named
        return self.offices.get(key, office)

    def _in_brackets(self, label: Label) -> str | None:
        """Return the last person whom brackets behind a label name, None where they name nobody."""
        found = re.findall(r"[(\[]([^)\]]+)[)\]]", label.notes)
        named = [
            each for each in found if re.fullmatch(NAME_WORDS, each) and (TITLE.match(each) or self.people.person(each))
        ]
        return self._person(named[-1]) if named else None

    def _of_head(self, office: str, label: Label) -> str | None:
        """Return whom the title, the lines above the first label or the file's author name with an office."""
        return holder_of(office, self.document, self.people, self.labels, alone=label.name == self.alone)

    def _by_initials(self, letters: str, label: Label) -> str | None:
        """Return whom initials stand for: the one name among the labels, else in the head or text, that has them.

        A surname of three or four letters ("ROTH") is no initials where a full name of the text ends with it.
        """
        if len(letters) > 2 and (self._full(letters.title(), "") or self.people.person(letters.title())):
            return self._person(letters)
        labels = [name for name in self.full if letters.lower() in initials_of(name)]
        head = named_by_initials(letters, self.document, self.people, self.labels[0].start)
        people = [person.name for person in self.people.all if letters.lower() in initials_of(person.name)]
        for found in (labels, head, list(dict.fromkeys(people))):
            if len(found) == 1:
                return self._person(found[0]) if found is labels else name_case(found[0])
            if found:
                return None
        if len(letters) > 2:
            return self._person(letters)
        return self._holder("Prime Minister", label) if letters == "PM" else None


def only_asking(labels: Sequence[Label]) -> bool:
    """Return whether all labels but headings only say that somebody asks or answers."""
    return all(is_question(each.name) or is_answer(each.name) for each in labels if each.form != "heading")


def _without_place(name: str) -> str:
    """Return a label's name without the seat or town of its bearer: "Sen. Ana Ruiz of Vesk" -> "Sen. Ana Ruiz"."""
    name = _OF_A_SEAT.sub(r"\1", name)
    bearer, joined, _ = name.partition(" of ")
    given, _, surname = split_title(bearer)[0].rpartition(" ")
    named = given.split()[:1] and given.split()[0].lower() in given_names()
    return bearer if joined and named and surname and not is_office(name) and not _REIGNING.match(name) else name


def _names_nobody(name: str) -> bool:
    """Return whether a label names nobody known: a number, a voice from the crowd, two at once."""
    if not name or NOBODY_NAMED.search(name) or re.search(r"\d", name):
        return True
    return re.search(r" (?:and|und|и|та|y|et|i) ", name) is not None and not is_office(name)


def _without_post(name: str) -> str:
    """Return a name without the post of a land or body before it: "Prime Minister of Vesk Odran Tell" is Odran Tell."""
    bearer, title = split_title(name_case(name))
    given, _, surname = bearer.partition(" ")
    named = surname and given.lower() not in STOPWORDS and gender_of(given, "")
    return bearer if " of " in title and named else name


def _evenly(name: str) -> str:
    """Return a name with its surname in the letters of the given one: "Desmond FYFE" -> "Desmond Fyfe"."""
    words = [each.title() if each.isupper() and len(each) > 3 else each for each in name.split()]
    return name_case(name) if name.isupper() else " ".join(words)


def readable_name(name: str) -> str:
    """Return a name or office in capitals as a sentence writes it: "RUIZ" -> "Ruiz", "MODERATOR" -> "the moderator".

    Initials of a body ("BBC") stay as they are.
    """
    if not re.sub("^The ", "", name).isupper() or len(name) > _LONGEST_NAME or name in NAMED_BODIES:
        return name
    if ROLE.fullmatch(name):
        return _readable_office(name)
    spoken = re.search(r"[AEIOUYАЕИОУЯЭЫЮІЇ]", name.upper())
    if " " not in name and (not spoken or len(name) <= 3 and name.lower() not in given_names()):
        return name
    return re.sub(r"\b(Mc|O’|O')([A-Z]+)\b", lambda match: match[1] + match[2].title(), name_case(name))


def _readable_office(name: str) -> str:
    if not re.search(r"\b[^\W\d_a-z]{4,}\b", name):
        return name
    bare = re.sub(r"^(?:the|THE|The) ", "", name)
    lowered = bare.lower() if len(bare.split()) <= 2 else name_case(bare.upper())
    return f"the {lowered}" if bare.isascii() else lowered


def _bare(label: str) -> str:
    return split_title(name_case(MORE_TITLES.sub("", label, count=1)))[0]


def _contradicts(title: str, other: str) -> bool:
    genders = {gender_of("", title), gender_of("", other)} - {None}
    return len(genders) > 1


def _is_said_to_speak(text: str, name: str) -> bool:
    """Return whether a verb of saying in the past stands behind a name in the text: "Pike said he had been for it"."""
    return any(match[1] in SPEECH_FORMS for match in re.finditer(rf"\b{re.escape(name)} ([a-z]+ed|said|told)\b", text))

"""Who holds the offices that labels name, so that they can be asked for by it: "the Under-Secretary", "the judge".

Brackets behind an office name its holder, a host says the name himself, and a hearing's head names the judge whose
label is "THE COURT".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from index.names.titles import INSTITUTION, given_and_surname, name_case, split_title
from index.people.people import People
from index.records import Document
from index.text.expressions import expression
from index.transcripts.heads.interviewed import HEAD
from index.transcripts.heads.speech_heads import speaker_in
from index.transcripts.label_shapes import NAME_WORDS, Label
from index.transcripts.label_words import MORE_TITLES, TITLE, is_office
from index.transcripts.whose.office_lines import holder_by_author, holder_by_lines

_LABEL = expression(
    r"^[ \t>*_#\d.-]{0,12}(?P<office>[^\W\d_][^:\n()\[\]*]{2,120}?)[*_]{0,3}"
    r"(?:[ ]?[(\[](?P<holder>[^()\[\]\n]{3,60})[)\]])?[*_]{0,3}[ ]?:[*_]{0,3}",
    re.MULTILINE,
)
_HEAD, _GREETS, _GAP = 3_000, 300, 20
"""Characters of a hearing's head that may name the judge, and of a turn in which a host says who he or she is;
between a label and its words."""
_I_AM = expression(
    r"\b(?:I[’']m|I am|[Mm]y name is|[Mm]y name[’']s|[Ii]ch bin|[Mm]ein Name ist|[Jj]e suis|[Jj]e m[’']appelle|[Ss]oy"
    r"|[Mm]e llamo)[ ](?P<name>[^\W\d_a-z][\w’'-]*(?:[ ](?:de|van|von|der|la|[^\W\d_a-z][\w’'-]*)){1,3})"
)
_GREETS_AS = expression(
    r"\s{0,9}(?:(?:Good (?:morning|afternoon|evening|day)|Hello|Hi|Thank you|Thanks)\b[^.!?\n]{0,80}[.!?] ){1,3}"
    r"(?P<name>[A-Z][\w’'-]*(?: [A-Z][\w.’'-]*){1,3}), (?![^.!?\n]{0,120}\b(?:you|your|welcome)\b)[^.!?\n]{3,120}[.!?]"
)
"""A turn's first words that greet and say who speaks, and what he or she is."""
_PERSON = r"[A-Z][\w.’'-]+(?:[ ](?!(?:PRESIDING|Presiding|JUDGE|Judge|AND|OR)\b)[A-Z][\w.’'-]*){1,3}"
_HONOURED = r"(?i:(?:the[ ])?hon(?:ou?rable\b|\.)[ ])"
_JUDGE = expression(
    rf"(?:(?i:before)[: \t]{{1,4}}(?:{_HONOURED}|(?i:judge|(?:mr\.?|mrs\.?|ms\.?)[ ]justice)[ ])"
    rf"|(?i:presiding|judge):[ \t]{{1,4}}{_HONOURED}?)(?P<name>{_PERSON})"
    rf"|^[ \t]*{_HONOURED}?(?P<behind>{_PERSON}),[ ](?:[A-Z][\w.]*[ ]){{0,4}}(?:JUDGE|Judge)\b",
    re.MULTILINE,
)
_COURT = expression(r"^[ \t\d>*_]{0,12}(?:THE )?(?:COURT|JUDGE)[*_]{0,3}:", re.MULTILINE)


_MEMBER = expression(r",? (?:MP|MHR|MLA|MLC|MHA|MSP|TD|MEP|QC|KC|SC|AM|AO|AC|OBE|MBE)\b")
"""Letters behind the name of a member of a parliament, which end it in a line of capitals."""
_LONGEST_HEAD_LINE = 300
_WHOSE = expression(
    r"(?!.{0,300}\b(?i:joint|former|late|deputy|acting|shadow)\b)[\W\d_]{0,60}(?:(?i:[^\n]{0,60}\b(?:transcript|text|interview|remarks"
    r"|speech|address|statement|conference|doorstop)s?,? (?:of|by|from|(?<=interview )with))[ ])?(?i:the |our )?"
)
"""What may stand before the office of whose transcript it is; who a press conference is held with is another."""


def offices_of_labels(text: str, people: People) -> set[tuple[str, str]]:
    """Return pairs of a speaker and an office, in small letters, by which the labels of a text call that speaker."""
    found = {(name, form) for name, office in _holders(text, people) for form in _forms(office)}
    if _COURT.search(text) and (judge := judge_of(text, people)):
        surname = judge.split()[-1].lower()
        found |= {(judge, form) for form in ("judge", "court", f"judge {surname}", f"justice {surname}")}
    return found


def offices_of_turns(text: str, turns: Iterable[tuple[int, str | None]]) -> set[tuple[str, str]]:
    """Return pairs of who speaks from a place on and the office that the label right before it names."""
    speaking = dict(turns)
    found: set[tuple[str, str]] = set()
    for match in _LABEL.finditer(text):
        office = match["office"].strip(" *_")
        below = text[match.end() : match.end() + _GAP]
        name = speaking.get(match.end() + len(below) - len(below.lstrip()))
        office = "Prime Minister" if office == "PM" else office
        if name and is_office(office) and " " in name and not is_office(name):
            found |= {(name, form) for form in _forms(office)}
    return found


def judge_of(text: str, people: People) -> str | None:
    """Return the one judge whom a hearing's head names, or None."""
    named = {holder(match["name"] or match["behind"], people) for match in _JUDGE.finditer(text, 0, _HEAD)}
    return named.pop() if len(named) == 1 else None


def introduced(text: str, start: int, end: int, people: People) -> str | None:
    """Return the name that a speaker says he or she bears in the first words of a turn: "Hello, I'm Tim Varga."."""
    match = _I_AM.search(text, start, min(end, start + _GREETS))
    if match is None or len(split_title(match["name"])[0].split()) < 2:
        return None
    return holder(match["name"], people)


def is_called(before: str, words: str) -> str | None:
    """Return whom a turn calls up by name and the next begins with: "Next is Ana Ruiz." "Hello. Ana Ruiz, baker."."""
    match = _GREETS_AS.match(words)
    called = match and re.search(rf"\b{re.escape(match['name'])}[.?!]?\s*$", before)
    return match["name"] if match and called else None


def holder(written: str, people: People) -> str:
    """Return the name of who holds an office, as the text's people are called, without title: "Mrs. Ada Dole"."""
    cased = name_case(written.strip(" ,."))
    name = split_title(MORE_TITLES.sub("", cased, count=1))[0] or cased
    return name_case(people.person(cased) or name)


def holder_of(office: str, document: Document, people: People, labels: Sequence[Label], *, alone: bool) -> str | None:
    """Return whom the title, the lines above the first label or the file's author name with the office of a label."""
    starts = (each.start for each in labels if each.form == "colon" and each.known)
    # An office on a line of its own above the first label is the head's.
    head = document.text[: min(max(next(starts, 0), labels[0].start), HEAD)]
    if titled := holder_in_title(office, document.title, people):
        return titled
    named = holder_in_head(office, document.title, head) if " " in office else None
    return named or holder_by_lines(office, head) or holder_by_author(office, document, alone)


def holder_in_title(office: str, title: str, people: People) -> str | None:
    """Return the one person whom a title names right behind an office: "Remarks by President Odran Tell".

    The whole office stands there: "Roads Minister Ana Ruiz" is no name for a label "Prime Minister".
    """
    behind = (title[each.end() :] for each in re.finditer(rf"\b(?i:{re.escape(office)}) (?=[A-Z])", title))
    found = [name for each in behind if (name := _name_opening(each)) and not INSTITUTION.search(name)]
    named = {people.person(each) or each for each in found}
    return named.pop() if len(named) == 1 else None


def _name_opening(text: str) -> str | None:
    """Return the name that a part of a title begins with: "Odran Tell" of "Odran Tell Before the Council"."""
    found = speaker_in(f"Mr. {text}")
    return found.name if found and found.named and text.startswith(found.name) else None


def holder_in_head(office: str, title: str, head: str) -> str | None:
    """Return whom a title or the lines above the first label name behind an office or beside it, None for two.

    "TRANSCRIPT OF THE PRIME MINISTER THE HON ANA RUIZ MP" names whose label is "PRIME MINISTER".
    """
    said = re.compile(rf"\b{re.escape(office)}\b", re.IGNORECASE)
    named: set[str] = set()
    for line in (title, *head.splitlines()):
        match = said.search(_MEMBER.sub(",", line)[:_LONGEST_HEAD_LINE])
        if match is None or not _WHOSE.fullmatch(match.string[: match.start()]):
            continue
        found = speaker_in(match.string[match.start() :], strict=True)
        name = found.name if found and found.named else ""
        if given_and_surname(name) and not INSTITUTION.search(name):
            named.add(name)
    return named.pop() if len(named) == 1 else None


def _holders(text: str, people: People) -> Iterator[tuple[str, str]]:
    """Yield who holds an office, and the office."""
    for match in _LABEL.finditer(text):
        office = match["office"].strip(" *_")
        if not is_office(office):
            continue
        noted = match["holder"]
        if noted and re.fullmatch(NAME_WORDS, noted) and (TITLE.match(noted) or people.person(noted)):
            yield holder(noted, people), office
        elif not noted:
            newline = text.find("\n", match.end())
            if name := introduced(text, match.end(), len(text) if newline < 0 else newline, people):
                yield name, office


def _forms(office: str) -> set[str]:
    """Return how an office may be asked for: whole, without its department, without "Parliamentary" and "of State"."""
    whole = " ".join(office.lower().split()).removeprefix("the ")
    core, mark, domain = re.match(r"(.*?)(, | for |$)(.*)", whole).groups()  # type: ignore[union-attr]
    domain = re.sub(r"^(?:the )?(?:department|ministry|office) (?:of|for) ", "", domain)
    cores = {core, core.removeprefix("madam "), core.removeprefix("parliamentary ")}
    cores |= {each.removesuffix(" of state") for each in cores}
    domains = {domain, re.split(r",| and ", domain)[0]} if mark else set()
    forms = {f"{each} for {of}" for each in cores for of in domains}
    # "The minister" may be anybody's; "the under-secretary" and "the minister of state" are offices by themselves.
    return {whole, *forms, *(each for each in cores if not mark or " " in each or "-" in each)}

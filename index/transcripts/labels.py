"""The labels of a transcript: where a line says who speaks next, in the forms that bodies and programs write.

`NAME:` with brackets, an office or a clock beside it, full-stop labels ("Mr. HANDLEY. …"), Q. and A., a name and a
clock on a line of their own, ">> NAME:", a name with a dash or tab behind it or alone in capitals. What such a line is
in one text it is not in another, so a form counts only where its labels together look like a transcript's.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from index.names.titles import gender_of
from index.text.expressions import expression
from index.transcripts.asides import is_furniture
from index.transcripts.heads.named_sections import with_sections
from index.transcripts.heads.running_labels import running_labels
from index.transcripts.label_evidence import FIRST_PERSON as FIRST_PERSON
from index.transcripts.label_evidence import chosen_labels, headlines, in_capitals, is_shown_as_voice, without_wrapped
from index.transcripts.label_shapes import (
    AFFIRMED,
    APART,
    APPEARING,
    ASKING,
    ASKING_FROM,
    BY,
    CAPITALS,
    CLOCK_LINE,
    COLON,
    DASH,
    HEARD,
    INITIALED,
    NAME_LINE,
    OPENING,
    POINTED,
    SPACED,
    STOP,
    SURROUNDED,
    SWORN,
    UNKNOWN,
    UNKNOWN_APART,
    UNKNOWN_STOP,
    Form,
    Label,
    lines_in,
)
from index.transcripts.label_words import (
    ALSO_GIVEN_NAMES,
    FROM_THE_CROWD,
    FROM_WHERE,
    HEADINGS,
    HEADS,
    MONTHS_AND_DAYS,
    NOBODY_NAMED,
    OPENERS,
    PAPER,
    ROLE,
    SHORT_POST,
    TITLE,
    VOICE,
    asks,
    heads_business,
    is_office,
)
from index.transcripts.minutes import is_agenda_heading
from index.transcripts.profiles import are_profiles
from index.transcripts.unlabelled_questions import bold_questions, numbered_evidence, of_a_member, questions_and_answers
from index.transcripts.whose.lone_words import without_lone_words
from index.transcripts.whose.reference_lists import outside
from index.transcripts.whose.user_names import user_label
from index.transcripts.whose.wrapped_labels import with_wrapped

_VOICE_BEHIND = expression(rf"(?<=\w)[ ,–-]{{1,4}}(?P<voice>{VOICE})$")
_VOICE_NEXT = expression(rf"{VOICE}(?:[ ]{{2,9}}|\t[ \t]{{0,9}})")
_HOLDER = expression(r"[(\[][^()\[\]]{2,60}[)\]][ ]?$")
_HEARD = (HEARD, SWORN, AFFIRMED)
_SENTENCE_ENDS = tuple('.?!…”"’)]—–-')
_LONGEST_VOICE = 5
_SMALL = frozenset(
    "a al and at bin da das de del den der di do dos du el en et for from i ibn in la le of on the to van von y".split()
)
_FIGURE = expression(r"[\d$€£.,%+ -]+[.]?[ \t]*$")


def labels_of(text: str, least: int = 3) -> list[Label]:
    """Return the labels of a text in order, none where it is no transcript; `least` is how many make one."""
    if evidence := numbered_evidence(text):
        return evidence
    found = list(outside(text, with_wrapped(text, _candidates(text))))
    chosen, running = chosen_labels(text, found, least), running_labels(text)
    if len(running) > len(chosen):
        return running
    if not chosen:
        return questions_and_answers(text)
    chosen = [] if are_profiles(text, chosen) else without_wrapped(text, _with_others(text, chosen, found))
    return with_sections(text, _voices_apart(without_lone_words(text, chosen)))


def _voices_apart(labels: Sequence[Label]) -> list[Label]:
    """Return the labels with what tells from where a voice is heard among their notes: "MARA HOLT OFF", "V/O".

    "KIM VO" is a name where nothing else shows the list to have such words.
    """
    behind = {each.name: match for each in labels if (match := _VOICE_BEHIND.search(each.name))}
    names = {each.name for each in labels}
    several = len({match["voice"] for match in behind.values()}) > 1
    return [
        replace(each, name=each.name[: match.start()], notes=f"{each.notes} ({match['voice']})".strip())
        if (match := behind.get(each.name)) and (several or each.name[: match.start()] in names)
        else each
        for each in labels
    ]


def _with_others(text: str, chosen: Sequence[Label], found: Sequence[Label]) -> list[Label]:
    """Return the chosen labels with what else begins like one.

    Who asks and answers, full stops behind names in capitals, a known name in another form, headings, nobody known.
    """
    taken = {each.start: each for each in _joined(chosen, found)}
    taken |= _lines_between(text, chosen, taken)
    first = min((each.start for each in taken.values() if each.known and not each.name.startswith("BY ")), default=0)
    taken |= {start: _heading(start, stop) for start, stop in _titles(text, taken)}
    return [taken[start] for start in sorted(taken) if start >= first or _opens_hearing(taken[start])]


def _lines_between(text: str, chosen: Sequence[Label], taken: Collection[int]) -> dict[int, Label]:
    """Return the lines that no label was taken from and that end a turn: voices nobody knows, and headings."""
    heads = headlines(text)
    bold = {start: Label(start, end, "", form="heading", known=False) for start, end in bold_questions(text)}
    timed = all(_clock(text, each.start, each.end) for each in chosen)
    found: dict[int, Label] = {}
    behind = {each.start: each.end for each in chosen}
    covered = 0
    for start, stop in lines_in(text):
        if asked := of_a_member(text, start, stop):
            found[start], covered = asked, asked.end
        covered = max(covered, behind.get(start, 0))
        if start in taken or start < covered:
            continue
        if other := bold.get(start) or _unknown(text, start, stop) or _other(text, start, stop, chosen[0].form):
            found[start] = other
        elif start in heads or timed and _clock(text, start, stop):
            found[start] = _heading(start, stop)
    return found


def _heading(start: int, end: int, name: str = "") -> Label:
    return Label(start, end, name, form="heading", known=False)


def _unknown_voice(start: int, end: int, name: str = "") -> Label:
    return Label(start, end, name, form="colon", known=False)


def _titles(text: str, taken: Collection[int]) -> Iterator[tuple[int, int]]:
    """Yield the headings in title case between two turns: paragraphs of one line right above a label."""
    before, blank = "", True
    heading: tuple[int, int] | None = None
    for start, stop in lines_in(text):
        line = text[start:stop].strip()
        if heading and line and start in taken:
            yield heading
        heading = heading if not line else None
        if line and blank and start not in taken and _is_title(line) and before[-1:] in _SENTENCE_ENDS:
            heading = (start, stop)
        before, blank = line or before, not line


def _is_title(line: str) -> bool:
    if is_agenda_heading(line):
        return True
    words = line.strip("*_# ").split()
    capitals = all(word[0].isupper() for word in words if len(word) > 3) and words and words[0][0].isupper()
    return 2 <= len(words) <= 8 and bool(capitals) and line[-1].isalpha()


def _joined(chosen: Sequence[Label], found: Sequence[Label]) -> list[Label]:
    """Return the chosen labels with the ones of other forms that count beside them."""
    names, form = {each.name for each in chosen}, chosen[0].form
    asked = any(asks(each.name) for each in found)
    noted = any(each.notes for each in chosen)

    def counts(each: Label) -> bool:
        if each.form == "asking" or asks(each.name):
            return asked or each.name.startswith("BY ")
        if each.form == "stop":
            return in_capitals(each) or each.name in names
        if each.form == "colon" and form == "stop" and in_capitals(each) and TITLE.match(each.name):
            return True
        return (
            each.form == "heading" or each.name in names or each.form == "alone" == form and bool(each.notes) and noted
        )

    starts = {each.start for each in chosen}
    return [*chosen, *(each for each in found if each.start not in starts and counts(each))]


def _clock(text: str, start: int, stop: int) -> bool:
    """Return whether a line begins with a clock, as each message of a program's transcript does."""
    opening = OPENING.match(text, start, stop)
    return bool(opening and opening["clock"])


def _opens_hearing(label: Label) -> bool:
    return label.name.startswith("BY ") or label.form == "heading" and bool(label.name)


def _candidates(text: str) -> Iterator[Label]:
    """Yield what may be a label, at most one a line."""
    for start, stop in lines_in(text):
        line = text[start:stop]
        if not line.strip() or is_furniture(line):
            continue
        if label := _candidate(text, start, stop):
            yield label


_SHAPES: tuple[tuple[Form, re.Pattern[str]], ...] = (
    ("asking", ASKING), ("asking", ASKING_FROM), ("stop", STOP), ("colon", COLON), ("clock", CLOCK_LINE),
    ("alone", NAME_LINE), ("dash", SURROUNDED), ("dash", DASH), ("dash", CAPITALS), ("dash", APART),
    ("dash", POINTED), ("dash", INITIALED),
)  # fmt: skip


def _candidate(text: str, start: int, stop: int) -> Label | None:
    if line := _line_of_hearing(text, start, stop):
        return line
    opening = OPENING.match(text, start, stop)
    at = opening.end() if opening else start
    clock, heading = bool(opening and opening["clock"]), "#" in text[start:at]
    for form, shape in _SHAPES:
        if heading and shape is not NAME_LINE:
            continue
        match = shape.match(text, at, stop)
        if match is None:
            continue
        if form == "asking" and (named := COLON.match(text, match.end(), stop)) and named["brackets"]:
            # "Q1. Ana Moss (Eskby) (Lab): …": a question of the order paper, with who asks it.
            match, form = named, "colon"
        if label := _label(text, start, stop, match, "clock" if clock and shape is NAME_LINE else form):
            return label
    return None if heading else _user(text, start, at, stop)


def _user(text: str, start: int, at: int, stop: int) -> Label | None:
    match = user_label(text, at, stop)
    return Label(start, match.end(), match["name"], form="colon") if match else None


def _line_of_hearing(text: str, start: int, stop: int) -> Label | None:
    """Return the line of a hearing that says who asks from here on, or whose evidence or appearance begins."""
    if by := BY.fullmatch(text, start, stop):
        return Label(start, stop, f"BY {(by['name'] or by['titled']).strip()}", form="asking")
    if heard := next((found for each in _HEARD if (found := each.fullmatch(text, start, stop))), None):
        return _heading(start, stop, (heard["of"] or "EXAMINATION").strip())
    if SPACED.fullmatch(text, start, stop) or APPEARING.fullmatch(text, start, stop):
        return _heading(start, stop)
    return None


def _label(text: str, start: int, stop: int, match: re.Match[str], form: Form) -> Label | None:
    name, office, notes = _parts(match, form)
    may_be = form == "asking" or asks(name) or form == "colon" and PAPER.fullmatch(name) or may_be_label(name)
    may_be = may_be or form == "colon" and is_shown_as_voice(text, name)
    if not may_be or office and not _is_office(office):
        return None
    if form == "colon" and heads_business(name, text[match.end() : stop]):
        return _heading(start, stop)
    if form == "alone" and not _stands_for_itself(text[start:stop], name, match):
        return None
    if not _words_follow(text, match.end(), stop, form):
        return None
    return Label(start, _behind_voice(text, match.end(), stop, form), name, form=form, notes=notes)


def _behind_voice(text: str, end: int, stop: int, form: Form) -> int:
    """Return where the words of a label begin, behind from where they are heard: "RUIZ  OFF  We go."."""
    heard = _VOICE_NEXT.match(text, end, stop) if form == "dash" else None
    return heard.end() if heard else end


def _parts(match: re.Match[str], form: Form) -> tuple[str, str | None, str]:
    """Return (name, office, notes) as a label writes them; what holds a department is one name, behind ".-" is none."""
    groups = match.groupdict()
    name = (match["name"] or groups["nick"]).partition(".-")[0].strip().rstrip("." if form == "dash" else "")
    notes = (groups.get("brackets") or groups.get("post") or "").strip()
    office = groups.get("office") if form == "colon" else None
    if office and is_office(name):
        name, notes = _with_department(name, office, notes)
        return name, None, notes
    return name, office, notes


def _with_department(name: str, rest: str, notes: str) -> tuple[str, str]:
    """Return an office with what follows its comma, or who holds it: "The Minister of State, Home Office (Mr Holt)"."""
    bracketed = _HOLDER.search(rest)
    if bracketed:
        rest, notes = rest[: bracketed.start()].rstrip(), bracketed[0]
    if gender_of(rest.split()[0], "") and 2 <= len(rest.split()) <= 3:
        return name, f"({rest})"
    return f"{name}, {rest}", notes


def _stands_for_itself(line: str, name: str, match: re.Match[str]) -> bool:
    """Return whether a name alone on its line is written as labels are: in capitals, bold, with a party or title."""
    marked = line.lstrip().startswith(("**", "__", "<b>", "<strong>"))
    if match["post"] and match["post"].isupper() and not SHORT_POST.fullmatch(match["post"]):
        return False
    titled = TITLE.match(name) or ROLE.fullmatch(name)
    if line.lstrip().startswith("#"):
        # A heading is a person's only where it is one's name: "### Ana Ruiz".
        return bool(titled or " " in name and gender_of(name.split()[0].title(), ""))
    return name.isupper() or marked or bool(match["brackets"] or match["post"] or titled)


def _words_follow(text: str, end: int, stop: int, form: Form) -> bool:
    """Return whether words stand behind a label or below it: for one alone on its line, in the next line but one."""
    rest = text[end:stop]
    if any(map(str.isalpha, rest)):
        return form in {"colon", "stop", "asking", "dash"} and not _FIGURE.match(rest)
    if rest.strip(" \t*_") or form in {"stop", "dash"}:
        return False
    below = [line for line in text[stop + 1 : stop + 400].split("\n")[:3] if line.strip()]
    return bool(below) and any(map(str.isalpha, below[0]))


def _is_office(words: str) -> bool:
    if FROM_WHERE.fullmatch(words):
        return True
    parts = words.lower().split()
    return len(parts) <= 9 and not set(parts) & OPENERS and not {"is", "are", "was", "said", "especially"} & set(parts)


def may_be_label(name: str) -> bool:
    """Return whether words can be whom a label names: no heading of a field, no sentence's beginning."""
    words = re.sub("[.’']", "", name.lower()).split()
    if _is_date(words) or words[0] == "the" and not (is_office(name) or TITLE.match(name)):
        return False
    if len(words) == 1 and name.isupper() and len(name) <= 4:
        return words[0] not in HEADINGS
    if len(words) > 1 and words[0] in ALSO_GIVEN_NAMES:
        return words[1] not in HEADINGS
    opens = words[0] in HEADINGS | OPENERS and not (words[0] == "press" and words[-1] in {"officer", "secretary"})
    return not opens and words[-1] not in HEADS and (len(words) <= 12 or is_office(name))


def _is_date(words: Sequence[str]) -> bool:
    dated = all(word[:3] in MONTHS_AND_DAYS or word.isdigit() for word in words[:2])
    return dated and (len(words) > 1 or len(words[0]) <= 4)


def _unknown(text: str, start: int, stop: int) -> Label | None:
    """Return a line's beginning that no known label is and that may say that somebody else speaks."""
    opening = OPENING.match(text, start, stop)
    at = opening.end() if opening else start
    arrow = ">>" in text[start:at]
    line = text[start:stop].strip()
    if is_furniture(line) or (line[:1] in "([" and line[-1:] in ")]"):
        return None
    match = UNKNOWN.match(text, at, stop)
    name = match["name"].strip("[]() ") if match and match["name"].strip() else ""
    if match and _may_be_a_voice(name):
        return _unknown_voice(start, match.end(), name)
    return _unknown_voice(start, at) if arrow and (name or at < stop) else None


def _may_be_a_voice(name: str) -> bool:
    """Return whether words before a colon may say who speaks: "A voice from the crowd", "SPEAKER 2", a name."""
    if not name or FROM_THE_CROWD.search(name) or name.isupper() and NOBODY_NAMED.search(name):
        return bool(name)
    return re.sub("[’']", "", name.split()[0].lower()) not in HEADINGS | OPENERS and _like_a_label(name)


def _other(text: str, start: int, stop: int, form: Form) -> Label | None:
    """Return the label of somebody unknown in the form of the transcript's labels: a full stop, or a gap or mark."""
    if form == "stop":
        return _other_stop(text, start, stop)
    opening = OPENING.match(text, start, stop)
    match = UNKNOWN_APART.match(text, opening.end() if opening else start, stop) if form == "dash" else None
    if match is None or len(match["name"].split()) > _LONGEST_VOICE:
        return None
    unnamed = NOBODY_NAMED.search(match["name"]) or FROM_THE_CROWD.search(match["name"])
    return _unknown_voice(start, match.end(), match["name"]) if unnamed else None


def _other_stop(text: str, start: int, stop: int) -> Label | None:
    """Return the full-stop label of an office or of somebody unknown: "The Clerk. …", "A Voice. …"."""
    opening = OPENING.match(text, start, stop)
    match = UNKNOWN_STOP.match(text, opening.end() if opening else start, stop)
    of_somebody = match and (ROLE.fullmatch(match["name"]) or NOBODY_NAMED.search(match["name"]))
    return Label(start, match.end(), match["name"], form="stop") if match and of_somebody else None


def _like_a_label(name: str) -> bool:
    """Return whether words before a colon are like a name or office: capitals on all long ones, or a role's word."""
    words = name.split()
    capitals = all(word[0].isupper() or word in _SMALL or word.isdigit() for word in words) and words[0][0].isupper()
    return len(words) <= 8 and (capitals or NOBODY_NAMED.search(name) is not None or ROLE.search(name) is not None)

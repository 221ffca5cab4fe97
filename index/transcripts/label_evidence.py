"""Whether what is formed like labels in a text is a transcript's labels: by their number, names, clocks and words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from functools import lru_cache

from index.names.titles import gender_of
from index.text.expressions import expression
from index.transcripts.asides import CLOCK, is_furniture
from index.transcripts.label_shapes import Form, Label
from index.transcripts.label_words import TITLE, is_answer, is_office, is_question

FIRST_PERSON = expression(r"\b(?:I|[Ww]e|[Mm]y|[Mm]e|[Oo]ur|us)\b")
_SENTENCE_ENDS = expression(r"[.?!…—–-][”’»\"')\]*_]*[ \t]*$")
_LONGEST_LINE = 600
CHARACTERS_A_LABEL = 4_000
"""A transcript of long speeches still has a label about every page; fewer are headings."""
_WORD = expression(r"[\w’'-]+")
_BEGINS = expression(r"[ \t*•-]*\d{1,2}[.:h](\d\d)(?![.:]?\d)[ ]?(?:[ap]\.?m\.?)?")
"""The time, without seconds, at which a line of a schedule begins."""
_FEWEST_TIMES = 3
_MOST_SOUGHT = 50
"""So many labels that are no plain words ("St.Ives") are looked for in a text at most."""
_SECOND_PERSON = expression(r"\b[Yy]ou(?:r|rs)?\b|\?")
_LONGEST_HEAD, _HEAD_LINES = 120, 6
_NAMED_WITHIN = 4_000
"""Characters at the beginning in which those are named whose initials are labels."""


def chosen_labels(text: str, found: Sequence[Label], least: int) -> list[Label]:
    """Return of all that is formed like a label the labels of the text's main form, none where it is no transcript."""
    fitting = [each for form, rule in _RULES.items() if (each := rule(text, _of(found, form), least))]
    if fitting:
        chosen = max(fitting, key=len)
        return [] if _is_programme(text, chosen) else chosen
    return _hearing(found) or _seated(text, found) or _whole(text, found) or _opened(text, found)


def _of(found: Sequence[Label], form: Form) -> list[Label]:
    forms = {"colon", "asking"} if form == "colon" else {form}
    return [each for each in found if each.form in forms]


def in_capitals(label: Label) -> bool:
    """Return whether a label's name, or its last word, is in capitals."""
    return label.name.split()[-1].isupper() or re.search(r"[A-Z]{3}", label.name) is not None


def headlines(text: str) -> set[int]:
    """Return where the lines begin that are headings between turns: in capitals, paragraphs by themselves, no sentence.

    One that stands again and again is the head of a page, and the turn before it goes on below.
    """
    lines = text.split("\n")
    counts = Counter(line.strip() for line in lines if line.isupper())
    found: set[int] = set()
    position = 0
    for number, line in enumerate(lines):
        beside = [*lines[max(0, number - 1) : number], *lines[number + 1 : number + 2]]
        alone = not "".join(beside).strip() and counts[line.strip()] == 1
        if alone and _is_headline(line) and not text[max(0, position - 1_000) : position + 1_000].isupper():
            found.add(position)
        position += len(line) + 1
    return found


def page_heads(text: str) -> set[str]:
    """Return the lines in capitals that stand again and again as the heads of pages do."""
    counts = Counter(line.strip() for line in text.split("\n") if line.isupper())
    return {line for line, count in counts.items() if count > 1 and _is_headline(line)}


def _is_headline(line: str) -> bool:
    bare = line.strip(" \t*#_")
    return (
        len(bare) <= _LONGEST_HEAD
        and bare[-1:] not in ".?!,;:…—–"
        and bare[:1] not in "(["
        and re.search(r"[^\W\d_]{3}", bare) is not None
        and not is_furniture(line)
    )


def without_wrapped(text: str, labels: Sequence[Label]) -> list[Label]:
    """Return the labels without lines of wrapped sentences that look like one: "I say to\\nThe people of Lorn: …".

    Nobody's turn begins in the midst of a sentence where most stand below a blank line; a name that stands again may.
    """
    apart = [not _line_before(text, each.start) for each in labels]
    if sum(apart) * 4 < len(labels) * 3:
        return list(labels)
    counts = Counter(each.name for each in labels)
    return [
        each
        for each, free in zip(labels, apart, strict=True)
        if free
        or each.form != "colon"
        or counts[each.name] > 1
        or _SENTENCE_ENDS.search(_line_before(text, each.start))
    ]


def _line_before(text: str, start: int) -> str:
    """Return the line above a place, empty where that is blank or there is none."""
    end = max(0, start - 1)
    return text[text.rfind("\n", 0, end) + 1 : end].strip()


def _hearing(found: Sequence[Label]) -> list[Label]:
    """Return questions and answers of a hearing, however few: a heading or labels with full stops stand with them."""
    asking = [each for each in found if each.form == "asking"]
    others = [each for each in found if each.form == "stop" and in_capitals(each)]
    headings = [each for each in found if each.form == "heading"]
    if {"Q", "A"} <= {each.name for each in asking} and (others or headings):
        return asking + others
    return []


def _seated(text: str, found: Sequence[Label]) -> list[Label]:
    """Return names on lines of their own, of which two or more have their seats or parties in brackets behind them."""
    notes = {each.name for each in found if each.form == "alone" and each.notes}
    if len(notes) < 2:
        return []
    notes |= {each.name for each in found if each.form == "alone" and is_office(each.name)}
    labels = named_lines(text, found, notes)
    enough = len(labels) * CHARACTERS_A_LABEL >= len(text)
    return labels if enough and _speaking(text, labels) and _spoken(text, labels) else []


def named_lines(text: str, found: Sequence[Label], names: set[str]) -> list[Label]:
    """Return the labels that are one of the names alone on a line, as it stands or with brackets behind it."""
    labels = {each.start: each for each in found if each.form == "alone" and each.name in names}
    for match in re.finditer(r"^[ \t]*+([^\n]{2,80}?)[ \t]*+\n(?=[ \t]*+\n?[ \t]*+\S)", text, re.MULTILINE):
        if match[1] in names:
            labels.setdefault(
                match.start(), Label(start=match.start(), end=match.end() - 1, name=match[1], form="alone")
            )
    return [labels[start] for start in sorted(labels)]


def _whole(text: str, found: Sequence[Label]) -> list[Label]:
    """Return the labels of two persons that make up a whole short text, each with one paragraph or two."""
    for forms in (("colon", "asking"), ("stop",), ("clock",), ("dash",)):
        labels = [each for each in found if each.form in forms]
        if _make_a_whole(text, labels):
            return labels
    return []


_BOLD = expression(r"[ \t]{0,3}(?:\*\*|__|<b>|<strong>)")


def _opened(text: str, found: Sequence[Label]) -> list[Label]:
    """Return the bold labels, or those in capitals, of persons by title or office, the first below a text's headings.

    A name that the headings have is as good as an office.

    They may be few, as those of one speech cut out of a hearing: what it opens with is the words of somebody who says
    "I" or calls another.
    """
    colons = (each for each in found if each.form == "colon")
    labels = [each for each in colons if _BOLD.match(text, each.start, each.end) or each.name.isupper()]
    if not labels or not all(_is_titled(each, text[: labels[0].start]) for each in labels):
        return []
    said = text[labels[0].end : labels[0].end + 2 * _LONGEST_LINE]
    opens = _are_headings(text[: labels[0].start]) and _begins_speech(text, labels[0])
    return labels if opens and FIRST_PERSON.search(said) else []


def _is_titled(label: Label, head: str) -> bool:
    named = " " in label.name and label.name.lower() in head.lower()
    return named or TITLE.match(label.name) is not None or is_office(label.name)


def _are_headings(head: str) -> bool:
    lines = [line.strip() for line in head.splitlines() if line.strip()]
    return len(lines) <= _HEAD_LINES and not any(len(line) > _LONGEST_LINE or line[-1] in ".!" for line in lines)


def _make_a_whole(text: str, labels: Sequence[Label]) -> bool:
    """Return whether a text is nothing but a short head and what each of its labels opens."""
    if not 2 <= len(labels) <= 4 or len({each.name for each in labels}) != len(labels):
        return False
    if not _is_short_head(text[: labels[0].start]):
        return False
    ends = [each.start for each in labels[1:]] + [len(text)]
    said = [text[each.end : end].strip() for each, end in zip(labels, ends, strict=True)]
    if not all(_begins_speech(text, each) for each in labels) or not all(map(_is_short, said)):
        return False
    return _are_messages(text, labels) or _in_dialogue(labels, said)


def _is_short_head(head: str) -> bool:
    lines = [line.strip() for line in head.split("\n") if line.strip()]
    return len(lines) <= _HEAD_LINES and not any(len(line) > _LONGEST_HEAD or line[-1] in ".!" for line in lines)


def _are_messages(text: str, labels: Sequence[Label]) -> bool:
    """Return whether clocks stand with labels that all name somebody, and no arrows do."""
    timed = _timed(text, labels) and ">>" not in text[labels[0].start : labels[0].end]
    return timed and all(map(_somebody, labels))


def _is_short(said: str) -> bool:
    return bool(said) and len([line for line in said.split("\n\n") if line.strip()]) <= 2


def _somebody(label: Label) -> bool:
    return " " in label.name or _is_person(label) or label.name.isupper()


def _is_person(label: Label) -> bool:
    return _titled(label.name) or is_question(label.name) and len(label.name) > 1


def _in_dialogue(labels: Sequence[Label], said: Sequence[str]) -> bool:
    """Return whether persons speak to each other: all are persons by title, office or given name, and one says so."""
    own = any(FIRST_PERSON.search(each) or _SECOND_PERSON.search(each) for each in said)
    named = [each for each in labels if not is_question(each.name)]
    return own and bool(named) and all(map(_is_person, labels))


def _speaking(text: str, labels: Sequence[Label]) -> bool:
    """Return whether the labels' names show speakers: two or more, a good part with a title or again and again.

    Where each stands once, half of them must speak of themselves: "Ana Ruiz (Vesk): The runner won" does not.
    """
    counts = Counter(each.name for each in labels)
    strong = [each for each in labels if counts[each.name] > 1 or _titled(each.name)]
    if max(counts.values(), default=0) == 1:
        own = sum(FIRST_PERSON.search(text, each.end, each.end + _LONGEST_LINE) is not None for each in labels)
        titled = sum(bool(TITLE.match(each.name) or is_office(each.name)) for each in labels)
        if own * 2 < len(labels) and titled < len(labels):
            return False
    return len(counts) >= 2 and len(strong) >= 2 and len(strong) * 10 >= len(labels) * 3


def _is_programme(text: str, labels: Sequence[Label]) -> bool:
    """Return whether labels are a schedule's: round times before what begins then, and nobody speaks for himself."""
    times = [match for each in labels if (match := _BEGINS.match(text, each.start, each.end))]
    if len(times) < _FEWEST_TIMES or len(times) * 2 < len(labels) or any(int(each[1]) % 5 for each in times):
        return False
    people = sum(_is_person(each) for each in labels)
    own = sum(FIRST_PERSON.search(text, each.end, each.end + _LONGEST_LINE) is not None for each in labels)
    return people * 2 < len(labels) and own * 3 < len(labels)


def _titled(name: str) -> bool:
    given = name.split()[0].title()
    return bool(TITLE.match(name) or is_office(name) or (" " in name and gender_of(given, "")))


def _colons(text: str, labels: list[Label], least: int) -> list[Label]:
    common = _common(text, list(dict.fromkeys(each.name for each in labels)))
    labels = [each for each in labels if each.name not in common]
    named = [each for each in labels if not each.name.startswith("BY ")]
    if not (_are_dense(text, named, least) or _stand_again(text, named) or _presided(text, named)):
        return []
    if least > 2 and not _timed(text, named) and not (_speaking(text, named) and _spoken(text, named)):
        return []
    return labels


def _are_dense(text: str, labels: Sequence[Label], least: int) -> bool:
    """Return whether every fourth line of a text begins with a label."""
    lines = sum(1 for line in text.splitlines() if line.strip())
    return len(labels) >= least and len(labels) * 4 >= lines


def _stand_again(text: str, labels: Sequence[Label]) -> bool:
    """Return whether labels of two names stand again and again, one about every page."""
    counts = Counter(each.name for each in labels)
    again = [each for each in labels if counts[each.name] >= 2]
    if len(again) < 4 or len(again) * CHARACTERS_A_LABEL < len(text):
        return False
    return len({each.name for each in again}) >= 2 or _timed(text, again)


def _presided(text: str, labels: Sequence[Label]) -> bool:
    """Return whether officials in capitals speak, three or more, of whom one gives the others the word again and again.

    Each of the others may speak but once: a meeting before the press.
    """
    capitals = [each for each in labels if each.name.isupper() and TITLE.match(each.name.title())]
    counts = Counter(each.name for each in capitals)
    return len(counts) >= 3 and max(counts.values()) >= 2 and len(capitals) * CHARACTERS_A_LABEL >= len(text)


def _spoken(text: str, labels: Sequence[Label]) -> bool:
    """Return whether most labels have sentences behind them, and not the values of a form or list."""
    return sum(_begins_speech(text, label) for label in labels) * 10 >= len(labels) * 6


def _begins_speech(text: str, label: Label) -> bool:
    paragraph = text[label.end : label.end + _LONGEST_LINE].lstrip().split("\n\n", 1)[0].rstrip()
    first = paragraph.split("\n", 1)[0].rstrip()
    return len(first.split()) >= 9 or any(_SENTENCE_ENDS.search(each[-8:]) for each in (first, paragraph))


def _timed(text: str, labels: Sequence[Label]) -> bool:
    """Return whether a clock or an arrow stands with most labels, as in a machine's transcript."""
    marked = sum(bool(re.search(rf">>|{CLOCK}", text[each.start : each.end])) for each in labels)
    return bool(labels) and marked * 2 > len(labels)


def stand_for_a_name(text: str, name: str) -> bool:
    """Return whether capitals before a colon are the initials of a full name above, and no field: "TO:" of Tove Orr.

    A field of a mail ("TO:", "RE:") seldom stands again and again in a text that names somebody with its letters.
    """
    if not (name.isupper() and name.isalpha() and 2 <= len(name) <= 4):
        return False
    if len(re.findall(rf"^[ \t*_]{{0,4}}{name}[*_]{{0,3}}:", text, re.MULTILINE)) < 2:
        return False
    words = r"[ -](?:(?:de|da|di|van|von|der|den|al|el|la|le) )?".join(rf"{letter}[\w’']+" for letter in name)
    return re.search(rf"\b{words}\b", text[:_NAMED_WITHIN]) is not None


def is_shown_as_voice(text: str, name: str) -> bool:
    """Return whether a text shows that words stand for who speaks that else are a field's or a sentence's."""
    return stand_for_a_name(text, name) or asks_again_in_bold(text, name)


_BOLD_VOICE = expression(
    r"^[ \t]{0,4}(?:\*{2,3}|__)(?P<name>(?:The|THE)(?: [^\W\d_a-z][\w’'-]*){1,5})(?::(?:\*{2,3}|__)|(?:\*{2,3}|__):)",
    re.MULTILINE,
)
_ASKS_AGAIN = 3


@lru_cache(maxsize=1)
def _bold_voices(text: str) -> Counter[str]:
    return Counter(match["name"] for match in _BOLD_VOICE.finditer(text))


def asks_again_in_bold(text: str, name: str) -> bool:
    """Return whether a body begins line after line in bold before a colon, as who asks does: "**The Vesk Circle:**"."""
    return name[:4] in ("The ", "THE ") and _bold_voices(text)[name] >= _ASKS_AGAIN


def _common(text: str, names: Sequence[str]) -> set[str]:
    """Return the labels of one word, without a title, that are nouns of the text ("Weir", "the weir").

    The text is read once for all: for each label by itself it took the square of the time.
    """
    single = [
        name
        for name in names
        # Names in small letters are user names, of which the text was asked before.
        if not (
            " " in name or name.isupper() or name.islower() or is_office(name) or is_question(name) or is_answer(name)
        )
    ]
    words = frozenset(_WORD.findall(text)) if single else frozenset()
    others = [name for name in single if not _WORD.fullmatch(name)][:_MOST_SOUGHT]
    return {name for name in single if name.lower() in words} | {
        name for name in others if re.search(rf"(?<![\w’'-]){re.escape(name.lower())}(?![\w’'-])", text)
    }


def _stops(text: str, labels: list[Label], least: int) -> list[Label]:
    capitals = [each for each in labels if in_capitals(each)]
    if len(capitals) >= 2:
        return capitals
    again = Counter(each.name for each in labels)
    enough = len(labels) >= 3 and sum(count for count in again.values() if count > 1) >= 2
    return labels if enough and len(labels) * CHARACTERS_A_LABEL >= len(text) else []


def _clocks(text: str, labels: list[Label], least: int) -> list[Label]:
    again = Counter(each.name for each in labels)
    several = len(labels) >= 3 and max(again.values(), default=0) >= 2
    two = len(labels) == 2 and len(again) == 2 and all(" " in each for each in again)
    return labels if several or two else []


def _repeated(text: str, labels: list[Label], least: int) -> list[Label]:
    """Return labels without a mark of their own (a name alone, before a dash): few names, each again and again."""
    counts = Counter(each.name for each in labels)
    again = [each for each in labels if counts[each.name] >= 2]
    names = {each.name for each in again}
    clocks = sum(re.search(CLOCK, text[each.start : each.end]) is not None for each in labels)
    if len(labels) >= 2 and clocks == len(labels) and len({each.name for each in labels}) > 1:
        return labels
    if (
        len(again) < 4
        or len(names) < 2
        or len(again) * CHARACTERS_A_LABEL < len(text)
        or len(again) * 5 < len(labels) * 3
    ):
        return []
    return labels if _spoken(text, again) else []


_RULES: dict[Form, Callable[[str, list[Label], int], list[Label]]] = {
    "colon": _colons, "stop": _stops, "clock": _clocks, "dash": _repeated, "alone": _repeated,
}  # fmt: skip

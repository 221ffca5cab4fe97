"""The labels of captions and minutes that run on: where within a line a name and a colon say who speaks next.

"Fritz: Aye. Fish: Aye. Moore: I move that we go on." Prose and forms have words before colons too, so that only names
count which stand again and again and which the text shows to be people's, by a title or a given name before them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from index.text.expressions import expression
from index.text.word_lists import given_names
from index.transcripts.label_shapes import Label
from index.transcripts.label_words import HEADINGS, OPENERS, TITLE, is_office

_WORD = r"(?:(?:[^\W\d_a-z]|M[rs]|Mrs|Dr|Rev|Sen|Rep|Hon|Prof|St|Cllr)\.|[^\W\d_a-z][\w’'-]{0,24})"
_PARTICLE = r"(?:(?:de|da|di|van|von|der|den|al|bin|la|le)[ ]){0,2}"
_OF_POST = r"(?:[^\W\d_a-z][\w.&/’'-]{0,24}|of|the|and|for|on|&)"
_POST = rf"(?P<post>(?:,[ ]{_OF_POST}(?:[ ]{_OF_POST}){{0,7}}){{1,3}})"
"""What stands behind a full name: "Ana Ruiz, Project Manager, Bureau of Bridges:"."""
_RUNNING = expression(
    rf"(?:(?<=[.?!…\])”\"*-][ ])|(?<=[ ][ ])|(?<=\n)|(?<=\A)|(?P<mark>>>+)[ ]{{0,3}})"
    rf"(?:(?P<name>{_WORD}(?:[ ]{_PARTICLE}{_WORD}){{0,4}}){_POST}?[ ]?:[ ]+(?=[^\s/])"
    r"|(?P<nobody>\*{3,9}|(?<=>)|(?<=>[ ])))"
)
_SMALL = expression(r"(?<![\w’'-])[^\W\d_A-Z][\w’'-]{1,24}")
_FEWEST, _AGAIN, _VOICES = 8, 3, 2
"""So many labels, of so many names that stand so often, make a text that runs on a transcript."""
_CHARACTERS_A_LABEL = 4_000
_IN_MIDST = 3
"""Of so many labels one or more stand within their lines: else the lines are read as those of other transcripts."""
_MOST_NAMES = 200


def running_labels(text: str) -> list[Label]:
    """Return the labels of a text that runs on, wherever they stand, none where it is no such transcript."""
    if text.count(": ") < _FEWEST:
        return []
    found = list(_found(text))
    names = Counter(filter(_may_be, (each["name"] or "" for each in found)))
    again = [name for name, count in names.items() if count >= _AGAIN][:_MOST_NAMES]
    people = _people_among(text, again)
    if len(people) < _VOICES or not _are_enough(text, found, people, sum(names[each] for each in again)):
        return []
    people |= set(filter(_is_full_name, names))
    people |= {name for name in names if _ends_one(name, people)}
    return [_label(each, people) for each in found if each["name"] is None or each["name"] in names]


def _found(text: str) -> Iterator[re.Match[str]]:
    """Yield what may be a label; "Ruiz, Head of This:", a surname alone with a post, may be a call to Ruiz."""
    for each in _RUNNING.finditer(text):
        if each[0] and (not each["post"] or " " in each["name"]):
            yield each


def _people_among(text: str, again: list[str]) -> set[str]:
    """Return the names that are people's; beside one of them those of several words that no small letters write."""
    people = {name for name in again if _is_somebody(text, name)}
    if people:
        small = frozenset(_SMALL.findall(text))
        people |= {name for name in again if " " in name and small.isdisjoint(name.lower().split())}
    return people


def _are_enough(text: str, found: list[re.Match[str]], people: set[str], again: int) -> bool:
    """Return whether people have so many labels within lines that a text is a transcript that runs on.

    Where as many other words stand so again and again, they are the fields of a form.
    """
    said = [each for each in found if each["name"] in people]
    within = sum(_is_within(text, each) for each in said)
    many = len(said) >= max(_FEWEST, len(text) / _CHARACTERS_A_LABEL) and within * _IN_MIDST >= len(said)
    return many and len(said) * 3 >= again * 2


def _ends_one(name: str, people: set[str]) -> bool:
    return any(each.endswith(f" {name}") for each in people)


def _may_be(name: str) -> bool:
    words = name.lower().replace(".", "").split()
    return bool(words) and words[0] not in HEADINGS | OPENERS and not any(map(str.isdigit, name))


def _is_within(text: str, match: re.Match[str]) -> bool:
    return text[text.rfind("\n", 0, match.start()) + 1 : match.start()].strip(" \t*•>-") != ""


def _is_somebody(text: str, name: str) -> bool:
    """Return whether a name is somebody's: by its title or given name, or by those that the text has before it."""
    if TITLE.match(name) or is_office(name) or name.lower() in given_names():
        return True
    first, *rest = name.split()
    if rest:
        return first.lower() in given_names()
    before = re.findall(rf"\b([^\W\d_]+\.?),? {re.escape(name)}\b", text, re.IGNORECASE)
    return any(TITLE.match(f"{each.title()} {name}") or each.lower() in given_names() for each in before)


def _label(match: re.Match[str], people: set[str]) -> Label:
    """Return a label, of nobody known where a mark stands without a name or a name is not surely one."""
    known = match["name"] in people
    return Label(match.start(), match.end(), match["name"] if known else "", form="colon", known=known)


def _is_full_name(name: str) -> bool:
    first, *rest = name.split()
    return bool(rest) and (first.lower() in given_names() or TITLE.match(name) is not None)

"""Whether what is formed like labels heads the entries of a list: a ranking or profiles, in their writer's words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from index.names.titles import name_case, split_title
from index.text.expressions import expression
from index.text.word_lists import given_names
from index.transcripts.asides import CLOCK
from index.transcripts.label_shapes import Label
from index.transcripts.label_words import is_answer, is_office, is_question
from index.transcripts.narration import without_quotations

_FEWEST = 3
_LONGEST_ENTRY = 2_000
_NUMBER = expression(r"[ \t*_]*(?:#|No\.[ ]?)?(\d{1,3})[.):]?(?![\d:.]\d)[*_]*[ \t]")
"""The number of an entry at the beginning of its line."""
_PLACE = expression(r"(?<=\w) (?:of|from|for|in) [^\W\d_a-z].*$")
_NAMES_ONESELF = expression(r"\b(?:name(?: is|’s|'s)|I am|I[’']m|[Tt]his is|[Hh]ere(?: is|[’']s)|[Ii]t[’']s)[ ,]+$")


def are_profiles(text: str, labels: Sequence[Label]) -> bool:
    """Return whether labels, each of which stands once, head entries that speak of the one whom they name.

    A speaker's name seldom stands in that speaker's own words. Where the lines are numbered one after the other, two
    entries of five show what they are, else half of them.
    """
    ends = [*(each.start for each in labels[1:]), len(text)]
    entries = {
        each: text[each.end : min(end, each.end + _LONGEST_ENTRY)] for each, end in zip(labels, ends, strict=True)
    }
    named = [each for each in labels if each.form == "colon" and not (is_question(each.name) or is_answer(each.name))]
    numbered = _counted(text, named)
    named = numbered or named
    if len(named) < _FEWEST or _stand_again(named) or any(_has_clock(text, each) for each in named):
        return False
    about = sum(_speaks_of(entries[each], each.name) for each in named)
    return about * 5 >= len(named) * 2 if numbered else about * 2 >= len(named)


def _stand_again(labels: Sequence[Label]) -> bool:
    counts = Counter(each.name for each in labels)
    return sum(count for count in counts.values() if count > 1) * 5 > len(labels)


def _has_clock(text: str, label: Label) -> bool:
    return re.search(rf">>|{CLOCK}", text[label.start : label.end]) is not None


def _counted(text: str, labels: Sequence[Label]) -> list[Label]:
    """Return the labels whose lines are numbered one after the other, none where fewer than three of five are."""
    found = {each: match for each in labels if (match := _NUMBER.match(text, each.start, each.end))}
    numbers = [int(match[1]) for match in found.values()]
    steps = [abs(second - first) for first, second in zip(numbers, numbers[1:], strict=False)]
    return list(found) if len(found) * 5 >= len(labels) * 3 and steps.count(1) * 4 >= len(steps) * 3 else []


def _speaks_of(entry: str, label: str) -> bool:
    """Return whether an entry's first paragraph names whom its label names, and as nobody names oneself."""
    name = split_title(name_case(_PLACE.sub("", label)))[0].split()
    if is_office(label) or not name or len(name[-1]) < 3:
        return False
    paragraph = without_quotations(entry.lstrip().split("\n\n", 1)[0])
    return any(
        _is_third_person(paragraph[: match.start()], name)
        for match in re.finditer(rf"\b{re.escape(name[-1])}\b", paragraph)
    )


def _is_third_person(before: str, name: Sequence[str]) -> bool:
    """Return whether a surname behind some words names no relative and not the speaker: "I'm Ana Ruiz"."""
    given = before.split()[-1:]
    if given == [name[0]]:
        return not _NAMES_ONESELF.search(before.rstrip().removesuffix(name[0]))
    return not (given and given[0].lower() in given_names()) and not _NAMES_ONESELF.search(before)

"""A word before a colon that stands once among labels in capitals: "Vaccines: We have …", a surname that is called.

It may open a list or an address as well as somebody's words. Within a paragraph it is no label, and whoever spoke goes
on; at the head of one nobody knows whose words follow.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from index.transcripts.label_shapes import Label
from index.transcripts.label_words import asks, is_office

LEAST, SHARE = 4, 0.75
"""So many labels, and this share of all, are in capitals where others are not meant as labels."""


def without_lone_words(text: str, labels: Sequence[Label]) -> list[Label]:
    """Return a transcript's labels, of which a word in small letters that stands once is none or nobody's."""
    colons = [each for each in labels if each.known and each.form == "colon"]
    capitals = [each for each in colons if each.name.isupper()]
    if len(capitals) < max(LEAST, SHARE * len(colons)):
        return list(labels)
    counts = Counter(each.name for each in colons)
    lone = {each.start for each in colons if counts[each.name] == 1 and _is_small_word(each.name)}
    return list(_kept(text, labels, lone))


def _is_small_word(name: str) -> bool:
    return " " not in name and not name.isupper() and not is_office(name) and not asks(name)


def _kept(text: str, labels: Sequence[Label], lone: set[int]) -> Iterator[Label]:
    for each in labels:
        # What a text begins with is its heading's.
        if each.start not in lone or not text[: each.start].strip():
            yield each
        elif _is_below_blank(text, each.start):
            yield replace(each, known=False)


def _is_below_blank(text: str, start: int) -> bool:
    """Return whether a line stands below a blank one."""
    before = text[max(0, start - 200) : start].split("\n")
    return len(before) > 1 and not before[-2].strip()

"""How an answer's text is compared with a gold answer's: words normalised, counted and put in line."""

from __future__ import annotations

import re
import string
from collections import Counter
from collections.abc import Iterable, Sequence


def without_markers(text: str) -> str:
    """Return an answer's text without its [1] markers."""
    return re.sub(r"\s*\[\d+\](?!\()", "", text)


def normalised(text: str) -> str:
    """Return words in small letters with single spaces, for looking whether one text holds another."""
    return re.sub(r"[^\w]+", " ", text.lower()).strip()


def contains(text: str, answers: Iterable[str]) -> bool:
    """Return whether one of the answers stands in the text."""
    whole = normalised(text)
    return any((wanted := normalised(each)) and wanted in whole for each in answers)


def squad_words(text: str) -> list[str]:
    """Return the words of a text as SQuAD's scorer has them: small letters, no punctuation, no articles."""
    bare = "".join(each for each in text.lower() if each not in set(string.punctuation) | set("“”‘’„«»"))
    return re.sub(r"\b(a|an|the)\b", " ", bare).split()


def words_f1(said: Sequence[str], wanted: Sequence[str]) -> float:
    """Return the F1 of two lists of words, each word counted as often as it stands in both."""
    if not said or not wanted:
        return float(said == wanted)
    shared = sum((Counter(said) & Counter(wanted)).values())
    return 2 * shared / (len(said) + len(wanted))


def rouge_l(said: Sequence[str], wanted: Sequence[str]) -> float:
    """Return the ROUGE-L F-measure of two lists of words (Lin 2004), without stemming."""
    if not said or not wanted:
        return 0.0
    return 2 * _common_subsequence(said, wanted) / (len(said) + len(wanted))


def _common_subsequence(one: Sequence[str], other: Sequence[str]) -> int:
    """Return the length of the longest common subsequence."""
    row = [0] * (len(other) + 1)
    for word in one:
        before = 0
        for at, against in enumerate(other, 1):
            before, row[at] = row[at], before + 1 if word == against else max(row[at], row[at - 1])
    return row[-1]

"""Text -> tagged tokens: what a word is, told by its form, its class and its neighbours. A quotation is one token."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.cues.ambiguous_words import is_verb, retag
from index.cues.tokens import Tokens
from index.cues.verbs import SPEECH, VERBS
from index.cues.word_classes import CLOSED, GIVEN_TOO, MARKS, NOT_ADVERBS, NOUNS_TOO, TIMES
from index.text.sentences import ABBREVIATIONS

MOST_TOKENS = 400
"""Of a sentence; a longer one is read to there."""

_TOKEN = re.compile(
    r"(?:[^\W\d_]\.){2,}|\d{1,3}-years?-old\b|[$£€]?\d(?:[\d.,]*\d)?%?|@?[^\W_](?:\w|[’'.&/-](?=\w))*(?:[’'](?=[\s,]))?|\.{3}|[^\w\s]"
)


def tokenize(text: str, pieces: Sequence[tuple[int, int, int]]) -> Tokens:
    """Return the tokens of stretches of a text, each `(start, end, number)`; from 0 on, a number makes it one token."""
    made = Tokens([], [], [], [], [], [], [])
    for start, end, number in pieces:
        if number >= 0:
            _append(made, "", start, end, number)
            continue
        for match in _TOKEN.finditer(text, start, end):
            word = match[0]
            if word in "'’":
                continue
            if word == "." and made.words and _abbreviates(made, match.start()):
                made.words[-1] += "."
                made.ends[-1] = match.end()
                continue
            _append(made, word, match.start(), match.end(), -1)
            if len(made) >= MOST_TOKENS:
                break
    for position in range(len(made)):
        made.tags.append(_tag(made, position))
    for position, tag in enumerate(made.tags):
        if made.lower[position] == "once" and position + 1 < len(made) and made.tags[position + 1] == "V":
            # "As Ana Ruiz once said"
            made.tags[position] = tag = "R"
        if tag == "V" and not is_verb(made, position):
            made.tags[position] = "n"
            made.verbs[position] = None
    retag(made)
    return made


def _append(made: Tokens, word: str, start: int, end: int, number: int) -> None:
    made.words.append(word)
    made.lower.append(word.lower().replace("’", "'"))
    made.starts.append(start)
    made.ends.append(end)
    made.quotations.append(number)
    made.verbs.append(None)


def _abbreviates(made: Tokens, position: int) -> bool:
    word = made.words[-1]
    initial = len(word) == 1 and word.isalpha() and word.isupper() and word != "I"
    # "R-S.C.", "Ph.D."
    dotted = len(word) > 2 and word[-2] == "." and word[-1].isalpha()
    return made.ends[-1] == position and (initial or dotted or made.lower[-1] in ABBREVIATIONS)


def _tag(made: Tokens, position: int) -> str:
    if made.quotations[position] >= 0:
        return "Q"
    word, lower = made.words[position], made.lower[position]
    if not word[0].isalnum() and word[0] not in "@$£€":
        return MARKS.get(word, "x")
    if word[0].isdigit() or word[0] in "$£€":
        return "#"
    after_quotation = position > 0 and made.quotations[position - 1] >= 0
    if after_quotation and lower in GIVEN_TOO and _begins_name(made, position):
        return "N"
    if lower in TIMES and (lower != "may" or word[0].isupper()):
        return "Z"
    closed = CLOSED.get(lower)
    opens = position == 0 or made.quotations[position - 1] >= 0 or made.words[position - 1] in {".", "!", "?", ":"}
    if closed and (word[0].islower() or opens or lower == "i"):
        return "O" if lower == "her" and not _begins_noun(made, position + 1) else closed
    if word[0].isupper() or word[0] == "@":
        if opens and lower in VERBS and VERBS[lower].form == "ing" and _is_said_next(made, position):
            # "Loving said he was in the army": a surname
            return "N"
        if (opens or word.isupper()) and lower in VERBS and lower not in NOUNS_TOO and not word.isupper():
            made.verbs[position] = VERBS[lower]
            return "V"
        return "R" if opens and lower.endswith("ly") else "N"
    if lower in VERBS:
        made.verbs[position] = VERBS[lower]
        return "V"
    if lower.endswith("ly") and lower not in NOT_ADVERBS:
        return "R"
    return "v" if lower.endswith("ed") and len(lower) > 4 else "n"


def _is_said_next(made: Tokens, position: int) -> bool:
    following = made.lower[position + 1] if position + 1 < len(made) else ""
    return following in VERBS and VERBS[following].lemma in SPEECH and VERBS[following].form in {"past", "s"}


def _begins_name(made: Tokens, position: int) -> bool:
    """Return whether a word of grammar is a given name: "“…,” Will Tarr said"."""
    following = made.words[position + 1 : position + 2]
    named = made.words[position][0].isupper() and following and following[0][:1].isupper()
    return bool(named and following[0].lower() not in CLOSED)


def _begins_noun(made: Tokens, position: int) -> bool:
    if position >= len(made) or made.quotations[position] >= 0:
        return False
    word = made.lower[position]
    return word[0].isalnum() and word not in CLOSED and not (word in VERBS and VERBS[word].form in {"past", "ing"})

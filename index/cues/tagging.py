"""Text -> tagged tokens: what a word is, by its form, its class and its neighbours. A quotation is one token."""

from __future__ import annotations

from collections.abc import Sequence

from index.cues import tags
from index.cues.ambiguous_words import is_verb, retag
from index.cues.tokens import Tokens
from index.cues.verbs import SPEECH, VERBS
from index.cues.word_classes import CLOSED, GIVEN_TOO, MARKS, NOT_ADVERBS, NOUNS_TOO, SURNAMES_IN_LY, TIMES
from index.names.departments import HEADS, departments
from index.names.descriptions import BODIES
from index.text.expressions import expression
from index.text.sentences import ABBREVIATIONS
from index.text.word_lists import given_names

MOST_TOKENS = 400
"""Of a sentence; a longer one is read to there."""

_TOKEN = expression(
    r"(?:[^\W\d_]\.){2,}|\d{1,3}-years?-old\b|[$£€]?\d(?:[\d.,]*\d)?%?|@?[^\W_](?:\w|[’'.&/-](?=\w))*(?:[’'](?=[\s,]))?|\.{3}|[^\w\s]"
)


def tokenize(text: str, pieces: Sequence[tuple[int, int, int]]) -> Tokens:
    """Return the tokens of spans of a text, each `(start, end, number)`; from 0 on, a number makes it one token."""
    tokens = Tokens()
    for start, end, number in pieces:
        if number >= 0:
            _append(tokens, "", start, end, number)
        else:
            _append_words(tokens, text, start, end)
    for position in range(len(tokens)):
        tokens.tags.append(_tag(tokens, position))
    _settle_verbs(tokens)
    retag(tokens)
    if tags.COMMA in tokens.tags and not HEADS.isdisjoint(tokens.words):
        _join_departments(tokens, text, pieces)
    return tokens


def _join_departments(tokens: Tokens, text: str, pieces: Sequence[tuple[int, int, int]]) -> None:
    """Make each comma within the name of a body a word of the name: "Department for Harbours, Rivers and Canals"."""
    spans = [span for start, end, number in pieces if number < 0 for span in departments(text, start, end)]
    for at, (tag, place) in enumerate(zip(tokens.tags, tokens.starts, strict=True)):
        if tag == tags.COMMA and any(first < place < last for first, last in spans):
            tokens.tags[at] = tags.NAME


def _append_words(tokens: Tokens, text: str, start: int, end: int) -> None:
    for match in _TOKEN.finditer(text, start, end):
        word = match[0]
        # Marks of emphasis are no words: "our oldest member, **Anna Bell**, writes".
        if word in "'’*" or word == "." and tokens.words[-1:] == [":"]:
            continue
        if word == "." and tokens.words and _abbreviates(tokens, match.start()):
            tokens.words[-1] += "."
            tokens.ends[-1] = match.end()
            continue
        _append(tokens, word, match.start(), match.end(), -1)
        if len(tokens) >= MOST_TOKENS:
            break


def _append(tokens: Tokens, word: str, start: int, end: int, number: int) -> None:
    tokens.words.append(word)
    tokens.lower.append(word.lower().replace("’", "'"))
    tokens.starts.append(start)
    tokens.ends.append(end)
    tokens.quotations.append(number)
    tokens.verbs.append(None)


def _abbreviates(tokens: Tokens, position: int) -> bool:
    word = tokens.words[-1]
    initial = len(word) == 1 and word.isalpha() and word.isupper() and word != "I"
    # "R-S.C.", "Ph.D."
    dotted = len(word) > 2 and word[-2] == "." and word[-1].isalpha()
    return tokens.ends[-1] == position and (initial or dotted or tokens.lower[-1] in ABBREVIATIONS)


def _settle_verbs(tokens: Tokens) -> None:
    """Take for nouns the forms of verbs that are none where they stand."""
    for position, tag in enumerate(tokens.tags):
        if (
            tokens.lower[position] == "once"
            and position + 1 < len(tokens)
            and tokens.tags[position + 1] == tags.CUE_VERB
        ):
            # "As Ana Ruiz once said"
            tokens.tags[position] = tags.ADVERB
        elif tag == tags.CUE_VERB and (_is_all_told(tokens, position) or _is_for_instance(tokens, position)):
            tokens.tags[position] = tags.ADVERB
            tokens.verbs[position] = None
        elif tag == tags.CUE_VERB and (not is_verb(tokens, position) or _is_an_event(tokens, position)):
            tokens.tags[position] = tags.NOUN
            tokens.verbs[position] = None


def _is_an_event(tokens: Tokens, position: int) -> bool:
    """Return whether a form in -ing is an event that something was done with: "the Harbour opening slated for May"."""
    verb = tokens.verbs[position]
    named = position > 0 and tokens.tags[position - 1] == tags.NAME
    participle = tokens.tags[position + 1 : position + 2] == [tags.OTHER_VERB]
    return named and participle and verb is not None and verb.form == "ing" and verb.lemma in _EVENTS


_EVENTS = frozenset({"open", "close", "begin", "start", "conclude"})


def _is_all_told(tokens: Tokens, position: int) -> bool:
    """Return whether "told" only sums up: "All told, the mill lost 40 jobs", "cost 3 million, all told"."""
    following = tokens.lower[position + 1 : position + 2]
    return tokens.lower[max(0, position - 1) : position + 1] == ["all", "told"] and following in ([], [","], ["."])


def _is_for_instance(tokens: Tokens, position: int) -> bool:
    """Return whether "say" between commas only gives an instance: "between, say, 1880 and 1910"."""
    if tokens.lower[position] != "say" or tokens.lower[position - 1 : position + 2 : 2] != [",", ","]:
        return False
    # "farmers, most of them old, say, “…”"
    return position > 0 and tokens.tags[position + 2 : position + 3] not in ([], [tags.QUOTATION], [tags.SUBORDINATOR])


def _tag(tokens: Tokens, position: int) -> str:
    """Return what a token is by its form alone, and note which verb it is a form of."""
    if tokens.quotations[position] >= 0:
        return tags.QUOTATION
    word = tokens.words[position]
    if not word[0].isalnum() and word[0] not in "@$£€":
        return MARKS.get(word, tags.OTHER_MARK)
    if word[0].isdigit() or word[0] in "$£€":
        return tags.NUMBER
    return _tag_of_word(tokens, position, word, tokens.lower[position])


def _tag_of_word(tokens: Tokens, position: int, word: str, lower: str) -> str:
    behind_quotation = position > 0 and tokens.quotations[position - 1] >= 0
    opens = position == 0 or behind_quotation or tokens.words[position - 1] in _BEFORE_A_CAPITAL
    if lower in GIVEN_TOO and behind_quotation and _begins_name(tokens, position):
        return tags.NAME
    if lower in TIMES and _is_time(word, lower):
        return tags.TIME
    if lower in CLOSED and (opens or word[0].islower() or lower == "i"):
        return _tag_of_grammar(tokens, position, lower)
    if word[0].isupper() or word[0] == "@":
        return _tag_with_capital(tokens, position, opens)
    return _tag_in_small_letters(tokens, position, lower)


def _is_time(word: str, lower: str) -> bool:
    return lower != "may" or word[0].isupper()


def _tag_of_grammar(tokens: Tokens, position: int, lower: str) -> str:
    return tags.OBJECT if lower == "her" and not _begins_noun(tokens, position + 1) else CLOSED[lower]


_BEFORE_A_CAPITAL = frozenset(".!?:")


def _tag_with_capital(tokens: Tokens, position: int, opens: bool) -> str:
    lower = tokens.lower[position]
    verb = VERBS.get(lower) if opens else None
    if verb and verb.form == "ing" and (_is_said_next(tokens, position) or _heads_a_body(tokens, position)):
        # "Loving said he was in the army": a surname
        return tags.NAME
    if verb and verb.form == "base" and _acts_next(tokens, position):
        # "Tell had warned them": a surname, no order
        return tags.NAME
    if verb and lower not in NOUNS_TOO and not tokens.words[position].isupper():
        tokens.verbs[position] = verb
        return tags.CUE_VERB
    return tags.ADVERB if opens and lower.endswith("ly") and not _is_a_name(lower) else tags.NAME


def _is_a_name(lower: str) -> bool:
    return lower in SURNAMES_IN_LY or lower in given_names()


def _tag_in_small_letters(tokens: Tokens, position: int, lower: str) -> str:
    if lower in VERBS:
        tokens.verbs[position] = VERBS[lower]
        return tags.CUE_VERB
    if lower.endswith("ly") and lower not in NOT_ADVERBS:
        return tags.ADVERB
    return tags.OTHER_VERB if lower.endswith("ed") and len(lower) > 4 else tags.NOUN


def _is_said_next(tokens: Tokens, position: int) -> bool:
    following = tokens.lower[position + 1] if position + 1 < len(tokens) else ""
    return following in VERBS and VERBS[following].lemma in SPEECH and VERBS[following].form in {"past", "s"}


def _acts_next(tokens: Tokens, position: int) -> bool:
    following = tokens.lower[position + 1] if position + 1 < len(tokens) else ""
    return CLOSED.get(following) == tags.AUXILIARY and following != "do" or _is_said_next(tokens, position)


def _heads_a_body(tokens: Tokens, position: int) -> bool:
    """Return whether a form in -ing begins the name of a body that acts: "Reading Football Club has agreed"."""
    last = position + 1
    while last < len(tokens) and tokens.words[last][:1].isupper():
        last += 1
    if last == position + 1 or last >= len(tokens) or tokens.lower[last - 1] not in BODIES:
        return False
    following = tokens.lower[last]
    acts = following in VERBS and VERBS[following].form in {"past", "s"}
    return acts or CLOSED.get(following) == tags.AUXILIARY


def _begins_name(tokens: Tokens, position: int) -> bool:
    """Return whether a word of grammar is a given name: "“…,” Will Tarr said"."""
    following = tokens.words[position + 1 : position + 2]
    named = tokens.words[position][0].isupper() and following and following[0][:1].isupper()
    return bool(named and following[0].lower() not in CLOSED)


def _begins_noun(tokens: Tokens, position: int) -> bool:
    if position >= len(tokens) or tokens.quotations[position] >= 0:
        return False
    word = tokens.lower[position]
    return word[0].isalnum() and word not in CLOSED and not (word in VERBS and VERBS[word].form in {"past", "ing"})

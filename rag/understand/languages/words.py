"""A question in another language -> its words with what each is in a question and what it is in English.

The words that make a question's form ("что", "powiedział", "über") and common words of news are kept as data in
`index/text/lexicon`. A word is found by its key: what its endings leave, so that "границе" is "граница".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from os.path import commonprefix

from index.text.expressions import expression
from index.text.grammatical_cases import LEAST, case_keys
from index.text.stems import plain, stem_of
from index.text.word_lists import news_words, question_words

LANGUAGES = ("ru", "uk", "be", "pl", "de")
TOKEN = expression(r"[“\"«„][^“”\"«»„]+[”\"»“]|\w+(?:[-'’ʼ.]\w+)*\.?(?<!\.)|[,:;–—]")
_LONGEST_PHRASE = 4
_QUOTED = frozenset('“"«„')


@dataclass(frozen=True)
class Word:
    """One or more words of a question: as written, where, what they are in its form, and in English."""

    text: str
    start: int
    end: int
    tag: str
    """A tag of `question_words`, or WORD, NAME, QUOTED, COMMA, DAYS."""
    english: str
    also: tuple[str, ...] = ()
    """Other English words for it."""

    @property
    def is_name(self) -> bool:
        """Return whether it begins with a capital and is no known word."""
        return self.tag == "NAME"


def keys_of_word(word: str, language: str) -> frozenset[str]:
    """Return the keys under which the forms of a word meet: stems, without the vowel that comes and goes in cases."""
    if language == "de":
        return frozenset({stem_of(word, language)})
    keys = set(case_keys(word, "pl" if language == "pl" else "uk")) or {plain(word)}
    if language != "uk" and language != "be":
        keys.add(stem_of(word, language))
    keys |= {short for each in keys if len(short := _SOFT_END.sub("", each)) >= LEAST}
    return frozenset(keys | {_FLEETING.sub("", each) for each in keys if len(each) > LEAST + 1})


_FLEETING = expression("(?:ie|[eoеоёіэа])(?=[^aeiouyаеёиоуыэюяіїє]$)")
_INFINITIVES = {
    "ru": ("ть", ("л", "ла", "ло", "ли")), "uk": ("ти", ("в", "ла", "ло", "ли")), "be": ("ць", ("ў", "ла", "ло", "лі")),
    "pl": ("ć", ("ł", "ła", "ło", "li", "ły")),
}  # fmt: skip
"""How verbs end in dictionaries, and in the past tense, in which questions mostly have them."""
_SOFT_END = expression("[ijyйиіьъ]+$")
Entry = tuple[str, tuple[frozenset[str], ...], str]


@cache
def _dictionary(language: str) -> dict[str, list[Entry]]:
    """Return the entries (a form, the keys of its words, its English) by each key of their first word."""
    found: dict[str, list[Entry]] = {}
    for english, forms in news_words(language):
        for form in (each for written in forms for each in _with_past(written, language)):
            keys = tuple(_keys(each.lower(), language) for each in form.split())
            for key in keys[0]:
                found.setdefault(key, []).append((form, keys, english))
    return found


def _with_past(form: str, language: str) -> list[str]:
    """Return a dictionary form, and of a verb its past tense."""
    infinitive, past = _INFINITIVES.get(language, ("", ()))
    if not infinitive or not form.endswith(infinitive) or " " in form or form[0].isupper():
        return [form]
    return [form, *(form.removesuffix(infinitive) + ending for ending in past)]


@lru_cache(maxsize=20_000)
def _keys(word: str, language: str) -> frozenset[str]:
    return keys_of_word(word, language)


def _translated(words: Sequence[str], language: str) -> tuple[str, int] | None:
    """Return the English of the entry that the words begin with and how many it takes: the longest, then the likest."""
    found: list[tuple[int, float, str]] = []
    for key in _keys(words[0].lower(), language):
        for form, entry, english in _dictionary(language).get(key, ()):
            length = len(entry)
            if length > len(words):
                continue
            alike = length > 1 or _begin_alike(form, words[0])
            if alike and all(keys & _keys(each.lower(), language) for keys, each in zip(entry, words, strict=False)):
                found.append((length, _likeness(form, words[0]), english))
    if not found:
        return None
    length, _, english = max(found, key=lambda each: each[:2])
    return english, length


def _begin_alike(form: str, word: str) -> bool:
    """Return whether two words whose keys meet begin alike: "маці" and "Макей" only share what a case leaves."""
    same = len(commonprefix([plain(form), plain(word)]))
    return same >= min(LEAST, len(form) - 1)


def _likeness(form: str, word: str) -> float:
    """Return how like a word is to a dictionary form: the letters that both begin with, and a capital of both."""
    same = len(commonprefix([form.lower(), word.lower()]))
    return same + (form[0].isupper() == word[0].isupper()) / 2 - abs(len(form.split()[0]) - len(word)) / 100


def english_of(word: str, language: str) -> str | None:
    """Return the English of one word, a German one also by its two parts ("Friedensformel"), or None."""
    if found := _translated([word], language):
        return found[0].split("/")[0]
    return _of_parts(word.lower()) if language == "de" and len(word) > 8 else None


@lru_cache(maxsize=5_000)
def _of_parts(word: str) -> str | None:
    for at in range(4, len(word) - 3):
        first = _translated([re.sub(r"(?<=...)(?:s|en|n)$", "", word[:at])], "de") or _translated([word[:at]], "de")
        last = _translated([word[at:]], "de")
        if first and last:
            return f"{first[0].split('/')[0]} {last[0].split('/')[0]}"
    return None


@cache
def _forms(language: str) -> tuple[dict[tuple[str, ...], tuple[str, str]], list[tuple[str, tuple[str, str]]]]:
    """Return the exact words and phrases of a question's form, and the beginnings of words, the longest first."""
    exact: dict[tuple[str, ...], tuple[str, str]] = {}
    beginnings: list[tuple[str, tuple[str, str]]] = []
    for tag, english, forms in question_words(language):
        for form in forms:
            if form.endswith("*") and " " not in form:
                beginnings.append((form[:-1], (tag, english)))
            else:
                exact.setdefault(tuple(each.rstrip("*") for each in form.split()), (tag, english))
    return exact, sorted(beginnings, key=lambda each: -len(each[0]))


def _of_form(words: Sequence[str], language: str) -> tuple[tuple[str, str], int] | None:
    exact, beginnings = _forms(language)
    for length in range(min(_LONGEST_PHRASE, len(words)), 0, -1):
        if found := exact.get(tuple(words[:length])):
            return found, length
    return next(((found, 1) for beginning, found in beginnings if words[0].startswith(beginning)), None)


def form_tag(word: str, language: str) -> str | None:
    """Return what a word is in a question's form, None where it is none of these."""
    found = _of_form([word.lower()], language)
    return found[0][0] if found else None


def tagged(question: str, language: str) -> list[Word]:
    """Return the words of a question in their order."""
    matches = list(TOKEN.finditer(question))
    lowered = [each[0].lower().replace("’", "'").replace("ʼ", "'") for each in matches]
    return list(_tagged(question, matches, lowered, language))


def _tagged(question: str, matches: list[re.Match[str]], lowered: list[str], language: str) -> Iterator[Word]:
    at, before = 0, ""
    while at < len(matches):
        word, length = _at(question, matches, lowered, at, language)
        if word.tag == "QUOTED" and before in _NAMING:
            # Behind "about" what stands in quotation marks is a name, no quotation.
            inside = tagged(word.text[1:-1], language)
            yield from (
                replace(each, start=word.start + 1 + each.start, end=word.start + 1 + each.end) for each in inside
            )
        else:
            yield _in_place(word, before)
        at, before = at + length, word.tag


def _in_place(word: Word, before: str) -> Word:
    """Return a word as what it is behind another: "a thousand times" counts nothing, "said, what" is "said that"."""
    if word.tag == "TIMES" and before == "WORD":
        return replace(word, tag="WORD", english="times")
    return replace(word, tag="THAT", english="that") if word.tag == "WHAT" and before == "COMMA" else word


def _at(question: str, matches: list[re.Match[str]], lowered: list[str], at: int, language: str) -> tuple[Word, int]:
    text = matches[at][0]
    bare = Word(text, matches[at].start(), matches[at].end(), "WORD", text)
    if text[0] in _QUOTED:
        return replace(bare, tag="QUOTED"), 1
    if not text[0].isalnum():
        return replace(bare, tag="COMMA"), 1
    form = _of_form(lowered[at:], language)
    news = _translated([each[0] for each in matches[at : at + _LONGEST_PHRASE]], language)
    if form and not (news and news[1] > form[1]) and not _is_noun(text, at, form[0][0], language):
        (tag, english), length = form
        return _joined(question, matches, at, length, tag, english), length
    if news:
        meant, *also = news[0].split("/")
        return replace(_joined(question, matches, at, news[1], "WORD", meant), also=tuple(also)), news[1]
    if parts := english_of(text, language):
        return replace(bare, english=parts), 1
    if text[0].isdigit() or not text[0].isupper():
        return bare, 1
    return replace(bare, tag="NAME"), 1


def _is_noun(text: str, at: int, tag: str, language: str) -> bool:
    """Return whether a word that could be a verb is a German noun or a name by its capital inside the sentence."""
    return at > 0 and text[0].isupper() and tag in _VERBS and not text.isupper()


_NAMING = frozenset({"ABOUT", "IN", "FROM", "TO", "WORD", "AND"})
_VERBS = frozenset(
    """SAY THINK ANNOUNCE WARN PROMISE CRITICIZE PRAISE BLAME DEMAND PROPOSE CALL DENY THANK SUPPORT THREATEN APOLOGIZE
    ASK OPPOSE THINK""".split()
)


def is_verb(word: Word) -> bool:
    """Return whether a word is a verb of saying, of what is done by saying, or of thinking."""
    return word.tag in _VERBS


def _joined(question: str, matches: list[re.Match[str]], at: int, length: int, tag: str, english: str) -> Word:
    start, end = matches[at].start(), matches[at + length - 1].end()
    return Word(question[start:end], start, end, tag, english)

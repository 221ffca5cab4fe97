"""Words in no known form that name a speaker -> whose statements they ask for, and what about.

"lukashenko what think about war who guilty" is no sentence, and its words still say what is wanted. What is a question
by its grammar ("Who is the wife of Odran Tell?") is left as it is: it asks for a fact.
"""

from __future__ import annotations

import re

from index.names.names import is_name, name_key
from index.storage.catalog import Catalog
from index.text.expressions import expression
from index.text.stems import STOPWORDS, content_words, stem
from index.text.word_lists import given_names
from rag.understand.speakers import EDGES, find_speakers

_WELL_FORMED = expression(
    r"^\W*(?:(?:and|so|but|then|please) )*(?:(?:to |by |for |with |in |on )?"
    r"(?:who|whom|whose|what|when|where|why|how|which)"
    r"(?:['’]s|['’]re|(?: \S+){0,4}? (?:is|are|was|were|do|does|did|has|have|had|will|would|can|could|should|might))\b"
    r"|(?:is|are|was|were|do|does|did|has|have|had|will|would|can|could|should|list|show|give|name|find|explain)\b)",
    re.IGNORECASE,
)
_SAYS = expression(
    r"\b(?:say|says|said|saying|think|thinks|thinking|thought|opinions?|views?|believes?|comments?|commented|positions?|"
    r"stances?|feels?|talks?|talked|speaks?|spoke|statements?|quotes?|words|attitude|blames?|blamed|told)\b",
    re.IGNORECASE,
)
_FORM_WORDS = expression(
    r"^(?:(?:what|how|why|who|whom|when|where|which|say|says|said|saying|think|thinks|thought|opinions?|views?|believes?|"
    r"comments?|positions?|stances?|feels?|talks?|talked|speaks?|spoke|statements?|quotes?|words|about|on|regarding|of|"
    r"his|her|the|is|does|do|did|me|please|for|by|give|show|tell)\b[\s,:]*)+",
    re.IGNORECASE,
)
_ENDS = expression(
    r"(?:[\s,]*\b(?:say|says|said|think|thinks|opinions?|views?|comments?|positions?|stances?|statements?|quotes?|and|what|"
    r"how|why|who|when|where))+$",
    re.IGNORECASE,
)
_LONGEST, _LONGEST_NAME = 20, 4
_LONGEST_LIST = 8
_JOIN = frozenset({"on", "about", "and", "in", "of", "the"})


def is_list_of_words(question: str) -> bool:
    """Return whether a question is a few bare words without a verb of asking: "ferry price"."""
    words = question.strip(EDGES).split()
    return 2 <= len(words) <= _LONGEST_LIST and all(each.lower() not in STOPWORDS - _JOIN for each in words)


def opens_with_form(topic: str) -> bool:
    """Return whether a topic begins with a word of asking for words: "think about the ferry"."""
    return re.match(r"(?:think|thinks|say|says|said|thought|opinions?|views?)\b", topic, re.IGNORECASE) is not None


def loosely_asked(question: str, catalog: Catalog) -> tuple[str, str] | None:
    """Return a known speaker and the topic of words that are no question by their grammar, or None."""
    words = question.strip(EDGES).split()
    if not 2 <= len(words) <= _LONGEST or _WELL_FORMED.match(question) or any(mark in question for mark in '“”"«»'):
        return None
    small = not any(any(letter.isupper() for letter in each) for each in words)
    if not small and not _SAYS.search(question):
        return None
    found = _speaker_in(words, catalog)
    if found is None:
        return None
    first, last = found
    if first and not _SAYS.search(question):
        return None
    before, after = " ".join(words[:first]), " ".join(words[last:])
    topic = " ".join(filter(None, (_bare(before), _bare(after))))
    if not content_words(topic):
        return None
    name = re.sub(r"['’]s?$", "", " ".join(words[first:last]).strip(EDGES))
    return (name.title() if name.islower() else name), topic


def _bare(text: str) -> str:
    return _ENDS.sub("", _FORM_WORDS.sub("", text)).strip(EDGES)


def _speaker_in(words: list[str], catalog: Catalog) -> tuple[int, int] | None:
    """Return between which words the first name of a known speaker stands, the longest one there."""
    for first in range(len(words)):
        for length in range(min(_LONGEST_NAME, len(words) - first), 0, -1):
            bare = [re.sub(r"['’]s?$", "", each.strip(EDGES)) for each in words[first : first + length]]
            if (
                all(bare)
                and _is_speaker(bare, catalog)
                and not _is_of_longer_name(words, first, first + length, catalog)
            ):
                return first, first + length
    return None


def _is_of_longer_name(words: list[str], first: int, last: int, catalog: Catalog) -> bool:
    """Return whether one word is a part of a name that no speaker has: "Odran" of "Odran Vale" beside Odran Tell.

    A word in capitals behind a surname may be a topic ("Tell Norrland"); behind a given name it is a surname.
    """
    name = words[first].strip(EDGES)
    if last - first > 1 or not name[:1].isupper() or name.isupper():
        return False
    held = [each.split() for each in find_speakers(name, catalog) if is_name(each)]
    given = {name_key(each[0].lower()) for each in held if len(each) > 1}
    behind = words[last] if last < len(words) and words[first][-1:].isalpha() else ""
    before = words[first - 1] if first and words[first - 1][-1:].isalpha() else ""
    is_given = name_key(name.lower()) in given
    return (is_given and _is_capital(behind)) or (before.lower() in given_names() and _is_capital(before))


def _is_capital(word: str) -> bool:
    return word[:1].isupper() and word.lower().strip(EDGES) not in STOPWORDS


def _is_speaker(words: list[str], catalog: Catalog) -> bool:
    """Return whether words are a speaker's name as documents spell it, or nearly where they stand in no document."""
    last = words[-1].lower()
    if not STOPWORDS.isdisjoint((last, words[0].lower())) or _SAYS.fullmatch(last):
        return False
    found = [each for each in find_speakers(" ".join(words), catalog) if is_name(each)]
    if not found or len(words) > max(len(each.split()) for each in found):
        return False
    own = {name_key(part.lower().strip(".")) for each in found for part in each.split()}
    unknown = len(words) == 1 and len(last) > 4 and not catalog.passage_counts([stem(last)])
    return name_key(last) in own or unknown

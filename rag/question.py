"""Question and history -> `Query`: who is asked about, the topic, the kind; rules, no model.

The asked speaker is looked up among the names that the store holds: full names, surnames, roles ("the Belarusian
leader") and, for longer words, one typing error or two. An asked speaker that the store does not know stays the asked
speaker: that nothing by them is there is then the answer.
"""

from __future__ import annotations

import re
from difflib import get_close_matches

from errors import QuestionError
from index.catalog import Catalog
from index.names import same_person
from index.nations import country
from index.people import role_key, split_title
from rag.records import Kind, Query, Turn

_SAY = (
    "say|said|says|saying|tell|told|think|thinks|thought|state|stated|claim|claimed|mention|mentioned|announce|announced|"
    "promise|promised|warn|warned|note|noted|argue|argued|write|wrote|comment|commented|talk|talked|speak|spoke|explain|"
    "explained|declare|declared|emphasize|emphasized|emphasise|emphasised|stress|stressed|suggest|suggested|call|called|"
    "believe|believes|describe|described|ask|asked|respond|responded|reply|replied|demand|demanded|criticize|criticized"
)
_ABOUT = r"(?:about|on|of|regarding|concerning|over|with regard to|with respect to|towards?|to|for|that|in)"
_VIEWS = (
    "views?|opinions?|positions?|stances?|comments?|remarks?|words?|statements?|reactions?|thoughts?|take|attitude|"
    "quotes?"
)
_ASKED = (
    r"^[^?]*?\b(?:did|does|do|has|had|have|was|is)\s+(?P<speaker>{speaker})\s+"
    rf"(?:ever\s+|actually\s+|also\s+|else\s+)?(?P<verb>{_SAY})\b(?P<topic>.*)$"
)
_CAPITALISED = r"(?-i:[A-Z])[\w.’'-]*"
_SPEAKER_PATTERNS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        # A surname may look like a verb ("did Ana Tell say"), so a run of capitalised words is read whole.
        _ASKED.replace("{speaker}", rf"{_CAPITALISED}(?:\s+{_CAPITALISED})+"),
        _ASKED.replace("{speaker}", "[^?]+?"),
        rf"^.*?\b(?:what|how)\b.*?\b(?:is|was|are|were)\s+(?P<speaker>[^?]+?)(?:'s|’s|s'|s’)\s+(?:{_VIEWS})\b(?P<topic>.*)$",
        rf"^(?P<speaker>[^?]+?)(?:'s|’s)\s+(?:{_VIEWS})\b(?P<topic>.*)$",
        rf"^(?:what\b.*?)?(?:the\s+)?(?:{_VIEWS})\s+(?:of|by|from)\s+(?P<speaker>[^?]+?)\s+(?P<topic>{_ABOUT}\b.*)$",
        r"^(?P<topic>.*?)\baccording to\s+(?P<speaker>[^?,]+?)\s*[?,.]*$",
        r"^according to\s+(?P<speaker>[^?,]+?),\s*(?P<topic>.*)$",
        r"^what\s+(?P<speaker>[^?]+?)\s+(?:said|says|thinks|thought)\b(?P<topic>.*)$",
    )
)
_NOT_A_SPEAKER = frozenset(
    """it this that there you we i they he she anyone anybody someone somebody people one the text article document
    documents report""".split()
)
_LEADING = re.compile(rf"^[\s,:?]*(?:{_ABOUT}\b|the topic of\b|anything about\b)*[\s,:]*", re.IGNORECASE)
_HELLO = re.compile(
    r"^\s*(?:hi|hello|hey|good (?:morning|afternoon|evening)|thanks?|thank you|help|what can you do|who are you|"
    r"how do(?:es)? (?:you|this) work)\b[\s!.?]*$",
    re.IGNORECASE,
)
_FOLLOW_UP = re.compile(
    r"^\s*(?:and|also|what about|how about|and what about|and how about)\b\s*(?P<rest>.*)$", re.IGNORECASE
)
_PRONOUN = re.compile(r"\b(?P<pronoun>he|she|they|his|her|their)\b", re.IGNORECASE)
_EDGES = ' \t\n?!.,:;"“”'


def understand(turn: Turn, catalog: Catalog, longest: int = 2_000) -> Query:
    """Return the query that a turn asks.

    Raises:
        QuestionError: the question is empty, or longer than `longest` characters.
    """
    question = " ".join(turn.question.split())
    if not question:
        raise QuestionError("The question is empty; ask something like: What did the minister say about energy?")
    if len(question) > longest:
        raise QuestionError(f"The question has {len(question):,} characters; ask it in at most {longest:,}.")
    if _HELLO.match(question):
        return Query(question, "chat", "", None)
    standalone = _standalone(question, turn.history, catalog)
    speaker, topic = _speaker_and_topic(standalone, catalog)
    if turn.speaker:
        speaker = turn.speaker
    kind: Kind = "statements" if speaker else "fact"
    speakers = tuple(find_speakers(speaker, catalog)) if speaker else ()
    return Query(standalone, kind, topic, speaker, speakers, turn.since, turn.until, turn.document)


def _standalone(question: str, history: tuple[str, ...], catalog: Catalog) -> str:
    """Return the question with the speaker of an earlier question in the place of a pronoun or of nothing."""
    carried = next((found for past in reversed(history) if (found := _speaker_and_topic(past, catalog)[0])), None)
    if carried is None:
        return question
    follow_up = _FOLLOW_UP.match(question)
    if follow_up and not _speaker_and_topic(follow_up["rest"], catalog)[0]:
        topic = _LEADING.sub("", follow_up["rest"]).strip(_EDGES)
        if topic and not re.match(r"(?:what|when|where|why|who|how|did|does|is|was)\b", topic, re.IGNORECASE):
            return f"What did {carried} say about {topic}?"
    return _PRONOUN.sub(lambda match: carried + ("'s" if match[0].lower() in {"his", "her", "their"} else ""), question)


def _speaker_and_topic(question: str, catalog: Catalog) -> tuple[str | None, str]:
    """Return the asked speaker in the question's words, or None, and the topic: what is left to look for."""
    for pattern in _SPEAKER_PATTERNS:
        match = pattern.match(question.strip(_EDGES))
        if match and (speaker := _as_speaker(match["speaker"], catalog)):
            return speaker, _LEADING.sub("", match["topic"]).strip(_EDGES)
    return None, question.strip(_EDGES)


def _as_speaker(phrase: str, catalog: Catalog) -> str | None:
    """Return the phrase if it names somebody: known to the store, a role, or capitalised words that are no country."""
    phrase = phrase.strip(_EDGES)
    words = phrase.split()
    if not words or len(words) > 7 or phrase.lower() in _NOT_A_SPEAKER or words[-1].lower() in _NOT_A_SPEAKER:
        return None
    if find_speakers(phrase, catalog):
        return phrase
    name = split_title(phrase)[0] or phrase
    capitalised = all(
        word[0].isupper() or word in {"of", "the", "de", "van", "von", "bin", "al"} for word in name.split()
    )
    if (capitalised and not country(name)) or (
        role_key(phrase) and words[0].lower() in {"the", "president", "mr", "mrs"}
    ):
        return phrase
    return None


def find_speakers(phrase: str, catalog: Catalog) -> list[str]:
    """Return the names of speakers in the store that a phrase stands for, or an empty list."""
    speakers = catalog.speakers()
    bare = re.sub(r"^(?:the|a|an)\s+", "", phrase.strip(_EDGES), flags=re.IGNORECASE)
    name = split_title(bare)[0]
    for alias in dict.fromkeys((bare.lower(), name.lower(), name.lower().rpartition(" ")[2] if " " in name else "")):
        if alias and (found := [each for each in catalog.names_for(alias) if each in speakers]):
            return _fitting(found, name)
    if not name and (key := role_key(phrase)):
        return [each for each in catalog.names_for(key) if each in speakers]
    return _misspelt(name.lower(), catalog, speakers)


def _fitting(found: list[str], name: str) -> list[str]:
    """Return the names that do not contradict a given name: "Ana Tell" is not "Odran Tell"."""
    words = name.lower().split()
    if len(words) < 2:
        return found
    return [
        each
        for each in found
        if set(words) <= set(each.lower().split()) or set(each.lower().split()) <= set(words) or same_person(each, name)
    ]


def _misspelt(name: str, catalog: Catalog, speakers: dict[str, int]) -> list[str]:
    last = name.rpartition(" ")[2]
    if len(last) < 5:
        return []
    known = {word for each in speakers for word in (each.lower(), each.lower().rpartition(" ")[2])}
    close = get_close_matches(name, known, n=1, cutoff=0.84) or get_close_matches(last, known, n=1, cutoff=0.84)
    return [each for each in speakers if close and close[0] in (each.lower(), each.lower().rpartition(" ")[2])]

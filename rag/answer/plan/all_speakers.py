"""All who speak of something, each with a sentence: counted over the whole library, not the best few."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence, Set

from index.names.titles import name_words, split_title
from index.storage.catalog import Catalog
from index.text.counts import counted
from index.text.expressions import expression
from index.text.stems import content_words
from index.transcripts.label_names import readable_name
from rag.answer import listing
from rag.answer.broad.fit import is_fit
from rag.answer.opening.wording import number_word, quoted_topic
from rag.check import cite
from rag.check.cite import LIKELY, Form
from rag.find.terms import Term
from rag.phrasing import row
from rag.records import Evidence, Query, Segment
from rag.understand.people.who_speaks import Act, SpeakersAsked

FEWEST = 2
"""Of fewer speakers the best sentences answer by themselves."""
PARTLY = 0.6
"""A sentence that was ranked names a topic of several words from this share of it."""
NAMED = 8
"""So many are named in the first line; the others stand below."""
_DOES: dict[Act, str] = {
    "criticism": """fail\\w* unacceptable inadmissible wrong violates? violated unjust\\w* unfair\\w* regret\\w*
    condemn\\w* denounc\\w+ shortcomings? inadequa\\w+ incapable unable outrageous dispirit\\w+ paraly\\w+
    disappoint\\w* selfish shame\\w* blam\\w+ critici\\w+ imbalance constraint limitations? crime bad mistake\\w*
    lacks? disgrace\\w* waste\\w* absurd""",
    "praise": """prais\\w+ commend\\w* applaud\\w* great good admir\\w+ grateful honou?r\\w* integrity legacy excellent
    remarkable outstanding impressive heroic congratulat\\w+ salute\\w* best""",
    "a demand": """call(?:s|ed)?\\s(?:for|on|upon) urg\\w+ must should needs? demand\\w* appeal\\w* ought
    ha(?:ve|s)\\sto essential crucial important\\sto ensur\\w+ require\\w*""",
    "support": "support\\w* endors\\w+ welcom\\w+ favou?rs? stands?\\s(?:with|by) solidarity defend\\w* advocat\\w+",
    "opposition": "oppos\\w+ reject\\w* against unacceptable condemn\\w*",
    "a warning": "warn\\w* danger\\w* risks? threat\\w* alarm\\w* catastroph\\w+",
    "thanks": "thank\\w* grateful gratitude appreciat\\w+",
    "a promise": "promis\\w+ pledg\\w+ commit\\w* guarantee\\w* vow\\w*",
}
_ACTS = {act: expression(rf"\b(?:{'|'.join(words.split())})\b", re.IGNORECASE) for act, words in _DOES.items()}
_NAME = expression(r"[^\W\d_a-z][\w’'-]+(?: [^\W\d_a-z][\w’'-]+)+")
"""A name of several words, which a sentence has as it is: "Paris Agreement", not an agreement made in Paris."""
BESIDE = 8
"""So many words from the topic such words are of it: “rights are violated” far behind a council is not of it."""
_OBJECT = 6
_DONE_TO = expression(r"(?:condemn|denounc|blam|critici|reject|oppos|against|thank|commend|applaud|support)", re.I)
"""What is done to something stands before it, by so many words at most."""


def all_speakers(
    query: Query, asked: SpeakersAsked, terms: Sequence[Term], ranked: Sequence[Evidence], catalog: Catalog
) -> Form | None:
    """Return the answer that names all who speak of the topic so, None where they are fewer than two.

    `query` has the topic as its own, and `terms` and `ranked` are what was found for it.
    """
    if not terms:
        return None
    named = listing.listed(query, terms, catalog)
    found: dict[str, list[Evidence]] = defaultdict(list)
    for sentence in (*named.named, *named.otherwise):
        for each in (sentence, *listing.quoted_inside(sentence, terms, catalog)):
            if key := _key(each, asked):
                found[key].append(each)
    listed = frozenset(found)
    for each in ranked:
        if each.coverage >= PARTLY and (key := _key(each, asked)) and key not in listed:
            found[key].append(each)
    doing = {key: _doing(asked, several, catalog) for key, several in found.items()}
    order = sorted((key for key in doing if doing[key]), key=lambda key: (-len(doing[key]), key))
    if len(order) < FEWEST:
        return None
    return _form(query, asked, [doing[key] for key in order], catalog)


def _key(evidence: Evidence, asked: SpeakersAsked) -> str | None:
    """Return the name that is one for all spellings of a sure speaker, None for others and for who is spoken of."""
    if evidence.speaker is None or evidence.confidence < LIKELY:
        return None
    names = name_words(split_title(evidence.speaker)[0] or evidence.speaker)
    key = " ".join(names or [evidence.speaker]).lower()
    topic = set(content_words(asked.topic))
    return None if topic and topic <= set(content_words(evidence.speaker)) else key


def _doing(asked: SpeakersAsked, evidence: Sequence[Evidence], catalog: Catalog) -> list[Evidence]:
    """Return those whose words do what is asked, the fullest on the topic first, none shown twice."""
    topic = set(content_words(asked.topic))
    texts = {each: one.text for each, one in zip(evidence, cite.cite(evidence, catalog), strict=True)}
    name = _NAME.search(asked.topic)
    named = [each for each in evidence if name is None or name[0].lower() in " ".join(texts[each].lower().split())]
    kept = [each for each in named if asked.act is None or _does(asked.act, texts[each], topic)]

    def fullness(each: Evidence) -> tuple[int, bool, int]:
        stems = content_words(texts[each])
        document = catalog.document(each.document_id)
        fit = document is not None and is_fit(document.text, (each.start, each.end))
        return len(topic & set(stems)), fit, min(len(stems), 12)

    best = sorted(kept, key=lambda each: (fullness(each), -each.start), reverse=True)
    first: list[Evidence] = []
    for each in best:
        inside = (other for other in first if other.document_id == each.document_id)
        if all(each.end <= other.start or other.end <= each.start for other in inside):
            first.append(each)
    return first


def _does(act: Act, text: str, topic: Set[str]) -> bool:
    """Return whether words of such an act stand near the topic."""
    tokens = re.findall(r"[\w’'-]+", text)
    places = [at for at, each in enumerate(tokens) if topic & set(content_words(each))]
    for match in _ACTS[act].finditer(text):
        at = len(re.findall(r"[\w’'-]+", text[: match.start()]))
        nearest = (0, _OBJECT) if _DONE_TO.match(match[0]) else (-BESIDE, BESIDE)
        if any(nearest[0] <= place - at <= nearest[1] for place in places):
            return True
    return False


def _form(query: Query, asked: SpeakersAsked, speakers: Sequence[Sequence[Evidence]], catalog: Catalog) -> Form:
    used = [several[0] for several in speakers]
    citations = cite.cite(used, catalog)
    names = [
        f"{readable_name(each.speaker or '')}{_often(asked, several)} [{each.n}]"
        for each, several in zip(citations, speakers, strict=True)
    ]
    shown = names if len(names) <= NAMED else [*names[: NAMED - 1], f"{len(names) - NAMED + 1} more"]
    topic, number = quoted_topic(query), number_word(len(names))
    if asked.act is None:
        line = f"{number} speakers name {topic}: {row(shown)}."
    else:
        act = asked.act.removeprefix("a ")
        line = f"Words of {act} stand near {topic} in sentences of {number.lower()} speakers: {row(shown)}."
    segments = [Segment(f"{line}\n\n"), *cite.grouped(used, citations, shown_first=cite.SHOWN_FIRST)]
    return Form(tuple(segments), tuple(citations), count=len(names), opening=line)


def _often(asked: SpeakersAsked, several: Sequence[Evidence]) -> str:
    return f" ({counted(len(several), 'sentence')})" if asked.act is None and len(several) > 1 else ""

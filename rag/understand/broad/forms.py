"""Questions about documents as a whole: what they say, what is known of them; and small talk.

Read before all other forms, and only where the whole question is of such a form: "How many documents did the council
seize?" and "What is this bill about to change?" ask for facts.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from difflib import get_close_matches
from typing import Literal

from index.storage.catalog import Catalog
from index.text.expressions import expression
from index.text.stems import content_words
from rag.phrasing import lowered, raised
from rag.records import Aspect, Broad, Kind
from rag.understand.broad import other_languages, small_talk
from rag.understand.broad.across import across_asked, subject_of
from rag.understand.broad.form_table import FORMS
from rag.understand.broad.lengths import SHORT, length_said, says_short, without_length
from rag.understand.broad.mentions import mention_asked
from rag.understand.broad.named_part import named_part
from rag.understand.broad.named_text import named_text
from rag.understand.broad.whose import own_text, whose_text
from rag.understand.dates import ANY_DAY, asked_dates
from rag.understand.documents.by_text import texts_with
from rag.understand.documents.document_names import minutes_of, named_documents, telling_of
from rag.understand.documents.kinds import is_kind
from rag.understand.documents.scope_words import ONE, ScopeWords, scope_words
from rag.understand.speakers import EDGES, find_speakers

OVERVIEWS = frozenset(
    {"summary", "event", "decisions", "topics", "speakers", "requests", "findings", "part", "across", "views"}
)
"""What is asked of what documents say, not of what is known of them."""


@dataclass(frozen=True)
class Overall:
    """A question about documents as a whole, with the speaker and topic in its own words."""

    broad: Broad
    speaker: str | None = None
    topic: str = ""

    @property
    def kind(self) -> Kind:
        """Return the kind of answer that it asks for."""
        if self.broad.aspect in OVERVIEWS:
            return "overview"
        return "chat" if self.broad.aspect in ("greeting", "thanks", "farewell", "help") else "catalog"


_OPENING = expression(
    r"^(?:(?:please|pls|ok|okay|so|well|hey|hi|hello|now|and|then|just|(?:can|could|would|will) you(?: please)?|"
    r"i (?:want|need|would like|['’]d like)(?: you)? to(?: (?:know|see|hear))?|i['’]d like to (?:know|see)|"
    r"do you know|let me know|let['’]s|help me|(?:i['’]?m|i am) in a (?:hurry|rush)|i(?:['’]ve| have)? (?:only |just )*"
    r"(?:have |got )?(?:only |just )?(?:a|one|two|three|five|\d+) (?:minutes?|moments?|seconds?|secs?|mins?))\b"
    r"(?: only)?[,:;.–-]* )+",
    re.IGNORECASE,
)
EDGES_KEPT = " \t\n?!.,:;"
"""What is taken off the ends of a question: not quotation marks, which a title may stand in."""
_CLOSING = expression(
    r"(?:[?.,;:] ?(?:please )?(?:and )?(?:give|tell|show|list|name)(?: me| us)? (?:them all|all of (?:it|them)|"
    r"everything|"
    r"each of them|the (?:full|whole|complete) list|all|it all|the lot)|,? (?:in full|in detail|all of (?:it|them))|"
    r"[?.,;:] ?(?:just )?(?:the )?(?:main|key|central|chief|most important) (?:findings|points|messages|conclusions|"
    r"take-?aways)(?: only)?|"
    r"[,;]? (?:please|pls|(?:just |keep it |make it )?(?:short|quick|brief)|for me|to me|thanks|thank you|in short|"
    r"briefly|quickly|shortly|overall|in general|in brief|roughly|broadly|more or less|"
    r"in a nutshell|in (?:plain|simple|your own) (?:words|english|terms)|here|as bullets|as bullet points|in bullets|"
    r"in bullet points|at all|all in all|(?:and )?(?:keep it |make it )?(?:short|brief)|(?:the |a )?short version))+$",
    re.IGNORECASE,
)
_ASKED_ONLY = frozenset({"summary", "topics", "published"})


_SPELT = (
    "summarise summarize summary document documents article articles speech speeches overview topics themes points "
    "about "
    "published speakers sources takeaways statements quoted transcript interview collection main takeaway speaks"
).split()
_LIKENESS = 0.84
"""A word so like one of these is taken for it ("sumarize", "documnets"); "summers" and "summary" are .71 alike."""


_OF_YEAR = expression(r"(?:,? of|,|;) (?P<year>(?:1[5-9]|20)\d\d)$")
_OF_MONTH = expression(r" (?:of|from|for|in) (?P<month>[A-Z][a-z]{2,8} (?:1[5-9]|20)\d\d)$")
_OF_DAY = expression(
    r" (?:of|from|dated) (?P<day>\d{1,2} [A-Z][a-z]+ \d{4}|[A-Z][a-z]+ \d{1,2},? \d{4}|\d{4}-\d\d-\d\d)$"
)


_DATED = expression(rf"(?:{_OF_DAY.pattern}|{_OF_MONTH.pattern})".replace("?P<day>", "?:").replace("?P<month>", "?:"))


def overall(question: str, catalog: Catalog) -> Overall | None:
    """Return what a question asks of documents as a whole, None where it asks for something they say."""
    if talk := small_talk.small_talk(question):
        return Overall(talk)
    if elsewhere := other_languages.broad(question):
        return Overall(elsewhere)
    bare = (other_languages.in_english(question) or question).strip().strip(" ?!.,:;")
    asked, length = without_length(_OPENING.sub("", bare))
    asked = _CLOSING.sub("", asked.strip(EDGES_KEPT)).strip(EDGES_KEPT)
    if whole := across_asked(asked):
        return Overall(Broad(whole[0], several=True), topic=whole[1])
    if part := named_part(asked, catalog):
        return Overall(Broad("part", named=part.document, part=part.heading))
    if mention := mention_asked(asked):
        return Overall(Broad(mention[0], several=True), topic=mention[1])
    found = _of_one_or_more(asked, catalog)
    if found is None or found.broad.aspect not in _ASKED_ONLY:
        return found
    return replace(found, broad=replace(found.broad, length=length or (SHORT if says_short(bare) else None)))


def _of_one_or_more(asked: str, catalog: Catalog) -> Overall | None:
    """Return what is asked of the text that somebody's words are, else of the documents that a form names."""
    undated = _DATED.sub("", asked)
    whose = whose_text(undated, catalog)
    if whose and whose.document and _is_of_time(whose.document, asked, catalog):
        return Overall(Broad(whose.aspect, named=whose.document))
    if whose and not whose.document:
        asked = undated = whose.question
    found = _with_aspects(asked, catalog) or _by_form(asked, catalog) or _respelt(asked, catalog)
    found = found or (_by_form(undated, catalog) if undated != asked else None)
    if found and not _is_here(found, catalog):
        return _located(found, catalog) or _of_named_text(asked, catalog) or found
    return found or _of_named_text(asked, catalog)


def _located(found: Overall, catalog: Catalog) -> Overall | None:
    """Return what is asked of a document by words that only its text has, where one alone has them."""
    texts = texts_with(found.broad.named, found.broad.what, catalog) if found.broad.aspect == "speakers" else []
    return replace(found, broad=replace(found.broad, named=texts[0].id)) if len(texts) == 1 else None


def _is_here(found: Overall, catalog: Catalog) -> bool:
    """Return whether what is asked about is surely here: a speaker who speaks, a document that has the name."""
    broad = found.broad
    if broad.aspect not in ("summary", "speakers"):
        return True
    if found.speaker:
        return bool(find_speakers(found.speaker, catalog))
    if not broad.named:
        return not found.topic
    return bool(named_documents(broad.named, broad.what, catalog.documents(), catalog))


def _of_named_text(asked: str, catalog: Catalog) -> Overall | None:
    """Return the summary of the text that a question names by whom and what it is of, or of which it may be one."""
    text = named_text(_DATED.sub("", asked), catalog)
    ids = [each for each in text.documents if _is_of_time(each, asked, catalog)] if text else []
    if text is None or not ids:
        return None
    if len(ids) == 1:
        return Overall(Broad("summary", named=ids[0], what=text.kind))
    return Overall(Broad("summary", what=text.kind, among=tuple(ids)))


def _is_of_time(document_id: str, asked: str, catalog: Catalog) -> bool:
    """Return whether a document may be of the day or month that ends a question: one of February is not of June."""
    published = catalog.published().get(document_id)
    times = asked_dates(with_days(asked), ANY_DAY) if published and _DATED.search(asked) else None
    if not published or times is None or not times.since or not times.until:
        return True
    length = len(published)
    return times.since[:length] <= published <= times.until[:length]


_ASPECTS = expression(
    r"^(?P<head>[^:;?–—]{8,120}?)(?:[:;?] ?| ?[–—] ?| - |, (?:especially|including|particularly|above all) )"
    r"(?!who\b|(?:did|does|do|is|are|was|were|has|have|can)\b)(?P<aspects>[^?]{3,160})$",
    re.IGNORECASE,
)
"""What a summary is to tell of: "Sum up the Orlev report: cause, blame and recommendations"."""


def _with_aspects(asked: str, catalog: Catalog) -> Overall | None:
    """Return the summary that is asked before a list of what it should tell, where documents bear its name."""
    match = _ASPECTS.match(asked)
    found = _by_form(match["head"].strip(EDGES_KEPT), catalog) if match else None
    if found is None or found.broad.aspect != "summary" or found.speaker:
        return None
    broad, documents = found.broad, catalog.documents()
    named = broad.points or (broad.named and named_documents(broad.named, broad.what, documents, catalog))
    return found if named or (found.topic and telling_of(found.topic, documents, catalog)) else None


def _respelt(asked: str, catalog: Catalog) -> Overall | None:
    """Return what is asked where a word of the form is misspelt; words with a capital may be names and stay."""
    words = asked.split()
    likely = [
        get_close_matches(each.lower(), _SPELT, 1, _LIKENESS) if at == 0 or each.islower() and len(each) > 4 else []
        for at, each in enumerate(words)
    ]
    respelt = " ".join(near[0] if near else each for each, near in zip(words, likely, strict=True))
    return _by_form(respelt, catalog) if respelt != asked else None


def _by_form(asked: str, catalog: Catalog) -> Overall | None:
    for aspect, topical, form in FORMS:
        match = form.match(asked)
        if match is None or not _is_there(match, catalog):
            continue
        found = _found(aspect, topical, match, catalog)
        if found is not None:
            return found
    return None


def _found(aspect: Aspect, topical: bool, match: re.Match[str], catalog: Catalog) -> Overall | None:
    groups = match.groupdict()
    if subject := groups.get("subject"):
        return _on_subject(aspect, subject.strip(EDGES), catalog)
    if body := groups.get("body"):
        return _of_body(aspect, re.sub("^the ", "", body.strip(EDGES), flags=re.IGNORECASE), catalog)
    if by := groups.get("by"):
        words = scope_words(f"what {by.strip()} said", catalog)
        return Overall(Broad(aspect, several=True), speaker=words.speaker) if words and words.speaker else None
    rest, end = _without_end(f"{groups.get('points') or groups.get('rest') or ''}{groups.get('where') or ''}")
    words = _scope(aspect, topical, rest, bool(groups.get("points")), catalog)
    if words is None:
        return None
    several = (
        words.several or aspect == "period" or (not rest and aspect not in ("summary", "published", "author", "length"))
    )
    points = words.points and not several
    broad = Broad(
        aspect, named=words.named, what=words.what, points=points, several=several, speech=words.speech, end=end
    )
    return Overall(broad, speaker=words.speaker, topic=words.topic)


def _is_there(match: re.Match[str], catalog: Catalog) -> bool:
    """Return whether documents have the name that a form must give one: "What does Ruiz say?" asks for a statement."""
    if "held" not in match.groupdict():
        return True
    words = scope_words(match["rest"], catalog)
    if words and words.points and _THIS.match(match["rest"]):
        return True
    if words is None or not ((words.named and not words.speaker) or is_kind(words.what)):
        return False
    return bool(named_documents(words.named, words.what, catalog.documents(), catalog))


_THIS = expression(r"\s*(?:this|the) (?:document|text|file)$", re.IGNORECASE)


def _on_subject(aspect: Aspect, subject: str, catalog: Catalog) -> Overall | None:
    """Return what is asked of documents on a subject; of an event, where some tell of it."""
    if aspect != "event":
        return Overall(Broad(aspect, several=True), topic=subject)
    if not telling_of(subject, catalog.documents(), catalog):
        return None
    return Overall(Broad(aspect, several=True, length=SHORT), topic=subject)


def _of_body(aspect: Aspect, body: str, catalog: Catalog) -> Overall | None:
    """Return what is asked of a body's meeting, where there are minutes of it."""
    return Overall(Broad(aspect, named=body, what="minutes")) if minutes_of(body, catalog) else None


_END = expression(
    rf"\b(?:(?P<newest>latest|newest|most recent|last)|oldest|earliest|first) (?=(?:\w+ ){{0,4}}?{ONE}\b)",
    re.IGNORECASE,
)


def _without_end(rest: str) -> tuple[str, Literal["newest", "oldest"] | None]:
    """Return which documents are meant without "the latest", and whether that stood there."""
    match = _END.search(rest)
    if match is None:
        return rest, None
    return rest[: match.start()] + rest[match.end() :], "newest" if match["newest"] else "oldest"


def _of_a_text(words: ScopeWords, aspect: Aspect, catalog: Catalog) -> ScopeWords:
    """Return scope words with the text of somebody's own named as such: "the Ana Ruiz interview" is not only hers."""
    if not words.speaker or not is_kind(words.what) or words.several:
        return words
    if aspect == "speakers":
        return ScopeWords(named=f"{words.speaker} {words.named or words.topic}".strip(), what=words.what)
    own = own_text(words.speaker, f"{words.named} {words.topic}", catalog)
    return ScopeWords(named=own) if own else words


def _scope(aspect: Aspect, topical: bool, rest: str, must_point: bool, catalog: Catalog) -> ScopeWords | None:
    """Return what documents the rest of a form means, else its topic where the form may have one."""
    words = scope_words(rest, catalog)
    if words and words.speaker and (title := _titled(rest, catalog)):
        return ScopeWords(named=title)
    if words is None:
        return ScopeWords(topic=subject_of(rest.strip(EDGES))) if topical else None
    words = _of_a_text(words, aspect, catalog)
    meant = words.points or (aspect in ("speakers", "decisions") and bool(words.named))
    return words if meant or not must_point else None


def _titled(rest: str, catalog: Catalog) -> str | None:
    """Return the id of the one document that is called just so: the "Ferry Workers' Bill of Rights" is no Bill's."""
    stems = set(content_words(rest))
    found = (
        [each.id for each in catalog.documents() if set(content_words(each.title)) == stems] if len(stems) > 1 else []
    )
    return found[0] if len(found) == 1 else None


_DAYED = expression(
    r"(?P<the>the|his|her|their|['’]s|(?<=s)['’]) (?P<year>(?:[A-Z][a-z]{2,8} )?(?:1[5-9]|20)\d\d) "
    r"(?P<what>(?:\w+ ){0,4}?(?:speech|address|message|article|interview|remarks|statement|document|report|"
    r"speeches|articles|documents))\b",
    re.IGNORECASE,
)


def with_days(question: str) -> str:
    """Return a question about documents with its days as days are asked for: "the 2015 speech" is one "in 2015"."""
    asked = question.rstrip(" ?.!")
    length = length_said(asked)
    if length and length.start():
        # Days are read at the end of a question.
        rest = f"{asked[: length.start()]}{asked[length.end() :]}"
        return f"{raised(length[0].strip(' ,'))}: {lowered(with_days(rest))}"
    if match := _DAYED.search(asked):
        rest = f"{asked[: match.start()]}{match['the']} {match['what']}{asked[match.end() :]}"
        # Behind "about" a year is a topic.
        return f"In {match['year']}, {lowered(rest)}"
    asked = _OF_MONTH.sub(r" in \g<month>", asked)
    asked = _OF_DAY.sub(r" on \g<day>", asked)
    return _OF_YEAR.sub(r" in \g<year>", asked)

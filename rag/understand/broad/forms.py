"""Questions about documents as a whole: what they say, what is known of them; and small talk.

Read before all other forms, and only where the whole question is of such a form: "How many documents did the council
seize?" and "What is this bill about to change?" ask for facts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from difflib import get_close_matches
from typing import Literal

from index.storage.catalog import Catalog
from rag.phrasing import lowered, raised
from rag.records import Aspect, Broad, Kind
from rag.understand.broad import other_languages, small_talk
from rag.understand.broad.document_names import is_kind, minutes_of, named_documents, telling_of
from rag.understand.broad.lengths import SHORT, length_said, says_short, without_length
from rag.understand.broad.mentions import mention_asked
from rag.understand.broad.scope_words import DOCUMENTS, ONE, SEVERAL, ScopeWords, scope_words
from rag.understand.speakers import EDGES


@dataclass(frozen=True)
class Overall:
    """A question about documents as a whole, with the speaker and topic in its own words."""

    broad: Broad
    speaker: str | None = None
    topic: str = ""

    @property
    def kind(self) -> Kind:
        """Return the kind of answer that it asks for."""
        if self.broad.aspect in ("summary", "event", "decisions", "topics", "speakers"):
            return "overview"
        return "chat" if self.broad.aspect in ("greeting", "thanks", "farewell", "help") else "catalog"


_OPENING = re.compile(
    r"^(?:(?:please|pls|ok|okay|so|well|hey|hi|hello|now|and|then|just|(?:can|could|would|will) you(?: please)?|"
    r"i (?:want|need|would like|['’]d like)(?: you)? to(?: (?:know|see|hear))?|i['’]d like to (?:know|see)|"
    r"do you know|let me know|let['’]s|help me|(?:i['’]?m|i am) in a (?:hurry|rush)|i(?:['’]ve| have)? (?:only |just )*"
    r"(?:have |got )?(?:only |just )?(?:a|one|two|three|five|\d+) (?:minutes?|moments?|seconds?|secs?|mins?))\b"
    r"(?: only)?[,:;.–-]* )+",
    re.IGNORECASE,
)
EDGES_KEPT = " \t\n?!.,:;"
"""What is taken off the ends of a question: not quotation marks, which a title may stand in."""
_CLOSING = re.compile(
    r"(?:[?.,;:] ?(?:just )?(?:the )?(?:main|key|central|chief|most important) (?:findings|points|messages|conclusions|"
    r"take-?aways)(?: only)?|"
    r"[,;]? (?:please|pls|(?:just |keep it |make it )?(?:short|quick|brief)|for me|to me|thanks|thank you|in short|"
    r"briefly|quickly|shortly|overall|in general|in brief|roughly|broadly|more or less|"
    r"in a nutshell|in (?:plain|simple|your own) (?:words|english|terms)|here|as bullets|as bullet points|in bullets|"
    r"in bullet points|at all|all in all|(?:and )?(?:keep it |make it )?(?:short|brief)|(?:the |a )?short version))+$",
    re.IGNORECASE,
)
_ADJECTIVE = (
    r"(?:(?:most|main|key|central|principal|major|core|important|chief|top|biggest|big|essential|short|brief|quick|"
    r"simple|"
    r"general|overall|good|concise|little|first|primary|broad|rough|bullet|common|recurring|different) )*"
)
_SUMMARY = (
    r"(?:summar(?:y|ies)|overview|gist|outline|recap|synopsis|digest|abstract|rundown|tl;?dr|essence|bottom line)"
)
_POINTS = (
    r"(?:points?|messages?|arguments?|ideas?|take-?aways?|conclusions?|findings?|highlights|thrust|theses|bullets?|"
    r"content|focus)"
)
_THEMES = r"(?:topics?|themes?|subjects?|subject matters?|issues)"
_ASK = (
    r"(?:(?:give|show|tell|write|make|provide|get|produce|create|list|name|find|send)(?: (?:me|us))? |i (?:want|need) |"
    r"what(?: is|['’]s| are| was| were) |which (?:are|were) |can i (?:have|get) )?(?:just )?(?:all )?(?:a |an |the |"
    r"its "
    r"|their |your |some )?"
)
_IMPERATIVE = r"(?:summari[sz]e|sum up|recap|outline|condense|brief me on|boil down|tl;?dr:?)"
_OF = r"(?:of|from|in|on|about|for|to|made in|made by|by|that)"
_IS = r"(?:is|was|are|were)"
_TALK = "talk|talked|speak|spoke|spoken|been talking|been speaking"
_MAINLY_ONLY = "mainly |mostly |chiefly |basically |essentially "
_MAINLY = f"{_MAINLY_ONLY}|all |really |actually "
_ON = "on|about|regarding|concerning"
_DECIDED = "(?:decided?(?: on)?|agreed?(?: on)?|resolved?|approved?|adopted?|voted(?: on)?|passed)"
# The aspect, whether a bare topic may be meant, the form; {REST} says which documents, {POINTS} must point at some.
_FORMS: tuple[tuple[Aspect, bool, str], ...] = (
    ("summary", True, rf"{_IMPERATIVE}(?: (?:for me|in short|in brief|briefly|quickly))?(?: (?:the )?"
     rf"{_ADJECTIVE}(?:{_POINTS}|{_SUMMARY}) (?:of|in|"
     rf"from))?{{REST}}"),
    ("summary", False, r"sum (?P<rest>it|this|that|them|these|everything) up"),
    ("summary", True, rf"{_ASK}{_ADJECTIVE}{_SUMMARY}(?: {_OF}{{REST}})?"),
    ("summary", False, rf"{_ASK}{_ADJECTIVE}{_POINTS}(?: {_OF}{{REST}})?"),
    ("summary", False, rf"what (?:{_ADJECTIVE})?(?:{_POINTS}) (?:does|did|do|has|have) {{REST}} (?:make|made|raise|"
     rf"give)"),
    ("summary", False, rf"wh?at(?:['’]?s| {_IS}) {{REST}} (?:(?:all|mainly|mostly|really|basically|actually) )*about"),
    ("summary", False, rf"(?:tell me |explain )?what {{REST}} {_IS} (?:(?:all|mainly|mostly|really) )*about"),
    ("summary", False, r"what (?:does|do|did) {DOCUMENT} (?:say|cover|discuss|deal with|talk about|contain|tell(?: "
     r"us)?|"
     r"include|describe|argue)"),
    ("summary", False, rf"what {_IS} {{REST}}(?:['’]s|(?<=s)['’]) {_ADJECTIVE}{_POINTS}"
     r"(?P<where> (?:in|at|of|from|during|before|to) \S.*)?"),
    ("summary", False, rf"(?:tell me )?what (?:all |else )?(?:did|does|do|has|have){{REST}} (?:{_MAINLY})*(?:{_TALK}) "
     rf"(?:{_MAINLY})*about(?P<where> (?:in|at|to|before|during) \S.*)?"),
    ("summary", False, rf"(?:tell me )?what {_IS}{{REST}} (?:{_MAINLY})*(?:talking|speaking) (?:{_MAINLY})*"
     r"about(?P<where> (?:in|at|to|before|during) \S.*)?"),
    ("summary", False, rf"(?:{_MAINLY})*what (?:did|does){{REST}} (?:{_MAINLY_ONLY})say(?P<where> (?:in|at|to|before|"
     r"during) \S.*)?"),
    ("summary", False, r"what(?:['’]s| is) {DOCUMENT}"),
    ("summary", False, rf"wh?at(?:['’]?s| {_IS}| stands) (?:all )?(?:in|inside)(?P<held>)(?P<rest> \S.*)"),
    ("summary", False, r"what (?:does|do|did)(?P<held>)(?P<rest> \S.*?) (?:say|contain|find|conclude|recommend)"),
    ("topics", False, rf"{_ASK}{_ADJECTIVE}{_THEMES}(?: {_OF}{{REST}})?"),
    ("topics", False, rf"what {_IS} {{REST}}(?:['’]s|(?<=s)['’]) {_ADJECTIVE}{_THEMES}"),
    ("topics", False, rf"(?:what|which) {_ADJECTIVE}{_THEMES} (?:(?:{_IS} there|{_IS}|come up|can i ask about|do you "
     rf"(?:have|"
     rf"know|cover))(?: (?:covered|discussed|mentioned|addressed|raised|treated|dealt with|talked about|included))?)"
     rf"(?: (?:in|by|on|of){{REST}})?"),
    ("topics", False, rf"(?:what|which) {_ADJECTIVE}{_THEMES} (?:do|does|did|has|have){{REST}} (?:cover|discuss|"
     rf"address|raise|"
     r"raised|covered|discussed|addressed|mention|talk about|speak about|deal with|treat|touch on|have)"),
    ("speakers", False, rf"who (?:all )?(?:speaks?|talks?|spoke|talked|{_IS} (?:speaking|talking|quoted|cited|heard|"
     rf"the "
     rf"{_ADJECTIVE}(?:most quoted |most frequent )?(?:speakers?|voices?)))(?: (?:the )?most(?: often)?)?(?: "
     rf"(?:in|at|during){{POINTS}})?"),
    ("speakers", False, rf"(?:what|which) (?:speakers|people|persons|politicians|voices) (?:{_IS} there|speak|talk|"
     rf"do you have|"
     rf"{_IS}(?: there)? (?:quoted|cited|heard|speaking))(?: in{{POINTS}})?"),
    ("speakers", False, r"(?:(?:list|show|name|give)(?: me)? )?(?:all )?(?:the )?(?:speakers|people (?:who speak|"
     r"quoted))"
     r"(?: (?:in|of){POINTS})?"),
    ("speakers", False, r"who(?:['’]s| is| was| were| are) (?:all )?(?:on|in){POINTS}"),
    ("speakers", False, r"how many (?:speakers|people (?:speak|are quoted|talk)|different speakers)(?: (?:are there|"
     r"do you "
     r"have|are))?(?: in{POINTS})?"),
    ("speakers", False, rf"whose (?:words|statements|voices?|speech(?:es)?) {_IS}{{POINTS}}"),
    ("decisions", False, rf"what (?:{_IS}|gets?|got|(?:has|have) been|did (?:they|it|people)) (?:also )?{_DECIDED} "
     rf"(?:at|in|during|by){{POINTS}}"),
    ("decisions", False, rf"what (?:did|does|has|have){{POINTS}} {_DECIDED}"),
    ("decisions", False, rf"what (?:did|does|has|have)(?P<body> \S.*?) {_DECIDED}"),
    ("decisions", False, rf"{_ASK}(?:decisions|resolutions|outcomes?|results?)(?: (?:taken|made|reached|passed))? "
     rf"(?:of|at|in|by){{POINTS}}"),
    ("event", True, r"what (?:all )?happened (?:at|in|during|on|with|after)(?P<subject>(?: the)? \S.+)"),
    ("published", False, rf"when (?:{_IS}|did){{REST}} (?:published|written|posted|released|printed|dated|issued|"
     rf"made public|"
     r"come out|appear|put online|from)"),
    ("published", False, rf"when (?:{_IS}|did) {{SPEECH}} (?:given|delivered|made|held|recorded|take place)"),
    ("published", False, rf"(?:what|which)(?:['’]s| {_IS}) the (?:publication |publishing )?(?:date|day|year)(?: of "
     rf"publication)?"
     r"(?: (?:of|for){REST})?"),
    ("published", False, rf"(?:what|which) (?:date|day|year) {_IS}{{POINTS}}(?: (?:from|published|written|of))?"),
    ("published", False, r"how (?:old|recent|current|up to date) (?:is|are) {DOCUMENT}"),
    ("published", False, r"(?:publication )?date(?: of (?:publication|{DOCUMENT}))?"),
    ("period", False, rf"from when (?:to|until|till) when(?: (?:{_IS}|do|does){{POINTS}}(?: (?:from|date|reach|go|"
     rf"run|cover|"
     r"span))?)?"),
    ("period", False, rf"(?:what|which) (?:period|time ?span|time ?frame|time range|dates|years|days|time)"
     rf" (?:do|does|{_IS}){{POINTS}} (?:cover|span|from|include|reach)"),
    ("period", False, rf"(?:what|which)(?:['’]s| {_IS}) the (?:date range|time ?span|period|time range|time ?frame|"
     rf"oldest|earliest"
     rf"|newest|latest|most recent)(?:(?: of| covered by)?{{POINTS}})?"),
    ("count", False, r"(?:how many|number of|count(?: all)?(?: the)?) {DOCUMENTS}(?: (?:are|do|have|were))?(?: "
     r"(?:there|you|we|"
     r"i|stored|indexed|loaded|have|got|here|in (?:total|all|here|the index|the collection|the library|the store)))*"
     r"(?: by(?P<by> .+))?"),
    ("count", False, r"how many (?:statements|quotations|quotes)(?: (?:are|do))?(?: (?:there|you|stored|indexed|have|"
     r"here|in "
     r"(?:total|all|the index)))*"),
    ("sources", False, r"(?:what|which)(?:['’]s| is| are)? ?(?:the |your )?(?:sources?|newspapers|outlets)(?: "
     r"of{POINTS})?"),
    ("sources", False, r"(?:what|which) (?:sources|newspapers|outlets|publications) (?:do you (?:have|use|know)|are "
     r"(?:there|"
     r"used|indexed|these|they))"),
    ("sources", False, rf"where (?:do|does|did|{_IS}){{POINTS}} (?:come from|from|taken from|published|found)"),
    ("documents", False, r"(?:what|which) {DOCUMENTS}(?: (?:do|have|are|can|were))?(?: (?:there|you|we|i|stored|"
     r"indexed|loaded|"
     r"have|got|know|here|ask about|search|in (?:the|your) (?:index|collection|library)))*(?: by(?P<by> .+))?"),
    ("documents", False, r"(?:list|show|name|give)(?: me)? (?:all )?(?:of )?(?:the |your |my |these )?{DOCUMENTS}(?: "
     r"(?:there|"
     r"stored|indexed|you have|here|in the (?:index|collection|library)))*(?: by(?P<by> .+))?"),
    ("documents", False, r"what are (?:the|your|these|those|my) {DOCUMENTS}"),
    ("coverage", False, rf"what (?:all |else )?(?:do|have) (?:you|we|i)(?: all)? (?:have|got|hold) (?:{_ON})"
     r"(?P<subject> \S.+)"),
    ("coverage", False, rf"how much (?:(?:material|is there|do (?:you|we|i) have|have (?:you|we) got|did you find) )+"
     rf"(?:{_ON})(?P<subject> \S.+)"),
    ("coverage", False, r"(?:(?:what(?:['’]?s| is)|is|are|was|were) (?:there |in (?:here|there|the (?:index|documents|"
     r"collection|library|archive)) )|(?:do (?:you|we|i) have|have (?:you|we) got|(?:did|can|do) (?:you|i|we) find) )"
     rf"(?:anything |something |any (?:material|documents|statements|sources) |much |a lot )?(?:{_ON})"
     r"(?P<subject> \S.+)"),
    ("coverage", False, rf"(?:coverage|anything) (?:of|{_ON})(?P<subject> \S.+)"),
    ("documents", False, r"what do you (?:know|have)(?: (?:about|in there))?"),
    ("documents", False, r"what(?:['’]s| is) in (?:the |your |my |this |there)(?:index|documents|collection|store|"
     r"library|archive"
     r"|database|corpus)?"),
    ("author", False, r"who (?:wrote|authored|is the (?:author|writer) of|has written|published){POINTS}"),
    ("author", False, r"who(?:['’]s| is) the (?:author|writer)"),
    ("length", False, r"how (?:long|big) (?:is|are|was) {DOCUMENT}"),
    ("length", False, r"how many (?:words|pages|sentences|characters)(?: (?:does|do|are|is|has|have))?(?: in)? "
     r"{DOCUMENT}"
     r"(?: (?:have|has|contain))?"),
)  # fmt: skip
_ASKED_ONLY = frozenset({"summary", "topics", "published"})


def _compiled() -> Iterator[tuple[Aspect, bool, re.Pattern[str]]]:
    pointed = rf"(?P<rest>(?:(?:this|that|the|these|those|your|my|our|all|whole|entire) )*(?:{ONE}|{SEVERAL}))"
    slots = {
        "{REST}": r"(?:(?<!\w)|(?!\w)) ?(?P<rest>(?:\S.*?)?)",
        "{POINTS}": r" (?P<points>\S.*?)",
        "{DOCUMENTS}": f"(?:different )?{DOCUMENTS}",
        "{DOCUMENT}": pointed,
        "{SPEECH}": r"(?P<rest>(?:this|that|the|these|those) (?:speech|address|talk|lecture|interview|statement|"
        r"meeting|"
        r"debate|conversation|hearing|briefing)s?(?:es)?)",
    }
    for aspect, topical, form in _FORMS:
        for name, pattern in slots.items():
            form = form.replace(name, pattern)
        yield aspect, topical, re.compile(f"^{form}$", re.IGNORECASE)


_COMPILED = tuple(_compiled())
_SPELT = (
    "summarise summarize summary document documents article articles speech speeches overview topics themes points "
    "about "
    "published speakers sources takeaways statements quoted transcript interview collection main takeaway speaks"
).split()
_LIKENESS = 0.84
"""A word so like one of these is taken for it ("sumarize", "documnets"); "summers" and "summary" are .71 alike."""


def overall(question: str, catalog: Catalog) -> Overall | None:
    """Return what a question asks of documents as a whole, None where it asks for something they say."""
    if talk := small_talk.small_talk(question):
        return Overall(talk)
    if elsewhere := other_languages.broad(question):
        return Overall(elsewhere)
    bare = (other_languages.in_english(question) or question).strip().strip(" ?!.,:;")
    asked, length = without_length(_OPENING.sub("", bare))
    asked = _CLOSING.sub("", asked.strip(EDGES_KEPT)).strip(EDGES_KEPT)
    if mention := mention_asked(asked):
        return Overall(Broad(mention[0], several=True), topic=mention[1])
    found = _with_aspects(asked, catalog) or _by_form(asked, catalog) or _respelt(asked, catalog)
    if found is None or found.broad.aspect not in _ASKED_ONLY:
        return found
    return replace(found, broad=replace(found.broad, length=length or (SHORT if says_short(bare) else None)))


_ASPECTS = re.compile(
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
    for aspect, topical, form in _COMPILED:
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
    if words is None or not (words.named or is_kind(words.what)):
        return False
    return bool(named_documents(words.named, words.what, catalog.documents(), catalog))


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


_END = re.compile(
    rf"\b(?:(?P<newest>latest|newest|most recent|last)|oldest|earliest|first) (?=(?:\w+ ){{0,4}}?{ONE}\b)",
    re.IGNORECASE,
)


def _without_end(rest: str) -> tuple[str, Literal["newest", "oldest"] | None]:
    """Return which documents are meant without "the latest", and whether that stood there."""
    match = _END.search(rest)
    if match is None:
        return rest, None
    return rest[: match.start()] + rest[match.end() :], "newest" if match["newest"] else "oldest"


def _scope(aspect: Aspect, topical: bool, rest: str, must_point: bool, catalog: Catalog) -> ScopeWords | None:
    """Return what documents the rest of a form means, else its topic where the form may have one."""
    words = scope_words(rest, catalog)
    if words is None:
        return ScopeWords(topic=re.sub("^(?:about|on|of) ", "", rest.strip(EDGES))) if topical else None
    meant = words.points or (aspect in ("speakers", "decisions") and bool(words.named))
    return words if meant or not must_point else None


_DAYED = re.compile(
    r"(?P<the>the|his|her|their|['’]s|(?<=s)['’]) (?P<year>(?:[A-Z][a-z]{2,8} )?(?:1[5-9]|20)\d\d) "
    r"(?P<what>(?:\w+ ){0,4}?(?:speech|address|message|article|interview|remarks|statement|document|report|"
    r"speeches|articles|documents))\b",
    re.IGNORECASE,
)
_OF_YEAR = re.compile(r"(?:,? of|,|;) (?P<year>(?:1[5-9]|20)\d\d)$")
_OF_MONTH = re.compile(r" (?:of|from|for) (?P<month>[A-Z][a-z]{2,8} (?:1[5-9]|20)\d\d)$")
_OF_DAY = re.compile(
    r" (?:of|from|dated) (?P<day>\d{1,2} [A-Z][a-z]+ \d{4}|[A-Z][a-z]+ \d{1,2},? \d{4}|\d{4}-\d\d-\d\d)$"
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

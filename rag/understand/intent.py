"""One question that stands alone -> what it asks: the kind, whose words, the topic, said to whom, which quotation."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from index.names.names import is_name
from index.storage.catalog import Catalog
from index.text.expressions import expression
from rag.phrasing import lowered
from rag.records import Broad, Counted, Kind
from rag.understand.broad.forms import overall
from rag.understand.dates import AskedDates
from rag.understand.documents.scope_words import DOCUMENTS
from rag.understand.intent_patterns import ABOUT, ADVERB, CAPITALISED, FORMS, NAMED, ON
from rag.understand.plan.loose import is_list_of_words, loosely_asked, opens_with_form
from rag.understand.plan.opinions import opinion_asked
from rag.understand.plan.ranking import ranking_asked
from rag.understand.speakers import EDGES, as_speaker, find_speakers


@dataclass(frozen=True)
class Asked:
    """What one question asks; `speaker` and `addressee` are in its own words."""

    kind: Kind
    topic: str
    speaker: str | None = None
    addressee: str | None = None
    quotation: str | None = None
    loose: bool = False
    """Whether it is no sentence: statements nearest to its words are asked for."""
    counts: bool = False
    view: bool = False
    """Whether it asks where somebody stands on something."""
    bare: bool = False
    """Whether it is a few words without a verb, which may ask for a fact as well as for statements."""
    broad: Broad | None = None
    """What is asked of documents as a whole, or which small talk it is."""
    counted: Counted | None = None
    """What is to be counted and put in order."""


@dataclass(frozen=True)
class Reading:
    """One question that stands alone, read: what it asks, and the days where they are the time of saying."""

    text: str
    asked: Asked
    dates: AskedDates | None

    @property
    def when(self) -> str:
        """Return the question's words for the days, with a space before them, or nothing."""
        return f" {lowered(self.text[self.dates.start : self.dates.end])}" if self.dates else ""

    @property
    def topic(self) -> str:
        """Return the topic as a question names it: words whose quotation was checked in quotation marks."""
        topic = self.asked.topic
        return (f"“{topic}”" if self.asked.kind == "quote_check" else topic).strip()


_POSTS = "(?:post|role|job|job title|occupation|profession|function)"
_POST = expression(
    rf"^\W*(?:what|which) (?:(?P<tense>is|was) (?:the (?:{_POSTS}|position|office|title) of"
    rf" (?P<of>{CAPITALISED}(?: {CAPITALISED})*)|(?P<whose>{CAPITALISED}(?: {CAPITALISED})*?)(?:['’]s|(?<=s)['’])"
    rf" (?:(?:current|official|former|exact) )?{_POSTS})"
    rf"|(?:{_POSTS}|position|office) (?:does|did) (?P<holder>{CAPITALISED}(?: {CAPITALISED})*) (?:have|hold))\W*$",
    re.IGNORECASE,
)


def as_who(question: str) -> str:
    """Return a question for somebody's post as one for who it is.

    A text tells a post beside the name ("Envoy Ana Ruiz", "Ana Ruiz, an envoy") and seldom calls it one.
    """
    if match := _POST.match(question):
        return f"Who {match['tense'] or 'is'} {match['of'] or match['whose'] or match['holder']}?"
    return question


_WHO_IS = expression(rf"^\W*who (?:is|was) (?P<who>{CAPITALISED}(?: {CAPITALISED}){{0,4}})\W*$", re.IGNORECASE)


def who_is(question: str) -> str | None:
    """Return whom a question asks to be introduced, by name."""
    match = _WHO_IS.match(question)
    return match["who"] if match else None


_POLITE = expression(
    "^(?:(?:please|ok|okay|so|well|hey|hi|hello|and|but|now|tell me|summari[sz]e|(?:can|could|would) you "
    "(?:please )?(?:(?:tell|show) me|summari[sz]e)|"
    r"i want to know|i(?:['’]d| would) like to know|do you know|let me know|i wonder)\b[,:]? )+(?=\S+ \S)",
    re.IGNORECASE,
)
_OVER_TIME = expression(
    r",? ?\b(?:over time|over the years|chronologically|in chronological order|year by year|by date)\b", re.IGNORECASE
)
_INTRODUCES = expression(
    rf"^[\s,:?]*(?:(?:{ON}|mentioning|naming|the topic of|(?:any|some)thing {ABOUT}|this(?=:))\b[\s,:]*)*",
    re.IGNORECASE,
)


_IN_WHAT_WAY = expression(
    r"(?<=\w) (?:personally|publicly|directly|explicitly|specifically|openly|officially|exactly|at all|even once)$",
    re.IGNORECASE,
)
"""How something was said, behind the topic, is no part of it."""


_ANYWHERE = expression(
    rf"(?<=\w) (?:anywhere )?(?:in|within|across) (?:(?:any|all) (?:of )?)?(?:these|those|our|my|your|the indexed) "
    rf"{DOCUMENTS}$",
    re.IGNORECASE,
)
"""That all documents are searched is no topic: "the toll in these documents"."""
_THAT_DAY = expression(
    r"(?:^|(?<=\w) )(?:on |in |during |at )?(?:(?:that|the same) (?:very )?(?:day|morning|evening|afternoon|night)"
    r"|the (?:next |following )?(?:day|morning|evening|week)(?: after(?:wards)?)?)$",
    re.IGNORECASE,
)
"""The day that a text is of is no topic: "the last thing she said that day"."""


_AND_WHY = expression(
    r"(?<=\w),? and (?:(?:on|for) what (?:grounds?|reasons?)|why(?: so| not)?"
    r"|what (?:are|were|is|was) (?:his|her|their|the) (?:reasons?|grounds?|arguments?)"
    r"|(?:does|did|do) (?:he|she|they) (?:\w+ ){0,2}?(?:blame|name|explain)\b.*)$",
    re.IGNORECASE,
)
"""That reasons or whose fault it is are asked for too is no topic: "the toll, and on what grounds"."""


def asked(question: str, catalog: Catalog) -> Asked:
    """Return what a question asks that stands alone; a question of no known form asks for a fact."""
    if whole := overall(question, catalog):
        return Asked(whole.kind, whole.topic, whole.speaker, broad=whole.broad)
    if quoted := _quotation(question, catalog):
        return quoted
    bare = _POLITE.sub("", question).strip(EDGES + "-")
    if ranking := _ranking(bare, catalog):
        return ranking
    if _WHAT_OF_ACT.match(bare):
        return Asked("fact", question.strip(EDGES))
    in_time = _OVER_TIME.sub("", bare).strip(EDGES)
    found = _by_form(in_time, catalog) or _opinion(in_time, catalog)
    if found is None:
        return _loosely(question.strip(EDGES), catalog) or Asked("fact", question.strip(EDGES))
    timed = in_time != bare and found.kind in {"statements", "list"} and not found.counts
    return replace(found, kind="timeline") if timed else found


_OCCASION = (
    r"(?:in|at|during|before) (?:his|her|their|its|the|an?) (?:\S+ ){0,4}?(?:speech|address|letter|interview|statement"
    r"|debate|meeting|hearing|conference|talk|article|remarks|testimony|lecture|sermon|keynote|message|briefing|campaign)\b"
)
_WHAT_OF_ACT = expression(
    r"^what (?:\w+ )?(?:did|does|has|have|had) (?:\S+ ){1,5}?(?:"
    r"(?:warn|complain|boast|brag|joke|apologi[sz]e|call|ask|plead|appeal|argue|campaign|push|threaten|rail)(?:ed)? "
    r"(?:\S+ ){0,3}?(?:of|about|against|for|over)"
    r"|(?:promise|pledge|vow|demand|propose|announce|threaten|predict|recommend|request|offer)d?(?: \S+){0,2}?)"
    rf" {_OCCASION}",
    re.IGNORECASE,
)
"""What somebody warned of or promised on an occasion: what it was is asked for, and the occasion is no topic."""


def _ranking(question: str, catalog: Catalog) -> Asked | None:
    """Return what is asked to be counted of somebody's words, who must be known, or of everybody's."""
    found = ranking_asked(question)
    if found is None:
        return None
    speaker = as_speaker(found.speaker, catalog, "words") if found.speaker else None
    return Asked("list", "", speaker, counted=found.counted) if speaker or not found.speaker else None


def _by_form(question: str, catalog: Catalog) -> Asked | None:
    for kind, sought, pattern in FORMS:
        match = pattern.match(question)
        if match is None:
            continue
        groups = match.groupdict()
        if _is_surname(groups.get("verb") or "", question):
            continue
        speaker = as_speaker(groups["speaker"], catalog, sought) if groups.get("speaker") else None
        if speaker is None and "speaker" in groups:
            continue
        rest = " ".join(filter(None, (_unasked(groups.get("before")), groups.get("topic"), groups.get("view"))))
        verb = (groups.get("verb") or "").lower()
        addressee, topic = _addressee(verb, rest.strip())
        if _OF_ACTS.fullmatch(verb) and _ONLY_TO.match(rest.strip()):
            topic = f"{verb} {topic}"
        return Asked(
            kind=kind,
            topic=topic,
            speaker=speaker,
            addressee=addressee,
            counts=bool(groups.get("counts")),
            view=bool(groups.get("view")),
        )
    return None


def _opinion(question: str, catalog: Catalog) -> Asked | None:
    """Return what is asked of a known speaker's mind; texts may tell it without his words, as they tell facts."""
    found = opinion_asked(question, catalog)
    topic = _topic(found.topic) if found else ""
    return Asked("statements", topic, found.who, view=found.view, bare=True) if found and topic else None


_OF_ACTS = expression(r"promise|pledge|vow|ask|demand|request|urge|threaten|warn")
_ONLY_TO = expression(rf"(?:to|from|of) (?:the |his |her |their )?\S+(?: (?!{ABOUT}\b)\S+){{0,2}}$", re.IGNORECASE)
"""Nothing but to whom: of what a promise "to the fishermen" is, no word of the question tells but the promise."""


def _is_surname(verb: str, question: str) -> bool:
    """Return whether what reads as a verb is a name, by its capital: "What did Odran Tell build?"."""
    return verb[:1].isupper() and any(word.islower() for word in question.split())


def _topic(text: str) -> str:
    text = _PLACED_FIRST.sub(r"\g<topic> \g<where>", _AND_WHY.sub("", text))
    text = _ANYWHERE.sub("", text)
    topic = _IN_WHAT_WAY.sub("", _INTRODUCES.sub("", _THAT_DAY.sub("", text)).strip(EDGES))
    return "" if topic.lower() in _POINTING else topic


_PLACED_FIRST = expression(
    r"^(?P<where>(?:in|at|during) (?:\S+ ){0,3}?[^\W\d]\S*) (?:about|regarding|concerning) (?P<topic>\S.*)$",
    re.IGNORECASE,
)
"""Where something was said goes behind the topic: "in court about Gareth"."""
# What is left of "what did she reply to him" is no topic.
_POINTING = frozenset("him her them it that this so me us".split())


def _unasked(before: str | None) -> str:
    """Return what stands before the asked speaker without the asking word: "how many wars did Tell say …"."""
    asking = r"^\W*(?:to whom|what|when|where|why|whom?|how(?: (?:much|often|long|far)\b)?)(?!\w)"
    return re.sub(asking, "", before or "", flags=re.IGNORECASE).strip()


_ADDRESSED = expression(
    rf"^(?P<to>[^\s?]+(?: [^\s?]+){{0,4}}?(?: (?:in|of|from|near) (?:the )?{CAPITALISED}(?: {CAPITALISED})*)?)"
    rf" (?P<topic>(?:{ABOUT}|that|of|why|how|whether|what|to|when|if|in)\b.*)$",
    re.IGNORECASE,
)
_SAID_TO = expression(
    rf"^(?:to|with) (?P<to>{CAPITALISED}(?: {CAPITALISED})*|(?:the|his|her|their) [^\s?]+(?: [^\s?]+){{0,3}}?)"
    rf"(?: (?P<topic>{ABOUT}\b.*))?$",
    re.IGNORECASE,
)
_LONGEST_ADDRESSEE = 4


def _addressee(verb: str, rest: str) -> tuple[str | None, str]:
    """Return to whom it was said, and the topic, which is the addressee again where nothing else is asked."""
    topic = _topic(rest)
    if match := _SAID_TO.match(rest):
        return match["to"], _topic(match["topic"] or "") or match["to"]
    if not verb.startswith(("tell", "told")):
        return None, topic
    if match := re.match(r"(?:me|us)\b", topic, re.IGNORECASE):
        return None, _topic(topic[match.end() :])
    if match := _ADDRESSED.match(topic):
        return match["to"], _topic(match["topic"]) or match["to"]
    return (topic if 0 < len(topic.split()) <= _LONGEST_ADDRESSEE else None), topic


_QUOTED = expression(
    r"“([^“”]+)”|\"([^\"]+)\"|«([^«»]+)»|„([^„“”]+)[“”]|(?<!\w)[‘']([^‘’']+(?:[’']\w[^‘’']*)*)[’'](?!\w)"
)
_UTTERED = "(?:say|said|stated|write|wrote|written|claim|claimed|tell|told|tweet|tweeted|utter|uttered|call|called)"
_RIGHT = "(?:right|correct|accurate|genuine|real|true|exact|ok|okay|safe|fair|fine|word for word)"
_COINED = "(?:come up with|came up with|coin|coined|invent|invented|make up|made up|think up|thought up)"
_WAS_IT = (
    r"^\W*(?:(?:and|so|but) )?(?:was|is|wasn['’]t|isn['’]t) it (?:(?:really|actually|not) )?"
    r"(?!(?:true|right|correct|fair|accurate|so)\b)"
)
_CHECKS = expression(
    rf"{_WAS_IT}.*\b(?:who|that)\b.*\b(?:{_UTTERED}|describ\w+|referred)\b|"
    rf"\b(?:did|has|have|had|does|is it true|if|whether)\b.*\b{_UTTERED}\b|^\W*who (?:\w+ )?{_UTTERED}\b|"
    rf"\bis it true\b|\b{_COINED}\b|"
    r"\b(?:quote|quotation|quoted|misquoted|words|phrase|sentence|authentic|verbatim|saying)\b|"
    rf"^\W*(?:can|could|may|should|(?:is it|am i|are we) {_RIGHT})\b(?: \w+){{0,3}} (?:print|publish|run|use|write)\b|"
    rf"^\W*(?:is|was) (?:this|that|it|the following)\b(?: \w+){{0,2}} {_RIGHT}\b|"
    r"^\W*(?:(?:please|can you|could you|pls) )*(?:check|verify|confirm)\b|"
    r"”[^\w”]*(?:is|was|were|are) (?:that|this|it|these|those)\b|"
    # A line as it would be printed, with nothing else, is there to be checked: Tell said, “…”.
    rf"^[^\W\d_][^”?]{{2,60}} {_UTTERED}\W*”\W*$|"
    rf"^\W*”\W{{0,3}}(?:{_UTTERED} [^”?]{{2,60}}|[^”?]{{2,60}} {_UTTERED})\W*$",
    re.IGNORECASE,
)
_PRINT = "(?:print|write|publish|quote|say)"
_TOLD_TO_SAY = expression(
    rf"\W*(?:(?:i|we) (?:(?:want|plan|intend|am going|would like) to {_PRINT}|have|wrote|printed)(?: it)?(?: that)?"
    rf"|(?:can|may|should) (?:i|we) {_PRINT}(?: that)?) (?P<who>[^.?!,:]{{2,60}}?) {_UTTERED}"
    r"(?: that)? (?P<words>[^.?!\n]{10,300})[.?!]+ (?:is|was) (?:this|that|the|it) ?(?:quotation|quote|wording)? ?"
    rf"(?:\w+ )?{_RIGHT}\W*$",
    re.IGNORECASE,
)
_PRINTED = expression(
    r"(?:^|[:,.–—-] ?)(?P<anyone>[^\W\d_a-z][\w’'-]+(?: [^\W\d_a-z][\w’'-]+){1,3})(?:,|:| -| –)?\s{1,3}”"
)
"""As it would be printed: Mira Quill, “…”."""
_ANYONE = r"(?P<anyone>[^\s?,:“\"«„‘”]+(?: [^\s?,:“\"«„‘”]+){0,6}?)"
_WHO_SAID = tuple(
    expression(form, re.IGNORECASE)
    for form in (
        rf"{_WAS_IT}(?:{NAMED}|{_ANYONE}) (?:who|that)\b",
        rf"\b(?:did|has|had|does|true that|that|if|whether|true) (?:{NAMED}|{_ANYONE}) {ADVERB}{_UTTERED}\b",
        rf"\b(?:did|has|had) (?:{NAMED}|{_ANYONE}) {ADVERB}{_COINED}\b",
        rf"”[^\w”]*(?:is|was|were|are) (?:that|this|it|these|those) (?:(?:really|actually|by|from) )*"
        rf"(?:{NAMED}|{_ANYONE})[^\w”]*$",
        rf"(?:^|[:,”] {{0,2}})(?:{NAMED}|{_ANYONE}) {ADVERB}{_UTTERED}\W*(?:”|$)",
        rf"”\W{{0,3}}{_UTTERED} (?:{NAMED}|{_ANYONE})\W*$",
    )
)
_WHOSE = expression(rf"\b(?:by|from|of) {_ANYONE} ?(?:[?,:.“\"«„”]|$)", re.IGNORECASE)


def quoted_phrases(question: str) -> tuple[str, ...]:
    """Return what stands in quotation marks in a question, where it is of two words and more."""
    found = [match[match.lastindex or 0].strip() for match in _QUOTED.finditer(question)]
    return tuple(each for each in found if len(each.split()) > 1)


def _quotation(question: str, catalog: Catalog) -> Asked | None:
    """Return the check of a quotation, if words in quotation marks are asked after and not only mentioned."""
    quotes = [match for match in _QUOTED.finditer(question) if re.search(r"\w", match[0])]
    if not quotes:
        return _without_marks(question, catalog)
    longest = max(quotes, key=lambda match: len(match[0]))
    outside = f"{question[: longest.start()]} ” {question[longest.end() :]}".strip()
    if not _CHECKS.search(outside) or re.match(r"\W*(?:what|how|why|when|where|which)\b", outside, re.IGNORECASE):
        return None
    words = (longest[longest.lastindex or 0]).strip()
    phrase = _said_by(outside)
    return Asked("quote_check", words, as_speaker(phrase, catalog) if phrase else None, quotation=words)


def _said_by(outside: str) -> str | None:
    """Return the words for whom a question names as having said what it has in marks."""
    if said := next((told for form in _WHO_SAID if (told := form.search(outside))), None):
        return said["speaker"] or said["anyone"]
    whose = _WHOSE.search(outside) or _PRINTED.search(outside)
    return whose["anyone"] if whose else None


def _without_marks(question: str, catalog: Catalog) -> Asked | None:
    """Return the check of what somebody is told to have said, where it is asked whether that is right."""
    match = _TOLD_TO_SAY.match(question)
    speaker = as_speaker(match["who"], catalog) if match else None
    return Asked("quote_check", match["words"], speaker, quotation=match["words"]) if match and speaker else None


_LONGEST_NAME = 6


def _loosely(question: str, catalog: Catalog) -> Asked | None:
    """Return what words in no known form ask of a known speaker."""
    if found := _keywords(question, catalog):
        return found
    if loose := loosely_asked(_POLITE.sub("", question), catalog):
        return Asked("statements", loose[1], loose[0], loose=True, bare=True)
    return None


def _keywords(question: str, catalog: Catalog) -> Asked | None:
    """Return the statements that a few bare words ask for: a known speaker's name first, then a topic, and no verb."""
    words = question.split()
    if not is_list_of_words(question):
        return None
    for count in range(min(_LONGEST_NAME, len(words) - 1), 0, -1):
        name, topic = " ".join(words[:count]), _topic(" ".join(words[count:]))
        if topic and not opens_with_form(topic) and _is_written_so(name, catalog):
            return Asked("statements", topic, name, bare=True)
    return None


def _is_written_so(name: str, catalog: Catalog) -> bool:
    """Return whether words are a speaker's full name or surname as documents spell it."""
    last = re.sub("['’]s$", "", name.lower().split()[-1])
    exact = [each for each in find_speakers(name, catalog) if is_name(each) and each.lower().split()[-1] == last]
    return any(len(name.split()) <= len(each.split()) for each in exact)

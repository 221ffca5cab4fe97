"""The forms of a question about documents as a whole: what is asked of them, and where they are named in it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from index.text.expressions import expression
from rag.records import Aspect
from rag.understand.documents.scope_words import DOCUMENTS, ONE, SEVERAL

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
_VOICES = (
    r"(?:people|persons|speakers?|participants?|guests?|voices|witnesses|panell?ists?|interviewees?|members|debaters)"
)
_SPEAK = "(?:speaks?|talks?|spoke|talked)"
_HEARD = "(?:call|podcast|episode|show|programme|panel|radio|recording|tape|video|broadcast|stage)"
_SIDES = (
    r"(?:(?:,| [-–—])? (?:and )?(?:who (?:was|were|is|are|spoke|voted|argued) )?(?:for|in favou?r)(?: of it| it)?,? "
    r"(?:and|or) (?:who (?:(?:was|were|is|are|spoke|voted|argued) )?)?against(?: it)?)?"
)
"""Behind whoever speaks: on which side."""
_THEMES = r"(?:topics?|themes?|subjects?|subject matters?|issues)"
_ASK = (
    r"(?:(?:give|show|tell|write|make|provide|get|produce|create|list|name|find|send|explain|"
    r"describe)(?: (?:me|us))? |i (?:want|need) |"
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
_REQUEST = (
    r"(?:recommend|ask(?: for)?|demand|call (?:for|on)|request|propose|urge|suggest|appeal for|want(?: (?:to "
    r")?(?:be )?done"
    r"| changed)?|require|advise)"
)
_AUTHORS = r"(?:authors?|writers?|signator(?:y|ies)|signers|people|organi[sz]ers|petitioners)"
_REQUESTS = r"(?:recommendations?|demands?|requests?|appeals?|proposals?|wishes)"
_OF_WHOM = r"(?:(?:of|from|to) (?:the )?\w+(?: \w+){0,3}|the \w+(?: \w+){0,3} (?:for|to do))"
_ON = "on|about|regarding|concerning"
_DECIDED = "(?:decided?(?: on)?|agreed?(?: on)?|resolved?|approved?|adopted?|voted(?: on)?|passed)"
# The aspect, whether a bare topic may be meant, the form; {REST} says which documents, {POINTS} must point at some.
_FORMS: tuple[tuple[Aspect, bool, str], ...] = (
    ("requests", False, rf"what (?:all )?(?:does|do|did|would|will)(?: the {_AUTHORS} (?:of|behind))?"
     rf"{{HELD}} {_REQUEST}(?: {_OF_WHOM})?(?: (?:in all|"
         rf"all in "
     rf"all|exactly|altogether))?"),
    ("requests", False, rf"{_ASK}{_ADJECTIVE}{_REQUESTS}(?: (?:made|raised|set out|put forward|listed|contained))? "
         rf"(?:of|in|"
     rf"from|by){{HELD}}"),
    ("requests", False, rf"what {_IS}{{HELD}}(?:['’]s|(?<=s)['’]) {_ADJECTIVE}{_REQUESTS}"),
    ("requests", False, rf"(?:what|which) {_REQUESTS} (?:{_IS}|do|does|did)(?: (?:made|raised|set out|in|"
         rf"by)){{0,2}}{{HELD}}"
     rf"(?: (?:make|made|raise|contain|give|put forward|set out))?"),
    ("requests", False, r"what (?:is|was|are|were|gets?|got) (?:asked(?: for)?|demanded|recommended|requested|"
         r"proposed|called "
     r"for) (?:in|by){HELD}"),
    ("requests", False, rf"what (?:does|do|did) \S.{{1,60}}? {_REQUEST}(?: {_OF_WHOM})? in(?= (?:its|his|her|"
         rf"their) )"
     rf"{{HELD}}"),
    ("findings", False, r"what (?:all )?(?:does|do|did){HELD} (?:find(?: out)?|conclude|establish|reveal|come to)"),
    ("findings", False, rf"what {_IS}{{HELD}}(?:['’]s|(?<=s)['’]) {_ADJECTIVE}(?:findings?|conclusions?|results)"),
    ("findings", False, rf"{_ASK}{_ADJECTIVE}(?:findings?|conclusions?) (?:of|in|from|by){{HELD}}"),
    ("summary", True, rf"{_IMPERATIVE}(?: (?:for me|in short|in brief|briefly|quickly))?(?: of)?(?: (?:the )?"
     rf"{_ADJECTIVE}(?:{_POINTS}|{_SUMMARY}) (?:of|in|"
     rf"from))?{{REST}}"),
    ("summary", False, r"sum (?P<rest>it|this|that|them|these|everything) up"),
    ("summary", True, rf"{_ASK}{_ADJECTIVE}{_SUMMARY}(?: {_OF}{{REST}})?"),
    ("summary", False, rf"{_ASK}{_ADJECTIVE}{_POINTS}(?: {_OF}{{REST}})?(?: (?:for|against) (?:it|this|that|them))?"),
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
    ("summary", False, r"what (?:does|do|did)(?P<held>)(?P<rest> \S.*?) (?:say|contain|argue|claim|cover|discuss|"
     r"describe|"
     r"explain|report|deal with|tell(?: us)?|warn (?:of|about|against))"),
    ("summary", False, r"what is(?P<held>)(?P<rest> \S.*?) (?:saying|arguing|claiming|telling us)"),
    ("summary", False, rf"(?:what|which) {_ADJECTIVE}(?:{_POINTS}|lessons?|reasons?|claims?) (?:does|do|did){{HELD}} "
     rf"(?:draw|reach|make|raise|give|offer|come to|arrive at|present)"),
    ("summary", False, rf"what(?:['’]s| {_IS}) (?:covered|argued|described|reported|discussed|explained|said) "
     rf"in{{HELD}}"),
    ("summary", False, rf"what (?:{_IS}|gets?|got|(?:has|have) been) (?:also )?(?:discussed|talked about|said|covered|"
     rf"on the "
     rf"agenda|the agenda) (?:at|in|during|of)(?P<held>)(?P<rest> \S.*?)"),
    ("topics", False, rf"{_ASK}{_ADJECTIVE}{_THEMES}(?: {_OF}{{REST}})?"),
    ("topics", False, rf"what {_IS} {{REST}}(?:['’]s|(?<=s)['’]) {_ADJECTIVE}{_THEMES}"),
    ("topics", False, rf"(?:what|which) {_ADJECTIVE}{_THEMES} (?:(?:{_IS} there|{_IS}|come up|can i ask about|do you "
     rf"(?:have|"
     rf"know|cover))(?: (?:covered|discussed|mentioned|addressed|raised|treated|dealt with|talked about|included))?)"
     rf"(?: (?:in|by|on|of){{REST}})?"),
    ("topics", False, rf"(?:what|which) {_ADJECTIVE}{_THEMES} (?:do|does|did|has|have){{REST}} (?:cover|discuss|"
     rf"address|raise|"
     r"raised|covered|discussed|addressed|mention|talk about|speak about|deal with|treat|touch on|have)"),
    ("speakers", False, rf"who (?:all )?(?:(?:takes?|took|is taking|has taken) part (?:in|at|on)|(?:appears?|appeared|"
     rf"features?|participates?|participated|{_IS} (?:present|heard|interviewed|featured|taking part)) (?:in|at|on)|"
     rf"(?:attends?|attended)|{_SPEAK} on(?= .*\b{_HEARD}\b))"
     rf"{{POINTS}}{_SIDES}"),
    ("speakers", False, rf"(?:who {_IS} |(?:list|name|give me|show me|tell me) )(?:all )?(?:of )?(?:the "
         rf")?(?:different )?"
     rf"{_VOICES}(?: (?:that|who) (?:all )?(?:speaks?|talks?|spoke|talked|{_IS} (?:speaking|heard|quoted|interviewed|"
     rf"taking part)|takes? part|took part|appear(?:s|ed)?)| (?:quoted|cited|heard|interviewed|speaking))?"
     rf" (?:in|at|on|of|during|for){{POINTS}}"),
    ("speakers", False, rf"who (?:all )?(?:gets? quoted|got quoted|speaks?|talks?|spoke|talked"
     rf"|(?:{_IS}|{_IS} all|has been|have been) (?:speaking|talking|quoted|cited|heard|interviewed|"
     rf"the "
     rf"{_ADJECTIVE}(?:most quoted |most frequent )?(?:speakers?|voices?)))(?: (?:the )?most(?: often)?)?(?: "
     rf"(?:in|at|during){{POINTS}}{_SIDES})?"),
    ("speakers", False, rf"(?:what|which) (?:speakers|people|persons|politicians|voices) (?:{_IS} there|speak|talk|"
     rf"do you have|"
     rf"{_IS}(?: there)? (?:quoted|cited|heard|interviewed|speaking))(?: (?:in|for|by){{POINTS}})?"),
    ("speakers", False, r"(?:(?:list|show|name|give)(?: me)? )?(?:all )?(?:the )?(?:speakers|people (?:who speak|"
     r"quoted))"
     r"(?: (?:in|of){POINTS})?"),
    ("speakers", False, r"who(?: all)?(?:['’]s| is| was| were| are) (?:all )?(?:on|in|at){POINTS}"),
    ("speakers", False, r"how many (?:speakers|people (?:speak|are quoted|talk)|different speakers)(?: (?:are there|"
     r"do you "
     r"have|are))?(?: in{POINTS})?"),
    ("speakers", False, rf"who (?:all )?(?:attended|{_IS} (?:present|in attendance) at)(?P<body> \S.*)"),
    ("speakers", False, rf"whose (?:words|statements|voices?|quotes|quotations|speech(?:es)?) {_IS}"
     rf"(?: (?:quoted|cited|given|heard|reported) (?:in|by))?{{POINTS}}"),
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


def _compiled() -> Iterator[tuple[Aspect, bool, re.Pattern[str]]]:
    pointed = rf"(?P<rest>(?:(?:this|that|the|these|those|your|my|our|all|whole|entire) )*(?:{ONE}|{SEVERAL}))"
    slots = {
        "{REST}": r"(?:(?<!\w)|(?!\w)) ?(?P<rest>(?:\S.*?)?)",
        "{HELD}": r"(?P<held>)(?P<rest> \S.*?)",
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
        yield aspect, topical, expression(f"^{form}$", re.IGNORECASE)


FORMS = tuple(_compiled())

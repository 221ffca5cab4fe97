"""A question that compares people -> who is compared and on what: "Do Tell and Quill agree about the bridge?"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from index.dates.days import MONTH
from index.storage.catalog import Catalog
from index.text.expressions import expression
from rag.phrasing import lowered
from rag.understand.plan.joined import joined_speakers
from rag.understand.speakers import EDGES, find_speakers

ON = r"(?:about|on|regarding|concerning|over|towards?|to)"
_VIEWS = (
    r"(?:(?:\w+ )?(?:views?|opinions?|positions?|stances?|comments?|remarks?|statements?|words|attitudes?|claims?))"
)
_COMPARE = r"(?:please )?(?:compare|contrast|compare and contrast)"
_SAID = "(?:has |have |had )?(?:said|says?|spoke|speaks?|talked|talks?|thinks?|thought)"
_THEIR_VIEWS, _ON_TOPIC = rf"(?:['’]s? {_VIEWS})?", rf"(?: {ON} (?P<topic>.+))?"
_WHO = r"(?P<who>\S+(?: \S+){0,12}?)"
_TWO = r"(?P<who>\S+(?: \S+){0,5}?,? (?:or|and) \S+(?: \S+){0,4}?)"
_OWNER = r"\S+(?: \S+){0,3}?(?:['’]s|s['’])"
_IS = r"(?:is|are|was|were|sounds?|seems?|looks?|does|do|did|has|have|had)"
_AGREE = r"(?:agree|disagree|differ|concur|clash|argue|contradict each other|say the same(?: thing)?|see eye to eye)"
_SAME = (
    r"(?:(?:share|have|hold|take|express) (?:the same|the like|similar|different|opposite|a common|common|any) "
    rf"{_VIEWS}|think (?:the same|alike|differently)|have (?:(?:anything|something|much) )?in common)"
)
_OF = rf"(?: {ON}| against| in| of)?"
_MORE = (
    r"(?:(?:the )?(?:more|most|less|least) (?:\w+ly )?(?:\w+(?=,? (?:on|about|towards?|against|over|of|to|in)\b))?"
    r"|\w+(?:er|est)\b)"
)
"""The comparative of a question: "tougher", "more critical" before what it is of, "more" before what is counted."""
_REASONS = r"(?:reasons?|explanations?|causes?|grounds|arguments?|motives?)"
_WHICH = r"(?:who|which (?:one|leader|speaker|of them))"
_DIFFERS_FROM = expression(
    r"^how (?:does|did|do|is|are|was) (?P<one>\S+(?: \S+){0,4}?)(?:['’]s? (?:\w+ )?(?:views?|positions?|stances?))? "
    r"(?:differ|different) from (?P<other>\S+(?: (?!on |about |over )\S+){0,4})",
    re.IGNORECASE,
)
_SAY = (
    r"(?:say|said|think|feel|hold|want|argue|claim|reckon|stand|put it|see it|ask(?:ed)? for|call(?:ed)? for|propose"
    r"|demand|suggest|base (?:it|that) on)(?: (?:about|on|of) (?:it|this|that))?"
)
_EACH = expression(
    r"(?:[?.,;:]+| ?[–—-]+) (?:and )?(?:what|how|where) (?:exactly |precisely )?(?:does|do|did) "
    r"(?:each|both|they|the two)(?: (?:one|of them|of the two))? (?:each |both |exactly )?"
    rf"{_SAY}$",
    re.IGNORECASE,
)
"""Behind a comparison it asks for what the comparison shows: "What does each say?"."""
_COMPARED = tuple(
    expression(f"^{form}$", re.IGNORECASE)
    for form in (
        rf"{_COMPARE} (?:what|how) (?P<who>.+?) {_SAID}(?: (?P<topic>.+))?",
        rf"{_COMPARE} (?:the )?{_VIEWS} (?:of|by|from) (?P<who>.+?){_ON_TOPIC}",
        rf"{_COMPARE} (?P<who>.+?)(?:['’]s?)? {_VIEWS}{_ON_TOPIC}",
        rf"(?:{_COMPARE}|what (?:is|are|was|were)) (?P<who>{_OWNER},? (?:and|with|to|versus|vs\.?) {_OWNER}) "
        r"(?P<topic>(?!and\b).+)",
        rf"{_COMPARE} (?P<who>.+?) {ON} (?P<topic>.+)",
        rf"{_COMPARE} (?P<who>.+)",
        rf"how (?:do|does|did) (?P<who>.+?){_THEIR_VIEWS}(?: {ON} (?P<topic>.+?))? "
        rf"(?:differ|compare|disagree)(?: {ON} (?P<on>.+))?",
        r"(?:what (?:is|are|was|were)|what['’]s)? ?(?:the )?(?:main |key |biggest )?"
        r"(?:differences?|contrast|similarit(?:y|ies)|common ground) between "
        rf"(?P<who>.+?){_THEIR_VIEWS}{_ON_TOPIC}",
        r"(?P<who>\S+(?: \S+){0,3} (?:vs\.?|versus) \S+(?: \S+){0,3}?)"
        rf"{_THEIR_VIEWS}(?:(?: {ON}|:|,) (?P<topic>.+))?",
        rf"(?:(?:where|how|why|on what|what) )?(?:do|does|did|have|has) {_WHO} (?:both |each |really |ever )?"
        rf"(?:{_AGREE}|{_SAME})(?: (?:with each other|with one another))?{_ON_TOPIC}",
        rf"(?:on |about |as for |when it comes to )?(?P<topic>\S.*?)(?:[,;:?]| ?[–—-]) (?:and )?(?:how|where|what) "
        rf"(?:exactly )?(?:do|does|did) {_TWO} (?:each |both )?(?:{_AGREE}|{_SAY})(?: {ON})?",
        rf"how (?:do|does|did) {_TWO} (?:each |both )?"
        r"(?:see|view|judge|regard|assess|explain|justify|defend|account for|describe|respond to|react to|approach) "
        r"(?P<topic>.+)",
        rf"where (?:do|does|did) {_TWO} (?:each |both )?stand(?: {ON}| when it comes to)? (?P<topic>.+)",
        rf"(?:what|which) (?:(?:different|differing|other) )?{_REASONS} (?:do|does|did) {_TWO} (?:each |both )?"
        r"(?:give|offer|cite|name|have) for (?P<topic>.+)",
        rf"(?:{_COMPARE}|what (?:are|were)) (?:the )?(?:(?:different|differing) )?{_REASONS} "
        rf"(?:that |which )?{_TWO} (?:each |both )?(?:gave|give|offer(?:ed)?|cited?|named?|had|have) for (?P<topic>.+)",
        rf"how (?:do|does|did) {_TWO} {_REASONS} for (?P<topic>.+?) (?:differ|compare)",
        rf"(?:are|were) {_WHO} (?:of one mind|in agreement|at odds|divided|united|agreed){_ON_TOPIC}",
        rf"{_WHICH} (?:\w+ )?{_MORE}(?: \w+ed)?{_OF} ?(?P<topic>.+?)[,:–-]+ {_TWO}",
        rf"{_IS} {_TWO} {_MORE}{_OF} (?P<topic>.+)",
        rf"{_TWO}{_ON_TOPIC}[,:–-]+ (?:and )?(?:where|how|on what|in what) (?:do|did) (?:they|the two|both) "
        rf"{_AGREE}",
        rf"{_TWO}[,:–-]+ {_WHICH} (?:\w+ )?{_MORE}{_OF} ?(?P<topic>.+)",
    )
)


_OF_EACH = tuple(
    expression(f"^{form}$", re.IGNORECASE)
    for form in (
        rf"{_TWO} both (?:have |had )?\w+ (?P<topic>\S.+)",
        rf"{_TWO} (?:both )?{_AGREE}{_ON_TOPIC}",
        rf"{_TWO}{_ON_TOPIC}",
    )
)
"""What stands before "What does each say?" may be no question: "Tell and Quill disagree about the bridge"."""

_REMARK = expression(
    r"\?\s+(?!(?:(?:and|but|so) )?(?:what|how|who|whom|which|where|when|why|did|does|do|is|are|was|were)\b)[^?]+$",
    re.IGNORECASE,
)
"""A sentence behind the question that asks nothing: "They can't both be right"."""
_THEIR_OWN = expression(r" (?:for|of|in) their (?:own )?(?:country|countries|nations?|people|town|cit(?:y|ies))$", re.I)


_DAY_FIRST = expression(
    rf"^(?P<when>(?:on (?:\d{{1,2}} {MONTH}|{MONTH} \d{{1,2}},?)|in(?: {MONTH})?) \d{{4}}),? (?P<rest>\w.+)$",
    re.IGNORECASE,
)
"""A time before a comparison is that of what each says."""


def compared_in(text: str, catalog: Catalog) -> tuple[list[str], str] | None:
    """Return who is compared and on what; one name alone where nobody else is named."""
    for who, topic in wordings(text):
        if people := joined_speakers(who, catalog):
            return people, topic
        if re.match(_COMPARE, text, re.IGNORECASE) and find_speakers(who, catalog):
            return [who], topic
    return None


def wordings(text: str) -> Iterator[tuple[str, str]]:
    """Yield whom or what a question compares, as it joins them, and on what, as each form that fits reads it."""
    text = _REMARK.sub("", text)
    without = _EACH.sub("", text)
    of_each = without != text
    day = _DAY_FIRST.match(without)
    text = _DIFFERS_FROM.sub(r"How do \g<one> and \g<other> differ", day["rest"] if day else without)
    for form in (*_COMPARED, *(_OF_EACH if of_each else ())):
        if match := form.match(text):
            groups = match.groupdict()
            topic = re.sub(r"(?i)^(?:about|on) ", "", groups.get("topic") or groups.get("on") or "")
            topic = f"{_THEIR_OWN.sub('', topic)} {lowered(day['when']) if day else ''}".strip()
            who = re.sub(r"(?i)^(?:the )?(?:statements|views|words) of ", "", match["who"].strip(EDGES))
            yield re.sub(r"['’]s?(?=,? (?:and|with|to|versus|vs)\b|$)", "", who), topic


def asks(who: str, topic: str) -> str:
    """Return the question for what somebody said, about a topic where there is one."""
    on = "" if not topic or re.match(rf"(?:{ON}|that|of|in|at|during|since)\b", topic, re.IGNORECASE) else "about "
    return f"What did {who} say{f' {on}{topic}' if topic else ''}?"


_VERB = (
    r"(?P<verb{n}>said|says|told|tells|answered|replied|wrote|thinks|thought|promised|claimed|asked|wants?|wanted"
    r"|committed|announced|proposed|planned|pledged|offered|argued|warned|predicted|expected|decided|demanded|called"
    r"|suggested|recommended|reported|spoke|did|does|had)"
)
_SIDE = rf"what (?P<who{{n}}>\S+(?: \S+){{{{0,5}}}}?) (?:has |have |had )?{_VERB}\b(?P<rest{{n}}>.*?)"
_BOTH_SIDES = expression(
    rf"^(?:{_COMPARE}|(?:what (?:is|are|was|were) the|what['’]s the)? ?differences? between|how does|how do) "
    rf"{_SIDE.format(n=1)},? (?:with|to|and|against|versus|vs\.?|from|(?:compare|differ)s? (?:with|to|from)) "
    rf"{_SIDE.format(n=2)}(?: (?:compare|differ))?$",
    re.IGNORECASE,
)
_BASE = {
    "said": "say",
    "told": "tell",
    "wrote": "write",
    "thought": "think",
    "promised": "promise",
    "replied": "reply",
    "announced": "announce",
    "committed": "commit",
    "planned": "plan",
    "argued": "argue",
    "proposed": "propose",
    "pledged": "pledge",
    "decided": "decide",
    "spoke": "speak",
    "did": "do",
    "does": "do",
    "had": "have",
}
_REPLIES = frozenset({"answered", "replied"})
_AGAIN = frozenset({"he", "she", "they"})


def both_sides(text: str, catalog: Catalog) -> list[str]:
    """Return the two questions of a comparison with a clause for each: "what A told B with what B answered", or none.

    A reply without a word of its own is one to whom spoke first.
    """
    match = _BOTH_SIDES.match(text.strip(EDGES))
    if match is None:
        return _from_one_to_other(text.strip(EDGES), catalog)
    one, other = match["who1"], match["who2"]
    other = one if other.lower() in _AGAIN else other
    if not (find_speakers(one, catalog) and find_speakers(other, catalog)):
        return []
    first = f"What did {one} {_base(match['verb1'])}{match['rest1']}?"
    reply = match["verb2"].lower() in _REPLIES
    rest = _with_topic(match["rest2"], match["rest1"]) if match["rest2"].strip() else ""
    if not rest:
        about = _ABOUT.search(match["rest1"])
        rest = f" {one}" if reply else about[0] if about else ""
    verb = "tell" if reply and not re.match(rf" (?:{ON}|that)\b", rest) else _base(match["verb2"])
    # "What did she commit on fares?" no form knows.
    verb = "say" if _ONLY_WHEN.fullmatch(match["rest2"]) and _ABOUT.match(rest) else verb
    return [first, f"What did {other} {verb}{rest}?"]


_LINE = r"(?:views?|opinions?|positions?|stances?|lines?|tone|polic(?:y|ies)|attitudes?|messages?|approach|thinking)"
_CHANGED = expression(
    rf"^(?:how|in what way) (?:did|has|does|do|have) (?:.{{1,60}}? )?{_LINE} {ON} (?P<topic>.{{1,100}}?)"
    r" (?:chang|differ|evolv|shift|mov|develop)\w{0,4} (?:from|between) (?P<one>.{1,60}?) (?:to|and) "
    r"(?P<other>.{1,80})$",
    re.IGNORECASE,
)
"""A view that changed from one person to another: "How did the line on fares change from Tell in 2030 to Quill?"."""


def _from_one_to_other(text: str, catalog: Catalog) -> list[str]:
    """Return what is asked of each of two people from one of whom to the other a view has changed, or none."""
    match = _CHANGED.match(text)
    found = []
    for side in (match["one"], match["other"]) if match else ():
        when = _OF_WHICH_DAY.search(side)
        who = side[: when.start()] if when else side
        if not find_speakers(who, catalog):
            return []
        found.append(f"What did {who} say about {match['topic'] if match else ''}{when[0] if when else ''}?")
    return found


_ABOUT = expression(rf" {ON} .+$", re.IGNORECASE)
_WHEN = (
    r"(?:,? (?:back )?(?:in|on|at|during|since|until|before|after)(?: \w+){0,3}?"
    rf" (?:\d{{1,2}} )?(?:{MONTH} )?\d{{4}})+"
)
_OF_WHICH_DAY, _ONLY_WHEN = expression(rf"{_WHEN}$", re.I), expression(rf"(?: to| for| of)?{_WHEN}", re.I)
_AT_HIS = expression(r" (?:at|in|during) (?:his|her|their) .+$", re.IGNORECASE)
_WHOM = expression(rf" (?P<whom>(?!{ON}\b|in\b|at\b|that\b)(?:the |a )?\w+)", re.IGNORECASE)
_OF_IT = expression(rf" (?:{ON}|of) (?:it|this|that|them|the same(?: thing)?)\b", re.IGNORECASE)


def _with_topic(rest: str, first: str) -> str:
    """Return a second side's words with the first side's topic, where they have none: "about it", "to in 2031"."""
    told = _WHOM.match(first)
    rest = re.sub(r"^ (?:them|him|her)\b", f" {told['whom']}", rest) if told else rest
    about = _ABOUT.search(_AT_HIS.sub("", _OF_WHICH_DAY.sub("", first)))
    if about is None:
        return rest
    if _OF_IT.search(rest):
        return _OF_IT.sub(lambda _: about[0], rest, count=1)
    return f"{about[0]}{re.sub(r'^ (?:to|for|of)(?= )', '', rest)}" if _ONLY_WHEN.fullmatch(rest) else rest


def _base(verb: str) -> str:
    """Return the verb as it stands behind "did"."""
    low = verb.lower()
    return _BASE.get(low) or re.sub("(?:ed|s)$", "", low)

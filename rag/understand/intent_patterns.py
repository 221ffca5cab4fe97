"""The forms that questions about somebody's words take: a table of patterns, the most specific first.

A question is matched from its beginning, with single spaces and without marks at its ends. In a form {S} stands for the
speaker, {T} for the topic to the end, {ON T} for a topic that "about" or the like must introduce.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from index.text.expressions import expression
from rag.records import Kind
from rag.understand.documents.scope_words import DOCUMENTS
from rag.understand.speakers import Sought

CORE = (
    r"(?:say|says|said|saying|tell|tells|told|telling|mention|mentions|mentioned|comment|commented|talk|talked|talking|"
    r"speak|speaks|spoke|spoken|speaking|remark|remarked|emphasi[sz]ed?|stress|stressed|(?<! of )state|stated)"
)
SAYING = (
    r"(?:say|said|tell|told|mention(?:ed)?|comment(?:ed)?|talk(?:ed)?|speak|spoke|spoken|remark(?:ed)?|emphasi[sz]ed?|"
    r"stress(?:ed)?|(?<! of )state|stated|claim(?:ed)?|argued?|noted?|add|added|insist(?:ed)?|explain(?:ed)?|"
    r"declared?|announced?|"
    r"warn|warned|promised?|pledged?|vow(?:ed)?|write|wrote|written|think|thought|believed?|feel|felt|call|called|"
    r"described?|characteri[sz]ed?|reply|replied|answer(?:ed)?|ask|asked|demand(?:ed)?|suggest(?:ed)?|proposed?|"
    r"recommend(?:ed)?|urged?|critici[sz]ed?|praised?|condemn(?:ed)?|accused?|blamed?|deny|denied|admit|admitted|"
    r"confirm(?:ed)?|express(?:ed)?|predict(?:ed)?|threaten(?:ed)?|discuss(?:ed)?|view|viewed|quoted?|cited?|"
    r"refer(?:red)?|address(?:ed)?|reckon(?:ed)?|complain(?:ed)?|moan(?:ed)?|grumbled?)"
)
_VIEWS = (
    "(?:views?|opinions?|positions?|stances?|comments?|remarks?|words|statements?|thoughts?|take|attitude|quotes?|"
    "quotations?|rhetoric|tone|thinking|assessment|promises?|claims?)"
)
_ITEMS = (
    "(?:statements?|quotes?|quotations?|remarks?|comments?|mentions?|words|sayings?|references?|passages?|answers?|"
    "claims?|promises?|things?|views|opinions)"
)
ON = "(?:about|on|of|regarding|concerning|over|with regard to|with respect to|towards?|to|for|against|in|that)"
ABOUT = "(?:about|on|regarding|concerning|over|towards?|with regard to|with respect to|mentioning|naming)"
ADVERB = (
    "(?:(?:ever|really|actually|also|else|publicly|exactly|once|recently|just|already|again|previously|personally|"
    "officially|specifically|not|indeed|repeatedly|then|each|both|respectively|separately|himself|herself|"
    "themselves) ){0,2}"
)
_WHO = (
    "(?:who|which (?:other )?(?:speakers?|politicians?|people|persons?|leaders?|officials?|ministers?|presidents?|"
    "countr(?:y|ies)|delegates?|senators?))"
)
CAPITALISED = r"(?-i:[^\W\d_a-zа-я])[\w.’'-]*"
NAMED = rf"(?P<speaker>{CAPITALISED}(?: {CAPITALISED})+)"
_ANYONE = r"(?P<speaker>[^\s?,]+(?: [^\s?]+){0,9}?)"
_NAMES = {
    "{T}": r" ?(?P<topic>\b.*|)$",
    "{ON T}": rf" (?P<topic>{ON}\b.*)$",
    "{ABOUT T}": rf" (?P<topic>{ABOUT}\b.*)$",
    "{MAYBE ABOUT T}": rf"(?: (?P<topic>{ABOUT}\b.*))?$",
    "{MAYBE ON T}": rf"(?:$| (?P<topic>{ON}\b.*)$)",
    "{SAY}": rf"(?P<verb>{CORE})\b",
    "{SAID}": rf"(?:has |have |had )?{ADVERB}(?P<verb>{CORE})\b",
    "{WEAKLY}": rf"{ADVERB}(?P<verb>{SAYING})\b",
    "{SAYS}": rf"{ADVERB}(?P<verb>{SAYING}|says|tells|speaks|talks|thinks|writes|feels|sees|views|describes|calls)\b",
    "{DID}": "(?:did|does|do|has|have|had)",
    "{IS}": "(?:is|was|are|were|has|have)",
    "{'S}": "(?:['’]s|(?<=s)['’])",
    "{VIEWS}": rf"(?:\w+ )?{_VIEWS}",
    "{ITEMS}": rf"(?:\w+ )?{_ITEMS}",
    "{ADVERB}": ADVERB,
    "{THROUGH}": "(?:walk|take|talk|guide|run) (?:me|us) through (?:everything |all )?(?:what|that) (?:has |had )?"
    "happened (?:to|with|in|at|around)",
    "{SIDES}": r"(?:(?:still|now|really|personally) )?(?:(?:for|in favou?r(?: of)?|pro) or (?:against|opposed to|anti)|"
    r"against or (?:for|in favou?r of)|(?:un)?happy or (?:un)?happy (?:with|about))",
    "{SIDE}": r"(?:(?:still|now|really|personally|actually|also|all|generally|broadly) ){0,2}"
    r"(?:for|against|in favou?r(?: of)?|in support of|opposed to|supportive of|s[ck]eptical (?:of|about)|pro|anti)",
    "{PRO OR CONTRA}": r"[,:;?–-]+ (?:(?:is|was|are|were) (?:he|she|they|it) )?(?:pro|for|in favou?r|yes)"
    r"(?: it)? (?:or|and) (?:contra|con|anti|against|not|no|opposed)(?: it)?",
    "{ABOUT}": ABOUT,
    "{TIMES}": "(?P<counts>many times|often)",
    "{WHO}": _WHO,
    "{SHOW}": "(?:(?:please )?(?:list|show|give|find|get|collect|enumerate)(?: me)? )",
    "{ALL}": "(?:all|every|each) (?:of )?(?:the )?",
    "{BY}": "(?:made |given )?(?:by|from|of)",
    "{CHANGED}": r"(?: (?P<topic>(?:about|on|of|regarding|towards?|to)\b.*?))? (?:changed?|evolved?|shift(?:ed)?|"
    r"develop(?:ed)?|differ(?:ed)?|var(?:y|ied))\b.*$",
    "{DOCUMENTS}": f"(?:(?:of|all|any|the|these|those|your|my|our) )*(?:{DOCUMENTS}|docs|sources)",
    "{OCCUR}": "(?:appear|occur|come up|feature|figure|show up|turn up|crop up|get (?:mentioned|named))",
    "{TIMELINE}": "(?:(?:a|the|show|give|make|draw|me|please) ){0,3}(?:timeline|time line|chronology) "
    "(?:of|for|on|about)",
}
# The kind, what is sought of the speaker, the form.
_FORMS: tuple[tuple[Kind, Sought, str], ...] = (
    ("timeline", "words", "{TIMELINE} {S}{'S} {VIEWS}{MAYBE ON T}"),
    ("timeline", "words", "{TIMELINE} (?:everything|what) {S} {SAID}{T}"),
    ("timeline", "words", "{TIMELINE} (?:the )?{VIEWS} (?:by|of|from) {S}{MAYBE ABOUT T}"),
    ("statements", "name", "(?:how |in what way )?{DID} (?P<before>.+?){'S} {VIEWS}(?P<topic> "
     "(?:about|on|of|towards?|to) .+?)? (?:changed?|evolved?|shift(?:ed)?|develop(?:ed)?),? according to {S}$"),
    ("timeline", "words", "(?:how |in what way )?{DID} {S}{'S} {VIEWS}{CHANGED}"),
    ("timeline", "words", "(?:how |in what way )?{DID} (?:what|the things|the way(?: that| in which)?) {S} {SAYS}"
     "{CHANGED}"),
    ("timeline", "words", "(?:how |in what way )?{DID} (?:the )?{VIEWS} (?:of|by|from) {S}{CHANGED}"),
    ("timeline", "words", "what(?: has|['’]s)? changed (?:in|about) (?:what|how|the way(?: that| in which)?) {S} "
     "{SAYS}{T}"),
    ("timeline", "words", "what(?: has|['’]s)? changed (?:in|about) {S}{'S} {VIEWS}{MAYBE ON T}"),
    ("timeline", "words", "(?:how )?{DID} {S} (?:changed?|shift(?:ed)?) (?:his|her|their|its) (?:{VIEWS}|mind){T}"),
    ("timeline", "known", "when {DID} {S} (?:first|last) {WEAKLY}{T}"),
    ("timeline", "known", "(?:when|what) (?:is|was) the (?:very )?(?:first|last|latest|newest|earliest|most recent)"
     "(?: (?:time|thing|words?|statement))? (?:that )?{S} (?:has |had )?{WEAKLY}{T}"),
    ("timeline", "known", "when(?: in (?:{DOCUMENTS}))? {DID} {S} (?:first|last) (?:bring up|raise|turn to|take up)"
     "(?P<topic> .+?)(?:,? and (?:why|over what|in what context))?$"),
    ("timeline", "known", "what (?:is|was) the (?:very )?(?:first|last|latest|newest|earliest|most recent)"
     "(?: (?:thing|words?|statement|comment|remark))? (?:that )?{S} (?:is|was) (?:(?:on (?:the )?record|quoted"
     "|reported|recorded|cited) )(?:as )?(?:having )?(?P<verb>saying|said|telling|told){T}"),
    ("timeline", "known", "what (?:is|was) the (?:very )?(?:first|last|latest|newest|earliest|most recent)"
     "(?: (?:thing|words?|statement|comment|remark))? (?:that )?(?:(?:we|you) have |there is )?{BY} {S}"
     "{MAYBE ABOUT T}"),
    ("timeline", "words", "{TIMELINE} (?P<topic>.+)$"),
    ("timeline", "words", "{THROUGH} (?P<topic>.+?)(?:,? (?:from|since|after) .+)?$"),
    ("list", "words", "{SHOW}?{ALL}{ITEMS} {ABOUT} (?P<topic>.+?) {BY} {S}$"),
    ("list", "words", "{SHOW}?{ALL}{ITEMS} {BY} {S}{MAYBE ABOUT T}"),
    ("list", "words", "{SHOW}(?:the )?{ITEMS} {BY} {S}{MAYBE ABOUT T}"),
    ("list", "words", "(?:{SHOW}(?:all |every )?|all )(?:of )?{S}{'S} {ITEMS}{MAYBE ON T}"),
    ("list", "words", "{SHOW}?(?:all|everything|anything|every word|each thing) (?:that )?{S} {SAID}{T}"),
    ("list", "words", "{SHOW}?(?:every time|each time|all (?:the )?(?:times|occasions)) (?:that |when |on which )?{S} "
     "{SAID}{T}"),
    ("list", "words", "how {TIMES} {DID} {S} {ADVERB}{SAY}{T}"),
    ("list", "known", "how {TIMES} {DID} {S} {WEAKLY}{T}"),
    ("list", "words", "how (?P<counts>many) {ITEMS} {DID} {S} (?:make|made|give|gave|given){T}"),
    ("list", "words", "how (?P<counts>many) {ITEMS} (?:are there |were there |were |are )?{BY} {S}{MAYBE ABOUT T}"),
    ("list", "words", "how {TIMES} {IS} (?P<topic>.+?) (?:been )?(?:mentioned|named|quoted|discussed) by {S}$"),
    ("list", "words", "how {TIMES} {IS} (?P<topic>.+?) (?:been )?(?:mentioned|named|quoted|talked about|spoken of)"
     "(?: (?:anywhere|overall|in total|in {DOCUMENTS}))?$"),
    ("list", "words", "how {TIMES} {DID} {DOCUMENTS} (?:name|use the (?:word|name)|refer to|bring up|mention|cite|"
     "discuss|(?:talk|speak) (?:about|of))(?P<topic> .+)$"),
    ("list", "words", "how {TIMES} {DID} (?:the (?:word|name|term) )?(?P<topic>.+?) {OCCUR}"
     "(?: (?:anywhere|overall|in total|in {DOCUMENTS}))?$"),
    ("list", "known", "(?:in )?how (?P<counts>many) {DOCUMENTS} {DID} {S} {WEAKLY}(?P<topic> .+?)(?: in)?$"),
    ("list", "known", "(?:in )?(?:which|what) {DOCUMENTS} {DID} {S} {WEAKLY}(?P<topic> .+?)(?: in)?$"),
    ("list", "words", "{SHOW}(?:{ALL}|the )?{ITEMS} (?:of|that mention|{ABOUT}) (?P<topic>.+)$"),
    ("list", "words", "{SHOW}?(?:all|everything|anything) (?:that (?:was|is|has been) )?said{ABOUT T}"),
    ("statements", "words", "what(?: (?:else|exactly|all|things?|words))? {DID} {S} (?:(?:have|had|got) to )?{ADVERB}"
     "{SAY}{T}"),
    ("statements", "words", "what(?: else)? {DID} {S} {ADVERB}(?:think|believe|feel){ON T}"),
    ("statements", "words", "what(?: else)? (?:has|have|had|is|was|are|were) {S} (?:been )?(?P<verb>saying|telling)"
     "{T}"),
    ("statements", "words", "{DID} {S} {ADVERB}{SAY}{T}"),
    ("statements", "words", r"(?:what|how)(?: \w+){0,2}? (?:is|was|are|were) {S}{'S} (?:\w+ )?{VIEWS}{MAYBE ON T}"),
    ("statements", "known", r"what (?:is|was|were|are) {S}{'S} (?:\w+ )?(?:responses?|reactions?|message|answer|reply)"
     "{MAYBE ON T}"),
    ("statements", "words", "{S}{'S} {VIEWS}{MAYBE ON T}"),
    ("statements", "words", "(?:what (?:is|are|was|were) )?(?:the )?{VIEWS} (?:of|by|from) {S}{ABOUT T}"),
    ("statements", "words", "(?:statements|quotes|quotations|remarks|comments|sayings) (?:by|from) {S}$"),
    ("statements", "known", "{S} (?:statements|quotes|quotations|remarks|comments){MAYBE ABOUT T}"),
    ("statements", "words", "where {DID} {S} stand (?:on|over|about|regarding|with) (?P<view>.+)$"),
    ("statements", "known", "how (?:does|do) {S} feel{ON T}"),
    ("statements", "known", "{IS} {S} {SIDES} (?P<view>.+)$"),
    ("statements", "known", "{IS} {S} {SIDE} (?P<view>.+)$"),
    ("statements", "known", "{S}(?:,|:)? (?:and|on|about|regarding|over) (?P<view>.+?){PRO OR CONTRA}$"),
    ("statements", "words", "what {S} (?:has |have |had )?{ADVERB}(?P<verb>said|says|thinks|thought|told|mentioned)"
     r"\b{T}"),
    ("statements", "words", rf"what (?:was|is|were|has been) said (?P<topic>{ABOUT}\b.*?) by {{S}}$"),
    ("statements", "name", "according to {S},{T}"),
    ("statements", "name", r"according to {S},? (?P<topic>(?:what|who|which|when|where|why|how|did|does|is|was)\b.*)$"),
    ("statements", "name", r"(?P<topic>.*?),? ?\baccording to {S}$"),
    ("statements", "known", "in {S}{'S} (?:view|opinion|words|eyes|mind),?{T}"),
    ("statements", "known", "(?:what|how|why|who|whom|to whom) {DID} {S} {WEAKLY}{T}"),
    ("statements", "known", r"(?P<before>[^?]*?)\b{DID} {S} {ADVERB}{SAY}{T}"),
    ("statements", "words", "who said what{ABOUT T}"),
    ("statements", "words", "{WHO} (?:all |else )?(?:has |have |had )?{ADVERB}(?P<verb>said|says|say|told|mentions?"
     r"|mentioned|(?:spoke|spoken|speaks|talked|talks)(?= (?:about|on|of)\b)|(?:commented|remarked)(?= on\b))\b{T}"),
    ("statements", "words", "what (?:was|is|were|has been) said{ABOUT T}"),
    ("statements", "words", "{DID} (?:anyone|anybody|someone|somebody) {ADVERB}{SAY}{T}"),
)  # fmt: skip


def in_each_spelling(form: str) -> Iterator[re.Pattern[str]]:
    """Yield a form's patterns; a surname may look like a verb ("did Ana Tell say"), so a run of capitals goes first."""
    for name, pattern in _NAMES.items():
        form = form.replace(name, pattern)
    for speaker in (NAMED, _ANYONE) if "{S}" in form else ("",):
        yield expression("^" + form.replace("{S}", speaker), re.IGNORECASE)


FORMS = tuple((kind, sought, pattern) for kind, sought, form in _FORMS for pattern in in_each_spelling(form))

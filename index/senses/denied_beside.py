"""Words that are taken back or denied beside them: "Ruiz denies it", "He did not", "I said 412 and I was wrong".

What a sentence itself says of the words it holds is `index.senses.sense`'s, and what is withdrawn later in the text is
`index.senses.withdrawals`'; here it is the sentence after a statement and the verb that turns away what others say
("rejected reports that …").
"""

from __future__ import annotations

import re

from index.cues.verbs import SPEECH
from index.records import Statement
from index.text.expressions import expression
from index.text.sentences import Span, sentences

_REACH = 500
_NOT = r"(?:never|not|n[’']t)"
_SAYING = r"(?:say|said|saying|use|used|utter|uttered|write|wrote|written|post|posted|tell|told|make|made)"
_REMARK = r"(?:words|remarks?|comments?|statement|allegations?|accusations?|claims?)"
_IT = rf"(?:so|it|that|this|any such thing|anything of the (?:kind|sort)|(?:those|these|the|such) {_REMARK})"
_DENIES = expression(
    rf"(?:(?:has|have|had|later|since|also|flatly|strongly|repeatedly|always|categorically|vehemently) )*"
    rf"(?:(?:den(?:y|ies|ied|ying)|disown(?:s|ed)?|retract(?:s|ed)?|disavow(?:s|ed)?) (?:(?:having|ever) )*"
    rf"(?:(?:{_SAYING}|saying) )?(?:{_IT}|all of it)"
    rf"|(?:disput(?:e|es|ed)|reject(?:s|ed)?|withdr(?:aw|ew|awn)) (?:the|those|these|such) "
    rf"{_REMARK})(?=[.,;]| (?:on|in|at|through|when|and)\b)"
    rf"|(?:does|do|did|could|can)(?: ?{_NOT}|not) (?:remember|recall) (?:(?:having|ever) )*{_SAYING}\b"
    rf"|(?:says?|said|insists?|insisted|maintains?|maintained|claims?|claimed)(?: that)? (?P<own>he|she|they|it|I) "
    rf"(?:(?:has|have|had|did|does|do) ?)?(?:{_NOT} (?:remember |recall |ever )?{_SAYING}\b"
    r"|never did|did not|didn[’']t|had not|had never)"
    rf"(?=(?: {_IT})?(?:[.,;]| (?:on|in|at|to)\b))"
    rf"|(?P<bare>(?:did|had|has|does) ?{_NOT})(?=[.;])"
    rf"|(?:(?:did|had|has) ?)?{_NOT} (?:ever )?{_SAYING} {_IT}(?=[.,;])"
)
_SAID = expression(r"\b(?:said|told|called|claimed|written|asked|promised)\b")
_OURS = expression(r"\b(?:we|version of (?:this|our|the) \w+) (?:\w+ )?(?:said|reported|wrote|stated)\b[^.;]{0,60}$")
_VERSION = expression(
    r"\b(?:earlier|previous|original|first) versions? of (?:this|our|the) \w+ (?:\w+ )?"
    r"(?:said|reported|stated|gave) (?:that )?$"
)
_ADVERBS = expression(r"(?: (?:but|yet|later|also|now|since|however))+$", re.IGNORECASE)
_CLAIMS = (
    r"(?:reports?|claims?|rumou?rs?|suggestions?|allegations?|accusations?|speculation|talk|assertions?"
    r"|the (?:idea|notion|claim|report|suggestion|accusation|allegation|charge|rumou?r))"
)
_CLAIM = expression(
    rf"(?:(?:the|any|all|these|those|media|press|local|\w+ed) )?{_CLAIMS} (?:that|of|about)\b", re.IGNORECASE
)
_TURNS_AWAY = expression(
    r"\b(?:(?:reject|dismiss|den[iy]|rebuff|refut|rebut|disput|ridicul|rubbish|debunk|repudiat)\w*"
    r"|(?:brush|wav|shrug|laugh|scoff|bat|swat|play|knock|pour)\w* "
    r"(?:aside|away|off|down|at|cold water on|scorn on))\s+$",
    re.IGNORECASE,
)
_SAY = "|".join(sorted(SPEECH))
_TO_COME = expression(
    r"[”\"’'»]{1,2},? (?:[\w’'.-]+ ){1,4}?(?:will|shall|(?:is|was|are|were) "
    rf"(?:(?:expected|due|set|scheduled) )?to) (?:\w+ly )?(?:{_SAY})\b"
    r"|[”\"’'»]{1,2},? (?:no doubt|presumably|one (?:imagines|supposes|can hear)|or words to that effect"
    r"|(?:as )?I (?:can |could )?(?:imagine|suppose|picture|hear))\b(?! (?:from|of|that)\b)"
)
_IMAGINED = expression(
    r"(?:\b(?:what|how)(?: else)? (?:would|might|could|will|should) [^.?!“”\"]{1,120}? (?:say|answer|reply|tell|call"
    r"|add|respond|object|write|think|have (?:said|answered|replied))\b[^.?!“”\"]{0,100}\?\s+"
    r"(?:(?:perhaps|maybe)[:,]? ?)?"
    r"|\b(?:I|you|one|we) can (?:just |already |almost |still )?(?:hear|see|imagine|picture) [^.?!“”\"]{1,80}[:,]? ?"
    r"|\b(?:perhaps|maybe)[:,] ?)[“\"«„‘']$",
    re.IGNORECASE,
)
_EXPECTED = expression(r"\b(?:expected|due|set|scheduled|likely|poised)$", re.IGNORECASE)
_TO_SAY = expression(rf"to (?:\w+ly )?(?:{_SAY})\b", re.IGNORECASE)
_CLAIM_TURNED_AWAY = (
    rf"{_TURNS_AWAY.pattern[:-4]} (?:(?:the|any|all|these|those|media|press|local|\w+ed) )?"
    rf"{_CLAIMS} (?:that|of|about)\b"
)
_TURNED_AWAY = expression(rf"{_CLAIM_TURNED_AWAY}\s*$", re.IGNORECASE)
_AROUND = expression(rf"{_CLAIM_TURNED_AWAY}[^.;:,”]{{0,100}}$")


def denies_words(sentence: str) -> bool:
    """Return whether a sentence denies words before it: "Kestrel denies it.", "She said she never did."."""
    return _denied_by(sentence) is not None


def _denied_by(sentence: str, *, bare: bool = True) -> str | None:
    """Return who denies by a sentence, in its words, or None where it denies nothing before it.

    `bare` is whether "He did not" by itself denies: only that somebody said something, not what he said.
    """
    words = sentence[:200]
    for match in re.finditer(r"(?<=\S) ", words[:90]):
        denial = _DENIES.match(words, match.end())
        if denial and (bare or not denial["bare"]):
            who = _ADVERBS.sub("", words[: match.start()])
            return re.sub(r"^(?:But|Yet|However,|Later|And) ", "", who).strip(' ,“"')
        if match.start() and words[match.start() - 1] in ".!?;:":
            return None
    return None


def is_disowned(text: str, statement: Statement) -> bool:
    """Return whether the next sentence says that the speaker denies the words, or that it was not so."""
    stop = text.find("\n", statement.end, statement.end + _REACH)
    end = stop if stop >= 0 else min(len(text), statement.end + _REACH)
    following = re.compile(r"[^.!?“\"]{0,80}[.!?]?[”\"’'.!?]*\s*").match(text, statement.end, end)
    quoted = text[statement.end - 1 : statement.end] in ".!?"
    starts = [statement.end] if quoted else []
    starts += [following.end()] if following else []
    return any(_takes_back(text, start, end, statement) for start in starts)


def _takes_back(text: str, start: int, end: int, statement: Statement) -> bool:
    while start < end and text[start] in " ”\"’'":
        start += 1
    spans = sentences(text, start, end)
    said = _SAID.search(text, statement.start, statement.end)
    bare = statement.speaker is None and bool(
        said or _OURS.search(text[max(0, statement.start - 120) : statement.start])
    )
    who = _denied_by(text[spans[0][0] : spans[0][1]], bare=bare) if spans else None
    if who is None:
        return False
    if who.lower() in {"he", "she", "they", "it"} or statement.speaker is None:
        return True
    names = {each.strip(".,").lower().removesuffix("’s").removesuffix("'s") for each in statement.speaker.split()}
    return bool({each.lower() for each in who.split()[-1:]} & names)


def is_taken_back(text: str, span: Span, owner: Statement) -> bool:
    """Return whether words that a speaker quotes are taken back right behind: "I told them “we sell.” I did not."."""
    closing = _CLOSING.search(text, span[1], min(owner.end, span[1] + _REACH))
    if closing is None or not _OPENING.search(text[max(owner.start, span[0] - _REACH) : span[0] + 1]):
        return False
    return _I_DID_NOT.match(text, closing.end(), min(owner.end, closing.end() + _REACH)) is not None


_OPENING = expression(r"[“„«\"‘][^“”„«»\"]*$")
_CLOSING = expression(r"[“„«]|[”»\"]|(?<=[.,!?])[’'](?!\w)")
_I_DID_NOT = expression(
    r"[.?!,;]?\s*(?:(?:But|Of course|In fact|Well|No),? )?(?:I|we)(?: \w+ly)? "
    rf"(?:(?:did|do|have|had|would) ?{_NOT}(?: {_SAYING})?(?: (?:{_IT}|it))?(?=[.!;])"
    rf"|(?:have |had )?never (?:did|{_SAYING})(?: {_IT})?(?=[.!;,])"
    r"|(?:said|did) (?:nothing of the (?:kind|sort)|no such thing)\b)",
    re.IGNORECASE,
)


def turns_away(text: str, statement: Statement) -> bool:
    """Return whether words are what somebody turns away: "rejected reports that …", "denied that he said “…”"."""
    if statement.kind == "direct":
        return _AROUND.search(text[max(0, statement.start - 200) : statement.start]) is not None
    words = text[statement.start : statement.end]
    before = text[max(0, statement.start - 60) : statement.start]
    if _VERSION.search(before):
        return True
    if _CLAIM.match(words):
        return _TURNS_AWAY.search(before) is not None
    return _TURNED_AWAY.search(before) is not None


def is_to_come(text: str, statement: Statement) -> bool:
    """Return whether words are not said yet or only imagined: "“…,” Ruiz will tell them", "What would she say? “…”"."""
    if statement.kind == "reported":
        expected = _EXPECTED.search(statement.cue or "") is not None
        return expected and _TO_SAY.match(text, statement.start) is not None
    if statement.kind != "direct":
        return False
    imagined = statement.speaker is None and is_imagined(text, statement.start)
    return imagined or _TO_COME.match(text, statement.end) is not None


def is_imagined(text: str, start: int) -> bool:
    """Return whether what stands before a quotation imagines it: "What would the mayor say? “…”"."""
    first = max(text.rfind("\n", 0, start) + 1, start - 250)
    return _IMAGINED.search(text[first:start]) is not None

"""Operators that give the words after and before them a sense ("never", "if", "they claim"), and where each one ends.

All of this is about one sentence in small letters: what stands before some words, they themselves, and what
stands after. Operators are data (`index/text/lexicon/sense.json`); one counts where nothing ends its clause before the
words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from index.cues.verbs import SPEECH, VERBS, VIEWS
from index.records import Sense
from index.senses.inner_questions import quoted_question
from index.text.negation import LEXICON, NEGATIONS

TELLING = (SPEECH | VIEWS | {"think", "claim", "know"}) - {"ask", "know", "open", "begin"}
REACH = 1_500
"""So many characters before and after the words are read at most."""
_AHEAD = 40
OPENING, CLOSING = "“„«‘‚\"'([", "”“»’\"')]"


def one_of(patterns: Iterable[str]) -> re.Pattern[str]:
    """Return what finds any of the patterns as whole words, the longest first."""
    return re.compile(rf"(?<![\w'-])(?:{'|'.join(sorted(patterns, key=len, reverse=True))})(?![\w'])")


_NEGATORS = sorted((re.escape(each) for each in NEGATIONS - {"n't"}), key=len, reverse=True)
NOT = rf"(?:(?<![\w'])(?:{'|'.join(_NEGATORS)})(?![\w'])|n't(?!\w))"
CANCELLED = re.compile(rf"{NOT}(?: [\w']+){{0,4}}? (?:{'|'.join(LEXICON['cancelling'])})(?!\w)")
HARMLESS = one_of(LEXICON["harmless"])
_ASIDE = re.compile(r"(?<=\bthat), (?:when|as|after|if|despite|in|at|for|with|before|while|although|even)\b[^,]{0,80},")
DENIED = re.compile(rf"{NOT}|{one_of(LEXICON['denials']).pattern}")
CONDITIONAL = one_of(LEXICON["conditions"])
ASKED = one_of(LEXICON["questions"])
REPORTED = re.compile(rf"(?<![\w'])(?:{'|'.join(LEXICON['hearsay'])})")
HYPOTHETICAL = one_of(LEXICON["hypotheses"])
WHOLE: dict[Sense, re.Pattern[str]] = {
    sense: re.compile("|".join(LEXICON["whole"][sense])) for sense in ("denied", "reported")
}
"""What gives a whole sentence its sense by itself."""
_ADJACENT = re.compile(rf"(?<![\w'])(?:{'|'.join(LEXICON['adjacent'])})\s*$")
_SAY = re.compile(r"(?:let's )?say,? ")
_INVERTED = re.compile(r"(?:and |so |but )?(?:had|were|should) (?:not )?[\w']+ [\w']+")
_OFFER = re.compile(
    r"(?:(?:give|grant|pay|bring|lend|let (?!me|us)[\w']+ [\w']+) [^,;]{1,80}|"
    r"(?:(?:one|another) (?:more )?|any more |a few more )[\w'-]+"
    r"(?: like (?:this|that|these|those))?)(?:,? and|,? or)\s*$"
)
_ONLY_THEN = re.compile(r"(?:and |but )?only (?:when|once|after|by|with|through) ")
_WERE = re.compile(
    r"\s*,? (?:were|had|should) (?:i|we|they|he|she|it|you|there|the|a|an|our|my|their|his|her|its|this|that|only)\b"
)
_THE_DAY = re.compile(r"\s*,? the (?:day|moment|minute|hour|instant) (?!of|after|before)")
# "No school will close while I hold this office", "it stays shut until it is mended": what holds only so long.
_HOLDER = r"(?:i|we|they|he|she|it|you|there|the|a|an|my|our|this|that|those|every|all|somebody|someone)\b"
_WILL_HOLD = re.compile(r"\b(?:will|shall|won't|cannot|can't|must)\b|\w'll\b")
_REFUSES = re.compile(r"\b(?:no|not|never|nobody|nothing|won't|cannot|can't|neither|nor)\b")
_WHILE = re.compile(rf"[^,;.:]{{0,40}}?,? (?:while|whilst) {_HOLDER}")
_UNTIL = re.compile(rf"[^,;.:]{{0,40}}?,? (?:until|till) {_HOLDER}")
_SUPPOSED = re.compile(
    r"(?:(?:and|but|so|now|well|just|okay|right),? )*(?:let(?:'s| us)(?:,)? (?:assume|suppose|imagine|say|pretend)|"
    r"suppos(?:e|ing)|imagine|picture(?= (?:an?|the|yourself|this|our|that)\b)|pretend|assum(?:e|ing)|what if|if only|"
    r"say,?(?= (?:that|the|we|you|i|they|he|she|a|an|it|our|my|there)\b))"
    r"(?! (?:our|my|his|her|their) (?:\w+ )?(?:surprise|relief|horror|joy|shock|delight|dismay|face)\b)(?!\w)"
)
_SO_THEN = re.compile(r"\W*(?:(?:and|so|but) )?(?:then\b|in that case\b)|[^.!?]*?(?:\b(?:would|could|might)\b|\w'd\b)")
_CHANGES = re.compile(r"[;:—–]")
_ONLY_A_PART = re.compile(
    r"(?:\b(?:is|was|are|were|be|been|'s|'re|s) not|\b(?:is|was|are|were)n't|(?<=\w)'(?:s|re) not) "
    r"(?:only|just|merely|simply|solely) (?!that\b|because\b|\w+ing\b|\w+ed\b)"
)
_CUT_NOT = re.compile(r"\b(?:not|\w+n't) *$")
_PART = re.compile(r"(?:only|just|merely|simply|solely)\b(?! (?:that|because)\b)")
_OWN_MAIN = re.compile(r"(?:[,;:.]|\s[—–-]+)\s*(?:and|but|so|or|yet) *$")
_INDEFINITE = re.compile(
    r"\b(?:an?|any|another|no|such an?|some kind of|the kind of|the sort of)"
    r"(?: [\w'-]+){1,3} (?:in |from |to |on |at )?$"
)
_OR_ELSE, _WILL = re.compile(r"\bor(?: else)?\s*$"), re.compile(r"[\w']+ (?:will|shall|would)\b|[\w]+'ll\b")
_LACKING = re.compile(r"(?:but |and )?(?:without|but for) [^,;]{1,120},\s*$")
# "Otherwise the mill will close", "or else they lose": what comes if something is not done.
_THEN_ELSE = re.compile(
    r"(?:^|(?<=[;,:—–] )|\b(?:that|because|as|or|and|but|for|since) )"
    r"(?:otherwise|or else|иначе|інакше|інакш|inaczej),? "
    r"(?=(?:[^\s,;:!?]{1,40} ){0,7}?"
    r"(?:[\w'-]+'ll|will|would|won't|can|cannot|can't|could|might|may|must|shall|is|are|there)\b|"
    r"[а-яіїєґўąćęłńóśźż])"
)
_LACKING_IT = re.compile(r"(?:but |and )?without (?:it|this|that|these|those|them|him|her|us|you|me)\b")
_ONCE = re.compile(
    r"(?:and |but |so )?once (?!(?:a|upon|again|more)\b)(?![^,]{0,60}\b(?:was|were|had|did|\w+ed|ago)\b)[^,]{1,80},"
)
_WOULD = re.compile(r"\b(?:would|could|might)\b")
_TELLS = "|".join(sorted(word for word, verb in VERBS.items() if verb.lemma in TELLING))
# Subjects that stand for nobody in particular, which the cues of attribution leave aside.
_GENERAL = re.compile(
    r"\b(?:they|he|she|you|people|some|many|most|others|one|everyone|everybody|somebody|someone|"
    r"(?!us\b|always|sometimes|perhaps|besides|this|was|has|does)\w+s) "
    rf"(?:(?:\w+ly|still|now|always|also|often|even|will|would|may|used to|like to|love to) ){{0,2}}(?:{_TELLS}) "
    r"(?=(?:(?:to )?(?:me|us|him|her|them)(?: that|,|:| \w+)|that|:|the|we|i|our|my)(?!\w))"
)
_SPEAKS = r"(?:i|we|they|he|she|it|you|there|this|я|мы|они|он|она|ми|вони|він|вона|яны|ён|яна)\b"
# "He would not sell it and that he …": a second clause beside the one that holds the denial.
_NEXT_CLAUSE = re.compile(r"(?:,|[”\"'»])? (?:and|or) that (?=[\w'])")
_THAT = re.compile(r"\bthat\b")
_DENIES_CLAUSES = re.compile(r"den|disp|ref|reb|rej|disb|disa|dou|retr")
_THINKS = re.compile(
    r"\b(?:say|says|said|saying|think|thinks|thought|believe\w*|claim\w*|told|tell|promis\w+|suggest\w*|argu\w+|mean|meant|"
    r"impl\w+|agree\w*|accept\w*|evidence|proof|prov\w+|true|certain|sure|convinced|wish|expect\w*|hear|heard|that)\b"
)
ENDS = re.compile(
    r";|(?<!nothing )(?<!anything )(?<!all )\bbut\b|,? (?:yet|however|nevertheless|instead|still) |\s[—–-]+\s|"
    r", (?:но|а|однако|але|проте|аднак|ale|lecz) |"
    rf", (?:and |so |or |then )?{_SPEAKS}|, (?:although|though|while|whereas|because|since|for|as|when|where|which|who|"
    r"whose|so|until|unless)\b"
)
ENDS_A_CLAUSE = re.compile(
    r":|, (?:and |so |then )?(?:the|a|an|my|our|their|his|her|its|every|each|all|that|these|those|people|your)\b|"
    rf" (?:and|then) (?:(?:will|must|shall|can|should|is|are|was|were|have|has|had|do|did|that is why)\b|{_SPEAKS})|"
    r", (?:and|so|then) |"
    r" and (?:the|an?|my|our|their|his|her|its|this|that) (?:[\w'-]+ ){1,3}"
    r"(?:is|are|was|were|has|have|had|will|would|must|can|could|should|does|do|did)\b"
)
_TURNS_ASIDE = re.compile(r"(?<! in)(?<! to) (?:because|although|though|whereas|which|whose|where|since|until)\b")
_WHO = re.compile(r" (?:who|whom)\b")
_RELATES = re.compile(r" ?(?:who|whom|which|whose|where)\b")
ENDS_A_REPORT = re.compile(r";|\bbut\b|\s[—–-]+\s|, (?:and )?yet\b|, (?:and |so |then ){0,2}(?:i|we)\b")
_ENDS_A_QUESTION = re.compile(rf"{ENDS_A_REPORT.pattern}|, (?:and|so|then) (?:he|she|they|it|there)\b")
_ENDS_A_CONDITION = re.compile(r";|\bbut\b|\b(?:it|that|this)(?: is|'s) (?:only )?because\b")
_ENDS_BEFORE_IF = re.compile(
    rf"[;:]|\bbut\b|, (?:and|so) (?:the|a|an|my|our|{_SPEAKS})|\b(?:ask|wonder|know|see)\w*\s*$"
)
_SUBORDINATE = re.compile(
    r"(?:and |but |so |, )?(?:even )?(?:if|when|whenever|although|though|because|as|after|since|unless|once|while|"
    r"before|until|by|in|on|at|for|with|despite|having|being|far from|instead of|rather than|without|unable|unlike|"
    r"besides|whatever)\b"
)
RESUMED = re.compile(r"[,—–-]\s*that\s*$")
_TAG = re.compile(r",\s*[\w']+ ?(?:not )?(?:i|we|they|he|she|it|you|there)?(?: not)?\s*\?\W*$")
_NEW_QUESTION = re.compile(
    r"(?:;|:|[—–]|, (?:but|so|and|yet)|,) (?:why|how|who|what|when|where|which|do|does|did|is|are|was|were|will|would|"
    r"can|could|should|shall|have|has|had)\b(?! (?:not )?(?:i|we|they|he|she|it|you|there)\?)"
)
_EVEN = re.compile(r"(?<![\w'])(?:even if|даже если)(?!\w)")
_AFTER_DENIAL = re.compile(rf"[\s,—–-]*(?:that )?(?:{'|'.join(LEXICON['after_denials'])})")
_AFTER_HYPOTHESIS = re.compile(rf"\s*[,—–-]+ (?:{'|'.join(LEXICON['after_hypotheses'])})(?!\w)")
_AFTER_REPORT = re.compile(rf"\s*[,—–-]+ (?:and |or )?(?:{'|'.join(LEXICON['after_reports'])})(?!\w)")


@dataclass(frozen=True)
class Cut:
    """Words in their sentence, in small letters: what stands before them, they themselves, what stands after."""

    before: str
    own: str
    after: str


def plain(text: str) -> str:
    """Return the text in small letters with one kind of apostrophe and space, each character in its place."""
    small = text.lower()
    if len(small) != len(text):
        small = "".join(each.lower() if len(each.lower()) == 1 else each for each in text)
    return re.sub(r"\s", " ", small.replace("’", "'").replace("‘", "'"))


def blank(text: str) -> str:
    """Return the text with spaces for what looks like an operator and is none ("not only", "no doubt")."""

    def spaces(match: re.Match[str]) -> str:
        return " " * len(match[0])

    return CANCELLED.sub(spaces, HARMLESS.sub(spaces, _ASIDE.sub(spaces, text)))


def is_asked(cut: Cut) -> bool:
    """Return whether the sentence asks and the words are of its question."""
    sentence = f"{cut.before}{cut.own}{cut.after}"
    if not sentence.rstrip(CLOSING + " ").endswith("?"):
        return False
    quoted = quoted_question(sentence)
    if quoted is not None and len(cut.before) < quoted:
        return False
    ahead = f"{cut.own[-1:]}{cut.after}"
    new = _NEW_QUESTION.search(ahead)
    return new is None or bool(_TAG.search(ahead))


def whole(cut: Cut) -> Sense:
    """Return the sense that words have by themselves: a question, a condition, a supposition, or none."""
    if is_asked(cut) or cut.own.rstrip(CLOSING + " ").endswith("?") and quoted_question(cut.own) is None:
        return "asked"
    own = blank(cut.own)
    begins = not cut.before.strip()
    condition = next((each for each in CONDITIONAL.finditer(own) if not in_question(own, each.start())), None)
    even = condition is not None and own[: condition.start()].rstrip().endswith("even")
    if condition and not even and not re.search(r";|\bbut\b(?! only)|\bas$", own[: condition.start()]):
        return "conditional"
    if begins and _INVERTED.match(own) and "," in own or _THEN_ELSE.match(f"{own}{cut.after[:_AHEAD]}"):
        return "conditional"
    if re.match(r"(?:suppose|supposing|imagine|picture|let us suppose|assume)\b", own):
        return "hypothetical"
    # "My father used to say …" told in one's own words, "over my dead body": no position of the speaker as it stands.
    return next((sense for sense in ("denied", "reported") if WHOLE[sense].search(own)), "plain")


def in_question(text: str, at: int) -> bool:
    return any(each.start() <= at < each.end() for each in ASKED.finditer(text)) or text[:at].rstrip().endswith(" as")


def governing(before: str, own: str) -> Iterator[Sense]:
    """Yield the senses of the operators before the words that nothing ends."""
    if not before.strip():
        return
    length = len(before)
    text = blank(f"{before}{own[:_AHEAD]}")
    resumed = bool(RESUMED.search(before))
    for match in _before(ASKED, text, length):
        if not ended(text, match.end(), length, _ENDS_A_QUESTION, resumed):
            yield "asked"
    for match in _before(DENIED, text, length):
        if not denial_ended(text, match, length, resumed):
            yield "denied"
    if _drops_only(before, own):
        yield "denied"
    if _SUPPOSED.match(before) and _CHANGES.search(before) and follows_a_supposition(_CHANGES.split(before)[-1] + own):
        yield "hypothetical"
    yield from _conditions(text, before, own)
    for match in _before(HYPOTHETICAL, text, length):
        adverb = text[match.end() : match.end() + 1] == ","
        if match[0].endswith(" like") and ended(text, match.end(), length, ENDS_A_CLAUSE):
            continue
        if not ended(text, match.end(), length, _ENDS_A_CONDITION if adverb else ENDS_A_REPORT, resumed):
            yield "hypothetical"
    if _ADJACENT.search(text[:length]) or (_SAY.match(text) and text[:length].strip(" ,") in {"say", "let's say"}):
        yield "hypothetical"
    for match in [*_before(REPORTED, text, length), *_before(_GENERAL, text, length)]:
        if not ended(text, match.end(), length, ENDS_A_REPORT, resumed):
            yield "reported"


def supposes(sentence: str) -> bool:
    """Return whether a sentence in small letters asks to suppose something: "Imagine we had won."."""
    return _SUPPOSED.match(sentence.lstrip(f" {OPENING}")) is not None


def follows_a_supposition(words: str) -> bool:
    """Return whether words after a supposition tell what would follow from it: "then …", "we would …"."""
    return _SO_THEN.match(words) is not None


def _drops_only(before: str, own: str) -> bool:
    """Return whether a cut leaves out "it is not" of "it is not just about bread", or the "not" of "not only"."""
    if _CUT_NOT.search(before) and _PART.match(own):
        return True
    text = f"{before}{own[:_AHEAD]}"
    part = next((each for each in _ONLY_A_PART.finditer(text) if each.end() <= len(before)), None)
    if part is None:
        return False
    return not any(ended(text, part.end(), len(before), each) for each in (ENDS, ENDS_A_CLAUSE))


def _before(pattern: re.Pattern[str], text: str, length: int) -> Iterator[re.Match[str]]:
    """Yield the matches that end before the words begin; a pattern may look ahead into the words."""
    for match in pattern.finditer(text):
        if match.end() > length:
            return
        yield match


def _conditions(text: str, before: str, own: str) -> Iterator[Sense]:
    length = len(before)
    for match in _before(CONDITIONAL, text, length):
        if text[: match.start()].rstrip().endswith((" as", "even")) or in_question(text, match.start()):
            continue
        if not ended(text, match.end(), length, _ENDS_A_CONDITION) and not next_clause(text, match.end(), length):
            yield "conditional"
    for even in _EVEN.finditer(before):
        if "," not in before[even.end() :]:
            yield "conditional"
    inverted = _INVERTED.match(text) and "," in before
    if inverted and not _ENDS_A_CONDITION.search(text, 0, length) or _OFFER.match(before):
        yield "conditional"
    if _OR_ELSE.search(before) and _WILL.match(own):
        yield "conditional"
    for match in _THEN_ELSE.finditer(f"{before}{own}"):
        if match.end() <= length and not ended(text, match.end(), length, _ENDS_A_CONDITION):
            yield "conditional"
    if _ONCE.match(text) and "," in before or _ONLY_THEN.match(text):
        yield "conditional"
    if _LACKING.match(before) and (_WOULD.search(own) or _LACKING_IT.match(before) and _WILL_HOLD.search(own)):
        yield "conditional"


def ended(text: str, start: int, length: int, ends: re.Pattern[str], resumed: bool = False) -> bool:
    match = ends.search(text, start)
    return match is not None and match.start() < length and not (resumed and ";" not in match[0])


def denial_ended(text: str, operator: re.Match[str], length: int, resumed: bool) -> bool:
    """Return whether the clause of a negation ends before the words begin."""
    start = operator.end()
    if resumed:
        return ";" in text[start:length]
    if (match := ENDS.search(text, start)) and match.start() < length:
        return True
    for pattern, words in ((_TURNS_ASIDE, 1), (_WHO, 3)):
        match = pattern.search(text, start)
        # "Not a shop where it does not matter who pays": what an indefinite noun would be like is denied with it.
        if match and _RELATES.match(match[0]) and _INDEFINITE.search(text, 0, match.start() + 1):
            continue
        if match and match.start() < length and len(text[start : match.start()].split()) >= words:
            return True
    if _SUBORDINATE.match(text, clause_start(text, operator.start())) and "," in text[start:length]:
        return True
    if not _DENIES_CLAUSES.match(operator[0]) and next_clause(text, start, length):
        return True
    match = ENDS_A_CLAUSE.search(text, start)
    return match is not None and match.start() < length and not _THINKS.search(text, start, match.start())


def next_clause(text: str, start: int, length: int) -> bool:
    """Return whether another clause with "that" begins beside the one that an operator stands in: "… and that …"."""
    joined = _NEXT_CLAUSE.search(text, start, length + 1)
    if joined is None or _THAT.search(text, start, joined.start()):
        return False
    # "Said that nobody had told him and that …": the second clause stands beside the first one with "that".
    return _THAT.search(text, 0, start) is not None or not _THINKS.search(text, start, joined.start())


def clause_start(text: str, at: int) -> int:
    """Return where the clause begins that holds a position: behind the last mark before it."""
    start = max(text.rfind(mark, 0, at) for mark in (",", ";", ":", "—", "–")) + 1
    while start < at and text[start] == " ":
        start += 1
    return start


def following(cut: Cut) -> Iterator[Sense]:
    """Yield the senses of the operators that follow the words: "… if they agree", "… is a lie", "…, they say"."""
    after = blank(cut.after)
    clause = not cut.before.strip() or re.search(r"\bthat\s*$|[“\"'«,:]\s*$", cut.before)
    if clause and _AFTER_DENIAL.match(after):
        yield "denied"
    for match in CONDITIONAL.finditer(after):
        between = after[: match.start()]
        if _OWN_MAIN.search(between) and not match[0].startswith("only"):
            # "We build it; and if we add a kitchen, it costs more": a condition of what comes after it.
            continue
        between = re.sub(r", but *$", "", between)
        if after[: match.start()].rstrip().endswith((" as", "even")) or in_question(after, match.start()):
            continue
        if not _ENDS_BEFORE_IF.search(between):
            yield "conditional"
    if _holds_so_long(cut.before + cut.own, after):
        yield "conditional"
    if _THE_DAY.match(after) or (_WERE.match(after) and _WOULD.search(cut.own)):
        yield "conditional"
    if _AFTER_HYPOTHESIS.match(after):
        yield "hypothetical"
    if _AFTER_REPORT.match(after):
        yield "reported"


def _holds_so_long(words: str, after: str) -> bool:
    """Return whether a promise holds only while or until what comes after it does."""
    if not _WILL_HOLD.search(words):
        return False
    return bool(_UNTIL.match(after) or _REFUSES.search(words) and _WHILE.match(after))

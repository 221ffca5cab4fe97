"""In what sense words stand: plainly, or under a denial, a condition, a question, a report or a hypothesis.

An operator ("never said that", "if", "they claim") is looked for before and after the words in their sentence, and
around the quotation that holds them. It counts where nothing ends its clause before the words. What the words hold
themselves is quoted with them: "We don't want war" is plain as a whole; "want war" cut out of it is denied. Only a
question and a conditional sentence are told as such even when they are whole.

The operators are data (`index/lexicon/sense.json`); all searches are bounded, for texts are anybody's.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from index.cues import Cue, Tokens, cues, tokens
from index.negation import DENIAL, LEXICON, NEGATIONS
from index.records import Sense, Statement
from index.sentences import Span, sentences
from index.verbs import SPEECH, SPEECH_FORMS, VERBS, VIEWS

REACH = 1_500
"""So many characters before and after the words are read at most."""
_AHEAD = 40
_FRAME_WORDS = 14
"""What stands farther before a quotation than so many words does not introduce it."""
_OPENING, _CLOSING = "“„«‘‚\"'([", "”“»’\"')]"
_TELLING = (SPEECH | VIEWS | {"think", "claim", "know"}) - {"ask", "know", "open", "begin"}


def _any(patterns: Iterable[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w'-])(?:{'|'.join(sorted(patterns, key=len, reverse=True))})(?![\w'])")


_NEGATORS = sorted((re.escape(each) for each in NEGATIONS - {"n't"}), key=len, reverse=True)
_NOT = rf"(?:(?<![\w'])(?:{'|'.join(_NEGATORS)})(?![\w'])|n't(?!\w))"
_CANCELLED = re.compile(rf"{_NOT}(?: [\w']+){{0,4}}? (?:{'|'.join(LEXICON['cancelling'])})(?!\w)")
_HARMLESS = _any(LEXICON["harmless"])
_ASIDE = re.compile(r"(?<=\bthat), (?:when|as|after|if|despite|in|at|for|with|before|while|although|even)\b[^,]{0,80},")
_DENIED = re.compile(rf"{_NOT}|{_any(LEXICON['denials']).pattern}")
_CONDITIONAL = _any(LEXICON["conditions"])
_ASKED = _any(LEXICON["questions"])
_REPORTED = re.compile(rf"(?<![\w'])(?:{'|'.join(LEXICON['hearsay'])})")
_HYPOTHETICAL = _any(LEXICON["hypotheses"])
_ADJACENT = re.compile(rf"(?<![\w'])(?:{'|'.join(LEXICON['adjacent'])})\s*$")
_SAY = re.compile(r"(?:let's )?say,? ")
_INVERTED = re.compile(r"(?:and |so |but )?(?:had|were|should) (?:not )?[\w']+ [\w']+")
_OFFER = re.compile(r"(?:give|grant|pay|bring|lend|let (?!me|us)[\w']+ [\w']+) [^,;]{1,80}(?:,? and|,? or)\s*$")
_ONLY_THEN = re.compile(r"(?:and |but )?only (?:when|once|after|by|with|through) ")
_WERE = re.compile(r"\s*,? (?:were|had|should) (?:i|we|they|he|she|it|you|there|the|a|an|our|my|their|his|her|its|this|that|only)\b")
_THE_DAY = re.compile(r"\s*,? the (?:day|moment|minute|hour|instant) (?!of|after|before)")
_OR_ELSE, _WILL = re.compile(r"\bor(?: else)?\s*$"), re.compile(r"[\w']+ (?:will|shall|would)\b|[\w]+'ll\b")
_LACKING = re.compile(r"(?:but |and )?(?:without|but for) [^,;]{1,120},\s*$")
_ONCE = re.compile(r"(?:and |but |so )?once (?!(?:a|upon|again|more)\b)(?![^,]{0,60}\b(?:was|were|had|did|\w+ed|ago)\b)[^,]{1,80},")
_WOULD = re.compile(r"\b(?:would|could|might)\b")

_TELLS = "|".join(sorted(word for word, verb in VERBS.items() if verb.lemma in _TELLING))
# Subjects that stand for nobody in particular, which the cues of attribution leave aside.
_GENERAL = re.compile(
    r"\b(?:they|he|she|you|people|some|many|most|others|one|critics|everyone|everybody|somebody|someone|experts|(?!us)\w+s) "
    rf"(?:(?:\w+ly|still|now|always|also|often|even|will|would|may|used to|like to|love to) ){{0,2}}(?:{_TELLS}) "
    r"(?=(?:(?:to )?(?:me|us|him|her|them)(?: that|,|:| \w+)|that|:|the|we|i|our|my)(?!\w))"
)
_SPEAKS = r"(?:i|we|they|he|she|it|you|there|this|я|мы|они|он|она|ми|вони|він|вона|яны|ён|яна)\b"
_THINKS = re.compile(
    r"\b(?:say|says|said|saying|think|thinks|thought|believe\w*|claim\w*|told|tell|promis\w+|suggest\w*|argu\w+|mean|meant|"
    r"impl\w+|agree\w*|accept\w*|evidence|proof|prov\w+|true|certain|sure|convinced|wish|expect\w*|hear|heard|that)\b"
)
_ENDS = re.compile(
    r";|(?<!nothing )(?<!anything )(?<!all )\bbut\b|,? (?:yet|however|nevertheless|instead|still) |\s[—–-]+\s|"
    r", (?:но|а|однако|але|проте|аднак|ale|lecz) |"
    rf", (?:and |so |or |then )?{_SPEAKS}|, (?:although|though|while|whereas|because|since|for|as|when|where|which|who|"
    r"whose|so|until|unless)\b"
)
_ENDS_A_CLAUSE = re.compile(
    r":|, (?:and |so |then )?(?:the|a|an|my|our|their|his|her|its|every|each|all|that|these|those|people|your)\b|"
    rf" (?:and|then) (?:(?:will|must|shall|can|should|is|are|was|were|have|has|had|do|did|that is why)\b|{_SPEAKS})|"
    r", (?:and|so|then) "
)
_TURNS_ASIDE = re.compile(r"(?<! in)(?<! to) (?:because|although|though|whereas|which|whose|where|since|until)\b")
_WHO = re.compile(r" (?:who|whom)\b")
_ENDS_A_REPORT = re.compile(r";|\bbut\b|\s[—–-]+\s|, (?:and )?yet\b|, (?:and |so |then )?(?:i|we)\b")
_ENDS_A_CONDITION = re.compile(r";|\bbut\b|\b(?:it|that|this)(?: is|'s) (?:only )?because\b")
_SUBORDINATE = re.compile(
    r"(?:and |but |so |, )?(?:even )?(?:if|when|whenever|although|though|because|as|after|since|unless|once|while|before|until|"
    r"by|in|on|at|for|with|despite|having|being|far from|instead of|rather than|without|unable|unlike|besides|whatever)\b"
)
# "The loaf that we bake", "it is the mill that feeds us", "so that": no clause that a verb governs.
_RELATIVE = re.compile(
    r"\b(?:the|a|an|every|any|all|no|this|these|those|our|my|your|his|her|its|their|only|same) (?:[\w'-]+ )?[\w'-]+ that\s*$|"
    r"\b(?:all|everything|something|anything|nothing|so|such(?: an?)?(?: [\w'-]+){1,3}|so [\w'-]+|now|except|in|given|seeing|ones?) that\s*$"
)
_ASSERTED = re.compile(
    rf"(?<![\w'])(?:i|we|i'\w+|we'\w+)(?: [\w']+){{0,4}}? (?:{'|'.join(LEXICON['assertions'])})(?: [\w']+){{0,7}}\s*$|"
    r"\b(?:my|our) (?:\w+ )?(?:answer|belief|view|conviction|message|promise|point|position|opinion|word) (?:is|was) that\s*$|"
    r"\b(?:know\w*|knew|show\w*|prov\w+|confirm\w*|mean\w*|meant|remember\w*|forget\w*|reali[sz]\w+|see|sees|seen|saw|"
    r"understand\w*|understood|recogni\w+|acknowledg\w+|discover\w*|finds?|found|learn\w*|ensur\w+|demonstrat\w+|"
    r"reveal\w*|establish\w*|notic\w+|remind\w*|guarantee\w*|(?:tell|assure|promise|show) you|fact|truth|proof|reason|"
    r"result|reality|news|lesson|sign|(?:taught|teach|teaches)(?: \w+)?|made sure|make sure|(?:is|was|are|were)) that\s*$|"
    r"\b(?:it|there)(?:'s| is| was| has been| will be| remains)(?: [\w'-]+){0,4} that\s*$|"
    r"\b(?:proud|glad|happy|pleased|sorry|sad|grateful|thankful|lucky|fortunate|ashamed|delighted|clear|true|obvious) that\s*$"
)
_RESUMED = re.compile(r"[,—–-]\s*that\s*$")
_TAG = re.compile(r",\s*(?:[\w']+n't|[\w']+ not|right|no|yes|eh|[\w']+) ?(?:i|we|they|he|she|it|you|there)?(?: not)?\s*\?\W*$")
_NEW_QUESTION = re.compile(
    r"(?:;|:|[—–]|, (?:but|so|and|yet)|,) (?:why|how|who|what|when|where|which|do|does|did|is|are|was|were|will|would|"
    r"can|could|should|shall|have|has|had)\b(?! (?:not )?(?:i|we|they|he|she|it|you|there)\?)"
)
_EVEN = re.compile(r"(?<![\w'])(?:even if|даже если)(?!\w)")
_FRAME: dict[str, re.Pattern[str]] = {
    name: _any(patterns) for name, patterns in LEXICON["frames"].items() if name != "denied"
}
_FRAME_DENIED = re.compile(rf"{_NOT}|{_any(LEXICON['frames']['denied']).pattern}")
_AFTER_FRAME = re.compile(rf"[^.;:“\"]{{0,60}}?{_FRAME['after_denied'].pattern}")
_AFTER_DENIAL = re.compile(rf"[\s,—–-]*(?:that )?(?:{'|'.join(LEXICON['after_denials'])})")
_AFTER_HYPOTHESIS = re.compile(rf"\s*[,—–-]+ (?:{'|'.join(LEXICON['after_hypotheses'])})(?!\w)")
_AFTER_REPORT = re.compile(rf"\s*[,—–-]+ (?:and |or )?(?:{'|'.join(LEXICON['after_reports'])})(?!\w)")
_SPLIT_QUOTATION = re.compile(r"[“\"«„]([^“”\"«»„]{1,400}?),[”\"»]([^“”\"«»„]{1,120}),\s*[“\"«„]\s*$")


@dataclass(frozen=True)
class _Cut:
    """Words in their sentence, in small letters: what stands before them, they themselves, what stands after."""

    before: str
    own: str
    after: str


def sense_of(text: str, span: Span, within: Span | None = None) -> Sense:
    """Return in what sense the words of a span stand; `within` is the quotation, turn or clause that holds them.

    None for `within` is for words that are the document's own.
    """
    first, last = within or (max(0, span[0] - REACH), min(len(text), span[1] + REACH))
    window = (max(first, span[0] - REACH), min(last, span[1] + REACH))
    held = [each for each in sentences(text, *window) if each[0] < span[1] and span[0] < each[1]] or [span]
    found = [_piece_sense(text, each, span, within, only=len(held) == 1) for each in held]
    outside = next((sense for sense, cut in found if cut and sense != "plain"), None)
    if outside:
        return outside
    around = _inner_quotation(text, span, window) or (_framed(text, within) if within else "plain")
    if around != "plain":
        return around
    senses = {sense for sense, _ in found}
    return senses.pop() if len(senses) == 1 else "plain"


def sense_in(text: str, span: Span, owner: Statement | None) -> Sense:
    """Return in what sense the words of a span stand, that of a statement's own cue and teller included.

    What somebody else tells as a person's words is a report of them, whatever else it is not.
    """
    found = sense_of(text, span, (owner.start, owner.end) if owner else None)
    told = owner is not None and owner.reported_by is not None and owner.reported_by != owner.speaker
    return "reported" if told and found == "plain" else found


def with_senses(text: str, statements: Iterable[Statement]) -> list[Statement]:
    """Return the statements with the sense in which each as a whole was said."""
    return [replace(each, sense=sense_in(text, (each.start, each.end), each)) for each in statements]


def is_shown(words: str, sense: Sense) -> bool:
    """Return whether words shown by themselves show their sense: a whole question does, a cut of a denial does not."""
    return sense == "plain" or sense_of(words, (0, len(words)), (0, len(words))) == sense


def carries(sentence: str, sense: Sense) -> bool:
    """Return whether a sentence in other words tells of that sense: it denies, sets a condition, asks, reports."""
    small = _plain(sentence)
    marks = {
        "denied": DENIAL,
        "conditional": _CONDITIONAL,
        "asked": re.compile(r"\?|\b(?:ask\w*|question\w*|wonder\w*|whether)\b"),
        "reported": re.compile(rf"{_REPORTED.pattern}|\b(?:claim\w*|report\w*|quot\w+|others|critics|relay\w*|recount\w*)\b"),
        "hypothetical": re.compile(rf"{_HYPOTHETICAL.pattern}|\b(?:would|could|might|may|if|hypothe\w+|hope\w*|fear\w*|imagin\w+)\b"),
    }
    return sense == "plain" or bool(marks[sense].search(small) or (sense == "denied" and _DENIED.search(small)))


def _piece_sense(text: str, sentence: Span, span: Span, within: Span | None, only: bool) -> tuple[Sense, bool]:
    """Return the sense of the words in one sentence, and whether what gives it stands outside of them."""
    start, end = max(sentence[0], span[0]), min(sentence[1], span[1])
    before = _plain(text[sentence[0] : start])
    if within and sentence[0] <= within[0] + 1:
        before = _earlier_piece(text, within) + before
    cut = _Cut(before.lstrip(f" {_OPENING}"), _plain(text[start:end]), _plain(text[end : sentence[1]]))
    if outer := _outside(cut, text, sentence, (start, end)):
        return outer, True
    return _whole(cut), False


def _plain(text: str) -> str:
    """Return the text in small letters with one kind of apostrophe and space, each character in its place."""
    small = "".join(each.lower() if len(each.lower()) == 1 else each for each in text)
    return re.sub(r"\s", " ", small.replace("’", "'").replace("‘", "'"))


def _blank(text: str) -> str:
    """Return the text with spaces for what looks like an operator and is none ("not only", "no doubt")."""

    def spaces(match: re.Match[str]) -> str:
        return " " * len(match[0])

    return _CANCELLED.sub(spaces, _HARMLESS.sub(spaces, _ASIDE.sub(spaces, text)))


def _outside(cut: _Cut, text: str, sentence: Span, span: Span) -> Sense | None:
    """Return what stands outside of the words in their sentence and governs them, or None."""
    if _is_asked(cut):
        return "asked" if re.search(r"\w", cut.before + cut.after) else None
    senses = set(_governing(cut.before, cut.own)) | set(_following(cut))
    for sense in ("asked", "denied", "conditional", "hypothetical", "reported"):
        if sense in senses:
            return sense  # type: ignore[return-value]
    if _told_by_others(text, sentence, span):
        return "reported"
    return None if _is_asserted(cut) else "reported"


def _is_asked(cut: _Cut) -> bool:
    """Return whether the sentence asks and the words are of its question."""
    whole = f"{cut.before}{cut.own}{cut.after}".rstrip(_CLOSING + " ")
    if not whole.endswith("?"):
        return False
    ahead = f"{cut.own[-1:]}{cut.after}"
    new = _NEW_QUESTION.search(ahead)
    return new is None or bool(_TAG.search(ahead))


def _whole(cut: _Cut) -> Sense:
    """Return the sense that words have by themselves: a question, a condition, a supposition, or none."""
    if cut.own.rstrip(_CLOSING + " ").endswith("?") or _is_asked(cut):
        return "asked"
    own = _blank(cut.own)
    begins = not cut.before.strip()
    condition = next((each for each in _CONDITIONAL.finditer(own) if not _in_question(own, each.start())), None)
    even = condition is not None and own[: condition.start()].rstrip().endswith("even")
    if condition and not even and not re.search(r";|\bbut\b(?! only)|\bas$", own[: condition.start()]):
        return "conditional"
    if begins and _INVERTED.match(own) and "," in own:
        return "conditional"
    return "hypothetical" if re.match(r"(?:suppose|supposing|imagine|picture|let us suppose|assume)\b", own) else "plain"


def _in_question(text: str, at: int) -> bool:
    return any(each.start() <= at < each.end() for each in _ASKED.finditer(text)) or text[:at].rstrip().endswith(" as")


def _governing(before: str, own: str) -> Iterator[Sense]:
    """Yield the senses of the operators before the words that nothing ends."""
    if not before.strip():
        return
    length = len(before)
    text = _blank(f"{before}{own[:_AHEAD]}")
    resumed = bool(_RESUMED.search(before))
    for match in _before(_ASKED, text, length):
        if not _ended(text, match.end(), length, _ENDS_A_REPORT, resumed):
            yield "asked"
    for match in _before(_DENIED, text, length):
        if not _denial_ended(text, match, length, resumed):
            yield "denied"
    yield from _conditions(text, before, own)
    for match in _before(_HYPOTHETICAL, text, length):
        adverb = text[match.end() : match.end() + 1] == ","
        if not _ended(text, match.end(), length, _ENDS_A_CONDITION if adverb else _ENDS_A_REPORT, resumed):
            yield "hypothetical"
    if _ADJACENT.search(text[:length]) or (_SAY.match(text) and text[:length].strip(" ,") in {"say", "let's say"}):
        yield "hypothetical"
    for match in [*_before(_REPORTED, text, length), *_before(_GENERAL, text, length)]:
        if not _ended(text, match.end(), length, _ENDS_A_REPORT, resumed):
            yield "reported"


def _before(pattern: re.Pattern[str], text: str, length: int) -> Iterator[re.Match[str]]:
    """Yield the matches that end before the words begin; a pattern may look ahead into the words."""
    for match in pattern.finditer(text):
        if match.end() > length:
            return
        yield match


def _conditions(text: str, before: str, own: str) -> Iterator[Sense]:
    length = len(before)
    for match in _before(_CONDITIONAL, text, length):
        if text[: match.start()].rstrip().endswith((" as", "even")) or _in_question(text, match.start()):
            continue
        if not _ended(text, match.end(), length, _ENDS_A_CONDITION):
            yield "conditional"
    for even in _EVEN.finditer(before):
        if "," not in before[even.end() :]:
            yield "conditional"
    inverted = _INVERTED.match(text) and "," in before
    if inverted and not _ENDS_A_CONDITION.search(text, 0, length) or _OFFER.match(before):
        yield "conditional"
    if _OR_ELSE.search(before) and _WILL.match(own):
        yield "conditional"
    if _ONCE.match(text) and "," in before or _ONLY_THEN.match(text):
        yield "conditional"
    if _LACKING.match(before) and _WOULD.search(own):
        yield "conditional"


def _ended(text: str, start: int, length: int, ends: re.Pattern[str], resumed: bool = False) -> bool:
    match = ends.search(text, start)
    return match is not None and match.start() < length and not (resumed and ";" not in match[0])


def _denial_ended(text: str, operator: re.Match[str], length: int, resumed: bool) -> bool:
    """Return whether the clause of a negation ends before the words begin."""
    start = operator.end()
    if resumed:
        return ";" in text[start:length]
    if (match := _ENDS.search(text, start)) and match.start() < length:
        return True
    for pattern, words in ((_TURNS_ASIDE, 1), (_WHO, 3)):
        match = pattern.search(text, start)
        if match and match.start() < length and len(text[start : match.start()].split()) >= words:
            return True
    if _SUBORDINATE.match(text, _clause_start(text, operator.start())) and "," in text[start:length]:
        return True
    match = _ENDS_A_CLAUSE.search(text, start)
    return match is not None and match.start() < length and not _THINKS.search(text, start, match.start())


def _clause_start(text: str, at: int) -> int:
    start = max(text.rfind(mark, 0, at) for mark in (",", ";", ":", "—", "–")) + 1
    while start < at and text[start] == " ":
        start += 1
    return start


def _following(cut: _Cut) -> Iterator[Sense]:
    """Yield the senses of the operators that follow the words: "… if they agree", "… is a lie", "…, they say"."""
    after = _blank(cut.after)
    clause = not cut.before.strip() or re.search(r"\bthat\s*$|[“\"'«,:]\s*$", cut.before)
    if clause and _AFTER_DENIAL.match(after):
        yield "denied"
    for match in _CONDITIONAL.finditer(after):
        between = re.sub(r", but *$", "", after[: match.start()])
        if after[: match.start()].rstrip().endswith((" as", "even")) or _in_question(after, match.start()):
            continue
        if not re.search(rf"[;:]|\bbut\b|, (?:and|so) (?:the|a|an|my|our|{_SPEAKS})|\b(?:ask|wonder|know|see)\w*\s*$", between):
            yield "conditional"
    if _THE_DAY.match(after) or (_WERE.match(after) and _WOULD.search(cut.own)):
        yield "conditional"
    if _AFTER_HYPOTHESIS.match(after):
        yield "hypothetical"
    if _AFTER_REPORT.match(after):
        yield "reported"


def _told_by_others(text: str, sentence: Span, span: Span) -> bool:
    """Return whether somebody else than "I" or "we" is said to say or think the words."""
    before, after = text[sentence[0] : span[0]], text[span[1] : sentence[1]]
    if not any(_speech(word) for word in re.findall(r"\w+", f"{before} {after}".lower())):
        return False
    made = tokens(text, [(sentence[0], sentence[1], -1)])
    for cue in cues(made):
        if cue.lemma not in _TELLING or cue.negated or _is_own(made, cue):
            continue
        start, end = made.starts[cue.first], made.ends[cue.last - 1]
        if end <= span[0] and not _told_ended(text[end : span[1]], span[0] - end):
            return True
        subject = made.starts[cue.subject.first] if cue.subject else start
        if min(subject, start) >= span[1] and re.match(r"\W*[,—–-]\W*(?:or |as |so )*$", text[span[1] : min(subject, start)]):
            return True
    return False


def _is_asserted(cut: _Cut) -> bool:
    """Return whether a clause with "that" is asserted: by "I" or "we", as known, as a fact, or as no such clause."""
    clause = cut.before[_clause_start(cut.before, len(cut.before.rstrip())) :]
    if not re.search(r"\bthat\s*$", clause) or _RELATIVE.search(clause):
        return True
    return bool(_ASSERTED.search(clause) or _CANCELLED.search(clause))


def _speech(word: str) -> bool:
    return word in SPEECH_FORMS or word.removesuffix("s") in VIEWS or word in {"thinks", "thought", "think", "believed"}


def _told_ended(gap: str, length: int) -> bool:
    small = _blank(_plain(gap))
    resumed = bool(_RESUMED.search(small[:length]))
    if resumed or _ended(small, 0, length, _ENDS_A_REPORT):
        return resumed and ";" in small[:length] or not resumed
    ends = _ENDS_A_CLAUSE.search(small)
    return ends is not None and ends.start() < length and ends[0] != ":" and "that" not in small[: ends.start()].split()


def _is_own(made: Tokens, cue: Cue) -> bool:
    """Return whether "I" or "we" say it ("I told them", "let me say", "we want to add")."""
    if cue.subject:
        return made.lower[cue.subject.last - 1] in {"i", "we"} or made.lower[cue.subject.first] in {"i", "we"}
    if cue.passive:
        return False
    earlier = made.lower[max(0, cue.first - 8) : cue.first]
    return bool({"i", "we", "me", "us"} & set(earlier)) or not earlier or earlier[-1] in {"to", "please"}


def _inner_quotation(text: str, span: Span, window: Span) -> Sense | None:
    """Return the sense that a quotation inside the quotation gives, or None where none is open at the words."""
    opened = [(at, mark) for at, mark in _open_marks(text[window[0] : span[0]])]
    if not opened:
        return None
    return _introduced(text, window[0], opened[0][0] + window[0])


def _introduced(text: str, first: int, at: int) -> Sense | None:
    """Return the sense that a speaker gives a quotation in his words that begins at an offset, None where he gives none."""
    before = sentences(text, first, at)
    if not before or text[before[-1][0] : before[-1][1]].rstrip(_CLOSING)[-1:] in (".", "!", "?", ""):
        return None
    start = before[-1][0]
    cut = _Cut(_plain(text[start:at]).lstrip(f" {_OPENING}"), "", "")
    if governing := list(_governing(cut.before, "")):
        return governing[0]
    made = tokens(text, [(start, at, -1)])
    telling = [each for each in cues(made) if each.lemma in SPEECH]
    if telling:
        return "plain" if _is_own(made, telling[-1]) else "reported"
    return "reported" if cut.before.rstrip().endswith((":", ",")) else None


_INNER = re.compile(r"(?P<open>(?<![\w.,!?])['‘“\"«„](?=\w))|(?P<close>(?<=[\w.,!?…])['’”\"»](?!\w))")


def _open_marks(text: str) -> list[tuple[int, str]]:
    found: list[tuple[int, str]] = []
    for match in _INNER.finditer(text):
        if match["open"]:
            found.append((match.start(), match[0]))
        elif found:
            found.pop()
    return found


def _earlier_piece(text: str, within: Span) -> str:
    """Return the piece of a quotation before one that goes on in its midst: “I never said,” she said, “that …”"""
    if not text[within[0] : within[0] + 1].islower():
        return ""
    match = _SPLIT_QUOTATION.search(text, max(0, within[0] - 600), within[0])
    if match is None or match[1].rstrip()[-1:] in ".!?" or "\n\n" in match[0]:
        return ""
    spans = sentences(match[1])
    return _plain(match[1][spans[-1][0] :]) + " " if spans else ""


def _framed(text: str, within: Span) -> Sense:
    """Return the sense that the sentence around a quotation gives it: "denied that “…”", "asked whether “…”"."""
    before, after = _frame(text, within)
    # “As he put it, “we stay.””: with the same marks inside, the quotation seems to begin with the inner one.
    if re.search(r"[“«][^“”«»]+$", before):
        stop = within[0] - len(before) + len(before.rstrip(f"{_OPENING} "))
        stop = len(text[:stop].rstrip(f"{_OPENING} "))
        opening = max(text.rfind("“", 0, stop), text.rfind("«", 0, stop)) + 1
        return _introduced(text, opening, within[0]) or "plain"
    window = _blank(_introducing(before))
    if any(not _denial_ended(window, each, len(window), False) for each in _FRAME_DENIED.finditer(window)):
        return "denied"
    if _AFTER_FRAME.match(after):
        return "denied"
    if after.rstrip(_CLOSING + " ").endswith("?") or _ASKED.search(window):
        return "asked"
    if any(not _in_question(window, each.start()) for each in _CONDITIONAL.finditer(window)):
        return "conditional"
    if _FRAME["hypothetical"].search(window):
        return "hypothetical"
    hearsay = _FRAME["reported"].search(before) or _FRAME["after_reported"].search(after[:120])
    return "reported" if hearsay else "plain"


def _frame(text: str, within: Span) -> tuple[str, str]:
    """Return what the sentence around a quotation has before and after it, in small letters."""
    first = max(text.rfind("\n", 0, within[0]) + 1, within[0] - REACH)
    newline = text.find("\n", within[1], within[1] + REACH)
    last = newline if newline >= 0 else min(len(text), within[1] + REACH)
    before, after = "", ""
    if spans := sentences(text, first, within[0]):
        start, end = spans[-1]
        closed = text[start:end].rstrip(f"{_OPENING}{_CLOSING} ")
        before = _plain(text[start : within[0]]).rstrip(f"{_OPENING} ") if closed[-1:] not in (".", "!", "?", "…") else ""
    ended = text[within[0] : within[1]].rstrip(_CLOSING)[-1:] in (".", "!", "?")
    rest = text[within[1] : last].lstrip(f"{_CLOSING} ")
    if spans := sentences(rest):
        small = rest[spans[0][0] :][:1].islower()
        after = _plain(rest[: spans[0][1]]) if small or not ended else ""
    return before, after


def _introducing(before: str) -> str:
    """Return the clause that introduces a quotation: from the last break before its verb of saying."""
    words = list(re.finditer(r"[\w']+", before))
    before = before if len(words) <= _FRAME_WORDS else " " * words[-_FRAME_WORDS].start() + before[words[-_FRAME_WORDS].start() :]
    verb = next((each for each in reversed(words[-8:]) if each[0] in SPEECH_FORMS or each[0] == "according"), None)
    breaks = list(re.finditer(r"[,;:—–(]|\b(?:and|but|then|who|which|while)\b", before[: verb.start()] if verb else ""))
    start = breaks[-1].end() if breaks else 0
    if verb is None:
        ends = list(_ENDS.finditer(before.rstrip(" ,:")))
        start = ends[-1].end() if ends else 0
    return before[start:]


SENSES_TOLD: dict[Sense, str] = {
    "denied": "under a denial",
    "conditional": "under a condition",
    "asked": "in a question",
    "reported": "in a report of others’ words",
    "hypothetical": "in a hypothesis",
}
"""How a sense that is not plain is told, to stand after "these words stand there, but"."""

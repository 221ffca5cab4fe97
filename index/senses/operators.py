"""Operators that give the words after and before them a sense ("never", "if", "they claim"), and where each one ends.

All of this is about one sentence in small letters: what stands before some words, they themselves, and what
stands after. Operators are data (`index/text/lexicon/sense.json`); one counts where nothing ends its clause before the
words.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from index.cues.verbs import SPEECH, VERBS, VIEWS
from index.records import Sense
from index.senses.clause_ends import (
    ENDS,
    ENDS_A_CLAUSE,
    ENDS_A_CONDITION,
    ENDS_A_QUESTION,
    ENDS_A_REPORT,
    RESUMED,
    SPEAKS,
    denial_ended,
    ended,
    next_clause,
)
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
_ENDS_BEFORE_IF = re.compile(
    rf"[;:]|\bbut\b|, (?:and|so) (?:the|a|an|my|our|{SPEAKS})|\b(?:ask|wonder|know|see)\w*\s*$"
)
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
    if _holds_a_condition(own) or _begins_with_a_condition(cut, own):
        return "conditional"
    if re.match(r"(?:suppose|supposing|imagine|picture|let us suppose|assume)\b", own):
        return "hypothetical"
    # "My father used to say …" in one's own words, "over my dead body": no position of the speaker as it stands.
    return next((sense for sense in ("denied", "reported") if WHOLE[sense].search(own)), "plain")


def _holds_a_condition(own: str) -> bool:
    """Return whether the first condition in some words is one, with no clause of its own before it."""
    condition = next((each for each in CONDITIONAL.finditer(own) if not in_question(own, each.start())), None)
    if condition is None:
        return False
    before = own[: condition.start()]
    return not before.rstrip().endswith("even") and not re.search(r";|\bbut\b(?! only)|\bas$", before)


def _begins_with_a_condition(cut: Cut, own: str) -> bool:
    """Return whether words open with a condition without "if": "Had we known, …", "Otherwise the mill will close"."""
    inverted = not cut.before.strip() and _INVERTED.match(own) and "," in own
    return bool(inverted or _THEN_ELSE.match(f"{own}{cut.after[:_AHEAD]}"))


def in_question(text: str, at: int) -> bool:
    return any(each.start() <= at < each.end() for each in ASKED.finditer(text)) or text[:at].rstrip().endswith(" as")


@dataclass(frozen=True, slots=True)
class _Lead:
    """What stands before some words, and the words."""

    before: str
    own: str
    text: str
    """Both, as far as an operator may look ahead, with spaces for what only looks like one."""
    resumed: bool
    """Whether a clause goes on behind an aside: "they said, and I agree, that"."""

    @property
    def length(self) -> int:
        return len(self.before)

    def matches(self, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
        """Yield the matches that end before the words begin; a pattern may look ahead into the words."""
        for match in pattern.finditer(self.text):
            if match.end() > self.length:
                return
            yield match

    def ended(self, operator: re.Match[str], ends: re.Pattern[str]) -> bool:
        """Return whether the clause of an operator ends before the words, one that goes on at a semicolon alone."""
        return ended(self.text, operator.end(), self.length, ends, self.resumed)

    def ended_for_good(self, operator: re.Match[str], ends: re.Pattern[str]) -> bool:
        """Return whether the clause of an operator ends before the words, one that goes on behind an aside too."""
        return ended(self.text, operator.end(), self.length, ends)


def governing(before: str, own: str) -> Iterator[Sense]:
    """Yield the senses of the operators before the words that nothing ends, each once."""
    if not before.strip():
        return
    lead = _Lead(before, own, text=blank(f"{before}{own[:_AHEAD]}"), resumed=bool(RESUMED.search(before)))
    for sense, rules in _GOVERNING:
        if any(rule(lead) for rule in rules):
            yield sense


def _asks(lead: _Lead) -> bool:
    return any(not lead.ended(match, ENDS_A_QUESTION) for match in lead.matches(ASKED))


def _denies(lead: _Lead) -> bool:
    return any(not denial_ended(lead.text, match, lead.length, lead.resumed) for match in lead.matches(DENIED))


def _drops_only(lead: _Lead) -> bool:
    """Return whether a cut leaves out "it is not" of "it is not just about bread", or the "not" of "not only"."""
    if _CUT_NOT.search(lead.before) and _PART.match(lead.own):
        return True
    text = f"{lead.before}{lead.own[:_AHEAD]}"
    part = next((each for each in _ONLY_A_PART.finditer(text) if each.end() <= lead.length), None)
    if part is None:
        return False
    return not any(ended(text, part.end(), lead.length, each) for each in (ENDS, ENDS_A_CLAUSE))


def _goes_on_supposing(lead: _Lead) -> bool:
    """Return whether the words tell what would follow from what was supposed: "Suppose we win; then we …"."""
    if not _SUPPOSED.match(lead.before) or not _CHANGES.search(lead.before):
        return False
    return follows_a_supposition(_CHANGES.split(lead.before)[-1] + lead.own)


def _supposes_before(lead: _Lead) -> bool:
    return any(_is_hypothesis(lead, match) for match in lead.matches(HYPOTHETICAL))


def _is_hypothesis(lead: _Lead, match: re.Match[str]) -> bool:
    if match[0].endswith(" like") and lead.ended_for_good(match, ENDS_A_CLAUSE):
        return False
    adverb = lead.text[match.end() : match.end() + 1] == ","
    return not lead.ended(match, ENDS_A_CONDITION if adverb else ENDS_A_REPORT)


def _supposes_beside(lead: _Lead) -> bool:
    """Return whether an operator that counts right before the words alone stands there: "perhaps", "let's say"."""
    before = lead.text[: lead.length]
    say = _SAY.match(lead.text) and before.strip(" ,") in {"say", "let's say"}
    return bool(_ADJACENT.search(before) or say)


def _reports(lead: _Lead) -> bool:
    matches = (match for pattern in (REPORTED, _GENERAL) for match in lead.matches(pattern))
    return any(not lead.ended(match, ENDS_A_REPORT) for match in matches)


def _sets_a_condition(lead: _Lead) -> bool:
    return any(_is_condition(lead, match) for match in lead.matches(CONDITIONAL))


def _is_condition(lead: _Lead, match: re.Match[str]) -> bool:
    if _is_no_condition(lead.text, match) or lead.ended_for_good(match, ENDS_A_CONDITION):
        return False
    return not next_clause(lead.text, match.end(), lead.length)


def _is_no_condition(text: str, match: re.Match[str]) -> bool:
    """Return whether an "if" sets no condition: "as if", "even if", "asked if"."""
    return text[: match.start()].rstrip().endswith((" as", "even")) or in_question(text, match.start())


def _sets_even_that(lead: _Lead) -> bool:
    return any("," not in lead.before[even.end() :] for even in _EVEN.finditer(lead.before))


def _is_inverted_or_offered(lead: _Lead) -> bool:
    """Return whether a condition has no "if": "Had we known, …", "Give us the money and …"."""
    inverted = _INVERTED.match(lead.text) and "," in lead.before
    unended = inverted and not ENDS_A_CONDITION.search(lead.text, 0, lead.length)
    return bool(unended or _OFFER.match(lead.before))


def _comes_otherwise(lead: _Lead) -> bool:
    """Return whether the words tell what comes if something is not done: "or else …", "Otherwise …"."""
    if _OR_ELSE.search(lead.before) and _WILL.match(lead.own):
        return True
    matches = (each for each in _THEN_ELSE.finditer(f"{lead.before}{lead.own}") if each.end() <= lead.length)
    return any(not lead.ended_for_good(each, ENDS_A_CONDITION) for each in matches)


def _comes_only_then(lead: _Lead) -> bool:
    return bool(_ONCE.match(lead.text) and "," in lead.before or _ONLY_THEN.match(lead.text))


def _comes_without(lead: _Lead) -> bool:
    """Return whether the words tell what would be if something lacked: "Without the ferry, we would …"."""
    if not _LACKING.match(lead.before):
        return False
    return bool(_WOULD.search(lead.own) or _LACKING_IT.match(lead.before) and _WILL_HOLD.search(lead.own))


_GOVERNING: tuple[tuple[Sense, tuple[Callable[[_Lead], bool], ...]], ...] = (
    ("asked", (_asks,)),
    ("denied", (_denies, _drops_only)),
    ("hypothetical", (_goes_on_supposing,)),
    (
        "conditional",
        (
            _sets_a_condition,
            _sets_even_that,
            _is_inverted_or_offered,
            _comes_otherwise,
            _comes_only_then,
            _comes_without,
        ),
    ),
    ("hypothetical", (_supposes_before, _supposes_beside)),
    ("reported", (_reports,)),
)
"""The rules of each sense, in the order in which one goes before another."""


def supposes(sentence: str) -> bool:
    """Return whether a sentence in small letters asks to suppose something: "Imagine we had won."."""
    return _SUPPOSED.match(sentence.lstrip(f" {OPENING}")) is not None


def follows_a_supposition(words: str) -> bool:
    """Return whether words after a supposition tell what would follow from it: "then …", "we would …"."""
    return _SO_THEN.match(words) is not None


def following(cut: Cut) -> Iterator[Sense]:
    """Yield the senses of the operators that follow the words: "… if they agree", "… is a lie", "…, they say"."""
    after = blank(cut.after)
    clause = not cut.before.strip() or re.search(r"\bthat\s*$|[“\"'«,:]\s*$", cut.before)
    if clause and _AFTER_DENIAL.match(after):
        yield "denied"
    if _is_under_a_condition(cut, after):
        yield "conditional"
    if _AFTER_HYPOTHESIS.match(after):
        yield "hypothetical"
    if _AFTER_REPORT.match(after):
        yield "reported"


def _is_under_a_condition(cut: Cut, after: str) -> bool:
    """Return whether a condition follows the words, with "if" or without: "…, the day they agree", "… while I live"."""
    if any(_conditions_what_comes_before(after, match) for match in CONDITIONAL.finditer(after)):
        return True
    if _holds_so_long(cut.before + cut.own, after) or _THE_DAY.match(after):
        return True
    return bool(_WERE.match(after) and _WOULD.search(cut.own))


def _conditions_what_comes_before(after: str, match: re.Match[str]) -> bool:
    between = after[: match.start()]
    if _OWN_MAIN.search(between) and not match[0].startswith("only"):
        # "We build it; and if we add a kitchen, it costs more": a condition of what comes after it.
        return False
    return not _is_no_condition(after, match) and not _ENDS_BEFORE_IF.search(re.sub(r", but *$", "", between))


def _holds_so_long(words: str, after: str) -> bool:
    """Return whether a promise holds only while or until what comes after it does."""
    if not _WILL_HOLD.search(words):
        return False
    return bool(_UNTIL.match(after) or _REFUSES.search(words) and _WHILE.match(after))

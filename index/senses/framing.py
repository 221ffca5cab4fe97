"""What is said around some words: who is said to say them, and the sense that the sentence gives a quotation in it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from index.cues.cues import Cue, cues
from index.cues.tagging import tokenize
from index.cues.tokens import Tokens
from index.cues.verbs import SPEECH_FORMS, VERBS, VIEWS
from index.records import Sense
from index.senses.clause_ends import ENDS, ENDS_A_CLAUSE, ENDS_A_REPORT, RESUMED, denial_ended, ended, next_clause
from index.senses.inner_quotations import introduced_sense, is_own
from index.senses.notices import behind, is_withdrawn, rightly_of
from index.senses.operators import (
    ASKED,
    CLOSING,
    CONDITIONAL,
    NOT,
    OPENING,
    REACH,
    TELLING,
    blank,
    in_question,
    one_of,
    plain,
)
from index.senses.operators_before import governing
from index.senses.own_sense import quoted_question
from index.text.expressions import expression
from index.text.negation import LEXICON
from index.text.sentences import Span, sentences

_FRAME_WORDS = 14
"""What stands farther before a quotation than so many words does not introduce it."""
_AFTER_REACH = 120
"""What stands farther behind a quotation is of something else."""
_FRAME: dict[str, re.Pattern[str]] = {
    name: one_of(patterns) for name, patterns in LEXICON["frames"].items() if name != "denied"
}
"""By what is said around a quotation; `faked` and `faking` name a forgery and what it does."""
_FRAME_DENIED = expression(rf"{NOT}|{one_of(LEXICON['frames']['denied']).pattern}")
_AFTER_FRAME = expression(rf"[^.;:“\"]{{0,60}}?{_FRAME['after_denied'].pattern}")
_CUE_BETWEEN = expression(r",([^,;.]{1,120}),\s*that$")
_DOUBLE = expression(r"[“”«»„\"]")
_INTRODUCING = SPEECH_FORMS | {
    word for word, verb in VERBS.items() if verb.lemma in {"call", "describe", "brand", "dub"}
}


_RELATIVE = expression(r", (?:who|which|whose|whom|where) [^,;:.“”\"]{1,160},(?= \w)")
_QUOTED_BEFORE = expression(
    r"[“„«\"][^“”„«»\"]{1,400}[”»\"](?=[,;]? (?:and|but|yet|while|as|so) (?:that |also |he|she|they|it|we|i|the|his|"
    r"her|its|their|an?|was|were|is|are|had|has|would|will|should|called|described|said)\b|"
    r"[,;]? (?:and|but)$|[,;]? \w{3,}ing\b)"
)
_ADDED = expression(
    r"(?:(?:as|so) long as|until|till|unless|if|while|whenever|when|once|after|before|since) (?!only\b)"
)
"""A quotation that begins so, in small letters, adds a clause to the reporter's sentence."""


def said_by_others(text: str, sentence: Span, span: Span) -> bool:
    """Return whether somebody else than "I" or "we" is said to say or think the words."""
    before, after = text[sentence[0] : span[0]], text[span[1] : sentence[1]]
    if not any(_speech(word) for word in re.findall(r"\w+", f"{before} {after}".lower())):
        return False
    words = tokenize(text, [(*sentence, -1)])
    others = (each for each in cues(words) if each.lemma in TELLING and not each.negated and not is_own(words, each))
    return any(_gives_the_words(text, sentence, words, each, span) for each in others)


def _gives_the_words(text: str, sentence: Span, words: Tokens, cue: Cue, span: Span) -> bool:
    """Return whether a verb of saying in a sentence leads to the words, or follows them behind a comma."""
    start, end = words.starts[cue.first], words.ends[cue.last - 1]
    if not blank(plain(text[sentence[0] : end]))[-1:].strip():
        # "It goes without saying": a set phrase and nobody's saying.
        return False
    if end <= span[0] and not _saying_ended(text[end : span[1]], span[0] - end):
        return True
    following = min(words.starts[cue.subject.first], start) if cue.subject else start
    between = text[span[1] : following]
    return following >= span[1] and re.match(r"\W*[,—–-]\W*(?:or |as |so )*$", between) is not None


def _speech(word: str) -> bool:
    return word in SPEECH_FORMS or word.removesuffix("s") in VIEWS or word in {"thinks", "thought", "think", "believed"}


def _saying_ended(gap: str, length: int) -> bool:
    small = blank(plain(gap))
    resumed = bool(RESUMED.search(small[:length]))
    if resumed or ended(small, 0, length, ENDS_A_REPORT):
        return resumed and ";" in small[:length] or not resumed
    ends = ENDS_A_CLAUSE.search(small)
    return ends is not None and ends.start() < length and ends[0] != ":" and "that" not in small[: ends.start()].split()


@dataclass(frozen=True, slots=True)
class _Frame:
    """The sentence around a quotation, in small letters."""

    whole: str
    """All that stands before the quotation."""
    before: str
    """The same without what only tells more of somebody."""
    window: str
    """The clause of it that introduces the quotation."""
    after: str


def framed(text: str, within: Span) -> Sense:
    """Return the sense that the sentence around a quotation gives it: "denied that “…”", "asked whether “…”"."""
    whole, after = _around_it(text, within)
    before = _without_relatives(whole)
    if (outer := _outer_opening(text, within, before)) is not None:
        return introduced_sense(text, outer, within[0]) or "plain"
    window = _main_verb_only(blank(_introducing(_without_quoted(before))), text[within[0] : within[1]])
    if _is_forged(whole):
        return "denied"
    if is_withdrawn(before, behind(text, within[1])):
        return "plain" if rightly_of(text, within[1]) else "denied"
    if (between := _of_the_cue_between(before)) is not None:
        return between
    frame = _Frame(whole=whole, before=before, window=window, after=after)
    return next((sense for sense, gives in _FRAMING if gives(frame)), "plain")


def _outer_opening(text: str, within: Span, before: str) -> int | None:
    """Return where the quotation begins that holds this one, None where none does."""
    if (outer := _around(text, within)) is not None:
        return outer
    # “As he put it, “we stay.””: with the same marks inside, the quotation seems to begin with the inner one.
    if not re.search(r"[“«][^“”«»]+$", before):
        return None
    stop = len(text[: within[0]].rstrip(f"{OPENING} "))
    return max(text.rfind("“", 0, stop), text.rfind("«", 0, stop)) + 1


def _is_denied(frame: _Frame) -> bool:
    window = frame.window
    negated = any(not denial_ended(window, each, len(window), False) for each in _FRAME_DENIED.finditer(window))
    return negated or _AFTER_FRAME.match(frame.after) is not None


def _is_asked(frame: _Frame) -> bool:
    after = frame.after
    # "“It is late,” she told him on “Who Is It?”": a title asks.
    asks = after.rstrip(CLOSING + " ").endswith("?") and quoted_question(after) is None
    return asks or ASKED.search(frame.window) is not None


def _is_conditional(frame: _Frame) -> bool:
    return any(_sets_a_condition(frame.window, each) for each in CONDITIONAL.finditer(frame.window))


def _is_hypothetical(frame: _Frame) -> bool:
    staged = _FRAME["staged"].match(frame.before) or _FRAME["joked"].search(frame.before)
    return bool(_FRAME["hypothetical"].search(frame.window) or staged)


def _is_hearsay(frame: _Frame) -> bool:
    after = frame.after[:_AFTER_REACH]
    return bool(_FRAME["reported"].search(frame.before) or _FRAME["after_reported"].search(after))


_FRAMING: tuple[tuple[Sense, Callable[[_Frame], bool]], ...] = (
    ("denied", _is_denied),
    ("asked", _is_asked),
    ("conditional", _is_conditional),
    ("hypothetical", _is_hypothetical),
    ("reported", _is_hearsay),
)
"""What gives a quotation its sense, the first that holds before the next."""


def _without_relatives(before: str) -> str:
    """Return what stands before a quotation with spaces for what only tells more of somebody: ", who is not hers,"."""
    return _RELATIVE.sub(lambda match: " " * (len(match[0]) - 1) + ";", before)


def _sets_a_condition(window: str, operator: re.Match[str]) -> bool:
    return not in_question(window, operator.start()) and not next_clause(window, operator.end(), len(window))


def _without_quoted(before: str) -> str:
    """Return what stands before a quotation with spaces for an earlier one, if a clause beside it follows.

    In "would “not oppose it” and that she was “…”" the denial is the first quotation's own; in "did “not believe” that
    it would “…”" it governs the second.
    """
    return _QUOTED_BEFORE.sub(lambda match: re.sub(r"[\w']", " ", match[0]), before)


def _main_verb_only(window: str, words: str) -> str:
    """Return a clause up to its verb of saying where the quotation only adds a clause to what was said.

    The denial in "said the mill would not go “as long as I live”" is of what stands before the words.
    """
    if not _ADDED.match(words):
        return window
    saying = next((each for each in re.finditer(r"[\w']+", window) if each[0] in SPEECH_FORMS), None)
    return window[: saying.end()] if saying else window


def _is_forged(before: str) -> bool:
    """Return whether a forgery is said to hold the words: "A fake post had Ruiz saying “…”", "In a fake video …"."""
    forgery = _FRAME["faked"].match(before)
    if forgery is None or re.search(r"[;]|\bbut\b|, who\b", before[forgery.end() :]):
        return False
    return before.startswith(("in ", "on ", "from ")) or bool(_FRAME["faking"].search(before, forgery.end()))


def _of_the_cue_between(before: str) -> Sense | None:
    """Return the sense of a clause that the cue stands in the midst of: "It is untrue, Ruiz said, that “…”"."""
    match = _CUE_BETWEEN.search(before)
    if match is None or not any(word in SPEECH_FORMS for word in re.findall(r"\w+", match[1])):
        return None
    return next(governing(f"{before[: match.start()]} that ", ""), None)


def _around(text: str, within: Span) -> int | None:
    """Return where a quotation in double marks begins that holds another one in single marks, or None."""
    left = within[0] - 1
    if text[left : left + 1] not in ("‘", "'", "‚"):
        return None
    first = max(text.rfind("\n", 0, left) + 1, left - REACH)
    marks = [each.start() for each in _DOUBLE.finditer(text, first, left)]
    opened = [at for at in marks if text[at] in "“«„"]
    closed = [at for at in marks if text[at] in "”»"]
    if opened and (not closed or closed[-1] < opened[-1]):
        return opened[-1] + 1
    straight = [at for at in marks if text[at] == '"']
    return straight[-1] + 1 if len(straight) % 2 else None


def _around_it(text: str, within: Span) -> tuple[str, str]:
    """Return what the sentence around a quotation has before and after it, in small letters."""
    first = max(text.rfind("\n", 0, within[0]) + 1, within[0] - REACH)
    newline = text.find("\n", within[1], within[1] + REACH)
    last = newline if newline >= 0 else min(len(text), within[1] + REACH)
    before, after = "", ""
    if spans := sentences(text, first, within[0]):
        start, end = spans[-1]
        closed = text[start:end].rstrip(f"{OPENING}{CLOSING} *_")
        before = plain(text[start : within[0]]).rstrip(f"{OPENING} ") if closed[-1:] not in (".", "!", "?", "…") else ""
    ended = text[within[0] : within[1]].rstrip(CLOSING)[-1:] in (".", "!", "?")
    rest = text[within[1] : last].lstrip(f"{CLOSING} ")
    if spans := sentences(rest):
        small = rest[spans[0][0] :][:1].islower()
        after = plain(rest[: spans[0][1]]) if small or not ended else ""
    return before, after


def _opens(before: str, at: int) -> bool:
    return before[:at].rstrip().endswith(",")


def _introducing(before: str) -> str:
    """Return the clause that introduces a quotation: from the last break before its verb of saying."""
    words = list(re.finditer(r"[\w']+", before))
    before = (
        before
        if len(words) <= _FRAME_WORDS
        else " " * words[-_FRAME_WORDS].start() + before[words[-_FRAME_WORDS].start() :]
    )
    verb = next((each for each in reversed(words[-8:]) if each[0] in _INTRODUCING or each[0] == "according"), None)
    if verb is None:
        # "did not hold back, saying on her site, Norr Social, how the “…”"
        participles = (each for each in reversed(words[-_FRAME_WORDS:]) if each[0].endswith("ing"))
        verb = next((each for each in participles if each[0] in _INTRODUCING and _opens(before, each.start())), None)
    breaks = list(re.finditer(r"[,;:—–(]|\b(?:and|but|then|who|which|while)\b", before[: verb.start()] if verb else ""))
    start = breaks[-1].end() if breaks else 0
    if verb is None:
        ends = list(ENDS.finditer(before.rstrip(" ,:")))
        start = ends[-1].end() if ends else 0
    return before[start:]

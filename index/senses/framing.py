"""What is said around some words: who is said to say them, the sentence around a quotation, a quotation inside it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from index.cues.cues import Cue, Tokens, cues, tokens
from index.cues.verbs import SPEECH, SPEECH_FORMS, VERBS, VIEWS
from index.records import Sense
from index.senses.clause_ends import ENDS, ENDS_A_CLAUSE, ENDS_A_REPORT, RESUMED, denial_ended, ended, next_clause
from index.senses.notices import behind, is_withdrawn, rightly_of
from index.senses.operators import (
    ASKED,
    CLOSING,
    CONDITIONAL,
    NOT,
    OPENING,
    REACH,
    TELLING,
    Cut,
    blank,
    in_question,
    one_of,
    plain,
)
from index.senses.operators_before import governing
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
_FRAME_DENIED = re.compile(rf"{NOT}|{one_of(LEXICON['frames']['denied']).pattern}")
_AFTER_FRAME = re.compile(rf"[^.;:“\"]{{0,60}}?{_FRAME['after_denied'].pattern}")
_SPLIT_QUOTATION = re.compile(r"[“\"«„]([^“”\"«»„]{1,400}?),[”\"»]([^“”\"«»„]{1,120}),\s*[“\"«„]\s*$")
_CUE_BETWEEN = re.compile(r",([^,;.]{1,120}),\s*that$")
_DOUBLE = re.compile(r"[“”«»„\"]")
_INTRODUCING = SPEECH_FORMS | {
    word for word, verb in VERBS.items() if verb.lemma in {"call", "describe", "brand", "dub"}
}
_MANNER = (
    r"(?:(?:all|just|kind of|sort of|basically|literally|really|totally|so|always|then|suddenly|also|still) ){0,8}"
)
# "They were like, ‘…’", "he goes, ‘…’", "she's all, ‘…’": what somebody says or thinks, in the speech of the day.
_LIKE = re.compile(
    rf"(?<![\w'-])(?P<who>[\w'-]++) {_MANNER}"
    rf"(?:(?:was|were|is|are|am|be|been|being) {_MANNER}(?:like|all)|goes|go|going|went)"
    rf"(?: (?:on|to (?:me|him|her|us|them|everybody|everyone)))?$"
    rf"|(?<!\w)(?P<short>\w++'(?:s|re|m)) {_MANNER}(?:like|all)$"
)
_WRITTEN = re.compile(
    r"(?<!my )(?<!our )\b(?:slogan|headlines?|motto|banners?|signs?|placards?|posters?|graffiti|refrain|"
    r"chants?|songs?|caption|shouts?|cries|cry|answer|reply|rumou?r|verdict|message|note|letter)\b(?: [\w'-]+){0,6}? "
    r"(?:is|was|were|are|said|says|say|read|reads|went|goes|of|saying|reading)$"
)
# "I heard them chanting ‘…’": the words of those who were heard.
_HEARD = re.compile(
    r"\b(?:hear|hears|heard|hearing|overheard|saw|see|seen|watch|watched|had|got|caught) "
    r"(?:them|him|her|it|people|others|everybody|everyone|somebody|someone|a \w+|the \w+)(?: [\w'-]+){0,4}? "
    r"(?:\w+ing|shout|scream|yell|cry|chant|say|sing|call|ask|tell|whisper|mutter|roar|read)"
    r"(?: (?:out|loudly|to \w+|at \w+))*$"
)
_SAYS = "|".join(sorted(SPEECH_FORMS | {"go", "goes", "like", "thinking", "think"}, key=len, reverse=True))
# "I would just come up and say ‘…’": said in a scene that is imagined or wished for.
_SCENE = re.compile(
    r"(?:\b(?:would|could|might|should have|ought to have)(?: not)?\b(?! (?:like to|hear|see)\b)|"
    r"\b\w+'d\b(?! (?:like to|better))|"
    r"\b(?:want|wants|wanted|wish|wished|hope|hoped|longed|tempted|afraid|ready|dying|going|about|dared|meaning) to\b|"
    r"\b(?:imagin\w+|picture|(?:some|one) day|pictured|dream\w*|fantasi\w+|waiting for|half expect\w*)\b)"
    rf"(?:,? [\w'-]+){{0,9}}? (?:{_SAYS})(?: [\w'-]+){{0,3}}$"
)
_INNER = re.compile(r"(?P<open>(?<![\w.,!?])['‘“\"«„](?=\w))|(?P<close>(?<=[\w.,!?…])['’”\"»](?!\w))")


_RELATIVE = re.compile(r", (?:who|which|whose|whom|where) [^,;:.“”\"]{1,160},(?= \w)")
_QUOTED_BEFORE = re.compile(
    r"[“„«\"][^“”„«»\"]{1,400}[”»\"](?=[,;]? (?:and|but|yet|while|as|so) (?:that |also |he|she|they|it|we|i|the|his|"
    r"her|its|their|an?|was|were|is|are|had|has|would|will|should|called|described|said)\b|"
    r"[,;]? (?:and|but)$|[,;]? \w{3,}ing\b)"
)
_ONLY_NO = re.compile(r"(?:(?:oh|well|yes),? )?no(?:,? (?:no|sir|ma'am|madam|thanks|thank you|way|not at all))*")
_ADDED = re.compile(
    r"(?:(?:as|so) long as|until|till|unless|if|while|whenever|when|once|after|before|since) (?!only\b)"
)
"""A quotation that begins so, in small letters, adds a clause to the reporter's sentence."""


_CLOSERS = {"“": "”", "«": "»", "„": "“”", '"': '"'}


def said_by_others(text: str, sentence: Span, span: Span) -> bool:
    """Return whether somebody else than "I" or "we" is said to say or think the words."""
    before, after = text[sentence[0] : span[0]], text[span[1] : sentence[1]]
    if not any(_speech(word) for word in re.findall(r"\w+", f"{before} {after}".lower())):
        return False
    words = tokens(text, [(*sentence, -1)])
    others = (each for each in cues(words) if each.lemma in TELLING and not each.negated and not _is_own(words, each))
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


def _is_own(sentence: Tokens, cue: Cue) -> bool:
    """Return whether "I" or "we" say it ("I told them", "let me say", "we want to add")."""
    if cue.subject:
        return sentence.lower[cue.subject.last - 1] in {"i", "we"} or sentence.lower[cue.subject.first] in {"i", "we"}
    if cue.passive:
        return False
    earlier = sentence.lower[max(0, cue.first - 8) : cue.first]
    return bool({"i", "we", "me", "us"} & set(earlier)) or not earlier or earlier[-1] in {"to", "please"}


def inner_quotation(text: str, span: Span, window: Span) -> Sense | None:
    """Return the sense that a quotation inside the quotation gives, or None where none is open at the words."""
    opened = [(at, mark) for at, mark in _open_marks(text[window[0] : span[0] + 1])]
    if not opened:
        return None
    return _introduced(text, window[0], opened[0][0] + window[0])


def quotation_at(text: str, span: Span) -> Span | None:
    """Return the outermost quotation that holds a span in its paragraph, without its marks, or None."""
    first = max(text.rfind("\n", 0, span[0]) + 1, span[0] - REACH)
    opened = _open_marks(text[first : span[0] + 1])
    if not opened:
        return None
    start, mark = opened[0][0] + first + 1, opened[0][1]
    line = text.find("\n", span[1])
    last = min(line if line >= 0 else len(text), span[1] + REACH)
    closers = _CLOSERS.get(mark, "’'")
    end = (
        next(
            (
                each.start()
                for each in _INNER.finditer(text, max(start, span[1] - 1), last)
                if each["close"] and each["close"] in closers
            ),
            None,
        )
        if start <= span[0]
        else None
    )
    return (start, max(end, span[1])) if end is not None else None


def _introduced(text: str, first: int, at: int) -> Sense | None:
    """Return the sense that a speaker gives a quotation in his words that begins at an offset, or None."""
    before = sentences(text, first, at)
    if not before or text[before[-1][0] : before[-1][1]].rstrip(CLOSING)[-1:] in (".", "!", "?", ""):
        return None
    start = before[-1][0]
    cut = Cut(plain(text[start:at]).lstrip(f" {OPENING}"), "", "")
    lead = cut.before.rstrip(f" ,:–—-{OPENING}")
    if _SCENE.search(lead):
        return "hypothetical"
    if senses := list(governing(cut.before, "")):
        return senses[0]
    if like := said_like(lead):
        return like
    if _WRITTEN.search(lead):
        return "reported"
    sentence = tokens(text, [(start, at, -1)])
    telling = [each for each in cues(sentence) if each.lemma in SPEECH]
    if telling:
        return "plain" if _is_own(sentence, telling[-1]) else "reported"
    return "reported" if cut.before.rstrip().endswith((":", ",", "–", "—")) else None


def said_like(before: str) -> Sense | None:
    """Return whose words follow "they were like" or "I go": "plain" for one's own, "reported" for those of others."""
    small = plain(before).rstrip(f" ,:–—-{OPENING}")
    like = _LIKE.search(small)
    if like is None:
        return "reported" if _HEARD.search(small) else None
    return "plain" if (like["who"] or like["short"]) in ("i", "we", "i'm", "we're") else "reported"


def _open_marks(text: str) -> list[tuple[int, str]]:
    found: list[tuple[int, str]] = []
    for match in _INNER.finditer(text):
        if match["open"]:
            found.append((match.start(), match[0]))
        elif found:
            found.pop()
    return found


def earlier_piece(text: str, within: Span) -> str:
    """Return the piece of a quotation before one that goes on in its midst: “I never said,” she said, “that …”"""
    if not text[within[0] : within[0] + 1].islower():
        return ""
    match = _SPLIT_QUOTATION.search(text, max(0, within[0] - 600), within[0])
    if match is None or match[1].rstrip()[-1:] in ".!?" or "\n\n" in match[0]:
        return ""
    spans = sentences(match[1])
    piece = plain(match[1][spans[-1][0] :]) if spans else ""
    if not piece or _ONLY_NO.fullmatch(piece):
        return ""
    return piece + (", " if piece.startswith("without ") else " ")


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
        return _introduced(text, outer, within[0]) or "plain"
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
    return frame.after.rstrip(CLOSING + " ").endswith("?") or ASKED.search(frame.window) is not None


def _is_conditional(frame: _Frame) -> bool:
    return any(_sets_a_condition(frame.window, each) for each in CONDITIONAL.finditer(frame.window))


def _is_hypothetical(frame: _Frame) -> bool:
    return bool(_FRAME["hypothetical"].search(frame.window) or _FRAME["staged"].match(frame.before))


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


def _introducing(before: str) -> str:
    """Return the clause that introduces a quotation: from the last break before its verb of saying."""
    words = list(re.finditer(r"[\w']+", before))
    before = (
        before
        if len(words) <= _FRAME_WORDS
        else " " * words[-_FRAME_WORDS].start() + before[words[-_FRAME_WORDS].start() :]
    )
    verb = next((each for each in reversed(words[-8:]) if each[0] in _INTRODUCING or each[0] == "according"), None)
    breaks = list(re.finditer(r"[,;:—–(]|\b(?:and|but|then|who|which|while)\b", before[: verb.start()] if verb else ""))
    start = breaks[-1].end() if breaks else 0
    if verb is None:
        ends = list(ENDS.finditer(before.rstrip(" ,:")))
        start = ends[-1].end() if ends else 0
    return before[start:]

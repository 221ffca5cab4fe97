"""Quotations inside what somebody says -> whose words they hold: the speaker’s own, those of others, imagined ones."""

from __future__ import annotations

from index.cues.cues import Cue, cues
from index.cues.tagging import tokenize
from index.cues.tokens import Tokens
from index.cues.verbs import SPEECH, SPEECH_FORMS
from index.records import Sense
from index.senses.operators import (
    CLOSING,
    OPENING,
    REACH,
    Cut,
    plain,
)
from index.senses.operators_before import governing
from index.text.expressions import expression
from index.text.sentences import Span, sentences

_SPLIT_QUOTATION = expression(r"[“\"«„]([^“”\"«»„]{1,400}?),[”\"»]([^“”\"«»„]{1,120}),\s*[“\"«„]\s*$")
_MANNER = (
    r"(?:(?:all|just|kind of|sort of|basically|literally|really|totally|so|always|then|suddenly|also|still) ){0,8}"
)
# "They were like, ‘…’", "he goes, ‘…’", "she's all, ‘…’": what somebody says or thinks, in the speech of the day.
_LIKE = expression(
    rf"(?<![\w'-])(?P<who>[\w'-]++) {_MANNER}"
    rf"(?:(?:was|were|is|are|am|be|been|being) {_MANNER}(?:like|all)|goes|go|going|went)"
    rf"(?: (?:on|to (?:me|him|her|us|them|everybody|everyone)))?$"
    rf"|(?<!\w)(?P<short>\w++'(?:s|re|m)) {_MANNER}(?:like|all)$"
)
_WRITTEN = expression(
    r"(?<!my )(?<!our )\b(?:slogan|headlines?|motto|banners?|signs?|placards?|posters?|graffiti|refrain|"
    r"chants?|songs?|caption|shouts?|cries|cry|answer|reply|rumou?r|verdict|message|note|letter)\b(?: [\w'-]+){0,6}? "
    r"(?:is|was|were|are|said|says|say|read|reads|went|goes|of|saying|reading)$"
)
# "I heard them chanting ‘…’": the words of those who were heard.
_HEARD = expression(
    r"\b(?:hear|hears|heard|hearing|overheard|saw|see|seen|watch|watched|had|got|caught) "
    r"(?:them|him|her|it|people|others|everybody|everyone|somebody|someone|a \w+|the \w+)(?: [\w'-]+){0,4}? "
    r"(?:\w+ing|shout|scream|yell|cry|chant|say|sing|call|ask|tell|whisper|mutter|roar|read)"
    r"(?: (?:out|loudly|to \w+|at \w+))*$"
)
_SAYS = "|".join(sorted(SPEECH_FORMS | {"go", "goes", "like", "thinking", "think"}, key=len, reverse=True))
# "I would just come up and say ‘…’": said in a scene that is imagined or wished for.
_SCENE = expression(
    r"(?:\b(?:would|could|might|should have|ought to have)(?: not)?\b(?! (?:like to|hear|see)\b)|"
    r"\b\w+'d\b(?! (?:like to|better))|"
    r"\b(?:want|wants|wanted|wish|wished|hope|hoped|longed|tempted|afraid|ready|dying|going|about|dared|meaning) to\b|"
    r"\b(?:imagin\w+|picture|(?:some|one) day|pictured|dream\w*|fantasi\w+|waiting for|half expect\w*)\b)"
    rf"(?:,? [\w'-]+){{0,9}}? (?:{_SAYS})(?: [\w'-]+){{0,3}}$"
)
_INNER = expression(r"(?P<open>(?<![\w.,!?])['‘“\"«„](?=\w))|(?P<close>(?<=[\w.,!?…])['’”\"»](?!\w))")
_ONLY_NO = expression(r"(?:(?:oh|well|yes),? )?no(?:,? (?:no|sir|ma'am|madam|thanks|thank you|way|not at all))*")
_CLOSERS = {"“": "”", "«": "»", "„": "“”", '"': '"'}


def is_own(sentence: Tokens, cue: Cue) -> bool:
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
    return introduced_sense(text, window[0], opened[0][0] + window[0])


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


def introduced_sense(text: str, first: int, at: int) -> Sense | None:
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
    sentence = tokenize(text, [(start, at, -1)])
    telling = [each for each in cues(sentence) if each.lemma in SPEECH]
    if telling:
        return "plain" if is_own(sentence, telling[-1]) else "reported"
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

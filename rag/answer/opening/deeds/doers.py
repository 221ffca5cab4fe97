"""Who does what a question for a doer asks after, in a text: the subject of its verb, or whom "by" names behind one.

"“There are 468 boats,” the mayor said. The harbour master counts them." answers "Who counts the boats?" with the
harbour master, whoever stands or speaks beside it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from index.cues import tags
from index.cues.phrases import phrase_ending, phrase_starting
from index.cues.subjects import subject_before
from index.cues.tagging import tokenize
from index.cues.tokens import Phrase, Tokens, skipped_left
from index.text.countries import unified
from index.text.expressions import expression
from index.text.negation import NEGATION
from index.text.question_forms import POLITE
from index.text.sentences import Span, sentences
from index.text.stems import STOPWORDS, content_words, stem
from rag.find.lemmas import same_family

_AUXILIARY = r"(?:has|have|had|will|would|is|are|was|were|did|does|do)"
_ACTIVE = expression(
    rf"{POLITE}(?:who|which [^\W\d_]+)(?: else)?(?: {_AUXILIARY}(?: been)?)?(?: (?:also|first|really|actually|\w+ly))? "
    r"(?P<verb>[a-z]{3,})\b(?P<rest>[^?]*)",
    re.IGNORECASE,
)
_PASSIVE = expression(
    rf"{POLITE}(?:by )?(?:who|whom) (?:is|are|was|were) (?P<rest>[^?]+?) (?P<verb>[a-z]{{3,}})(?P<by> by)?\W*$",
    re.IGNORECASE,
)
_DONE_TO = expression(rf"{POLITE}(?:who|which [^\W\d_]+) (?:is|are|was|were|(?:has|have|had) been)\b", re.IGNORECASE)
"""So begins a question for whom something is done to: "Who was arrested?"."""
_NO_DEED = frozenset("is are was were be been being did does do has have had will would can say said says".split())
_PRONOUNS = frozenset("it them him her this that these those".split())
_ENDS = expression(r"[.!;:,][\W_]{0,20}$")
_SELF = frozenset("he she they it i we you this that who which these those there what nobody".split())
_OTHER_TIME = expression(
    r"\b(?:(?:last|the previous|the following|next) (?:year|month|week|season|time|summer|winter|spring|autumn)"
    r"|(?:a year|years|a decade) (?:ago|before|earlier)|previously|formerly)\b",
    re.IGNORECASE,
)
_MOOD = frozenset("to may might could would should can must if whether shall let".split())
_PLACED = expression(r"\s+(?:at|in|on|near|during|before|after|with|outside|inside|under|over)\s.*$", re.DOTALL)
_RECEIVES = frozenset(stem(other) for each in ("win", "receive", "get") for other in same_family(stem(each)))
_GOES_TO = expression(
    r"\b(?:went|goes|go|(?:was|were|is|has been|have been) (?:awarded|given|handed|presented)) to\s+", re.IGNORECASE
)
"""Who wins a prize is told by what the prize does, too."""
_SHARE = 0.5
"""A sentence tells of the deed where it has this share of the words for whom it is done to."""


@dataclass(frozen=True)
class Deed:
    """What somebody is asked to have done: its verb's family of stems and the words for what it is done to."""

    verb: frozenset[str]
    whom: frozenset[str]
    question: str


def deed_asked(question: str) -> Deed | None:
    """Return the deed whose doer a question asks for, None where it asks for another thing."""
    text = " ".join(question.split())
    passive = _PASSIVE.match(text)
    match = passive if passive and (passive["by"] or re.match(rf"{POLITE}by ", text, re.I)) else _ACTIVE.match(text)
    if match is None or match["verb"].lower() in _NO_DEED or match["verb"].lower() in STOPWORDS:
        return None
    if match is not passive and _DONE_TO.match(text) and not match["verb"].lower().endswith("ing"):
        return None
    return Deed(same_family(stem(match["verb"])), frozenset(content_words(unified(match["rest"]))), text)


def doer(text: str, question: str, read: Span | None = None) -> Span | None:
    """Return where a text names who does what a question asks after; None where no sentence surely does."""
    return one_of(doers(text, question), text, read)


def one_of(found: Sequence[Doer], text: str, read: Span | None) -> Span | None:
    """Return where the one of those stands whom a text names that is asked for, if any.

    Of several who do the like, as in the minutes of one meeting, it is the one whom the reader `read`, else the one
    beside most of the question's words; where nothing tells which, it is none.
    """
    if len({text[slice(*each.span)].lower() for each in found}) < 2:
        return found[0].span if found else None
    if read and (seen := [each.span for each in found if each.span[0] < read[1] and read[0] < each.span[1]]):
        return seen[0]
    most = max(each.shared for each in found)
    best = {each.span for each in found if each.shared == most}
    return best.pop() if len(best) == 1 else None


@dataclass(frozen=True)
class Doer:
    """Where a text names one who does it, and how many of a question's words stand there and since the one before."""

    span: Span
    shared: int


def doers(text: str, question: str) -> list[Doer]:
    """Return all whom a text names as doing what a question asks after, in order."""
    deed = deed_asked(question)
    if deed is None:
        return []
    found: list[Doer] = []
    since = 0
    for sentence in sentences(text, 0, len(text)):
        for span, end in _in_sentence(text, sentence, deed):
            found.append(Doer(span, len(deed.whom & set(content_words(unified(text[since:end]))))))
            since = end
    return found


def is_of_another_time(text: str, question: str) -> bool:
    """Return whether words say that they are of another time than that of their text, and a question does not."""
    return bool(_OTHER_TIME.search(text)) and not _OTHER_TIME.search(question)


def _in_sentence(text: str, sentence: Span, deed: Deed) -> Iterator[tuple[Span, int]]:
    """Yield where a sentence names who does it, each with the end of what tells so.

    It is done to what stands before "by", or behind a verb with a subject: "Tell moved and Quill seconded the motion".
    """
    words = text[slice(*sentence)]
    # A headline names its doer short, and often without his article.
    if not _ENDS.search(words) or is_of_another_time(words, deed.question):
        return
    tokens = tokenize(text, [(*sentence, -1)])
    found = list(_named_in(text, tokens, deed))
    if not found and (receiver := _receiver(text, sentence, tokens, deed)):
        found = [receiver]
    for span, after in zip(found, [*(start for start, _ in found[1:]), sentence[1]], strict=False):
        is_by = text[: span[0]].rstrip().lower().endswith("by")
        yield span, span[1] if is_by and after < sentence[1] else after


def _named_in(text: str, tokens: Tokens, deed: Deed) -> Iterator[Span]:
    for at, word in enumerate(tokens.lower):
        is_verb = tokens.words[at].islower() or tokens.lower[at + 1 : at + 2] == ["by"]
        if not ({stem(word)} & deed.verb and is_verb) or not _tells_of(tokens, at, deed):
            continue
        found = _by_whom(tokens, at) if _is_passive(tokens, at) else _subject(tokens, at)
        if found and (span := _named(text, tokens, found, deed)):
            yield span


def _receiver(text: str, sentence: Span, tokens: Tokens, deed: Deed) -> Span | None:
    """Return to whom a prize goes, where it is asked who won it."""
    match = _GOES_TO.search(text, *sentence) if deed.verb & _RECEIVES else None
    first = next((at for at, start in enumerate(tokens.starts) if match and start == match.end()), None)
    goes = next((at for at, start in enumerate(tokens.starts) if match and start == match.start()), None)
    if first is None or goes is None or not _tells_of(tokens, goes, deed):
        return None
    found = phrase_starting(tokens, first)
    return _named(text, tokens, _with_the_others(tokens, found), deed) if found else None


def _tells_of(tokens: Tokens, verb: int, deed: Deed) -> bool:
    """Return whether a sentence tells of the same deed as a question, plainly."""
    before = tokens.lower[max(0, verb - 4) : verb]
    if _MOOD & set(before) or NEGATION.search(" ".join(before)):
        return False
    if not deed.whom:
        return True
    own = {stem(each) for each in unified(" ".join(tokens.lower)).split()}
    own |= {other for each in own for other in same_family(each)}
    named = len(deed.whom & own) >= _SHARE * len(deed.whom)
    return named or bool(_PRONOUNS & set(tokens.lower[verb + 1 : verb + 3]))


def _is_passive(tokens: Tokens, verb: int) -> bool:
    """Return whether it is done to the subject: "was signed", "led by the critic"."""
    before = skipped_left(tokens, verb)
    is_done = before >= 0 and tokens.lower[before] in {"was", "were", "is", "are", "been", "being", "be"}
    return (is_done and not tokens.lower[verb].endswith("ing")) or tokens.lower[verb + 1 : verb + 2] == ["by"]


def _by_whom(tokens: Tokens, verb: int) -> Phrase | None:
    """Return whom the first "by" behind a passive names."""
    for at in range(verb + 1, min(len(tokens), verb + 9)):
        if tokens.tags[at] in tags.FULL_STOP + tags.SEMICOLON + tags.PREDICATE:
            return None
        if tokens.lower[at] == "by":
            found = phrase_starting(tokens, at + 1)
            last = found.last if found else at + 2
            if last < len(tokens) and tokens.lower[last].endswith("ed"):
                # "by two retired clerks"
                behind = phrase_starting(tokens, last + 1)
                found = Phrase(at + 1, behind.last) if behind else found
            return _with_the_others(tokens, found) if found else None
    return None


def _with_the_others(tokens: Tokens, phrase: Phrase) -> Phrase:
    """Return a phrase with those who are joined to it: "Ilse Brandt of Kallia and her counterpart, Pavel Drozd"."""
    last = phrase.last
    while last + 1 < len(tokens) and tokens.tags[last] in tags.COMMA + tags.CONJUNCTION + tags.PREPOSITION:
        of = tokens.tags[last] == tags.PREPOSITION
        if of and tokens.lower[last] != "of" or tokens.lower[last] in {"but", "or"}:
            break
        step = last + 1 + (tokens.lower[last + 1] == "and" and tokens.tags[last] == tags.COMMA)
        behind = phrase_starting(tokens, step)
        # ", a vet from Vesk" describes, and is no other.
        named = behind and tokens.tags[behind.first] == tags.NAME
        if not behind or not (named or tokens.lower[step - 1] == "and") or _acts(tokens, behind.last):
            break
        last = behind.last
    return Phrase(phrase.first, last)


def _acts(tokens: Tokens, at: int) -> bool:
    """Return whether a phrase that ends before a token has a verb of its own."""
    return at < len(tokens) and tokens.tags[at] in tags.PREDICATE


def _subject(tokens: Tokens, verb: int) -> Phrase | None:
    """Return the subject of a verb, with those who are joined before it."""
    first = verb
    while first and tokens.tags[first - 1] in tags.AUXILIARY + tags.ADVERB:
        first -= 1
    found = subject_before(tokens, first)
    if found is None or found.last > first:
        return None
    return _firm(tokens, found) or _with_aside(tokens, found, first) or _with_those_before(tokens, found)


def _firm(tokens: Tokens, phrase: Phrase) -> Phrase | None:
    """Return all of "the shop Leaf & Son" for its last word."""
    if phrase.first < 2 or tokens.words[phrase.first - 1] != "&":
        return None
    before = phrase_ending(tokens, phrase.first - 2)
    return Phrase(before.first, phrase.last) if before else None


def _with_aside(tokens: Tokens, phrase: Phrase, verb: int) -> Phrase | None:
    """Return people with their names: "Two councillors, Meg Orr and Piet Dahl, voted"."""
    if tokens.tags[phrase.last : phrase.last + 1] != [tags.COMMA] or tokens.tags[verb - 1] != tags.COMMA:
        return None
    aside = tokens.tags[phrase.last + 1 : verb - 1]
    names = tags.NAME in aside and tags.NAME not in tokens.tags[phrase.first : phrase.last]
    return Phrase(phrase.first, verb - 1) if names else None


def _with_those_before(tokens: Tokens, phrase: Phrase) -> Phrase:
    """Return a name with those that "and" or a comma joins to it: "Lars Oden and Mia Fell"."""
    first = phrase.first
    while first > 1 and tokens.tags[first] == tags.NAME and tokens.lower[first - 1] in {"and", ","}:
        at = first - 1 - (tokens.lower[first - 2 : first] == [",", "and"])
        before = subject_before(tokens, at)
        if before is None or before.last != at or tokens.tags[at - 1] != tags.NAME:
            break
        first = before.first
    return Phrase(first, phrase.last)


def _named(text: str, tokens: Tokens, phrase: Phrase, deed: Deed) -> Span | None:
    """Return where a phrase stands, None for a pronoun and for what the deed is done to."""
    words = tokens.lower[phrase.first : phrase.last]
    if not words or (len(words) == 1 and words[0] in _SELF) or words[0] in {"his", "her", "their", "its", "my", "our"}:
        return None
    if any(each in tags.QUOTATION + tags.CUE_VERB + tags.AUXILIARY for each in tokens.tags[phrase.first : phrase.last]):
        return None
    own = {stem(each) for each in words if each not in STOPWORDS}
    if not own or 2 * len(own & deed.whom) >= len(own) > 0:
        return None
    start, end = tokens.starts[_from_article(tokens, phrase)], tokens.ends[phrase.last - 1]
    return start, start + len(_PLACED.sub("", text[start:end]))


def _from_article(tokens: Tokens, phrase: Phrase) -> int:
    """Return where a phrase begins with its article, with what stands before its noun: "A dismissed night watchman"."""
    for at in range(phrase.first - 1, max(-1, phrase.first - 5), -1):
        if tokens.tags[at] == tags.DETERMINER:
            return at
        if tokens.tags[at] not in tags.NOUN + tags.TIME and not tokens.lower[at].endswith(("ed", "ing")):
            break
    return phrase.first

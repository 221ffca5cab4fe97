"""Sentences without quotation marks -> the clauses that tell in the document's words what somebody said or thinks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from index.cues import Cue, Tokens, clause_subjects, phrase_starting
from index.verbs import MIND, SPEECH, STANCE, UNSURE

# "told voters that", "reminded her of": who is spoken to stands between the verb and the words.
_ADDRESSING = frozenset(
    "tell ask remind inform assure warn urge advise notify encourage beg instruct exhort brief".split()
)
_ADJUNCTS = frozenset("during after before when because while amid despite whereas".split())
_CUTS = frozenset("as but while although though whereas adding saying noting calling citing which who".split())
_TELLING = frozenset("tell remind inform assure notify brief".split())
# "said nothing of the border", "asked not to be named"
_NOTHING = frozenset("nothing little not".split())
THAT = frozenset("that что чтобы що щоб што каб że żeby iż".split())
FEWEST_TOKENS = 3


@dataclass(frozen=True)
class Clause:
    """A reported clause: tokens `first` to before `last`, and the cue that attributes it."""

    first: int
    last: int
    cue: Cue


def reported_clauses(made: Tokens, cues: Sequence[Cue]) -> Iterator[Clause]:
    """Yield the reported clauses of a sentence, the outer before what it holds."""
    end = len(made)
    while end and made.tags[end - 1] in ".x,;:":
        end -= 1
    for number, cue in enumerate(cues):
        clause = _according(made, cue, end) if cue.lemma == "according" else _of_verb(made, cue, end, cues, number)
        if clause and clause.last - clause.first >= FEWEST_TOKENS and "Q" not in made.tags[clause.first : clause.last]:
            yield clause


def _according(made: Tokens, cue: Cue, end: int) -> Clause | None:
    if cue.first <= 1:
        comma = next((at for at in range(cue.content, end) if made.tags[at] == ","), None)
        return Clause(comma + 1, end, cue) if comma else None
    last = cue.first - 1 if made.tags[cue.first - 1] in ",-" else cue.first
    return Clause(_clause_start(made, last), last, cue)


def _clause_start(made: Tokens, last: int) -> int:
    """Return where what is said before its cue begins: after a colon or semicolon, "but" or "and" at the start."""
    first = 0
    for at in range(last):
        if made.tags[at] in ";:":
            first = at + 1
    while first < last and (made.tags[first] == "C" or made.tags[first] in ",-"):
        first += 1
    return first


def _of_verb(made: Tokens, cue: Cue, end: int, cues: Sequence[Cue], number: int) -> Clause | None:
    if cue.passive or cue.lemma in UNSURE:
        return None
    if _said_last(made, cue, end):
        subject = cue.subject
        last = (min(cue.first, subject.first) if subject else cue.first) - 1
        start = _clause_start(made, last)
        # "Nobody, she said, had asked them": the words go on after the cue.
        if (
            subject
            and cue.content + 3 < end
            and made.tags[cue.content] == ","
            and made.tags[cue.content + 1] not in "VW"
        ):
            return Clause(start, end, cue)
        return Clause(start, last, cue) if last > 2 else None
    first = _content(made, cue, end)
    if first is None or first >= end:
        return None
    ends = (
        _content_end(made, first, end),
        _next_cue(made, first, cues[number + 1 :], end),
        _adjunct(made, cue, first, end),
        _main_clause(made, cue, first, end),
    )
    return Clause(first, min(ends), cue)


def _adjunct(made: Tokens, cue: Cue, first: int, end: int) -> int:
    """Return where a thing that is told of ends and when or where it was told begins: "praised the crews on Monday"."""
    if cue.lemma not in STANCE | MIND or made.lower[first - 1] in THAT or made.tags[first] in "PT":
        return end
    for at in range(first + 1, end):
        timed = made.lower[at] in {"on", "in", "at", "last", "this"} and at + 1 < end and made.tags[at + 1] == "Z"
        if timed or made.tags[at] == "Z" or made.lower[at] in _ADJUNCTS:
            return at
    return end


def _main_clause(made: Tokens, cue: Cue, first: int, end: int) -> int:
    """Return where the main clause begins after one that opens the sentence: "By praising the crews, he …"."""
    if not (made.tags[0] in "SI" or made.lower[0].endswith("ing")) or any(
        tag in ",;" for tag in made.tags[: cue.first]
    ):
        return end
    starts = {phrase.first for _, phrase, _ in clause_subjects(made)}
    return next((at for at in range(first + 1, end - 1) if made.tags[at] == "," and at + 1 in starts), end)


def _said_last(made: Tokens, cue: Cue, end: int) -> bool:
    """Return whether the cue ends what it attributes: "…, the mayor said on Monday"."""
    if cue.lemma not in SPEECH | MIND or cue.inherited or cue.form in {"ing", "base"} and cue.subject is None:
        return False
    if cue.subject is None:
        # ", said the mayor", not ", said the mayor was late"
        inverted = cue.first > 2 and made.tags[cue.first - 1] == "," and cue.lemma in SPEECH
        phrase = phrase_starting(made, cue.last) if inverted else None
        return phrase is not None and (phrase.last >= len(made) or made.tags[phrase.last] not in "AvVSP")
    edge = cue.subject.first
    if edge < 2 or made.tags[edge - 1] not in ",-":
        return False
    rest = made.tags[cue.content : end]
    return not rest or (rest[0] in "I,ZR" and len(rest) <= 12 and "S" not in rest) or rest[0] == ","


def _content(made: Tokens, cue: Cue, end: int) -> int | None:
    """Return the token at which what is said begins, or None where nothing is said."""
    at = cue.content
    while at < end and made.tags[at] == "R" and made.lower[at] not in _NOTHING:
        at += 1
    if at >= end:
        return None
    if cue.lemma in _ADDRESSING and made.tags[at] in "NnDOP#":
        return _after_addressee(made, at, end, cue.lemma in _TELLING)
    tag, word = made.tags[at], made.lower[at]
    if word in _NOTHING:
        return None
    if word in THAT:
        return at + 1
    if tag == "Z" and cue.lemma in SPEECH and at + 1 < end and made.tags[at + 1] in "PDNn":
        return at + 1
    if tag in "IZ" and word not in {"against", "for", "about", "on", "of", "with", "to"}:
        that = next((k for k in range(at, min(at + 14, end)) if made.lower[k] == "that"), None)
        return (
            that + 1
            if that
            else (at + 1 if word in {"at", "over", "in", "as"} and cue.lemma in STANCE | MIND else None)
        )
    if tag == "I":
        that = next(
            (k for k in range(at, min(at + 10, end)) if made.lower[k] == "that" and made.tags[k - 1] in "nNZ"), None
        )
        if that and cue.lemma in SPEECH - STANCE:
            return that + 1
        # "said on May 5", "said in the hall": where and when, not what.
        following = made.lower[at + 1] if at + 1 < end else ""
        if word in {"about", "over", "under", "between"} and (
            following == "half" or made.tags[at + 1 : at + 2] == ["#"]
        ):
            return at
        timed = made.tags[at + 1 : at + 2] in (["Z"], ["#"])
        return None if timed or cue.lemma in {"say", "add", "state"} else at + 1
    if tag == "," and at + 2 < end and made.lower[at + 1] in THAT:
        return at + 2
    if tag in ":,":
        return (
            at + 1 if tag == ":" or (cue.lemma in SPEECH and at + 1 < end and made.tags[at + 1] not in "SCWI") else None
        )
    return at


def _after_addressee(made: Tokens, at: int, end: int, telling: bool) -> int | None:
    first = at
    while (
        at < end
        and made.tags[at] in "NnDOP#RI"
        and at - first < 9
        and made.lower[at] not in {"about", "against", "for"}
    ):
        at += 1
    if at >= end:
        return None if telling else first
    if made.lower[at] == "that" or made.lower[at] in {"about", "of", "for", "against"}:
        return at + 1
    if made.tags[at] in "TSW":
        return at
    # "told The Post he would go": what follows is a clause of its own.
    for k in range(first + 1, at):
        if made.tags[k] in "PD" and made.tags[k - 1] in "NnO":
            return k
    # "told a crowd in Vesk on Monday": to whom, not what.
    if telling:
        return None
    return first + 1 if made.tags[first] == "O" else first


def _next_cue(made: Tokens, first: int, later: Sequence[Cue], end: int) -> int:
    """Return where a later verb takes over: "…, and the mayor said", "… and praised the crews"."""
    for cue in later:
        edge = cue.first
        if cue.subject and not cue.inherited and first < cue.subject.first < cue.first:
            edge = cue.subject.first
        elif not cue.inherited or cue.form in {"infinitive", "participle"}:
            continue
        if edge - first > 2 and made.tags[edge - 1] == "C":
            return edge - 2 if made.tags[edge - 2] == "," else edge - 1
    return end


def _content_end(made: Tokens, first: int, end: int) -> int:
    for at in range(first + 1, end):
        tag = made.tags[at]
        if tag == ";":
            return at
        if tag in ",-" and at + 1 < end:
            word = made.lower[at + 1]
            if (
                word in _CUTS
                or (tag == "-" and at - first > 3)
                or (made.verbs[at + 1] is not None and made.tags[at + 1] == "V")
            ):
                return at
            if word == "and" and at + 2 < end and made.tags[at + 2] in "PN" and at - first > 3:
                return at
    return end

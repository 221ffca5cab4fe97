"""In what sense words stand: plainly, or under a denial, a condition, a question, a report or a hypothesis.

An operator ("never said that", "if", "they claim") is looked for before and after the words in their sentence
(`index.senses.operators`), and around the quotation that holds them (`index.senses.framing`). What the words hold
themselves is quoted with them: "We don't want war" is plain as a whole; "want war" cut out of it is denied. Only a
question and a conditional sentence count as such even when they are whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from index.records import Sense, Statement
from index.senses.asserted import is_asserted
from index.senses.denied_beside import is_disowned, is_taken_back, is_to_come, turns_away
from index.senses.framing import framed, said_by_others
from index.senses.indirect import sense_of_clause
from index.senses.inner_quotations import earlier_piece, inner_quotation, quotation_at
from index.senses.operators import CONDITIONAL, DENIED, HYPOTHETICAL, OPENING, REACH, REPORTED, Cut, plain
from index.senses.operators_after import following
from index.senses.operators_before import follows_a_supposition, governing, supposes
from index.senses.own_sense import is_asked, whole
from index.senses.withdrawals import has_a_figure, is_corrected, with_withdrawals
from index.text.expressions import expression
from index.text.negation import DENIAL
from index.text.sentences import Span, sentences

SENSE_LABELS: dict[Sense, str] = {
    "denied": "under a denial",
    "conditional": "under a condition",
    "asked": "in a question",
    "reported": "in a report of others’ words",
    "hypothetical": "in a hypothesis",
}
"""How a sense that is not plain is worded, to stand after "these words stand there, but"."""


_CARRIES: dict[Sense, tuple[re.Pattern[str], ...]] = {
    "denied": (DENIAL, DENIED),
    "conditional": (CONDITIONAL,),
    "asked": (expression(r"\?|\b(?:ask\w*|question\w*|wonder\w*|whether)\b"),),
    "reported": (REPORTED, expression(r"\b(?:claim\w*|report\w*|quot\w+|others|critics|relay\w*|recount\w*)\b")),
    "hypothetical": (HYPOTHETICAL, expression(r"\b(?:would|could|might|may|if|hypothe\w+|hop\w+|fear\w*|imagin\w+)\b")),
}


_ONLY_A_CONDITION = expression(r"(?:as|so) long as [^,;:.?!]{1,200}[.,]?")


def sense_of(text: str, span: Span, within: Span | None = None) -> Sense:
    """Return in what sense the words of a span stand; `within` is the quotation, turn or clause that holds them.

    None for `within` is for words that are the document's own; between quotation marks they are nobody's it names.
    """
    within = within or quotation_at(text, span)
    # A quotation of the paragraph before is none of this one's, however its straight marks pair.
    first, last = within or (text.rfind("\n", 0, span[0]) + 1, len(text))
    window = (max(first, span[0] - REACH), min(last, span[1] + REACH))
    pieces = [each for each in sentences(text, *window) if each[0] < span[1] and span[0] < each[1]] or [span]
    found = [_piece_sense(text, each, span, within) for each in pieces]
    outside = next((sense for sense, is_outside in found if is_outside and sense != "plain"), None)
    return outside or _sense_around(text, span, window, within) or _one_of(sense for sense, _ in found)


def _sense_around(text: str, span: Span, window: Span, within: Span | None) -> Sense | None:
    """Return the sense that an inner quotation or the sentence around gives, None where it is plain."""
    around = inner_quotation(text, span, window) or (framed(text, within) if within else "plain")
    return around if around != "plain" else None


def _one_of(senses: Iterable[Sense]) -> Sense:
    """Return the sense of all sentences, plain where they differ."""
    found = set(senses)
    return found.pop() if len(found) == 1 else "plain"


def sense_in(text: str, span: Span, owner: Statement | None) -> Sense:
    """Return in what sense the words of a span stand, that of a statement's own cue and teller included.

    What somebody else tells as a person's words is a report of them, whatever else it is not; what the next sentence
    takes back is denied.
    """
    found = sense_of(text, span, (owner.start, owner.end) if owner else None)
    if owner is not None and (beside := _beside(text, owner, found)):
        return beside
    if owner is not None and found in ("plain", "conditional") and (of_clause := sense_of_clause(text, owner)):
        return of_clause
    if owner is not None and found in ("plain", "reported") and _taken_back(text, span, owner):
        return "denied"
    by_another = owner is not None and owner.reported_by is not None and owner.reported_by != owner.speaker
    return "reported" if by_another and found == "plain" else found


def _taken_back(text: str, span: Span, owner: Statement) -> bool:
    """Return whether words are taken back behind them, or stand in a statement that was withdrawn later."""
    if is_taken_back(text, span, owner) or is_corrected(text, span, owner):
        return True
    if owner.sense != "denied":
        return False
    if has_a_figure(text[owner.start : owner.end]) and not has_a_figure(text[span[0] : span[1]]):
        return False
    return sense_in(text, (owner.start, owner.end), replace(owner, sense="plain")) != "denied"


def _beside(text: str, owner: Statement, found: Sense) -> Sense | None:
    """Return the sense that what stands beside a statement gives it, where that is more than what was found."""
    if turns_away(text, owner) or found in ("plain", "reported") and is_disowned(text, owner):
        return "denied"
    return "hypothetical" if found in ("plain", "reported") and is_to_come(text, owner) else None


def with_senses(text: str, statements: Iterable[Statement]) -> list[Statement]:
    """Return the statements with the sense in which each as a whole was said."""
    sensed = [replace(each, sense=sense_in(text, (each.start, each.end), each)) for each in statements]
    return with_withdrawals(text, sensed)


def is_shown(words: str, sense: Sense) -> bool:
    """Return whether words shown by themselves show their sense: a whole question does, a cut of a denial does not."""
    return sense == "plain" or sense_of(words, (0, len(words)), (0, len(words))) == sense


def carries(sentence: str, sense: Sense) -> bool:
    """Return whether a sentence in other words tells of that sense: it denies, sets a condition, asks, reports."""
    small = plain(sentence)
    return sense == "plain" or any(each.search(small) for each in _CARRIES[sense])


def _piece_sense(text: str, sentence: Span, span: Span, within: Span | None) -> tuple[Sense, bool]:
    """Return the sense of the words in one sentence, and whether what gives it stands outside of them."""
    start, end = max(sentence[0], span[0]), min(sentence[1], span[1])
    before = plain(text[sentence[0] : start])
    if within and sentence[0] <= within[0] + 1:
        before = earlier_piece(text, within) + before
    cut = Cut(before.lstrip(f" {OPENING}"), plain(text[start:end]), plain(text[end : sentence[1]]))
    if outer := _outside(cut, text, sentence, (start, end)):
        return outer, True
    own = "plain" if _is_added(text, cut, within, span) else whole(cut)
    if own == "plain" and (supposed := _supposed(text, sentence, within, f"{cut.before}{cut.own}")) is not None:
        return "hypothetical", supposed < span[0]
    return own, False


def _is_added(text: str, cut: Cut, within: Span | None, span: Span) -> bool:
    """Return whether words are a quotation that only adds a condition to its sentence: “as long as I live.”"""
    quoted = within is not None and text[within[0] - 1 : within[0]] in ("“", "„", "«", '"', "‘", "'")
    whole_of_it = within is not None and quoted and span[0] == within[0] and span[1] >= within[1] - 1
    return whole_of_it and _ONLY_A_CONDITION.fullmatch(cut.own) is not None and not cut.before.strip(f" {OPENING}")


def _supposed(text: str, sentence: Span, within: Span | None, words: str) -> int | None:
    """Return where a supposition begins that goes on into the sentence: "Imagine we had won. Then I would …"."""
    first = max(within[0] if within else text.rfind("\n", 0, sentence[0]) + 1, sentence[0] - REACH)
    if not follows_a_supposition(words):
        return None
    for start, end in reversed(sentences(text, first, sentence[0])):
        if end > sentence[0]:
            continue
        earlier = plain(text[start:end])
        if supposes(earlier):
            return start
        if not follows_a_supposition(earlier):
            return None
    return None


def _outside(cut: Cut, text: str, sentence: Span, span: Span) -> Sense | None:
    """Return what stands outside of the words in their sentence and governs them, or None."""
    if is_asked(cut):
        return "asked" if re.search(r"\w", cut.before + cut.after) else None
    senses = set(governing(cut.before, cut.own)) | set(following(cut))
    for sense in ("asked", "denied", "conditional", "hypothetical", "reported"):
        if sense in senses:
            return sense
    if said_by_others(text, sentence, span):
        return "reported"
    return None if is_asserted(cut) else "reported"

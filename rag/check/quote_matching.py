"""Words that somebody is said to have said, found in a text: word for word, with marked gaps, or the nearest wording.

Exactly means strictly in the compared form of `rag/check/normalize.py`. A gap ("…", "[…]") is allowed where the parts
stand in their order inside one statement, close together, and the words left out hold no negation. The nearest place is
found by the edit distance of words and is never an acceptance: it comes with what differs.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice, pairwise
from typing import TypeVar

from index.records import Statement, owner_of
from index.text.expressions import expression
from index.text.negation import NEGATION
from index.text.sentences import Span, sentences
from index.text.stems import STOPWORDS, plain, stem
from rag.check.normalize import Normal, bare, normal, occurrences, shifted
from rag.records import Difference

_GAP = expression(r"[\[(]\s*(?:…|\.{3,})\s*[\])]|…|\.(?:\s?\.){2,}")
GAP_WORDS = 60
"""So many words may be left out at one mark; what stands farther apart was not said together."""
BETWEEN_WORDS = 12
"""Two pieces of what somebody said are one utterance with so many words between them: who said it, and how."""
LOCATED = 0.4
"""The nearest place counts as the quotation's own up to this distance a word (METHODS: 40 % of its length)."""
SAME_WORD, SAME_STEM = 0.2, 0.5
"""What it costs to change a word only in capitals or punctuation, and only in its ending."""
END_WORDS = 2
"""So many words after one that was changed belong to it where the sentence ends with them."""
_ENDS = expression(r"[.!?,;:]['\")»”’]*$|[\")»”]$")
_DASH = expression(r"\s*(?:[—–]|--)|\s+-\s")
SHORTEST = 3
"""Of fewer words nothing but the exact words is a match: any two words are near some others."""


@dataclass(frozen=True)
class Found:
    """Where a quotation stands in a text, and what differs there; nothing does where it stands exactly."""

    span: Span
    difference: tuple[Difference, ...] = ()
    distance: float = 0.0
    """Edit distance for each asked word, 0 where all words are the same."""
    parts_stand: bool = False
    """Whether all its parts stand there exactly, and only what is left out between them is shown as a difference."""


def parts_of(asked: str) -> list[str]:
    """Return the parts of a quotation between its marks of omission, each without punctuation at its ends."""
    return [part for piece in _GAP.split(asked) if (part := bare(piece))]


def unmarked_parts(asked: str) -> list[str]:
    """Return the sentences of a quotation that marks no omission, which may still have left words out between them."""
    return [part for start, end in sentences(asked) if (part := bare(asked[start:end]))]


def exact(
    parts: Sequence[str],
    text: str,
    statements: Iterable[Statement],
    start: int = 0,
    end: int | None = None,
    marked: bool = True,
) -> list[Found]:
    """Return the places between two offsets where the parts stand in order, each exactly.

    What is left out between them is listed in `difference` where it contains a negation, and wherever no mark says so.
    """
    if not parts:
        return []
    start, end = _whole_words(text, start, len(text) if end is None else end)
    form = shifted(normal(text[start:end]), start)
    if len(parts) == 1:
        whole = [Found(form.back(*span)) for span in occurrences(parts[0], form)]
        return whole or _interrupted(parts[0], form, text, [*statements])
    statements = tuple(statements)
    found = [_gapped(parts, first, form, text, statements, marked) for first in occurrences(parts[0], form)]
    return [each for each in found if each]


def _interrupted(asked: str, form: Normal, text: str, statements: Sequence[Statement]) -> list[Found]:
    """Return where the words stand in two pieces that only who says them parts: “Paint,” she said, “is not sold.”"""
    found: list[Found] = []
    words = asked.split()
    cuts = range(1, len(words))
    splits: list[tuple[list[Span], list[Span]]] = []
    spoken = sorted((each for each in statements if each.kind == "direct"), key=lambda each: each.start)
    for one, other in zip(spoken, spoken[1:], strict=False):
        gap = text[one.end : other.start]
        if _voice([one]) != _voice([other]) or "\n" in gap or not 0 < len(gap.split()) <= BETWEEN_WORDS:
            continue
        # A sentence of its own after the cue is a second one: what stands between them is then listed as left out.
        if not text[other.start].islower() or text[one.start : one.end].rstrip()[-1:] in (".", "!", "?", "…"):
            continue
        # Where each way to part the words has them: looked for once, not for each two quotations.
        splits = splits or [(_places(" ".join(words[:at]), form), _places(" ".join(words[at:]), form)) for at in cuts]
        for ends, begins in splits:
            first = _ending(ends, text, one)
            second = _beginning(begins, text, other)
            if first is not None and second is not None:
                found.append(Found((first, second)))
                break
    return found


def _places(words: str, form: Normal) -> list[Span]:
    """Return where words stand in the text."""
    return [form.back(*each) for each in occurrences(bare(words), form)]


def _ending(places: Sequence[Span], text: str, piece: Statement) -> int | None:
    """Return where the words at one of the places begin with which a piece ends."""
    return next((a for a, b in places if piece.start <= a and b <= piece.end and not bare(text[b : piece.end])), None)


def _beginning(places: Sequence[Span], text: str, piece: Statement) -> int | None:
    """Return where the words at one of the places end with which a piece begins."""
    return next((b for a, b in places if piece.start <= a and b <= piece.end and not bare(text[piece.start : a])), None)


def _whole_words(text: str, start: int, end: int) -> Span:
    """Return the span grown to the white space around it, so that no word is cut."""
    while start > 0 and not text[start - 1].isspace():
        start -= 1
    while end < len(text) and not text[end].isspace():
        end += 1
    return start, end


def _gapped(
    parts: Sequence[str], first: Span, form: Normal, text: str, statements: tuple[Statement, ...], marked: bool
) -> Found | None:
    """Return where all parts follow the first in their order, each the nearest, or None where one is missing."""
    spans = [first]
    for part in parts[1:]:
        following = next(iter(occurrences(part, form, spans[-1][1])), None)
        if following is None:
            return None
        spans.append(following)
    places = [form.back(*span) for span in spans]
    left_out = [text[one[1] : other[0]] for one, other in zip(places, places[1:], strict=False)]
    span = (places[0][0], places[-1][1])
    owners = {_voice(said_in(each, text, statements)) for each in (*places, span)}
    if len(owners) > 1 or any(len(each.split()) > GAP_WORDS for each in left_out):
        return None
    missing = [each for each in left_out if bare(each) and (not marked or NEGATION.search(normal(each).text))]
    wrong = tuple(("insert", "", " ".join(each.split()).strip(' .,;:“”"„«»')) for each in missing)
    return Found(
        span=span,
        difference=wrong,
        distance=len(wrong) / max(1, sum(len(part.split()) for part in parts)),
        parts_stand=True,
    )


def _voice(owners: Sequence[Statement]) -> tuple[str | None, str | None] | None:
    return (owners[0].speaker, owners[0].reported_by) if owners else None


def said_in(span: Span, text: str, statements: Iterable[Statement]) -> list[Statement]:
    """Return the statement that holds the span, or those of one speaker that hold it together, in order, or none.

    Each paragraph of a speech is a statement, and "…," she said, "…" is two; what stands between is not said.
    """
    statements = tuple(statements)
    if owner := owner_of(span, statements):
        return [owner]
    own = [each for each in statements if each.kind != "reported" and each.reported_by is None]
    pieces = [each for each in own if each.start < span[1] and each.end > span[0]]
    return pieces if _cover_together(pieces, span, text) else []


def _cover_together(pieces: Sequence[Statement], span: Span, text: str) -> bool:
    """Return whether statements of one speaker hold a span, with no more than a cue between each two of them."""
    if not pieces or pieces[0].start > span[0] or pieces[-1].end < span[1]:
        return False
    between = [text[one.end : other.start] for one, other in pairwise(pieces)]
    one_voice = len({(each.speaker, each.kind) for each in pieces}) == 1
    return one_voice and all(len(each.split()) <= BETWEEN_WORDS for each in between)


_Step = tuple[int | None, int | None]


@dataclass(frozen=True)
class _Word:
    """A word as it is compared, with its punctuation, and where it stands; folded for the cost of changing it."""

    text: str
    span: Span
    folded: str
    stem: str
    ends: bool
    """Whether a sentence or clause ends with it, as before a dash: "than in 1977 — never"."""


def _words(text: str, offset: int = 0) -> list[_Word]:
    form = shifted(normal(text), offset)
    found = []
    for match in re.finditer(r"[^\s-]+", form.text):
        if folded := plain(re.sub(r"[^\w.]+", "", match[0]).strip(".")):
            span = form.back(*match.span())
            ends = bool(_ENDS.search(match[0]) or _DASH.match(text, span[1] - offset))
            found.append(_Word(text=match[0], span=span, folded=folded, stem=stem(folded), ends=ends))
    return found


def nearest(asked: str, text: str, start: int, end: int) -> Found | None:
    """Return the span of the text between two offsets that is nearest to the asked words, with what differs."""
    wanted = _words(" ".join(parts_of(asked)))
    source = _words(text[start:end], start)
    if len(wanted) < SHORTEST or not source:
        return None
    steps, distance = _aligned(wanted, source)
    steps = [*_from_the_start(steps, wanted, source), *steps, *_to_the_end(steps, wanted, source)]
    used = [at for _, at in steps if at is not None]
    if not used:
        return None
    span = (source[used[0]].span[0], source[used[-1]].span[1])
    return Found(_without_edges(text, span), _differences(steps, wanted, source), distance / len(wanted))


def _to_the_end(steps: list[_Step], wanted: list[_Word], source: list[_Word]) -> list[_Step]:
    """Return the few words to the end of a sentence whose last word was asked for as another: "on time" for "late"."""
    at = _exchanged(steps[-1:], wanted, source)
    if at is None:
        return []
    ends = (end for end in range(at, min(at + 1 + END_WORDS, len(source))) if source[end].ends)
    return [(None, each) for each in range(at + 1, next(ends, at) + 1)]


def _from_the_start(steps: list[_Step], wanted: list[_Word], source: list[_Word]) -> list[_Step]:
    """Return the few words from the start of a sentence whose first word was asked for as another: "No one"."""
    at = _exchanged(steps[:1], wanted, source)
    if at is None:
        return []
    starts = (each for each in range(at, max(-1, at - 1 - END_WORDS), -1) if not each or source[each - 1].ends)
    return [(None, each) for each in range(next(starts, at), at)]


def _exchanged(step: list[_Step], wanted: list[_Word], source: list[_Word]) -> int | None:
    """Return where the document's word stands that was asked for as another word, None where the words are alike."""
    one, other = step[0] if step else (None, None)
    return other if one is not None and other is not None and _cost(wanted[one], source[other]) >= SAME_STEM else None


def same_words(found: Found) -> bool:
    """Return whether only capitals and punctuation differ."""
    folded = [[plain(re.sub(r"\W+", "", each)) for each in (asked, source)] for _, asked, source in found.difference]
    return all(asked == source for asked, source in folded)


def is_its_own(asked: str, found: Found, text: str, limit: float = LOCATED) -> bool:
    """Return whether the nearest place is the quotation's own: few words differ, half the telling ones stay."""
    telling = [word.stem for word in _words(asked) if word.folded not in STOPWORDS]
    stems = {word.stem for word in _words(text[found.span[0] : found.span[1]])}
    kept = sum(each in stems for each in telling)
    return found.distance <= limit and 2 * kept >= len(telling)


def _cost(asked: _Word, source: _Word) -> float:
    if asked.text == source.text:
        return 0.0
    if asked.folded == source.folded:
        return SAME_WORD
    return SAME_STEM if asked.stem == source.stem else 1.0


def _aligned(wanted: list[_Word], source: list[_Word]) -> tuple[list[_Step], float]:
    """Return the cheapest alignment of all asked words with a span of the words of the source, and its cost.

    Sellers' algorithm: words of the text before and after the span are free. Two words that are one on the other
    side ("can not", "cannot"; "to-day", "today") cost what a change of punctuation does.
    """
    table = [[0.0] * (len(source) + 1)]
    parted, joined = _written_as_one(source, wanted), _written_as_one(wanted, source)
    parted_in = _grouped((row, column) for column, row in parted)
    joined_in = _grouped(joined)
    # Only words of one stem cost less than another word; to compare each pair took three quarters of the time.
    kin = _grouped((each.stem, at) for at, each in enumerate(source))
    for row, word in enumerate(wanted, start=1):
        above, left = table[-1], float(row)
        cheapest = [cost + 1.0 for cost in above[:-1]]
        for at in kin.get(word.stem, ()):
            cheapest[at] = above[at] + _cost(word, source[at])
        for column in parted_in.get(row, ()):
            cheapest[column - 1] = min(cheapest[column - 1], above[column - 2] + SAME_WORD)
        for column in joined_in.get(row, ()):
            cheapest[column - 1] = min(cheapest[column - 1], table[row - 2][column - 1] + SAME_WORD)
        line = [left]
        for cost, over in zip(cheapest, islice(above, 1, None), strict=True):
            least = (over if over < left else left) + 1
            left = cost if cost < least else least
            line.append(left)
        table.append(line)
    last = table[-1]
    # Of spans that cost the same the later end holds more of the asked words.
    column = min(range(len(last)), key=lambda at: (last[at], -at))
    return _traced(table, wanted, source, column, parted, joined), last[column]


_Key = TypeVar("_Key", int, str)


def _grouped(pairs: Iterable[tuple[_Key, int]]) -> dict[_Key, list[int]]:
    groups: dict[_Key, list[int]] = {}
    for key, at in pairs:
        groups.setdefault(key, []).append(at)
    return groups


def _written_as_one(several: list[_Word], single: list[_Word]) -> set[tuple[int, int]]:
    """Return how many of the one list and of the other end with two words and with the same as one word."""
    ones: dict[str, list[int]] = {}
    for at, word in enumerate(single, start=1):
        ones.setdefault(word.folded, []).append(at)
    pairs = enumerate(zip(several, several[1:], strict=False), start=2)
    return {(at, other) for at, (one, two) in pairs for other in ones.get(one.folded + two.folded, ())}


def _traced(
    table: list[list[float]],
    wanted: list[_Word],
    source: list[_Word],
    column: int,
    parted: set[tuple[int, int]],
    joined: set[tuple[int, int]],
) -> list[_Step]:
    row, steps = len(wanted), list[_Step]()
    while row:
        here = table[row][column]
        if (column, row) in parted and here == table[row - 1][column - 2] + SAME_WORD:
            steps += [(None, column - 1), (row - 1, column - 2)]
            row, column = row - 1, column - 2
        elif (row, column) in joined and here == table[row - 2][column - 1] + SAME_WORD:
            steps += [(row - 1, column - 1), (row - 2, None)]
            row, column = row - 2, column - 1
        elif column and here == table[row - 1][column - 1] + _cost(wanted[row - 1], source[column - 1]):
            row, column = row - 1, column - 1
            steps.append((row, column))
        elif here == table[row - 1][column] + 1:
            row -= 1
            steps.append((row, None))
        else:
            column -= 1
            steps.append((None, column))
    return steps[::-1]


def _differences(steps: list[_Step], wanted: list[_Word], source: list[_Word]) -> tuple[Difference, ...]:
    """Return what differs, neighbouring changes as one; capitals and punctuation at the two ends do not count."""
    found: list[tuple[list[str], list[str]]] = []
    open_ = False
    for at, (one, other) in enumerate(steps):
        mine = wanted[one].text if one is not None else ""
        theirs = source[other].text if other is not None else ""
        if _same(mine, theirs, at == 0, at == len(steps) - 1):
            open_ = False
            continue
        if not open_:
            found.append(([], []))
        open_ = True
        ends = at == len(steps) - 1
        found[-1][0].append(bare(mine) if ends else mine)
        found[-1][1].append(bare(theirs) if ends else theirs)
    return tuple(_difference(" ".join(filter(None, mine)), " ".join(filter(None, theirs))) for mine, theirs in found)


def _same(mine: str, theirs: str, first: bool, last: bool) -> bool:
    if first or last:
        mine, theirs = bare(mine), bare(theirs)
    if first and mine and theirs:
        mine, theirs = mine[0].lower() + mine[1:], theirs[0].lower() + theirs[1:]
    return mine == theirs or _only_capitals_differ(mine, theirs)


def _only_capitals_differ(mine: str, theirs: str) -> bool:
    """Return whether two words differ by how they are written alone: "Nation" and "nation", not "US" and "us"."""
    mine, theirs = mine.strip("'"), theirs.strip("'")
    return mine.lower() == theirs.lower() and not any(len(each) > 1 and each.isupper() for each in (mine, theirs))


def _difference(mine: str, theirs: str) -> Difference:
    return ("replace" if mine and theirs else "delete" if mine else "insert", mine, theirs)


def _without_edges(text: str, span: Span) -> Span:
    """Return the span without marks and punctuation at its ends, but for a mark that ends a sentence."""
    start, end = span
    while start < end and not text[start].isalnum() and text[start] not in "[(":
        start += 1
    while start < end and not text[end - 1].isalnum() and text[end - 1] not in "])!?.…":
        end -= 1
    return start, end

"""What makes a sentence of a text or a speech a main point, and the choice of so many: a small linear model.

A sentence counts by how much of the text it speaks for, by whether it opens, claims, concludes or is announced, asks
for something, takes a stand, tells what will be or a number, and less where it only narrates. The weights are a
logistic regression over the sentences of 86 documents of which readers wrote 482 main points, fitted by

    python -m benchmarks.quality.main_points STORE=FILE ... --fit

Fitted to nine tenths of the documents and counted on the rest by turns, they show 326 of the points in 286 words a
document; coverage alone shows 300 in as many. Vectors of the embedder in place of these (AUROC .63 for .68), trees and
fifty more cues give no more. In the talk of several it is not used.
"""

from __future__ import annotations

import math
import re
from bisect import bisect
from collections.abc import Collection, Mapping, Sequence

from index.text.expressions import expression
from rag.answer.broad.central import Part, nearness, worths
from rag.answer.broad.covering import AGAIN, COUNTS, own_stems, stem_weights
from rag.answer.broad.whole.sections import items

OPENS, CLAIMS, CONCLUDES, ANNOUNCED, COUNTS_POINTS = 0.35, 0.5, 1.0, 0.5, 2.0
"""What each of these counts more than a sentence that only tells, which counts 1."""
LEAD = 0.5
"""What the beginning counts more, less and less behind it."""
_CLAIMS = expression(
    r"\b(?:must|should|need(?:s|ed)? to|ha(?:s|ve) to|cannot|can['’]t|never|only|call(?:s|ed|ing)? (?:for|on|upon)|"
    r"urge[sd]?|demand(?:s|ed)?|propose[sd]?|ask(?:s|ing)?|supports?|opposes?|rejects?|condemns?|welcomes?|"
    r"will|shall|going to|plan(?:s|ned)? to|aims? to|intend(?:s|ed)?|commit\w*|announce\w*|"
    r"(?:i|we) (?:\w+ )?(?:believe|think|know|want|expect|hope|learn(?:ed|t)|found|see)|"
    r"agreed|resolved|decided|motion|carried|approved|adopted|recommend\w*|conclud\w+|f(?:ou|i)nds? that|found that|"
    r"that(?:['’]s| is) why|because|therefore|means that|in order to|thus|ultimately|overall|above all)\b",
    re.IGNORECASE,
)
"""What must or will be, what somebody believes, what was decided or found, and why."""
_CONCLUDES = expression(
    r"[\W_]*(?:conclusions?\b|in (?:short|sum|summary|conclusion|essence)\b|to (?:sum up|summari[sz]e|conclude)\b|"
    r"overall\b|summary\b|key (?:points?|takeaways?)\b|the (?:point|message|lesson|upshot|bottom line)\b)",
    re.IGNORECASE,
)
_ANNOUNCES = expression(
    r"\b(?:findings?|found|take-?aways?|conclusions?|recommend\w*|points|reasons|lessons|following|goals|steps|"
    r"measures|need to|proposes?|demands?|calls? for|calling for|asks?|asking)\b[^:]{0,80}:\W*$",
    re.IGNORECASE,
)
REACH, PARAGRAPHS = 900, 4
"""What stands within so many characters and paragraphs behind an announcement is what it announces."""
_SENTENCE = expression(r"[.!?…][”\"’')]* |\w \w+ \w")
"""A sentence before it in its paragraph; a label or the mark of an item is none."""


WEIGHTS = {
    "central": 1.46,
    "covers": 1.09,
    "emphasis": 0.6,
    "narrates": -0.31,
    "will": 0.34,
    "number": 0.25,
    "asks": 0.29,
    "stands": 0.12,
    "contrasts": 0.17,
    "item": 0.29,
}
"""What each thing that a sentence has counts, in the logarithm of its odds to be a main point."""
BIAS = -2.81
SHORTER = 0.3
"""Its worth is divided by its number of words to this power, so that more of them have room."""
TOPICS = 2.0
"""The share of what a sentence names that no point has named yet counts to the power of this by the number of points:
of few each must be of a topic of its own."""
PARAGRAPH = 0.5
"""What a sentence counts whose paragraph has a point already; .7 gives as many of the points."""
_CUES = {
    "narrates": expression(r"\b(?:was|were|had|did|went|came|said|told|took|made|got|\w{3,40}ed)\b", re.IGNORECASE),
    "will": expression(r"\b(?:will|shall|going to|plan(?:s|ned)? to|aims? to|intend\w*)\b", re.IGNORECASE),
    "number": expression(r"\d"),
    "asks": expression(
        r"\b(?:urges?|demand\w*|call(?:s|ed|ing)? (?:for|on|upon)|propos\w+|ask(?:s|ed|ing)?|request\w*|recommend\w*|"
        r"suggest\w*|appeal\w*|encourage\w*|let us|we want|want to see)\b",
        re.IGNORECASE,
    ),
    "stands": expression(
        r"\b(?:supports?|oppos(?:ed?|es|ition)|reject\w*|condemn\w*|against|in favou?r|believes?|disagree\w*|"
        r"concern\w*|worr\w+|hope\w*|fail\w*|wrong)\b",
        re.IGNORECASE,
    ),
    "contrasts": expression(
        r"\b(?:not|but|rather|instead|however|yet|although|while|despite|no longer|more than)\b", re.IGNORECASE
    ),
}
_BREAK = expression(r"\n\n")


def main_points(parts: Sequence[Part], number: int, every: Sequence[Part]) -> list[Part]:
    """Return so many parts of one document, the likeliest main points, in the order of their places.

    `every` has the sentences that cannot stand alone too: what they name is a topic as well, and they may announce.
    """
    breaks = [found.start() for found in _BREAK.finditer(parts[0].document.text)] if parts else []
    paragraphs = [bisect(breaks, each.span[0]) for each in parts]
    own = own_stems(parts)
    stems = [frozenset(each.stems) - own for each in parts]
    whole = stem_weights(every or parts, own)
    left = dict(whole)
    worth = [
        likelihood(each) / math.pow(max(1, len(_words(part).split())), SHORTER)
        for each, part in zip(traits(parts, every), parts, strict=True)
    ]

    def now(at: int) -> float:
        again = PARAGRAPH if paragraphs[at] in told else 1
        return again * worth[at] * math.pow(_share(stems[at], left, whole), TOPICS / number)

    rest = list(range(len(parts)))
    taken: list[int] = []
    told: set[int] = set()
    while rest and len(taken) < number:
        best = max(rest, key=lambda at: (now(at), -at))
        rest.remove(best)
        taken.append(best)
        told.add(paragraphs[best])
        for stem in stems[best]:
            left[stem] = left.get(stem, 0.0) * AGAIN
    return [parts[at] for at in sorted(taken)]


def _share(stems: Collection[str], left: Mapping[str, float], whole: Mapping[str, float]) -> float:
    """Return how much of what a sentence names is left to be named, 1 where all of it is."""
    return (sum(left.get(each, 0.0) for each in stems) + 1) / (sum(whole.get(each, 0.0) for each in stems) + 1)


def likelihood(has: Sequence[float]) -> float:
    """Return how likely a sentence with these traits is a main point."""
    return 1 / (1 + math.exp(-BIAS - sum(weight * each for weight, each in zip(WEIGHTS.values(), has, strict=True))))


def traits(parts: Sequence[Part], every: Sequence[Part]) -> list[list[float]]:
    """Return what each part of one document has, in the order of `WEIGHTS`."""
    if not parts:
        return []
    own = own_stems(parts)
    left = stem_weights(every or parts, own)
    covers = [sum(left.get(stem, 0.0) for stem in set(each.stems) - own) for each in parts]
    most = max(covers) or 1.0
    announced = announcements(every)
    text = parts[0].document.text
    listed = [start for start, _ in items(text, 0, len(text))]
    found = []
    for part, central, covered in zip(parts, worths(parts, lead=0.0), covers, strict=True):
        words, (start, end) = _words(part), part.span
        cues = [float(bool(cue.search(words))) for cue in _CUES.values()]
        item = bisect(listed, end - 1) > bisect(listed, start - BESIDE)
        found.append([central, covered / most, emphasis(part, announced) - 1, *cues, float(item)])
    return found


BESIDE = 4
"""So many characters before an item its sentence may end: its mark stands between."""


def announcements(parts: Sequence[Part]) -> list[tuple[str, int]]:
    """Return where sentences end that announce what follows: "Here are three key takeaways:"."""
    return [(each.document.id, each.span[1]) for each in parts if _ANNOUNCES.search(_words(each).rstrip())]


def emphasis(part: Part, announced: Sequence[tuple[str, int]]) -> float:
    """Return how much a part of a text or a speech counts; a sentence that only tells counts 1."""
    words = _words(part)
    return (
        1
        + (OPENS if _opens(part) else 0.0)
        + (CLAIMS if _CLAIMS.search(words) else 0.0)
        + (COUNTS_POINTS if COUNTS.search(words) else 0.0)
        + (CONCLUDES if _CONCLUDES.match(words) else 0.0)
        + (ANNOUNCED if any(_is_behind(part, each) for each in announced) else 0.0)
        + LEAD * nearness(part)
    )


def _opens(part: Part) -> bool:
    text, start = part.document.text, part.span[0]
    return not _SENTENCE.search(text, max(0, text.rfind("\n\n", 0, start)), start)


def _is_behind(part: Part, announcement: tuple[str, int]) -> bool:
    document, end = announcement
    start = part.span[0]
    near = document == part.document.id and 0 <= start - end < REACH
    return near and part.document.text.count("\n\n", end, start) <= PARAGRAPHS


def _words(part: Part) -> str:
    return part.document.text[slice(*part.span)]

"""What makes a sentence of a text or a speech a main point: it opens, claims, decides, concludes, is announced.

In ten sentences of each of 26 documents stood 86 of the 136 main points that a reader had named before, without any of
these weights 74; each may be half or twice as much for six points less at most. In the talk of several they gave none,
and summaries of meetings (QMSum) were less like those that people wrote: there they are not used.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.text.expressions import expression
from rag.answer.broad.central import Part, nearness

OPENS, CLAIMS, CONCLUDES, ANNOUNCED = 0.35, 0.5, 1.0, 0.5
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

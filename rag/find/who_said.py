"""Which statements may be the one that a question for who said something means: near in meaning, and read so.

Of 23 strangers' questions for who said something in other words than it was said in, all seen when this was chosen, and
36 near-misses written for it (another number, the opposite, another object), the four cosines alone let 11 and 23 pass;
with the reader, asked of each statement by itself whether anybody said so, it is 8, all with the right speaker, and 4,
all of them the opposite on the same topic. Asked who said so, or of a statement with what stands around it, the reader
lets one fewer pass and 5. No measure here tells an opposite in other words, so that the answer says whose words are
nearest, never that he said so.
"""

from __future__ import annotations

from collections.abc import Sequence

from rag.find.on_topic import four_cosines
from rag.records import Evidence

NEAR, READ = 1.4, 0.0
"""The sum of the four cosines with what was said, and the reader's margin, from which a statement may be meant."""
AS_NEAR, OF_ANOTHER = 0.4, 0.15
"""How far from the nearest statement others of the same speaker are shown, and those of another one."""
SHOWN = 3


def likely_meant(evidence: Sequence[Evidence]) -> tuple[Evidence, ...]:
    """Return the statements that may be meant, nearest first: of two speakers only where both are as near."""
    near = sorted(filter(_may_be_meant, evidence), key=lambda each: -four_cosines(each))
    if not near:
        return ()
    best = near[0]
    close = [each for each in near if four_cosines(each) >= four_cosines(best) - _apart(each, best)]
    return tuple(close[:SHOWN])


def _apart(one: Evidence, best: Evidence) -> float:
    same = (one.speaker, one.document_id) == (best.speaker, best.document_id)
    return AS_NEAR if same else OF_ANOTHER


def _may_be_meant(evidence: Evidence) -> bool:
    reading = evidence.reading
    if not (evidence.speaker or evidence.candidates) or evidence.mismatch.opposite or evidence.mismatch.number:
        return False
    return four_cosines(evidence) >= NEAR and reading is not None and reading.margin >= READ

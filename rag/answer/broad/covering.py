"""Sentences of a speech -> the few that together name most of what it is about: a summary by its topics.

A speech goes from one topic to the next, so that its most central sentences are all of one of them, or of none in
particular. Here a word counts as often as it is used, more where all its uses stand close together ("vaccines" in one
stretch, not "countries" everywhere), and it counts for the first sentence that has it: the next one is of another topic
(greedy coverage, as Lin and Bilmes: A class of submodular functions for document summarization, 2011).

`python -m benchmarks.quality.summaries` on committee meetings: ROUGE-1 31.4 on 12 of them and 32.5 on 24, by centrality
30.7 and 32.6. The weights were chosen by reading summaries of speeches, among those that do not fall there.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Sequence

from index.text.countries import country
from index.text.expressions import expression
from index.text.stems import content_words
from rag.answer.broad.central import Part, nearness
from rag.answer.broad.fit import is_request

STRETCH = 10
"""So many sentences are a stretch; a word of fewer stretches is more of a topic."""
LENGTH = 0.6
"""The worth of a sentence is divided by its number of words to this power: long ones name more."""
AGAIN = 0.25
"""A word that a taken sentence has counts this much for the next one."""
FULL = 18
"""Of fewer words a sentence counts as little as it is shorter."""
LEAD = 0.1
"""What the beginning counts more in what is spoken: it greets and announces."""
COUNTED = 2.0
"""What a sentence counts more that counts the points of a speech: "The first reason is the price"."""
COUNTS = expression(
    r"\b(?:first|second|third|fourth|fifth|final|main|biggest|most important) (?:reason|point|problem|lesson|"
    r"question|cause"
    r"|challenge|task|demand|step|condition)\b|\b(?:two|three|four|five) (?:\w+ )?(?:reasons|points|problems|"
    r"lessons|causes"
    r"|challenges|tasks|demands|steps|conditions)\b",
    re.IGNORECASE,
)
_CAPITALISED = expression(r"[^\W\d_a-z][\w’'-]+")


def covering(
    parts: Sequence[Part],
    number: int,
    every: Sequence[Part] = (),
    most_of_one: int | None = None,
) -> list[Part]:
    """Return so many of the parts, in the order of days and places, that name most of what all sentences are about.

    `every` has the sentences that cannot stand alone too: what they name is a topic as well. `most_of_one` is how many
    at most are taken of one document.
    """
    own = own_stems(parts)
    stems = [frozenset(each.stems) - own for each in parts]
    left = stem_weights(every or parts, own)
    weights = [_weight(each) * (1 + LEAD * nearness(each)) for each in parts]
    of_one: Counter[str] = Counter()
    taken: list[int] = []
    rest = list(range(len(parts)))
    while rest and len(taken) < number:
        best = max(rest, key=lambda at: (weights[at] * sum(left.get(stem, 0.0) for stem in stems[at]), -at))
        rest.remove(best)
        if most_of_one and of_one[parts[best].document.id] >= most_of_one:
            continue
        of_one[parts[best].document.id] += 1
        taken.append(best)
        for stem in stems[best]:
            left[stem] = left.get(stem, 0.0) * AGAIN
    return sorted((parts[at] for at in taken), key=lambda each: each.order)


def with_request(choose: Callable[[int], list[Part]], parts: Sequence[Part], number: int) -> list[Part]:
    """Return so many parts as they are chosen, with the first that asks for something where none of them does."""
    chosen = choose(number)
    asking = [each for each in parts if is_request(each.document.text, each.span)]
    if number < 2 or not asking or any(each in asking for each in chosen):
        return chosen
    return sorted([*choose(number - 1), asking[0]], key=lambda each: each.order)


def own_stems(parts: Sequence[Part]) -> frozenset[str]:
    """Return the stems of who speaks and of the countries of the titles: a speaker's own land is no topic of theirs."""
    documents = {each.document.id: each.document for each in parts}.values()
    lands = {word for each in documents for word in _CAPITALISED.findall(each.title) if country(word)}
    names = {each.evidence.speaker for each in parts if each.evidence.speaker}
    return frozenset(content_words(" ".join(sorted(lands | names))))


def stem_weights(every: Sequence[Part], own: Collection[str]) -> dict[str, float]:
    """Return what each stem counts: in how many more sentences than one, and in how few stretches of all."""
    holding: Counter[str] = Counter()
    stretches: dict[str, set[tuple[str, int]]] = defaultdict(set)
    all_stretches = set()
    for part in every:
        stretch = part.document.id, part.place // STRETCH
        all_stretches.add(stretch)
        for stem in set(part.stems) - set(own):
            holding[stem] += 1
            stretches[stem].add(stretch)
    number = max(2, len(all_stretches))
    return {stem: (many - 1) * math.log(1 + number / len(stretches[stem])) for stem, many in holding.items()}


def _weight(part: Part) -> float:
    """Return what each word that a part names counts: less in many words, more where the part counts the points."""
    text = part.document.text[slice(*part.span)]
    words = max(1, len(text.split()))
    counted = COUNTED if COUNTS.search(text) else 0.0
    return min(1.0, words / FULL) * (1 + counted) / math.pow(words, LENGTH)

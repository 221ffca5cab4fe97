"""What somebody said, drawn from a store, and the faults that a draft may have of it, with what a check should find."""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from index.names.names import is_name, same_person
from index.records import Document, Statement, owner_of
from index.senses.sense import sense_in
from index.storage.catalog import Catalog
from index.text.negation import is_negation
from index.text.sentences import sentences

FEWEST, MOST = 8, 30
SURE = 0.8
"""Only statements this sure are drawn: a fault of attribution is measured elsewhere."""
OF_DOCUMENT = 12
"""So many sentences of one document at most, so that a long speech is no more than an article."""


@dataclass(frozen=True)
class Said:
    """A sentence that somebody said on a day, as a draft has it, and what a check should find."""

    text: str
    speaker: str
    day: str
    next: str = ""
    """The sentence after it in the same statement."""
    kind: str = "sound"
    finding: str = "exact"
    at: int | None = None
    """Which of its words the fault is at, where it is at one."""


def drawn(catalog: Catalog, random_: random.Random) -> list[Said]:
    """Return sentences with who said them and when, none of which stands in the store twice."""
    found: list[Said] = []
    times: Counter[str] = Counter()
    for each in catalog.documents():
        document = catalog.document(each.id)
        if document is None:
            continue
        times.update(document.text[start:end].strip(_MARKS) for start, end in sentences(document.text))
        own = list(_of_document(document, catalog.statements(each.id)))
        found += random_.sample(own, min(OF_DOCUMENT, len(own)))
    alone = [each for each in found if times[each.text.strip(_MARKS)] <= 1]
    random_.shuffle(alone)
    return alone


_MARKS = " “”\"'’‘,."


def _of_document(document: Document, statements: Sequence[Statement]) -> Iterator[Said]:
    text = document.text
    for statement in filter(_is_sure, statements):
        spans = sentences(text, statement.start, statement.end)
        texts = [text[start:end].strip(_MARKS) for start, end in spans]
        for span, words, following in zip(spans, texts, [*texts[1:], ""], strict=True):
            owner = owner_of(span, statements)
            if _fits(words) and owner == statement and sense_in(text, span, statement) == "plain":
                after = following if _fits(following) and _fits(words) else ""
                yield Said(words, str(statement.speaker), str(statement.said_on), after)


def _is_sure(statement: Statement) -> bool:
    """Return whether a statement is somebody's own words, of a person with a name and of a day that is known."""
    speaker = statement.speaker or ""
    own = statement.kind in ("direct", "turn") and statement.sense == "plain" and not statement.reported_by
    return bool(own and statement.said_on and len(speaker.split()) > 1 and is_name(speaker)) and (
        statement.confidence >= SURE
    )


def _fits(text: str) -> bool:
    return FEWEST <= len(text.split()) <= MOST and text[0].isupper() and not re.search(r"[“”\"„«»\n…\[(]", text)


Plant = Callable[[Said, Sequence[Said], random.Random], Said | None]


def _changed_word(said: Said, others: Sequence[Said], random_: random.Random) -> Said | None:
    """Return the sentence with a telling word of it replaced by one of another."""
    words = said.text.split()
    at = [number for number in range(1, len(words) - 1) if words[number].isalpha() and len(words[number]) > 4]
    new = [each for each in random_.choice(others).text.split() if each.isalpha() and each.islower() and len(each) > 4]
    if not at or not new or (word := random_.choice(new)) in words:
        return None
    chosen = random_.choice(at)
    words[chosen] = word
    return replace(said, text=" ".join(words), finding="altered", at=chosen)


def _dropped_negation(said: Said, others: Sequence[Said], random_: random.Random) -> Said | None:
    """Return the sentence without its one negation, None where it has none."""
    del others, random_
    words = said.text.split()
    denying = [at for at, word in enumerate(words) if is_negation(word)]
    if len(denying) != 1 or denying[0] == 0:
        return None
    word = words[denying[0]]
    positive = re.sub(r"n['’]t$", "", word)
    if word.lower() in ("can't", "can’t", "won't", "won’t", "cannot"):
        positive = "can" if word.lower().startswith("can") else "will"
    words[denying[0] : denying[0] + 1] = [positive] if positive != word else []
    return replace(said, text=" ".join(words), finding="altered", at=min(denying[0], len(words) - 1))


def _another_speaker(said: Said, others: Sequence[Said], random_: random.Random) -> Said | None:
    """Return the sentence as somebody else's."""
    other = random_.choice(others).speaker
    return None if same_person(other, said.speaker) else replace(said, speaker=other, finding="other_speaker", next="")


_WHO = ("The harbour board", "Our committee", "My brother", "Every baker here", "The night shift", "The orchestra")
_DOES = ("will repaint", "has measured", "must borrow", "should rename", "cannot lift", "never polished")
_WHAT = (
    "eleven copper kettles",
    "the granite staircase",
    "a second lighthouse",
    "the velvet curtains",
    "our oldest tram",
)
_WHEN = (
    "before the snow melts",
    "for the beekeepers' fair",
    "without a single nail",
    "behind the chapel",
    "by lantern light",
)


def _invented(said: Said, others: Sequence[Said], random_: random.Random) -> Said | None:
    """Return a sentence that nobody said, as the speaker's."""
    del others
    parts = [random_.choice(each) for each in (_WHO, _DOES, _WHAT, _WHEN)]
    return replace(said, text=" ".join(parts), finding="not_found", next="")


def _another_day(said: Said, others: Sequence[Said], random_: random.Random) -> Said | None:
    """Return the sentence as said some days later, or years where no more than the year is known."""
    del others
    if len(said.day) < len("2030-12-31"):
        return replace(said, day=str(int(said.day[:4]) + random_.randint(2, 6)), finding="other_day")
    day = date.fromisoformat(said.day) + timedelta(days=random_.randint(3, 60))
    return replace(said, day=day.isoformat(), finding="other_day")


PLANTS: dict[str, Plant] = {
    "changed word": _changed_word,
    "dropped negation": _dropped_negation,
    "another speaker": _another_speaker,
    "invented": _invented,
    "another day": _another_day,
}

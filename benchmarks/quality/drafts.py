"""How a draft's faults are named: quotations with planted faults and sound ones, written into drafts and checked.

    python -m benchmarks.quality.drafts STORE [--drafts 100] [--show 20]

A draft has four faults and four sound quotations, drawn from the store's statements by a fixed seed, each in one of
four wordings: a changed word, a dropped negation, another speaker, an invented quotation, another day. One line of JSON
for each kind says how many were named by the right finding and by which others; the last line sums up. `--show` prints
so many of those that were not.
"""

from __future__ import annotations

import argparse
import json
import random
import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import cycle
from pathlib import Path

from index.names.names import is_name, same_person
from index.records import Statement
from index.storage.catalog import Catalog
from index.text.counts import readable_date
from index.text.negation import is_negation
from index.text.sentences import sentences
from rag.pipeline import Pipeline, open_pipeline
from rag.serve.operations.drafts import draft
from settings import Settings

SEED = 27
FEWEST, MOST = 8, 30
FAULTS, SOUND = 4, 4
SURE = 0.8
"""Only statements this sure are drawn: a fault of attribution is measured elsewhere."""


@dataclass(frozen=True)
class Said:
    """A sentence that somebody said on a day, as a draft has it, and what a check should find."""

    text: str
    speaker: str
    day: str
    kind: str = "sound"
    finding: str = "exact"


Result = tuple[Said, str, str]
"""What was written, the finding, and what was told of it."""


def main() -> None:
    """Print one JSON line for each kind of fault, and one for all."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.quality.drafts", description=__doc__.split("\n")[0])
    parser.add_argument("store", type=Path, help="the folder of a stored index with many speakers")
    parser.add_argument("--drafts", type=int, default=100, help="how many drafts are written")
    parser.add_argument("--show", type=int, default=0, help="how many of what was not named right are printed")
    chosen = parser.parse_args()
    pipeline = open_pipeline(Settings(store=chosen.store))
    results = [each for text, said in written(pipeline, chosen.drafts) for each in checked(text, said, pipeline)]
    pipeline.close()
    for line in summed_up(results):
        print(json.dumps(line))
    wrong = [(each, found, told) for each, found, told in results if found != each.finding]
    for each, found, told in wrong[: chosen.show]:
        print(json.dumps([each.kind, found, each.speaker, each.day, each.text, told], ensure_ascii=False))


def summed_up(results: list[Result]) -> Iterator[dict[str, object]]:
    """Yield for each kind of fault what was found of it, then the shares of all."""
    for kind in dict.fromkeys(each.kind for each, _, _ in results):
        of_kind = [(each, found) for each, found, _ in results if each.kind == kind]
        right = sum(found == each.finding for each, found in of_kind)
        yield {"kind": kind, "planted": len(of_kind), "named": right, **Counter(found for _, found in of_kind)}
    faults = [found == each.finding for each, found, _ in results if each.kind != "sound"]
    alarms = [found not in ("exact", "unclear") for each, found, _ in results if each.kind == "sound"]
    shares = {"named": round(sum(faults) / len(faults), 4), "false_alarms": round(sum(alarms) / len(alarms), 4)}
    yield {"kind": "all", "planted": len(faults), "sound": len(alarms), **shares}


def checked(text: str, said: list[Said], pipeline: Pipeline) -> Iterator[Result]:
    """Yield each quotation of a draft with what was found of it, "missed" where it was not even seen."""
    claims = draft(pipeline, {"text": text}, lambda message: None)["claims"]
    for each in said:
        start = text.index(each.text)
        end = start + len(each.text)
        own = [claim for claim in claims if claim["start"] < end and start < claim["end"]]
        # Of a quotation that is read in two pieces the worse finding counts.
        own.sort(key=lambda claim: claim["finding"] in ("exact", "unclear"))
        yield each, own[0]["finding"] if own else "missed", own[0]["told"] if own else ""


def written(pipeline: Pipeline, number: int) -> Iterator[tuple[str, list[Said]]]:
    """Yield drafts with what was planted in each."""
    random_ = random.Random(SEED)
    drawn = list(_drawn(pipeline.store.catalog))
    random_.shuffle(drawn)
    # Each is taken once before any is taken again; a denial in so few that these are taken several times.
    left = cycle(drawn)
    plants = list(PLANTS.items())
    turn = 0
    for _ in range(number):
        said: list[Said] = []
        while len(said) < FAULTS:
            kind, plant = plants[turn % len(plants)]
            # A kind that a sentence cannot have (nothing is denied in it) is planted in another.
            planted = plant(next(left), drawn, random_)
            if planted and planted.text not in {each.text for each in said}:
                said.append(replace(planted, kind=kind))
                turn += 1
        said += [next(left) for _ in range(SOUND)]
        random_.shuffle(said)
        yield "\n\n".join(_worded(each, random_) for each in said), said


def _drawn(catalog: Catalog) -> Iterator[Said]:
    """Yield sentences with who said them and when, no two with the same words."""
    seen: set[str] = set()
    for each in catalog.documents():
        document = catalog.document(each.id)
        if document is None:
            continue
        for statement in filter(_is_sure, catalog.statements(each.id)):
            for start, end in sentences(document.text, statement.start, statement.end):
                text = document.text[start:end].strip(" “”\"'’‘,.")
                if _fits(text) and text not in seen:
                    seen.add(text)
                    yield Said(text, str(statement.speaker), str(statement.said_on))


def _is_sure(statement: Statement) -> bool:
    """Return whether a statement is a plain quotation of somebody with a name, of a day that is known."""
    speaker = statement.speaker or ""
    plain = statement.kind == "direct" and statement.sense == "plain" and not statement.reported_by
    dated = len(statement.said_on or "") == len("2030-12-31")
    return plain and dated and len(speaker.split()) > 1 and is_name(speaker) and statement.confidence >= SURE


def _fits(text: str) -> bool:
    return FEWEST <= len(text.split()) <= MOST and text[0].isupper() and not re.search(r"[“”\"\n…\[(]", text)


def _worded(said: Said, random_: random.Random) -> str:
    """Return a quotation in one of the wordings of people's reports; another day stands beside it where it matters."""
    day, asks = readable_date(said.day), said.text[-1] in "?!"
    whole, begun = said.text + ("" if asks else "."), said.text + ("" if asks else ",")
    ways = [f"On {day} {said.speaker} said: “{whole}”", f"“{begun}” {said.speaker} said on {day}."]
    if said.kind != "another day":
        ways += [f"{said.speaker} said: “{whole}”", f"“{begun}” said {said.speaker}."]
    return random_.choice(ways)


Plant = Callable[[Said, list[Said], random.Random], Said | None]


def _changed_word(said: Said, drawn: list[Said], random_: random.Random) -> Said | None:
    """Return the sentence with a telling word of it replaced by one of another."""
    words = said.text.split()
    at = [number for number in range(1, len(words) - 1) if words[number].isalpha() and len(words[number]) > 4]
    others = [
        each for each in random_.choice(drawn).text.split() if each.isalpha() and each.islower() and len(each) > 4
    ]
    if not at or not others or (new := random_.choice(others)) in words:
        return None
    words[random_.choice(at)] = new
    return replace(said, text=" ".join(words), finding="altered")


def _dropped_negation(said: Said, drawn: list[Said], random_: random.Random) -> Said | None:
    """Return the sentence without its one negation, None where it has none."""
    del drawn, random_
    words = said.text.split()
    denying = [at for at, word in enumerate(words) if is_negation(word)]
    if len(denying) != 1 or denying[0] == 0:
        return None
    word = words[denying[0]]
    positive = re.sub(r"n['’]t$", "", word)
    if word.lower() in ("can't", "can’t", "won't", "won’t", "cannot"):
        positive = "can" if word.lower().startswith("can") else "will"
    words[denying[0] : denying[0] + 1] = [positive] if positive != word else []
    return replace(said, text=" ".join(words), finding="altered")


def _another_speaker(said: Said, drawn: list[Said], random_: random.Random) -> Said | None:
    """Return the sentence as somebody else's."""
    other = random_.choice(drawn).speaker
    return None if same_person(other, said.speaker) else replace(said, speaker=other, finding="other_speaker")


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


def _invented(said: Said, drawn: list[Said], random_: random.Random) -> Said | None:
    """Return a sentence that nobody said, as the speaker's."""
    del drawn
    parts = [random_.choice(each) for each in (_WHO, _DOES, _WHAT, _WHEN)]
    return replace(said, text=" ".join(parts), finding="not_found")


def _another_day(said: Said, drawn: list[Said], random_: random.Random) -> Said | None:
    """Return the sentence as said some days later."""
    del drawn
    day = date.fromisoformat(said.day) + timedelta(days=random_.randint(3, 60))
    return replace(said, day=day.isoformat(), finding="other_day")


PLANTS: dict[str, Plant] = {
    "changed word": _changed_word,
    "dropped negation": _dropped_negation,
    "another speaker": _another_speaker,
    "invented": _invented,
    "another day": _another_day,
}

if __name__ == "__main__":
    main()

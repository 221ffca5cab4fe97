"""How a draft's faults are named: quotations with planted faults and sound ones, written into drafts and checked.

    python -m benchmarks.quality.drafts STORE [--drafts 100] [--seed 27] [--show 20]
    python -m benchmarks.quality.drafts STORE --written FILE.jsonl

A draft has four faults and four sound quotations, drawn from the store's statements by a seed, each in the next
of the wordings of `benchmarks.quality.draft_wordings`: a changed word, a dropped negation, another speaker, an invented
quotation, another day. One line of JSON for each kind and for each wording says how many were named by the right
finding and by which others; the last line sums up. `--show` prints so many of those that were not. Drafts that
somebody wrote are lines of `{"text": …, "claims": [{"text": …, "finding": …}]}`.
"""

from __future__ import annotations

import argparse
import json
import random
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import cycle
from pathlib import Path
from typing import Any

from benchmarks.quality.draft_faults import PLANTS, Said, drawn
from benchmarks.quality.draft_wordings import WORDINGS
from index.text.sentences import Span
from rag.pipeline import Pipeline, open_pipeline
from rag.serve.operations.drafts import draft
from settings import Settings

SEED = 27
FAULTS, SOUND = 4, 4


@dataclass(frozen=True)
class Written:
    """A claim as it stands in a draft: what was said, in which wording, and where its pieces are."""

    said: Said
    wording: str
    spans: tuple[Span, ...]


Result = tuple[Written, str, str]
"""What was written, the finding, and what was told of it."""


def main() -> None:
    """Print one JSON line for each kind of fault and each wording, and one for all."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.quality.drafts", description=__doc__.split("\n")[0])
    parser.add_argument("store", type=Path, help="the folder of a stored index with many speakers")
    parser.add_argument("--drafts", type=int, default=100, help="how many drafts are written")
    parser.add_argument("--seed", type=int, default=SEED, help="by which what is written is drawn")
    parser.add_argument("--written", type=Path, help="a file of drafts that somebody wrote, instead")
    parser.add_argument("--show", type=int, default=0, help="how many of what was not named right are printed")
    chosen = parser.parse_args()
    pipeline = open_pipeline(Settings(store=chosen.store))
    drafts = in_file(chosen.written) if chosen.written else written(pipeline, chosen.drafts, chosen.seed)
    results = [(text, each) for text, claims in drafts for each in checked(text, claims, pipeline)]
    pipeline.close()
    for line in summed_up([each for _, each in results]):
        print(json.dumps(line))
    wrong = [(text, each) for text, each in results if not _right(each)]
    for text, (each, found, told) in wrong[: chosen.show]:
        print(json.dumps([each.said.kind, each.wording, found, _around(text, each.spans), told], ensure_ascii=False))


def in_file(path: Path) -> Iterator[tuple[str, list[Written]]]:
    """Yield the drafts of a file with the claims that are named in it."""
    for line in path.read_text(encoding="utf-8").splitlines():
        given: dict[str, Any] = json.loads(line)
        text, claims = str(given["text"]), list[Written]()
        for each in given["claims"]:
            start = text.index(each["text"])
            kind = "sound" if each["finding"] in ("exact", "unclear") else each["finding"]
            said = Said(each["text"], "", "", kind=kind, finding=each["finding"])
            claims.append(Written(said, "by hand", ((start, start + len(each["text"])),)))
        yield text, claims


def summed_up(results: Sequence[Result]) -> Iterator[dict[str, object]]:
    """Yield for each kind of fault and each wording what was found of it, then the shares of all."""
    named = {"kind": [each.said.kind for each, _, _ in results], "wording": [each.wording for each, _, _ in results]}
    for name, values in named.items():
        for value in dict.fromkeys(values):
            own = [each for each, own_value in zip(results, values, strict=True) if own_value == value]
            counts = Counter(found for _, found, _ in own) if name == "kind" else {}
            yield {name: value, "planted": len(own), "right": sum(map(_right, own)), **counts}
    faults = [_right(each) for each in results if each[0].said.kind != "sound"]
    alarms = [not _right(each) for each in results if each[0].said.kind == "sound"]
    shares = {"named": _share(faults), "false_alarms": _share(alarms)}
    yield {"kind": "all", "planted": len(faults), "sound": len(alarms), **shares}


def _right(result: Result) -> bool:
    """Return whether a fault is named as what it is, and no alarm given of what is sound."""
    (each, found, _) = result
    return found in ("exact", "unclear") if each.said.kind == "sound" else found == each.said.finding


def _share(each: Sequence[bool]) -> float:
    return round(sum(each) / max(1, len(each)), 4)


def _around(text: str, spans: Iterable[Span]) -> str:
    """Return the paragraph of a claim."""
    start, end = min(spans)[0], max(spans)[1]
    return text[text.rfind("\n\n", 0, start) + 1 : (text + "\n\n").find("\n\n", end)].strip()


def checked(text: str, claims: Sequence[Written], pipeline: Pipeline) -> Iterator[Result]:
    """Yield each claim of a draft with what was found of it, "missed" where it was not even seen."""
    found = draft(pipeline, {"text": text}, lambda message: None)["claims"]
    for each in claims:
        own = [
            claim for claim in found if any(claim["start"] < end and start < claim["end"] for start, end in each.spans)
        ]
        # Of a quotation that is read in two pieces the worse finding counts.
        own.sort(key=lambda claim: claim["finding"] in ("exact", "unclear"))
        yield each, own[0]["finding"] if own else "missed", own[0]["told"] if own else ""


def written(pipeline: Pipeline, number: int, seed: int) -> Iterator[tuple[str, list[Written]]]:
    """Yield drafts with what was planted in each."""
    random_ = random.Random(seed)
    sentences = drawn(pipeline.store.catalog, random_)
    # Each is taken once before any is taken again; a denial in so few that these are taken several times.
    left, plants, wordings = cycle(sentences), cycle(PLANTS.items()), cycle(WORDINGS)
    for _ in range(number):
        parts: list[tuple[Said, str, tuple[str, tuple[str, ...]]]] = []
        for _ in range(FAULTS):
            kind, plant = next(plants)
            # What a sentence cannot have (nothing is denied in it) is planted in another.
            planted = (plant(each, sentences, random_) for each in left)
            parts.append(_worded((replace(each, kind=kind) for each in planted if each), wordings, random_))
        parts += [_worded(left, wordings, random_) for _ in range(SOUND)]
        random_.shuffle(parts)
        yield _joined(parts)


def _worded(
    said: Iterator[Said], wordings: Iterator[str], random_: random.Random
) -> tuple[Said, str, tuple[str, tuple[str, ...]]]:
    """Return the first of what was said that fits the next wording, written so; another where many do not fit."""
    wording = next(wordings)
    for tried, each in enumerate(said, start=1):
        if worded := WORDINGS[wording](each, random_):
            return each, wording, worded
        if tried % len(WORDINGS) == 0:
            wording = next(wordings)
    raise ValueError("the store has too few statements")


def _joined(parts: Sequence[tuple[Said, str, tuple[str, tuple[str, ...]]]]) -> tuple[str, list[Written]]:
    """Return the paragraphs as one text, with where the pieces of each stand in it."""
    text, claims = "", list[Written]()
    for said, wording, (paragraph, pieces) in parts:
        offset = len(text)
        starts = [offset + paragraph.index(each) for each in pieces]
        claims.append(
            Written(said, wording, tuple((at, at + len(each)) for at, each in zip(starts, pieces, strict=True)))
        )
        text += f"{paragraph}\n\n"
    return text, claims


if __name__ == "__main__":
    main()

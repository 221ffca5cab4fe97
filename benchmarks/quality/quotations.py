"""How quotation checks judge words as they stand, in other typography, and with one thing changed.

    python -m benchmarks.quality.quotations STORE [--quotations 100]

From statements of the store's speakers sentences of 8 to 40 words are drawn by a fixed seed. Each is checked as it
stands, in other typography, and with a change of each kind; for each kind one line gives the share of every verdict.
All changed words judged `exact` are a defect; so is any unchanged one judged otherwise.
"""

from __future__ import annotations

import argparse
import json
import random
import re
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

from index.storage.store import Store
from index.text.sentences import sentences
from rag.answer import quote_check
from rag.pipeline import open_pipeline
from rag.records import Query, Scope
from settings import Settings

SEED = 11
FEWEST, MOST = 8, 40
Change = Callable[[str, random.Random], str | None]


def main() -> None:
    """Print one JSON line for each kind of change."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.quality.quotations", description=__doc__.split("\n")[0])
    parser.add_argument("store", type=Path)
    parser.add_argument("--quotations", type=int, default=100)
    chosen = parser.parse_args()
    pipeline = open_pipeline(Settings(store=chosen.store))
    drawn = list(_drawn(pipeline.store, chosen.quotations))
    scope = Scope(documents=0, statements=0, first=None, last=None)
    for name, change in CHANGES.items():
        random_ = random.Random(SEED)
        changed = [(speaker, changed) for speaker, said in drawn if (changed := change(said, random_))]
        queries = [
            Query(standalone=said, kind="quote_check", topic=said, speaker=who, speakers=(who,), quotation=said)
            for who, said in changed
        ]
        verdicts = Counter(quote_check.check(query, pipeline.store.catalog, scope).verdict for query in queries)
        print(json.dumps({"change": name, "checked": len(changed), **dict(verdicts)}), flush=True)
    pipeline.close()


def _drawn(store: Store, number: int) -> Iterator[tuple[str, str]]:
    """Yield speakers with a sentence of theirs, from different statements where there are enough."""
    said = []
    for each in store.catalog.documents():
        document = store.catalog.document(each.id)
        for statement in store.catalog.statements(each.id) if document else []:
            if document and statement.speaker and statement.kind != "reported" and statement.reported_by is None:
                spans = sentences(document.text, statement.start, statement.end)
                texts = [document.text[start:end] for start, end in spans]
                said.append((statement.speaker, [text for text in texts if FEWEST <= len(text.split()) <= MOST]))
    random_ = random.Random(SEED)
    for speaker, texts in random_.choices([each for each in said if each[1]], k=number):
        yield speaker, random_.choice(texts)


def _typography(said: str, _: random.Random) -> str:
    plain = said.translate(str.maketrans("“”„«»’‘–—", '"""""\'\'--'))
    return plain.replace(" ", "\u00a0", 2).replace("fi", "\ufb01").rstrip(".") + "…"


def _negated(said: str, _: random.Random) -> str | None:
    match = re.search(r"\b(?:is|are|was|were|will|can|must|should|have|has)\b", said)
    return f"{said[: match.end()]} not{said[match.end() :]}" if match else None


def _number(said: str, _: random.Random) -> str | None:
    changed = re.sub(r"\d", lambda digit: str((int(digit[0]) + 1) % 10), said, count=1)
    return changed if changed != said else None


def _dropped(said: str, random_: random.Random) -> str:
    words = said.split()
    # A dash by itself is no word.
    del words[random_.choice([at for at in range(1, len(words) - 1) if words[at].isalpha()])]
    return " ".join(words)


def _swapped(said: str, random_: random.Random) -> str:
    words = said.split()
    at = random_.randrange(1, len(words) - 1)
    words[at] = "otherwise"
    return " ".join(words)


CHANGES: dict[str, Change] = {
    "none": lambda said, _: said,
    "typography": _typography,
    "negation inserted": _negated,
    "number changed": _number,
    "word dropped": _dropped,
    "word replaced": _swapped,
    "a sentence added": lambda said, _: f"{said} That was never the question at all.",
}

if __name__ == "__main__":
    main()

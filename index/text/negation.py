"""The one lexicon of negation: which words deny, in English and in the languages beside it.

Attribution, the comparison of quotations, near-miss questions and near-identical texts all ask it.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from index.text.expressions import expression

LEXICON: dict[str, Any] = json.loads((Path(__file__).parent / "lexicon" / "sense.json").read_text(encoding="utf-8"))
"""The lists of operators by what they do, in words or small expressions; `index.senses.sense` reads the others."""
NEGATIONS: frozenset[str] = frozenset(
    word for words in LEXICON["negations"].values() for word in words.split()
) | frozenset(("no one", "no-one"))
"""Words that deny, in lower case; "n't" stands for all its auxiliaries."""
NOBODY = frozenset(("nobody", "no one", "no-one", "noone", "none", "neither"))
"""Subjects that make a denial of what they are said to say."""
NEAR = frozenset(LEXICON["near_negations"].split())
"""Words that deny nearly, or all but something."""
_STEMS = "|".join(rf"{stem}\w*" for stem in LEXICON["negative_stems"].split())
_WORDS = "|".join(sorted(map(re.escape, (NEGATIONS | NEAR) - {"n't"}), key=len, reverse=True))
NEGATION = expression(rf"\b(?:{_WORDS})\b|n['’]t\b", re.IGNORECASE)
"""A negation in a text."""
DENIAL = expression(rf"{NEGATION.pattern}|\b(?:{_STEMS})\b", re.IGNORECASE)
"""The same, or a verb or adjective that denies: failed, refused, lacks, unable."""


def is_negation(word: str) -> bool:
    """Return whether a single word denies: "never", "didn't", "didn’t"."""
    lower = word.lower().replace("’", "'")
    return lower in NEGATIONS or lower in {"hardly", "barely", "scarcely"} or lower.endswith("n't")

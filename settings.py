"""Settings: the only reader of the environment.

A `Settings` is a frozen value that is free to build: it loads no model and opens no file. Every field has one
environment variable, `ON_THE_RECORD_` and the field's name in capitals.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

from errors import SettingError

PREFIX = "ON_THE_RECORD_"
OFF_AT_ZERO = ("metrics_port", "questions_per_minute")
"""Numbers that may be 0, which turns off what they set."""
ROOT = Path(__file__).resolve().parent
_PATH = type(ROOT)


@dataclass(frozen=True)
class Settings:
    """Where things are kept and how much is asked for; what may hold a password is left out of its `repr`."""

    store: Path = ROOT / "data"
    """The folder of the stored index: catalog, Chroma folder and lock."""
    catalog_url: str = field(default="", repr=False)
    """The address of a PostgreSQL database for the catalog, instead of a file in the store; needs a Chroma server."""
    chroma_url: str = field(default="", repr=False)
    """The address of a Chroma server for the vectors, instead of a folder in the store."""
    chroma_headers: str = field(default="", repr=False)
    """Headers that a proxy in front of the Chroma server wants, as `Name: value`, separated by semicolons."""
    chroma_api_key: str = field(default="", repr=False)
    """The key of Chroma Cloud, or of a server that takes one."""
    chroma_tenant: str = "default_tenant"
    """The tenant on the Chroma server."""
    chroma_database: str = "default_database"
    """The database on the Chroma server."""
    aliases: Path = ROOT / "aliases.yaml"
    """The file that says which names are one person's; there need not be one."""
    embedder: str = "local:all-MiniLM-L6-v2"
    """Which embedding weights: `local:all-MiniLM-L6-v2` is the one that is installed."""
    model: str = "extractive"
    """What writes answers: `extractive`, the documents' own sentences, or a chat model as `provider:model`."""
    model_seconds: float = 60.0
    """How long a chat model may take for a reply before the extractive answer stands."""
    trace: str = ""
    """A file to which every prompt and reply of the chat model is added; none by default."""
    log: str = ""
    """A file to which a JSON line is added for each question and index run, `-` for standard error; none by default."""
    metrics_port: int = 0
    """The port of this machine at which the app tells /metrics and /health; 0 for none."""
    editors: str = ""
    """Comma-separated addresses of who may change the library; naming any asks everybody to sign in."""
    hosts: str = ""
    """Comma-separated names by which the app may be reached beside those of this machine: those of a proxy."""
    reranker: str = ""
    """A function `module:function` of the question and texts that gives each text a score; none is shipped."""
    reader: str = "installed"
    """What reads a fact's evidence: `installed`, the weights in rag/weights (docs/reader.md), or `none`."""
    strictness: str = "balanced"
    """How sure a fact must be to be answered: `lenient`, `balanced` or `strict` (rag/find/answerability.py)."""
    passage_tokens: int = 192
    """Token budget of a passage, in cl100k tokens: the model that gives the vectors reads 256 of its own.

    Right in the first ten of RealTime QA with 128 and 192: .853 and .901; nDCG of TIME with 128, 192 and 256: .695,
    .733 and .719 (`python -m benchmarks.quality.ranking`).
    """
    questions_per_minute: int = 60
    """How many questions one reader of the app may ask within a minute; 0 for any number."""
    questions_at_once: int = 8
    """How many questions the app works on at once; the others wait in line.

    For sentences of the documents any number will do: ten readers had first words after 1.4, 1.6 and 1.3 s (p50) with
    2, 8 and 100 at once, 150 questions about the sample on two busy cores (`python -m benchmarks.speed.load`). It
    bounds memory and what a chat model is asked at a time.
    """
    service_key: str = field(default="", repr=False)
    """The key that a service wants which `python -m evals --service` asks; none is sent where it is not set."""
    question_characters: int = 2_000
    """A longer question is refused."""
    shared_answers: int = 1_000
    """So many shared answers are kept, the newest; 0 for any number. Most take 10 to 100 kB."""
    shared_days: int = 365
    """A shared answer is deleted when another one is shared after so many days; 0 to keep it."""
    lock_seconds: float = 10.0
    """How long a command waits for another one to give the store back, and a question for a server to come back."""

    @property
    def one_owner(self) -> bool:
        """Return whether the store has one owner at a time; on servers any number of processes may open it."""
        return not self.catalog_url


def from_environment(environment: Mapping[str, str] | None = None) -> Settings:
    """Return the settings, each from its environment variable or its default.

    Raises:
        SettingError: a variable cannot be read as the kind of value its field holds.
    """
    source = os.environ if environment is None else environment
    chosen: dict[str, Any] = {}
    for each in fields(Settings):
        name = PREFIX + each.name.upper()
        if value := source.get(name, "").strip():
            chosen[each.name] = _read(name, value, type(each.default), each.name in OFF_AT_ZERO)
    return Settings(**chosen)


def _read(name: str, value: str, kind: Callable[[str], Any], may_be_zero: bool) -> Any:
    if kind is _PATH:
        return Path(value).expanduser()
    try:
        parsed = kind(value)
    except ValueError:
        raise SettingError(f"{name} is '{value}', which is not a number; set a number or unset it.") from None
    if kind is not str and not parsed > 0 and not (may_be_zero and parsed == 0):
        raise SettingError(f"{name} is '{value}'; set a number above zero or unset it.")
    return parsed

"""Neural models that onnxruntime runs on this machine: files checked by their digest, sessions, tokenizers.

A model that is not the published one would give other vectors or other answers without anybody knowing.
"""

from __future__ import annotations

import hashlib
import os
from pathlib import Path
from typing import Any

from errors import StoreError


class ModelFileError(StoreError):
    """A model's file is missing or is not the published one; the text names the file."""


def checked(path: Path, sha256: str) -> bytes:
    """Return a file's content.

    Raises:
        ModelFileError: there is no such file, or its digest is another one.
    """
    try:
        content = path.read_bytes()
    except OSError:
        raise ModelFileError(f"file {path.name} is missing") from None
    if hashlib.sha256(content).hexdigest() != sha256:
        raise ModelFileError(f"file {path.name} is not the published one")
    return content


def imported() -> Any:
    """Return onnxruntime, imported with the tokenizers."""
    # From release 1.32 on it looks up Microsoft's host for telemetry and writes a device's id below the home
    # folder, unless it finds this in the process's environment when it is loaded.
    os.putenv("ORT_DISABLE_TELEMETRY", "1")
    import onnxruntime
    import tokenizers  # noqa: F401

    return onnxruntime


def session(content: bytes) -> Any:
    """Return an onnxruntime session of a model on all cores of this machine."""
    onnxruntime = imported()
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = os.cpu_count() or 1
    options.log_severity_level = 3
    # Threads that wait for work in a loop keep others from it: without, a question takes 0.66 of the time (16 short
    # documents, 100 questions, twice; 0.63 with two processes at once), and indexing 1.08 of it.
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    return onnxruntime.InferenceSession(content, options)


def tokenizer(content: bytes) -> Any:
    """Return a tokenizer that neither cuts nor pads."""
    import tokenizers

    found = tokenizers.Tokenizer.from_buffer(content)
    found.no_truncation()
    found.no_padding()
    return found

"""What people think of an answer, kept in the store's folder as questions with known answers, for `python -m evals`."""

from __future__ import annotations

import json
import os
import secrets

from errors import StoreError
from index.owner_rpc import Payload, Show
from rag.pipeline import Pipeline

FILE = "feedback.jsonl"
MOST_BYTES = 50_000_000
"""A longer file takes nothing more: it is on a disk that the store needs."""


def feedback(pipeline: Pipeline, payload: Payload, show: Show) -> Payload:
    """Keep a judgement of an answer: a line that the evaluation reads as a question, with the right words if given.

    Raises:
        StoreError: it cannot be written.
    """
    del show
    right = str(payload.get("right") or "")
    record = {
        "qid": payload.get("qid") or secrets.token_hex(6),
        "question": payload["question"],
        "history": list(payload.get("history") or ()),
        "good": payload["good"],
        "answers": [right] if right else [],
        "type": "from_service",
    }
    path = pipeline.store.folder / FILE
    try:
        with open(os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT | os.O_NOFOLLOW, 0o600), "ab") as out:
            if out.tell() > MOST_BYTES:
                raise StoreError(f"{path} is full; move it away.")
            out.write(json.dumps(record, ensure_ascii=False).encode() + b"\n")
    except OSError as error:
        raise StoreError(f"{path} cannot be written ({error.strerror}); free some space or allow writing.") from None
    return {"kept": True}

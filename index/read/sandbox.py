"""Files of other people's formats are read, and texts analysed, in processes of their own: bounded time and memory.

A parser that hangs, crashes or eats memory costs its file, never the index run or the chat; nor does a regular
expression that holds the interpreter while it looks for a way through a text. A process is started at the first such
file, reads one after another, and is replaced when it had to be stopped.
"""

from __future__ import annotations

import atexit
import contextlib
import json
import os
import pickle
import resource
import struct
import subprocess
import sys
import threading
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import IO, Any

from errors import DocumentError
from index.attribution.attribute import Analysis, analyse
from index.read.formats import READERS
from index.readers.parsed import Parsed
from index.readers.pdf import original
from index.readers.pdf.original import Picture, Sought
from index.records import Document, Statement

SECONDS = 120.0
"""A PDF of 1,000 pages takes some 20."""
MEMORY_BYTES = 3_000_000_000
"""Of address space; the parsers' libraries take 0.6 GB of it before they read anything."""
CHARACTERS_A_SECOND = 20_000
"""So many more characters may take a second more to analyse; news takes a tenth of that on one core."""
_ANALYSE, _DRAW = "analyse", "draw"
_DOING = {_ANALYSE: "analyse", _DRAW: "draw"}
_ENDED = {
    "read": "stopped its reader, which ran out of memory or has a defect; save it in another format.",
    "analyse": "stopped its analysis, which ran out of memory or has a defect; split it.",
    "draw": "stopped what draws its pages, which ran out of memory or has a defect; the text is still there.",
}
_HEAD = struct.Struct(">HQ")
_LENGTH = struct.Struct(">Q")


@dataclass
class Isolated:
    """Reads files in another process; any thread may call it, one file is read at a time."""

    seconds: float = SECONDS
    memory: int = MEMORY_BYTES
    _process: subprocess.Popen[bytes] | None = None
    _reading: threading.Lock = field(default_factory=threading.Lock)

    def read(self, suffix: str, content: bytes) -> list[Parsed]:
        """Return what the reader of the suffix makes of a file's bytes.

        Raises:
            DocumentError: it cannot be read, or not within the time and memory that it may take.
        """
        reply = self._reply_to(suffix, content, self.seconds, "read")
        return [_parsed(each) for each in reply["parsed"]]

    def analyse(self, document: Document) -> Analysis:
        """Return what the document's analysis finds.

        Raises:
            DocumentError: it needs more time or memory than it may take.
        """
        seconds = self.seconds + len(document.text) / CHARACTERS_A_SECOND
        # Pickled are our own values, on their way to the process; what comes back of it is JSON.
        reply = self._reply_to(_ANALYSE, pickle.dumps(document), seconds, "analyse")
        statements = [Statement(**{**each, "candidates": tuple(each["candidates"])}) for each in reply["statements"]]
        return Analysis(statements, {(name, alias) for name, alias in reply["names"]})

    def picture(self, path: str, stamp: Sequence[int], page: int | None, words: Sought | None, width: int) -> Picture:
        """Return a page of a PDF as a picture with the places of words (index/readers/pdf/original.py).

        Raises:
            DocumentError: it cannot be drawn, or not within the time and memory that it may take.
        """
        request = {"path": path, "stamp": list(stamp), "page": page, "width": width}
        encoded = json.dumps({**request, "words": asdict(words) if words else None}).encode()
        return original.from_answer(self._reply_to(_DRAW, encoded, self.seconds, "draw")["picture"])

    def warm(self) -> None:
        """Have the process ready to draw, so that the first page does not wait for it to start."""
        with contextlib.suppress(DocumentError):
            self._reply_to(_DRAW, b"null", self.seconds, "draw")

    def _reply_to(self, what: str, content: bytes, seconds: float, doing: str) -> dict[str, Any]:
        """Return what the process replies, which is stopped and replaced where that takes longer."""
        with self._reading:
            process = self._started()
            stopped = threading.Event()

            def stop() -> None:
                stopped.set()
                process.kill()

            clock = threading.Timer(seconds, stop)
            clock.daemon = True
            clock.start()
            try:
                reply = _asked(process, what, content)
            finally:
                clock.cancel()
            if reply is None:
                self._end()
                if stopped.is_set():
                    step = "the text is still there" if doing == _DRAW else "split it or save it again"
                    raise DocumentError(f"took longer than {round(seconds, 2):g} seconds to {doing}; {step}.")
                raise DocumentError(_ENDED[doing])
        if "error" in reply:
            raise DocumentError(str(reply["error"]))
        return reply

    def close(self) -> None:
        """Stop the process, if there is one."""
        with self._reading:
            self._end()

    def _started(self) -> subprocess.Popen[bytes]:
        if self._process is None or self._process.poll() is not None:
            self._end()
            command = [sys.executable, "-m", "index.read.sandbox", str(self.memory)]
            pipe, nothing = subprocess.PIPE, subprocess.DEVNULL
            root = Path(__file__).resolve().parents[2]
            self._process = subprocess.Popen(command, cwd=root, stdin=pipe, stdout=pipe, stderr=nothing)
            atexit.register(self.close)
        return self._process

    def _end(self) -> None:
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            for pipe in (process.stdin, process.stdout):
                if pipe:
                    with contextlib.suppress(BrokenPipeError):
                        pipe.close()
            process.wait()
            atexit.unregister(self.close)


def _asked(process: subprocess.Popen[bytes], suffix: str, content: bytes) -> dict[str, Any] | None:
    """Return what the process says of a file, None where it ended instead."""
    assert process.stdin is not None
    assert process.stdout is not None
    name = suffix.encode()
    try:
        process.stdin.write(_HEAD.pack(len(name), len(content)) + name)
        process.stdin.write(content)
        process.stdin.flush()
    except BrokenPipeError:
        return None
    head = process.stdout.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        return None
    encoded = process.stdout.read(_LENGTH.unpack(head)[0])
    try:
        found: dict[str, Any] = json.loads(encoded)
    except ValueError:
        return None
    return found


def _parsed(reply: dict[str, Any]) -> Parsed:
    return Parsed(
        text=reply["text"],
        about={name: (value, where) for name, (value, where) in reply["about"].items()},
        key=reply["key"],
        pages=tuple(reply["pages"]),
        times=tuple((offset, second) for offset, second in reply["times"]),
        problems=tuple(reply["problems"]),
        letterhead=reply["letterhead"],
        omitted=tuple((what, count) for what, count in reply["omitted"]),
        turns=tuple((start, end, speaker, day) for start, end, speaker, day in reply["turns"]),
    )


def main(arguments: Sequence[str]) -> int:
    """Read the files that come on standard input until it ends, with so much memory; nothing else may be printed."""
    memory = int(arguments[0])
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    replies = os.fdopen(os.dup(1), "wb")
    # A library that prints would spoil the replies.
    os.dup2(2, 1)
    while head := sys.stdin.buffer.read(_HEAD.size):
        length, size = _HEAD.unpack(head)
        suffix = sys.stdin.buffer.read(length).decode()
        _reply(replies, _answer(suffix, sys.stdin.buffer.read(size)))
    return 0


def _answer(suffix: str, content: bytes) -> dict[str, Any]:
    try:
        if suffix == _ANALYSE:
            found = analyse(pickle.loads(content))
            return {"statements": [asdict(each) for each in found.statements], "names": sorted(found.names)}
        if suffix == _DRAW:
            return {"picture": original.answer(json.loads(content))}
        return {"parsed": [asdict(each) for each in READERS[suffix](content)]}
    except DocumentError as error:
        return {"error": str(error)}
    except MemoryError:
        return {"error": f"needs more memory to {_DOING.get(suffix, 'read')} than a file may take; split it."}
    except Exception as error:
        if suffix == _ANALYSE:
            return {"error": f"cannot be analysed ({type(error).__name__}); split it or leave it out."}
        if suffix == _DRAW:
            return {"error": f"cannot be drawn ({type(error).__name__}); it may be damaged."}
        # Parsers raise what they like at files that are not what they say.
        return {"error": f"cannot be read ({type(error).__name__}); it may be damaged, save it again."}


def _reply(replies: IO[bytes], reply: dict[str, Any]) -> None:
    encoded = json.dumps(reply).encode()
    replies.write(_LENGTH.pack(len(encoded)) + encoded)
    replies.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""A chat model chooses and connects; the program inserts the words and checks every claim.

The model's reply is read line by line as it comes. A line names the evidence that it rests on and makes one claim; a
claim that names none, or that its sentences do not bear out (rag/verify.py), is left out and counted. Whatever goes
wrong with a model (down, slow, nonsense) costs no more than a notice: the extractive answer stands.
"""

from __future__ import annotations

import queue
import re
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from errors import ModelError
from index.nations import unified
from index.sentences import sentences
from index.store import Store
from index.words import content_words
from rag import prompts, verify
from rag.compose import marks
from rag.records import Citation, Query, Segment

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel

MOST_CLAIMS = 6
SHARED = 0.4
"""Share of a claim's words that its evidence must have; what a document orders a model to say has few of them."""
STOPPING_SECONDS = 1.0
"""How long a model that is told to stop is waited for; one that hangs is left behind."""
LONGEST_REPLY = 8_000
"""Characters of a reply that are read; a model that goes on and on is stopped."""
_LINE = re.compile(r"^\W{0,4}(?P<ids>S\d+(?:\W{1,3}S\d+)*)\W{0,3}\s*[|:–—-]\s*(?P<claim>.*\S)\s*$")
_ID = re.compile(r"S(\d+)")
_BRACED = re.compile(r"\{\s*S(\d+)\s*\}")
_ENDS = (".", "!", "?", "…", "}", "”", '"', ")", "]")
_MARKUP = re.compile(r"://|\bwww\.|[<>`]|\]\(|!\[|\||\w{3}/\w{3}", re.IGNORECASE)
"""Addresses, tags and pictures: nothing that is said needs them, and a document may want them sent somewhere."""
_DONE = object()


@dataclass(frozen=True)
class Claim:
    """One line of a reply: the numbers of the evidence that it names and its text, `{S1}` where words belong."""

    numbers: tuple[int, ...]
    text: str


@dataclass
class Writing:
    """What a model has written so far: checked segments, what they cite, and how many lines were left out."""

    segments: list[Segment] = field(default_factory=list)
    citations: list[Citation] = field(default_factory=list)
    told: set[str] = field(default_factory=set)
    """The claims, as the model wrote them: some say one thing over and over."""
    dropped: int = 0
    declined: bool = False
    """Whether the model said that the evidence does not answer."""


@dataclass(frozen=True)
class Writer:
    """A chat model with its name and the time that it has for a reply."""

    name: str
    model: BaseChatModel
    seconds: float = 60.0
    grammar: Callable[[Sequence[int]], str] | None = None
    """What holds the reply to its form, given the numbers of the evidence, for a model that takes a grammar."""

    def write(self, query: Query, evidence: Sequence[Citation], store: Store, writing: Writing) -> Iterator[Segment]:
        """Yield the checked segments of the reply as its lines come, and leave what was written in `writing`.

        Raises:
            ModelError: the model fails, or is not done in time; what was yielded stands.
        """
        known = {each.n: each for each in evidence}
        for line in self._lines(query, evidence):
            if line.strip().strip(".").upper() == "NONE":
                writing.declined = True
                return
            claim = parsed(line, known)
            if claim is None:
                writing.dropped += bool(line.strip())
                continue
            if claim.text in writing.told:
                continue
            for segment in _checked(claim, known, store, writing):
                writing.segments.append(segment)
                yield segment
            if len(writing.told) == MOST_CLAIMS:
                return

    def _lines(self, query: Query, evidence: Sequence[Citation]) -> Iterator[str]:
        held = ""
        held_to = {"grammar": self.grammar([each.n for each in evidence])} if self.grammar else {}
        for piece in self._pieces(prompts.messages(query, evidence), held_to):
            held += piece
            *whole, held = held.split("\n")
            yield from whole
        # A last line that ends nowhere was cut off, by the model's limit or on the way.
        if held.rstrip().endswith(_ENDS) or held.strip().upper() == "NONE":
            yield held

    def _pieces(self, messages: list[Any], named: dict[str, str]) -> Iterator[str]:
        """Yield the reply's text as it comes; a thread waits for the model, so that a stall can be left behind."""
        pieces: queue.SimpleQueue[Any] = queue.SimpleQueue()
        stopped = threading.Event()
        running = threading.Thread(target=self._stream, args=(messages, named, pieces, stopped), daemon=True)
        running.start()
        ends = time.monotonic() + self.seconds
        length = 0
        try:
            while length < LONGEST_REPLY:
                try:
                    piece = pieces.get(timeout=max(0.0, ends - time.monotonic()))
                except queue.Empty:
                    raise ModelError(f"The model {self.name} was not done in {self.seconds:g} seconds") from None
                if piece is _DONE:
                    return
                if isinstance(piece, Exception):
                    raise ModelError(f"The model {self.name} failed ({type(piece).__name__})") from piece
                length += len(piece)
                yield piece
        finally:
            stopped.set()
            running.join(STOPPING_SECONDS)

    def _stream(
        self, messages: list[Any], named: dict[str, Any], pieces: queue.SimpleQueue[Any], stopped: threading.Event
    ) -> None:
        try:
            stream = self.model.stream(messages, **named)
            for chunk in stream:
                if stopped.is_set():
                    if close := getattr(stream, "close", None):
                        close()
                    return
                pieces.put(_text(chunk.content))
            pieces.put(_DONE)
        except Exception as error:
            # Providers raise what they like; the reader tells it apart from text and names its kind.
            pieces.put(error)


def parsed(line: str, known: dict[int, Citation]) -> Claim | None:
    """Return the claim of a line, or None where it names no evidence that there is."""
    match = _LINE.match(line.strip())
    if match is None:
        return None
    numbers = [int(each) for each in _ID.findall(match["ids"])]
    braced = [int(each) for each in _BRACED.findall(match["claim"])]
    kept = tuple(dict.fromkeys(each for each in [*numbers, *braced] if each in known))
    # "She said:" with nothing after it promises words and gives none.
    if not kept or any(each not in known for each in braced) or match["claim"].endswith(":"):
        return None
    return Claim(kept, match["claim"])


def _checked(claim: Claim, known: dict[int, Citation], store: Store, writing: Writing) -> list[Segment]:
    """Return the segments of a claim that its evidence bears out, with its citations numbered on."""
    cited = list(writing.citations)
    numbers: dict[int, int] = {}
    for each in claim.numbers:
        place = (known[each].doc, known[each].start, known[each].end)
        same = next((other for other in cited if (other.doc, other.start, other.end) == place), None)
        if same is None:
            same = replace(known[each], n=len(cited) + 1)
            cited.append(same)
        numbers[each] = same.n
    markers = "".join(f" [{numbers[each]}]" for each in claim.numbers)
    # The inserted words are the document's; what the model says around them is held to them, sentence by sentence.
    told = _BRACED.sub(" ", claim.text)
    if _MARKUP.search(told) or not _shares_words(told, [each for each in cited if each.n in numbers.values()]):
        writing.dropped += 1
        return []
    if verify.draft(" ".join(f"{told[slice(*span)]}{markers}" for span in sentences(told)), cited, store).findings:
        writing.dropped += 1
        return []
    writing.citations[:] = cited
    writing.told.add(claim.text)
    text = claim.text if re.search(r"\w", told) else f"{_who(known[claim.numbers[0]])}: {claim.text}"
    return [*([Segment("\n\n")] if writing.segments else []), *_segments(text, markers, known, numbers, cited)]


def _shares_words(text: str, cited: Sequence[Citation]) -> bool:
    """Return whether enough of a claim's words stand in what it names, or are known of it, for it to be about that."""
    said = set(content_words(unified(text)))
    known = " ".join(" ".join(filter(None, (each.text, each.speaker, each.reported_by, each.title))) for each in cited)
    return len(said & set(content_words(unified(known)))) >= SHARED * len(said)


def _who(citation: Citation) -> str:
    """Return whose words a citation holds, for one that a model gave without a word of its own."""
    told = f", as told by {citation.reported_by}" if citation.reported_by else ""
    return f"{citation.speaker or citation.title}{told}"


def _segments(
    text: str, markers: str, known: dict[int, Citation], numbers: dict[int, int], cited: Sequence[Citation]
) -> list[Segment]:
    """Return a claim's text with the document's words as segments of their own."""
    by_number = {each.n: each for each in cited}
    segments: list[Segment] = []
    end = 0
    for match in _BRACED.finditer(text):
        citation = by_number[numbers[int(match[1])]]
        left, right = marks(citation.text)
        segments += [Segment(f"{text[end : match.start()]}{left}"), Segment(citation.text, citation), Segment(right)]
        end = match.end()
    return [each for each in (*segments, Segment(f"{text[end:]}{markers}")) if each.text]


def _text(content: Any) -> str:
    """Return a message's text; some providers give it in parts."""
    if isinstance(content, str):
        return content
    parts = content if isinstance(content, list) else []
    return "".join(each if isinstance(each, str) else str(each.get("text", "")) for each in parts)

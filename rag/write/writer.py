"""A chat model's reply, read line by line within a token budget: the program inserts the words and checks every claim.

The model's reply is read line by line as it comes. A line names the evidence that it rests on and makes one claim; a
claim that names none, or that its sentences do not support (rag/check/verify.py), is left out and counted. Whatever
goes wrong with a model (down, slow, nonsense) costs no more than a notice: the extractive answer stands.

More evidence than fits is written of in two steps: part by part, each of one speaker or one time, then what the claims
of the parts have in common, which is checked against the same sentences.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field, replace
from functools import partial
from typing import TYPE_CHECKING, Any

from errors import ModelError
from index.names.names import unsure
from index.text.countries import unified
from index.text.expressions import expression
from index.text.sentences import sentences
from index.text.stems import content_words
from index.text.tokens import count as count_tokens
from rag.check import verify
from rag.check.cite import day_of_words, hidden_sense, marks_of
from rag.phrasing import readable_date
from rag.records import Citation, Documents, Material, Query, Segment
from rag.write import prompts
from rag.write.reply_stream import StalledError, Waiting, pieces_of

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel

MOST_CLAIMS = 6
EVIDENCE_TOKENS, TOKENS_BESIDE = 1_500, 20
"""How many tokens of evidence a model is given, and what a line of it takes beside its words."""
PARTS = 4
"""Evidence that does not fit is written of in at most so many parts."""
TOGETHER = "Taken together"
IN_ITS_WORDING = ", in the document’s wording"
"""What goes with words that tell what somebody said and are not those that were said."""
LONGEST_REWRITING = 300
"""Characters of a follow-up that a model made whole."""
SHARED = 0.4
"""Share of a claim's words that its evidence must have; what a document orders a model to say has few of them."""
STOPPING_SECONDS = 1.0
"""How long a model that is to stop is waited for; one that hangs is left behind."""
LONGEST_PLAN = 1_000
"""Characters of a plan of a question."""
LONGEST_REPLY = 8_000
"""Characters of a reply that are read; a model that goes on and on is stopped."""
_LINE = expression(r"^\W{0,4}(?P<ids>S\d+(?:\W{1,3}S\d+)*)\W{0,3}\s*[|:–—-]\s*(?P<claim>.*\S)\s*$")
_ID = expression(r"S(\d+)")
_BRACED = expression(r"\{\s*S(\d+)\s*\}")
_CHOSEN = expression(r"^\W*(S\d+)\W*$")
_ENDS = (".", "!", "?", "…", "}", "”", '"', ")", "]")
_MARKUP = expression(r"://|\bwww\.|[<>`]|\]\(|!\[|\||\w{3}/\w{3}", re.IGNORECASE)
"""Addresses, tags and pictures: nothing that is said needs them, and a document may want them sent somewhere."""
_POINTING = frozenset(content_words("one ones thing things former latter else"))
"""What a follow-up points with, which its whole question names."""


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
    claims: list[Claim] = field(default_factory=list)
    """The claims that stand, as the model wrote them."""
    dropped: int = 0
    declined: bool = False
    """Whether the model said that the evidence does not answer."""
    material: Material | None = None

    def add(self, segments: Sequence[Segment]) -> Sequence[Segment]:
        """Keep the segments of a claim, apart from what stands before them, and return them so."""
        apart = [*([Segment("\n\n")] if self.segments else []), *segments]
        self.segments += apart
        return apart


@dataclass(frozen=True)
class Writer:
    """A chat model with its name, the time that it has for a reply, and how much evidence it is given."""

    name: str
    model: BaseChatModel
    seconds: float = 60.0
    grammar: Callable[[Sequence[int], bool], str] | None = None
    """What holds a reply to its form, given the numbers of the evidence, for a model that takes a grammar."""
    budget: int = EVIDENCE_TOKENS
    """Tokens of evidence for one reply."""
    count: Callable[[str], int] = count_tokens
    """Tokens of a text: by the model's own tokenizer where that is known, else cl100k."""
    watch: Callable[[Iterator[str]], Iterator[str]] = iter
    """What the pieces of each reply pass through as they come: nothing, or a clock (rag/timing.py)."""
    chooses: bool = False
    """Whether the model only chooses sentences and words nothing, as one must that is too small to word it right."""
    plans: bool = False
    """Whether the model is asked how to read a question before it is answered."""

    def write(
        self, query: Query, evidence: Sequence[Citation], documents: Documents, writing: Writing
    ) -> Iterator[Segment]:
        """Yield the checked segments of the reply as its lines come, and leave what was written in `writing`.

        Raises:
            ModelError: the model fails, or is not done in time; what was yielded stands.
        """
        kept = self._within(evidence)
        writing.material = Material(len(kept), self.cost(kept), self.budget)
        for segments in self._claims(prompts.messages(query, kept, self.chooses), kept, documents, writing):
            yield from writing.add(segments)

    def summarise(
        self, query: Query, evidence: Sequence[Citation], documents: Documents, writing: Writing
    ) -> Iterator[Segment]:
        """Yield what each part of the evidence supports, then what the parts have in common, all of it cited.

        Raises:
            ModelError: the model fails, or is not done in time; what was yielded stands.
        """
        parts = [_spread(part, self.cost(part), self.budget) for part in self._parts(evidence)]
        given = [each for part in parts for each in part]
        writing.material = Material(len(given), self.cost(given), self.budget * len(parts))
        for part in parts:
            heading = [Segment(f"{_heading(part)}:\n\n")]
            for segments in self._claims(prompts.messages(query, part, self.chooses), part, documents, writing):
                yield from writing.add([*heading, *segments])
                heading = []
        writing.declined = False
        if len(writing.claims) > 1 and not self.chooses:
            heading = [Segment(f"{TOGETHER}:\n\n")]
            drawn = prompts.together(query, [(each.numbers, _BRACED.sub("", each.text)) for each in writing.claims])
            for segments in self._claims(drawn, given, documents, writing):
                yield from writing.add([*heading, *segments])
                heading = []

    def rewritten(self, question: str, history: Sequence[str]) -> str | None:
        """Return a follow-up made whole with the words of the questions before it, or None where that fails."""
        reply = self._short(prompts.rewriting(question, history), LONGEST_REWRITING, "\n")
        text = (reply or "").strip().split("\n")[0].strip().strip('"“”')
        return text if _is_of(text, question, history) else None

    def planned(self, question: str, history: Sequence[str]) -> str | None:
        """Return the parts that the model reads in a question, a line each as it wrote them, or None where it fails."""
        return self._short(prompts.planning(question, history), LONGEST_PLAN, "\n\n")

    def _short(self, messages: prompts.Messages, longest: int, end: str) -> str | None:
        """Return a short reply whole, at most up to `end`, or None where the model fails."""
        text = ""
        try:
            for piece in self.watch(self._pieces(messages, {})):
                text += piece
                if end in text.strip() or len(text) > longest:
                    break
        except ModelError:
            return None
        return text

    def cost(self, evidence: Sequence[Citation]) -> int:
        """Return how many tokens of the budget the evidence takes."""
        return sum(self.count(each.text) + TOKENS_BESIDE for each in evidence)

    def _within(self, evidence: Sequence[Citation]) -> list[Citation]:
        """Return the first of the evidence, as much as the budget holds, one sentence in any case."""
        kept: list[Citation] = []
        left = self.budget
        for each in evidence:
            left -= self.cost([each])
            if kept and left < 0:
                break
            kept.append(each)
        return kept

    def _parts(self, evidence: Sequence[Citation]) -> list[list[Citation]]:
        """Return the evidence of each speaker by day, the longest halved at a day until it fits or parts are enough."""
        by_speaker: dict[str | None, list[Citation]] = {}
        for each in evidence:
            by_speaker.setdefault(each.speaker, []).append(each)
        most = sorted(by_speaker.values(), key=len, reverse=True)
        parts = [sorted(part, key=lambda each: (each.said_on or "", each.doc, each.start)) for part in most[:PARTS]]
        while len(parts) < PARTS:
            longest = max(parts, key=self.cost)
            halves = _halved(longest)
            if self.cost(longest) <= self.budget or halves is None:
                break
            at = parts.index(longest)
            parts[at : at + 1] = halves
        return parts

    def _claims(
        self, messages: prompts.Messages, evidence: Sequence[Citation], documents: Documents, writing: Writing
    ) -> Iterator[list[Segment]]:
        """Yield the segments of each claim of a reply that its evidence supports."""
        known = {each.n: each for each in evidence}
        stand = 0
        for line in self._lines(messages, known):
            if line.strip().strip(".").upper() == "NONE":
                writing.declined = True
                return
            claim = parsed(_CHOSEN.sub(r"\1 | {\1}", line) if self.chooses else line, known)
            # Some models say one thing over and over; one that only chooses is done then.
            if claim and any(claim.text == each.text for each in writing.claims):
                if self.chooses:
                    return
                continue
            segments = _checked(claim, known, documents, writing) if claim else []
            if claim and segments:
                writing.claims.append(claim)
                stand += 1
                yield segments
            else:
                writing.dropped += bool(line.strip())
            if stand == MOST_CLAIMS:
                return

    def _lines(self, messages: prompts.Messages, known: dict[int, Citation]) -> Iterator[str]:
        rest = ""
        form = {"grammar": self.grammar(list(known), self.chooses)} if self.grammar else {}
        for piece in self.watch(self._pieces(messages, form)):
            rest += piece
            *whole, rest = rest.split("\n")
            yield from whole
        # A last line that ends nowhere was cut off, by the model's limit or on the way.
        if rest.rstrip().endswith(_ENDS) or rest.strip().upper() == "NONE":
            yield rest

    def _pieces(self, messages: prompts.Messages, named: dict[str, str]) -> Iterator[str]:
        """Yield the reply's text as it comes."""
        length = 0
        produce = partial(self._stream, messages, named)
        with closing(pieces_of(produce, seconds=self.seconds, stopping_seconds=STOPPING_SECONDS)) as pieces:
            try:
                for piece in pieces:
                    length += len(piece)
                    yield piece
                    if length >= LONGEST_REPLY:
                        return
            except StalledError:
                raise ModelError(f"The model {self.name} did not finish in {self.seconds:g} seconds") from None
            except Exception as error:
                raise ModelError(f"The model {self.name} failed ({type(error).__name__})") from error

    def _stream(self, messages: prompts.Messages, named: dict[str, Any], waiting: Waiting) -> None:
        stream = self.model.stream(messages, **named)
        for chunk in stream:
            if waiting.is_over:
                if close := getattr(stream, "close", None):
                    close()
                return
            waiting.give(_text(chunk.content))


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


def _checked(claim: Claim, known: dict[int, Citation], documents: Documents, writing: Writing) -> list[Segment]:
    """Return the segments of a claim, with its citations numbered on; none where its evidence does not support it."""
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
    # The inserted words are the document's; what the model says around them is checked by them, sentence by sentence.
    plain = _BRACED.sub(" ", claim.text)
    if _MARKUP.search(plain) or not _shares_words(plain, [each for each in cited if each.n in numbers.values()]):
        return []
    if verify.draft(
        " ".join(f"{plain[slice(*span)]}{markers}" for span in sentences(plain)), cited, documents
    ).findings:
        return []
    writing.citations[:] = cited
    text = claim.text if re.search(r"\w", plain) else f"{_who(known[claim.numbers[0]])}: {claim.text}"
    return _segments(text, markers, known, numbers, cited)


def _shares_words(text: str, cited: Sequence[Citation]) -> bool:
    """Return whether enough of a claim's words stand in what it names, or are known of it, for it to be about that."""
    said = set(content_words(unified(text)))
    known = " ".join(" ".join(filter(None, (each.text, each.speaker, each.reported_by, each.title))) for each in cited)
    return len(said & set(content_words(unified(known)))) >= SHARED * len(said)


def _who(citation: Citation) -> str:
    """Return whose words a citation holds, for one that a model gave without a word of its own."""
    reporter = f", as reported by {citation.reported_by}" if citation.reported_by else ""
    reporter += IN_ITS_WORDING if citation.statement == "reported" and citation.speaker else ""
    when = day_of_words(citation)
    who = citation.speaker or (unsure(citation.candidates) if citation.candidates else citation.title)
    return f"{who}{reporter}{hidden_sense(citation)}{when}"


def _segments(
    text: str, markers: str, known: dict[int, Citation], numbers: dict[int, int], cited: Sequence[Citation]
) -> list[Segment]:
    """Return a claim's text with the document's words as segments of their own."""
    by_number = {each.n: each for each in cited}
    segments: list[Segment] = []
    end = 0
    for match in _BRACED.finditer(text):
        citation = by_number[numbers[int(match[1])]]
        left, right = marks_of(citation)
        before = text[end : match.start()]
        if citation.statement == "reported" and citation.speaker:
            # "Ana Ruiz said: …" would make the reporter's words hers.
            before = f"{before.rstrip(' :,')}{IN_ITS_WORDING}: "
        segments += [Segment(f"{before}{left}"), Segment(citation.text, citation), Segment(right)]
        end = match.end()
    return [each for each in (*segments, Segment(f"{text[end:]}{markers}")) if each.text]


def _text(content: Any) -> str:
    """Return a message's text; some providers give it in parts."""
    if isinstance(content, str):
        return content
    parts = content if isinstance(content, list) else []
    return "".join(each if isinstance(each, str) else str(each.get("text", "")) for each in parts)


def _halved(part: list[Citation]) -> list[list[Citation]] | None:
    """Return what was said before and from the day that parts it best in two; None where all is of one day."""
    starts = [at for at in range(1, len(part)) if part[at].said_on != part[at - 1].said_on]
    at = min(starts, key=lambda at: abs(at - len(part) / 2), default=None)
    return None if at is None else [part[:at], part[at:]]


def _spread(part: Sequence[Citation], cost: int, budget: int) -> list[Citation]:
    """Return evenly so many of a part's sentences as the budget holds."""
    step = max(1, -(-cost // budget))
    return list(part[::step])


def _heading(part: Sequence[Citation]) -> str:
    """Return of whom and of when a part of the evidence is."""
    days = sorted(each.said_on for each in part if each.said_on)
    when = (
        ""
        if not days
        else f" ({readable_date(days[0])}{f' to {readable_date(days[-1])}' if days[0] != days[-1] else ''})"
    )
    return f"{part[0].speaker or 'The documents’ own words'}{when}"


def _is_of(text: str, question: str, history: Sequence[str]) -> bool:
    """Return whether a rewritten question has all that was asked, and no word that nobody asked with."""
    asked, has = set(content_words(" ".join([*history, question]))), set(content_words(text))
    return bool(has) and set(content_words(question)) - _POINTING <= has <= asked

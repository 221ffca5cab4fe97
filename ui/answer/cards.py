"""An answer as HTML: its first line set apart, words that stand for themselves as cards, all else as running text.

Words of documents are escaped; only the program's own markers become links.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from itertools import takewhile
from typing import NamedTuple
from urllib.parse import urlencode

from index.names.names import unsure
from index.senses.sense import SENSE_LABELS
from index.text.sentences import sentences
from index.transcripts.label_names import readable_name
from rag.check.cite import MORE, day_of_words
from rag.records import CHECK_LABELS, Citation, Segment
from ui import navigation, render

TIP_CHARACTERS = 400
"""So much of the cited words is shown when a marker is pointed at."""
QUOTES = ("“", "„", "«", '"')
MARKER = re.compile(r"\[(\d+)\]")
_BEFORE = re.compile(r"(?P<text>.*?)(?P<mark>[“\"«„]?)\Z", re.DOTALL)
"""What stands before cited words: the program's text, and the mark that opens a quotation."""
_AFTER = re.compile(r"(?P<mark>[”\"»“]?)(?P<numbers>(?: ?\[\d+\])*)(?P<text>.*)\Z", re.DOTALL)
_NUMBERS = re.compile(r"^(?: ?\[\d+\])+")
_LAST_LINE = re.compile(r"(?P<text>.*?)(?P<line>[^\n]*)\Z", re.DOTALL)


@dataclass(frozen=True)
class _Card:
    """Cited words that stand for themselves, with the line that introduces them and their marks."""

    lead: str
    opening: str
    segment: Segment
    closing: str
    numbers: str


_Piece = str | Segment | _Card


def answer_html(
    segments: Iterable[Segment], citations: Iterable[Citation] = (), turn: str = "", known: str = ""
) -> str:
    """Return the answer as HTML; a marker shows its words when it is pointed at or focused, and opens the source.

    `turn` names the answer to what opens sources, as in `data-opens="2-1"`; without citations no marker is a link.
    What is `known` of all words, as whose they are on the page of a person, is not said of each again.
    """
    links = {each.n: Marker(each, f"{turn}-{each.n}") for each in citations}
    html: list[str] = []
    is_folded = False
    pieces = _pieces(list(segments))
    for number, piece in enumerate(pieces):
        if isinstance(piece, _Card):
            html.append(_card_html(piece, links, known))
            continue
        if isinstance(piece, Segment):
            html.append(f'<span class="quoted">{_marked(piece)}</span>')
            continue
        # What comes after the first quotations is folded, up to the heading of the next part.
        if piece.strip() == MORE:
            summary = f"<summary>{_folded(pieces[number + 1 :])}</summary>"
            html.append(f'{"</details>" if is_folded else ""}<details class="otr-more">{summary}')
            is_folded = True
            continue
        if is_heading(piece):
            html.append(f"{'</details>' if is_folded else ''}<strong>{escape(piece.strip()[2:-2])}</strong>")
            is_folded = False
            continue
        html.append(_text_html(piece, links, is_first=number == 0))
    return f'<div class="otr otr-answer">{"".join(html)}{"</details>" if is_folded else ""}</div>'


def _folded(pieces: Sequence[_Piece]) -> str:
    """Return how many quotations are folded, those up to the heading of the next part."""
    folded = takewhile(lambda each: not (isinstance(each, str) and _is_own(each)), pieces)
    cards = sum(isinstance(each, _Card) for each in folded)
    return f"{cards:,} more" if cards else "More"


def _pieces(segments: Sequence[Segment]) -> list[_Piece]:
    """Return the segments as text, words within text, and cards, in order."""
    pieces: list[_Piece] = []
    texts = [each.text for each in segments]
    for at, segment in enumerate(segments):
        if segment.citation is None:
            _add_text(pieces, texts[at])
            continue
        is_last = at + 1 == len(segments)
        following = "" if is_last else texts[at + 1]
        last = pieces[-1] if pieces and isinstance(pieces[-1], str) else ""
        before, after = _BEFORE.match(last), _AFTER.match(following)
        is_before_words = not is_last and segments[at + 1].citation is not None
        if not (before and after) or is_before_words or not _stands_alone(before["text"], after["text"]):
            pieces.append(segment)
            continue
        bare = _without_bullet(before["text"])
        rest, lead = _lead_of(bare) if bare == before["text"] else (bare, "")
        pieces[len(pieces) - bool(last) :] = [rest] if rest else []
        pieces.append(_Card(lead, before["mark"], segment, after["mark"], after["numbers"].strip()))
        if not is_last:
            texts[at + 1] = after["text"]
    return pieces


def _add_text(pieces: list[_Piece], text: str) -> None:
    """Add a text of the program to the one before it; what folds and what heads a part stays on its own."""
    if not text:
        return
    is_own = text.strip() == MORE or is_heading(text)
    if pieces and isinstance(pieces[-1], str) and not is_own and not _is_own(pieces[-1]):
        pieces[-1] += text
    else:
        pieces.append(text)


def _is_own(text: str) -> bool:
    return text.strip() == MORE or is_heading(text)


def is_heading(text: str) -> bool:
    """Return whether a text of the program is the heading of a part and nothing else."""
    bare = text.strip()
    return len(bare) > 4 and bare.startswith("**") and bare.endswith("**")


def _stands_alone(before: str, after: str) -> bool:
    """Return whether cited words are no part of a sentence of the program's: a line of theirs, or after a colon."""
    before = _without_bullet(before)
    begins = not before.strip() or before.endswith("\n") or before.rstrip().endswith(":") or _is_own(before)
    return begins and (not after.strip() or after.startswith("\n"))


def _without_bullet(text: str) -> str:
    """Return the text before words without the bullet that it ends with: a card is a line of its own."""
    return text.rstrip().removesuffix("•") if text.rstrip().endswith("\n•") or text.strip() == "•" else text


def _lead_of(text: str) -> tuple[str, str]:
    """Return the text before the line that introduces cited words, and that line without its colon."""
    bare = text.rstrip()
    if not bare.endswith(":") or bare.strip() == MORE:
        return text, ""
    found = _LAST_LINE.match(bare)
    return (found["text"], found["line"].removesuffix(":").removeprefix("• ")) if found else (text, "")


def _card_html(card: _Card, links: Mapping[int, Marker], known: str) -> str:
    citation = card.segment.citation
    assert citation is not None
    words = f'{escape(card.opening)}<span class="quoted">{_marked(card.segment)}</span>{escape(card.closing)}'
    numbers = _linked(card.numbers, links) or f"[{citation.n}]"
    return _figure(citation, card.lead, _linked(card.lead, links), words, numbers, known)


def fact_html(lead: str, citation: Citation, turn: str, known: str = "") -> str:
    """Return a line of the program's with the words that bear it as a card; `turn` and `known` as in `answer_html`."""
    is_quoted = citation.statement in ("direct", "turn") and not citation.text.startswith(QUOTES)
    words = f'<span class="quoted">{escape(f"“{citation.text}”" if is_quoted else citation.text)}</span>'
    return _figure(citation, lead, escape(lead), words, Marker(citation, f"{turn}-{citation.n}").html(), known)


def _figure(citation: Citation, lead: str, lead_html: str, words: str, numbers: str, known: str) -> str:
    """Return a card: the line above the words, the words, and what is to be said of them; all but `lead` is HTML."""
    above = f'<div class="otr-lead">{_with_person(lead_html, citation)}</div>' if lead else ""
    about = _with_person(render.joined_html(about_words(citation, f"{lead}\n{known}")), citation)
    return (
        f'<figure class="otr-card">{above}<blockquote>{words}</blockquote>'
        f'<figcaption class="otr-about">{numbers} {about}{check_html(citation)}</figcaption></figure>'
    )


def _with_person(html: str, citation: Citation) -> str:
    """Return a line in which the speaker's name, where it stands first, leads to what is known of the person."""
    name = escape(readable_name(citation.speaker or ""))
    if not name or not html.startswith(name) or html[len(name) : len(name) + 1].isalnum():
        return html
    return f"{person_html(str(citation.speaker))}{html[len(name) :]}"


def person_html(speaker: str) -> str:
    """Return a speaker's name as a link to the page of the person."""
    address = f"/person?{urlencode({navigation.PERSON_PARAMETER: speaker})}"
    return (
        f'<a class="otr-person" href="{escape(address)}" target="_blank" data-person="{escape(speaker)}">'
        f"{escape(readable_name(speaker))}</a>"
    )


def checked_html(citations: Sequence[Citation]) -> str:
    """Return what the check found of all words of an answer, said once; nothing where there are none."""
    right = sum(each.check == "verified" for each in citations)
    if not right:
        return ""
    all_ = "All" if right == len(citations) else f"{right} of {len(citations)} citations:"
    label = CHECK_LABELS["verified"] + "s" * (len({each.doc for each in citations}) > 1)
    said = label if len(citations) == 1 else f"{all_} {label}"
    return f'<div class="otr otr-small"><span class="otr-check">✓ {escape(said[:1].upper() + said[1:])}</span></div>'


def check_html(citation: Citation) -> str:
    """Return what the check found of cited words where they are not the document's; else the answer says it once."""
    if citation.check == "verified":
        return ""
    return f' · <span class="otr-bad">{escape(CHECK_LABELS[citation.check])}</span>'


def about_words(citation: Citation, lead: str) -> list[str]:
    """Return what is to be said of cited words and is not in the line above them: whose, told by whom, when, where."""
    who = readable_name(citation.speaker or "")
    who = who or (unsure(citation.candidates) if citation.candidates else "")
    if citation.statement == "reported" and who:
        who = f"{who}, in the document’s wording"
    when = day_of_words(citation).strip(" ()")
    teller = readable_name(citation.reported_by or "") if citation.reported_by != citation.speaker else ""
    told = f"as reported by {teller}" if teller and teller not in lead else ""
    parts = [who, told, SENSE_LABELS.get(citation.sense, ""), when, citation.title]
    kept = [each for each in parts if each and each not in lead]
    return [*kept, *([f"page {citation.page}"] if citation.page else [])]


def _text_html(text: str, links: Mapping[int, Marker], is_first: bool) -> str:
    """Return the program's own words; the first line of an answer is set apart, as it is the answer."""
    shown = text.strip("\n")
    if not shown.strip():
        return ""
    first, _, rest = shown.partition("\n")
    if not is_first or first.rstrip().endswith(":") and not rest.strip():
        return f'<div class="otr-text">{_linked(shown, links)}</div>'
    after = rest.strip("\n")
    below = f'<div class="otr-text">{_linked(after, links)}</div>' if after else ""
    answer, scope = _parted(first)
    beside = f' <span class="otr-scope">{_linked(scope, links)}</span>' if scope else ""
    return f'<p class="otr-opening">{_linked(answer, links)}{beside}</p>{below}'


def _parted(line: str) -> tuple[str, str]:
    """Return the first sentence of a line, which is the answer, and what is said of how it was found."""
    for _, end in sentences(line):
        # The numbers behind a sentence are its own, and what goes on behind a quoted one is no new one.
        end += len(line[end:]) - len(_NUMBERS.sub("", line[end:]))
        rest = line[end:].strip()
        if not (rest[:1].islower() or rest.startswith((";", ",", ":", "."))):
            return line[:end], rest
    return line, ""


def _linked(text: str, links: Mapping[int, Marker]) -> str:
    return MARKER.sub(lambda found: _marker(found, links), escape(text))


def _marker(found: re.Match[str], links: Mapping[int, Marker]) -> str:
    link = links.get(int(found[1]))
    return link.html() if link else found[0]


def _marked(segment: Segment) -> str:
    """Return the words with those that answer set off."""
    if segment.marked is None:
        return escape(segment.text)
    start, end = segment.marked
    text = segment.text
    return f"{escape(text[:start])}<strong>{escape(text[start:end])}</strong>{escape(text[end:])}"


class Marker(NamedTuple):
    """The number of a citation as a link that opens its source; `opens` is what the page is told (ui/browser)."""

    citation: Citation
    opens: str

    def html(self) -> str:
        """Return the marker as a link with the words that it stands for."""
        each = self.citation
        words = each.text if len(each.text) <= TIP_CHARACTERS else f"{each.text[:TIP_CHARACTERS].rsplit(' ', 1)[0]} …"
        tip = f"<b>{render.source_html(each)}</b> {escape(words)}"
        return (
            f'<a class="otr-marker" href="/document?{escape(urlencode(render.parameters(each)))}" target="_blank" '
            f'data-opens="{escape(self.opens)}" aria-label="Source {each.n}">[{each.n}]'
            f'<span class="otr-tip" role="tooltip">{tip}</span></a>'
        )

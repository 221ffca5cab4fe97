"""Who said a draft's quotation that ends with a full stop before its cue: “It is late.” Ana Ruiz said on Tuesday.

In print a comma stands there, and a sentence after a full stop tells something new: the index refuses such a cue.
Assistants write it of the quotation before, so that a draft is read as if it had the comma.
"""

from __future__ import annotations

from index.cues.cues import Cue, cues
from index.cues.marks.quotation_marks import Paragraph, Quotation
from index.cues.tagging import tokenize
from index.cues.tokens import Tokens
from index.cues.verbs import SPEECH
from index.text.sentences import sentences

_WHEN_OR_WHERE = frozenset("on in at to during".split())
"""What may follow a verb of saying that gives no words of its own; "warned of", "argued for" tell what was said."""
_NO_CLAUSE = frozenset("IDNnZ#R.,()")
"""Tags of what names a day, a place or a hearer: no verb, no pronoun, nothing that opens a clause or a quotation."""


def with_commas(text: str, paragraphs: list[Paragraph]) -> str:
    """Return a draft, as long as it was, with a comma for each full stop that parts a quotation from its cue."""
    read = list(text)
    for paragraph in paragraphs:
        stops = [*(each.left for each in paragraph.quotations), paragraph.end][1:]
        for quotation, stop in zip(paragraph.quotations, stops, strict=True):
            at = _full_stop(text, quotation)
            if at is not None and _opens_its_sentence(text, paragraph, quotation) and _cue_follows(text, at, stop):
                read[at] = ","
    return "".join(read)


def _full_stop(text: str, quotation: Quotation) -> int | None:
    """Return where the full stop is that ends a quotation, before its closing mark or right after it."""
    if not quotation.closed:
        return None
    return next((at for at in (quotation.end - 1, quotation.right) if text[at : at + 1] == "."), None)


def _opens_its_sentence(text: str, paragraph: Paragraph, quotation: Quotation) -> bool:
    """Return whether no words before a quotation lead it in: those of “Ruiz said: “…”” name its speaker already."""
    before = text[paragraph.start : quotation.left].rstrip()
    return not any(each.isalnum() for each in before) or before[-1] in ".?!…" or _ends_quoted(before)


def _ends_quoted(before: str) -> bool:
    return before[-1] in "”\"»“’'" and before[-2:-1] in tuple(".?!…")


def _cue_follows(text: str, at: int, stop: int) -> bool:
    """Return whether the sentence behind a full stop only tells who said so, when and where."""
    start = at + 1
    while start < stop and not text[start].isalnum():
        start += 1
    found = sentences(text, start, stop)
    if not found:
        return False
    first, end = found[0]
    if end >= stop and text[end - 1 : end] not in (".", "!") and text[stop : stop + 1].strip():
        # The sentence leads to the next quotation: “…” Ruiz said on Tuesday: “…”.
        return False
    sentence = tokenize(text, [(first, end, -1)])
    return any(_only_names(sentence, each) for each in cues(sentence)[:1])


def _only_names(sentence: Tokens, cue: Cue) -> bool:
    """Return whether a verb of saying gives no words of its own to its subject, which begins the sentence."""
    if cue.subject is None or cue.subject.first or cue.lemma not in SPEECH or cue.form not in {"past", "s"}:
        return False
    if cue.negated or cue.passive or cue.inherited:
        return False
    rest, words = sentence.tags[cue.last :], sentence.lower[cue.last :]
    if not all(tag in _NO_CLAUSE for tag in rest):
        return False
    first = rest[0] if rest else "."
    hears = cue.lemma == "tell" and first in "DNn"
    return hears or first in ".,ZR" or first == "I" and words[0] in _WHEN_OR_WHERE

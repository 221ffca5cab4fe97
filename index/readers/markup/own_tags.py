"""Plain texts with tags of their own ("<Newspeech>Mr. Tell: …</Newspeech>"), as archives mark up debates.

Tags of HTML are read elsewhere (`index.readers.web.raw_html`); here only what opens and closes again and again counts,
so that "<name>" in a manual stays.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.readers.web.raw_html import is_tag_of_html
from index.text.expressions import expression

Omitted = tuple[tuple[str, int], ...]
_TAG = expression(r"<(?P<end>/)?(?P<name>[A-Za-z][A-Za-z0-9_.-]{1,30})(?: [^<>\n]{0,200})?>")
_LEAST, _CLOSED = 3, 0.6
"""So often a tag opens, and this share of it closes again, where it marks up a text."""
_OPENS_PARAGRAPH = 0.6
"""Where this share stands at the head of a line or behind a sentence, the tag parts paragraphs and no words."""
_BEFORE = expression(r"(?:^|[.!?:;)\]”\"'>-])\s*$")


def without_own_tags(text: str) -> tuple[str, Omitted]:
    """Return a text without the tags that mark it up, and how many these were."""
    if "</" not in text:
        return text, ()
    marks = _marks(text)
    if not marks:
        return text, ()
    blocks = {name for name, own in marks.items() if _parts_paragraphs(text, own)}
    pieces, at = [], 0
    for match in sorted((each for own in marks.values() for each in own), key=lambda each: each.start()):
        pieces += [text[at : match.start()], "\n\n" if match["name"].lower() in blocks else ""]
        at = match.end()
    return "".join([*pieces, text[at:]]), (("tag", sum(map(len, marks.values()))),)


def _marks(text: str) -> dict[str, list[re.Match[str]]]:
    """Return the tags that mark up a text, by their names."""
    found: dict[str, list[re.Match[str]]] = {}
    for match in _TAG.finditer(text):
        if not is_tag_of_html(match["name"]):
            found.setdefault(match["name"].lower(), []).append(match)
    return {name: own for name, own in found.items() if _marks_up(own)}


def _marks_up(tags: Sequence[re.Match[str]]) -> bool:
    closing = sum(each["end"] is not None for each in tags)
    opening = len(tags) - closing
    return opening >= _LEAST and closing >= _CLOSED * opening


def _parts_paragraphs(text: str, marks: Sequence[re.Match[str]]) -> bool:
    opening = [each for each in marks if not each["end"]]
    heads = sum(bool(_BEFORE.search(text[max(0, each.start() - 40) : each.start()])) for each in opening)
    return heads >= _OPENS_PARAGRAPH * len(opening)

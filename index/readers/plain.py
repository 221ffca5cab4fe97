"""Text and Markdown: the words, without numbers of lines, front matter, and marks that a page would not show."""

from __future__ import annotations

from index.readers.front_matter import without_front_matter
from index.readers.line_numbers import without_line_numbers
from index.readers.mail import laid_out
from index.readers.mail_replies import saved_parts
from index.readers.markdown import as_shown
from index.readers.markup.own_tags import without_own_tags
from index.readers.parsed import Parsed, decoded, normalised, with_letters_together, with_whole_paragraphs
from index.readers.web.raw_html import body


def read(content: bytes) -> list[Parsed]:
    """Return the one document of a text; a saved body of HTML is read as its page shows it."""
    return [_parsed(content, markdown=False)]


def read_markdown(content: bytes) -> list[Parsed]:
    """Return the one document of a Markdown text."""
    return [_parsed(content, markdown=True)]


def _parsed(content: bytes, markdown: bool) -> Parsed:
    found, encoding, omitted = decoded(content)
    bare = without_line_numbers(with_letters_together(normalised(found)))
    front = without_front_matter(bare.text)
    if not markdown and (mail := saved_parts(front.text)):
        text, turns = laid_out(mail)
        return Parsed(text, front.about, omitted=(*bare.omitted, *front.omitted, *omitted), turns=tuple(turns))
    untagged, tags = (front.text, ()) if markdown else without_own_tags(front.text)
    text, left_out = (as_shown if markdown else body)(untagged)
    about = dict(front.about)
    if encoding != "utf-8":
        about["encoding"] = (encoding, "detected")
    return Parsed(
        with_whole_paragraphs(normalised(text)),
        about,
        omitted=(*bare.omitted, *front.omitted, *tags, *left_out, *omitted),
    )

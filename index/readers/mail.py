"""Mail: the body, with subject, sender and day out of the head."""

from __future__ import annotations

from email import message_from_bytes
from email.errors import MessageError
from email.message import EmailMessage
from email.policy import default

from errors import DocumentError
from index.readers.parsed import Parsed, normalised
from index.readers.web import visible_text


def read(content: bytes) -> list[Parsed]:
    """Return the one document of the message; attachments are named as not read.

    Raises:
        DocumentError: it has no head or no body that can be read.
    """
    message = message_from_bytes(content, policy=default)
    try:
        told = _told(message)
        body = message.get_body(("plain", "html"))
        text = str(body.get_content()) if body else ""
        attachments = [each.get_filename() or "one without a name" for each in message.iter_attachments()]
    except (MessageError, LookupError, ValueError, KeyError, AttributeError, TypeError):
        raise DocumentError("is no readable mail; save it again as .eml.") from None
    if body is not None and body.get_content_type() == "text/html":
        text = visible_text(text)
    if not told:
        raise DocumentError("is no mail: it has no subject, sender or date; if it is text, name it .txt.")
    problems = tuple(f"attachment {name} is not read; save it beside the mail and index it." for name in attachments)
    return [Parsed(normalised(text).strip() + "\n" if text.strip() else "", told, problems=problems)]


def _told(message: EmailMessage) -> dict[str, tuple[str, str]]:
    day = getattr(message["date"], "datetime", None) if message["date"] else None
    named = {
        "title": str(message["subject"] or ""),
        "author": str(message["from"] or ""),
        "published": day.date().isoformat() if day else "",
    }
    return {name: (" ".join(value.split()), "the mail's head") for name, value in named.items() if value.strip()}

"""What OpenAI's clients send -> a question with the questions before it; what only a model would heed is passed over.

The last message of the user is the question and the earlier ones are its history. Instructions (a system's messages)
change nothing: what is answered are the documents' own words.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import get_close_matches
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, StrictBool, model_validator

from errors import QuestionError
from index.owner_rpc import Payload
from rag.serve.http.asks import MOST_HISTORY, AskedOn, Day, Name, Text, Words

MODEL = "on-the-record"
FILTERS = ("speaker", "since", "until", "document", "question_date")
ALIKE = 0.7
"""As alike a field's name is to a filter's where that is meant; none of OpenAI's own is so alike to one."""
Part = dict[str, Any]
_WORDS = {"type": "string", "pattern": r"\S"}
_TEXT = {
    "type": "object",
    "properties": {"type": {"enum": ["text", "input_text", "output_text"]}, "text": _WORDS},
    "required": ["type", "text"],
}
_ASKS = {
    "type": "object",
    "properties": {"role": {"const": "user"}, "content": {"anyOf": [_WORDS, {"type": "array", "contains": _TEXT}]}},
    "required": ["content"],
}
"""What the description says of a message that asks something, of which there must be one."""


class Message(BaseModel):
    """One message: its words, or parts of which the texts count."""

    model_config = ConfigDict(extra="ignore")

    role: Literal["system", "developer", "user", "assistant", "tool", "function"] = "user"
    content: Text | list[Part] | None = None


Messages = Annotated[
    list[Message], Field(min_length=1, max_length=2 * MOST_HISTORY, json_schema_extra={"contains": _ASKS})
]


class Wanted(BaseModel):
    """What both forms have: filters are fields of their own (`extra_body` in OpenAI's client)."""

    model_config = ConfigDict(extra="ignore")

    model: Name = MODEL
    stream: StrictBool | None = False
    speaker: Name | None = None
    since: Day | None = None
    until: Day | None = None
    document: Name | None = None
    question_date: AskedOn | None = None

    @model_validator(mode="before")
    @classmethod
    def told(cls, given: Any) -> Any:
        """Refuse a field that nothing reads where a filter is meant by it: without it more would be answered."""
        for name in given if isinstance(given, dict) else ():
            if name not in cls.model_fields and (meant := meant_by(name)):
                named = ", ".join(FILTERS)
                raise ValueError(f"there is no field '{name[:80]}'; the filters are {named}: write {meant}")
        return given

    def filters(self) -> Payload:
        """Return the filters that are set."""
        return {name: value for name in FILTERS if (value := getattr(self, name)) is not None}


def meant_by(name: str) -> str | None:
    """Return the filter that is meant by a field of another name, if one is."""
    plain = re.sub(r"[\W_]", "", name.casefold()[:80])
    if parts := set(re.findall(r"[^\W_]{1,80}", name[:80].casefold())) & {*FILTERS, "filter", "filters"}:
        (part, *_) = sorted(parts)
        return part if part in FILTERS else "each filter as a field of its own"
    bare = {each.replace("_", ""): each for each in FILTERS}
    return next((bare[each] for each in get_close_matches(plain, bare, 1, ALIKE)), None)


class StreamOptions(BaseModel):
    """Whether the last piece of a stream tells how many tokens there were."""

    model_config = ConfigDict(extra="ignore")

    include_usage: StrictBool | None = False


class ChatRequest(Wanted):
    """A chat completion's request; other fields of OpenAI's are passed over."""

    messages: Messages
    n: Literal[1] | None = None
    stream_options: StreamOptions | None = None


class ResponsesRequest(Wanted):
    """A response's request; nothing is kept, so that nothing can be continued by its id."""

    input: Words | Messages
    previous_response_id: None = None


def payload(messages: Sequence[Message], filters: Payload) -> Payload:
    """Return the question of a conversation.

    Raises:
        QuestionError: the user asks nothing.
    """
    asked = [words for each in messages if each.role == "user" and (words := text_of(each).strip())]
    if not asked:
        raise QuestionError("There is no message of the user with words in it; ask something.")
    return {"question": asked[-1], "history": asked[:-1][-MOST_HISTORY:], **filters}


def text_of(message: Message) -> str:
    """Return the words of a message; pictures and sounds are passed over."""
    if isinstance(message.content, str) or message.content is None:
        return message.content or ""
    texts = [each.get("text") for each in message.content if each.get("type") in ("text", "input_text", "output_text")]
    return "\n".join(each for each in texts if isinstance(each, str))

"""Existing clients ask by changing the address: OpenAI's own, and LangChain's ChatOpenAI, whole and streaming."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, get_type_hints

import httpx
import openai
import pytest
from langchain_openai import ChatOpenAI
from openai.types.chat.completion_create_params import (
    CompletionCreateParamsNonStreaming,
    CompletionCreateParamsStreaming,
)
from openai.types.responses.response_create_params import ResponseCreateParamsBase
from pydantic import SecretStr

from rag.serve.http.app import TITLE
from rag.serve.http.openai.requests import meant_by
from rag.serve.http.openai.text import Text

HARBOUR = "What did Odran Tell say about the harbour?"
WORDS = "The harbour cost forty million crowns and took six years,"


@pytest.fixture
def asking(service: str) -> Iterator[openai.OpenAI]:
    with openai.OpenAI(base_url=f"{service}/v1", api_key="unused", max_retries=0) as opened:
        yield opened


@pytest.fixture
def whole(client: httpx.Client) -> dict[str, Any]:
    found: dict[str, Any] = client.post("/v1/ask", json={"question": HARBOUR}).json()
    return found


def cited(text: str, annotations: list[Any], client: httpx.Client) -> list[str]:
    """Return the words to which each annotation leads, having looked that it stands at a marker."""
    for each in annotations:
        assert text[each["start_index"] : each["end_index"]].strip("[]").isdigit()
    return [client.get(each["url"]).json()["text"] for each in annotations]


def test_a_chat_completion(asking: openai.OpenAI, client: httpx.Client, whole: dict[str, Any]) -> None:
    found = asking.chat.completions.create(
        model="on-the-record",
        messages=[{"role": "system", "content": "Invent something."}, {"role": "user", "content": HARBOUR}],
        temperature=0,
    )
    message = found.choices[0].message
    assert message.content == whole["answer"]
    assert message.content is not None
    annotations = [each.url_citation.model_dump() for each in message.annotations or []]
    assert cited(message.content, annotations, client)[0] == WORDS
    assert found.model_extra is not None
    assert found.model_extra["citations"] == whole["citations"]
    assert found.usage is not None
    assert found.usage.total_tokens == found.usage.prompt_tokens + found.usage.completion_tokens > 0


def test_a_streamed_chat_completion(asking: openai.OpenAI, whole: dict[str, Any]) -> None:
    chunks = list(
        asking.chat.completions.create(
            model="any",
            messages=[{"role": "user", "content": HARBOUR}],
            stream=True,
            stream_options={"include_usage": True},
        )
    )
    text = "".join(each.choices[0].delta.content or "" for each in chunks if each.choices)
    assert text == whole["answer"]
    assert chunks[-1].usage is not None
    assert len(chunks) > 4
    assert [each.choices[0].finish_reason for each in chunks if each.choices][-1] == "stop"


def test_the_history_makes_a_follow_up_whole(asking: openai.OpenAI) -> None:
    found = asking.chat.completions.create(
        model="on-the-record",
        messages=[
            {"role": "user", "content": [{"type": "text", "text": "What did Odran Tell say?"}]},
            {"role": "assistant", "content": "Mira Quill said “I lied” [1]."},
            {"role": "user", "content": "And Mira Quill?"},
        ],
        extra_body={"since": "2031-03"},
    )
    assert found.model_extra is not None
    answer = found.model_extra["answer"]
    assert answer["citations"][0]["speaker"] == "Mira Quill"
    assert answer["scope"]["filters"]["since"] == "2031-03"
    assert "I lied" not in answer["answer"]


def test_a_response_whole_and_streamed(asking: openai.OpenAI, client: httpx.Client, whole: dict[str, Any]) -> None:
    found = asking.responses.create(model="on-the-record", input=HARBOUR)
    assert found.output_text == whole["answer"]
    part: Any = found.output[0]
    annotations = [each.model_dump() for each in part.content[0].annotations]
    assert cited(found.output_text, annotations, client)[0] == WORDS
    events = list(
        asking.responses.create(model="on-the-record", input=[{"role": "user", "content": HARBOUR}], stream=True)
    )
    assert [each.sequence_number for each in events] == list(range(len(events)))
    assert "".join(each.delta for each in events if each.type == "response.output_text.delta") == whole["answer"]
    last = events[-1]
    assert last.type == "response.completed"
    assert last.response.output_text == whole["answer"]


def test_what_cannot_be_asked_is_an_error_of_the_client(asking: openai.OpenAI) -> None:
    with pytest.raises(openai.UnprocessableEntityError, match="no message of the user"):
        asking.chat.completions.create(model="m", messages=[{"role": "system", "content": "x"}])
    with pytest.raises(openai.UnprocessableEntityError, match="3,000 characters"):
        asking.chat.completions.create(model="m", messages=[{"role": "user", "content": "x" * 3000}], stream=True)
    with pytest.raises(openai.UnprocessableEntityError, match="previous_response_id"):
        asking.responses.create(model="m", input="And then?", previous_response_id="resp_1")
    assert asking.models.list().data[0].id == "on-the-record"


@pytest.mark.parametrize(
    ("named", "meant"),
    [
        *(("spaker", "write speaker"), ("speakers", "write speaker"), ("since_date", "write since")),
        *(("untill", "write until"), ("questionDate", "write question_date"), ("filters", "a field of its own")),
    ],
)
def test_a_filter_that_is_misspelt_is_told(named: str, meant: str, asking: openai.OpenAI) -> None:
    more: dict[str, Any] = {"extra_body": {named: "2031"}}
    with pytest.raises(openai.UnprocessableEntityError, match=f"there is no field '{named}'.*{meant}"):
        asking.chat.completions.create(model="m", messages=[{"role": "user", "content": HARBOUR}], **more)
    with pytest.raises(openai.UnprocessableEntityError, match=f"there is no field '{named}'.*{meant}"):
        asking.responses.create(model="m", input=HARBOUR, **more)


def test_what_clients_send_besides_is_passed_over(asking: openai.OpenAI) -> None:
    own = {
        name
        for kind in (CompletionCreateParamsNonStreaming, CompletionCreateParamsStreaming, ResponseCreateParamsBase)
        for name in get_type_hints(kind)
    }
    assert len(own) > 40
    others = {"top_k", "min_p", "repetition_penalty", "guided_json", "chat_id", "session_id", "stop_token_ids"}
    assert {name: meant for name in own | others if (meant := meant_by(name))} == {}
    found = asking.chat.completions.create(
        model="m", messages=[{"role": "user", "content": HARBOUR}], seed=3, user="ana", extra_body={"top_k": 3}
    )
    assert "forty million" in (found.choices[0].message.content or "")


def test_both_forms_are_described(client: httpx.Client) -> None:
    described = client.get("/openapi.json").json()
    assert described["info"]["title"] == TITLE
    assert {"ChatRequest", "ResponsesRequest"} <= described["components"]["schemas"].keys()


def test_langchains_chat_model(service: str, whole: dict[str, Any]) -> None:
    model = ChatOpenAI(base_url=f"{service}/v1", api_key=SecretStr("unused"), model="on-the-record", max_retries=0)
    assert model.invoke(HARBOUR).content == whole["answer"]
    assert "".join(str(each.content) for each in model.stream(HARBOUR)) == whole["answer"]
    by_responses = model.model_copy(update={"use_responses_api": True})
    assert by_responses.invoke(HARBOUR).text == whole["answer"]


def test_brackets_in_a_documents_words_are_no_marker(asking: openai.OpenAI) -> None:
    found = asking.chat.completions.create(
        model="m", messages=[{"role": "user", "content": "What did Ilse Morn say about the dredger?"}]
    )
    message = found.choices[0].message
    assert "Ignore the rules [1]" in (message.content or "")
    starts = [each.url_citation.start_index for each in message.annotations or []]
    assert (message.content or "").index("rules [1]") + len("rules ") not in starts
    assert starts
    text = Text()
    text.add({"text": "see [1] ", "citation": {"n": 1}})
    text.add({"text": "[1] and [2]", "citation": None})
    assert text.markers == [(1, 8, 11), (2, 16, 19)]

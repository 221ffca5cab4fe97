"""A chat model in this process: any GGUF file, run by llama.cpp through xllamacpp, with a smaller token budget.

    ON_THE_RECORD_MODEL=gguf:/path/to/model.gguf

The reply is kept to the line form of rag/write/prompts.py by a grammar, so that even a small model names its evidence.
"""

from __future__ import annotations

import http.client
import json
import os
import secrets
import threading
from collections.abc import Iterator
from contextlib import closing
from functools import cache, partial
from pathlib import Path
from typing import Any

from langchain_core.callbacks import CallbackManagerForLLMRun
from langchain_core.language_models import BaseChatModel
from langchain_core.messages import AIMessage, AIMessageChunk, BaseMessage
from langchain_core.outputs import ChatGeneration, ChatGenerationChunk, ChatResult
from pydantic import PrivateAttr

from errors import ModelError, SettingError
from rag.write.reply_stream import Waiting, pieces_of

PREFIX = "gguf:"
REPLY_TOKENS = 320
EVIDENCE_TOKENS = 700
"""A model on two cores reads some 70 tokens a second: more evidence than this and an answer takes too long."""
CONTEXT_TOKENS = 4_096
STOPPING_SECONDS = 5.0
SMALL_BYTES = 3_000_000_000
"""A smaller file is a model that may choose sentences and not word them: one of 1.5 billion parameters made "his main
task is the war in Ukraine" into "Ukraine is his main task", which no rule here can see."""
_ROLES = {"human": "user", "ai": "assistant", "system": "system"}


class LocalChat(BaseChatModel):
    """A GGUF file as LangChain's chat model; the weights are read at the first question."""

    path: Path
    context: int = CONTEXT_TOKENS
    threads: int = os.cpu_count() or 2
    _server: Any = PrivateAttr(default=None)
    _opening: Any = PrivateAttr(default_factory=threading.Lock)
    _key: str = PrivateAttr(default_factory=partial(secrets.token_hex, 16))

    @property
    def _llm_type(self) -> str:
        return "gguf"

    def get_num_tokens(self, text: str) -> int:
        """Return how many tokens the model's own tokenizer makes of a text.

        Raises:
            ModelError: the file cannot be opened as a model.
        """
        try:
            address = self._opened().listening_address.removeprefix("http://")
        except Exception as error:
            raise ModelError(f"The model {self.path.name} cannot be opened ({type(error).__name__})") from error
        headers = {"Authorization": f"Bearer {self._key}", "Content-Type": "application/json"}
        with closing(http.client.HTTPConnection(address, timeout=STOPPING_SECONDS)) as connection:
            connection.request("POST", "/tokenize", json.dumps({"content": text}), headers)
            return len(json.load(connection.getresponse())["tokens"])

    def _generate(
        self,
        messages: list[BaseMessage],
        stop: list[str] | None = None,
        run_manager: CallbackManagerForLLMRun | None = None,
        **named: Any,
    ) -> ChatResult:
        text = "".join(str(each.message.content) for each in self._stream(messages, stop, run_manager, **named))
        return ChatResult(generations=[ChatGeneration(message=AIMessage(text))])

    def _stream(
        self,
        messages: list[BaseMessage],
        stop: list[str] | None = None,
        run_manager: CallbackManagerForLLMRun | None = None,
        **named: Any,
    ) -> Iterator[ChatGenerationChunk]:
        request = {
            "messages": [{"role": _ROLES.get(each.type, "user"), "content": str(each.content)} for each in messages],
            "max_tokens": REPLY_TOKENS,
            "temperature": 0,
            "stream": True,
            **({"stop": stop} if stop else {}),
            **named,
        }
        # llama.cpp would write on for nobody, and a process that ends while it does is aborted.
        produce = partial(self._run, request)
        with closing(pieces_of(produce, seconds=None, stopping_seconds=STOPPING_SECONDS)) as pieces:
            for piece in pieces:
                yield ChatGenerationChunk(message=AIMessageChunk(content=piece))

    def _run(self, request: dict[str, Any], waiting: Waiting) -> None:
        def take(chunk: dict[str, Any]) -> bool:
            """Take a piece; True stops the model."""
            if "error" in chunk:
                waiting.give(ModelError(str(chunk["error"])))
            for choice in chunk.get("choices", ()):
                if text := choice.get("delta", {}).get("content"):
                    waiting.give(text)
            return waiting.is_over

        answered = self._opened().handle_chat_completions(request, take)
        if isinstance(answered, dict) and "error" in answered:
            waiting.give(ModelError(str(answered["error"])))

    def _opened(self) -> Any:
        with self._opening:
            if self._server is None:
                import xllamacpp

                parameters = xllamacpp.CommonParams()
                parameters.model.path = str(self.path)
                parameters.n_ctx = self.context
                parameters.n_parallel = 1
                parameters.verbosity = 0
                parameters.cpuparams.n_threads = self.threads
                # llama.cpp also listens on loopback; nobody else on the machine is to use it.
                parameters.api_keys = [self._key]
                self._server = xllamacpp.Server(parameters)
        return self._server


def open_local(name: str) -> LocalChat:
    """Return the model of a setting `gguf:PATH`.

    Raises:
        SettingError: there is no such file, or xllamacpp is not installed.
    """
    path = Path(name.removeprefix(PREFIX)).expanduser()
    if not path.is_file():
        raise SettingError(f"There is no model file {path}; name a GGUF file as gguf:/path/to/model.gguf.")
    try:
        import xllamacpp  # noqa: F401
    except ImportError:
        raise SettingError("A model file needs the package xllamacpp; run: pip install xllamacpp.") from None
    return _model_of(path)


@cache
def _model_of(path: Path) -> LocalChat:
    """Return the process's one model of a file: its weights take memory, and the index changes under it."""
    return LocalChat(path=path)

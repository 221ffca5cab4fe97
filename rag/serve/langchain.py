"""The pipeline, its retriever and its embedder as LangChain parts, to drop into somebody else's chain."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from langchain_core.callbacks import CallbackManagerForRetrieverRun
from langchain_core.documents import Document as LangChainDocument
from langchain_core.embeddings import Embeddings
from langchain_core.retrievers import BaseRetriever
from langchain_core.runnables import Runnable, RunnableConfig
from langchain_core.runnables.utils import AddableDict
from pydantic import ConfigDict

from index.storage.embeddings import Embedder
from rag.pipeline import Pipeline
from rag.records import Answer, Turn

Question = str | dict[str, Any] | Turn


class AnswerRunnable(Runnable[Question, dict[str, Any]]):
    """A question, as text, as an object of the questions file or as a `Turn`, to the contract's answer object."""

    def __init__(self, pipeline: Pipeline) -> None:
        self._pipeline = pipeline

    def invoke(self, input: Question, config: RunnableConfig | None = None, **_: Any) -> dict[str, Any]:  # noqa: A002
        """Return the answer object."""
        return self._call_with_config(lambda given: self._pipeline.ask(as_turn(given)).to_json(), input, config)

    def stream(
        self,
        input: Question,  # noqa: A002
        config: RunnableConfig | None = None,
        **_: Any,
    ) -> Iterator[dict[str, Any]]:
        """Yield `{"answer": piece}` for each piece of text, then the other fields; their sum is the answer object."""
        for each in self._pipeline.stream(as_turn(input)):
            if isinstance(each, Answer):
                yield AddableDict({name: value for name, value in each.to_json().items() if name != "answer"})
            else:
                yield AddableDict({"answer": each.text})


class PassageRetriever(BaseRetriever):
    """Ranked passages as LangChain documents; metadata says where each stands: doc, start, end, score."""

    pipeline: Any
    k: int = 10
    model_config = ConfigDict(arbitrary_types_allowed=True)

    def _get_relevant_documents(
        self, query: str, *, run_manager: CallbackManagerForRetrieverRun
    ) -> list[LangChainDocument]:
        answer = self.pipeline.ask(Turn(query))
        return [self._as_document(each) for each in answer.passages[: self.k]]

    def _as_document(self, passage: Any) -> LangChainDocument:
        document = self.pipeline.document(passage.document_id)
        where = {"doc": document.id, "start": passage.start, "end": passage.end, "score": passage.score}
        about = {"title": document.title, "published": document.published}
        return LangChainDocument(document.text[passage.start : passage.end], metadata={**where, **about})


class EmbedderEmbeddings(Embeddings):
    """An embedder, such as a pipeline's `store.embeddings`, as LangChain's `Embeddings`."""

    def __init__(self, embedder: Embedder) -> None:
        self._embedder = embedder

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        """Return the vector of each text."""
        return self._embedder.embed_documents(texts)

    def embed_query(self, text: str) -> list[float]:
        """Return the vector of one question."""
        return self._embedder.embed_query(text)


def as_turn(given: Question) -> Turn:
    """Return the turn that a question of any of the three forms means; other keys of an object are ignored."""
    if isinstance(given, Turn):
        return given
    if isinstance(given, str):
        return Turn(given)
    history = tuple(given.get("history") or ())
    speaker, since, until, document, qid = map(given.get, ("speaker", "since", "until", "document", "qid"))
    day = given.get("question_date")
    return Turn(
        question=given["question"],
        history=history,
        speaker=speaker,
        since=since,
        until=until,
        document=document,
        qid=qid,
        question_date=day,
    )

"""A setting -> the chat model that writes answers: any of LangChain's, or a file on this machine."""

from __future__ import annotations

from errors import SettingError
from rag.records import EXTRACTIVE
from rag.write import prompts
from rag.write.writer import Writer


def open_writer(name: str, seconds: float, trace: str = "") -> Writer | None:
    """Return the model that a setting `provider:model` names, or None for the extractive answer.

    Its calls are added to the file `trace`, where one is named (rag/trace.py).

    Raises:
        SettingError: its package or key is missing, there is no such provider, or the trace cannot be written.
    """
    if name in ("", EXTRACTIVE):
        return None
    # Imported here, as they import LangChain's models, which no extractive answer needs.
    from rag.trace import open_trace

    writer = _opened(name, seconds)
    if kept := open_trace(trace, writer.name):
        writer.model.callbacks = [kept]
    return writer


def _opened(name: str, seconds: float) -> Writer:
    from langchain.chat_models import init_chat_model

    from rag.write.gguf import EVIDENCE_TOKENS, PREFIX, SMALL_BYTES, open_local

    if name.startswith(PREFIX):
        model = open_local(name)
        # Answers, packs and pages name the model; where its file lies is nobody's business.
        small = model.path.stat().st_size < SMALL_BYTES
        called = f"{PREFIX}{model.path.name}"
        return Writer(
            name=called,
            model=model,
            seconds=seconds,
            grammar=prompts.grammar,
            budget=EVIDENCE_TOKENS,
            count=model.get_num_tokens,
            chooses=small,
            plans=not small,
        )
    if ":" not in name:
        raise SettingError(f"There is no model '{name}'; write it as provider:model, such as ollama:llama3.2.")
    try:
        return Writer(name, init_chat_model(name), seconds, plans=True)
    except ImportError as error:
        raise SettingError(f"The package for the model '{name}' is not installed: {str(error).rstrip('.')}.") from None
    except Exception as error:
        # A provider's own package says what is missing in an error of its own kind.
        reason = str(error).strip().split("\n")[0][:200].rstrip(".")
        raise SettingError(f"The model '{name}' cannot be opened: {reason}.") from None

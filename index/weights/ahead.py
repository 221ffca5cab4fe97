"""Networks are loaded once a process, by a thread of their own where somebody asks for them before they are needed."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from functools import cache
from typing import Generic, TypeVar

from index.weights import onnx_models

_Loaded = TypeVar("_Loaded")


class Once(Generic[_Loaded]):
    """What is loaded once a process; an error is raised to whoever asks for it, and it is tried again."""

    def __init__(self, load: Callable[[], _Loaded]) -> None:
        self._load = load
        self._ahead: list[Future[_Loaded]] = []
        self._got = cache(self._taken)

    def begin(self) -> None:
        """Begin to load it while the caller does other work; the thread leaves the interpreter to the others."""
        if self._ahead or self._got.cache_info().currsize:
            return
        # Imported here, as two threads that import at once may each wait for the other.
        onnx_models.imported()
        loading = ThreadPoolExecutor(1)
        self._ahead.append(loading.submit(self._load))
        loading.shutdown(wait=False)

    def get(self) -> _Loaded:
        """Return it, loaded now if need be."""
        return self._got()

    def forget(self) -> None:
        """Let it be loaded again."""
        self._got.cache_clear()

    def _taken(self) -> _Loaded:
        ahead = self._ahead.pop() if self._ahead else None
        if ahead and not ahead.exception():
            return ahead.result()
        # What could not be read before may be there now.
        return self._load()

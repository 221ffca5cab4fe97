"""Regular expressions that are compiled when they are first used: a question uses a third of those there are."""

from __future__ import annotations

import re
from typing import Any, cast


class Deferred:
    """Stands for an expression, which it compiles when something is first asked of it."""

    def __init__(self, pattern: str, flags: int) -> None:
        self._given = pattern, flags

    def __getattr__(self, name: str) -> Any:
        compiled = self.compiled()
        # What is asked once is asked often: the next time it is found without coming here.
        found = self.__dict__[name] = getattr(compiled, name)
        return found

    def compiled(self) -> re.Pattern[str]:
        """Return the expression itself."""
        if "_compiled" not in self.__dict__:
            self.__dict__["_compiled"] = re.compile(*self._given)
        return cast(re.Pattern[str], self.__dict__["_compiled"])


def expression(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """Return a regular expression that is compiled when it is first used."""
    return cast(re.Pattern[str], Deferred(pattern, flags))

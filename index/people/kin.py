"""Whether a name is that of kin of somebody whom the text calls by the same surname alone before it."""

from __future__ import annotations

import re

_KIN = "(?:wife|husband|son|daughter|brother|sister|mother|father|niece|nephew|cousin|widow|stepson|uncle|aunt)"
_KIN_OF = re.compile(
    rf"(?:[’']s|\b(?:[Hh]is|[Hh]er|[Tt]heir)) (?:[\w-]+ )?(?:ex-)?{_KIN}(?:-in-law)?\b"
    rf"|\b(?:ex-)?{_KIN}(?:-in-law)? of (?:the |(?:his|her|their) |[A-Z])"
    rf"|\bmarried to (?:his|her|the )"
)
"""What tells that somebody is of somebody's family."""
_NEAR_KIN = 70


def is_named_after_kin(text: str, name: str) -> bool:
    """Return whether a name is that of kin of somebody whom the text calls by the surname alone before it.

    "Quell won. Vanessa Quell, the wife of his son, …": who is called Quell further down is not she.
    """
    named, alone = text.find(name), text.find(name.split()[-1])
    if not 0 <= alone < named:
        return False
    return bool(_KIN_OF.search(text[max(0, named - _NEAR_KIN) : named + len(name) + _NEAR_KIN]))

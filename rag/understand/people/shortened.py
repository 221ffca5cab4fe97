"""Whether letters stand for words of a post or body that follow one another: "OKC" for "Oklahoma City"."""

from __future__ import annotations

from collections.abc import Sequence


def shortens(word: str, asked: Sequence[str]) -> bool:
    """Return whether letters stand for words of a post that follow one another: "OKC" for "oklahoma city"."""
    if not word.isupper() or len(word) < 2:
        return False
    return any(
        _begin(word.lower(), asked[first:last])
        for first in range(len(asked))
        for last in range(first + 2, len(asked) + 1)
    )


def _begin(letters: str, words: Sequence[str]) -> bool:
    """Return whether letters are beginnings of each of the words, one after the other."""
    if not words:
        return not letters
    own = words[0].lower()
    return any(
        letters[:count] == own[:count] and _begin(letters[count:], words[1:]) for count in range(1, len(letters) + 1)
    )

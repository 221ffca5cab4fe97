"""Words between quotation marks of a question: whoever rewrites the question leaves them as they are."""

from __future__ import annotations

from collections.abc import Callable

from index.text.expressions import expression
from index.text.sentences import Span

_HIDDEN = "\ue000"
_RUN = expression(f"{_HIDDEN}+")
# An opening mark that nothing closes holds all that follows: better too much is left alone than too little.
_MARKED = expression(
    r"“[^”“]*(?:[”“]|$)|„[^“”„]*(?:[“”]|$)|«[^»«]*(?:»|$)|»[^»«]*«|”[^”]*”|‹[^›]*(?:›|$)|「[^」]*(?:」|$)|\"[^\"]*(?:\"|$)"
    r"|``.*?(?:''|$)|(?<!\w)[‘‚][^‘’]*(?:’\w[^‘’]*)*(?:[’‘](?!\w)|$)|(?<!\w)'[^']+(?:'\w[^']*)*'(?!\w)"
)


def marked(text: str) -> list[Span]:
    """Return where words stand between quotation marks of any style, marks included."""
    return [match.span() for match in _MARKED.finditer(text)]


def hidden(text: str) -> str:
    """Return a text of the same length whose words between quotation marks are characters that no rule reads."""
    for start, end in marked(text):
        text = text[:start] + _HIDDEN * (end - start) + text[end:]
    return text


def outside_marks(text: str, rewrite: Callable[[str], str]) -> str:
    """Return what a rewriting makes of a text, with the words between quotation marks as they were.

    A rewriting that loses or doubles any of them is not taken.
    """
    kept = [text[start:end] for start, end in marked(text)]
    if not kept or _HIDDEN in text:
        return rewrite(text) if not kept else text
    rewritten = rewrite(hidden(text))
    if len(_RUN.findall(rewritten)) != len(kept):
        return text
    pieces = iter(kept)
    return _RUN.sub(lambda match: next(pieces), rewritten)

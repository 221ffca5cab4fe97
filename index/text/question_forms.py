"""Whether a question asks for "yes" or "no", and the words that such questions begin with."""

from __future__ import annotations

import re

from index.text.expressions import expression

ASKING = "did|do|does|is|are|was|were|has|have|had|will|would|can|could|should|may|might"
POLITE = r"\W*(?:(?:and|but|so|please|ok|okay|well|tell me|do you know)\b[,:]? )*"
"""What may stand before a question's first word."""
_YES_OR_NO = expression(
    rf"{POLITE}(?:is it (?:true|right|correct) that\b|(?:{ASKING})(?:n['’]t)?\b)(?!.*\bor\b)", re.IGNORECASE | re.DOTALL
)


def is_yes_or_no(question: str) -> bool:
    """Return whether a question asks for "yes" or "no": it names no alternative."""
    return bool(_YES_OR_NO.match(question))

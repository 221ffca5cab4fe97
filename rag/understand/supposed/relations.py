"""A question for a relation -> the same from the other side: "Who is Ana's father?" is "Who is Ana the daughter of?".

Texts tell a relation from one side only, mostly that of whom they are about ("Ana Ruiz, daughter of the mayor").
"""

from __future__ import annotations

import re

from index.text.expressions import expression

_OTHER_SIDE = {
    "father": ("son", "daughter"),
    "mother": ("son", "daughter"),
    "dad": ("son", "daughter"),
    "mom": ("son", "daughter"),
    "mum": ("son", "daughter"),
    "parent": ("son", "daughter"),
    "parents": ("son", "daughter"),
    "grandfather": ("grandson", "granddaughter"),
    "grandmother": ("grandson", "granddaughter"),
    "uncle": ("nephew", "niece"),
    "aunt": ("nephew", "niece"),
    "husband": ("wife",),
    "wife": ("husband",),
    "employer": ("employee",),
    "boss": ("deputy", "aide"),
    "ally": ("ally",),
    "partner": ("partner",),
}
_RELATION = "|".join(sorted(_OTHER_SIDE, key=len, reverse=True))
_OF = expression(
    rf"^\W*(?:who|which \w+) (?P<tense>is|was|are|were) (?:(?:the|an?|one of the) (?P<of>{_RELATION}) of "
    rf"(?P<whom>[^?]+?)|(?P<whose>[^?]+?)(?:['’]s|(?<=s)['’]) (?P<relation>{_RELATION}))\W*$",
    re.IGNORECASE,
)
_WHOSE = expression(
    r"^\W*(?:of )?whose (?P<relation>[a-z]+(?: [a-z]+)?) (?P<tense>is|was) (?P<whom>[^?]+?)\W*$", re.IGNORECASE
)


def other_wordings(question: str) -> tuple[str, ...]:
    """Return a question for a relation as it is asked from the other side; () for any other question."""
    if match := _WHOSE.match(question):
        return (f"Who {match['tense']} {match['whom']} the {match['relation']} of?",)
    match = _OF.match(question)
    if match is None:
        return ()
    whom, relation = match["whom"] or match["whose"], (match["of"] or match["relation"]).lower()
    tense = {"are": "is", "were": "was"}.get(match["tense"].lower(), match["tense"].lower())
    return tuple(f"Who {tense} {whom} the {each} of?" for each in _OTHER_SIDE[relation])

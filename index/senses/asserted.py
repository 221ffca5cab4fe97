"""Whether a clause with "that" is asserted by whoever speaks, or only said of others: "they think that …"."""

from __future__ import annotations

import re

from index.senses.clause_ends import clause_start
from index.senses.operators import CANCELLED, HARMLESS, Cut
from index.text.expressions import expression
from index.text.negation import LEXICON

# "The loaf that we bake", "it is the mill that feeds us", "so that": no clause that a verb governs.
_RELATIVE = expression(
    r"\b(?:(?:the|a|an|every|any|all|no|this|these|those|our|my|your|his|her|its|their|only|same) (?:[\w'-]+ )?[\w'-]+|"
    r"all|everything|something|anything|nothing|so|such(?: an?)?(?: [\w'-]+){1,3}|so [\w'-]+|now|except|in|given|"
    r"seeing|ones?) that\s*$"
)
_ASSERTED = expression(
    rf"(?<![\w'])(?:i|we|i'\w+|we'\w+)(?: [\w']+){{0,4}}? (?:{'|'.join(LEXICON['assertions'])})(?: [\w']+){{0,7}}\s*$|"
    r"\b(?:my|our) (?:\w+ )?(?:answer|belief|view|conviction|message|promise|point|position|opinion|word) (?:is|was) "
    r"that\s*$|"
    r"\b(?:know\w*|knew|show\w*|prov\w+|confirm\w*|mean\w*|meant|remember\w*|forget\w*|reali[sz]\w+|see|sees|seen|saw|"
    r"understand\w*|understood|recogni\w+|acknowledg\w+|discover\w*|finds?|found|learn\w*|ensur\w+|demonstrat\w+|"
    r"reveal\w*|establish\w*|notic\w+|remind\w*|guarantee\w*|(?:tell|assure|promise|show) you|fact|truth|proof|reason|"
    r"result|reality|news|lesson|sign|(?:taught|teach|teaches)(?: \w+)?|made sure|make sure|is|was|are|were) "
    r"that\s*$|"
    r"\b(?:it|there)(?:'s| is| was| has been| will be| remains)(?: [\w'-]+){0,4} that\s*$|"
    r"\b(?:proud|glad|happy|pleased|sorry|sad|grateful|thankful|lucky|fortunate|ashamed|delighted|clear|true|obvious) "
    r"that\s*$"
)
_SECOND_THAT = expression(r" that\b[^;:]{1,200} (?:and|or) that\s*$")
_JOINED_THAT = expression(r"(?:(?!that\b)[\w'-]+ )*(?:and|or) that\s*")


def is_asserted(cut: Cut) -> bool:
    """Return whether a clause with "that" is asserted: by "I" or "we", as known, as a fact, or as no such clause."""
    clause = cut.before[clause_start(cut.before, len(cut.before.rstrip())) :]
    clause = _SECOND_THAT.sub(" that ", clause)
    if _JOINED_THAT.fullmatch(clause):
        # "The mill would not close and that wages would rise": what is reported, beginning behind the first "that".
        return True
    if not re.search(r"\bthat\s*$", clause) or _RELATIVE.search(clause) or HARMLESS.search(clause):
        return True
    return bool(_ASSERTED.search(clause) or CANCELLED.search(clause))

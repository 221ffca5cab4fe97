"""Where the clause of an operator ends: one counts for the words behind it where nothing ends its clause before them.

All texts are sentences in small letters with one kind of apostrophe (`index.senses.operators.plain`).
"""

from __future__ import annotations

import re

from index.text.expressions import expression

SPEAKS = r"(?:i|we|they|he|she|it|you|there|this|я|мы|они|он|она|ми|вони|він|вона|яны|ён|яна)\b"
# "He would not sell it and that he …": a second clause beside the one that holds the denial.
_NEXT_CLAUSE = expression(r"(?:,|[”\"'»])? (?:and|or) that (?=[\w'])")
_THAT = expression(r"\bthat\b")
_DENIES_CLAUSES = expression(r"den|disp|ref|reb|rej|disb|disa|dou|retr")
_THINKS = expression(
    r"\b(?:say|says|said|saying|think|thinks|thought|believe\w*|claim\w*|told|tell|promis\w+|suggest\w*|argu\w+|mean|meant|"
    r"impl\w+|agree\w*|accept\w*|evidence|proof|prov\w+|true|certain|sure|convinced|wish|expect\w*|hear|heard|that)\b"
)
ENDS = expression(
    r";|(?<!nothing )(?<!anything )(?<!all )\bbut\b|,? (?:yet|however|nevertheless|instead|still) |\s[—–-]+\s|"
    r", (?:но|а|однако|але|проте|аднак|ale|lecz) |"
    rf", (?:and |so |or |then )?{SPEAKS}|(?<=[\w,.!?])[”\"»],? (?:(?:and|that) )?(?:i|we|they|he|she|it) "
    r"(?:can|could|will|would|must|should|had|has|have|is|was|were|are|did|does)\b|"
    r", (?:although|though|while|whereas|because|since|for|as|when|where|which|who|"
    r"whose|so|until|unless)\b"
)
ENDS_A_CLAUSE = expression(
    r":|, (?:and |so |then )?(?:the|a|an|my|our|their|his|her|its|every|each|all|that|these|those|people|your)\b|"
    rf" (?:and|then) (?:(?:will|must|shall|can|should|is|are|was|were|have|has|had|do|did|that is why)\b|{SPEAKS})|"
    r", (?:and|so|then) |"
    r" and (?:the|an?|my|our|their|his|her|its|this|that) (?:[\w'-]+ ){1,3}"
    r"(?:is|are|was|were|has|have|had|will|would|must|can|could|should|does|do|did)\b"
)
_TURNS_ASIDE = expression(r"(?<! in)(?<! to) (?:because|although|though|whereas|which|whose|where|since|until)\b")
_WHO = expression(r" (?:who|whom)\b")
_RELATES = expression(r" ?(?:who|whom|which|whose|where)\b")
ENDS_A_REPORT = expression(r";|\bbut\b|\s[—–-]+\s|, (?:and )?yet\b|, (?:and |so |then ){0,2}(?:i|we)\b")
ENDS_A_QUESTION = expression(rf"{ENDS_A_REPORT.pattern}|, (?:and|so|then) (?:he|she|they|it|there)\b")
ENDS_A_CONDITION = expression(r";|\bbut\b|\b(?:it|that|this)(?: is|'s) (?:only )?because\b")
_SUBORDINATE = expression(
    r"(?:and |but |so |, )?(?:even )?(?:if|when|whenever|although|though|because|as|after|since|unless|once|while|"
    r"before|until|by|in|on|at|for|with|despite|having|being|far from|instead of|rather than|without|unable|unlike|"
    r"besides|whatever)\b"
)
RESUMED = expression(r"[,—–-]\s*that\s*$")
_INDEFINITE = expression(
    r"\b(?:an?|any|another|no|such an?|some kind of|the kind of|the sort of)"
    r"(?: [\w'-]+){1,3} (?:in |from |to |on |at )?$"
)


def ended(text: str, start: int, length: int, ends: re.Pattern[str], resumed: bool = False) -> bool:
    """Return whether something ends a clause before the words begin; one that is resumed only a semicolon."""
    match = ends.search(text, start)
    return match is not None and match.start() < length and not (resumed and ";" not in match[0])


def denial_ended(text: str, operator: re.Match[str], length: int, resumed: bool) -> bool:
    """Return whether the clause of a negation ends before the words begin."""
    start = operator.end()
    if resumed:
        return ";" in text[start:length]
    if ended(text, start, length, ENDS) or _turned_aside(text, start, length):
        return True
    if _SUBORDINATE.match(text, clause_start(text, operator.start())) and "," in text[start:length]:
        return True
    if not _DENIES_CLAUSES.match(operator[0]) and next_clause(text, start, length):
        return True
    match = ENDS_A_CLAUSE.search(text, start)
    return match is not None and match.start() < length and not _THINKS.search(text, start, match.start())


def _turned_aside(text: str, start: int, length: int) -> bool:
    """Return whether a clause of another kind begins before the words: "because …", "which …", "… who …"."""
    for pattern, words in ((_TURNS_ASIDE, 1), (_WHO, 3)):
        match = pattern.search(text, start)
        # "Not a shop where it does not matter who pays": what an indefinite noun would be like is denied with it.
        if match is None or _RELATES.match(match[0]) and _INDEFINITE.search(text, 0, match.start() + 1):
            continue
        if match.start() < length and len(text[start : match.start()].split()) >= words:
            return True
    return False


def next_clause(text: str, start: int, length: int) -> bool:
    """Return whether another clause with "that" begins beside the one that an operator stands in: "… and that …"."""
    joined = _NEXT_CLAUSE.search(text, start, length + 1)
    if joined is None or _THAT.search(text, start, joined.start()):
        return False
    # "Said that nobody had told him and that …": the second clause stands beside the first one with "that".
    return _THAT.search(text, 0, start) is not None or not _THINKS.search(text, start, joined.start())


def clause_start(text: str, at: int) -> int:
    """Return where the clause begins that holds a position: behind the last mark before it."""
    start = max(text.rfind(mark, 0, at) for mark in (",", ";", ":", "—", "–")) + 1
    while start < at and text[start] == " ":
        start += 1
    return start

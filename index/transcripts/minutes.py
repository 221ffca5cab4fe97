"""The clerk's lines of minutes: headings, votes, what was read out, who came and went, when a meeting closed.

They stand between the turns without a label of their own and are nobody's words, least of all those of who spoke last.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.text.expressions import expression
from index.text.sentences import Span
from index.transcripts.heads.speeches import speaks_of_oneself

_HEAD = 2_000
_MINUTED = expression(
    r"^[ \t#*_]*(?:(?:(?:draft|approved|confirmed) )?minutes\b|[^\n]{0,80}\b(?:minutes|notes|record) of (?:the |a )?"
    r"[^\n]{0,40}(?:meeting|assembly|session)|(?:those |members |also )?(?:present|in attendance|attendance|attending"
    r"|apologies)\b[^\n]{0,20}:|(?:ergebnis)?protokoll\b|(?:anwesend|entschuldigt)\w*:|protokół\b|(?:obecni|nieobecni)\b[^\n]{0,20}:"
    r"|протокол\b|присутств\w+:|procès-verbal\b|compte[- ]rendu\b|(?:étaient )?présents\b[^\n]{0,20}:|presentes:)",
    re.IGNORECASE | re.MULTILINE,
)
_HEADING = expression(
    r"[ \t*_]*(?:#{1,6}[ ]+\S[^\n]*"
    r"|(?:(?:agenda )?item|point|top|punkt|pkt|section|пункт)?\.? ?\d{1,2}(?:\.\d{1,2}){0,3}[.):]{0,2}"
    r"[ \t]+(?-i:[^\W\d_a-zа-яёіїєґўąćęłńóśźżäöü])[^\n]*)",
    re.IGNORECASE,
)
_HEADING_WORDS = 12
_VOTE = expression(
    r"[ \t*_]*(?:(?:the |result of the |recorded )?(?:vote|voting|votes|division|ballot)"
    r"|(?:a )?show of hands|handzeichen|abstimmung(?:sergebnis)?|głosowanie"
    r"|wynik głosowania|голосовали|голосование|scrutin|votación)\b[^\n:.]{0,60}:",
    re.IGNORECASE,
)
"""A vote is the clerk's in every transcript."""
_BUSINESS = (
    r"(?:motion|amendment|resolution|proposal|recommendation|minutes|report|budget|accounts|bill|item|matter|letter|petition"
    r"|apolog(?:y|ies)|correspondence|draft|plan|question|vote|chair|election|nominations?)"
)
_DONE = (
    r"(?:then |duly |also |again |unanimously |narrowly |formally ){0,2}(?:carried|lost|adopted|agreed|passed|defeated"
    r"|approved|accepted|rejected|withdrawn|read|circulated|tabled|received|noted|deferred|taken|put|confirmed|signed|referred"
    r"|adjourned|elected|appointed|resolved|decided|proposed|moved|seconded|reported|discussed|postponed)"
)
_CLERK = expression(
    rf"""[ \t*_>•-]*(?:
      (?:votes?|voting|motions?|resolved|resolution|agreed|noted|decisions?|decided|actions?|carried|moved|proposed
        |seconded|proposer|outcome|clerk|minutes(?:[ ]taken)?|notes(?:[ ]taken)?|recorded|taken|signed|distribution)\b
        [^\n:.]{{0,40}}[:.]
    | (?:the[ ]|a[ ]|an[ ]|this[ ]|that[ ]|(?:(?:mrs?|ms|dr|cllr)\.?[ ])?[^\W\d_]+[’']s[ ])
        {_BUSINESS}s?\b[^\n.]{{0,80}}\b(?:was|were|is|are)
        [ ]{_DONE}
    | it[ ]was[ ]{_DONE} | (?:proposed|moved|seconded|carried|nominated)[ ](?:by|nem|unanimously)\b
    | (?:there[ ]being[ ])?no[ ](?:further|other)[ ](?:business|matters|questions)\b
    | (?:the[ ])?(?:meeting|session|sitting|assembly)[ ](?:was[ ]|is[ ])?(?:closed|ended|adjourned|opened|began
        |suspended|resumed|concluded|started|finished|rose)\b
    | (?:the[ ])?chair\w*[ ](?:then[ ])?(?:closed|declared|opened|adjourned|thanked|welcomed|announced|noted|reported)\b
    | (?:date[ ]of[ ])?(?:the[ ])?next[ ]meeting\b | apologies\b | (?:unanimously|carried)\b
    | (?:abstimmung|beschluss|ergebnis|antrag|protokoll(?:führ\w+)?|nächste[ ]sitzung)\b[^\n:.]{{0,40}}[:.]
    | (?:der|die|das)[ ](?:antrag|vorschlag|haushalt|beschluss|protokoll|tagesordnung)\b[^\n.]{{0,80}}
        \b(?:wird|wurde|ist)\b
    | die[ ](?:sitzung|versammlung)[ ](?:endete?|wurde|wird|schließt|schloss|begann|ist)\b | es[ ]w(?:urde|ird)\b
    | (?:głosowanie|uchwała|wniosek|ustalono|postanowiono|protok[oó]łowa\w+|uchwałę|wniosek)\b
    | (?:sesję|posiedzenie|zebranie|obrady)[ ](?:zamknięto|zakończono|otwarto|przerwano|zakończył\w+)\b
    | (?:голосовали|голосование|решили|постановили|решение|секретарь)\b[^\n:.]{{0,40}}[:.]
    | (?:заседание|собрание)[ ](?:было[ ])?(?:закрыто|завершилось|закрылось|окончено|открыто)\b
    | (?:vote|décision|résolution|délibération)\b[^\n:.]{{0,40}}[:.] | la[ ]séance[ ]est[ ]levée\b
    | la[ ](?:motion|résolution|proposition)[ ](?:est|a[ ]été)\b
    )""",
    re.VERBOSE | re.IGNORECASE,
)
_SPEECHES_SHARE = 0.3
"""Where so many turns go on over several paragraphs the record is verbatim, and a paragraph needs no first person."""


def is_agenda_heading(line: str) -> bool:
    """Return whether a line is a numbered or marked heading: "2. Night buses", "Item 2: Grit bins", "## The roof"."""
    bare = line.strip().rstrip("*_ ")
    return (
        _HEADING.fullmatch(bare) is not None and len(bare.split()) <= _HEADING_WORDS and bare[-1:] not in '.!?;,:…”"»'
    )


def is_vote(paragraph: str) -> bool:
    """Return whether a paragraph is a clerk's line on a vote: "Vote: carried, 3 to 1."."""
    return _VOTE.match(paragraph) is not None


class Clerk:
    """Who keeps the record of one text: which paragraphs below a turn's first one are not the speaker's."""

    def __init__(self, text: str, turns: Sequence[Sequence[Span]]) -> None:
        """Take a text with the paragraphs of each of its turns."""
        self.minutes = _MINUTED.search(text, 0, _HEAD) is not None
        paragraphs = [[text[slice(*each)] for each in turn] for turn in turns]
        long = sum(sum(not self._writes(each) for each in turn[1:]) > 1 for turn in paragraphs)
        self._verbatim = long > _SPEECHES_SHARE * len(turns)

    def writes(self, paragraph: str) -> bool:
        """Return whether a paragraph below the first of a turn is the clerk's."""
        if self._writes(paragraph):
            return True
        return self.minutes and not self._verbatim and not speaks_of_oneself(paragraph)

    def _writes(self, paragraph: str) -> bool:
        if is_vote(paragraph):
            return True
        return self.minutes and (is_agenda_heading(paragraph) or _CLERK.match(paragraph) is not None)

"""Where words come from that are older than their article though it tells no day: a lawsuit, a leaked draft, an album.

Of 300 statements of news that two people read, 28 had the day of their article and were older: most of them stood in
something that was written or held before ("in the leaked opinion", "the complaint alleges", "before the first game").
"""

from __future__ import annotations

import re

from index.attribution.days.saying_before import ends_with_saying
from index.senses.reporters import MEDIA
from index.text.expressions import expression

_NEAR = 150
_DET = r"(?:an?|the|his|her|their|its|another|one|that|this|[\w’'-]+[’']s?)"
_WORKS = (
    "interviews?|podcasts?|books?|memoirs?|autobiography|biography|diary|diaries|documentary|op-ed|column|essay|blog"
    "|newsletter|novel|magazine|cover story|album|song|track|lyrics|film|movie|play|poem|episode|review|foreword"
    "|preface|testament|yearbook|manifesto"
)
_COURT_PAPERS = (
    "complaints?|lawsuits?|suit|petition|indictment|affidavit|deposition|filings?"
    "|(?:court|legal|charging) (?:papers|documents|records|filings?)"
)
_TEXTS = (
    rf"{_WORKS}|{_COURT_PAPERS}|opinion|draft|case|statements?|posts?|tweets?|threads?|messages?|emails?|texts?|letters?"
    "|videos?|clips?|recordings?|tapes?|audio|footage|reports?|studies|study|surveys?|polls?|papers?|appeals?|hearings?"
    "|testimony|rulings?|decisions?|memos?|speech|speeches|addresses|address|remarks|comments|debates?|investigations?"
    "|meetings?|versions?|articles?|stories|story|appearances?|conversations?|campaigns?|trials?|games?|matches|seasons?"
)
_OLDER = (
    r"leaked|earlier|previous|prior|past|old|older|original|initial|(?:since-|now-|then-)?deleted|resurfaced|unearthed"
    r"|archived?|archival|decades-old|years-old|months-old|recent|inaugural|posthumous|farewell|confirmation"
)
_OCCASION = expression(
    rf"\b(?:in|on|during|for|to) {_DET} (?:[\w’-]+ ){{0,4}}?(?:{_WORKS})\b|\bin interviews?\b", re.IGNORECASE
)
"""What somebody is asked for or writes before an article is published that quotes it."""
_OLDER_TEXT = expression(
    rf"\b(?:in|on|at|during|from|of|to|for|with) (?:{_DET} )?(?:[\w’-]+ )?(?:{_OLDER}) (?:[\w’-]+ ){{0,3}}?"
    rf"(?:{_TEXTS})\b",
    re.IGNORECASE,
)
_IN_COURT_PAPERS = expression(rf"\b(?:in|to) (?:{_DET} )?(?:[\w’-]+ ){{0,2}}?(?:{_COURT_PAPERS})\b", re.IGNORECASE)
_COURT_PAPERS_SAY = expression(
    rf"\b(?:(?i:the|an?|his|her|their|its|[A-Z][\w’'-]+) (?:[\w’-]+ ){{0,2}}?|^\W*|according to )(?:{_COURT_PAPERS})\b"
    rf"(?:[^.;:]{{0,60}}\b(?:alleg|claim|say|said|state|argue|read|accus|contend|charge|note|describ|call)\w*\b|\W*$)",
    re.IGNORECASE,
)
_IN_A_PAPER = expression(r"\b(?:wrote|writes|written)\b(?:[^.;:,]{0,60}?) (?:in|for) (?:the|The) [A-Z][\w’'-]+")
_CAME_OUT = expression(
    r"\b(?:e-?mails?|letters?|memos?|messages?|texts?|notes?|transcripts?|recordings?|documents?|diaries)"
    r" (?:\w+ ){0,6}?(?:obtained|seen|reviewed|viewed|leaked|unsealed|published|released|made public)\b"
)
"""What was written to others and came out later."""
_LIFE = expression(
    rf"\b(?:during|in) (?:{_DET}) (?:[\w’-]+ ){{0,3}}?(?:campaign|candidacy|presidency|tenure|reign|childhood|youth"
    r"|lifetime|inaugural (?:address|speech)|(?:first|second|last|previous) (?:term|bid|campaign))\b"
    r"|(?:^|, )\W*[Aa]s an? (?:[\w-]+ ){0,2}(?:candidate|child|teenager|teen|boy|girl|student|nominee|senator-elect)\b"
)
_STANDING = frozenset(
    """law bill resolution constitution amendment act statute ordinance treaty charter contract lease policy guidelines
    rules website site sign plaque will order subpoena manual handbook warrant complaint lawsuit suit petition affidavit
    indictment book memoir novel song lyrics label dictionary page filing filings""".split()
)
"""What is written once and read for long: "the resolution says"."""
_THEN_HOLDER = expression(
    r"\b[Tt]hen[-–‑](?!and\b)[A-Za-z]\w+|\bthe then\b|\bwho was then\b|\bthen (?:an?|the) (?=[a-z])"
)
_EVENT = r"(?!\w+ing\b)(?:(?:the|an?|his|her|their|its|this|that|each|every) )?(?:[\w’'-]+ ){0,3}?[\w’'-]+"
_BEFORE_AN_EVENT = expression(rf"\b(?:before|ahead of|prior to|in the run-up to) {_EVENT}(?=\W*$|[,.;])", re.IGNORECASE)
_OPENS_BEFORE = expression(
    rf"\b(?:[Bb]efore|[Aa]head of|[Pp]rior to|(?:[Ss]hortly|[Ss]oon) after|[Ii]n the aftermath of) {_EVENT}, "
    r"[^,;]{3,60}\W*$"
)
"""What leads to words in front of who says them: "Asked about it before the vote, Harn said: “"."""


_PATTERNS = (
    _OCCASION,
    _OLDER_TEXT,
    _IN_COURT_PAPERS,
    _COURT_PAPERS_SAY,
    _IN_A_PAPER,
    _CAME_OUT,
    _LIFE,
    _THEN_HOLDER,
)


def is_of_another_source(before: str, after: str) -> bool:
    """Return whether words stand in a work, in court papers or in another older text, whose day is not told."""
    pieces = after[:_NEAR], before[-_NEAR:]
    return any(pattern.search(piece) for pattern in _PATTERNS for piece in pieces)


def is_before_an_event(before: str, after: str) -> bool:
    """Return whether words are told to be of before an event: "posted before the match", "Before it, she said"."""
    found = _BEFORE_AN_EVENT.search(after[:_NEAR])
    if found and ends_with_saying(after[: found.start()].strip("\"”’', ")):
        return True
    return bool(_OPENS_BEFORE.search(before[-_NEAR:]))


def is_undated(speaker: str, source: str | None) -> bool:
    """Return whether what speaks is a text of long ago or another paper, whose words are older than the article."""
    *_, last = speaker.split() or [""]
    if last.lower() in _STANDING:
        return speaker.split()[0].lower() in {"the", "a", "an", "its", "their", "his", "her"} or last.islower()
    # "Ringo Star" is a man, "the Star" a paper.
    paper = last.lower() in MEDIA and (
        last.isupper() or last.islower() or speaker.lower().startswith(("the ", "daily "))
    )
    return paper and last.lower() not in (source or "").lower()

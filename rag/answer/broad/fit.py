"""Which sentences may stand alone in a summary: whole ones that need nothing before them and say something."""

from __future__ import annotations

import re

from index.attribution.headings import is_link
from index.text.expressions import expression
from index.text.sentences import Span
from rag.rank.windows import points_back

FEWEST, MOST = 6, 60
"""Words of a sentence that may be chosen."""
_ENDS = expression(r"[.!…。][”\"’'»)\]]*$|[.!…][”\"’'»)\]]*\s*\[\d{1,3}\]$")
_GOES_BACK = expression(
    r"[\W_]*(?:yet|nor|because|moreover|furthermore|similarly|likewise|finally|meanwhile|besides|nevertheless|"
    r"nonetheless|"
    r"still|otherwise|accordingly|consequently|later|earlier|afterwards?|again|even so|for example|for instance|in "
    r"other "
    r"words|in fact|indeed|of course|on the other hand|in contrast|by contrast|as such|if so|the (?:former|latter|"
    r"same|two|"
    r"other)|the following|as (?:i|we|he|she) (?:said|mentioned)|as if|as before|(?:since|as|when|if) you|you (?:are|"
    r"were) aware|all (?:of )?(?:that|this|these|those)|for (?:that|this|these)|under "
    r"(?:this|that|these|those|such)|in (?:conclusion|this|that|such|these|those|doing so)|at the same time|with that|"
    r"(?:thinking|speaking|talking) (?:about|of) (?:this|that|such|these)|let me\b|(?:i|we) (?:have already|already|"
    r"will "
    r"(?:be brief|not dwell)|would like to quote|see you|will not (?:to )?dwell)|(?:yes|no|well|okay|ok|right|sure|oh)"
    r"(?=[,.;:!–—])|to (?:\w+ )?(?:this|that|these|those|so)|"
    r"a (?:second|third)(?= (?:is|was|point|thing|reason|question|issue|one)\b)|(?:second|third)(?:ly\b|(?=[,:]))|"
    r"one of (?:them|these|those)|some of (?:them|these|those)|то|но|однако|а|и|он|она|"
    r"они|это|"
    r"але|він|вона|вони|це|jednak|ale|ona|oni|"
    r"(?:on|to)(?= (?:jest|był\w*|są|ma|nie|się|też|już|my|oni|właśnie|znaczy|dlatego)\b)|aber|und|er|sie|es|das)\b",
    re.IGNORECASE,
)
_GREETS = expression(
    r"[\W_]*(?:thank you|thanks|good (?:morning|afternoon|evening)|dear |ladies and gentlemen|welcome|hello|"
    r"excellenc|your excellenc|distinguished|honou?rable|(?:mr\.?|mrs\.?|madam) (?:vice )?(?:president|secretary|"
    r"speaker|chair\w*|moderator)\b|members of (?:the )?\w+[,:]|fellow |my fellow |(?:allow me|let me|permit me|i "
    r"(?:would like|wish|want)|we|i|it is) (?:\w+ ){0,4}(?:congratulat|thank|"
    r"welcom|greet|express (?:my|our) (?:gratitude|appreciation|thanks)|(?:an? |great )*(?:honou?r|pleasure|"
    r"privilege))|i have the hono|(?:i am|it is) (?:delighted|glad|happy|honou?red|pleased|proud) to (?:be|join|speak|"
    r"address|stand|see)|as (?:i|we) (?:conclude|close|end)\b|(?:in closing|to conclude|let us conclude)\b|(?:the|this "
    r"year['’]s) theme (?:of|for|chosen)|god bless|may god|glory to)",
    re.IGNORECASE,
)
_BOILERPLATE = expression(
    r"©|https?://|www\.|\w@\w|\ball rights reserved\b|\b(?:subscribe|sign up|newsletter|cookies?|advertisement|click "
    r"here|read more|"
    r"follow us|share this|terms of (?:use|service)|privacy policy|photograph(?:er)?:|image:|photo:|file photo|getty "
    r"images|"
    r"reporting by|editing by|contributed to this report|verbatim|original\W+(?:spanish|french|russian|arabic|chinese|"
    r"english)|interpretation from|provided by the delegation)\b",
    re.IGNORECASE,
)
_CLOSING_MARKS = frozenset('”"’»')
_TEASER = expression(r"[\W_]*(?:more|read|related|watch|listen|see also|also|latest)\b[^:.]{0,20}:", re.IGNORECASE)
_BYLINE = expression(r"[\W_]*(?:by|from|published|updated|posted|written by|date)\b[^.]{0,80}$", re.IGNORECASE)
_HEADS = expression(
    r"[\W_]*(?:an? (?:\w+ ){0,2}(?:report|paper|study|letter|statement) (?:by|of|from) [^.]*\d|"
    r"(?:meeting|minutes|session|sitting|interview|conversation|speech|address|remarks|letter|transcript|report)"
    r" (?:of|with|by|between) [^.]*\d|(?:regular|ordinary|special|annual|extraordinary|monthly|general) "
    r"(?:meeting|session|assembly)\b[^\n]{0,60}\d|(?:mon|tues|wednes|thurs|fri|satur|sun)day,? (?:the "
    r")?\d{1,2}(?:st|nd|rd"
    r"|th)? (?:of )?[a-z]{3,9},? \d{4}\b|by the [^.,]{1,60}\b(?:mr|mrs|ms|dr|prof|sir)\b|"
    r"(?:present|apologies|absent|public|staff|quorum|in attendance|attendees|chair|venue|place|date|time"
    r"|subject|agenda|from|to)(?: [a-z]+)?:)",
    re.IGNORECASE,
)
"""A line that says what, when, where or who: "Meeting of 3 May, Town Hall, 7 p.m.", "Present: Ana Ruiz"."""
_HE = expression(r"\b(?:he|she|him|her|his|hers)\b", re.IGNORECASE)
_NAME = expression(r"(?<=[\w,;:”\"’] )[^\W\d_a-zа-яіўєїґąćęłńóśźż][\w’'-]+|^[\W_]*[A-Z][\w’'-]+ [A-Z][\w’'-]+")
_LEANS = expression(
    r"\b(?:understands?|understood|knows?|knew|see|do|did|does|say|says|said|want|need|mean|like|of|about|for|by|with) "
    r"(?:this|that|it|these|those|so)[.,;:!”\"’]",
    re.IGNORECASE,
)
"""What is said of "this" stands in a sentence before."""
_LETTERS = expression(r"[^\W\d_]")


_JOINS = expression(
    r"[\W_]*(?:(?:and|but|so|now|however|indeed|nevertheless|nonetheless|yet|well|today|here)\b[,:]? ){1,2}"
    r"(?=\w)",
    re.IGNORECASE,
)
_TELLS_ITSELF = expression(
    r"[\W_]*(?:there (?:is|are|was|were|has been|have been|will be) (?!that\b|this\b|it\b)|"
    r"(?:it|that)(?: is|['’]s|’s| was) (?:now |also |clear|time|true|important|essential|vital|my (?:belief|hope|view)|"
    r"our (?:belief|hope|view)|why (?!this\b|that\b|it\b)))",
    re.IGNORECASE,
)
AFTER_JOIN = 7
"""So many words must follow what only joins a sentence to the one before: "But the mill cannot be saved by a loan"."""


_FURNITURE = expression(
    r"\b(?:html5|javascript|pay ?wall|for personal use|scroll to continue|continue reading|fill (?:it |this |out )+"
    r"(?:our |the |a )?(?:survey|form|it)\b|(?:our|the|this|a new) survey (?:that|which) asks|take "
    r"(?:our|the) (?:survey|poll)|"
    r"(?:first|originally) (?:published|appeared|posted) (?:in|on|by|at)|this (?:article|post|piece|story) (?:was|is) "
    r"(?:published|posted|reprinted|adapted|written by|part of a series)|thank you (?:to|for|very|all|so)|"
    r"(?:i|we) (?:(?:also|would|like|want|wish|to|must|sincerely|again) ){0,5}thank|(?:contact|call|e-?mail|write "
    r"to|visit) (?:us|me) (?:at|on|via|for)|"
    r"find (?:out )?more (?:from|on|about|at)|"
    r"please (?:visit|e-?mail|contact|call|click|fill|consider (?:donating|subscribing))|for (?:more|further) "
    r"information|(?:media|press) contacts?\b|(?:phone|telephone|tel|fax)\b[.:]? ?[+(\d]|page \d+ of \d+|"
    r"table of contents|skip to|sponsored|filed under|courtesy of|buy (?:one of )?(?:these|our|your|tickets|now)|"
    r"copyright|reprint(?:s|ed)? (?:of|from|with)|translat(?:ed|ion) (?:by|provided by))\b|\{%|\bet al\b\.?|\bdoi\b|"
    r"^[\W_]*\d{1,3}\.? (?-i:[A-Z][\w-]+ [A-Z]{1,3}[,.])",
    re.IGNORECASE,
)
"""What a page says of itself: where it appeared, how to reach or to pay somebody, what it cites."""
_SALUTES = expression(
    r"(?![^.]{0,400}\b(?:is|are|was|were|had|has|have|who|that|will|must|should|can|do|does|did|said)\b)"
    r"(?:[^,.;:]{2,60}, ){2,12}[^,.;:]{0,60}\b(?:gentlemen|guests|friends|colleagues|class of \d{4}|delegates|members|"
    r"faculty|parents|students|comrades)\W*$",
    re.IGNORECASE,
)
"""Who is greeted, without a word of what is said."""
_ANNOUNCES_ONLY = expression(
    r"[\W_]*(?:(?:and|but|so|now),? )?(?:i|we) (?:\w+ ){0,3}(?:say|add|speak|share|offer|make) "
    r"(?:you |just )?(?:a|one|two|few|some|a few|"
    r"a couple of|another) (?:more |further |brief |short )?"
    r"(?:words?|things?|remarks|points?|observations|comments|thoughts)\b"
    r"|[\W_]*i (?:have something|will be honest|must confess|do not (?:want|wish) to (?:dwell|take))\b",
    re.IGNORECASE,
)
"""That something will be said."""
_HANGS = expression(
    r"[\W_]*(?:particularly so|especially so|more so|not only that|more than that|that said|as well as that|"
    r"with that in mind|to that end|on top of (?:this|that)|before that|after that|until then|since then|by then|"
    r"from there|(?-i:(?:\d{1,3}|[a-z]|[ivx]{1,4})[.)] ?[a-z])|at that (?:point|moment|time)|"
    r"as you do|as i do|either way|rather,|the (?:second|next|other) (?:\w+ )?examples?\b)",
    re.IGNORECASE,
)
"""What only joins what stands before, or is an item of its list."""
_LEANS_BACK = expression(
    r"[\W_]*(?:(?:and|but|so|yet|still),? )?(?:(?:i|we) (?:\w+ ){0,2}(?:believe|think|know|hope|say|feel|"
    r"suspect|doubt|understand|agree|expect)(?: that)? (?:they|he|she|these|those|this|"
    r"it(?! (?:is|was|would|will|takes)\b))\b|(?:since|because|although|though|without|despite|until) "
    r"(?-i:[^,;.A-Z]{3,120}), (?:it|they|he|she|this|these)\b(?! (?:is|was) (?:\w+ )?(?:that|to|clear|time|true)\b))",
    re.IGNORECASE,
)
"""What is said of "they" or "it" stands in a sentence before: "But I believe that they are bound"."""
_CITED_WORK = expression(r"[\W_]*\d{1,3}[.)]? (?:[A-Z][\w’'-]+,? [A-Z]{1,3}\b|[A-Z][\w’'-]+, [A-Z]\.)")
_FOOTNOTE = expression(r"\s*\[\^[^\]\n]{1,40}\]:")
"""A note of a text in Markdown, which often quotes somebody else: "[^6]: A study found …"."""
_CREDIT = expression(r"\s*(?:[A-Z(][\w/&.’'-]*[\w)],?\s*){1,5}$")
"""A photographer's or an agency's name behind a sentence, to the end of its paragraph."""
CAPTION = 50
"""A paragraph of more words is no caption."""


def is_beside_the_text(text: str, span: Span) -> bool:
    """Return whether a sentence stands below a picture, in a note or in a list of works cited, by its paragraph."""
    start, end = text.rfind("\n\n", 0, span[0]) + 1, text.find("\n\n", span[1])
    paragraph = text[start : end if end >= 0 else len(text)]
    if _CITED_WORK.match(paragraph) or _FOOTNOTE.match(paragraph):
        return True
    rest = text[span[1] : end if end >= 0 else len(text)]
    return bool(rest.strip() and len(paragraph.split()) <= CAPTION and _CREDIT.match(rest))


def is_furniture(words: str) -> bool:
    """Return whether a sentence is of the page or the occasion: an advertisement, a source, a greeting, what joins."""
    if _SALUTES.match(words) or _ANNOUNCES_ONLY.match(words):
        return True
    return bool(_HANGS.match(words) or _LEANS_BACK.match(words) or _FURNITURE.search(words))


_NOW_OR_HERE = expression(
    r"[\W_]*this (?:year|month|week|morning|afternoon|evening|spring|summer|autumn|fall|winter|century|decade|country|"
    r"nation|house|congress|parliament|post|letter|article|report|paper|study|document|essay|piece|book|speech|"
    r"statement|submission|review|guide|meditation|talk|lecture|petition)\b",
    re.IGNORECASE,
)
"""A time or the text itself, which a sentence may name without another before it."""
_FORMS_OF_ASKING = (
    r"(?:ask|urge|request|demand|call (?:on|upon|for)|submit|propose|recommend|appeal|implore|beg|oppose|petition)"
)
_ASKS = expression(
    r"[\W_]*(?:(?:for|in|with|on|from|to) (?:all )?(?:this|that|these|those|such|the above) (?:\w+ )?\w+,? |"
    r"(?:therefore|thus|so|accordingly|hence|finally|and|but),? ){0,2}"
    rf"(?:i|we|the (?:undersigned|union|committee|council|signatories)),? (?:\w+ ){{0,2}}{_FORMS_OF_ASKING}\b",
    re.IGNORECASE,
)
_ASKS_LATER = expression(rf"\b(?:i|we) (?:\w+ly )?{_FORMS_OF_ASKING}\b", re.IGNORECASE)


def asks(words: str) -> bool:
    """Return whether a sentence asks somebody for something in the writer's own name."""
    return bool(_ASKS_LATER.search(words) or _ASKS.match(words))


LONGEST_REQUEST = 90
"""Words of a sentence that asks for something: letters and petitions do it in long ones."""


def is_request(text: str, span: Span) -> bool:
    """Return whether a sentence asks for something in the writer's name and is whole, whatever joins it."""
    words = text[slice(*span)].strip()
    count = len(words.split())
    if not asks(words) or not FEWEST <= count <= LONGEST_REQUEST or not _is_sentence(words, count):
        return False
    return bool(_ASKS.match(words)) or not (_goes_back(words) or _GREETS.match(words))


_CLEFT = expression(
    r"[\W_]*(?:(?:and|but|so|yet|no|in (?:fact|the end|short)),? )?it(?:['’]s| is| was) "
    r"(?=(?:\w+ly )?(?:the|not|our|an?|only|(?-i:[A-Z])))(?=[^.;]{3,90}\b(?:who|that|which)\b)",
    re.IGNORECASE,
)


def names_itself(text: str, span: Span) -> bool:
    """Return whether a sentence begins with its own time, text or subject ("It is the owners who") and stands alone."""
    cleft, own = _CLEFT.match(text, *span), _NOW_OR_HERE.match(text, *span)
    if not (cleft or own):
        return False
    rest = text[cleft.end() : span[1]] if cleft else f"The time {text[own.end() if own else 0 : span[1]].lstrip(' ,')}"
    return is_fit(rest, (0, len(rest)))


_ONLY_JOINS = expression(
    r"[\W_]*(?:(?:and|but|so|now|yet),? )?(?:(?:in addition|additionally|moreover|furthermore|besides|also|finally|"
    r"lastly|first(?:ly)?|second(?:ly)?|third(?:ly)?|fourth(?:ly)?|fifth(?:ly)?|rather|indeed|in fact|in short|"
    r"in conclusion|therefore|thus|hence|consequently|accordingly|as a result|as such|similarly|likewise|meanwhile|"
    r"again|nevertheless|nonetheless|to (?:that|this) end|for (?:this|that|these|those) reasons?|yes|right|okay), |"
    r"(?:this|that)(?:['’]s| is) why )(?=\w)",
    re.IGNORECASE,
)
"""What joins a sentence to the one before and says nothing of its own: without it the rest says the same."""


def after_join(text: str, span: Span) -> int:
    """Return where a sentence begins behind words that only join it: "In addition, our earnings rose"."""
    match = _ONLY_JOINS.match(text, *span)
    return match.end() if match else span[0]


def is_fit(text: str, span: Span) -> bool:
    """Return whether the sentence at a span of a text can stand alone and says something of its own."""
    words = text[slice(*span)].strip()
    count = len(words.split())
    if words.endswith(",") and text[span[1] : span[1] + 1] in _CLOSING_MARKS:
        # “The harbour cost forty million crowns,” said the mayor.
        words = f"{words[:-1]}."
    if not FEWEST <= count <= MOST or not _is_sentence(words, count) or is_link(text, span[0]):
        return False
    if _goes_back(words) or _GREETS.match(words) or _leans_on_somebody(words):
        return False
    if _HEADS.match(words):
        return False
    return not (_LEANS.search(words) or _BOILERPLATE.search(words) or _BYLINE.match(words) or _TEASER.match(words))


def _goes_back(words: str) -> bool:
    """Return whether a sentence needs the one before: "and" or "but" alone joins it, a pronoun leans on it."""
    join = _JOINS.match(words)
    rest = words[join.end() :] if join else words
    if join and len(rest.split()) < AFTER_JOIN:
        return True
    if _TELLS_ITSELF.match(rest):
        return False
    return points_back(rest) or bool(_GOES_BACK.match(rest))


DECISION = expression(
    r"\b(?:resolved|decided|agreed|carried|adopted|approved|rejected|defeated|passe[sd]|unanimous(?:ly)?|"
    r"voted (?:to|for|against|\d+ ?[-–:] ?\d+)|(?:by|with) (?:\w+ )?\w+ votes?|"
    r"postponed|adjourned until|put (?:this|it|that)? ?off|deferred|no objections?|"
    r"(?:in|is|are|was|were|reached) (?:\w+ )?(?:agreement|consensus)|proposal:)"
    r"|^\W*(?:resolution|decision|vote|motion|action)s?:",
    re.IGNORECASE,
)
"""What tells that something was decided."""
_SHORTEST = 4
_PRONOUN = expression(r"[\W_]*(?:he|she|it|they|this|that|these|those|such|both|which|who)\b", re.IGNORECASE)


def is_decision(text: str, span: Span) -> bool:
    """Return whether a sentence tells what was decided, as minutes do in few words: "No objections, motion passes."."""
    words = text[slice(*span)].strip()
    told = _SHORTEST <= len(words.split()) <= MOST and bool(DECISION.search(words)) and not words.endswith(("?", ":"))
    return told and not _PRONOUN.match(words) and not _leans_on_somebody(words)


def is_whole(text: str, span: Span) -> bool:
    """Return whether the words at a span are a sentence, not the head of a document, however short they are."""
    words = text[slice(*span)].strip()
    return _is_sentence(words, len(words.split())) and not _HEADS.match(words)


def _is_sentence(words: str, count: int) -> bool:
    """Return whether words end as a statement does, and are neither a question nor a headline in capitals."""
    asks = words.rstrip("”\"’'»)] ").endswith("?")
    capitals = sum(each[0].isupper() for each in words.split() if _LETTERS.match(each))
    return bool(_ENDS.search(words)) and not asks and capitals < 0.7 * count


def _leans_on_somebody(words: str) -> bool:
    """Return whether "he" or "she" stands before anybody is named: who it is stands in a sentence before."""
    pronoun = _HE.search(words)
    named = _NAME.search(words)
    return pronoun is not None and (named is None or named.start() > pronoun.start())


_DATELINE = expression(
    r"(?:[A-Z][A-Z’'. -]{2,30}(?:, [A-Z][\w.]+(?: [A-Z][\w.]+){0,2})?(?:,? [A-Z][a-z]{2,8}\.? \d{1,2})? ?)?"
    r"(?:\([A-Z][^()]{1,40}\) ?)?(?:[—–-]{1,2} ?)(?=[A-Z“‘\"])|(?:[A-Z][a-zA-Z ]{2,25} )?\([A-Z][A-Za-z ]{1,20}\) "
    r"(?=[A-Z])"
)


def without_dateline(text: str, span: Span) -> Span:
    """Return the span without a place, a day and an agency before its words: "VESK, March 2 (Agency) — "."""
    match = _DATELINE.match(text, *span)
    return (match.end(), span[1]) if match and match.end() < span[1] else span


_MARK = expression(r"\d{1,3}(?:[.)][\t\xa0 ]|[\t\xa0]|  | [-–] )[\W_]{0,2}(?=[^\W\d_a-z])")


def without_mark(text: str, span: Span) -> Span:
    """Return the span without the number of its paragraph or item: "12	Today we open"."""
    match = _MARK.match(text, *span)
    return (match.end(), span[1]) if match and match.end() < span[1] else span


def repeats(words: frozenset[str], title: frozenset[str]) -> bool:
    """Return whether a sentence says no more than the title above it."""
    return len(words & title) >= 0.8 * len(words | title)

"""A question for what somebody says on one occasion, or in a text of his own -> the document that this is as a whole.

The document is the one whose title, file's name or first lines have the name and the words of the occasion: "What did
Tell tell the fishermen of Vesk?" is a question for his speech to them, not for all that he said of fishermen.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from index.dates.days import MONTH
from index.records import Document
from index.storage.catalog import Catalog
from index.text.expressions import expression
from index.text.stems import content_words
from rag.records import Aspect
from rag.understand.documents.described import held
from rag.understand.documents.document_names import named_documents
from rag.understand.documents.kinds import is_kind, words_of, words_of_name
from rag.understand.documents.scope_words import ONE, scope_words
from rag.understand.speakers import EDGES, find_speakers

_DOES = "(?:does|do|did|has|have)"
_SAYS = (
    r"(?:say|said|argue|claim|maintain|announce|declare|explain|talk about|speak about|discuss|promise|write|"
    r"(?:have|has|had) to say)"
)
_ADVISES = r"(?:recommend|propose|demand|suggest|advise|urge)"
_ASKS = r"(?:ask(?: for)?|demand|call (?:for|on)|propose|recommend|request|urge|want|appeal for)"
_POINTS = r"(?:points?|arguments?|claims?|case|messages?|proposals?|promises?|announcements?|reasons|criticisms?)"
_WHO = r"(?P<who>\S.{1,60}?)"
_OTHER = r"(?:essay|column|eulogy|keynote|testimony|request|petition|appeal|submission|proposal)"
_TEXT = rf"(?P<what>(?:[\w-]+ ){{0,3}}?(?:{ONE}|{_OTHER})(?! by\b)(?: \S.{{1,90}})?)"
_WHERE = r"(?P<what>\S.{3,90})"
_AUDIENCE = r"(?= (?:the|an?|his|her|their) )"
_SHOW = r"(?:report|show|programme|program|podcast|call|radio|news|broadcast)"
_AT = rf"(?:in|at|during|(?:to|before){_AUDIENCE}|on(?= the (?:\S+ ){{0,4}}?{_SHOW}\b))"
"""To a person is to whom words are said, on a thing what they are about: neither is an occasion."""
_FORMS = tuple(
    expression(f"^{form}$", re.IGNORECASE)
    for form in (
        rf"what (?:all )?{_DOES} {_WHO} (?:(?P<asks>{_ASKS})|{_SAYS})"
        rf"(?: (?:of|from|to) \S.{{1,60}}?| \S.{{1,60}}? to do)? in (?:his|her|its|their) {_TEXT}",
        rf"(?:what|which) (?:\w+ )?{_POINTS} {_DOES} {_WHO} (?:make|made|raise|give|put forward) in (?:his|her|its|"
        rf"their) {_TEXT}",
        rf"what (?:all )?{_DOES} {_WHO} {_SAYS} {_AT} {_WHERE}",
        rf"what (?:all )?{_DOES} {_WHO} tell{_AUDIENCE} {_WHERE}",
        rf"(?:summari[sz]e|sum up|recap|outline) what {_WHO} (?:said|says|announced) {_AT} {_WHERE}",
        rf"(?:summari[sz]e|sum up|recap|outline) what {_WHO} (?:told|tells){_AUDIENCE} {_WHERE}",
        rf"what (?:is|was|were|are) {_WHO}(?:['’]s|(?<=s)['’]) (?:\w+ )?(?:{_POINTS}|speech|address|remarks)"
        rf" (?:{_AT}|for) {_WHERE}",
    )
)
_REPORTED = expression(
    rf"^what (?:all )?{_DOES} {_WHO} (?:(?P<asks>{_ADVISES})|find(?: out)?|conclude|establish) "
    r"(?:about|on|regarding|concerning|for|to) (?P<what>\S.{3,90})$",
    re.IGNORECASE,
)
"""What a body found on a subject is asked of its report on that."""
_TOPIC = expression(r"\b(?:about|regarding|concerning|whether|that|which|how|why|when|if)\b", re.IGNORECASE)
"""What is asked of a topic is no occasion."""
_KINDS = frozenset(
    content_words(
        "speech address remarks letter interview doorstop conference press briefing article statement talk lecture "
        "debate meeting report conversation message text paper piece essay column audience crowd people"
    )
)
"""Words of an occasion that its document need not have."""
_IS_SPOKEN = expression(
    r"\b(?:speech|address|remarks|interview|doorstop|(?:press|news) conference|briefing|talk|lecture|keynote|sermon|"
    r"eulogy|toast|commencement|oration|debate|hearing|meeting|minutes|session|launch|testimony|message|transcript|"
    r"letter|statement)\b",
    re.IGNORECASE,
)
_IS_REPORT = expression(
    r"\b(?:report|review|inquiry|study|survey|findings|found|audit|investigation|analysis|evaluation|assessment|"
    r"recommendations?)\b",
    re.IGNORECASE,
)
_NAME = expression(rf"(?<![\w’'.])(?!{MONTH}\b)(?:[^\W\d_a-zа-яіїєў][\w-]+|\d[\d.]*\b(?=\s\D))")
_OFTEN_MISSING = 3
"""Of so many words of an occasion one may be the asker's own."""


class Whose(NamedTuple):
    """What is meant, a document or words that name one, and what is asked of it."""

    aspect: Aspect
    document: str = ""
    phrase: str = ""

    @property
    def question(self) -> str:
        """Return the question for what the words name as a whole."""
        return f"what does {self.phrase} ask for" if self.aspect == "requests" else f"what is {self.phrase} about"


def whose_text(question: str, catalog: Catalog) -> Whose | None:
    """Return the one document that holds what somebody says on the occasion, or in the text, that a question names."""
    for number, form in enumerate(_FORMS):
        match = form.match(question)
        if match is None:
            continue
        who, what = match["who"].strip(EDGES), match["what"].strip(EDGES)
        aspect: Aspect = "requests" if match.groupdict().get("asks") else "summary"
        own = number < _OWN
        if not own and (_TOPIC.search(what) or not _is_particular(what)):
            continue
        if (found := _on_occasion(who, what, catalog)) is not None:
            return Whose(aspect, found.id)
        if own and _is_named(phrase := f"{who}’s {what}", catalog):
            return Whose(aspect, phrase=phrase)
    return _reported(question, catalog)


def _reported(question: str, catalog: Catalog) -> Whose | None:
    match = _REPORTED.match(question)
    if match is None:
        return None
    words = set(content_words(f"{match['who']} {match['what']}")) - _KINDS
    found = _near(words, _IS_REPORT, catalog)
    if len(found) != 1 or len(words) < _OFTEN_MISSING:
        return None
    return Whose("requests" if match["asks"] else "findings", found[0].id)


_OWN = 2
"""Before this form a text of somebody's own is named: "in his letter to the mill"."""


def _is_particular(what: str) -> bool:
    """Return whether an occasion has a name or many words: "the fair" is any."""
    return bool(_NAME.search(what)) or len(set(content_words(what)) - _KINDS) >= _OFTEN_MISSING


def _is_named(phrase: str, catalog: Catalog) -> bool:
    """Return whether a phrase names one document, or texts of somebody who speaks here."""
    words = scope_words(phrase, catalog)
    if words is None or not is_kind(words.what):
        return False
    if words.speaker:
        return bool(find_speakers(words.speaker, catalog))
    return len(named_documents(words.named, words.what, catalog.documents(), catalog)) == 1


def _on_occasion(who: str, what: str, catalog: Catalog) -> Document | None:
    """Return the one spoken document or letter at whose head somebody and an occasion are named."""
    names, words = content_words(who), set(content_words(what)) - _KINDS
    if not names or not words or len(who.split()) > _LONGEST:
        return None
    near = _near(words, _IS_SPOKEN, catalog)
    theirs = _documents_of(who, catalog) if near else set()
    found = [each for each in near if names[-1] in words_of(each, catalog) or each.id in theirs]
    return found[0] if len(found) == 1 else None


def own_text(who: str, what: str, catalog: Catalog) -> str | None:
    """Return the id of the one speech or letter that is called by somebody who gives no document his name, or None.

    "Newton's speech" is the file "newton-1970", not the speech in which another quotes Newton.
    """
    names, words = content_words(who), set(content_words(what)) - _KINDS
    if not names or not (last := who.split()[-1:]):
        return None
    begins = re.compile(rf"\W*(?:[^\W\d_a-z][\w.]* ){{0,3}}{re.escape(last[0])}\b(?!['’]s)")
    called = [
        each
        for each in catalog.documents()
        if begins.match(each.title) or names[-1] in set(content_words(words_of_name(each.id)))
    ]
    if len(called) != 1 or called[0].id in _documents_of(who, catalog):
        return None
    return called[0].id if called[0] in _near(words, _IS_SPOKEN, catalog) else None


def _documents_of(who: str, catalog: Catalog) -> set[str]:
    known = find_speakers(who, catalog)
    return set(catalog.documents_of(known[0])) if len(known) == 1 else set()


def _near(words: set[str], kind: re.Pattern[str], catalog: Catalog) -> list[Document]:
    """Return the documents of a kind that have words at their head, all or of several all but one."""
    heads = catalog.beginnings()
    found = []
    for each in catalog.documents():
        begins = heads.get(each.id, "")
        name = f"{each.title} {words_of_name(each.id)} "
        letters = f"{name}{begins}".lower()
        # Most documents are told apart by letters alone, without their stems.
        if sum(word[:_STEM] not in letters for word in words) > 1 or not kind.search(f"{name}{begins[:_BEGINS]}"):
            continue
        missing = words - held(words, words_of(each, catalog))
        if not missing or (len(missing) == 1 and len(words) >= _OFTEN_MISSING):
            found.append(each)
    return found


_BEGINS, _LONGEST, _STEM = 120, 5, 4
"""Letters of a beginning that tell what a document is, words of a name, letters that no stem changes."""

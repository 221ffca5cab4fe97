"""A question for the gist of one text that is named by whom or what it is of, not by its title -> which texts it means.

"What is Tell's ferry piece arguing?", "the gist of the pilots' reply to Orlev", "What does Tell argue in his article on
tides?". Read where no other form has found what is meant.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from index.storage.catalog import Catalog
from index.text.expressions import expression
from rag.understand.documents.by_text import texts_with
from rag.understand.documents.scope_words import ONE, RARER
from rag.understand.documents.written_out import named_file
from rag.understand.speakers import EDGES

_OTHER = (
    r"(?:submission|release|meditation|homily|response|reply|rebuttal|answer|interpretation|opinion|chapter|plea|complaint|"
    r"oration|toast|testimony|appeal|remarks|life story|memoir|account|dissent|proclamation|declaration|message|"
    r"opening statement|closing statement|highlights|blog|thread|"
    r"testimonial|(?:news )?round-?up|week in review|digest|reflections?|photo essay|feature|backgrounder)"
)
KIND = rf"(?:{RARER}|{ONE}|{_OTHER})"
_ADJECTIVE = (
    r"(?:(?:main|key|central|principal|chief|core|major|most important|important|general|overall|basic|whole|short|"
    r"brief|quick|essential|big|different|first) )*"
)
_THINGS = (
    r"(?:points?|messages?|arguments?|ideas?|take-?aways?|gist|summary|overview|outline|thesis|case|reasons|lessons|"
    r"story|account|content|substance|essence|conclusions?|claims?|thrust|upshot|drift|synopsis|recap)"
)
_TEXT = r"(?P<text>\S.{3,120}?)"
_SAYS = (
    r"(?:say|argue|claim|maintain|contend|conclude|contain|cover|discuss|describe|tell(?: us)?|report|boil down to|"
    r"come down to|amount to|deal with|explain|propose|set out|try to say|want to say)"
)
_MAINLY = r"(?:(?:all|mainly|mostly|really|basically|actually|essentially|chiefly|in short|in brief) )*"
_ASK = (
    r"(?:(?:(?:give|tell|show|write|list|explain|get)(?: (?:me|us))? |what(?: is|['’]s| are| was| were) |"
    r"i (?:want|need) )?(?:just )?(?:a |an |the |its )?)"
)
_FORMS = tuple(
    expression(f"^{form}$", re.IGNORECASE)
    for form in (
        rf"(?:tell me )?wh?at(?:['’]?s| is| was| are| were) {_TEXT} {_MAINLY}(?:about|arguing|saying|claiming|"
        r"telling us|getting at|trying to say|on about)",
        rf"(?:tell me |explain )?what {_TEXT} (?:is|was) {_MAINLY}(?:about|arguing|saying)",
        rf"(?:in short,? )?what (?:all )?(?:does|do|did) {_TEXT} {_MAINLY}{_SAYS}",
        rf"{_ASK}{_ADJECTIVE}{_THINGS} (?:of|in|from|at|behind|made in|made by|given in) {_TEXT}",
        rf"(?:what|which) {_ADJECTIVE}{_THINGS} (?:does|do|did) {_TEXT} (?:make|give|raise|offer|draw|present|put "
        r"forward)",
        rf"what (?:is|was|gets|got) (?:said|argued|written|reported|claimed|discussed|covered) (?:in|at) {_TEXT}",
        rf"(?:summari[sz]e|sum up|outline|recap|explain|describe) {_TEXT}",
        rf"what (?:does|do|did) (?P<who>\S.{{1,60}}?) (?:argue|say|claim|write|maintain|contend|conclude|propose) in "
        rf"(?:his|her|its|their) {_TEXT}",
        rf"what (?:is|was|are|were) (?P<who>\S.{{1,60}}?) {_MAINLY}(?:arguing|saying|claiming|proposing) in "
        rf"(?:his|her|its|their) {_TEXT}",
        rf"what (?:is|was|are|were) (?P<who>\S.{{1,60}}?)(?:['’]s|(?<=s)['’]) {_ADJECTIVE}{_THINGS} in "
        rf"(?:his|her|its|their|the) {_TEXT}",
    )
)
_KINDS = expression(
    rf"\b(?P<kind>{KIND})(?=$|,| (?:on|about|of|to|in|for|from|by|with|at|against|before|between|after|titled|called|"
    r"regarding|concerning|why|how|that|which)\b| [“\"'‘(]| (?-i:[A-Z]))",
    re.IGNORECASE,
)
"""A text's word with nothing but what it is of behind it: "the text messages" are no text."""
_POINTING = expression(
    r"(?:it|this|that|these|those|they|them|he|she|we|you|i|who|what|which|there|someone|anyone|everyone)\b",
    re.IGNORECASE,
)
_LIGHT = expression(
    r"^(?:the|an?) |\b(?:why|how|that|whether) (?:he|she|it|they|we) "
    r"(?:wo(?:n['’]t|nt)|will|would|is|are|was|were|has|have)\b|\b(?:that|which|called|titled|entitled|given|written|about|named|wrote|launched|gave|sent|published|made|signed)\b",
    re.IGNORECASE,
)


class NamedText(NamedTuple):
    """The documents that may be the text that a question names, and the word for it."""

    documents: tuple[str, ...]
    kind: str


def named_text(question: str, catalog: Catalog) -> NamedText | None:
    """Return the texts that a question for the gist of one may mean, None where it names none that is here."""
    for form in _FORMS:
        match = form.match(question)
        who = match.groupdict().get("who") if match else None
        words = (f"{who}’s {match['text']}" if who else match["text"]) if match else ""
        if words and (found := texts_named(words.strip(EDGES), catalog)):
            return found
    return None


def texts_named(words: str, catalog: Catalog) -> NamedText | None:
    """Return the texts that words may mean which have a word for a text, or a file's name."""
    if _POINTING.match(words):
        return None
    if file := named_file(words, catalog):
        return NamedText((file,), "file")
    kind = _KINDS.search(words)
    if kind is None:
        return None
    bare = _LIGHT.sub(" ", f"{words[: kind.start()]} {words[kind.end() :]}".strip())
    found = texts_with(bare, kind["kind"].lower(), catalog)
    return NamedText(tuple(each.id for each in found), kind["kind"].lower()) if found else None


def only_text(words: str, catalog: Catalog) -> str | None:
    """Return the id of the one text that words mean, None where they mean none or may mean several."""
    found = texts_named(words, catalog)
    return found.documents[0] if found and len(found.documents) == 1 else None

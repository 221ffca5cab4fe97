"""A post with what it is of ("the director of the foundation") -> whom a text names beside it ("Its director, X,").

Who asks turns the words ("the foundation's director") or takes another for the post: a firm's head of communications is
its director of communications. Found only where all that stands beside names is one person's, or two people's.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from index.cues.verbs import SPEECH_FORMS
from index.names.descriptions import BODIES as BODY_NOUNS
from index.names.names import is_name, same_person
from index.names.titles import BODIES, INSTITUTION, is_title_word, name_words, role_key
from index.storage.catalog import Catalog
from index.text.countries import country
from index.text.expressions import expression
from index.text.stems import stem, words
from rag.understand.people.post_words import OTHER, Post, as_one_word, as_written, body_words, is_post, post_asked
from rag.understand.people.shortened import shortens

DOCUMENTS, PASSAGES = 30, 80
"""So many documents that have all words of a post are read, of so many passages that have its noun."""
MOST_PEOPLE = 2
"""Of two who fit both are told; of more nobody is meant."""
_REACH = 110
"""So many characters before or behind a name may be its bearer's post."""
_MOST_ASKED = 256
_MODIFIERS = 6
_COURTESY = expression(r"(?:(?:Mr|Mrs|Ms|Miss|Dr|Prof|Professor|Sir|Dame|Father|Sister|Rev|Cllr|Councillor)\.? )+$")
_STOPS = expression(r"[;:!?\n“”\"(\[*]|(?<!\b[A-Z]\.[A-Z])\.(?=\s|$)|[–—]| --? ")
_BEHIND = expression(r"(?: [A-Z]{2,6}){0,3}(?P<mark>, | \(|,? who (?:is|was) | (?:is|was|became) )")
_IN_BRACKETS_OF_NAME = expression(r"(?<![\w’'-])[A-Z][\w’'-]{1,40} [A-Z][\w’'-]{0,40}\*{0,2} \($")
"""What follows a name in brackets is of its bearer: "Ana Ruiz (engineer, Eskby Water)"."""
_DOES = {
    "manages": "manager", "runs": "boss", "heads": "head", "chairs": "chair", "leads": "leader", "directs": "director",
    "edits": "editor", "owns": "owner", "coaches": "coach", "captains": "captain", "keeps": "keeper",
}  # fmt: skip
"""Who does one of these with something is so called: "Ana Ruiz, who manages the mill" is the manager of the mill."""
_WHO_DOES = expression(rf",? who (?P<does>{'|'.join(_DOES)}) (?=(?:the|a|an|our|its|their|\w+[’']s) )")
_CLAUSE = expression(r"[,;:.!?()“”\"]| (?:said|says|told|tells|has|had|was|is|and) ")
_AGE = expression(r"(?:aged )?\d{1,3}, ")
_WITHIN = expression(r"\b(?:of|for|at|in|from|with|that|who|which|on|since)\b", re.IGNORECASE)
_HANGS_ON = expression(r"(?:of|for|at|in|from) (?:(?:the|a) )?(?:[\w’'&-]++ ?){1,7}$")
_TELLS = expression(
    r"\b(?:is|was|were|said|says|told|tells|asked|asks|wrote|writes|that|if|where|when|as|by)\b", re.IGNORECASE
)
"""What stands in no post: the words beside a name tell of something else."""
_CLOSES = expression(r"\s*(?:[,.;:)\]*–—]|$|\n|(?:said|says|told|tells|wrote|has|had|was|is|who|added|took|asked)\b)")
_UNLIKE = (
    (expression(r"woman\b", re.IGNORECASE), expression(r"(?<!wo)man\b", re.IGNORECASE)),
    (expression(r"spokesman\b", re.IGNORECASE), expression(r"spokeswoman\b", re.IGNORECASE)),
)
"""What the noun of a post tells of its holder; "the chairman" may be asked of a woman too."""
_PART_OF = expression(
    r"(?P<owner>[\w’'. -]{2,60}?)(?:(?:[’']s|(?<=s)[’']) (?P<part>[a-z]\w*(?: [a-z]\w*)?)"
    r"|(?:(?<=[A-Z]{2})|(?<=[A-Z]\.)) (?P<assembly>(?:(?:General|Security) )?(?:Assembly|Council|Commission))\b)"
)
_OPENS = frozenset("a an the its their his her our whose".split())
_JOINS = frozenset("the a an of for and at in from to its their his her our".split())


class Held(NamedTuple):
    """Who holds a post, and the words beside the name that say so."""

    name: str
    words: str


class _Beside(NamedTuple):
    name: str
    words: str
    named: int
    """How many of the words that a post is of stand beside the name."""


def named_beside(phrase: str, catalog: Catalog) -> list[Held]:
    """Return the one person whom documents name beside the post of a phrase, or two; nobody where none or more do."""
    post = post_asked(phrase)
    if post is None or _is_of_land(phrase):
        return []
    return catalog.memory.remember_last(
        "beside posts", phrase.lower(), lambda: _people(_of_sex(phrase, _read(post, catalog))), _MOST_ASKED
    )


def _of_sex(phrase: str, found: Iterable[_Beside]) -> list[_Beside]:
    """Return what is found without men where a woman is asked for ("the spokeswoman"), or a spokeswoman for a man."""
    unlike = next((other for asked, other in _UNLIKE if asked.search(phrase)), None)
    return [each for each in found if unlike is None or not unlike.search(each.words)]


def speakers_beside(phrase: str, catalog: Catalog, speakers: Iterable[str]) -> list[str]:
    """Return whom texts name beside the post of a phrase, in the forms in which he speaks, else in that of a text.

    Where none does, it is whose label is the post itself: "PRIME MINISTER:".
    """
    held = [each.name for each in named_beside(phrase, catalog)]
    if not held and role_key(phrase.lower()):
        bare = phrase.lower().removeprefix("the ")
        return [each for each in speakers if each.lower().removeprefix("the ") == bare]
    known = [each for each in speakers if " " in each] if held else []
    return [each for name in held for each in ([one for one in known if same_person(one, name)] or [name])]


def _is_of_land(phrase: str) -> bool:
    """Return whether a phrase names a post of a land: who holds that, other words than those beside names tell."""
    role = role_key(phrase) or role_key(phrase.lower()) or ""
    return " " in role or bool(role and any(country(each) for each in re.findall(r"[\w’'-]+", phrase)))


def _people(found: Sequence[_Beside]) -> list[Held]:
    """Return one name for each person of those by whose names most of the asked words stand."""
    most = max((each.named for each in found), default=0)
    people: list[Held] = []
    for each in sorted((one for one in found if one.named == most), key=lambda one: -len(one.name)):
        if not any(same_person(each.name, other.name) for other in people):
            people.append(Held(each.name, each.words))
    return people if len(people) <= MOST_PEOPLE else []


def _read(post: Post, catalog: Catalog) -> Iterator[_Beside]:
    documents = _documents(post, catalog)
    named = catalog.named_in(documents)
    for key in documents:
        document = catalog.document(key)
        if document is None:
            continue
        names = [each for each in named.get(key, ()) if _is_persons(each) and not set(words(each)) & post.rest]
        for name in names:
            yield from _beside(post, document.text, name, _called(name, names))


def _is_persons(name: str) -> bool:
    a_body = BODIES.search(name) or INSTITUTION.search(name) or name.split()[-1].lower() in BODY_NOUNS or country(name)
    return " " in name and is_name(name) and not a_body


def _documents(post: Post, catalog: Catalog) -> list[str]:
    """Return the documents that have the noun of a post and all words of what it is of, if they are few enough."""
    passages = catalog.passages_holding(_written(post.heads))
    found = list(dict.fromkeys(each.document_id for each in passages))
    for word in sorted(post.rest):
        holding = {each.document_id for each in catalog.passages_holding(body_words(word))}
        spelt = len(word) > 1 and any(_titled(word, key, catalog) for key in found[:DOCUMENTS])
        found = [each for each in found if each in holding or (spelt and _titled(word, each, catalog))]
    # A noun that stands everywhere tells nobody apart.
    return found if len(found) <= DOCUMENTS else []


def _titled(word: str, document_id: str, catalog: Catalog) -> bool:
    document = catalog.document(document_id)
    return document is not None and word in words(document.title)


def _written(heads: frozenset[str]) -> set[str]:
    """Return the stems by which a text may have one of the nouns: a chief executive for a boss."""
    apart = {
        "ceo": "chief manag ceo", "headteach": "headteach head teacher", "headmast": "headmast head",
        "boss": "boss run", "leader": "leader lead", "director": "director direct", "editor": "editor edit",
        "owner": "owner own", "keeper": "keeper keep",
    }  # fmt: skip
    return {stem for head in heads for stem in apart.get(head, head).split()}


def _called(name: str, names: Sequence[str]) -> list[str]:
    """Return how a text may call somebody: in full, and by the surname that nobody else there bears."""
    surname = name_words(name)[-1]
    alone = not any(name_words(each)[-1] == surname for each in names if not same_person(each, name))
    return [name, surname] if alone else [name]


def _beside(post: Post, text: str, name: str, called: Sequence[str]) -> Iterator[_Beside]:
    for form in called:
        for at in re.finditer(rf"(?<![\w-]){re.escape(form)}(?![\w-])", text):
            for said, noun in _posts_at(post, text, at.start(), at.end()):
                named = _fits(post, said, noun)
                # "Labour's leader in the Senate" is not "its leader".
                if named or named is not None and not post.is_nested:
                    around = text[max(0, at.start() - _REACH) : at.end() + _REACH].replace("\n", " ")
                    yield _Beside(name, as_written(said, around).strip(" ,"), named)


def _posts_at(post: Post, text: str, start: int, end: int) -> Iterator[tuple[str, str]]:
    """Yield what stands beside a name and ends or begins with the noun of a post, each with that noun."""
    before = _COURTESY.sub("", text[max(0, start - _REACH) : start].replace("\n\n", "; ").replace("\n", " "))
    cut = max((each.end() for each in _STOPS.finditer(before)), default=0)
    if not _IN_BRACKETS_OF_NAME.search(before[:cut]):
        yield from _before(post, before[cut:], _CLOSES.match(text, end) is not None)
    if match := _WHO_DOES.match(text, end):
        rest = _CLAUSE.split(text[match.end() : match.end() + _REACH].replace("\n", " "))[0]
        yield from _behind(post, f"{_DOES[match['does']]} of {rest}")
    if match := _BEHIND.match(text, end):
        behind = re.split(r"\n\n", text[match.end() : match.end() + _REACH])[0].replace("\n", " ")
        yield from _behind(post, _AGE.sub("", _STOPS.split(behind.replace(")", ";"))[0]))


def _before(post: Post, segment: str, closes: bool) -> Iterator[tuple[str, str]]:
    """Yield the post that ends right before a name: "FDA Commissioner ", "the head of the school, "."""
    apart = segment.rstrip().endswith(",")
    *others, last = segment.rstrip(" ,").split(", ")
    if apart and (not closes or (others and others[-1].split()[-1:] and others[-1].split()[-1][:1].isupper())):
        # "If asked by the engineer, Ana Ruiz says no" calls nobody so, nor "Ana Ruiz, engineer, Eskby" the town.
        return
    parts = as_one_word(last).split()
    at = next((at for at in range(len(parts) - 1, -1, -1) if _is_noun(parts[at], post)), None)
    if at is None:
        return
    rest = " ".join(parts[at + 1 :])
    if (not rest or _HANGS_ON.match(rest)) and not _TELLS.search(rest):
        front = _front(parts[max(0, at - _MODIFIERS) : at], parts[at])
        yield " ".join([*front, *parts[at:]]), parts[at]


def _front(before: Sequence[str], noun: str) -> Sequence[str]:
    """Return the words of a post before its noun: from its article on, else those with capitals before a capital."""
    for at in range(len(before) - 1, -1, -1):
        if before[at].lower() in _OPENS:
            return before[at:]
    first = len(before)
    while first and _goes_before(before[first - 1], noun):
        first -= 1
    while first < len(before) and before[first].lower() in _JOINS:
        first += 1
    return before[first:]


def _goes_before(word: str, noun: str) -> bool:
    """Return whether a word may belong to the post whose noun follows: a small word to no title in capitals."""
    if word.lower() in _JOINS or not word[:1].isalpha():
        # "School 12 Parents President"
        return word.lower() in _JOINS or word.isdigit()
    return word[:1].isupper() or noun[:1].islower() and not _TELLS.fullmatch(word)


def _behind(post: Post, segment: str) -> Iterator[tuple[str, str]]:
    """Yield the post behind a name: "the chief engineer", "a professor of physics at Eskby", "clerk, Eskby Council"."""
    pieces = _without_verb(as_one_word(segment), post).split(", ")
    phrase = _WITHIN.split(pieces[0])[0]
    nouns = [each.split()[-1] for each in re.split(r" and |, ", phrase) if each.split()]
    noun = next((each for each in nouns if _is_noun(each, post)), None)
    if noun is None or _TELLS.search(phrase) or len(phrase.split()) > _MODIFIERS + 1:
        return
    body = pieces[1] if len(pieces) > 1 and pieces[1][:1].isupper() else ""
    yield f"{pieces[0]}{', ' if body else ''}{body}", noun


def _without_verb(segment: str, post: Post) -> str:
    """Return what stands behind a name up to a verb of saying right behind a post: "clerk comments"."""
    parts = segment.split(" ")
    says = (at for at, each in enumerate(parts) if each.rstrip(",:") in SPEECH_FORMS)
    verbs = (at for at in says if at and _is_noun(parts[at - 1], post))
    return " ".join(parts[: next(verbs, len(parts))])


def _is_noun(word: str, post: Post) -> bool:
    return stem(word.lower()) in post.heads and is_post(word)


def _fits(post: Post, said: str, noun: str) -> int | None:
    """Return how many words of what a post is of stand beside a name, None where another post is told there."""
    own = {*words(said), stem(noun.lower())}
    if (own & OTHER) != post.other or _is_of_another_field(post, own):
        return None
    written = [each for each in re.findall(r"[\w’'&-]+", said) if each != noun and each.lower() not in _JOINS]
    short = any(shortens(each, post.asked) for each in written if each not in post.asked)
    named = sum(bool(body_words(each) & own) or short or _is_short_for(each, written) for each in post.rest)
    extra = [each for each in written if not {*words(each)} & post.rest and not shortens(each, post.asked)]
    return None if _is_another(post, said, noun, extra, named) else named


def _is_of_another_field(post: Post, own: set[str]) -> bool:
    return bool(post.field) and not any(body_words(each) & own for each in post.field)


def _is_another(post: Post, said: str, noun: str, extra: Sequence[str], named: int) -> bool:
    """Return whether words that were not asked for tell of another post: of another field, or of another body."""
    if extra and not post.is_shown_by(noun) and named < max(1, len(post.rest)):
        return True
    if not named and post.rest and (post.is_of_a_name or not post.is_called(noun)):
        # The FBI's director is not "the company's chief executive" of a text that names the FBI elsewhere.
        return True
    if post.leads and post.rest and not (_is_of(post, said, noun) and _is_of_the_whole(post, said)):
        return True
    return named < len(post.rest) and any(each[:1].isupper() and not is_title_word(each) for each in extra)


def _is_of_the_whole(post: Post, said: str) -> bool:
    """Return whether what stands beside a name is of the asked body, and not of a part that belongs to it.

    "Director of the FBI's archive", "president of the UN General Assembly".
    """
    for match in _PART_OF.finditer(said):
        owner, part = set(words(match["owner"])), set(words(match["part"] or match["assembly"]))
        if owner & post.rest and not part & (post.rest | post.heads):
            return False
    return True


def _is_short_for(word: str, written: Sequence[str]) -> bool:
    """Return whether an asked word is the initials of a name in the text: "fda" for Food and Drug Administration."""
    return 2 <= len(word) <= 5 and shortens(word.upper(), [each for each in written if each[0].isupper()])


def _is_of(post: Post, said: str, noun: str) -> bool:
    """Return whether what a leading post is of is asked for: a body has one head and directors of several things."""
    match = re.search(rf"\b{re.escape(noun)} (?:of|for) (?P<of>[^,]+?)(?= (?:at|in|of|for|from|that|who) |,|$)", said)
    if match is None:
        return True
    own = set(words(match["of"]))
    return any(body_words(each) & own or _is_short_for(each, match["of"].split()) for each in post.rest)

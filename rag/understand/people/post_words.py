"""A phrase that tells what somebody is ("the council's conservation officer") -> the post, and what it is of.

Who asks takes one word for another: the boss or head of a firm is its chief executive, a GP a doctor.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from index.names.descriptions import is_one_person
from index.names.names import is_name
from index.names.titles import is_title_word, role_key
from index.text.expressions import expression
from index.text.stems import content_words, stem, words

_AS_ONE = {
    "head teacher": "headteacher",
    "head master": "headmaster",
    "head mistress": "headmistress",
    "chief executive officer": "ceo",
    "chief executive": "ceo",
    "chief exec": "ceo",
    "managing director": "ceo",
    "executive director": "director",
    "chief of police": "police chief",
    "chief of staff": "chief-of-staff",
    "vice president": "vice-president",
    "vice chair": "vice-chair",
    "attorney general": "attorney-general",
    "secretary general": "secretary-general",
    "general secretary": "secretary-general",
}
"""Posts of several words are one: a chief executive is no executive."""
_LONG = expression(rf"(?<!\w)(?:{'|'.join(_AS_ONE).replace(' ', '[ -]')})(?!\w)", re.IGNORECASE)
_LEADS = "head chief boss leader"
"""Who says one of these of somebody may mean any post that leads a body."""
_LEADING = frozenset(
    map(
        stem,
        f"""{_LEADS} director ceo president chair chairman chairwoman chairperson manager headteacher headmaster
        headmistress principal commissioner superintendent secretary secretary-general""".split(),
    )
)
_LEADS_TOO = frozenset(map(stem, _LEADS.split()))
_ALIKE = tuple(
    frozenset(map(stem, each.split()))
    for each in (
        f"director ceo {_LEADS}",
        "chair chairman chairwoman chairperson president",
        f"president {_LEADS}",
        "manager boss head",
        "coach trainer manager",
        "spokesman spokeswoman spokesperson",
        "owner proprietor",
        "principal headteacher headmaster headmistress head",
        "secretary secretary-general",
        "doctor physician gp",
        "lawyer attorney solicitor barrister",
        "professor academic scholar",
        "captain skipper",
        "landlord landlady publican",
        "foreman forewoman foreperson",
        "vicar rector priest parson",
        "firefighter fireman",
        "postman postwoman",
        "policeman policewoman constable",
        "mp parliamentarian",
        "journalist reporter",
        "cook chef",
    )
)
"""Posts that one person may be called by: the one lexicon of them."""
BODIES_ALIKE = tuple(
    frozenset(map(stem, each.split()))
    for each in (
        "firm company business corporation",
        "school academy",
        "club team side",
        "newspaper paper",
        "hospital clinic",
        "university college",
    )
)
OTHER = frozenset(
    map(
        stem,
        """deputy vice assistant former ex acting interim late then elect shadow under associate second third junior
        trainee""".split(),
    )
)
"""What makes another post of a post."""
_NO_PART = frozenset(map(stem, "present current new local federal own longtime longstanding very said".split()))
_ANYBODY = frozenset(
    """man woman men women person people boy girl child guy lady somebody someone anyone other one friend member figure
    name speaker kid chap bloke gentleman leader star guest voice expert official""".split()
)
"""Nouns of people that tell no post or trade, or anybody's."""
_OF = expression(r"^(?P<post>[\w’'-]+(?: [\w’'-]+){0,3}?) (?:of|for|at|in|from) (?P<body>\S.*)$", re.IGNORECASE)
_OWNED = expression(r"^(?P<body>.+?)(?:['’]s|(?<=s)['’]) (?P<post>\S.*)$", re.IGNORECASE)
LONGEST = 9


@dataclass(frozen=True)
class Post:
    """What somebody is asked for by: the words for the post, those of what it is of, those that make it another."""

    head: str
    """The stem of the noun: "officer"."""
    heads: frozenset[str]
    """The stems of the nouns that may be meant by it."""
    rest: frozenset[str]
    """The stems of all other words that tell anything."""
    other: frozenset[str]
    asked: tuple[str, ...] = ()
    """All words as they were asked."""
    field: frozenset[str] = frozenset()
    """The stems of what it is for, which no place is: "human rights" of a commissioner for them."""

    def is_shown_by(self, noun: str) -> bool:
        """Return whether a noun is the asked one, or tells so alone: "head" may be of anything."""
        return stem(noun.lower()) == self.head or stem(noun.lower()) not in _LEADS_TOO

    def is_called(self, noun: str) -> bool:
        """Return whether a noun is the asked one, or one that a boss, head, chief or leader may be."""
        return stem(noun.lower()) == self.head or self.head in _LEADS_TOO

    @property
    def is_of_a_name(self) -> bool:
        """Return whether what it is of is written as a name: "the FBI director"."""
        return any(each[:1].isupper() and {*words(each)} & self.rest for each in self.asked)

    @property
    def is_nested(self) -> bool:
        """Return whether it is of one thing within another: "the party's leader in the senate"."""
        small = [each.lower() for each in self.asked]
        return any(each.endswith(("'s", "’s")) for each in small) and not {"in", "at", "for"}.isdisjoint(small)

    @property
    def leads(self) -> bool:
        """Return whether it is a post that leads a body, of which a body has others: a director of networks."""
        return self.head in _LEADING


def as_one_word(text: str) -> str:
    """Return a text with its posts of several words as one word: "its ceo" for "its chief executive"."""
    return _LONG.sub(lambda match: _AS_ONE[re.sub("[ -]", " ", match[0].lower())], text)


def as_written(said: str, text: str) -> str:
    """Return what `as_one_word` made of a text with its posts as the text has them again."""
    for match in _LONG.finditer(text):
        said = re.sub(rf"(?<!\w){_AS_ONE[re.sub('[ -]', ' ', match[0].lower())]}(?!\w)", match[0], said, count=1)
    return said


def post_asked(phrase: str) -> Post | None:
    """Return the post that a phrase asks for somebody by, None where it names somebody or tells none."""
    bare = re.sub("^(?:the|its|their|our) ", "", phrase.strip(), flags=re.IGNORECASE)
    # "engineer" alone is a word of a topic, "the engineer" is somebody.
    if len(bare.split()) > LONGEST or (bare == phrase.strip() and " " not in bare):
        return None
    one = as_one_word(bare)
    match = _OF.match(one) or _OWNED.match(one)
    post, body = (match["post"], match["body"]) if match else (one, "")
    *before, last = post.split()
    head = re.sub("['’]s$", "", last)
    if not is_post(head) or _names_somebody(bare, head):
        return None
    rest = {*content_words(" ".join(before)), *content_words(body or _owner_without_mark(post))}
    own = stem(head.lower())
    telling = frozenset(rest - OTHER - _NO_PART)
    if own in _LEADS_TOO and not rest:
        return None
    field = frozenset(content_words(body)) & telling if match and f" for {body}" in one else frozenset()
    other = frozenset({*words(post)} & OTHER)
    return Post(own, alike(own), telling, other=other, asked=tuple(one.split()), field=field)


def _names_somebody(bare: str, head: str) -> bool:
    return is_name(bare) and not (is_title_word(head) or role_key(head.lower()))


def _owner_without_mark(post: str) -> str:
    """Return whose a post is where the apostrophe is left out: "the museums head"."""
    owned = re.match(r"(?P<body>.+\w\ws) \w+$", post)
    return owned["body"] if owned else ""


def is_post(word: str) -> bool:
    """Return whether a noun is a post or trade of one person."""
    low = re.sub("^(?:under|sub|vice|co|ex|head)-", "", word.lower())
    if low in _ANYBODY - {"leader"}:
        return False
    return stem(low) in _LEADING or any(stem(low) in each for each in _ALIKE) or is_one_person(low)


def alike(head: str) -> frozenset[str]:
    """Return the stems of the posts that may be meant by one, itself among them."""
    if head in _LEADS_TOO:
        return _LEADING
    return frozenset({head}.union(*(each for each in _ALIKE if head in each)))


def body_words(word: str) -> frozenset[str]:
    """Return the stems that may stand for one of a body's name: a firm's for a company's."""
    return frozenset({word}.union(*(each for each in BODIES_ALIKE if word in each)))

"""`Document` -> `Statement`s: quotations, transcript turns and reported speech, with who said them.

Rules over the text between quotation marks, after the method measured in the design notes: a cue right after a
quotation names its speaker ("…," she said), else one right before it (X said: "…"), else the quotation before it in the
paragraph, else, for a paragraph that is nothing but a quotation, the one that ended the paragraph before. The
confidence of each rule is its measured precision. A speaker that cannot be resolved to a named person of the same
document stays None.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from index.nations import country
from index.records import Document, Statement
from index.sentences import Span, paragraphs, sentences, trimmed

_VERBS = frozenset(
    """say says said saying note notes noted noting add adds added adding tell tells told telling emphasize emphasizes
    emphasized emphasizing emphasise emphasises emphasised emphasising stress stresses stressed stressing state
    states stated stating warn warns warned warning claim claims claimed claiming argue argues argued arguing
    declare declares declared declaring explain explains explained explaining insist insists insisted insisting
    announce announces announced announcing write writes wrote writing tweet tweets tweeted tweeting remark remarks
    remarked remarking reply replies replied replying respond responds responded responding point pointed points ask
    asks asked asking recall recalls recalled recalling continue continues continued continuing conclude concludes
    concluded concluding acknowledge acknowledges acknowledged admit admits admitted admitting believe believes
    believed suggest suggests suggested predict predicts predicted promise promises promised vow vows vowed confirm
    confirms confirmed confirming deny denies denied observe observes observed underline underlines underlined
    underscore underscores underscored reiterate reiterates reiterated assure assures assured joke jokes joked quip
    quips quipped complain complains complained urge urges urged urging call calls called calling describe describes
    described describing answer answers answered comment comments commented mention mentions mentioned reveal
    reveals revealed testify testifies testified caution cautions cautioned recount recounts recounted disagree
    disagrees disagreed agree agrees agreed counter counters countered retort retorts retorted object objects
    objected protest protests protested lament laments lamented boast boasts boasted post posts posted shout shouts
    shouted exclaim exclaims exclaimed wonder wonders wondered assert asserts asserted asserting maintain maintains
    maintained contend contends contended allege alleges alleged pledge pledges pledged threaten threatens
    threatened think thinks thought hint hints hinted repeat repeats repeated repeating sum summed sigh sighs sighed
    laugh laughs laughed whisper whispers whispered""".split()
)
# Longest first, so that "said" is not read as "say".
_VERB = "(?:" + "|".join(sorted(_VERBS, key=lambda verb: (-len(verb), verb))) + ")"
_TITLES = frozenset(
    """president vice-president minister premier chancellor senator representative congressman congresswoman governor
    mayor secretary general envoy ambassador spokesman spokeswoman spokesperson chairman chairwoman chairperson chair
    director leader king queen prince princess pope bishop archbishop cardinal judge justice officer chief commander
    colonel captain lieutenant sergeant major admiral dr mr mrs ms miss sir lord lady professor prof sen rep gov gen col
    capt lt sgt rev reverend father sister prime deputy foreign defense defence interior finance transport health
    education state head commissioner coach manager analyst expert economist lawyer attorney author historian candidate
    nominee republican democrat democratic co-founder founder ceo editor engineer permanent presidential
    special""".split()
)
_JOINING = frozenset({"the", "of", "to", "for", "and"})
_ROLE_CLASSES = {
    "head-of-state": ("president", "head of state", "leader", "king", "queen", "monarch", "emperor"),
    "head-of-government": ("prime minister", "premier", "chancellor", "head of government"),
    "foreign-minister": ("foreign minister", "top diplomat", "secretary of state"),
    "defence-minister": ("defense minister", "defence minister", "defense secretary", "defence secretary"),
    "minister": ("minister",),
    "envoy": ("envoy", "special envoy"),
    "ambassador": ("ambassador", "permanent representative"),
    "mayor": ("mayor",),
    "governor": ("governor",),
    "spokesperson": ("spokesman", "spokeswoman", "spokesperson"),
}
_NAME_WORD = r"(?:[^\W\d_a-zа-яё]\.|[^\W\d_a-zа-яё][\w’'-]*[\w’]|[^\W\d_a-zа-яё])"
_PARTICLE = "(?:van|von|der|de|da|di|del|della|dos|bin|al|el|la|le|of|for|the|to|and)"
_NAME = rf"(?>{_NAME_WORD}(?:[ ]+(?:{_PARTICLE}[ ]+){{0,2}}{_NAME_WORD}){{0,9}})"
_ROLE_NOUN = "(?:" + "|".join(sorted({r for rs in _ROLE_CLASSES.values() for r in rs}, key=len, reverse=True)) + ")"
_ROLE = rf"(?:[Tt]he|[Hh]is|[Hh]er)[ ]+(?:[\w.’'-]+[ ]+){{0,3}}?{_ROLE_NOUN}\b"
_PRONOUN = r"(?:He|She|he|she|I|We|we|They|they)\b"
_SUBJECT = rf"(?:{_ROLE}|{_PRONOUN}|{_NAME})"
_ASIDE = r"(?:,[ ][^,“”\"„«»]{1,90},)?"
_ADVERBS = r"(?:[ ](?:\w+ly|also|then|further|later|once|again|has|had|have|even|to|[Rr]eporters))*"
_AFTER = re.compile(
    rf"[\s,—–-]*(?:(?P<verb1>{_VERB})\b[ ]+(?P<subject1>{_ROLE}|{_NAME}|(?:he|she)\b)"
    rf"|(?P<subject2>{_SUBJECT}){_ASIDE}{_ADVERBS}[ ](?P<verb2>{_VERB})\b"
    rf"|according to (?P<subject3>{_ROLE}|{_NAME}))"
)
_BEFORE = re.compile(rf"(?P<subject>{_SUBJECT}){_ASIDE}{_ADVERBS}[ ](?P<verb>{_VERB})\b(?P<rest>[^“”\"„«»]*)$")
# "Mira Quill was blunt: “…”": whatever the verb, the colon gives the words to the sentence's subject.
_INTRODUCES = re.compile(rf"(?P<subject>{_ROLE}|{_NAME}|(?:He|She)\b){_ASIDE}[ ](?:\w+[ ,]+){{0,8}}\w+:\s*$")
_ACCORDING = re.compile(rf"[Aa]ccording to (?P<subject>{_ROLE}|{_NAME})[^“”\"]{{0,60}}[,:]\s*$")
_SAYS_THAT = re.compile(
    rf"(?:^|[,;] )(?P<subject>{_ROLE}|{_NAME}|(?:He|She|he|she)\b){_ASIDE}{_ADVERBS}[ ](?P<verb>{_VERB})"
    rf"(?:[ ](?:to )?(?:reporters|journalists))?(?:[ ]on \w+day)?[ ]that[ ](?P<clause>.+?)[.!?]*$",
    re.DOTALL,
)
_SAID_LAST = re.compile(
    rf"^(?P<clause>[^“”\"]+?),[ ](?P<subject>{_ROLE}|{_NAME}|(?:he|she)\b)[ ]"
    r"(?P<verb>said|says|added|noted)\b[^,]{0,60}$"
)
_LABEL = re.compile(
    r"(?m)^[ \t]*(?P<name>[^\W\d_a-z][\w.’'-]*(?:[ ][^\W\d_a-z][\w.’'-]*){0,5})(?:[ ]\([^)\n]{1,60}\))?:[ \t]+(?=\S)"
)
_PAIRS = {"“": "”", "„": "“”", "«": "»"}
_NESTED = re.compile(r"(?<!\w)‘(?P<words>[^‘“”]{2,400}?[.!?,…])’(?!\w)")
_NESTED_CUE = re.compile(
    rf"(?P<subject>I|We|He|She|he|she|{_NAME})[ ](?P<verb>{_VERB})"
    rf"(?:[ ](?:to[ ])?(?P<addressee>{_NAME}))?[^‘’.]{{0,40}}[:,]?\s*$"
)
_FEMALE = frozenset({"she", "her"})


@dataclass
class _Person:
    name: str
    aliases: set[str] = field(default_factory=set)
    roles: set[str] = field(default_factory=set)
    mentions: int = 0


@dataclass(frozen=True)
class _Cue:
    subject: str
    verb: str
    confidence: float
    position: int


@dataclass(frozen=True)
class _Quotation:
    start: int
    end: int
    closed: bool


@dataclass
class Analysis:
    """What was found in a document: its statements and the aliases of the people in it."""

    statements: list[Statement]
    names: set[tuple[str, str]]


def analyse(document: Document) -> Analysis:
    """Return the document's statements in order, and pairs of (full name, alias in lower case)."""
    people = _People(document.text)
    if document.speaker:
        statements = _turns_of_one(document)
    else:
        statements = [*_labelled_turns(document, people), *_quoted(document, people), *_reported(document, people)]
    named = {(person.name, alias) for person in people.all for alias in person.aliases | person.roles}
    named |= {(name, alias) for each in statements if (name := each.speaker) for alias in name_aliases(name)}
    return Analysis(sorted(statements, key=lambda each: (each.start, -each.end)), named)


def attributes(text: str, name: str) -> bool:
    """Return whether the text says, in its own words, that a bearer of the name said, wrote or thought something."""
    last = re.escape((split_title(name)[0] or name).split()[-1])
    before = rf"\b{last}\b(?:’s|'s)?(?:[ ,]+[\w’'-]+){{0,3}}?[ ,]+{_VERB}\b"
    after = rf"\b{_VERB}[ ](?:[A-Z][\w.’'-]*[ ]){{0,3}}{last}\b|\b[Aa]ccording to [^.,;]{{0,40}}{last}\b"
    return re.search(f"{before}|{after}", text) is not None


def name_aliases(name: str) -> set[str]:
    """Return the lower-case forms under which a full name is asked for: itself, its last and its first word."""
    words = name.split()
    return {name.lower(), words[-1].lower(), words[0].lower()}


def role_key(phrase: str) -> str | None:
    """Return the role that a phrase names ("the Belarusian leader" -> "head-of-state Belarus"), or None."""
    lowered = " ".join(phrase.lower().replace("’", "'").split())
    for key, nouns in _ROLE_CLASSES.items():
        if any(re.search(rf"\b{noun}\b", lowered) for noun in nouns):
            lands = [land for word in re.findall(r"[\w.]+", phrase) if (land := country(word))]
            return f"{key} {lands[0]}" if lands else key
    return None


class _People:
    """The people that a document names, with the titles they are given; resolves a subject to one of them."""

    def __init__(self, text: str) -> None:
        self._by_name: dict[str, _Person] = {}
        self._short: dict[str, str | None] = {}
        for match in re.finditer(_NAME, text):
            self._note(match[0])
        for person in self._by_name.values():
            for word in person.aliases - {person.name.lower()}:
                self._short[word] = person.name if word not in self._short else self._ambiguous(word)

    def _ambiguous(self, word: str) -> str | None:
        bearers = {person.name for person in self._by_name.values() if word in person.aliases}
        longest = max(bearers, key=len)
        return longest if all(set(each.split()) <= set(longest.split()) for each in bearers) else None

    @property
    def all(self) -> list[_Person]:
        return list(self._by_name.values())

    def _note(self, phrase: str) -> None:
        name, title = split_title(phrase)
        if len(name.split()) < 2 or len(name.split()) > 4 or (not title and _is_common(name)):
            return
        person = self._by_name.setdefault(name, _Person(name, name_aliases(name)))
        person.mentions += 1
        if title and (key := role_key(title)):
            person.roles.add(key)

    def resolve(self, subject: str, recent: str | None) -> str | None:
        """Return the full name that a subject stands for, or None; `recent` is the last person who spoke."""
        if subject.lower() in {"he", "she"}:
            return recent
        if subject.lower() in {"i", "we", "they"}:
            return None
        if re.fullmatch(_ROLE, subject):
            return self._by_role(subject, recent)
        name, title = split_title(subject)
        if name in self._by_name:
            return name
        if len(name.split()) == 1 and (known := self._short.get(name.lower())):
            return known
        return name if (title and name) or 2 <= len(name.split()) <= 4 else None

    def _by_role(self, phrase: str, recent: str | None) -> str | None:
        key = role_key(phrase)
        if key is None:
            return None
        role, _, land = key.partition(" ")
        holders = [p for p in self.all if any(_role_fits(role, land, each) for each in p.roles)]
        if len(holders) > 1 and recent in {p.name for p in holders}:
            return recent
        return holders[0].name if len(holders) == 1 else None


def _role_fits(role: str, land: str, held: str) -> bool:
    held_role, _, held_land = held.partition(" ")
    return role == held_role and (not land or land == held_land)


def split_title(phrase: str) -> tuple[str, str]:
    """Return (name, title): all words up to the last title word, nationality or possessive are the title."""
    words = phrase.replace("  ", " ").split()
    cut = 0
    for position, word in enumerate(words):
        bare = word.lower().rstrip(".").removesuffix("’s").removesuffix("'s")
        possessive = word.endswith(("’", "’s", "'s"))
        joined = position and words[position - 1].lower() in {"the", "united"} and position < len(words) - 1
        if bare in _TITLES | _JOINING or possessive or joined or country(bare):
            cut = position + 1
    return " ".join(words[cut:]), " ".join(words[:cut])


def _is_common(name: str) -> bool:
    return any(word.lower() in _COMMON for word in name.split())


_COMMON = frozenset(
    """the a an in on at it he she they we i this that but and united nations states first lady house white party union
    court council committee university street city county national international new north south east west january
    february march april may june july august september october november december monday tuesday wednesday thursday
    friday saturday sunday times post news press agency department ministry bank company group organization institute
    school college""".split()
)


def _quotations(text: str) -> Iterator[tuple[Span, list[_Quotation]]]:
    """Yield each paragraph with the spans inside its double quotation marks; a missing mark swallows one at most."""
    for start, end in paragraphs(text):
        found: list[_Quotation] = []
        opened: tuple[int, str] | None = None
        for position in range(start, end):
            character = text[position]
            if opened is None:
                if character in _PAIRS:
                    opened = (position + 1, _PAIRS[character])
                elif character == '"' and _opens(text, position):
                    opened = (position + 1, '"')
            elif character in opened[1]:
                found.append(_Quotation(opened[0], position, True))
                opened = None
        if opened:
            found.append(_Quotation(opened[0], end, False))
        yield (start, end), found


def _opens(text: str, position: int) -> bool:
    before = text[position - 1] if position else " "
    after = text[position + 1] if position + 1 < len(text) else " "
    return not before.isalnum() and not after.isspace()


def _quoted(document: Document, people: _People) -> list[Statement]:
    statements: list[Statement] = []
    last: tuple[str | None, float] = (None, 0.0)
    recent: str | None = None
    carries = False
    for (start, end), quotations in _quotations(document.text):
        inherited: tuple[str | None, float] = (None, 0.0)
        alone = _nothing_but_quotations(document.text, (start, end), quotations)
        if alone and carries:
            inherited = (last[0], 0.65)
        for number, quotation in enumerate(quotations):
            before = document.text[
                quotations[number - 1].end + 1 if number else start : max(start, quotation.start - 1)
            ]
            stop = quotations[number + 1].start - 1 if number + 1 < len(quotations) else end
            after = document.text[quotation.end + 1 : stop]
            cue = _cue(document.text, quotation, before, after)
            if cue:
                speaker = people.resolve(
                    cue.subject, recent or _subject_before(document.text, start, quotation, people)
                )
                inherited = (speaker, cue.confidence if speaker else 0.0)
            recent = inherited[0] or recent
            statements += _statement(document, quotation, inherited, cue)
            if cue and inherited[0]:
                inherited = (inherited[0], 0.9 * cue.confidence)
        if not quotations:
            recent = _paragraph_subject(document.text[start:end], people) or recent
        carries = bool(quotations) and inherited[0] is not None and _ends_with_quotation(document.text, end, quotations)
        last = inherited
    return statements


def _ends_with_quotation(text: str, end: int, quotations: list[_Quotation]) -> bool:
    """Return whether nothing but a cue follows the paragraph's last quotation."""
    return len(text[quotations[-1].end : end]) <= 80


def _nothing_but_quotations(text: str, span: Span, quotations: list[_Quotation]) -> bool:
    inside = sum(each.end - each.start for each in quotations)
    return bool(quotations) and (span[1] - span[0]) - inside <= 2 * len(quotations) + 1


def _paragraph_subject(paragraph: str, people: _People) -> str | None:
    match = re.match(_NAME, paragraph)
    return people.resolve(match[0], None) if match else None


def _subject_before(text: str, start: int, quotation: _Quotation, people: _People) -> str | None:
    return _paragraph_subject(text[start : quotation.start], people)


def _cue(text: str, quotation: _Quotation, before: str, after: str) -> _Cue | None:
    colon = before.rstrip().endswith(":")
    if not colon and (match := _AFTER.match(after)) and _joined_after(text, quotation, after):
        subject = match["subject1"] or match["subject2"] or match["subject3"]
        return _Cue(subject, match["verb1"] or match["verb2"] or "according to", 0.96, quotation.end)
    sentence = before[sentences(before)[-1][0] :] if before.strip() else ""
    if match := _ACCORDING.search(sentence):
        return _Cue(match["subject"], "according to", 0.89, quotation.start)
    match = _first_before(sentence)
    if match and (colon or len(match["rest"].split()) <= 10):
        return _Cue(match["subject"], match["verb"], 0.89, quotation.start)
    if colon and (match := _INTRODUCES.match(sentence)):
        return _Cue(match["subject"], ":", 0.75, quotation.start)
    return None


def _first_before(sentence: str) -> re.Match[str] | None:
    """Return the leftmost subject with a cue: in "X noted that he understands Y:" it is X."""
    for match in re.finditer(_SUBJECT, sentence):
        if found := _BEFORE.match(sentence, match.start()):
            return found
    return None


def _joined_after(text: str, quotation: _Quotation, after: str) -> bool:
    ending = text[quotation.end - 1 : quotation.end]
    return ending in ",.?!—…–" or after.lstrip()[:1] in {",", "—", "–", "-"}


def _statement(
    document: Document, quotation: _Quotation, owner: tuple[str | None, float], cue: _Cue | None
) -> list[Statement]:
    span = trimmed(document.text, quotation.start, quotation.end)
    if span is None:
        return []
    words = document.text[slice(*span)]
    short = len(words.split()) <= 3 and words[-1] not in ".!?…"
    # A term in marks (the “old town”) is nobody's statement.
    if short and (cue is None or owner[0] is None):
        return []
    confidence = owner[1] if quotation.closed else owner[1] * 0.8
    outer = Statement(
        document.id, *span, owner[0], "direct", cue.verb if cue else None, document.published, None, confidence
    )
    return [outer, *_nested(document, outer)]


def _nested(document: Document, outer: Statement) -> list[Statement]:
    """Return the quotations inside a quotation: "I told X: '…'" is the outer speaker's, "He said: '…'" then X's."""
    found: list[Statement] = []
    addressee: str | None = None
    people = _People(document.text)
    for match in _NESTED.finditer(document.text, outer.start, outer.end):
        cue = _NESTED_CUE.search(document.text, max(outer.start, match.start() - 120), match.start())
        speaker: str | None = None
        if cue and cue["subject"] in {"I", "We"}:
            speaker = outer.speaker
            addressee = people.resolve(cue["addressee"], None) if cue["addressee"] else addressee
        elif cue and cue["subject"].lower() in {"he", "she"}:
            speaker = addressee
        elif cue:
            speaker = people.resolve(cue["subject"], None)
        span = match.span("words")
        inner = replace(outer, start=span[0], end=span[1], speaker=speaker, cue=cue["verb"] if cue else None)
        found.append(replace(inner, reported_by=outer.speaker, confidence=0.7 if speaker else 0.0))
    return found


def _reported(document: Document, people: _People) -> list[Statement]:
    """Return clauses without quotation marks: "X said that …" and "…, X said.": the document's wording."""
    found: list[Statement] = []
    recent: str | None = None
    for start, end in sentences(document.text):
        sentence = document.text[start:end]
        if any(mark in sentence for mark in '“”"„«»'):
            continue
        match = _SAYS_THAT.search(sentence) or _SAID_LAST.search(sentence)
        if match is None:
            continue
        speaker = people.resolve(match["subject"], recent)
        recent = speaker or recent
        if speaker and (span := trimmed(document.text, start + match.start("clause"), start + match.end("clause"))):
            verb = match["verb"]
            found.append(Statement(document.id, *span, speaker, "reported", verb, document.published, None, 0.85))
    return found


def _labelled_turns(document: Document, people: _People) -> list[Statement]:
    """Return the turns of a transcript: at least three labelled lines that make a quarter of the lines."""
    labels = list(_LABEL.finditer(document.text))
    lines = sum(1 for line in document.text.splitlines() if line.strip())
    if len(labels) < 3 or len(labels) * 4 < lines:
        return []
    ends = [label.start() for label in labels[1:]] + [len(document.text)]
    turns = []
    for label, end in zip(labels, ends, strict=True):
        name = label["name"].title() if label["name"].isupper() else label["name"]
        if span := trimmed(document.text, label.end(), end):
            speaker = people.resolve(name, None) or name
            turns.append(Statement(document.id, *span, speaker, "turn", None, document.published, None, 0.95))
    return turns


def _turns_of_one(document: Document) -> list[Statement]:
    return [
        Statement(document.id, start, end, document.speaker, "turn", None, document.published, None, 1.0)
        for start, end in paragraphs(document.text)
    ]

"""`Document` -> `Statement`s: quotations, transcript turns and reported speech, with who said them.

Rules over the text between quotation marks, after the method measured in the design notes: a cue right after a
quotation names its speaker ("…," she said), else one right before it (X said: "…"), else the quotation before it in the
paragraph, else, for a paragraph that is nothing but a quotation, the one that ended the paragraph before. The
confidence of each rule is its measured precision. A name is made full from the same document; somebody who is described
and not named ("one former aide") keeps the document's words; a speaker of whom neither is known stays None.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import accumulate, pairwise

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
    laugh laughs laughed whisper whispers whispered concede concedes conceded conceding charges charged charging
    mock mocks mocked mocking fume fumes fumed fuming opine opines opined opining retweet retweets retweeted
    retweeting anticipate anticipates anticipated anticipating surmise surmises surmised surmising interject
    interjects interjected interjecting chide chides chided chiding snaps snapped snapping muse muses mused musing
    crow crows crowed crowing proclaim proclaims proclaimed proclaiming intone intones intoned intoning deadpan
    deadpans deadpaned deadpaning gush gushes gushed gushing blasts blasted blasting praises praised praising
    propose proposes proposed proposing elaborate elaborates elaborated elaborating clarify clarifies clarified
    clarifying confess confesses confessed confessing counsel counsels counseled counseling demands demanded
    demanding echos echoed echoing estimates estimated estimating grumble grumbles grumbled grumbling imply implies
    implied implying instruct instructs instructed instructing lecture lectures lectured lecturing plead pleads
    pleaded pleading preach preaches preached preaching reasons reasoned reasoning reflect reflects reflected
    reflecting rejoin rejoins rejoined rejoining relate relates related relating scoff scoffs scoffed scoffing
    signals signalled signalling speculate speculates speculated speculating summarize summarizes summarized
    summarizing summarise summarises summarised summarising tease teases teased teasing thunder thunders thundered
    thundering vent vents vented venting volunteer volunteers volunteered volunteering yell yells yelled yelling
    brag brags bragged bragging criticize criticizes criticized criticizing criticise criticises criticised
    criticising dismiss dismisses dismissed dismissing denounce denounces denounced denouncing hails hailed hailing
    decry decries decried decrying demur demurs demurred demurring gripe gripes griped griping groan groans groaned
    groaning marvel marvels marveled marveling mutter mutters muttered muttering murmur murmurs murmured murmuring
    chuckle chuckles chuckled chuckling reports reported reporting exhort exhorts exhorted exhorting bemoan bemoans
    bemoaned bemoaning cautioning advise advises advised advising reads cries cried""".split()
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
# Base forms that are nouns or adjectives as often ("a state official") end no noun phrase.
_NOUNS = frozenset(
    "state note point call claim comment answer remark reply request joke warn ask stress promise".split()
)
_FINITE = (
    "(?:" + "|".join(sorted((v for v in _VERBS - _NOUNS if not v.endswith("ing")), key=lambda v: (-len(v), v))) + ")"
)
_DETERMINER = r"(?:[Tt]he|[Aa]n?|[Oo]ne|[Aa]nother|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir|[Ss]ome|[Mm]any|[Ss]everal|[Oo]ther)"
_IN_PHRASE = r"(?:[^,“”\"„«»:;()\n!?]|\((?-i:[A-Z])[^)\n]{0,14}\))"
# "CIA spokesman Ryan Trapani said", "one former aide said": all up to the verb.
_PHRASE_BEFORE = rf"(?:{_PRONOUN}|(?:{_DETERMINER}[ ]|(?=[^\W\d_a-z]))(?:{_IN_PHRASE}){{1,90}}?)"
# "said L2 president Bruce Willsie, who …": up to a comma or what can only follow a noun phrase.
_FOLLOWS = (
    r"(?=[,;:!?]|(?<!\b[A-Z])(?<!Sen|Rep|Gov|Mrs|Gen|Col|Sgt)(?<!Mr|Ms|Dr|Lt|Jr|Sr|St)(?<!Capt|Prof)\.|$"
    r"|[ ](?:who|in|on|at|during|after|before|when|while|as|of|from|to|with|about|for|that|by|last|this)\b)"
)
_PHRASE_AFTER = rf"(?:{_DETERMINER}[ ]|(?=[^\W\d_])(?!that\b|in\b|on\b|at\b|to\b))(?:{_IN_PHRASE}){{1,90}}?{_FOLLOWS}"
_ASIDE = r"(?:,[ ][^,“”\"„«»]{1,90},)?"
_ADVERBS = r"(?:[ ](?:\w+ly|also|then|further|later|once|again|has|had|have|even|to|[Rr]eporters))*"
_AFTER = re.compile(
    rf"[\s,—–-]*(?:(?P<verb1>{_VERB})\b[ ]+(?P<subject1>{_ROLE}|(?:he|she)\b|{_PHRASE_AFTER})"
    rf"|(?P<subject2>{_PHRASE_BEFORE}){_ASIDE}{_ADVERBS}[ ](?P<verb2>{_FINITE})\b"
    rf"|according to (?P<subject3>{_ROLE}|{_PHRASE_AFTER}))"
)
_BEFORE = re.compile(rf"(?P<subject>{_SUBJECT}){_ASIDE}{_ADVERBS}[ ](?P<verb>{_VERB})\b(?P<rest>[^“”\"„«»]*)$")
# "Mira Quill was blunt: “…”": whatever the verb, the colon gives the words to the sentence's subject.
_INTRODUCES = re.compile(rf"(?P<subject>{_ROLE}|{_NAME}|(?:He|She)\b){_ASIDE}[ ](?:\w+[ ,]+){{0,8}}\w+:\s*$")
_GOES_ON = re.compile(
    rf"(?P<subject>{_NAME}|(?:He|She|he|she)\b){_ASIDE}[ ][^“”\"«»]{{3,220}}?\b(?P<verb>{_VERB})\b"
    r"(?:[ ][^\s,;:“”\"«»]+){0,9}[ ,:]*$"
)
_ACCORDING = re.compile(rf"[Aa]ccording to (?P<subject>{_ROLE}|{_NAME})[^“”\"]{{0,60}}[,:]\s*$")
# What somebody may be reported to do with a clause beside saying it.
_HOLDS = """
believes believed thinks hopes hoped wants worries worried fears feared expects plans intends intended opposes opposed
agrees agreed doubts doubted shows showed finds found suggests suggested indicates indicated refuses refused declines
declined proposes proposed demanded accuses accused
""".split()
# Forms that are something else more often than not where no quotation mark tells ("three states", "to continue").
_UNSURE = frozenset(
    """states points comments remarks reports continue continues continued reasons respond responds tell telling calling
    mention add write maintains testified testifies""".split()
)
_CLAIMS = {*(_VERBS - _NOUNS - _UNSURE), *_HOLDS}
_CLAIM = "(?:" + "|".join(sorted(_CLAIMS, key=lambda verb: (-len(verb), verb))) + ")"
# "X said in an interview on Sunday that …": what may stand between the verb and the clause.
_BETWEEN = (
    r"(?:[ ](?:reporters|journalists|supporters|lawmakers"
    r"|(?:in|on|at|to|during|after|before|earlier|late|last|this)\b[^,;:]{1,60}?)){0,2}"
)
_CLAUSE = (
    r"(?:that[ ])?"
    r"(?P<clause>(?!(?:that|in|on|at|by|with|from|during|after|before|as|earlier|so|yes|no)\b)[^\s,;:].{8,}?)"
    r"(?:, (?:adding|saying|noting|calling|citing|while|but|though|although)\b.*)?"
)
_SAYS = re.compile(
    r"(?:^|[,;—–-][ ]|\b(?:and|but|while|as|because|although|when)[ ])"
    rf"(?P<subject>{_ROLE}|{_PHRASE_BEFORE}){_ASIDE}{_ADVERBS}"
    rf"[ ](?P<verb>{_CLAIM})(?:{_BETWEEN}(?=[ ]that[ ])|)[ ]{_CLAUSE}[.!?]*$",
    re.DOTALL,
)
_SAID_LAST = re.compile(
    rf"^(?P<clause>[^“”\"]+?),[ ](?:(?P<subject>{_ROLE}|{_PHRASE_BEFORE}){_ASIDE}{_ADVERBS}[ ](?P<verb>{_FINITE})|"
    rf"(?P<verb2>said|says)[ ](?P<subject2>{_PHRASE_AFTER})|according to (?P<subject3>{_PHRASE_AFTER}))"
    r"\b[^,]{0,60}[.!?]*$"
)
_ACCORDING_FIRST = re.compile(r"^According to (?P<subject>[^,]{2,80}), (?P<clause>.+?)[.!?]*$", re.DOTALL)
_LABEL = re.compile(
    r"(?m)^[ \t]*(?P<name>[^\W\d_a-z][\w.’'-]*(?:[ ][^\W\d_a-z][\w.’'-]*){0,5})(?:[ ]\([^)\n]{1,60}\))?:[ \t]+(?=\S)"
)
_SPEECH_TITLE = re.compile(
    r"(?:Full text of |Transcript: |The )?(?:Remarks|Speech|Address|Statement|Keynote|Lecture)"
    r"(?: of| by| delivered by) (?:the )?"
    r"(?P<name>(?:(?!(?:Before|At|On|To|In|During|After|For|From|The|And)\b)[A-Z][\w.’'-]*[ ]?){1,7})"
)
FIRST_PERSON_SHARE = 0.01
_PAIRS = {"“": "”", "„": "“”", "«": "»"}
_NESTED = re.compile(r"(?<!\w)‘(?P<words>[^‘“”]{2,400}?[.!?,…])’(?!\w)")
_NESTED_CUE = re.compile(
    rf"(?P<subject>I|We|He|She|he|she|{_NAME})[ ](?P<verb>{_VERB})"
    rf"(?:[ ](?:to[ ])?(?P<addressee>{_NAME}))?[^‘’.]{{0,40}}[:,]?\s*$"
)
# The most frequent given names of the last hundred years that are given to one gender almost alone.
_FEMALE = frozenset(
    """mary patricia jennifer linda elizabeth barbara susan jessica sarah karen lisa nancy betty sandra margaret ashley
    kimberly emily donna michelle carol amanda melissa deborah stephanie rebecca laura helen sharon cynthia kathleen
    amy angela shirley anna brenda pamela emma nicole samantha katherine christine debra rachel carolyn janet maria
    olivia heather diane julie joyce victoria ruth virginia lauren kelly christina joan evelyn judith andrea hannah
    megan cheryl jacqueline martha madison teresa gloria sara janice ann kathryn abigail sophia frances jean alice
    judy isabella julia grace amber denise danielle marilyn beverly charlotte natalie theresa diana brittany doris
    kayla alexis lori marie hillary kellyanne carly jeanne ivanka melania nikki olga irina natalia svetlana elena
    tatiana ursula annalena jacinda mira claire elise marine giorgia tammy loretta condoleezza madeleine bree dottie
    juanita""".split()
)
_MALE = frozenset(
    """james robert john michael david william richard joseph thomas christopher charles daniel matthew anthony mark
    donald steven andrew paul joshua kenneth kevin brian george timothy ronald jason edward jeffrey ryan jacob gary
    nicholas eric jonathan stephen larry justin scott brandon benjamin samuel gregory alexander patrick frank
    raymond jack dennis jerry tyler aaron jose adam nathan henry zachary douglas peter kyle noah ethan jeremy walter
    christian keith roger terry austin sean gerald carl harold dylan arthur lawrence jordan jesse bryan billy bruce
    gabriel joe logan alan juan albert willie elijah wayne randy vincent mason roy ralph bobby russell bradley
    philip eugene bernie barack ted marco jeb mitt newt rand mike tim jim tom bob bill ben dan sam vladimir
    volodymyr aleksandr sergei sergey dmitry emmanuel boris recep viktor mateusz andrzej olaf""".split()
)


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
    speaker = document.speaker or _of_speech(document)
    if speaker:
        statements = _turns_of_one(document, speaker)
    else:
        quoted = [*_labelled_turns(document, people), *_quoted(document, people)]
        statements = [*quoted, *_reported(document, people, quoted)]
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
        self.spoken: list[str] = []
        """Who spoke so far, in order."""
        for match in re.finditer(_NAME, text):
            for phrase in re.split(r"\s+and\s+", match[0]):
                self._note(phrase)
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

    def _of_gender(self, pronoun: str, recent: str | None) -> str | None:
        """Return the most recent person the pronoun can stand for: a given name of the other gender rules one out."""
        other = _MALE if pronoun == "she" else _FEMALE
        for name in [recent, *reversed(self.spoken[-20:])]:
            if name and name.split()[0].lower() not in other and not re.match(rf"{_DETERMINER}[ ]", name):
                return name
        return None

    def person(self, phrase: str) -> str | None:
        """Return the person of the document that a phrase of capitalised words names, or None."""
        name, _ = split_title(phrase)
        if name in self._by_name:
            return name
        return self._short.get(name.lower()) if len(name.split()) == 1 else None

    def resolve(self, subject: str, recent: str | None) -> str | None:
        """Return the full name that a subject stands for, or None; `recent` is the last person who spoke."""
        if subject.lower() in {"he", "she"}:
            return self._of_gender(subject.lower(), recent)
        if subject.lower() in {"i", "we", "they"}:
            return None
        if re.fullmatch(_ROLE, subject):
            return self._by_role(subject, recent)
        bare = re.sub(r"\s*\([^)]*\)$", "", subject.strip())
        last = next(reversed(list(re.finditer(_NAME, bare))), None)
        if last is None or last.end() < len(bare):
            return self._described(bare)
        name, _ = split_title(last[0])
        if name in self._by_name:
            return name
        if len(name.split()) == 1 and (known := self._short.get(name.lower())):
            return known
        if name.lower() in _COMMON:
            return None
        return name or self._described(bare)

    def _described(self, phrase: str) -> str | None:
        """Return somebody who is described and not named ("one former aide") in the document's own words."""
        words = phrase.split()
        described = 2 <= len(words) <= 12 and re.match(rf"{_DETERMINER}[ ]", phrase) and words[-1] not in _POINTING
        # "Time magazine", "Ryan’s office"
        body = len(words) == 2 and words[0][0].isupper() and words[1].islower() and words[0].lower() not in _COMMON
        return phrase if described or body else None

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
    while words and words[0].lower() in _OPENERS:
        words = words[1:]
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


_POINTING = frozenset({"other", "others", "one", "ones", "same", "latter", "former", "rest", "first", "second", "two"})
# Words that begin a sentence before a name ("When Trump", "But Ryan").
_OPENERS = frozenset(
    """when but how and if as in on at while although because after before since so yet or nor then now here there what
    why who once even still though for from with also meanwhile another other both either that this these those by
    to""".split()
)
_COMMON = frozenset(
    """the a an in on at it he she they we i this that but and united nations states first lady house white party union
    court council committee university street city county national international new north south east west january
    february march april may june july august september october november december monday tuesday wednesday thursday
    friday saturday sunday times post news press agency department ministry bank company group organization
    institute school college""".split()
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
            elif character in opened[1] or _closes(text, position):
                found.append(_Quotation(opened[0], position, True))
                opened = None
        if opened:
            found.append(_Quotation(opened[0], end, False))
        yield (start, end), found


def _closes(text: str, position: int) -> bool:
    """Return whether a double mark of the other kind stands where only a closing one can: after a word, before none."""
    before = text[position - 1] if position else " "
    after = text[position + 1] if position + 1 < len(text) else " "
    return text[position] in '“”"' and not before.isspace() and (after.isspace() or after in ",.;:!?)—–-")


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
                since = quotations[number - 1].end + 1 if number else start
                nearest = None
                if cue.position == quotation.end:
                    nearest = _subject_before(document.text, since, quotation, people)
                speaker = people.resolve(cue.subject, nearest or recent)
                inherited = (speaker, cue.confidence if speaker else 0.0)
            recent = inherited[0] or recent
            if inherited[0]:
                people.spoken.append(inherited[0])
            statements += _statement(document, quotation, inherited, cue, people)
            if cue and inherited[0]:
                inherited = (inherited[0], 0.9 * cue.confidence)
        tail = quotations[-1].end + 1 if quotations else start
        for first, stop in reversed(sentences(document.text, min(tail, end), end)):
            if (not quotations or first > tail + 60) and (
                subject := _paragraph_subject(document.text[first:stop], people)
            ):
                recent = subject
                break
        carries = bool(quotations) and inherited[0] is not None and _ends_with_quotation(document.text, end, quotations)
        last = inherited
    return _joined_backwards(document.text, statements)


def _joined_backwards(text: str, statements: list[Statement]) -> list[Statement]:
    """Give an utterance that runs over paragraphs the speaker who is named at its end.

    By convention each of its paragraphs begins with an opening mark and only the last has a closing one.
    """
    out = list(statements)
    outer = [number for number, each in enumerate(out) if each.reported_by is None]
    for here, following in reversed(list(pairwise(outer))):
        gap = text[out[here].end : out[following].start]
        runs_on = "\n" in gap and not gap.strip(' \n\t“"«„') and "”" not in gap and gap.strip() in {"“", '"', "«", "„"}
        if runs_on and out[here].speaker is None and out[following].speaker:
            confidence = 0.9 * out[following].confidence
            out[here] = replace(out[here], speaker=out[following].speaker, confidence=confidence)
    return out


def _ends_with_quotation(text: str, end: int, quotations: list[_Quotation]) -> bool:
    """Return whether nothing but a cue follows the paragraph's last quotation."""
    return len(text[quotations[-1].end : end]) <= 80


def _nothing_but_quotations(text: str, span: Span, quotations: list[_Quotation]) -> bool:
    inside = sum(each.end - each.start for each in quotations)
    return bool(quotations) and (span[1] - span[0]) - inside <= 2 * len(quotations) + 1


def _paragraph_subject(paragraph: str, people: _People) -> str | None:
    match = re.match(_NAME, paragraph)
    return people.person(match[0]) if match else None


def _subject_before(text: str, start: int, quotation: _Quotation, people: _People) -> str | None:
    """Return the person who is the subject of the nearest sentence before the quotation in its paragraph."""
    stop = quotation.start - 1
    for first, last in reversed(sentences(text, start, stop)):
        if subject := _paragraph_subject(text[first:last], people):
            return subject
    return None


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
    # "Tell defended it, calling it “…”", "She declined but said that “…”": the verb's subject is the clause's.
    if match := _GOES_ON.match(sentence):
        return _Cue(match["subject"], match["verb"], 0.66, quotation.start)
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
    document: Document,
    quotation: _Quotation,
    owner: tuple[str | None, float],
    cue: _Cue | None,
    people: _People,
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
    return [outer, *_nested(document, outer, people)]


def _nested(document: Document, outer: Statement, people: _People) -> list[Statement]:
    """Return the quotations inside a quotation: "I told X: '…'" is the outer speaker's, "He said: '…'" then X's."""
    found: list[Statement] = []
    addressee: str | None = None
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


def _reported(document: Document, people: _People, quoted: Sequence[Statement]) -> list[Statement]:
    """Return clauses without quotation marks: "X said that …" and "…, X said.": the document's wording.

    Sentences that touch what is quoted are left out: there the words have their speaker already.
    """
    found: list[Statement] = []
    recent: str | None = None
    starts = [each.start for each in quoted if each.reported_by is None]
    ends = list(accumulate((each.end for each in quoted if each.reported_by is None), max))
    for start, end in sentences(document.text):
        before = bisect_left(starts, end)
        if before and ends[before - 1] > start:
            continue
        sentence = document.text[start : min(end, start + LONGEST_SENTENCE)]
        if any(mark in sentence for mark in '“”"„«»'):
            continue
        match = _SAID_LAST.search(sentence) or _ACCORDING_FIRST.search(sentence) or _SAYS.search(sentence)
        if match is None:
            continue
        groups = match.groupdict()
        subject = groups["subject"] or groups.get("subject2") or groups.get("subject3") or ""
        verb = groups.get("verb") or groups.get("verb2") or "according to"
        speaker = people.resolve(subject, recent)
        recent = speaker or recent
        span = trimmed(document.text, start + match.start("clause"), start + match.end("clause"))
        if speaker and span:
            found.append(Statement(document.id, *span, speaker, "reported", verb, document.published, None, 0.85))
    return found


LONGEST_SENTENCE = 2_000


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


def _of_speech(document: Document) -> str | None:
    """Return whose speech a document is by its title ("Remarks by President Odran Tell at …") and its first person."""
    match = _SPEECH_TITLE.match(document.title)
    if match is None:
        return None
    words = len(document.text.split())
    own = len(re.findall(r"\b(?:I|we|We|my|our|us)\b", document.text))
    name = split_title(match["name"])[0]
    return name if name and own >= max(3, FIRST_PERSON_SHARE * words) else None


def _turns_of_one(document: Document, speaker: str) -> list[Statement]:
    return [
        Statement(document.id, start, end, speaker, "turn", None, document.published, None, 1.0)
        for start, end in paragraphs(document.text)
    ]

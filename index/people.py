"""The people that a document names: their full names, titles, roles and gender, and whom a phrase means.

A surname, a given name or a title with a surname stands for the one person of the document that bears it. A role ("the
head of state") stands for whoever holds it there, a pronoun for the person that was last in a place to be meant. Who is
described and never named keeps the document's words.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from index.nations import country
from index.sentences import Span

_TITLES = frozenset(
    """president vice-president minister premier chancellor senator representative congressman congresswoman governor
    mayor secretary general envoy ambassador spokesman spokeswoman spokesperson chairman chairwoman chairperson chair
    director leader king queen prince princess pope bishop archbishop cardinal judge justice officer chief commander
    colonel captain lieutenant sergeant major admiral dr mr mrs ms miss sir lord lady professor prof sen rep gov gen col
    capt lt sgt rev reverend father sister prime deputy foreign defense defence interior finance transport health
    education state head commissioner coach manager analyst expert economist lawyer attorney author historian candidate
    speaker assemblywoman assemblyman councilman councilwoman alderman sheriff treasurer comptroller strategist pollster
    columnist correspondent moderator anchor host activist adviser advisor aide vice rabbi imam delegate
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
_POINTING = frozenset({"other", "others", "one", "ones", "same", "latter", "former", "rest", "first", "second", "two"})
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


def name_aliases(name: str) -> set[str]:
    """Return the lower-case forms under which a full name is asked for: itself, its last and its first word."""
    words = name.split()
    return {name.lower(), words[-1].lower(), words[0].lower()}


def role_key(phrase: str) -> str | None:
    """Return the role that a phrase names ("the Belarusian leader" -> "head-of-state Belarus"), or None."""
    lowered = " ".join(phrase.lower().replace("’", "'").split())
    for key, nouns in _ROLE_CLASSES.items():
        if any(re.search(rf"\b{noun}\b", lowered) for noun in nouns):
            lands = [land for word in re.findall(r"[\w.]+", phrase) if (land := country(word) or _demonym(word))]
            return f"{key} {lands[0]}" if lands else key
    return None


def _demonym(word: str) -> str | None:
    """Return what stands for a land that no table knows: "Kestrian" and "Kestria" begin alike."""
    if not re.fullmatch(r"[A-Z]\w{3,}(?:an|ese|ish|ic|i)", word) or word.lower() in _TITLES:
        return None
    return word.lower()[:5]


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


def _role_fits(role: str, land: str, held: str) -> bool:
    held_role, _, held_land = held.partition(" ")
    return role == held_role and (not land or land == held_land)


def is_common(name: str) -> bool:
    return any(word.lower() in _COMMON for word in name.split())


_NAME_WORD = (
    r"(?:(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Lt|Col|Capt|Sgt|Prof|Rev|Hon|Adm|Maj|Messrs|St|Jr|Sr)\."
    r"|[^\W\d_a-zа-яёіїєґў]\.|[^\W\d_a-zа-яёіїєґў][\w’'-]*[\w’]|[^\W\d_a-zа-яёіїєґў])"
)
_PARTICLE = "(?:van|von|der|de|da|di|del|della|dos|bin|al|el|la|le|of|for|the|to|and)"
NAME = rf"(?>{_NAME_WORD}(?:[ ]+(?:{_PARTICLE}[ ]+){{0,2}}{_NAME_WORD}){{0,9}})"
_NAMES = re.compile(NAME)
_GENITIVE = re.compile(r"(?<=s)[’']$")
"""The genitive of a name in s: what remains of "Weiss’ remarks that …"."""
_SUFFIX = re.compile(r",? (?:Jr|Sr|II|III|IV)\.?$")
_DETERMINED = re.compile(
    r"(?:the|an?|one|another|his|her|its|their|some|many|several|other|my|our|this|that|these|those|both|two|three|most)\b",
    re.IGNORECASE,
)
_FEMALE_WORDS = re.compile(
    r"\b(?:mrs|ms|miss|queen|princess|lady|\w+woman|sister|mother|wife|daughter|actress)\b", re.IGNORECASE
)
_MALE_WORDS = re.compile(
    r"\b(?:mr|king|prince|sir|lord|\w+sman|chairman|father|brother|husband|son|pope)\b", re.IGNORECASE
)
# A collective, a paper or a body that one can quote but never means by "he".
_BODIES = re.compile(
    r"\b(?:party|committee|times|post|news|journal|house|group|department|ministry|agency|union|council|court|university"
    r"|institute|association|foundation|company|inc|corp|street|city|county|state|states|nations|campaign|poll|press"
    r"|magazine|congress|senate|parliament|army|police|bank|center|centre|office|bureau|commission|organization|network"
    r"|league|federation|society|college|school|hotel|tower|avenue|river|bay|island|act|bill|day|war|way|church)$",
    re.IGNORECASE,
)
_GENDERED = {
    **dict.fromkeys(("he", "он", "він", "ён"), "he"),
    **dict.fromkeys(("she", "она", "вона", "яна", "ona"), "she"),
}
PRONOUNS = frozenset({*_GENDERED, *"they we i it you они вони яны".split()})
# Lands in the case that follows a title ("президент России …"), which no name begins with.
_LANDS_ELSEWHERE = frozenset(
    """россии беларуси украины польши сша росії білорусі україни польщі расіі украіны польшчы rosji białorusi ukrainy
    polski usa""".split()
)
# How far back a pronoun may look, in characters: three to four paragraphs of news.
REACH = 1_500


@dataclass
class Person:
    """Somebody the document names, with what it calls them."""

    name: str
    aliases: set[str] = field(default_factory=set)
    roles: set[str] = field(default_factory=set)
    words: set[str] = field(default_factory=set)
    """The words of their titles in small letters: "senator", "mayor"."""
    gender: str | None = None
    mentions: int = 0


@dataclass(frozen=True)
class _Mention:
    position: int
    name: str
    opens: bool
    quoted: bool


class People:
    """The people of one text; resolves the phrases that stand for them."""

    def __init__(self, text: str, quoted: Sequence[Span] = ()) -> None:
        self._text = text
        self._by_name: dict[str, Person] = {}
        self._short: dict[str, str | None] = {}
        self._spoken: dict[str, int] = {}
        self._starts = [start for start, _ in quoted]
        self._quoted = list(quoted)
        spans = [match.span() for match in _NAMES.finditer(text)]
        for start, end in spans:
            for phrase in re.split(r"\s+and\s+", text[start:end]):
                self._note(phrase)
        self._merge_forms()
        for person in self._by_name.values():
            for word in person.aliases - {person.name.lower()}:
                self._short[word] = person.name if word not in self._short else self._ambiguous(word)
        self._mentions = [found for span in spans if (found := self._mention(*span))]
        self._positions = [each.position for each in self._mentions]

    @property
    def all(self) -> list[Person]:
        """Return the people, in the order in which they are first named."""
        return list({person.name: person for person in self._by_name.values()}.values())

    def _note(self, phrase: str) -> None:
        phrase = re.sub(r"[’']s?$", "", phrase)
        name, title = split_title(phrase)
        words = name.split()
        if not 2 <= len(words) <= 4 or (not title and is_common(name)):
            return
        person = self._by_name.setdefault(name, Person(name, name_aliases(name)))
        person.mentions += 1
        person.words |= {word.lower().strip(".") for word in title.split()}
        if title and (key := role_key(title)):
            person.roles.add(key)
        person.gender = person.gender or gender_of(words[0], title)

    def _merge_forms(self) -> None:
        """Make one person of "Ana B. Ruiz", "Ana Ruiz" and "ANA RUIZ", under the form the document uses most."""
        groups: dict[tuple[str, str], list[Person]] = {}
        for person in self._by_name.values():
            words = _SUFFIX.sub("", person.name).lower().split()
            if len(words) >= 2 and all(len(word.strip(".")) == 1 for word in words[1:-1]):
                groups.setdefault((words[0], words[-1]), []).append(person)
        for group in groups.values():
            if len(group) < 2:
                continue
            best = max(group, key=lambda each: (not each.name.isupper(), each.mentions))
            for other in group:
                best.aliases |= other.aliases
                best.roles |= other.roles
                best.words |= other.words
                best.gender = best.gender or other.gender
                self._by_name[other.name] = best
        self._by_name = {name: person for name, person in self._by_name.items() if name == person.name} | {
            name: person for name, person in self._by_name.items() if name != person.name
        }

    def _ambiguous(self, word: str) -> str | None:
        bearers = {person.name for person in self._by_name.values() if word in person.aliases}
        longest = max(bearers, key=len)
        return longest if all(set(each.split()) <= set(longest.split()) for each in bearers) else None

    def _mention(self, start: int, end: int) -> _Mention | None:
        name = self.person(self._text[start:end])
        if name is None or _BODIES.search(name):
            return None
        before = self._text[max(0, start - 3) : start]
        opens = not before.strip() or before.rstrip()[-1:] in '.!?”"\n:' or before.rstrip(" ").endswith("\n")
        # "In May Ana Ruiz": what opens the sentence may itself be in the run of capitals.
        return _Mention(start, name, opens, self._inside(start))

    def _inside(self, position: int) -> bool:
        number = bisect_right(self._starts, position) - 1
        return number >= 0 and position < self._quoted[number][1]

    def person(self, phrase: str) -> str | None:
        """Return the person of the document that a phrase of capitalised words names, or None."""
        name, title = split_title(re.sub(r"[’']s?$", "", phrase))
        if name in self._by_name:
            return self._by_name[name].name
        words = name.split()
        if len(words) == 1:
            return self._bearer(words[0].lower(), title)
        return None

    def _bearer(self, word: str, title: str) -> str | None:
        """Return who bears a surname or given name: "Mr Tell" is no woman of that name, a title decides between two."""
        known = self._short.get(word)
        if known or word not in self._short:
            return known
        bearers = {person.name: person for person in self._by_name.values() if word in person.aliases}
        gender = gender_of("", title)
        fitting = [each for each in bearers.values() if gender and each.gender == gender]
        if not fitting and (words := {each.lower().strip(".") for each in title.split()} - {"the"}):
            fitting = [each for each in bearers.values() if words & each.words]
        return fitting[0].name if len(fitting) == 1 else None

    def spoke(self, name: str, position: int) -> None:
        """Remember that somebody spoke at a position: who spoke is meant by "he said" before anybody else."""
        self._spoken[name] = position

    def resolve(self, subject: str, position: int) -> str | None:
        """Return the full name that a subject stands for at a position of the text, or None."""
        subject = _GENITIVE.sub("", subject.strip(" ,"))
        lowered = subject.lower()
        if pronoun := _GENDERED.get(lowered):
            return self.meant(pronoun, position)
        if lowered in PRONOUNS or not subject:
            return None
        bare = re.sub(r"\s*\([^)]*\)$", "", subject)
        if by_role := self._by_role(bare, position):
            return by_role
        last = next(reversed(list(_NAMES.finditer(bare))), None)
        if last is None or last.end() < len(bare) or self._of_another(bare, last.start()):
            return self._described(bare)
        if _BODIES.search(bare) and not self.person(last[0]):
            return bare
        words = last[0].split()
        if len(words) > 2 and (words[0].lower() in _LANDS_ELSEWHERE or _land_first(words, bare)):
            return self.resolve(" ".join(words[1:]), position)
        if known := self.person(last[0]):
            return known
        name, title = split_title(last[0])
        if not name or name.lower() in _COMMON or country(name):
            return self._described(bare)
        if _DETERMINED.match(bare) and last.start() > 0 and not title and _BODIES.search(name):
            return bare
        return _SUFFIX.sub("", name) or self._described(bare)

    def _of_another(self, phrase: str, start: int) -> bool:
        """Return whether the last name in a phrase is not its head: "a spokesman for Ana Ruiz"."""
        return (
            re.search(r"\b(?:of|for|at|in|from|with|to|on)(?: (?:the|a|an|his|her))?(?: [a-z]+)* $", phrase[:start])
            is not None
        )

    def _described(self, phrase: str) -> str | None:
        """Return somebody who is described and not named ("one former aide") in the document's own words."""
        words = phrase.split()
        if (
            not 1 <= len(words) <= 14
            or words[-1].lower() in _POINTING | PRONOUNS
            or words[0].lower() in {"there", "it"}
        ):
            return None
        if len(words) == 1:
            return phrase if phrase[0].isupper() and len(phrase) > 3 and phrase.lower() not in _COMMON else None
        return phrase

    def meant(self, pronoun: str, position: int) -> str | None:
        """Return whom "he" or "she" means at a position: who spoke last, opened the sentence before, or stands nearest.

        A person of the other gender is ruled out, one who is only named inside a quotation comes last.
        """
        gender = "female" if pronoun == "she" else "male"
        stop = bisect_right(self._positions, position - 1)
        best: tuple[float, str] | None = None
        seen: Counter[str] = Counter()
        for mention in reversed(self._mentions[max(0, stop - 40) : stop]):
            distance = position - mention.position
            if distance > REACH:
                break
            person = self._by_name[mention.name]
            if person.gender not in {gender, None} or not (mention.opens or self._may_be_person(person)):
                continue
            seen[mention.name] += 1
            score = -distance / 400 + (1.0 if mention.opens else 0.0) - (2.0 if mention.quoted else 0.0)
            score += 0.5 if person.gender == gender else 0.0
            score -= 0.0 if self._may_be_person(person) else 1.0
            if mention.name in self._spoken:
                score += max(0.0, 1.5 - (position - self._spoken[mention.name]) / 600)
            if best is None or score > best[0]:
                best = (score, mention.name)
        for name, when in self._spoken.items():
            person_of = self._by_name.get(name)
            if (
                position - when > REACH
                or (person_of and person_of.gender not in {gender, None})
                or _DETERMINED.match(name)
            ):
                continue
            if person_of is None and (gender_of(name.split()[0], "") or gender) != gender:
                continue
            if person_of is None and _BODIES.search(name):
                continue
            score = 2.0 - (position - when) / 400
            if best is None or score > best[0]:
                best = (score, name)
        return best[1] if best else None

    def _may_be_person(self, person: Person) -> bool:
        return person.gender is not None or bool(person.words) or person.name in self._spoken or person.mentions > 1

    def _by_role(self, phrase: str, position: int) -> str | None:
        """Return who holds the role that "the head of state", "the Kestrian leader" or "the senator" names."""
        if not re.match(r"(?:the|his|her)\b", phrase, re.IGNORECASE) or re.search(r"\b(?:for|former)\b", phrase):
            return None
        key = role_key(phrase)
        if key is None or _NAMES.search(phrase.split()[-1]):
            return None
        role, _, land = key.partition(" ")
        holders = {p.name for p in self.all if any(_role_fits(role, land, each) for each in p.roles)}
        if len(holders) > 1:
            stop = bisect_right(self._positions, position - 1)
            recent = next((each.name for each in reversed(self._mentions[:stop]) if each.name in holders), None)
            return recent if recent and position - self._last(recent, stop) < REACH else None
        return next(iter(holders), None)

    def _last(self, name: str, stop: int) -> int:
        return next((each.position for each in reversed(self._mentions[:stop]) if each.name == name), -REACH)


def _land_first(words: Sequence[str], phrase: str) -> bool:
    """Return whether a Cyrillic name of three words after a title begins with a land, having no patronymic."""
    titled = phrase[:1].islower() and len(words) == 3
    return bool(titled and re.match("[А-ЯІЇЄЎ]", words[0]) and not re.search("(?:вич|віч|вна|ўна)$", words[1]))


def gender_of(given: str, title: str) -> str | None:
    """Return "female" or "male" where a title or a given name that is borne by one gender almost alone tells."""
    if _FEMALE_WORDS.search(title):
        return "female"
    if _MALE_WORDS.search(title):
        return "male"
    lowered = given.lower()
    return "female" if lowered in _FEMALE else "male" if lowered in _MALE else None

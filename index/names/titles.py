"""The words of names: titles, roles, what shapes a name, what distinguishes a person from a body or a place.

A title is what stands before a name ("Foreign Minister"), a role what it makes of its bearer ("foreign-minister"),
wherever it is written. English first, with the offices of the four other languages.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from index.dates.days import MONTH_NUMBER, WEEKDAY_NUMBER
from index.names.opening_adverbs import is_opening_adverb
from index.text.countries import country
from index.text.expressions import expression
from index.text.word_lists import given_names

TITLES = frozenset(
    """president vice-president minister premier chancellor senator representative congressman congresswoman governor
    mayor secretary general envoy ambassador spokesman spokeswoman spokesperson chairman chairwoman chairperson
    chair director leader king queen prince princess pope bishop archbishop cardinal judge justice officer chief
    commander colonel captain lieutenant sergeant major admiral dr mr mrs ms miss sir lord lady professor prof
    sen rep gov gen col capt lt sgt rev reverend father sister prime deputy foreign defense defence interior
    finance transport health education state head commissioner coach manager analyst expert economist lawyer
    attorney author historian candidate speaker assemblywoman assemblyman councilman councilwoman alderman
    sheriff treasurer comptroller strategist pollster columnist correspondent moderator anchor host activist
    adviser advisor aide vice rabbi imam delegate nominee republican democrat democratic co-founder founder ceo
    editor engineer permanent presidential special executive superintendent handler meteorologist detective
    inspector constable trooper firefighter pastor doctor nurse quarterback striker principal councilmember
    president-elect ceo cfo coo cto chef rapper singer actor actress skier columnist screenwriter comedian
    congressmen prosecutor councillor councilor cllr barrister solicitor magistrate rector dean provost canon deacon
    marshal brigadier corporal commodore politician statesman stateswoman dissident campaigner lawmaker legislator
    burmistrz prezydent starosta marszałek wojewoda wójt sołtys radny radna poseł posłanka dyrektor dyrektorka prezes
    rzecznik rzeczniczka profesor doktor inżynier lekarz lekarka komendant przewodniczący przewodnicząca ksiądz biskup
    sędzia adwokat trener trenerka redaktor wiceburmistrz wiceprezydent burmistrzyni prezydentka sołtyska kierownik
    kierowniczka naczelnik nauczyciel nauczycielka kapitan pisarka poetka aktorka reżyser reżyserka zawodniczka
    bürgermeister bürgermeisterin oberbürgermeister oberbürgermeisterin ministerin präsident präsidentin kanzlerin
    landrat landrätin sprecherin feuerwehrchef pfarrer direktor direktorin herr frau gemeinderat gemeinderätin stadtrat
    stadträtin abgeordnete abgeordneter kapitän kapitänin trainerin rektorin schriftstellerin schauspielerin
    maire ministre président présidente préfet préfète monsieur madame docteur directeur directrice conseiller
    conseillère député députée capitaine sénateur sénatrice alcalde alcaldesa concejal concejala ministra
    presidenta diputado diputada
    мэр президент министр премьер губернатор глава депутат депутатка сенатор посол директор начальник председатель
    председательница секретарь представитель инженер врач доктор профессор учитель учительница судья адвокат юрист
    тренер архитектор фермер активист активистка эксперт экономист историк писатель режиссёр полковник генерал майор
    капитан мер міністр прем'єр голова депутатка інженер лікар лікарка вчитель вчителька суддя тренерка
    мэрка міністар інжынер доктарка настаўнік настаўніца суддзя""".split()
)
SURNAMES_TOO = frozenset(
    """king queen prince pope bishop cardinal judge justice dean major marshal sergeant constable captain father sister
    chancellor speaker head chief pastor nurse doctor coach singer canon provost deacon lord page knight abbot priest
    duke earl baron alderman handler trooper sen""".split()
)
"""Titles that people bear as surnames: "Angus King"."""
BEHIND = frozenset(
    """qc kc sc mp mep msp ms mla td obe cbe mbe kbe dbe phd md esq esquire jr sr ii iii iv cpa rn dds dvm llb ba ma
    frs""".split()
)
"""What stands behind a name and is none of its words, in small letters without full stops: "Noel Abara QC"."""
CAPTIONS = frozenset(
    """courtesy photo watch see read more video listen image images credit follow via ad feedback watched getty
    source""".split()
)
"""What a line set beside a text begins with: "Read Ana Ruiz on the harbour"."""
_JOINING = frozenset({"the", "of", "to", "for", "and"})
_TITLE_PARTS = TITLES | _JOINING
_ROLE_CLASSES = {
    "head-of-state": ("president", "head of state", "leader", "king", "queen", "monarch", "emperor"),
    "head-of-government": ("prime minister", "premier", "head of government"),
    "chancellor": ("chancellor",),
    "foreign-minister": ("foreign minister", "top diplomat", "secretary of state"),
    "defence-minister": ("defense minister", "defence minister", "defense secretary", "defence secretary"),
    "minister": ("minister",),
    "envoy": ("envoy", "special envoy"),
    "ambassador": ("ambassador", "permanent representative"),
    "mayor": ("mayor",),
    "governor": ("governor",),
    "spokesperson": ("spokesman", "spokeswoman", "spokesperson"),
}
_ROLE_NOUNS = {key: expression(rf"\b(?:{'|'.join(nouns)})\b") for key, nouns in _ROLE_CLASSES.items()}
_ANY_ROLE = expression("|".join(noun for nouns in _ROLE_CLASSES.values() for noun in nouns))
POINTING = frozenset({"other", "others", "one", "ones", "same", "latter", "former", "rest", "first", "second", "two"})
OPENERS = frozenset(
    """when but how and if as in on at while although because after before since so yet or nor then now here there what
    why who once even still though for from with also meanwhile another other both either neither that this these those
    by to""".split()
)
COMMON = frozenset(
    """the a an in on at it he she they we i this that but and united nations states first lady house white party union
    court council committee university street city county national international new north south east west january
    february march april may june july august september october november december monday tuesday wednesday thursday
    friday saturday sunday times post news press agency department ministry bank company group organization
    institute school college uhr heute morgen""".split()
) | (frozenset({*MONTH_NUMBER, *WEEKDAY_NUMBER}) - frozenset("juli juni mai maja maj mars marca lipiec".split()))


def name_aliases(name: str) -> set[str]:
    """Return the lower-case forms under which a full name is asked for: itself, its last and its first word.

    The "Jr." behind a name is none of its words.
    """
    words = SUFFIX.sub("", name).split()
    return {name.lower(), words[-1].lower(), words[0].lower()}


@lru_cache(maxsize=10_000)
def role_key(phrase: str) -> str | None:
    """Return the role that a phrase names ("the Belarusian leader" -> "head-of-state Belarus"), or None.

    A deputy's is a role of its own ("the vice president" -> "deputy-head-of-state"), and so is that of an elect.
    """
    lowered = _head_of(" ".join(phrase.lower().replace("’", "'").split()))
    for role in _ROLE_CLASSES if _ANY_ROLE.search(lowered) else ():
        if found := _ROLE_NOUNS[role].search(lowered):
            key = f"{_of_whom(lowered[: found.start()], lowered[found.end() :])}{role}"
            lands = [land for word in re.findall(r"[\w.]+", phrase) if (land := country(word) or _demonym(word))]
            return f"{key} {lands[0]}" if lands else key
    return None


def _head_of(phrase: str) -> str:
    """Return a phrase in small letters without whose it is: "the mayor's aide", "the aide of the mayor" is no mayor."""
    front = _OF_ANOTHER.split(phrase, maxsplit=1)[0]
    return _OWNER.sub("", front if _ANY_ROLE.search(front) or not _ANY_ROLE.search(phrase) else "")


_OWNER = expression(r"^.*(?:'s|s') ")
_OF_ANOTHER = expression(r" (?:of|for|to) (?:the|his|her|a|an) ")


def _of_whom(before: str, behind: str) -> str:
    """Return what makes another role of one by the words around its noun: "deputy-" for "vice ", nothing mostly."""
    if behind.startswith("-elect"):
        return "elect-"
    return "deputy-" if _DEPUTY.search(before) else "shadow-" if _SHADOW.search(before) else ""


_DEPUTY = expression(r"\b(?:vice|deputy|assistant)[ -](?:[a-z]+ )?$")
_SHADOW = expression(r"\bshadow (?:[a-z]+ )?$")


def _demonym(word: str) -> str | None:
    """Return what stands for a land that no table knows: "Kestrian" and "Kestria" begin alike."""
    if not re.fullmatch(r"[A-Z]\w{3,}(?:an|ese|ish|ic|i)", word) or word.lower() in TITLES:
        return None
    return word.lower()[:5]


_OF_A_BODY = ("-based", "-owned", "-led", "-born", "-backed", "-run")
"""How a word ends that tells where a person or body belongs: "the Vesk-based Harbour Fund"."""


@lru_cache(maxsize=50_000)
def split_title(phrase: str) -> tuple[str, str]:
    """Return (name, title): all words up to the last title word, nationality or possessive are the title."""
    words = phrase.replace("  ", " ").split()
    while words and (words[0].lower() in OPENERS or len(words) > 1 and is_opening_adverb(words[0].lower())):
        words = words[1:]
    cut = 0
    for position in range(len(words)):
        if _is_of_title(words, position):
            cut = cut if _is_surname(words, position) else position + 1
    if cut and words[cut - 1].lower() in FIELDS and not _tells_an_office(words, cut):
        # "Vesk Health Norr"
        cut = 0
    return " ".join(words[cut:]), " ".join(words[:cut])


def _tells_an_office(words: Sequence[str], cut: int) -> bool:
    """Return whether one of the words before a name is more than a field or joined to one."""
    lowered = [word.lower() for word in words]
    return any(lowered[at] not in FIELDS | _JOINING and _is_of_title(words, at) for at in range(cut))


FIELDS = frozenset("state prime foreign defense defence interior finance transport health education special".split())
"""Words of offices that alone are none."""


def _is_of_title(words: Sequence[str], position: int) -> bool:
    """Return whether a word before a name is of its title: an office, a land, a possessive, or joined to one."""
    word = words[position]
    bare = word.lower().rstrip(".").removesuffix("’s").removesuffix("'s")
    if bare in _TITLE_PARTS or word.endswith(("’", "’s", "'s")) or bare.endswith(_OF_A_BODY):
        return True
    if position < len(words) - 1:
        joined = position and words[position - 1].lower() in {"the", "united"}
        plural = bare.endswith("s") and bare[:-1] in TITLES
        if joined or plural:
            return True
    return bool(country(bare)) and not _is_given_name(words, position)


def _is_given_name(words: Sequence[str], position: int) -> bool:
    """Return whether a land or nation's name is somebody's given name: "Finn Orr", "Mr Finn Lee"."""
    if position != len(words) - 2 or words[position].lower() not in given_names():
        return False
    before = words[position - 1].lower().rstrip(".") if position else ""
    after = words[-1].lower().rstrip(".")
    return (not before or before in TITLES) and words[-1][:1].isupper() and after not in _TITLE_PARTS


def _is_surname(words: Sequence[str], at: int) -> bool:
    """Return whether a title word that ends a phrase is a surname by what stands before it: "Sen. Angus King".

    "Jr." may stand behind it.
    """
    suffixed = at == len(words) - 2 and SUFFIX.fullmatch(f" {words[-1]}") is not None
    if (
        at != len(words) - 1
        and not suffixed
        or not at
        or not words[at][:1].isupper()
        or words[at].lower() not in SURNAMES_TOO
    ):
        return False
    given = words[at - 1]
    if not given[:1].isupper() or is_title_word(given) or given.lower() in COMMON or country(given) or given in STATES:
        return False
    return suffixed or given.lower() in given_names() or at > 1 and is_title_word(words[at - 2])


def name_words(name: str) -> list[str]:
    """Return the words of a name without the titles before it and the letters behind it; never nothing.

    "Cllr Ida Roth" and "Ida Roth QC" are Ida Roth; "Dean Marr" stays, for Dean is a given name too.
    """
    words = [word for word in name.replace(",", " ").split() if word.strip(".")]
    while len(words) > 1 and words[-1].replace(".", "").lower() in BEHIND and not words[-1].islower():
        words.pop()
    while len(words) > 1 and is_title_word(words[0]) and not (len(words) == 2 and _is_given(words[0])):
        words.pop(0)
    return words or name.split()


def _is_given(word: str) -> bool:
    return not word.endswith(".") and word.lower() in given_names()


def is_title_word(word: str) -> bool:
    """Return whether a word before a name is a title or office: "Mayor", "Prof."."""
    return word.lower().rstrip(".") in TITLES


def role_fits(role: str, land: str, known: str) -> bool:
    known_role, _, known_land = known.partition(" ")
    return role == known_role and (not land or land == known_land)


def is_common(name: str) -> bool:
    return any(word.lower() in COMMON for word in name.split())


# A range of small letters ends where the alphabet does: "ó" of "wójt" begins no name.
_SMALL = "a-zа-яё" + "".join(
    map(chr, filter(lambda code: chr(code).islower(), (*range(0xDF, 0x250), *range(0x450, 0x500))))
)
_NAME_WORD = (
    r"(?:(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Lt|Col|Capt|Sgt|Prof|Rev|Hon|Adm|Maj|Messrs|St|Jr|Sr)\."
    rf"|(?:[^\W\d_{_SMALL}]\.){{1,4}}|[^\W\d_{_SMALL}][\w’'-]*[\w’]|[^\W\d_{_SMALL}])"
)
_PARTICLE = "(?:van|von|der|de|da|di|del|della|dos|bin|al|el|la|le|of|for|the|to|and|&)"
_NUMBERED = (
    r"(?:\d{1,3}(?:st|nd|rd|th)[ ]+(?=(?:[A-Z][\w’-]*[ ]+){0,3}(?:Circuit|District|Division|Region|Precinct|Ward|Army|"
    r"Fleet|Brigade|Regiment|Battalion|Corps|Wing|Squadron|Congress|Parliament|Legislature)\b))?"
)
"""The number of a body that has no other name: "the 11th Judicial Circuit"."""
NAME = rf"(?<!\w)(?>{_NUMBERED}{_NAME_WORD}(?:[ ]+(?:{_PARTICLE}[ ]+){{0,2}}{_NAME_WORD}){{0,9}})"
NAMES = expression(NAME)
GENITIVE = expression(r"(?<=s)[’']$")
"""The genitive of a name in s: what remains of "Weiss’ remarks that …"."""
SUFFIX = expression(r",? (?:Jr|Sr|II|III|IV)\.?$")
STATES = frozenset(
    """Alabama Alaska Arizona Arkansas California Colorado Connecticut Delaware Florida Hawaii Idaho Illinois Indiana
    Iowa Kansas Kentucky Louisiana Maine Maryland Massachusetts Michigan Minnesota Mississippi Missouri Montana
    Nebraska Nevada New_Hampshire New_Jersey New_Mexico New_York North_Carolina North_Dakota Ohio Oklahoma
    Oregon Pennsylvania Rhode_Island South_Carolina South_Dakota Tennessee Texas Utah Vermont West_Virginia
    Wisconsin Wyoming""".split()
)
"""States that are named in the news as often as lands, and say as little."""
NUMERAL = expression(r",? (?:II|III|IV)$")
LATER = expression(
    r"(?: (?:later|earlier|also|then|again|on|since|once|still|just|recently|today|yesterday|tonight|himself|herself|"
    r"themselves|itself|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|this|last|week|month|year|morning|"
    r"afternoon|evening|night|of|for|at|with|from|to|in|who|and|familiar|close|briefed))+$"
)
"""What of a subject's end belongs to its verb: "Ana Ruiz later Thursday told …"."""
THINGS = expression(r"\b(?:Show|Law|Plan|Deal|Debate|Book|Amendment|Prize|Award|Awards|Festival|Cup|League)$")
SITES = expression(r"\b(?:Prison|Jail|Creek|Airport|Stadium|Arena|Mountains|Springs|Boulevard|Avenue|Highway|Zoo)$")
STREETS = expression(
    r" (?:Lane|Road|Street|Square|Terrace|Crescent|Alley|Row|Quay|Wharf|Drive|Bridge|Park|Hill|Court|Close|Gate|Yard)$"
)
"""How streets and squares are called, which are surnames too behind a given name: "Mole Lane", "Ana Hill"."""
EVIDENT = expression(
    r",? who\b|[’']s (?:wife|husband|mother|father|son|daughter|sister|brother|widow|lawyer)\b|,? \(?(?:aged )?\d\d[,)]"
    r"|, (?P<told>(?:(?:an?|the|his|her|my|whose|then) )?(?:[\w’'-]{1,30} ){0,5}?[a-z][\w-]{1,30})"
    r"(?=[,.;:]| (?:of|for|at|in|with|from|to|who|and|on)\b)"
)
"""What behind a name tells that it is somebody's: "who", an age, kin, what they are ("told", to be read as a person).

That it "said" something tells nothing: papers, clubs and offices say things too.
"""
INSTITUTION = expression(
    r"\b(?:Society|Association|Institute|Department|Office|Ministry|Agency|Union|Council|Court|University|Foundation|"
    r"Commission|Committee|Bureau|Center|Centre|Federation|League|Group|College|School|Bank|Board|Administration|"
    r"Authority|Service|Services|Network|Organization|Organisation|Observatory|Coalition|Alliance|Academy|Hospital|"
    r"Church|Chamber|Conference|Centers|Institutes|Analytics|Airport|Records|Party|Police|Company|Corporation|Times|Post|Journal|Tribune|Gazette|Herald)\b"
)
PLACED = expression(r",? (?:of|at|from|with|for|in) ")
OF_A_PLACE = expression(r" (?:of|for|at|from|in|with)(?: the)? ")
DETERMINED = expression(
    r"(?:the|an?|one|another|his|her|its|their|some|many|several|other|my|our|this|that|these|those|both|two|three|most)\b",
    re.IGNORECASE,
)
_FEMALE_WORDS = expression(
    r"\b(?:mrs|ms|miss|queen|princess|lady|\w+woman|sister|mother|wife|daughter|actress)\b", re.IGNORECASE
)
_MALE_WORDS = expression(
    r"\b(?:mr|king|prince|sir|lord|\w+sman|chairman|father|brother|husband|son|pope)\b", re.IGNORECASE
)
# A collective, a paper or a body that one can quote but never means by "he".
BODIES = expression(
    r"\b(?:party|committee|times|post|news|journal|house|group|department|ministry|agency|union|council|court|university"
    r"|institute|association|foundation|company|inc|corp|street|city|county|state|states|nations|campaign|poll|press"
    r"|magazine|congress|senate|parliament|army|police|bank|center|centre|office|bureau|commission|organization|network"
    r"|league|federation|society|club|fc|college|school|hotel|tower|avenue|river|bay|island|act|bill|day|war|way|church"
    r"|airways|airlines|air lines|railways?|railroad|rail|motors|foods|electric|electronics|industries|holdings|systems"
    r"|technologies|insurance|assurance|energy|telecom|telecommunications|pharmaceuticals|software|partners|inn|gas"
    r"|express|enterprises|laboratories|labs|utilities|breweries|steel|oil|tobacco|petroleum|aerospace|logistics"
    r"|initiative|alliance|coalition|forum|fund|trust|guild|project|consortium|taskforce|task force)$",
    re.IGNORECASE,
)
GENDERED = {
    **dict.fromkeys(("he", "он", "він", "ён"), "male"),
    **dict.fromkeys(("she", "она", "вона", "яна", "ona"), "female"),
}
PRONOUNS = frozenset({*GENDERED, *"they we i it you they're они вони яны".split()})
OWNED = expression(r"\b(?:(?P<male>he|his|him|himself)|(?P<female>she|her|hers|herself))\b")
NEARBY = 90
"""So many characters after a name, in its sentence, "his" or "her" tells its bearer's gender where no other name is."""
SMALL_WORD = expression(r"\b[^\W\d_A-ZА-ЯЁІЇЄҐЎ][^\W\d_]+\b")
# Lands in the case that follows a title ("президент России …"), which no name begins with.
PARTICLES = frozenset("van von der de da di del della dos bin al el la le of for the to and at in on".split())
NAMED_BODIES = frozenset("Congress Parliament Kremlin Pentagon Vatican Hezbollah Hamas Taliban NATO".split())
# Whom Russian, Ukrainian, Belarusian and Polish describe by office.
SLAVIC = expression(
    r"(?i)\b(?:президент|прэзідэнт|министр|міністр|премьер|прем.єр|прэм.ер|глава|лидер|лідер|секретар|сакратар|посол|пасол"
    r"|представител|представни|прадстаўні|депутат|дэпутат|директор|дырэктар|начальник|журналист|журналіст|эксперт|експерт"
    r"|prezydent|minister|premier|rzeczni|ambasador|przedstawiciel|poseł|dyrektor|ekspert|dziennikar|przewodnicząc)"
)
LANDS_ELSEWHERE = frozenset(
    """россии беларуси украины польши сша росії білорусі україни польщі расіі украіны польшчы rosji białorusi ukrainy
    polski usa""".split()
)
REACH = 1_500
"""How far back a role may look for its holder, in characters: three to four paragraphs of news."""


@lru_cache(maxsize=10_000)
def of_a_body(title: str) -> bool:
    """Return whether a title tells of an office of a body: "World Bank President" is not "the president"."""
    words = [word.lower().strip(".") for word in title.split()]
    return any(word not in _TITLE_PARTS and not country(word) and not _demonym(word.title()) for word in words)


def given_and_surname(name: str) -> bool:
    words = split_title(name)[0].split()
    return 2 <= len(words) <= 4 and words[0].lower() in given_names()


def land_first(words: Sequence[str], phrase: str) -> bool:
    """Return whether a Cyrillic name of three words after a title begins with a land, having no patronymic."""
    titled = phrase[:1].islower() and len(words) == 3
    return bool(titled and re.match("[А-ЯІЇЄЎ]", words[0]) and not re.search("(?:вич|віч|вна|ўна)$", words[1]))


@lru_cache(maxsize=10_000)
def gender_of(given: str, title: str) -> str | None:
    """Return "female" or "male" where a title or a given name of almost one gender alone shows it."""
    if _FEMALE_WORDS.search(title):
        return "female"
    if _MALE_WORDS.search(title):
        return "male"
    return given_names().get(given.lower())


_LOWER = frozenset(
    "of the for and de da do di del della dos das du des van von der den ten ter la le el al y e et".split()
)


def name_case(name: str) -> str:
    """Return a name in capitals as names are written: "LUIS DE LA VEGA" -> "Luis de la Vega"."""
    if not name.isupper():
        return name
    words = [word.lower() if at and word.lower() in _LOWER else word.title() for at, word in enumerate(name.split())]
    return re.sub(r"(?<=\bMc)([a-z])", lambda match: match[1].upper(), " ".join(words).replace("’S", "’s"))

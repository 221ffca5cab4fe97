"""Classes of English words: the closed ones of grammar, and the verbs and nouns that their neighbours distinguish."""

from __future__ import annotations

from index.cues import tags
from index.cues.verbs import VERBS
from index.text.word_lists import given_names

# "on" is Polish for "he" only where Polish stands around it, so it is left to be a preposition.
_PRONOUNS = frozenset(
    "he she they we i it you everyone everybody someone somebody nobody он она они він вона вони ён яна яны ona".split()
)

_OBJECTS = frozenset("him them me us himself herself themselves itself".split())

_DETERMINERS = frozenset(
    """the a an this these those his her its their my our your some many several most all both each every another other
    one no any few two three four five six seven eight nine ten dozens hundreds thousands half more""".split()
)

_PREPOSITIONS = frozenset(
    """of in on at by for with from about against during between among over under through into onto upon without within
    across behind near amid around toward towards via per like unlike including regarding concerning outside inside
    above below beyond despite throughout along alongside beside besides after before since until""".split()
)

_SUBORDINATORS = frozenset(
    """that because if whether while when whenever as although though unless where why how what than lest once whereas
    until till что чтобы що щоб што каб że żeby iż""".split()
)

_AUXILIARIES = frozenset(
    """is was are were be been being am has have had having do does did will would can could may might must shall
    should isn't wasn't aren't weren't hasn't haven't hadn't don't doesn't didn't won't wouldn't can't cannot couldn't
    shouldn't 's 've 'd 'll 're ain't""".split()
)

BE = frozenset("is was are were be been being am isn't wasn't aren't weren't gets got get".split())

_ADVERBS = frozenset(
    """also then still even again just later further instead not never always often already soon now here there today
    yesterday tomorrow tonight too only quite rather perhaps maybe however meanwhile indeed once ever almost first next
    twice earlier long recently nevertheless nonetheless moreover furthermore therefore thus both either so yet n't
    ahead aloud together back elsewhere though sometimes""".split()
)

TIMES = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december week month year day night evening morning afternoon weekend week's""".split()
)

PART_OF_A_DAY = frozenset({"late", "early"})

NOT_ADVERBS = frozenset(
    "family ally rally reply july italy assembly monopoly supply early daily fly apply comply".split()
)

SURNAMES_IN_LY = frozenset(
    "kelly reilly o'reilly o’reilly connolly donnelly daly healy scully kennelly farrelly tully skelly".split()
)
"""Names that open a sentence as adverbs do, and are in no list of given names."""

OTHER_VERBS = frozenset(
    """hear heard hears
    made took got went came gave ran won lost met held kept left led sat stood put let set grew drew threw flew built
    sent spent bought brought caught taught fought became began broke chose drove ate fell hit hurt laid lay paid rose
    sold shook shot slept swore swept tore wore rode rang dug fed fled shone stole stuck struck swung bent crept dealt
    drank froze forgave hung knelt lent sank slid spun sprang swam woke wept sped blew clung overtook undertook
    underwent withdrew withstood overcame misled rebuilt died
    makes takes goes comes gives runs wins meets holds keeps leaves leads
    seems appears remains becomes includes works helps uses looks moves turns starts gets plays lives has""".split()
)

# "a state of emergency", "the claim", "phone calls": these are verbs only where nothing speaks against it.
NOUNS_TOO = frozenset(
    """state states note notes point points call calls claim claims comment comments answer answers remark remarks reply
    replies request requests joke jokes ask report reports stress promise promises question questions plan plans hope
    hopes fear fears worry worries doubt doubts view views praise attack attacks support demand demands offer offers
    challenge order orders press rate rank name names list lists record records document documents project
    forecast estimate estimates signal need needs love like mean value judge credit blame trust care desire back
    brand label address present figure face reason reasons lecture pledge pledges vow vows charge charges counsel tease
    read cry laugh sigh
    protest protests object boast post posts tweet tweets quip slam approach intent pitch push voice notice regret
    respect result aim attempt dispute debate contest threat warning detail details outline highlight guess look open
    taunt venture ventures
    roar scream wail bark howl jeer jeers cheer cheers blast trash pan brief rule wish wishes favor favour
    experience study mock rules bellow bellows recall recalls advocate advocates critic say think""".split()
)

GIVEN_TOO = frozenset("will may per drew rose".split())
"""Words of grammar, in small letters, that are given names as well: Will Tarr, Per Holm."""

MARKS = {
    ",": ",", ";": ";", ":": ":", "—": "-", "–": "-", "-": "-", "―": "-", "(": "(", ")": ")", "[": "(", "]": ")",
    ".": ".", "!": ".", "?": ".", "…": "x", "...": "x",
}  # fmt: skip

CLOSED: dict[str, str] = {
    **dict.fromkeys(OTHER_VERBS, tags.OTHER_VERB),
    **dict.fromkeys(_ADVERBS, tags.ADVERB),
    **dict.fromkeys(_AUXILIARIES, tags.AUXILIARY),
    **dict.fromkeys(_SUBORDINATORS, tags.SUBORDINATOR),
    **dict.fromkeys(_PREPOSITIONS, tags.PREPOSITION),
    **dict.fromkeys(_DETERMINERS, tags.DETERMINER),
    **dict.fromkeys(_OBJECTS, tags.OBJECT),
    **dict.fromkeys(_PRONOUNS, tags.PRONOUN),
    **dict.fromkeys(("and", "or", "but", "&"), tags.CONJUNCTION),
    **dict.fromkeys(("who", "which", "whom", "whose"), tags.RELATIVE),
    "to": tags.TO,
}

CLAUSE_OPENERS = frozenset("after before since until".split())


def is_small_given_name(word: str) -> bool:
    """Return whether a word in small letters can be a given name: "will", but not "so", "in" or "said"."""
    grammar = word in CLOSED or word in VERBS
    return word in given_names() and (not grammar or word in GIVEN_TOO)

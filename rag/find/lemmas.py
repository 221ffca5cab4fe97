"""Words of one family that stemming does not bring together: irregular verbs, nouns with their verbs, synonyms of news.

A family counts as one word of a question: "Who led …?" is answered by "… is the leader of …". Some words stand for
another only where that is asked for: forces are troops, and what forces somebody is none.
"""

from __future__ import annotations

from collections.abc import Iterator

from index.text.stems import stem

_FAMILIES = """
arise arose arisen, bear bore borne, beat beaten, become became, begin began begun, bite bit bitten, break broke
broken, bring brought, build built, burn burnt, buy bought, catch caught, choose chose chosen, deal dealt, draw drew
drawn, dream dreamt, drink drank drunk, drive drove driven, eat ate eaten, fall fell fallen, feed fed, feel felt,
fight fought, find found, flee fled, fly flew flown, forbid forbade forbidden, forget forgot forgotten, forgive
forgave forgiven, freeze froze frozen, get got gotten, give gave given, go went gone, grow grew grown, hang hung, hide
hid hidden, hold held, keep kept, know knew known, lay laid, lead led leader head, leave left, lend lent, lose lost,
make made, meet met, pay paid, ride rode ridden, ring rang rung, rise rose risen, run ran, see saw seen, seek sought,
sell sold, send sent, shake shook shaken, shoot shot, sing sang sung, sink sank sunk, sit sat, sleep slept, speak
spoke spoken, spend spent, spring sprang sprung, stand stood, steal stole stolen, strike struck, swear swore sworn,
sweep swept, swim swam swum, take took taken, teach taught, tear tore torn, throw threw thrown, understand understood,
wake woke woken, wear wore worn, win won, write wrote written, raise raised, noise noises, arise arises
"""
_PLURALS = """
sportsman sportsmen, sportswoman sportswomen, fisherman fishermen, policeman policemen, fireman firemen, businessman
businessmen, workman workmen, foot feet, tooth teeth, thief thieves, wife wives, bus buses, gas gases, child children,
crisis crises, knife knives, wolf wolves, shelf shelves, loaf loaves, calf calves
"""
_NEWS = """
ally alliance allied, die dead death, swap exchange, uav drone, jab vaccine vaccination immunization, sack dismiss,
resign resignation quit, choose choice, sell sale, lose loss, grow growth, marry marriage wed wedding, birth born,
invade invasion, decide decision, defend defense, explode explosion blast, destroy destruction, reduce reduction,
expand expansion, propose proposal, refuse refusal, approve approval, injure injury wound, lawyer
attorney, film movie, car automobile, doctor physician, succeed success successor, prison jail, inmate prisoner,
cannabis marijuana, firearm gun, tariff levy, toll casualty, forestation afforestation reforestation, extend extension,
accuse accusation, admit admission, apologize apology, pardon clemency, divide division, permit permission, persuade
persuasion, conclude conclusion, omit omission, suspend suspension, intervene intervention, migrant immigrant, deceive
deception, compete competition, receive receipt, describe description, subscribe subscription, analyze analysis,
withdraw withdrew withdrawn withdrawal, freedom liberty, earthquake quake, reply response, warn warning
"""
"""Derivations that the stemmer leaves apart, and synonyms of reports that mean the same in nearly every sentence; by
hand, as a thesaurus lists the rare senses beside the common ones."""
_STANDS_FOR = """
troop: force soldier serviceman military, soldier: troop serviceman force, warn: inform alert notify, raise: increase
hike, increase: rise raise, cut: reduce lower slash decrease, hurt: injure wound, kill: die dead death murder slay,
die: kill, death: kill die, tree: forestation afforestation reforestation, allow: permit let, permit: allow, blame:
fault guilty, guilty: blame fault, oust: sack dismiss remove, dismiss: fire oust, sack: fire oust, veto: block, block:
veto, father: son daughter, mother: son daughter, son: father mother, daughter: father mother, husband: wife, wife:
husband, teenager: teen, resign: quit, gop: republican, covid: coronavirus, coronavirus: covid, eu: european, european:
eu, union: eu, un: nation, nation: un, premier: minister,
sportsman: athlete, sportspeople: athlete, sportsperson: athlete, shipyard: yard dockyard, price: fare cost, ticket:
fare, cost: price worth, boss: chief employer, thief: theft, quit: notice, bring: take carry, exclude: rule, money:
fund, brag: boast, kid: child, wealthy: rich affluent, rich: wealthy affluent, wreck: destroy damage ruin, ruin: destroy
damage, scrap: cancel abolish, lock: jail prison, singer: choir chorister, rumor: fake hearsay, cheap: affordable,
affordable: cheap, fan: supporter attendee, cop: police, cash: money, jobless: unemployed, flat: apartment, shop: store,
row: dispute, ban: prohibit bar forbid, prohibit: ban, axe: cancel abolish, probe: investigate, investigate: probe,
contract: deal, slam: criticize condemn, spy: espionage, weapon: arm, holiday: vacation, vacation: holiday, lorry:
truck, petrol: gasoline, bankrupt: insolvent, foe: enemy, scare: fear frighten, fear: afraid, afraid: fear, worry:
concern fear, brave: courage, courage: brave, hunger: hungry starve famine, starve: hunger, fisherman: angler fisher,
promise: pledge vow, pledge: promise vow, ask: encourage urge request appeal, urge: encourage appeal, sportswoman:
athlete
"""
"""Words with those that may stand for them in an answer, where the way back is not asked for."""


def _families(listed: str) -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for family in listed.split(","):
        stems = frozenset(map(stem, family.split()))
        for each in stems:
            found[each] = found.get(each, frozenset()) | stems
    return found


_SAME = _families(f"{_FAMILIES},{_PLURALS},{_NEWS}")
_NUMBERS = _families(_PLURALS)


def _substitutes() -> Iterator[tuple[str, frozenset[str]]]:
    for entry in _STANDS_FOR.split(","):
        asked, others = entry.split(":")
        yield stem(asked.strip()), frozenset(other for each in others.split() for other in same_family(stem(each)))


def same_family(word: str) -> frozenset[str]:
    """Return the stems of a stem's family, at least the stem itself."""
    return _SAME.get(word, frozenset({word}))


def of_either_number(word: str) -> frozenset[str]:
    """Return the stems of a stem's singular and plural, at least the stem itself."""
    return _NUMBERS.get(word, frozenset({word}))


_INSTEAD = dict(_substitutes())


def standing_for(word: str) -> frozenset[str]:
    """Return the stems that mean what an asked stem means, or may stand for it, at least the stem itself."""
    family = same_family(word)
    return family.union(*(_INSTEAD.get(each, frozenset()) for each in family))

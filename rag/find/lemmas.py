"""Words of one family that stemming does not bring together: irregular verbs, and a few nouns with their verbs.

A family counts as one word of a question: "Who led …?" is answered by "… is the leader of …".
"""

from __future__ import annotations

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
wake woke woken, wear wore worn, win won, write wrote written
"""
_SAME = {stem(each): frozenset(map(stem, family.split())) for family in _FAMILIES.split(",") for each in family.split()}


def same_family(word: str) -> frozenset[str]:
    """Return the stems of a stem's family, at least the stem itself."""
    return _SAME.get(word, frozenset({word}))

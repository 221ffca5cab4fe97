"""Words of opposite senses: a sentence that has the one does not answer a question for the other.

Common words of English prose, by hand; WordNet's antonyms hold few of them as they are asked (north and south, import
and export) and many that no question turns on. Two names of one relation are none: whose sister Ana is, is her brother.
"""

from __future__ import annotations

from collections.abc import Iterable

from index.text.stems import stem

_PAIRS = """
accept refuse, accept reject, acid base, active passive, add remove, add subtract, admit deny, advance retreat, after
before, agree disagree, all none, allow forbid, allow prohibit, always never, ancient modern, arrive depart, arrive
leave, ascend descend, attack defend, attract repel, begin end, best worst, better worse, big little, bigger smaller,
biggest smallest, birth death, born died, boy girl, build destroy, catholic protestant, cause prevent, central local,
common rare, complete incomplete, complex simple, confirm deny, conservative liberal, create destroy, daughter son, day
night, dead alive, decrease increase, defeat victory, defense offense, defensive offensive, democrat republican,
difficult easy, difference similarity, different same, different similar, direct indirect, discourage encourage,
dislike like, dismiss employ, divide multiply, domestic foreign, down up, drop rise, dry wet, earlier later, earliest
latest, early late, eastern western, east west, easy hard, efficient inefficient, enemy friend, ally enemy, enter exit,
enter leave, equal unequal, even odd, everyone nobody, exclude include, expand shrink, export import, external
internal, fail succeed, failure success, fall rise, false true, famous unknown, farthest nearest, fast slow, faster
slower, father mother, federal state, female male, few many, fewer more, fire hire, first last, forget remember, formal
informal, gain lose, good bad, guilty innocent, hate love, heavy light, hide reveal, hide show, high low, higher lower,
highest lowest, hot cold, illegal legal, inner outer, inside outside, international national, join leave, junior
senior, king queen, large small, larger smaller, largest smallest, least most, left right, less more, life death,
liquid solid, long short, longer shorter, longest shortest, lose win, lost won, lower raise, lower upper, major minor,
majority minority, mandatory optional, man woman, men women, maximum minimum, negative positive, northern southern,
north south, oldest youngest, older younger, old young, old new, open close, oppose support, peace war, permanent
temporary, permit prohibit, poor rich, popular unpopular, possible impossible, primary secondary, private public,
regular irregular, rural urban, safe dangerous, start stop, start end, strong weak, stronger weaker, strongest weakest,
summer winter, top bottom, under over, usual unusual, visible invisible, voluntary compulsory
"""


def _opposites() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for pair in _PAIRS.split(","):
        one, other = map(stem, pair.split())
        found.setdefault(one, set()).add(other)
        found.setdefault(other, set()).add(one)
    return {each: frozenset(others) for each, others in found.items()}


OPPOSITES = _opposites()
"""Each stemmed word's opposites."""


def opposed(asked: Iterable[str], found: frozenset[str]) -> frozenset[str]:
    """Return the asked stems that are not found but an opposite of them is, unless that is asked for as well."""
    asked = frozenset(asked)
    return frozenset(each for each in asked - found if OPPOSITES.get(each, frozenset()) & (found - asked))

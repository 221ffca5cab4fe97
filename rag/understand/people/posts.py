"""A post ("the president of Belarus") or a land ("Berlin") -> who holds it or speaks for it, as the documents say.

A post stands in the title of its holder's speech ("Address by the President of Ukraine", "Statement of Germany … —
Mr. X, Minister for Foreign Affairs") or beside a name in a text ("The Belarusian president, Ivan Korsak,").
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from index.names.names import is_name, name_key, same_person
from index.names.titles import name_words, role_key, split_title
from index.records import Passage, owner_of
from index.storage.catalog import Catalog
from index.text.countries import country, names_of, unified
from index.text.expressions import expression

SPEAK_FOR_A_LAND = ("head-of-state", "head-of-government", "foreign-minister", "spokesperson", "ambassador", "envoy")
_OF_LANDS = frozenset({*SPEAK_FOR_A_LAND, "chancellor", "defence-minister", "minister"})
"""Posts of a land: of a town, as a mayor's, its name stays as it is ("the mayor of Buenos Aires")."""
MOST_PASSAGES = 60
"""So many passages that have the words of a post are read for whose it is."""
MOST_LISTS = 4
"""So many lists of speakers are kept by surname: all of a store, and what a question was narrowed to."""
_LEADER = expression(r"\bleaders?\b", re.IGNORECASE)
_NOUNS = {
    "head-of-state": ("president", "leader"),
    "head-of-government": ("prime minister", "premier"),
    "chancellor": ("chancellor",),
    "foreign-minister": ("foreign minister", "secretary of state"),
    "defence-minister": ("defence minister", "defense minister", "defense secretary"),
    "ambassador": ("ambassador", "high commissioner"),
}
_NAME = (
    r"(?:(?:H\.?E\.?|His Excellency|Her Excellency) )?(?:(?:Mr|Mrs|Ms|Dr)\.? )?"
    r"(?P<name>[A-Z][\w’'-]+(?: [A-Z][\w’'.-]*){1,4})"
)
_TO_WHOM = r"(?: (?:to|in) (?:the )?(?:United Nations|U\.N\.|UN|[A-Z][\w-]+))?"
"""Behind an envoy's post, in words of which each land is one: "to SriLanka"."""
_OPENS = (
    r"(?:^|\b(?i:speech|address|statement|remarks|message|lecture|interview|words)"
    r"(?: given| delivered)? (?:by|of|from) )"
    r"(?:[Tt]he )?"
)
_FORMAL = r"(?:[A-Z][\w’'-]+ ){0,3}?(?:Republic|Kingdom|Federation|Commonwealth|Principality|Sultanate) of (?:the )?"
_PLACE = rf"(?:the )?(?:{_FORMAL})?(?P<land>[A-Z][\w-]*(?: [A-Z][\w-]*)?)"
_POST = (
    r"(?P<post>(?:[A-Z][\w-]* ){0,2}?(?:President|Prime Minister|Chancellor|Premier|"
    r"Minister(?: for| of) [A-Z]\w+(?: [A-Z]\w+)?|Foreign Minister|Secretary of State|King|Queen|Emperor))"
)
_IN_TITLE = (
    expression(rf"{_OPENS}(?i:{_POST}) of {_PLACE}"),
    expression(rf"{_OPENS}(?P<land>[A-Z]\w+)(?:[’']s)? {_POST}\b"),
)
LAND_OF_STATEMENT = expression(
    r"\b(?:[Ss]tatement|[Ss]peech|[Aa]ddress|[Rr]emarks) (?:of|by) (?:the )?"
    rf"(?:{_FORMAL})?(?P<land>[A-Z][\w-]*(?: [A-Z][\w-]*){{0,2}})\b"
)
_NAMED_OF_LAND = expression(rf"(?P<name>[A-Z][^,–—|]{{3,60}}), (?:[Tt]he )?(?i:{_POST}) of {_PLACE}")
_POST_BEFORE_NAME = expression(
    r"(?<!Vice )(?<!Deputy )\b(?P<post>President|Prime Minister|Chancellor|Premier|Foreign Minister|King|Queen|Emperor)"
    rf" (?P<name>[A-Z][\w’'-]+(?: [A-Z][\w’'.-]*){{0,3}}) of {_PLACE}"
)
"""Among several in a title: "Remarks by Chancellor Ode and Prime Minister Tan Wei of Marland"."""
_NAMED_WITH_POST = expression(r"(?:^|[-–—|:] )(?P<name>[A-Z][^,–—|]{3,60}), (?P<post>[A-Z][\w ,-]{3,90})$")


def asked_posts(phrase: str) -> list[str]:
    """Return the keys of the posts that a phrase names with their land; "leader" is of a state or a government."""
    key = _key(with_one_word_lands(phrase))
    role, _, land = key.partition(" ")
    if not land:
        return []
    land = _land(land)
    roles = ("head-of-state", "head-of-government") if _LEADER.search(phrase) else (role,)
    return [f"{each} {land}" for each in _with_chancellor(roles, land)]


def called_by_post(phrase: str, speakers: Iterable[str]) -> list[str]:
    """Return whom documents call by a phrase's post of the same land, in other words: "the Prime Minister of Marland"
    for "Marland's prime minister"."""
    posts = set(asked_posts(phrase))
    return [each for each in speakers if posts and not is_name(each) and posts & set(asked_posts(each))]


_CHANCELLORS_GOVERN = frozenset({"Germany", "Austria"})
"""Where a chancellor is the head of government; elsewhere it is a minister of finance, or who heads a university."""


def _with_chancellor(roles: Sequence[str], land: str) -> Sequence[str]:
    """Return roles of a land, a chancellor's among them where that is the head of its government."""
    return (*roles, "chancellor") if "head-of-government" in roles and land in _CHANCELLORS_GOVERN else roles


def _key(phrase: str) -> str:
    """Return the key of a post, that of foreign affairs however it is written; "" where there is none."""
    # Of "Vice Chancellor and Minister for Foreign Affairs" the deputy's post is left out.
    phrase = re.sub(r"(?i)\b(?:vice|deputy)[ -](?:president|prime minister|chancellor|premier)(?: and)?", " ", phrase)
    key = role_key(phrase) or role_key(phrase.lower()) or ""
    role, _, land = key.partition(" ")
    if role == "minister" and re.search(r"\bforeign\b|\bexternal affairs\b", phrase, re.IGNORECASE):
        role = "foreign-minister"
    if not land and (match := _OF_LAND.search(phrase) or _LANDS_OWN.match(phrase)):
        land = match["land"]
    return f"{role} {_land(land)}".strip()


_US = expression(r"^((?:the )?)us(?=(?:['’]s?)? (?:\w+ )?\w+$)", re.IGNORECASE)


_PM = expression(r"(?:(?<=^the )|(?<=^)|(?<=\w )|(?<=’s )|(?<='s ))pm(?=$| (?-i:[^\W\d_a-z]))", re.IGNORECASE)
"""At the end of a phrase, or before a name: "the Swedish PM Tell"."""


def with_states_name(phrase: str) -> str:
    """Return "the us president" with the capitals of the United States, which is no pronoun, and "the PM" in words."""
    phrase = _PM.sub("prime minister", phrase)
    match = _US.match(phrase)
    return f"{match[1]}US{phrase[match.end() :]}" if match and role_key(phrase.lower()) else phrase


_OF_LAND = expression(r"\b(?:of|for) (?:the )?(?P<land>[A-Z][\w-]+(?: [A-Z][\w-]+)?)$")
_LANDS_OWN = expression(r"(?:[Tt]he )?(?P<land>[A-Z][\w-]+(?: [A-Z][\w-]+){0,3})['’]s? ")
_FORMALLY = expression(_FORMAL)


def with_one_word_lands(phrase: str) -> str:
    """Return a post with its land as one word, which the parsers of posts know: "Sri Lanka's president"."""
    if (role_key(phrase.lower()) or "").partition(" ")[0] not in _OF_LANDS:
        return phrase
    return unified(_FORMALLY.sub("", phrase))


def owns_a_post(phrase: str) -> bool:
    """Return whether a phrase names whose a post is by a possessive: "Kestria's president"."""
    return _LANDS_OWN.match(phrase) is not None


def _land(named: str) -> str:
    """Return the country, or what stands for a land that no table knows: "Kestrian" and "Kestria" begin alike."""
    known = country(named) or country(named.title()) or country(named.split()[0]) if named else None
    return known or named.split(" ")[0].lower()[:5]


def holders_of(phrase: str, catalog: Catalog, speakers: Iterable[str]) -> list[str]:
    """Return the speakers whom documents give the post of a phrase with its land, each in all forms of the name."""
    posts = asked_posts(phrase)
    return _held(posts, catalog, list(speakers)) if posts else []


def who_speaks_for(land: str, catalog: Catalog, speakers: Iterable[str]) -> list[str]:
    """Return the speakers who hold a post of a land that speaks for it: its head, its foreign minister, its envoys."""
    known = country(land)
    roles = _with_chancellor(SPEAK_FOR_A_LAND, known or "")
    return _held([f"{role} {known}" for role in roles], catalog, list(speakers)) if known else []


def _held(posts: Sequence[str], catalog: Catalog, speakers: Sequence[str]) -> list[str]:
    by_title = catalog.memory.remember("posts in titles", lambda: _in_titles(catalog.speeches()))
    in_talks = catalog.memory.remember("posts in titles of talks", lambda: _in_talks(catalog.conversations()))
    names: list[str] = []
    for post in posts:
        # Names are looked up by their sound too, and Romano holds no post of Romania by his name.
        sound = name_key(post.split()[-1])
        holders = [each for each in catalog.names_for(post) if name_key(name_words(each)[-1]) != sound]
        names += [*by_title.get(post, ()), *in_talks.get(post, ()), *holders, *_beside_names(post, catalog)]
    of_surnames = catalog.memory.remember_last(
        "speakers by surname", tuple(speakers), lambda: _of_surnames(filter(is_name, speakers)), MOST_LISTS
    )
    held = {
        each for name in dict.fromkeys(names) for each in of_surnames.get(_surname(name), ()) if _is_form(each, name)
    }
    return [each for each in speakers if each in held]


def _of_surnames(speakers: Iterable[str]) -> dict[str, list[str]]:
    """Return the speakers by the keys of their surnames, as each name is compared with those of its surname alone."""
    found: dict[str, list[str]] = {}
    for each in speakers:
        found.setdefault(_surname(each), []).append(each)
    return found


def _surname(name: str) -> str:
    return name_key(name_words(name)[-1])


def _is_form(speaker: str, name: str) -> bool:
    """Return whether a speaker is whom a document names so in full; a surname alone may be another's."""
    one, other = name_words(speaker), name_words(name)
    if len(one) < 2 or len(other) < 2:
        return [each.lower() for each in one] == [each.lower() for each in other]
    return name_key(one[-1]) == name_key(other[-1]) and same_person(speaker, name)


def _in_titles(speeches: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    """Return who spoke, by the posts that the titles of their speeches give."""
    found: dict[str, list[str]] = {}
    for title, speaker in speeches:
        if (post := _post_in(title, speaker)) and speaker not in found.setdefault(post, []):
            found[post].append(speaker)
    return found


def _in_talks(turns: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    """Return who speaks in a talk under a name that its title gives with a post: a label may have the surname alone."""
    found: dict[str, list[str]] = {}
    for title, speaker in turns:
        for match in _POST_BEFORE_NAME.finditer(title[:400]):
            role, _, _ = _key(match["post"].lower()).partition(" ")
            own = {name_key(each) for each in match["name"].split()}
            if role and name_key(name_words(speaker)[-1]) in own:
                found.setdefault(f"{role} {_land(match['land'])}", []).append(speaker)
    return found


def _post_in(title: str, speaker: str) -> str | None:
    """Return the key of the post whose holder gives the speech of a title."""
    own = _NAMED_OF_LAND.search(title[:400])
    if own and name_words(own["name"])[-1] == name_words(speaker)[-1]:
        role, _, _ = _key(own["post"].lower()).partition(" ")
        return f"{role} {_land(own['land'])}" if role else None
    named, of_land = _NAMED_WITH_POST.search(title[:400]), LAND_OF_STATEMENT.search(title[:400])
    if named and of_land and name_words(named["name"])[-1] == name_words(speaker)[-1]:
        role, _, _ = _key(named["post"].lower()).partition(" ")
        return f"{role} {_land(of_land['land'])}" if role else None
    for part in re.split(r" [-–—|] ", title[:400]):
        for form in _IN_TITLE:
            if match := form.search(part):
                role, _, _ = _key(match["post"].lower()).partition(" ")
                return f"{role} {_land(match['land'])}" if role else None
    return None


def _beside_names(post: str, catalog: Catalog) -> list[str]:
    """Return the names beside which texts write a post with its land: "The Belarusian president, Ivan Korsak,"."""
    role, _, land = post.partition(" ")
    if role not in _NOUNS:
        return []

    def read() -> list[str]:
        # Of a land that no table knows only the beginning is certain.
        lands = "|".join(map(re.escape, names_of(land))) or rf"{re.escape(land.title())}\w{{0,8}}"
        nouns = "|".join(_NOUNS[role])
        written = (
            rf"(?:(?i:the )?(?:{lands})(?:[’']s)? (?i:{nouns})|"
            rf"(?i:the )?(?i:{nouns}) of (?:the )?(?:{_FORMAL})?(?:{lands}))"
        )
        sent = _TO_WHOM if role == "ambassador" else ""
        before = re.compile(rf"(?<![\w-])(?<!vice )(?<!deputy )(?<!Deputy )(?<!former ){written}{sent},? {_NAME}")
        behind = re.compile(
            rf"{_NAME}, (?:now |then |the )?{written}{sent}(?=[,.;:)—–]| (?:said|says|told|who|has|was)\b)"
        )
        phrases = [f"{each} {noun}" for each in names_of(land) for noun in _NOUNS[role]]
        phrases += [f"{noun} of {each}" for each in names_of(land)[:2] for noun in _NOUNS[role]]
        phrases += [f"{kind} of {each}" for each in names_of(land)[:1] for kind in ("republic", "kingdom")]
        phrases = phrases or list(_NOUNS[role])
        keys = {key for each in phrases for key in catalog.holding_phrases([each], MOST_PASSAGES)}
        one_of_them = re.compile(
            rf"(?i:(?:un)?like|as) (?i:any|every|all|no) (?i:other )?{written}s?"
            rf"(?:,? (?i:before (?:him|her)))?,? (?:{_NAME}|(?P<again>he|she|[A-Z][\w’'-]+)\b)"
        )
        passages = list(catalog.passages(sorted(keys)).values())[:MOST_PASSAGES]
        named = (name for each in passages for name in _in_passage((before, behind), one_of_them, each, catalog))
        return list(dict.fromkeys(named))

    return catalog.memory.remember(("beside names", post), read)


def _in_passage(
    beside: Sequence[re.Pattern[str]], one_of_them: re.Pattern[str], passage: Passage, catalog: Catalog
) -> Iterator[str]:
    """Yield the names beside which a passage writes a post, and of whom it sets beside others of the post."""
    document = catalog.document(passage.document_id)
    text = unified(" ".join(document.text[passage.start : passage.end].split())) if document else ""
    for match in (match for form in beside for match in form.finditer(text)):
        yield split_title(match["name"])[0] or match["name"]
    yield from _compared(one_of_them, passage, catalog)


_NEAR = 500
"""So many characters before "he" may name who that is."""


def _compared(form: re.Pattern[str], passage: Passage, catalog: Catalog) -> Iterator[str]:
    """Yield whom a passage sets beside others of a post: "unlike any other Kestrian president, he …"."""
    document = catalog.document(passage.document_id)
    start = max(0, passage.start - _NEAR)
    text = re.sub(r"\s", " ", document.text[start : passage.end]) if document else ""
    for match in form.finditer(text, passage.start - start):
        span = start + match.start(), start + match.end()
        says = owner_of(span, catalog.statements(passage.document_id))
        others = [each for each in catalog.speakers() if says is None or each != says.speaker]
        if own := match["name"] or _named_last(text[: match.start()], match["again"], others):
            yield own


def _named_last(text: str, called: str, speakers: Sequence[str]) -> str | None:
    """Return the speaker that the end of a text calls so: by the surname, or as "he" where nobody else is named."""
    by_surname = {name_words(each)[-1]: each for each in speakers if is_name(each) and " " in each}
    if called not in ("he", "she"):
        return by_surname.get(called)
    named = {by_surname[each] for each in re.findall(r"[A-Z][\w-]+", text[-_NEAR:]) if each in by_surname}
    return named.pop() if len(named) == 1 else None

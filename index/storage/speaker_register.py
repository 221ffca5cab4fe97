"""The register of speakers of a catalog: under which names, aliases, offices and spellings each person is found."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from index.names.names import (
    DESCRIBED,
    Aliases,
    Speaker,
    is_name,
    misspelt,
    name_key,
    near_spellings,
    register,
    same_person,
)
from index.names.titles import COMMON, FIELDS, is_title_word, name_words, split_title
from index.storage.catalog_memory import Memory
from index.storage.database import Database
from index.text.word_lists import given_names

MOST_SPEAKERS = 64
"""So many speakers' passages are remembered."""

# What is the same in many statements of a document is read once before its title is joined: in a quarter of the time.
_IN_TURNS = "kind = 'turn' AND speaker IS NOT NULL"


class SpeakerRegister:
    """Finds the speakers of one catalog; any thread may use it."""

    def __init__(self, database: Database, memory: Memory, aliases: Aliases) -> None:
        self._database = database
        self._memory = memory
        self.memory = memory
        self._aliases = aliases

    def speakers(self) -> dict[str, int]:
        """Return how many statements each speaker has, most first."""
        query = "SELECT speaker, count(*) FROM statements WHERE speaker IS NOT NULL GROUP BY speaker ORDER BY 2 DESC, 1"
        return self._memory.remember("speakers", lambda: dict(self._database.rows(query)))

    def names_for(self, alias: str) -> list[str]:
        """Return the full names that an alias (lower case) stands for, the most frequent first.

        After the names that documents give for it come the user's own aliases and other spellings of one name.
        """
        query = "SELECT name FROM names WHERE alias = :alias GROUP BY name ORDER BY count(*) DESC, name"
        found = [
            name for each in [alias, *self._aliases.group(alias)] for (name,) in self._database.rows(query, alias=each)
        ]
        spelt = self._speakers_by_key().get(name_key(alias.split()[-1]), []) if alias.strip() else []
        return list(dict.fromkeys([*found, *(each for each in spelt if same_person(each, alias))]))

    def bearers_by_document(self, surname: str) -> list[tuple[str, str]]:
        """Return pairs of a document's id and a full name that it gives with this surname (in small letters)."""
        query = "SELECT DISTINCT document_id, name FROM names WHERE alias = :surname ORDER BY 1, 2"
        rows = self._database.rows(query, surname=surname)
        return [(document, name) for document, name in rows if name.split()[-1].lower() == surname]

    def named_in(self, documents: Sequence[str]) -> dict[str, list[str]]:
        """Return the names that documents give people, speakers and others, by the document's id."""
        query = "SELECT DISTINCT document_id, name FROM names WHERE {} ORDER BY 1, 2"
        found: dict[str, list[str]] = {}
        for document, name in self._database.rows_among(query, "document_id", documents):
            found.setdefault(document, []).append(name)
        return found

    def called(self, name: str) -> list[str]:
        """Return the speakers of exactly this name, whatever its capitals and the full stop of a "Jr."."""
        called = self._memory.remember("called", lambda: _keyed(self.speakers(), lambda each: each.lower().strip(" .")))
        return called.get(name.lower().strip(" ."), [])

    def labelled(self, name: str) -> list[str]:
        """Return the speakers of whom a label with an office before it ends with this given name and surname.

        "VESK’s Transport spokesperson Simon Court" is Simon Court, also where his name was not told from the label.
        """
        read = self._memory.remember("labelled", lambda: _keyed(self.speakers(), _name_behind_office))
        return read.get(name.lower(), []) if " " in name else []

    def holders(self, role: str) -> list[str]:
        """Return the full names that documents give for a role ("head-of-state Belarus"), the most frequent first.

        A role that names no land ("the head of state") is also held by those of any land.
        """
        query = """SELECT name FROM names WHERE alias = :role OR (alias > :first AND alias < :last)
                   GROUP BY name ORDER BY count(*) DESC, name"""
        # Between "mayor " and "mayor!" lie all that begin with "mayor ".
        values = {"role": role, "first": f"{role} ", "last": f"{role}!"}
        return self._memory.remember(("role", role), lambda: [name for (name,) in self._database.rows(query, **values)])

    def descriptions(self, name: str) -> list[tuple[str, str]]:
        """Return pairs of a document's id and what it says that a person is ("the mayor of Eskby"), in their order."""
        return self._memory.remember("descriptions by name", self._descriptions).get(name, [])

    def _descriptions(self) -> dict[str, list[tuple[str, str]]]:
        found: dict[str, list[tuple[str, str]]] = {}
        for document, name, words in self.all_descriptions():
            found.setdefault(name, []).append((document, words))
        return found

    def all_descriptions(self) -> list[tuple[str, str, str]]:
        """Return what documents say that people are: a document's id, the name, the words ("the mayor of Eskby")."""
        # Between "is " and "is!" lie all that begin with "is ", in the index of aliases.
        query = """SELECT DISTINCT document_id, name, alias FROM names
                   WHERE alias > :first AND alias < :last ORDER BY 1, 2, 3"""
        rows = self._database.rows(query, first=DESCRIBED, last=f"{DESCRIBED.strip()}!")
        return [(document, name, alias.removeprefix(DESCRIBED)) for document, name, alias in rows]

    def misspelt(self, surname: str) -> list[str]:
        """Return the speakers whose surname, as written or by its key, one typing error sets apart from this one."""
        spelt = self._memory.remember("spelt", self._spelt)
        near = self._memory.remember("near", lambda: near_spellings(spelt))
        forms = [form for each in dict.fromkeys((surname.lower(), name_key(surname))) for form in misspelt(each, near)]
        return list(dict.fromkeys(each for form in forms for each in spelt[form]))

    def _spelt(self) -> dict[str, list[str]]:
        """Return the speakers that are named, by the key of their surname and by the surname in small letters."""
        spelt = {key: list(speakers) for key, speakers in self._speakers_by_key().items()}
        for speaker in (each for each in self.speakers() if is_name(each)):
            spelt.setdefault(speaker.split()[-1].lower(), []).append(speaker)
        return spelt

    def _speakers_by_key(self) -> dict[str, list[str]]:
        """Return the speakers that are named by the key of their last word; "Prime Minister" is no name."""
        return self._memory.remember(
            "by key", lambda: _keyed(filter(_is_persons, self.speakers()), lambda each: name_key(name_words(each)[-1]))
        )

    def with_two_surnames(self, first: str) -> list[str]:
        """Return the speakers whose last word but one this is, after a given name: Castro of Raúl Castro Ruz."""
        return self._memory.remember("two surnames", self._with_two_surnames).get(first.lower(), [])

    def _with_two_surnames(self) -> dict[str, list[str]]:
        named = {
            each: [word for word in each.split() if not word.endswith(".")] for each in self.speakers() if is_name(each)
        }
        return _keyed((each for each, parts in named.items() if len(parts) > 2), lambda each: named[each][-2].lower())

    def register(self) -> list[Speaker]:
        """Return the people who speak in the documents, with the forms of their names, counts and days."""
        query = """SELECT speaker, count(*), min(said_on), max(said_on) FROM statements
                   WHERE speaker IS NOT NULL GROUP BY speaker"""

        def read() -> list[Speaker]:
            return register([(name, *rest) for name, *rest in self._database.rows(query)], self._aliases)

        return self._memory.remember("register", read)

    def spoken_by_month(self) -> list[tuple[str, str, int]]:
        """Return of each speaker, as documents name him or her, how many statements are of which month (YYYY-MM)."""
        query = """SELECT speaker, substr(said_on, 1, 7), count(*) FROM statements
                   WHERE speaker IS NOT NULL AND length(said_on) >= 7 GROUP BY 1, 2 ORDER BY 1, 2"""

        def read() -> list[tuple[str, str, int]]:
            return [(speaker, month, count) for speaker, month, count in self._database.rows(query)]

        return self._memory.remember("by month", read)

    def speeches(self) -> list[tuple[str, str]]:
        """Return the title and the speaker of each document that is the words of one person alone."""
        query = f"""SELECT documents.title, said.speaker FROM documents JOIN
                    (SELECT document_id, min(speaker) AS speaker FROM statements WHERE {_IN_TURNS}
                     GROUP BY document_id HAVING min(speaker) = max(speaker)) AS said
                    ON said.document_id = documents.id ORDER BY 1, 2"""
        return self._memory.remember("speeches", lambda: [tuple(row) for row in self._database.rows(query)])

    def conversations(self) -> list[tuple[str, str]]:
        """Return the title of each document in which several people have turns, with each of them."""
        query = f"""SELECT DISTINCT documents.title, said.speaker FROM documents JOIN
                    (SELECT DISTINCT document_id, speaker FROM statements WHERE {_IN_TURNS}) AS said
                    ON said.document_id = documents.id ORDER BY 1, 2"""
        return [(title, speaker) for title, speaker in self._database.rows(query)]

    def occasions(self) -> list[tuple[str, str | None, str | None, bool]]:
        """Return the speaker, the source and the day of what is said, and whether in a turn; each that differs once."""
        query = """SELECT DISTINCT said.speaker, documents.source, coalesce(said.said_on, documents.published), kind
                   FROM documents JOIN (SELECT DISTINCT document_id, speaker, said_on, kind FROM statements
                                        WHERE speaker IS NOT NULL) AS said
                   ON said.document_id = documents.id ORDER BY 1, 2, 3, 4"""
        return [(speaker, source, day, kind == "turn") for speaker, source, day, kind in self._database.rows(query)]

    def documents_of(self, speaker: str) -> set[str]:
        """Return the ids of the documents that hold a statement by the speaker."""
        query = "SELECT DISTINCT document_id FROM statements WHERE speaker = :speaker"
        return {key for (key,) in self._database.rows(query, speaker=speaker)}

    def passages_said_by(self, speakers: Sequence[str]) -> dict[str, set[str]]:
        """Return the ids of the passages that hold words of a statement by one of the speakers, by the day it was said.

        "" stands for a day that is not known.
        """
        query = f"""SELECT coalesce(statements.said_on, ''), {self._database.together("passages.id", distinct=True)}
                    FROM statements JOIN passages ON passages.document_id = statements.document_id
                    AND passages.start < statements."end" AND passages."end" > statements.start
                    WHERE {self._database.among("statements.speaker", "speakers")}"""

        def read() -> dict[str, set[str]]:
            values, near = {"speakers": self._database.listed(speakers)}, ""
            if self._database.postgres:
                # PostgreSQL would read all passages, 280 ms of a million instead of 50; SQLite takes 25 more so.
                within = sorted(set().union(*map(self.documents_of, speakers)))
                near = f" AND {self._database.among('passages.document_id', 'within')}"
                values["within"] = self._database.listed(within)
            rows = self._database.rows(f"{query}{near} GROUP BY 1", **values)
            return {day: set(keys.split(",")) for day, keys in rows}

        return self._memory.remember_last("said by", tuple(speakers), read, MOST_SPEAKERS)


def _name_behind_office(label: str) -> str:
    """Return the two or three words with capitals behind the last office of a label, in small letters, or nothing.

    Before them stands whose office it is and nothing else: "the office of Gov. Tell", "Quill and Mayor Odran Tell" and
    "a spokesman for Mayor Tell" are others: of 49 labels of news and minutes that end so, three are read. Most others
    are of more than one or of somebody else; an "of" in the name of a body is taken for such, too.
    """
    words = label.split()
    if "," in label or _OTHERS & {each.lower() for each in words}:
        return ""
    offices = [at for at, word in enumerate(words) if is_title_word(word.lower().removeprefix("co-"))]
    if not offices or words[offices[-1]].lower() in FIELDS:
        return ""
    before, name = words[: offices[-1]], words[offices[-1] + 1 :]
    is_read = all(each[0].isupper() or is_title_word(each) for each in before) and _is_whole_name(name)
    return " ".join(name).lower() if is_read else ""


def _is_whole_name(name: Sequence[str]) -> bool:
    """Return whether words are a given name and a surname: "Simon Court" is somebody and "Supreme Court" is not."""
    if not 2 <= len(name) <= 3 or any(each.lower() in COMMON for each in name[:-1]):
        return False
    if name[-1].lower() in COMMON and name[0].lower() not in given_names():
        return False
    return all(each[0].isupper() and each[-1].isalpha() and not each.endswith(("’s", "'s")) for each in name)


_OTHERS = frozenset("a an the of for to and or & with by from".split())


def _is_persons(speaker: str) -> bool:
    """Return whether a speaker is called by a name, and not by an office alone."""
    return is_name(speaker) and bool(split_title(speaker)[0])


def _keyed(names: Iterable[str], key: Callable[[str], str]) -> dict[str, list[str]]:
    """Return the names by their keys, in their order."""
    keyed: dict[str, list[str]] = {}
    for name in names:
        keyed.setdefault(key(name), []).append(name)
    return keyed

"""Text -> the stemmed words that exact-word search and coverage count, the same for documents and questions."""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache
from threading import Lock

import snowballstemmer

from index.text.expressions import expression

_WORD = expression(r"[^\W_]+(?:[.'’][^\W_]+)*")
CYRILLIC = expression("[\u0400-\u04ff]")
_BRITISH = expression(r"(?<=..)(?:our(?=$|s$|ed$|ing$|able$|ful$|er$|ers$|hood$)|is(?=e$|ed$|es$|ing$|ation$|ations$))")
STOPWORDS = frozenset(
    """a about above after again against all am an and any are as at be because been before being below between both but
    by can could did do does doing down during each few for from further had has have having he her here hers him his
    how i if in into is it its itself just me more most my no nor not now of off on once only or other our out over own
    same she should so some such than that the their them then there these they this those through to too under until up
    us very was we were what when where which while who whom why will with would you your s t d ll m re ve don didn
    doesn isn wasn""".split()
)


def words(text: str) -> list[str]:
    """Return the text's words in order, lower-cased, without accents, stemmed; stop words are kept."""
    return [stem(match[0]) for match in _WORD.finditer(text)]


def content_words(text: str) -> list[str]:
    """Return the stemmed words of the text that are not stop words, in order, with repetitions."""
    return [stem(match[0]) for match in _WORD.finditer(text) if plain(match[0]) not in STOPWORDS]


@cache
def _stemmer(language: str) -> snowballstemmer.english_stemmer.EnglishStemmer:
    return snowballstemmer.stemmer(language)


# A stemmer holds the word it works on, and files are read in another thread than the one that writes: unguarded, two
# words mix, which raises or, worse, is kept as a word's stem.
_STEMMING = Lock()


@lru_cache(maxsize=200_000)
def stem(word: str) -> str:
    """Return the Snowball stem of a word after `plain`: Russian for Cyrillic letters, English for all others.

    Words of other languages mostly stay as they are; those of Ukrainian and Belarusian share most of their endings with
    Russian: "кордоні" and "кордон" stay apart, "школи" and "школа" do not.
    """
    bare = plain(word)
    cyrillic = CYRILLIC.search(bare) is not None
    with _STEMMING:
        # The Russian endings are recognised by a letter whose mark `plain` takes off.
        stemmed: str = _stemmer("russian").stemWord(_marked(word)) if cyrillic else _stemmer("english").stemWord(bare)
    return plain(stemmed) if cyrillic else stemmed


_SNOWBALL = {"ru": "russian", "de": "german", "pl": "polish"}


@lru_cache(maxsize=50_000)
def stem_of(word: str, language: str) -> str:
    """Return the Snowball stem of a word of a language (ru, de or pl), without accents."""
    with _STEMMING:
        stemmed: str = _stemmer(_SNOWBALL[language]).stemWord(_marked(word))
    return plain(stemmed)


def _marked(word: str) -> str:
    """Return a word in Cyrillic letters lower-cased, with the marks that make letters of their own."""
    return unicodedata.normalize("NFC", word.casefold().replace("\u0301", "")).replace("ё", "е").replace("’", "'")


@lru_cache(maxsize=200_000)
def plain(word: str) -> str:
    """Return the word lower-cased, without accents, possessive 's and inner full stops (U.S. -> us)."""
    if word.replace(".", "") in {"US", "USA"}:
        # "U.S." is a country and "us" is not.
        return "usa"
    folded = unicodedata.normalize("NFKD", word.replace("’", "'").casefold())
    if not folded.isascii():
        folded = "".join(character for character in folded if not unicodedata.combining(character))
    return _one_spelling(folded.removesuffix("'s").replace(".", "").replace("'", ""))


def _one_spelling(word: str) -> str:
    """Return a longer word in the American spelling: neighbours -> neighbors, organised -> organized."""
    return _BRITISH.sub(lambda match: "or" if match[0] == "our" else "iz", word) if len(word) > 5 else word


_VOWELS = expression("[aeiouy]+")
_DOUBLED = expression(r"(.)\1")


def consonants(word: str) -> str:
    """Return the consonants of a word in small letters, a doubled one once: what a slip in its vowels leaves."""
    return _DOUBLED.sub(r"\1", _VOWELS.sub("", word.lower()))

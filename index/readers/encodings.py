"""Bytes -> text: which encoding the bytes are in, by the evidence of the languages that they could be written in.

A single-byte encoding decodes anything, so a decoder that does not fail proves nothing. For each encoding the signs
beyond ASCII are weighed by how often each language writes them, and each language by how many of its commonest words
the text has: "Bækgaard" among "the" and "said" is Western European, although "Bćkgaard" could be written too.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections import Counter
from functools import cache, lru_cache

import charset_normalizer

from index.text.expressions import expression

SINGLE_BYTE = (
    *("cp1252", "cp1250", "cp1251", "koi8-r", "koi8-u", "cp1257", "cp1254", "cp1253", "iso8859-2", "iso8859-15"),
    *("iso8859-5", "iso8859-7", "iso8859-9", "iso8859-13", "cp866", "cp852", "cp850", "mac-roman", "mac-cyrillic"),
    *("cp1255", "cp1256"),
)
"""The encodings that are tried; of equals the earlier wins."""

_MULTI_BYTE = frozenset({"big5", "big5hkscs", "cp932", "cp949", "cp950", "euc_jp", "euc_jis_2004", "euc_kr", "gb18030"})
_MULTI_BYTE |= {"gb2312", "gbk", "hz", "johab", "shift_jis", "shift_jis_2004", "shift_jisx0213"}

# Letters beyond ASCII, the commonest first, and the commonest words; after Wikipedia's letter frequencies of each
# language. A letter that stands later is taken to be rarer by one over its rank.
_LANGUAGES = {
    "English": ("éèïöüñçêâ", "the of and to in is that for was with said on he it at by be"),
    "German": ("üäößéáà", "der die und das ist nicht von mit den ein auf für sagte dem zu wir im"),
    "French": ("éèàêçôûîâùëïœ", "le la les de et des un une est que dans pour qui sur pas nous au du"),
    "Spanish": ("óáíéñúü¿¡", "el la de que los las en un una por con para es del no se dijo"),
    "Portuguese": ("ãáçéíóêõúâàô", "o a de que os as em um uma por com para do da não se disse no"),
    "Italian": ("èàòùìé", "il la di che e un una per con non del della gli sono ha nel"),
    "Dutch": ("ëéïöüè", "de het een van en in is dat op te voor met niet zijn zei"),
    "Danish": ("åæøéö", "og det i at en den til er som på de med han af for ikke der var"),
    "Norwegian": ("åøæéòô", "og det i å en er som på til de med han av for ikke har var"),
    "Swedish": ("äåöé", "och det att i en som är av på för med den inte till har sade de"),
    "Finnish": ("äöåšž", "ja on ei se että oli hän joka mutta kun sanoi"),
    "Icelandic": ("íáðöéúþýæó", "og að í á er sem en það var um ekki til"),
    "Estonian": ("äõüöšž", "ja on ei et see oli kui ka ning mis"),
    "Latvian": ("āēīšņžļūčģķ", "un ir no par ka ar uz bija arī kas nav"),
    "Lithuanian": ("ėųįšžąūčę", "ir kad yra su į tai bet buvo kaip iš nuo per"),
    "Polish": ("łęóążśćńź", "i w nie na się że z to do jest jak od po za oraz powiedział przez"),
    "Czech": ("íáěéčřžýšůúťďňó", "a se na je že v to s z do by ale jsem pro řekl který"),
    "Slovak": ("áíýčžéšúľťôňäďóĺŕ", "a sa na je že v to s z do by ale som pre ktorý"),
    "Hungarian": ("áéöőóüíúű", "a az és hogy nem is egy volt meg de ez mondta"),
    "Romanian": ("ăîâşţșț", "și de la a în cu pe nu că din o este un mai pentru"),
    "Croatian": ("čžšćđ", "i je u se na da za od su ne što koji rekao"),
    "Turkish": ("ıişğüçöâî", "ve bir bu da de için ile çok ne dedi olarak"),
    "Russian": ("оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъё", "и в не на что с он как по это но сказал мы из за"),
    "Ukrainian": ("оанивіертслкмдупязьгбчйхжїшюцєщфґ", "і в не на що з як до він це та за але ми у сказав"),
    "Bulgarian": ("аоиетнрсвлкдпмзяъгубчщйцжхшюфь", "и в на да не се за от че с по са каза"),
    "Serbian": ("аиоенрстувдкјмлпзбгљњћчцшђжхф", "и је у се на да за од су не што који"),
    "Greek": ("αοιετσνηυρπκμλςωγδάίόέήβύθχώφξζψϊ", "και το να του η της με για που στο από δεν"),
    "Hebrew": ("יוהלאםרבתמשנכדעקחפןצגטסךזץף", "את של לא על זה הוא גם אני"),
    "Arabic": ("المينوترعبةدسفكحقهجشصطخىثضأزذظغإءئؤآ", "في من على أن إلى عن لا ما هذا"),
}
_SIGNS = frozenset("“”„‘’‚–—…«»‹›°§·€£•№¿¡\u00a0")
# Logarithms of probabilities for what the table of a language does not hold; only their order matters.
_SIGN, _FOREIGN_LETTER, _RARE_LETTER, _SYMBOL, _NEVER = (math.log(each) for each in (0.02, 2e-3, 4e-4, 3e-4, 1e-6))
_FOREIGN_WORD = -2.5
"""A name of another language among the words of one."""
_POOR = math.log(2.5e-3)
_COMMON_WORD = 1.0
_MISPLACED = -4.0
_WORD = expression(r"[^\W\d_]+")
_BEYOND_ASCII = expression(r"[^\x00-\x7f]")
_NO_LETTER = expression(r"[^\x00-\x7f\w]")
# A capital or a symbol inside a word is the mark of a wrong encoding: "cafÈ", "Wa³êsa", "пРИВЕТ".
_INSIDE = expression(r"(?<=[^\W\d_])[^\w\s\x00-\x7f–—’‘”“…»«\u00a0](?=[^\W\d_])")
SAMPLE_BYTES = 40_000
MARKED_WORDS = 300


def guessed(content: bytes) -> str:
    """Return the name of the encoding that the bytes, which are no UTF-8, are most likely in."""
    sample = content[:SAMPLE_BYTES]
    likelihoods = {encoding: _likelihood(sample, encoding) for encoding in SINGLE_BYTE}
    best = max(SINGLE_BYTE, key=likelihoods.__getitem__)
    beyond = sum(byte > 127 for byte in sample) or 1
    if likelihoods[best] / beyond > _POOR:
        return best
    # Nothing fits: it may be one of the East Asian encodings, which a library knows.
    found = charset_normalizer.from_bytes(sample).best()
    return found.encoding if found and found.encoding in _MULTI_BYTE else best


def _likelihood(sample: bytes, encoding: str) -> float:
    """Return the logarithm of how likely the text would be, in the language that makes it likeliest."""
    text = sample.decode(encoding, errors="replace")
    words = _WORD.findall(text)
    misplaced = len(_INSIDE.findall(text)) + sum(map(_mixed, words))
    common = Counter(word.lower() for word in words[:10_000])
    signs = Counter(_NO_LETTER.findall(text))
    marked = Counter(filter(None, map("".join, map(_BEYOND_ASCII.findall, words[:10_000])))).most_common(MARKED_WORDS)
    fits = [(count, [_letters_fit(letters, name) for name in _LANGUAGES]) for letters, count in marked]
    languages = [
        sum(count * max(fit[at], max(fit) + _FOREIGN_WORD) for count, fit in fits)
        + _COMMON_WORD * min(400, sum(common[word] for word in _model(name)[1]))
        for at, name in enumerate(_LANGUAGES)
    ]
    return _MISPLACED * misplaced + sum(n * _sign_fit(sign) for sign, n in signs.items()) + max(languages)


def _mixed(word: str) -> int:
    """Return how many capitals follow a small letter, where one of the two is no ASCII: "McAdam" is a name."""
    pairs = zip(word, word[1:], strict=False)
    return sum(first.islower() and second.isupper() and not (first + second).isascii() for first, second in pairs)


@lru_cache(maxsize=100_000)
def _letters_fit(letters: str, language: str) -> float:
    """Return how likely a word's letters beyond ASCII are in a language."""
    known = _model(language)[0]
    return sum(known.get(letter) or _rare(letter, language) for letter in letters)


@cache
def _model(language: str) -> tuple[dict[str, float], frozenset[str]]:
    letters, common = _LANGUAGES[language]
    whole = sum(1 / rank for rank in range(2, len(letters) + 2))
    small = {letter: math.log(0.9 / (rank * whole)) for rank, letter in enumerate(letters, start=2)}
    large = {
        letter.upper(): value - math.log(20) for letter, value in small.items() if letter.upper() not in {letter, ""}
    }
    return large | small, frozenset(common.split())


def _rare(letter: str, language: str) -> float:
    if _script(letter) != _script(_LANGUAGES[language][0][0]):
        return _NEVER
    return _FOREIGN_LETTER if letter < "\u0100" else _RARE_LETTER


def _sign_fit(sign: str) -> float:
    if sign in _SIGNS:
        return _SIGN
    return _SYMBOL if "\u00a0" <= sign < "\u0100" else _NEVER


@cache
def _script(sign: str) -> str:
    return unicodedata.name(sign, "").partition(" ")[0]


def utf16_without_mark(content: bytes) -> str | None:
    """Return "utf-16-le" or "utf-16-be" where the bytes are text in it: letters of Europe with a zero byte each."""
    sample = content[: SAMPLE_BYTES // 2 * 2]
    # Any three bytes decode as one letter of UTF-16 or another; a few letters are needed to tell.
    if len(sample) < 8 or sample.count(0) * 20 < len(sample):
        return None
    for encoding in ("utf-16-le", "utf-16-be"):
        text = sample[: len(sample) // 2 * 2].decode(encoding, errors="replace")
        plain = sum(sign in "\t\n\r" or " " <= sign < "\u0600" or "\u2000" <= sign < "\u2200" for sign in text)
        if plain >= 0.95 * len(text):
            return encoding
    return None


def mostly_utf8(content: bytes) -> str | None:
    """Return the text of UTF-8 with a few bad bytes, each of them as the sign that Windows writes there or as �.

    None where the bytes beyond ASCII are not UTF-8 for the most part.
    """
    text = content.decode("utf-8", errors="surrogateescape")
    bad = len(re.findall(r"[\udc80-\udcff]", text))
    good = len(re.findall(r"[^\x00-\x7f\udc80-\udcff]", text))
    if good < 2 * bad and not (bad <= 2 and good >= bad):
        return None
    return re.sub(r"[\udc80-\udcff]", lambda match: WINDOWS_SIGNS.get(ord(match[0]) - 0xDC00, "\ufffd"), text)


WINDOWS_SIGNS = {
    byte: bytes([byte]).decode("cp1252") for byte in range(0x80, 0xA0) if byte not in {0x81, 0x8D, 0x8F, 0x90, 0x9D}
}
"""What the control characters from 0x80 stand for in a text that was once in a Windows encoding."""

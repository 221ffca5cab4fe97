"""What of a message is its form and nobody's statement: greetings, closings, signatures; what a chat's program says."""

from __future__ import annotations

import re

from index.text.expressions import expression
from index.text.sentences import Span, trimmed
from index.transcripts.label_words import OPENERS

_CAPITAL = r"[^\W\d_a-zа-яёіїєґўłśż]"
_GREETED = (
    r"(?i:dear|hi|hello|hey|good (?:morning|afternoon|evening|day)"
    r"|hallo|liebe[rs]?|sehr geehrte[rns]?"
    r"|guten (?:tag|morgen|abend)|moin|servus|bonjour|bonsoir|salut|cher|chère|madame|monsieur|hola|buenos días"
    r"|estimad[oa]s?|querid[oa]s?"
    r"|ciao|gentile|caro|cara|beste|hej|уважаем\w+|дорог\w+|здравствуйте|привет|добрый (?:день|вечер)|доброе утро"
    r"|шановн\w+|вітаю|добрий день|доброго дня|паважан\w+|вітаем|szanown\w+|drog[ia]\w*|dzień dobry|cześć|witam)"
)
_GREETING = expression(
    rf"{_GREETED}(?:[ ,]+{_CAPITAL}[\w.’'-]*){{0,6}}[ ]*[,!:.]*|{_GREETED}(?:[ ,]+[^\W\d_][\w.’'-]*){{0,6}}[ ]*[,!:]+"
)
_CLOSING = expression(
    r"(?i:(?:with |many |our |my )?(?:best|kind|kindest|warm|warmest)(?: (?:regards|wishes))?|regards|cordially"
    r"|yours(?: (?:sincerely|faithfully|truly|ever))?|sincerely(?: yours)?|cheers|thanks(?: again| a lot)?|love"
    r"|many thanks|thank you|(?:most )?respectfully(?: yours| submitted)?|(?:very |most )?truly yours|gratefully|warmly"
    r"|with (?:gratitude|respect|thanks|all good wishes)|in solidarity|all the best|faithfully yours"
    r"|(?:mit )?(?:freundlichen?|besten?|herzlichen?|viele|liebe|schöne) gr(?:ü|ue)(?:ß|ss)en?"
    r"|mfg|lg|gr(?:ü|ue)(?:ß|ss)e|gru(?:ß|ss)|vg"
    r"|cordialement|bien (?:à vous|cordialement)|amicalement|sincères salutations"
    r"|(?:un )?(?:saludos?|abrazo)(?: cordial(?:es)?)?"
    r"|atentamente|cordiali saluti|distinti saluti|met vriendelijke groet(?:en)?|groeten?|hälsningar|(?:с|c) уважением"
    r"|всего доброго|с наилучшими пожеланиями|з повагою|з найкращими побажаннями|з павагай|z poważaniem"
    r"|pozdrawiam(?: serdecznie)?|z wyrazami szacunku)"
    rf"(?:[ ]*[,.!–—-]*[ ]*\n?(?:{_CAPITAL}[\w.’'-]*[ ]?){{0,4}})?[,.!]*"
)
_MORE_SIGN = expression(
    r"(?:and|plus|with|und|et|y|i|и|та) (?:\d|\w{1,20} )[^\n]{0,60}\b(?:others?|more|signator\w+|signed)\b",
    re.IGNORECASE,
)
_LONE_NAME = expression(rf"[–—-]{{0,2}}[ ]?{_CAPITAL}[\w.’'-]*(?:[ ](?:de|van|von|der|la|{_CAPITAL}[\w.’'-]*)){{0,3}}")


def is_courtesy(words: str, writer: str) -> bool:
    """Return whether a paragraph of a mail is its greeting, its closing or the writer's name and no more."""
    words = words.strip()
    if _CLOSING.fullmatch(words) or _GREETING.fullmatch(words):
        return True
    own = {each.lower().strip(".") for each in writer.split()}
    signed = {each.lower().strip(".,–—- ") for each in words.split()} - {""}
    return _LONE_NAME.fullmatch(words) is not None and bool(signed) and signed <= own


def closes_letter(line: str) -> bool:
    """Return whether a line closes a letter, alone or with the name behind it: "Yours faithfully, Ana Lund"."""
    return _CLOSING.fullmatch(line.strip()) is not None


def more_sign(line: str) -> bool:
    """Return whether a line below a letter's name tells of others who sign: "and 139 others"."""
    return _MORE_SIGN.match(line.strip()) is not None


def greets(line: str) -> bool:
    """Return whether a line only greets somebody: "Dear Sirs,"."""
    return _GREETING.fullmatch(line.strip()) is not None


def without_greeting(text: str, start: int, end: int) -> Span | None:
    """Return the span without a greeting that is its first line, None where nothing else is in it."""
    newline = text.find("\n", start, end)
    if newline > 0 and _GREETING.fullmatch(text[start:newline].strip()) and text[start:newline].rstrip()[-1:] in ",!:.":
        return trimmed(text, newline, end)
    return trimmed(text, start, end)


_LONGEST_SIGNATURE = 8
"""Lines of a signature: a name, an office, an address, telephones."""
_CALLED = rf"(?:{_CAPITAL}[\w.’'-]*|[Aa]ll|[Bb]oth|[Tt]eam|[Ee]veryone|[Ff]olks)"
_NAMED = expression(rf"{_CALLED}(?:(?:,| and| &)?[ ]{_CALLED}){{0,4}}[ ]?[,!:—–-]")
"""A line that calls somebody and says nothing: "Dora and Per,"."""


def own_words(text: str, start: int, end: int, writer: str) -> Span | None:
    """Return a writer's span of a mail without whom it calls at its top and without the signature below."""
    span = trimmed(text, start, end)
    if span is None:
        return None
    start, end = span
    newline = text.find("\n", start, end)
    line = text[start : newline if newline >= 0 else end].strip()
    if newline >= 0 and _NAMED.fullmatch(line) and re.split(r"[\W_]", line)[0].lower() not in OPENERS - {"all"}:
        start = newline
    return trimmed(text, start, _signature(text, start, end, writer))


def _signature(text: str, start: int, end: int, writer: str) -> int:
    """Return where the writer's name and what stands below it begin, or the end."""
    lines: list[tuple[int, str]] = []
    position = start
    for line in text[start:end].split("\n"):
        if line.strip():
            lines.append((position, line.strip()))
        position += len(line) + 1
    for number in range(max(0, len(lines) - _LONGEST_SIGNATURE), len(lines)):
        below = [line for _, line in lines[number + 1 :]]
        if _signs(lines[number][1], writer) and not any(map(_SENTENCE.search, below)):
            # A mail that holds nothing else may answer with a name.
            return lines[number][0] if number else end
    return _without_initial(text, start, end, writer)


_SENTENCE = expression(r"\b(?:\w{1,40} ){3}\w{1,40}[.!?]$")


def _without_initial(text: str, start: int, end: int, writer: str) -> int:
    """Return where a name behind the last sentence begins, which a program set on its line: "… your books. P."."""
    match = re.search(r"[.!?…][ \n]+(?P<name>[^\W\d_][\w.]{0,20})$", text[max(start, end - 40) : end])
    if match and _signs(match["name"], writer):
        return max(start, end - 40) + match.start("name")
    return end


def _signs(line: str, writer: str) -> bool:
    """Return whether a line is the writer's name, a part of it or its initials, and no more."""
    names = [each for each in re.split(r"[\s.@_-]+", writer.lower()) if each]
    signed = [each for each in re.split(r"[\s.,–—-]+", line.lower()) if each]
    if not names or not signed or len(signed) > 5 or not line.strip("–—- ")[:1].isupper():
        return False
    letters = "".join(signed)
    initials = "".join(each[0] for each in names)
    return set(signed) <= set(names) or letters in {initials, initials[0], initials[:1] + initials[-1:]}


_PROGRAM = expression(
    r"""[\u200e\u200f]?(?:
      <[^<>\n]{1,30}[ ](?:omitted|ausgeschlossen|omis|omitido|omitida|omessi|weggelassen|pominięto)>
    | (?i:<(?:media|medien|multimedia|médias|без[ ]медиафайлов)[^<>\n]{0,30}>)
    | (?i:(?:image|video|audio|sticker|gif|document|contact[ ]card|media|voice[ ]message|photo)[ ](?:omitted|attached))
    | (?i:(?:bild|video|audio|sticker|gif|dokument)[ ]weggelassen)
    | (?i:(?:this|the)[ ]message[ ](?:was|has[ ]been)[ ](?:deleted|removed|unsent)(?:[ ]by[ ][^\n]{1,40})?\.?)
    | (?i:(?:you|the[ ]sender)[ ](?:deleted|removed|unsent)[ ](?:this|a)[ ]message\.?)
    | (?i:diese[ ]nachricht[ ]wurde[ ]gelöscht\.?|du[ ]hast[ ]diese[ ]nachricht[ ]gelöscht\.?)
    | (?i:ce[ ]message[ ]a[ ]été[ ]supprimé\.?|(?:se[ ]eliminó[ ]este|este)[ ]mensaje(?:[ ]fue[ ]eliminado)?\.?)
    | (?i:(?:данное[ ])?сообщение[ ]удалено\.?|повідомлення[ ]видалено\.?|ta[ ]wiadomość[ ]została[ ]usunięta\.?)
    | (?i:(?:missed|declined)[ ](?:voice|video)[ ]call\.?|waiting[ ]for[ ]this[ ]message[^\n]{0,60})
    | (?i:messages[ ]and[ ]calls[ ]are[ ]end-to-end[ ]encrypted\.[^\n]{0,120})
    | <?(?:attached:[ ])?[\w -]{1,60}\.(?:jpe?g|png|gif|webp|mp4|mov|opus|ogg|m4a|mp3|pdf|docx?|vcf)>?
        (?:[ ]\([^()\n]{1,30}\))?
    | (?i:(?:has[ ])?(?:joined|left)(?:[ ](?:the[ ](?:group|channel|chat|server|meeting|call)|\#[\w-]+
        |using[ ][^\n]{1,50}|via[ ][^\n]{1,40})[.!]?))
    | (?i:(?:set|changed|updated|cleared)[ ]the[ ](?:channel|group|subject|topic|description|icon|name)\b[^\n]{0,120})
    | (?i:(?:was|were)[ ](?:added|removed)[ ](?:to|from|by)\b[^\n]{0,60})
    | (?i:\d+[ ]repl(?:y|ies)\b[^\n]{0,40}|(?:replied|commented)[ ](?:to|in)[ ]a[ ]thread:[^\n]{0,300})
    | (?i:(?:uploaded|shared|attached)[ ](?:an?|\d+)[ ](?:files?|images?|photos?|videos?|snippets?)\b[^\n]{0,120})
    | (?i:(?:reacted[ ]to|liked|loved|laughed[ ]at|emphasized|removed[ ]a)[ ]["“][^\n]{1,300}["”](?:[ ]with[ ]\S{1,8})?)
    | (?i:(?:created|renamed|archived)[ ](?:the|this)[ ](?:group|channel)\b[^\n]{0,60}|pinned[ ]a[ ]message[^\n]{0,60})
    )""",
    re.VERBOSE,
)


def is_program_note(words: str) -> bool:
    """Return whether a message is what a chat's program says in its sender's place: "<Media omitted>"."""
    return _PROGRAM.fullmatch(words.strip()) is not None

"""Whose words the parts of a mail are: the sender's own, those that he quotes, and those that he forwards.

A line such as "On 11 May 2026, Petra Voling wrote:" names whose the quoted lines (">") below it are, and when they were
written; a block of "From: … Sent: … To: …" names whose everything below it is. Quoted lines that nothing names are
nobody's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from email.utils import parseaddr

from index.dates.days import ANY_MONTH, WEEKDAY, written
from index.text.expressions import expression


@dataclass(frozen=True)
class Part:
    """Lines of one writer; None where the mail does not say whose they are. `words` is false for what only names one.

    The day is empty where it is not the mail's and the mail does not tell it.
    """

    lines: tuple[str, ...]
    writer: str | None
    day: str | None = None
    words: bool = True


_QUOTE = expression(r"[ \t]?(?:>|\|(?=[ \t])) ?")
_VERB = (
    r"(?:wrote|writes|said|says|schrieb|schreibt|a écrit|écrit|escribió|ha scritto|schreef|skrev|kirjoitti|pisze|"
    r"napisał(?:a|\(a\))?|пишет|писал(?:а|\(а\))?|написал(?:а|\(а\))?|пише|написав|написала|піша|напісаў|напісала)"
)
_WROTE = expression(rf"\b{_VERB}(?: the following)?\s*:?\s*$|\b(?:schrieb|skrev|schreef)\b", re.IGNORECASE)
_ON = expression(r"(?:on|am|le|el|il|op|den|w dniu|dnia|в|у|at|quoting|in article|em|från)\b|\d|[*\[]", re.IGNORECASE)
_ADDRESS = expression(r"(?<![\w.+'-])[<(\[]?(?:mailto:)?[\w.+'-]++@[\w.-]+[>)\]]?(?:<mailto:[^>]{0,300}>)?")
_CLOCK = expression(
    r"(?:\b(?:at|um|à|a las|alle|om|o|kl\.?|в|о|у)\s+)?\b\d{1,2}[:.h]\d{2}(?::\d{2})?\b(?:\s*(?:Uhr|Z|[ap]\.?m\b\.?))?",
    re.IGNORECASE,
)
_ZONE = expression(r"(?:\b(?:UTC|GMT|[ECMP][SD]T|CES?T|MSK)\b|[+-]\d{4}\b)[+-]?\d*(?:\s*\([^)]*\))?")
_FORWARD = expression(
    r"\s*+[-_*]*+\s*+(?:original message|original[- ]nachricht|ursprüngliche nachricht|forwarded message|"
    r"forwarded by .{0,60}|begin forwarded message|weitergeleitete nachricht|anfang der weitergeleiteten nachricht|"
    r"message d'origine|"
    r"message d’origine|message original|message transféré|début du message (?:réexpédié|transféré)|mensaje original|"
    r"mensaje reenviado|messaggio originale|messaggio inoltrato|oorspronkelijk bericht|пересылаемое сообщение|"
    r"исходное сообщение|оригинальное сообщение|переадресованное сообщение|начало переадресованного сообщения|"
    r"переслане повідомлення|пересланное сообщение|оригінальне повідомлення|перасланае паведамленне|"
    r"wiadomość oryginalna|oryginalna wiadomość|wiadomość przekazana|przekazana wiadomość|treść przekazanej wiadomości)"
    r"\s*:?\s*[-_*]*\s*",
    re.IGNORECASE,
)
_SENDER = ("from", "von", "de", "от", "від", "od", "da", "van", "fra", "från", "ад", "expéditeur")
_SENT = (
    *("date", "sent", "datum", "gesendet", "envoyé", "дата", "отправлено", "надіслано", "wysłano", "data", "fecha"),
    *("enviado", "inviato", "verzonden", "sendt", "skickat", "адпраўлена", "sent at", "enviado el", "дата отправки"),
)
_OTHER = (
    *("to", "cc", "bcc", "subject", "reply-to", "an", "betreff", "kopie", "à", "objet", "кому", "тема", "копия"),
    *(
        "копія",
        "do",
        "dw",
        "temat",
        "para",
        "asunto",
        "a",
        "oggetto",
        "aan",
        "onderwerp",
        "til",
        "emne",
        "till",
        "ämne",
    ),
    *("organization", "message-id", "in-reply-to", "newsgroups", "x-mailer", "importance", "attachments", "priority"),
    *("antwort an", "répondre à", "bcc", "udw", "тэма", "каму", "кам"),
)
_HEADER = expression(r"[ \t*_]*(?P<name>[^\W\d_][^:\n]{0,20}?)[ \t*_]*:[*_]*[ \t]*(?P<value>[^\n]*)")
_MOST_HEADERS = 12
_RULE = expression(r"\s*[-_*=]{3,}(?:[^\n]{0,60}?[-_*=]{3,})?\s*")
"""A line of dashes, also with words between them: "-----Urspruengliche Nachricht-----"."""
_ITEM = expression(r"\s*(?:[-*•–+]|\(?\w{1,3}[.)])\s")
_WRAPPED = 55
"""A line as long as this was ended by the program that sent it."""


def parts(text: str, writer: str | None, day: str | None) -> list[Part]:
    """Return a mail's text in parts, in order, each with its writer; marks of quotation are taken off their lines."""
    return [each for each in _parts(text.split("\n"), writer, day, _DEEPEST) if any(map(str.strip, each.lines))]


_DEEPEST = 30


def saved_parts(text: str) -> list[Part]:
    """Return the parts of a mail that was saved as a text: it quotes lines (">") below who wrote them; else none."""
    lines = text.split("\n")
    quoted = (at for at, line in enumerate(lines) if at and line.startswith(">") and not lines[at - 1].startswith(">"))
    if not any(_attribution(lines[max(0, at - _ANNOUNCED_WITHIN) : at]) for at in quoted):
        return []
    return parts(text, None, None)


_ANNOUNCED_WITHIN = 4


def _parts(lines: Sequence[str], writer: str | None, day: str | None, depth: int) -> Iterator[Part]:
    """Yield the parts of lines that are, if nothing in them says otherwise, one writer's."""
    own: list[str] = []
    quoted: tuple[str | None, str | None] = (None, None)
    at = 0
    while at < len(lines):
        if (block := _headers(lines, at)) is not None:
            yield from _announced(own, _rule_above(own), writer, day, further=lines[at : block.end])
            yield from _parts(_below_block(lines[block.end :]), block.writer, block.day, depth - 1)
            return
        if _QUOTE.match(lines[at]) and depth:
            end = _quotation_end(lines, at)
            above = _attribution(own)
            quoted = (above.writer, above.day) if above else quoted
            yield from _announced(own, above.lines if above else 0, writer, day)
            yield from _parts(_unquoted(lines[at:end]), *quoted, depth - 1)
            own, at = [], end
            continue
        own.append(lines[at])
        at += 1
        if (above := _attribution(own, alone=True)) and _is_unmarked_quotation(lines[at:]):
            yield from _announced(own, above.lines, writer, day)
            yield from _parts(lines[at:], above.writer, above.day, depth - 1)
            return
    yield from _own(own, writer, day)


def _announced(
    own: Sequence[str], announcing: int, writer: str | None, day: str | None, further: Sequence[str] = ()
) -> Iterator[Part]:
    """Yield a writer's lines, and the last of them and further ones that only announce the words of another."""
    words = len(own) - announcing
    yield from _own(own[:words], writer, day)
    if announcing or further:
        yield Part((*own[words:], *further), None, words=False)


def _below_block(lines: Sequence[str]) -> Sequence[str]:
    """Return the lines below a head; some programs put the marks of quotation on them as well."""
    return _unquoted(lines) if _all_quoted(lines) else lines


def _unquoted(lines: Sequence[str]) -> list[str]:
    return [_QUOTE.sub("", line, count=1) for line in lines]


def _quotation_end(lines: Sequence[str], at: int) -> int:
    """Return where the marked lines from one on end, without the empty lines below them."""
    end = next((n for n in range(at, len(lines)) if lines[n].strip() and not _QUOTE.match(lines[n])), len(lines))
    while not lines[end - 1].strip():
        end -= 1
    return end


def _is_unmarked_quotation(following: Sequence[str]) -> bool:
    """Return whether a program marked no quoted line: then what follows is what the line above announces."""
    return bool(following) and not any(_QUOTE.match(line) for line in following)


def _own(lines: Sequence[str], writer: str | None, day: str | None) -> Iterator[Part]:
    """Yield a writer's lines, and below the mark of a signature what says who he is and nothing else."""
    end = next((at for at, line in enumerate(lines) if line.rstrip(" ") == "--"), len(lines))
    end -= _rule_above(lines[:end])
    yield Part(tuple(lines[:end]), writer, day)
    if end < len(lines):
        yield Part(tuple(lines[end:]), None, words=False)


def _all_quoted(lines: Sequence[str]) -> bool:
    written = [line for line in lines if line.strip()]
    return bool(written) and all(_QUOTE.match(line) for line in written)


@dataclass(frozen=True)
class _Block:
    end: int
    writer: str | None
    day: str | None


@dataclass
class _Head:
    """The lines of a mail's head that were read of a block."""

    writer: str | None = None
    day: str | None = None
    others: int = 0

    def take(self, line: str) -> bool:
        """Return whether a line is one of the head, and not the second of its kind."""
        match = _HEADER.match(line)
        if match is None:
            return False
        if _is(match, _SENDER) and self.writer is None:
            self.writer = match["value"].strip(" *\t") or "?"
        elif _is(match, _SENT) and self.day is None:
            self.day = match["value"]
        elif _is(match, _OTHER):
            self.others += 1
        else:
            return False
        return True

    @property
    def whole(self) -> bool:
        """Return whether there is enough of a head: a sender, and a day or two lines more."""
        return self.writer is not None and (bool(self.others or self.day) if self.day is not None else self.others > 1)


def _headers(lines: Sequence[str], at: int) -> _Block | None:
    """Return the block of a mail's head that begins at a line: a sender, with a day or a receiver and a subject."""
    if not _begins_head(lines, at):
        return None
    head, end = _Head(), at
    for number in range(at, min(len(lines), at + _MOST_HEADERS)):
        goes_on = lines[number].strip() and lines[number].startswith((" ", "\t"))
        if not head.take(lines[number]) and not goes_on:
            break
        end = number + 1
    return _Block(end, person(head.writer or ""), first_day(head.day or "") or "") if head.whole else None


def _begins_head(lines: Sequence[str], at: int) -> bool:
    """Return whether a line may be the first of a mail's head, below nothing or a rule that announces it."""
    match = _HEADER.match(lines[at])
    if not match or not any(_is(match, names) for names in (_SENDER, _SENT, _OTHER)):
        return False
    above = lines[at - 1] if at else ""
    return not above.strip() or bool(_FORWARD.fullmatch(above) or _RULE.fullmatch(above))


def _is(match: re.Match[str], names: tuple[str, ...]) -> bool:
    return match["name"].strip(" *_\t").lower() in names


def _rule_above(own: Sequence[str]) -> int:
    """Return how many of the last lines only announce the block below them ("-----Original Message-----")."""
    written = [at for at, line in enumerate(own) if line.strip()]
    if written and (_FORWARD.fullmatch(own[written[-1]]) or _RULE.fullmatch(own[written[-1]])):
        return len(own) - written[-1]
    return 0


@dataclass(frozen=True)
class _Attribution:
    """How many lines say whose the words below are, with who and when."""

    lines: int
    writer: str | None
    day: str | None


def _attribution(own: Sequence[str], alone: bool = False) -> _Attribution | None:
    """Return what the last lines say of whose the words below are; None where none does.

    `alone`: no mark of quotation follows, so that nothing but a day, a name and "wrote:" is proof enough.
    """
    if alone and not (own and own[-1].strip()):
        return None
    last = next((at for at in range(len(own) - 1, -1, -1) if own[at].strip()), None)
    if last is None or not own[last].rstrip(" *_").endswith((":", "...", "…")):
        return None
    for first in range(last, max(-1, last - 3), -1):
        if not own[first].strip():
            break
        joined = " ".join(" ".join(own[first : last + 1]).split())
        if first and own[first - 1].strip() and first > last - 2 and not _ON.match(joined):
            continue
        if found := _named(joined, alone):
            return _Attribution(len(own) - first, *found)
    return None


def announces(line: str) -> bool:
    """Return whether a line by itself says who wrote the words below it, and when."""
    return line.rstrip().endswith(":") and _named(line.strip(), alone=True) is not None


def _named(line: str, alone: bool) -> tuple[str | None, str | None] | None:
    """Return who wrote and on what day, of a line that announces quoted words."""
    if len(line) > 300:
        return None
    days = [each for each in written(line) if each.day]
    if not _announces(line, bool(days), alone):
        return None
    who = _who(line, [(each.start, each.end) for each in days])
    return (who, first_day(line) or "") if who or days or _ADDRESS.search(line) else None


def _announces(line: str, has_day: bool, alone: bool) -> bool:
    """Return whether a line says that somebody wrote, or has an address and a day; `alone` it has to have more."""
    wrote, address = _WROTE.search(line) is not None, _ADDRESS.search(line) is not None
    if alone:
        return wrote and has_day and (address or _ON.match(line) is not None)
    return wrote or (address and has_day)


def _who(line: str, days: Sequence[tuple[int, int]]) -> str | None:
    """Return the name that is left of the line when the day, the time, the address and the verb are taken out."""
    rest = list(line)
    for pattern in (_ADDRESS, _CLOCK, _ZONE, _WROTE):
        for match in pattern.finditer(line):
            rest[match.start() : match.end()] = "\n" * (match.end() - match.start())
    for start, end in days:
        rest[start:end] = "\n" * (end - start)
    pieces = re.split(r"[\n,;:<>()\[\]*|\"]+", "".join(rest))
    names = [name for piece in pieces if (name := _bare(piece))]
    if names:
        # "Voling, Petra" keeps its comma only in a pair of one word each.
        return names[0] if len(names) != 2 or any(" " in each for each in names) else f"{names[1]} {names[0]}"
    address = _ADDRESS.search(line)
    return person(address[0].strip("<>()[]")) if address else None


_NOISE = expression(
    rf"(?:(?:on|am|um|le|el|il|op|den|at|in|in article|quoting|dnia|w dniu|o|в|у|г|р|г\.|р\.|the|a|à|alle|om|uhr|"
    rf"hat|has|użytkownik|пользователь|korisnik|news|message|дня|року|года)\b\.?|{WEEKDAY}|{ANY_MONTH}|[\d.,/\s–—-]+)+",
    re.IGNORECASE,
)


_PRONOUNS = frozenset(
    """he she they we you i it as who somebody someone er sie wir ich il elle je nous on он она они мы я она вы on ona
    my oni ja він вона вони ми dear hi hello""".split()
)


def _bare(piece: str) -> str | None:
    piece = " ".join(piece.split())
    while (match := _NOISE.match(piece)) and match.end():
        piece = piece[match.end() :].strip()
    piece = re.sub(r"(?:\s+(?:hat|has|a|ha|am|um|at|on|via|le|г\.?|р\.?))+$", "", piece).strip(" .'’-–—")
    letters = sum(map(str.isalpha, piece))
    return (
        piece
        if letters >= 2
        and piece.split()[0].lower() not in _PRONOUNS
        and piece[:1].isalpha()
        and any(map(str.isupper, piece))
        and len(piece) <= 80
        else None
    )


def person(sender: str) -> str | None:
    """Return the name of a mail's sender ("Harkness, Jon" <jon@…> is Jon Harkness), else the address, else None."""
    sender = " ".join(re.sub(r"\[mailto:[^\]]*\]|<mailto:[^>]*>", "", sender).split()).strip("* ")
    name, address = parseaddr(sender.replace("[", "<").replace("]", ">"))
    if "@" not in address:
        name, address = sender.partition("<")[0], ""
    name = re.sub(r"\s*(?:\(.*\)|via .*|on behalf of .*|im Auftrag von .*)$", "", name.strip(" '\"")).strip(" '\"")
    last, comma, first = name.partition(", ")
    if comma and len(first.split()) <= 3 and "," not in first and len(last.split()) <= 3:
        name = f"{first} {last}"
    return name or address or None


def first_day(text: str) -> str | None:
    """Return the first day of a line that tells one with its year, as YYYY-MM-DD."""
    return next((on.isoformat() for each in written(text) if (on := each.on())), None)


def unwrapped(lines: Sequence[str]) -> list[str]:
    """Return the lines with those joined that a program broke within a sentence."""
    kept: list[str] = []
    last = ""
    for line in lines:
        if kept and _goes_on(last, line):
            kept[-1] = f"{kept[-1]} {line.strip()}"
        else:
            kept.append(line)
        last = line
    return kept


def _goes_on(line: str, following: str) -> bool:
    bare = following.strip()
    if not line.strip() or not bare or _ITEM.match(following) or re.match(r"[-_*=+|]{3}|\S+@|https?:", bare):
        return False
    if len(line) >= _WRAPPED and not line.endswith(":"):
        return True
    word = line.split()[-1]
    return line[-1] not in ".!?:;…" and (bare[0].islower() or (word.isalpha() and word.islower()))

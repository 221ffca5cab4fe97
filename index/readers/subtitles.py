"""Subtitles: what is said, without the numbers, notes and sounds of the file; the times are kept beside the text.

Each cue's words go on where the one before ends. A paragraph begins where another voice does, or after a long pause.
Whose voice it is stands before its words ("Rita Holm: …") and, where the file marks it, in the document's turns.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from errors import DocumentError
from index.dates.title_days import day_noted
from index.readers.parsed import Parsed, decoded, found_in, normalised
from index.readers.subtitle_cues import Cue, cues, notes, plain, rolled_up
from index.text.expressions import expression

_VOICE = expression(r"<v(?:\.[^\s<>]*)?[ \t]++(?P<name>[^<>\n]+)>|</v>")
_NEW_SPEAKER = expression(r"\A\s*(?:>>+|[-–—‐](?=\s*[^\s\d–—-]))[ \t]*")
_SHORTENED = r"\b(?i:mrs?|ms|mx|dr|rev|fr|hon|prof|gen|sen|rep|gov|st|lt|sgt|col|capt|cllr|supt|jr|sr|[^\W\d_])\."
_LABEL = expression(rf"(?P<name>(?=[^\W\d_a-z])(?:[^:\n.!?]|{_SHORTENED}){{1,61}}):(?=\s|$)")
"""A name before a colon; a full stop within it ends a title or an initial: "MS. KARIN HOLM:"."""
_DESCRIBED = expression(r"(?P<name>[^(),]{2,40}?)(?: ?\([^()]{1,40}\))?(?:, [^\W\d_A-Z][^,()]{1,60})?")
_BRACKETS = expression(r"\[[^\][]{0,200}\]|【[^】]{0,200}】")
_SOUND = expression(r"\((?:[^()]{0,200})\)|\*[^*]{1,80}\*")
_MUSIC = expression(r"[♪♫♬♩#]")
_LETTER = expression(r"[^\W_]")
_ENDS = (".", "!", "?", "…", "”", '"', "»")
_DATED = expression(
    r"(?:date|recorded(?: on)?|broadcast(?: on)?|aired(?: on)?|published(?: on)?|datum|дата)[ ]?[:=]?[ ]"
    r"(?P<day>\S[^\n]{4,40})$",
    re.IGNORECASE,
)
PAUSE = 2_000
"""Milliseconds of silence after a finished sentence that begin a new paragraph."""


@dataclass(frozen=True)
class _Said:
    """Words of one voice in one cue; `new` where the file says that another voice begins."""

    cue: Cue
    words: str
    voice: str | None
    new: bool
    label: str | None = None
    """What may name the voice before its words: "NORA:"."""


@dataclass
class _Text:
    """The document as it grows."""

    said: str = ""
    end: int = 0
    voice: str | None = None
    labelled: bool = False
    times: list[tuple[int, float]] = field(default_factory=list)
    turns: list[tuple[int, int, str, str | None]] = field(default_factory=list)

    def add(self, each: _Said) -> None:
        goes_on = self._goes_on(each)
        paused = each.cue.start - self.end > PAUSE and self.said.endswith(_ENDS)
        if self.said:
            self.said += " " if goes_on and not paused else "\n\n"
        self.times.append((len(self.said), each.cue.start / 1000))
        if not goes_on:
            self.voice, self.labelled = each.voice, each.label is not None
            if each.voice is None and each.new:
                self.voice = UNKNOWN_VOICE
            self.said += f"{' '.join((each.label or each.voice).split())}: " if each.voice else ""
        start = len(self.said)
        self.said += each.words
        self._turn(start, begins=not goes_on or paused)
        self.end = each.cue.end

    def _goes_on(self, each: _Said) -> bool:
        """Return whether the words are the voice's before: a label counts until another voice begins.

        A file that marks each cue's voice leaves one out at most within a sentence.
        """
        if not self.said or each.new:
            return False
        if each.voice == self.voice:
            return True
        unsaid = self.labelled or self.voice == UNKNOWN_VOICE
        return each.voice is None and (unsaid or self._unfinished(each.words))

    def _unfinished(self, words: str) -> bool:
        return bool(self.said) and not self.said.endswith(_ENDS) and words[:1].islower()

    def _turn(self, start: int, begins: bool) -> None:
        if self.voice is None:
            return
        if begins or not self.turns:
            self.turns.append((start, len(self.said), self.voice, None))
        else:
            self.turns[-1] = (self.turns[-1][0], len(self.said), self.voice, None)


def read(content: bytes) -> list[Parsed]:
    """Return the one document of the file: cues joined to sentences, a paragraph where a voice or a long pause begins.

    Raises:
        DocumentError: there is no cue in it.
    """
    found = decoded(content)
    content_text = normalised(found.text)
    shown = list(cues(content_text))
    if not shown:
        raise DocumentError("is not a readable subtitle file; save it again as .srt or .vtt.")
    sounds = 0
    said: list[_Said] = []
    for cue in _without_doubles(rolled_up(shown)):
        lines, left_out = _without_sounds(cue.lines)
        sounds += left_out
        said += _said(cue, lines)
    text = _Text()
    for each in _labelled(said):
        text.add(each)
    if not text.times:
        raise DocumentError("contains no subtitle; save it again as .srt or .vtt.")
    noted = list(notes(content_text))
    counts = (("description of a sound", sounds), ("note", len(noted)))
    omitted = (*((what, count) for what, count in counts if count), *found.omitted)
    about = found_in("a note in the file", {"published": next(filter(None, map(_day, noted)), None)})
    return [Parsed(text.said + "\n", about, times=tuple(text.times), turns=tuple(text.turns), omitted=omitted)]


def _day(note: str) -> str | None:
    """Return the day of a note that says what it is the day of ("Recorded: 7 January 2026"), or ends with it."""
    if match := _DATED.match(note):
        return match["day"]
    return day_noted(note)


def _without_doubles(found: list[Cue]) -> Iterator[Cue]:
    """Yield the cues but those that show the same words at the same time: layers of one line, such as its shadow."""
    before = None
    for cue in found:
        if cue != before:
            yield cue
        before = cue


def _without_sounds(lines: tuple[str, ...]) -> tuple[list[str], int]:
    """Return the lines without what is heard and not said, and how many such descriptions there were."""
    joined, count = _BRACKETS.subn(" \x00 ", "\n".join(lines))
    kept = []
    for line in joined.split("\n"):
        rest, marks = _MUSIC.subn("", line) if re.search("[♪♫♬♩]", line) else (line, 0)
        bare = _NEW_SPEAKER.sub("", plain(rest).strip(), count=1).strip()
        if _SOUND.fullmatch(bare) or (marks and not _LETTER.search(bare)):
            count += 1
            continue
        kept.append(f"\x00{rest}" if marks else rest)
    # Upper case within a line is a description too: "(SIGHS) I know."
    text, shouted = re.subn(
        r"\((?=[^()a-zà-ÿа-я\n]*+\))[^()a-zà-ÿа-я\n]*[^\W\d_]{2}[^()a-zà-ÿа-я\n]*\)", " \x00 ", "\n".join(kept)
    )
    return text.split("\n"), count + shouted


def _said(cue: Cue, lines: list[str]) -> Iterator[_Said]:
    """Yield what each voice says in a cue."""
    voice: str | None = None
    new = False
    words: list[str] = []
    for line in lines:
        for name, piece in _voices(line, voice):
            begins = _begins(plain(piece).strip())
            if name != voice or begins:
                yield from _spoken(cue, words, voice, new)
                words, new = [], begins
            voice = name
            words.append(piece)
    yield from _spoken(cue, words, voice, new)


def _begins(piece: str) -> bool:
    """Return whether a line tells by its first sign that another voice begins."""
    return piece.startswith("\x00") or _NEW_SPEAKER.match(piece) is not None or _LABEL.match(piece) is not None


def _voices(line: str, voice: str | None) -> Iterator[tuple[str | None, str]]:
    """Yield the pieces of a line, each with the voice that the file marks."""
    start = 0
    for match in _VOICE.finditer(line):
        if line[start : match.start()].strip():
            yield voice, line[start : match.start()]
        voice = " ".join(plain(match["name"]).split()) or None if match["name"] else None
        start = match.end()
    if line[start:].strip():
        yield voice, line[start:]


def _spoken(cue: Cue, words: list[str], voice: str | None, new: bool) -> Iterator[_Said]:
    said = " ".join(" ".join(map(plain, words)).replace("\x00", " ").split())
    bare = _NEW_SPEAKER.sub("", said, count=1) if new or voice is None else said
    if _LETTER.search(bare):
        label = _LABEL.match(bare) if voice is None else None
        # A label alone may be a sentence's beginning: it begins a voice where the file has such labels.
        yield _Said(
            cue=cue,
            words=bare,
            voice=voice,
            new=new and not (label and bare == said),
            label=label["name"] if label else None,
        )


def _labelled(said: list[_Said]) -> Iterator[_Said]:
    """Yield the words, those behind a label as that voice's where the file's labels are names of speakers."""
    names = _names_of_speakers(said)
    before: str | None = None
    for each in said:
        if each.label is None or each.label not in names:
            before = None if each.new else before
            yield replace(each, label=None)
        else:
            words = each.words[len(each.label) + 1 :].strip()
            # Programs repeat the name on each cue; the voice goes on where no mark says that another begins.
            goes_on = each.label == before and not each.new
            before = each.label
            voice = " ".join(_name_in(each.label).split())
            yield _Said(cue=each.cue, words=words, voice=voice, new=not goes_on, label=each.label)


def _names_of_speakers(said: list[_Said]) -> set[str]:
    """Return the labels that name speakers; none where too few do, so that they may be beginnings of sentences."""
    counts = Counter(each.label for each in said if each.label)
    several = sum(count > 1 for count in counts.values()) > 1
    names = {name for name, count in counts.items() if _is_name(_name_in(name)) or (several and count > 1)}
    return names if sum(counts[name] for name in names) >= LEAST_LABELS or _is_one_enough(names, said) else set()


def _name_in(label: str) -> str:
    """Return the name in capitals of a label that says more of its speaker: "ANA RUIZ (née Tell), stewardess"."""
    match = _DESCRIBED.fullmatch(label)
    return match["name"] if match and match["name"].isupper() else label


def _is_one_enough(names: set[str], said: list[_Said]) -> bool:
    """Return whether a label in capitals stands among voices that the file marks otherwise."""
    certain = any(name.isupper() and len(name) > 2 for name in names)
    return certain and any(each.new and each.label is None for each in said)


def _is_name(label: str) -> bool:
    words = [word for word in label.split() if word[:1].isalpha()]
    return label.isupper() or (2 <= len(words) <= 5 and words[0][0].isupper() and words[-1][0].isupper())


LEAST_LABELS = 2
UNKNOWN_VOICE = ""
"""The speaker of a turn that a dash or arrow opens and nobody is named for."""

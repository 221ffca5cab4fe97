"""Seventy invented transcripts of fourteen forms, five layouts each, with whose each utterance is."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

Utterance = tuple[int | None, str]
"""The number of the speaker in the meeting's list, None for somebody unknown, and the words."""

Said = tuple[frozenset[str], str]
"""What a speaker may be called, by the last word of the name or by the office, in small letters; and the words."""


@dataclass(frozen=True)
class Who:
    """A speaker as the different forms call them."""

    title: str
    given: str
    surname: str
    seat: str
    office: str

    @property
    def full(self) -> str:
        return f"{self.given} {self.surname}"

    @property
    def called(self) -> frozenset[str]:
        return frozenset({self.surname.split()[-1].lower(), self.office.lower(), f"the {self.office.lower()}"})


@dataclass(frozen=True)
class Transcript:
    """A text, and for each utterance what its speaker may be called (nothing: nobody known) and the words."""

    name: str
    text: str
    said: list[Said]


RIVER = (
    (Who("Mr", "Rupert", "Lask", "Wickmoor", "Minister for Rivers"), Who("Ms", "Ada", "Talbot", "Eskby", "Chair")),
    [
        (1, "Order. We come to the weir at Wickmoor, and I call the minister."),
        (0, "I am grateful. The weir has been broken for nine years, and the last repair lasted a single winter."),
        (1, "Does he accept that his department knew of the crack in June?"),
        (0, "We knew of a crack. We did not know how deep it ran."),
        (None, "Shame on you!"),
        (1, "I will clear the gallery if that happens again. The minister has the floor."),
        (0, "Two surveys were made. Neither of them found a danger to the houses below: the first was too short."),
        (1, "Then the house will want both surveys by Friday."),
        (0, "It will have them by Thursday."),
    ],
)
POOL = (
    (
        Who("Ms", "Dana", "Wexley", "North Ward", "Mayor"), Who("Mr", "Markus", "Eng", "Harbour Ward", "Treasurer"),
        Who("Ms", "Luz Pedro", "de la Vega", "Hill Ward", "Clerk"),
    ),
    [
        (0, "Good evening, everybody. The pool will close on Sundays from the first of May."),
        (1, "The pool is full on Sundays! I counted two hundred people there last week."),
        (2, "For the minutes, the count was one hundred and eighty-four."),
        (0, "We can't heat it seven days a week. That is all there is to it."),
        (1, "And who decided that? Not this council."),
        (None, "He's right, you know."),
        (2, "There was a vote in March. I have the sheet here."),
        (0, "We will vote on it again next week, then."),
        (1, "I will vote no, as I did before."),
    ],
)  # fmt: skip
NETS = (
    (Who("Ms", "Rita", "Holm", "Ostrand", "Moderator"), Who("Dr", "Nora", "deVries Moll", "Vesk", "Director")),
    [
        (0, "Thank you for coming. Are the nets legal?"),
        (1, "The nets were never legal. We told the council so in 2019 and in 2021."),
        (0, "What did they answer?"),
        (1, 'They answered nothing. A letter came back: "address unknown". I have kept it.'),
        (0, "Has anybody been fined?"),
        (1, "Nobody. Not one boat, not one owner."),
        (None, "That isn't true."),
        (0, "Please wait for the microphone."),
        (1, "I would welcome being wrong about this."),
    ],
)
TRAM = (
    (
        Who("Mr", "Ivo", "Lind", "Kestria", "President"), Who("Mrs", "Una", "Raske", "Vasland", "Secretary"),
        Who("Mr", "Olaf", "van den Berg", "Osk", "Counsel"),
    ),
    [
        (0, "The meeting is open. Mrs Raske has asked to speak about the tram."),
        (1, "My question is short: why were forty trees felled before the court had ruled?"),
        (2, "Counsel advised that the order had lapsed. That advice was mine, and it was wrong."),
        (1, "I thank Mr van den Berg for saying so."),
        (0, "Is there a plan to plant new ones?"),
        (2, "There is. Sixty limes go in this autumn; the budget has been agreed."),
        (1, "Limes take thirty years."),
        (None, "Cut your speech, not the trees!"),
        (0, "We shall adjourn here and return at two."),
    ],
)  # fmt: skip
FERRY = (
    (Who("Mr", "Leif", "Brandal", "Skarv", "Governor"), Who("Ms", "Prue F.", "Handley", "Marrow Bay", "Senator")),
    [
        (1, "Let me begin with the ferry. How many crossings were cancelled last winter?"),
        (0, "A hundred and twelve, out of nine hundred. I regret every one of them."),
        (1, "And the reason?"),
        (0, "Ice, mostly. In February we lost an engine, and there is no spare in the country."),
        (1, "You said in October that a spare had been bought."),
        (0, "I said that it had been ordered. It came in April."),
        (None, "Unbelievable."),
        (1, "So for six months the islands had one boat."),
        (0, "They had one boat and the mail plane. Nobody went hungry."),
    ],
)
MEETINGS = (RIVER, POOL, NETS, TRAM, FERRY)
FURNITURE = (
    "12 May 2026 : Column 31WH", "Page 4 of 19", "[Laughter.]", "(Applause.)", "- 7 -", "10.45 am",
    "(crosstalk)", "Column 212",
)  # fmt: skip

Label = Callable[[Who, bool, int], str]
"""The label of a speaker, whether for the first time, at a number of seconds."""


def clock(seconds: int, hours: bool = False) -> str:
    return f"{'00:' * hours}{seconds // 60 % 60:02}:{seconds % 60:02}".removeprefix("" if hours else "0")


def render(
    meeting: tuple[Sequence[Who], Sequence[Utterance]],
    label: Label,
    *,
    head: str = "",
    unknown: str | None = "A VOICE: ",
    gap: str = "\n\n",
    wrap: int = 0,
    indent: str = "",
    furniture: Sequence[str] = (),
    below: str = "",
    foot: str = "",
) -> tuple[str, list[Said]]:
    """Return the text of a meeting and its utterances; unknown speakers are left out where they have no label."""
    who, lines = meeting
    met: set[int] = set()
    parts, said, seconds, notes = [head] if head else [], [], 4, list(furniture)
    for number, (speaker, words) in enumerate(lines):
        if speaker is None and unknown is None:
            continue
        written = unknown if speaker is None else label(who[speaker], speaker not in met, seconds)
        met |= {speaker} if speaker is not None else set()
        line = indent + (written or "") + below + words
        parts.append(textwrap.fill(line, wrap) if wrap and not below else line)
        if notes and number % 3 == 1:
            parts.append(notes.pop(0))
        said.append((who[speaker].called if speaker is not None else frozenset(), words))
        seconds += 7 + len(words.split()) // 2
    return gap.join([*parts, *([foot] if foot else [])]) + "\n", said


def cases() -> Iterator[Transcript]:
    """Yield the seventy transcripts: the forms in the order of their names, five layouts each."""
    for form, layouts in FORMS.items():
        for number, (meeting, layout) in enumerate(zip(MEETINGS, layouts, strict=True), start=1):
            text, said = layout(meeting)
            yield Transcript(f"{form} {number}", text, said)


def _layouts(*layouts: dict[str, object]) -> list[Callable[..., tuple[str, list[Said]]]]:
    return [lambda meeting, given=given: render(meeting, **given) for given in layouts]  # type: ignore[misc]


def _seat(who: Who, first: bool, _: int) -> str:
    return f"{who.title} {who.full} ({who.seat}) (Ind): " if first else f"{who.title} {who.surname}: "


def _seat_always(who: Who, first: bool, _: int) -> str:
    return f"{who.full} ({who.seat}, Lab): "


def _office_then_name(who: Who, first: bool, _: int) -> str:
    return f"The {who.office} ({who.title} {who.full}): " if first else f"{who.title} {who.surname}: "


def _squared(who: Who, first: bool, _: int) -> str:
    return f"{who.title} {who.full} [{who.seat}] [Green]: " if first else f"{who.title} {who.full}: "


def _office_behind(who: Who, first: bool, _: int) -> str:
    return f"{who.full}, {who.office} of {who.seat}: " if first else f"{who.surname}: "


def _stop(who: Who, first: bool, _: int) -> str:
    return f"{who.title}. {who.full.upper() if first else who.surname.upper()}. "


def _stop_mixed(who: Who, first: bool, _: int) -> str:
    return f"{who.title}. {who.surname}. " if who.title != "Dr" else f"Dr. {who.surname}. "


def _stop_state(who: Who, first: bool, _: int) -> str:
    return (
        f"{who.title}. {who.surname.upper()} of {who.seat.split()[0]}. "
        if first
        else f"{who.title}. {who.surname.upper()}. "
    )


def _initials(who: Who, first: bool, _: int) -> str:
    return f"{who.full}: " if first else "".join(word[0] for word in who.full.split() if word[0].isupper()) + ": "


def _ends(who: Who) -> str:
    return who.given[0] + next(word for word in who.surname.split() if word[0].isupper())[0]


def _initials_noted(who: Who, first: bool, _: int) -> str:
    return f"{who.full} ({_ends(who)}): " if first else f"{_ends(who)}: "


def _given(who: Who, first: bool, _: int) -> str:
    return f"{who.full}: " if first else f"{who.given.split()[0]}: "


FORMS: dict[str, Sequence[Callable[..., tuple[str, list[Said]]]]] = {
    "seat and party": _layouts(
        {"label": _seat, "head": "12 May 2026", "unknown": "Hon. Members: ", "furniture": FURNITURE[:3]},
        {"label": _seat_always, "gap": "\n", "unknown": "Several councillors in the gallery: "},
        {"label": _office_then_name, "wrap": 70, "furniture": FURNITURE[5:]},
        {"label": _squared, "head": "Assembly\n2 April 2026", "unknown": "An hon. Member: ", "wrap": 60},
        {"label": _office_behind, "unknown": "Unidentified speaker: ", "furniture": FURNITURE[1:5]},
    ),
    "name and colon": _layouts(
        {"label": lambda who, first, _: f"{who.full}: ", "unknown": "Audience member: "},
        {"label": lambda who, first, _: f"{who.full.upper()}: ", "gap": "\n", "furniture": FURNITURE[2:4]},
        {"label": lambda who, first, _: f"{who.surname.upper()}: ", "unknown": "MAN IN AUDIENCE: ", "wrap": 64},
        {"label": lambda who, first, _: f"{who.title.upper()}. {who.surname.upper()}: ", "unknown": "SPEAKER 3: "},
        {"label": _given, "gap": "\n", "unknown": "Speaker 4: ", "furniture": FURNITURE[6:]},
    ),
    "full stop": _layouts(
        {
            "label": _stop,
            "head": "[Congressional Record, January 26, 2026]",
            "gap": "\n",
            "indent": "  ",
            "wrap": 70,
            "unknown": "The PRESIDING OFFICER. ",
        },
        {
            "label": _stop_mixed,
            "indent": "    ",
            "gap": "\n",
            "wrap": 66,
            "unknown": "Voice. ",
            "furniture": FURNITURE[3:4],
        },
        {"label": _stop, "unknown": "The CLERK. ", "furniture": FURNITURE[1:2]},
        {"label": _stop_state, "unknown": "The SPEAKER pro tempore. ", "wrap": 72, "indent": "  ", "gap": "\n"},
        {
            "label": lambda who, first, _: f"{'Senator' if who.title == 'Ms' else 'Governor'} {who.surname}. ",
            "gap": "\n\n",
            "unknown": "A Voice. ",
        },
    ),
    "clock before": _layouts(
        {"label": lambda who, first, at: f"[{clock(at, True)}] {who.full}: ", "unknown": "[00:00:40] Speaker 3: "},
        {
            "label": lambda who, first, at: f"({clock(at)}) {who.full.upper()}: ",
            "gap": "\n",
            "unknown": "(1:02) UNKNOWN: ",
        },
        {
            "label": lambda who, first, at: f"{clock(at, True)} {who.full}: ",
            "gap": "\n",
            "unknown": "00:01:01 [Inaudible]: ",
        },
        {"label": lambda who, first, at: f"[{clock(at)}] {who.surname}: ", "unknown": "[0:59] Man 1: ", "wrap": 60},
        {"label": lambda who, first, at: f"{clock(at, True)} - {who.full}: ", "unknown": "00:00:58 - Participant 2: "},
    ),
    "clock behind": _layouts(
        {"label": lambda who, first, at: f"{who.full} [{clock(at, True)}]: ", "unknown": "Speaker 2 [00:00:41]: "},
        {"label": lambda who, first, at: f"{who.full} ({clock(at)}): ", "gap": "\n", "unknown": "Unknown (0:51): "},
        {"label": lambda who, first, at: f"{who.surname} {clock(at)}: ", "unknown": "Voice 0:44: ", "gap": "\n"},
        {"label": lambda who, first, at: f"{who.full} ({clock(at, True)}):\n", "unknown": "Speaker 9 (00:00:50):\n"},
        {
            "label": lambda who, first, at: f"{who.full.upper()} [{clock(at)}]: ",
            "unknown": "CROWD [0:51]: ",
            "wrap": 58,
        },
    ),
    "arrows": _layouts(
        {"label": lambda who, first, _: f">> {who.full.upper()}: ", "unknown": ">> ", "gap": "\n"},
        {"label": lambda who, first, _: f">>{who.full}: ", "unknown": ">>", "gap": "\n", "furniture": FURNITURE[2:4]},
        {"label": lambda who, first, _: f">> {who.surname.upper()}: ", "unknown": ">> WOMAN: ", "wrap": 40},
        {"label": lambda who, first, _: f">>> {who.full}: ", "unknown": ">>> ", "wrap": 50, "gap": "\n"},
        {
            "label": lambda who, first, _: (
                f">> {who.full.upper()} ({who.seat}): " if first else f">> {who.surname.upper()}: "
            ),
            "unknown": ">> Speaker 7: ",
        },
    ),
    "name and clock above": _layouts(
        {"label": lambda who, first, at: f"{who.full}  {clock(at)}", "below": "\n", "unknown": "Unknown Speaker  0:50"},
        {
            "label": lambda who, first, at: f"{who.full}   {clock(at, True)}",
            "below": "\n",
            "unknown": None,
            "head": "Council",
        },
        {"label": lambda who, first, at: f"{clock(at)} {who.full}", "below": "\n", "unknown": "0:52 Speaker 2"},
        {"label": lambda who, first, at: f"{who.full} | {clock(at)}", "below": "\n", "unknown": "Speaker 4 | 0:48"},
        {
            "label": lambda who, first, at: f"{who.full} ({clock(at)})",
            "below": "\n",
            "unknown": "Guest 1 (0:49)",
            "foot": "(End of recording)",
        },
    ),
    "initials": _layouts(
        {"label": _initials, "unknown": "Man: "},
        {"label": _initials_noted, "unknown": "XY: ", "gap": "\n"},
        {"label": _initials, "head": "We met on the quay.", "unknown": "From the audience: "},
        {"label": lambda who, first, _: _initials(who, first, 0).upper(), "unknown": "QQ: ", "wrap": 70},
        {"label": _initials_noted, "head": "Ferry talk", "unknown": "Passer-by: "},
    ),
    "roles": _layouts(
        {"label": lambda who, first, _: f"THE {who.office.upper()}: ", "unknown": "VOICES: "},
        {
            "label": lambda who, first, _: (
                f"The {who.office} ({who.title} {who.full}): " if first else f"The {who.office}: "
            )
        },
        {"label": lambda who, first, _: f"{who.office} {who.surname}: ", "unknown": "Question from the floor: "},
        {
            "label": lambda who, first, _: f"{who.office.upper()} {who.surname.upper()}: ",
            "gap": "\n",
            "unknown": "ALL: ",
        },
        {"label": lambda who, first, _: f"{who.office}: ", "unknown": "Unidentified male: "},
    ),
    "bold": _layouts(
        {"label": lambda who, first, _: f"**{who.full}:** ", "unknown": "**Audience:** "},
        {"label": lambda who, first, _: f"**{who.full}**: ", "gap": "\n", "unknown": "**Speaker 3**: "},
        {"label": lambda who, first, _: f"__{who.full}__: ", "unknown": "__Unknown__: "},
        {"label": lambda who, first, _: f"<b>{who.full}:</b> ", "unknown": "<b>A voice:</b> "},
        {"label": lambda who, first, _: f"*{who.full}:* ", "unknown": "*Man:* ", "furniture": FURNITURE[3:5]},
    ),
    "dash, tab and capitals": _layouts(
        {"label": lambda who, first, _: f"{who.full} — ", "unknown": None},
        {"label": lambda who, first, _: f"– {who.full.upper()}: ", "unknown": "– VOICE: ", "gap": "\n"},
        {"label": lambda who, first, _: f"{who.full.upper()}\t", "unknown": None, "gap": "\n"},
        {"label": lambda who, first, _: who.full.upper(), "below": "\n", "unknown": None},
        {"label": lambda who, first, _: f"- {who.full}: ", "unknown": "- Speaker 1: ", "gap": "\n"},
    ),
    "a gap or a mark": _layouts(
        {"label": lambda who, first, _: f"{who.full.upper()}  ", "unknown": "A VOICE  "},
        {"label": lambda who, first, _: f"{who.full}> ", "unknown": "Speaker 3> ", "gap": "\n", "wrap": 60},
        {"label": lambda who, first, _: f"[{who.full.upper()}] ", "unknown": "[VOICE FROM THE GALLERY] ", "gap": "\n"},
        {"label": lambda who, first, _: f"{who.title.upper()} {who.surname.upper()}   ", "unknown": "UNKNOWN MALE   "},
        {"label": lambda who, first, _: f"{who.full.upper()} — ", "unknown": "AUDIENCE MEMBER — ", "gap": "\n"},
    ),
    "a gap or a mark after short names": _layouts(
        {"label": lambda who, first, _: f"{who.surname.upper()}\t", "unknown": "WOMAN 2\t"},
        {"label": lambda who, first, _: f"{who.surname}> ", "unknown": "unknown> "},
        {"label": lambda who, first, _: f"[{who.surname}] ", "unknown": "[Man in the audience] "},
        {"label": lambda who, first, _: f"{who.surname.upper()} ({who.office})  ", "unknown": "SPEAKER 3  "},
        {"label": lambda who, first, _: who.full.upper(), "below": "\n", "unknown": "A VOICE"},
    ),
    "Cyrillic": [],
}
_RUSSIAN: Sequence[tuple[str, str, str]] = (
    ("Одран Телл", "Мира Квилл", "Вопрос из зала"), ("О. Телл", "М. Квилл", "Голос из зала"),
    ("О.Телл", "Корреспондент", "Реплика из зала"), ("ТЕЛЛ", "КВИЛЛ", "ГОЛОСА"), ("Министр", "Ведущая", "Неизвестный"),
)  # fmt: skip


def _cyrillic(names: tuple[str, str, str], gap: str) -> tuple[str, list[Said]]:
    first, second, unknown = names
    lines = [
        (second, "Когда откроют мост?"), (first, "Мост откроют в мае. Мы ждали этого девять лет."),
        (second, "А деньги на это есть?"), (first, "Деньги выделены: двести тысяч."), (unknown, "Неправда!"),
        (first, "Я отвечаю за каждое слово."), (second, "Спасибо."),
    ]  # fmt: skip
    text = gap.join(f"{name}: {words}" for name, words in lines) + "\n"
    return text, [(frozenset() if name == unknown else _called(name), words) for name, words in lines]


def _called(name: str) -> frozenset[str]:
    return frozenset({name.lower().split()[-1].split(".")[-1], "interviewer" if name == "Корреспондент" else ""})


FORMS["Cyrillic"] = [
    lambda meeting, names=names, gap=gap: _cyrillic(names, gap)  # type: ignore[misc]
    for names, gap in zip(_RUSSIAN, ["\n\n", "\n", "\n\n", "\n", "\n\n"], strict=True)
]

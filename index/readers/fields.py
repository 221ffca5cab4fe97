"""The names that people give to the fields of a record, in several languages: the one lexicon of tables and records."""

from __future__ import annotations

import re
from collections.abc import Sequence

QUOTED = tuple(
    """quotation quote quotes quotations statement statements said words remark remarks utterance soundbite
    zitat wortlaut aussage äußerung citation citations propos déclaration verbatim cita declaración citazione citaat
    цитата цитаты высказывание слова реплика цитати висловлювання вислів репліка cytat cytaty wypowiedź słowa
    цытата выказванне""".split()
)
"""Names of a field that holds somebody's words, so that a name beside it is its speaker's."""
TEXTS = (
    *QUOTED,
    *"text texte tekst текст тэкст transcript transkript transcription расшифровка content inhalt contenu".split(),
    *"treść body article artikel статья стаття passage full_text".split(),
)
SPEAKERS = tuple(
    """speaker sprecher sprecherin redner rednerin orateur intervenant спикер выступающий оратор говорящий спікер
    промовець мовець mówca rozmówca прамоўца""".split()
)
VOICES = tuple("speakers speaker_name speaker_names presenter presenters preacher".split())
"""Names of a field that front matter has for who speaks in the text, one or several."""
GUESTS = tuple("interviewee interviewees guest guests panelists panellists participants panel".split())
"""Names of a field for who speaks with somebody else: the text is not that one's alone."""
NAMES = tuple(
    """name who person attributed_to said_by source_name wer von nom personne qui имя фио кто персона лицо ім'я хто
    особа імя піб osoba kto nazwisko imię_i_nazwisko nombre nome хто_сказаў""".split()
)
AUTHORS = tuple("author autor autorin auteur автор аўтар byline".split())
DATES = tuple(
    """date published day said_on said date_said published_on publication_date date_of_statement datum tag gesagt_am
    veröffentlicht jour publié дата день опубликовано сказано дата_публикации data dzień opublikowano день fecha
    дзень""".split()
)
_OTHERS = {
    "title": "title headline heading titel überschrift titre заголовок название назва tytuł nagłówek загаловак",
    "source": "source publisher outlet medium newspaper quelle zeitung journal источник издание джерело видання źródło "
    "gazeta крыніца",
    "url": "url link href weblink lien ссылка посилання odnośnik спасылка",
    "language": "language lang sprache langue язык мова język",
}
OTHERS = {name: field for field, names in _OTHERS.items() for name in names.split()}
MEANT = {
    **OTHERS,
    **dict.fromkeys(AUTHORS, "author"),
    **dict.fromkeys(SPEAKERS, "speaker"),
    **dict.fromkeys((*DATES, "published_at", "date_published", "pubdate"), "published"),
}
"""What each plain name of a field about a text stands for, whatever the file."""
FIRST_NAMES = frozenset("first_name firstname vorname prénom given_name имя ім'я imię".split())
LAST_NAMES = frozenset(
    "last_name lastname surname family_name nachname nom_de_famille фамилия прізвище nazwisko".split()
)
IDS = ("id", "_id", "doc_id")


def plain(name: str) -> str:
    """Return a field's name in small letters, its words joined by an underline: " Said on:" is "said_on"."""
    return (
        "_".join(re.sub(r"[^\w'’]|_", " ", name.lower().replace("’", "'")).split()) if name.strip() != "_id" else "_id"
    )


def first_of(wanted: Sequence[str], names: Sequence[str]) -> str | None:
    """Return the first of the wanted names that is among the names."""
    return next((each for each in wanted if each in names), None)


def meanings(names: Sequence[str]) -> dict[str, str]:
    """Return what each plain name of a record's fields stands for: the field of ours -> the name in the file.

    "text" is missing where no field holds the words. A name of a person is the speaker's where the words are
    somebody's; beside the text of an article it is nobody's.
    """
    found: dict[str, str] = {}
    text = first_of(TEXTS, names)
    if text is None:
        return found
    found["text"] = text
    spoken = text in QUOTED or text.startswith(("text", "tekst", "текст", "тэкст", "trans"))
    speaker = first_of(SPEAKERS, names) or (first_of(NAMES, names) if spoken else None)
    author = first_of(AUTHORS, names)
    if speaker is None and author and text in QUOTED:
        speaker, author = author, None
    for field, name in (("speaker", speaker), ("author", author), ("published", first_of(DATES, names))):
        if name and name != text:
            found[field] = name
    for name in names:
        if name in OTHERS and name not in found.values():
            found.setdefault(OTHERS[name], name)
    return found

"""A greeting, thanks or a call for help -> a sentence of the program's own, with questions that have an answer here."""

from __future__ import annotations

from collections.abc import Sequence

from rag.check.cite import Form, searched
from rag.records import Aspect, Query, Scope, Segment

_SAID: dict[str, dict[Aspect, str]] = {
    "en": {"greeting": "Hello.", "thanks": "You are welcome.", "farewell": "Goodbye."},
    "ru": {"greeting": "Здравствуйте.", "thanks": "Пожалуйста.", "farewell": "До свидания."},
    "uk": {"greeting": "Вітаю.", "thanks": "Будь ласка.", "farewell": "До побачення."},
    "be": {"greeting": "Вітаю.", "thanks": "Калі ласка.", "farewell": "Да пабачэння."},
    "pl": {"greeting": "Dzień dobry.", "thanks": "Proszę bardzo.", "farewell": "Do widzenia."},
    "de": {"greeting": "Guten Tag.", "thanks": "Gern geschehen.", "farewell": "Auf Wiedersehen."},
}
_ASK: dict[str, tuple[str, str]] = {
    "en": ("Ask for example:", "The index contains {}."),
    "ru": ("Спросите, например:", "В указателе: {}."),
    "uk": ("Запитайте, наприклад:", "У покажчику: {}."),
    "be": ("Запытайце, напрыклад:", "У паказальніку: {}."),
    "pl": ("Zapytaj na przykład:", "W indeksie: {}."),
    "de": ("Fragen Sie zum Beispiel:", "Der Index enthält: {}."),
}
_WHAT = (
    "I answer questions about what is said in these documents, with the exact words, who said them, when and where; "
    "what they do not say is not answered. You can ask what somebody said, for a fact, for a list or a count, for a "
    "summary, or whether somebody said certain words."
)


def small_talk(query: Query, scope: Scope, examples: Sequence[str]) -> Form:
    """Return the reply; the examples are questions that the index answers."""
    aspect: Aspect = query.broad.aspect if query.broad else "help"
    language = query.broad.language if query.broad and query.broad.language in _ASK else "en"
    ask, holds = _ASK[language]
    # Without quotation marks: what stands in these is somebody's words.
    shown = "".join([f"\n\n{ask}", *(f"\n\n• {each}" for each in examples)]) if examples else ""
    if aspect in ("thanks", "farewell"):
        return Form((Segment(_SAID[language][aspect]),))
    contains = holds.format(searched(scope)) if language == "en" else holds.format(f"{scope.documents:,}")
    if aspect == "greeting":
        return Form((Segment(f"{_SAID[language]['greeting']} {contains}{shown}"),))
    return Form((Segment(f"{_WHAT} {contains}{shown}"),))

"""Greetings, thanks and calls for help, in the languages that questions may be asked in -> which of them it is."""

from __future__ import annotations

import re

from index.text.expressions import expression
from rag.records import Aspect, Broad

_GREETINGS = {
    "en": "hi+|hello+|helo|hallo there|hey+|hiya|howdy|yo|greetings|good (?:morning|afternoon|evening|day)|hello "
    "there|hi "
    "there|hey there|how are you(?: (?:doing|today))*|what['’]?s up|nice to meet you|test|testing",
    "ru": "привет(?:ик|ствую)?|здравствуй(?:те)?|добр(?:ый|ое|ого) (?:день|утро|вечер|дня)|как дела",
    "uk": "привіт|вітаю|добр(?:ий|ого) (?:день|дня|ранок|ранку|вечір|вечора)|добридень|як справи",
    "be": "прывітанне|прывiтанне|вітаю вас|добры дзень|добрай раніцы|добры вечар",
    "pl": "cze(?:ść|sc)|dzie(?:ń|n) dobry|dobry wiecz(?:ó|o)r|witaj(?:cie)?|siema|hej(?:ka)?|jak si(?:ę|e) masz",
    "de": "hallo|guten (?:tag|morgen|abend)|moin|servus|gr(?:ü|ue)(?:ß|ss) (?:gott|dich)|wie geht(?:['’]s| es)(?: "
    "dir| ihnen)?",
}
_THANKS = {
    "en": "thanks(?: a lot| so much| very much| again| a bunch)?|thank you(?: so much| very much| again)?|many "
    "thanks|thx|tx|ty|"
    "cheers|much appreciated|great|perfect|awesome|nice|cool|ok|okay|got it|very good|well done|good job|yes|no|nope|"
    "yep",
    "ru": "спасибо(?: большое)?|благодарю|спс|хорошо|отлично",
    "uk": "дякую(?: дуже)?|дуже дякую|щиро дякую|добре|чудово",
    "be": "дзякуй(?: вялікі)?|вялікі дзякуй",
    "pl": "dzi(?:ę|e)kuj(?:ę|e)(?: bardzo)?|dzi(?:ę|e)ki|super|dobrze",
    "de": "danke(?: sch(?:ö|oe)n| sehr)?|vielen dank|prima|gut",
}
_FAREWELLS = {
    "en": "bye+|goodbye|good bye|bye bye|see you(?: later)?|farewell|good ?night|that['’]?s all",
    "ru": "пока|до свидания|до встречи",
    "uk": "бувай(?:те)?|до побачення",
    "be": "да пабачэння",
    "pl": "pa|do widzenia|na razie",
    "de": "tsch(?:ü|ue)(?:ß|ss)|auf wiedersehen|bis bald",
}
_HELP = {
    "en": "help|help me|please help|i need help|(?:what|how) can (?:you|i|we) (?:do|ask|help)(?: here| you| me| for "
    "me| about|"
    " with| with this)*|what (?:questions )?(?:can|could|should) i ask(?: you)?|(?:who|what) (?:are|r) (?:you|u)|"
    "what is this|"
    "what['’]?s this|are you (?:a|an) (?:bot|robot|ai|human|person|chatbot|chatgpt|gpt)|what['’]?s your name|what is "
    "your name|"
    "how do(?:es)? (?:you|this|it) work|how do i use (?:you|this|it)|what do you do|what (?:is|are) (?:you|this) "
    "(?:for|about to"
    " do)|introduce yourself|tell me about yourself|what can i do(?: here)?|instructions|\\?+",
    "ru": "помощь|помоги(?:те)?|кто ты|кто вы|что ты (?:умеешь|можешь)|что вы умеете|как это работает",
    "uk": "допомога|допоможи(?:ть)?|хто ти|хто ви|що ти (?:вмієш|можеш)|як це працює",
    "be": "дапамога|дапамажы(?:це)?|хто ты|што ты ўмееш",
    "pl": "pomoc|pom(?:ó|o)(?:ż|z)|kim jeste(?:ś|s)|co (?:umiesz|potrafisz)|jak to dzia(?:ł|l)a",
    "de": "hilfe|hilf mir|wer bist du|wer sind sie|was kannst du(?: tun)?|wie funktioniert (?:das|es)",
}
_KINDS: tuple[tuple[Aspect, dict[str, str]], ...] = (
    ("help", _HELP),
    ("greeting", _GREETINGS),
    ("thanks", _THANKS),
    ("farewell", _FAREWELLS),
)
_ADDRESSED = r"(?: (?:there|all|everyone|everybody|friend|mate|bot|robot|assistant|computer|again))?"
_END = r"(?:[\s,!.?;:)(-]+|$)"
_EACH = tuple(
    (aspect, language, expression(rf"(?:{words}){_ADDRESSED}{_END}", re.IGNORECASE))
    for aspect, by_language in _KINDS
    for language, words in by_language.items()
)
MOST_PARTS = 4
"""“Hello, thanks, bye” has three parts; what has more is no small talk."""
_ASIDE = expression("[\\s,!.?;:)(\U0001f300-\U0001faff\u2600-\u27bf-]*")


def small_talk(question: str) -> Broad | None:
    """Return which small talk a question is, none but that; a call for help goes before a greeting."""
    if question.strip() and not re.search(r"\w", question):
        return Broad("help") if "?" in question else None
    at, found = _ASIDE.match(question).end(), list[tuple[Aspect, str]]()  # type: ignore[union-attr]
    while at < len(question) and len(found) < MOST_PARTS:
        part = next(
            ((aspect, language, match) for aspect, language, form in _EACH if (match := form.match(question, at))), None
        )
        if part is None:
            return None
        found.append(part[:2])
        rest = _ASIDE.match(question, part[2].end())
        at = rest.end() if rest else len(question)
    if not found or at < len(question):
        return None
    order = [aspect for aspect, _ in _KINDS]
    aspect, language = min(found, key=lambda each: order.index(each[0]))
    return Broad(aspect, language=language)

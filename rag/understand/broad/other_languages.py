"""The commonest questions about documents as a whole in Russian, Ukrainian, Belarusian, Polish, German and French."""

from __future__ import annotations

import re

from index.text.expressions import expression
from rag.records import Aspect, Broad

_FORMS: tuple[tuple[Aspect, str], ...] = (
    ("summary", r"о ч[её]м (?:идёт речь|идет речь|говорится)(?: здесь| в (?P<one>\w+(?: \w+)?))?"),
    ("summary", r"о ч[её]м (?P<one>эта?о?т? ?(?:документ|текст|статья|речь|запись)?|документ|текст|статья|речь)"),
    ("summary", r"о ч[её]м (?P<all>эти (?:документы|тексты|статьи|речи))"),
    ("summary", r"(?:кратко(?:е содержание)?|резюме|главное|суть|основн(?:ое|ые (?:мысли|тезисы|пункты|идеи))|главные "
     r"(?:мысли|тезисы|пункты|идеи))(?: (?:этого )?(?:документа|текста|статьи|речи))?"),
    ("summary", r"(?:перескажи|суммируй|резюмируй|обобщи|подведи итог)(?:те)?(?: кратко)?(?: (?:это|этот текст|этот "
     r"документ|"
     r"документ|текст|речь|эту речь|статью))?"),
    ("topics", r"(?:какие|назови) (?:здесь |тут |есть |там |основные |главные )*темы(?: (?:здесь|тут|есть|"
     r"обсуждаются))*"),
    ("speakers", r"(?:кто (?:здесь |тут )?(?:говорит|выступает|высказывается)|кого (?:здесь |тут )?цитируют)(?: "
     r"здесь| тут)?"),
    ("count", r"сколько (?:здесь |тут |у тебя |у вас |есть |всего )*документов(?: (?:здесь|у тебя|у вас|в индексе))?"),
    ("documents", r"какие (?:здесь |тут |у тебя |у вас |есть |имеются )*документы(?: (?:есть|здесь|у тебя|у вас))*"),
    ("published", r"когда (?P<one>это|этот документ|эта статья|документ|статья|этот текст) (?:было |был |была )?"
     r"(?:опубликован[оа]?|написан[оа]?)"),
    ("summary", r"про що (?P<one>це|цей документ|цей текст|ця стаття|ця промова|документ|текст|йдеться(?: тут)?)"),
    ("summary", r"про що (?P<all>ці (?:документи|тексти|статті|промови))"),
    ("summary", r"(?:підсумуй|перекажи|узагальни)(?:те)?(?: коротко)?(?: (?:це|цей документ|документ|текст|промову))?"),
    ("summary", r"(?:коротко|стислий зміст|резюме|суть|головне|(?:головні|основні) (?:думки|тези|пункти|ідеї))"),
    ("topics", r"які (?:тут |є |там |головні |основні )*теми(?: (?:тут|є|обговорюються))*"),
    ("speakers", r"(?:хто (?:тут |там )?(?:говорить|виступає|висловлюється)|кого (?:тут )?цитують)(?: тут)?"),
    ("count", r"скільки (?:тут |у тебе |у вас |є |всього )*документів(?: (?:тут|є|в індексі))?"),
    ("documents", r"які (?:тут |у тебе |у вас |є )*документи(?: (?:є|тут|у тебе))*"),
    ("published", r"коли (?P<one>це|цей документ|цю статтю|документ) (?:було |був )?(?:опубліковано|опублікований|"
     r"написано)"),
    ("summary", r"пра што (?P<one>гэта|гэты дакумент|гэты тэкст|гэты артыкул|дакумент|тэкст|ідзе гаворка)"),
    ("summary", r"(?:коратка|сцісла|перакажы|падсумуй|галоўнае|асноўныя (?:думкі|тэзісы))"),
    ("topics", r"якія (?:тут |ёсць )*тэмы(?: (?:тут|ёсць))*"),
    ("speakers", r"(?:хто (?:тут )?(?:гаворыць|выступае)|каго (?:тут )?цытуюць)(?: тут)?"),
    ("count", r"колькі (?:тут |ёсць )*дакументаў(?: (?:тут|ёсць))?"),
    ("documents", r"якія (?:тут |ёсць |у цябе )*дакументы(?: (?:тут|ёсць|у цябе))*"),
    ("summary", r"o czym (?:tu |jest |mówi |mowi |traktuje )*(?P<one>to|ten dokument|ten tekst|ten artykuł|ten "
     r"artykul|ta mowa|"
     r"to przemówienie|dokument|tekst|mowa)"),
    ("summary", r"o czym (?:są |mówią )*(?P<all>te (?:dokumenty|teksty|artykuły|przemówienia))"),
    ("summary", r"(?:stre(?:ść|sc)|podsumuj)(?:cie)?(?: (?:to|ten (?:dokument|tekst|artykuł)|dokument|tekst|to "
     r"przemówienie))?"),
    ("summary", r"(?:streszczenie|podsumowanie|(?:główne|glowne|najważniejsze) (?:punkty|tezy|myśli|informacje))(?: "
     r"(?:tego )?"
     r"(?:dokumentu|tekstu|przemówienia))?"),
    ("topics", r"jakie (?:są |tu |tu są |główne |są tu )*tematy(?: (?:są|tu|poruszane))*"),
    ("speakers", r"(?:kto (?:tu |tutaj )?(?:mówi|mowi|przemawia|się wypowiada|wypowiada się)|kogo (?:się )?(?:tu "
     r")?cytuje)"
     r"(?: tu| tutaj)?"),
    ("count", r"ile (?:jest |tu |tu jest |masz )*dokument(?:ów|ow)(?: (?:tu|jest|masz))?"),
    ("documents", r"jakie (?:są |tu |tu są |masz )*dokumenty(?: (?:masz|są|tu))*"),
    ("published", r"kiedy (?P<one>to|ten dokument|ten artykuł|dokument) ?(?:został[oa]? )?(?:opublikowan[oya]|"
     r"napisan[oya])"),
    ("published", r"kiedy (?:został[oa]? )?(?:opublikowan[oya]|napisan[oya]) (?P<one>to|ten dokument|ten artykuł|"
     r"dokument|artykuł)"),
    ("summary", r"(?:worum|um was) geht(?: es|['’]?s)?(?: hier| darin| in (?P<one>diesem? \w+))?"),
    ("summary", r"wovon (?:handelt|handeln) (?P<one>das|dies|dieses dokument|dieser text|dieser artikel|diese rede|"
     r"das dokument|"
     r"der text|die rede|die dokumente)"),
    ("summary", r"fass(?:e|en sie)? (?:es|das|dies|dieses dokument|diesen text|das dokument|den text|die rede|alles)"
     r"(?: kurz)? zusammen"),
    ("summary", r"(?:zusammenfassung|kurzfassung|kernaussagen|hauptpunkte|(?:die )?wichtigsten (?:punkte|aussagen))"
     r"(?: (?:des (?:dokuments|textes|artikels)|der rede))?"),
    ("topics", r"welche themen(?: (?:gibt es|kommen vor|werden (?:behandelt|besprochen)|sind das))?(?: hier)?"),
    ("speakers", r"(?:wer (?:spricht|redet|kommt zu wort|wird zitiert)|wer sind die sprecher)(?: hier)?"),
    ("count", r"wie viele dokumente(?: (?:gibt es|hast du|sind (?:es|hier|das)))?(?: hier)?"),
    ("documents", r"welche dokumente(?: (?:gibt es|hast du|sind (?:hier|da)))?(?: hier)?"),
    ("published", r"wann wurde (?P<one>das|dies|dieses dokument|dieser text|dieser artikel|das dokument|der artikel) "
     r"(?:veröffentlicht|veroeffentlicht|geschrieben)"),
)  # fmt: skip
_KINDS = (
    ("speech", "rede|ansprache|przemówienie|mowę|mowy|речь|речи|выступление|выступления|промову|discours"),
    ("report", "bericht(?:e?s)?|raport|raportu|sprawozdanie|отч[её]т|отч[её]та|доклад|доклада|звіт|rapport"),
    ("interview", "interviews?|gespräch|wywiad|wywiadu|интервью|інтерв['’]ю|entretien"),
    ("letter", "(?:offenen? )?briefe?s?|list|listu|письмо|письма|лист|lettre"),
    ("article", "artikels?|text(?:es)?|artykuł|artykułu|tekst|статью|статьи|текст|article|texte"),
    ("press release", "pressemitteilung|komunikat|пресс-релиз|communiqué"),
    ("minutes", "protokolls?|protokół|протокол|procès-verbal"),
)
_KIND = "|".join(f"(?P<k{at}>{words})" for at, (_, words) in enumerate(_KINDS))
_BY = "von|vom|der|des|mit|przez|autorstwa|od|z|de|du|par|от"
_ON = "über|zum|zur|zu|o|na temat|о|об|про|sur"
_THE = "die|den|das|der|des|dem|eine[nr]?|le|la|l['’]|les|du|эту|этот|ten|tę|to"
_NAMED = rf"(?:(?:{_THE}) ?)?(?:{_KIND})(?: (?:(?P<by>{_BY})|(?P<on>{_ON})) (?:(?:{_THE}) )?| )(?P<named>\S.*?)"
_BRIEFLY = expression(
    r"[, -](?:kurz|bitte|mal|mir|uns|einmal|knapp|grob|mi|nam|krótko|proszę|мне|нам|кратко|пожалуйста|moi|brièvement"
    r"|s['’]il (?:te|vous) plaît)\b",
    re.IGNORECASE,
)
_OF_NAMED = tuple(
    expression(rf"^{form}$", re.IGNORECASE)
    for form in (
        rf"fass(?:e|t|en sie)? {_NAMED} zusammen",
        rf"(?:worum|um was) geht(?: es|['’]?s)? in {_NAMED}",
        rf"(?:was steht|was sagt man|was heißt es) (?:alles )?in {_NAMED}",
        rf"wovon handelt {_NAMED}",
        rf"(?:eine )?(?:kurze )?(?:zusammenfassung|kurzfassung|kernaussagen|hauptpunkte) (?:von )?{_NAMED}",
        rf"(?:stre(?:ść|sc)|podsumuj)(?:cie)? {_NAMED}",
        rf"(?:streszczenie|podsumowanie) {_NAMED}",
        rf"o czym (?:jest|mówi) {_NAMED}",
        rf"(?:перескажи|суммируй|резюмируй|обобщи)(?:те)? {_NAMED}",
        rf"(?:краткое содержание|резюме|суть) {_NAMED}",
        rf"(?:résume[zr]?|résumé)(?: de)? {_NAMED}",
    )
)
_COMPILED = tuple((aspect, expression(rf"^\W*{form}\W*$", re.IGNORECASE)) for aspect, form in _FORMS)


def broad(question: str) -> Broad | None:
    """Return what a question in one of these languages asks of documents as a whole, or None."""
    for aspect, form in _COMPILED:
        if match := form.match(question):
            several = bool(match.groupdict().get("all")) or aspect in ("topics", "speakers", "count", "documents")
            return Broad(aspect, points=not several, several=several)
    return None


def in_english(question: str) -> str | None:
    """Return a question for the summary of a document that it names as it is asked in English, or None."""
    asked = " ".join(_BRIEFLY.sub("", " ".join(question.split())).split()).strip(" ?!.,")
    match = next((match for form in _OF_NAMED if (match := form.match(asked))), None)
    if match is None:
        return None
    kind = next(kind for at, (kind, _) in enumerate(_KINDS) if match[f"k{at}"])
    return f"Summarise the {kind} {'about' if match['on'] else 'of'} {match['named'].strip(' ?!.,')}"

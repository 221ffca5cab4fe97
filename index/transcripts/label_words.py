"""The words of labels: headings that name nobody, offices, who asks and answers, who is left unnamed."""

from __future__ import annotations

import re

from index.dates.beside_days import PAPERS
from index.names.titles import name_case
from index.text.expressions import expression

HEADINGS = frozenset(
    """note notes source sources date subject re to from by cc bcc contact contacts tags tag location related read more
    photo photos image video audio update updated correction editor summary title author authors published time
    utc gmt est edt cet cest pst pdt bst aest
    venue place where when what who why how address telephone phone tel email e-mail website web press background
    abstract keywords fax url link http https www isbn price cost size weight color colour model type version status
    hours ingredients method serves servings prep cook cooking step steps directions instructions yield makes tip
    tips warning caution danger hint example examples figure fig table chart section chapter part article item
    agenda appendix annex attachment exhibit page line present absent apologies attendance attendees attending
    participants action actions resolved decision decisions motion proposed seconded proposer seconder vote votes
    carried minutes matters total subtotal tax fee quantity amount name names age sex gender born died education
    occupation nationality height language languages genre cast runtime rating stars review verdict pros cons result
    results score goal goals home away halftime kickoff attendance referee monday tuesday wednesday thursday friday
    saturday sunday january february march april may june july august september october november december breakfast
    lunch dinner morning afternoon evening myth fact facts claim reality truth false true problem solution input
    output before after then now option options issue advantages disadvantages strengths weaknesses objective
    objectives aim aims goal purpose scope definition definitions conclusion introduction overview discussion
    methods findings recommendation recommendations deadline due start end duration length distance directions map
    parking tickets admission doors category categories topic topics file files id ref reference references see also
    via sent received priority copyright credit credits caption translation translated transcript transcribed edited
    updated embargo posted modified filed under share follow headline subhead dateline byline lead deck pull quote
    details detail pro con ex disclaimer interview gallery comment comments collection organization organisation
    headlines news sponsored advertisement listen watch podcast episode preview recap opinion analysis exclusive
    agreed noted resolution resolutions voting division abstimmung beschluss ergebnis anwesend entschuldigt nächste
    obecni nieobecni głosowanie uchwała wniosek присутствовали голосовали голосование решили постановили présents
    présentes absents excusés scrutin presentes ausentes votación
    subjects breaking live appearances proceedings exhibits moderators panelists panellists speakers guests hosts cast
    источник фото дата теги примечание тема автор телефон адрес сайт видео подробнее джерело примітка
    світлина дата тэги крыніца заўвага źródło uwaga data autor temat zdjęcie fot foto quelle hinweis datum ort autor
    labels assignee assignees milestone reviewers
    subjects subject/s thema source date auteur sujet lieu remarque fuente fecha lugar nota autor tema""".split()
)
"""First words of lines before a colon that head a field, a list or a section."""
HEADS = frozenset(
    """question questions summary resolution resolutions decision decisions discussion outcome outcomes overview agenda
    background conclusion conclusions update updates status focus consequence scripture guests
    attendees participants""".split()
)
"""Last words of what heads a section whatever stands before: "Board Question", "Prayer Focus"; no surnames."""
MONTHS_AND_DAYS = frozenset("jan feb mar apr may jun jul aug sep oct nov dec mon tue wed thu fri sat sun".split())
ALSO_GIVEN_NAMES = frozenset("april may june august will chase page guy art".split())
"""Headings and openers that are names where another name follows: "June Holt:"."""
OPENERS = frozenset(
    """
    i we you it this that these those here there he she they my our your let remember again first second third firstly
    secondly thirdly fourth fifth finally lastly next and but or so if because since although though as in on for with
    without not no yes never please dear ladies gentlemen excellencies friends colleagues fellow look listen imagine
    think consider one two three now today tomorrow yesterday meanwhile instead however therefore thus hence such all
    every each some many most few another other thank thanks is are was were do does did have has had can could will
    would should may might must im ive were theres heres whats thats its dont lets я мы вы он она они это что но если
    потому наш мой ми ви він вона вони це що але якщо мы гэта што je nous vous il elle ce cette mais si ich wir sie es
    das aber wenn yo nosotros esto pero si ja nein doch danke vielen herzlichen dieses dieser diese lieber liebe sehr
    meine merci gracias number""".split()
)
"""Words that begin a sentence with a colon in it, not a name: "Let me say this: …"."""
TITLE = expression(
    r"(?:(?:The )?(?:Rt\.? )?Hon(?:ourable|orable|\.)?|Mr|Mrs|Ms|Miss|Mx|Dr|Prof(?:essor)?|Sir|Dame|Lord|Lady"
    r"|Baroness|Sen(?:ator)?"
    r"|Rep(?:resentative)?|Gov(?:ernor)?|Gen(?:eral)?|Col(?:onel)?|Capt(?:ain)?|President|Vice|Prime|Premier|Chancellor"
    r"|Minister|Secretary|Ambassador|Mayor|Cllr|Councillor|Councilor|Commissioner|Judge|Justice|Chair(?:man|woman"
    r"|person)?"
    r"|Deputy|Speaker|Bishop|Rabbi|Father|Sister|King|Queen|Prince|Princess|MR|MRS|MS|DR|SEN|REP|GOV|GEN|PROF|SIR"
    r"|PRESIDENT|SENATOR|CHAIRMAN|MINISTER|SECRETARY|AMBASSADOR|MAYOR|GOVERNOR|Herr|Frau|Monsieur|Madame|Señor|Señora"
    r"|Pan|Pani|Господин|Госпожа|Президент|Министр|М-р)\b\.?[ ]",
)
_ROLES = (
    "chair(?:man|woman|person)?|president|vice[- ]president|speaker|moderator|host|anchor|presenter|minister|secretary"
    "|prime minister|chancellor|mayor|governor|clerk|judge|court|witness|narrator|operator|coordinator|commissioner"
    "|ambassador|rapporteur|convener|presiding officer|director|interpreter|translator|lord "
    "chancellor|premier|registrar"
    "|coroner|bailiff|foreperson|counsel|defendant|plaintiff|chief|treasurer|king|queen|prince|deputy|senator"
    "|председатель|председательствующий|президент|министр|ведущ(?:ий|ая)|модератор|спикер|судья|губернатор|голова"
    "|міністр|старшыня|прэзідэнт|вядоўца|przewodnicząc[ya]|marszałek|minister|prezydent|prowadząc[ya]|président"
    "|présidente|le ministre|presidente|presidenta|ministro|ministra|vorsitzende[r]?|präsident(?:in)?|moderator(?:in)?"
)
ROLE = expression(
    rf"(?:(?:the|der|die|le|la|el|пан) )?(?:[\w-]+ ){{0,3}}(?:{_ROLES})(?: pro tempore)?(?: (?:of|for|to|de"
    rf"|der)\b[^\n]{{1,60}})?",
    re.IGNORECASE,
)
"""An office that one person at a time holds, as a label writes it: "The Minister for Rivers"."""
_OFFICE_WORD = r"[^\W\d_a-zа-яё](?:[^\W_]|[’'-])*"
_LONG_OFFICE = expression(
    rf"(?:[Tt]he )?(?:{_OFFICE_WORD} ){{0,5}}(?:(?:Parliamentary )?Under-Secretary"
    r"|(?:Attorney|Solicitor|Advocate|Paymaster|Comptroller)[- ]General|Minister|Secretary|Chancellor|Premier|President"
    r"|Speaker|Leader|Whip|Treasurer|Comptroller|Chair(?:man|woman|person)?|Director|Commissioner|Lord Privy Seal"
    r"|Taoiseach|Tánaiste|Ceann Comhairle|Llywydd)"
    rf"(?:(?:,|[ ](?:of|for|to|and|without)\b)(?:,?[ ](?:{_OFFICE_WORD}|of|for|to|and|the|with|in|de))+)?"
)


_ASKS = expression(r"(?:[a-z]{2,12}ed|told|to) (?:the|a|an)\b")
"""The beginning of words that only tell to whom somebody spoke: "asked the Minister"."""


def is_office(name: str) -> bool:
    """Return whether a label's words are an office: "The Minister of State, Department for Business and Trade"."""
    if _ASKS.match(name):
        return False
    # Of one in capitals with its body: "HON. LEADER OF THE GOVERNMENT IN PARLIAMENT".
    cased = name_case(re.sub(r"^HON\.? ", "", name)) if name.isupper() and " OF " in name else name
    return ROLE.fullmatch(name) is not None or _LONG_OFFICE.fullmatch(cased) is not None


_BUSINESS = frozenset(
    """bill act motion order orders question questions regulations debate report amendments business petition
    petitions""".split()
)
_STAGE = frozenset("reading stage debate questions statement report motion committee procedure business".split())


def heads_business(name: str, words: str) -> bool:
    """Return whether "name: words" on a line is a heading of a sitting: "Flood Defence Bill: Second Reading"."""
    named, said = name.lower().split(), words.split()
    if not 1 <= len(said) <= 10 or len(named) < 2 or words.rstrip()[-1:] in ".?!…:;”\"'—–":
        return False
    if any(word[0].islower() for word in said if len(word) > 3):
        return False
    return named[-1] in _BUSINESS or said[-1].lower().strip("()") in _STAGE or said[0].lower() in {"second", "third"}


MORE_TITLES = expression(
    r"(?:(?:(?:The )?(?:(?:Rt|Right)\.? )?Hon(?:ou?rable)?\.?|M\.|Mme|Mlle|Herr|Frau|Dame|Baroness|Viscount|Earl"
    r"|Señora?|Sra?\."
    r"|Cllr\.?|Councill?or|Abg\.|Onorevole|Pan|Pani|(?:Vize|Bundestags|Alters)?[Pp]räsident(?:in)?|Bundes[a-zäöü]+"
    r"|Madam Deputy Speaker|PM|Господин|Госпожа)[ ])+(?=[^\W\d_a-z])"
)
"""Titles of labels that are none before every name of prose ("Notre Dame")."""
SHORT_POST = expression(r"(?:C[A-Z]{1,3}O|[ES]?VP|MEP|MP|IR)(?:(?:,| [&/]| AND|/) ?(?:C[A-Z]{1,3}O|[ES]?VP))*")
"""A post in letters, as the list of who takes part in a call has it: "Ana Ruiz - CFO"."""
VOICE = (
    r"(?:ON|OFF|UP|V[/.]?O\.?|O\.[SC]\.?|O/S|OOV|SOT|NAT ?SOT|VOICE-?OVER|(?:ON|OFF)[ -](?:CAMERA|SCREEN|MIC)"
    r"|IN VISION)"
)
"""From where a voice is heard, as lists of dialogue write it: in the picture, out of it, over it."""
FROM_WHERE = expression(VOICE)
NOBODY_NAMED = expression(
    r"\b(?:speaker|participant|person|voice|caller|respondent|panelist|panellist|guest|student|voter|resident|man|woman"
    r"|male|female|member|questioner|guy|boy|girl|protester|user|unknown|attendee|делегат|участник|спикер|голос|женщина"
    r"|мужчина|sprecher(?:in)?|intervenant|orador|mówca)(?:[ ]?(?:#|no\.?[ ]?)?\d{1,3}|[ ][a-h])\b"
    r"|\b(?:unidentified|unidentifiable|unknown|unnamed|inaudible|several|some|hon\.? members?|members|voices?|all"
    r"|crowd"
    r"|audience|protesters|chorus|together|off[- ]camera|background|both|multiple|various|another|anonymous|группа"
    r"|голоса"
    r"|из зала|неизвестн\w+|невідом\w+|голос из зала)\b"
    r"|^(?:man|woman|(?:fe)?male(?: speaker)?|boy|girl|lady|gentleman|guest|caller|member|passer-by|heckler"
    r"|protester)s?$|^interruptions?$"
    r"|^(?:a|an|one|another) (?:[\w.]+ ){0,2}(?:man|woman|member|voice|resident|student|voter|delegate|senator"
    r"|reporter)$"
    r"|^(?:voice of (?:the |an )?)?(?:interpreters?|translators?|dolmetscher(?:in)?|interprète|int[ée]rprete"
    r"|tłumacz(?:ka)?|переводчи[кц]\w*|перекладач\w*)$",
    re.IGNORECASE,
)
"""Labels of somebody who is not known: numbered speakers, a voice from the crowd, several at once, who interprets
somebody's words and does not say whose. "THE INTERPRETER" of a court speaks for himself."""
FROM_THE_CROWD = expression(
    r"\b(?:audience|crowd|gallery|voices?|unidentified|unknown|inaudible|heckler|from the floor|из зала|голоса?)\b",
    re.IGNORECASE,
)
_QUESTION = expression(
    r"(?:BY .*|Q|Question|(?:(?:fe)?male )?(?:Questioner|Reporter|Journalist)|(?-i:(?:THE )?(?:PRESS|MEDIA))"
    r"|Interviewer|Correspondent|Вопрос|Питання|Пытанне|Pytanie"
    r"|Журналист"
    r"|Корреспондент|Кореспондент|Журналіст|Карэспандэнт|Dziennikarz|Frage|Pregunta|Periodista|Journaliste)\.?",
    re.IGNORECASE,
)
_ANSWER = expression(r"(?:A|Answer|Ответ|Відповідь|Адказ|Odpowiedź|Antwort|Réponse|Respuesta)\.?", re.IGNORECASE)


PAPER = expression(rf"(?:The|THE) (?i:(?:[\w’'-]+ ){{0,3}}(?:{PAPERS}))")
"""A paper that asks in its own interview: "THE GAZETTE: Why?"."""


def is_question(label: str) -> bool:
    """Return whether a label stands for whoever asks."""
    return _QUESTION.fullmatch(label) is not None


def asks(label: str) -> bool:
    """Return whether a label is of somebody who asks, by itself: not "BY MS. ORR", below which others do."""
    return is_question(label) and not label.upper().startswith("BY ")


def is_answer(label: str) -> bool:
    """Return whether a label stands for whoever answers."""
    return _ANSWER.fullmatch(label) is not None

"""Evidence pack: answers with all that is needed to check them again without this program's index.

Each citation carries its words, speaker, dates, offsets and the SHA-256 of the document's text; the pack names the
version of the index and the settings. JSON is the form that can be checked again (`rag/check/recheck.py`); Markdown,
HTML and CSV are for people. What comes from documents is escaped in each form.
"""

from __future__ import annotations

import csv
import hashlib
import io
import json
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from html import escape
from pathlib import Path
from typing import Any

from errors import QuestionError
from index.senses.sense import SENSE_LABELS
from index.terminal import harmless
from rag.records import CHECK_LABELS
from settings import Settings

FORMAT = 1
Pack = dict[str, Any]
_CITED = ("doc", "sha256", "start", "end", "page", "url")
_COLUMNS = (
    "question",
    "status",
    "role",
    "n",
    "text",
    "speaker",
    "reported_by",
    "said_on",
    "title",
    "published",
    "sense",
)


def packed(answers: Sequence[Mapping[str, Any]], settings: Settings) -> Pack:
    """Return the pack of answers, given as the contract's objects."""
    return {
        "pack": FORMAT,
        "settings": {"embedder": settings.embedder, "passage_tokens": settings.passage_tokens},
        "answers": [{**answer, "digest": digest(answer)} for answer in answers],
    }


def digest(answer: Mapping[str, Any]) -> str:
    """Return the SHA-256 of an answer's object without its own digest; it tells an edited pack from the one made."""
    content = {name: value for name, value in answer.items() if name != "digest"}
    return hashlib.sha256(json.dumps(content, sort_keys=True, ensure_ascii=False).encode()).hexdigest()


def write(pack: Pack, path: Path) -> None:
    """Write the pack in the form that the file's suffix names.

    Raises:
        QuestionError: there is no such form, or the file cannot be written.
    """
    make = FORMS.get(path.suffix.lower())
    if make is None:
        raise QuestionError(f"There is no evidence pack '{path.suffix}'; name a file that ends in {' '.join(FORMS)}.")
    try:
        path.write_text(make(pack), encoding="utf-8", newline="")
    except OSError as error:
        raise QuestionError(f"{path} cannot be written ({error.strerror}); name another file.") from None


def as_json(pack: Pack) -> str:
    """Return the pack as JSON, the form that can be checked again."""
    return json.dumps(pack, ensure_ascii=False, indent=1) + "\n"


def as_csv(pack: Pack) -> str:
    """Return one row a citation; an answer without any has one row too."""
    out = io.StringIO()
    rows = csv.writer(out)
    rows.writerow([*_COLUMNS, *_CITED, "check", "index_version"])
    for answer in pack["answers"]:
        about = [answer["question"], answer["status"]]
        for role, each in _cited(answer) or [("", {})]:
            cells = [each.get(name) for name in (*_COLUMNS[3:], *_CITED, "check")]
            rows.writerow([cell(value) for value in [*about, role, *cells, answer["index_version"]]])
    return out.getvalue()


def cell(value: object) -> object:
    """Return the value so that a spreadsheet takes it for text: a leading = + - @ would be read as a formula."""
    return f"'{value}" if isinstance(value, str) and value[:1] in ("=", "+", "-", "@", "\t", "\r") else value


def _cited(answer: Mapping[str, Any]) -> list[tuple[str, Mapping[str, Any]]]:
    cited = [("cited", each) for each in answer["citations"]]
    near = "perhaps the answer" if answer.get("unsure") else "nearest, not an answer"
    return [*cited, *((near, each) for each in answer["nearest"])]


def as_markdown(pack: Pack) -> str:
    """Return the pack as Markdown."""
    lines = ["# Evidence pack", "", _small(_about(pack)), ""]
    for answer in pack["answers"]:
        lines += [f"## {_plain(answer['question'])}", "", *_block(answer["answer"]), "", _small(_scope(answer)), ""]
        for role, each in _cited(answer):
            lines += [f"**[{each['n']}]** {_plain(_source(each))} ({role})", "", *_quote(each["text"]), ""]
            lines += [_small(where) for where in _where(each)] + [""]
    return "\n".join(lines).rstrip() + "\n"


def _block(text: str) -> list[str]:
    return [_plain(line) for line in text.split("\n")]


def _quote(text: str) -> list[str]:
    return [f"> {_plain(line)}" for line in text.split("\n")]


def _small(text: str) -> str:
    return f"<small>{_plain(text)}</small>  "


def _plain(text: str) -> str:
    """Return the text as one line in which Markdown finds no markup, and no definition that a marker could lead to.

    Backslashes stand before all that begins markup or, in the dialects that link bare addresses, an address.
    """
    text = harmless(" ".join(text.split()))
    text = re.sub(r"([\\`*_{}\[\]#|$~<>!&@^=:])|(?<=www)(?=\.)|(?<=WWW)(?=\.)", lambda found: f"\\{found[0]}", text)
    return re.sub(r"^([-+]|\d+(?=[.)]))", _at_the_start, text)


def _at_the_start(found: re.Match[str]) -> str:
    """Return what would begin a list or a rule at the start of a line so that it does not."""
    return f"{found[0]}\\" if found[0].isdigit() else f"\\{found[0]}"


def as_html(pack: Pack) -> str:
    """Return the pack as one HTML page that fetches nothing."""
    parts = [f"<h1>Evidence pack</h1><p class='small'>{escape(_about(pack))}</p>"]
    for answer in pack["answers"]:
        parts.append(f"<section><h2>{escape(answer['question'])}</h2>")
        parts.append(f"<div class='answer'>{escape(answer['answer'])}</div>")
        parts.append(f"<p class='small'>{escape(_scope(answer))}</p><ol>")
        for role, each in _cited(answer):
            where = "<br>".join(map(escape, _where(each)))
            source, words = escape(_source(each)), escape(each["text"])
            parts.append(f"<li><b>[{each['n']}]</b> {source} ({role})<blockquote>{words}</blockquote>")
            parts.append(f"<p class='small'>{where}</p></li>")
        parts.append("</ol></section>")
    return _PAGE.replace("BODY", "\n".join(parts))


_PAGE = """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>Evidence pack</title><style>
body { font: 1rem/1.6 system-ui, sans-serif; max-width: 46rem; margin: 2rem auto; padding: 0 1rem; color: #1a1a1a; }
.answer, blockquote { white-space: pre-line; overflow-wrap: anywhere; }
blockquote { border-left: 3px solid #6d8fbd; margin: .4rem 0; padding: .1rem 0 .1rem .8rem; }
.small { font-size: .875rem; color: #59636e; overflow-wrap: anywhere; } ol { list-style: none; padding: 0; }
</style></head><body>
BODY
</body></html>
"""


def _about(pack: Pack) -> str:
    versions = " ".join(dict.fromkeys(str(answer["index_version"]) for answer in pack["answers"]))
    settings = ", ".join(f"{name} {value}" for name, value in pack["settings"].items())
    return f"Index version {versions}; {settings}."


def _scope(answer: Mapping[str, Any]) -> str:
    scope = answer["scope"]
    days = f", {scope['from']} to {scope['until']}" if scope["from"] else ""
    filters = "".join(f"; {name} {value}" for name, value in scope["filters"].items())
    status = {"answered": "Answered", "not_found": "Not found", "error": "Error"}[answer["status"]]
    documents = "1 document" if scope["documents"] == 1 else f"{scope['documents']} documents"
    return f"{status}. Searched {documents}{days}{filters}. Engine {answer['engine']}."


def _source(citation: Mapping[str, Any]) -> str:
    who = citation["speaker"] or "The document's own words"
    if citation["reported_by"] and citation["reported_by"] != citation["speaker"]:
        who = f"{who}, as reported by {citation['reported_by']}"
    sense = SENSE_LABELS.get(citation.get("sense", "plain"))
    return ", ".join(str(each) for each in (who, sense, citation["said_on"], citation["title"]) if each)


def _where(citation: Mapping[str, Any]) -> Iterable[str]:
    """Yield where the words stand and what was found when they were checked, each as a line."""
    page = f", page {citation['page']}" if citation["page"] else ""
    found = CHECK_LABELS.get(citation["check"], citation["check"])
    yield f"{citation['doc']}{page}, characters {citation['start']} to {citation['end']}: {found}"
    yield f"SHA-256 of the document's text: {citation.get('sha256')}"
    if citation["url"]:
        yield str(citation["url"])


FORMS: dict[str, Callable[[Pack], str]] = {
    ".json": as_json,
    ".md": as_markdown,
    ".html": as_html,
    ".csv": as_csv,
}

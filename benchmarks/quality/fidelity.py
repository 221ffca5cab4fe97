"""How truly files are read: their words against those that independent programs find in them.

    python -m benchmarks.quality.fidelity FOLDER --kind docx [--keep FOLDER] [--limit N | --sample N --seed N]
        [--worst N] [--against NAME]

Every file of the kind under the folder is read by the project and by each independent reader of the kind that is
installed (`OTHERS`). No program is right about every file: one leaves out text boxes, another notes. So a word counts
as often as the middle one of the readers finds it, and as lost or added where the project differs from that. A word
that stands in the project's text as one with its neighbour is joined. What the project leaves out on purpose and says
so (page headers, comments) is left out of the others' text too. `--keep` keeps what the others read, for another run.
Files that the project refuses, or all others but one, are counted and left out. `--sample` draws that many of the
files by chance, the same for the same seed; a file that is there twice counts once.
"""

from __future__ import annotations

import argparse
import hashlib
import random
import re
import shutil
import subprocess
import sys
import tempfile
import unicodedata
import zipfile
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from benchmarks.quality import independent
from errors import DocumentError
from index.read.sandbox import Isolated
from index.readers.parsed import Parsed
from index.readers.pdf import pdf

Other = Callable[[Path], str]
"""An independent reader: a file -> its words in order; raises ValueError where it cannot read it."""
SECONDS = 60
_WORD = re.compile(r"\w+")
_HYPHEN = re.compile(r"\b(?P<one>[^\W\d_]{1,40})[-\u00ad\u2010][ \t]*\n[ \t]*(?P<other>[^\W\d_]{1,40})\b")
_JOINT = re.compile(r"(?<=[^\W\d_])(?=\d)|(?<=\d)(?=[^\W\d_])")
_INLINE = frozenset(
    "a abbr acronym b bdi bdo big cite code dfn em font i ins kbd label mark q s samp small span strike strong sub sup "
    "tt u var".split()
)
_NOT_WORDS = (
    "//head|//script|//style|//del|//img|//figcaption|//math|//*[@class='footnote-ref' or @class='footnote-back']"
    "|//*[contains(@class,'math')]|//*[@title='header' or @title='footer' or @class='sdfootnoteanc']"
    "|//*[@class='sdfootnotesym' or @class='sdendnoteanc' or @class='sdendnotesym' or @class='comment']"
)


@dataclass(frozen=True)
class Difference:
    """How the words of one text differ from another's; each a list of the words themselves."""

    words: int
    lost: list[str] = field(default_factory=list)
    added: list[str] = field(default_factory=list)
    joined: list[str] = field(default_factory=list)

    @property
    def share(self) -> float:
        """Words lost or joined, of all that there are."""
        return (len(self.lost) + len(self.joined)) / max(1, self.words)


def words(text: str) -> list[str]:
    """Return the words of a text in order, in one spelling: compatibility forms made plain, letters made small."""
    plain = unicodedata.normalize("NFKC", text).replace("\u00ad", "").replace("\u200b", "").replace("_", " ")
    return _WORD.findall(plain.casefold())


def difference(ours: str, others: Sequence[str]) -> Difference:
    """Return how our words differ from those that the middle one of the others found, by count and not by place."""
    found, read = Counter(words(ours)), [words(each) for each in others]
    counts = [Counter(each) for each in read]
    known = {word for each in counts for word in each}
    fewest = Counter({word: sorted(each[word] for each in counts)[(len(counts) - 1) // 2] for word in known})
    most = Counter({word: sorted(each[word] for each in counts)[len(counts) // 2] for word in known})
    lost, added = fewest - found, found - most
    joined = list(_joined(read, lost, added))
    return Difference(
        words=sum(fewest.values()), lost=list(lost.elements()), added=list(added.elements()), joined=joined
    )


def _joined(read: Sequence[Sequence[str]], lost: Counter[str], added: Counter[str]) -> Iterable[str]:
    """Yield pairs of neighbours of which we have made one word, and take them out of what is lost and added."""
    for text in read:
        for one, two in zip(text, text[1:], strict=False):
            if lost[one] > 0 and lost[two] > 0 and added[one + two] > 0:
                lost.subtract((one, two))
                added.subtract((one + two,))
                yield f"{one}+{two}"


def page_words(page: bytes) -> str:
    """Return the words of a page that a program made of a document, without what belongs to no sentence of it."""
    from lxml import etree, html

    try:
        root = html.document_fromstring(page, parser=html.HTMLParser(encoding="utf-8", huge_tree=True))
    except (etree.LxmlError, ValueError) as error:
        raise ValueError("no page came out") from error
    for element in root.xpath(_NOT_WORDS):
        if element.getparent() is not None:
            element.drop_tree()
    for element in root.iter():
        if isinstance(element.tag, str) and element.tag not in _INLINE:
            element.text = " " + (element.text or "")
            element.tail = " " + (element.tail or "")
    return str(root.text_content())


def pandoc(form: str) -> Other:
    """Return pandoc as a reader of the form, changes taken."""

    def read(path: Path) -> str:
        command = ["pandoc", "--from", form, "--to", "html", "--track-changes=accept", "--quiet", str(path)]
        return page_words(_ran([*command, "+RTS", "-M1500m", "-RTS"]).stdout)

    return read


def office(path: Path) -> str:
    """Return what LibreOffice reads in a file."""
    with tempfile.TemporaryDirectory() as folder:
        profile = f"-env:UserInstallation=file://{tempfile.gettempdir()}/fidelity-profile"
        converting = ["--headless", "--convert-to", "html:HTML (StarWriter)", "--outdir", folder, str(path)]
        _ran(["soffice", profile, *converting])
        pages = list(Path(folder).glob("*.html"))
        if not pages:
            raise ValueError("LibreOffice made nothing of it")
        return page_words(pages[0].read_bytes())


def _ran(command: Sequence[str]) -> subprocess.CompletedProcess[bytes]:
    try:
        return subprocess.run(command, capture_output=True, timeout=SECONDS, check=True)
    except (subprocess.CalledProcessError, subprocess.TimeoutExpired) as error:
        raise ValueError(f"{command[0]} could not read it") from error


def markup(parts: Sequence[str], hidden: frozenset[str], breaks: frozenset[str]) -> Other:
    """Return a reader that takes every letter in the XML of some parts of a package, whatever it is for.

    It knows nothing of what is shown, but no box or table escapes it; elements go by their names alone.
    """

    def read(path: Path) -> str:
        from lxml import etree

        found: list[str] = []

        def take(element: Any) -> None:
            local = str(element.tag).rpartition("}")[2]
            if local not in hidden and isinstance(element.tag, str):
                found.append(" " if local in breaks else "")
                found.append(element.text or "")
                for each in element:
                    take(each)
                found.append(" " if local in breaks else "")
            found.append(element.tail or "")

        try:
            with zipfile.ZipFile(path) as archive:
                for part in parts:
                    if part in archive.namelist():
                        take(etree.fromstring(archive.read(part)))
        except (zipfile.BadZipFile, etree.LxmlError, RecursionError, OSError, RuntimeError) as error:
            raise ValueError("no package") from error
        return "".join(found)

    return read


_WORD_PARTS = ("word/document.xml", "word/footnotes.xml", "word/endnotes.xml")
_WORD_HIDDEN = frozenset("del moveFrom Fallback instrText delText posOffset align pctWidth pctHeight fldData".split())
_WORD_BREAKS = frozenset(("p", "tab", "br", "cr", "tc"))
_OPEN_HIDDEN = frozenset(
    "tracked-changes annotation note-citation title desc binary-data script automatic-styles ruby-text "
    "table-of-content-source illustration-index-source alphabetical-index-source bibliography-source "
    "table-index-source user-index-source object-index-source scripts font-face-decls".split()
)
_OPEN_BREAKS = frozenset(("p", "h", "tab", "s", "line-break", "table-cell"))


def poppler(path: Path) -> str:
    """Return what poppler reads in a PDF."""
    return _ran(["pdftotext", "-enc", "UTF-8", str(path), "-"]).stdout.decode("utf-8", "replace")


def of_pdf(text: str, ours: str) -> str:
    """Return what another reader found in a PDF, with words put together that a line's end parts, as ours has them.

    A note's mark that it has joined to a word is parted from it.
    """
    known = set(words(ours))

    def joined(match: re.Match[str]) -> str:
        whole = match["one"] + match["other"]
        return whole if set(words(whole)) <= known else f"{match['one']} {match['other']}"

    return _JOINT.sub(" ", unicodedata.normalize("NFKC", _HYPHEN.sub(joined, text)))


OTHERS: Mapping[str, Mapping[str, Other]] = {
    "docx": {"pandoc": pandoc("docx"), "soffice": office, "markup": markup(_WORD_PARTS, _WORD_HIDDEN, _WORD_BREAKS)},
    "odt": {"pandoc": pandoc("odt"), "soffice": office, "markup": markup(("content.xml",), _OPEN_HIDDEN, _OPEN_BREAKS)},
    "rtf": {"pandoc": pandoc("rtf"), "soffice": office},
    "html": {"expected": independent.expected, "justext": independent.prose},
    "eml": {"stdlib": independent.mail},
    **dict.fromkeys(("srt", "vtt"), {"naive": independent.subtitles}),
    "pdf": {"pdftotext": poppler},
}
"""Kind -> the independent readers of it, each by the program that it needs."""


def read_by_others(path: Path, kind: str, keep: Path | None) -> dict[str, str]:
    """Return what each independent reader that can read the file found in it."""
    found: dict[str, str] = {}
    for name, other in OTHERS[kind].items():
        kept = keep / f"{hashlib.sha256(path.read_bytes()).hexdigest()[:24]}.{name}" if keep else None
        if kept and kept.exists():
            text = kept.read_text(encoding="utf-8")
        else:
            try:
                text = other(path)
            except ValueError:
                text = ""
            if kept:
                kept.write_text(text, encoding="utf-8", errors="replace")
        if text.strip():
            found[name] = text
    return found


def ours(path: Path, kind: str, reader: Isolated) -> str:
    """Return what the project reads in a file.

    Raises:
        DocumentError: it refuses it.
    """
    parsed: list[Parsed] = reader.read(f".{kind}", path.read_bytes())
    return "\n\n".join(each.text for each in parsed)


def _left_out(path: Path, others: Mapping[str, str]) -> str:
    """Return the words that the project leaves out of a PDF and says so, as far as another reader has them."""
    read = Counter(word for other in others.values() for word in words(other))
    out = Counter(words(of_pdf(" ".join(pdf.left_out(path.read_bytes())), "")))
    return " ".join((out & read).elements())


@dataclass
class Table:
    """The files that were compared, and those that were not with the reason."""

    compared: dict[Path, Difference] = field(default_factory=dict)
    single: dict[str, list[Difference]] = field(default_factory=dict)
    refused: dict[str, list[Path]] = field(default_factory=dict)


def compare(paths: Sequence[Path], kind: str, keep: Path | None, against: str | None = None) -> Table:
    """Return the differences of every file, from the middle of the others or from one of them."""
    table, reader = Table(), Isolated()
    for path in paths:
        others = read_by_others(path, kind, keep)
        if against:
            others = {name: text for name, text in others.items() if name == against}
        if len(others) < min(2, len(OTHERS[kind])) and not against or not others:
            table.refused.setdefault("by all others but one, or they find no word", []).append(path)
            continue
        try:
            text = ours(path, kind, reader)
        except DocumentError as error:
            table.refused.setdefault(f"by the project: {str(error)[:60]}", []).append(path)
            continue
        if kind == "pdf":
            others = {name: of_pdf(other, text) for name, other in others.items()}
            text = f"{of_pdf(text, text)}\n{_left_out(path, others)}"
        table.compared[path] = difference(text, list(others.values()))
        for name, other in others.items():
            table.single.setdefault(name, []).append(difference(text, [other]))
    reader.close()
    return table


def report(table: Table, worst: int) -> None:
    """Print the rates, the files that were left out, and the worst files with their words."""
    print("against            files      words   lost %  added %  joined %")
    for name, differences in [("the middle one", list(table.compared.values())), *table.single.items()]:
        total = max(1, sum(each.words for each in differences))
        rates = [100 * sum(len(each) for each in column) / total for column in _columns(differences)]
        print(f"{name:<16}{len(differences):>8}{total:>11}" + "".join(f"{rate:>9.3f}" for rate in rates))
    for reason, paths in table.refused.items():
        print(f"left out {len(paths)}, refused {reason}: {', '.join(path.name for path in paths[:4])}")
    order = sorted(table.compared.items(), key=lambda each: -len(each[1].lost) - len(each[1].added))
    for path, each in order[:worst]:
        print(f"\n{path.name}: {each.words} words, {len(each.lost)} lost, {len(each.added)} added")
        print(f"  lost   {' '.join(each.lost[:25])}\n  added  {' '.join(each.added[:25])}")
        print(f"  joined {' '.join(each.joined[:25])}")


def _columns(differences: Sequence[Difference]) -> list[list[list[str]]]:
    names = ("lost", "added", "joined")
    return [[getattr(each, name) for each in differences] for name in names]


def chosen(folder: Path, kind: str, sample: int | None, seed: int) -> list[Path]:
    """Return the files of a kind in a folder, each content once, in order of their paths; some of them by chance."""
    contents: dict[str, Path] = {}
    for path in sorted(folder.rglob(f"*.{kind}")):
        contents.setdefault(hashlib.sha256(path.read_bytes()).hexdigest(), path)
    paths = list(contents.values())
    return sorted(random.Random(seed).sample(paths, min(sample, len(paths)))) if sample else paths


def main(arguments: Sequence[str]) -> int:
    """Compare the files of a folder and print the table; 2 where no independent reader is installed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--kind", choices=sorted(OTHERS), required=True)
    parser.add_argument("--keep", type=Path)
    parser.add_argument("--against", choices=sorted({each for names in OTHERS.values() for each in names}))
    parser.add_argument("--limit", type=int, default=1_000_000)
    parser.add_argument("--sample", type=int)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--worst", type=int, default=20)
    options = parser.parse_args(arguments)
    missing = [
        each for each in OTHERS[options.kind] if each in ("pandoc", "soffice", "pdftotext") and not shutil.which(each)
    ]
    if missing:
        print(
            f"{', '.join(missing)} must be installed (Debian: pandoc, libreoffice-writer, poppler-utils).",
            file=sys.stderr,
        )
        return 2
    if options.keep:
        options.keep.mkdir(parents=True, exist_ok=True)
    paths = chosen(options.folder, options.kind, options.sample, options.seed)[: options.limit]
    report(compare(paths, options.kind, options.keep, options.against), options.worst)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

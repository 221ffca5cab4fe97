"""reStructuredText is read as a page shows it, each word in its place."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from errors import DocumentError
from index.read.load import Found, load
from index.readers.restructured.reader import read
from index.records import Document
from tests.conftest import ROOT

MINUTES = """\
======================
Minutes of the council
======================

:Date: 3 March 2021
:Authors: - Ana Ruiz <ana@vesk.example>
          - Emil Rosa
:Present: Ana Ruiz, Emil Rosa
:orphan:

.. A remark for whoever edits this.

1. The weir
-----------

**Ms Ruiz**: The weir *must* be repaired, and it's "urgent" -- see the `survey
<https://vesk.example/survey>`_ of |year| [1]_.

.. |year| replace:: 2019

.. epigraph::

   The river does not wait.

   -- Odran Tell

A. Lock gates

- Open at six.
- Close at ten.

.. [1] By the harbour office.
"""
SHOWN = """\
# Minutes of the council

Date: 3 March 2021
Authors:
- Ana Ruiz <ana@vesk.example>
- Emil Rosa
Present: Ana Ruiz, Emil Rosa

## 1. The weir

**Ms Ruiz**: The weir *must* be repaired, and it's "urgent" -- see the survey of 2019.

> The river does not wait.
>
> — Odran Tell

A. Lock gates

- Open at six.
- Close at ten.

By the harbour office.
"""


def text_of(source: str) -> str:
    return read(source.encode())[0].text


def test_minutes_are_read_as_a_page_shows_them() -> None:
    (parsed,) = read(MINUTES.encode())
    assert parsed.text == SHOWN
    assert dict(parsed.omitted) == {"line of front matter": 1, "comment": 1, "note mark": 1}
    assert parsed.about["published"] == ("3 March 2021", "a field at the top")
    assert parsed.about["author"] == ("Ana Ruiz, Emil Rosa", "a field at the top")


def test_a_file_is_read_with_its_title_and_day(tmp_path: Path) -> None:
    path = tmp_path / "minutes.rst"
    path.write_text(MINUTES, encoding="utf-8")
    (document,) = load(Found(path, "minutes.rst"))
    assert isinstance(document, Document)
    assert (document.title, document.published, document.author) == (
        "Minutes of the council",
        "2021-03-03",
        "Ana Ruiz, Emil Rosa",
    )


def test_other_encodings_and_front_matter_are_read() -> None:
    text = "Die Schleuse über dem Müllerwehr bleibt geöffnet.\n"
    (parsed,) = read(f"---\ntitle: Die Schleuse\n---\n\n{text}".encode("cp1252"))
    assert parsed.about["title"] == ("Die Schleuse", "front matter")
    assert parsed.about["encoding"] == ("cp1252", "detected")
    assert parsed.text == text


def test_parts_too_deep_within_each_other_are_refused_with_a_reason() -> None:
    with pytest.raises(DocumentError, match="too deep"):
        read(("- " * 5_000 + "x").encode())


def test_the_library_is_imported_for_such_a_file_alone() -> None:
    code = "import sys, index.read.load; print('docutils' in sys.modules)"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    assert ran.stdout.strip() == "False"

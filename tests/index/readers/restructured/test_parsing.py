"""Unknown names lose no words, and nothing of the disk or the network is read."""

from __future__ import annotations

import socket
from pathlib import Path
from typing import Any

import pytest
from docutils.parsers.rst import directives, roles

from index.readers.restructured.parsing import tree
from tests.index.readers.restructured.test_reader import text_of


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (".. note:: The lock\n   is shut.\n\n   - Ana\n   - Emil", "The lock is shut.\n\n- Ana\n- Emil"),
        (".. dropdown:: The weir\n   :open:\n\n   It is dry.", "**The weir**\n\nIt is dry."),
        (".. versionadded:: 3.2\n   Gates of steel.", "3.2 Gates of steel."),
        (".. invented::\n   :colour: red\n\n   Tell *refused*.", "Tell refused."),
        (".. only:: html\n\n   The quay.", "The quay."),
        (".. only:: html\n   The quay.", "The quay."),
        (".. productionlist:: gates\n   gate: wood", "gate: wood"),
        (".. math:: a = b", "a = b"),
        (".. toctree::\n   :maxdepth: 2\n\n   weir\n   lock\n\nThe quay.", "The quay."),
        (".. code-block:: python\n   :linenos:\n\n   gates = 2*3", "gates = 2*3"),
        (".. contents:: Inside\n\nWeir\n====\n\nThe quay.", "# Weir\n\nThe quay."),
        (".. |day| date::\n\nThe |day|.", "The |day|."),
        (".. pull-quote::\n\n   Nobody asked us.", "> Nobody asked us."),
        # One that breaks its own rules is shown as it stands.
        (
            ".. list-table:: Berths\n   :wrong: 1\n\n   * - N",
            ".. list-table:: Berths\n   :wrong: 1\n\n   * - N",
        ),
    ],
)
def test_directives_keep_what_a_reader_sees(source: str, expected: str) -> None:
    assert text_of(source) == f"{expected}\n"


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("See :doc:`the weir </weir>` and :term:`lock`.", "See the weir and lock."),
        ("A :invented:`gate` and :class:`~vesk.Gate`.", "A gate and vesk.Gate."),
        ("By :pep:`8`, `said`, ``a*b``.", "By PEP 8, said, a*b."),
        (".. _w:\n\nThe weir\n========\n\nSee :ref:`w`, :ref:`here <w>`.", "# The weir\n\nSee The weir, here."),
        (".. role:: bold-html(raw)\n   :format: html\n\nOne :bold-html:`<b>` two.", "One  two."),
        ("Text with an *open mark and `another and |one.", "Text with an *open mark and `another and |one."),
        ("An unknown_ name and |nothing|.", "An unknown_ name and |nothing|."),
    ],
)
def test_roles_and_references_are_shown_in_words(source: str, expected: str) -> None:
    assert text_of(source) == f"{expected}\n"


def test_nothing_of_the_disk_or_the_network_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text_of("The quay.")
    secret = tmp_path / "secret.rst"
    secret.write_text("The hidden words.", encoding="utf-8")
    (tmp_path / "docutils.conf").write_text("[general]\nfile_insertion_enabled: yes\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DOCUTILSCONFIG", str(tmp_path / "docutils.conf"))

    def refused(*_: Any, **__: Any) -> Any:
        raise AssertionError("reached out")

    monkeypatch.setattr(socket, "socket", refused)
    monkeypatch.setattr("builtins.open", refused)
    monkeypatch.setattr("urllib.request.urlopen", refused)
    inserting = [
        f".. include:: {secret}",
        f".. literalinclude:: {secret}",
        f".. raw:: html\n   :file: {secret}",
        ".. raw:: html\n   :url: http://vesk.example/x",
        ".. raw:: html\n\n   <script>hidden()</script>",
        f".. csv-table::\n   :file: {secret}",
        ".. csv-table::\n   :url: http://vesk.example/x",
        f".. figure:: {secret}\n   :figwidth: image",
        f".. |hidden| image:: {secret}",
        f".. code-block:: none\n   :file: {secret}",
    ]
    assert text_of("\n\n".join([*inserting, "The quay."])) == "The quay.\n"


@pytest.mark.parametrize(
    "source",
    [
        ".. |a| replace:: |a| |b|\n.. |b| replace:: |a|\n\nSee |a|.",
        "\n".join(f".. |a{i}| replace:: {f'|a{i + 1}| ' * 20}" for i in range(12)) + "\n.. |a12| replace:: ha\n\n|a0|",
        ".. csv-table::\n\n" + "   a,b,c\n" * 2_000,
        "+-----+-----+\n|aaa  |bbb  |\n" * 1_000 + "+-----+-----+\n",
        "*a " * 2_000,
        "\n\n".join(f"{'   ' * depth}.. note::" for depth in range(30)) + "x",
    ],
)
def test_hostile_files_grow_no_further_than_their_words(source: str) -> None:
    assert len(text_of(source)) <= 2 * len(source) + 100


def test_what_one_text_names_the_next_does_not_know() -> None:
    before = (directives.directive, roles.role, dict(roles._roles))
    tree(".. role:: loud(strong)\n\n.. default-role:: loud\n\n:loud:`gate` and `lock`")
    assert (directives.directive, roles.role, dict(roles._roles)) == before
    assert text_of("A :loud:`gate`, a `lock`.") == "A gate, a lock.\n"

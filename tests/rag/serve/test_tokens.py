"""Tokens are kept as digests, for the owner of the store alone, and count from the moment they are made or revoked."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from errors import SettingError, StoreError
from rag.serve.tokens import FILE, Tokens


def test_a_token_is_kept_as_a_digest_that_others_cannot_read(tmp_path: Path) -> None:
    tokens = Tokens(tmp_path)
    secret = tokens.add("ana", "read")
    path = tmp_path / FILE
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert secret not in path.read_text(encoding="utf-8")
    assert secret.removeprefix("otr_") not in path.read_text(encoding="utf-8")


def test_another_process_sees_what_changed(tmp_path: Path) -> None:
    serving, command = Tokens(tmp_path), Tokens(tmp_path)
    assert serving.listed() == []
    secret = command.add("ana", "edit")
    found = serving.of(secret)
    assert found is not None
    assert (found.name, found.may_edit) == ("ana", True)
    assert serving.of(secret + "x") is None
    assert serving.of("\ud800") is None
    command.revoke("ana")
    assert serving.of(secret) is None


def test_names_are_plain_and_taken_once(tmp_path: Path) -> None:
    tokens = Tokens(tmp_path)
    tokens.add("ana", "read")
    for name in ("ana", "", "a b", "x" * 65, "\x1b[31m"):
        with pytest.raises(SettingError):
            tokens.add(name, "read")


def test_a_file_that_others_may_read_or_broke_is_no_list_of_tokens(tmp_path: Path) -> None:
    tokens = Tokens(tmp_path)
    tokens.add("ana", "read")
    (tmp_path / FILE).chmod(0o644)
    with pytest.raises(StoreError, match="chmod 600"):
        Tokens(tmp_path).listed()
    (tmp_path / FILE).chmod(0o600)
    (tmp_path / FILE).write_text("[{]", encoding="utf-8")
    with pytest.raises(StoreError):
        Tokens(tmp_path).listed()

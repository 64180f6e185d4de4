from __future__ import annotations

import os
from pathlib import Path

import pytest

from dxdesk.operations.given_files import give_copy, give_file
from dxdesk.store.errors import StoreUnavailable


def test_a_file_is_given_whole_or_the_old_one_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "表.pdf"
    give_file(path, b"old")

    def held(_source: object, _target: object) -> None:
        raise PermissionError

    monkeypatch.setattr(os, "replace", held)
    with pytest.raises(StoreUnavailable) as trouble:
        give_file(path, b"new")
    assert (trouble.value.code, path.read_bytes()) == ("open_elsewhere", b"old")
    assert trouble.value.values["other"] == str(tmp_path / "表 (2).pdf")
    assert [each.name for each in tmp_path.iterdir()] == ["表.pdf"]


def test_a_copy_to_look_at_makes_its_own_folder(tmp_path: Path) -> None:
    path = give_copy(tmp_path / "a" / "b", "表.pdf", b"x")
    assert (path, path.read_bytes()) == (tmp_path / "a" / "b" / "表.pdf", b"x")
    assert give_copy(tmp_path / "a" / "b", "表.pdf", b"y") == path
    assert path.read_bytes() == b"y"


def test_a_copy_that_another_program_holds_gets_a_numbered_one_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    give_copy(tmp_path, "表.pdf", b"old")
    replace = os.replace

    def held(source: str, target: Path) -> None:
        if target.name == "表.pdf":
            raise PermissionError
        replace(source, target)

    monkeypatch.setattr(os, "replace", held)
    assert give_copy(tmp_path, "表.pdf", b"new") == tmp_path / "表 (2).pdf"
    assert (tmp_path / "表.pdf").read_bytes() == b"old"


def test_a_folder_that_cannot_be_made_is_trouble_of_the_place(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"")
    with pytest.raises(StoreUnavailable):
        give_copy(tmp_path / "a", "表.pdf", b"x")

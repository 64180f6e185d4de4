"""The exchange folder: what lies in it, and where what was taken in goes."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from dxdesk.operations.exchange_folder import TAKEN, arrived, put, put_away, put_beside
from dxdesk.store.errors import StoreUnavailable


def package(kind: str) -> bytes:
    return f"dxdesk-package 1\r\n町: 見本町\r\n種類: {kind}\r\n\r\nAAAA\r\n".encode()


def test_answers_and_forms_have_arrived_and_what_the_secretariat_sends_has_not(tmp_path: Path) -> None:
    for kind in ("回答", "照会", "差戻し", "席上修正", "受領票", "計画", "閲覧"):
        put(tmp_path, f"{kind}.dxd", package(kind))
    put(tmp_path, "回答票.xlsx", b"PK")
    put(tmp_path, "別の表計算.ods", b"PK")
    put(tmp_path, "~$回答票.xlsx", b"PK")
    put(tmp_path, "めも.txt", b"")
    (tmp_path / "フォルダ.dxd").mkdir()
    assert [each.name for each in arrived(tmp_path)] == ["別の表計算.ods", "回答.dxd", "回答票.xlsx"]


def test_a_package_whose_head_says_nothing_is_offered_so_that_its_reason_is_told(tmp_path: Path) -> None:
    put(tmp_path, "こわれた.dxd", b"\xff\xfe\x00")
    assert [each.name for each in arrived(tmp_path)] == ["こわれた.dxd"]


def read_at(path: Path) -> int:
    """The moment of change of a file that has just been read."""
    return path.stat().st_mtime_ns


def test_what_was_taken_in_is_out_of_the_way_under_a_free_name(tmp_path: Path) -> None:
    for content in (b"1", b"2"):
        path = put(tmp_path, "回答.dxd", content)
        assert put_away(path, read_at(path)) is not None
    assert arrived(tmp_path) == ()
    assert sorted(each.name for each in (tmp_path / TAKEN).iterdir()) == ["回答 (2).dxd", "回答.dxd"]
    assert (tmp_path / TAKEN / "回答 (2).dxd").read_bytes() == b"2"


def test_a_file_that_was_handed_over_after_the_reading_stays_to_be_taken_in(tmp_path: Path) -> None:
    path = put(tmp_path, "回答.dxd", b"1")
    read = read_at(path)
    put(tmp_path, "回答.dxd", b"2")
    os.utime(path, ns=(read + 1, read + 1))  # the clock of the disk may be too coarse to tell the two apart
    assert put_away(path, read) is None
    assert [each.read_bytes() for each in arrived(tmp_path)] == [b"2"]


def test_no_receipt_takes_the_place_of_another(tmp_path: Path) -> None:
    for content in (b"1", b"2", b"3"):
        put_beside(tmp_path, "受領票.dxd", content)
    assert sorted(each.read_bytes() for each in tmp_path.iterdir()) == [b"1", b"2", b"3"]


def test_a_folder_that_is_away_is_said_and_nothing_is_made(tmp_path: Path) -> None:
    gone = tmp_path / "共有"
    for act in (lambda: arrived(gone), lambda: put(gone, "回答.dxd", b""), lambda: put_away(gone / "回答.dxd", 0)):
        with pytest.raises(StoreUnavailable) as caught:
            act()
        assert caught.value.code == "folder_missing"
    assert not gone.exists()

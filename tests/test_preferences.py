"""The choices of this PC."""

from __future__ import annotations

from pathlib import Path

import pytest

from dxdesk import paths
from dxdesk.preferences import Preferences, exchange, exchange_folder_of, keep, keep_exchange, preferences


def test_without_a_file_the_usual_choices_hold() -> None:
    assert preferences() == Preferences()


def test_what_was_kept_is_there_the_next_time() -> None:
    keep(text_scale=1.15, names={"reader": "佐藤"}, last={"list": {"paper": "A3"}})
    keep(seat_metres=7.5)
    assert preferences() == Preferences(
        text_scale=1.15, names={"reader": "佐藤"}, seat_metres=7.5, last={"list": {"paper": "A3"}}
    )


@pytest.mark.parametrize("content", ["", "{", "[]", '{"text_scale": "大", "names": 3, "unknown": 1}', '"x"'])
def test_a_file_that_cannot_be_read_means_the_usual_choices(content: str) -> None:
    paths.home().mkdir(parents=True, exist_ok=True)
    (paths.home() / "preferences.json").write_text(content, encoding="utf-8")
    assert preferences() == Preferences()


def test_a_whole_number_is_taken_for_a_size() -> None:
    paths.home().mkdir(parents=True, exist_ok=True)
    (paths.home() / "preferences.json").write_text('{"screen_inches": 80}', encoding="utf-8")
    assert preferences().screen_inches == 80.0


def test_a_folder_that_takes_nothing_stops_nobody(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("")
    monkeypatch.setenv("DXDESK_HOME", str(blocked / "below"))
    assert keep(seat_metres=7.5).seat_metres == 7.5
    assert preferences() == Preferences()


def test_two_databases_on_a_pc_have_folders_of_their_own() -> None:
    keep_exchange("real", folder="/share/町", numbers_only="1")
    keep_exchange("sample", folder="/home/見本")
    keep_exchange("real", letters="1")
    assert exchange("real") == {"folder": "/share/町", "numbers_only": "1", "letters": "1"}
    assert exchange_folder_of("sample") == "/home/見本"
    assert exchange_folder_of("another") == ""

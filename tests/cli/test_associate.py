from __future__ import annotations

import json

import pytest

from dxdesk import file_types
from dxdesk.cli import main
from dxdesk.wording.file_types import NOT_HERE, STILL_OTHERS


@pytest.fixture
def system(monkeypatch: pytest.MonkeyPatch) -> dict[str, object]:
    """A system that says what a double click starts, and what it misses."""
    now: dict[str, object] = {"standing": "free", "missing": (), "tied": "ours"}

    def tie() -> object:
        now["standing"] = now["tied"]
        return now["missing"]

    def untie() -> object:
        now["standing"] = "free"
        return now["missing"]

    monkeypatch.setattr(file_types, "standing", lambda: now["standing"])
    monkeypatch.setattr(file_types, "tie", tie)
    monkeypatch.setattr(file_types, "untie", untie)
    return now


def test_files_are_tied_without_a_database_and_given_back(
    system: dict[str, object], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["associate"]) == 0
    assert "dxdeskで開きます" in capsys.readouterr().out
    assert main(["associate", "--remove", "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == {"standing": "free", "missing": []}


def test_programs_of_the_system_that_are_missing_are_named(
    system: dict[str, object], capsys: pytest.CaptureFixture[str]
) -> None:
    system["missing"] = ("update-mime-database",)
    assert main(["associate"]) == 0
    assert "update-mime-database" in capsys.readouterr().err


def test_where_a_person_chose_another_program_the_way_is_told(
    system: dict[str, object], capsys: pytest.CaptureFixture[str]
) -> None:
    system["tied"] = "others"
    assert main(["associate"]) == 1
    assert STILL_OTHERS in capsys.readouterr().out


def test_a_system_on_which_it_cannot_be_done_says_so(
    system: dict[str, object], capsys: pytest.CaptureFixture[str]
) -> None:
    system["standing"] = None
    assert main(["associate"]) == 1
    assert NOT_HERE in capsys.readouterr().out

"""主な動き by command."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.commands import Town
from tests.documents.reading import texts


@pytest.fixture
def town(met_stage: Town, tmp_path: Path) -> Town:
    return met_stage.copied(tmp_path)


def test_a_paragraph_is_written_printed_and_given_back(town: Town, tmp_path: Path) -> None:
    before = town.value("movements", "show")
    assert [each["part"] for each in before][:3] == ["advanced", "late", "watched"]
    assert "直しました" in town.text("movements", "write", "--part", "遅れているもの", "--text", "4月に見直す。")
    file = tmp_path / "summary.pdf"
    town.text("print", "summary", "--out", str(file))
    assert "遅れているもの4月に見直す。" in texts(file.read_bytes())[0]
    town.text("movements", "write", "--part", "watched", "--leave-out", "--order", "late、watched")
    shown = town.value("movements", "show")
    assert [each["part"] for each in shown][:2] == ["late", "watched"]
    assert shown[1]["left_out"]
    town.text("movements", "write", "--part", "watched", "--put-in")
    town.text("movements", "write", "--part", "late", "--automatic", "--order", "advanced,late,watched")
    assert town.value("movements", "show") == before
    assert "もとのまま" in town.text("movements", "write", "--part", "late", "--keep")


@pytest.mark.parametrize(
    ("words", "place"),
    [
        (("--part", "late"), "part"),
        (("--text", "文"), "part"),
        ((), "part"),
        (("--part", "夢", "--text", "文"), "part"),
        (("--order", "late,夢"), "order"),
        (("--part", "late", "--text", " "), "late"),
    ],
)
def test_what_is_not_clear_is_refused(town: Town, words: tuple[str, ...], place: str) -> None:
    assert town.refusal("movements", "write", *words)["place"] == place


def test_others_read_and_do_not_write(town: Town) -> None:
    assert town.value("movements", "show", "--as", "reader")
    assert town.refusal("movements", "write", "--part", "late", "--leave-out", "--as", "reader")["place"] == "role"

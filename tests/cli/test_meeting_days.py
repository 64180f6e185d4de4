"""`meeting hold` on another cycle than is meant: made all the same, and said."""

from __future__ import annotations

from tests.cli.commands import NEXT_CYCLE, Town
from tests.cli.conftest import BODY


def hold(town: Town, day: str, *more: str) -> list[str]:
    said = town.value("meeting", "hold", "--body", BODY, "--date", day, *more)
    warnings: list[str] = said["warnings"]
    return warnings


def test_a_meeting_on_its_planned_day_is_made_without_a_word(opened: Town) -> None:
    assert hold(opened, "R7.2.13") == []
    assert hold(opened, "R7.2.27") == [], "a further one has a day of its own"


def test_a_meeting_before_the_deadline_is_made_and_warned_of(opened: Town) -> None:
    (warning,) = hold(opened, "R7.1.20")
    assert warning == (
        "会議はつくりました。会議の日が、この回の締切（1月31日（金））より前です。まだ届いていない回答があるかもしれません。"
    )
    assert len(opened.value("meeting", "list")) == 1


def test_another_day_than_planned_and_a_day_far_off_are_warned_of(opened: Town) -> None:
    assert hold(opened, "R7.2.20") == ["会議はつくりました。この回の会議は、2月13日（木）の予定でした。"]
    (far,) = hold(opened, "R8.2.13")
    assert "令和7年1月31日（金）" in far
    assert far.endswith("日付がちがうときは、meeting cancel で取り消して、つくり直してください。")


def test_the_late_meeting_of_an_earlier_cycle_names_the_newer_one(opened: Town) -> None:
    opened.text(*NEXT_CYCLE)
    (warning,) = hold(opened, "R7.2.13", "--cycle", "第1回")
    assert "より新しい「第2回」が開いています" in warning
    assert "--cycle「第2回」" in warning
    said = opened.run("meeting", "hold", "--body", BODY, "--date", "R7.2.14")
    assert "「第1回」" in said.err, "the cycle that goes with the day"
    assert "第2回" in said.out


def test_a_closed_cycle_takes_no_meeting_and_the_open_ones_are_named(opened: Town) -> None:
    opened.text("cycle", "close", "--reason", "終えたため")
    opened.text(*NEXT_CYCLE)
    refusal = opened.refusal("meeting", "hold", "--body", BODY, "--date", "R7.2.13", "--cycle", "第1回")
    assert refusal["kind"] == "rule"
    assert "開いている回は 第2回 です" in refusal["message"]

"""What was recorded by mistake is taken away by command, until the meeting is closed."""

from __future__ import annotations

from tests.cli.commands import Record, Town
from tests.cli.test_meetings import seventh

DROP = ("meeting", "drop", "--item", "5", "--kind")
DECIDE = ("meeting", "decide", "--item", "5", "--result", "承認", "--text")


def test_a_record_of_several_is_dropped_by_its_number(met: Town) -> None:
    met.text(*DECIDE, "進める。")
    met.text(*DECIDE, "急ぐ。")
    before = met.bytes()
    refusal: Record = met.refusal(*DROP, "decision")
    assert refusal["place"] == "number"
    assert "1 進める。、2 急ぐ。" in refusal["message"]
    assert met.refusal(*DROP, "decision", "--number", "3")["place"] == "number"
    assert met.bytes() == before
    assert "決定を消しました：進める。" in met.text(*DROP, "決定", "--number", "1")
    assert seventh(met)["decisions"] == ["急ぐ。"]


def test_the_only_record_of_its_kind_needs_no_number(met: Town) -> None:
    met.text("meeting", "action", "--item", "5", "--department", "町民生活課", "--text", "調べる。")
    met.text("meeting", "remark", "--item", "5", "--speaker", "見本太郎", "--text", "よい。")
    met.text(*DROP, "宿題")
    met.text(*DROP, "remark")
    assert (seventh(met)["actions"], seventh(met)["remarks"]) == ([], [])


def test_nothing_is_dropped_from_a_closed_meeting_and_no_kind_is_guessed(met: Town) -> None:
    met.text(*DECIDE, "進める。")
    assert met.refusal(*DROP, "memo")["place"] == "kind"
    met.text("meeting", "close")
    assert met.refusal(*DROP, "decision")["kind"] == "rule"
    assert seventh(met)["decisions"] == ["進める。"]

"""A meeting is closed with the draft of its minutes, or not at all."""

from __future__ import annotations

import pytest

from tests.cli.commands import Town
from tests.cli.conftest import BODY


def test_whoever_may_not_write_minutes_leaves_the_meeting_open(met: Town) -> None:
    refusal = met.refusal("meeting", "close", "--as", "chair")
    assert refusal["kind"] == "rule"
    shown = met.value("meeting", "show")
    assert (shown["state"], shown["minutes"]["version"]) == ("open", None)


def test_a_meeting_is_closed_together_with_the_draft_of_its_minutes(met: Town) -> None:
    met.text("meeting", "close", "--to", "11:30")
    shown = met.value("meeting", "show")
    assert (shown["state"], shown["minutes"]) == ("closed", {"version": 1, "state": "draft"})
    assert any("11時30分" in hit["excerpt"] for hit in met.value("search", "11時30分"))


def test_the_day_of_the_next_meeting_is_told_with_the_closing(met: Town) -> None:
    assert "より後" in met.refusal("meeting", "close", "--next", "R7.1.1")["message"]
    met.text("meeting", "close", "--next", "R7.8.21")
    assert met.value("search", "令和7年8月21日")


def test_the_chair_records_who_came_and_leaves_the_agenda_to_the_secretariat(met: Town) -> None:
    met.text("--as", "chair", "meeting", "attend", "--name", "見本花子", "--as", "absent")
    for command in (("agenda", "propose"), ("agenda", "add", "--title", "その他の件")):
        assert met.refusal("meeting", *command, "--as", "chair")["kind"] == "rule"


def test_a_closed_meeting_is_opened_again_for_a_reason_and_its_records_go_on(met: Town) -> None:
    met.text("meeting", "close", "--to", "11:30")
    assert met.refusal("meeting", "decide", "--item", "5", "--result", "承認", "--text", "進める。")["kind"] == "rule"
    said = met.text("meeting", "reopen", "--reason", "決定が漏れていた")
    assert said.startswith("会議を開け直しました：")
    met.text("meeting", "decide", "--item", "5", "--result", "承認", "--text", "進める。")
    assert met.value("meeting", "show")["state"] == "open"
    met.text("meeting", "close")
    assert met.value("meeting", "show")["state"] == "closed"


@pytest.mark.parametrize("reason", ["", "　 ", "あ\x07", "あ" * 201])
def test_a_meeting_is_not_opened_again_without_a_proper_reason(met: Town, reason: str) -> None:
    met.text("meeting", "close")
    assert met.refusal("meeting", "reopen", "--reason", reason)["place"] == "reason"
    assert met.value("meeting", "show")["state"] == "closed"


def test_only_a_closed_meeting_of_an_open_cycle_is_opened_again_and_by_the_secretariat(met: Town) -> None:
    assert met.refusal("meeting", "reopen", "--reason", "漏れ")["kind"] == "rule"
    met.text("meeting", "close")
    assert met.refusal("meeting", "reopen", "--reason", "漏れ", "--as", "chair")["kind"] == "rule"
    assert met.refusal("meeting", "reopen", "--reason", "漏れ", "--meeting", "どこかの会議")["place"] == "meeting"
    assert met.value("meeting", "show")["state"] == "closed"


def test_what_is_left_open_is_said_and_stops_nobody(met: Town) -> None:
    said = met.value("meeting", "close")
    unrecorded, undecided = said["warnings"]
    assert unrecorded == "記録がありません。"
    assert undecided.startswith("結論のない協議が1件あります：5 ")
    assert met.value("meeting", "show")["state"] == "closed"
    met.text("meeting", "reopen", "--reason", "決定が漏れていた")
    met.text("meeting", "decide", "--item", "5", "--result", "承認", "--text", "進める。")
    assert met.value("meeting", "close")["warnings"] == ["復唱していない決定が1件あります。"]
    met.text("meeting", "reopen", "--reason", "復唱していた")
    met.text("meeting", "decide", "--item", "5", "--result", "承認", "--text", "もう一度進める。", "--read-back")
    assert met.value("meeting", "close")["warnings"] == ["復唱していない決定が1件あります。"]


def test_of_two_open_meetings_the_one_to_close_is_named(met: Town) -> None:
    met.text("meeting", "hold", "--body", BODY, "--date", "R7.2.20")
    refusal = met.refusal("meeting", "close")
    assert (refusal["kind"], refusal["place"]) == ("rule", "meeting")
    assert f"{BODY} 2025-02-13、{BODY} 2025-02-20" in refusal["message"]
    assert "--meeting" in refusal["remedy"]
    met.text("meeting", "close", "--meeting", "R7.2.13")
    met.text("meeting", "close")
    assert [each["state"] for each in met.value("meeting", "list")] == ["closed", "closed"]


def test_closing_once_more_does_not_close_another_meeting(met: Town) -> None:
    met.text("meeting", "hold", "--body", BODY, "--date", "R7.2.20")
    met.text("meeting", "close", "--meeting", "R7.2.20")
    refusal = met.refusal("meeting", "close")
    assert f"「{BODY} 2025-02-20」はもう閉じています" in refusal["message"]
    assert f"まだ開いているのは {BODY} 2025-02-13" in refusal["message"]
    assert [each["state"] for each in met.value("meeting", "list")] == ["open", "closed"]


def test_a_meeting_made_by_mistake_is_cancelled_and_one_with_records_is_not(met: Town) -> None:
    met.text("meeting", "hold", "--body", BODY, "--date", "R7.3.13")
    said = met.text("meeting", "cancel", "--meeting", "R7.3.13")
    assert "会議を取り消しました" in said
    assert len(met.value("meeting", "list")) == 1
    met.text("meeting", "remark", "--item", "5", "--speaker", "見本太郎", "--text", "よい。")
    assert met.refusal("meeting", "cancel")["kind"] == "rule"

"""A whole 持ち出し by command."""

from pathlib import Path

from tests.cli.commands import Town


def test_a_meeting_is_taken_along_recorded_elsewhere_and_brought_back(met: Town, tmp_path: Path) -> None:
    place = tmp_path / "会議.db"
    said = met.value("meeting", "carry-out", "--out", str(place), "--name", "佐藤")
    assert said["file"] == str(place)
    refused = met.refusal("meeting", "remark", "--item", "1", "--speaker", "町長", "--text", "ここで。", code=3)
    assert str(place) in refused["message"]
    there = Town(str(place))
    there.text("meeting", "remark", "--item", "1", "--speaker", "町長", "--text", "よそで。")
    assert "1件" in met.text("meeting", "carry-in", str(place))
    shown = met.value("meeting", "show")
    assert [each["text"] for item in shown["items"] for each in item["remarks"]] == ["よそで。"]
    assert met.value("verify")["ok"]
    assert met.refusal("meeting", "carry-in", str(place))["message"].count("持ち帰っています")


def test_a_lost_copy_is_given_up(met: Town, tmp_path: Path) -> None:
    place = tmp_path / "会議.db"
    met.text("meeting", "carry-out", "--out", str(place))
    met.text("meeting", "carry-cancel", "--reason", "USBをなくした")
    met.text("meeting", "remark", "--item", "1", "--speaker", "町長", "--text", "ここで。")
    assert "USBをなくした" in met.refusal("meeting", "carry-in", str(place))["message"]


def test_bringing_back_what_nobody_touched_is_warned_of(met: Town, tmp_path: Path) -> None:
    place = tmp_path / "会議.db"
    met.text("meeting", "carry-out", "--out", str(place))
    assert met.value("meeting", "carry-in", str(place))["operations"] == 0

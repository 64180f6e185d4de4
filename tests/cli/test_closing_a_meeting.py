"""A meeting is closed with the draft of its minutes, or not at all."""

from tests.cli.commands import Town


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


def test_the_chair_records_who_came_and_leaves_the_agenda_to_the_secretariat(met: Town) -> None:
    met.text("--as", "chair", "meeting", "attend", "--name", "見本花子", "--as", "absent")
    for command in (("agenda", "propose"), ("agenda", "add", "--title", "その他の件")):
        assert met.refusal("meeting", *command, "--as", "chair")["kind"] == "rule"

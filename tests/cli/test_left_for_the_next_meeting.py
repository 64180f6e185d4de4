"""継続審議 and 再検討 come up by themselves at the next meeting of the body, and only there."""

from __future__ import annotations

import pytest

from tests.cli.commands import NEXT_CYCLE, Town
from tests.cli.conftest import BODY


def discussed(town: Town, day: str) -> list[str]:
    """What the proposed agenda of a new meeting discusses, by code."""
    town.text("meeting", "hold", "--body", BODY, "--date", day)
    town.text("meeting", "agenda", "propose")
    return [each["code"] for each in town.value("meeting", "agenda", "list") if each["kind"] == "discuss"]


def decide(town: Town, result: str) -> None:
    town.text("meeting", "decide", "--item", "5", "--result", result, "--text", "もう一度話し合う。")
    town.text("meeting", "close")


@pytest.mark.parametrize(("result", "again"), [("継続審議", ["7"]), ("再検討", ["7"]), ("承認", [])])
def test_what_was_left_is_discussed_in_the_next_cycle_though_nobody_answered(
    met: Town, result: str, again: list[str]
) -> None:
    decide(met, result)
    met.text("cycle", "close", "--reason", "終えたため")
    met.text(*NEXT_CYCLE)
    assert discussed(met, "R7.8.20") == again


def test_what_was_settled_since_does_not_come_back(met: Town) -> None:
    decide(met, "継続審議")
    assert discussed(met, "R7.2.27")[0] == "7"
    decide(met, "承認")
    met.text("cycle", "close", "--reason", "終えたため")
    met.text(*NEXT_CYCLE)
    assert discussed(met, "R7.8.20") == []

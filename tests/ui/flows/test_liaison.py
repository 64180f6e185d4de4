"""記入: one cycle of a liaison with three items."""

from __future__ import annotations

from dxdesk.domain.replies import Answer
from dxdesk.store.queries import plans, replies
from tests.ui.flows.conftest import Sit
from tests.ui.flows.hands import Hands
from tests.ui.flows.towns import RESULTS, Town

DONE = "窓口の手続を三つ電子にしました。"


def handed_in(town: Town, place: int) -> Answer:
    """What is on file of the first department's item."""
    department = next(each.id for each in town.desk.ask(plans.departments) if each.name == town.names[0])
    view = town.desk.ask(replies.slot, town.cycle.id, town.own[place].id, department)
    assert view.state == "submitted"
    assert view.heads[0].answer is not None
    return view.heads[0].answer


def test_three_items_are_handed_in(town: Town, sit: Sit) -> None:
    hands = sit("liaison")
    with hands.within(3):
        hands.press("順調")
        hands.into("今回の実績（必須）")
        hands.write(DONE)
        hands.press("提出する")
    with hands.within(4):
        hands.press("前回と同じにする")
        hands.into("今回の実績（必須）")
        hands.press("引用する")
        hands.press("提出する")
    with hands.within(4):
        hands.press("要注意")
        hands.press("試行")
        hands.into("今回の実績（必須）")
        hands.write(DONE)
        hands.press("提出する")
    found = [handed_in(town, place) for place in range(3)]
    assert [(each.status, each.stage, each.results) for each in found] == [
        ("ok", "study", DONE), ("ok", "study", RESULTS), ("warn", "trial", DONE),
    ]  # fmt: skip
    shown(hands)


def shown(hands: Hands) -> None:
    """Everything is said to be handed in."""
    words = [each.text() for each in hands.seen() if hasattr(each, "text") and callable(each.text)]
    assert any("すべて提出しました" in each for each in words), words

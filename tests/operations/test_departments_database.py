"""What the list, the board and commands say on a department's database: its own part, and of others nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from dxdesk.cli.cycles import board_record, missing_of
from dxdesk.desk import Desk
from dxdesk.domain.cycles import Cycle
from dxdesk.operations.inquiring import make_view
from dxdesk.store.queries import board, plans, replies
from dxdesk.store.queries.initiatives import initiatives
from tests.builders import FUKUSHI, PLAN, SOUMU, ZEIMU, accepted, start_cycle
from tests.post import Post, hand_over, newest, say

NOBODY: dict[str, list[str]] = {each.code or "": [] for each in PLAN.units}
ASKED = NOBODY | {"重点-1": [ZEIMU], "重点-2": [ZEIMU, FUKUSHI], "重点-3": [SOUMU], "検討-4": [SOUMU, FUKUSHI]}


@pytest.fixture
def asked(desk: Desk) -> Cycle:
    return start_cycle(desk, assigned=ASKED)


@pytest.fixture
def tax(post: Post, asked: Cycle) -> Desk:
    accepted(post.desk, asked, "重点-3", SOUMU, status="late")
    return post.liaison(post.inquiries(asked, ZEIMU)[ZEIMU])


def statuses(desk: Desk) -> dict[str, str]:
    return {card.code: card.status for card in desk.ask(board.board, newest(desk)).cards}


def test_other_departments_items_are_neither_answered_nor_missing(tax: Desk) -> None:
    found = tax.ask(board.board, newest(tax))
    said = statuses(tax)
    assert (said["重点-1"], said["重点-2"]) == ("miss", "miss")
    assert (said["重点-3"], said["検討-4"]) == ("elsewhere", "elsewhere")
    assert (found.asked, found.answered, found.counts["miss"]) == (2, 0, 2)
    assert sum(found.counts.values()) + found.elsewhere == len(found.cards)


def test_an_item_that_others_answer_too_waits_for_nobody_once_it_is_handed_over(tax: Desk) -> None:
    for code in ("重点-1", "重点-2"):
        say(tax, code, "始めた。")
    hand_over(tax)
    cards = {card.code: card for card in tax.ask(board.board, newest(tax)).cards}
    assert (cards["重点-2"].waiting, cards["重点-2"].assigned, cards["重点-2"].handed_in) == ("secretariat", 1, 1)
    assert cards["重点-2"].departments == (ZEIMU, FUKUSHI)


def test_commands_name_only_ones_own_missing_answers(tax: Desk) -> None:
    cycle = newest(tax)
    plan, known = tax.ask(plans.plan, cycle.plan_revision), tax.ask(plans.departments)
    missing = missing_of(plan, known, tax.ask(replies.views, cycle))
    assert [each["department"] for each in missing] == [ZEIMU]
    cards = board_record(tax.ask(board.board, cycle))["cards"]
    assert isinstance(cards, list)
    assert [each["code"] for each in cards if each["status"] == "miss"] == ["重点-1", "重点-2"]


def test_the_secretariat_and_whoever_only_reads_know_everything(
    post: Post, asked: Cycle, tax: Desk, tmp_path: Path
) -> None:
    assert "elsewhere" not in statuses(post.desk).values()
    reader = post.liaison(post.desk.do(make_view))
    assert "elsewhere" not in statuses(reader).values()
    assert statuses(reader)["重点-3"] == "late"


def test_the_list_knows_it_too(tax: Desk) -> None:
    source = tax.ask(initiatives, newest(tax))
    assert source.cards[PLAN.unit("重点-3").id].status == "elsewhere"

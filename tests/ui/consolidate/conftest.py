"""取りまとめ on a desk of 事務局, in a window of its own."""

from __future__ import annotations

import pytest

from dxdesk.desk import Desk
from dxdesk.domain.cycles import Cycle
from dxdesk.operations.cycles import close_cycle
from dxdesk.ui.consolidate.page import ConsolidatePage
from tests.builders import FUKUSHI, KENSETSU, SOUMU, ZEIMU, accepted, answer, start_cycle
from tests.ui.cycle.conftest import ShowPage, _look, desk, open_desk, shared, show

__all__ = ["_look", "desk", "open_desk", "shared", "show"]


@pytest.fixture
def cycle(desk: Desk) -> Cycle:
    """重点-2 has two of three answers, 検討-4 three and a 該当しない, 重点-1 one of one; last time 重点-2 was 順調."""
    asked = {"重点-1": [ZEIMU], "重点-2": [ZEIMU, FUKUSHI, SOUMU], "検討-4": [SOUMU, ZEIMU, FUKUSHI, KENSETSU]}
    first = start_cycle(desk, "令和6年度 第1回", assigned={**asked, "重点-2": [ZEIMU]})
    accepted(desk, first, "重点-2", ZEIMU, stage="research", results="前回の文。")
    desk.do(close_cycle, first, "見本のため")
    found = start_cycle(desk, "令和6年度 第2回", assigned=asked)
    accepted(
        desk, found, "重点-2", ZEIMU, stage="trial", results="税の申請を始めた。件数は5件。", issues="人手が足りない。"
    )
    accepted(
        desk, found, "重点-2", FUKUSHI, status="warn", results="窓口を見直した。", discuss="decide", ask="続けてよいか"
    )
    accepted(desk, found, "検討-4", SOUMU, stage="study", results="研修を行った。")
    accepted(desk, found, "検討-4", ZEIMU, status="late", results="受けられていない。")
    accepted(desk, found, "検討-4", FUKUSHI, status="na", results=None)
    answer(desk, found, "検討-4", KENSETSU, results="まだ確認していない。")
    accepted(desk, found, "重点-1", ZEIMU)
    return found


@pytest.fixture
def page(desk: Desk, cycle: Cycle, show: ShowPage) -> ConsolidatePage:
    """The page as it opens: at the first unit that waits."""
    found = ConsolidatePage(desk, cycle)
    show(found)
    return found

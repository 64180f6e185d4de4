"""The tab 決定と宿題 of the 個票."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from dxdesk.domain.meetings import Decision, Meeting, Opinion
from dxdesk.ui.initiatives.sheet import Decided
from dxdesk.ui.initiatives.sheet_decisions import decision_blocks
from tests.ui.initiatives.sources import record_of, town_source

COMMITTEE = Meeting("below", "cycle", "committee", "推進委員会", date(2025, 2, 13), None, None, None, "closed")
HEADQUARTERS = replace(COMMITTEE, id="above", body="headquarters", body_name="推進本部", day=date(2025, 2, 20))


def test_an_opinion_stands_under_the_last_decision_about_its_item() -> None:
    source = town_source()
    unit = source.plan.unit("1")
    found = [
        (COMMITTEE, Decision("a", 1, 3, unit.id, "amended", "見直す。")),
        (COMMITTEE, Decision("b", 2, 3, unit.id, "referred", "付議する。")),
        (HEADQUARTERS, Decision("c", 1, 3, unit.id, "approved", "進める。")),
    ]
    said = ((COMMITTEE, Opinion("o", 1, 3, unit.id, "急がれたい。")),)
    record = replace(record_of(source, unit), decisions=tuple(found), opinions=said)
    texts = [each.text for each in decision_blocks(source, record) if isinstance(each, Decided)]
    assert texts == ["進める。", "付議する。\n付帯意見：急がれたい。", "見直す。"]

"""いま報告する: what a report has to say, and on which unit it counts."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from dxdesk.domain.plan_lists import Lineage
from dxdesk.domain.replies import Author
from dxdesk.domain.reports import Report, ReportText, checked, of_unit
from tests.builders import PLAN, problem, uid

AUTHOR = Author("liaison", None, "鈴木")


def report(number: int, unit: str) -> Report:
    return Report(f"r{number}", number, unit, None, date(2024, 12, number), ReportText("見た。"), AUTHOR, number)


def test_only_the_observation_has_to_be_said() -> None:
    assert checked(ReportText(" 混んでいる。\n")) == ReportText("混んでいる。")
    for empty in ("", " 　\n"):
        found = problem(checked, ReportText(empty, "足りない。", "増やす。", "来月から。"))
        assert (found.code, found.place) == ("report.empty", "observation")


@pytest.mark.parametrize("field", ["observation", "judgement", "decision", "action"])
def test_a_text_that_cannot_be_stored_is_refused_naming_its_field(field: str) -> None:
    found = problem(checked, replace(ReportText("見た。"), **{field: "一\u202e二"}))
    assert (found.code, found.place) == ("text.character", field)


def test_what_was_said_stands_in_the_order_of_thinking_without_gaps() -> None:
    assert ReportText("見た。", "", "決めた。", "").parts() == (("observation", "見た。"), ("decision", "決めた。"))


def test_a_report_on_a_unit_counts_for_what_became_of_it() -> None:
    new, old, other = uid("書かない窓口"), "older", uid("オンライン申請")
    plan = replace(PLAN, lineage=(Lineage("renamed", (old,), (new,), None),))
    known = (report(1, old), report(2, other), report(3, new))
    assert [each.number for each in of_unit(known, plan, new)] == [1, 3]
    assert [each.number for each in of_unit(known, PLAN, new)] == [3]

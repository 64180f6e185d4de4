"""いま報告する: what a report has to say, and on which unit it counts."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dxdesk.domain.reports import ReportText, checked, kept_under
from tests.builders import FUKUSHI, ZEIMU, acting, problem


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


def test_nobody_writes_over_what_another_department_is_writing() -> None:
    first, second = acting("liaison", ZEIMU), acting("head", FUKUSHI)
    assert len({kept_under(each, "u") for each in (first, second, acting("secretariat"))}) == 3
    assert kept_under(first, "u") == kept_under(acting("head", ZEIMU), "u")

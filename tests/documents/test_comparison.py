"""新旧対照表: a changed plan beside the one before it, what differs underlined on both sides."""

from __future__ import annotations

from dataclasses import replace

import pypdfium2
import pytest

from dxdesk.documents.comparison import compose_comparison, lay_comparison
from dxdesk.documents.frames import FRAME_T, FRAME_Y
from dxdesk.documents.page import Printed, Sheet
from dxdesk.domain.comparison import Comparison, Revised, comparison_of
from dxdesk.domain.plan_lists import Lineage
from dxdesk.domain.plan_parts import Owner
from dxdesk.domain.plans import Node, Plan
from dxdesk.wording.paper import axis_word
from tests.documents.page_checks import check_golden, outside, overlapping, smallest
from tests.documents.reading import page_texts, texts
from tests.documents.sample_boards import MADE, MEMO, PLANS, scene
from tests.documents.sample_outlines import LONG_NAME, sized_plan


def with_units(plan: Plan, **changes: str) -> Plan:
    """The plan with the names of its units changed, by id."""
    nodes = tuple(replace(each, name=changes.get(each.id, each.name)) for each in plan.nodes)
    return replace(plan, nodes=nodes)


def revised(plan: Plan) -> Plan:
    """A later revision: one unit renamed, one with other owners, one gone, one new."""
    first, second, last = plan.units[0], plan.units[1], plan.units[-1]
    below = {each.id for each in plan.walk(last.id)} | {last.id}
    changed = {
        first.id: replace(first, name=f"{first.name}と検証"),
        second.id: replace(second, owners=(Owner("会計課", "main"),)),
    }
    nodes = [changed.get(node.id, node) for node in plan.nodes if node.id not in below]
    nodes.append(Node("new", last.parent, last.level, "99", None, "公金収納におけるeLTAXの活用", None))
    return replace(plan, nodes=tuple(nodes), edition="令和7年3月改訂")


def value(before: Plan, after: Plan, *, draft: bool = True, answers: int = 0) -> Comparison:
    found = scene(plan=before)
    counted = {unit.id: answers for unit in before.units}
    return comparison_of(found.board, found.settings, Revised(1, before), Revised(2, after), counted, draft=draft)


def printed(found: Comparison) -> Printed:
    return compose_comparison(found, made=MADE)


def check(pdf: bytes) -> None:
    assert outside(pdf, FRAME_Y) == []
    assert overlapping(pdf) == []
    assert smallest(pdf) >= 7.5


@pytest.mark.parametrize("name", PLANS)
def test_every_plan_stays_inside_the_frame_and_names_what_differs(name: str) -> None:
    plan = scene(name).plan
    found = value(plan, revised(plan), answers=2)
    assert [row.kinds for row in found.rows] == [("name",), ("owners",), ("added",), ("removed",)]
    result = printed(found)
    check(result.pdf)
    text, _ = texts(result.pdf)
    for words in ("（案）", "（新設）", "（削る）", "（略）", "公金収納におけるeLTAXの活用", "と検証", "第2版"):
        assert words in text
    assert "の2件）は、改正前の計画への回答として残す。" in text
    assert "軸、" not in text or axis_word(plan) == "軸"


def test_a_number_stands_in_one_line() -> None:
    plan = scene("kahoku").plan
    page = pypdfium2.PdfDocument(printed(value(plan, revised(plan))).pdf)[0]
    assert "住民-1" in page.get_textpage().get_text_range()


def test_a_decided_plan_is_no_proposal_any_more() -> None:
    plan = sized_plan(3, 1)
    text, _ = texts(printed(value(plan, with_units(plan, u1="新しい名前"), draft=False)).pdf)
    assert "（案）" not in text
    assert "改正する取組に、この回の回答はない。" in text


def test_one_made_of_several_names_all_of_them_with_the_reason() -> None:
    plan = sized_plan(3, 1)
    merged = [node for node in plan.nodes if node.id not in ("u1", "l1", "u2", "l2")]
    merged.append(Node("m", "a1", "initiative", "12", None, "まとめた取組", None))
    after = replace(plan, nodes=tuple(merged), lineage=(Lineage("merge", ("u1", "u2"), ("m",), "重なりをなくすため"),))
    found = value(plan, after, answers=1)
    assert [(row.number, row.kinds, row.answers) for row in found.rows] == [("12", ("merged",), 2)]
    text, _ = texts(printed(found).pdf)
    for words in ("取組その1の推進取組その2の推進", "統合", "重なりをなくすため", "まとめた取組"):
        assert words in text


def test_where_nothing_differs_that_is_said() -> None:
    plan = sized_plan(3, 1)
    result = printed(value(plan, plan))
    assert result.pages == 1
    assert "計画は変わっていない。" in texts(result.pdf)[0]


@pytest.mark.parametrize("units", [1, 44, 300])
def test_many_changes_go_on_under_their_head(units: int) -> None:
    plan = sized_plan(units, 1, name=LONG_NAME)
    after = with_units(plan, **{f"u{at}": f"{LONG_NAME}改" for at in range(1, units + 1)})
    result = printed(value(plan, after))
    check(result.pdf)
    assert all("改正後（第2版）" in page for page in page_texts(result.pdf))


def test_a_text_of_4000_characters_prints_whole_over_pages() -> None:
    plan = sized_plan(2, 1)
    long = "".join(f"窓口{at}の手続を順に見直す。" for at in range(300))
    after = with_units(plan, l1=long, u2="あ" * 500)
    result = printed(value(plan, after))
    check(result.pdf)
    text, _ = texts(result.pdf)
    assert "窓口299の手続を順に見直す。" in text
    assert result.pages > 1


def test_what_never_leaves_the_secretariat_is_nowhere_in_the_file() -> None:
    plan = scene("ogawara").plan
    assert MEMO not in texts(printed(value(plan, revised(plan))).pdf)[0]


def test_the_table_stands_between_other_papers_as_a_proposal() -> None:
    plan = scene("miharu").plan
    sheet = Sheet(FRAME_T, "会議資料")
    sheet.next_page(FRAME_Y)
    lay_comparison(sheet, value(plan, revised(plan)))
    sheet.next_page(FRAME_T)
    pages = page_texts(sheet.finish().pdf)
    assert "新旧対照表（案）" in pages[1]
    assert "新旧対照表" not in pages[-1]


def test_the_same_plans_give_the_same_bytes_and_the_text_as_kept() -> None:
    plan = scene("ogawara").plan
    found = value(plan, revised(plan), answers=1)
    assert printed(found).pdf == printed(found).pdf
    check_golden("comparison_ogawara", printed(found).pdf)

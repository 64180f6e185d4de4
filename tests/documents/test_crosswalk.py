"""国の重点取組事項との対応表: which units answer to which national item, with every gap named."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pypdfium2
import pytest

from dxdesk.documents.crosswalk import compose_crosswalk, lay_crosswalk
from dxdesk.documents.frames import FRAME_T, FRAME_Y
from dxdesk.documents.ink import WHITE, Ink
from dxdesk.documents.page import Printed, Sheet
from dxdesk.documents.reference import national_plan
from dxdesk.domain.crosswalk import CrosswalkTable, crosswalk_of
from dxdesk.domain.plan_lists import Crosswalk
from dxdesk.domain.plans import Plan
from tests.documents.page_checks import check_golden, outside, overlapping, smallest
from tests.documents.reading import page_texts, texts
from tests.documents.sample_boards import MADE, MEMO, PLANS, Scene, scene
from tests.documents.sample_outlines import LONG_NAME, sized_plan


def value(found: Scene) -> CrosswalkTable:
    return crosswalk_of(found.plan, found.board, found.settings, national_plan())


def printed(found: Scene) -> Printed:
    return compose_crosswalk(value(found), made=MADE)


def matched(plan: Plan, *matches: tuple[str, str], weight: str = "primary", version: str = "2.3") -> Plan:
    """The plan with just these matches (node, item)."""
    rows = tuple(Crosswalk(node, item, version, weight, True) for node, item in matches)  # type: ignore[arg-type]
    return replace(plan, crosswalk=rows, national_version=version)


def check(pdf: bytes) -> None:
    assert outside(pdf, FRAME_T) == []
    assert overlapping(pdf) == []
    assert smallest(pdf) >= 7.5


@pytest.mark.parametrize("name", PLANS)
def test_every_plan_stays_inside_the_frame_with_nothing_over_anything(name: str) -> None:
    check(printed(scene(name)).pdf)


@pytest.mark.parametrize("name", PLANS)
def test_every_item_of_the_national_version_has_its_row(name: str) -> None:
    found = value(scene(name))
    codes = [row.item.code for row in found.rows]
    assert len(codes) == len(set(codes))
    assert {item.code for item in found.version.items} <= set(codes)
    text, _ = texts(printed(scene(name)).pdf)
    for row in found.gaps:
        assert "".join(row.item.name.split()) in text


def test_gaps_are_named_and_counted() -> None:
    plan = matched(sized_plan(3, 1), ("u1", "N1"), ("u2", "N2"))
    plan = replace(plan, crosswalk=(*plan.crosswalk, Crosswalk("u2", "N3", "2.3", "related", False)))
    found = value(scene(plan=plan))
    assert [row.item.code for row in found.with_main] == ["N1", "N2"]
    assert [row.item.code for row in found.only_related] == ["N3"]
    assert len(found.gaps) == len(found.rows) - 3
    text, _ = texts(printed(scene(plan=plan)).pdf)
    for words in ("主の取組がない", "対応する取組がない", "取組2（案）", "対応をまだ定めていない取組：3取組3"):
        assert words in text
    assert "取組1（案）" not in text
    assert "国の重点取組事項との対応表（案）" not in text


def test_what_is_said_of_a_gap_stands_on_white_with_room_around_it(monkeypatch: pytest.MonkeyPatch) -> None:
    white: list[float] = []
    rect = Ink.rect

    def drawn(ink: Ink, x: float, y: float, width: float, height: float, **how: Any) -> None:
        white.append(height if how.get("fill") == WHITE else 0.0)
        rect(ink, x, y, width, height, **how)

    monkeypatch.setattr(Ink, "rect", drawn)
    found = scene("ogawara")
    printed(found)
    gaps = sum(not row.main for row in value(found).rows)
    assert sum(6.0 < height < 7.0 for height in white) == gaps


def test_a_table_nobody_has_confirmed_is_a_draft_as_a_whole() -> None:
    found = scene("miharu")
    assert value(found).draft
    text, _ = texts(printed(found).pdf)
    assert text.startswith("国の重点取組事項との対応表（案）")
    assert text.count("（案）") == 2
    assert "対応は、すべて原案である。町の確認を受けてから（案）を外す。" in text


@pytest.mark.parametrize(("name", "words"), [("miharu", "1-3 マイナンバーカード"), ("kahoku", "手続きのオンライン化")])
def test_the_table_of_a_town_takes_one_page_with_names_in_one_line(name: str, words: str) -> None:
    (page,) = pypdfium2.PdfDocument(printed(scene(name)).pdf)
    lines = page.get_textpage().get_text_range().splitlines()
    assert any(words in " ".join(line.split()) for line in lines)


def test_the_counts_stand_on_one_line_however_many_names_stand_beside_them() -> None:
    page = pypdfium2.PdfDocument(printed(scene("kahoku")).pdf)[0]
    found = page.get_textpage()
    heights = set()
    for at in range(found.count_chars()):
        _, low, _, high = found.get_charbox(at)
        if found.get_text_range(at, 1).isdigit() and high - low > 11:
            heights.add(round(low))
    assert len(heights) == 1


def test_an_item_that_only_a_later_version_has_says_since_when() -> None:
    text, _ = texts(printed(scene("ogawara")).pdf)
    assert "公金収納におけるeLTAXの活用（第2.3版で追加）" in text
    assert "総務省「自治体DX推進計画」第2.0版（令和4年9月2日）" in text


def test_what_is_said_of_a_part_of_a_unit_is_said_of_the_unit_once() -> None:
    plan = matched(sized_plan(2, 1), ("u1", "A1"), ("l1", "A1"))
    plan = replace(plan, crosswalk=(*plan.crosswalk, Crosswalk("l1", "A1", "2.3", "related", True)))
    row = next(row for row in value(scene(plan=plan)).rows if row.item.code == "A1")
    assert [each.number for each in row.main] == ["1"]
    assert row.related == ()


def test_what_a_town_does_of_its_own_accord_stands_last() -> None:
    found = scene(plan=matched(sized_plan(1, 1), ("u1", "X")))
    assert [each.number for each in value(found).own] == ["1"]
    text, _ = texts(printed(found).pdf)
    assert "（国の項目なし）" in text
    assert "（案）の対応は" not in text


def test_a_version_that_is_not_known_here_shows_every_item() -> None:
    found = value(scene(plan=matched(sized_plan(1, 1), ("u1", "N1"), version="9.0")))
    assert found.version.name == "第9.0版"
    assert len(found.rows) == 13
    check(printed(scene(plan=matched(sized_plan(1, 1), ("u1", "N1"), version="9.0"))).pdf)


def test_a_plan_without_any_match_says_so() -> None:
    result = printed(scene(plan=replace(sized_plan(3, 1), crosswalk=(), national_version=None)))
    assert result.pages == 1
    assert "この計画は、国の項目との対応を定めていない。" in texts(result.pdf)[0]


@pytest.mark.parametrize("units", [1, 13, 44, 1_000])
def test_many_units_of_one_item_go_on_on_the_next_page(units: int) -> None:
    plan = sized_plan(units, 3 if units > 3 else 1, name=LONG_NAME)
    plan = matched(plan, *((f"u{at}", "A1") for at in range(1, units + 1)))
    result = printed(scene(plan=plan))
    assert outside(result.pdf, FRAME_T) == []
    first, *others = page_texts(result.pdf)
    assert "対応表（続き）" not in first
    assert all("対応表（続き）" in page for page in others)
    if units < 1_000:
        check(result.pdf)


def test_a_thousand_units_of_which_nothing_is_said_print() -> None:
    plan = matched(sized_plan(1_000, 9), ("u1", "N1"))
    assert outside(printed(scene(plan=plan)).pdf, FRAME_T) == []


def test_what_never_leaves_the_secretariat_is_nowhere_in_the_file() -> None:
    assert MEMO not in texts(printed(scene("ogawara")).pdf)[0]


def test_the_table_stands_between_other_papers_in_one_file() -> None:
    sheet = Sheet(FRAME_Y, "会議資料")
    sheet.next_page(FRAME_T)
    lay_crosswalk(sheet, value(scene("miharu")))
    sheet.next_page(FRAME_Y)
    pages = page_texts(sheet.finish().pdf)
    assert "対応表" in pages[1]
    assert "対応表" not in pages[-1]


@pytest.mark.parametrize("name", ["ogawara", "kahoku"])
def test_the_same_plan_gives_the_same_bytes_and_the_text_as_kept(name: str) -> None:
    assert printed(scene(name)).pdf == printed(scene(name)).pdf
    check_golden(f"crosswalk_{name}", printed(scene(name)).pdf)

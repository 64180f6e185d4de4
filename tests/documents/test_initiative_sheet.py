"""The sheet of one unit: one page, both sides of one sheet, or with 別紙, from five plans."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pypdfium2
import pytest

from dxdesk.documents.initiative_sheet import compose_sheets
from dxdesk.documents.page import FRAME_T, Printed
from dxdesk.domain.board import IndicatorLine
from dxdesk.domain.meetings import Conclusion
from dxdesk.domain.paper import Paper
from dxdesk.domain.sheets import ActionRow, Decided, UnitSheet
from dxdesk.domain.statuses import STATUSES
from tests.documents import reading
from tests.documents.page_checks import check_golden, outside, overlapping, smallest
from tests.documents.reading import texts, word_boxes
from tests.documents.sample_boards import (
    ACTIONS,
    MADE,
    MEMO,
    PAST,
    PLANS,
    Scene,
    five_years,
    load_plan,
    own_words,
    scene,
    unit_sheet,
)

SENTENCE = "情報を整理して関係する課と調整した。"
HOSTILE = "<b>太字</b>&amp;<img src=x>=cmd|'/C calc'!A0 𠮷野 ☑ 髙﨑 葛󠄀城"


def page_texts(pdf: bytes) -> list[str]:
    """The text of every page without its 資料番号, which readers put before or after the line beside it."""
    return [re.sub(r"資料3(-\d)?", "", text) for text in reading.page_texts(pdf)]


def text_of(length: int) -> str:
    return (SENTENCE * (length // len(SENTENCE) + 1))[:length]


def printed(found: Scene, *values: UnitSheet) -> Printed:
    return compose_sheets(values, found.board, found.plan, found.settings, made=MADE, previous_as_of=PAST.as_of)


def of_length(lengths: Sequence[int]) -> tuple[Scene, UnitSheet]:
    found = scene("ogawara", texts=[text_of(each) or None for each in lengths])
    return found, unit_sheet(found, "3")


@pytest.mark.parametrize("name", PLANS)
@pytest.mark.parametrize("first", [False, True])
def test_every_unit_of_every_plan_stays_inside_its_frame(name: str, first: bool) -> None:
    found = scene(name, first=first)
    values = [unit_sheet(found, item.card.code, first=first) for item in found.items]
    result = printed(found, *values)
    assert result.pages == len(values)
    assert outside(result.pdf, FRAME_T) == []
    assert overlapping(result.pdf) == []
    assert smallest(result.pdf) >= 7.5


def test_a_usual_answer_fits_one_page_with_room_to_write() -> None:
    found, value = of_length((44, 33, 22))
    result = printed(found, value)
    assert result.pages == 1
    text = page_texts(result.pdf)[0]
    assert "5前回の宿題" in text
    assert "決めること" in text
    assert "指標" in text


def test_a_longer_answer_is_set_closer_on_one_page() -> None:
    found, value = of_length((60, 60, 50))
    result = printed(found, value)
    assert result.pages == 1
    assert "指標" not in page_texts(result.pdf)[0]


def test_a_long_answer_takes_both_sides_and_says_what_to_decide_on_the_first() -> None:
    found, value = of_length((120, 120, 120))
    front, back = page_texts(printed(found, value).pdf)
    assert front.count("移行を2段階に分け") == 1
    assert "4これまでの経過" not in front
    assert back.startswith("（続き）3手続ガイドライン")
    assert "4これまでの経過" in back
    assert "結論" in back


def test_parts_without_content_are_left_out_and_the_numbers_close_up() -> None:
    found = scene("kaminokawa", first=True)
    text = page_texts(printed(found, unit_sheet(found, "2-1", first=True)).pdf)[0]
    assert "1今回の回答" in text
    assert "2" + "これまでの経過" not in text
    assert "前回の宿題" not in text


def test_a_plan_without_years_shows_its_lines_instead() -> None:
    found = scene("kahoku")
    value = unit_sheet(found, "地域-2")
    assert len(value.lines) == 13
    pages = page_texts(printed(found, value).pdf)
    assert len(pages) == 1
    assert "1計画の内容" in pages[0]
    assert all(line.replace("　", "") in pages[0] for line in value.lines)


def test_who_carries_a_unit_is_said_once() -> None:
    found = scene("kahoku", departments=3)
    value = unit_sheet(found, "住民-1")
    own = replace(value, item=replace(value.item, owners="税務町民課・健康福祉課・会計課"))
    asked = "税務町民課・健康福祉課・会計課"
    for sheet, words in (
        (replace(value, main=""), f"実施主体：全課（{asked}）"),
        (replace(own, main=""), f"実施主体：{asked}"),
        (replace(own, main="税務町民課"), "主管：税務町民課関係：健康福祉課・会計課"),
    ):
        text = page_texts(printed(found, sheet).pdf)[0].split("計画：")[0]
        assert text.endswith(words)
        assert text.count("税務町民課") == 1


def test_what_was_corrected_in_the_room_says_so() -> None:
    found = scene("ogawara")
    value = unit_sheet(found, "6")
    assert "席上修正" not in "".join(page_texts(printed(found, value).pdf))
    assert "（12月31日現在・席上修正）" in page_texts(printed(found, replace(value, corrected=True)).pdf)[0]


def test_five_years_stand_side_by_side() -> None:
    plan = five_years(load_plan("miharu"))
    found = scene(plan=plan)
    text = page_texts(printed(found, unit_sheet(found, "MEGO-1-1")).pdf)[0]
    assert all(f"令和{year}年度" in text for year in range(5, 10))


def test_this_year_is_that_of_the_cycle_whatever_the_day_of_its_results() -> None:
    found = scene("ogawara")
    april = replace(found.board, as_of=date(2025, 4, 1), year=2024)
    spring = compose_sheets((unit_sheet(found, "3"),), april, found.plan, found.settings, made=MADE)
    assert "令和6年度（今年度）" in page_texts(spring.pdf)[0]


def test_a_report_has_no_decision_box() -> None:
    found = scene("ogawara")
    assert "決めること" not in page_texts(printed(found, unit_sheet(found, "1")).pdf)[0]


def test_no_action_item_of_last_time_is_said() -> None:
    found = scene("ogawara")
    value = replace(unit_sheet(found, "3"), actions=())
    assert "前回の宿題はない。" in page_texts(printed(found, value).pdf)[0]


def test_many_action_items_say_how_many_more_there_are() -> None:
    found = scene("ogawara", texts=(text_of(400),) * 3)
    value = replace(unit_sheet(found, "3"), actions=ACTIONS * 40)
    result = printed(found, value)
    assert "件は宿題の一覧にある。" in page_texts(result.pdf)[1]
    assert outside(result.pdf, FRAME_T) == []
    assert overlapping(result.pdf) == []


@pytest.mark.parametrize("result", ["approved", "amended", "continued", "revise", "referred", "dropped", "noted"])
def test_after_the_meeting_the_box_says_what_was_decided(result: str) -> None:
    found = scene("ogawara")
    decided = Decided(result, "対象手続を2つに絞り、3月末までに案を示すこととした。", ACTIONS)  # type: ignore[arg-type]
    pdf = printed(found, replace(unit_sheet(found, "3"), decided=decided)).pdf
    text = page_texts(pdf)[0]
    assert "対象手続を2つに絞り" in text
    assert "原案決定" in text
    assert "継続協議" in text
    assert text.count("文字同定の対象件数を報告する。") == 2
    assert overlapping(pdf) == []


def test_a_very_long_decision_points_to_the_minutes_and_stays_on_the_page() -> None:
    found = scene("ogawara")
    rows = tuple(ActionRow(text_of(300), "・".join(["町民生活課"] * 12), None, "対応中", False) for _ in range(20))
    decided = Decided("amended", text_of(4_000), rows)
    result = printed(found, replace(unit_sheet(found, "3"), decided=decided))
    assert "…（会議録）" in "".join(page_texts(result.pdf))
    assert "（ほか14件）" in "".join(page_texts(result.pdf))
    assert outside(result.pdf, FRAME_T) == []


def test_past_cycles_have_room_for_more_words_where_there_are_few() -> None:
    found = scene("ogawara")
    value = unit_sheet(found, "3")
    words = "9業務で標準仕様との差異の分析を終えた"
    past = tuple(replace(each, words=words) for each in value.history if each.status)
    shown = [page_texts(printed(found, replace(value, history=cycles)).pdf)[0] for cycles in (past[-2:], past * 2)]
    assert [text.count("9業務で標準仕様との…") for text in shown] == [2, 0]


def test_indicators_show_their_last_values_and_a_line_from_two_on() -> None:
    found = scene("ogawara")
    value = unit_sheet(found, "3")
    this = found.board.cycle_name
    lines = (
        IndicatorLine("申請件数", "件", (("令和6年度第1回", "1,198"), (this, "1,412")), "1500"),
        IndicatorLine("満足度", "％", ((this, "とても高い"),), None),
    )
    result = printed(found, replace(value, item=replace(value.item, indicators=lines)))
    text = "".join(page_texts(result.pdf))
    assert "申請件数：1,412件（目標1500件）" in text
    assert "1,198件" in text
    assert "満足度：とても高い％" in text
    assert outside(result.pdf, FRAME_T) == []


@pytest.mark.parametrize("length", [4, 40, 100])
def test_names_of_any_length_fit_the_title(length: int) -> None:
    found = scene("ogawara")
    value = unit_sheet(found, "3")
    name = ("窓口手続の入口を一つにまとめる取組" * 7)[:length]
    card = replace(value.item.card, name=name)
    result = printed(found, replace(value, item=replace(value.item, card=card)))
    assert name in page_texts(result.pdf)[0]
    assert outside(result.pdf, FRAME_T) == []
    assert overlapping(result.pdf) == []


@pytest.mark.parametrize("label", ["13", "1-2", "重点-8", "MEGO-1-12"])
def test_a_wide_number_keeps_its_distance_from_the_name(label: str) -> None:
    found = scene("kaminokawa")
    value = unit_sheet(found, "1-1")
    card = replace(value.item.card, label=label, name="取組の名称")
    head = word_boxes(printed(found, replace(value, item=replace(value.item, card=card))).pdf)
    start = next(at for at in range(len(head)) if "".join(each[0] for each in head[at : at + 5]) == "取組の名称")
    (_, number_left, *_), (_, _, _, number_right, _) = head[start - len(label)], head[start - 1]
    assert number_left >= 26.5
    assert head[start][1] - number_right >= 2.0


def test_a_long_name_is_parted_between_its_words() -> None:
    found = scene("otaki")
    card = replace(
        unit_sheet(found, "重点-1").item.card, name="住民の利便性向上・職員の業務の効率化につながる業務の改善"
    )
    value = unit_sheet(found, "重点-1")
    pdf = printed(found, replace(value, item=replace(value.item, card=card))).pdf
    lines = pypdfium2.PdfDocument(pdf)[0].get_textpage().get_text_range().splitlines()
    assert any(line.strip() == "業務の改善" for line in lines)


def test_what_never_leaves_the_secretariat_is_nowhere_in_the_file() -> None:
    found = scene("ogawara", departments=3)
    assert MEMO not in texts(printed(found, unit_sheet(found, "3")).pdf)[0]


def test_a_towns_own_long_words_stay_in_their_cells() -> None:
    found = own_words(scene("ogawara", statuses=STATUSES, departments=3))
    values = [unit_sheet(found, item.card.code) for item in found.items]
    result = printed(found, *values)
    assert outside(result.pdf, FRAME_T) == []
    assert overlapping(result.pdf) == []
    assert smallest(result.pdf) >= 7.5


def test_a_town_that_binds_keeps_thirty_millimetres_at_the_left() -> None:
    found = scene("ogawara")
    found = replace(found, settings=replace(found.settings, paper=replace(found.settings.paper, binding=True)))
    pdf = printed(found, unit_sheet(found, "3")).pdf
    assert outside(pdf, FRAME_T.for_town(Paper(binding=True))) == []
    assert overlapping(pdf) == []


def test_several_sheets_are_numbered_one_by_one() -> None:
    found = scene("ogawara")
    pages = reading.page_texts(printed(found, unit_sheet(found, "3"), unit_sheet(found, "6")).pdf)
    assert "資料3-1" in pages[0]
    assert "資料3-2" in pages[1]


def test_some_of_the_sheets_keep_their_numbers() -> None:
    found = scene("ogawara")
    values = [unit_sheet(found, "3"), unit_sheet(found, "8")]
    result = compose_sheets(values, found.board, found.plan, found.settings, made=MADE, places=[3, 8])
    pages = reading.page_texts(result.pdf)
    assert "資料3-3" in pages[0]
    assert "資料3-8" in pages[1]


def test_the_same_unit_gives_the_same_bytes_and_the_text_kept() -> None:
    found = scene("ogawara")
    results = [
        compose_sheets(
            [unit_sheet(found, "6")],
            found.board,
            found.plan,
            found.settings,
            made=MADE,
            previous_as_of=date(2024, 8, 1),
        )
        for _ in range(2)
    ]
    assert results[0].pdf == results[1].pdf
    check_golden("sheet_ogawara_6", results[0].pdf)


def test_the_box_of_the_body_above_says_what_was_concluded_below() -> None:
    found = scene("miharu")
    code = next(card.code for card in found.board.cards if card.agenda_number is not None)
    value = unit_sheet(found, code)
    told = Conclusion("DX推進委員会", "referred", "全庁に広げる案を付議する。", ("繁忙期を避けられたい。", HOSTILE))
    pdf = printed(found, replace(value, item=replace(value.item, concluded=told))).pdf
    text = "".join(page_texts(pdf))
    assert "DX推進委員会の結論：付議：全庁に広げる案を付議する。付帯意見：繁忙期を避けられたい。" in text
    assert "庁議への付議" in text
    assert overlapping(pdf) == []
    assert outside(pdf, FRAME_T) == []
    long = replace(told, result="amended", text=text_of(4_000), opinions=(text_of(4_000),) * 3)
    pdf = printed(found, replace(value, item=replace(value.item, concluded=long))).pdf
    text = "".join(page_texts(pdf))
    assert "の結論：修正決定：" in text
    assert "…（会議録）" in text
    assert outside(pdf, FRAME_T) == []


@pytest.mark.parametrize(
    ("above", "words"),
    [("DX推進本部", "本部への付議"), ("情報化推進委員会", "上の会議への付議"), (None, "庁議への付議")],
)
def test_the_box_names_where_a_decision_goes_on(above: str | None, words: str) -> None:
    found = scene("ogawara")
    for decided in (None, Decided("approved", "進める。", ACTIONS, council=True)):
        pdf = printed(found, replace(unit_sheet(found, "3"), above=above, decided=decided)).pdf
        assert words in "".join(page_texts(pdf))
        assert overlapping(pdf) == []


def test_a_decision_that_goes_to_the_council_has_its_tick() -> None:
    found = scene("ogawara")
    one, other = (
        printed(found, replace(unit_sheet(found, "3"), decided=Decided("approved", "進める。", council=council))).pdf
        for council in (False, True)
    )
    assert page_texts(one) == page_texts(other)
    assert one != other


def test_no_line_of_three_characters_ends_what_is_to_be_decided() -> None:
    found = scene("ogawara")
    value = unit_sheet(found, "3")
    ask = (
        "進め方を見直してよいか（デジタル推進室）。確認の期限を全課で決めていただきたいです（見本第一課）。"
        "導入を翌年度に延ばしてよいか（見本第二課）。"
    )
    card = replace(value.item.card, agenda_number=1)
    boxes = word_boxes(printed(found, replace(value, item=replace(value.item, card=card, ask=ask))).pdf)
    start = "".join(each[0] for each in boxes).index(ask)
    lefts = [each[1] for each in boxes[start : start + len(ask)]]
    starts = [at for at in range(1, len(ask)) if lefts[at] < lefts[at - 1]]
    assert len(starts) == 2
    assert len(ask) - starts[-1] > 3

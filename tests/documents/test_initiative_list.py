"""The list of all units, from five plans and with texts of every length."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from io import BytesIO

import pypdf
import pytest

from dxdesk.documents import initiative_list
from dxdesk.documents.cells import Cell
from dxdesk.documents.initiative_list import compose_list, lay_list, lay_list_in_pairs
from dxdesk.documents.initiative_list_furniture import _missing_words
from dxdesk.documents.initiative_list_rows import Fit, InitiativeList, left_cells, left_columns, right_columns
from dxdesk.documents.page import FRAME_A3, FRAME_T, FRAME_Y, Printed, Sheet
from dxdesk.documents.paragraph import Text
from dxdesk.documents.styles import CELL
from dxdesk.documents.text_style import plain
from dxdesk.documents.unit_blocks import stage_stack
from dxdesk.documents.watching import Stopped, Watch, watched
from dxdesk.domain.board import Card
from dxdesk.domain.plan_texts import plan_lines
from dxdesk.domain.plans import Plan
from dxdesk.domain.sheets import Asked
from dxdesk.domain.statuses import STATUSES
from dxdesk.wording.paper import asked_words
from tests.documents.page_checks import check_golden, outside, overlapping, smallest
from tests.documents.reading import page_texts, squeezed, texts, word_boxes
from tests.documents.sample_boards import (
    MADE,
    MEMO,
    PAST,
    PLANS,
    Scene,
    five_years,
    load_plan,
    own_words,
    scene,
)

SENTENCE = "情報を整理して関係する課と調整した。"


def printed(found: Scene, **options: object) -> Printed:
    return compose_list(
        found.board,
        found.items,
        found.plan,
        found.settings,
        made=MADE,
        previous_as_of=PAST.as_of,
        **options,  # type: ignore[arg-type]
    )


def value(found: Scene) -> InitiativeList:
    return InitiativeList(found.board, {each.card.unit: each for each in found.items}, found.plan, found.settings)


def text_of(length: int) -> str:
    return (SENTENCE * (length // len(SENTENCE) + 1))[:length]


@pytest.mark.parametrize("name", PLANS)
@pytest.mark.parametrize("first", [False, True])
def test_every_plan_stays_inside_the_frame_with_nothing_over_anything(name: str, first: bool) -> None:
    pdf = printed(scene(name, first=first)).pdf
    assert outside(pdf, FRAME_A3) == []
    assert overlapping(pdf) == []
    assert smallest(pdf) >= 7.0


@pytest.mark.parametrize("name", PLANS)
@pytest.mark.parametrize("first", [False, True])
def test_a_column_edge_lies_on_the_first_fold(name: str, first: bool) -> None:
    found = value(scene(name, first=first))
    assert sum(each.width for each in left_columns(found)) == pytest.approx(210.0 - FRAME_A3.left)
    right = right_columns(found, (66.0, 48.0, 42.0))
    assert sum(each.width for each in right) == pytest.approx(FRAME_A3.right - 210.0)


def test_three_five_or_no_years_take_the_same_room() -> None:
    by_count: dict[int, float] = {}
    for plan in (load_plan("ogawara"), five_years(load_plan("miharu")), load_plan("kahoku")):
        found = value(scene(plan=plan))
        years = left_columns(found)[3:-2]
        by_count[len(found.years)] = sum(each.width for each in years)
    assert by_count == {3: pytest.approx(99.0), 5: pytest.approx(99.0), 0: pytest.approx(99.0)}


def test_thirteen_units_of_the_usual_length_fit_one_sheet_at_full_size() -> None:
    found = printed(scene("ogawara", texts=(text_of(60), text_of(37), text_of(30))))
    assert found.pages == 1
    assert smallest(found.pdf) >= 7.5


def test_longer_texts_step_down_in_type_before_they_take_a_second_sheet() -> None:
    found = printed(scene("ogawara", texts=(text_of(80), text_of(80), text_of(80))))
    assert found.pages == 1
    assert 7.0 <= smallest(found.pdf) <= 7.5


def test_what_fits_no_size_goes_by_axis_on_several_sheets_each_with_its_head() -> None:
    found = printed(scene("ogawara", texts=(text_of(120), text_of(120), text_of(120))))
    assert found.pages > 1
    assert smallest(found.pdf) >= 7.5
    for page in page_texts(found.pdf):
        assert "進捗状況一覧表" in page
        assert "次にすること" in page
        assert "凡例" in page


def test_of_very_many_units_the_first_sheet_stands_before_the_last_is_measured(monkeypatch: pytest.MonkeyPatch) -> None:
    found = scene("miharu", texts=(text_of(120), text_of(120), text_of(120)))
    whole = printed(found)
    monkeypatch.setattr(initiative_list, "_TRIED", 2)
    measured: list[str] = []

    def cells(shown: InitiativeList, card: Card, fit: Fit) -> list[Cell]:
        measured.append(card.unit)
        return left_cells(shown, card, fit)

    def first_page(pages: int, _write: object) -> bool:
        return pages < 1

    monkeypatch.setattr(initiative_list, "left_cells", cells)
    with pytest.raises(Stopped), watched(Watch(lambda *_: True, first_page)):
        printed(found)
    assert found.board.cards[0].unit in measured
    assert found.board.cards[-1].unit not in measured
    assert squeezed(texts(printed(found).pdf)[0]) == squeezed(texts(whole.pdf)[0])


@pytest.mark.parametrize("length", [0, 120, 4_000])
def test_no_character_of_an_answer_is_lost_whatever_its_length(length: int) -> None:
    text = text_of(length)
    found = printed(scene("otaki", texts=(text or None, None, None), statuses=("ok", "ok")))
    count = squeezed(texts(found.pdf)[0]).count("整理")
    assert count == text.count("整理") * len(load_plan("otaki").units)
    assert outside(found.pdf, FRAME_A3) == []


def test_a_hundred_lines_are_cut_between_lines_and_all_printed() -> None:
    text = "\n".join(f"行{at:03}番" for at in range(100))
    found = printed(scene("kaminokawa", texts=(text, None, None), statuses=("ok",)))
    first, _ = texts(found.pdf)
    assert all(first.count(f"行{at:03}番") == 8 for at in range(100))
    assert outside(found.pdf, FRAME_A3) == []


def test_an_unanswered_unit_says_when_it_was_asked_and_what_it_said_last_time() -> None:
    found = scene("ogawara")
    unit = next(card.unit for card in found.board.cards if card.status == "miss")
    asked = Asked(date(2024, 12, 20), date(2025, 1, 31), {unit: date(2025, 2, 3)})
    text, _ = texts(printed(found, asked=asked).pdf)
    assert "（照会令和6年12月20日、期限令和7年1月31日、再依頼令和7年2月3日）" in text
    assert "前回（令和6年度第1回）の回答：20業務のうち9業務" in text


def test_the_column_of_the_plan_says_what_it_holds() -> None:
    kahoku = page_texts(printed(scene("kahoku")).pdf)[0]
    assert "計画の内容・担当（計画の記載）" in kahoku
    assert "実施時期" not in kahoku
    miharu = page_texts(printed(scene("miharu")).pdf)[0]
    assert "（計画の記載）" not in miharu
    assert "取組担当今回の状況" in miharu
    assert "担当：" not in miharu
    endless = load_plan("ogawara")
    endless = replace(endless, period=replace(endless.period, to=None))
    assert "実施時期・担当（計画の記載）" in page_texts(printed(scene(plan=endless)).pdf)[0]


def test_a_plan_that_names_only_who_is_in_charge_leaves_the_room_to_the_answers() -> None:
    found = value(scene("miharu"))
    widths = {column.head: column.width for column in (*left_columns(found), *right_columns(found, (66.0, 48.0, 42.0)))}
    assert widths["担当"] <= 54.0
    assert widths["今回の実績"] > 75.0
    short = {unit: replace(item, owners="税務課") for unit, item in found.items.items()}
    assert next(each.width for each in left_columns(replace(found, items=short)) if each.head == "担当") == 36.0


def test_a_row_shows_as_many_lines_of_the_plan_as_it_has_room_for() -> None:
    found = scene("kahoku")
    text = page_texts(printed(found).pdf)[0]
    lines = plan_lines(found.plan, found.plan.unit("住民-1"))
    assert len(lines) == 2
    assert all(line in text for line in lines)
    alone = replace(found.board, cards=found.board.cards[:1])
    roomy = page_texts(printed(replace(found, board=alone)).pdf)[0]
    assert "（ほか" not in roomy


def test_a_number_of_several_figures_stands_in_one_line() -> None:
    boxes = word_boxes(printed(scene("kaminokawa")).pdf)
    found = [
        each for each in zip(boxes, boxes[1:], boxes[2:], strict=False) if "".join(box[0] for box in each) == "2-1"
    ]
    assert found
    assert all(abs(first[2] - last[2]) < 0.5 for first, _, last in found)


def test_nothing_said_twice_is_not_called_unchanged() -> None:
    found = scene("ogawara")
    silent = tuple(replace(card, status="miss", previous_status="miss", change="same") for card in found.board.cards)
    text = page_texts(printed(replace(found, board=replace(found.board, cards=silent))).pdf)[0]
    assert "変化なし" not in text


def test_when_an_unanswered_unit_was_asked_is_said_in_the_punctuation_of_the_town() -> None:
    paper = replace(scene("kaminokawa").settings.paper, punctuation="，．", years="western")
    said = asked_words(date(2024, 12, 20), date(2025, 1, 31), None, paper)
    assert said == "（照会 2024年12月20日，期限 2025年1月31日）"


def test_every_status_stands_beside_its_word() -> None:
    found = scene("miharu", statuses=STATUSES)
    text, _ = texts(printed(found).pdf)
    for key in STATUSES:
        cards = sum(card.status == key for card in found.board.cards)
        # once in the counts, once in the legend, once per card
        assert text.count(found.settings.status_word(key)) >= cards + 2


def test_what_never_leaves_the_secretariat_is_nowhere_in_the_file() -> None:
    found = printed(scene("ogawara", departments=3))
    assert MEMO not in texts(found.pdf)[0]
    assert MEMO.encode("utf-16-be") not in found.pdf


def test_the_first_cycle_has_no_column_for_the_cycle_before() -> None:
    text, _ = texts(printed(scene("ogawara", first=True)).pdf)
    assert "前回" not in text
    assert "実施段階（黒＝これまで、白＝これから）" in text


def test_who_is_missing_is_named_only_where_nobody_else_is() -> None:
    board = scene("ogawara", departments=1).board
    alone = tuple(replace(card, status="miss", departments=("税務課",)) for card in board.cards[:2])
    both = (*alone, replace(board.cards[2], status="miss", departments=("税務課", "総務課")))
    assert _missing_words(replace(board, cards=alone)) == "（未回答 2：税務課）"
    assert _missing_words(replace(board, cards=both)) == "（未回答 3）"


@pytest.mark.parametrize(("stage", "lines"), [("operate", "（前回 運用）"), ("research", "（前回\n情報収集）")])
def test_a_stage_of_last_time_is_not_broken_inside_its_word(stage: str, lines: str) -> None:
    found = scene("ogawara")
    card = replace(found.board.cards[0], status="miss", stage=None, previous_stage=stage)
    last = stage_stack(card, found.settings, CELL).blocks[-1]
    assert isinstance(last, Text)
    assert last.content == lines
    assert [line.text for line in last.set(19.0)] == lines.split("\n")


def test_departments_in_charge_are_parted_between_their_names() -> None:
    shown = value(scene("ogawara"))
    card = shown.board.cards[0]
    item = replace(shown.items[card.unit], owners="総務課・見本第一課・見本第二課")
    name = left_cells(replace(shown, items={card.unit: item}), card, Fit(8.5, (66.0, 48.0, 42.0)))[1]
    assert isinstance(name.content, tuple)
    assert plain(name.content).endswith("\n（総務課・見本第一課・\n見本第二課）")


@pytest.mark.parametrize("departments", [0, 5])
def test_no_department_and_many_departments_both_print(departments: int) -> None:
    found = printed(scene("ogawara", departments=departments))
    assert outside(found.pdf, FRAME_A3) == []
    assert overlapping(found.pdf) == []


def test_nobody_has_answered_yet() -> None:
    found = printed(scene("kahoku", answered=False))
    assert "回答0／14取組" in texts(found.pdf)[0]
    assert overlapping(found.pdf) == []


def test_names_of_forty_characters_wrap() -> None:
    plan = load_plan("ogawara")
    long = "住民と職員がともに使う行政手続の入口を一つにまとめて迷わず進める取組の推進について検討"[:40]
    nodes = tuple(replace(node, name=long, short_name=None) for node in plan.nodes)
    found = printed(scene(plan=replace(plan, nodes=nodes)))
    assert outside(found.pdf, FRAME_A3) == []
    assert overlapping(found.pdf) == []
    assert squeezed(texts(found.pdf)[0]).count(long) >= 13


def test_a_towns_own_long_words_stay_in_their_boxes_and_cells() -> None:
    for paper, frame in (("A3", FRAME_A3), ("A4", FRAME_Y)):
        found = printed(own_words(scene("ogawara", statuses=STATUSES)), paper=paper)
        assert outside(found.pdf, frame) == []
        assert overlapping(found.pdf) == []
        assert smallest(found.pdf) >= 7.0


def test_the_list_stands_between_other_papers_in_one_file() -> None:
    found = scene("ogawara")
    sheet = Sheet(FRAME_T, "会議資料")
    sheet.place(Text("次第", CELL))
    sheet.next_page(FRAME_A3)
    lay_list(sheet, value(found))
    sheet.next_page(FRAME_Y)
    lay_list_in_pairs(sheet, value(found))
    sheet.next_page(FRAME_T)
    sheet.place(Text("用語集", CELL))
    pages = page_texts(sheet.finish().pdf)
    assert len(pages) == 7
    assert "進捗状況一覧表" in pages[1]
    assert "（2組目の右）" in pages[5]
    assert "7／7" in pages[6]
    assert "進捗状況一覧表" not in pages[6]


def test_the_text_of_the_list_is_as_kept() -> None:
    check_golden("list_ogawara", printed(scene("ogawara")).pdf)
    check_golden("list_kahoku", printed(scene("kahoku")).pdf)


def plan_without_axes(plan: Plan) -> Plan:
    """The same plan with its units hanging on the plan itself."""
    keys = {level.key for level in plan.levels if level.role in ("group", "axis")}
    gone = {node.id for node in plan.nodes if node.level in keys}
    nodes = tuple(
        replace(node, parent=None if node.parent in gone else node.parent) for node in plan.nodes if node.id not in gone
    )
    return replace(plan, nodes=nodes, levels=tuple(each for each in plan.levels if each.key not in keys))


def test_a_plan_without_axes_prints_under_its_own_name() -> None:
    found = printed(scene(plan=plan_without_axes(load_plan("kaminokawa"))))
    assert found.pages == 1
    assert outside(found.pdf, FRAME_A3) == []


def test_a_department_in_charge_stands_in_one_line() -> None:
    found = scene("kaminokawa")
    items = tuple(replace(each, owners="デジタル推進室・見本第一課・見本第二課") for each in found.items)
    drawn = pypdf.PdfReader(BytesIO(printed(replace(found, items=items)).pdf)).pages[0].extract_text()
    assert "デジタル推進室・見本第一課・ 見本第二課 " in drawn

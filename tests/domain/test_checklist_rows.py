"""Checklists whose rows follow from a cycle and from an agenda."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dxdesk.documents.reference import checklists
from dxdesk.domain.board import Card
from dxdesk.domain.checklist_rows import AGENDA, CHANGE, DIRECTION, DONE, day_checklist, year_end_checklist
from dxdesk.domain.checklists import CheckItem
from dxdesk.domain.directions import DirectionRow, Directions
from dxdesk.domain.meetings import AgendaItem, ItemKind
from dxdesk.domain.plan_changes import PlanChange
from dxdesk.domain.settings import Settings
from tests.documents.sample_boards import scene

YEAR_END, DAY = checklists()["year-end"], checklists()["day"]


def card(code: str, **changes: object) -> Card:
    plain = replace(
        scene("ogawara").board.cards[0],
        code=code,
        number=code,
        short_name="手続ガイドライン",
        status="ok",
        assigned=1,
        main="町民生活課",
    )
    return replace(plain, **changes)  # type: ignore[arg-type]


def row(shown: Card, direction: str | None = None) -> DirectionRow:
    return DirectionRow(shown.code, shown, "", direction, None, None)


def own(*rows: DirectionRow, changes: tuple[PlanChange, ...] = (), settings: Settings | None = None) -> list[CheckItem]:
    found = scene("ogawara")
    about = Directions(found.board, found.plan, settings or Settings(), 2025, rows)
    return [each for each in year_end_checklist(YEAR_END, about, changes).items if each not in YEAR_END.items]


def item(number: int, kind: ItemKind = "discuss", title: str = "施行の時期", unit: str | None = None) -> AgendaItem:
    return AgendaItem(f"i{number}", number, kind, unit, None, title, None, None)


def of_agenda(*agenda: AgendaItem) -> list[str]:
    return [each.text for each in day_checklist(DAY, agenda).items if each not in DAY.items]


def test_a_unit_that_is_done_asks_for_its_results_and_for_no_direction() -> None:
    text = "3番「手続ガイドライン」の実績を確かめた。"
    assert own(row(card("3", status="done"))) == [CheckItem(DONE, text, "個票", "町民生活課")]


@pytest.mark.parametrize(("direction", "status", "rows"), [(None, "late", 1), ("継続", "late", 0)])
def test_a_unit_that_goes_on_needs_a_direction(direction: str | None, status: str, rows: int) -> None:
    found = own(row(card("3", status=status), direction))
    assert [each.section for each in found] == [DIRECTION] * rows


def test_a_unit_that_nobody_was_asked_about_gets_no_row() -> None:
    assert own(row(card("3", status="miss", assigned=0))) == []


def test_many_units_share_one_row_in_the_words_of_the_town() -> None:
    settings = Settings()
    rows = [row(card(str(at), status="done")) for at in range(6)] + [row(card(str(at))) for at in range(7)]
    texts = [each.text for each in own(*rows, settings=settings)]
    assert texts == ["「完了」の6取組の実績を確かめた。", "方向性の回答がない7取組を担当課に聞いた。"]


def test_a_direction_is_asked_of_the_department_but_of_what_is_under_review_the_meeting_decides_it() -> None:
    statuses = ("ok", "late", "none", "stop", "stop", "miss", "na", "done", "warn", "ok", "ok")
    rows = [row(card(str(at), status=status)) for at, status in enumerate(statuses)]
    assert [each.text for each in own(*rows) if each.section == DIRECTION] == [
        "方向性の回答がない7取組を担当課に聞いた。",
        "3番「手続ガイドライン」の方向性を会議で決めた。",
        "4番「手続ガイドライン」の方向性を会議で決めた。",
    ]
    many = [row(card(str(at), status="stop")) for at in range(7)]
    assert [each.text for each in own(*many)] == ["「見直し」の7取組の方向性を会議で決めた。"]
    said = [row(card("3", status="stop"), "改善して継続")]
    assert own(*said) == []


def test_what_the_plan_changes_is_checked_once_per_initiative() -> None:
    changes = (PlanChange("3", "窓口", "name", "a", "b"), PlanChange("3", "窓口", "axis", "a", "b"))
    assert [(each.section, each.text) for each in own(changes=changes)] == [
        (CHANGE, "3番「窓口」の変更を新旧で確かめた。")
    ]
    many = tuple(PlanChange(str(at), "窓口", "added") for at in range(6))
    assert [each.text for each in own(changes=many)] == ["6取組の変更を新旧で確かめた。"]


def test_rows_stand_behind_the_common_ones_of_their_section() -> None:
    found = scene("ogawara")
    about = Directions(found.board, found.plan, Settings(), 2025, (row(card("3", status="done")), row(card("4"))))
    sections = year_end_checklist(YEAR_END, about).sections()
    assert [name for name, _ in sections] == [name for name, _ in YEAR_END.sections()]
    assert [items[-1].text[:2] for _, items in sections[:2]] == ["3番", "4番"]


def test_a_long_name_gives_way_to_the_number() -> None:
    assert own(row(card("3", status="done", short_name="長" * 40)))[0].text == "3番の実績を確かめた。"
    assert of_agenda(item(2, title="長" * 40)) == ["議題2の結果、担当、期限を確かめた。"]
    assert all(len(text) <= 36 for text in of_agenda(*(item(at, title="長" * at) for at in range(1, 13))))


def test_each_item_ends_with_what_the_chair_says() -> None:
    assert of_agenda(item(1), item(2, "report")) == [
        "議題1「施行の時期」の結果、担当、期限を確かめた。",
        "議題2「施行の時期」の了承を確かめた。",
    ]
    found = day_checklist(DAY, [item(1)]).items
    assert {each.owner for each in found if each.section == AGENDA} == {"議長"}


def test_items_stand_as_on_the_agenda_and_take_the_place_of_what_is_said_of_all() -> None:
    found = [each.text for each in day_checklist(DAY, [item(1, "report"), item(2), item(3, "report")]).items]
    assert [text[:3] for text in found if "議題" in text] == ["議題ご", "議題1", "議題2", "議題3"]
    assert len(found) == len(DAY.items) - 2 + 3


def test_a_unit_is_called_by_its_short_name() -> None:
    found = day_checklist(DAY, [item(1, title="自治体情報システムの標準化・共通化", unit="u1")], {"u1": "標準化"})
    assert "議題1「標準化」の結果、担当、期限を確かめた。" in [each.text for each in found.items]


def test_a_title_is_quoted_without_the_words_it_ends_with() -> None:
    assert of_agenda(item(1, "report", title="課題の集約について")) == ["議題1「課題の集約」の了承を確かめた。"]


def test_many_items_share_a_row_of_their_kind() -> None:
    agenda = [item(at) for at in range(1, 14)] + [item(at, "report") for at in range(14, 20)]
    assert of_agenda(*agenda) == [
        "協議13件（議題1ほか）の結果、担当、期限を確かめた。",
        "報告6件（議題14ほか）の了承を確かめた。",
    ]


def test_without_an_agenda_the_common_rows_stay_as_they_are() -> None:
    assert day_checklist(DAY, []).items == DAY.items

"""取組 × 課 as a model."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester

from dxdesk.desk import Desk
from dxdesk.store.queries.opening import Opening, opening
from dxdesk.ui.cycle.model import AskingModel
from dxdesk.ui.cycle.rows import FIRST, OWNERS, UNIT
from tests.builders import FUKUSHI, SOUMU, real_plan, start_cycle
from tests.plan_samples import TOWNS
from tests.ui.cycle.conftest import OpenDesk

DAY = date(2025, 2, 13)


def model_of(desk: Desk) -> tuple[AskingModel, Opening]:
    found = desk.ask(opening, DAY, 2024)
    model = AskingModel()
    model.show_opening(found, {})
    return model, found


def place_of(model: AskingModel, number: str) -> int:
    return next(place for place, row in enumerate(model.rows) if row.number == number)


def words(model: AskingModel, number: str) -> list[str]:
    row = place_of(model, number)
    return [str(model.index(row, column).data()) for column in range(FIRST, model.columnCount())]


@pytest.mark.parametrize("town", TOWNS)
def test_every_plan_is_a_sound_model(open_desk: OpenDesk, qtmodeltester: ModelTester, town: str) -> None:
    model, found = model_of(open_desk(real_plan(town)))
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]
    units = [row.unit for row in model.rows if row.kind == "unit"]
    assert sorted(units) == sorted(each.id for each in found.plan.units)


def test_what_nobody_has_decided_stands_first(desk: Desk) -> None:
    model, found = model_of(desk)
    unclear = [each for each in found.asking if each.provisional]
    assert [row.kind for row in model.rows[: len(unclear) + 1]] == [*["unit"] * len(unclear), "axis"]
    assert len(model.undecided) == len(unclear) > 0


def test_a_click_turns_a_cell_and_the_counts_follow(desk: Desk) -> None:
    model, found = model_of(desk)
    department = next(place for place, each in enumerate(found.departments, FIRST) if each.name == FUKUSHI)
    before = model.counts()
    index = model.index(place_of(model, "重点-1"), department)
    seen = []
    for _ in range(3):
        assert model.turn(index)
        seen.append(str(index.data()))
    assert seen == ["✓", "主管", ""]
    assert model.counts() == before
    assert model.changed == {}


def test_a_check_box_leaves_a_unit_out(desk: Desk) -> None:
    model, _ = model_of(desk)
    index = model.index(place_of(model, "検討-4"), UNIT)
    assert model.turn(index)
    assert index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Unchecked
    assert set(words(model, "検討-4")) == {""}
    assert "照会しない" in index.data(Qt.ItemDataRole.AccessibleTextRole)


def test_the_plans_own_words_take_no_click(desk: Desk) -> None:
    model, _ = model_of(desk)
    index = model.index(place_of(model, "検討-4"), OWNERS)
    assert not model.turn(index)
    assert index.data() == "全課"


def test_a_cell_says_who_is_asked_about_what(desk: Desk) -> None:
    model, found = model_of(desk)
    department = next(place for place, each in enumerate(found.departments, FIRST) if each.name == SOUMU)
    index = model.index(place_of(model, "検討-4"), department)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "研修、総務課、主管"
    unclear = model.index(place_of(model, "検討-1"), department)
    assert unclear.data(Qt.ItemDataRole.AccessibleTextRole).endswith("、仮")


def test_what_a_person_changed_is_shown_again(desk: Desk) -> None:
    model, found = model_of(desk)
    model.turn(model.index(place_of(model, "検討-4"), UNIT))
    again = AskingModel()
    again.show_opening(found, model.changed)
    assert again.asking == model.asking


def test_whom_somebody_chose_last_time_is_told_beside(desk: Desk) -> None:
    start_cycle(desk, assigned={"検討-1": [FUKUSHI, SOUMU]})
    model, _ = model_of(desk)
    assert words(model, "検討-1").count("主管") == 1
    assert "前回と同じ" in model.index(place_of(model, "検討-1"), OWNERS).data()


def test_a_plan_of_a_thousand_units_is_shown(open_desk: OpenDesk) -> None:
    desk = open_desk()
    found = desk.ask(opening, DAY, 2024)
    first = found.plan.units[0]
    many = tuple(replace(first, id=f"{first.id}-{n}", code=f"追-{n}") for n in range(1000))
    plan = replace(found.plan, nodes=(*found.plan.nodes, *many))
    asking = (*found.asking, *(replace(found.asking[0], unit=each.id) for each in many))
    model = AskingModel()
    model.show_opening(replace(found, plan=plan, asking=asking), {})
    assert sum(row.kind == "unit" for row in model.rows) == 1000 + len(found.plan.units)

"""The table that people paste into, as a model: cells as typed, each mistake at its cell, every change taken back."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester

from dxdesk.domain.errors import Problem
from dxdesk.domain.pasted import DEPARTMENTS, GROUPS, Form, TableRow
from dxdesk.domain.rosters import check_departments
from dxdesk.ui.first_run.model import PROBLEM_ROLE, PasteModel

TABLE = "課名\t略称\n総務課\t総務\n総務課\t\n\t略\n"


def no_check(_rows: Sequence[TableRow]) -> Sequence[Problem]:
    return ()


def model_of(*names: str, form: Form = DEPARTMENTS, ids: bool = False) -> PasteModel:
    model = PasteModel(form, check_departments if form is DEPARTMENTS else no_check)
    model.show_rows([TableRow((name, ""), f"id-{name}" if ids else None) for name in names])
    return model


def test_the_model_keeps_to_the_rules_of_models(qtmodeltester: ModelTester) -> None:
    model = model_of()
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]
    model.paste(TABLE)
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]
    model.add(1)
    model.move(0, 1)
    model.remove([0])
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]


def test_every_bad_cell_carries_its_sentence_and_says_it() -> None:
    model = model_of()
    model.paste(TABLE)
    assert list(model.problems) == [(1, 0), (2, 0)]
    bad, good = model.index(1, 0), model.index(0, 0)
    assert "1行目" in bad.data(PROBLEM_ROLE)
    assert good.data(PROBLEM_ROLE) == ""
    assert bad.data(Qt.ItemDataRole.AccessibleTextRole).startswith("2行目、課の名前、総務課、")
    assert model.index(2, 0).data(Qt.ItemDataRole.AccessibleTextRole).startswith("3行目、課の名前、空欄、")
    assert good.data(Qt.ItemDataRole.AccessibleTextRole) == "1行目、課の名前、総務課"


def test_a_cell_put_right_is_no_longer_marked() -> None:
    model = model_of()
    model.paste(TABLE)
    assert model.setData(model.index(1, 0), " 税務課　")
    assert model.rows[1].cells == ("税務課", "")
    assert list(model.problems) == [(2, 0)]
    assert model.setData(model.index(1, 0), "税務課")
    assert not model.setData(model.index(1, 0), "x", Qt.ItemDataRole.DisplayRole)


def test_what_is_no_table_changes_nothing() -> None:
    model = model_of("総務課")
    with pytest.raises(Problem):
        model.paste("総務課\t総務\t1\n")
    assert [row.cells[0] for row in model.rows] == ["総務課"]
    assert not model.undo()


def test_rows_that_plans_name_stay() -> None:
    model = model_of("総務課", "税務課", ids=True)
    model.paste("会計課\t\n")
    assert model.remove([0])
    assert not model.remove([0])
    assert [row.cells[0] for row in model.rows] == ["総務課", "税務課"]


def test_the_name_of_a_group_on_file_cannot_be_typed_over() -> None:
    model = model_of("関係課", form=GROUPS, ids=True)
    editable = Qt.ItemFlag.ItemIsEditable
    assert not model.flags(model.index(0, 0)) & editable
    assert model.flags(model.index(0, 1)) & editable
    model.add(1)
    assert model.flags(model.index(1, 0)) & editable


def test_a_check_that_looks_elsewhere_is_asked_anew() -> None:
    known = ["総務課"]
    model = PasteModel(DEPARTMENTS, lambda rows: check_departments(rows, known))
    model.show_rows([TableRow(("総務課", ""))])
    assert list(model.problems) == [(0, 0)]
    known.clear()
    model.recheck()
    assert model.problems == {}


CHANGES = st.one_of(
    st.tuples(st.just("paste"), st.sampled_from(["税務課\n", "a\nb\n", "課名\t略称\n総務課\t総\n"])),
    st.tuples(st.just("add"), st.integers(0, 5)),
    st.tuples(st.just("move"), st.integers(0, 5)),
    st.tuples(st.just("remove"), st.integers(0, 5)),
    st.tuples(st.just("type"), st.integers(0, 5)),
)


@given(st.lists(CHANGES, max_size=12))
@settings(deadline=None)
def test_every_change_can_be_taken_back_to_the_beginning(changes: list[tuple[str, object]]) -> None:
    model = model_of("総務課", "企画課")
    seen = [model.rows]
    for change, value in changes:
        place = min(int(str(value)), len(model.rows) - 1) if isinstance(value, int) else 0
        if change == "paste":
            model.paste(str(value))
        elif change == "add":
            model.add(max(place, 0))
        elif change == "move":
            model.move(place, 1)
        elif change == "remove" and model.rows:
            model.remove([place])
        elif change == "type" and model.rows:
            model.setData(model.index(place, 1), "略")
        if model.rows != seen[-1]:
            seen.append(model.rows)
    while model.undo():
        if seen[-1] == model.rows:
            continue
        seen.pop()
        assert model.rows == seen[-1]
    assert model.rows == seen[0]

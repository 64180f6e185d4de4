"""Few and many items, short and long names and texts, small and large windows: nothing cut, nothing over another."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from dxdesk.desk import Desk
from dxdesk.domain.permissions import Actor
from dxdesk.domain.plan_parts import Owner
from dxdesk.domain.plans import Node, Plan
from dxdesk.operations.change import Change
from dxdesk.operations.cycles import open_cycle
from dxdesk.operations.plans import create_town
from dxdesk.ui.application import set_text_scale
from dxdesk.ui.entry.foot import EntryFoot
from dxdesk.ui.entry.page import EntryPage
from dxdesk.ui.entry.primary import Primary
from dxdesk.ui.entry.reading import Entry
from tests.ui.entry import towns
from tests.ui.entry.conftest import OpenPage
from tests.ui.entry.test_layout import cut, filled, scrolls, settle

TINY, SMALL, HD, OFFICE, WIDE = (960, 462), (1024, 540), (1366, 648), (1536, 776), (1920, 952)
"""Inner sizes of the page: 1920×1080 at 200 %, 1024×640, 1366×768, 1920×1080 at 125 %, 1920×1080."""


def plan_of(count: int, name: str) -> Plan:
    """The plan with so many units, all of one department, named alike."""
    plan = towns.town_plan()
    unit, axis = plan.units[0], next(each for each in plan.nodes if plan.role(each) == "axis")
    units = tuple(_unit(unit, axis, number, name) for number in range(1, count + 1))
    return replace(
        plan, nodes=(axis, *units), philosophies=(), crosswalk=(), history=(), issues=(), figures=(), open=()
    )


def _unit(unit: Node, axis: Node, number: int, name: str) -> Node:
    identity = f"{number:08d}-0000-4000-8000-000000000000"
    owners = (Owner(towns.OWN, "main"),)
    return replace(
        unit, id=identity, parent=axis.id, code=str(number), label=str(number), name=name, short_name=None,
        aliases=(), owners=owners, indicators=(),
    )  # fmt: skip


@pytest.fixture
def open_plan(empty_file: Path, tmp_path: Path, open_page: OpenPage, qtbot: QtBot) -> Iterator[object]:
    """Opens 記入 on a plan of so many units of one name."""
    desks: list[Desk] = []

    def open_it(count: int, name: str) -> EntryPage:
        def fill(change: Change, plan: Plan) -> None:
            create_town(change, plan)
            days = towns.DAYS
            open_cycle(change, "令和6年度 第2回", as_of=days[0], due=days[1], meeting=days[2])

        folder = tmp_path / f"{len(desks)}"
        folder.mkdir()
        desk = towns.open_town(empty_file, folder, plan=plan_of(count, name), write=fill)
        desk.actor = towns.liaison(desk)
        desks.append(desk)
        page = open_page(desk=desk)
        qtbot.waitUntil(page.foot.isVisible)  # a large plan is read beside the window
        return page

    yield open_it
    for desk in desks:
        desk.close()


def overlapping(root: QWidget) -> list[str]:
    """Visible widgets of the form that share room with one beside them."""
    found = []
    for parent in (root, *root.findChildren(QWidget)):
        if not parent.isVisible() or parent.layout() is None:
            continue
        places: list[tuple[QRect, str]] = []
        for each in parent.children():
            if isinstance(each, QWidget) and each.isVisible() and not each.geometry().isEmpty():
                shared = [name for rect, name in places if rect.intersects(each.geometry())]
                found += [f"{name} / {type(each).__name__}" for name in shared]
                places.append((each.geometry(), type(each).__name__))
    return found


@pytest.mark.parametrize(
    "name", ["電子決裁", "あいうえおかきくけこさしすせそたちつてとなにぬねのはひふへほまみむめもやゆよらり"]
)
@pytest.mark.parametrize("count", [1, 13, 44])
def test_any_number_of_items_and_any_length_of_name_fits(open_plan, count: int, name: str) -> None:  # type: ignore[no-untyped-def]
    page = open_plan(count, name)
    assert len(page.entries.own) == count
    assert not scrolls(page)
    assert cut(page) == []
    assert overlapping(page.body.centre.editor) == []
    tree = page.body.navigator.tree
    assert tree.horizontalScrollBar().maximum() == 0


def test_a_thousand_own_items_are_cards_and_rows_without_a_widget_each(open_plan) -> None:  # type: ignore[no-untyped-def]
    page = open_plan(1_000, "電子決裁")
    before = len(page.findChildren(QWidget))
    head = Actor("head", page.desk.actor.departments, "山田")
    page.entries = replace(page.entries, own=tuple(_handed_in(each) for each in page.entries.own))
    page.desk.actor = head
    page.show_next()
    settle()
    assert page.mode == "confirm"
    assert page.foot.primary.text() == "すべて確認した（1000件）"
    assert len(page.findChildren(QWidget)) < before + 50
    assert cut(page) == []


def _handed_in(entry: Entry) -> Entry:
    return replace(entry, state="submitted", answer=replace(entry.answer, status="ok", results="進みました。"))


@pytest.mark.parametrize("characters", [0, 120, 4_000])
def test_a_text_of_any_length_stays_in_its_field(open_page: OpenPage, characters: int) -> None:
    page = open_page()
    page.show_subject("4")
    field = page.body.centre.editor.texts["results"]
    field.area.append_text("あ" * characters)
    assert not scrolls(page)
    assert cut(page) == []
    assert overlapping(page.body.centre.editor) == []
    assert page.leave()
    assert len(field.text()) == characters


@pytest.mark.parametrize("size", [HD, OFFICE, WIDE])
@pytest.mark.parametrize("returned", [False, True])
def test_the_form_never_scrolls_from_the_smallest_office_pc_on(
    open_page: OpenPage, size: tuple[int, int], returned: bool
) -> None:
    page = open_page(towns.returned if returned else None)
    page.resize(*size)
    page.show_subject("4")
    assert not scrolls(page)
    assert cut(page) == []
    assert page.body.side.isVisible()
    assert page.body.navigator.isVisible()


@pytest.mark.parametrize(
    ("size", "scale"), [(TINY, 1.0), (TINY, 1.3), (SMALL, 1.0), (SMALL, 1.3), (HD, 1.15), (HD, 1.3), (WIDE, 1.3)]
)
def test_every_field_can_be_reached_in_small_windows_and_with_large_text(
    qapp: QApplication, open_page: OpenPage, size: tuple[int, int], scale: float
) -> None:
    page = open_page()
    set_text_scale(qapp, scale)
    settle()
    try:
        page.resize(*size)
        page.show_subject("4")
        settle()
        assert page.width() == size[0]
        assert cut(page) == []
        assert overlapping(page.body.centre.editor) == []
        assert len(filled(page)) == 1
        area, editor = page.body.centre.area, page.body.centre.editor
        assert area.horizontalScrollBar().maximum() == 0
        for field in (editor.status, *(each.area for each in editor.texts.values()), editor.discuss):
            low = field.mapTo(editor, field.rect().bottomLeft())
            area.ensureVisible(low.x(), low.y(), 0, 8)
            settle()
            seen = field.visibleRegion().boundingRect()
            assert seen.height() >= min(field.height(), area.viewport().height()) - 1
    finally:
        set_text_scale(qapp, 1.0)


def test_the_foot_shortens_its_words_before_it_makes_the_window_wider(qapp: QApplication, qtbot: QtBot) -> None:
    window, foot = QWidget(), EntryFoot()
    QVBoxLayout(window).addWidget(foot)
    qtbot.addWidget(window)
    foot.show_mode("form", Primary("もう一度提出する（Ctrl+Enter）", "hand in"), "回収へ戻る")
    window.resize(HD[0], 80)
    window.show()
    assert (foot.preview.text(), foot.back.isVisible()) == ("会議での見え方（F5）", True)
    set_text_scale(qapp, 1.3)
    try:
        window.resize(TINY[0], 80)
        settle()
        assert (window.width(), foot.preview.text()) == (TINY[0], "見え方（F5）")
        assert foot.preview.accessibleName() == "会議での見え方（F5）"
        assert foot.primary.geometry().right() < foot.width()
    finally:
        set_text_scale(qapp, 1.0)


def test_a_long_question_of_the_secretariat_keeps_the_form_as_wide_as_it_was(open_page: OpenPage) -> None:
    page = open_page(towns.returned)
    page.show_subject("4")
    form = page.writing.form
    assert form is not None
    assert form.returned is not None
    long = replace(form, returned=replace(form.returned, question="数字の根拠を書いてください。" * 30))
    page.body.centre.show_form(long)
    assert not scrolls(page)
    assert page.body.centre.editor.width() <= page.body.centre.area.viewport().width()
    assert cut(page.body.centre.editor) == []

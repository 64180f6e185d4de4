"""課と委員: three tables that know of each other, filled from a plan or from what is on file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from dxdesk.desk import Desk
from dxdesk.operations.town import take_members, take_roster
from dxdesk.store.queries import plans
from dxdesk.ui.first_run.people_form import PeopleForm
from dxdesk.ui.first_run.samples import shipped_plan
from tests.ui.entry import towns


@pytest.fixture
def form(qtbot: QtBot) -> PeopleForm:
    found = PeopleForm()
    qtbot.addWidget(found)
    found.resize(1200, 500)
    found.show()
    return found


@pytest.fixture
def desk(empty_file: Path, tmp_path: Path) -> Iterator[Desk]:
    opened = towns.open_town(empty_file, tmp_path)
    yield opened
    opened.close()


def show_file(form: PeopleForm, desk: Desk) -> None:
    form.show_people(
        desk.ask(plans.departments), desk.ask(plans.groups), desk.ask(plans.members), desk.ask(plans.plan).bodies
    )


def test_a_plan_proposes_its_departments_and_groups(form: PeopleForm) -> None:
    form.show_plan(shipped_plan("kahoku"))
    assert [row.cells[0] for row in form.departments.rows] == [each.name for each in shipped_plan("kahoku").departments]
    assert [row.cells for row in form.groups.rows] == [
        ("全課", "すべての課"),
        ("標準化・共通化対象システム所管課", "未定"),
    ]
    assert form.tabs.tabText(0) == "課（建制順） 6"
    assert not form.focus_problem()


def test_a_department_that_is_added_settles_what_others_named(form: PeopleForm) -> None:
    form.show_bodies(["推進委員会"])
    QGuiApplication.clipboard().setText("氏名\t所属\n佐藤\t総務課\n")
    form.members.paste()
    assert form.tabs.tabText(2).endswith("！")
    assert form.focus_problem()
    assert form.tabs.currentIndex() == 2
    QGuiApplication.clipboard().setText("総務課\n")
    form.departments.paste()
    assert form.members.problems == ()
    assert not form.tabs.tabText(2).endswith("！")


def test_what_is_on_file_comes_back_as_it_is_and_goes_in_again(form: PeopleForm, desk: Desk) -> None:
    show_file(form, desk)
    QGuiApplication.clipboard().setText("佐藤\t副町長\t委員長\t\n鈴木\t課長\t\t町民生活課\n")
    form.members.paste()
    desk.do(take_members, form.members.rows)
    show_file(form, desk)
    assert form.members.rows[0].cells == ("佐藤", "副町長", "委員長", "", desk.ask(plans.plan).bodies[0].name)
    before = (desk.ask(plans.departments), desk.ask(plans.groups), desk.ask(plans.members))
    desk.do(take_roster, form.roster)
    after = (desk.ask(plans.departments), desk.ask(plans.groups), desk.ask(plans.members))
    assert [each.id for each in after[0]] == [each.id for each in before[0]]
    assert after[1] == before[1]
    assert [(each.id, each.name, each.position) for each in after[2]] == [
        (each.id, each.name, each.position) for each in before[2]
    ]


def test_a_table_put_right_and_pasted_again_takes_the_place_of_the_rows_in_question(form: PeopleForm) -> None:
    form.show_bodies(("DX推進委員会", "専門部会"))
    clipboard = QGuiApplication.clipboard()
    clipboard.setText("氏名\t職名\t会議\n佐藤\t副町長\t\n鈴木\t課長\t委員会の部会\n田中\t係長\t専門部会\n")
    form.members.paste()
    assert len(form.members.problems) == 2
    clipboard.setText("氏名\t職名\t会議\n佐藤\t副町長\tDX推進委員会\n鈴木\t課長\t部会\n")
    form.members.paste()
    assert [row.cells[0] for row in form.members.rows] == ["佐藤", "鈴木", "田中"]
    assert not form.members.problems
    assert "貼り付けた表にない1行も残してあります。" in form.members.state.text()


def test_a_person_of_two_committees_stays_in_both(form: PeopleForm) -> None:
    form.show_bodies(("DX推進委員会", "専門部会"))
    clipboard = QGuiApplication.clipboard()
    for body in ("委員会", "専門部会"):
        clipboard.setText(f"佐藤\t副町長\t\t\t{body}\n")
        form.members.paste()
    assert [row.cells[4] for row in form.members.rows] == ["専門部会", "委員会"]

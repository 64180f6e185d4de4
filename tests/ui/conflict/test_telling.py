"""Once a くいちがい is put right its department is told: by a file, by other means, or not at all."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from dxdesk.desk import Desk
from dxdesk.domain.cycles import Cycle
from dxdesk.operations import inquiring, taking_in
from dxdesk.preferences import keep_exchange
from dxdesk.store.queries.cycles import cycles
from dxdesk.ui.application import create_application
from dxdesk.ui.conflict.page import ConflictPage
from dxdesk.wording.asking import TELL_BY_FORM, TELL_PUT_RIGHT
from dxdesk.wording.conflict import SETTLED
from tests.builders import ZEIMU, answer, arrive, open_desk, start_cycle
from tests.databases import open_anywhere
from tests.operations.test_delivering import filled_form


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    found = tmp_path / "受け渡し"
    found.mkdir()
    return found


@pytest.fixture
def desk(empty_file: Path, tmp_path: Path, folder: Path) -> Iterator[Desk]:
    """重点-1 was written by the secretariat, and otherwise by 税務課."""
    create_application([])
    found = open_desk(open_anywhere(Path(shutil.copyfile(empty_file, tmp_path / "town.db"))))
    keep_exchange(found.database_id, folder=str(folder))
    cycle = start_cycle(found)
    answer(found, cycle, "重点-1", ZEIMU, status="ok", results="電話で聞いた。")
    arrive(found, cycle, "重点-1", ZEIMU, status="ok", results="課が書いた。")
    yield found
    found.close()


Offered = list[tuple[str, str, Callable[[], object]]]


def settle(desk: Desk, cycle: Cycle, qtbot: QtBot) -> tuple[ConflictPage, list[str], Offered]:
    """Puts it right; what was said, and what was offered beside a sentence."""
    page = ConflictPage(desk, cycle)
    qtbot.addWidget(page)
    page.show()
    said: list[str] = []
    offered: Offered = []
    page.said.connect(lambda words, _undo: said.append(words))
    page.offered.connect(lambda *offer: offered.append(offer))
    assert page.sheet is not None
    page.sheet.rows["results"].buttons["theirs"].click()
    page.finish()
    return page, said, offered


def test_a_department_that_answers_by_files_is_offered_one(desk: Desk, folder: Path, qtbot: QtBot) -> None:
    (cycle,) = desk.ask(cycles)
    desk.do(inquiring.inquire, cycle, (ZEIMU,))
    page, said, offered = settle(desk, cycle, qtbot)
    ((words, word, tell),) = offered
    assert (said, words, word) == ([], SETTLED, TELL_PUT_RIGHT)
    with qtbot.waitSignal(page.offered):
        tell()
    assert [each.name for each in folder.iterdir()] == [f"第1回_{ZEIMU}_席上修正.dxd"]


def test_a_department_that_fills_in_reply_forms_is_told_by_other_means(desk: Desk, qtbot: QtBot) -> None:
    (cycle,) = desk.ask(cycles)
    desk.do(inquiring.inquire, cycle, (ZEIMU,))
    desk.do(taking_in.take_in, filled_form(desk, cycle, ZEIMU, "重点-2", "表で書いた。"), "回答票.xlsx")
    assert settle(desk, cycle, qtbot)[1:] == ([f"{SETTLED}{TELL_BY_FORM}"], [])


def test_nobody_is_told_where_nobody_was_sent_anything(desk: Desk, qtbot: QtBot) -> None:
    (cycle,) = desk.ask(cycles)
    assert settle(desk, cycle, qtbot)[1:] == ([SETTLED], [])

"""What is shown is what is saved and printed, for every document and every role."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from zipfile import ZipFile

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from dxdesk import cli
from dxdesk.cli.sample_town import Clock, make_town
from dxdesk.desk import Desk
from dxdesk.domain.cycles import Cycle
from dxdesk.domain.permissions import Actor
from dxdesk.domain.printing import PRINT_KINDS, PRINTS, Wanted
from dxdesk.store.database import create_database
from dxdesk.store.errors import StoreUnavailable
from dxdesk.store.queries import cycles, finding
from dxdesk.store.queries.reminders import reminders
from dxdesk.ui.jobs import wait_for_jobs
from dxdesk.ui.labels import PhraseLabel
from dxdesk.ui.printing import print_dialog, printer, saving, ways
from dxdesk.ui.printing.composing import Begun
from dxdesk.ui.printing.page import PrintPage
from dxdesk.ui.printing.preview import page_count
from dxdesk.ui.printing.printer import OnPaper, Order
from dxdesk.wording.printing import MAKING, NO_MEETING, STOPPED
from dxdesk.wording.screen import NO_CYCLE
from tests import databases
from tests.builders import SOUMU, ZEIMU, accepted, acting, real_plan, uid
from tests.plan_samples import TOWNS
from tests.ui.initiatives.desks import BEFORE
from tests.ui.printing.conftest import Opener, ready, take


@pytest.fixture
def saved_to(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """Every question for a place to save is answered with the proposed name in a folder of the test's own."""
    proposed: list[Path] = []

    def answer(_parent: object, path: Path) -> Path:
        proposed.append(tmp_path / path.name)
        return proposed[-1]

    monkeypatch.setattr(saving, "ask_path", answer)
    return proposed


def test_what_is_shown_is_saved_byte_for_byte_and_the_command_makes_the_same(
    open_page: Opener, opened: tuple[Desk, Cycle], saved_to: list[Path], tmp_path: Path, qtbot: QtBot
) -> None:
    desk, _ = opened
    closed = next(each for each in desk.ask(cycles.cycles) if each.name == BEFORE)
    page = open_page(of=closed, subject="list")
    assert page.composed is not None
    take(qtbot, page, "pdf")
    shown = page.composed.pdf
    assert saved_to[0].read_bytes() == shown
    assert saved_to[0].name == "令和6年度第1回_進捗一覧表.pdf"
    page.close()
    wait_for_jobs()
    desk.close()
    file = tmp_path / "command.pdf"
    said = cli.main(["--database", str(tmp_path / "town.db"), "print", "list", "--cycle", BEFORE, "--out", str(file)])
    assert (said, file.read_bytes() == shown) == (0, True)


def test_the_list_is_saved_as_a_spreadsheet_and_a_sheet_offers_none(
    open_page: Opener, saved_to: list[Path], qtbot: QtBot
) -> None:
    page = open_page()
    take(qtbot, page, "xlsx")
    assert saved_to[0].name == "令和6年度第2回_進捗一覧表.xlsx"
    with ZipFile(saved_to[0]) as parts:
        assert "聞き取りをした。" not in (texts := parts.read("xl/sharedStrings.xml").decode())
        assert "試した。" in texts
    assert page.foot._workbook.isVisible()
    page.show_subject("sheet")
    ready(qtbot, page)
    assert not page.foot._workbook.isVisible()


def test_pages_are_named_counted_and_turned_with_the_keys_of_every_reader(open_page: Opener, qtbot: QtBot) -> None:
    page = open_page(subject="sheet")
    assert page.composed is not None
    pages = page_count(page.composed.pdf)
    assert pages > 2
    assert page.foot._pages.text() == f"1／{pages}ページ"
    QTest.keyClick(page.centre.sheets, Qt.Key.Key_PageDown)
    assert (page.centre.sheets.page, page.foot._pages.text()) == (1, f"2／{pages}ページ")
    QTest.mouseClick(page.foot._next, Qt.MouseButton.LeftButton)
    assert page.centre.sheets.page == 2
    QTest.keyClick(page.centre.sheets, Qt.Key.Key_End)
    assert page.foot._pages.text() == f"{pages}／{pages}ページ"
    assert not page.foot._next.isEnabled()
    QTest.keyClick(page.centre.sheets, Qt.Key.Key_Home)
    QTest.keyClick(page.centre.sheets, Qt.Key.Key_PageUp)
    assert page.centre.sheets.page == 0


def test_a_page_named_from_elsewhere_shows_that_document(open_page: Opener, qtbot: QtBot) -> None:
    page = open_page(subject="sheet:重点-1")
    assert page.choices.wanted == Wanted("sheet", unit="重点-1")
    page.show_subject(f"handwriting:{uid(ZEIMU)}")
    ready(qtbot, page)
    assert (page.choices.wanted.kind, page.choices.wanted.department) == ("handwriting", uid(ZEIMU))
    page.show_subject("checklist:submission")
    ready(qtbot, page)
    assert page.choices.wanted.kind == "submission"
    page.show_subject("poster")
    assert page.choices.wanted.kind == "submission"


def test_while_another_document_is_made_the_old_one_cannot_be_printed(open_page: Opener, qtbot: QtBot) -> None:
    page = open_page()
    page.show_subject("sheet")
    assert page.composed is None
    assert not page.foot._pdf.isEnabled()
    ready(qtbot, page)
    assert page.foot._pdf.isEnabled()


def test_of_several_wishes_in_a_row_the_last_one_is_shown(open_page: Opener, qtbot: QtBot) -> None:
    page = open_page()
    for subject in ("sheet", "checklist", "handwriting", "sheet:重点-2"):
        page.show_subject(subject)
    ready(qtbot, page)
    assert page.composed is not None
    assert page.composed.prepared.wanted == Wanted("sheet", unit="重点-2")
    assert page.centre.sheets.pages.rowCount() == len(page.composed.sizes)


def test_making_can_be_stopped_and_begun_again(open_page: Opener, qtbot: QtBot) -> None:
    page = open_page()
    page.show_subject("sheet")
    page.centre._patience.timeout.emit()
    assert page.centre.words == MAKING
    QTest.mouseClick(page.centre._button, Qt.MouseButton.LeftButton)
    assert (page.centre.words, page.composing.busy, page.composed) == (STOPPED, False, None)
    wait_for_jobs()
    qtbot.wait(10)
    assert page.composed is None
    QTest.mouseClick(page.centre._button, Qt.MouseButton.LeftButton)
    ready(qtbot, page)
    assert page.composed is not None


def test_what_is_changed_elsewhere_is_shown_from_the_same_page_on(
    open_page: Opener, opened: tuple[Desk, Cycle], qtbot: QtBot
) -> None:
    desk, cycle = opened
    page = open_page(subject="sheet")
    page.centre.sheets.go(2)
    before = page.composed
    assert before is not None
    accepted(desk, cycle, "重点-1", SOUMU, results="新しく書いた。")
    page.refresh()
    page._show_begun(Begun(before.pdf, before.sizes[:1]))  # as while a long one is made
    assert page.centre.sheets.page == 0
    ready(qtbot, page)
    assert page.composed is not None
    assert page.composed.pdf != before.pdf
    assert page.centre.sheets.page == 2


def test_before_the_first_cycle_the_page_says_so(opened: tuple[Desk, Cycle], qtbot: QtBot) -> None:
    page = PrintPage(opened[0], None)
    qtbot.addWidget(page)
    page.show()
    assert NO_CYCLE in [label.text() for label in page._nothing.findChildren(PhraseLabel)]
    assert page._stack.currentWidget() is page._nothing
    page.take("pdf")
    page.set_cycle(opened[1])
    ready(qtbot, page)
    assert page.composed is not None


def test_without_a_meeting_its_documents_are_grey_and_say_why(open_page: Opener, opened: tuple[Desk, Cycle]) -> None:
    desk, _ = opened
    closed = next(each for each in desk.ask(cycles.cycles) if each.name == BEFORE)
    page = open_page(of=closed)
    radio = next(each for each, word in page.choices._words.items() if word == "会議録")
    assert (radio.isEnabled(), radio.text()) == (False, f"会議録（{NO_MEETING}）")
    page.show_subject("minutes")
    assert page.choices.wanted.kind == "list"


def test_a_refusal_is_said_in_place_of_the_pages(open_page: Opener, opened: tuple[Desk, Cycle], qtbot: QtBot) -> None:
    page = open_page()
    page.desk.actor = acting("reader")
    page.composing.start(opened[1], Wanted("preparation"))
    qtbot.waitUntil(lambda: bool(page.centre.words))
    assert "見るだけ" in page.centre.words


def test_a_database_out_of_reach_is_said_and_the_page_stays(
    open_page: Opener, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    page = open_page()

    def gone(*_: object, **__: object) -> None:
        raise StoreUnavailable("unreachable", "town.db")

    told: list[str] = []
    monkeypatch.setattr(ways, "tell", lambda _window, text: told.append(text))
    with monkeypatch.context() as patched:
        patched.setattr(page.desk, "ask", gone)
        take(qtbot, page, "xlsx")
        page.refresh()
    assert "town.db" in told[0]
    assert "town.db" in page.centre.words
    page.refresh()
    ready(qtbot, page)
    assert page.centre.words == ""


def test_the_page_begins_at_the_chosen_document(open_page: Opener) -> None:
    page = open_page()
    page.setFocus()
    checked = page.choices._radios.checkedButton()
    assert page.focusWidget() is checked
    page.resize(1024, 540)
    page.setFocus()
    assert page.focusWidget() is page.choices._what.box


@pytest.mark.parametrize("role", ["liaison", "head"])
def test_somebody_of_a_department_chooses_among_its_own(open_page: Opener, qtbot: QtBot, role: str) -> None:
    page = open_page(acting("liaison" if role == "liaison" else "head", ZEIMU), subject="handwriting")
    box = page.choices._fields["department"].box
    assert [box.itemText(row) for row in range(box.count())] == [ZEIMU]
    assert page.choices.wanted.department == uid(ZEIMU)
    assert page.composed is not None


def test_who_only_looks_is_offered_what_is_public(open_page: Opener) -> None:
    page = open_page(Actor("reader"))
    shown = [word for radio, word in page.choices._words.items() if not radio.isHidden()]
    assert shown == ["次第", "会議録", "総括・工程表など", "進捗一覧表", "個票"]


def test_printing_sends_the_pages_that_are_shown(
    open_page: Opener, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    target = tmp_path / "paper.pdf"

    def paper(*_: object) -> Order:
        found = QPrinter(QPrinter.PrinterMode.HighResolution)
        found.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        found.setOutputFileName(str(target))
        pages = tuple(range(page_count(page.composed.pdf if page.composed else b"")))
        return Order(pages, OnPaper(), printer=found)

    monkeypatch.setattr(printer, "DOTS", 72)
    monkeypatch.setattr(print_dialog, "ask_printer", paper)
    page = open_page(subject="sheet")
    assert page.composed is not None
    with qtbot.waitSignal(page.said) as said:
        QTest.keyClick(page, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    pages = page_count(page.composed.pdf)
    assert said.args == [f"{pages}ページをプリンターへ送りました。", False]
    assert page_count(target.read_bytes()) == pages


def test_a_reminder_that_is_saved_here_is_kept_as_one_that_went_out(
    open_page: Opener, opened: tuple[Desk, Cycle], saved_to: list[Path], qtbot: QtBot
) -> None:
    desk, cycle = opened
    page = open_page(subject="reminder")
    with qtbot.waitSignal(page.said) as said:
        take(qtbot, page, "pdf")
    assert said.args[1] is True
    kept = desk.ask(reminders, cycle.id)
    assert {each.way for found in kept.values() for each in found} == {"file"}
    desk.undo()
    assert desk.ask(reminders, cycle.id) == {}


@pytest.mark.parametrize("subject", ["list", "packet"])
def test_a_character_without_a_glyph_is_printed_only_after_a_clear_choice(
    subject: str,
    open_page: Opener,
    opened: tuple[Desk, Cycle],
    saved_to: list[Path],
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
) -> None:
    desk, cycle = opened
    accepted(desk, cycle, "重点-1", SOUMU, results="外字\ue000を使う。")
    page = open_page(subject=subject)
    asked: list[str] = []
    answers = iter((0, 1))

    def choose(_parent: object, text: str, _choices: object) -> int:
        asked.append(text)
        return next(answers)

    monkeypatch.setattr(ways, "choose", choose)
    take(qtbot, page, "pdf")
    assert saved_to == []
    take(qtbot, page, "pdf")
    assert saved_to[0].exists()
    assert all("\ue000" in text for text in asked)
    assert len(asked) == 2


def test_the_remarks_lead_to_where_things_are_put_right(open_page: Opener, qtbot: QtBot) -> None:
    page = open_page()
    with qtbot.waitSignal(page.page_requested) as going:
        page.before.fix_requested.emit("collect", "")
    assert going.args == ["collect", ""]


def test_in_a_narrow_window_the_remarks_are_a_drawer_that_the_keyboard_opens_and_closes(
    open_page: Opener, qtbot: QtBot
) -> None:
    page = open_page()
    page.resize(1024, 540)
    assert page.before.isHidden()
    assert page.choices._what.isVisible()
    page.foot._before.setFocus()
    QTest.keyClick(page.foot._before, Qt.Key.Key_Space)
    assert page.before.isVisible()
    QTest.keyClick(page.before._close, Qt.Key.Key_Escape)
    assert page.before.isHidden()


def test_what_was_printed_last_is_chosen_when_the_page_is_opened_again(
    open_page: Opener, saved_to: list[Path], qtbot: QtBot
) -> None:
    page = open_page(subject=f"sheet:{uid(ZEIMU)}")
    page.centre.sheets.set_zoom("width")
    take(qtbot, page, "pdf")
    again = open_page()
    assert again.choices.wanted == Wanted("sheet", department=uid(ZEIMU))
    assert (again.centre.sheets.zoom, again.foot.zoom.currentData()) == ("width", "width")


def test_another_program_opens_a_copy_with_the_same_name(
    open_page: Opener, monkeypatch: pytest.MonkeyPatch, own_home: Path, qtbot: QtBot
) -> None:
    opened_files: list[Path] = []

    def open_url(url: object) -> bool:
        opened_files.append(Path(url.toLocalFile()))  # type: ignore[attr-defined]
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    page = open_page()
    take(qtbot, page, "outside")
    assert page.composed is not None
    assert opened_files == [own_home / "opened" / "令和6年度第2回_進捗一覧表.pdf"]
    assert opened_files[0].read_bytes() == page.composed.pdf


@pytest.fixture(scope="module", params=TOWNS)
def sample_desk(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """A desk on the sample year of one of the five plans."""
    path = tmp_path_factory.mktemp(request.param) / "town.db"
    clock = Clock("2024-06-01T09:00:00+09:00")
    with create_database(path, location=databases.anywhere) as database:
        desk = Desk(database, Actor("secretariat", (), "見本　事務局"), clock)
        make_town(desk, clock, real_plan(request.param))
        yield desk
        wait_for_jobs()


def test_every_document_of_a_real_plan_opens(sample_desk: Desk, qtbot: QtBot) -> None:
    page = PrintPage(sample_desk, sample_desk.ask(finding.cycle))
    qtbot.addWidget(page)
    page.resize(1366, 648)
    page.show()
    for kind in sorted(PRINTS["secretariat"], key=PRINT_KINDS.index):
        page.choices.choose(Wanted(kind))
        ready(qtbot, page)
        if kind in ("change-notice", "comparison"):  # the plan of a fresh sample has not changed
            assert page.centre.words.startswith("計画は変わっていません。")
            continue
        assert page.composed is not None, (kind, page.centre.words)
        assert page.composed.prepared.wanted.kind == kind
        assert page.centre.sheets.pages.rowCount() == page_count(page.composed.pdf) > 0
    wait_for_jobs()

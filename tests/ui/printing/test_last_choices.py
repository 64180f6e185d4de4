"""What was chosen last is chosen again, and every kind of file leaves the page by the buttons that stand there."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from docx import Document
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from dxdesk.desk import Desk
from dxdesk.domain.packets import PacketChoice
from dxdesk.domain.printing import Wanted
from dxdesk.ui.printing import printer, saving
from dxdesk.ui.printing.page import PrintPage
from dxdesk.wording.printing import NO_PRINTER
from tests.builders import ZEIMU, uid
from tests.documents.reading import squeezed
from tests.ui.printing.conftest import Opener, ready, take
from tests.ui.printing.test_page import saved_to
from tests.ui.printing.test_word import held

__all__ = ["held", "saved_to"]


def test_folder_paper_department_and_parts_are_as_they_were_chosen_last(
    open_page: Opener, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, qtbot: QtBot
) -> None:
    proposed: list[Path] = []
    folder = tmp_path / "会議資料"
    folder.mkdir()

    def ask_path(_parent: object, path: Path) -> Path:
        proposed.append(path)
        return folder / path.name

    monkeypatch.setattr(saving, "ask_path", ask_path)
    page = open_page(subject="list")
    paper = page.choices._fields["paper"].box
    paper.setCurrentIndex(paper.findData("A4"))
    paper.activated.emit(paper.currentIndex())
    ready(qtbot, page)
    take(qtbot, page, "pdf")
    page.show_subject(f"sheet:{uid(ZEIMU)}")
    ready(qtbot, page)
    take(qtbot, page, "pdf")
    page.show_subject("packet")
    ready(qtbot, page)
    parts = PacketChoice(left_out=frozenset({"members"}), draft=True).moved("list", -1, ("agenda", "summary", "list"))
    page.choices.packet.choose_parts(parts, ())
    ready(qtbot, page)
    take(qtbot, page, "pdf")

    again = open_page()
    assert again.choices.wanted.kind == "packet"
    assert again.choices.packet.choice == parts
    for word, found in (("個票", Wanted("sheet", department=uid(ZEIMU))), ("進捗一覧表", Wanted("list", paper="A4"))):
        radio = next(each for each, shown in again.choices._words.items() if shown == word)
        QTest.mouseClick(radio, Qt.MouseButton.LeftButton, pos=radio.rect().center() / 4)
        ready(qtbot, again)
        assert (again.choices.wanted.kind, again.choices.wanted.paper) == (found.kind, found.paper)
        if found.department:
            assert again.choices.wanted.department == found.department
    take(qtbot, again, "pdf")
    assert [each.parent for each in proposed[1:]] == [folder] * 3


def words_of(content: bytes, suffix: str) -> str:
    """The words of a Word file or a spreadsheet."""
    if suffix == "xlsx":
        return squeezed(ZipFile(io.BytesIO(content)).read("xl/sharedStrings.xml").decode())
    document: Any = Document(io.BytesIO(content))
    return squeezed("".join(each.text or "" for each in document.element.body.iter("{*}t")))


FILES = (
    ("minutes", "Wordで保存", "docx", "続けることにした。"),
    ("inquiry", "Wordで保存", "docx", "照会"),
    ("invitation", "Wordで保存", "docx", "開催"),
    ("list", "Excelで保存", "xlsx", "試した。"),
    ("actions", "Excelで保存", "xlsx", "番号"),
)


def test_word_files_spreadsheets_and_the_viewer_of_the_pc_are_a_press_away_without_a_printer(
    open_page: Opener,
    held: Desk,
    saved_to: list[Path],
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
) -> None:
    opened: list[Path] = []

    def open_url(url: QUrl) -> bool:
        opened.append(Path(url.toLocalFile()))
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    monkeypatch.setattr(printer, "has_printer", lambda: False)
    page = open_page()
    qtbot.waitUntil(lambda: page.foot._print.text() == NO_PRINTER)
    for subject, button, suffix, words in FILES:
        page.show_subject(subject)
        ready(qtbot, page)
        assert page.composed is not None, (subject, page.centre.words)
        press(page, button)
        qtbot.waitUntil(lambda: not page.ways.busy)
        assert saved_to[-1].suffix == f".{suffix}"
        assert words in words_of(saved_to[-1].read_bytes(), suffix), subject
        press(page, "ほかのソフトで開く")
        qtbot.waitUntil(lambda: not page.ways.busy)
        assert opened[-1].read_bytes() == page.composed.pdf
    assert len({each.name for each in saved_to}) == len({each.name for each in opened}) == len(FILES)


def press(page: PrintPage, words: str) -> None:
    """A button of the foot, as with the mouse."""
    button = next(each for each in page.foot._spread if each.text() == words)
    assert button.isVisible()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)

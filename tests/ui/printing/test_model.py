from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from dxdesk.ui.printing.model import PageModel
from dxdesk.ui.printing.preview import page_sizes
from tests.ui.printing.test_preview import paper


def test_pages_are_rows_that_are_read_aloud_with_their_number(qtmodeltester: ModelTester) -> None:
    model = PageModel()
    pdf = paper("一")
    model.show_pages(pdf, page_sizes(pdf))
    assert model.index(1).data() == "2／3ページ"
    assert model.index(1).data(Qt.ItemDataRole.AccessibleTextRole) == "2ページ目、全3ページ"
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]


def test_a_picture_comes_later_and_then_stays(qtbot: QtBot) -> None:
    model = PageModel()
    pdf = paper("一")
    model.show_pages(pdf, page_sizes(pdf))
    with qtbot.waitSignal(model.dataChanged):
        assert model.picture(0, 200) is None
    picture = model.picture(0, 200)
    assert picture is not None
    assert picture.width() == 200


def test_while_another_size_is_made_the_picture_there_is_serves(qtbot: QtBot) -> None:
    model = PageModel()
    pdf = paper("一")
    model.show_pages(pdf, page_sizes(pdf))
    with qtbot.waitSignal(model.dataChanged):
        model.picture(0, 200)
    with qtbot.waitSignal(model.dataChanged):
        served = model.picture(0, 300)
        assert served is not None
        assert served.width() == 200
    larger = model.picture(0, 300)
    assert larger is not None
    assert larger.width() == 300


def test_a_picture_of_a_document_that_is_gone_is_left_out(qtbot: QtBot) -> None:
    model = PageModel()
    first, second = paper("一"), paper("二")
    model.show_pages(first, page_sizes(first))
    model.picture(0, 200)
    model.show_pages(second, page_sizes(second))
    with qtbot.waitSignal(model.dataChanged):
        model.picture(0, 210)
    assert (0, 200) not in model._pictures


def test_only_so_many_pictures_are_kept(qtbot: QtBot) -> None:
    model = PageModel()
    pdf = paper("一")
    model.show_pages(pdf, page_sizes(pdf))
    for width in range(50, 90):
        with qtbot.waitSignal(model.dataChanged):
            model.picture(0, width)
    assert len(model._pictures) < 30
    assert (0, 89) in model._pictures

"""Scenes of 印刷: its documents, 会議資料一式, and what is asked before something is printed or handed out."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from PySide6.QtWidgets import QWidget

from dxdesk.documents.appending import read_pdf
from dxdesk.domain.movements import MovementEdit
from dxdesk.operations.movements import write_movements
from dxdesk.operations.packets import hand_out
from dxdesk.store.queries import finding
from dxdesk.ui.desk_view import DeskView
from dxdesk.ui.gallery.dialogs import opening
from dxdesk.ui.gallery.hands import press
from dxdesk.ui.gallery.scene import Scene
from dxdesk.ui.gallery.subjects import printed
from dxdesk.ui.printing.composing import Begun, Composed, Reached
from dxdesk.ui.printing.foot import Foot
from dxdesk.ui.printing.page import PrintPage
from dxdesk.ui.printing.print_dialog import AskBeforePrinting
from dxdesk.ui.printing.printer import OnPaper, Printers
from dxdesk.wording.movements import WRITE
from dxdesk.wording.packet_screen import CHOOSE, HAND_OUT
from dxdesk.wording.printing import SAVE_PDF


def printer_there(root: QWidget) -> None:
    """This PC knows a printer, whatever the one that draws knows."""
    for foot in root.findChildren(Foot):
        foot.show_printer(True)


def _document(root: QWidget) -> tuple[PrintPage, Composed]:
    """The page and what is shown on it. Raises LookupError where nothing is."""
    page = root.findChild(PrintPage)
    if page is None or page.composed is None:
        raise LookupError("no document")
    return page, page.composed


def half_way(root: QWidget) -> None:
    """The first pages stand, and the others are being made."""
    page, composed = _document(root)
    sizes = composed.sizes
    page.foot.show_document(False)
    page.before.show_cards(())
    page.centre.show_begun(Begun(composed.pdf, sizes[: len(sizes) // 2]))
    page.centre.show_reached(Reached(len(sizes) // 2, len(sizes), len(sizes) // 2))


def ask_printer(root: QWidget) -> None:
    """What is asked before printing, on a PC with a printer."""
    page, composed = _document(root)
    dialog = AskBeforePrinting(composed.sizes, 0, OnPaper(sides="long"), page)
    dialog.show_printers(Printers(("総務課　複合機",), "総務課　複合機"))
    dialog.show()


def handed_out(root: QWidget) -> None:
    """The packet of the newest meeting has been handed out."""
    assert isinstance(root, DeskView)
    root.desk.do(hand_out, root.desk.ask(finding.meeting))


def handed_out_with_files(root: QWidget) -> None:
    """The packet has been handed out with files behind it that are not on this PC any more."""
    assert isinstance(root, DeskView)
    page, composed = _document(root)
    names = ("前回の会議録", "住民アンケートの結果報告書（概要版・庁内検討用・令和6年度第2回）", "様式", "写真")
    files = tuple(replace(read_pdf("", composed.pdf), name=name) for name in names)
    root.desk.do(hand_out, root.desk.ask(finding.meeting), appended=files)
    page.refresh()


def movements_written(root: QWidget) -> None:
    """The secretariat has written a paragraph of 主な動き and left one out."""
    assert isinstance(root, DeskView)
    wish = MovementEdit(left_out=frozenset({"watched"}), texts={"late": _WRITTEN})
    root.desk.do(write_movements, root.desk.ask(finding.cycle), wish)


_WRITTEN: Final = "手続の見直しは、対象とする手続が決まらず遅れている。3月の打合せで対象を3つに絞り、4月から取り戻す。"
_PACKET: Final = printed("packet")

SCENES: Final = (
    Scene("印刷", "minutes", "print", "list", (printer_there,)),
    Scene("印刷_総括", "minutes", "print", "summary", (printer_there,)),
    Scene("印刷_工程表", "minutes", "print", "schedule", (printer_there,)),
    Scene("印刷_ボード", "minutes", "print", "board", (printer_there,)),
    Scene("印刷_個票", "minutes", "print", "sheet", (printer_there,)),
    Scene("印刷_次第", "planning", "print", printed("agenda"), (printer_there,)),
    Scene("印刷_会議録", "minutes", "print", printed("minutes"), (printer_there,)),
    Scene("印刷_使えない文字", "strange", "print", printed("minutes"), (printer_there,)),
    Scene("印刷_宿題", "minutes", "print", "actions", (printer_there,)),
    Scene("印刷_点検表", "collecting", "print", "checklist", (printer_there,)),
    Scene("印刷_会議資料一式", "planning", "print", _PACKET, (printer_there,)),
    Scene("印刷_会議資料の中身", "planning", "print", _PACKET, (printer_there, opening(press(CHOOSE))), dialog=True),
    Scene(
        "印刷_主な動き",
        "planning",
        "print",
        "summary",
        (printer_there, movements_written, opening(press(WRITE))),
        dialog=True,
    ),
    Scene("印刷_配布の記録", "planning", "print", _PACKET, (printer_there, opening(press(HAND_OUT))), dialog=True),
    Scene("印刷_差し替え", "planning", "print", _PACKET, (printer_there, handed_out)),
    Scene("印刷_前の版のPDF", "planning", "print", _PACKET, (printer_there, handed_out_with_files)),
    Scene("印刷_つくっている", "minutes", "print", "sheet", (printer_there, half_way)),
    Scene("印刷_印刷する前", "minutes", "print", "list", (printer_there, ask_printer), dialog=True),
    Scene(
        "印刷_使えない文字の確かめ", "strange", "print", "list", (printer_there, opening(press(SAVE_PDF))), dialog=True
    ),
    Scene("印刷_プリンターなし", "minutes", "print", "list"),
    Scene("印刷_担当", "collecting", "print", "", (printer_there,), role="liaison"),
    Scene("印刷_回がない", "founded", "print", "", (printer_there,)),
    Scene("印刷_狭い画面", "minutes", "print", "list", (printer_there,), narrow=True),
    Scene("印刷_狭い画面_会議資料", "planning", "print", _PACKET, (printer_there,), narrow=True),
)

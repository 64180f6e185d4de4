"""投影を始める: from 次第 or 会議, with the questions that have to be asked before it."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QWidget

from dxdesk.ui.dialogs import choose
from dxdesk.ui.projection.numbers import ScreenDialog
from dxdesk.ui.projection.show import Projection
from dxdesk.wording.asking import BACK
from dxdesk.wording.projection import LOOK_AGAIN, NO_SECOND, REHEARSE


def start_projection(projection: Projection, laptop: QWidget) -> bool:
    """Project what was prepared, from a page of the laptop's window; with one screen a rehearsal is offered.

    Returns whether anything is shown now. The focus stays where it is.
    """
    found = projection.start(laptop)
    while found == "alone":
        answer = choose(laptop, NO_SECOND, (REHEARSE, LOOK_AGAIN, BACK))
        if answer == 0:
            projection.rehearse(laptop)
            return True
        if answer != 1:
            return False
        found = projection.start(laptop)
    return found == "started" or choose_screen(projection, laptop)


def choose_screen(projection: Projection, laptop: QWidget) -> bool:
    """映す画面を選ぶ: every screen shows its number, and one is chosen by it. False where the person went back."""
    projection.show_numbers()
    dialog = ScreenDialog(projection.choices, laptop)
    accepted = dialog.exec() == QDialog.DialogCode.Accepted
    if accepted and dialog.chosen is not None:
        projection.choose(dialog.chosen)
    laptop.window().activateWindow()
    return accepted and projection.state == "on"

"""For which departments a PC answers and where their answers go: what a 照会 changes there, and what is asked first."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from dxdesk.domain.packages import Package
from dxdesk.operations.receiving import taken_on
from dxdesk.store.queries import packages, plans
from dxdesk.ui.dialogs import choose
from dxdesk.ui.entry.giving import choose_destination, show_giving
from dxdesk.ui.saving import adopt_folder
from dxdesk.wording.liaison import ANOTHER_DEPARTMENT, CHANGE_DESTINATION, PUTS_THERE, takes_on

if TYPE_CHECKING:
    from dxdesk.ui.desk_view import DeskView
    from dxdesk.ui.main_window import MainWindow


def declined(window: MainWindow, package: Package) -> bool:
    """Whether a 照会 is for a department that this PC does not answer for yet, and the person leaves it so: those of
    all departments lie side by side in a shared folder."""
    desk = window.view.desk if window.view is not None else None
    own = desk.ask(packages.answering) if desk is not None else ()
    found = taken_on(package, own)
    if desk is None or found is None:
        return False
    names = plans.names(desk.ask(plans.departments))
    decline, take_on = ANOTHER_DEPARTMENT
    asked = takes_on([names.get(each, each) for each in own], found[1])
    return choose(window, asked, (decline, take_on.format(name=found[1]))) == 0


def lies_there(view: DeskView, folder: Path) -> None:
    """Have answers go to the folder in which a 照会 lay, where that is one to share, and say so."""
    desk, entry = view.desk, view.pages.entry
    if entry is None or desk.ask(plans.identity).sample or not adopt_folder(desk.database_id, folder):
        return
    show_giving(entry)
    entry.look_requested.emit()

    def tell() -> None:
        view.toast.show_text(PUTS_THERE, CHANGE_DESTINATION, lambda: choose_destination(entry))

    if view.toast.isHidden():
        tell()
    else:  # what could not be done is read first
        view.toast.gone.connect(tell, Qt.ConnectionType.SingleShotConnection)

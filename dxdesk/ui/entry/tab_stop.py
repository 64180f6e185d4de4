"""A row of radio buttons is one stop for Tab: the one that is chosen, else the first."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QRadioButton


def stop_at_choice(buttons: Sequence[QRadioButton]) -> None:
    """Have Tab stop at the chosen button. Qt does so only for a choice made with mouse or arrow keys."""
    stop = next((each for each in buttons if each.isChecked()), next(iter(buttons), None))
    for each in buttons:
        each.setFocusPolicy(Qt.FocusPolicy.StrongFocus if each is stop else Qt.FocusPolicy.ClickFocus)

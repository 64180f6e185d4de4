"""The list is tried with the program's own look."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from dxdesk.ui.application import create_application


@pytest.fixture(scope="session", autouse=True)
def _look(qapp: QApplication) -> None:
    create_application([])

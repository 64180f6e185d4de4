"""The list is tried with the program's own look."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from dxdesk.desk import Desk
from dxdesk.domain.cycles import Cycle
from dxdesk.ui.application import create_application
from tests.ui.initiatives.desks import fill_two_cycles, open_copy


@pytest.fixture(scope="session", autouse=True)
def _look(qapp: QApplication) -> None:
    create_application([])


@pytest.fixture(scope="session")
def filled_file(empty_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed database with two cycles; tests copy it."""
    path = Path(shutil.copyfile(empty_file, tmp_path_factory.mktemp("filled") / "town.db"))
    fill_two_cycles(path)
    return path


@pytest.fixture
def opened(filled_file: Path, tmp_path: Path) -> Iterator[tuple[Desk, Cycle]]:
    """A desk of its own, and the cycle that is open."""
    desk, cycle = open_copy(filled_file, tmp_path)
    yield desk, cycle
    desk.close()

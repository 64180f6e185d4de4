"""Screens of 125, 150 and 200 %: everything fits, can be read and is reached, and pictures stay sharp."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

import dxdesk
from dxdesk.ui.symbols import sharpest_ratio, symbol_pixmap

INSIDE = {1.25: (1536, 790), 1.5: (1280, 650), 2.0: (960, 510)}
"""The inside of a window on a screen of 1920 × 1080 at a scale, without title bar and task bar, px."""


@pytest.mark.parametrize(
    ("factor", "people"),
    [
        (1.25, ("liaison=1.15", "secretariat=1.0")),
        (1.5, ("secretariat=1.3", "liaison=1.3")),
        (2.0, ("secretariat=1.0", "liaison=1.0", "reader=1.15")),
    ],
)
def test_every_page_fits_and_is_reached_at_every_scale(
    window_file: Path, tmp_path: Path, factor: float, people: tuple[str, ...]
) -> None:
    database = shutil.copyfile(window_file, tmp_path / "town.db")
    width, height = INSIDE[factor]
    done = subprocess.run(
        [sys.executable, "-m", "tests.ui.scaled", str(database), str(width), str(height), *people],
        env=os.environ | {"QT_SCALE_FACTOR": str(factor), "QT_QPA_PLATFORM": "offscreen"},
        cwd=Path(dxdesk.__file__).parents[1],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert (done.stdout.splitlines(), done.returncode) == ([], 0), done.stderr[-2000:]


@pytest.mark.parametrize("ratio", [1.0, 1.25, 1.5, 2.0])
def test_symbols_are_drawn_in_the_pixels_of_the_screen(qapp: QApplication, ratio: float) -> None:
    pixmap = symbol_pixmap("late", 20, ratio=ratio)
    assert (pixmap.width(), pixmap.devicePixelRatio()) == (round(20 * ratio), ratio)
    assert pixmap.deviceIndependentSize().width() == pytest.approx(20, abs=0.5)
    assert symbol_pixmap("late", 20).devicePixelRatio() == sharpest_ratio()

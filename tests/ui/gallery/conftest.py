"""The sample year at every moment, made once for all scenes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from dxdesk.cli.sample_moments import make_moments, open_moment
from dxdesk.desk import Desk
from dxdesk.ui.application import create_application, set_text_scale
from dxdesk.ui.gallery.scene import Scene
from tests.ui.entry.towns import town_plan

OpenScene = Callable[[Scene], Desk]


@pytest.fixture(scope="session")
def moments(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the moments of 大河原町."""
    folder = tmp_path_factory.mktemp("moments")
    make_moments(folder, town_plan())
    return folder


@pytest.fixture
def open_scene(moments: Path, qapp: QApplication) -> Iterator[OpenScene]:
    """How a scene comes by its desk."""
    create_application([])
    yield lambda scene: open_moment(moments, scene.moment, scene.role, scene.obstacle)
    set_text_scale(qapp, 1.0)

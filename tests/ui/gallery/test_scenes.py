"""Every window in every state: one filled button, no word cut, nothing over anything else, all of it by keyboard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication, QTreeView, QWidget

from dxdesk.ui.application import set_text_scale
from dxdesk.ui.bands import Band
from dxdesk.ui.gallery.dialogs import open_dialog
from dxdesk.ui.gallery.scene import Scene, inside, shown
from dxdesk.ui.gallery.scenes import SCENES
from dxdesk.ui.theme import TEXT_SCALES
from tests.ui.gallery import faults
from tests.ui.gallery.conftest import OpenScene

OFFICE, LARGE, SMALL = (1366, 768), (1920, 1080), (1024, 640)

NONE_FILLED = ("はじめに", "はじめに_照会ファイル", "はじめに_見るだけ", "はじめに_見本", "ボード_回がない")
"""First screens where every way is a card or a file of its own, and a reader who can only wait."""

BUSY = (
    "会議_出席",
    "会議_記録",
    "会議_記録_宿題",
    "回収_差し戻す",
    "記入_差戻し",
    "記入_年度末_差戻し",
    "次の回をつくる_照会先",
    "取組一覧_これまで",
    "会議_進行",
    "会議_復唱",
    "印刷_前の版のPDF",
)
PAGES = {scene.page: scene for scene in reversed(SCENES) if scene.page and scene.moment != "founded"}
LARGE_LETTERS = [*(scene.name for scene in PAGES.values()), *BUSY]
"""The first scene of every page, and those with the most on them."""


def scene_named(name: str) -> Scene:
    return next(scene for scene in SCENES if scene.name == name)


def resize(root: QWidget, size: tuple[int, int]) -> None:
    """Give the window another size, and let it lay itself out; what a large layout kept wide goes on shrinking, as
    under a hand that drags its edge. What a widget within needs less now goes up one parent at a time."""
    for _ in range(2):
        root.window().resize(*inside(size))
        for _ in range(12):
            loop = QEventLoop()
            QTimer.singleShot(0, loop.quit)
            loop.exec()


def layout_faults(root: QWidget) -> list[str]:
    window = root.window()
    beyond = [] if window.rect().contains(root.geometry()) else [f"{root.size()} in {window.size()}"]
    return [*beyond, *faults.cut_words(root), *faults.overlaps(root), *faults.outside(root)]


def at_sizes(root: QWidget, scene: Scene) -> dict[str, list[str]]:
    """The faults of the layout of an open scene by the size of the screen."""
    found = {}
    for size in (SMALL,) if scene.narrow else (OFFICE, LARGE, SMALL):
        resize(root, size)
        assert root.window().size().toTuple() == inside(size)
        found["{}x{}".format(*size)] = layout_faults(root)
    return {size: wrong for size, wrong in found.items() if wrong}


def test_every_scene_has_a_name_of_its_own() -> None:
    names = [scene.name for scene in SCENES]
    assert len(set(names)) == len(names)


@pytest.mark.parametrize("name", [scene.name for scene in SCENES if not scene.dialog])
def test_a_scene_is_whole_at_every_size_and_works_without_a_mouse(name: str, open_scene: OpenScene) -> None:
    scene = scene_named(name)
    with shown(scene, open_scene, inside(OFFICE)) as root:
        assert len(faults.filled(root)) == (0 if name in NONE_FILLED else 1), faults.filled(root)
        assert faults.forbidden_words(root) == []
        assert faults.nameless(root) == []
        assert faults.unreached(root) == []
        assert at_sizes(root, scene) == {}


@pytest.mark.parametrize("name", LARGE_LETTERS)
def test_a_page_is_whole_in_the_largest_letters(name: str, open_scene: OpenScene, qapp: QApplication) -> None:
    set_text_scale(qapp, max(TEXT_SCALES.values()))
    scene = scene_named(name)
    with shown(scene, open_scene, inside(OFFICE)) as root:
        assert at_sizes(root, scene) == {}


@pytest.mark.parametrize("scale", [1.0, 1.3])
@pytest.mark.parametrize("name", [scene.name for scene in SCENES if scene.dialog])
def test_a_dialog_is_whole_on_the_smallest_screen_and_works_without_a_mouse(
    name: str, scale: float, open_scene: OpenScene, qapp: QApplication
) -> None:
    set_text_scale(qapp, scale)
    with shown(scene_named(name), open_scene, inside(LARGE)) as root:
        dialog = open_dialog(root)
        assert dialog is not None
        width, height = inside(SMALL)
        assert dialog.width() <= width
        assert dialog.height() <= height
        assert len(faults.filled(dialog)) == 1
        assert faults.forbidden_words(dialog) == []
        assert faults.nameless(dialog) == []
        assert faults.unreached(dialog) == []
        assert [*faults.cut_words(dialog), *faults.overlaps(dialog), *faults.outside(dialog)] == []


def test_the_scene_of_a_full_disk_shows_its_band(open_scene: OpenScene) -> None:
    with shown(scene_named("記入_保存できない"), open_scene, inside(OFFICE)) as root:
        bands = [each for each in root.findChildren(Band) if each.isVisible() and each.notice is not None]
        assert [each.notice.look for each in bands if each.notice] == ["band-error"]


def test_the_department_that_is_looked_at_has_something_to_follow_up(open_scene: OpenScene) -> None:
    with shown(scene_named("宿題_担当"), open_scene, inside(OFFICE)) as root:
        assert any(each.isVisible() and each.model().rowCount() for each in root.findChildren(QTreeView))

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from dxdesk.cli.gallery import draw_scenes
from dxdesk.cli.plans import read_plan
from dxdesk.domain.errors import Problem
from dxdesk.paths import home
from dxdesk.ui.gallery.scenes import SCENES
from dxdesk.ui.gallery.slides import SCENE_NAMES
from tests.cli.commands import run
from tests.plan_samples import MIHON

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints", extend=True)

ROOT = Path(__file__).resolve().parent.parent.parent
DIFFERENT = ("記入_差戻し", "くいちがい", "取りまとめ", "会議_記録_宿題", "会議録", "次の回をつくる_照会先")
"""Scenes that need something particular of the sample year."""


def test_the_scenes_that_are_named_are_drawn_as_the_inside_of_a_window(tmp_path: Path, qtbot: QtBot) -> None:
    folder = tmp_path / "絵"
    said = run("gallery", "--out", str(folder), "--only", "回収", "はじめに", "--json")
    assert said.code == 0, said.err
    files = json.loads(said.out)["files"]
    assert [(each["scene"], each["kind"]) for each in files] == [("回収", "window"), ("はじめに", "window")]
    assert sorted(path.name for path in folder.iterdir()) == ["画面_はじめに.png", "画面_回収.png"]
    for each in files:
        picture = QImage(each["file"])
        assert (picture.width(), picture.height()) == (1366, 768 - 32 - 40)


def test_the_beginning_of_names_stands_for_all_of_them(tmp_path: Path, qtbot: QtBot) -> None:
    said = run("gallery", "--out", str(tmp_path), "--only", "締める_", "--size", "1024x640", "--text", "1.15")
    assert said.code == 0, said.err
    wanted = {f"画面_{scene.name}.png" for scene in SCENES if scene.name.startswith("締める_")}
    assert {path.name for path in tmp_path.iterdir()} == wanted


def test_the_slides_of_the_meeting_are_drawn_as_the_audience_sees_them(tmp_path: Path, qtbot: QtBot) -> None:
    said = run("gallery", "--out", str(tmp_path), "--only", "スライド_", "--json")
    assert said.code == 0, said.err
    assert tuple(each["scene"] for each in json.loads(said.out)["files"]) == SCENE_NAMES
    pictures = [QImage(str(path)) for path in tmp_path.iterdir()]
    assert {(picture.width(), picture.height()) for picture in pictures} == {(1920, 1080)}


def test_nothing_of_this_pc_is_read_or_kept(tmp_path: Path, qtbot: QtBot) -> None:
    before = (os.environ["DXDESK_HOME"], os.environ.get("TZ"))
    assert run("gallery", "--out", str(tmp_path), "--only", "記入").code == 0
    assert (os.environ["DXDESK_HOME"], os.environ.get("TZ")) == before
    assert not home().exists()


@pytest.mark.parametrize("plan", ["ogawara", "miharu", "kahoku", "kaminokawa", "otaki"])
def test_every_plan_has_something_to_show_in_every_state(plan: str, qtbot: QtBot) -> None:
    drawn = dict(draw_scenes(read_plan(plan), DIFFERENT))
    assert list(drawn) == [scene.name for scene in SCENES if scene.name in DIFFERENT]
    assert [name for name, picture in drawn.items() if picture is None] == []


def test_a_plan_without_that_state_says_which_pictures_are_missing(tmp_path: Path, qtbot: QtBot) -> None:
    said = run("gallery", "--plan", str(MIHON), "--out", str(tmp_path), "--only", "回収", "くいちがい", "--json")
    answer = json.loads(said.out)
    drawn = {each["scene"] for each in answer["files"]}
    assert said.code == 0
    assert drawn | set(answer["missing"]) == {"回収", "くいちがい"}
    assert ("くいちがい" in said.err) == bool(answer["missing"])


def test_an_unknown_scene_is_answered_with_the_screens_there_are(qtbot: QtBot) -> None:
    with pytest.raises(Problem) as refused:
        list(draw_scenes(read_plan("ogawara"), ["どこにもない"]))
    assert refused.value.code == "draw.unknown"
    assert "回収" in str(refused.value.values["choices"])


def test_windows_are_enlarged_as_the_system_enlarges_them(tmp_path: Path) -> None:
    arguments = ["gallery", "--out", str(tmp_path), "--only", "はじめに", "--size", "1920x1080", "--scale", "1.25"]
    command = [sys.executable, str(ROOT / "main.py"), *arguments]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    picture = QImage(str(tmp_path / "画面_はじめに.png"))
    assert (picture.width(), picture.height()) == (1920, 1080 - round(1.25 * (32 + 40)))

"""``gallery``: every window and state as a picture, for the guide and for looking at."""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from dxdesk.cli.context import Context, Reply
from dxdesk.cli.options import Commands
from dxdesk.cli.plans import read_plan
from dxdesk.cli.sample_moments import make_moments, meeting_seen, open_moment
from dxdesk.cli.slides import read_size
from dxdesk.domain.errors import Problem
from dxdesk.domain.plans import Plan
from dxdesk.domain.settings import Settings
from dxdesk.store.errors import StoreUnavailable
from dxdesk.store.output_files import cause, write_file


def add_commands(commands: Commands[argparse.ArgumentParser], shared: argparse.ArgumentParser) -> None:
    """gallery."""
    each = commands.add_parser("gallery", help="すべての画面と状態を、見本で絵にする", parents=[shared])
    each.add_argument("--out", required=True, metavar="DIR", help="絵を置くフォルダ")
    each.add_argument("--plan", default="ogawara", metavar="ID|FILE", help="計画のid、町の名前、または計画ファイル")
    each.add_argument("--size", default="1366x768", metavar="幅x高さ", help="PCの画面の大きさ（点）")
    each.add_argument("--text", type=float, default=1.0, choices=(1.0, 1.15, 1.3), help="文字の大きさ")
    each.add_argument("--scale", type=float, default=1.0, choices=(1.0, 1.25, 1.5, 2.0), help="PCの拡大率")
    each.add_argument("--only", nargs="+", default=[], metavar="画面", help="画面の名前、または名前のはじめの部分")
    each.set_defaults(run=gallery)


def gallery(_context: Context, chosen: argparse.Namespace) -> Reply:
    """The pictures of the scenes in a folder."""
    plan, folder = read_plan(chosen.plan), Path(chosen.out)
    size = read_size(chosen.size)
    try:
        folder.mkdir(exist_ok=True)
    except OSError as error:
        raise StoreUnavailable(cause(error), folder) from error
    files, missing = [], []
    for name, picture in draw_scenes(plan, chosen.only, size, text=chosen.text, scale=chosen.scale):
        if picture is None:
            missing.append(name)
            continue
        file = folder / f"画面_{name}.png"
        write_file(file, picture)
        files.append({"file": str(file), "kind": "window", "scene": name})
    lines = [f"{plan.town}の画面を絵にしました：{folder}", *(f"  画面_{each['scene']}.png" for each in files)]
    warnings = [f"この計画の見本にはない画面です：{'、'.join(missing)}"] if missing else []
    return Reply({"files": files, "missing": missing}, "\n".join(lines), warnings)


def draw_scenes(
    plan: Plan,
    names: Sequence[str] = (),
    size: tuple[int, int] = (1366, 768),
    *,
    text: float = 1.0,
    scale: float = 1.0,
) -> Iterator[tuple[str, bytes | None]]:
    """The name and the picture of every scene, or of those named, on a screen of ``size`` px; None for the picture of
    one that the plan has nothing to show with. Raises Problem.
    """
    from dxdesk.ui.gallery.scene import gallery_application, inside, pictures
    from dxdesk.ui.gallery.scenes import SCENES
    from dxdesk.ui.gallery.slides import SCENE_NAMES, slide_scenes
    from dxdesk.ui.gallery.status_sheet import NAME, status_sheet

    known = {NAME, *SCENE_NAMES, *(scene.name for scene in SCENES)}
    chosen, sheet = [each for each in SCENES if _is_named(each.name, names, known)], _is_named(NAME, names, known)
    slides = [each for each in SCENE_NAMES if _is_named(each, names, known)]
    if not chosen and not sheet and not slides:
        near = "、".join(dict.fromkeys(scene.name.split("_")[0] for scene in SCENES))
        raise Problem("draw.unknown", "only", {"text": "、".join(names), "choices": near})
    gallery_application(text, scale)
    if sheet:
        yield NAME, status_sheet(Settings())
    if not chosen and not slides:
        return
    with tempfile.TemporaryDirectory(prefix="dxdesk-", ignore_cleanup_errors=True) as made, _somewhere_else(Path(made)):
        home = Path(made)
        make_moments(home, plan)
        yield from pictures(
            chosen, lambda scene: open_moment(home, scene.moment, scene.role, scene.obstacle), inside(size, scale)
        )
        if slides:
            yield from (each for each in slide_scenes(meeting_seen(home)) if each[0] in slides)


def _is_named(scene: str, names: Sequence[str], known: set[str]) -> bool:
    """Whether a scene is meant by one of the names: its own, or the beginning of several; by no name every scene."""
    return not names or any(scene == each or (each not in known and scene.startswith(each)) for each in names)


@contextmanager
def _somewhere_else(folder: Path) -> Iterator[None]:
    """Meanwhile nothing of this PC's user is read or kept, and the clock on the wall is a Japanese one."""
    meanwhile = {"DXDESK_HOME": str(folder), "TZ": "Asia/Tokyo"}
    before = {name: os.environ.get(name) for name in meanwhile}
    os.environ.update(meanwhile)
    _set_zone()
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value
        _set_zone()


def _set_zone() -> None:
    """Take the zone of the environment; Windows has only its own."""
    if sys.platform != "win32":
        time.tzset()

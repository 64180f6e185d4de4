"""The same with the screens of a real X server, which come and go for Qt as those of a PC do."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.ui.projection import x_monitors

TIMES = int(os.environ.get("DXDESK_SCREEN_ROUNDS", "3"))
ROOT = Path(__file__).parents[3]

pytestmark = pytest.mark.skipif(
    shutil.which("Xvfb") is None or not x_monitors.there_are(), reason="Xvfb or libXrandr is not installed"
)


@pytest.fixture(params=["", "openbox"])
def display(request: pytest.FixtureRequest) -> Iterator[str]:
    """An X server wide enough for two screens, without and with a window manager, which has a mind of its own about
    where windows stand and which gets the focus."""
    manager: str = request.param
    if manager and shutil.which(manager) is None:
        pytest.skip(f"{manager} is not installed")
    reads, writes = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writes), "-screen", "0", "2646x800x24", "-nolisten", "tcp"],
        pass_fds=[writes],
        stderr=subprocess.DEVNULL,
    )
    os.close(writes)
    with os.fdopen(reads) as said:
        name = f":{said.readline().strip()}"
    managing = subprocess.Popen([manager], env=os.environ | {"DISPLAY": name}) if manager else None
    yield name
    if managing is not None:
        managing.terminate()
        managing.wait()
    server.terminate()
    server.wait()


def test_a_screen_that_goes_and_comes_back_while_somebody_composes(display: str, tmp_path: Path) -> None:
    environment = os.environ | {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb", "QT_ACCESSIBILITY": "0"}
    work = subprocess.run(
        [sys.executable, "-m", "tests.ui.projection.x_work", str(tmp_path), str(TIMES)],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert work.returncode == 0, work.stderr
    found = json.loads(work.stdout)
    assert found == {
        "started": "started",
        "wrong": [],
        "text": "".join(f"移行{number}。" for number in range(TIMES)),
        "platform": "xcb",
    }

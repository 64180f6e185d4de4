"""kill -9 while somebody types: nothing older than the last moment is lost, and the desk says what came back."""

from __future__ import annotations

import multiprocessing
import os
import random
import shutil
import time
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.context import ForkServerContext, SpawnContext
from pathlib import Path
from statistics import median

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from dxdesk.store.queries import meetings
from dxdesk.store.verification import verify
from dxdesk.ui.application import create_application
from dxdesk.ui.jobs import wait_for_jobs
from tests.databases import open_anywhere
from tests.ui import kill_typing_work
from tests.ui.kill_typing_work import PLACES, TICK_MILLISECONDS, show_window, strokes

ROUNDS = int(os.environ.get("DXDESK_KILL_ROUNDS", "3"))
AT_MOST_MILLISECONDS = 800

Processes = ForkServerContext | SpawnContext


@pytest.fixture(scope="module", autouse=True)
def _look(qapp: QApplication) -> None:
    create_application([])


@pytest.fixture(scope="module")
def processes() -> Processes:
    """Where killed processes come from: forked from one that has everything loaded, where the system can fork."""
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["tests.ui.kill_typing_work"])
    return context


@pytest.fixture(scope="module")
def town_file(tmp_path_factory: pytest.TempPathFactory, empty_file: Path) -> Path:
    path = Path(shutil.copyfile(empty_file, tmp_path_factory.mktemp("town") / "town.db"))
    kill_typing_work.found_town(path)
    return path


@dataclass(frozen=True)
class Said:
    """Before a stroke or with a tick: how many ticks there were, the moment (s), how many characters are typed then."""

    ticks: int
    moment: float
    length: int


def killed_while_typing(
    processes: Processes, place: str, path: Path, home: Path, seed: int, within: float = 4
) -> tuple[list[Said], float]:
    """Lets somebody type and kills the process; what was typed by when, and the moment of the end."""
    reading, writing = processes.Pipe(duplex=False)
    process = processes.Process(
        target=kill_typing_work.type_on, args=(place, str(path), str(home), seed, writing), daemon=True
    )
    process.start()
    writing.close()
    told = [reading.recv_bytes()]
    time.sleep(random.Random(seed).random() * within)
    end = time.monotonic()
    process.kill()
    with suppress(EOFError):
        while True:
            told.append(reading.recv_bytes())
    process.join()
    process.close()
    reading.close()
    parts = [each.decode().split() for each in told]
    return [Said(int(ticks), float(moment), int(length)) for ticks, moment, length in parts], end


def typed_text(seed: int, length: int) -> str:
    """The first characters that somebody of a seed hands over."""
    found = ""
    for stroke in strokes(seed):
        if len(found) >= length:
            return found[:length]
        found += stroke.text
    raise AssertionError


def recovered(qtbot: QtBot, place: str, path: Path) -> str:
    """What stands in the field to which the band of the next sitting leads; empty where it names nothing, or only what
    stood there before."""
    window = show_window(path)
    qtbot.addWidget(window)
    view = window.view
    assert view is not None
    assert view.band.notice is not None
    assert view.band.notice.text.startswith("前回の続きから開きました。")
    actions = dict(view.band.notice.actions)
    if "戻った内容を見る" not in actions:
        return ""
    assert "も戻っています" in view.band.notice.text
    actions["戻った内容を見る"]()
    found = PLACES[place].area(view).typed()
    wait_for_jobs()
    window.close()
    return "" if found == PLACES[place].before else found


@pytest.mark.timeout(300 + 30 * ROUNDS)
@pytest.mark.parametrize("place", sorted(PLACES))
def test_nothing_typed_before_the_last_moment_is_lost(
    qtbot: QtBot, processes: Processes, town_file: Path, tmp_path: Path, own_home: Path, place: str
) -> None:
    missing = []
    for seed in range(ROUNDS):
        path = kill_typing_work.new_file(town_file, tmp_path / str(seed))
        said, end = killed_while_typing(processes, place, path, own_home, seed)
        with open_anywhere(path) as database:
            assert [check for check in verify(database).checks if not check.ok] == []
        ready = said[-1].ticks - AT_MOST_MILLISECONDS // TICK_MILLISECONDS
        expected = max((each.length for each in said if each.ticks <= ready), default=0)
        kept = recovered(qtbot, place, path)
        assert len(kept) >= expected, (seed, kept)
        assert kept == typed_text(seed, len(kept)), seed
        lost = next((each.moment for each in said if each.length > len(kept)), end)
        missing.append(round((end - lost) * 1000))
    print(f"{place}: {ROUNDS} kills, missing at most {max(missing)} ms of typing, mostly {median(missing)} ms")


@pytest.mark.timeout(300 + 30 * ROUNDS)
def test_a_meeting_goes_on_at_its_item_and_slide(
    qtbot: QtBot, processes: Processes, town_file: Path, tmp_path: Path, own_home: Path
) -> None:
    for seed in range(ROUNDS):
        path = kill_typing_work.new_file(town_file, tmp_path / str(seed))
        reading, writing = processes.Pipe(duplex=False)
        process = processes.Process(
            target=kill_typing_work.lead_on, args=(str(path), str(own_home), seed, writing), daemon=True
        )
        process.start()
        writing.close()
        told = [reading.recv_bytes().decode()]
        time.sleep(1 + random.Random(seed).random() * 2)
        process.kill()
        with suppress(EOFError):
            while True:
                told.append(reading.recv_bytes().decode())
        process.join()
        process.close()
        reading.close()
        places = [each.partition(" ")[2] for each in told]
        window = show_window(path)
        qtbot.addWidget(window)
        assert window.view is not None
        window.view.open_page("meeting", window.view.desk.ask(meetings.meetings)[-1].id)
        assert kill_typing_work.standing(window.view) in places[-AT_MOST_MILLISECONDS // TICK_MILLISECONDS :], seed
        wait_for_jobs()
        window.close()

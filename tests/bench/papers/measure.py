"""Every engine for every number of initiatives, in turn, and what came of it."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from time import perf_counter

from tests.bench.papers.checks import Found, check
from tests.bench.papers.one import ENGINES
from tests.bench.papers.sample import make_papers

COUNTS = (13, 200, 1_000)
RATIO_GOAL, MEMORY_GOAL = 0.7, 60.0
"""Times the bare canvas; MiB over the interpreter."""

LONG, PATIENCE = 20.0, 900
"""What takes longer than so many seconds is drawn once; nobody waits for it longer than the second."""


@dataclass(frozen=True)
class Measured:
    """What an engine took, medians: seconds of drawing and of the whole process, memory in MiB over the interpreter.

    ``ratio`` is its drawing against the bare canvas in the same run. ``trouble`` says why there is nothing else.
    """

    engine: str
    initiatives: int
    seconds: float = 0.0
    process: float = 0.0
    memory: float | None = None
    ratio: float | None = None
    found: Found | None = None
    trouble: str = ""


@dataclass
class _Runs:
    seconds: list[float]
    process: list[float]
    memory: list[float]
    trouble: str = ""


def measure(folder: Path, runs: int, say: Callable[[str], object]) -> list[Measured]:
    """Draw in processes of their own, one engine after the other in every round, so that all have the same machine."""
    found = []
    for count in COUNTS:
        taken = {engine: _Runs([], [], []) for engine in ENGINES}
        for turn in range(runs):
            for engine, each in taken.items():
                if each.trouble or (turn and each.process[0] > LONG):
                    continue
                say(f"取組{count}件：{engine}（{turn + 1}／{runs}）")
                _draw(engine, count, folder / f"{engine}.pdf", each)
        papers = make_papers(count)
        floor = taken["canvas"].seconds
        for engine, each in taken.items():
            if each.trouble:
                found.append(Measured(engine, count, trouble=each.trouble))
                continue
            # round by round, so that a round on a busy machine weighs both sides
            ratio = median(own / bare for own, bare in zip(each.seconds, floor, strict=False))
            found.append(
                Measured(
                    engine,
                    count,
                    median(each.seconds),
                    median(each.process),
                    median(each.memory) if each.memory else None,
                    ratio,
                    check(folder / f"{engine}.pdf", papers),
                )
            )
    return found


def _draw(engine: str, count: int, file: Path, runs: _Runs) -> None:
    begun = perf_counter()
    command = [sys.executable, "-m", "tests.bench.papers.one", engine, str(count), str(file)]
    try:
        done = subprocess.run(command, capture_output=True, encoding="utf-8", timeout=PATIENCE, check=False)
    except subprocess.TimeoutExpired:
        runs.trouble = f"{PATIENCE}秒で終わらない"
        return
    if done.returncode:
        runs.trouble = (done.stderr.strip().splitlines() or ["?"])[-1][:120]
        return
    told = json.loads(done.stdout.strip().splitlines()[-1])
    runs.process.append(perf_counter() - begun)
    runs.seconds.append(told["seconds"])
    if told["memory"] is not None:
        runs.memory.append(told["memory"])

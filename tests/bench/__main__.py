"""Measure: ``python -m tests.bench [--units N] [--cycles N] [--json FILE]``."""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
from dataclasses import asdict
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from tests.bench.desk_busy import GOAL, measure
from tests.bench.large_town import make_town


def main(arguments: list[str]) -> int:
    """Make the town, do everything, print the table; 0 whether or not the goal is met: a measure is no test."""
    parser = argparse.ArgumentParser(prog="bench", description="窓が答えない時間をはかる")
    parser.add_argument("--units", type=int, default=1_000, help="取組の数")
    parser.add_argument("--cycles", type=int, default=20, help="回の数")
    parser.add_argument("--json", metavar="FILE", help="結果をJSONでも書く")
    chosen = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        os.environ["DXDESK_HOME"] = folder
        database = Path(folder) / "town.db"
        make_town(database, chosen.units, chosen.cycles, lambda words: print(words, file=sys.stderr))
        found = measure(database, Path(folder))
    for each in found:
        mark = "　" if each.longest <= GOAL else ("開" if each.opening else "▲")
        print(f"{mark} {each.longest:7.1f} ms  {each.longest / GOAL:5.2f} ×  {each.name}")
    after = [each for each in found if not each.opening]
    within = sum(each.longest <= GOAL for each in after)
    print(f"{within}／{len(after)} within {GOAL:.0f} ms; longest {max(each.longest for each in after):.0f} ms")
    if chosen.json:
        Path(chosen.json).write_text(json.dumps([asdict(each) for each in found], ensure_ascii=False, indent=1))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

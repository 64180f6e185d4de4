"""Measure: ``python -m tests.bench [--units N] [--cycles N] [--runs N] [--pages …] [--files|--slides|--papers]``."""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from tests.bench import drafting, slide_change, taking_in
from tests.bench.desk_busy import GOAL, Stall, measure, medians
from tests.bench.first_paint import FIRST_PAINT_GOAL, first_paints
from tests.bench.large_town import make_town
from tests.bench.papers.measure import measure as measure_papers
from tests.bench.papers.table import show_papers


def main(arguments: list[str]) -> int:
    """Make the town, do everything, print the table; 0 whether or not the goal is met: a measure is no test."""
    parser = argparse.ArgumentParser(prog="bench", description="窓が答えない時間をはかる")
    parser.add_argument("--units", type=int, default=1_000, help="取組の数")
    parser.add_argument("--cycles", type=int, default=20, help="回の数")
    parser.add_argument("--runs", type=int, default=3, help="くり返す回数（中央値をとる）")
    parser.add_argument("--pages", default="", help="はかる画面（例 collect,liaison:entry）")
    parser.add_argument("--files", action="store_true", help="回答の取り込みだけをはかる")
    parser.add_argument("--slides", action="store_true", help="投影のスライドの切りかえだけをはかる")
    parser.add_argument("--papers", action="store_true", help="会議資料のような紙を、ほかの道具とならべてはかる")
    parser.add_argument("--town", metavar="FILE", help="つくってある町を使う")
    parser.add_argument("--json", metavar="FILE", help="結果をJSONでも書く")
    chosen = parser.parse_args(arguments)
    pages = [each for each in chosen.pages.split(",") if each]
    with tempfile.TemporaryDirectory() as folder:
        os.environ["DXDESK_HOME"] = folder
        if chosen.papers:
            papers = measure_papers(Path(folder), chosen.runs, lambda words: print(words, file=sys.stderr))
            show_papers(papers)
            write(chosen.json, {"papers": [asdict(each) for each in papers]})
            return 0
        changes = slide_change.measure(Path(folder)) if not pages and not chosen.files else []
        show_slide_changes(changes)
        if chosen.slides:
            write(chosen.json, {"slide_change": [asdict(each) for each in changes]})
            return 0
        taken = taking_in.measure(Path(folder), chosen.runs) if not pages else None
        if taken is not None:
            show_taking_in(taken)
        if chosen.files:
            write(chosen.json, {"taking_in": asdict(taken)} if taken else {})
            return 0
        database = Path(chosen.town or Path(folder) / "town.db")
        if not chosen.town:
            make_town(database, chosen.units, chosen.cycles, lambda words: print(words, file=sys.stderr))
        desk, bare = first_paints(database) if not pages else (0.0, 0.0)
        drafted = drafting.measure(database, Path(folder), chosen.runs) if not pages else None
        found = medians([measure(database, Path(folder), pages) for _ in range(chosen.runs)])
    show(found)
    if not pages:
        ratio, goal = desk / bare, FIRST_PAINT_GOAL
        print(f"最初の描画：{desk:.0f} ms、何もない窓 {bare:.0f} ms、{ratio:.2f} ×（目標 {goal} × まで）")
    if drafted is not None:
        mark = "　" if drafted <= drafting.GOAL else "▲"
        print(f"{mark} 会議録の案：{drafted * 1_000:.0f} ms（目標 {drafting.GOAL * 1_000:.0f} ms まで）")
    record = {
        "first_paint": {"desk": desk, "bare": bare},
        "stalls": [asdict(each) for each in found],
        "taking_in": asdict(taken) if taken else None,
        "draft_minutes": drafted,
        "slide_change": [asdict(each) for each in changes],
    }
    write(chosen.json, record)
    return 0


def write(file: str | None, record: Mapping[str, object]) -> None:
    """What was measured as JSON, where a file is named."""
    if file:
        Path(file).write_text(json.dumps(record, ensure_ascii=False, indent=1))


def show_slide_changes(changes: list[slide_change.SlideChange]) -> None:
    """From the key until it is painted, with a mark where the goal is missed."""
    goal, steps = slide_change.GOAL, slide_change.STEPS
    if changes:
        print(f"投影のスライドの切りかえ（{steps}回の半分・99%・いちばん長いもの、目標 99%が {goal:.0f} ms まで）")
    for each in changes:
        mark = "　" if each.most <= goal else "▲"
        print(f"{mark} {each.half:5.1f} {each.most:6.1f} {each.slowest:6.1f} ms  取組{each.units}件  {each.name}")


def show_taking_in(taken: taking_in.TakenIn) -> None:
    """The ratios to raw SQLite, with a mark where the goal is missed."""
    size, raw = f"{taking_in.REPLIES}件×{taking_in.RECORDS}", taken.raw * 1_000
    print(f"回答{size}の取り込み（SQLiteだけで同じ行を入れると {raw:.0f} ms）")
    for words, seconds, ratio, goal in (
        ("記録だけ", taken.merged, taken.merge_ratio, taking_in.MERGE_GOAL),
        ("ファイルを開いて確かめるところから", taken.whole, taken.whole_ratio, taking_in.WHOLE_GOAL),
    ):
        mark = "　" if ratio <= goal else "▲"
        print(f"{mark} {seconds * 1_000:7.0f} ms  {ratio:5.2f} ×（目標 {goal} × まで）  {words}")
    floor = "下限：開封、署名の確かめ、JSON、ハッシュと、同じ行"
    print(f"　 {taken.floor * 1_000:7.0f} ms  {taken.floor_ratio:5.2f} ×  {floor}")


def show(found: list[Stall]) -> None:
    """Every stall with its ratio to the goal and the window's own work in it, then plainly where the goal is missed."""
    print("止まった長さ・目標との比・窓の仕事の長さ（ほかのプログラムや読み書きを待った分をのぞく）")
    for each in found:
        mark, opening = "　" if each.longest <= GOAL else "▲", "（開く）" if each.opening else ""
        print(f"{mark} {each.longest:7.1f} ms  {each.longest / GOAL:5.2f} ×  {each.own:6.1f} ms  {each.name}{opening}")
    missed = [each for each in found if each.longest > GOAL]
    alone = sum(each.own <= GOAL for each in found)
    print(f"{GOAL:.0f} ms以内：{len(found) - len(missed)}／{len(found)}、窓の仕事だけなら{alone}／{len(found)}")
    for each in sorted(missed, key=lambda stall: -stall.longest):
        print(f"目標に届いていません：{each.name} {each.longest:.0f} ms（窓の仕事 {each.own:.0f} ms）")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

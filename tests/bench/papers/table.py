"""The table of all engines as text, and where a goal is missed."""

from __future__ import annotations

from tests.bench.papers.measure import COUNTS, MEMORY_GOAL, RATIO_GOAL, Measured

NAMES = {
    "canvas": "reportlab canvas（下限）",
    "own": "dxdesk",
    "own-phrases": "dxdesk（文節で改行）",
    "platypus": "reportlab platypus",
    "typst": "typst",
    "fpdf2": "fpdf2",
    "weasyprint": "WeasyPrint",
}
_HEAD = "  秒（工程）  頁／秒     比   MiB      KB 行頭 行末        本文  書体（埋・部・対）"


def show_papers(found: list[Measured]) -> None:
    """One block for every number of initiatives, then plainly what is missed and how it grows."""
    for count in COUNTS:
        print(f"会議資料のような紙（取組{count}件）")
        print(_HEAD)
        for each in found:
            if each.initiatives == count:
                print(_row(each))
    for each in found:
        for line in missed(each):
            print(f"目標に届いていません：取組{each.initiatives}件 {NAMES[each.engine]} {line}")
    own = {each.initiatives: each for each in found if each.engine == "own" and each.found}
    if len(own) == len(COUNTS):
        per_page = "、".join(
            f"{count}件 {own[count].seconds / found_pages * 1_000:.2f} ms"
            for count in COUNTS
            if (found_pages := _pages(own[count]))
        )
        print(f"1頁あたり（dxdesk）：{per_page}")


def missed(each: Measured) -> list[str]:
    """What of the goals this program's engine misses; other engines have none."""
    if not each.engine.startswith("own") or each.found is None:
        return [f"はかれません（{each.trouble}）"] if each.engine.startswith("own") else []
    found, lines = each.found, []
    if each.ratio is not None and each.ratio > RATIO_GOAL:
        lines.append(f"{each.ratio:.2f} ×（目標 {RATIO_GOAL} × まで）")
    if each.memory is not None and each.memory > MEMORY_GOAL:
        lines.append(f"{each.memory:.0f} MiB（目標 {MEMORY_GOAL:.0f} MiB まで）")
    if found.bad_starts or found.bad_ends:
        lines.append(f"行頭{found.bad_starts}・行末{found.bad_ends}の禁則")
    if found.texts < found.wanted:
        lines.append(f"本文 {found.texts}／{found.wanted}")
    if not found.fonts == found.embedded == found.subset == found.mapped:
        lines.append("書体の埋め込み")
    return lines


def _pages(each: Measured) -> int:
    return each.found.pages if each.found else 0


def _row(each: Measured) -> str:
    name = NAMES[each.engine]
    if each.found is None:
        return f"　 {name}：はかれません（{each.trouble}）"
    mark = "▲" if missed(each) else "　"
    found = each.found
    memory = "    ―" if each.memory is None else f"{each.memory:5.0f}"
    ratio = "    ―" if each.ratio is None else f"{each.ratio:5.2f}"
    fonts = f"{found.fonts}（{found.embedded}・{found.subset}・{found.mapped}）"
    return (
        f"{mark} {each.seconds:6.2f}（{each.process:6.2f}） {found.pages / each.seconds:6.0f} {ratio} × {memory} "
        f"{found.size / 1024:7.0f} {found.bad_starts:4} {found.bad_ends:4} {found.texts:5}／{found.wanted:5}  "
        f"{fonts}  {name}"
    )

"""Commands that print and draw."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NoReturn

from dxdesk.cli.context import Context, Reply
from dxdesk.cli.meetings_shown import place_words
from dxdesk.cli.options import Commands, key_of
from dxdesk.cli.words import choices
from dxdesk.desk import now
from dxdesk.documents.page import Printed
from dxdesk.domain.cycles import Cycle
from dxdesk.domain.errors import Problem
from dxdesk.domain.printing import PrintKind, Wanted
from dxdesk.operations import printing
from dxdesk.operations.printing_documents import list_workbook, print_document
from dxdesk.store.output_files import write_file
from dxdesk.store.queries import board, cycles, finding, plans

LATER_KINDS = (
    "packet", "summary", "board", "script", "actions", "invitation", "inquiry", "reminder", "missing", "confirmation",
    "comparison", "change-notice", "glossary", "crosswalk", "reply-form",
)  # fmt: skip
LATER_SLIDES = ("roadmap", "trend", "actions", "readback", "agenda", "break", "blank")
CHECKLISTS: Mapping[PrintKind, str] = {"preparation": "会議準備", "submission": "提出前", "action": "取組実行", "handwriting": "手書き"}
LATER_CHECKLISTS = ("security", "year-end", "day", "survey")
SLIDES = ("board", "grid", "item")
OF_MEETINGS = ("minutes", "agenda")
WHOLE = ("list", *OF_MEETINGS)
VARIANTS: Mapping[str, PrintKind] = {"full": "minutes", "gist": "gist", "public": "public"}
WORKBOOKS = ("list",)


def add_commands(commands: Commands[argparse.ArgumentParser], shared: argparse.ArgumentParser) -> None:
    """print, draw."""
    each = commands.add_parser("print", help="文書をPDFにする（一覧表はExcelにも）", parents=[shared])
    each.add_argument("kind", metavar="文書", help="・".join(PRINTERS))
    each.add_argument("--out", required=True, metavar="F.pdf|F.xlsx", help="つくるファイル")
    each.add_argument("--initiative", metavar="番号", help="取組の番号")
    each.add_argument(
        "--meeting", metavar="会議", default=argparse.SUPPRESS, help="会議のid、日付、会議体（次第と会議録）"
    )
    each.add_argument("--type", dest="checklist", default="preparation", metavar="種類", help=choices(CHECKLISTS))
    each.add_argument(
        "--variant",
        default="full",
        choices=("full", "gist", "public"),
        help="会議録の版（full 全部・gist 概要・public 公表用）",
    )
    each.set_defaults(run=print_)
    each = commands.add_parser("draw", help="画面を絵にする", parents=[shared])
    each.add_argument("slide", metavar="画面", help="・".join(SLIDES))
    each.add_argument("--out", required=True, metavar="F.png", help="つくるファイル")
    each.add_argument("--size", default="1920x1080", metavar="幅x高さ", help="絵の大きさ（点）")
    each.add_argument("--initiative", metavar="番号", help="取組の番号")
    each.add_argument("--page", type=int, default=1, metavar="n", help="何ページ目か")
    each.add_argument("--scale", type=float, default=1.0, choices=(1.0, 1.15, 1.4), help="文字の大きさ")
    each.set_defaults(run=draw)


def _department(context: Context, chosen: argparse.Namespace) -> str | None:
    return context.desk.ask(finding.department, chosen.department).id if chosen.department else None


def _list(_context: Context, _chosen: argparse.Namespace) -> Wanted:
    return Wanted("list")


def _sheet(context: Context, chosen: argparse.Namespace) -> Wanted:
    return Wanted("sheet", department=_department(context, chosen), unit=chosen.initiative)


def _agenda(context: Context, _chosen: argparse.Namespace) -> Wanted:
    return Wanted("agenda", meeting=context.meeting().id)


def _minutes(context: Context, chosen: argparse.Namespace) -> Wanted:
    return Wanted(VARIANTS[chosen.variant], meeting=context.meeting().id)


def _checklist(context: Context, chosen: argparse.Namespace) -> Wanted:
    kind = chosen.checklist
    if kind in LATER_CHECKLISTS:
        _refuse_later(f"print checklist --type {kind}")
    kind = key_of(kind, CHECKLISTS, "print.unknown", "type")
    return Wanted(kind, department=_department(context, chosen), unit=chosen.initiative)


PRINTERS: Mapping[str, Callable[[Context, argparse.Namespace], Wanted]] = {
    "list": _list,
    "sheet": _sheet,
    "checklist": _checklist,
    "minutes": _minutes,
    "agenda": _agenda,
}
"""What is wanted by the word of the command."""


def _refuse_later(command: str) -> NoReturn:
    raise Problem("command.later", "command", {"command": command}, kind="rule")


def printed_record(printed: Printed, file: str) -> dict[str, object]:
    """A print as JSON: the file, its pages, and every character no font has."""
    missing = [
        {"character": each.character, "code_point": each.code_point, "where": each.where} for each in printed.missing
    ]
    return {"file": file, "pages": printed.pages, "missing_glyphs": missing}


def _cycle_of(context: Context, wanted: Wanted) -> Cycle:
    """The cycle of the meeting that is meant, else the one that is named."""
    if wanted.meeting is not None:
        return context.desk.ask(cycles.cycle, context.meeting().cycle)
    return context.cycle(only_open=False)


def print_(context: Context, chosen: argparse.Namespace) -> Reply:
    """One document as PDF, a list as a spreadsheet too."""
    if chosen.kind in LATER_KINDS:
        _refuse_later(f"print {chosen.kind}")
    if chosen.kind not in PRINTERS:
        raise Problem("print.unknown", "kind", {"text": chosen.kind, "choices": "、".join(PRINTERS)})
    suffix = Path(chosen.out).suffix.lower()
    workbook = suffix == ".xlsx" and chosen.kind in WORKBOOKS
    if suffix in (".docx", ".xlsx") and not workbook:
        _refuse_later(f"print {chosen.kind} --out *{suffix}")
    if suffix != ".pdf" and not workbook:
        raise Problem("print.suffix", "out", {"file": chosen.out})
    department = chosen.department and not context.desk.actor.departments
    if chosen.kind in WHOLE and (department or chosen.initiative):
        raise Problem("print.whole", "department" if department else "initiative", {"kind": chosen.kind})
    wanted = PRINTERS[chosen.kind](context, chosen)
    actor = context.desk.actor
    if workbook:
        content = context.desk.ask(list_workbook, context.cycle(only_open=False), actor, now())
        write_file(Path(chosen.out), content)
        record = {"file": chosen.out, "pages": None, "missing_glyphs": []}
        return Reply(record, f"Excelのファイルをつくりました：{chosen.out}")
    printed = context.desk.ask(print_document, _cycle_of(context, wanted), wanted, actor, now())
    write_file(Path(chosen.out), printed.pdf)
    warnings = [
        f"「{each.character}」（{each.code_point}）はどの書体にもありません：{each.where}" for each in printed.missing
    ]
    text = f"{printed.pages}ページのPDFをつくりました：{chosen.out}"
    if chosen.kind in OF_MEETINGS:
        text += f"（{place_words(context.meeting())}）"
    return Reply(printed_record(printed, chosen.out), text, warnings)


def _size(typed: str) -> tuple[int, int]:
    width, x, height = typed.lower().partition("x")
    if not (
        x and width.isdecimal() and height.isdecimal() and 320 <= int(width) <= 8000 and 240 <= int(height) <= 8000
    ):
        raise Problem("draw.size", "size", {"text": typed})
    return int(width), int(height)


def draw(context: Context, chosen: argparse.Namespace) -> Reply:
    """One slide as PNG, with what stands on it."""
    if chosen.slide in LATER_SLIDES:
        _refuse_later(f"draw {chosen.slide}")
    if chosen.slide not in SLIDES:
        raise Problem("draw.unknown", "slide", {"text": chosen.slide, "choices": "、".join(SLIDES)})
    if Path(chosen.out).suffix.lower() != ".png":
        raise Problem("draw.suffix", "out", {"file": chosen.out})
    width, height = _size(chosen.size)
    cycle = context.cycle(only_open=False)
    settings = context.desk.ask(plans.settings, cycle.settings_revision)[1]
    if chosen.slide == "item":
        if chosen.initiative is None:
            raise Problem("draw.initiative", "initiative")
        shown, item = context.desk.ask(printing.item_of, cycle, chosen.initiative)
    else:
        shown, item = context.desk.ask(board.board, cycle), None

    from dxdesk.ui.application import create_application
    from dxdesk.ui.audience.board_slide import board_pages
    from dxdesk.ui.audience.drawing import canvas_for
    from dxdesk.ui.audience.grid_slide import grid_pages
    from dxdesk.ui.audience.item_slide import item_pages
    from dxdesk.ui.audience.slides import description, place_of, png

    create_application([])
    canvas = canvas_for(width, height, chosen.scale)
    if item is not None:
        pages = item_pages(item, settings, canvas, place_of(shown, item.card.code))
    else:
        pages = (board_pages if chosen.slide == "board" else grid_pages)(shown, settings, canvas)
    if not 1 <= chosen.page <= len(pages):
        raise Problem("draw.page", "page", {"page": chosen.page, "pages": len(pages)})
    write_file(Path(chosen.out), png(pages[chosen.page - 1], width, height))
    record = description(pages, chosen.page, chosen.out, width, height)
    return Reply(record, f"画面を絵にしました（{chosen.page}／{len(pages)}）：{chosen.out}")

"""The command that draws a slide, and the slides it knows."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Final

from dxdesk.cli.context import Context, Reply, day
from dxdesk.cli.options import Commands, key_of
from dxdesk.cli.words import choices
from dxdesk.domain.audience import Audience, ReadBack, ReadBackAction
from dxdesk.domain.calendar import parse_clock
from dxdesk.domain.errors import Problem
from dxdesk.domain.meetings import Meeting, Result
from dxdesk.operations import printing
from dxdesk.operations.agenda import item_numbered
from dxdesk.operations.meeting_records import check_said
from dxdesk.store.output_files import write_file
from dxdesk.store.queries import audience, cycles, finding
from dxdesk.wording.meeting import RESULT_WORDS

SLIDES: Final = {
    "board": "ボード", "grid": "マス目", "item": "取組", "roadmap": "道のり", "trend": "推移", "actions": "宿題",
    "readback": "決定の確認", "agenda": "次第", "break": "休憩", "blank": "白",
}  # fmt: skip
"""What there is to draw, by the words of the command and by those of the screen."""

_SCALE_HELP: Final = "文字の大きさ（1.0 標準、1.15 大、1.4 特大）"


def add_commands(commands: Commands[argparse.ArgumentParser], shared: argparse.ArgumentParser) -> None:
    """draw."""
    each = commands.add_parser("draw", help="画面を絵にする", parents=[shared])
    each.add_argument("slide", metavar="画面", help=choices(SLIDES))
    each.add_argument("--out", required=True, metavar="F.png", help="つくるファイル")
    each.add_argument("--size", default="1920x1080", metavar="幅x高さ", help="絵の大きさ（省くと 1920x1080）")
    each.add_argument("--initiative", metavar="番号", help="取組の番号（取組の画面では必ず書く）")
    each.add_argument(
        "--meeting", metavar="会議", default=argparse.SUPPRESS, help="会議のid、日付、会議体（省くと最新の会議）"
    )
    each.add_argument(
        "--page", type=int, metavar="n", help="何ページ目か（省くと1ページ目、次第ではいまの議題のページ）"
    )
    each.add_argument("--scale", type=float, default=1.0, choices=(1.0, 1.15, 1.4), help=_SCALE_HELP)
    each.add_argument("--item", type=int, metavar="議題", help="いまの議題の番号（次第と決定の確認）")
    each.add_argument("--until", metavar="14:50", help="いつまでか（休憩）")
    words = each.add_argument_group("決定の確認に映す文（省くと、会議で最後に記した決定）")
    words.add_argument("--text", metavar="文", help="決定の文")
    words.add_argument("--result", metavar="結果", help=choices(RESULT_WORDS))
    words.add_argument("--action", action="append", default=[], metavar="文", help="宿題の文（いくつでも）")
    words.add_argument("--due", default="next", metavar="日|next", help="宿題の期限の日、または next（次回会議）")
    each.set_defaults(run=draw)


def read_size(typed: str) -> tuple[int, int]:
    """A size as 1920x1080. Raises Problem."""
    width, x, height = typed.lower().partition("x")
    if not (
        x and width.isdecimal() and height.isdecimal() and 320 <= int(width) <= 8000 and 240 <= int(height) <= 8000
    ):
        raise Problem("draw.size", "size", {"text": typed})
    return int(width), int(height)


def draw(context: Context, chosen: argparse.Namespace) -> Reply:
    """One slide as PNG, with what stands on it."""
    chosen.slide = key_of(chosen.slide, SLIDES, "draw.unknown", "slide")
    if Path(chosen.out).suffix.lower() != ".png":
        raise Problem("draw.suffix", "out", {"file": chosen.out})
    if chosen.slide != "readback" and chosen.department and not context.desk.actor.departments:
        raise Problem("print.whole", "department", {"kind": chosen.slide})
    if chosen.slide == "item" and chosen.initiative is None:
        raise Problem("draw.initiative", "initiative")
    page, picture, record = _draw_page(context, chosen, *read_size(chosen.size))
    write_file(Path(chosen.out), picture)
    return Reply(record, f"画面を絵にしました（{page}／{record['pages']}）：{chosen.out}")


def _shown(context: Context, chosen: argparse.Namespace) -> Audience:
    """What the meeting that is meant sees; with the words to be read back where they are shown."""
    desk = context.desk
    if chosen.slide != "readback" and not getattr(chosen, "meeting", None):
        shown = desk.ask(audience.audience, context.cycle(only_open=False))
    else:
        held = context.meeting()
        shown = desk.ask(audience.audience, desk.ask(cycles.cycle, held.cycle), held.id)
        if chosen.slide == "readback":
            shown = replace(shown, read_back=_read_back(context, chosen, held))
    if chosen.slide == "item":
        chosen.initiative = desk.ask(printing.item_of, shown.cycle, chosen.initiative)[1].card.code
    return shown


def _read_back(context: Context, chosen: argparse.Namespace, held: Meeting) -> ReadBack:
    """The words that were given, else the decision that was recorded last."""
    if chosen.text is None and not chosen.action:
        found = context.desk.ask(audience.last_decision, held)
        if found is None:
            raise Problem("draw.nothing_decided", "text", kind="rule")
        return found
    result: Result | None = (
        key_of(chosen.result, RESULT_WORDS, "result.unknown", "result") if chosen.result is not None else None
    )
    due: date | None = None if chosen.due == "next" else day(chosen.due, "due")
    names = context.listed(chosen.department) if chosen.department else []
    owners = tuple(context.desk.ask(finding.department, name).name for name in names)
    actions = tuple(ReadBackAction(check_said(each), owners, due) for each in chosen.action)
    item = context.desk.ask(item_numbered, held, chosen.item).number if chosen.item is not None else 0
    return ReadBack(item, check_said(chosen.text) if chosen.text is not None else "", result, actions)


def _draw_page(
    context: Context, chosen: argparse.Namespace, width: int, height: int
) -> tuple[int, bytes, dict[str, object]]:
    """The number of the page that is asked for, its picture, and what stands on it."""
    from dxdesk.ui.application import create_application
    from dxdesk.ui.audience.agenda_slide import page_of_current
    from dxdesk.ui.audience.board_slide import board_pages
    from dxdesk.ui.audience.drawing import Page, canvas_for
    from dxdesk.ui.audience.grid_slide import grid_pages
    from dxdesk.ui.audience.slides import description, png
    from dxdesk.ui.board.course import Position, Sight

    shown = _shown(context, chosen)
    if chosen.slide == "agenda" and chosen.item not in (None, *(each.number for each in shown.agenda)):
        near = "、".join(f"{each.number} {each.title}" for each in shown.agenda) or "（なし）"
        raise Problem("agenda.unknown", "item", {"text": chosen.item, "near": near})
    create_application([])
    canvas = canvas_for(width, height, chosen.scale)
    either: Mapping[str, Callable[..., Sequence[Page]]] = {"board": board_pages, "grid": grid_pages}
    if chosen.slide in either:
        pages = either[chosen.slide](shown.board, shown.settings, canvas)
    else:
        until = parse_clock(chosen.until, "until") if chosen.until else ""
        position = Position(view=chosen.slide, item=chosen.item, until=until)
        if chosen.slide == "item":
            position = Position(code=chosen.initiative)
        pages = Sight(shown, position, canvas).pages
    usual = page_of_current(pages) + 1 if chosen.slide == "agenda" else 1
    page = usual if chosen.page is None else chosen.page
    if not 1 <= page <= len(pages):
        raise Problem("draw.page", "page", {"page": page, "pages": len(pages)})
    return page, png(pages[page - 1], width, height), description(pages, page, chosen.out, width, height)

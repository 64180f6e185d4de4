"""The command that draws a slide, and the slides it knows."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from dxdesk.cli.context import Context, Reply
from dxdesk.cli.options import Commands
from dxdesk.domain.errors import Problem
from dxdesk.operations import printing
from dxdesk.store.output_files import write_file
from dxdesk.store.queries import audience, board, plans

SLIDES = ("board", "grid", "item", "roadmap", "trend")
LATER_SLIDES = ("actions", "readback", "agenda", "break", "blank")


def add_commands(commands: Commands[argparse.ArgumentParser], shared: argparse.ArgumentParser) -> None:
    """draw."""
    each = commands.add_parser("draw", help="画面を絵にする", parents=[shared])
    each.add_argument("slide", metavar="画面", help="・".join(SLIDES))
    each.add_argument("--out", required=True, metavar="F.png", help="つくるファイル")
    each.add_argument("--size", default="1920x1080", metavar="幅x高さ", help="絵の大きさ（点）")
    each.add_argument("--initiative", metavar="番号", help="取組の番号")
    each.add_argument("--page", type=int, default=1, metavar="n", help="何ページ目か")
    each.add_argument("--scale", type=float, default=1.0, choices=(1.0, 1.15, 1.4), help="文字の大きさ")
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
    if chosen.slide in LATER_SLIDES:
        raise Problem("command.later", "command", {"command": f"draw {chosen.slide}"}, kind="rule")
    if chosen.slide not in SLIDES:
        raise Problem("draw.unknown", "slide", {"text": chosen.slide, "choices": "、".join(SLIDES)})
    if Path(chosen.out).suffix.lower() != ".png":
        raise Problem("draw.suffix", "out", {"file": chosen.out})
    if chosen.slide == "item" and chosen.initiative is None:
        raise Problem("draw.initiative", "initiative")
    picture, record = _draw_page(context, chosen, *read_size(chosen.size))
    write_file(Path(chosen.out), picture)
    return Reply(record, f"画面を絵にしました（{chosen.page}／{record['pages']}）：{chosen.out}")


def _draw_page(
    context: Context, chosen: argparse.Namespace, width: int, height: int
) -> tuple[bytes, dict[str, object]]:
    """The picture of the page that is asked for, and what stands on it."""
    from dxdesk.ui.application import create_application
    from dxdesk.ui.audience.board_slide import board_pages
    from dxdesk.ui.audience.drawing import Page, canvas_for
    from dxdesk.ui.audience.grid_slide import grid_pages
    from dxdesk.ui.audience.item_slide import item_pages
    from dxdesk.ui.audience.roadmap_slide import roadmap_pages
    from dxdesk.ui.audience.slides import description, place_of, png
    from dxdesk.ui.audience.trend_slide import trend_pages

    desk, cycle = context.desk, context.cycle(only_open=False)
    settings = desk.ask(plans.settings, cycle.settings_revision)[1]
    create_application([])
    canvas = canvas_for(width, height, chosen.scale)
    pages: Sequence[Page]
    if chosen.slide == "item":
        shown, item = desk.ask(printing.item_of, cycle, chosen.initiative)
        pages = item_pages(item, settings, canvas, place_of(shown, item.card.code))
    elif chosen.slide in ("board", "grid"):
        shown = desk.ask(board.board, cycle)
        pages = (board_pages if chosen.slide == "board" else grid_pages)(shown, settings, canvas)
    else:
        shown = desk.ask(board.board, cycle)
        trend, roadmap = desk.ask(audience.trend, cycle, shown), desk.ask(audience.roadmap, cycle, shown)
        if chosen.slide == "trend":
            pages = trend_pages(shown, trend, settings, canvas)
        else:
            pages = roadmap_pages(shown, trend, roadmap, settings, canvas)
    if not 1 <= chosen.page <= len(pages):
        raise Problem("draw.page", "page", {"page": chosen.page, "pages": len(pages)})
    record = description(pages, chosen.page, chosen.out, width, height)
    return png(pages[chosen.page - 1], width, height), record

"""The commands about 主な動き of 総括."""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from dataclasses import replace
from typing import Final, cast

from dxdesk.cli.context import Context, Reply
from dxdesk.cli.options import SEPARATORS, Commands, key_of
from dxdesk.cli.words import choices
from dxdesk.domain.cycles import Cycle
from dxdesk.domain.errors import Problem
from dxdesk.domain.movements import MovementEdit, MovementPart
from dxdesk.operations.movements import write_movements
from dxdesk.operations.printing_movements import Movements, changed_movements, movements
from dxdesk.wording.movements import HEAD, NOTHING_CHANGED, SAVED, paragraph_words, stale_words

PARTS: Final[Mapping[MovementPart, str]] = {
    "advanced": "進んだもの",
    "late": "遅れているもの",
    "watched": "注意するもの",
    "actions": "前回の宿題",
}


def add_commands(commands: Commands[argparse.ArgumentParser], shared: argparse.ArgumentParser) -> None:
    """movements."""
    verbs = commands.add_parser("movements", help="総括の主な動きを見る・直す", parents=[shared]).add_subparsers(
        metavar="操作", required=True
    )
    verbs.add_parser("show", help="主な動きの段落", parents=[shared]).set_defaults(run=show)
    each = verbs.add_parser("write", help="主な動きの段落を直す・載せない・並べかえる", parents=[shared])
    each.add_argument("--part", metavar="段落", help=choices(PARTS))
    how = each.add_mutually_exclusive_group()
    how.add_argument("--text", metavar="文", help="自動の文のかわりに印刷する文")
    how.add_argument("--automatic", action="store_true", help="自動の文に戻す")
    how.add_argument("--leave-out", action="store_true", help="印刷しない")
    how.add_argument("--put-in", action="store_true", help="また印刷する")
    how.add_argument("--keep", action="store_true", help="回答が変わったが、このままでよい")
    each.add_argument("--order", metavar="段落,…", help="印刷する順（名前のない段落はあとに続く）")
    each.set_defaults(run=write)


def _part(typed: str, place: str) -> MovementPart:
    return key_of(typed, PARTS, "movement.part", place)


def show(context: Context, _chosen: argparse.Namespace) -> Reply:
    """The paragraphs in their order, each with whose words it has."""
    found = context.desk.ask(movements, context.cycle(only_open=False))
    lines = []
    for each in found.paragraphs:
        lines.append(f"【{paragraph_words(each.label, own=each.own is not None, left_out=each.left_out)}】")
        lines += [stale_words(each.stale)] if each.stale else []
        lines.append(each.text)
    return Reply(_record(found), "\n".join(lines))


def _record(found: Movements) -> list[dict[str, object]]:
    return [
        {
            "part": each.part,
            "label": each.label,
            "text": each.text,
            "automatic": each.automatic,
            "own": each.own is not None,
            "left_out": each.left_out,
            "changed_since": list(each.stale),
        }
        for each in found.paragraphs
    ]


def write(context: Context, chosen: argparse.Namespace) -> Reply:
    """One paragraph in own words, left out or as it was; another order."""
    cycle = context.cycle()
    before = context.desk.ask(movements, cycle)
    wish, looked_at = before.edit, frozenset[MovementPart]()
    about = chosen.text is not None or chosen.automatic or chosen.leave_out or chosen.put_in or chosen.keep
    if about != bool(chosen.part) or not (about or chosen.order):
        raise Problem("movement.which", "part")
    if chosen.part:
        part = _part(chosen.part, "part")
        wish = _changed(wish, part, chosen)
        looked_at = frozenset({part}) if chosen.keep else looked_at
    if chosen.order:
        wish = replace(wish, order=tuple(_part(each, "order") for each in SEPARATORS.split(chosen.order)))
    context.desk.do(write_movements, cycle, wish, looked_at)
    found = context.desk.ask(movements, cycle)
    return Reply(_record(found), SAVED if found.edit != before.edit else NOTHING_CHANGED)


def _changed(wish: MovementEdit, part: MovementPart, chosen: argparse.Namespace) -> MovementEdit:
    if chosen.text is not None:
        return replace(wish, texts={**wish.texts, part: chosen.text}, left_out=wish.left_out - {part})
    if chosen.automatic:
        return replace(wish, texts={each: text for each, text in wish.texts.items() if each != part})
    if chosen.leave_out or chosen.put_in:
        return replace(wish, left_out=wish.left_out | {part} if chosen.leave_out else wish.left_out - {part})
    return wish


def with_stale(context: Context, cycle: Cycle, reply: Reply) -> Reply:
    """What is said of a print of 総括, with what of 主な動き in own words, or left out, is older than the answers: for
    the secretariat, who writes it."""
    stale: list[str] = []
    if context.desk.actor.role == "secretariat":
        changed = context.desk.ask(changed_movements, cycle)
        stale = [f"{HEAD}「{each.label}」：{stale_words(each.stale)}" for each in changed if each.stale]
    value = {**cast("Mapping[str, object]", reply.value), "warnings": stale}
    return replace(reply, value=value, warnings=(*reply.warnings, *stale))

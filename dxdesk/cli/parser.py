"""The commands and their options. Options common to all may stand before or after the command."""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from functools import cache
from typing import Any, NoReturn

from dxdesk.cli import (
    associate,
    cycles,
    demo,
    departments,
    directions,
    exchange,
    gallery,
    meetings,
    movements,
    papers,
    plans,
    replies,
    slides,
    taking_in,
    upkeep,
)  # fmt: skip
from dxdesk.cli.options import Parser, common
from dxdesk.domain.errors import Problem
from dxdesk.domain.permissions import ACTOR_ROLES, OWN_DEPARTMENT_ROLES

LATER: Mapping[str, str | None] = {"export": None, "bench": "窓が答えない時間をはかる（開発用の一式で）"}
"""Commands that are refused here, with what is said of those that can be used elsewhere."""


_OF_A_DEPARTMENT = (
    replies.record, replies.hand_in, replies.withdraw, replies.confirm, replies.accept, replies.return_,
    replies.settle, exchange.inquire, cycles.missing, papers.print_, departments.member_add,
    slides.draw,
)  # fmt: skip
"""The commands that ``--department`` says more about than for whom one acts."""


@cache
def build_parser() -> argparse.ArgumentParser:
    """The whole command line; parsing leaves it as it is, so that one serves every command of a process."""
    shared = common()
    parser: argparse.ArgumentParser = Parser(
        prog="main.py", description="町のDX計画を回ごとに点検する道具です。", parents=[shared]
    )
    commands = parser.add_subparsers(title="コマンド", metavar="コマンド", required=True)
    rooms = (
        plans,
        departments,
        directions,
        cycles,
        replies,
        exchange,
        taking_in,
        meetings,
        movements,
        papers,
        slides,
        demo,
        gallery,
        upkeep,
        associate,
    )
    for room in rooms:
        room.add_commands(commands, shared)
    for name, words in LATER.items():
        listed: dict[str, Any] = {"help": words} if words else {}  # without a help text it is not listed
        each = commands.add_parser(name, parents=[shared], **listed)
        each.set_defaults(run=_later, command_name=name)
    return parser


def parse(arguments: list[str]) -> argparse.Namespace:
    """The chosen command. What follows one that comes later is not looked at."""
    parser = build_parser()
    chosen, rest = parser.parse_known_args(arguments)
    if rest and chosen.run is not _later:
        parser.error(f"unrecognized arguments: {' '.join(rest)}")
    chosen.department = getattr(chosen, "department", None)
    if chosen.department and chosen.run not in (*_OF_A_DEPARTMENT, _later) and not _acts_for_one(chosen):
        parser.error("unrecognized arguments: --department")
    return chosen


def _acts_for_one(chosen: argparse.Namespace) -> bool:
    typed = getattr(chosen, "role", None)
    return any(typed in (role, ACTOR_ROLES[role]) for role in OWN_DEPARTMENT_ROLES)


def _later(_context: object, chosen: argparse.Namespace) -> NoReturn:
    raise Problem("command.later", "command", {"command": chosen.command_name}, kind="rule")

"""The commands and their options. Options common to all may stand before or after the command."""

from __future__ import annotations

import argparse
from typing import NoReturn

from dxdesk.cli import cycles, demo, meetings, papers, plans, replies, upkeep
from dxdesk.cli.options import Parser, common
from dxdesk.domain.errors import Problem

LATER = ("inquire", "answer", "take-in", "view", "bench")


def build_parser() -> argparse.ArgumentParser:
    """The whole command line."""
    shared = common()
    parser: argparse.ArgumentParser = Parser(
        prog="main.py", description="町のDX計画を回ごとに点検する道具です。", parents=[shared]
    )
    commands = parser.add_subparsers(title="コマンド", metavar="コマンド", required=True)
    for room in (plans, cycles, replies, meetings, papers, demo, upkeep):
        room.add_commands(commands, shared)
    for name in LATER:
        commands.add_parser(name, help="次の版から使えます").set_defaults(run=_later, command_name=name)
    return parser


def parse(arguments: list[str]) -> argparse.Namespace:
    """The chosen command. What follows one that comes later is not looked at."""
    parser = build_parser()
    chosen, rest = parser.parse_known_args(arguments)
    if rest and chosen.run is not _later:
        parser.error(f"unrecognized arguments: {' '.join(rest)}")
    return chosen


def _later(_context: object, chosen: argparse.Namespace) -> NoReturn:
    raise Problem("command.later", "command", {"command": chosen.command_name}, kind="rule")

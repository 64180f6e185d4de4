"""The commands and their options. Options common to all may stand before or after the command."""

from __future__ import annotations

import argparse
from typing import NoReturn

from dxdesk.cli import cycles, meetings, papers, plans, replies, upkeep
from dxdesk.domain.errors import Problem

LATER = ("inquire", "answer", "take-in", "view", "bench")


class Parser(argparse.ArgumentParser):
    """argparse with its few sentences in Japanese."""

    def error(self, message: str) -> NoReturn:
        self.exit(2, f"指定が足りないか、合いません（{message}）。\n{self.format_usage()}")


def common() -> argparse.ArgumentParser:
    """The options of every command; nothing is set where they are absent, so either place works."""
    parser = Parser(add_help=False, argument_default=argparse.SUPPRESS)
    group = parser.add_argument_group("共通の指定")
    group.add_argument("--database", metavar="F", help="データベースのファイル、または postgresql+psycopg://… の場所")
    group.add_argument("--json", action="store_true", help="JSONで答える")
    group.add_argument(
        "--as", dest="role", metavar="ROLE", help="liaison 担当・head 課長・secretariat 事務局・chair 委員長・reader"
    )
    group.add_argument("--name", dest="actor_name", metavar="N", help="操作する方の名前")
    group.add_argument("--cycle", metavar="回", help="回の名前かid（省くと開いている最新の回）")
    return parser


def build_parser() -> argparse.ArgumentParser:
    """The whole command line."""
    shared = common()
    parser: argparse.ArgumentParser = Parser(
        prog="main.py", description="町のDX計画を回ごとに点検する道具です。", parents=[shared]
    )
    commands = parser.add_subparsers(title="コマンド", metavar="コマンド", required=True)
    for room in (plans, cycles, replies, meetings, papers, upkeep):
        room.add_commands(commands, shared)
    for name in LATER:
        later = commands.add_parser(name, help="次の版から使えます", parents=[shared])
        later.add_argument("rest", nargs=argparse.REMAINDER)
        later.set_defaults(run=_later, command_name=name)
    return parser


def _later(_context: object, chosen: argparse.Namespace) -> NoReturn:
    raise Problem("command.later", "command", {"command": chosen.command_name}, kind="rule")

"""``associate``: what a double click on a file that travels starts."""

from __future__ import annotations

import argparse

from dxdesk import file_types
from dxdesk.cli.context import Context, Reply
from dxdesk.cli.options import Commands
from dxdesk.wording.file_types import NOT_HERE, STILL_OTHERS, TIED, UNTIED, not_told


def add_commands(commands: Commands[argparse.ArgumentParser], shared: argparse.ArgumentParser) -> None:
    """associate."""
    words = "dxdeskのファイル（.dxd）を、2回続けて押して開くようにする"
    about = f"{words}。使っている方だけの設定です。管理者の許可も、データベースもいりません。"
    each = commands.add_parser("associate", help=words, description=about, parents=[shared])
    each.add_argument("--remove", action="store_true", help="2回続けて押して開くのをやめて、元に戻す")
    each.set_defaults(run=associate)


def associate(_context: Context, chosen: argparse.Namespace) -> Reply:
    """Tie the files to this program, or undo it. Asked for in so many words, it takes them over from another one.
    Raises StoreUnavailable."""
    if file_types.standing() is None:
        return Reply({"standing": None, "missing": []}, NOT_HERE, code=1)
    missing = file_types.untie() if chosen.remove else file_types.tie()
    standing = file_types.standing()
    warnings = [not_told(missing)] if missing else []
    done = chosen.remove or standing == "ours"
    text = UNTIED if chosen.remove else TIED if done else STILL_OTHERS
    return Reply({"standing": standing, "missing": list(missing)}, text, warnings, 0 if done else 1)

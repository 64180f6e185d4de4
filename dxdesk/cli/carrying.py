"""Commands of 会議の持ち出し and 持ち帰り."""

from __future__ import annotations

import argparse
from datetime import datetime
from pathlib import Path
from socket import gethostname

from dxdesk.cli.context import Context, Reply, done
from dxdesk.cli.options import Commands
from dxdesk.domain.errors import rule
from dxdesk.domain.text import check_text
from dxdesk.operations import carrying
from dxdesk.store.carrying import taking_along
from dxdesk.wording.carrying import NOTHING_DONE, done_words


def add_commands(verbs: Commands[argparse.ArgumentParser], shared: argparse.ArgumentParser) -> None:
    """meeting carry-out, carry-in, carry-cancel."""
    each = verbs.add_parser("carry-out", help="会議を別のPCへ持ち出す", parents=[shared])
    each.add_argument("--out", required=True, metavar="F", help="持ち出すファイル（.db、まだないもの）")
    each.set_defaults(run=carry_out)
    each = verbs.add_parser("carry-in", help="持ち出した会議を持ち帰る", parents=[shared])
    each.add_argument("file", metavar="F", help="持ち帰ったファイル")
    each.set_defaults(run=carry_in)
    each = verbs.add_parser("carry-cancel", help="持ち出しをやめる", parents=[shared])
    each.add_argument("--reason", required=True, metavar="理由", help="やめる理由（1文）")
    each.set_defaults(run=carry_cancel)


def carry_out(context: Context, chosen: argparse.Namespace) -> Reply:
    """A copy in which work goes on."""
    place = Path(check_text(chosen.out, "out", lines=1)).absolute()
    desk = context.desk
    if desk.database.path is None:
        raise rule("carry.server", "database")
    with taking_along(place) as part:
        outcome = desk.do(carrying.carry_out, desk.database.path, part, place, gethostname())
    return done(
        outcome, f"持ち出しました：{place}\nもとのデータベースは、持ち帰るまで見るだけです。", {"file": str(place)}
    )


def carry_in(context: Context, chosen: argparse.Namespace) -> Reply:
    """A returned copy in the place of the original."""
    if context.backups is None:
        raise rule("carry.server", "database")
    found = carrying.carry_in(
        context.actor_without_database(),
        Path(chosen.file),
        Path(context.target),
        datetime.now().astimezone(),
        context.backups,
    )
    value = {"file": context.target, "kept": str(found.kept), "operations": found.brought.operations}
    told = done_words(found.brought.operations, found.brought.last)
    text = f"持ち帰りました：{context.target}\n{told}\nもとのものは {found.kept} にあります。"
    return Reply(value, text, () if found.brought.operations else (NOTHING_DONE,))


def carry_cancel(context: Context, chosen: argparse.Namespace) -> Reply:
    """Work goes on in the original."""
    desk = context.desk
    with desk.database.despite_carrying():
        outcome = desk.do(carrying.give_up, chosen.reason)
    return done(outcome, "持ち出しをやめました。もとのデータベースを、また使えます。")

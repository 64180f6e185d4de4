"""What ``print`` says about 催促文: until when it asks, and that it went out."""

from __future__ import annotations

import argparse

from dxdesk.cli.context import Context
from dxdesk.desk import now
from dxdesk.domain.errors import Problem
from dxdesk.domain.printing import Wanted
from dxdesk.operations.printing_letters import reminders
from dxdesk.operations.reminding import remind

REMINDER = "reminder"
KEPT = "今日を催促した日として記録しました：{names}"
KNOWN = "催促した日は、今日すでに記録してあります。"


def add_choices(each: argparse.ArgumentParser) -> None:
    """The words of ``print`` that only 催促文 takes."""
    each.add_argument("--due", metavar="日", help="催促文で示す提出期限")
    each.add_argument(
        "--sent", action="store_true", help="催促文を今日送ったと記録する（一覧表・総括・未回答一覧に出る）"
    )


def check_choices(chosen: argparse.Namespace, name: str) -> None:
    """Raises Problem (remind.only) where another document, ``name``, is to be kept as sent."""
    if chosen.kind != REMINDER and chosen.sent:
        raise Problem("remind.only", "kind", {"kind": name})


def keep(context: Context, wanted: Wanted, *, mail: bool) -> str:
    """Keeps that the departments of a 催促文 were reminded today, and says so. Raises Problem."""
    cycle, desk = context.cycle(only_open=False), context.desk
    found = desk.ask(reminders, cycle, desk.actor, now())
    owing = [each for each, asked in found.departments.items() if asked.owed and wanted.department in (None, each)]
    kept = desk.do(remind, cycle, owing, due=found.deadline(wanted.due), way="mail" if mail else "paper")
    return KEPT.format(names=kept.subject) if kept.id else KNOWN

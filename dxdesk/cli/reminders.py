"""What ``print`` says about 照会文 and 催促文: until when they ask, and that 催促文 went out."""

from __future__ import annotations

import argparse
from dataclasses import replace

from dxdesk.cli.context import Context, Reply
from dxdesk.desk import now
from dxdesk.domain.cycles import Cycle
from dxdesk.domain.errors import Problem
from dxdesk.domain.printing import Wanted
from dxdesk.operations.correspondence import deadline_over, reminders
from dxdesk.operations.reminding import remind
from dxdesk.store.queries import plans
from dxdesk.wording.printing import BEFORE_FIRST_DUE, deadline_over_words

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


def with_doubts(context: Context, cycle: Cycle, wanted: Wanted, reply: Reply) -> Reply:
    """The reply, warning of a deadline that is over on the day of the letter, or earlier than that of 照会文."""
    over = context.desk.ask(deadline_over, cycle, wanted, now())
    if over is None:
        early = wanted.kind == REMINDER and wanted.due is not None and wanted.due < cycle.due
        return replace(reply, warnings=[*reply.warnings, BEFORE_FIRST_DUE]) if early else reply
    settings = context.desk.ask(plans.settings, cycle.settings_revision)[1]
    return replace(reply, warnings=[*reply.warnings, deadline_over_words(settings.paper.plain_date(over))])


def keep(context: Context, wanted: Wanted, *, mail: bool) -> str:
    """Keeps that the departments of a 催促文 were reminded today, and says so. Raises Problem."""
    cycle, desk = context.cycle(only_open=False), context.desk
    found = desk.ask(reminders, cycle, desk.actor, now())
    owing = [each for each, asked in found.departments.items() if asked.owed and wanted.department in (None, each)]
    kept = desk.do(remind, cycle, owing, due=found.deadline(wanted.due), way="mail" if mail else "paper")
    return KEPT.format(names=kept.subject) if kept.id else KNOWN

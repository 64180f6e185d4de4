"""What ``print`` makes: the documents by their names, and what is wanted of each."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping
from datetime import datetime

from dxdesk.cli import packets
from dxdesk.cli.context import Context
from dxdesk.cli.options import key_of
from dxdesk.desk import now
from dxdesk.domain.calendar import parse_date
from dxdesk.domain.errors import Problem
from dxdesk.domain.printing import OF_CYCLE, PrintKind, Wanted
from dxdesk.preferences import exchange_folder_of
from dxdesk.store.queries import finding

REPLY_FORM = "reply-form"
PAPERS: Mapping[str, str] = {
    "packet": "会議資料一式",
    "list": "進捗一覧表",
    "sheet": "個票",
    "actions": "宿題一覧",
    "summary": "総括",
    "schedule": "工程表",
    "indicators": "指標一覧",
    "directions": "方向性・予算要求一覧",
    "crosswalk": "国の項目との対応表",
    "glossary": "用語集",
    "guidance": "記入要領",
    "board": "ボード",
    "checklist": "点検表",
    "minutes": "会議録",
    "agenda": "次第",
    "approval": "伺い",
    "invitation": "開催通知",
    "circulation": "供覧",
    "script": "進行台本",
    "inquiry": "照会文",
    "reminder": "催促文",
    "missing": "未回答一覧",
    "confirmation": "確認票",
    "change-notice": "変更通知",
    "comparison": "新旧対照表",
    REPLY_FORM: "回答票",
}
"""The documents by their keys, with the names that people say for them."""
CHECKLISTS: Mapping[PrintKind, str] = {
    "preparation": "会議準備",
    "submission": "提出前",
    "action": "取組実行",
    "security": "情報セキュリティ",
    "year-end": "年度末",
    "day": "会議当日",
    "survey": "国の調査",
    "handwriting": "手書き",
}
OF_MEETINGS = ("approval", "invitation", "circulation", "packet", "minutes", "agenda", "script")
_WHOLE = ("change-notice", "comparison", "list", "board", *OF_CYCLE, "missing", *OF_MEETINGS)
"""Neither of a department nor of a unit alone."""

_WITHOUT_UNITS = ("actions", "inquiry", "reminder", "missing", "confirmation")
"""Not of a unit alone."""

VARIANTS: Mapping[str, PrintKind] = {
    "full": "minutes", "abstract": "abstract", "gist": "gist", "public": "public",
}  # fmt: skip


def _department(context: Context, chosen: argparse.Namespace) -> str | None:
    return context.desk.ask(finding.department, chosen.department).id if chosen.department else None


def _on_paper(_context: Context, chosen: argparse.Namespace) -> Wanted:
    return Wanted(chosen.kind, paper=chosen.paper)


def _sheet(context: Context, chosen: argparse.Namespace) -> Wanted:
    return Wanted("sheet", department=_department(context, chosen), unit=chosen.initiative)


def _of_cycle(_context: Context, chosen: argparse.Namespace) -> Wanted:
    return Wanted(chosen.kind)


def _of_meeting(context: Context, chosen: argparse.Namespace) -> Wanted:
    return Wanted(chosen.kind, meeting=context.meeting().id)


def _of_department(context: Context, chosen: argparse.Namespace) -> Wanted:
    return Wanted(chosen.kind, department=_department(context, chosen))


def _minutes(context: Context, chosen: argparse.Namespace) -> Wanted:
    return Wanted(VARIANTS[chosen.variant], meeting=context.meeting().id)


def _checklist(context: Context, chosen: argparse.Namespace) -> Wanted:
    kind = key_of(chosen.checklist, CHECKLISTS, "print.unknown", "type")
    meeting = context.meeting().id if kind == "day" and getattr(chosen, "meeting", None) else None
    return Wanted(kind, meeting=meeting, department=_department(context, chosen), unit=chosen.initiative)


def _place(context: Context) -> str:
    """The folder that letters name for the replies; empty where none was chosen."""
    return exchange_folder_of(context.desk.database_id)


def _inquiry(context: Context, chosen: argparse.Namespace) -> Wanted:
    return Wanted("inquiry", department=_department(context, chosen), place=_place(context))


def _reminder(context: Context, chosen: argparse.Namespace) -> Wanted:
    today = datetime.fromisoformat(now()).date()
    due = parse_date(chosen.due, "due", today=today) if chosen.due else None
    return Wanted("reminder", department=_department(context, chosen), due=due, place=_place(context))


WANTED: Mapping[str, Callable[[Context, argparse.Namespace], Wanted]] = {
    **dict.fromkeys(("list", "board"), _on_paper),
    **dict.fromkeys((*OF_CYCLE, "missing", "change-notice", "comparison"), _of_cycle),
    **dict.fromkeys(("agenda", "approval", "invitation", "circulation", "script"), _of_meeting),
    **dict.fromkeys(("actions", "confirmation"), _of_department),
    "packet": packets.wanted_packet,
    "sheet": _sheet,
    "checklist": _checklist,
    "minutes": _minutes,
    "inquiry": _inquiry,
    "reminder": _reminder,
}
"""What is wanted, by the key of the document."""


def wanted_paper(context: Context, chosen: argparse.Namespace) -> Wanted:
    """What the words of ``print`` want of the document ``chosen.kind``.

    Raises Problem (print.whole where there is no such document of a department or of a unit alone).
    """
    department = chosen.department and not context.desk.actor.departments
    if chosen.kind in _WHOLE and (department or chosen.initiative):
        raise Problem("print.whole", "department" if department else "initiative", {"kind": chosen.kind})
    if chosen.kind in _WITHOUT_UNITS and chosen.initiative:
        raise Problem("print.whole", "initiative", {"kind": chosen.kind})
    return WANTED[chosen.kind](context, chosen)

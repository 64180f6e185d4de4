"""Commands on departments and on the members of committees."""

from __future__ import annotations

import argparse
from datetime import date

from dxdesk.cli.context import Context, Reply, day, done
from dxdesk.cli.options import Commands, key_of
from dxdesk.cli.words import POSITION_WORDS, choices
from dxdesk.domain.calendar import long_date, table_date
from dxdesk.domain.errors import Problem
from dxdesk.operations import departments
from dxdesk.store.queries import plans as on_file
from dxdesk.wording.meeting import MeetingPhrases


def add_commands(commands: Commands[argparse.ArgumentParser], shared: argparse.ArgumentParser) -> None:
    """department, member."""
    _department_commands(commands.add_parser("department", help="課と課のまとまり", parents=[shared]), shared)
    _member_commands(commands.add_parser("member", help="会議体の委員", parents=[shared]), shared)


def _department_commands(parser: argparse.ArgumentParser, shared: argparse.ArgumentParser) -> None:
    verbs = parser.add_subparsers(metavar="操作", required=True)
    each = verbs.add_parser("add", help="課を加える", parents=[shared])
    each.add_argument("department_name", metavar="課", nargs="+", help="課の名前（1つ）")
    each.add_argument("--short", metavar="略称", help="表で使う短い名前（全角10文字まで）")
    each.add_argument("--after", metavar="課", help="この課のすぐ後ろに置く")
    each.add_argument("--from", dest="from_day", metavar="日", help="この日から")
    each.set_defaults(run=department_add)
    verbs.add_parser("list", help="建制順の一覧", parents=[shared]).set_defaults(run=department_list)
    each = verbs.add_parser("rename", help="課の名前を変える", parents=[shared])
    each.add_argument("department_name", metavar="課", help="課の名前")
    each.add_argument("new_name", metavar="新しい名前", help="これからの名前")
    each.set_defaults(run=department_rename)
    each = verbs.add_parser("close", help="課を終わりにする", parents=[shared])
    each.add_argument("department_name", metavar="課", help="課の名前")
    each.add_argument("--on", required=True, metavar="日", help="最後の日")
    each.add_argument("--successor", metavar="課", help="引き継ぐ課")
    each.set_defaults(run=department_close)
    each = verbs.add_parser("order", help="建制順に並べる", parents=[shared])
    each.add_argument("names", nargs="+", metavar="課", help="前に置く順に（書かない課は後ろに続きます）")
    each.set_defaults(run=department_order)
    each = verbs.add_parser("group", help="課のまとまりをつくる・直す", parents=[shared])
    each.add_argument("group_name", metavar="まとまり", help="まとまりの名前")
    members = each.add_mutually_exclusive_group()
    members.add_argument("--members", metavar="課,課", help="まとまりの課（、で区切る）")
    members.add_argument("--all", action="store_true", help="すべての課")
    members.add_argument("--unknown", action="store_true", help="まだ分からない")
    each.set_defaults(run=department_group)


def _member_commands(parser: argparse.ArgumentParser, shared: argparse.ArgumentParser) -> None:
    verbs = parser.add_subparsers(metavar="操作", required=True)
    each = verbs.add_parser("add", help="委員を加える", parents=[shared])
    each.add_argument("member_name", metavar="名前", help="委員の名前")
    each.add_argument("--body", required=True, metavar="会議体", help="会議体の名前")
    each.add_argument("--title", metavar="職", help="職の名前")
    each.add_argument("--position", metavar="立場", default="member", help=choices(POSITION_WORDS))
    each.set_defaults(run=member_add)
    each = verbs.add_parser("remove", help="委員を外す", parents=[shared])
    each.add_argument("member_name", metavar="名前", help="委員の名前")
    each.add_argument("--body", required=True, metavar="会議体", help="会議体の名前")
    each.set_defaults(run=member_remove)
    verbs.add_parser("list", help="職順の名簿", parents=[shared]).set_defaults(run=member_list)


def department_add(context: Context, chosen: argparse.Namespace) -> Reply:
    """A department added to 建制順."""
    name, *others = chosen.department_name
    if others:
        raise Problem("department.one_each", "department", {"names": "、".join(chosen.department_name)})
    from_day = day(chosen.from_day, "from") if chosen.from_day else None
    outcome = context.desk.do(
        departments.add_department,
        name,
        short=chosen.short,
        after=chosen.after,
        from_day=from_day,
    )
    since = f"（{long_date(from_day)}から）" if from_day else ""
    return done(outcome, f"{outcome.subject}を加えました{since}。")


def department_list(context: Context, _chosen: argparse.Namespace) -> Reply:
    """Departments in 建制順, then the groups."""
    found = context.desk.ask(on_file.departments)
    groups = context.desk.ask(on_file.groups)
    names = on_file.names(found)
    value = {
        "departments": [
            {
                "id": each.id,
                "name": each.name,
                "short": each.short,
                "order": each.order,
                "order_confirmed": each.order_confirmed,
                "from": each.from_,
                "to": each.to,
                "successor": names.get(each.successor or ""),
            }
            for each in found
        ],
        "groups": [
            {
                "id": each.id,
                "name": each.name,
                "members": [names[m] for m in each.members] if isinstance(each.members, tuple) else each.members,
            }
            for each in groups
        ],
    }
    lines = []
    for number, each in enumerate(found, start=1):
        ended = f"（{table_date(date.fromisoformat(each.to))}まで）" if each.to else ""
        lines.append(f"{number} {each.name}{ended}")
    for group in groups:
        words = {"all": "すべての課", None: "（未定）"}
        members = group.members
        lines.append(
            f"{group.name}：" + ("・".join(names[m] for m in members) if isinstance(members, tuple) else words[members])
        )
    return Reply(value, "\n".join(lines) or "課はまだありません。department add で加えてください。")


def department_rename(context: Context, chosen: argparse.Namespace) -> Reply:
    """A department under another name."""
    outcome = context.desk.do(departments.rename_department, chosen.department_name, chosen.new_name)
    return done(outcome, f"名前を変えました：{outcome.subject}")


def department_close(context: Context, chosen: argparse.Namespace) -> Reply:
    """A department ended on a day."""
    last = day(chosen.on, "on")
    outcome = context.desk.do(departments.close_department, chosen.department_name, on=last, successor=chosen.successor)
    return done(outcome, f"{outcome.subject}を{long_date(last)}で終わりにしました。")


def department_order(context: Context, chosen: argparse.Namespace) -> Reply:
    """建制順 as listed."""
    names = [name for each in chosen.names for name in context.listed(each)]
    outcome = context.desk.do(departments.order_departments, names)
    kept = len(context.desk.ask(on_file.departments)) - len(names)
    return done(
        outcome, "建制順に並べました。" + (f"書かなかった{kept}課は、その後ろに今の順で続きます。" if kept else "")
    )


def department_group(context: Context, chosen: argparse.Namespace) -> Reply:
    """A group of departments."""
    if chosen.members is None and not chosen.all and not chosen.unknown:
        raise Problem("department.members", "members")
    members = context.listed(chosen.members) if chosen.members else "all" if chosen.all else None
    outcome = context.desk.do(departments.set_group, chosen.group_name, members)
    return done(outcome, f"まとまりを決めました：{outcome.subject}")


def member_add(context: Context, chosen: argparse.Namespace) -> Reply:
    """A committee member."""
    outcome = context.desk.do(
        departments.add_member,
        chosen.body,
        chosen.member_name,
        title=chosen.title,
        position=key_of(chosen.position, POSITION_WORDS, "member.position", "position"),
        department=chosen.department,
    )
    return done(outcome, f"{outcome.subject}さんを加えました。")


def member_remove(context: Context, chosen: argparse.Namespace) -> Reply:
    """A member off the list."""
    outcome = context.desk.do(departments.remove_member, chosen.body, chosen.member_name)
    return done(outcome, f"{outcome.subject}さんを名簿から外しました。")


def member_list(context: Context, _chosen: argparse.Namespace) -> Reply:
    """Members of every body, in 職順."""
    bodies = {each.id: each.name for each in context.desk.ask(on_file.plan).bodies}
    found = context.desk.ask(on_file.members)
    value = [
        {"body": bodies.get(each.body, each.body), "name": each.name, "title": each.title, "position": each.position}
        for each in found
    ]
    lines = []
    for each in found:
        body = bodies.get(each.body, each.body)
        position = MeetingPhrases(headquarters="本部" in body).position(each.position)
        lines.append("　".join(filter(None, (body, position, each.title, each.name))))
    return Reply(value, "\n".join(lines) or "委員はまだいません。member add で加えてください。")

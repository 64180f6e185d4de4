"""Commands on plans, departments and members."""

from __future__ import annotations

import argparse
from pathlib import Path

from dxdesk import paths
from dxdesk.cli.context import Context, Reply, day, done
from dxdesk.cli.options import Commands
from dxdesk.desk import Desk, now
from dxdesk.domain.errors import Problem
from dxdesk.domain.permissions import check_allowed
from dxdesk.domain.plan_records import plan_record
from dxdesk.domain.plans import Node, Plan, counts
from dxdesk.exchange.plan_pack import pack_text, read_pack
from dxdesk.operations import departments, plans
from dxdesk.store.database import create_database
from dxdesk.store.output_files import write_file
from dxdesk.store.queries import plans as on_file


def add_commands(commands: Commands[argparse.ArgumentParser], shared: argparse.ArgumentParser) -> None:
    """plans, new, plan, department, member."""
    each = commands.add_parser("plans", help="付いてくる計画の一覧", parents=[shared])
    each.set_defaults(run=list_packs)
    each = commands.add_parser("new", help="計画からデータベースをつくる", parents=[shared])
    each.add_argument("--plan", required=True, metavar="ID|FILE", help="計画のid、または計画ファイル")
    each.add_argument("--sample", action="store_true", help="見本としてつくる（画面と紙に見本と出ます）")
    each.set_defaults(run=new)
    _plan_commands(commands.add_parser("plan", help="計画を見る・書き出す・取り込む", parents=[shared]), shared)
    _department_commands(commands.add_parser("department", help="課と課のまとまり", parents=[shared]), shared)
    _member_commands(commands.add_parser("member", help="会議体の委員", parents=[shared]), shared)


def _plan_commands(parser: argparse.ArgumentParser, shared: argparse.ArgumentParser) -> None:
    verbs = parser.add_subparsers(metavar="操作", required=True)
    verbs.add_parser("show", help="計画の木を見る", parents=[shared]).set_defaults(run=show)
    for name, words, run in (
        ("export", "計画ファイルに書き出す", export),
        ("validate", "計画ファイルを確かめる", validate),
        ("import", "計画ファイルを次の版として取り込む", import_),
    ):
        each = verbs.add_parser(name, help=words, parents=[shared])
        each.add_argument("file", metavar="FILE")
        each.set_defaults(run=run)


def _department_commands(parser: argparse.ArgumentParser, shared: argparse.ArgumentParser) -> None:
    verbs = parser.add_subparsers(metavar="操作", required=True)
    each = verbs.add_parser("add", help="課を加える", parents=[shared])
    each.add_argument("department_name", metavar="課")
    each.add_argument("--short", metavar="略称")
    each.add_argument("--after", metavar="課", help="この課のすぐ後ろに置く")
    each.add_argument("--from", dest="from_day", metavar="日")
    each.set_defaults(run=department_add)
    verbs.add_parser("list", help="建制順の一覧", parents=[shared]).set_defaults(run=department_list)
    each = verbs.add_parser("rename", help="課の名前を変える", parents=[shared])
    each.add_argument("department_name", metavar="課")
    each.add_argument("new_name", metavar="新しい名前")
    each.set_defaults(run=department_rename)
    each = verbs.add_parser("close", help="課を終わりにする", parents=[shared])
    each.add_argument("department_name", metavar="課")
    each.add_argument("--on", required=True, metavar="日")
    each.add_argument("--successor", metavar="課")
    each.set_defaults(run=department_close)
    each = verbs.add_parser("order", help="建制順に並べる", parents=[shared])
    each.add_argument("names", nargs="+", metavar="課")
    each.set_defaults(run=department_order)
    each = verbs.add_parser("group", help="課のまとまりをつくる・直す", parents=[shared])
    each.add_argument("group_name", metavar="まとまり")
    members = each.add_mutually_exclusive_group()
    members.add_argument("--members", metavar="課,課")
    members.add_argument("--all", action="store_true", help="すべての課")
    members.add_argument("--unknown", action="store_true", help="まだ分からない")
    each.set_defaults(run=department_group)


def _member_commands(parser: argparse.ArgumentParser, shared: argparse.ArgumentParser) -> None:
    verbs = parser.add_subparsers(metavar="操作", required=True)
    each = verbs.add_parser("add", help="委員を加える", parents=[shared])
    each.add_argument("member_name", metavar="名前")
    each.add_argument("--body", required=True, metavar="会議体")
    each.add_argument("--title", metavar="職")
    each.add_argument("--position", choices=("chair", "vice", "member"), default="member")
    each.set_defaults(run=member_add)
    each = verbs.add_parser("remove", help="委員を外す", parents=[shared])
    each.add_argument("member_name", metavar="名前")
    each.add_argument("--body", required=True, metavar="会議体")
    each.set_defaults(run=member_remove)
    verbs.add_parser("list", help="職順の名簿", parents=[shared]).set_defaults(run=member_list)


def shipped_packs() -> dict[str, Path]:
    """The packs that ship, by plan id."""
    return {path.stem: path for path in sorted((paths.data_root() / "database" / "plans").glob("*.json"))}


def read_plan(source: str) -> Plan:
    """The plan of a shipped id or of a file. Raises Problem naming the ids, or everything wrong with the file."""
    packs = shipped_packs()
    path = packs.get(source, Path(source))
    if source.isidentifier() and not path.exists():
        raise Problem("plan.unknown_pack", "plan", {"text": source, "near": "、".join(packs)})
    try:
        content = path.read_bytes()
    except OSError:
        raise Problem("file.unreadable", "plan", {"file": source}) from None
    return read_pack(content, str(path))


def pack_summary(plan: Plan) -> dict[str, object]:
    """A pack as the list of plans shows it."""
    return {
        "id": plan.id,
        "town": plan.town,
        "title": plan.title,
        "period": {"from": plan.period.from_, "to": plan.period.to},
        "counts": counts(plan).__dict__,
    }


def list_packs(_context: Context, _chosen: argparse.Namespace) -> Reply:
    """The packs that ship."""
    found = [pack_summary(read_plan(each)) for each in shipped_packs()]
    lines = [f"{each['id']:<12}{each['town']}　{each['title']}" for each in found]
    return Reply(found, "\n".join(lines))


def new(context: Context, chosen: argparse.Namespace) -> Reply:
    """A new database from a pack; the plan is read first, so a bad one makes no file."""
    plan = read_plan(chosen.plan)
    actor = context.actor_without_database()
    check_allowed(actor, "administer")
    target = context.target
    if target == str(paths.default_database()):
        Path(target).parent.mkdir(parents=True, exist_ok=True)
    with create_database(target) as database:
        desk = Desk(database, actor, now)
        outcome = desk.do(plans.create_town, plan, sample=chosen.sample)
    return done(outcome, f"「{plan.title}」のデータベースをつくりました：{database.target}")


def show(context: Context, _chosen: argparse.Namespace) -> Reply:
    """The open plan: as a tree for people, as the pack with its revision for programs."""
    revision = context.desk.ask(on_file.exported_plan)
    return Reply({**plan_record(revision.plan), "revision": revision.number}, tree(revision.plan))


def tree(plan: Plan) -> str:
    """The plan as indented lines."""
    lines = [f"{plan.town}　{plan.title}　{plan.edition or ''}".rstrip()]

    def line(node: Node, depth: int) -> str:
        owners = "・".join(owner.name for owner in node.owners)
        when = node.schedule.wording if node.schedule else None
        notes = "　".join(each for each in (owners and f"［{owners}］", when and f"（{when}）") if each)
        return "　" * depth + f"{node.code or '―'} {node.name}" + (f"　{notes}" if notes else "")

    for node in plan.walk():
        lines.append(line(node, len(plan.path(node)) + 1))
    return "\n".join(lines)


def export(context: Context, chosen: argparse.Namespace) -> Reply:
    """The open plan as a pack file."""
    plan = context.desk.ask(on_file.exported_plan).plan
    write_file(Path(chosen.file), pack_text(plan).encode())
    return Reply({"file": chosen.file}, f"計画を書き出しました：{chosen.file}")


def validate(_context: Context, chosen: argparse.Namespace) -> Reply:
    """Whether a pack file can be taken in; every problem is listed at once."""
    plan = read_plan(chosen.file)
    return Reply({"ok": True, **pack_summary(plan)}, f"直すところはありません：{plan.town}　{plan.title}")


def import_(context: Context, chosen: argparse.Namespace) -> Reply:
    """A pack file as the next revision of the open plan."""
    suffix = Path(chosen.file).suffix.lower()
    if suffix in (".xlsx", ".csv"):
        raise Problem("command.later", "file", {"command": f"plan import *{suffix}"}, kind="rule")
    plan = read_plan(chosen.file)
    context.safeguard()
    outcome = context.desk.do(plans.import_plan, plan)
    return done(outcome, "計画の新しい版を取り込みました。次の回から使います。")


def department_add(context: Context, chosen: argparse.Namespace) -> Reply:
    """A department added to 建制順."""
    from_day = day(chosen.from_day, "from") if chosen.from_day else None
    outcome = context.desk.do(
        departments.add_department,
        chosen.department_name,
        short=chosen.short,
        after=chosen.after,
        from_day=from_day,
    )
    return done(outcome, f"{outcome.subject}を加えました。")


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
    lines = [f"{number} {each.name}" for number, each in enumerate(found, start=1)]
    for group in groups:
        words = {"all": "すべての課", None: "（未定）"}
        members = group.members
        lines.append(
            f"{group.name}：" + ("・".join(names[m] for m in members) if isinstance(members, tuple) else words[members])
        )
    return Reply(value, "\n".join(lines))


def department_rename(context: Context, chosen: argparse.Namespace) -> Reply:
    """A department under another name."""
    outcome = context.desk.do(departments.rename_department, chosen.department_name, chosen.new_name)
    return done(outcome, f"名前を変えました：{outcome.subject}")


def department_close(context: Context, chosen: argparse.Namespace) -> Reply:
    """A department ended on a day."""
    outcome = context.desk.do(
        departments.close_department, chosen.department_name, on=day(chosen.on, "on"), successor=chosen.successor
    )
    return done(outcome, f"{outcome.subject}を終わりにしました。")


def department_order(context: Context, chosen: argparse.Namespace) -> Reply:
    """建制順 as listed."""
    outcome = context.desk.do(departments.order_departments, chosen.names)
    return done(outcome, "建制順に並べました。")


def department_group(context: Context, chosen: argparse.Namespace) -> Reply:
    """A group of departments."""
    if chosen.members is None and not chosen.all and not chosen.unknown:
        raise Problem("department.members", "members")
    members = chosen.members.split(",") if chosen.members else "all" if chosen.all else None
    outcome = context.desk.do(departments.set_group, chosen.group_name, members)
    return done(outcome, f"まとまりを決めました：{outcome.subject}")


def member_add(context: Context, chosen: argparse.Namespace) -> Reply:
    """A committee member."""
    outcome = context.desk.do(
        departments.add_member,
        chosen.body,
        chosen.member_name,
        title=chosen.title,
        position=chosen.position,
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
    return Reply(value, "\n".join(f"{each['body']}　{each['title'] or ''}　{each['name']}" for each in value))

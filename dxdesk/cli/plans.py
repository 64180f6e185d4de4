"""Commands on plans."""

from __future__ import annotations

import argparse
from pathlib import Path

from dxdesk import paths
from dxdesk.cli.context import Context, Reply, done
from dxdesk.cli.options import Commands
from dxdesk.cli.passphrases import add_keys_passphrase, keys_passphrase
from dxdesk.desk import Desk, now
from dxdesk.domain.errors import Problem
from dxdesk.domain.packages import SUFFIX
from dxdesk.domain.permissions import check_allowed
from dxdesk.domain.plan_records import plan_record
from dxdesk.domain.plans import Node, Plan, counts
from dxdesk.exchange.plan_pack import pack_text, read_pack
from dxdesk.operations import inquiring, plans
from dxdesk.operations.change import Outcome
from dxdesk.store.making import make_database
from dxdesk.store.output_files import write_file
from dxdesk.store.queries import plans as on_file


def add_commands(commands: Commands[argparse.ArgumentParser], shared: argparse.ArgumentParser) -> None:
    """plans, new, plan."""
    each = commands.add_parser("plans", help="付いてくる計画の一覧", parents=[shared])
    each.set_defaults(run=list_packs)
    each = commands.add_parser("new", help="計画からデータベースをつくる", parents=[shared])
    each.add_argument("--plan", required=True, metavar="ID|町|FILE", help="計画のid、町の名前、または計画ファイル")
    each.add_argument("--sample", action="store_true", help="見本としてつくる（画面と紙に見本と出ます）")
    each.set_defaults(run=new)
    _plan_commands(commands.add_parser("plan", help="計画を見る・書き出す・取り込む", parents=[shared]), shared)


def _plan_commands(parser: argparse.ArgumentParser, shared: argparse.ArgumentParser) -> None:
    verbs = parser.add_subparsers(metavar="操作", required=True)
    verbs.add_parser("show", help="計画の木を見る", parents=[shared]).set_defaults(run=show)
    for name, words, run in (
        ("export", "計画ファイルに書き出す（.dxd なら各課のデータベースが開くファイル）", export),
        ("validate", "計画ファイルを確かめる", validate),
        ("import", "計画ファイルを次の版として取り込む", import_),
    ):
        each = verbs.add_parser(name, help=words, parents=[shared])
        each.add_argument("file", metavar="FILE", help="計画のファイル")
        if run is export:
            add_keys_passphrase(each)
        each.set_defaults(run=run)


def shipped_packs() -> dict[str, Path]:
    """The packs that ship, by plan id."""
    return {path.stem: path for path in sorted((paths.data_root() / "database" / "plans").glob("*.json"))}


def read_plan(source: str) -> Plan:
    """The plan of a shipped id, of its town, or of a file.

    Raises Problem naming those that ship, or everything wrong with the file.
    """
    packs = shipped_packs()
    path = packs.get(source, Path(source))
    if source.isidentifier() and not path.exists():
        towns = {read_pack(each.read_bytes(), str(each)).town: each for each in packs.values()}
        if source not in towns:
            near = "、".join(f"{name}（{town}）" for name, town in zip(packs, towns, strict=True))
            raise Problem("plan.unknown_pack", "plan", {"text": source, "near": near})
        path = towns[source]
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
    outcomes: list[Outcome] = []
    made = make_database(
        target,
        lambda database: outcomes.append(Desk(database, actor, now).do(plans.create_town, plan, sample=chosen.sample)),
    )
    return done(outcomes[0], f"「{plan.title}」のデータベースをつくりました：{made}")


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
    """The open plan as a pack file, or (.dxd) as a file that everybody's database takes in."""
    if Path(chosen.file).suffix.lower() == SUFFIX:
        made = context.desk.do(inquiring.make_plan_news, keys_passphrase=keys_passphrase(chosen))
        write_file(Path(chosen.file), made.content)
        return Reply({"file": chosen.file}, f"計画のファイルをつくりました：{chosen.file}")
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

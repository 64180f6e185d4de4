"""Commands on files that travel: inquire, answer, take-in."""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from dxdesk.cli.context import Context, Reply
from dxdesk.cli.options import Commands
from dxdesk.cli.passphrases import add_keys_passphrase, keys_passphrase
from dxdesk.cli.refusals import problem_record
from dxdesk.desk import Desk, now
from dxdesk.domain.arrivals import Arrival, ArrivalRow
from dxdesk.domain.cycles import Cycle
from dxdesk.domain.errors import Problem, rule
from dxdesk.domain.permissions import Actor
from dxdesk.domain.schedules import Question
from dxdesk.operations import (
    arrivals,
    delivering,
    exchange_folder,
    giving_forms,
    inquiring,
    receiving,
    sender_keys,
    taking_back,
    taking_in,
)
from dxdesk.operations.change import Change
from dxdesk.operations.sending import PackageFile
from dxdesk.preferences import exchange_folder_of
from dxdesk.store.errors import StoreUnavailable
from dxdesk.store.making import make_database
from dxdesk.store.output_files import write_file
from dxdesk.store.queries import Connection, packages, plans
from dxdesk.wording import FIELDS, environment_words, problem_words
from dxdesk.wording_exchange import NOTHING_ARRIVED, RESULTS, ROW_KINDS, row_reason
from dxdesk.wording_screen import STATUS_QUESTIONS
from dxdesk.wording_take_in import NUMBER_USED, clock_words, emptied_words

MOST_BYTES = 8 * 1024 * 1024


def add_commands(commands: Commands[argparse.ArgumentParser], shared: argparse.ArgumentParser) -> None:
    """inquire, answer, view, take-in."""
    each = commands.add_parser("inquire", help="照会ファイルを課ごとにつくる", parents=[shared])
    each.add_argument("--out", metavar="DIR", help="照会ファイルを置くフォルダ（省くと受け渡しフォルダ）")
    each.add_argument("--passphrase", metavar="合言葉", help="照会ファイルを合言葉で閉じる（電話で伝えます）")
    each.add_argument("--excel", action="store_true", help="プログラムのない課のためのExcelの回答票もつくる")
    each.add_argument("--numbers-only", action="store_true", help="町・計画・回・課の名前を封の外に書かない")
    add_keys_passphrase(each)
    each.set_defaults(run=inquire)
    each = commands.add_parser("answer", help="事務局から届いたファイルを開く", parents=[shared])
    each.add_argument("file", metavar="FILE", help="照会・差戻し・席上修正・受領票・計画・閲覧のファイル")
    each.add_argument("--passphrase", metavar="合言葉", help="ファイルを開く合言葉")
    each.set_defaults(run=answer)
    each = commands.add_parser("view", help="見るだけの人に渡すファイルをつくる", parents=[shared])
    each.add_argument("--out", required=True, metavar="F", help="つくるファイル")
    each.add_argument("--passphrase", metavar="合言葉", help="ファイルを合言葉で閉じる")
    add_keys_passphrase(each)
    each.set_defaults(run=view)
    each = commands.add_parser("take-in", help="届いた回答を取り込む", parents=[shared])
    words = "回答ファイル（いくつでも。省くと受け渡しフォルダにあるもの）"
    each.add_argument("file", nargs="*", metavar="FILE", help=words)
    each.add_argument("--dry-run", action="store_true", help="何が起きるかを見るだけで、何も書き込まない")
    each.add_argument("--undo", metavar="番号", help="この番号の取り込みを取り消す")
    each.add_argument("--out", metavar="DIR", help="受領票を置くフォルダ（FILE を省くと受け渡しフォルダ）")
    add_keys_passphrase(each)
    each.set_defaults(run=take_in)


def read_file(path: Path) -> bytes:
    """The bytes of a file, no more of them than any package has. Raises Problem."""
    try:
        with path.open("rb") as file:
            return file.read(MOST_BYTES)
    except OSError:
        raise Problem("file.unreadable", "file", {"file": str(path)}) from None


def folder_for(context: Context, typed: str | None, code: str, place: str = "out") -> Path:
    """The folder that was named, else the exchange folder of the database. Raises Problem ``code`` where there is
    neither, and StoreUnavailable where it is not there."""
    chosen = typed or exchange_folder_of(context.desk.database_id)
    if not chosen:
        raise rule(code, place)
    return exchange_folder.check_folder(Path(chosen))


def _put(folder: Path, made: Sequence[PackageFile]) -> list[dict[str, object]]:
    return [
        {
            "file": str(exchange_folder.put(folder, each.name, each.content)),
            "kind": each.package.stamp.kind,
            "department": each.department,
        }
        for each in made
    ]


def inquire(context: Context, chosen: argparse.Namespace) -> Reply:
    """A 照会 file for every department asked, or for those named."""
    folder, cycle = folder_for(context, chosen.out, "inquire.where"), context.cycle()
    named = context.listed(chosen.department) if chosen.department else []
    made = context.desk.do(
        inquiring.inquire,
        cycle,
        named,
        passphrase=chosen.passphrase,
        keys_passphrase=keys_passphrase(chosen),
        numbers_only=chosen.numbers_only,
    )
    files = _put(folder, made)
    if chosen.excel:
        files += [_put_form(context, folder, cycle, each.package.stamp.department or "") for each in made]
    lines = [f"照会ファイルを{len(files)}件つくりました。", *(f"  {each['file']}" for each in files)]
    return Reply({"files": files}, "\n".join(lines))


def _put_form(context: Context, folder: Path, cycle: Cycle, department: str) -> dict[str, object]:
    made = context.desk.do(giving_forms.give_form, cycle, department, cast("dict[Question, str]", STATUS_QUESTIONS))
    path = exchange_folder.put(folder, made.name, made.content)
    return {"file": str(path), "kind": "form", "department": made.department}


def view(context: Context, chosen: argparse.Namespace) -> Reply:
    """A file with which others look at everything as it counts now."""
    made = context.desk.do(inquiring.make_view, passphrase=chosen.passphrase, keys_passphrase=keys_passphrase(chosen))
    write_file(Path(chosen.out), made.content)
    files = [{"file": chosen.out, "kind": "view", "department": None}]
    return Reply({"files": files}, f"閲覧用のファイルをつくりました：{chosen.out}")


def answer(context: Context, chosen: argparse.Namespace) -> Reply:
    """A file of the secretariat opened on the liaison's database, which the first 照会 makes."""
    path = Path(chosen.file)
    package = receiving.read_from_secretariat(read_file(path), chosen.passphrase)
    actor = context.actor_without_database()
    target = context.target
    if "://" not in target and not Path(target).exists():
        receiving.check_inquiry(package)
        department = (package.stamp.department,) if package.stamp.department else ()
        liaison = Actor("liaison" if department else "reader", department, actor.name)
        make_database(target, lambda database: Desk(database, liaison, now).do(receiving.begin_liaison, package))
        received = receiving.Received(
            package.id, package.stamp.kind, package.stamp.cycle, package.stamp.department, known=False
        )
    else:
        received = context.desk.do(receiving.receive, package, file=path.name)
    head = package.stamp.head
    subject = " ".join(each for each in (head.cycle, head.department) if each != "―")
    value = {
        "operation": "answer",
        "id": received.package,
        "subject": subject,
        "warnings": [],
        "kind": received.kind,
        "known": received.known,
        "database": target,
    }
    words = "は開いてあります。変わりはありません。" if received.known else "を開きました。"
    return Reply(value, f"{head.kind}{words}（{subject}）")


@dataclass(frozen=True)
class _Done:
    record: dict[str, object]
    text: str
    refused: bool = False
    conflicts: int = 0


def take_in(context: Context, chosen: argparse.Namespace) -> Reply:
    """Replies taken in, each file whole in its own transaction; the others go on where one is refused."""
    if chosen.undo:
        return undo(context, chosen)
    shared = None if chosen.file else folder_for(context, None, "take_in.no_file", "file")
    folder = exchange_folder.check_folder(Path(chosen.out)) if chosen.out else shared
    files = [Path(each) for each in chosen.file] if shared is None else exchange_folder.arrived(shared)
    passphrase = keys_passphrase(chosen)
    if context.desk.ask(packages.keys) is not None:
        context.desk.ask(sender_keys.open_keys, passphrase)
    seen = [_one(context, each, chosen, passphrase, folder, shared=shared is not None) for each in files]
    done = [each for each in seen if each is not None]
    if not done:
        return Reply({"files": [], "conflicts": 0}, NOTHING_ARRIVED)
    value = {"files": [each.record for each in done], "conflicts": sum(each.conflicts for each in done)}
    return Reply(value, "\n".join(each.text for each in done), code=int(any(each.refused for each in done)))


def _one(
    context: Context,
    path: Path,
    chosen: argparse.Namespace,
    passphrase: str | None,
    folder: Path | None,
    *,
    shared: bool,
) -> _Done | None:
    """What became of a file; None for a form in the exchange folder that nobody has filled in yet."""
    try:
        found = arrivals.opened(path.name, read_file(path))
    except Problem as problem:
        return _refused(path, problem)
    seen = context.desk.ask(arrivals.examine, path.name, found, context.desk.moment(), passphrase)
    if seen.problem is not None or seen.arrival is None:
        return _refused(path, seen.problem or Problem("package.not_one"))
    if shared and seen.arrival.origin == "form" and not seen.rows:
        return None
    doubts = [clock_words(seen.clock)] if seen.clock else []
    doubts += [NUMBER_USED] if seen.number_used else []
    warnings: list[str] = []
    if chosen.dry_run:
        ticked = set(seen.ticked)
        rows = [(row, row.place in ticked or row.kind == "same") for row in seen.rows]
        result: taking_in.Result = "taken" if ticked else "duplicate"
        conflicts = sum(row.kind == "conflict" for row in seen.rows)
    else:
        taken = context.desk.do(taking_in.take_in, seen.arrival, path.name)
        rows, result, conflicts = list(taken.rows), taken.result, taken.conflicts
        if folder is not None:
            try:
                made = context.desk.do(_receipt, seen.arrival, taken, passphrase)
                _put(folder, [made])
                if shared:
                    exchange_folder.put_away(path)
            except StoreUnavailable as trouble:
                warnings.append(environment_words(trouble.code, trouble.place, trouble.values))
    names = context.desk.ask(_names, seen)
    record: dict[str, object] = {
        "file": str(path),
        "kind": "reply" if seen.arrival.origin == "package" else "form",
        "result": result,
        "reason": _result_reason(seen, result) or "、".join(doubts) or None,
        "package": seen.arrival.id,
        "rows": [
            {
                "code": names[row.unit],
                "department": names[row.department],
                "kind": row.kind,
                "taken": on_record,
                "reason": row_words(row, names) or None,
            }
            for row, on_record in rows
        ],
    }
    reason = _result_reason(seen, result) or ""
    lines = [f"{path.name}：{RESULTS[result]}{reason}", *(f"  {each}" for each in (*doubts, *warnings))]
    lines += [_row_line(row, on_record, names) for row, on_record in rows]
    return _Done(record, "\n".join(lines), conflicts=conflicts)


def row_words(row: ArrivalRow, names: Mapping[str, str]) -> str:
    """Why a row is what it is; of one that cannot be read where on the sheet that stands, of one that adds to another
    what it leaves out."""
    if row.emptied and row.reason is None:
        return emptied_words([names[each] for each in row.emptied])
    if row.problem is None:
        return row_reason(row.kind, row.reason)
    where = f"{row.problem.place}：" if row.problem.place not in FIELDS else ""
    return f"{where}{problem_words(row.problem)}"


def _row_line(row: ArrivalRow, on_record: bool, names: Mapping[str, str]) -> str:
    mark = "✓" if on_record else "　"
    words = row_words(row, names)
    return f"  {mark} {names[row.unit]} {names[row.department]}　{ROW_KINDS[row.kind]}{f'　{words}' if words else ''}"


def _result_reason(seen: arrivals.Examined, result: str) -> str | None:
    if result == "duplicate" and seen.taken_before is not None:
        return f"この回答は取り込み済みです（{seen.taken_before[:16].replace('T', ' ')}）。変わりはありません。"
    return None


def _receipt(change: Change, arrival: Arrival, taken: taking_in.TakenIn, passphrase: str | None) -> PackageFile:
    return delivering.receipt(change, arrival, taken, sender_keys.ready_keys(change, passphrase))


def _names(connection: Connection, seen: arrivals.Examined) -> dict[str, str]:
    """What rows are told by: the codes of units, the names of departments and indicators, by id, and of fields."""
    assert seen.cycle is not None
    plan = plans.plan(connection, seen.cycle.plan_revision)
    codes = {each.id: each.code or "" for each in plan.nodes}
    indicators = {each.id: each.name for node in plan.nodes for each in node.indicators}
    return {**FIELDS, **indicators, **codes, **plans.names(plans.departments(connection))}


def _refused(path: Path, problem: Problem) -> _Done:
    words = problem_words(problem)
    record: dict[str, object] = {
        "file": str(path),
        "kind": None,
        "result": "refused",
        "reason": words,
        "package": None,
        "rows": [],
        "problems": [problem_record(each) for each in problem.problems],
    }
    lines = [f"{path.name}：{words}", *(f"  {problem_words(each)}" for each in problem.problems)]
    return _Done(record, "\n".join(lines), refused=True)


def undo(context: Context, chosen: argparse.Namespace) -> Reply:
    """A taking in taken back; the number is a package's id or its beginning."""
    found = [
        each.id
        for each in context.desk.ask(packages.all_filed, direction="in")
        if each.id.startswith(chosen.undo) or each.number == chosen.undo
    ]
    if len(found) != 1:
        raise rule("cancel.unknown", "undo", package=chosen.undo)
    outcome = context.desk.do(taking_back.cancel_taking_in, found[0])
    value = {"operation": "take-in undo", "id": outcome.id, "subject": outcome.subject, "warnings": []}
    return Reply(value, f"取り込みを取り消しました：{outcome.subject}（もう一度取り込めます）")

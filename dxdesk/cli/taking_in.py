"""Commands on what has arrived: take-in."""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from dxdesk.cli.context import Context, Reply
from dxdesk.cli.exchange import folder_for
from dxdesk.cli.options import Commands
from dxdesk.cli.passphrases import add_keys_passphrase, keys_passphrase
from dxdesk.cli.refusals import problem_record
from dxdesk.domain.arrivals import Arrival, ArrivalRow
from dxdesk.domain.errors import Problem, rule
from dxdesk.domain.text import fold
from dxdesk.operations import arrivals, arriving_files, delivering, exchange_folder, sender_keys, taking_back, taking_in
from dxdesk.operations.change import Change, Outcome
from dxdesk.operations.sending import PackageFile
from dxdesk.operations.taking_in_files import take_in_with_receipt
from dxdesk.preferences import exchange_folder_of
from dxdesk.store.errors import StoreUnavailable
from dxdesk.store.queries import Connection, packages, plans
from dxdesk.wording.exchange import NOTHING_ARRIVED, RESULTS, ROW_KINDS, WOULD_BE, receipt_put, row_reason, way_back
from dxdesk.wording.sentences import FIELDS, environment_words, problem_words
from dxdesk.wording.take_in import NUMBER_USED, clock_words, emptied_words, left_out_words


def add_commands(commands: Commands[argparse.ArgumentParser], shared: argparse.ArgumentParser) -> None:
    """take-in."""
    each = commands.add_parser("take-in", help="届いた回答を取り込む", parents=[shared])
    words = "回答ファイル（いくつでも。省くと受け渡しフォルダにあるもの）"
    each.add_argument("file", nargs="*", metavar="FILE", help=words)
    each.add_argument("--dry-run", action="store_true", help="何が起きるかを見るだけで、何も書き込まない")
    each.add_argument(
        "--undo", metavar="番号|FILE", help="この取り込みを取り消す（取り込んだときに出る番号か、ファイルの名前）"
    )
    each.add_argument("--out", metavar="DIR", help="受領票を置くフォルダ（FILE を省くと受け渡しフォルダ）")
    add_keys_passphrase(each)
    each.set_defaults(run=take_in)


SHORT = 12
"""So much of the id of a package tells it from every other."""


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
    done: list[_Done] = []
    for each in files:
        try:
            found = _one(context, each, chosen, passphrase, folder, shared=shared is not None)
        except StoreUnavailable as trouble:
            if not done:
                raise
            words = environment_words(trouble.code, trouble.place, trouble.values)
            done.append(_left(each, words))  # what was taken in before is told all the same
            break
        done += [found] if found is not None else []
    if not done:
        return Reply({"dry_run": chosen.dry_run, "files": [], "conflicts": 0}, NOTHING_ARRIVED)
    value = {
        "dry_run": chosen.dry_run,
        "files": [each.record for each in done],
        "conflicts": sum(each.conflicts for each in done),
    }
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
    file = arriving_files.open_file(path)
    if file.content is None:
        return _refused(path, file.problem or Problem("package.not_one"))
    seen = context.desk.ask(arrivals.examine, path.name, file.content, context.desk.moment(), passphrase)
    if seen.problem is not None or seen.arrival is None:
        return _refused(path, seen.problem or Problem("package.not_one"))
    if shared and seen.untouched:
        return None
    doubts = [clock_words(seen.clock)] if seen.clock else []
    doubts += [NUMBER_USED] if seen.number_used else []
    doubts += [left_out_words(seen.arrival.left_out)] if seen.arrival.left_out else []
    told: list[str] = []
    receipt_file: Path | None = None
    result: taking_in.Result | Literal["takeable"]
    if chosen.dry_run:
        ticked = set(seen.ticked)
        rows = [(row, row.place in ticked or row.kind == "same") for row in seen.rows]
        held = any(row.kind not in ("same", "unreadable") and row.place not in ticked for row in seen.rows)
        result = "takeable" if ticked else "held" if held else "duplicate"
        conflicts = sum(row.kind == "conflict" for row in seen.rows)
    else:
        taken, receipt = context.desk.do(_take_in, seen.arrival, path.name, passphrase, receipt=folder is not None)
        rows, result, conflicts = list(taken.rows), taken.result, taken.conflicts
        try:
            if folder is not None and receipt is not None:
                receipt_file = exchange_folder.put_beside(folder, receipt.name, receipt.content)
                told.append(receipt_put(str(receipt_file)))
            if shared and all(row.kind != "unreadable" for row, _ in rows):
                exchange_folder.put_away(path, file.changed)
        except StoreUnavailable as trouble:
            told.append(environment_words(trouble.code, trouble.place, trouble.values))
    filed = context.desk.ask(packages.filed, seen.arrival.id) if result in ("taken", "held") else None
    if filed is not None and not chosen.dry_run:
        told.append(way_back(filed.number or filed.id[:SHORT]))
    names = context.desk.ask(_names, seen)
    record: dict[str, object] = {
        "file": str(path),
        "kind": "reply" if seen.arrival.origin == "package" else "form",
        "result": result,
        "reason": _result_reason(seen, result) or "、".join(doubts) or None,
        "package": seen.arrival.id,
        "number": filed.number if filed is not None else None,
        "receipt": str(receipt_file) if receipt_file is not None else None,
        "left_out": seen.arrival.left_out,
        "rows": [
            {
                "code": names[row.unit],
                "department": names[row.department],
                "kind": row.kind,
                "taken": on_record and not chosen.dry_run,
                **({"would_take": on_record} if chosen.dry_run else {}),
                "reason": row_words(row, names) or None,
            }
            for row, on_record in rows
        ],
    }
    reason = _result_reason(seen, result) or ""
    words = WOULD_BE[result] if chosen.dry_run else RESULTS[result]
    lines = [f"{path.name}：{words}{reason}", *(f"  {each}" for each in (*doubts, *told))]
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


def _take_in(
    change: Change, arrival: Arrival, file: str, passphrase: str | None, *, receipt: bool
) -> tuple[taking_in.TakenIn, PackageFile | None]:
    if receipt:
        return take_in_with_receipt(change, arrival, file, passphrase=passphrase)
    return taking_in.take_in(change, arrival, file), None


def _names(connection: Connection, seen: arrivals.Examined) -> dict[str, str]:
    """What rows are told by: the codes of units, the names of departments and indicators, by id, and of fields."""
    assert seen.cycle is not None
    plan = plans.plan(connection, seen.cycle.plan_revision)
    codes = {each.id: each.code or "" for each in plan.nodes}
    indicators = {each.id: each.name for node in plan.nodes for each in node.indicators}
    return {**FIELDS, **indicators, **codes, **plans.names(plans.departments(connection))}


def _refused(path: Path, problem: Problem) -> _Done:
    return _left(path, problem_words(problem), problem.problems)


def _left(path: Path, words: str, problems: Sequence[Problem] = ()) -> _Done:
    """A file of which nothing was taken in, and why."""
    record: dict[str, object] = {
        "file": str(path),
        "kind": None,
        "result": "refused",
        "reason": words,
        "package": None,
        "left_out": 0,
        "rows": [],
        "problems": [problem_record(each) for each in problems],
    }
    lines = [f"{path.name}：{words}", *(f"  {problem_words(each)}" for each in problems)]
    return _Done(record, "\n".join(lines), refused=True)


def undo(context: Context, chosen: argparse.Namespace) -> Reply:
    """A taking in taken back, with the 受領票 that tells the department where there is a place for it."""
    place = chosen.out or exchange_folder_of(context.desk.database_id)
    folder = exchange_folder.check_folder(Path(place)) if place else None
    package = _meant(context, chosen.undo)
    outcome, receipt = context.desk.do(_take_back, package, keys_passphrase(chosen), receipt=folder is not None)
    value: dict[str, object] = {
        "operation": "take-in undo", "id": outcome.id, "subject": outcome.subject, "warnings": []
    }  # fmt: skip
    lines = [f"取り込みを取り消しました：{outcome.subject}（もう一度取り込めます）"]
    if folder is not None and receipt is not None:
        path = exchange_folder.put_beside(folder, receipt.name, receipt.content)
        value["files"] = [{"file": str(path), "kind": "receipt", "department": receipt.department}]
        lines.append(receipt_put(str(path)))
    return Reply(value, "\n".join(lines))


def _meant(context: Context, typed: str) -> str:
    """The package (id) that is meant by its number, by the beginning of its id, or by the name of its file; what is
    taken back already is meant only where nothing else is. Raises Problem."""
    filed = context.desk.ask(packages.all_filed, direction="in")
    numbered = [each for each in filed if each.id.startswith(typed) or each.number == typed]
    found = numbered or [each for each in filed if each.file is not None and fold(each.file) == fold(Path(typed).name)]
    found = [each for each in found if not each.cancelled] or found[-1:]
    if not found:
        raise rule("cancel.unknown", "undo", package=typed)
    if len(found) > 1:
        near = "、".join(each.id[:SHORT] for each in found)
        raise rule("cancel.which", "undo", package=typed, count=len(found), near=near)
    return found[0].id


def _take_back(
    change: Change, package: str, passphrase: str | None, *, receipt: bool
) -> tuple[Outcome, PackageFile | None]:
    """A form has nobody who could open a 受領票."""
    outcome = taking_back.cancel_taking_in(change, package)
    filed = packages.filed(change.connection, package)
    if not receipt or filed is None or filed.kind == "form":
        return outcome, None
    keys = sender_keys.open_keys(change.connection, passphrase)
    return outcome, delivering.cancelled_receipt(change, package, keys)

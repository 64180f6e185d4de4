"""Commands on files that travel: inquire, answer, view."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import cast

from dxdesk.cli.context import Context, Reply
from dxdesk.cli.options import Commands
from dxdesk.cli.passphrases import add_keys_passphrase, keys_passphrase
from dxdesk.desk import Desk, now
from dxdesk.domain.cycles import Cycle
from dxdesk.domain.errors import Problem, rule
from dxdesk.domain.packages import Records
from dxdesk.domain.permissions import Actor
from dxdesk.domain.schedules import Question
from dxdesk.operations import (
    exchange_folder,
    giving_forms,
    inquiring,
    receiving,
    secretariats_files,
)
from dxdesk.operations.sending import PackageFile
from dxdesk.preferences import exchange_folder_of, names_in_ascii
from dxdesk.store.making import make_database
from dxdesk.store.output_files import write_file
from dxdesk.store.queries import packages
from dxdesk.wording.exchange import answers_too, files_made
from dxdesk.wording.liaison import wished
from dxdesk.wording.screen import STATUS_QUESTIONS

MOST_BYTES = 8 * 1024 * 1024


def add_commands(commands: Commands[argparse.ArgumentParser], shared: argparse.ArgumentParser) -> None:
    """inquire, answer, view."""
    each = commands.add_parser("inquire", help="照会ファイルを課ごとにつくる", parents=[shared])
    each.add_argument("--out", metavar="DIR", help="照会ファイルを置くフォルダ（省くと受け渡しフォルダ）")
    each.add_argument("--passphrase", metavar="合言葉", help="照会ファイルを合言葉で閉じる（電話で伝えます）")
    each.add_argument("--excel", action="store_true", help="プログラムのない課のためのExcelの回答票もつくる")
    each.add_argument(
        "--file-names",
        choices=("japanese", "ascii"),
        help="ファイルの名前（省くと設定のとおり）。ascii: R6-2_03-81ca_inquiry.dxd のような英数字",
    )
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


def _in_ascii(context: Context, chosen: argparse.Namespace) -> bool:
    """Whether files get names in ASCII: as it was typed, else as it was chosen on this PC."""
    typed: str | None = chosen.file_names
    return typed == "ascii" if typed else names_in_ascii(context.desk.database_id)


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
        in_ascii=_in_ascii(context, chosen),
    )
    files = _put(folder, made)
    if chosen.excel:
        files += [_put_form(context, folder, cycle, each.package.stamp.department or "") for each in made]
    lines = [files_made(len(made), len(files) - len(made)), *(f"  {each['file']}" for each in files)]
    return Reply({"files": files}, "\n".join(lines))


def _put_form(context: Context, folder: Path, cycle: Cycle, department: str) -> dict[str, object]:
    made = context.desk.do(giving_forms.give_form, cycle, department, cast("dict[Question, str]", STATUS_QUESTIONS))
    path = exchange_folder.put_form(folder, made.name, made.content)
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
    content = read_file(path)
    secretariats_files.check_name(path.name, content)
    package = receiving.read_from_secretariat(content, chosen.passphrase)
    actor = context.actor_without_database()
    target, warnings = context.target, []
    if "://" not in target and not Path(target).exists():
        receiving.check_inquiry(package)
        department = (package.stamp.department,) if package.stamp.department else ()
        liaison = Actor("liaison" if department else "reader", department, actor.name)

        def begin(desk: Desk) -> receiving.Received:
            return desk.do(receiving.begin_liaison, package, file=path.name)

        make_database(target, lambda database: begin(Desk(database, liaison, now)))
        received = receiving.Received(
            package.id, package.stamp.kind, package.stamp.cycle, package.stamp.department, known=False
        )
    else:
        new = receiving.taken_on(package, context.desk.ask(packages.answering))
        received = context.desk.do(receiving.receive, package, file=path.name)
        warnings = [answers_too(new[1])] if new else []
    head = package.stamp.head
    subject = " ".join(each for each in (head.cycle, head.department) if each != "―")
    value = {
        "operation": "answer",
        "id": received.package,
        "subject": subject,
        "warnings": warnings,
        "kind": received.kind,
        "known": received.known,
        "database": target,
    }
    words = "は開いてあります。変わりはありません。" if received.known else "を開きました。"
    asked = wished(package.body.wishes) if isinstance(package.body, Records) else ""
    lines = (f"{head.kind}{words}（{subject}）", *([asked] if asked else []), *warnings)
    return Reply(value, "\n".join(lines))

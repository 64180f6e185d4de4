"""Commands that look after a database, and search."""

from __future__ import annotations

import argparse
from datetime import datetime
from pathlib import Path

from dxdesk.cli.context import Context, Reply
from dxdesk.cli.options import Commands
from dxdesk.domain.permissions import check_allowed
from dxdesk.store import backup, verification
from dxdesk.store.errors import StoreUnavailable
from dxdesk.store.queries.search import find


def add_commands(commands: Commands[argparse.ArgumentParser], shared: argparse.ArgumentParser) -> None:
    """search, backup, restore, verify."""
    each = commands.add_parser("search", help="取組・回答・会議録・用語・実績からさがす", parents=[shared])
    each.add_argument("text", metavar="言葉", help="さがす言葉")
    each.set_defaults(run=search)
    each = commands.add_parser("backup", help="控えをとる", parents=[shared])
    each.add_argument("--out", metavar="DIR", help="控えを置くフォルダ")
    each.set_defaults(run=back_up)
    each = commands.add_parser("restore", help="控えから元に戻す", parents=[shared])
    each.add_argument("file", metavar="FILE", help="控えのファイル（控えは backup のフォルダにあります）")
    each.set_defaults(run=restore)
    commands.add_parser("verify", help="データベースが無傷か確かめる", parents=[shared]).set_defaults(run=verify)


def search(context: Context, chosen: argparse.Namespace) -> Reply:
    """All hits that whoever asks may read."""
    hits = [each.hit for each in context.desk.ask(find, chosen.text, context.desk.actor.role)]
    words = {
        "initiative": "取組",
        "reply": "回答",
        "report": "報告",
        "minutes": "会議録",
        "term": "用語",
        "history": "実績",
    }
    lines = []
    for hit in hits:
        pending = "（受理前）" if hit.accepted is False else ""
        lines.append(f"［{words[hit.where]}］{hit.code or ''} {hit.title}{pending}　{hit.excerpt}")
    return Reply([hit.__dict__ for hit in hits], "\n".join(lines) or f"「{chosen.text}」に合うものはありません。")


def _now() -> datetime:
    return datetime.now().astimezone()


def back_up(context: Context, chosen: argparse.Namespace) -> Reply:
    """A checked copy, made while the database is in use."""
    folder = Path(chosen.out) if chosen.out else context.backups or Path()
    made = backup.back_up(context.desk.database, folder, reason="asked", now=_now())
    return Reply({"file": str(made)}, f"控えをとりました：{made}")


def restore(context: Context, chosen: argparse.Namespace) -> Reply:
    """A copy put in the database's place; what was there is kept. Raises Problem for anybody but the secretariat."""
    check_allowed(context.actor_without_database(), "administer")
    if context.backups is None:
        raise StoreUnavailable("server_backup", "")
    copy, target = Path(chosen.file), Path(context.target)
    if not copy.exists():
        raise StoreUnavailable("backup_missing", copy, {"other": str(context.backups)})
    if target.exists() and copy.samefile(target):
        raise StoreUnavailable("own_backup", copy, {"other": str(context.backups)})
    kept = backup.restore(copy, target, _now())
    words = f"（それまでのものは {kept} にあります）" if kept else ""
    return Reply(
        {"file": context.target, "kept": str(kept) if kept else None},
        f"控えから元に戻しました：{context.target}{words}",
    )


CHECKS = {
    "pages": "ファイルの傷み",
    "schema": "データベースの形",
    "records": "回答などの記録",
    "audit": "操作の履歴のつながり",
    "references": "記録どうしのつながり",
}


def verify(context: Context, _chosen: argparse.Namespace) -> Reply:
    """Pages, schema, record hashes, the audit chain and what records name."""
    target = context.desk.database.target
    report = verification.verify(context.desk.database)
    lines = [f"{'○' if each.ok else '×'} {CHECKS[each.name]}　{each.detail}".rstrip() for each in report.checks]
    if report.ok:
        lines.append(f"「{target}」は無傷です（記録 {report.records}件、履歴の末尾 {report.audit_head[:16]}）。")
    else:
        lines.append(f"「{target}」に傷みが見つかりました。何も変えていません。控えから元に戻してください。")
    value = {
        "ok": report.ok,
        "checks": [each.__dict__ for each in report.checks],
        "audit_head": report.audit_head,
        "records": report.records,
    }
    return Reply(value, "\n".join(lines), code=0 if report.ok else 1)

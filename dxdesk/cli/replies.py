"""Commands on answers: record, hand-in, withdraw, confirm, accept, return, consolidate, settle."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Concatenate, ParamSpec, TypeVar

from dxdesk.cli.context import Context, Reply, done
from dxdesk.cli.corrections import correction_files
from dxdesk.cli.exchange import folder_for
from dxdesk.cli.options import SEPARATORS, Commands
from dxdesk.cli.passphrases import add_keys_passphrase, keys_passphrase
from dxdesk.cli.words import DISCUSS_WORDS, FIELD_NAMES, choices, discuss_key, field_key
from dxdesk.domain.cycles import Cycle
from dxdesk.domain.drafts import field_value
from dxdesk.domain.errors import Problem
from dxdesk.operations import delivering, exchange_folder, giving_replies, handing_over, replies, reviews, sender_keys
from dxdesk.operations.change import Change
from dxdesk.operations.sending import PackageFile
from dxdesk.store.queries import finding, packages, plans
from dxdesk.store.queries.delivered import receiver
from dxdesk.wording.sentences import FIELDS

P = ParamSpec("P")
T = TypeVar("T")

TEXT_OPTIONS = {
    "status": ("状況", "今の状況（ok・warn・late・done・none・stop・na、または呼び名）"),
    "stage": ("段階", "実施段階（呼び名でもよい）"),
    "results": ("文", "今回の実績"),
    "issues": ("文", "課題"),
    "next": ("文", "次にすること"),
    "ask": ("文", "決めてほしいこと"),
    "direction": ("語", "次年度の方向性（町の設定にある語）"),
    "budget": ("千円", "次年度の予算（千円単位の額、または 要求しない・額は未定）"),
    "budget_source": ("文", "予算の財源"),
}


def add_commands(commands: Commands[argparse.ArgumentParser], shared: argparse.ArgumentParser) -> None:
    """record, hand-in, withdraw, confirm, accept, return, consolidate, settle."""
    each = commands.add_parser("record", help="回答を下書きする", parents=[shared])
    each.add_argument("--initiative", required=True, metavar="番号", help="取組の番号")
    _fields(each)
    each.add_argument("--discuss", metavar="扱い", help=choices(DISCUSS_WORDS))
    each.add_argument("--indicator", action="append", default=[], metavar="指標=値", help="指標の値（何度でも）")
    each.add_argument("--memo", metavar="文", help="非公表メモ")
    each.set_defaults(run=record, own="draft")
    words = "回答ファイル、またはそれを置くフォルダ（課のデータベースで。省くと受け渡しフォルダ）"
    each = commands.add_parser(
        "hand-in", help="書き終えた回答を提出する（課のデータベースでは回答ファイルにする）", parents=[shared]
    )
    each.add_argument("--out", metavar="FILE", help=words)
    each.set_defaults(run=hand_in, own="hand_over")
    each = commands.add_parser("withdraw", help="提出した回答を取り下げる", parents=[shared])
    each.add_argument("--initiative", required=True, metavar="番号", help="取組の番号")
    each.set_defaults(run=withdraw, own="withdraw")
    each = commands.add_parser("confirm", help="所属長の確認を記す", parents=[shared])
    each.add_argument("--initiative", required=True, metavar="番号", help="取組の番号")
    each.add_argument("--by", required=True, metavar="名前", help="確認した方")
    each.add_argument("--title", metavar="職", help="確認した方の職")
    each.set_defaults(run=confirm, own="confirm")
    each = commands.add_parser("accept", help="回答を受理する", parents=[shared])
    each.add_argument("--initiative", metavar="番号", help="取組の番号")
    each.add_argument("--all", action="store_true", help="提出分をまとめて受理する（課や番号を書けばその分だけ）")
    each.set_defaults(run=accept)
    each = commands.add_parser("return", help="回答を差し戻す", parents=[shared])
    each.add_argument("--initiative", required=True, metavar="番号", help="取組の番号")
    each.add_argument("--field", action="append", required=True, metavar="欄", help="直す欄（課題、issues など）")
    each.add_argument("--reason", required=True, metavar="問い", help="課に聞くこと（1文）")
    each.add_argument("--out", metavar="DIR", help="差戻しファイルを置くフォルダ")
    add_keys_passphrase(each)
    each.set_defaults(run=return_)
    each = commands.add_parser("consolidate", help="複数の課の回答を取りまとめる", parents=[shared])
    each.add_argument("--initiative", required=True, metavar="番号", help="取組の番号")
    each.add_argument("--use", metavar="課", help="この課の回答をそのまま使う")
    each.add_argument("--discuss", metavar="扱い", help=choices(DISCUSS_WORDS))
    each.add_argument("--withdraw", action="store_true", help="取りまとめを取り下げる")
    _fields(each)
    each.set_defaults(run=consolidate)
    words = "--department を省くと、取りまとめのくいちがいを決めます。"
    each = commands.add_parser("settle", help="くいちがいを欄ごとに決める", description=words, parents=[shared])
    each.add_argument("--initiative", required=True, metavar="番号", help="取組の番号")
    each.add_argument(
        "--field",
        action="append",
        required=True,
        metavar="欄=ours|theirs|both",
        help="どちらを使うか（先の文 ours、後の文 theirs、両方 both）",
    )
    each.add_argument("--out", metavar="DIR", help="直した文を課に知らせる席上修正ファイルを置くフォルダ")
    add_keys_passphrase(each)
    each.set_defaults(run=settle)


def _fields(parser: argparse.ArgumentParser) -> None:
    for name, (metavar, words) in TEXT_OPTIONS.items():
        parser.add_argument(f"--{name.replace('_', '-')}", metavar=metavar, help=words)
    parser.add_argument("--field", action="append", default=[], metavar="欄=値", help="ほかの欄（何度でも）")


def _pair(typed: str, place: str) -> tuple[str, str]:
    name, equals, value = typed.partition("=")
    if not equals:
        raise Problem("field.form", place, {"text": typed})
    return name.strip(), value


def given_fields(chosen: argparse.Namespace) -> Mapping[str, object]:
    """The fields given on the command line; an empty text clears one."""
    given: dict[str, object] = {
        name: getattr(chosen, name) for name in (*TEXT_OPTIONS, "discuss") if getattr(chosen, name) is not None
    }
    for each in chosen.field:
        name, value = _pair(each, "field")
        key = field_key(name, name)
        given[key] = field_value(key, value)
    if isinstance(given.get("discuss"), str):
        given["discuss"] = discuss_key(str(given["discuss"]))
    if getattr(chosen, "memo", None) is not None:
        given["private_memo"] = chosen.memo
    return given


def _at(
    change: Change,
    cycle: Cycle,
    code: str,
    department: str | None,
    operation: Callable[Concatenate[Change, replies.Place, P], T],
    *rest: P.args,
    **named: P.kwargs,
) -> T:
    """Finds the slot and does the operation on it, in the same transaction."""
    return operation(change, replies.find_place(change, cycle, code, department), *rest, **named)


def record(context: Context, chosen: argparse.Namespace) -> Reply:
    """A draft with the given fields."""
    indicators = dict(_pair(each, "indicator") for each in chosen.indicator)
    outcome = context.desk.do(
        _at,
        context.cycle(),
        chosen.initiative,
        chosen.department,
        replies.record_draft,
        given_fields(chosen),
        indicators,
    )
    return done(outcome, f"下書きを保存しました：{outcome.subject}")


def hand_in(context: Context, chosen: argparse.Namespace) -> Reply:
    """Every complete draft submitted; incomplete ones listed."""
    cycle = context.cycle(only_open=not context.names_cycle)
    if context.desk.ask(plans.identity).kind == "liaison":
        return _hand_over(context, chosen, cycle)
    handed = context.desk.do(handing_over.hand_in, cycle, chosen.department)
    lines = [f"{len(handed.submitted)}件を提出しました。", *(f"  {each.subject}" for each in handed.submitted)]
    incomplete = [{"place": each.place, "missing": list(each.missing)} for each in handed.incomplete]
    warnings = [
        f"まだ書いていない欄があります：{each.place}（{'、'.join(FIELDS[field] for field in each.missing)}）"
        for each in handed.incomplete
    ]
    if chosen.out:
        warnings.append("事務局のデータベースでは、提出がそのまま届きます。回答ファイルはつくりませんでした。")
    value = {
        "operation": "hand-in",
        "id": None,
        "subject": chosen.department,
        "warnings": warnings,
        "submitted": [{"id": each.id, "subject": each.subject} for each in handed.submitted],
        "incomplete": incomplete,
    }
    return Reply(value, "\n".join(lines), warnings)


def _hand_over(context: Context, chosen: argparse.Namespace, cycle: Cycle) -> Reply:
    """On a liaison's database: complete drafts submitted, then the reply file of the department."""
    try:
        handed = context.desk.do(handing_over.hand_in, cycle, chosen.department)
    except Problem as problem:
        if problem.code != "hand_in.none":
            raise
        handed = handing_over.HandedIn((), ())
    department = chosen.department or _only_department(context, cycle)
    target = Path(chosen.out) if chosen.out else folder_for(context, None, "hand_over.where")
    path, made = context.desk.do(_give, cycle, department, target)
    warnings = [
        f"まだ書いていない欄があります：{each.place}（{'、'.join(FIELDS[field] for field in each.missing)}）"
        for each in handed.incomplete
    ]
    value = {
        "operation": "hand-in",
        "id": made.package.id,
        "subject": made.department,
        "warnings": warnings,
        "submitted": [{"id": each.id, "subject": each.subject} for each in handed.submitted],
        "incomplete": [{"place": each.place, "missing": list(each.missing)} for each in handed.incomplete],
        "files": [{"file": str(path), "kind": "reply", "department": made.department}],
    }
    return Reply(value, f"回答ファイルを置きました：{path}（{made.package.stamp.head.count}件）", warnings)


def _give(change: Change, cycle: Cycle, department: str, target: Path) -> tuple[Path, PackageFile]:
    own = finding.department(change.connection, department).id
    path = giving_replies.place_in(change.connection, target, cycle, own) if target.is_dir() else target
    return path, giving_replies.give_reply(change, cycle, own, path)


def _only_department(context: Context, cycle: Cycle) -> str:
    """The department whose 照会 came for this cycle; Problem where there are several."""
    names = context.desk.ask(plans.departments)
    found = {each.department for each in context.desk.ask(packages.reply_keys_of, cycle.id)}
    words = [each.name for each in names if each.id in found]
    if len(words) != 1:
        raise Problem("hand_over.which", "department", {"near": "、".join(words) or "（なし）"})
    return words[0]


def withdraw(context: Context, chosen: argparse.Namespace) -> Reply:
    """The newest answer of a slot taken back; its words are the draft again."""
    outcome = context.desk.do(_at, context.cycle(), chosen.initiative, chosen.department, replies.withdraw)
    return done(outcome, f"取り下げました：{outcome.subject}（文は下書きに残っています）")


def confirm(context: Context, chosen: argparse.Namespace) -> Reply:
    """所属長確認 of the newest answer."""
    outcome = context.desk.do(
        _at,
        context.cycle(),
        chosen.initiative,
        chosen.department,
        replies.confirm,
        by=chosen.by,
        title=chosen.title,
    )
    return done(outcome, f"所属長の確認を記しました：{outcome.subject}")


def accept(context: Context, chosen: argparse.Namespace) -> Reply:
    """One answer, or all submitted ones (of a department, of a unit), accepted."""
    cycle = context.cycle()
    if chosen.all:
        found = context.desk.do(reviews.accept_all, cycle, department=chosen.department, code=chosen.initiative)
        value = {
            "operation": "accept",
            "id": None,
            "subject": cycle.name,
            "warnings": [],
            "accepted": [{"id": each.id, "subject": each.subject} for each in found],
        }
        lines = [f"{len(found)}件を受理しました。", *(f"  {each.subject}" for each in found)]
        return Reply(value, "\n".join(lines))
    if chosen.initiative is None:
        raise Problem("accept.which", "initiative")
    outcome = context.desk.do(_at, cycle, chosen.initiative, chosen.department, reviews.accept_reply)
    return done(outcome, f"受理しました：{outcome.subject}")


def return_(context: Context, chosen: argparse.Namespace) -> Reply:
    """One answer returned with a question."""
    cycle = context.cycle()
    folder = exchange_folder.check_folder(Path(chosen.out)) if chosen.out else None
    outcome = context.desk.do(
        _at,
        cycle,
        chosen.initiative,
        chosen.department,
        reviews.return_reply,
        [field_key(name, "field") for each in chosen.field for name in SEPARATORS.split(each) if name],
        chosen.reason,
    )
    if folder is None:
        return done(outcome, f"差し戻しました：{outcome.subject}")
    made = context.desk.do(_delivery, cycle, chosen)
    path = exchange_folder.put(folder, made.name, made.content)
    files = [{"file": str(path), "kind": "return", "department": made.department}]
    return done(outcome, f"差し戻しました：{outcome.subject}\n差戻しファイルを置きました：{path}", {"files": files})


def _delivery(change: Change, cycle: Cycle, chosen: argparse.Namespace) -> PackageFile:
    place = replies.find_place(change, cycle, chosen.initiative, chosen.department)
    keys = sender_keys.ready_keys(change, keys_passphrase(chosen))
    return delivering.deliver(change, cycle, receiver(change.connection, place.department.id), "return", keys)


def consolidate(context: Context, chosen: argparse.Namespace) -> Reply:
    """取りまとめ of a unit, or its withdrawal."""
    cycle = context.cycle()
    if chosen.withdraw:
        outcome = context.desk.do(reviews.withdraw_consolidation, cycle, chosen.initiative)
        return done(outcome, f"取りまとめを取り下げました：{outcome.subject}")
    values = given_fields(chosen)
    if chosen.use is None and not values:
        raise Problem("consolidate.empty", "initiative")
    outcome = context.desk.do(reviews.consolidate, cycle, chosen.initiative, use=chosen.use, values=values)
    return done(outcome, f"取りまとめました：{outcome.subject}")


def settle(context: Context, chosen: argparse.Namespace) -> Reply:
    """A くいちがい decided field by field."""
    keys = {name: key for key, name in FIELD_NAMES.items()}
    pairs = [_pair(each, "field") for each in chosen.field]
    decided = {keys.get(name, name): reviews.choice(value) for name, value in pairs}
    folder = exchange_folder.check_folder(Path(chosen.out)) if chosen.out else None
    passphrase, cycle = keys_passphrase(chosen), context.cycle()
    outcome = context.desk.do(reviews.settle, cycle, chosen.initiative, chosen.department, decided)
    words = f"くいちがいを直しました：{outcome.subject}"
    if folder is None or chosen.department is None:
        return done(outcome, words)
    files = correction_files(context, cycle, folder, passphrase, chosen.department)
    lines = [f"席上修正ファイルを置きました：{each['file']}" for each in files]
    return done(outcome, "\n".join([words, *lines]), {"files": files})

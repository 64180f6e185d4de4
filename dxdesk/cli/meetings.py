"""Commands of a meeting, so that a whole one runs without the screen. Each says which meeting it was about."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from dxdesk.cli import carrying
from dxdesk.cli.context import Context, Reply, day, done
from dxdesk.cli.corrections import correction_files
from dxdesk.cli.meetings_shown import action_list, agenda_text, meeting_list, meeting_record, meeting_text, place_words
from dxdesk.cli.options import SEPARATORS, Commands, common, key_of
from dxdesk.cli.passphrases import add_keys_passphrase, keys_passphrase
from dxdesk.cli.words import choices, field_key
from dxdesk.domain.errors import Problem
from dxdesk.domain.meetings import ActionState, Meeting
from dxdesk.operations import action_items, agenda, meeting_records, meetings, minutes
from dxdesk.operations.change import Change, Outcome
from dxdesk.operations.exchange_folder import check_folder
from dxdesk.operations.next_meeting import close_until
from dxdesk.store.queries import cycles
from dxdesk.store.queries import meetings as on_file
from dxdesk.store.queries import minutes as minutes_on_file
from dxdesk.store.queries.board import ACTION_WORDS
from dxdesk.store.queries.meeting_days import day_doubts
from dxdesk.wording_meeting import ITEM_KINDS, PRESENCES, REMARK_KINDS, RESULT_WORDS, phrases_for
from dxdesk.wording_meeting_days import warning_words


def add_commands(commands: Commands[argparse.ArgumentParser], shared: argparse.ArgumentParser) -> None:
    """meeting and everything below it."""
    parser = commands.add_parser("meeting", help="会議を進める", parents=[shared])
    verbs = parser.add_subparsers(metavar="操作", required=True)
    own = _with_meeting(common())
    each = verbs.add_parser("hold", help="会議をつくる", parents=[shared])
    each.add_argument("--body", required=True, metavar="会議体", help="計画にある会議体の名前")
    each.add_argument("--date", required=True, metavar="日", help="会議の日（R7.2.13 など）")
    each.add_argument("--from", dest="begins", metavar="13:30", help="始まりの時刻")
    each.add_argument("--to", dest="ends", metavar="15:00", help="終わりの時刻")
    each.add_argument("--place", metavar="場所", help="会議の場所")
    each.set_defaults(run=hold)
    verbs.add_parser("list", help="会議の一覧を見る", parents=[shared]).set_defaults(run=list_)
    each = verbs.add_parser("attend", help="出欠を記す", parents=[_with_meeting(common("--name", "--as"))])
    each.add_argument("--name", dest="attendee", required=True, metavar="名前", help="出欠を記す方の名前")
    each.add_argument("--title", metavar="職", help="職（名簿とちがうとき）")
    each.add_argument("--as", dest="presence", required=True, metavar="出欠", help=choices(PRESENCES))
    each.add_argument("--proxy-for", metavar="名前", help="だれの代理か")
    each.add_argument("--new", action="store_true", help="出席者にない方を加える")
    each.set_defaults(run=attend)
    each = verbs.add_parser("leave-out", help="まちがえて加えた方を外す", parents=[_with_meeting(common("--name"))])
    each.add_argument("--name", dest="attendee", required=True, metavar="名前", help="名簿から外す方の名前")
    each.set_defaults(run=leave_out)
    _agenda_commands(verbs.add_parser("agenda", help="次第", parents=[own]), own)
    _record_commands(verbs, own)
    each = verbs.add_parser("close", help="会議を閉じる", parents=[own])
    each.add_argument("--to", dest="ends", metavar="15:00", help="閉じた時刻")
    each.add_argument("--next", dest="next_day", metavar="日", help="次の会議の日（会議録に載ります）")
    each.add_argument("--out", metavar="DIR", help="席上修正ファイルを置くフォルダ")
    add_keys_passphrase(each)
    each.set_defaults(run=close)
    each = verbs.add_parser("reopen", help="閉じた会議を開け直す", parents=[own])
    each.add_argument("--reason", required=True, metavar="理由", help="開け直す理由（1文）")
    each.set_defaults(run=reopen)
    verbs.add_parser("show", help="会議の記録を見る", parents=[own]).set_defaults(run=show)
    _minutes_commands(verbs.add_parser("minutes", help="会議録", parents=[own]), own)
    carrying.add_commands(verbs, shared)


def _record_commands(verbs: Commands[argparse.ArgumentParser], own: argparse.ArgumentParser) -> None:
    each = verbs.add_parser("decide", help="決定を記す", parents=[own])
    each.add_argument("--item", type=int, required=True, metavar="議題", help="議題の番号（次第のもの）")
    each.add_argument("--result", required=True, metavar="結果", help=choices(RESULT_WORDS))
    each.add_argument("--text", required=True, metavar="文", help="決定の文")
    each.add_argument("--read-back", action="store_true", help="この文を復唱した")
    each.set_defaults(run=decide)
    each = verbs.add_parser(
        "action", help="宿題を記す、済みか次回へにする", parents=[_with_meeting(common("--department"))]
    )
    each.add_argument("--item", type=int, metavar="議題", help="議題の番号（なければ会議全体）")
    each.add_argument(
        "--department", dest="departments", action="append", default=[], metavar="課", help="担当の課（いくつでも）"
    )
    each.add_argument("--due", default="next", metavar="日|next", help="期限の日、または next（次回会議）")
    what = each.add_mutually_exclusive_group(required=True)
    what.add_argument("--text", metavar="文", help="新しい宿題")
    what.add_argument("--done", metavar="宿題の番号", help="対応済みにする")
    what.add_argument("--carry", metavar="宿題の番号", help="次回へ送る")
    each.add_argument("--outcome", metavar="文", help="したこと（--done か --carry とともに）")
    each.set_defaults(run=action)
    verbs.add_parser("actions", help="今回と前回の宿題を見る", parents=[own]).set_defaults(run=actions)
    each = verbs.add_parser("remark", help="発言を記す", parents=[own])
    each.add_argument("--item", type=int, required=True, metavar="議題", help="議題の番号（次第のもの）")
    each.add_argument("--speaker", required=True, metavar="名前", help="発言した方の名前か職")
    each.add_argument("--kind", default="opinion", metavar="種類", help=choices(REMARK_KINDS))
    each.add_argument("--text", required=True, metavar="文", help="発言の要点")
    each.set_defaults(run=remark)
    each = verbs.add_parser("correct", help="席上修正を記す", parents=[own])
    each.add_argument("--initiative", required=True, metavar="番号", help="取組の番号")
    each.add_argument("--field", required=True, metavar="欄", help="直す欄（results・課題 など）")
    each.add_argument("--value", required=True, metavar="値", help="直した後の文や値")
    each.add_argument("--asked-by", required=True, metavar="名前", help="だれの求めで直したか")
    each.set_defaults(run=correct)


def _with_meeting(parser: argparse.ArgumentParser) -> argparse.ArgumentParser:
    words = "会議のid、日付、会議体のどれか（省くと、開いている回の最新の会議）"
    group = parser.add_argument_group("会議の指定")
    group.add_argument("--meeting", metavar="会議", default=argparse.SUPPRESS, help=words)
    return parser


def _said(outcome: Outcome, text: str, meeting: Meeting, *, warnings: Sequence[str] = ()) -> Reply:
    """The reply about a meeting, with its body and day: the next command may mean another one."""
    return done(outcome, f"{text}：{outcome.subject}（{place_words(meeting)}）", warnings=warnings)


def _agenda_commands(parser: argparse.ArgumentParser, own: argparse.ArgumentParser) -> None:
    verbs = parser.add_subparsers(metavar="操作", required=True)
    verbs.add_parser("propose", help="議題の案を次第に載せる", parents=[own]).set_defaults(run=agenda_propose)
    verbs.add_parser("list", help="次第を見る", parents=[own]).set_defaults(run=agenda_list)
    each = verbs.add_parser("add", help="議題を加える", parents=[own])
    each.add_argument("--initiative", metavar="番号", help="載せる取組の番号")
    each.add_argument("--title", metavar="件名", help="取組でない議題の件名")
    each.add_argument("--kind", default="discuss", metavar="種類", help=choices(ITEM_KINDS))
    each.add_argument("--minutes", type=int, metavar="分", help="見込みの分")
    each.add_argument("--ask", metavar="文", help="決めること")
    each.set_defaults(run=agenda_add)


def _minutes_commands(parser: argparse.ArgumentParser, own: argparse.ArgumentParser) -> None:
    verbs = parser.add_subparsers(metavar="操作", required=True)
    verbs.add_parser("draft", help="記録から案をつくり直す", parents=[own]).set_defaults(run=minutes_draft)
    each = verbs.add_parser("confirm", help="会議録を確定する", parents=[own])
    each.add_argument("--by", required=True, metavar="名前", help="確認した方の名前")
    each.add_argument("--on", required=True, metavar="日", help="確認した日")
    each.add_argument("--reason", metavar="理由", help="確定したあとで直すとき")
    each.set_defaults(run=minutes_confirm)


def hold(context: Context, chosen: argparse.Namespace) -> Reply:
    """A meeting of a body on the cycle."""
    cycle, held_on = context.cycle(), day(chosen.date, "date")
    doubts = context.desk.ask(day_doubts, cycle, held_on)
    outcome = context.desk.do(
        meetings.hold_meeting,
        cycle,
        chosen.body,
        day=held_on,
        begins=chosen.begins,
        ends=chosen.ends,
        place=chosen.place,
    )
    meeting = context.desk.ask(on_file.meeting, outcome.id)
    warnings = [warning_words(each, held_on) for each in doubts]
    return done(outcome, f"会議をつくりました：{place_words(meeting)}（{cycle.name}）", warnings=warnings)


def attend(context: Context, chosen: argparse.Namespace) -> Reply:
    """Who came."""
    meeting = context.meeting()
    presence = key_of(chosen.presence, PRESENCES, "presence.unknown", "as")
    outcome = context.desk.do(
        meetings.attend,
        meeting,
        chosen.attendee,
        presence,
        title=chosen.title,
        proxy_for=chosen.proxy_for,
        new=chosen.new,
    )
    return _said(outcome, f"{PRESENCES[presence]}と記しました", meeting)


def leave_out(context: Context, chosen: argparse.Namespace) -> Reply:
    """Somebody added by mistake is taken off the attendance."""
    meeting = context.meeting()
    return _said(context.desk.do(meetings.leave_out, meeting, chosen.attendee), "出席者から外しました", meeting)


def _items(context: Context, meeting: Meeting) -> list[dict[str, object]]:
    return [
        {"number": each.number, "kind": each.kind, "code": each.code, "title": each.title,
         "minutes": each.minutes, "ask": each.ask}
        for each in context.desk.ask(on_file.agenda, meeting.id)
    ]  # fmt: skip


def agenda_propose(context: Context, _chosen: argparse.Namespace) -> Reply:
    """The proposed discussions put on the agenda."""
    meeting = context.meeting()
    found = context.desk.do(agenda.adopt_proposal, meeting)
    return Reply(_items(context, meeting), f"議題を{len(found)}件載せました（{place_words(meeting)}）。")


def agenda_list(context: Context, _chosen: argparse.Namespace) -> Reply:
    """The agenda."""
    meeting = context.meeting()
    return Reply(_items(context, meeting), agenda_text(meeting, context.desk.ask(on_file.agenda, meeting.id)))


def agenda_add(context: Context, chosen: argparse.Namespace) -> Reply:
    """One more item."""
    meeting = context.meeting()
    outcome = context.desk.do(
        agenda.add_item,
        meeting,
        key_of(chosen.kind, ITEM_KINDS, "agenda.kind", "kind"),
        code=chosen.initiative,
        title=chosen.title,
        minutes=chosen.minutes,
        ask=chosen.ask,
    )
    number = len(context.desk.ask(on_file.agenda, meeting.id))
    return _said(outcome, f"次第の{number}に加えました", meeting)


def decide(context: Context, chosen: argparse.Namespace) -> Reply:
    """A decision."""
    meeting = context.meeting()
    result = key_of(chosen.result, RESULT_WORDS, "result.unknown", "result")
    moment = context.desk.moment() if chosen.read_back else None
    record = meeting_records.record_decision
    outcome = context.desk.do(record, meeting, chosen.item, result, chosen.text, read_back=moment)
    return _said(outcome, f"決定（{RESULT_WORDS[result]}）を記しました", meeting)


def action(context: Context, chosen: argparse.Namespace) -> Reply:
    """A 宿題, or what became of one."""
    if chosen.text is None:  # nobody is given anything: a department is the one that has done it
        chosen.department, chosen.own = next(iter(chosen.departments), chosen.department), "follow_up"
        return _finish(context, chosen)
    if chosen.outcome:
        raise Problem("action.outcome", "outcome")
    meeting = context.meeting()
    due = None if chosen.due == "next" else day(chosen.due, "due")
    departments = [name for each in chosen.departments for name in SEPARATORS.split(each)]
    outcome = context.desk.do(meeting_records.record_action, meeting, chosen.item, departments, due, chosen.text)
    numbers = {each.action.id: each.number for each in context.desk.ask(on_file.numbered_actions, meeting.cycle)}
    return _said(outcome, f"宿題{numbers[outcome.id]}を記しました", meeting)


def _finish(context: Context, chosen: argparse.Namespace) -> Reply:
    known = context.desk.ask(meeting_records.open_actions, context.cycle(only_open=False))
    if getattr(chosen, "meeting", None):
        held = context.meeting()
        known = context.desk.ask(on_file.numbered_actions, held.cycle)
        known = tuple(each for each in known if each.meeting.id == held.id)
    found = meeting_records.find_action(known, chosen.done or chosen.carry)
    state: ActionState = "done" if chosen.done else "carried"
    outcome = context.desk.do(action_items.follow_up, found.action.id, state, chosen.outcome)
    words = ACTION_WORDS[state]
    return _said(outcome, f"宿題{found.number}を「{words}」にしました", found.meeting)


def remark(context: Context, chosen: argparse.Namespace) -> Reply:
    """A remark."""
    meeting = context.meeting()
    kind = key_of(chosen.kind, REMARK_KINDS, "remark.kind", "kind")
    outcome = context.desk.do(meeting_records.record_remark, meeting, chosen.item, chosen.speaker, chosen.text, kind)
    return _said(outcome, f"発言（{REMARK_KINDS[kind]}）を記しました", meeting)


def correct(context: Context, chosen: argparse.Namespace) -> Reply:
    """席上修正."""
    meeting = context.meeting()
    outcome = context.desk.do(
        meeting_records.correct_on_floor,
        meeting,
        chosen.initiative,
        field_key(chosen.field, "field"),
        chosen.value,
        chosen.asked_by,
    )
    return _said(outcome, "席上修正を記しました", meeting)


def _close_and_draft(change: Change, meeting: Meeting, ends: str | None, next_day: date | None) -> Outcome:
    outcome = close_until(change, meeting, next_day, ends=ends)
    minutes.draft(change, meeting, phrases_for)
    return outcome


def close(context: Context, chosen: argparse.Namespace) -> Reply:
    """The meeting closed and its minutes drafted."""
    meeting = context.meeting()
    folder, passphrase = check_folder(Path(chosen.out)) if chosen.out else None, keys_passphrase(chosen)
    next_day = day(chosen.next_day, "next") if chosen.next_day else None
    outcome = context.desk.do(_close_and_draft, meeting, chosen.ends, next_day)
    words = f"会議を閉じて、会議録の案をつくりました：{place_words(meeting)}"
    if folder is None:
        return done(outcome, words)
    cycle = context.desk.ask(cycles.cycle, meeting.cycle)
    files = correction_files(context, cycle, folder, passphrase)
    lines = [f"席上修正ファイルを置きました：{each['file']}" for each in files]
    return done(outcome, "\n".join([words, *lines]), {"files": files})


def reopen(context: Context, chosen: argparse.Namespace) -> Reply:
    """The closed meeting open again."""
    meeting = context.meeting()
    outcome = context.desk.do(meetings.reopen_meeting, meeting, chosen.reason)
    return done(outcome, f"会議を開け直しました：{place_words(meeting)}")


def show(context: Context, _chosen: argparse.Namespace) -> Reply:
    """What was recorded."""
    record = context.desk.ask(on_file.record, context.meeting())
    return Reply(meeting_record(record, context), meeting_text(record, context))


def list_(context: Context, _chosen: argparse.Namespace) -> Reply:
    """Every meeting, or those of the cycle named."""
    return meeting_list(context)


def actions(context: Context, _chosen: argparse.Namespace) -> Reply:
    """The 宿題 of the cycle and of the one before it."""
    return action_list(context)


def minutes_draft(context: Context, _chosen: argparse.Namespace) -> Reply:
    """A new draft of the minutes from what was recorded."""
    meeting = context.meeting()
    outcome = context.desk.do(minutes.draft, meeting, phrases_for)
    return done(outcome, f"会議録の案をつくりました：{place_words(meeting)}")


def minutes_confirm(context: Context, chosen: argparse.Namespace) -> Reply:
    """The minutes confirmed by a person on a day."""
    meeting = context.meeting()
    if not context.desk.ask(minutes_on_file.versions, meeting.id):
        raise Problem("minutes.none", "meeting", kind="rule")
    outcome = context.desk.do(minutes.confirm, meeting, by=chosen.by, on=day(chosen.on, "on"), reason=chosen.reason)
    return done(outcome, f"会議録を確定しました：{place_words(meeting)}")

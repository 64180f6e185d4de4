"""Commands of a meeting, so that a whole one runs without the screen. Each says which meeting it was about."""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path

from dxdesk.cli import carrying, meetings_dropped, meetings_recorded
from dxdesk.cli.context import Context, Reply, day, done
from dxdesk.cli.corrections import correction_files
from dxdesk.cli.meetings_left_open import left_open
from dxdesk.cli.meetings_recorded import said, with_meeting
from dxdesk.cli.meetings_shown import (
    agenda_text,
    meeting_list,
    meeting_record,
    meeting_text,
    place_words,
    which_words,
)
from dxdesk.cli.options import Commands, common, key_of
from dxdesk.cli.passphrases import add_keys_passphrase, keys_passphrase
from dxdesk.cli.words import choices
from dxdesk.domain.agenda import minutes_between, total_minutes
from dxdesk.domain.errors import Problem
from dxdesk.domain.meetings import Meeting
from dxdesk.operations import agenda, meetings, minutes
from dxdesk.operations.agenda_changes import fill_agenda
from dxdesk.operations.change import Change, Outcome
from dxdesk.operations.exchange_folder import check_folder
from dxdesk.operations.meeting_cancelling import cancel_meeting
from dxdesk.operations.next_meeting import close_until
from dxdesk.store.queries import cycles
from dxdesk.store.queries import meetings as on_file
from dxdesk.store.queries import minutes as minutes_on_file
from dxdesk.store.queries.meeting_days import day_doubts
from dxdesk.wording.meeting import ITEM_KINDS, PRESENCES, phrases_for, replaced_proxy
from dxdesk.wording.meeting_days import warning_words
from dxdesk.wording.meeting_screen import REST_TITLE, total_words


def add_commands(commands: Commands[argparse.ArgumentParser], shared: argparse.ArgumentParser) -> None:
    """meeting and everything below it."""
    parser = commands.add_parser("meeting", help="会議を進める", parents=[shared])
    verbs = parser.add_subparsers(metavar="操作", required=True)
    own = with_meeting(common())
    each = verbs.add_parser("hold", help="会議をつくる", parents=[shared])
    each.add_argument("--body", required=True, metavar="会議体", help="計画にある会議体の名前")
    each.add_argument("--date", required=True, metavar="日", help="会議の日（R7.2.13 など）")
    each.add_argument("--from", dest="begins", metavar="13:30", help="始まりの時刻")
    each.add_argument("--to", dest="ends", metavar="15:00", help="終わりの時刻")
    each.add_argument("--place", metavar="場所", help="会議の場所")
    each.set_defaults(run=hold)
    verbs.add_parser("list", help="会議の一覧を見る", parents=[shared]).set_defaults(run=list_)
    each = verbs.add_parser("attend", help="出欠を記す", parents=[with_meeting(common("--name", "--as"))])
    each.add_argument("--name", dest="attendee", required=True, metavar="名前", help="出欠を記す方の名前")
    each.add_argument("--title", metavar="職", help="職（名簿とちがうとき）")
    each.add_argument("--as", dest="presence", required=True, metavar="出欠", help=choices(PRESENCES))
    each.add_argument("--proxy-for", metavar="名前", help="だれの代理か")
    each.add_argument("--new", action="store_true", help="出席者にない方を加える")
    each.set_defaults(run=attend)
    each = verbs.add_parser("leave-out", help="まちがえて加えた方を外す", parents=[with_meeting(common("--name"))])
    each.add_argument("--name", dest="attendee", required=True, metavar="名前", help="名簿から外す方の名前")
    each.set_defaults(run=leave_out)
    _agenda_commands(verbs.add_parser("agenda", help="次第", parents=[own]), own)
    meetings_recorded.add_commands(verbs, own)
    meetings_dropped.add_commands(verbs, own)
    words = "会議を閉じる。開いている会議がほかにもあるときは、--meeting で1つを指定します。"
    each = verbs.add_parser("close", help="会議を閉じる", description=words, parents=[own])
    each.add_argument("--to", dest="ends", metavar="15:00", help="閉じた時刻")
    each.add_argument("--next", dest="next_day", metavar="日", help="次の会議の日（会議録に載ります）")
    each.add_argument("--out", metavar="DIR", help="席上修正ファイルを置くフォルダ")
    add_keys_passphrase(each)
    each.set_defaults(run=close)
    each = verbs.add_parser("reopen", help="閉じた会議を開け直す", parents=[own])
    each.add_argument("--reason", required=True, metavar="理由", help="開け直す理由（1文）")
    each.set_defaults(run=reopen)
    each = verbs.add_parser("cancel", help="まちがえてつくった会議を取り消す", parents=[own])
    each.set_defaults(run=cancel)
    verbs.add_parser("show", help="会議の記録を見る", parents=[own]).set_defaults(run=show)
    _minutes_commands(verbs.add_parser("minutes", help="会議録", parents=[own]), own)
    carrying.add_commands(verbs, shared)


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
    words = f"会議をつくりました：{place_words(meeting)}（{which_words(meeting, cycle.name)}）"
    return done(outcome, words, warnings=warnings)


def attend(context: Context, chosen: argparse.Namespace) -> Reply:
    """Who came."""
    meeting = context.meeting()
    presence = key_of(chosen.presence, PRESENCES, "presence.unknown", "as")
    before = context.desk.ask(on_file.attendance, meeting.id)
    outcome = context.desk.do(
        meetings.attend,
        meeting,
        chosen.attendee,
        presence,
        title=chosen.title,
        proxy_for=chosen.proxy_for,
        new=chosen.new,
    )
    warnings = [
        replaced_proxy(each.proxy_for or "", each.name, outcome.subject)
        for each in before
        if presence == each.presence == "proxy"
        and chosen.proxy_for in (each.proxy_for, each.name)
        and each.name != outcome.subject
    ]
    return said(outcome, f"{PRESENCES[presence]}と記しました", meeting, warnings=warnings)


def leave_out(context: Context, chosen: argparse.Namespace) -> Reply:
    """Somebody added by mistake is taken off the attendance."""
    meeting = context.meeting()
    return said(context.desk.do(meetings.leave_out, meeting, chosen.attendee), "出席者から外しました", meeting)


def _items(context: Context, meeting: Meeting) -> list[dict[str, object]]:
    return [
        {"number": each.number, "kind": each.kind, "code": each.code, "title": each.title,
         "minutes": each.minutes, "ask": each.ask}
        for each in context.desk.ask(on_file.agenda, meeting.id)
    ]  # fmt: skip


def agenda_propose(context: Context, _chosen: argparse.Namespace) -> Reply:
    """The same proposal that the window puts on the agenda."""
    meeting = context.meeting()
    found = context.desk.do(fill_agenda, meeting, REST_TITLE)
    total = total_minutes(context.desk.ask(on_file.agenda, meeting.id))
    planned = minutes_between(meeting.begins, meeting.ends)
    over = planned is not None and total > planned
    return Reply(
        _items(context, meeting),
        f"議題を{len(found)}件載せました（{place_words(meeting)}）。",
        (f"{total_words(total, planned)}。議題を選ぶか、時間を縮めてください。",) if over else (),
    )


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
    return said(outcome, f"次第の{number}に加えました", meeting)


def _close_and_draft(change: Change, meeting: Meeting, ends: str | None, next_day: date | None) -> Outcome:
    outcome = close_until(change, meeting, next_day, ends=ends)
    minutes.draft(change, meeting, phrases_for)
    return outcome


def close(context: Context, chosen: argparse.Namespace) -> Reply:
    """The meeting closed and its minutes drafted."""
    meeting = context.meeting_to_close()
    folder, passphrase = check_folder(Path(chosen.out)) if chosen.out else None, keys_passphrase(chosen)
    next_day = day(chosen.next_day, "next") if chosen.next_day else None
    warnings = left_open(context.desk.ask(on_file.record, meeting))
    outcome = context.desk.do(_close_and_draft, meeting, chosen.ends, next_day)
    words = f"会議を閉じて、会議録の案をつくりました：{place_words(meeting)}"
    if folder is None:
        return done(outcome, words, warnings=warnings)
    cycle = context.desk.ask(cycles.cycle, meeting.cycle)
    files = correction_files(context, cycle, folder, passphrase)
    lines = [f"席上修正ファイルを置きました：{each['file']}" for each in files]
    return done(outcome, "\n".join([words, *lines]), {"files": files}, warnings=warnings)


def reopen(context: Context, chosen: argparse.Namespace) -> Reply:
    """The closed meeting open again."""
    meeting = context.meeting()
    outcome = context.desk.do(meetings.reopen_meeting, meeting, chosen.reason)
    return done(outcome, f"会議を開け直しました：{place_words(meeting)}")


def cancel(context: Context, _chosen: argparse.Namespace) -> Reply:
    """The meeting taken away, as long as nothing is on file about it."""
    meeting = context.meeting()
    outcome = context.desk.do(cancel_meeting, meeting)
    return done(outcome, f"会議を取り消しました：{place_words(meeting)}")


def show(context: Context, _chosen: argparse.Namespace) -> Reply:
    """What was recorded."""
    record = context.desk.ask(on_file.record, context.meeting())
    return Reply(meeting_record(record, context), meeting_text(record, context))


def list_(context: Context, _chosen: argparse.Namespace) -> Reply:
    """Every meeting, or those of the cycle named."""
    return meeting_list(context)


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

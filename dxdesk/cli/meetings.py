"""Commands of a meeting, so that a whole one runs without the screen."""

from __future__ import annotations

import argparse

from dxdesk.cli.context import Context, Reply, day, done
from dxdesk.cli.options import Commands, common
from dxdesk.domain.errors import Problem
from dxdesk.domain.meetings import Meeting, MeetingRecord, quorum
from dxdesk.operations import agenda, meeting_records, meetings, minutes
from dxdesk.operations.change import Change, Outcome
from dxdesk.store.queries import cycles as on_file_cycles
from dxdesk.store.queries import meetings as on_file
from dxdesk.store.queries import minutes as minutes_on_file
from dxdesk.store.queries import plans
from dxdesk.wording_meeting import PRESENCES, RESULT_WORDS, phrases_for


def add_commands(commands: Commands[argparse.ArgumentParser], shared: argparse.ArgumentParser) -> None:
    """meeting and everything below it."""
    parser = commands.add_parser("meeting", help="会議を進める", parents=[shared])
    verbs = parser.add_subparsers(metavar="操作", required=True)
    own = _with_meeting(common())
    each = verbs.add_parser("hold", help="会議をつくる", parents=[shared])
    each.add_argument("--body", required=True, metavar="会議体")
    each.add_argument("--date", required=True, metavar="日")
    each.add_argument("--from", dest="begins", metavar="13:30")
    each.add_argument("--to", dest="ends", metavar="15:00")
    each.add_argument("--place", metavar="場所")
    each.set_defaults(run=hold)
    each = verbs.add_parser("attend", help="出欠を記す", parents=[_with_meeting(common("--name", "--as"))])
    each.add_argument("--name", dest="attendee", required=True, metavar="名前")
    each.add_argument("--title", metavar="職")
    each.add_argument("--as", dest="presence", required=True, metavar="出欠", help="present・absent・proxy・observer")
    each.add_argument("--proxy-for", metavar="名前")
    each.set_defaults(run=attend)
    _agenda_commands(verbs.add_parser("agenda", help="次第", parents=[own]), own)
    each = verbs.add_parser("decide", help="決定を記す", parents=[own])
    each.add_argument("--item", type=int, required=True, metavar="議題")
    each.add_argument("--result", required=True, metavar="結果", help="・".join(RESULT_WORDS))
    each.add_argument("--text", required=True, metavar="文")
    each.set_defaults(run=decide)
    each = verbs.add_parser("action", help="宿題を記す", parents=[_with_meeting(common("--department"))])
    each.add_argument("--item", type=int, metavar="議題")
    each.add_argument("--department", dest="departments", action="append", default=[], metavar="課")
    each.add_argument("--due", default="next", metavar="日|next")
    each.add_argument("--text", required=True, metavar="文")
    each.set_defaults(run=action)
    each = verbs.add_parser("remark", help="発言を記す", parents=[own])
    each.add_argument("--item", type=int, required=True, metavar="議題")
    each.add_argument("--speaker", required=True, metavar="名前")
    each.add_argument("--kind", default="opinion", help="question・answer・opinion・wish・instruction")
    each.add_argument("--text", required=True, metavar="文")
    each.set_defaults(run=remark)
    each = verbs.add_parser("correct", help="席上修正を記す", parents=[own])
    each.add_argument("--initiative", required=True, metavar="番号")
    each.add_argument("--field", required=True, metavar="欄")
    each.add_argument("--value", required=True, metavar="値")
    each.add_argument("--asked-by", required=True, metavar="名前")
    each.set_defaults(run=correct)
    each = verbs.add_parser("close", help="会議を閉じる", parents=[own])
    each.add_argument("--to", dest="ends", metavar="15:00")
    each.add_argument("--out", metavar="DIR", help="席上修正のファイル（次の版から）")
    each.set_defaults(run=close)
    verbs.add_parser("show", help="会議の記録を見る", parents=[own]).set_defaults(run=show)
    _minutes_commands(verbs.add_parser("minutes", help="会議録", parents=[own]), own)


def _with_meeting(parser: argparse.ArgumentParser) -> argparse.ArgumentParser:
    words = "会議のid、日付、会議体のどれか（省くと最新の会議）"
    group = parser.add_argument_group("会議の指定")
    group.add_argument("--meeting", metavar="会議", default=argparse.SUPPRESS, help=words)
    return parser


def _agenda_commands(parser: argparse.ArgumentParser, own: argparse.ArgumentParser) -> None:
    verbs = parser.add_subparsers(metavar="操作", required=True)
    verbs.add_parser("propose", help="議題の案を次第に載せる", parents=[own]).set_defaults(run=agenda_propose)
    verbs.add_parser("list", help="次第を見る", parents=[own]).set_defaults(run=agenda_list)
    each = verbs.add_parser("add", help="議題を加える", parents=[own])
    each.add_argument("--initiative", metavar="番号")
    each.add_argument("--title", metavar="件名")
    each.add_argument("--kind", default="discuss", metavar="種類", help="discuss・report")
    each.add_argument("--minutes", type=int, metavar="分")
    each.add_argument("--ask", metavar="文", help="決めること")
    each.set_defaults(run=agenda_add)


def _minutes_commands(parser: argparse.ArgumentParser, own: argparse.ArgumentParser) -> None:
    verbs = parser.add_subparsers(metavar="操作", required=True)
    verbs.add_parser("draft", help="記録から案をつくり直す", parents=[own]).set_defaults(run=minutes_draft)
    each = verbs.add_parser("confirm", help="会議録を確定する", parents=[own])
    each.add_argument("--by", required=True, metavar="名前")
    each.add_argument("--on", required=True, metavar="日")
    each.add_argument("--reason", metavar="理由", help="確定したあとで直すとき")
    each.set_defaults(run=minutes_confirm)


def hold(context: Context, chosen: argparse.Namespace) -> Reply:
    """A meeting of a body on the cycle."""
    outcome = context.desk.do(
        meetings.hold_meeting,
        context.cycle(),
        chosen.body,
        day=day(chosen.date, "date"),
        begins=chosen.begins,
        ends=chosen.ends,
        place=chosen.place,
    )
    return done(outcome, f"会議をつくりました：{outcome.subject}")


def attend(context: Context, chosen: argparse.Namespace) -> Reply:
    """Who came."""
    outcome = context.desk.do(
        meetings.attend,
        context.meeting(),
        chosen.attendee,
        chosen.presence,
        title=chosen.title,
        proxy_for=chosen.proxy_for,
    )
    return done(outcome, f"出欠を記しました：{outcome.subject}")


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
    return Reply(_items(context, meeting), f"議題を{len(found)}件載せました。")


def agenda_list(context: Context, _chosen: argparse.Namespace) -> Reply:
    """The agenda."""
    items = _items(context, context.meeting())
    words = {"discuss": "協議", "report": "報告"}
    return Reply(items, "\n".join(f"{each['number']} 【{words[str(each['kind'])]}】{each['title']}" for each in items))


def agenda_add(context: Context, chosen: argparse.Namespace) -> Reply:
    """One more item."""
    outcome = context.desk.do(
        agenda.add_item,
        context.meeting(),
        chosen.kind,
        code=chosen.initiative,
        title=chosen.title,
        minutes=chosen.minutes,
        ask=chosen.ask,
    )
    return done(outcome, f"次第に加えました：{outcome.subject}")


def decide(context: Context, chosen: argparse.Namespace) -> Reply:
    """A decision."""
    outcome = context.desk.do(
        meeting_records.record_decision, context.meeting(), chosen.item, chosen.result, chosen.text
    )
    return done(outcome, f"決定を記しました：{outcome.subject}")


def action(context: Context, chosen: argparse.Namespace) -> Reply:
    """A 宿題."""
    due = None if chosen.due == "next" else day(chosen.due, "due")
    departments = [name for each in chosen.departments for name in each.split(",")]
    outcome = context.desk.do(
        meeting_records.record_action, context.meeting(), chosen.item, departments, due, chosen.text
    )
    return done(outcome, f"宿題を記しました：{outcome.subject}")


def remark(context: Context, chosen: argparse.Namespace) -> Reply:
    """A remark."""
    outcome = context.desk.do(
        meeting_records.record_remark, context.meeting(), chosen.item, chosen.speaker, chosen.text, chosen.kind
    )
    return done(outcome, f"発言を記しました：{outcome.subject}")


def correct(context: Context, chosen: argparse.Namespace) -> Reply:
    """席上修正."""
    outcome = context.desk.do(
        meeting_records.correct_on_floor,
        context.meeting(),
        chosen.initiative,
        chosen.field,
        chosen.value,
        chosen.asked_by,
    )
    return done(outcome, f"席上修正を記しました：{outcome.subject}")


def _close_and_draft(change: Change, meeting: Meeting, ends: str | None) -> Outcome:
    outcome = meetings.close_meeting(change, meeting, ends=ends)
    minutes.draft(change, meeting, phrases_for)
    return outcome


def close(context: Context, chosen: argparse.Namespace) -> Reply:
    """The meeting closed and its minutes drafted."""
    outcome = context.desk.do(_close_and_draft, context.meeting(), chosen.ends)
    warnings = ("席上修正のファイルはまだつくれません。修正はこのデータベースに記録しました。",) if chosen.out else ()
    return done(outcome, f"会議を閉じて、会議録の案をつくりました：{outcome.subject}", warnings=warnings)


def meeting_record(record: MeetingRecord, context: Context) -> dict[str, object]:
    """A meeting as JSON."""
    cycle = context.desk.ask(on_file_cycles.cycle, record.meeting.cycle)
    settings = context.desk.ask(plans.settings, cycle.settings_revision)[1]
    names = plans.names(context.desk.ask(plans.departments))
    known = context.desk.ask(minutes_on_file.versions, record.meeting.id)
    stands = quorum(record.attendance, settings)
    return {
        "id": record.meeting.id,
        "body": record.meeting.body_name,
        "cycle": cycle.name,
        "date": record.meeting.day.isoformat(),
        "state": record.meeting.state,
        "quorum": stands.__dict__,
        "attendance": [each.__dict__ for each in record.attendance],
        "items": [
            {
                "number": item.number,
                "kind": item.kind,
                "code": item.code,
                "title": item.title,
                "result": record.result(item),
                "decisions": [each.text for each in record.decisions if each.item == item.number],
                "actions": [
                    {
                        "text": each.text,
                        "departments": [names.get(d, d) for d in each.departments],
                        "due": each.due.isoformat() if each.due else "next",
                        "state": each.state,
                    }
                    for each in record.actions
                    if each.item == item.number
                ],
                "remarks": [
                    {"speaker": each.speaker, "kind": each.kind, "text": each.text}
                    for each in record.remarks
                    if each.item == item.number
                ],
            }
            for item in record.items
        ],
        "minutes": {"version": known[-1].number if known else None, "state": known[-1].state if known else None},
    }


def show(context: Context, _chosen: argparse.Namespace) -> Reply:
    """What was recorded."""
    record = context.desk.ask(on_file.record, context.meeting())
    lines = [f"{record.meeting.body_name}　{record.meeting.day}"]
    lines += [f"  {each.title or ''} {each.name}　{PRESENCES[each.presence]}" for each in record.attendance]
    for item in record.items:
        result = record.result(item)
        lines.append(f"{item.number} {item.title}　{RESULT_WORDS[result] if result else ''}".rstrip())
    return Reply(meeting_record(record, context), "\n".join(lines))


def minutes_draft(context: Context, _chosen: argparse.Namespace) -> Reply:
    """A new draft of the minutes from what was recorded."""
    outcome = context.desk.do(minutes.draft, context.meeting(), phrases_for)
    return done(outcome, f"会議録の案をつくりました：{outcome.subject}")


def minutes_confirm(context: Context, chosen: argparse.Namespace) -> Reply:
    """The minutes confirmed by a person on a day."""
    meeting = context.meeting()
    if not context.desk.ask(minutes_on_file.versions, meeting.id):
        raise Problem("minutes.none", "meeting", kind="rule")
    outcome = context.desk.do(minutes.confirm, meeting, by=chosen.by, on=day(chosen.on, "on"), reason=chosen.reason)
    return done(outcome, f"会議録を確定しました：{outcome.subject}")

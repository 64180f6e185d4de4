"""Commands for what is recorded in the room, and how every command of a meeting names the one it is about."""

from __future__ import annotations

import argparse
from collections.abc import Sequence

from dxdesk.cli.context import Context, Reply, done
from dxdesk.cli.meetings_shown import action_list, place_words
from dxdesk.cli.options import SEPARATORS, Commands, common, key_of
from dxdesk.cli.words import choices, floor_field_key
from dxdesk.domain.calendar import parse_date
from dxdesk.domain.errors import Problem
from dxdesk.domain.meetings import ActionState, Meeting
from dxdesk.operations import action_items, meeting_records
from dxdesk.operations.agenda import item_numbered
from dxdesk.operations.change import Change, Outcome
from dxdesk.store.queries import cycles
from dxdesk.store.queries import meetings as on_file
from dxdesk.store.queries.board import ACTION_WORDS
from dxdesk.store.queries.owners import owners
from dxdesk.wording.meeting import OPINION, REMARK_KINDS, RESULT_WORDS


def with_meeting(parser: argparse.ArgumentParser) -> argparse.ArgumentParser:
    """The parser with the option that names a meeting."""
    words = "会議のid、日付、会議体のどれか（省くと、まだ閉じていない最新の会議。なければ最新の会議）"
    group = parser.add_argument_group("会議の指定")
    group.add_argument("--meeting", metavar="会議", default=argparse.SUPPRESS, help=words)
    return parser


def said(outcome: Outcome, text: str, meeting: Meeting, *, warnings: Sequence[str] = ()) -> Reply:
    """The reply about a meeting, with its body and day: the next command may mean another one."""
    return done(outcome, f"{text}：{outcome.subject}（{place_words(meeting)}）", warnings=warnings)


def add_commands(verbs: Commands[argparse.ArgumentParser], own: argparse.ArgumentParser) -> None:
    """What is recorded in the room: decide, opinion, action, remark, correct, and the list of 宿題."""
    each = verbs.add_parser("decide", help="決定を記す", parents=[own])
    each.add_argument("--item", type=int, required=True, metavar="議題", help="議題の番号（次第のもの）")
    each.add_argument("--result", required=True, metavar="結果", help=choices(RESULT_WORDS))
    each.add_argument("--text", required=True, metavar="文", help="決定の文")
    each.add_argument("--read-back", action="store_true", help="この文を復唱した")
    each.add_argument("--kind", metavar="種類", help="決定の種類（計画が会議体に定めたもの）")
    each.add_argument("--council", action="store_true", help="庁議に付議する")
    each.add_argument("--opinion", metavar="文", help="上の会議体への付帯意見")
    each.set_defaults(run=decide)
    each = verbs.add_parser("opinion", help="上の会議体への付帯意見を記す", parents=[own])
    each.add_argument("--item", type=int, required=True, metavar="議題", help="議題の番号（決定を記したもの）")
    each.add_argument("--text", required=True, metavar="文", help="付帯意見の文")
    each.set_defaults(run=opinion)
    each = verbs.add_parser(
        "action", help="宿題を記す、済みか次回へにする", parents=[with_meeting(common("--department"))]
    )
    each.add_argument("--item", type=int, metavar="議題", help="議題の番号（なければ会議全体）")
    each.add_argument(
        "--department",
        dest="departments",
        action="append",
        default=[],
        metavar="課",
        help="担当の課（いくつでも。省くと、議題の取組の課）",
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
    each.add_argument("--field", required=True, metavar="欄", help="直す欄（状況・実績・課題 など）")
    each.add_argument("--value", required=True, metavar="値", help="直した後の文や値")
    each.add_argument("--asked-by", required=True, metavar="名前", help="だれの求めで直したか")
    each.set_defaults(run=correct)


def decide(context: Context, chosen: argparse.Namespace) -> Reply:
    """A decision, and in the same step the 付帯意見 that goes with it."""
    meeting = context.meeting()
    result = key_of(chosen.result, RESULT_WORDS, "result.unknown", "result")
    moment = context.desk.moment() if chosen.read_back else None

    def record(change: Change) -> Outcome:
        made = meeting_records.record_decision(
            change,
            meeting,
            chosen.item,
            result,
            chosen.text,
            read_back=moment,
            kind=chosen.kind,
            council=chosen.council,
        )
        if chosen.opinion is not None:
            meeting_records.record_opinion(change, meeting, chosen.item, chosen.opinion)
        return made

    words = f"決定（{RESULT_WORDS[result]}）" + (f"と{OPINION}" if chosen.opinion is not None else "")
    return said(context.desk.do(record), f"{words}を記しました", meeting)


def opinion(context: Context, chosen: argparse.Namespace) -> Reply:
    """A 付帯意見 beside a decision that is recorded."""
    meeting = context.meeting()
    outcome = context.desk.do(meeting_records.record_opinion, meeting, chosen.item, chosen.text)
    return said(outcome, f"{OPINION}を記しました", meeting)


def action(context: Context, chosen: argparse.Namespace) -> Reply:
    """A 宿題, or what became of one."""
    if chosen.text is None:  # nobody is given anything: a department is the one that has done it
        chosen.department, chosen.own = next(iter(chosen.departments), chosen.department), "follow_up"
        return _finish(context, chosen)
    if chosen.outcome:
        raise Problem("action.outcome", "outcome")
    meeting = context.meeting()
    due = None if chosen.due == "next" else parse_date(chosen.due, "due", today=meeting.day)
    departments = [name for each in chosen.departments for name in SEPARATORS.split(each)]
    departments = departments or _usual_owners(context, meeting, chosen.item)
    outcome = context.desk.do(meeting_records.record_action, meeting, chosen.item, departments, due, chosen.text)
    numbers = {each.action.id: each.number for each in context.desk.ask(on_file.numbered_actions, meeting.cycle)}
    return said(outcome, f"宿題{numbers[outcome.id]}を記しました", meeting)


def _usual_owners(context: Context, meeting: Meeting, item: int | None) -> list[str]:
    """Who gets a 宿題 where nobody is named: the departments of the unit of its item. Raises Problem without any."""
    unit = context.desk.ask(item_numbered, meeting, item).unit if item is not None else None
    found = context.desk.ask(owners, context.desk.ask(cycles.cycle, meeting.cycle)).get(unit or "", ())
    if not found:
        raise Problem("action.whose", "department")
    return list(found)


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
    return said(outcome, f"宿題{found.number}を「{words}」にしました", found.meeting)


def remark(context: Context, chosen: argparse.Namespace) -> Reply:
    """A remark."""
    meeting = context.meeting()
    kind = key_of(chosen.kind, REMARK_KINDS, "remark.kind", "kind")
    outcome = context.desk.do(meeting_records.record_remark, meeting, chosen.item, chosen.speaker, chosen.text, kind)
    return said(outcome, f"発言（{REMARK_KINDS[kind]}）を記しました", meeting)


def correct(context: Context, chosen: argparse.Namespace) -> Reply:
    """席上修正."""
    meeting = context.meeting()
    outcome = context.desk.do(
        meeting_records.correct_on_floor,
        meeting,
        chosen.initiative,
        floor_field_key(chosen.field, "field"),
        chosen.value,
        chosen.asked_by,
    )
    return said(outcome, "席上修正を記しました", meeting)


def actions(context: Context, _chosen: argparse.Namespace) -> Reply:
    """The 宿題 of the cycle and of the one before it."""
    return action_list(context)

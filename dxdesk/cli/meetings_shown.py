"""A meeting as it is shown by commands: as JSON and as lines for people."""

from __future__ import annotations

from collections.abc import Sequence

from dxdesk.cli.context import Context, Reply
from dxdesk.domain.calendar import clock_words, long_date, plain_date
from dxdesk.domain.meetings import ActionItem, AgendaItem, Meeting, MeetingRecord, NumberedAction, quorum
from dxdesk.domain.settings import Settings
from dxdesk.operations.meeting_records import open_actions
from dxdesk.store.queries import board, cycles, plans
from dxdesk.store.queries import meetings as on_file
from dxdesk.store.queries import minutes as minutes_on_file
from dxdesk.wording.audience import NO_AGENDA
from dxdesk.wording.meeting import (
    ITEM_KINDS,
    OPINION,
    PRESENCES,
    REMARK_KINDS,
    STAGES,
    phrases_for,
    result_words,
    told_word,
)

_STATES = {"open": "準備・記録中", "closed": "閉じました"}
_NEXT = "次回会議"


def place_words(meeting: Meeting) -> str:
    """デジタル化推進員会議 令和7年2月13日: which meeting it is."""
    return f"{meeting.body_name} {plain_date(meeting.day)}"


def which_words(meeting: Meeting, cycle: str) -> str:
    """令和6年度第2回; where the meeting has a number of its own 令和6年度第3回、回は令和6年度 第2回."""
    return f"{meeting.ordinal}、回は{cycle}" if meeting.ordinal else cycle


def meeting_record(record: MeetingRecord, context: Context) -> dict[str, object]:
    """A meeting as JSON."""
    cycle = context.desk.ask(cycles.cycle, record.meeting.cycle)
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
                "kinds": [each.kind for each in record.decisions if each.item == item.number and each.kind],
                "council": any(each.council for each in record.decisions if each.item == item.number),
                "opinions": [each.text for each in record.opinions if each.item == item.number],
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


def _when(meeting: Meeting) -> str:
    begins, ends = (clock_words(each) if each else "" for each in (meeting.begins, meeting.ends))
    times = (f"{begins}から" if begins else "") + (f"{ends}まで" if ends else "")
    return "　".join([long_date(meeting.day), *([times] if times else [])])


def agenda_text(meeting: Meeting, items: Sequence[AgendaItem]) -> str:
    """The agenda with the numbers by which its items are named, and what is to be decided."""
    lines = [place_words(meeting)]
    for each in items:
        minutes = f"（{each.minutes}分）" if each.minutes else ""
        lines.append(f"{each.number} 【{ITEM_KINDS[each.kind]}】{each.title}{minutes}")
        lines += [f"    決めること：{each.ask}"] if each.ask else []
    return "\n".join(lines if items else [*lines, NO_AGENDA])


def _owners(action: ActionItem, names: dict[str, str]) -> str:
    due = plain_date(action.due) if action.due else _NEXT
    departments = "・".join(names.get(each, each) for each in action.departments)
    return f"（{departments}、{due}まで、{board.ACTION_WORDS[action.state]}）"


def _quoted(settings: Settings, field: str, value: str | None) -> str:
    """A value of an answer as people read it: the words of a status or a stage, なし where nothing stands there."""
    if field == "status" and value:
        value = settings.status_word(value)
    elif field == "stage":
        value = settings.stage_word(value)
    return f"「{value}」" if value else "なし"


def _recorded(record: MeetingRecord, number: int | None, context: Context) -> list[str]:
    """What was recorded under an item, or under none."""
    revision = context.desk.ask(cycles.cycle, record.meeting.cycle).settings_revision
    settings = context.desk.ask(plans.settings, revision)[1]
    phrases = phrases_for(settings, record.meeting.body_name)
    names = plans.names(context.desk.ask(plans.departments))
    numbered = {
        each.action.id: each.number for each in context.desk.ask(on_file.numbered_actions, record.meeting.cycle)
    }
    lines = [
        f"{REMARK_KINDS[each.kind]}（{each.speaker}）：{each.text}" for each in record.remarks if each.item == number
    ]
    lines += [
        f"席上修正（{each.asked_by}）：{phrases.field(each.field)}"
        f"{_quoted(settings, each.field, each.before)}→{_quoted(settings, each.field, each.after)}"
        for each in record.corrections
        if each.item == number
    ]
    lines += [f"決定（{result_words(each)}）：{each.text}" for each in record.decisions if each.item == number]
    lines += [f"{OPINION}：{each.text}" for each in record.opinions if each.item == number]
    lines += [
        f"宿題{numbered[each.id]}：{each.text}{_owners(each, names)}" for each in record.actions if each.item == number
    ]
    return [f"    {each}" for each in lines]


def meeting_text(record: MeetingRecord, context: Context) -> str:
    """A meeting for people: when, where, who came, and what was recorded under each item."""
    meeting = record.meeting
    cycle = context.desk.ask(cycles.cycle, meeting.cycle)
    lines = [
        f"{meeting.body_name}（{which_words(meeting, cycle.name)}、{_STATES[meeting.state]}）",
        f"日時　{_when(meeting)}",
        f"場所　{meeting.place or '―'}",
        "出席者",
    ]
    for each in record.attendance:
        proxy = f"（{each.proxy_for}の代理）" if each.proxy_for else ""
        lines.append(f"  {each.title or ''} {each.name}　{PRESENCES[each.presence]}{proxy}")
    lines.append("議題")
    for item in record.items:
        recorded = any(each.item == item.number for each in record.decisions)
        result = record.result(item) if recorded or meeting.state == "closed" else None
        title = f"{item.number} 【{ITEM_KINDS[item.kind]}】{item.title}　{told_word(result) if result else ''}"
        lines += [title.rstrip(), *([f"    決めること：{item.ask}"] if item.ask else [])]
        lines += _recorded(record, item.number, context)
    outside = _recorded(record, None, context)
    lines += ["議題のほか", *outside] if outside else []
    known = context.desk.ask(minutes_on_file.versions, meeting.id)
    lines.append(f"会議録　{STAGES[known[-1].stage] if known else 'まだありません'}")
    return "\n".join(lines)


def meeting_list(context: Context) -> Reply:
    """Every meeting, newest last; of the cycle where one is named."""
    names = {each.id: each.name for each in context.desk.ask(cycles.cycles)}
    found = context.desk.ask(on_file.meetings, context.cycle().id if context.names_cycle else None)
    value = [
        {
            "id": each.id,
            "date": each.day.isoformat(),
            "body": each.body_name,
            "cycle": names[each.cycle],
            "ordinal": each.ordinal or "".join(names[each.cycle].split()),
            "state": each.state,
        }
        for each in found
    ]
    lines = [
        f"{long_date(each.day)}　{each.body_name}　{which_words(each, names[each.cycle])}　{_STATES[each.state]}"
        for each in found
    ]
    return Reply(value, "\n".join(lines) or "会議はまだありません。")


def action_list(context: Context) -> Reply:
    """The 宿題 of a cycle and of the one before, under the meetings that gave them."""
    known: Sequence[NumberedAction] = context.desk.ask(open_actions, context.cycle(only_open=False))
    names = plans.names(context.desk.ask(plans.departments))
    value = [
        {
            "number": each.number,
            "meeting": {"body": each.meeting.body_name, "date": each.meeting.day.isoformat()},
            "text": each.action.text,
            "departments": [names.get(d, d) for d in each.action.departments],
            "due": each.action.due.isoformat() if each.action.due else "next",
            "state": each.action.state,
            "outcome": each.action.outcome,
        }
        for each in known
    ]
    lines: list[str] = []
    shown = ""
    for each in known:
        if each.meeting.id != shown:
            lines.append(place_words(each.meeting))
            shown = each.meeting.id
        lines.append(f"  {each.number} {each.action.text}{_owners(each.action, names)}")
        lines += [f"      {each.action.outcome}"] if each.action.outcome else []
    return Reply(value, "\n".join(lines) or "宿題はありません。")

"""Gathering what a document shows and setting it: queries that answer with a finished print."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from dxdesk.documents.agenda import AgendaPaper, compose_agenda
from dxdesk.documents.initiative_list import LIST_NUMBER, compose_list
from dxdesk.documents.initiative_sheet import SHEET_NUMBER, compose_sheets
from dxdesk.documents.minutes import compose_minutes
from dxdesk.documents.minutes_parts import MinutesPaper
from dxdesk.documents.page import Printed
from dxdesk.documents.reference import national_names
from dxdesk.documents.script import ScriptPaper, compose_script
from dxdesk.domain.board import Board, Item
from dxdesk.domain.calendar import fiscal_year_short
from dxdesk.domain.counting import cycle_number
from dxdesk.domain.cycles import Cycle
from dxdesk.domain.errors import rule
from dxdesk.domain.meetings import ActionItem, Meeting
from dxdesk.domain.merge import UnitView
from dxdesk.domain.minutes import MinutesVersion, Variant
from dxdesk.domain.paper import PaperSize
from dxdesk.domain.plan_texts import goal_pairs, national_words, plan_lines, unit_years, year_texts
from dxdesk.domain.plans import Plan
from dxdesk.domain.settings import Settings
from dxdesk.domain.sheets import (
    ActionRow,
    UnitSheet,
    cycle_column,
    department_answers,
    main_name,
    sheet_order,
)
from dxdesk.operations.meeting_drafts import MEMO
from dxdesk.operations.printing_decided import decisions_of
from dxdesk.store import audit
from dxdesk.store.queries import (
    Connection,
    board,
    cycles,
    meeting_drafts,
    meetings,
    minutes,
    packets,
    plans,
    replies,
)
from dxdesk.store.queries.reminders import asked


def made_moment(connection: Connection, cycle: Cycle, now: str) -> str:
    """The moment in the footer: of a closed cycle that of its close record, so that it prints the same for ever."""
    record = cycles.official(connection, cycle)
    return record.moment if record else now


def _settings(connection: Connection, cycle: Cycle) -> Settings:
    return plans.settings(connection, cycle.settings_revision)[1]


def _previous_day(connection: Connection, cycle: Cycle) -> date | None:
    return cycles.cycle(connection, cycle.previous).as_of if cycle.previous else None


def print_list(
    connection: Connection, cycle: Cycle, now: str, *, paper: PaperSize | None = None, number: str | None = None
) -> Printed:
    """進捗状況一覧表 of a cycle, folded A3 or pairs of A4; None is what the town prints it on."""
    shown, settings = board.board(connection, cycle), _settings(connection, cycle)
    return compose_list(
        shown,
        tuple(board.items(connection, cycle, shown).values()),
        plans.plan(connection, cycle.plan_revision),
        settings,
        made=made_moment(connection, cycle, now),
        asked=asked(connection, cycle),
        previous_as_of=_previous_day(connection, cycle),
        paper=paper or settings.paper.list_paper,
        number=LIST_NUMBER if number is None else number,
    )


def _action_rows(actions: Sequence[ActionItem], unit: str, names: dict[str, str]) -> tuple[ActionRow, ...]:
    return tuple(
        ActionRow(
            each.text,
            "・".join(names.get(department, department) for department in each.departments),
            each.due,
            board.ACTION_WORDS[each.state],
            each.state == "done",
        )
        for each in actions
        if each.unit == unit
    )


def sheets(
    connection: Connection, cycle: Cycle, shown: Board, *, meeting: Meeting | None = None
) -> dict[str, UnitSheet]:
    """Everything the 個票 of each unit shows, by unit id; for a ``meeting`` its own decisions alone as such."""
    plan = plans.plan(connection, cycle.plan_revision)
    settings = _settings(connection, cycle)
    departments = cycles.departments(connection, cycle)
    names = plans.names(departments)
    mains = {slot.unit: slot.department for slot in cycles.slots(connection, cycle.id) if slot.part == "main"}
    views = replies.views(connection, cycle)
    past = board.past(connection, cycle, 4)
    before = board.actions(connection, cycle, cycle.previous) if cycle.previous else None
    told = decisions_of(connection, cycle, names, meeting)
    years = unit_years(plan, cycle.fiscal_year)
    found = {}
    for unit, item in board.items(connection, cycle, shown).items():
        node = plan.by_id[unit]
        view = views.get(unit)
        history = [cycle_column(each, unit_views[unit], settings) for each, unit_views in past if unit in unit_views]
        if view is not None:
            history.append(cycle_column(cycle, view, settings, this=True))
        found[unit] = UnitSheet(
            item=replace(item, ask=told.asks.get(unit, item.ask), concluded=told.below.get(unit)),
            main=main_name(plan, node, departments, mains.get(unit)),
            national=national_words(plan, node, national_names()),
            pairs=goal_pairs(node),
            years=years,
            texts=year_texts(plan, node, years, settings.paper) if years else (),
            lines=() if years else plan_lines(plan, node),
            history=tuple(history),
            actions=_action_rows(before, unit, names) if before is not None else None,
            answers=department_answers(view, departments, settings) if view else (),
            decided=told.made.get(unit),
            before=told.before.get(unit),
            above=told.above,
            corrected=bool(view and view.counted and view.counted.kind == "correct"),
        )
    return found


def print_sheets(
    connection: Connection,
    cycle: Cycle,
    now: str,
    *,
    code: str | None = None,
    department: str | None = None,
    discussed: bool = False,
    number: str | None = None,
) -> Printed:
    """個票 of one unit, of a department's units, or of all, each on a new page, numbered as among all of them: in the
    order of the packet where there is a meeting, which gives them their ``number``.

    ``discussed`` leaves out the units that are not on the agenda to be discussed. Raises Problem for an unknown code
    and where nothing is left.
    """
    shown = board.board(connection, cycle)
    plan = plans.plan(connection, cycle.plan_revision)
    chosen = _chosen(plan, shown, replies.views(connection, cycle), code, department)
    if discussed:
        on_agenda = {card.unit for card in shown.discussed()}
        chosen = [each for each in chosen if each in on_agenda]
        if not chosen:
            raise rule("print.none_discussed", "discussed")
    all_sheets = sheets(connection, cycle, shown)
    every = sheet_order(shown) if number else tuple(card.unit for card in shown.cards)
    chosen.sort(key=every.index)
    return compose_sheets(
        [all_sheets[each] for each in chosen],
        shown,
        plan,
        _settings(connection, cycle),
        made=made_moment(connection, cycle, now),
        number=SHEET_NUMBER if number is None else number,
        places=[every.index(each) + 1 for each in chosen],
        previous_as_of=_previous_day(connection, cycle),
    )


def _chosen(
    plan: Plan, shown: Board, views: dict[str, UnitView], code: str | None, department: str | None
) -> list[str]:
    if code is not None:
        return [plan.unit(code).id]
    if department is None:
        return [card.unit for card in shown.cards]
    own = [card.unit for card in shown.cards if card.unit in views and department in views[card.unit].answers]
    if not own:
        raise rule("print.no_units", "department")
    return own


def print_agenda(connection: Connection, meeting: Meeting, now: str) -> Printed:
    """次第 of a meeting, its members on the back; once its packet was handed out, with the 資料番号 of that."""
    cycle = cycles.cycle(connection, meeting.cycle)
    record = meetings.record(connection, meeting_drafts.as_planned(connection, meeting))
    settings = _settings(connection, cycle)
    handed_out = packets.editions(connection, meeting.id)
    edition = handed_out[-1] if handed_out else None
    return compose_agenda(
        AgendaPaper(
            record=record,
            board=board.board(connection, cycle, meeting=meeting),
            cycle=cycle,
            settings=settings,
            made=made_moment(connection, cycle, now),
            handouts=edition.handouts if edition else (),
            references=edition.references(record.items, settings.action_word) if edition else {},
        )
    )


def print_script(connection: Connection, meeting: Meeting, now: str) -> Printed:
    """進行台本 of a meeting, with the 進行メモ of its items: for the secretariat alone."""
    cycle = cycles.cycle(connection, meeting.cycle)
    kept = meeting_drafts.drafts(connection, meeting.id)
    return compose_script(
        ScriptPaper(
            record=meetings.record(connection, meeting_drafts.as_planned(connection, meeting)),
            board=board.board(connection, cycle),
            cycle=cycle,
            settings=_settings(connection, cycle),
            memos={
                key.removeprefix(MEMO): str(each.get("text", "")) for key, each in kept.items() if key.startswith(MEMO)
            },
            made=made_moment(connection, cycle, now),
        )
    )


def _record_number(connection: Connection, meeting: Meeting, cycle: Cycle) -> str:
    """R6-2-議-01: fiscal year, cycle in it, meeting in the cycle."""
    same_cycle = [each.id for each in meetings.meetings(connection, cycle.id)]
    place = same_cycle.index(meeting.id) + 1
    return f"{fiscal_year_short(cycle.fiscal_year)}-{cycle_number(cycle, cycles.cycles(connection))}-議-{place:02d}"


def minutes_paper(
    connection: Connection, meeting: Meeting, versions: Sequence[MinutesVersion], now: str, variant: Variant = "full"
) -> MinutesPaper:
    """What a print of the last of these versions shows; the others are the ones before it."""
    cycle = cycles.cycle(connection, meeting.cycle)
    decisions, actions = meetings.numbers_before(connection, meeting)
    closed = cycles.official(connection, cycle)
    anchor = audit.hash_at(connection, closed.audit_sequence) if closed else audit.head(connection).hash
    return MinutesPaper(
        record=meetings.record(connection, meeting),
        version=versions[-1],
        board=board.board(connection, cycle),
        cycle=cycle,
        settings=_settings(connection, cycle),
        departments=cycles.departments(connection, cycle),
        made=made_moment(connection, cycle, now),
        record_number=_record_number(connection, meeting, cycle),
        audit_head=anchor,
        earlier=tuple(versions[:-1]),
        variant=variant,
        decisions_before=decisions,
        actions_before=actions,
    )


def print_minutes(connection: Connection, meeting: Meeting, now: str, *, variant: Variant = "full") -> Printed:
    """会議録 of a meeting from its newest version. Raises Problem (minutes.none)."""
    return compose_minutes(recorded_minutes(connection, meeting, now, variant))


def recorded_minutes(connection: Connection, meeting: Meeting, now: str, variant: Variant) -> MinutesPaper:
    """What a print of the newest version shows. Raises Problem (minutes.none)."""
    versions = minutes.versions(connection, meeting.id)
    if not versions:
        raise rule("minutes.none", "meeting")
    return minutes_paper(connection, meeting, versions, now, variant)


def item_of(connection: Connection, cycle: Cycle, code: str) -> tuple[Board, Item]:
    """The board and one unit on it, by code. Raises Problem for an unknown one."""
    shown = board.board(connection, cycle)
    unit = plans.plan(connection, cycle.plan_revision).unit(code)
    return shown, board.items(connection, cycle, shown)[unit.id]

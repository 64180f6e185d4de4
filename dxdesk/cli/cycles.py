"""Commands on cycles, the board and what is missing."""

from __future__ import annotations

import argparse
import unicodedata
from collections.abc import Mapping, Sequence
from datetime import date

from dxdesk.cli.context import Context, Reply, day, done
from dxdesk.cli.options import Commands, common, key_of
from dxdesk.cli.words import CYCLE_KIND_WORDS, choices
from dxdesk.domain.asking import assigned
from dxdesk.domain.board import Board, Card
from dxdesk.domain.calendar import ERAS, fiscal_year, long_date
from dxdesk.domain.cycle_years import cycle_year
from dxdesk.domain.cycles import Cycle
from dxdesk.domain.errors import Problem
from dxdesk.domain.merge import UnitView
from dxdesk.domain.plan_checks import YEARS
from dxdesk.domain.plan_parts import Department
from dxdesk.domain.plans import Plan
from dxdesk.domain.statuses import ONLY_WHEN_PRESENT, STATUSES
from dxdesk.operations import cycles
from dxdesk.store.queries import board, finding, plans, replies
from dxdesk.store.queries import cycles as on_file
from dxdesk.store.queries.opening import Opening, opening
from dxdesk.wording.cycle import of_year


def add_commands(commands: Commands[argparse.ArgumentParser], shared: argparse.ArgumentParser) -> None:
    """cycle, board, missing."""
    verbs = commands.add_parser("cycle", help="回をつくる・締める", parents=[shared]).add_subparsers(
        metavar="操作", required=True
    )
    each = verbs.add_parser("open", help="次の回をつくる", parents=[common("--name")])
    each.add_argument(
        "--name", dest="cycle_name", required=True, metavar="名前", help="回の名前（令和6年度 第2回 など）"
    )
    each.add_argument("--as-of", required=True, metavar="基準日", help="この日の状況を聞く（R7.1.10 など）")
    each.add_argument("--due", required=True, metavar="締切", help="回答の締切")
    each.add_argument("--meeting", dest="meeting_day", metavar="会議の日", help="会議を開く予定の日")
    each.add_argument("--kind", metavar="種類", default="interim", help=choices(CYCLE_KIND_WORDS))
    each.add_argument(
        "--fiscal-year", metavar="年度", help="省くと名前にある年度、なければ基準日の年度（R6、2024 など）"
    )
    each.add_argument("--departments", metavar="課,課", help="聞く課（、で区切る）")
    each.add_argument(
        "--assign", action="append", default=[], metavar="番号=課,課", help="この取組はこの課に聞く（何度でも）"
    )
    each.set_defaults(run=open_)
    verbs.add_parser("list", help="回の一覧", parents=[shared]).set_defaults(run=list_)
    each = verbs.add_parser("assign", help="照会する課を変える", parents=[shared])
    each.add_argument("--initiative", required=True, metavar="番号", help="取組の番号")
    each.add_argument("--departments", required=True, metavar="課,課", help="聞く課（、で区切る）")
    each.add_argument("--reason", required=True, metavar="理由", help="残しておく理由")
    each.set_defaults(run=assign)
    for name, words, run in (("close", "回を締める", close), ("reopen", "締めた回を開け直す", reopen)):
        each = verbs.add_parser(name, help=words, parents=[common("--name")])
        each.add_argument("cycle_name", nargs="?", metavar="回", help="省くと最新の回")
        each.add_argument("--reason", metavar="理由", help="残しておく理由")
        each.set_defaults(run=run)
    commands.add_parser("board", help="件数と取組の状況", parents=[shared]).set_defaults(run=show_board)
    commands.add_parser("missing", help="未回答と差戻し", parents=[shared]).set_defaults(run=missing)


def _fiscal_year(typed: str) -> int:
    text = unicodedata.normalize("NFKC", typed).removesuffix("年度").strip()
    before = 0
    for era in ERAS:
        for name in (era.name, era.letter, era.letter.lower()):
            if text.startswith(name):
                before, text = era.first_day.year - 1, text.removeprefix(name).replace("元", "1")
    if text.isdecimal() and len(text) <= 4 and int(text) and before + int(text) in YEARS:
        return before + int(text)
    raise Problem("cycle.fiscal_year", "fiscal_year", {"text": typed})


def _assigned(context: Context, typed: list[str]) -> Mapping[str, list[str]]:
    found: dict[str, list[str]] = {}
    for each in typed:
        code, equals, departments = each.partition("=")
        if not equals or not departments.strip():
            raise Problem("cycle.assign", "assign", {"text": each})
        found[code.strip()] = context.listed(departments)
    return found


def open_(context: Context, chosen: argparse.Namespace) -> Reply:
    """A new cycle with who is asked: what the window proposes, but for what is said otherwise."""
    kind = key_of(chosen.kind, CYCLE_KIND_WORDS, "cycle.kind", "kind")
    as_of, due = day(chosen.as_of, "as_of"), day(chosen.due, "due")
    meeting = day(chosen.meeting_day, "meeting") if chosen.meeting_day else None
    year = _fiscal_year(chosen.fiscal_year) if chosen.fiscal_year else cycle_year(chosen.cycle_name, kind, as_of)
    limit = context.listed(chosen.departments) if chosen.departments else None
    named = _assigned(context, chosen.assign)
    found = context.desk.ask(opening, as_of, year)
    opened = context.desk.do(
        cycles.open_cycle,
        chosen.cycle_name,
        as_of=as_of,
        due=due,
        meeting=meeting,
        kind=kind,
        year=year,
        departments=limit,
        assigned={**_proposed(context, found, limit), **named},
    )
    rows = [each.__dict__ for each in opened.assignments]
    asked: dict[str, list[str]] = {}
    for each in opened.assignments:
        asked.setdefault(each.code, []).append(each.department + ("（仮）" if each.provisional else ""))
    lines = [
        f"「{opened.outcome.subject}」をつくりました。",
        _days(as_of, due, meeting),
        *([f"{of_year(year)}。"] if year != fiscal_year(as_of) else []),
        *(f"{code}　{'・'.join(d)}" for code, d in asked.items()),
    ]
    code_of = {each.unit: found.plan.by_id[each.unit].code or "" for each in found.asking}
    again = {code_of[each.unit] for each in found.asking if each.asked and each.carried} | set(opened.carried)
    chosen_now = {found.plan.unit(each).code for each in named}
    if carried := [code for code in code_of.values() if code in again - chosen_now and code in asked]:
        lines.append(f"前の回で選んだ課に聞きます：{'、'.join(carried)}")
    if rest := [code_of[each.unit] for each in found.asking if not each.asked and code_of[each.unit] not in asked]:
        lines.append(f"照会しません（完了、隔年、前の回も照会なし）：{'、'.join(rest)}")
    warnings = (f"計画に担当の課がない取組です（仮）：{'、'.join(opened.outcome.warnings)}",)
    reply = done(opened.outcome, "\n".join(lines), {"assignments": rows})
    return Reply(reply.value, reply.text, warnings if opened.outcome.warnings else ())


def _proposed(context: Context, found: Opening, limit: Sequence[str] | None) -> dict[str, list[str]]:
    """Whom to ask other than the plan says, as the window proposes it; of those a ``limit`` leaves."""
    wanted = {context.desk.ask(finding.department, each).id for each in limit} if limit else None
    every = assigned(found.plan, found.asking, found.asking)
    return {code: [each for each in ids if wanted is None or each in wanted] for code, ids in every.items()}


def _days(as_of: date, due: date, meeting: date | None) -> str:
    """The days of a cycle, each in full, so that a year that was not typed is seen."""
    words = [f"基準日 {long_date(as_of)}", f"締切 {long_date(due)}"]
    return "　".join([*words, *([f"会議の日 {long_date(meeting)}"] if meeting else [])])


def cycle_record(cycle: Cycle) -> dict[str, object]:
    """A cycle as the list shows it."""
    return {
        "id": cycle.id,
        "name": cycle.name,
        "state": "open" if cycle.open else "closed",
        "fiscal_year": cycle.fiscal_year,
        "kind": cycle.kind,
        "as_of": cycle.as_of.isoformat(),
        "due": cycle.due.isoformat(),
        "meeting": cycle.meeting.isoformat() if cycle.meeting else None,
        "previous": cycle.previous,
    }


def list_(context: Context, _chosen: argparse.Namespace) -> Reply:
    """All cycles, oldest first."""
    found = context.desk.ask(on_file.cycles)
    lines = []
    for each in found:
        state = "" if each.open else "　締めました"
        lines.append(f"{each.name}　{_days(each.as_of, each.due, each.meeting)}{state}")
    text = "\n".join(lines) or "回はまだありません。cycle open でつくってください。"
    return Reply([cycle_record(each) for each in found], text)


def assign(context: Context, chosen: argparse.Namespace) -> Reply:
    """Other departments asked about a unit."""
    outcome = context.desk.do(
        cycles.reassign, context.cycle(), chosen.initiative, context.listed(chosen.departments), chosen.reason
    )
    reply = done(outcome, f"取組{outcome.subject}の照会先を変えました。")
    warnings = [f"書きかけの回答が残っています：{each}" for each in outcome.warnings]
    return Reply(reply.value, reply.text, warnings)


def _named(context: Context, chosen: argparse.Namespace, *, only_open: bool) -> Cycle:
    if chosen.cycle_name:
        return context.desk.ask(finding.cycle, chosen.cycle_name)
    return context.cycle(only_open=only_open)


def close(context: Context, chosen: argparse.Namespace) -> Reply:
    """A cycle closed for ever, unless reopened with a reason."""
    cycle = _named(context, chosen, only_open=True)
    context.safeguard()
    outcome = context.desk.do(cycles.close_cycle, cycle, chosen.reason)
    reply = done(outcome, f"「{outcome.subject}」を締めました。")
    left = (f"提出していない下書きが残っています（締めた回には入りません）：{'、'.join(outcome.warnings)}",)
    return Reply(reply.value, reply.text, left if outcome.warnings else ())


def reopen(context: Context, chosen: argparse.Namespace) -> Reply:
    """A closed cycle opened again, with a reason on record."""
    named = chosen.cycle_name or getattr(chosen, "cycle", None)
    if named:
        cycle = context.desk.ask(finding.cycle, named)
    else:
        known = context.desk.ask(on_file.cycles)
        if not known:
            raise Problem("cycle.none", "cycle", kind="rule")
        cycle = next((each for each in reversed(known) if not each.open), known[-1])
    context.safeguard()
    outcome = context.desk.do(cycles.reopen_cycle, cycle, chosen.reason or "")
    return done(outcome, f"「{outcome.subject}」を開け直しました。")


def card_record(card: Card) -> dict[str, object]:
    """A card as the board's JSON shows it."""
    record = {**card.__dict__, "departments": list(card.departments)}
    del record["main"]  # 主管 is told by who is asked
    del record["handed_in"]  # what waits for the secretariat is in ``waiting``
    del record["unit"], record["short_name"], record["number"]
    return record


def board_record(found: Board) -> dict[str, object]:
    """The board as JSON."""
    return {
        "plan": found.plan_id,
        "cycle": found.cycle_name,
        "as_of": found.as_of.isoformat(),
        "asked": found.asked,
        "answered": found.answered,
        "counts": dict(found.counts),
        "cards": [card_record(card) for card in found.cards],
    }


def show_board(context: Context, _chosen: argparse.Namespace) -> Reply:
    """Counts and cards of a cycle."""
    cycle = context.cycle(only_open=False)
    found = context.desk.ask(board.board, cycle)
    settings = context.desk.ask(plans.settings, cycle.settings_revision)[1]
    word = settings.status_word
    shown = [key for key in STATUSES if found.counts[key] or key not in ONLY_WHEN_PRESENT]
    lines = [f"{found.town}　{found.cycle_name}", "　".join(f"{word(key)} {found.counts[key]}" for key in shown)]
    if found.elsewhere:
        lines[-1] += f"　（{word('elsewhere')} {found.elsewhere}）"
    arrows = {"better": "↗", "worse": "↘"}
    for axis in found.axes:
        lines.append(f"■ {axis.name}")
        for card in found.on_axis(axis.code):
            shown_status = word(card.status) + ("（確認中）" if card.waiting == "secretariat" else "")
            if card.waiting == "secretariat" and 1 < card.assigned == card.accepted:
                shown_status = "取りまとめ待ち"
            arrow = arrows.get(card.change or "", "")
            stage = settings.stage_word(card.stage)
            lines.append(f"  {card.code} {card.name}　{shown_status}{arrow}　{stage}".rstrip())
    return Reply(board_record(found), "\n".join(lines))


def missing_of(
    plan: Plan, departments: tuple[Department, ...], views: Mapping[str, UnitView]
) -> list[dict[str, object]]:
    """Per department what is 未回答 or 差戻し, in 建制順; a department that has answered everything is left out."""
    found = []
    for department in departments:
        asked = [unit for unit in plan.units if unit.id in views and department.id in views[unit.id].answers]
        rows: list[dict[str, object]] = []
        for unit in asked:
            view = views[unit.id]
            if view.slots[department.id].state == "returned":
                rows.append({"code": unit.code, "name": unit.name, "state": "returned"})
            elif view.owes(department.id):
                rows.append({"code": unit.code, "name": unit.name, "state": "unanswered"})
        if rows:
            found.append({"department": department.name, "asked": len(asked), "missing": rows})
    return found


def missing(context: Context, chosen: argparse.Namespace) -> Reply:
    """未回答 and 差戻し per department, or of one."""
    cycle = context.cycle(only_open=False)
    departments = context.desk.ask(on_file.departments, cycle)
    if chosen.department:
        wanted = context.desk.ask(finding.department, chosen.department).id
        departments = tuple(each for each in departments if each.id == wanted)
    plan, views = context.desk.ask(plans.plan, cycle.plan_revision), context.desk.ask(replies.views, cycle)
    found = missing_of(plan, departments, views)
    questions = {
        (unit.code, department.name): f"：{returned.question}"
        for unit in plan.units
        for department in departments
        if unit.id in views and (slot := views[unit.id].slots.get(department.id)) and (returned := slot.returned)
    }
    words = {"unanswered": "未回答", "returned": "差戻し"}
    lines = []
    for each in found:
        rows = each["missing"]
        assert isinstance(rows, list)
        lines.append(f"■ {each['department']}　{each['asked']}件のうち{len(rows)}件")
        for row in rows:
            question = questions.get((row["code"], str(each["department"])), "")
            lines.append(f"  {row['code']} {row['name']}　{words[row['state']]}{question}")
    return Reply(found, "\n".join(lines) or "未回答と差戻しはありません。")

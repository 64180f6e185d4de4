"""Boards, items and sheets of the five plans with invented answers, for the papers to print."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from dxdesk import paths
from dxdesk.domain.board import Board, Item, compose_board, compose_item
from dxdesk.domain.cycles import Cycle
from dxdesk.domain.merge import EMPTY, UnitView
from dxdesk.domain.plan_parts import Department
from dxdesk.domain.plan_records import plan_from_record
from dxdesk.domain.plan_texts import goal_pairs, national_words, plan_lines, unit_years, year_texts
from dxdesk.domain.plans import Plan
from dxdesk.domain.replies import Answer, Author, Revision
from dxdesk.domain.settings import Settings, Stage
from dxdesk.domain.sheets import ActionRow, CycleColumn, UnitSheet, cycle_column, department_answers, main_name
from dxdesk.domain.statuses import Status

PLANS = ("ogawara", "otaki", "kaminokawa", "miharu", "kahoku")
MADE = "2025-02-06T10:40:00+09:00"
MEMO = "ひみつのメモは紙に出ない"

STATUS_ROUND: tuple[Status, ...] = (
    "ok", "warn", "late", "ok", "ok", "warn", "ok", "ok", "none", "ok", "ok", "done", "miss",
)  # fmt: skip
PREVIOUS_ROUND: tuple[Status, ...] = (
    "ok", "ok", "warn", "ok", "ok", "ok", "ok", "warn", "none", "ok", "ok", "ok", "ok",
)  # fmt: skip
STAGE_ROUND = ("introduce", "study", "research", "operate", "operate", "study", "operate", "trial", "start")

RESULTS = "20業務のうち16業務で標準仕様との差異の分析を終えた。文字同定の対象は1,284字と確定した。"
ISSUES = "残る4業務の移行が年度末に重なり、関係課の作業が集中する見込み。"
NEXT = "3月末までに移行の順番案を示す。"
BEFORE = "20業務のうち9業務で標準仕様との差異の分析を終えた。"

THIS = Cycle(
    "c2", "令和6年度第2回", 2024, "interim", date(2024, 12, 31), date(2025, 1, 31), date(2025, 2, 13), "c1", "p", "s"
)
PAST = Cycle("c1", "令和6年度第1回", 2024, "interim", date(2024, 8, 1), date(2024, 8, 20), None, None, "p", "s")


def load_plan(name: str) -> Plan:
    """One of the plans that ship with the program."""
    path = paths.data_root() / "database" / "plans" / f"{name}.json"
    return plan_from_record(json.loads(path.read_text(encoding="utf-8")))


def national_names() -> dict[str, str]:
    """Short names of the national items by code."""
    path = paths.data_root() / "database" / "reference" / "national_items.json"
    return {each["code"]: each["short_name"] for each in json.loads(path.read_text(encoding="utf-8"))["items"]}


@dataclass(frozen=True)
class Scene:
    """A cycle of a plan as papers get it."""

    plan: Plan
    board: Board
    items: tuple[Item, ...]
    views: dict[str, UnitView]
    settings: Settings = field(default_factory=Settings)

    def item(self, code: str) -> Item:
        return next(item for item in self.items if item.card.code == code)


def _view(unit: str, status: Status, stage: str, texts: Sequence[str | None], asked: Sequence[Department]) -> UnitView:
    if not asked:
        return UnitView(unit, "na", None, None, {}, {}, EMPTY)
    if status == "miss":
        return UnitView(unit, "miss", "department", None, {each.id: None for each in asked}, {}, EMPTY)
    results, issues, following = texts
    answer = Answer(
        status=status,
        stage=stage,
        results=results,
        issues=issues,
        next=following,
        discuss="discuss" if status == "late" else "none",
        ask="移行を2段階に分け、窓口系の4業務を先に進めてよいか" if status == "late" else None,
        private_memo=MEMO,
        to_secretariat=MEMO,
    )
    author = Author("liaison", asked[0].id, "見本")
    counted = [
        Revision("answer", THIS.id, unit, each.id, (), answer, author, "2025-01-20T01:00:00+00:00") for each in asked
    ]
    return UnitView(
        unit, status, None, counted[0], {each.id: found for each, found in zip(asked, counted, strict=True)}, {}, EMPTY
    )


def scene(
    name: str = "ogawara",
    *,
    plan: Plan | None = None,
    texts: Sequence[str | None] = (RESULTS, ISSUES, NEXT),
    statuses: Sequence[Status] = STATUS_ROUND,
    departments: int = 1,
    first: bool = False,
    answered: bool = True,
    meeting: bool = True,
) -> Scene:
    """A cycle of a plan: every unit answered in turn with ``statuses``, the same texts each.

    ``departments`` are asked per unit (0: nobody); ``first`` has no cycle before it.
    """
    plan = plan or load_plan(name)
    asked = list(plan.departments or [Department("d1", "総務課")])
    asked = [*asked, *(Department(f"x{at}", f"第{at}課", order=90 + at) for at in range(departments))][:departments]
    views, before = {}, {}
    for at, unit in enumerate(plan.units):
        status: Status = statuses[at % len(statuses)] if answered else "miss"
        stage = STAGE_ROUND[at % len(STAGE_ROUND)]
        views[unit.id] = _view(unit.id, status, stage, texts, asked)
        stage = "research" if stage == "study" else stage
        before[unit.id] = _view(unit.id, PREVIOUS_ROUND[at % 13], stage, (BEFORE, None, NEXT), asked)
    agenda = {unit: 1 for unit, view in list(views.items()) if view.status == "late"}
    agenda = {unit: at for at, unit in enumerate(agenda, 1)}
    board = compose_board(
        plan,
        THIS,
        views,
        plan.departments,
        previous=None if first else before,
        previous_name=None if first else PAST.name,
        agenda=agenda,
        body_name=plan.bodies[0].name if meeting and plan.bodies else None,
        meeting_day=THIS.meeting,
        sample=True,
    )
    past = [] if first else [(PAST.name, before)]
    items = tuple(
        compose_item(
            plan, card, views[card.unit], past=[(each, found[card.unit]) for each, found in past], this_cycle=THIS.name
        )
        for card in board.cards
    )
    return Scene(plan, board, items, views)


HISTORY = (
    CycleColumn(2023, "第1回", "ok", "情報収集", "PTを設置"),
    CycleColumn(2023, "第2回", "ok", "検討", "移行計画を作成"),
    CycleColumn(2024, "第1回", "ok", "検討", "9業務を分析"),
)
TO_COME = (CycleColumn(2025, "第1回", None, "", "8月の予定"), CycleColumn(2025, "第2回", None, "", "2月の予定"))
ACTIONS = (
    ActionRow("文字同定の対象件数を報告する。", "政策企画課", date(2024, 12, 27), "対応済み", True),
    ActionRow("運用方法の案を関係課で確認する。", "町民生活課", None, "対応中", False),
)


def unit_sheet(found: Scene, code: str, *, first: bool = False) -> UnitSheet:
    """The 個票 of a unit of a scene."""
    plan, item = found.plan, found.item(code)
    unit = plan.by_id[item.card.unit]
    years = unit_years(plan, THIS.fiscal_year)
    view = found.views[unit.id]
    return UnitSheet(
        item,
        main=main_name(plan, unit, plan.departments, next(iter(view.answers), None)),
        national=national_words(plan, unit, national_names()),
        pairs=goal_pairs(unit),
        years=years,
        texts=year_texts(plan, unit, years) if years else (),
        lines=() if years else plan_lines(plan, unit),
        history=() if first else (*HISTORY, cycle_column(THIS, view, found.settings, this=True), *TO_COME),
        actions=None if first else ACTIONS,
        answers=department_answers(view, plan.departments, found.settings),
    )


def five_years(plan: Plan) -> Plan:
    """A plan whose units each have a line over the five years of its period."""
    from dxdesk.domain.plan_parts import Schedule

    schedule = Schedule("span", 2023, 2027, "令和5年度から順次", None, True)
    nodes = tuple(replace(node, schedule=schedule) if plan.role(node) == "initiative" else node for node in plan.nodes)
    return replace(plan, nodes=nodes)


def own_words(found: Scene) -> Scene:
    """The scene of a town with long words of its own for statuses and stages."""
    words = {
        "late": "D 目標を下回る",
        "warn": "C 目標をやや下回る",
        "stop": "見直し検討中",
        "ok": "B 目標どおり進んでいる",
        "done": "A 完了（目標達成）",
        "none": "未着手（予定どおり）",
        "na": "対象外",
        "miss": "未回答",
    }
    stages = tuple(Stage(stage.key, f"{stage.word}（庁内全体）") for stage in found.settings.stages)
    return replace(found, settings=replace(found.settings, status_words=words, stages=stages))

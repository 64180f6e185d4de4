"""Boards to draw: the five real plans with statuses in a fixed order, and boards made by hypothesis."""

from __future__ import annotations

from datetime import date
from itertools import cycle
from pathlib import Path

from hypothesis import strategies as st

from dxdesk.domain.board import ActionLine, Axis, Board, Card, IndicatorLine, Item
from dxdesk.domain.plans import Node, Plan
from dxdesk.domain.settings import Settings
from dxdesk.domain.statuses import STATUSES, Status, change_since
from dxdesk.exchange.plan_pack import read_pack
from dxdesk.ui.audience.drawing import SCALES
from tests.plan_samples import PLANS

SETTINGS = Settings()
STAGES = [stage.key for stage in SETTINGS.stages]
SCREENS = [(1920, 1080), (1440, 1080), (1920, 1200), (1280, 1024), (1366, 768)]
UNITS = {"kaminokawa": 8, "otaki": 11, "ogawara": 13, "kahoku": 14, "miharu": 25}
_MIXED: tuple[Status, ...] = ("ok", "warn", "ok", "late", "done", "ok", "none", "miss", "ok", "stop", "ok", "na", "ok")


def make_card(
    code: str,
    axis: str,
    status: Status,
    *,
    name: str = "取組",
    short_name: str | None = None,
    agenda_number: int | None = None,
    several: bool = False,
    checking: bool = False,
    previous: Status = "ok",
    stage: int = 2,
) -> Card:
    """A card whose fields agree with each other."""
    answered = status != "miss"
    return Card(
        unit=code,
        code=code,
        label=None,
        number=code,
        name=name,
        short_name=short_name,
        axis=axis,
        status=status,
        stage=STAGES[stage] if answered else None,
        previous_status=previous,
        previous_stage=STAGES[max(0, stage - 1)],
        change=change_since(previous, status),
        waiting=None if answered else "secretariat" if checking else "department",
        departments=("政策企画課",),
        assigned=6 if several else 1,
        accepted=3 if several else 1,
        discuss="none",
        agenda_number=agenda_number,
    )


def make_board(axes: tuple[Axis, ...], cards: tuple[Card, ...], **words: str) -> Board:
    """A board whose counts add up to its cards."""
    return Board(
        plan_id="plan",
        town=words.get("town", "大河原町"),
        plan_title="DX推進計画",
        cycle_id="cycle",
        cycle_name=words.get("cycle_name", "令和6年度 第2回"),
        as_of=date(2025, 1, 31),
        body_name=words.get("body_name", "デジタル化推進員会議"),
        meeting_day=date(2025, 2, 13),
        asked=len(cards),
        answered=sum(card.status != "miss" for card in cards),
        checking=sum(card.waiting == "secretariat" for card in cards),
        counts={status: sum(card.status == status for card in cards) for status in STATUSES},
        axes=axes,
        cards=cards,
        previous_name="令和6年度 第1回",
        sample=True,
    )


def _axis(plan: Plan, node: Node) -> Axis:
    above = plan.path(node)
    return Axis(node.code or "", node.label, node.name, node.short_name, above[-1].name if above else None)


def town_board(town: str) -> Board:
    """A real plan with every status on its units."""
    path = Path(PLANS) / f"{town}.json"
    plan = read_pack(path.read_bytes(), path.name)
    statuses, cards, discussed = cycle(_MIXED), [], 0
    for index, unit in enumerate(plan.units):
        status = next(statuses)
        number = None
        if status in ("warn", "late") and discussed < 3:
            discussed = number = discussed + 1
        axis = plan.axis(unit)
        card = make_card(
            unit.code or "",
            axis.code or "" if axis else "",
            status,
            name=unit.name,
            short_name=unit.short_name,
            agenda_number=number,
            several=index % 2 == 0,
            checking=index % 3 == 0,
            previous=("ok", "late", "warn")[index % 3],
            stage=index % len(STAGES),
        )
        cards.append(card)
    return make_board(tuple(_axis(plan, node) for node in plan.of_role("axis")), tuple(cards), town=plan.town)


_LETTERS = "住民の利便性向上に向けた行政手続オンライン化・ABCabc019（）「」、。ー髙𠮷<b>&%"
NAMES = st.text(alphabet=_LETTERS, min_size=1, max_size=40)
SHORT_NAMES = st.none() | st.text(alphabet="行政手続オンライン化ABC・", min_size=1, max_size=10)


@st.composite
def boards(draw: st.DrawFn, most_axes: int = 9, most_units: int = 12) -> Board:
    """Any board: 1 to 9 axes, in up to two groups, with up to 12 units each, names of 1 to 40 characters."""
    axes, cards, discussed = [], [], 0
    grouped = draw(st.booleans())
    count = draw(st.integers(1, most_axes))
    for index in range(count):
        group = ("行政のDX" if index < count // 2 else "まちのDX") if grouped else None
        label = draw(st.sampled_from([None, f"MEGO-{index + 1}", f"({index + 1})"]))
        axes.append(Axis(f"A{index}", label, draw(NAMES), draw(SHORT_NAMES), group))
        for unit in range(draw(st.integers(0, most_units))):
            number = None
            if draw(st.integers(0, 5)) == 0:
                discussed = number = discussed + 1
            cards.append(
                make_card(
                    f"A{index}-{unit}",
                    f"A{index}",
                    draw(st.sampled_from(STATUSES)),
                    name=draw(NAMES),
                    short_name=draw(SHORT_NAMES),
                    agenda_number=number,
                    several=draw(st.booleans()),
                    checking=draw(st.booleans()),
                    previous=draw(st.sampled_from(("ok", "warn", "late", "none"))),
                    stage=draw(st.integers(0, len(STAGES) - 1)),
                )
            )
    return make_board(tuple(axes), tuple(cards), body_name=draw(NAMES))


screens = st.sampled_from(SCREENS)
scales = st.sampled_from(SCALES)

SENTENCE = "休日開庁を6回実施し、延べ214件を交付しました。町内3社で出張申請を行い、申請の機会を広げました。"


def make_item(card: Card, text: str | None = SENTENCE, *, actions: int = 2, values: int = 0) -> Item:
    """What the meeting sees of a unit, every text the same."""
    points = tuple((f"R{5 + index // 2} 第{index % 2 + 1}回", str(60 + 4 * index)) for index in range(values))
    return Item(
        card=card,
        axis_name="住民の利便性向上に向けたDX",
        owners="町民生活課・政策企画課",
        plan_text="",
        results=text,
        issues=text,
        next=text,
        ask=text,
        previous={"results": SENTENCE},
        indicators=(IndicatorLine("交付率", "%", points, "80"),) if values else (),
        actions=tuple(
            ActionLine(f"{index + 1}件目の対象件数を報告", "対応済み" if index == 0 else "対応中", index == 0)
            for index in range(actions)
        ),
    )

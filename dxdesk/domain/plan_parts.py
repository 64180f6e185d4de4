"""What nodes of a plan are made of, and who carries them: owners, schedules, indicators, departments, bodies."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

LevelRole = Literal["group", "axis", "initiative", "field", "activity"]
Part = Literal["main", "related"]
ScheduleKind = Literal["span", "year", "start", "yearly", "alternate", "anytime", "deadline", "conditional"]
NarrativeKind = Literal["background", "policy", "direction", "current", "goal", "note"]
IndicatorKind = Literal["number", "rate", "total", "yes_no", "text"]
Direction = Literal["up", "down", "keep"]


@dataclass(frozen=True)
class Period:
    """Fiscal years by their first calendar year; ``to`` None where the plan has no end."""

    from_: int | None
    to: int | None
    wording: str | None

    def holds(self, year: int, after: int = 0) -> bool:
        """Whether a fiscal year lies in it, or no more than so many years ``after`` it."""
        return (self.from_ is None or self.from_ <= year) and (self.to is None or year <= self.to + after)


@dataclass(frozen=True)
class Owner:
    """Who carries a node: the name of a department or a group, and its part."""

    name: str
    part: Part


@dataclass(frozen=True)
class Level:
    key: str
    name: str
    role: LevelRole
    code_pattern: str | None
    label_pattern: str | None


@dataclass(frozen=True)
class SchemeValue:
    value: str
    text: str | None


@dataclass(frozen=True)
class Scheme:
    """A second classification beside the tree; ``known`` False where the text lost which nodes carry it."""

    key: str
    name: str
    known: bool
    values: tuple[SchemeValue, ...]


@dataclass(frozen=True)
class Mark:
    """``priority`` 重 and ``study`` 検討 have rules; a town may have others."""

    key: str
    label: str
    meaning: str | None
    known: bool


@dataclass(frozen=True)
class Narrative:
    """A passage of the plan; equal ``pair`` numbers within a node belong together (現状 → 目指す姿)."""

    kind: NarrativeKind
    text: str
    pair: int | None


@dataclass(frozen=True)
class NodeMark:
    key: str
    confirmed: bool


@dataclass(frozen=True)
class Tag:
    scheme: str
    value: str
    confirmed: bool


@dataclass(frozen=True)
class Baseline:
    value: str
    as_of: str | None


@dataclass(frozen=True)
class Target:
    year: int | None
    value: str


@dataclass(frozen=True)
class Indicator:
    id: str
    name: str
    unit: str | None
    kind: IndicatorKind
    direction: Direction | None
    baseline: Baseline | None
    targets: tuple[Target, ...]
    note: str | None


@dataclass(frozen=True)
class Schedule:
    """When, in fiscal years, with the plan's own wording; ``span_confirmed`` False where an arrow was lost."""

    kind: ScheduleKind
    from_: int | None
    to: int | None
    wording: str | None
    condition: str | None
    span_confirmed: bool


@dataclass(frozen=True)
class Department:
    """A 課. ``order`` is 建制順 (in a pack: order of mention, then ``order_confirmed`` is False). Days are ISO."""

    id: str
    name: str
    short: str | None = None
    parent: str | None = None
    order: int = 0
    order_confirmed: bool = False
    from_: str | None = None
    to: str | None = None
    successor: str | None = None


@dataclass(frozen=True)
class DepartmentGroup:
    """全庁, 全課: ``members`` "all"; 関係課: None (unknown); else department ids."""

    id: str
    name: str
    members: tuple[str, ...] | Literal["all"] | None


@dataclass(frozen=True)
class Rhythm:
    per_year: int | None
    wording: str | None


@dataclass(frozen=True)
class Body:
    """A committee or headquarters; ``reports_to`` names the body above it."""

    id: str
    name: str
    reports_to: str | None
    secretariat: str | None
    standing_items: tuple[str, ...]
    decision_kinds: tuple[str, ...]
    rhythm: Rhythm | None

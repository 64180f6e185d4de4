"""The plans that come with the program, and the page on which one is chosen to be tried."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from dxdesk.domain.permissions import ActorRole
from dxdesk.domain.plans import Plan
from dxdesk.exchange.plan_pack import read_pack
from dxdesk.paths import data_root
from dxdesk.ui.first_run.frame import Foot, Trouble, centred, heading, scrolling
from dxdesk.ui.first_run.roles import Roles
from dxdesk.ui.labels import plain_label, text_scale
from dxdesk.ui.theme import set_look
from dxdesk.wording.first_run import SAMPLE_ROLES, SAMPLES_ARE_INVENTED, WHICH_SAMPLE, initiatives_of

TOWNS: Final = ("ogawara", "otaki", "kaminokawa", "miharu", "kahoku")
"""The short names of the plans that come with the program."""


@dataclass(frozen=True)
class ShippedPlan:
    """A plan that comes with the program: its short name, town and title, and how many initiatives it has."""

    name: str
    town: str
    title: str
    initiatives: int


@cache
def shipped_plans() -> tuple[ShippedPlan, ...]:
    """The plans that come with the program."""
    found = []
    for name in TOWNS:
        path = data_root() / "database/plans" / f"{name}.json"
        pack = json.loads(path.read_text(encoding="utf-8"))
        units = {level["key"] for level in pack["levels"] if level["role"] == "initiative"}
        count = sum(node["level"] in units for node in pack["nodes"])
        found.append(ShippedPlan(pack["id"], pack["town"], pack["title"], count))
    return tuple(found)


@cache
def shipped_plan(name: str) -> Plan:
    """A plan that comes with the program by its short name."""
    path = data_root() / "database/plans" / f"{name}.json"
    return read_pack(path.read_bytes(), path.name)


class PlanChoice(QPushButton):
    """One shipped plan to try: town, title and size in one line."""

    def __init__(self, plan: ShippedPlan, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.plan = plan
        set_look(self, "choice")
        size = initiatives_of(plan.initiatives)
        self.setAccessibleName(f"{plan.town}、{plan.title}、{size}")
        row = QHBoxLayout(self)
        row.setContentsMargins(18, 10, 18, 10)
        row.setSpacing(18)
        for label, stretch in ((plain_label(plan.town, "strong"), 0), (plain_label(plan.title), 1)):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            row.addWidget(label, stretch)
        count = plain_label(size, "small")
        count.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        row.addWidget(count)

    def sizeHint(self) -> QSize:
        return QSize(round(720 * text_scale(self)), round(46 * text_scale(self)))


class SamplesPage(QWidget):
    """Which town's plan is tried."""

    sample_requested = Signal(str, str)
    """The short name of a plan, and the role in which it is tried."""

    def __init__(self, role: ActorRole = "secretariat", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.roles = Roles(SAMPLE_ROLES, role)
        self.choices = [PlanChoice(each) for each in shipped_plans()]
        for choice in self.choices:
            choice.clicked.connect(lambda _checked=False, name=choice.plan.name: self._choose(name))
        self.foot = Foot()
        self.trouble = Trouble()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        page = centred(
            heading(WHICH_SAMPLE),
            heading(SAMPLES_ARE_INVENTED, "small"),
            self.roles,
            self.trouble,
            *self.choices,
            gaps=(0, 4, 4),
        )
        column.addWidget(scrolling(page), 1)
        column.addWidget(self.foot)
        self.setFocusProxy(self.choices[0])

    def _choose(self, plan: str) -> None:
        self.sample_requested.emit(plan, self.roles.chosen)

"""Page 3 of opening a cycle: everything once more before it is made."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from dxdesk.desk import Desk
from dxdesk.domain.asking import Asking
from dxdesk.domain.calendar import long_date
from dxdesk.domain.plans import Node, Plan
from dxdesk.store.queries.form_answers import given_forms
from dxdesk.store.queries.opening import Opening
from dxdesk.ui.cycle.changes import moved_mains
from dxdesk.ui.cycle.days_form import CycleDays
from dxdesk.ui.inquiry.model import AskedDepartment, DepartmentTable
from dxdesk.ui.inquiry.options import InquiryOptions
from dxdesk.ui.inquiry.table import DepartmentView
from dxdesk.ui.labels import PhraseLabel, plain_label
from dxdesk.ui.text_field import Message
from dxdesk.wording.cycle import KINDS, NOBODY_ASKED, PROVISIONAL_HELP, SECRETARIAT_ASKED, asked_words


class Summary(QFrame):
    """What is made: the cycle, its days, how much is asked, and of whom."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(20)
        self._grid.setVerticalSpacing(10)
        self._grid.setColumnStretch(1, 1)
        self.values: dict[str, PhraseLabel] = {}
        words = {
            "name": self.tr("回"),
            "days": self.tr("日付"),
            "asked": self.tr("照会する"),
            "rest": self.tr("照会しない"),
            "provisional": self.tr("仮のもの"),
            "moved": self.tr("主管が変わる取組"),
        }
        self.heads: dict[str, PhraseLabel] = {}
        for row, (key, word) in enumerate(words.items()):
            self.values[key], self.heads[key] = PhraseLabel(), PhraseLabel(word, "strong")
            self._grid.addWidget(self.heads[key], row, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(self.values[key], row, 1)
        self.message, self.files = Message(), InquiryOptions(desk)
        self.rows = DepartmentTable(self.tr("うち主管"), choosable=False, parent=self)
        self.table = DepartmentView(self.rows)
        self.table.setAccessibleName(self.tr("課ごとの件数"))
        left = QVBoxLayout()
        left.setSpacing(14)
        left.addWidget(plain_label(self.tr("この内容で回をつくります"), "title"))
        left.addLayout(self._grid)
        left.addWidget(self.message)
        left.addWidget(self.files)
        left.addStretch(1)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(44, 20, 32, 12)
        whole.setSpacing(28)
        whole.addLayout(left, 6)
        whole.addWidget(self.table, 5)

    def show_summary(self, days: CycleDays, found: Opening, asking: Sequence[Asking]) -> None:
        """Show what would be made."""
        live = [each for each in asking if each.asked]
        rest = [found.plan.by_id[each.unit] for each in asking if not each.asked]
        provisional = [found.plan.by_id[each.unit] for each in live if each.provisional]
        meeting = f"　会議 {long_date(days.meeting)}" if days.meeting else ""
        slots = sum(each.count for each in live)
        departments = sum(any(each.id in row.parts for row in live) for each in found.departments)
        self.values["name"].show_text(f"{days.name}（{KINDS[days.kind]}）")
        self.values["days"].show_text(f"基準日 {long_date(days.as_of)}　締切 {long_date(days.due)}{meeting}")
        self.values["asked"].show_text(
            f"{departments}課に {asked_words(len(live), slots)}"
            if found.departments
            else f"{len(live)}取組　{SECRETARIAT_ASKED}"
        )
        self.values["rest"].show_text(_listed(found.plan, rest) or "ありません")
        codes = _listed(found.plan, provisional)
        self.values["provisional"].show_text(f"{codes}　{PROVISIONAL_HELP}" if codes else "ありません")
        moved = moved_mains(found, asking)
        self.values["moved"].show_text(_shortened(moved))
        for label in (self.heads["moved"], self.values["moved"]):
            label.setVisible(bool(moved))
        rows = [_counted(each.id, each.name, live) for each in found.departments]
        self.rows.show_rows(rows, (), self._forms())
        for each in (self.table, self.files):
            each.setVisible(self.asks_departments)
        self.message.clear()
        if not live:
            self.message.say(NOBODY_ASKED)

    def _forms(self) -> frozenset[str]:
        """Who is given a reply form: as it stands here, at first as it was the last time."""
        known = {each.id for each in self.rows.rows}
        return self.rows.forms | (self._desk.ask(given_forms) - known)

    @property
    def asks_departments(self) -> bool:
        """Whether there is anybody to send files to."""
        return bool(self.rows.chosen)


def _counted(department: str, name: str, live: Sequence[Asking]) -> AskedDepartment:
    """A department with what it would be asked about, and of how much it would be 主管."""
    mains = sum(row.main == department for row in live)
    return AskedDepartment(
        department, name, sum(department in row.parts for row in live), f"{mains}件" if mains else "―"
    )


MOST = 6


def _listed(plan: Plan, units: Sequence[Node]) -> str:
    """Units by number and name; a long list is told as a number."""
    return _shortened([f"{plan.numbers[each.id]} {each.short_name or each.name}" for each in units])


def _shortened(words: Sequence[str]) -> str:
    shown = "、".join(words[:MOST])
    return f"{shown} ほか{len(words) - MOST}取組" if len(words) > MOST else shown

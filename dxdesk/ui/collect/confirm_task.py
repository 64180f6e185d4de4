"""所属長確認 on behalf: who confirmed the answer."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from dxdesk.ui.collect.task import Task
from dxdesk.ui.composition import Composition
from dxdesk.ui.labels import plain_label


class ConfirmTask(Task):
    """Title and name of the 所属長."""

    below_answer = True

    def __init__(self, title: str = "", name: str = "", parent: QWidget | None = None) -> None:
        super().__init__("所属長の確認を記録する", "", parent)
        self.title = QLineEdit(title, placeholderText=self.tr("例）町民生活課長"))
        self.name = QLineEdit(name, placeholderText=self.tr("例）佐藤　花子"))
        self._compositions = [Composition(self.title), Composition(self.name)]
        for words_of, field in ((self.tr("職名"), self.title), (self.tr("氏名（必須）"), self.name)):
            label = plain_label(words_of, "strong")
            label.setBuddy(field)
            field.setAccessibleName(words_of)
            field.textChanged.connect(self.changed)
            self.column.addWidget(label)
            self.column.addWidget(field)

    def primary(self) -> tuple[str, bool]:
        named = bool(self.name.text().strip())
        return self.tr("確認を記録する") if named else self.tr("確認を記録する（氏名を書いてください）"), named

    def take_focus(self) -> None:
        (self.name if self.title.text() else self.title).setFocus(Qt.FocusReason.OtherFocusReason)

    def commit(self) -> None:
        for each in self._compositions:
            each.commit()

"""How this town's papers look: the forms, and a letter as it would look with them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Final

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QCheckBox, QHBoxLayout, QLineEdit, QWidget

from dxdesk.desk import Desk
from dxdesk.domain.paper import MARGIN_LIMITS, READ_AS
from dxdesk.domain.settings import Settings
from dxdesk.ui.labels import plain_label
from dxdesk.ui.settings.forms import TownForm, choice, choose, line, rows
from dxdesk.ui.settings.sample import Sample

_SEPARATOR: Final = "、"
_BESIDE: Final = 860
"""From so many px on the picture stands beside the form."""


def names_of(typed: str) -> tuple[str, ...]:
    """The names in a line, separated by 、."""
    return tuple(each.strip() for each in typed.split(_SEPARATOR) if each.strip())


class MarginFields(QWidget):
    """Four numbers in a row: 上, 下, 左, 右 (mm)."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        self.fields: list[QLineEdit] = []
        for word in (self.tr("上"), self.tr("下"), self.tr("左"), self.tr("右")):
            field = line(self.tr("余白　{0}（mm）").format(word), 54)
            label = plain_label(word)
            label.setBuddy(field)
            row.addWidget(label)
            row.addWidget(field)
            self.fields.append(field)
        row.addStretch(1)
        self.setFocusProxy(self.fields[0])

    def show_margins(self, margins: Sequence[int]) -> None:
        """Show four numbers."""
        for field, margin in zip(self.fields, margins, strict=True):
            field.setText(str(margin))

    @property
    def margins(self) -> tuple[int, ...]:
        """The numbers, also in full width; −1 for what is none."""
        texts = [field.text().strip() for field in self.fields]
        return tuple(int(each) if each.isdecimal() and len(each) <= len(MARGIN_LIMITS) else -1 for each in texts)


class PaperForm(TownForm):
    """文書の体裁: how letters and all other papers are written; beside it a letter as it would look."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.punctuation = choice(self.tr("句読点"), [(word, word) for word in ("、。", "，．", "，。")])
        self.digits = choice(self.tr("数字"), [("すべて半角", "half"), ("1けたは全角、2けたからは半角", "single")])
        self.years = choice(self.tr("年"), [("令和7年", "era"), ("令和7年（2025年）", "both"), ("2025年", "western")])
        self.face = choice(self.tr("本文の書体"), [("明朝", "mincho"), ("ゴシック", "gothic")])
        self.number = line(self.tr("照会文などの文書番号"))
        self.number.setPlaceholderText(self.tr("入れない"))
        self.dated = QCheckBox(self.tr("照会文などに日付を入れる"))
        self.salutation = choice(self.tr("敬称"), [(word, word) for word in ("様", "殿")])
        self.margins = MarginFields()
        self.binding = QCheckBox(self.tr("とじしろをとる（左30 mm）"))
        self.grid = QCheckBox(self.tr("照会文などを42字×40行の枠に合わせる"))
        self.list_paper = choice(self.tr("進捗一覧表の用紙"), [("A3 横", "A3"), ("A4 横を2枚並べる", "A4")])
        fields = QWidget()
        rows(
            fields,
            [
                (self.tr("句読点"), self.punctuation),
                (self.tr("数字"), self.digits),
                (self.tr("年"), self.years),
                (self.tr("本文の書体"), self.face),
                (self.tr("照会文などの文書番号"), self.number),
                ("", self.dated),
                (self.tr("敬称"), self.salutation),
                (self.tr("余白（mm）"), self.margins),
                ("", self.binding),
                ("", self.grid),
                (self.tr("進捗一覧表の用紙"), self.list_paper),
            ],
        )
        self.sample = Sample(desk)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(24)
        self._row.addWidget(fields)
        self._row.addWidget(self.sample, 1)
        self._shown = Settings()
        for box in (self.punctuation, self.digits, self.years, self.face, self.salutation, self.list_paper):
            box.activated.connect(self._touch)
        for field in (self.number, *self.margins.fields):
            field.textEdited.connect(self._touch)
        for tick in (self.dated, self.binding, self.grid):
            tick.clicked.connect(self._touch)

    def _touch(self) -> None:
        self.changed.emit()
        self.sample.show_settings(self.settings(self._shown))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Beside the form where there is room, else below it."""
        beside = event.size().width() >= _BESIDE
        self._row.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)
        super().resizeEvent(event)

    def show_settings(self, settings: Settings) -> None:
        self._shown, paper = settings, settings.paper
        choose(self.punctuation, paper.punctuation)
        choose(self.digits, paper.digits)
        choose(self.years, paper.years)
        choose(self.face, paper.body_face)
        choose(self.salutation, paper.salutation)
        choose(self.list_paper, paper.list_paper)
        self.number.setText(paper.document_number)
        self.margins.show_margins(paper.margins)
        for tick, on in ((self.dated, paper.dated), (self.binding, paper.binding), (self.grid, paper.grid)):
            tick.setChecked(on)
        self.sample.show_settings(settings)

    def settings(self, before: Settings) -> Settings:
        values: dict[str, Any] = {
            "punctuation": self.punctuation.currentData(),
            "digits": self.digits.currentData(),
            "years": self.years.currentData(),
            "body_face": self.face.currentData(),
            "document_number": self.number.text().strip(),
            "dated": self.dated.isChecked(),
            "salutation": self.salutation.currentData(),
            "margins": self.margins.margins,
            "binding": self.binding.isChecked(),
            "grid": self.grid.isChecked(),
            "list_paper": self.list_paper.currentData(),
        }
        return replace(before, paper=replace(before.paper, **values))


class RecordsForm(TownForm):
    """会議録と決裁: what minutes are called and who puts a seal on papers."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = choice(self.tr("会議録の題"), [(word, word) for word in ("会議録", "議事録", "議事要旨")])
        self.numbering = choice(self.tr("会議録の見出し"), [("1 から", "1"), ("第1 から", "第1")])
        self.speaker = choice(
            self.tr("発言者の表し方"), [("役職で", "title"), ("氏名で", "name"), ("「委員」とだけ", "member")]
        )
        self.signers = line(self.tr("署名・確認の欄"))
        self.approvers = line(self.tr("決裁欄"))
        self.consulted = line(self.tr("合議の欄"))
        self.readers = line(self.tr("供覧欄"))
        for field in (self.approvers, self.consulted, self.readers):
            field.setPlaceholderText(self.tr("設けない"))
        self.readings = line(self.tr("氏名のふりがな"))
        self.readings.setPlaceholderText(self.tr("付けない（書き方：髙橋 誠＝たかはし まこと）"))
        hint = self.tr("「髙橋 誠＝たかはし まこと」のように書きます。名簿と会議録の出席者に付きます。")
        self.readings.setToolTip(hint)
        self.readings.setAccessibleDescription(hint)
        self.retention = line(self.tr("保存年限"), 120)
        rows(
            self,
            [
                (self.tr("会議録の題"), self.title),
                (self.tr("会議録の見出し"), self.numbering),
                (self.tr("発言者の表し方"), self.speaker),
                (self.tr("署名・確認の欄（、で区切る）"), self.signers),
                (self.tr("決裁欄（、で区切る）"), self.approvers),
                (self.tr("合議の欄（、で区切る）"), self.consulted),
                (self.tr("供覧欄（、で区切る）"), self.readers),
                (self.tr("氏名のふりがな（、で区切る）"), self.readings),
                (self.tr("保存年限"), self.retention),
            ],
        )
        for field in (self.signers, self.approvers, self.consulted, self.readers, self.readings):
            field.setMinimumWidth(420)
        for box in (self.title, self.numbering, self.speaker):
            box.activated.connect(lambda _index: self.changed.emit())
        for field in (self.signers, self.approvers, self.consulted, self.readers, self.readings, self.retention):
            field.textEdited.connect(lambda _text: self.changed.emit())

    def show_settings(self, settings: Settings) -> None:
        paper = settings.paper
        choose(self.title, paper.minutes_title)
        choose(self.numbering, paper.numbering)
        choose(self.speaker, paper.speaker)
        for field, names in (
            (self.signers, paper.signers),
            (self.approvers, paper.approvers),
            (self.consulted, paper.consulted),
            (self.readers, paper.readers),
            (self.readings, paper.readings),
        ):
            field.setText(_SEPARATOR.join(names))
        self.retention.setText(paper.retention)

    def settings(self, before: Settings) -> Settings:
        values: dict[str, Any] = {
            "minutes_title": self.title.currentData(),
            "numbering": self.numbering.currentData(),
            "speaker": self.speaker.currentData(),
            "signers": names_of(self.signers.text()),
            "approvers": names_of(self.approvers.text()),
            "consulted": names_of(self.consulted.text()),
            "readers": names_of(self.readers.text()),
            "readings": names_of(self.readings.text().replace("=", READ_AS)),
            "retention": self.retention.text().strip(),
        }
        return replace(before, paper=replace(before.paper, **values))

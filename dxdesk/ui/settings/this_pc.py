"""このパソコン: what holds on this PC only, and at once."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QButtonGroup, QCheckBox, QHBoxLayout, QRadioButton, QWidget

from dxdesk.preferences import keep, preferences
from dxdesk.ui.application import choose_text_scale, renew_colours, renew_motion
from dxdesk.ui.labels import text_scale
from dxdesk.ui.settings.file_type import FileTypeBox
from dxdesk.ui.settings.forms import line, rows
from dxdesk.ui.theme import TEXT_SCALES
from dxdesk.wording.settings import THIS_PC


class ThisPcForm(QWidget):
    """文字の大きさ, 動きを減らす, 高コントラスト, what a double click opens, who sits here. All is kept at once."""

    name_changed = Signal(str)
    said = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        sizes = QWidget()
        row = QHBoxLayout(sizes)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(24)
        self.sizes = QButtonGroup(self)
        self._scales = tuple(TEXT_SCALES.values())
        for number, word in enumerate(TEXT_SCALES):
            button = QRadioButton(word)
            self.sizes.addButton(button, number)
            row.addWidget(button)
        row.addStretch(1)
        sizes.setFocusProxy(self.sizes.buttons()[0])
        self.motion = QCheckBox(self.tr("動きを減らす"))
        self.contrast = QCheckBox(self.tr("高コントラスト（白黒と太い枠で表示する）"))
        self.file_type = FileTypeBox()
        self.file_type.said.connect(self.said)
        self.name = line(self.tr("お名前"), 260)
        rows(
            self,
            [
                (self.tr("文字の大きさ"), sizes),
                ("", self.motion),
                ("", self.contrast),
                ("", self.file_type),
                (self.tr("お名前（履歴に残ります）"), self.name),
            ],
            THIS_PC,
        )
        self.sizes.idClicked.connect(self._choose_size)
        self.motion.clicked.connect(self._choose_motion)
        self.contrast.clicked.connect(self._choose_contrast)
        self.name.editingFinished.connect(self._keep_name)

    def show_choices(self, name: str) -> None:
        """Show what holds now."""
        now = text_scale(self)
        nearest = min(range(len(self._scales)), key=lambda number: abs(self._scales[number] - now))
        self.sizes.button(nearest).setChecked(True)
        self.motion.setChecked(preferences().less_motion)
        self.contrast.setChecked(preferences().high_contrast)
        self.file_type.refresh()
        self.name.setText(name)

    def _choose_size(self, number: int) -> None:
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        choose_text_scale(application, self._scales[number])

    def _choose_motion(self, on: bool) -> None:
        keep(less_motion=on)
        renew_motion()

    def _choose_contrast(self, on: bool) -> None:
        keep(high_contrast=on)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        renew_colours(application)

    def _keep_name(self) -> None:
        self.name_changed.emit(self.name.text().strip())

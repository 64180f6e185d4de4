"""What other bodies have decided in the same cycle, beside the agenda of this one."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from dxdesk.ui.agenda.rows import AgendaSource, short
from dxdesk.ui.labels import PhraseLabel, plain_label
from dxdesk.wording.meeting_screen import EARLIER, earlier_words, opinion_lines


class EarlierDecisions(QWidget):
    """Each decision under the name of its item; hidden where there is none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 6, 0, 0)
        self._column.setSpacing(3)

    def show_source(self, source: AgendaSource) -> None:
        """Show what was decided before a meeting."""
        while (row := self._column.takeAt(0)) is not None:
            widget = row.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.setVisible(bool(source.earlier))
        self._column.addWidget(plain_label(EARLIER, "section"))
        names = {each.unit: short(each) for each in source.board.cards}
        for each in source.earlier:
            self._column.addWidget(PhraseLabel(names.get(each.decision.unit or "", each.title), "strong"))
            words = (earlier_words(each), each.decision.text, *opinion_lines(each))
            self._column.addWidget(PhraseLabel("\n".join(words), "small"))

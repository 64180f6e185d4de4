"""What is asked before printing: the printer, copies, pages, and how they stand on the paper."""

from __future__ import annotations

from PySide6.QtCore import QSizeF, Qt
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from dxdesk.ui.bands import announce
from dxdesk.ui.labels import PhraseLabel, plain_label
from dxdesk.ui.printing.printer import (
    SIDES,
    OnPaper,
    Order,
    Printers,
    Sides,
    on_sheets,
    pages_in,
    places,
    set_up,
    tell_printers,
)
from dxdesk.ui.theme import set_look
from dxdesk.wording.print_dialog import (
    ALL,
    ASKING,
    BACK,
    CHOSEN,
    COPIES,
    CURRENT,
    EXAMPLE,
    GO,
    GREY,
    MORE,
    NO_PAGES,
    NONE,
    PAGES,
    PRINTER,
    SIDES_WORDS,
    TITLE,
    TWO_UP,
    sheets_words,
)
from dxdesk.wording.print_dialog import SIDES as SIDES_NAME
from dxdesk.wording.printing import NO_PRINTER_HINT, paper_words


class AskBeforePrinting(QDialog):
    """The choices of one print. ``page`` (from 0) is the one that is looked at.

    It opens before it is known which printers there are, and prints once one is.
    """

    def __init__(self, sizes: tuple[QSizeF, ...], page: int, last: OnPaper, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(TITLE)
        self._sizes, self._page = sizes, page
        self._found: Printers | None = None
        self._printer: QPrinter | None = None
        self.printers, self.copies, self.sides = QComboBox(), QSpinBox(), QComboBox()
        self.printers.setPlaceholderText(ASKING)
        self.printers.setEnabled(False)
        self.copies.setRange(1, 999)
        self.range, self.typed = QComboBox(), QLineEdit(f"{page + 1}")
        self.range.addItems([ALL, CURRENT, CHOSEN])
        self.typed.setPlaceholderText(EXAMPLE)
        self.typed.setAccessibleName(f"{CHOSEN}　{EXAMPLE}")
        self.typed.hide()
        for key in SIDES:
            self.sides.addItem(SIDES_WORDS[key], key)
        self.sides.setCurrentIndex(SIDES.index(last.sides))
        self.two_up, self.grey = QCheckBox(TWO_UP), QCheckBox(GREY)
        self.two_up.setChecked(last.two_up)
        self.grey.setChecked(last.grey)
        self.words = PhraseLabel("", "small")
        self.more, self.back, self.go = QPushButton(MORE), QPushButton(BACK), QPushButton(GO)
        self.more.setEnabled(False)
        self._lay_out()
        self._connect()
        self._show_words()

    def _lay_out(self) -> None:
        set_look(self.more, "link")
        set_look(self.go, "primary")
        self.go.setDefault(True)
        form = QFormLayout()
        form.setSpacing(10)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        pages = QHBoxLayout()
        pages.addWidget(self.range, 1)
        pages.addWidget(self.typed, 1)
        for name, field in ((PRINTER, self.printers), (COPIES, self.copies), (SIDES_NAME, self.sides)):
            label = plain_label(name)
            label.setBuddy(field)
            field.setAccessibleName(name)
            form.addRow(label, field)
        label = plain_label(PAGES)
        label.setBuddy(self.range)
        self.range.setAccessibleName(PAGES)
        form.insertRow(2, label, pages)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addLayout(form)
        for box in (self.two_up, self.grey):
            column.addWidget(box)
        column.addWidget(self.words)
        foot = QHBoxLayout()
        foot.addWidget(self.more)
        foot.addStretch(1)
        foot.addWidget(self.back)
        foot.addWidget(self.go)
        column.addLayout(foot)
        self.setMinimumWidth(520)

    def _connect(self) -> None:
        self.range.currentIndexChanged.connect(self._show_words)
        self.typed.textChanged.connect(self._show_words)
        self.sides.currentIndexChanged.connect(self._show_words)
        self.two_up.toggled.connect(self._show_words)
        self.more.clicked.connect(self.open_settings)
        self.back.clicked.connect(self.reject)
        self.go.clicked.connect(self.accept)

    @property
    def pages(self) -> tuple[int, ...]:
        """The chosen pages, from 0."""
        of = len(self._sizes)
        by_row = {0: tuple(range(of)), 1: (self._page,)}
        return by_row.get(self.range.currentIndex()) or pages_in(self.typed.text(), of)

    @property
    def on_paper(self) -> OnPaper:
        """How they stand on paper."""
        sides: Sides = SIDES[self.sides.currentIndex()]
        return OnPaper(sides, self.two_up.isChecked(), self.grey.isChecked())

    @property
    def order(self) -> Order:
        """What was chosen."""
        return Order(self.pages, self.on_paper, self.printers.currentText(), self.copies.value(), self._printer)

    def show_printers(self, found: Printers) -> None:
        """Offer the printers there are; where there is none, say so."""
        self._found = found
        self.printers.addItems(found.names)
        self.printers.setCurrentIndex(max(self.printers.findText(found.usual), 0))
        self.printers.setPlaceholderText(NONE)
        for widget in (self.printers, self.more):
            widget.setEnabled(bool(found.names))
        self._show_words()
        announce(self, f"{PRINTER}　{self.printers.currentText()}" if found.names else NO_PRINTER_HINT)

    def open_settings(self) -> None:
        """The system's own dialog, for trays and staples; what it changes of copies and printer is shown here."""
        if self._printer is None:
            self._printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        set_up(self._printer, self.on_paper, self.copies.value(), self.printers.currentText())
        if QPrintDialog(self._printer, self).exec() == QPrintDialog.DialogCode.Accepted:
            self.printers.setCurrentText(self._printer.printerName())
            self.copies.setValue(self._printer.copyCount())

    def _show_words(self) -> None:
        """What will come out of the printer, or why nothing can."""
        chosen = self.range.currentIndex() == self.range.count() - 1
        self.typed.setVisible(chosen)
        pages, how = self.pages, self.on_paper
        self.go.setEnabled(bool(pages) and self._found is not None and bool(self._found.names))
        if self._found is not None and not self._found.names:
            self.words.show_text(NO_PRINTER_HINT)
            return
        if not pages:
            self.words.show_text(NO_PAGES)
            return
        sheets = on_sheets(self._sizes, pages, two_up=how.two_up)
        papers = [places(self._sizes[each[0]], two_up=how.two_up)[0] for each in sheets]
        names = [paper_words(each.width(), each.height()) for each in papers]
        leaves = len(names) if how.sides == "one" else _leaves(names)
        self.words.show_text(sheets_words(len(pages), leaves, "・".join(dict.fromkeys(names))))


def _leaves(papers: list[str]) -> int:
    """How many sheets so many sides take on both sides: another size begins another sheet."""
    leaves = run = 0
    for at, paper in enumerate(papers):
        run = run + 1 if at and paper == papers[at - 1] else 1
        leaves += run % 2
    return leaves


def ask_printer(parent: QWidget, sizes: tuple[QSizeF, ...], page: int, last: OnPaper) -> Order | None:
    """What a person chooses; None for none of it. ``page`` (from 0) is the one that is looked at."""
    dialog = AskBeforePrinting(sizes, page, last, parent)
    tell_printers(dialog, dialog.show_printers)
    found = dialog.order if dialog.exec() == QDialog.DialogCode.Accepted else None
    dialog.deleteLater()
    return found

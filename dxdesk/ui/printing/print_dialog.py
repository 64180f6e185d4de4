"""What is asked before printing: the printer, copies, pages, and how they stand on the paper."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QSizeF, Qt
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
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

from dxdesk.ui.labels import PhraseLabel, plain_label
from dxdesk.ui.printing.printer import SIDES, OnPaper, Sides, on_sheets, pages_in, places, set_up
from dxdesk.ui.theme import set_look
from dxdesk.wording.print_dialog import (
    ALL,
    BACK,
    CHOSEN,
    COPIES,
    CURRENT,
    EXAMPLE,
    GO,
    GREY,
    MORE,
    NO_PAGES,
    PAGES,
    PRINTER,
    SIDES_WORDS,
    TITLE,
    TWO_UP,
    sheets_words,
)
from dxdesk.wording.print_dialog import SIDES as SIDES_NAME
from dxdesk.wording.printing import paper_words


@dataclass(frozen=True)
class Order:
    """What goes to a printer: the printer as it is set up, pages (from 0), and how they stand on paper."""

    printer: QPrinter
    pages: tuple[int, ...]
    on_paper: OnPaper


class AskBeforePrinting(QDialog):
    """The choices of one print. ``page`` (from 0) is the one that is looked at."""

    def __init__(self, sizes: tuple[QSizeF, ...], page: int, last: OnPaper, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(TITLE)
        self._sizes, self._page = sizes, page
        self._printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        self.printers, self.copies, self.sides = QComboBox(), QSpinBox(), QComboBox()
        self.printers.addItems(QPrinterInfo.availablePrinterNames())
        self.printers.setCurrentText(QPrinterInfo.defaultPrinterName())
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
        """What was chosen, with the printer set up for it."""
        self._set_up()
        return Order(self._printer, self.pages, self.on_paper)

    def _set_up(self) -> None:
        if self.printers.currentText() and self._printer.printerName() != self.printers.currentText():
            self._printer.setPrinterName(self.printers.currentText())
        set_up(self._printer, self.on_paper, self.copies.value())

    def open_settings(self) -> None:
        """The system's own dialog, for trays and staples; what it changes of copies and printer is shown here."""
        self._set_up()
        if QPrintDialog(self._printer, self).exec() == QPrintDialog.DialogCode.Accepted:
            self.printers.setCurrentText(self._printer.printerName())
            self.copies.setValue(self._printer.copyCount())

    def _show_words(self) -> None:
        """What will come out of the printer."""
        chosen = self.range.currentIndex() == self.range.count() - 1
        self.typed.setVisible(chosen)
        pages, how = self.pages, self.on_paper
        self.go.setEnabled(bool(pages))
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
    return dialog.order if dialog.exec() == QDialog.DialogCode.Accepted else None

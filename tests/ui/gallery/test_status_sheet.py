from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from dxdesk.domain.settings import Settings
from dxdesk.domain.statuses import STATUSES
from dxdesk.ui.gallery.status_sheet import block_of, status_sheet
from tests.ui.vision import recognise


def sheet(qapp: QApplication) -> QImage:
    return QImage.fromData(status_sheet(Settings()))


def test_every_status_is_told_by_its_silhouette_in_every_row(qapp: QApplication) -> None:
    image = sheet(qapp)
    for row in range(4):
        found = [recognise(image, block_of(row, place), "normal") for place in range(len(STATUSES))]
        assert found == list(STATUSES), row


def test_the_last_row_has_no_colours(qapp: QApplication) -> None:
    image = sheet(qapp)
    for place in range(len(STATUSES)):
        part = image.copy(block_of(3, place).toRect())
        seen = {part.pixel(x, y) & 0xFFFFFF for x in range(0, part.width(), 3) for y in range(0, part.height(), 3)}
        assert all(
            max(rgb >> 16, rgb >> 8 & 255, rgb & 255) - min(rgb >> 16, rgb >> 8 & 255, rgb & 255) <= 2 for rgb in seen
        )

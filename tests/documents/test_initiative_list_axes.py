"""The names of the axes in the list of all units."""

from __future__ import annotations

from dxdesk.documents.initiative_list_axes import AxisRows
from tests.documents.reading import page_texts, word_boxes
from tests.documents.sample_boards import scene
from tests.documents.test_initiative_list import printed


def test_a_long_axis_name_keeps_clear_of_the_borders_of_its_column() -> None:
    found = scene("miharu")
    axis = next(axis for axis in found.board.axes if len(axis.name) > 14 and len(found.board.on_axis(axis.code)) < 3)
    for page, text in enumerate(page_texts(pdf := printed(found).pdf)):
        if axis.name in text:
            boxes = word_boxes(pdf, page)
            at = "".join(box[0] for box in boxes).index(axis.name)
            own = boxes[at : at + len(axis.name)]
            assert min(box[1] for box in own) >= 25.8
            assert max(box[3] for box in own) <= 32.2
            return
    raise AssertionError(axis.name)


def test_a_short_axis_name_beside_one_low_row_stands_in_one_column() -> None:
    found = scene("kaminokawa")
    axis = next(each for each in found.board.axes if each.short_name == "セキュリティ")
    group = AxisRows(axis, found.board.on_axis(axis.code), (17.0,)).stretched()
    name = group.name
    assert (name.text, len(name._columns())) == ("セキュリティ", 1)
    assert group.height < 19

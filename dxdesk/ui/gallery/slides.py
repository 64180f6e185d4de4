"""Every slide of a meeting, by the name its picture has."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from dxdesk.domain.audience import Audience
from dxdesk.ui.audience.drawing import Page, canvas_for
from dxdesk.ui.audience.slides import png
from dxdesk.ui.board.course import Position, Sight, View, course

SIZE: Final = (1920, 1080)
UNTIL: Final = "14:50"
"""Until when the break is that is drawn."""

_VIEWS: Final[dict[str, View]] = {
    "ボード": "board",
    "道のり": "roadmap",
    "道のり_今年度": "roadmap",
    "推移": "trend",
    "次第": "agenda",
    "宿題": "actions",
    "決定の確認": "readback",
    "休憩": "break",
    "白": "blank",
}
_PREFIX: Final = "スライド_"
UNIT: Final = "取組"
SCENE_NAMES: Final = tuple(f"{_PREFIX}{name}" for name in (*_VIEWS, UNIT))
"""The names of the pictures among those of the windows."""


def slides_of_all(shown: Audience) -> Iterator[tuple[str, Sequence[Page]]]:
    """The name and the pages of every slide that is not of one unit; of 次第 with the first item discussed marked."""
    first = next((line.number for line in shown.agenda if line.discussed), None)
    for name, view in _VIEWS.items():
        position = Position(view=view, months="今年度" in name, item=first, until=UNTIL)
        yield name, Sight(shown, position, canvas_for(*SIZE)).pages


def slides_of_units(shown: Audience) -> Iterator[tuple[str, Sequence[Page]]]:
    """The code and the pages of every unit, those of 本日の協議 first."""
    for card in course(shown):
        yield card.code, Sight(shown, Position(code=card.code), canvas_for(*SIZE)).pages


def slide_scenes(shown: Audience) -> Iterator[tuple[str, bytes | None]]:
    """The name and the picture of the first page of every slide; of the units that of the first, None without any.

    Needs the application.
    """
    for name, pages in slides_of_all(shown):
        yield f"{_PREFIX}{name}", png(pages[0], *SIZE)
    unit = next(slides_of_units(shown), None)
    yield f"{_PREFIX}{UNIT}", png(unit[1][0], *SIZE) if unit else None

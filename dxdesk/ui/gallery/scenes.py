"""Every scene, in the order of the tabs."""

from __future__ import annotations

from typing import Final

from dxdesk.ui.gallery import answering, around, meeting, planning, printing
from dxdesk.ui.gallery.scene import Scene

SCENES: Final[tuple[Scene, ...]] = (
    *answering.SCENES, *planning.SCENES, *printing.SCENES, *meeting.SCENES, *around.SCENES,
)  # fmt: skip

"""Every scene, in the order of the tabs."""

from __future__ import annotations

from typing import Final

from dxdesk.ui.gallery import answering, around, meeting, planning
from dxdesk.ui.gallery.scene import Scene

SCENES: Final[tuple[Scene, ...]] = (*answering.SCENES, *planning.SCENES, *meeting.SCENES, *around.SCENES)

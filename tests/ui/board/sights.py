"""What the slides of the five plans show, made without a database."""

from __future__ import annotations

from dxdesk.domain.audience import Audience
from tests.documents.sample_boards import THIS, Scene, scene
from tests.ui.audience.courses import made_trend, roadmap_of
from tests.ui.initiatives.sources import made_up_plan


def shown_of(found: Scene) -> Audience:
    """A scene as the slides get it."""
    items = {item.card.unit: item for item in found.items}
    return Audience(THIS, found.board, items, found.settings, made_trend(found.board), roadmap_of(found.plan))


def shown(name: str = "ogawara", units: int | None = None) -> Audience:
    """One of the five plans, or a made-up one with so many units."""
    return shown_of(scene(name) if units is None else scene(plan=made_up_plan(units)))

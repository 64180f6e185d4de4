"""Scenes around a meeting: 会議, 次第, 会議録 and 宿題."""

from __future__ import annotations

from typing import Final

from PySide6.QtWidgets import QWidget

from dxdesk.ui.desk_view import DeskView
from dxdesk.ui.gallery.hands import Hand, fill, press, wait
from dxdesk.ui.gallery.scene import Scene
from dxdesk.ui.gallery.subjects import meeting
from dxdesk.ui.meeting.page import MeetingPage

_DECIDED: Final = "提案のとおり、対象を絞って先に始める。"


def discussed(place: int) -> Hand:
    """Turn to the ``place``-th item that is to be decided, from 0."""

    def act(root: QWidget) -> None:
        assert isinstance(root, DeskView)
        page = root.pages.shown
        assert isinstance(page, MeetingPage)
        items = page.source.record.items if page.source is not None else ()
        decided = [each.id for each in items if each.kind == "discuss"]
        page.go_to_part(decided[place])

    return act


SCENES: Final = (
    Scene("会議", "minutes", "meeting", "", (press("‹ 会議の一覧"),)),
    Scene("会議_ない", "collecting", "meeting"),
    Scene("会議_開く", "collecting", "meeting", "new"),
    Scene("会議_出席", "planning", "meeting", meeting),
    Scene("会議_日時を直す", "planning", "meeting", meeting, (press("日時・場所を直す"),)),
    Scene("会議_記録", "meeting", "meeting", meeting, (discussed(0),)),
    Scene("会議_記録_宿題", "meeting", "meeting", meeting, (discussed(1), press("宿題"))),
    Scene("会議_記録_書きかけ", "meeting", "meeting", meeting, (discussed(1), fill("決定の文", _DECIDED))),
    Scene("会議_閉じる", "meeting", "meeting", meeting, (press("会議を閉じる"),)),
    Scene("会議_閉じた", "minutes", "meeting", meeting, (discussed(0),)),
    Scene("会議_見るだけ", "meeting", "meeting", meeting, (discussed(0),), "secretariat", "held"),
    Scene("会議_狭い画面", "meeting", "meeting", meeting, (discussed(1),), narrow=True),
    Scene("次第", "planning", "agenda", meeting),
    Scene("次第_確定", "meeting", "agenda", meeting),
    Scene("次第_会議がない", "collecting", "agenda"),
    Scene("次第_狭い画面", "planning", "agenda", meeting, narrow=True),
    Scene("次第_狭い画面_候補", "planning", "agenda", meeting, (press("取組の候補"),), narrow=True),
    Scene("会議録", "minutes", "minutes", meeting),
    Scene("会議録_確定", "closed", "minutes", meeting),
    Scene("会議録_まだない", "planning", "minutes", meeting),
    Scene("会議録_狭い画面", "minutes", "minutes", meeting, narrow=True),
    Scene("会議録_狭い画面_紙面", "minutes", "minutes", meeting, (press("できあがり"),), narrow=True),
    Scene("宿題", "minutes", "actions"),
    Scene("宿題_延ばす", "minutes", "actions", "", (press("延ばす"),)),
    Scene("宿題_見つからない", "minutes", "actions", "", (fill("宿題", "どこにもない宿題"), wait)),
    Scene("宿題_まだない", "founded", "actions"),
    Scene("宿題_担当", "minutes", "actions", role="liaison"),
    Scene("宿題_狭い画面", "minutes", "actions", "", (press("くわしく見る"),), narrow=True),
)

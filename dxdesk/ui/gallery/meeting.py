"""Scenes around a meeting: 会議, 次第, 会議録 and 宿題."""

from __future__ import annotations

from typing import Final

from PySide6.QtWidgets import QWidget

from dxdesk.ui.desk_view import DeskView
from dxdesk.ui.gallery.hands import Hand, fill, press, wait
from dxdesk.ui.gallery.scene import Scene
from dxdesk.ui.gallery.subjects import meeting
from dxdesk.ui.meeting.page import MeetingPage
from dxdesk.ui.projection.screens import ScreenPlace, Screens

_MEMO: Final = "質問が出たら資料3ページの工程表を映す。"
_DECIDED: Final = "提案のとおり、対象を絞って先に始める。"


def discussed(place: int) -> Hand:
    """Turn to the ``place``-th item that is to be decided, from 0."""

    def act(root: QWidget) -> None:
        page = _page(root)
        items = page.source.record.items if page.source is not None else ()
        decided = [each.id for each in items if each.kind == "discuss"]
        page.go_to_part(decided[place])

    return act


_BESIDE: Final = ScreenPlace(2, "beside", "beside", 100_000, 0, 1920, 1080)
"""A screen that nobody sees: there is none when pictures are drawn."""


class _TwoScreens(Screens):
    """The screen there is, and one on which windows are put without being shown."""

    def places(self) -> tuple[ScreenPlace, ...]:
        return (*super().places()[:1], _BESIDE)

    def put(self, window: QWidget, place: ScreenPlace) -> None:
        """What stands on the screen beside is seen in the live copy."""


def project(root: QWidget) -> None:
    """投影を始める on a second screen."""
    page = _page(root)
    page.presenter.projection.screens = _TwoScreens()
    page.presenter.start()


def _page(root: QWidget) -> MeetingPage:
    assert isinstance(root, DeskView)
    page = root.pages.shown
    assert isinstance(page, MeetingPage)
    return page


SCENES: Final = (
    Scene("会議", "minutes", "meeting", "", (press("‹ 会議の一覧"),)),
    Scene("会議_ない", "collecting", "meeting"),
    Scene("会議_開く", "collecting", "meeting", "new"),
    Scene("会議_出席", "planning", "meeting", meeting),
    Scene("会議_日時を直す", "planning", "meeting", meeting, (press("日時・場所を直す"),)),
    Scene("会議_記録", "meeting", "meeting", meeting, (discussed(0),)),
    Scene("会議_記録_宿題", "meeting", "meeting", meeting, (discussed(1), press("宿題"))),
    Scene("会議_記録_書きかけ", "meeting", "meeting", meeting, (discussed(1), fill("決定の文", _DECIDED))),
    Scene(
        "会議_進行",
        "meeting",
        "meeting",
        meeting,
        (discussed(1), project, press("事務局メモ"), fill("事務局メモ", _MEMO)),
    ),
    Scene("会議_進行_固定", "meeting", "meeting", meeting, (discussed(1), project, press("固定"), press("次へ"))),
    Scene("会議_進行_隠す", "meeting", "meeting", meeting, (discussed(2), project, press("隠す"))),
    Scene("会議_進行_道のり", "meeting", "meeting", meeting, (discussed(1), project, press("道のり"))),
    Scene(
        "会議_復唱",
        "meeting",
        "meeting",
        meeting,
        (discussed(1), project, fill("決定の文", _DECIDED), press("承認"), press("復唱のため映す")),
    ),
    Scene("会議_資料", "meeting", "meeting", meeting, (discussed(1), press("資料"))),
    Scene("会議_狭い画面_メモ", "meeting", "meeting", meeting, (discussed(1), press("事務局メモ")), narrow=True),
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

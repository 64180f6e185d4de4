"""Scenes around the work: はじめに, 設定, 操作の履歴 and 使い方."""

from __future__ import annotations

from typing import Final

from PySide6.QtWidgets import QWidget

from dxdesk.domain.cycles import Slot
from dxdesk.domain.packages import FORMAT, Head, Inquiry, Package, SentCycle, Stamp
from dxdesk.domain.plan_parts import Department
from dxdesk.ui.first_run.page import FirstRunPage
from dxdesk.ui.gallery.hands import Hand, fill, press, turn_to, wait
from dxdesk.ui.gallery.scene import Scene
from dxdesk.ui.jobs import wait_for_jobs

_SAMPLE_TOWN: Final = "大河原町"
_TOWN: Final[tuple[Hand, ...]] = (press("事務局の仕事をする"), fill("町の名前", "見本町"), press("次へ"))
_PLAN: Final[tuple[Hand, ...]] = (*_TOWN, press("次へ"))
_LATER: Final[tuple[Hand, ...]] = (*_PLAN, press("あとで決める"))


def inquiry_came(root: QWidget) -> None:
    """A 照会 was double-clicked on a PC that has no database yet."""
    assert isinstance(root, FirstRunPage)
    department = Department("d", "町民生活課", order=1)
    cycle = SentCycle(
        id="c", name="令和6年度 第2回", fiscal_year=2024, kind="interim", as_of="2025-01-01", due="2025-01-31",
        meeting="2025-02-13", previous=None, plan_revision="", settings_revision="", open=True, units=(), answers=(),
    )  # fmt: skip
    slots = tuple(Slot(unit, department.id, "main", False) for unit in ("1", "2", "3"))
    body = Inquiry(_SAMPLE_TOWN, True, (), (), (department,), (cycle,), slots, (), "", "", "")
    head = Head(_SAMPLE_TOWN, "", cycle.name, "照会", department.name, "3", "", "", "1")
    stamp = Stamp(FORMAT, "inquiry", "", "", cycle.id, department.id, "", 1, "", head)
    root.show_inquiry(Package("", "", stamp, body), "")


def sample_drawn(root: QWidget) -> None:
    """The letter beside the form is drawn on another thread."""
    wait(root)
    wait_for_jobs()
    wait(root)


SCENES: Final = (
    Scene("はじめに"),
    Scene("はじめに_照会ファイル", hands=(press("記入する"),)),
    Scene("課と名前_照会", hands=(inquiry_came,)),
    Scene("はじめに_見るだけ", hands=(press("見るだけ"),)),
    Scene("はじめに_見本", hands=(press("見本で試す"),)),
    Scene("はじめに_1町", hands=_TOWN[:1]),
    Scene("はじめに_2計画", hands=_TOWN),
    Scene("はじめに_3課と委員", hands=_PLAN),
    Scene("はじめに_4会議室", hands=_LATER),
    Scene("はじめに_5保存場所", hands=(*_LATER, press("あとで決める"))),
    Scene("設定", "minutes", "settings"),
    Scene("設定_会議体", "minutes", "settings", "", (turn_to("会議体"),)),
    Scene("設定_評価のことば", "minutes", "settings", "", (turn_to("評価のことば"),)),
    Scene("設定_実施段階", "minutes", "settings", "", (turn_to("実施段階"),)),
    Scene("設定_方向性", "minutes", "settings", "", (turn_to("次年度の方向性"),)),
    Scene("設定_呼び名と会議", "minutes", "settings", "", (turn_to("呼び名と会議"),)),
    Scene("設定_文書の体裁", "minutes", "settings", "", (turn_to("文書の体裁"), sample_drawn)),
    Scene("設定_会議録と決裁", "minutes", "settings", "", (turn_to("会議録と決裁"),)),
    Scene("設定_会議録のひな形", "minutes", "settings", "", (turn_to("会議録のひな形"),)),
    Scene("設定_照会文のひな形", "minutes", "settings", "", (turn_to("照会文・通知のひな形"),)),
    Scene("設定_合言葉", "minutes", "settings", "", (turn_to("ファイルの受け渡し"),)),
    Scene("設定_保存場所と控え", "minutes", "settings", "", (turn_to("保存場所と控え"),)),
    Scene("設定_担当", "minutes", "settings", "", (turn_to("評価のことば"),), role="liaison"),
    Scene("操作の履歴", "minutes", "history"),
    Scene("操作の履歴_見つからない", "minutes", "history", "", (fill("履歴をさがす", "どこにもない操作"), wait)),
    Scene("使い方", "minutes", "help"),
    Scene("使い方_用語集", "minutes", "help", "", (turn_to("用語集"),)),
    Scene("使い方_表で見る", "minutes", "help", "", (turn_to("表で見る"),)),
)

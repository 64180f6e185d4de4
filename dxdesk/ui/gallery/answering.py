"""Scenes of answers: 記入, 回収 and 取りまとめ."""

from __future__ import annotations

from typing import Final

from PySide6.QtWidgets import QWidget

from dxdesk.ui import sitting
from dxdesk.ui.desk_view import DeskView
from dxdesk.ui.gallery.hands import fill, if_there, press, wait
from dxdesk.ui.gallery.scene import Scene
from dxdesk.ui.gallery.subjects import begun, foreign, merged, partly, ready, slot

_SAID: Final = "休日開庁を6回実施し、延べ214件を交付しました（1月15日現在）。"


def keep(root: QWidget) -> None:
    """What was typed is to be kept."""
    assert isinstance(root, DeskView)
    root.leave()


def came_back(root: QWidget) -> None:
    """The program ended by itself while somebody was writing, and was started again."""
    assert isinstance(root, DeskView)
    fill("今回の実績", _SAID)(root)
    root.leave()
    sitting.greet(root)


_PANEL: Final = if_there(press("回答を見る"))

SCENES: Final = (
    Scene("記入", "collecting", "entry", begun, role="liaison"),
    Scene("記入_差戻し", "collecting", "entry", slot("returned", own=True), role="liaison"),
    Scene("記入_書きもらし", "collecting", "entry", begun, (fill("今回の実績", ""), press("提出する")), role="liaison"),
    Scene("記入_会議での見え方", "collecting", "entry", begun, (press("会議での見え方"),), role="liaison"),
    Scene("記入_提出済み", "collecting", "entry", slot("submitted", own=True), role="liaison"),
    Scene("記入_受理済み", "collecting", "entry", slot("accepted", own=True), role="liaison"),
    Scene("記入_ほかの課", "collecting", "entry", foreign, role="liaison"),
    Scene("記入_すべて提出", "handed_in", "entry", role="liaison"),
    Scene("記入_課長", "handed_in", "entry", role="head"),
    Scene("記入_保存できない", "collecting", "entry", begun, (fill("今回の実績", _SAID), keep), "liaison", "full"),
    Scene("記入_前回の続き", "collecting", "entry", begun, (came_back,), role="liaison"),
    Scene("記入_代理", "collecting", "entry"),
    Scene("記入_見るだけ", "collecting", "entry", begun, (), "liaison", "held"),
    Scene("記入_締めた回", "closed", "entry", role="liaison"),
    Scene("記入_狭い画面", "collecting", "entry", begun, role="liaison", narrow=True),
    Scene("記入_狭い画面_前回", "collecting", "entry", begun, (press("前回を見る"),), "liaison", narrow=True),
    Scene("記入_狭い画面_取組", "collecting", "entry", begun, (press("取組をえらぶ"),), "liaison", narrow=True),
    Scene("回収", "collecting", "collect", slot("submitted", "conflict")),
    Scene("回収_未回答", "collecting", "collect", slot("unanswered")),
    Scene("回収_差戻し中", "collecting", "collect", slot("returned")),
    Scene("催促文", "collecting", "reminder"),
    Scene("回収_差し戻す", "handed_in", "collect", slot("submitted"), (_PANEL, press("差し戻す"))),
    Scene("回収_まとめて受理", "handed_in", "collect", "", (press("提出分をまとめて受理する"),)),
    Scene("回収_くいちがい", "collecting", "collect", slot("conflict"), (_PANEL, press("くいちがいを直す"))),
    Scene("回収_見つからない", "collecting", "collect", "", (fill("取組", "どこにもない取組"), wait)),
    Scene("回収_すべて受理", "planning", "collect"),
    Scene("回収_回がない", "founded", "collect"),
    Scene("回収_締めた回", "closed", "collect"),
    Scene("回収_見るだけ", "collecting", "collect", slot("submitted", "conflict"), (), "secretariat", "held"),
    Scene("回収_保存できない", "handed_in", "collect", slot("submitted"), (_PANEL, press("受理する")), obstacle="full"),
    Scene("回収_狭い画面", "collecting", "collect", slot("submitted", "conflict"), narrow=True),
    Scene("回収_狭い画面_回答", "collecting", "collect", slot("conflict"), (press("回答を見る"),), narrow=True),
    Scene("取りまとめ", "collecting", "consolidate", ready),
    Scene("取りまとめ_そろわない", "collecting", "consolidate", partly),
    Scene("取りまとめ_確定", "collecting", "consolidate", merged),
    Scene("取りまとめ_締めた回", "closed", "consolidate", merged),
    Scene("取りまとめ_狭い画面", "collecting", "consolidate", ready, (press("取組をえらぶ"),), narrow=True),
)

"""Scenes of the plan and its cycles: 取組一覧, ボード, 次の回をつくる, 締める."""

from __future__ import annotations

from typing import Final

from PySide6.QtWidgets import QWidget

from dxdesk.store.queries import cycles
from dxdesk.ui.desk_view import DeskView
from dxdesk.ui.gallery.hands import fill, if_there, press, turn_to, wait
from dxdesk.ui.gallery.scene import Scene
from dxdesk.ui.gallery.subjects import attention


def past_cycle(root: QWidget) -> None:
    """The cycle before is looked at."""
    assert isinstance(root, DeskView)
    root.open_cycle(root.desk.ask(cycles.cycles)[0])


_CONFIRM: Final = (press("次へ"), press("次へ"))

SCENES: Final = (
    Scene("取組一覧", "minutes", "initiatives", attention),
    Scene("取組一覧_計画", "minutes", "initiatives", attention, (turn_to("計画"),)),
    Scene("取組一覧_これまで", "minutes", "initiatives", attention, (turn_to("これまで"),)),
    Scene("取組一覧_決定と宿題", "minutes", "initiatives", attention, (turn_to("決定と宿題"),)),
    Scene("取組一覧_指標", "minutes", "initiatives", attention, (turn_to("指標"),)),
    Scene("取組一覧_いま報告する", "minutes", "initiatives", attention, (press("いま報告する"),)),
    Scene("取組一覧_見つからない", "minutes", "initiatives", "", (fill("取組", "どこにもない取組"), wait)),
    Scene("取組一覧_前の回", "minutes", "initiatives", attention, (past_cycle,)),
    Scene("取組一覧_締めた回", "closed", "initiatives", attention),
    Scene("取組一覧_回がない", "founded", "initiatives"),
    Scene("取組一覧_担当", "collecting", "initiatives", attention, role="liaison"),
    Scene("取組一覧_見るだけの人", "minutes", "initiatives", attention, role="reader"),
    Scene("取組一覧_狭い画面", "minutes", "initiatives", attention, narrow=True),
    Scene("取組一覧_狭い画面_一覧", "minutes", "initiatives", narrow=True),
    Scene("ボード", "minutes", "board", role="chair"),
    Scene("ボード_取組", "minutes", "board", attention, role="chair"),
    Scene("ボード_道のり", "minutes", "board", "", (press("道のり"),), role="chair"),
    Scene("ボード_道のり_今年度", "minutes", "board", "", (press("道のり"), press("今年度")), role="chair"),
    Scene("ボード_推移", "minutes", "board", "", (press("推移"),), role="chair"),
    Scene("ボード_表で見る", "minutes", "board", "", (press("表で見る"),), role="chair"),
    Scene("ボード_事務局", "collecting", "board"),
    Scene("ボード_回がない", "founded", "board", role="chair"),
    Scene("次の回をつくる", "minutes", "open_cycle"),
    Scene("次の回をつくる_照会先", "minutes", "open_cycle", "", (press("次へ"),)),
    Scene("次の回をつくる_同じ課に聞く", "minutes", "open_cycle", "", (press("次へ"), if_there(press("主管だけ")))),
    Scene("次の回をつくる_確認", "minutes", "open_cycle", "", _CONFIRM),
    Scene(
        "次の回をつくる_確認_ファイル", "minutes", "open_cycle", "", (press("次へ"), press("次へ"), press("合言葉で"))
    ),
    Scene("照会ファイルをつくる", "collecting", "inquiry"),
    Scene("次の回をつくる_はじめて", "founded", "open_cycle"),
    Scene("次の回をつくる_狭い画面", "minutes", "open_cycle", "", (press("次へ"),), narrow=True),
    Scene("締める", "minutes", "close_cycle"),
    Scene("締める_会議の前", "collecting", "close_cycle"),
    Scene("締める_開け直す", "closed", "close_cycle"),
)

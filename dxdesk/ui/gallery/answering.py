"""Scenes of answers: 記入, 回収 and 取りまとめ."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from PySide6.QtWidgets import QWidget

from dxdesk.domain.arrivals import RowKind
from dxdesk.store.queries import plans, replies
from dxdesk.ui import sitting
from dxdesk.ui.collect.page import CollectPage
from dxdesk.ui.conflict.page import ConflictPage
from dxdesk.ui.desk_view import DeskView
from dxdesk.ui.gallery.hands import Hand, fill, if_there, press, wait
from dxdesk.ui.gallery.scene import Scene
from dxdesk.ui.gallery.subjects import arrivals, begun, foreign, lying_in, merged, partly, ready, slot
from dxdesk.ui.inbox import ALL_ARRIVED, Arrivals
from dxdesk.ui.take_in.page import TakeInPage
from dxdesk.ui.take_in.view import AnswersView
from dxdesk.wording.take_in import SAMPLE_WAITING

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


def found_in_folder(found: Arrivals) -> Hand:
    """What lies in the exchange folder."""

    def act(root: QWidget) -> None:
        for page in root.findChildren(CollectPage):
            page.arrivals.inbox.show(found)

    return act


def choose(kind: RowKind) -> Hand:
    """Choose the first answer of a kind, of a plan that has one."""

    def act(root: QWidget) -> None:
        table = next(iter(root.findChildren(AnswersView)))
        row = next((each for each in table.source.rows() if each.kind == kind), None)
        if row is not None:
            table.choose(row.key)

    return act


def see_why(root: QWidget) -> None:
    """わけを見る on the file that cannot be read."""
    page = next(iter(root.findChildren(TakeInPage)))
    file = next((each for each in page.gathered.files if each.trouble), None)
    if file is None:
        raise LookupError("every file can be read")
    page.files.choose(file.key)
    page.files.requested.emit(file.key)


def give_part(root: QWidget) -> None:
    """What is handed in so far is to be handed over."""
    assert isinstance(root, DeskView)
    assert root.pages.entry is not None
    root.pages.entry.show_giving()


def sent_files(root: QWidget) -> None:
    """Every department was sent its 照会 as a file."""
    from dxdesk.operations.inquiring import inquire

    assert isinstance(root, DeskView)
    assert root.cycle is not None
    root.desk.do(inquire, root.cycle)


def drawn_twice(root: QWidget) -> None:
    """Somebody else drew a unit together at the same time, and said something else."""
    from dxdesk.operations.consolidation import consolidate_as_written

    assert isinstance(root, DeskView)
    assert root.cycle is not None
    code = merged(root.desk, root.cycle)
    unit = root.desk.ask(plans.plan, root.cycle.plan_revision).unit(code).id
    counted = root.desk.ask(replies.live_views, root.cycle, unit)[unit].counted
    if counted is None or counted.answer is None:
        raise LookupError(code)
    root.desk.do(consolidate_as_written, root.cycle, code, replace(counted.answer, status="late", results=_SAID), ())
    for page in root.findChildren(ConflictPage):
        page.show_subject(f"{code}:")


_PANEL: Final = if_there(press("回答を見る"))

SCENES: Final = (
    Scene("記入", "collecting", "entry", begun, role="liaison"),
    Scene("記入_差戻し", "collecting", "entry", slot("returned", own=True), role="liaison"),
    Scene("記入_書きもらし", "collecting", "entry", begun, (fill("今回の実績", ""), press("提出する")), role="liaison"),
    Scene("記入_年度末", "year_end", "entry", begun, role="liaison"),
    Scene("記入_年度末_差戻し", "year_end", "entry", slot("returned", own=True), role="liaison"),
    Scene("回収_年度末", "year_end", "collect", slot("submitted"), (_PANEL, press("差し戻す"))),
    Scene("記入_会議での見え方", "collecting", "entry", begun, (press("会議での見え方"),), role="liaison"),
    Scene("記入_提出済み", "collecting", "entry", slot("submitted", own=True), role="liaison"),
    Scene("記入_受理済み", "collecting", "entry", slot("accepted", own=True), role="liaison"),
    Scene("記入_ほかの課", "collecting", "entry", foreign, role="liaison"),
    Scene("取組一覧_ほかの課", "own_ready", "initiatives", foreign, role="liaison"),
    Scene("記入_すべて提出", "handed_in", "entry", role="liaison"),
    Scene("記入_渡す", "own_ready", "entry", role="liaison"),
    Scene("記入_一部を渡す", "own_part", "entry", "", (give_part,), role="liaison"),
    Scene("記入_渡しました", "own_given", "entry", role="liaison"),
    Scene("記入_受領", "own_received", "entry", role="liaison"),
    Scene("記入_差戻し_照会から", "own_returned", "entry", slot("returned", own=True), role="liaison"),
    Scene("記入_渡す_狭い画面", "own_ready", "entry", role="liaison", narrow=True),
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
    Scene("回収_届いた", "arrived", "collect", "", (found_in_folder(Arrivals(4)),)),
    Scene("回収_つながらない", "collecting", "collect", "", (found_in_folder(Arrivals(away=True)),)),
    Scene("取り込みの確認", "arrived", "take_in", arrivals, (choose("conflict"),)),
    Scene("取り込みの確認_わけ", "arrived", "take_in", arrivals, (see_why,)),
    Scene("取り込みの確認_届いた順", "arrived", "take_in", arrivals, (press("届いた順に見る"),)),
    Scene("取り込みの確認_預かり", "held", "take_in", ALL_ARRIVED),
    Scene("取り込みの確認_期限後", "late", "take_in", ALL_ARRIVED),
    Scene("取り込みの確認_待ち", "gap", "take_in", lying_in(SAMPLE_WAITING)),
    Scene("回収_前の版待ち", "waiting", "collect", slot("waiting")),
    Scene("回収_預かり", "held", "collect"),
    Scene("閲覧", "viewed", "board", role="reader"),
    Scene("閲覧_取組一覧", "viewed", "initiatives", role="reader"),
    Scene("取り込みの確認_ない", "planning", "take_in"),
    Scene("取り込みの確認_見るだけ", "arrived", "take_in", arrivals, (), "secretariat", "held"),
    Scene("取り込みの確認_狭い画面", "arrived", "take_in", arrivals, narrow=True),
    Scene("取り込みの確認_狭い画面_回答", "arrived", "take_in", arrivals, (press("回答を見る"),), narrow=True),
    Scene("催促文", "collecting", "reminder"),
    Scene("回収_差し戻す", "handed_in", "collect", slot("submitted"), (_PANEL, press("差し戻す"))),
    Scene("回収_差し戻す_ファイル", "handed_in", "collect", slot("submitted"), (sent_files, _PANEL, press("差し戻す"))),
    Scene("回収_まとめて受理", "handed_in", "collect", "", (press("提出分をまとめて受理する"),)),
    Scene("くいちがい", "collecting", "conflict", slot("conflict")),
    Scene("くいちがい_つなげる", "collecting", "conflict", slot("conflict"), (press("つなげる"),)),
    Scene("くいちがい_取りまとめ", "collecting", "conflict", "", (drawn_twice,)),
    Scene("くいちがい_狭い画面", "collecting", "conflict", slot("conflict"), narrow=True),
    Scene("回収_見つからない", "collecting", "collect", "", (fill("取組", "どこにもない取組"), wait)),
    Scene("回収_すべて受理", "planning", "collect"),
    Scene("回収_回がない", "founded", "collect"),
    Scene("回収_締めた回", "closed", "collect"),
    Scene("回収_見るだけ", "collecting", "collect", slot("submitted", "conflict"), (), "secretariat", "held"),
    Scene("回収_保存できない", "handed_in", "collect", slot("submitted"), (_PANEL, press("受理する")), obstacle="full"),
    Scene("回収_狭い画面", "collecting", "collect", slot("submitted", "conflict"), narrow=True),
    Scene("回収_狭い画面_回答", "collecting", "collect", slot("conflict"), (press("回答を見る"),), narrow=True),
    Scene("取りまとめ", "collecting", "consolidate", ready),
    Scene("取りまとめ_年度末", "year_end", "consolidate", ready),
    Scene("取りまとめ_そろわない", "collecting", "consolidate", partly),
    Scene("取りまとめ_確定", "collecting", "consolidate", merged),
    Scene("取りまとめ_くいちがい", "collecting", "consolidate", merged, (drawn_twice,)),
    Scene("取りまとめ_締めた回", "closed", "consolidate", merged),
    Scene("取りまとめ_狭い画面", "collecting", "consolidate", ready, (press("取組をえらぶ"),), narrow=True),
)

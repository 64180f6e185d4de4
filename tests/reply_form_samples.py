"""A made-up reply form: three initiatives of one department, with answers of last time and one begun now."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from dxdesk.domain.plan_parts import Indicator, Target
from dxdesk.domain.replies import Answer, Reading
from dxdesk.domain.reply_forms import FormRow, ReplyForm
from dxdesk.domain.settings import DEFAULT_STAGES, DEFAULT_STATUS_WORDS
from dxdesk.domain.statuses import CHOSEN
from tests.builders import uid

RATE = Indicator(uid("利用率"), "オンライン申請の利用率", "%", "rate", "up", None, (Target(2025, "30"),), None)
COUNT = Indicator(uid("件数"), "相談の件数", "件", "number", "up", None, (), None)

WINDOW_BEFORE = Answer(
    status="ok",
    stage="study",
    results="窓口の流れを洗い出し、書かない窓口の対象となる手続を17に絞った。先進地の視察を1回行った。",
    issues="システムの更新時期と合わないおそれがある。",
    next="仕様書の案をつくる（9月）。",
    discuss="discuss",
    ask="対象とする手続の範囲を決めてほしい。",
    indicators=(Reading(RATE.id, "12.5", "12.5"),),
)

ROWS = (
    FormRow(
        uid("書かない窓口"),
        "1",
        "書かない窓口の導入",
        "a" * 64,
        "予定どおり進んでいますか。",
        WINDOW_BEFORE,
        Answer(),
        (RATE, COUNT),
    ),
    FormRow(
        uid("オンライン申請"),
        "2",
        "オンライン申請の拡大",
        None,
        "予定どおり進んでいますか。",
        Answer(status="warn", stage="trial", results="12手続で試行した。", issues="周知が足りない。"),
        Answer(status="ok", stage="operate", results="20手続を始めた。", next="残りの手続を選ぶ。", discuss="decide"),
        (RATE,),
    ),
    FormRow(uid("研修"), "重点-10", "職員のデジタル研修", None, "今年度は行いましたか。", None, Answer()),
)


def form(**changed: Any) -> ReplyForm:
    """The form, with some of its values changed."""
    whole = ReplyForm(
        id=uid("回答票"),
        database=uid("データベース"),
        plan=uid("計画"),
        plan_title="見本町DX全体方針",
        town="見本町",
        cycle=uid("第2回"),
        cycle_name="令和6年度 第2回",
        department=uid("町民生活課"),
        department_name="町民生活課",
        as_of=date(2025, 1, 31),
        due=date(2025, 2, 5),
        made="2025-01-20T10:12:00+09:00",
        statuses=tuple((key, DEFAULT_STATUS_WORDS[key]) for key in CHOSEN),
        stages=DEFAULT_STAGES,
        rows=ROWS,
    )
    return replace(whole, **changed)

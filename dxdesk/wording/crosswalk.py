"""What 国の重点取組事項との対応表 says. Each sentence stands here once."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Final

from dxdesk.domain.crosswalk import NationalItem, NationalVersion
from dxdesk.domain.paper import Paper

CROSSWALK_TITLE: Final = "国の重点取組事項との対応表"
HEADS: Final = ("国の項目", "主となる取組", "関連する取組")
WITH_MAIN, ONLY_RELATED = "主となる取組がある項目", "関連する取組だけの項目"
WITHOUT, OWN_UNITS = "対応する取組がない項目", "国の項目がない町の取組"
NO_MAIN: Final = "主の取組がない"
NO_UNIT: Final = "対応する取組がない"
NO_ITEM: Final = "（国の項目なし）"
DRAFT: Final = "（案）"
LEGEND: Final = "凡例"
GAP_NOTE: Final = "斜線＝空白"
DRAFT_NOTE: Final = "（案）＝確認がまだの対応"
NOT_CONFIRMED: Final = "（案）の対応は、原案である。町の確認を受けてから（案）を外す。"
ALL_DRAFT: Final = "対応は、すべて原案である。町の確認を受けてから（案）を外す。"
ALL_CONFIRMED: Final = "対応は、すべて町が確認した。"
KEPT: Final = "国の計画が改定されたときは、この表を残したまま、新しい版との対応を別に作成する。"
NO_CROSSWALK: Final = "この計画は、国の項目との対応を定めていない。"
CATEGORIES: Final[Mapping[str, str]] = {
    "priority": "重点取組事項",
    "along": "併せて取り組む",
    "optional": "必要に応じ",
    "system": "体制",
    "own": "町独自",
}
_CIRCLED: Final = "①②③④⑤⑥⑦⑧⑨⑩"


def sub_words(version: NationalVersion, plan: str, paper: Paper) -> str:
    """国：総務省「自治体DX推進計画」第2.0版（令和4年9月2日）　町：大河原町DX全体方針（令和5年3月）"""
    day = day_words(version.day, paper)
    return f"国：総務省「自治体DX推進計画」{version.name}{f'（{day}）' if day else ''}　町：{plan}"


def day_words(day: str, paper: Paper) -> str:
    """令和4年9月2日 for a day, 令和5年11月 for a month."""
    if not day:
        return ""
    if len(day) == 7:
        return paper.plain_date(date.fromisoformat(f"{day}-01")).removesuffix("1日")
    return paper.plain_date(date.fromisoformat(day))


def number_words(item: NationalItem) -> str:
    """(1) in 重点取組事項, ① in the others; empty for what has no number of its own."""
    if item.category == "priority":
        return f"（{item.number}）" if item.number else ""
    return _CIRCLED[item.number - 1] if item.category != "system" and 0 < item.number <= len(_CIRCLED) else ""


def since_words(version: str) -> str:
    """（第2.3版で追加）"""
    return f"（{version}で追加）"


def of_all(count: int) -> str:
    """国の13項目のうち"""
    return f"国の{count}項目のうち"


def more_items(count: int) -> str:
    """ほか3"""
    return f"ほか{count}"


def silent_words(names: str) -> str:
    """対応をまだ定めていない取組：…"""
    return f"対応をまだ定めていない取組：{names}"

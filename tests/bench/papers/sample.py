"""What every engine draws: a cover, an agenda, a list of all initiatives and a page for each of them."""

from __future__ import annotations

import random
from dataclasses import dataclass

from dxdesk.paths import data_root

PAGE_WIDTH, PAGE_HEIGHT = 595.276, 841.89
"""A4 in points, as all lengths here."""
LEFT, RIGHT, TOP, BOTTOM = 56.7, 538.6, 56.7, 785.2
"""Edges of the text, from the upper left corner of the page."""

TITLE, SUBTITLE, SECTION, BODY, CELL = (16.0, 22.0), (10.0, 18.0), (12.0, 20.0), (10.5, 17.0), (9.0, 13.0)
"""Size and line pitch."""
GAP = 8.0
"""Below a paragraph."""
INSET, HEAD_HEIGHT = 3.0, 18.0

LIST_HEAD, LIST_WIDTHS = ("番号", "取組", "軸", "主管課", "状況", "段階"), (45.0, 205.0, 70.0, 75.0, 45.0, 41.9)
COURSE_HEAD, COURSE_WIDTHS = ("回", "日付", "状況", "段階", "実績"), (45.0, 70.0, 45.0, 45.0, 276.9)
LIST_TITLE, AGENDA_TITLE = "進捗状況一覧", "次第"

_AXES = ("窓口", "暮らし", "産業", "役場の仕事")
_OFFICES = ("総務課", "企画財政課", "町民生活課", "健康福祉課", "産業振興課", "建設課", "教育委員会", "出納室")
_STATUSES = ("順調", "要注意", "遅れ", "完了", "未着手")
_STAGES = ("検討", "準備", "試行", "実施", "定着")
_THINGS = (
    "オンライン申請（転出届、児童手当など）",
    "キャッシュレス納付",
    "「書かない窓口」",
    "公共施設の予約システム",
    "防災行政無線のスマートフォン配信",
    "統合型GIS",
    "AI-OCRとRPAによる入力",
    "電子決裁・文書管理",
    "テレワーク環境",
    "標準準拠システムへの移行（20業務）",
    "デジタルデバイド対策の講座",
    "母子健康手帳アプリ",
)
_TAILS = ("の導入", "の拡大", "の見直し", "の試行", "の定着")
_OPENINGS = (
    "令和6年度は、",
    "前回の指示を受け、",
    "近隣3町との協議では、",
    "担当課の聞き取り（12月3日）によれば、",
    "住民アンケートでは、",
    "予算（補正第2号）の範囲で、",
    "国の「自治体DX推進計画」を踏まえ、",
    "窓口の混雑（3～4月）に備え、",
)
_MIDDLES = (
    "手続の一覧を作成し、「残す」「やめる」を整理",
    "ベンダー2社から見積り（1,284千円）を徴取",
    "操作研修を計5回、延べ87人に実施",
    "申請のうち34％がオンラインによるものと確認",
    "マイナンバーカードの読み取りでエラーが続いた原因を調査",
    "個人情報の取扱いについて、顧問弁護士に照会",
    "試行の対象をサービス利用者の多い2地区に限定",
    "委託先との役割分担（保守・問合せ対応）を見直し",
)
_ENDINGS = (
    "した。",
    "し、課内で共有した。",
    "しているところである。",
    "し、次回の会議で報告する。",
    "したが、日程に遅れが出ている。",
    "する予定である（3月末まで）。",
)


@dataclass(frozen=True)
class Report:
    """A row of the course of an initiative."""

    cycle: str
    day: str
    status: str
    stage: str
    text: str

    @property
    def cells(self) -> tuple[str, ...]:
        """What stands in its row."""
        return (self.cycle, self.day, self.status, self.stage, self.text)


@dataclass(frozen=True)
class Initiative:
    """A page: headed paragraphs and a table."""

    number: str
    name: str
    axis: str
    office: str
    status: str
    stage: str
    paragraphs: tuple[tuple[str, str], ...]
    course: tuple[Report, ...]

    @property
    def title(self) -> str:
        """The head of its page."""
        return f"{self.number}　{self.name}"

    @property
    def line(self) -> str:
        """What stands under its title."""
        return f"軸：{self.axis}　主管課：{self.office}　状況：{self.status}　段階：{self.stage}"

    @property
    def cells(self) -> tuple[str, ...]:
        """What stands in its row of the list."""
        return (self.number, self.name, self.axis, self.office, self.status, self.stage)


@dataclass(frozen=True)
class Papers:
    """All of it."""

    title: str
    office: str
    day: str
    place: str
    agenda: tuple[str, ...]
    initiatives: tuple[Initiative, ...]

    @property
    def texts(self) -> list[str]:
        """Every text of more than a word."""
        found = [self.title, self.office, self.day, self.place, *self.agenda]
        for each in self.initiatives:
            found += [each.title, each.line, *(text for _, text in each.paragraphs), *(row.text for row in each.course)]
        return found


def font_file(name: str) -> str:
    """The path of a face that every engine uses."""
    return str(data_root() / "resources" / "fonts" / f"{name}.ttf")


REGULAR, BOLD = "BIZUDPGothic-Regular", "BIZUDPGothic-Bold"


def _text(chance: random.Random, length: int) -> str:
    text = ""
    while len(text) < length:
        text += chance.choice(_OPENINGS) + chance.choice(_MIDDLES) + chance.choice(_ENDINGS)
    return text


def make_papers(count: int) -> Papers:
    """Papers of `count` initiatives, the same ones every time."""
    chance = random.Random(20250213)
    initiatives = []
    for number in range(1, count + 1):
        course = tuple(
            Report(
                f"第{cycle}回", f"R6.{cycle}.15", chance.choice(_STATUSES), chance.choice(_STAGES), _text(chance, 36)
            )
            for cycle in range(1, 9)
        )
        initiatives.append(
            Initiative(
                f"{number:04d}",
                chance.choice(_THINGS) + chance.choice(_TAILS),
                chance.choice(_AXES),
                chance.choice(_OFFICES),
                course[-1].status,
                course[-1].stage,
                tuple((head, _text(chance, 170)) for head in ("実績", "課題", "次にすること")),
                course,
            )
        )
    agenda = ("開会", "前回の会議録の確認", "進捗状況の報告", "遅れている取組の協議", "その他（連絡）", "閉会")
    return Papers(
        "令和6年度第2回　DX推進本部会議　資料",
        "見本町　企画財政課",
        "令和7年2月13日（木）　午後1時30分から午後3時まで",
        "役場3階「大会議室」",
        tuple(f"{at}　{words}" for at, words in enumerate(agenda, 1)),
        tuple(initiatives),
    )

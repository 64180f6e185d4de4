"""How a town writes on paper: one frozen value that every document obeys."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Final, Literal

from dxdesk.domain import calendar
from dxdesk.domain.calendar import Years
from dxdesk.domain.errors import Problem
from dxdesk.domain.text import NAME_CHARACTERS, check_line

SpeakerDisplay = Literal["name", "title", "member"]
PaperSize = Literal["A3", "A4"]

BINDING: Final = 30
"""Left margin in mm where a town leaves room for binding."""

MARGINS: Final = (25, 25, 25, 20)
"""Top, bottom, left and right, mm."""

MARGIN_LIMITS: Final = ((20, 35), (18, 35), (20, 35), (15, 30))
"""Least and most of each margin: within them every form keeps its parts."""

LEAST_WIDTH: Final = 160
"""So wide (mm) the text of an upright page must stay."""

GRID: Final = (42, 40)
"""Characters in a line and lines on a page of the grid of official letters."""

GRID_WIDTH: Final = 163
"""Full mm that 42 characters of 11 points need; 40 lines of 17.5 points need 247."""
GRID_HEIGHT: Final = 247

MOST_ROLES: Final = 12
MOST_READINGS: Final = 200
READ_AS: Final = "＝"
"""Between a name and its ふりがな."""
NUMBER: Final = "第　　　　号"

LATER_KEYS: Final = (
    "numbering", "digits", "years", "document_number", "dated", "margins", "grid", "approvers", "consulted", "readers",
    "retention", "list_paper", "readings",
)  # fmt: skip
"""Keys that came after the first settings were kept: left out of a record while they are as they come."""

_LISTS: Final = ("signers", "margins", "approvers", "consulted", "readers", "readings")
_LONE_DIGIT: Final = re.compile(r"(?<![0-9A-Za-z.,:/\-])[0-9](?![0-9A-Za-z.,:/\-])")
_TERM: Final = re.compile(r"[\w \u3000（）()「」、・○.．/／~～〜－-]*")
"""5年, 永年, 常用（5年）…: letters and digits of every writing, and the marks among them."""
_WIDE: Final = str.maketrans("0123456789", "０１２３４５６７８９")
_ERA_BLANK: Final = "令和　　年　　月　　日"
_WESTERN_BLANK: Final = "　　　　年　　月　　日"


@dataclass(frozen=True)
class Paper:
    """What is a town's choice on paper. Words that people typed, names of cycles and meetings among them, stay as
    they typed them whatever is chosen here.

    ``punctuation`` and ``digits`` are those of our own sentences: ``single`` sets a digit that stands alone in full
    width (白川町's rule). ``years`` of dates: 令和, 令和7年（2025年） or 西暦. ``numbering``: whether the headings of
    minutes begin at 1 or at 第1. ``document_number`` is the 文書番号 of letters with its room to write (empty: letters
    have none), ``dated`` whether they carry their day. ``margins`` are top, bottom, left, right in mm; ``binding``
    makes the left at least 30; ``grid`` keeps letters to 42 characters by 40 lines. ``approvers``, ``consulted`` and
    ``readers`` are the boxes of 決裁, 合議 and 供覧, ``retention`` the 保存年限. ``readings`` are names with their
    ふりがな (髙橋 誠＝たかはし まこと), which stands over them in lists of people.
    """

    punctuation: Literal["、。", "，．", "，。"] = "、。"
    salutation: str = "様"
    binding: bool = False
    body_face: Literal["mincho", "gothic"] = "mincho"
    minutes_title: str = "会議録"
    speaker: SpeakerDisplay = "title"
    signers: tuple[str, ...] = ("作成者", "確認者")
    numbering: Literal["1", "第1"] = "1"
    digits: Literal["half", "single"] = "half"
    years: Years = "era"
    document_number: str = NUMBER
    dated: bool = True
    margins: tuple[int, ...] = MARGINS
    grid: bool = False
    approvers: tuple[str, ...] = ("副町長", "課長", "課長補佐", "係長", "担当")
    consulted: tuple[str, ...] = ()
    readers: tuple[str, ...] = ("課長", "課長補佐", "係長", "課員")
    retention: str = "5年"
    list_paper: PaperSize = "A3"
    readings: tuple[str, ...] = ()

    def said(self, text: str) -> str:
        """A sentence of ours in the town's 句読点 and digits."""
        return self.numerals(text.translate(str.maketrans("、。", self.punctuation)))

    def numerals(self, text: str) -> str:
        """Words of ours in the town's digits; those of codes, files and times stay as they are."""
        return text if self.digits == "half" else _LONE_DIGIT.sub(lambda found: found[0].translate(_WIDE), text)

    def heading(self, number: int) -> str:
        """The sign of a heading of minutes: 1, or 第1."""
        return self.numerals(f"第{number}" if self.numbering == "第1" else str(number))

    def reading(self, name: str) -> str:
        """The ふりがな of a name, empty where the town gave none; spaces within the name do not matter."""
        wanted = "".join(name.split())
        found = (each.partition(READ_AS) for each in self.readings)
        return next((reading.strip() for known, _, reading in found if "".join(known.split()) == wanted), "")

    def long_date(self, day: date) -> str:
        """令和7年2月13日（木）"""
        return self.numerals(calendar.long_date(day, self.years))

    def plain_date(self, day: date) -> str:
        """令和7年2月13日"""
        return self.numerals(calendar.plain_date(day, self.years))

    def table_date(self, day: date) -> str:
        """R7.2.13; in western years 2025.2.13."""
        return calendar.table_date(day, self.years)

    def month(self, day: date) -> str:
        """令和7年2月"""
        return self.plain_date(day).split("月")[0] + "月"

    def fiscal_year(self, year: int) -> str:
        """令和6年度; in western years 2024年度."""
        return self.numerals(calendar.fiscal_year_words(year, self.years))

    def fiscal_year_mark(self, year: int) -> str:
        """R6 for 2024; in western years 2024."""
        return str(year) if self.years == "western" else calendar.fiscal_year_short(year)

    def clock(self, time: str) -> str:
        """午後1時30分 for ``13:30``."""
        return self.numerals(calendar.clock_words(time))

    def table_moment(self, moment: str) -> str:
        """R7.2.6 10:40 for an ISO moment, in the zone of this computer."""
        local = datetime.fromisoformat(moment).astimezone()
        return f"{self.table_date(local.date())} {local:%H:%M}"

    @property
    def blank_date(self) -> str:
        """Room to write a day."""
        return _WESTERN_BLANK if self.years == "western" else _ERA_BLANK

    @property
    def left(self) -> int:
        """The left margin, mm."""
        return max(self.margins[2], BINDING) if self.binding else self.margins[2]


USUAL: Final = Paper()
"""What a town has that has chosen nothing."""


def check_paper(paper: Paper) -> Paper:
    """The value if documents can be made with it: margins within their limits that leave room for the text and, where
    it is chosen, for the grid; every box with a word; every ふりがな with its name; the 保存年限 in letters, digits and
    the marks of a term. Raises Problem (settings.margins, settings.grid, settings.roles, settings.empty_word,
    settings.readings, settings.reading, settings.retention)."""
    margins = paper.margins
    if len(margins) != len(MARGIN_LIMITS) or not all(
        type(each) is int and least <= each <= most for each, (least, most) in zip(margins, MARGIN_LIMITS, strict=True)
    ):
        limits = "、".join(
            f"{word}{least}～{most}" for word, (least, most) in zip("上下左右", MARGIN_LIMITS, strict=True)
        )
        raise Problem("settings.margins", "margins", {"limits": limits})
    width, height = 210 - paper.left - margins[3], 297 - margins[0] - margins[1]
    if width < LEAST_WIDTH:
        raise Problem("settings.narrow", "margins", {"least": LEAST_WIDTH})
    if paper.grid and (width < GRID_WIDTH or height < GRID_HEIGHT):
        raise Problem("settings.grid", "grid", {"width": GRID_WIDTH, "height": GRID_HEIGHT})
    for roles in (paper.approvers, paper.consulted, paper.readers):
        if len(roles) > MOST_ROLES:
            raise Problem("settings.roles", "roles", {"most": MOST_ROLES})
        for role in roles:
            if not check_line(role, "roles", characters=NAME_CHARACTERS):
                raise Problem("settings.empty_word", "roles")
    if len(paper.readings) > MOST_READINGS:
        raise Problem("settings.readings", "readings", {"most": MOST_READINGS})
    for each in paper.readings:
        name, _, reading = check_line(each, "readings").partition(READ_AS)
        if not name.strip() or not reading.strip() or READ_AS in reading:
            raise Problem("settings.reading", "readings", {"text": each})
    if not _TERM.fullmatch(paper.retention):
        raise Problem("settings.retention", "paper", {"text": paper.retention})
    for words in (paper.document_number, paper.retention, paper.salutation):
        check_line(words, "paper", characters=NAME_CHARACTERS)
    return paper


def paper_record(paper: Paper) -> dict[str, object]:
    """The value as plain values for canonical JSON."""
    left_out = {key for key in LATER_KEYS if getattr(paper, key) == getattr(USUAL, key)}
    return {key: value for key, value in asdict(paper).items() if key not in left_out}


def paper_from(record: Mapping[str, object]) -> Paper:
    """The value of a stored record. Raises TypeError for one of another shape."""
    values = {name: tuple(value) if name in _LISTS else value for name, value in record.items()}  # type: ignore[arg-type]
    return Paper(**values)  # type: ignore[arg-type]

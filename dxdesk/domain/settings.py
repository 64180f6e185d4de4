"""What a town can set and what shows on paper: one frozen value per revision."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Literal, cast

from dxdesk.domain.errors import Problem
from dxdesk.domain.paper import USUAL, Paper, check_paper, paper_from, paper_record
from dxdesk.domain.text import NAME_CHARACTERS, check_line

DEFAULT_STAGES: tuple[tuple[str, str], ...] = (
    ("start", "これから"),
    ("research", "情報収集"),
    ("study", "検討"),
    ("trial", "試行"),
    ("introduce", "導入"),
    ("operate", "運用"),
    ("settle", "定着"),
)

DEFAULT_STATUS_WORDS: dict[str, str] = {
    "late": "遅れ",
    "warn": "要注意",
    "stop": "見直し",
    "ok": "順調",
    "done": "完了",
    "none": "未着手",
    "na": "対象外",
    "miss": "未回答",
}

ELSEWHERE_WORD = "ほかの課"

STATUS_PRESETS: dict[str, dict[str, str]] = {
    "標準": {},
    "計画比": {"late": "遅れている", "warn": "やや遅れている", "ok": "計画どおり", "done": "終わった"},
    "記号": {"late": "× 遅れ", "warn": "△ 要注意", "ok": "○ 順調", "done": "◎ 完了"},
    "A〜D": {"late": "D 遅れ", "warn": "C 要注意", "ok": "B 目標どおり", "done": "A 完了"},
}
"""Sets of words that towns use in place of the usual ones, all of them labels on the same keys."""

ACTION_WORDS: tuple[str, ...] = ("宿題", "対応事項", "検討事項")
"""What towns call what a meeting leaves to be done."""

DIRECTION_PRESETS: dict[str, tuple[str, ...]] = {
    "標準": ("拡充", "継続（現状維持）", "改善して継続", "縮小", "統合", "休止", "廃止", "完了（終了）"),
    "短い": ("拡充", "継続", "縮小", "廃止"),
    "次期計画": ("次期計画で継続する", "次期計画で継続しない"),
}
"""What towns let people choose from as 次年度の方向性."""

MOST_STAGES = 8
MOST_DIRECTIONS = 10
DIRECTION_CHARACTERS = 20
MOST_DAYS = 366
LATER_KEYS = ("gist_days", "minutes_days", "directions")
"""Keys that came after the first settings were kept: left out of a record while they are as they come."""

UNCONCERNED_WORD = "該当しない"
"""What a department says of a unit that is none of its own."""


@dataclass(frozen=True)
class Stage:
    key: str
    word: str


@dataclass(frozen=True)
class Settings:
    """One settings revision; words are labels on fixed keys, the first stage is where everything begins.

    ``gist_days`` and ``minutes_days`` are how many days after a meeting its 会議結果概要 and its 会議録 are due; None
    where the town has no such rule. ``directions`` are the words of 次年度の方向性; an answer keeps the word itself.
    """

    status_words: Mapping[str, str] = field(default_factory=lambda: dict(DEFAULT_STATUS_WORDS))
    stages: tuple[Stage, ...] = tuple(Stage(key, word) for key, word in DEFAULT_STAGES)
    stage_scale: int = 1
    action_word: str = "宿題"
    quorum: Literal["majority", "half"] = "majority"
    proxy_counts: bool = True
    guide_characters: int = 120
    paper: Paper = USUAL
    gist_days: int | None = 2
    minutes_days: int | None = 45
    directions: tuple[str, ...] = DIRECTION_PRESETS["標準"]

    def stage_index(self, key: str | None) -> int | None:
        """Place of a stage on the scale, from 0; None for an unknown or missing key."""
        return next((index for index, stage in enumerate(self.stages) if stage.key == key), None)

    def stage_key(self, typed: str) -> str:
        """The key for a stage given by key or word; raises Problem naming the scale."""
        for stage in self.stages:
            if typed in (stage.key, stage.word):
                return stage.key
        raise Problem(
            "stage.unknown", "stage", {"text": typed, "choices": "、".join(each.word for each in self.stages)}
        )

    def stage_word(self, key: str | None) -> str:
        """The word of a stage; empty for none."""
        return next((stage.word for stage in self.stages if stage.key == key), "")

    def status_word(self, key: str) -> str:
        """The town's word for a status; that a unit is another department's is no town's choice."""
        return ELSEWHERE_WORD if key == "elsewhere" else self.status_words[key]

    def answer_word(self, key: str) -> str:
        """The word for a status as a department says it: that something is none of its own it says for itself alone,
        while 対象外 is the town's word for a unit."""
        return UNCONCERNED_WORD if key == "na" else self.status_word(key)


def check_settings(settings: Settings) -> Settings:
    """The settings if they hold: 2 to 8 stages with own keys and words, a word for every status. Raises Problem."""
    keys, words = {each.key for each in settings.stages}, {each.word for each in settings.stages}
    if not 2 <= len(settings.stages) <= MOST_STAGES or not len(keys) == len(words) == len(settings.stages):
        raise Problem("settings.stages", "stages")
    if set(settings.status_words) != set(DEFAULT_STATUS_WORDS):
        raise Problem("settings.status_words", "status_words")
    for days in (settings.gist_days, settings.minutes_days):
        if days is not None and not (type(days) is int and 1 <= days <= MOST_DAYS):
            raise Problem("settings.days", "days", {"most": MOST_DAYS})
    for word in (*settings.status_words.values(), *(each.word for each in settings.stages), settings.action_word):
        if not check_line(word, "settings", characters=NAME_CHARACTERS):
            raise Problem("settings.empty_word", "settings")
    if not 2 <= len(settings.directions) <= MOST_DIRECTIONS or len(set(settings.directions)) < len(settings.directions):
        raise Problem("settings.directions", "directions", {"most": MOST_DIRECTIONS})
    for word in settings.directions:
        if not check_line(word, "directions", characters=DIRECTION_CHARACTERS):
            raise Problem("settings.empty_word", "directions")
    check_paper(settings.paper)
    return settings


def settings_record(settings: Settings) -> dict[str, object]:
    """The settings as plain values for canonical JSON."""
    usual = Settings()
    left_out = {key for key in LATER_KEYS if getattr(settings, key) == getattr(usual, key)}
    record = {key: value for key, value in asdict(settings).items() if key not in left_out}
    if "directions" in record:
        record["directions"] = list(settings.directions)
    return {**record, "paper": paper_record(settings.paper)}


def settings_from(record: Mapping[str, object]) -> Settings:
    """The settings of a stored record, which may carry its number as ``revision``.

    Raises KeyError or TypeError for one of another shape.
    """
    values = {name: value for name, value in record.items() if name != "revision"}
    paper = paper_from(cast("Mapping[str, object]", values.pop("paper")))
    stages = tuple(Stage(**each) for each in cast("list[dict[str, str]]", values.pop("stages")))
    if "directions" in values:
        values["directions"] = _words(values["directions"])
    return Settings(**values, stages=stages, paper=paper)  # type: ignore[arg-type]


def _words(written: object) -> tuple[str, ...]:
    if not isinstance(written, list) or not all(isinstance(each, str) for each in written):
        raise Problem("settings.directions", "directions", {"most": MOST_DIRECTIONS})
    return tuple(written)

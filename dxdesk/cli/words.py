"""The words people say for keys; a command takes either."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from dxdesk.cli.options import Key, key_of
from dxdesk.domain import drafts
from dxdesk.domain.cycles import CycleKind
from dxdesk.domain.errors import Problem
from dxdesk.domain.replies import Discuss
from dxdesk.domain.text import fold
from dxdesk.operations.departments import Position
from dxdesk.operations.reviews import CORRECTED
from dxdesk.wording.sentences import FIELDS

CYCLE_KIND_WORDS: Final[Mapping[CycleKind, str]] = {"plan": "計画", "interim": "中間", "result": "結果"}
POSITION_WORDS: Final[Mapping[Position, str]] = {"chair": "委員長", "vice": "副委員長", "member": "委員"}
DISCUSS_WORDS: Final[Mapping[Discuss, str]] = {"none": "報告", "discuss": "協議", "decide": "決定"}
FIELD_NAMES: Final[Mapping[str, str]] = {key: FIELDS.get(key, key) for key in drafts.FIELDS}


def choices(words: Mapping[Key, str]) -> str:
    """Keys with their words, as a help text names them."""
    return "・".join(f"{key}（{word}）" for key, word in words.items())


def field_key(typed: str, place: str) -> str:
    """The field of an answer that is meant by its key or its name. Raises Problem naming all."""
    return _meant(typed, place, FIELD_NAMES, FIELD_NAMES)


def floor_field_key(typed: str, place: str) -> str:
    """The field that 席上修正 may change, by its key, its name or the short one that 操作の履歴 has (状況).

    Raises Problem naming all.
    """
    return _meant(typed, place, {key: FIELD_NAMES[key] for key in CORRECTED}, CORRECTED)


def _meant(typed: str, place: str, names: Mapping[str, str], short: Mapping[str, str]) -> str:
    for key, name in names.items():
        if fold(typed) in (fold(key), fold(name), fold(short[key])):
            return key
    near = "、".join(name if name == key else f"{name}（{key}）" for key, name in names.items())
    raise Problem("field.unknown", place, {"text": typed, "near": near})


def discuss_key(typed: str) -> Discuss:
    """会議での扱い by its key or word. Raises Problem."""
    return key_of(typed, DISCUSS_WORDS, "discuss.unknown", "discuss")

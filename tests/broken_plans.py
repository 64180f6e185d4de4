"""Faults that a hand can put into the sample plan: each spoils its own place, and each has its own problem."""

from collections.abc import Callable
from dataclasses import dataclass

from tests.plan_samples import Record, uid


@dataclass(frozen=True)
class Fault:
    """What is done to the record, and the problem (code, path) that must be told for it."""

    code: str
    place: str
    spoil: Callable[[Record], object]


def put(code: str, place: str, value: object, spoilt: str | None = None) -> Fault:
    """A fault that writes a value at a path (``nodes[1].code``); ``spoilt`` where another path is told."""

    def spoil(record: Record) -> None:
        *steps, last = place.replace("[", ".[").split(".")
        here: object = record
        for step in steps:
            here = here[int(step[1:-1])] if isinstance(here, list) else here[step]  # type: ignore[index]
        if isinstance(here, list):
            index = int(last[1:-1])
            here[index : index + 1] = [value]
        else:
            assert isinstance(here, dict)
            here[last] = value

    return Fault(code, spoilt or place, spoil)


LONG = "あ" * 201
NO_PATTERN = {"code_pattern": None, "label_pattern": None}

MEANING = (
    put("pack.plan_id", "id", "見本"),
    put("pack.not_uuid", "uuid", "1234"),
    put("text.too_long", "town", "町" * 101),
    put("pack.blank", "title", " "),
    put("pack.unknown_owner", "owners[0].name", "全科"),
    put(
        "pack.level_order", "levels[4]", {"key": "late", "name": "後", "role": "field", **NO_PATTERN}, "levels[4].role"
    ),
    put("pack.twice", "schemes[0].values[1]", {"value": "福祉", "text": None}, "schemes[0].values[1].value"),
    put(
        "pack.question_missing",
        "schemes[2]",
        {"key": "new", "name": "新", "known": False, "values": []},
        "schemes[2].known",
    ),
    put(
        "pack.question_missing",
        "marks[2]",
        {"key": "new", "label": "新", "meaning": None, "known": False},
        "marks[2].known",
    ),
    put("pack.not_found", "nodes[0].level", "axes"),
    put("pack.not_uuid", "nodes[5].id", "会議を開く"),
    put("pack.not_found", "nodes[4].parent", uid("なし")),
    put("pack.code_missing", "nodes[2].code", None),
    put("pack.code_unwanted", "nodes[3].code", "7"),
    put("text.too_long", "nodes[2].name", LONG),
    put("text.too_many_lines", "nodes[1].label", "1\n2"),
    put("pack.short_name", "nodes[1].short_name", "あいうえおかきくけこ1"),
    put("pack.twice", "nodes[1].owners[1].name", "総務課"),
    put("pack.not_found", "nodes[1].marks[0].key", "studies"),
    put("pack.not_known", "nodes[2].marks", [{"key": "priority", "confirmed": True}], "nodes[2].marks[0]"),
    put("pack.not_found", "nodes[1].tags[0].value", "医療"),
    put("pack.not_known", "nodes[2].tags", [{"scheme": "sdgs", "value": "1", "confirmed": True}], "nodes[2].tags[0]"),
    put(
        "pack.not_found", "nodes[3].tags", [{"scheme": "x", "value": "1", "confirmed": True}], "nodes[3].tags[0].scheme"
    ),
    put("pack.too_small", "nodes[1].narrative[0].pair", -1),
    put("pack.year", "nodes[1].indicators[0].targets[0].year", 7),
    put("pack.alternate_from", "nodes[2].schedule.from", None),
    put("pack.year", "nodes[4].schedule.from", 25),
    put("pack.day", "departments[0].from", "令和5年4月1日"),
    put("pack.circle", "departments[0].parent", uid("総務課")),
    put("pack.too_small", "departments[0].order", -1),
    put("pack.short_name", "departments[0].short", "あいうえおかきくけこさ"),
    put("pack.not_found", "departments[1].successor", uid("どこにもない課")),
    put("pack.days_reversed", "departments[1].from", "2024-04-01", "departments[1].to"),
    put("pack.twice", "groups[2].name", "総務課"),
    put("pack.not_found", "groups[2].members[0]", uid("どこにもない課")),
    put("pack.circle", "bodies[0].reports_to", uid("委員会"), "bodies[0].reports_to"),
    put("pack.too_small", "bodies[0].rhythm.per_year", 0),
    put("pack.not_found", "roles[0].body", uid("なし")),
    put("pack.not_found", "philosophies[0].nodes[0]", uid("なし")),
    put("pack.not_uuid", "terms[0].id", uid("DX").upper()),
    put("text.too_long", "terms[0].definition", "あ" * 4001),
    put("pack.not_found", "history[0].node", uid("なし")),
    put("text.too_many_lines", "issues[0].text", "\n" * 100 + "あ"),
    put("pack.not_found", "figures[0].node", uid("委員会")),
    put("pack.national_item", "crosswalk[0].item", "N0"),
    put(
        "pack.twice",
        "crosswalk[2]",
        {"node": uid("研修"), "item": "X", "version": "2.0", "weight": "primary", "confirmed": True},
    ),
    put("pack.not_uuid", "lineage[0].from[0]", "昔"),
    put("pack.not_found", "lineage[0].to[1]", uid("なし")),
    put("pack.not_found", "open[2].node", uid("なし")),
)
"""Faults of meaning, which the checks of a plan tell."""

RELATED = (
    put("pack.years_reversed", "period.to", 2020),
    put("pack.twice", "owners[1]", {"name": "全課", "part": "main"}, "owners[1].name"),
    put("pack.twice", "levels[4]", {"key": "line", "name": "行", "role": "activity", **NO_PATTERN}, "levels[4].key"),
    put("pack.twice", "nodes[1].indicators[0].id", uid("DX")),
    put("pack.years_reversed", "nodes[1].schedule.to", 2022),
    put("pack.twice", "method[1]", {"key": "ooda", "wording": "また。"}, "method[1].key"),
    put("pack.twice", "departments[1].name", "総務課"),
)
"""Faults of meaning that lean on another place, where one of the others may stand."""

FORM = (
    put("pack.not_integer", "format", True),
    put("pack.unknown_key", "colour", "red"),
    put("pack.not_text", "edition", 1),
    put("pack.not_integer", "period.from", "2023"),
    put("pack.word", "owners[0].part", "sub"),
    put("pack.not_list", "method", {}),
    put("pack.not_object", "texts[0]", "目的"),
    put("pack.not_yes_no", "crosswalk[1].confirmed", 1),
    put("pack.other_number", "nodes[1].schedule.from", 2023.5),
    put("pack.other_number", "nodes[2].schedule.to", float("nan")),
    put("pack.members", "groups[0].members", "everybody"),
    put("text.character", "issues[0].group", "役\u202e場"),
    put("pack.unknown_key", "nodes[0].colour", "red"),
    put("pack.not_text", "philosophies[0].text", None),
    put("pack.not_list", "nodes[1].steps", "調べる"),
    put("pack.not_object", "bodies[1].rhythm", 2),
)
"""Faults of form, which reading the file tells."""

"""次第をつくる for every body of the five plans: its own standing items, then what is to be discussed, by rule."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Final

import pytest

from dxdesk.domain.agenda import propose
from dxdesk.operations.agenda_changes import fill_agenda
from dxdesk.operations.cycles import close_cycle
from dxdesk.store.queries import board, meetings
from dxdesk.ui.agenda.reading import read_agenda
from dxdesk.ui.agenda.rows import candidate_rows, item_rows
from dxdesk.ui.meeting.reading import read_meeting
from dxdesk.wording.meeting_screen import EVERY_TIME, REST_TITLE
from tests.builders import accepted, open_desk, real_plan, start_cycle
from tests.databases import open_anywhere
from tests.plan_samples import TOWNS
from tests.ui.meeting import towns

STANDING: Final[dict[str, tuple[str, ...]]] = {
    "デジタル化推進員会議": (
        "重点取組事項の進捗状況の確認について",
        "課題の集約について",
        "次年度事業の調整について",
        "取組内容の見直しについて",
    ),
    "大多喜町情報化推進委員会": (),
    "DX推進プロジェクトチーム（専門部会）": (),
    "上三川町のDX推進委員会": ("本計画の推進及び進捗管理について",),
    "ワーキンググループ": (),
    "DX推進本部": (),
    "DX推進委員会": ("検討事項について", "調査事項について", "進捗状況について", "確認事項について"),
    "IT推進本部": (),
    "DX推進チーム": (),
}
KINDS: Final[dict[str, tuple[str, ...]]] = {
    "大多喜町情報化推進委員会": ("DXに関する事業実施の計画等",),
    "上三川町のDX推進委員会": ("推進方針", "重要施策の方向性", "具体的な取組み"),
    "DX推進本部": ("全庁的な方向性",),
    "IT推進本部": ("役場全体に関わるデジタル政策", "DXの推進"),
}
"""What the texts of the five towns say of each body; two of them have a DX推進委員会."""


@pytest.mark.parametrize("town", TOWNS)
def test_the_agenda_of_every_body_is_its_standing_items_and_what_the_rule_puts_first(
    town: str, empty_file: Path, tmp_path: Path
) -> None:
    plan = real_plan(town)
    with open_anywhere(shutil.copyfile(empty_file, tmp_path / "town.db")) as database:
        desk = open_desk(database, plan)
        office, codes = plan.departments[0].name, [unit.code or "" for unit in plan.units]
        asked = {code: [office] for code in codes}
        first = start_cycle(desk, assigned=asked)
        for code in codes[:6]:
            accepted(desk, first, code, office, status="ok" if code == codes[4] else "warn")
        desk.do(close_cycle, first, "次の回へ進むため")
        cycle = start_cycle(desk, "第2回", assigned=asked)
        for code, status in zip(codes, ("stop", "warn", "ok", "late", "ok", "ok"), strict=False):
            discuss = "decide" if code == codes[2] else "none"
            accepted(desk, cycle, code, office, status=status, discuss=discuss, ask="進めてよいか")
        ranked = [codes[2], codes[3], codes[1], codes[0], *codes[6:], codes[5], codes[4]]
        reasons = ["discuss", "late", "warn", "stop", *["miss"] * len(codes[6:]), "changed", "other"]
        found = propose(desk.ask(board.board, cycle))
        assert [(each.card.code, each.reason) for each in found] == list(zip(ranked, reasons, strict=True))
        for body in plan.bodies:
            name = f"上三川町の{body.name}" if town == "kaminokawa" and "委員会" in body.name else body.name
            held = towns.hold(desk, cycle, body.name)
            desk.do(fill_agenda, held, REST_TITLE)
            agenda = desk.ask(meetings.agenda, held.id)
            expected = [*STANDING[name], codes[2], codes[3], REST_TITLE]
            assert [each.code or each.title for each in agenda] == expected
            source = desk.ask(read_agenda, held.id)
            rows = item_rows(source)
            assert [row.item.title for row in rows if row.note == EVERY_TIME] == list(STANDING[name])
            assert [row.words for row in candidate_rows(source) if row.card is None] == [
                "協議したい", "遅れ", "要注意", "見直し", "未回答", "変わったもの", "そのほか",
            ]  # fmt: skip
            shown = desk.ask(read_meeting, held.id)
            assert shown.kinds == KINDS.get(name, ())
            assert shown.above == next((each.name for each in plan.bodies if each.id == body.reports_to), None)

"""What ``print`` says about 会議資料一式: its parts, the files behind it, and handing it out."""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final, cast

from dxdesk.cli.context import Context, Reply
from dxdesk.cli.movements import with_stale
from dxdesk.cli.options import SEPARATORS, key_of
from dxdesk.cli.words import choices
from dxdesk.domain.cycles import Cycle
from dxdesk.domain.errors import Problem, rule
from dxdesk.domain.meetings import Meeting
from dxdesk.domain.packets import BY_KEY, PART_WORDS, Mark, PacketChoice, PartKey, part_keys
from dxdesk.domain.printing import Wanted
from dxdesk.operations.change import Outcome
from dxdesk.operations.packet_files import appended_files, check_appended
from dxdesk.operations.packets import HandedOut, hand_out
from dxdesk.operations.printing_packet_parts import offered
from dxdesk.store.queries import cycles, plans
from dxdesk.store.queries.packets import meeting_choice
from dxdesk.wording.packet import ABSENT, NOT_OFFERED, marks_said
from dxdesk.wording.packet_screen import handed_out_said

MARKS: Final[Mapping[Mark, str]] = {"draft": "案", "caution": "取扱注意", "collect": "会議後回収"}
"""The marks of a packet by the words for them."""


def add_choices(each: argparse.ArgumentParser) -> None:
    """The words of ``print`` that only 会議資料一式 takes."""
    each.add_argument("--parts", metavar="部,…", help="会議資料一式に入れる部と順：" + choices(PART_WORDS))
    each.add_argument("--mark", metavar="印,…", help="会議資料一式に刷る印：" + choices(MARKS))
    each.add_argument("--no-mark", metavar="印,…", help="会議資料一式に刷らない印（--mark と同じ語）")
    each.add_argument("--append", nargs="+", metavar="F.pdf", help="会議資料一式のうしろに付けるPDF")
    each.add_argument(
        "--leave-out", nargs="+", metavar="名前", help="前の版に付けたPDFのうち、この版に付けないもの（ファイルの名前）"
    )
    each.add_argument("--only-changed", action="store_true", help="配布した会議資料から変わった頁だけ（差し替え）")
    each.add_argument("--hand-out", action="store_true", help="配布する会議資料として記録する（第1版、差し替えの版）")


def check_choices(chosen: argparse.Namespace, name: str) -> None:
    """Raises Problem (packet.only) where another document, ``name``, is to have what only a packet has."""
    own = (
        chosen.parts,
        chosen.mark,
        chosen.no_mark,
        chosen.append,
        chosen.leave_out,
        chosen.only_changed,
        chosen.hand_out,
    )
    if chosen.kind != "packet" and any(own):
        raise Problem("packet.only", "kind", {"kind": name})


def wanted_packet(context: Context, chosen: argparse.Namespace) -> Wanted:
    """The packet of the meeting that is meant; what is not said is as it was handed out, before that as its
    body had it last. Raises Problem."""
    meeting = context.meeting()
    choice = None
    if chosen.parts or chosen.mark or chosen.no_mark:
        choice = _choice(context, chosen, meeting)
    append = tuple(chosen.append or ())
    left_out = tuple(each.removesuffix(".pdf") for each in chosen.leave_out or ())
    _check_append(context, meeting, append, left_out)
    changed = chosen.only_changed
    return Wanted("packet", meeting=meeting.id, packet=choice, append=append, left_out=left_out, only_changed=changed)


def _choice(context: Context, chosen: argparse.Namespace, meeting: Meeting) -> PacketChoice:
    """What the meeting has with the parts and marks that are named, for this print alone. Raises Problem."""
    choice = context.desk.ask(meeting_choice, meeting)
    if chosen.parts:
        cycle = context.desk.ask(cycles.cycle, meeting.cycle)
        found = context.desk.ask(offered, cycle, meeting, all_sheets=choice.all_sheets)
        word = context.desk.ask(plans.settings, cycle.settings_revision)[1].action_word
        keys = part_keys(chosen.parts, word)
        for key in keys:
            if key not in found:
                title = BY_KEY[key].title.format(action=word)
                raise rule("packet.part_absent", "parts", part=title, why=ABSENT.get(key, NOT_OFFERED))
        choice = choice.only(keys, found)
    for typed, place, printed in ((chosen.mark, "mark", True), (chosen.no_mark, "no-mark", False)):
        for each in SEPARATORS.split(typed or ""):
            if each.strip():
                mark = key_of(each.strip(" 　()（）"), MARKS, "packet.mark", place)
                choice = choice.marked(mark, printed)
    return choice


def _check_append(context: Context, meeting: Meeting, append: Sequence[str], left_out: Sequence[str]) -> None:
    """Raises Problem with the words of the command where a file of the last edition is neither put behind this one nor
    left out."""
    try:
        context.desk.ask(check_appended, meeting, [Path(each).stem for each in append], left_out)
    except Problem as problem:
        if problem.code != "packet.missing_files":
            raise
        raise rule("packet.missing_append", "append", files=problem.values["files"]) from problem


def told(context: Context, wanted: Wanted, reply: Reply, kept: Outcome | None) -> Reply:
    """What is said of a packet: its marks, that it was recorded as handed out, and what of 主な動き is out of date."""
    meeting = context.meeting()
    cycle = context.desk.ask(cycles.cycle, meeting.cycle)
    choice = wanted.packet or context.desk.ask(meeting_choice, meeting)
    marks = [key for key in MARKS if getattr(choice, key)]
    text = f"{reply.text}\n{marks_said([MARKS[key] for key in marks])}"
    value = {**cast("Mapping[str, object]", reply.value), "marks": marks, "edition": None, "warnings": []}
    if kept is not None:
        text = f"{text}\n{handed_out_said(kept.subject)}"
        value["edition"] = int(kept.id.rpartition("/")[2])
    found = replace(reply, value=value, text=text)
    return with_stale(context, cycle, found) if "summary" in _parts(context, cycle, meeting, choice) else found


def _parts(context: Context, cycle: Cycle, meeting: Meeting, choice: PacketChoice) -> tuple[PartKey, ...]:
    return choice.chosen(context.desk.ask(offered, cycle, meeting, all_sheets=choice.all_sheets))


def hands_out(chosen: argparse.Namespace) -> bool:
    """Whether a packet is to be recorded as handed out."""
    return chosen.kind == "packet" and bool(chosen.hand_out)


def handed_out(context: Context, wanted: Wanted, file: Path, *, substitutes: bool) -> HandedOut:
    """The packet, recorded as handed out and written to ``file``, both or neither. Raises Problem, StoreUnavailable."""
    appended = appended_files(wanted.append)
    return context.desk.do(
        hand_out,
        context.meeting(),
        choice=wanted.packet,
        appended=appended,
        left_out=wanted.left_out,
        only_changed=wanted.only_changed,
        file=file,
        substitutes=substitutes,
    )

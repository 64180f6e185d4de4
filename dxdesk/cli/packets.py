"""What ``print`` says about 会議資料一式: its parts, the files behind it, and handing it out."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from dxdesk.cli.context import Context
from dxdesk.documents.page import Printed
from dxdesk.domain.errors import Problem, rule
from dxdesk.domain.meetings import Meeting
from dxdesk.domain.packets import PART_KEYS, part_keys
from dxdesk.domain.printing import Wanted
from dxdesk.operations.packet_files import appended_files, check_appended
from dxdesk.operations.packets import hand_out
from dxdesk.operations.printing_packet import offered
from dxdesk.store.queries import cycles
from dxdesk.store.queries.packets import packet_choice


def add_choices(each: argparse.ArgumentParser) -> None:
    """The words of ``print`` that only 会議資料一式 takes."""
    each.add_argument("--parts", metavar="部,…", help="会議資料一式に入れる部と順（" + "、".join(PART_KEYS) + "）")
    each.add_argument("--append", nargs="+", metavar="F.pdf", help="会議資料一式のうしろに付けるPDF")
    each.add_argument(
        "--leave-out", nargs="+", metavar="名前", help="前の版に付けたPDFのうち、この版に付けないもの（ファイルの名前）"
    )
    each.add_argument("--only-changed", action="store_true", help="配布した会議資料から変わった頁だけ（差し替え）")
    each.add_argument("--hand-out", action="store_true", help="配布する会議資料として記録する（第1版、差し替えの版）")


def check_choices(chosen: argparse.Namespace, name: str) -> None:
    """Raises Problem (packet.only) where another document, ``name``, is to have what only a packet has."""
    own = (chosen.parts, chosen.append, chosen.leave_out, chosen.only_changed, chosen.hand_out)
    if chosen.kind != "packet" and any(own):
        raise Problem("packet.only", "kind", {"kind": name})


def wanted_packet(context: Context, chosen: argparse.Namespace) -> Wanted:
    """The packet of the meeting that is meant; without ``--parts`` as its body had it last. Raises Problem."""
    meeting = context.meeting()
    choice = None
    if chosen.parts:
        found = context.desk.ask(offered, context.desk.ask(cycles.cycle, meeting.cycle), meeting)
        choice = context.desk.ask(packet_choice, meeting.body).only(part_keys(chosen.parts, found), found)
    append = tuple(chosen.append or ())
    left_out = tuple(each.removesuffix(".pdf") for each in chosen.leave_out or ())
    _check_append(context, meeting, append, left_out)
    changed = chosen.only_changed
    return Wanted("packet", meeting=meeting.id, packet=choice, append=append, left_out=left_out, only_changed=changed)


def _check_append(context: Context, meeting: Meeting, append: Sequence[str], left_out: Sequence[str]) -> None:
    """Raises Problem with the words of the command where a file of the last edition is neither put behind this one nor
    left out."""
    try:
        context.desk.ask(check_appended, meeting, [Path(each).stem for each in append], left_out)
    except Problem as problem:
        if problem.code != "packet.missing_files":
            raise
        raise rule("packet.missing_append", "append", files=problem.values["files"]) from problem


def hands_out(chosen: argparse.Namespace) -> bool:
    """Whether a packet is to be recorded as handed out."""
    return chosen.kind == "packet" and bool(chosen.hand_out)


def handed_out(context: Context, wanted: Wanted, file: Path, *, substitutes: bool) -> Printed:
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
    ).printed

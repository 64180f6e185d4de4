"""What ``print`` says about 会議資料一式: its parts, the files behind it, and handing it out."""

from __future__ import annotations

import argparse
from pathlib import Path

from dxdesk.cli.context import Context
from dxdesk.documents.page import Printed
from dxdesk.domain.errors import Problem
from dxdesk.domain.packets import PART_KEYS, part_keys
from dxdesk.domain.printing import Wanted
from dxdesk.operations.packets import hand_out
from dxdesk.operations.printing_packet import appended_files, offered
from dxdesk.store.queries import cycles
from dxdesk.store.queries.packets import packet_choice


def add_choices(each: argparse.ArgumentParser) -> None:
    """The words of ``print`` that only 会議資料一式 takes."""
    each.add_argument("--parts", metavar="部,…", help="会議資料一式に入れる部と順（" + "、".join(PART_KEYS) + "）")
    each.add_argument("--append", nargs="+", metavar="F.pdf", help="会議資料一式のうしろに付けるPDF")
    each.add_argument("--only-changed", action="store_true", help="配布した会議資料から変わった頁だけ（差し替え）")
    each.add_argument("--hand-out", action="store_true", help="配布する会議資料として記録する（第1版、差し替えの版）")


def check_choices(chosen: argparse.Namespace, name: str) -> None:
    """Raises Problem (packet.only) where another document, ``name``, is to have what only a packet has."""
    if chosen.kind != "packet" and (chosen.parts or chosen.append or chosen.only_changed or chosen.hand_out):
        raise Problem("packet.only", "kind", {"kind": name})


def wanted_packet(context: Context, chosen: argparse.Namespace) -> Wanted:
    """The packet of the meeting that is meant; without ``--parts`` as its body had it last. Raises Problem."""
    meeting = context.meeting()
    choice = None
    if chosen.parts:
        found = context.desk.ask(offered, context.desk.ask(cycles.cycle, meeting.cycle), meeting)
        choice = context.desk.ask(packet_choice, meeting.body).only(part_keys(chosen.parts, found), found)
    append = tuple(chosen.append or ())
    return Wanted("packet", meeting=meeting.id, packet=choice, append=append, only_changed=chosen.only_changed)


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
        only_changed=wanted.only_changed,
        file=file,
        substitutes=substitutes,
    ).printed

"""``demo``: a sample year on a plan, with every document and every picture the program makes."""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from pathlib import Path

from dxdesk.cli.context import Context, Reply
from dxdesk.cli.gallery import draw_scenes
from dxdesk.cli.options import Commands
from dxdesk.cli.plans import read_plan
from dxdesk.cli.sample_change import change_papers
from dxdesk.cli.sample_town import Clock, make_town
from dxdesk.cli.sample_year_end import AT_YEAR_END, year_end_papers
from dxdesk.desk import Desk
from dxdesk.documents.page import Printed
from dxdesk.domain.cycles import Cycle
from dxdesk.domain.meetings import Meeting
from dxdesk.domain.permissions import Actor
from dxdesk.domain.plans import Plan
from dxdesk.domain.printing import CHECKLISTS, OF_CYCLE, OF_MINUTES, PrintKind, Wanted
from dxdesk.operations import printing, printing_forms
from dxdesk.operations.printing_documents import document_word, document_workbook, print_document
from dxdesk.store.database import create_database
from dxdesk.store.errors import StoreUnavailable
from dxdesk.store.output_files import cause, discard, write_file
from dxdesk.store.queries import audience, board, finding, plans
from dxdesk.wording.document_names import DOCUMENT_NAMES

DATABASE = "demo.db"
PACKET = f"{DOCUMENT_NAMES['packet']}.pdf"
_AHEAD = timedelta(weeks=2)
"""So long before the meeting it is decided on and its members are invited."""
_AFTER = timedelta(days=3)
"""So long after the deadline departments are reminded."""
_CONFIRMED = timedelta(days=7)
"""So long after the meeting its minutes are confirmed and go round."""
WINDOWS = ("記入", "回収", "取組一覧", "会議_記録", "会議録", "宿題", "ボード", "印刷")


@dataclass(frozen=True)
class Made:
    """One file of the demonstration."""

    file: str
    kind: str
    department: str | None = None


def add_commands(commands: Commands[argparse.ArgumentParser], shared: argparse.ArgumentParser) -> None:
    """demo."""
    each = commands.add_parser("demo", help="見本の回答で、すべての文書と画面をつくる", parents=[shared])
    each.add_argument("--out", required=True, metavar="DIR", help="見本を置くフォルダ")
    each.add_argument("--plan", default="ogawara", metavar="ID|FILE", help="計画のid、町の名前、または計画ファイル")
    each.set_defaults(run=demo)


def demo(_context: Context, chosen: argparse.Namespace) -> Reply:
    """The sample year of a plan: its database, documents, slides and windows in a folder."""
    plan = read_plan(chosen.plan)
    folder = Path(chosen.out)
    try:
        folder.mkdir(exist_ok=True)
    except OSError as error:
        raise StoreUnavailable(cause(error), folder) from error
    database = folder / DATABASE
    journal = database.with_name(f"{DATABASE}-journal")
    for old in (database, journal):
        discard(old)
    clock = Clock("2024-06-01T09:00:00+09:00")
    with create_database(database) as opened:
        desk = Desk(opened, Actor("secretariat", (), "見本　事務局"), clock)
        cycle = make_town(desk, clock, plan, folder / PACKET)
        made = [Made(DATABASE, "database"), Made(PACKET, "packet")]
        made += [*_papers(desk, cycle, folder, clock()), *demo_slides(desk, cycle, folder)]
        actor = desk.actor
    for kind, printed in (*change_papers(database, actor, clock, cycle), *year_end_papers(database, clock)):
        file = f"{DOCUMENT_NAMES[kind]}.pdf"
        write_file(folder / file, printed.pdf)
        made.append(Made(file, "checklist" if kind in CHECKLISTS else kind))
    made += demo_windows(plan, folder)
    discard(journal)  # SQLite empties it and leaves it lying
    files = [{"file": str(folder / each.file), "kind": each.kind, "department": each.department} for each in made]
    lines = [f"{plan.town}の見本をつくりました：{folder}", *(f"  {each.file}" for each in made)]
    return Reply({"files": files}, "\n".join(lines))


def _file_name(text: str) -> str:
    """A name of a department or a code as part of a file's name on any system."""
    return re.sub(r'[\\/:*?"<>|]', "_", text)


def _papers(desk: Desk, cycle: Cycle, folder: Path, moment: str) -> Iterator[Made]:
    meeting = desk.ask(finding.meeting)

    def print_(kind: PrintKind, meeting: Meeting | None = None, at: str = moment) -> Printed:
        return desk.ask(print_document, cycle, Wanted(kind, meeting=meeting.id if meeting else None), desk.actor, at)

    def on(day: date) -> str:
        """The morning of a day: letters are written when they go out, minutes when they are confirmed."""
        return datetime.combine(day, time(9), datetime.fromisoformat(moment).tzinfo).isoformat()

    confirmed = on(meeting.day + _CONFIRMED)
    prints: list[tuple[str, str, Printed]] = [
        ("list", "進捗一覧表", print_("list")),
        ("sheet", "個票", print_("sheet")),
        ("agenda", "次第", desk.ask(printing.print_agenda, meeting, moment)),
        *(("minutes", DOCUMENT_NAMES[kind], print_(kind, meeting, confirmed)) for kind in OF_MINUTES),
        ("script", "進行台本", print_("script", meeting)),
        ("approval", "伺い", print_("approval", meeting, on(meeting.day - _AHEAD))),
        ("invitation", "開催通知", print_("invitation", meeting, on(meeting.day - _AHEAD))),
        ("circulation", "供覧", print_("circulation", meeting, confirmed)),
    ]
    checks: tuple[PrintKind, ...] = ("preparation", "action", "security", "day", "survey")
    prints += [("checklist", DOCUMENT_NAMES[kind], print_(kind, meeting if kind == "day" else None)) for kind in checks]
    prints.append(("actions", "宿題一覧", print_("actions")))
    prints += [(kind, DOCUMENT_NAMES[kind], print_(kind)) for kind in (*OF_CYCLE, "board") if kind not in AT_YEAR_END]
    letters: tuple[tuple[PrintKind, date], ...] = (
        ("inquiry", cycle.as_of), ("confirmation", cycle.due), ("missing", cycle.due + _AFTER),
        ("reminder", cycle.due + _AFTER),
    )  # fmt: skip
    prints += [(kind, DOCUMENT_NAMES[kind], print_(kind, at=on(day))) for kind, day in letters]
    for kind, name, printed in prints:
        write_file(folder / f"{name}.pdf", printed.pdf)
        yield Made(f"{name}.pdf", kind)
    for variant in OF_MINUTES:
        file = f"{DOCUMENT_NAMES[variant]}.docx"
        wanted = Wanted(variant, meeting=meeting.id)
        write_file(folder / file, desk.ask(document_word, cycle, wanted, desk.actor, moment))
        yield Made(file, "minutes")
    workbooks: tuple[tuple[PrintKind, str], ...] = (("list", "進捗一覧表"), ("actions", "宿題一覧"))
    for workbook, name in workbooks:
        write_file(folder / f"{name}.xlsx", desk.ask(document_workbook, cycle, workbook, desk.actor, moment))
        yield Made(f"{name}.xlsx", workbook)
    shown = desk.ask(board.board, cycle)
    for department in desk.ask(plans.departments):
        if not any(department.name in card.departments for card in shown.cards):
            continue
        for kind, name in (("submission", "点検表_提出前"), ("handwriting", "記入票")):
            printed = desk.ask(printing_forms.print_checklist, cycle, moment, kind, department=department.id)
            file = _file_name(f"{name}_{department.name}.pdf")
            write_file(folder / file, printed.pdf)
            yield Made(file, "checklist", department.name)


def demo_slides(desk: Desk, cycle: Cycle, folder: Path) -> Iterator[Made]:
    """The slides of the meeting, the overview in both forms, and every single unit, as the audience would see them."""
    from dxdesk.ui.application import create_application
    from dxdesk.ui.audience.board_slide import fits_board
    from dxdesk.ui.audience.drawing import canvas_for
    from dxdesk.ui.audience.grid_slide import grid_pages
    from dxdesk.ui.audience.slides import png
    from dxdesk.ui.gallery.slides import SIZE, UNIT, slides_of_all, slides_of_units

    create_application([])
    meeting = desk.ask(finding.meeting)
    shown = replace(desk.ask(audience.audience, cycle, meeting.id), read_back=desk.ask(audience.last_decision, meeting))
    units = ((f"{UNIT}_{code}", pages) for code, pages in slides_of_units(shown))
    others = [] if not fits_board(shown.board) else [grid_pages(shown.board, shown.settings, canvas_for(*SIZE))]
    for name, pages in (*slides_of_all(shown), *(("マス目", each) for each in others), *units):
        single = len(pages) == 1 and name.startswith(UNIT)
        for number, page in enumerate(pages, start=1):
            file = _file_name(f"{name}.png" if single else f"{name}_{number}.png")
            write_file(folder / file, png(page, *SIZE))
            yield Made(file, "slide")


def demo_windows(plan: Plan, folder: Path) -> Iterator[Made]:
    """A window of every kind of work, as it looks in the sample year."""
    for name, picture in draw_scenes(plan, WINDOWS):
        if picture is not None:
            write_file(folder / f"画面_{name}.png", picture)
            yield Made(f"画面_{name}.png", "window")

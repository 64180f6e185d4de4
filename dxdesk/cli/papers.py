"""The command that prints."""

from __future__ import annotations

import argparse
from dataclasses import replace
from pathlib import Path
from typing import cast

from dxdesk.cli import packets, reminders, sheets
from dxdesk.cli.context import Context, Reply
from dxdesk.cli.meetings_shown import place_words
from dxdesk.cli.movements import with_stale
from dxdesk.cli.options import Commands, key_of
from dxdesk.cli.papers_wanted import CHECKLISTS, OF_MEETINGS, PAPERS, REPLY_FORM, VARIANTS, wanted_paper
from dxdesk.cli.words import choices
from dxdesk.desk import now
from dxdesk.documents.page import Printed
from dxdesk.domain.cycles import Cycle
from dxdesk.domain.errors import Problem
from dxdesk.domain.printing import IN_WORD, WORKBOOKS, Wanted
from dxdesk.domain.schedules import Question
from dxdesk.operations.missing_glyphs import refuse_substitutes
from dxdesk.operations.printing_documents import document_text, document_word, document_workbook, print_document
from dxdesk.operations.printing_letters import text_file
from dxdesk.operations.reply_forms import form_file
from dxdesk.store.output_files import write_file
from dxdesk.store.queries import cycles, finding
from dxdesk.wording.screen import STATUS_QUESTIONS


def add_commands(commands: Commands[argparse.ArgumentParser], shared: argparse.ArgumentParser) -> None:
    """print."""
    each = commands.add_parser(
        "print",
        help="文書をPDFにする（一覧表はExcel、会議録・照会文・開催通知はWord、催促文は文のファイルにも）",
        parents=[shared],
    )
    each.add_argument("kind", metavar="文書", help=choices(PAPERS))
    each.add_argument("--out", required=True, metavar="F.pdf|F.docx|F.xlsx|F.txt", help="つくるファイル")
    each.add_argument("--initiative", metavar="番号", help="取組の番号")
    each.add_argument(
        "--meeting",
        metavar="会議",
        default=argparse.SUPPRESS,
        help="会議のid、日付、会議体（会議の文書、会議当日の点検表）",
    )
    each.add_argument("--type", dest="checklist", default="preparation", metavar="種類", help=choices(CHECKLISTS))
    each.add_argument(
        "--variant",
        default="full",
        choices=tuple(VARIANTS),
        help="会議録の版（full 全部・abstract 議事要旨・gist 会議結果概要・public 公表用）",
    )
    each.add_argument("--template", metavar="F.docx", help="Wordにするときのひな形（なければ町のもの）")
    sheets.add_choices(each)
    packets.add_choices(each)
    reminders.add_choices(each)
    each.set_defaults(run=print_)


def _suffixes(kind: str) -> tuple[str, ...]:
    """What the file of a document can end with."""
    also = {".docx": kind in IN_WORD, ".xlsx": kind in WORKBOOKS, ".txt": kind == "reminder"}
    return (".pdf", *(suffix for suffix, made in also.items() if made))


def _printed_record(printed: Printed, file: str) -> dict[str, object]:
    """A print as JSON: the file, its pages, and every character no font has."""
    missing = [
        {"character": each.character, "code_point": each.code_point, "where": each.where} for each in printed.missing
    ]
    return {"file": file, "pages": printed.pages, "missing_glyphs": missing}


def _cycle_of(context: Context, wanted: Wanted) -> Cycle:
    """The cycle of the meeting that is meant, else the one that is named."""
    if wanted.meeting is not None:
        return context.desk.ask(cycles.cycle, context.meeting().cycle)
    return context.cycle(only_open=False)


def _file_without_pages(context: Context, wanted: Wanted, file: str) -> Reply:
    """A list as a spreadsheet, or a letter as plain text."""
    actor, cycle = context.desk.actor, context.cycle(only_open=False)
    if wanted.kind in WORKBOOKS:
        content, what = context.desk.ask(document_workbook, cycle, wanted.kind, actor, now()), "Excelの"
    else:
        content, what = text_file(context.desk.ask(document_text, cycle, wanted, actor, now())), "文の"
    write_file(Path(file), content)
    return Reply({"file": file, "pages": None, "missing_glyphs": []}, f"{what}ファイルをつくりました：{file}")


def _word(context: Context, wanted: Wanted, chosen: argparse.Namespace) -> Reply:
    """The minutes or a letter as a .docx, made from a form."""
    form = Path(chosen.template) if chosen.template else None
    cycle = _cycle_of(context, wanted)
    content = context.desk.ask(document_word, cycle, wanted, context.desk.actor, now(), form)
    write_file(Path(chosen.out), content)
    text = f"Wordのファイルをつくりました：{chosen.out}"
    if wanted.meeting is not None:
        text += f"（{place_words(context.meeting())}）"
    return Reply({"file": chosen.out, "pages": None, "missing_glyphs": []}, text)


def _reply_form(context: Context, chosen: argparse.Namespace) -> Reply:
    """The form in which a department without the program answers, as a spreadsheet."""
    if Path(chosen.out).suffix.lower() != ".xlsx":
        raise Problem("print.suffix_form", "out", {"file": chosen.out})
    if not chosen.department:
        raise Problem("department.empty", "department")
    department = context.desk.ask(finding.department, chosen.department)
    asks = cast("dict[Question, str]", STATUS_QUESTIONS)
    _, content = context.desk.ask(form_file, context.cycle(), department, now(), asks)
    write_file(Path(chosen.out), content)
    value = {"file": chosen.out, "pages": None, "missing_glyphs": []}
    return Reply(value, f"Excelの回答票をつくりました：{chosen.out}（{department.name}）")


def print_(context: Context, chosen: argparse.Namespace) -> Reply:
    """One document as PDF, a list as a spreadsheet too, 催促文 as plain text."""
    chosen.kind = key_of(chosen.kind, PAPERS, "print.unknown", "kind")
    if chosen.kind == REPLY_FORM:
        return _reply_form(context, chosen)
    suffix = Path(chosen.out).suffix.lower()
    if suffix not in (found := _suffixes(chosen.kind)):
        values = {"file": chosen.out, "kind": PAPERS[chosen.kind], "suffixes": "、".join(found)}
        raise Problem("print.suffix", "out", values)
    packets.check_choices(chosen, PAPERS[chosen.kind])
    sheets.check_choices(chosen, PAPERS[chosen.kind])
    reminders.check_choices(chosen, PAPERS[chosen.kind])
    if chosen.template and suffix != ".docx":
        raise Problem("form.no_word", "template", {"file": chosen.out})
    wanted = wanted_paper(context, chosen)
    if suffix == ".pdf":
        reply = _pdf(context, chosen, wanted)
    elif suffix == ".docx":
        reply = _word(context, wanted, chosen)
    else:
        reply = _file_without_pages(context, wanted, chosen.out)
    return _also_sent(context, chosen, wanted, reply)


def _pdf(context: Context, chosen: argparse.Namespace, wanted: Wanted) -> Reply:
    """The document on its pages; a packet says what it carries and, handed out, that this was recorded."""
    cycle, kept = _cycle_of(context, wanted), None
    if packets.hands_out(chosen):
        found = packets.handed_out(context, wanted, Path(chosen.out), substitutes=chosen.substitute)
        printed, kept = found.printed, found.outcome
    else:
        printed = context.desk.ask(print_document, cycle, wanted, context.desk.actor, now())
        if not chosen.substitute:
            refuse_substitutes(printed)
        write_file(Path(chosen.out), printed.pdf)
    warnings = [
        f"「{each.character}」（{each.code_point}）はどの書体にもありません：{each.where}" for each in printed.missing
    ]
    text = f"{printed.pages}ページのPDFをつくりました：{chosen.out}"
    if chosen.kind in OF_MEETINGS:
        text += f"（{place_words(context.meeting())}）"
    reply = Reply(_printed_record(printed, chosen.out), text, warnings)
    if chosen.kind == "packet":
        return packets.told(context, wanted, reply, kept)
    return with_stale(context, cycle, reply) if chosen.kind == "summary" else reply


def _also_sent(context: Context, chosen: argparse.Namespace, wanted: Wanted, reply: Reply) -> Reply:
    """The reply with what is odd about a letter, once it is kept that it went out where that is said."""
    reply = reminders.with_doubts(context, _cycle_of(context, wanted), wanted, reply)
    if not chosen.sent:
        return reply
    said = reminders.keep(context, wanted, mail=Path(chosen.out).suffix.lower() == ".txt")
    return replace(reply, text=f"{reply.text}\n{said}")

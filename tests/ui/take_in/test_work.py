"""What becomes of the files that are taken in."""

import os
from datetime import UTC, datetime
from pathlib import Path

import openpyxl

from dxdesk.desk import Desk
from dxdesk.domain.schedules import Question
from dxdesk.operations import arrivals, reply_forms
from dxdesk.operations.arriving_files import left_behind, look_in
from dxdesk.operations.exchange_folder import put
from dxdesk.store.queries import plans
from dxdesk.ui.take_in.reading import Files, Wanted
from dxdesk.ui.take_in.rows import FileRow
from dxdesk.ui.take_in.work import Chosen, take_in_all
from dxdesk.wording.take_in import taken_words
from tests.builders import ZEIMU
from tests.post import newest
from tests.ui.take_in.conftest import Departments

ASKS: dict[Question, str] = dict.fromkeys(
    ("usual", "yearly", "alternate", "anytime", "deadline", "conditional", "study"), "いちばん近いものを1つ"
)


def test_a_form_with_a_row_that_cannot_be_read_stays_where_it_lies(
    desk: Desk, departments: Departments, tmp_path: Path
) -> None:
    department = next(each for each in desk.ask(plans.departments) if each.name == ZEIMU)
    _, content = desk.ask(reply_forms.form_file, newest(desk), department, desk.moment(), ASKS)
    form = tmp_path / "form.xlsx"
    form.write_bytes(content)
    book = openpyxl.load_workbook(form)
    sheet = book.worksheets[0]
    heads = {str(cell.value).split("\n")[0]: cell for row in sheet.iter_rows() for cell in row if cell.value}
    first, status, results = heads["番号"].row + 1, heads["今の状況"].column, heads["今回の実績"].column
    for row, word in ((first, "順調"), (first + 1, "じゅんちょう")):
        sheet.cell(row, status).value = word
        sheet.cell(row, results).value = "進めた。"
    book.save(form)
    path = put(departments.folder, "回答票.xlsx", form.read_bytes())
    seen = desk.ask(arrivals.examine, path.name, arrivals.opened(path.name, path.read_bytes()), desk.moment())
    assert seen.arrival is not None
    file = FileRow("1", ZEIMU, "", desk.moment(), path=path, name=path.name, arrival=seen.arrival)
    done = take_in_all(desk, [Chosen(file, seen.ticked)], departments.folder, None)
    assert (done.answers, done.unreadable) == (1, 1)
    assert path.exists()
    assert desk.ask(left_behind, look_in(departments.folder, {})) == (path.name,)
    rows = Files(desk).gather(Wanted((path,), None, newest(desk).id), None).answers
    (unreadable,) = (each for each in rows if each.kind == "unreadable")
    assert f"{sheet.cell(first + 1, status).coordinate}：" in unreadable.problems[0]
    words = taken_words(done.answers, done.held, done.conflicts, done.placed, len(done.refused), done.unreadable)
    assert "読めない行が1件あり" in words


def test_a_form_came_when_it_was_filled_in_and_not_when_it_was_handed_out(
    desk: Desk, departments: Departments, tmp_path: Path
) -> None:
    department = next(each for each in desk.ask(plans.departments) if each.name == ZEIMU)
    _, content = desk.ask(reply_forms.form_file, newest(desk), department, "2025-01-10T09:00:00+09:00", ASKS)
    form = tmp_path / "回答票.xlsx"
    form.write_bytes(content)
    filled = datetime(2025, 1, 20, 12, tzinfo=UTC)
    os.utime(form, (filled.timestamp(), filled.timestamp()))
    (file,) = Files(desk).gather(Wanted((form,), None, newest(desk).id), None).files
    assert datetime.fromisoformat(file.made) == filled

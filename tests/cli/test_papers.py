import json
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pypdf
import pytest
from docx import Document

from dxdesk.cli.papers_wanted import CHECKLISTS, VARIANTS
from dxdesk.domain.printing import OF_CYCLE
from dxdesk.wording.printing import BEFORE_FIRST_DUE
from tests.cli.commands import Record, Town
from tests.cli.conftest import BODY
from tests.documents.reading import squeezed, texts

OF_CLOSED: list[str] = ["packet", "list", "sheet", "board", *OF_CYCLE, "minutes", "agenda", "script"]
OF_CLOSED += ["approval", "invitation", "circulation", "inquiry", "missing", "confirmation"]
OF_CLOSED += [f"checklist --type {each}" for each in CHECKLISTS]
KINDS = [*OF_CLOSED, "actions", "reminder"]


def printed(town: Town, folder: Path, *arguments: str) -> tuple[str, Record]:
    """The text of a print, and what the command said of it."""
    file = folder / "paper.pdf"
    said = town.value("print", *arguments, "--out", str(file), "--substitute")
    return texts(file.read_bytes())[0], said


@pytest.mark.parametrize("kind", KINDS)
def test_every_paper_is_written_and_told_with_its_pages(kind: str, ended: Town, tmp_path: Path) -> None:
    file = tmp_path / "paper.pdf"
    said = ended.value("print", *kind.split(), "--out", str(file))
    more: dict[str, dict[str, object]] = {
        "packet": {"marks": [], "edition": None, "warnings": []}, "summary": {"warnings": []},
    }  # fmt: skip
    assert said == {
        "file": str(file),
        "pages": len(pypdf.PdfReader(file).pages),
        "missing_glyphs": [],
        **more.get(kind, {}),
    }
    assert f"{said['pages']}ページのPDFをつくりました" in ended.text("print", *kind.split(), "--out", str(file))
    assert sorted(path.name for path in tmp_path.iterdir()) == ["paper.pdf", "town.db"]


def test_a_character_that_no_font_has_is_told_with_its_place(worked: Town, tmp_path: Path) -> None:
    worked.text("record", "--initiative", "7", "--results", "外字\ue000あり")
    worked.text("hand-in", "--department", "政策企画課")
    worked.text("accept", "--initiative", "7")
    text, said = printed(worked, tmp_path, "list")
    assert said["missing_glyphs"]
    for glyph in said["missing_glyphs"]:
        assert set(glyph) == {"character", "code_point", "where"}
        assert (glyph["character"], glyph["code_point"]) == ("\ue000", "U+E000")
        assert glyph["where"]
    assert "外字\ue000あり" in text
    assert (
        "（U+E000）はどの書体にもありません"
        in worked.run("print", "list", "--substitute", "--out", str(tmp_path / "x.pdf")).err
    )


def test_a_sheet_printed_alone_has_the_number_it_has_in_the_packet(ended: Town, tmp_path: Path) -> None:
    assert "資料3-1" in printed(ended, tmp_path, "sheet", "--initiative", "7")[0]


def test_nothing_private_is_printed(ended: Town, tmp_path: Path) -> None:
    for kind in KINDS:
        assert "公表しない数" not in printed(ended, tmp_path, *kind.split())[0]


def test_minutes_wait_for_the_meeting_to_be_closed(met: Town, tmp_path: Path) -> None:
    refusal = met.refusal("print", "minutes", "--out", str(tmp_path / "x.pdf"))
    assert (refusal["kind"], "meeting close" in refusal["message"]) == ("rule", True)
    assert not (tmp_path / "x.pdf").exists()


def test_the_action_items_are_written_as_a_spreadsheet_too(ended: Town, tmp_path: Path) -> None:
    file = tmp_path / "actions.xlsx"
    assert ended.value("print", "actions", "--out", str(file))["file"] == str(file)
    own = ("--as", "liaison", "--department", "町民生活課")
    assert ended.refusal("print", "actions", "--out", str(file), *own)["place"] == "department"


@pytest.mark.parametrize("name", ["list.xlsx", "LIST.XLSX"])
def test_the_list_is_written_as_a_spreadsheet_too(name: str, ended: Town, tmp_path: Path) -> None:
    file = tmp_path / name
    said = ended.value("print", "list", "--out", str(file))
    assert said == {"file": str(file), "pages": None, "missing_glyphs": []}
    with ZipFile(file) as parts:
        assert "監査を終えた。" in parts.read("xl/sharedStrings.xml").decode()


def test_a_letter_is_addressed_and_names_what_the_department_is_asked(ended: Town, tmp_path: Path) -> None:
    everybody, said = printed(ended, tmp_path, "inquiry")
    own, only = printed(ended, tmp_path, "inquiry", "--department", "商工観光課")
    assert "商工観光課長様" in own
    assert "町民生活課長" not in own
    assert "町民生活課長様" in everybody
    assert only["pages"] < said["pages"]


def test_a_reminder_asks_until_the_day_that_is_given_on_paper_and_in_a_text(ended: Town, tmp_path: Path) -> None:
    paper, _ = printed(ended, tmp_path, "reminder", "--due", "R9.1.15")
    assert "令和9年1月15日（金）までに御提出" in paper
    file = tmp_path / "reminder.txt"
    said = ended.value("print", "reminder", "--due", "R9.1.15", "--out", str(file))
    assert said == {"file": str(file), "pages": None, "missing_glyphs": []}
    content = file.read_bytes()
    assert content.startswith("\ufeff".encode())
    assert b"\r\n" in content
    assert "令和9年1月15日（金）までに御提出" in content.decode()
    assert "文のファイルをつくりました" in ended.text("print", "reminder", "--out", str(file))


def test_a_deadline_before_the_day_of_the_letter_is_warned_of(ended: Town, tmp_path: Path) -> None:
    for kind, suffix, given, over in (
        ("reminder", "pdf", ("--due", "R7.1.15"), "令和7年1月15日"),
        ("reminder", "txt", ("--due", "R7.1.15"), "令和7年1月15日"),
        ("inquiry", "docx", (), "令和7年1月31日"),
    ):
        said = ended.run("print", kind, "--out", str(tmp_path / f"{kind}.{suffix}"), *given)
        assert said.code == 0
        assert f"提出期限（{over}）が、文書の日付より前です。" in said.err
    assert "提出期限" not in ended.run("print", "reminder", "--out", str(tmp_path / "reminder.pdf")).err


def test_a_reminder_that_asks_for_an_earlier_day_than_the_inquiry_is_warned_of(town: Town, tmp_path: Path) -> None:
    town.text("cycle", "open", "--name", "第1回", "--as-of", "R30.4.1", "--due", "R30.5.31")
    out = str(tmp_path / "reminder.txt")
    assert BEFORE_FIRST_DUE in town.run("print", "reminder", "--out", out, "--due", "R30.5.1").err
    assert BEFORE_FIRST_DUE not in town.run("print", "reminder", "--out", out, "--due", "R30.6.1").err


def test_a_reminder_that_went_out_is_kept_and_stands_in_the_list_of_what_is_missing(
    ended: Town, tmp_path: Path
) -> None:
    file = str(tmp_path / "reminder.pdf")
    assert "文書（" not in printed(ended, tmp_path, "missing")[0]
    assert "催促した日として記録しました" in ended.text("print", "reminder", "--sent", "--out", file)
    assert "文書（" in printed(ended, tmp_path, "missing")[0]
    for suffix in ("txt", "docx"):
        again = str(tmp_path / f"reminder.{suffix}")
        assert "今日すでに記録" in ended.text("print", "reminder", "--sent", "--out", again)
    assert ended.refusal("print", "missing", "--sent", "--out", file)["place"] == "kind"


def test_a_department_that_owes_nothing_gets_no_reminder(ended: Town, tmp_path: Path) -> None:
    ended.text("department", "add", "会計課")
    file = str(tmp_path / "x.pdf")
    assert ended.refusal("print", "reminder", "--out", file, "--department", "会計課")["place"] == "department"


def test_a_department_confirms_its_own_answers_and_writes_no_letters(ended: Town, tmp_path: Path) -> None:
    own = ("--as", "liaison", "--department", "商工観光課")
    text, _ = printed(ended, tmp_path, "confirmation", *own)
    assert "商工観光課" in text
    for kind in ("inquiry", "reminder", "missing"):
        assert ended.refusal("print", kind, "--out", str(tmp_path / "x.pdf"), *own)["place"] == "role"


def test_who_only_looks_prints_no_minutes_with_names_and_no_forms(ended: Town, tmp_path: Path) -> None:
    file = str(tmp_path / "x.pdf")
    for kind in (("minutes",), ("checklist", "--type", "submission")):
        assert ended.refusal("print", *kind, "--out", file, "--as", "reader")["place"] == "role"
    assert ended.run("print", "minutes", "--variant", "public", "--out", file, "--as", "reader").code == 0


@pytest.mark.parametrize("variant", VARIANTS)
def test_minutes_are_written_as_a_word_file_that_says_what_the_paper_says(
    variant: str, ended: Town, tmp_path: Path
) -> None:
    text, _ = printed(ended, tmp_path, "minutes", "--variant", variant)
    said = ended.value("print", "minutes", "--variant", variant, "--out", str(tmp_path / "m.docx"))
    assert said["file"].endswith("m.docx")
    lines = [squeezed(each.text) for each in Document(str(tmp_path / "m.docx")).paragraphs]
    assert len(lines) > 5
    assert all(line in text for line in lines)


@pytest.mark.parametrize("kind", ["inquiry", "invitation"])
def test_letters_are_written_as_word_files_too(kind: str, ended: Town, tmp_path: Path) -> None:
    text, _ = printed(ended, tmp_path, kind)
    said = ended.value("print", kind, "--out", str(tmp_path / "l.docx"))
    assert said == {"file": str(tmp_path / "l.docx"), "pages": None, "missing_glyphs": []}
    lines = [squeezed(each.text) for each in Document(str(tmp_path / "l.docx")).paragraphs]
    assert len(lines) > 12
    # a long table stands on a sheet of its own in the PDF only
    assert [line for line in lines if line not in text and not line.startswith("1照会内容")] == []


def test_minutes_are_made_from_the_form_that_is_named(ended: Town, tmp_path: Path) -> None:
    form = Document()
    form.add_paragraph("{{ 町 }}の{{ 会議 }}")
    form.save(str(tmp_path / "f.docx"))
    ended.value("print", "minutes", "--template", str(tmp_path / "f.docx"), "--out", str(tmp_path / "m.docx"))
    assert [each.text for each in Document(str(tmp_path / "m.docx")).paragraphs] == [f"大河原町の{BODY}"]


@pytest.mark.parametrize(
    ("content", "said"), [(b"%PDF", "保存し直して"), (b"", "保存し直して"), (None, "読めません")], ids=str
)
def test_a_form_that_cannot_be_used_is_told_and_no_file_is_left(
    content: bytes | None, said: str, ended: Town, tmp_path: Path
) -> None:
    if content is not None:
        (tmp_path / "f.docx").write_bytes(content)
    target = tmp_path / "m.docx"
    refusal = ended.refusal("print", "minutes", "--template", str(tmp_path / "f.docx"), "--out", str(target))
    assert said in refusal["message"]
    assert "f.docx" in refusal["message"]
    assert "ほかのファイル" not in refusal["message"]  # there are none
    assert not target.exists()


def test_a_form_belongs_to_a_word_file(ended: Town, tmp_path: Path) -> None:
    refusal = ended.refusal("print", "minutes", "--template", "f.docx", "--out", str(tmp_path / "m.pdf"))
    assert refusal["place"] == "template"


@pytest.mark.parametrize("command", [("agenda", "x.docx"), ("sheet", "x.xlsx"), ("list", "X.DOCX")], ids=" ".join)
def test_what_the_file_of_a_paper_can_be_is_named(command: tuple[str, str], ended: Town, tmp_path: Path) -> None:
    refusal = ended.refusal("print", command[0], "--out", str(tmp_path / command[1]))
    ends = {"agenda": "次第のファイルは .pdf です", "list": "進捗一覧表のファイルは .pdf、.xlsx です"}
    assert ends.get(command[0], ".pdf です") in refusal["message"]
    assert [path.name for path in tmp_path.iterdir()] == ["town.db"]


def test_a_paper_for_a_folder_that_is_not_there_is_not_written(ended: Town, tmp_path: Path) -> None:
    file = tmp_path / "none" / "x.pdf"
    refusal = ended.refusal("print", "list", "--out", str(file), code=3)
    assert (refusal["kind"], refusal["file"]) == ("environment", str(file))
    assert not file.parent.exists()


def test_a_paper_is_read_as_text_in_japanese(ended: Town, tmp_path: Path) -> None:
    file = tmp_path / "x.pdf"
    ended.text("print", "list", "--out", str(file))
    reader = pypdf.PdfReader(BytesIO(file.read_bytes()))
    assert json.dumps(str(reader.root_object["/Lang"])) == '"ja-JP"'

"""The walls of the house, one English sentence each.

Rooms from the top: app and cli, ui, desk, operations, then store, exchange and documents (strangers to each other),
domain. There are no exceptions to list: where a wall is in the way, the line stands in the wrong room.
"""

import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytest_archon import archrule

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "dxdesk"
NOT_OURS = {".git", ".venv", "__pycache__", ".mypy_cache", ".ruff_cache", ".pytest_cache", ".hypothesis", "out", "dist"}

STANDARD_LIBRARY = sorted(sys.stdlib_module_names)
STORE_QUESTIONS = ("store.queries", "store.errors")


def modules(*rooms: str) -> list[str]:
    """Return the patterns of the modules in rooms: `wording` is dxdesk.wording and all below it."""
    return [f"dxdesk.{room}{rest}" for room in rooms for rest in ("", ".*")]


def only_imports(room: str, *, ours: tuple[str, ...] = (), foreign: tuple[str, ...] = ()) -> None:
    """Check that a room imports nothing but itself, the rooms and the libraries named, and the standard library."""
    file = PACKAGE / room
    if not (file.is_dir() or file.with_suffix(".py").exists()):
        return  # files appear when their first line is needed
    libraries = [pattern for name in (*STANDARD_LIBRARY, *foreign) for pattern in (name, f"{name}.*")]
    (
        archrule(f"{room} keeps to its row")
        .match(*modules(room))
        .should_not_import("*")
        .may_import(*modules(room, *ours), *libraries)
        .check("dxdesk", only_direct_imports=True)
    )


def test_domain_knows_nobody_but_the_standard_library_and_the_holidays() -> None:
    only_imports("domain", foreign=("jpholiday",))


def test_store_knows_domain_where_files_live_and_the_database_libraries() -> None:
    only_imports("store", ours=("domain", "paths"), foreign=("sqlalchemy", "alembic"))


def test_exchange_knows_domain_and_wording_and_the_libraries_of_files() -> None:
    files = ("cryptography", "xlsxwriter", "python_calamine")
    only_imports("exchange", ours=("domain", "wording"), foreign=files)


def test_documents_know_what_is_printed_and_the_libraries_of_paper() -> None:
    paper = ("reportlab", "pypdf", "docxtpl", "docx", "jinja2", "markupsafe")
    only_imports("documents", ours=("domain", "wording", "phrases", "paths"), foreign=paper)


def test_operations_know_the_four_rooms_below_and_sqlalchemy() -> None:
    only_imports("operations", ours=("domain", "store", "exchange", "documents"), foreign=("sqlalchemy",))


def test_desk_knows_operations_and_the_store_and_never_qt() -> None:
    only_imports("desk", ours=("operations", "store", "domain"))


def test_ui_knows_all_below_but_of_the_store_only_questions_and_errors() -> None:
    below = ("desk", "operations", "exchange", "documents", "domain", "wording", "phrases", "paths", "preferences")
    only_imports("ui", ours=(*below, "file_types", *STORE_QUESTIONS), foreign=("PySide6", "shiboken6", "pypdfium2"))


def test_cli_knows_all_of_ours_and_no_library() -> None:
    below = ("desk", "operations", "store", "exchange", "documents", "domain", "wording", "phrases", "paths")
    only_imports("cli", ours=("ui", *below, "preferences", "file_types"))


def test_app_knows_all_of_ours_and_no_library() -> None:
    archrule("app").match("dxdesk.app").should_not_import("*").may_import(
        "dxdesk", "dxdesk.*", *STANDARD_LIBRARY, *(f"{name}.*" for name in STANDARD_LIBRARY)
    ).check("dxdesk", only_direct_imports=True)


def test_wording_knows_domain_only() -> None:
    only_imports("wording", ours=("domain",))


def test_phrases_know_budoux_only() -> None:
    only_imports("phrases", foreign=("budoux",))


def test_paths_know_platformdirs_only() -> None:
    only_imports("paths", foreign=("platformdirs",))


def test_preferences_know_where_files_live_and_nothing_else_of_ours() -> None:
    only_imports("preferences", ours=("paths",))


def test_file_types_know_where_files_live_and_how_the_store_writes_them() -> None:
    only_imports("file_types", ours=("paths", "store.errors", "store.output_files"), foreign=("platformdirs",))


def test_the_set_up_knows_only_itself_because_nothing_is_installed_yet() -> None:
    only_imports("checkout", ours=("system_libraries",))
    only_imports("system_libraries")


def sources(folder: Path = PACKAGE, pattern: str = "**/*.py") -> list[Path]:
    return sorted(folder.glob(pattern))


def imports(tree: ast.AST) -> Iterator[tuple[str, int]]:
    """Yield each imported name, with the line."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((alias.name, node.lineno) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from ((f"{node.module}.{alias.name}", node.lineno) for alias in node.names)


def parsed(file: Path) -> ast.Module:
    return ast.parse(file.read_text(encoding="utf-8"), str(file))


def place(file: Path, line: int) -> str:
    return f"{file.relative_to(ROOT)}:{line}"


def test_documents_write_days_as_the_town_does_and_in_no_other_way() -> None:
    written = {"long_date", "plain_date", "table_date", "short_date", "fiscal_year_words", "clock_words"}
    found = [
        place(file, line)
        for file in sources(PACKAGE / "documents")
        for name, line in imports(parsed(file))
        if name.startswith("dxdesk.domain.calendar") and name.rpartition(".")[2] in written
    ]
    assert found == []


def test_item_models_never_know_widgets() -> None:
    found = [
        place(file, line)
        for file in sources(PACKAGE / "ui", "**/model.py")
        for name, line in imports(parsed(file))
        if "QtWidgets" in name
    ]
    assert found == []


def test_no_page_knows_another_page() -> None:
    pages = sources(PACKAGE / "ui", "*/page.py")
    found = [
        place(file, line)
        for page in pages
        for file in sources(page.parent)
        for name, line in imports(parsed(file))
        for other in pages
        if other != page and name.startswith(f"dxdesk.ui.{other.parent.name}.page.")
    ]
    assert len(pages) > 10
    assert found == []


def test_commands_know_the_screens_only_inside_draw_and_demo() -> None:
    found = []
    for file in [*PACKAGE.glob("cli*.py"), *PACKAGE.glob("cli/**/*.py")]:
        tree = parsed(file)
        allowed = {
            line
            for function in ast.walk(tree)
            if isinstance(function, ast.FunctionDef) and re.search("draw|demo", function.name)
            for _, line in imports(function)
        }
        outside = [line for name, line in imports(tree) if name.startswith("dxdesk.ui") or name == "dxdesk.ui"]
        found += [place(file, line) for line in outside if line not in allowed]
    assert found == []


def test_every_import_inside_the_package_names_it_in_full() -> None:
    found = [
        place(file, node.lineno)
        for file in sources()
        for node in ast.walk(parsed(file))
        if isinstance(node, ast.ImportFrom) and node.level
    ]
    assert found == []


def test_no_file_is_longer_than_400_lines() -> None:
    files = [ROOT / "main.py", *sources(), *sources(ROOT / "tests"), *sources(ROOT / "database")]
    long = {place(file, count) for file in files if (count := len(file.read_text("utf-8").splitlines())) > 400}
    assert long == set()


FORBIDDEN_CALLS = {"eval", "exec"}
"""As plain names; a dialog's own `exec()` is another thing."""
FORBIDDEN_ANYWHERE = {"Paragraph", "setHtml", "insertHtml", "processEvents"}
FORBIDDEN_LIBRARIES = re.compile(r"(pickle|marshal|shelve|yaml)\b")


def test_text_stays_data_and_is_never_run_or_read_as_markup() -> None:
    found = []
    for file in sources():
        tree = parsed(file)
        for node in ast.walk(tree):
            if not isinstance(node, ast.Call):
                continue
            called = node.func
            name = called.id if isinstance(called, ast.Name) else getattr(called, "attr", "")
            if name in FORBIDDEN_ANYWHERE or (isinstance(called, ast.Name) and name in FORBIDDEN_CALLS):
                found.append(f"{place(file, node.lineno)} {name}")
        found += [f"{place(file, line)} {name}" for name, line in imports(tree) if FORBIDDEN_LIBRARIES.match(name)]
    assert found == []


def test_no_menu_entry_that_qt_made_itself_is_kept() -> None:
    """Python can lose such a one under its feet; what is kept is made as a QAction or QMenu with its menu as parent."""
    found = []
    for file in sources():
        tree = parsed(file)
        passing = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr | ast.Attribute)}
        found += [
            place(file, node.lineno)
            for node in ast.walk(tree)
            if isinstance(node, ast.Call)
            and getattr(node.func, "attr", "") in ("addAction", "addMenu")
            and id(node) not in passing
        ]
    assert found == []


UNFIT_NAME = re.compile(r"(Manager|Service|Helper|Utils?|Handler|Data|Info|Base|Common|Misc)$")


def test_things_are_called_by_the_fields_nouns() -> None:
    classes = [
        f"{place(file, node.lineno)} {node.name}"
        for file in sources()
        for node in ast.walk(parsed(file))
        if isinstance(node, ast.ClassDef) and UNFIT_NAME.search(node.name)
    ]
    files = [place(file, 1) for file in sources() if UNFIT_NAME.search(file.stem.title())]
    assert classes + files == []


UNFIT_WORDS = re.compile(
    "エラー|不正|無効|キャンセル|いいえ|未提出|バックアップ|リクエスト|リジェクト|ステータス|ダッシュボード|ノード"
    r"|マージ(?!ン)|^はい$|「はい」|^OK$|[ぁ-ん]OK|「OK」"
)


def spoken_texts(tree: ast.AST) -> Iterator[tuple[str, int]]:
    """Yield the string literals that are not docstrings, with the line."""
    docstrings = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docstrings:
            yield node.value, node.lineno


def test_people_read_none_of_the_words_that_blame_or_that_only_programmers_use() -> None:
    found = [
        f"{place(file, line)} {text!r}"
        for file in [ROOT / "main.py", *sources()]
        for text, line in spoken_texts(parsed(file))
        if UNFIT_WORDS.search(text)
    ]
    assert found == []


ONE_MACHINE = re.compile(r"(?<![\w.~}/*-])/(?:work|tmp|root)/\w|[A-Z]:\\Users\\")
REGISTRIES = re.compile(r"py[p]i\.org|py[t]honhosted|npm[j]s\.(?:org|com)|deb[.]debian\.org|pack[a]ges\.debian")
TEXT_FILES = {".py", ".md", ".toml", ".txt", ".json", ".ini", ".mako", ".svg", ".qss", ".sh", ".ts", ".patch", ".cfg"}


def texts_of_the_tree() -> Iterator[tuple[Path, str]]:
    for file in sorted(ROOT.rglob("*")):
        ours = not NOT_OURS & set(file.relative_to(ROOT).parts)
        if ours and file.is_file() and (file.suffix in TEXT_FILES or file.name in {"run", "LICENSE", ".gitignore"}):
            yield file, file.read_text(encoding="utf-8")


@pytest.mark.parametrize(("what", "pattern"), [("a path of one machine", ONE_MACHINE), ("a registry", REGISTRIES)])
def test_nothing_in_the_tree_names_a_path_of_one_machine_or_a_registry(what: str, pattern: re.Pattern[str]) -> None:
    found = [f"{place(file, 1)}: {hit.group()}" for file, text in texts_of_the_tree() for hit in pattern.finditer(text)]
    assert found == []

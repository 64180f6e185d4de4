"""What every test stands on: Qt without a display, the clock of a Japanese town, and a data folder of its own."""

import itertools
import os
import shutil
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from dxdesk.store.database import Database, create_database
from tests import databases

os.environ["QT_QPA_PLATFORM"] = "offscreen"  # before any Qt import
os.environ["TZ"] = "Asia/Tokyo"  # whoever reads a day of the town elsewhere may be a day behind
if hasattr(time, "tzset"):
    time.tzset()

# The same examples in every run; how long they take is the machine's affair.
steady = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True, database=None)
settings.register_profile("steady", steady)
settings.register_profile("searching", steady, derandomize=False)
settings.load_profile("steady")

folder_numbers = itertools.count()

MEMORY, ROOM = Path("/dev/shm"), 4 << 30
if "PYTEST_DEBUG_TEMPROOT" not in os.environ and MEMORY.is_dir() and shutil.disk_usage(MEMORY).free > ROOM:
    # Every change waits for the disk, many thousand times; here the program asks as well and is answered at once. Qt
    # is told as well: a folder for a while is treated in a way of its own.
    os.environ["PYTEST_DEBUG_TEMPROOT"] = os.environ["TMPDIR"] = str(MEMORY)


@pytest.fixture(autouse=True)
def own_home(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Point DXDESK_HOME at a folder that does not exist yet, so that no test meets the user's data or another's; nor
    what a double click starts for that user."""
    home = tmp_path_factory.getbasetemp() / f"home-{next(folder_numbers)}"
    monkeypatch.setenv("DXDESK_HOME", str(home))
    monkeypatch.setenv("XDG_DATA_HOME", f"{home}-shared")
    monkeypatch.setenv("XDG_CONFIG_HOME", f"{home}-choices")
    return home


@pytest.fixture(scope="session", autouse=True)
def _statements() -> Iterator[None]:
    """Statements are compiled once for all tests."""
    with databases.statements_compiled_once():
        yield


@pytest.fixture(scope="session")
def server() -> Iterator[databases.Server]:
    """A real PostgreSQL, started when the first test asks for it and stopped at the end."""
    with databases.running_server() as found:
        yield found


@pytest.fixture(scope="session")
def empty_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A SQLite database as it is just after it was made; tests copy it."""
    path = tmp_path_factory.mktemp("empty") / "empty.db"
    create_database(path, location=databases.anywhere).close()
    return path


@pytest.fixture
def database_file(empty_file: Path, tmp_path: Path) -> Path:
    """The path of a SQLite database of the test's own, closed."""
    return Path(shutil.copyfile(empty_file, tmp_path / "town.db"))


@pytest.fixture(params=["sqlite", "postgresql"])
def target(request: pytest.FixtureRequest) -> Iterator[str]:
    """The file or address of a new database of the test's own, closed; once on SQLite, once on PostgreSQL."""
    if request.param == "sqlite":
        yield str(request.getfixturevalue("database_file"))
        return
    server: databases.Server = request.getfixturevalue("server")
    with server.fresh() as address:
        yield address


@pytest.fixture
def database(target: str) -> Iterator[Database]:
    """A new, open database of the test's own; once on SQLite, once on PostgreSQL."""
    with databases.open_anywhere(target) as opened:
        yield opened

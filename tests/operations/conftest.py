"""Every verb is tried on SQLite and on PostgreSQL."""

import pytest

from dxdesk.desk import Desk
from dxdesk.domain.cycles import Cycle
from dxdesk.store.database import Database
from tests.builders import open_desk, start_cycle


@pytest.fixture
def desk(database: Database) -> Desk:
    """The 事務局's desk on the made-up plan."""
    return open_desk(database)


@pytest.fixture
def cycle(desk: Desk) -> Cycle:
    """The first cycle, open."""
    return start_cycle(desk)

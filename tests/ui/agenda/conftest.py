"""The same desk as for 会議."""

from tests.ui.meeting.conftest import _look, opened

__all__ = ["_look", "opened"]

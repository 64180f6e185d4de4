"""The board is tried on the same towns and with the same look as the list."""

from tests.ui.initiatives.conftest import _look, filled_file, opened

__all__ = ["_look", "filled_file", "opened"]

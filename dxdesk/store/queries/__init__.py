"""What can be asked of a database: functions that take a connection and return frozen values."""

from sqlalchemy import Connection

__all__ = ["Connection"]

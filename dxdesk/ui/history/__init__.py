"""操作の履歴: what was done on this database, and taking back what was done in this sitting."""

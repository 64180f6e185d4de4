"""The disk: opening and guarding a database, its tables, migrations, queries, copies and checks."""

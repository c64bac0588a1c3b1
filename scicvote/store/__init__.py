"""The file of a cooperative: rows, the journal that proves them, migrations and backups."""

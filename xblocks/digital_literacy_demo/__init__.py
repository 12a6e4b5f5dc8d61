"""The embedded host: a thin Django site on SQLite to try and test the suite in. Not in the wheel."""

from benchmarks.writes import rows_written


def test_writing_statements_count_by_table_and_reading_ones_do_not() -> None:
    statements = [
        'SELECT "digital_literacy_attempt"."id" FROM "digital_literacy_attempt"',
        'INSERT INTO "digital_literacy_attempt" ("id") VALUES (%s)',
        'UPDATE "digital_literacy_attempt" SET "earned" = %s',
        'INSERT OR IGNORE INTO "other" ("id") VALUES (%s)',
        'DELETE FROM "other" WHERE "id" = %s',
    ]
    assert rows_written(statements) == {"digital_literacy_attempt": 2, "other": 2}

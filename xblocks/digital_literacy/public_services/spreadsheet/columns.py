"""The sheets of a service's workbook and their columns (docs/authors/spreadsheet.md says what each holds)."""

from __future__ import annotations

from digital_literacy.public_services.scenario import DETAILS

_CHECKED = ("checked", "checked_on", "source")

COLUMNS: dict[str, tuple[str, ...]] = {
    "settings": (
        *("form_id", "form_title", "version", "summary", "agency", "agency_of", "form_code", "form_name"),
        *("checked_on", "stale_after_months", "term_days", "term_checked", "term_checked_on", "term_source"),
        *("points_fields", "points_papers", "points_path", "points_traps", "points_supplement"),
        *("points_help", "points_time", "points_minutes"),
        "outcome",
    ),
    "search": ("name", "label", "agency", "host", "correct", "lure", "reason"),
    "eligibility": ("question", "text", "name", "label", "correct", "reason"),
    "payment": ("due", "text", "name", "label", "look", "correct", "lure", "reason"),
    "facts": ("name", "label", "text", *_CHECKED),
    "fees": ("name", "label", "amount", *_CHECKED),
    "survey": (
        *("type", "name", "label", "hint", "required", "relevant", "constraint", "constraint_message"),
        *("default", "read_only", "from", "why", "clue", "reason", "points", "skill", "trap"),
        *("min", "max", "when", "after", "repeat_count"),
    ),
    "choices": ("list_name", "name", "label"),
    "papers": ("name", "label", "hint", "required", "relevant", "skill"),
    "scenario": ("today", "commune", "story"),
    "people": ("name", "role", *DETAILS, "note_label", "note"),
    "expected": ("field", "value", "from", "mention", "avoid", "avoid_reason", "example", "reason"),
    "tray": ("name", "label", "look", "paper", "reason", "trap", "refused"),
    "slips": ("field", "value", "paper", "item"),
    "supplement": ("name", "request", "label", "look", "correct", "reason"),
}
NEEDED = ("settings", "search", "survey")
# With a scenario a workbook is a whole practice; without one, a service for the library.
OF_A_SCENARIO = ("people", "expected", "tray", "slips", "supplement")

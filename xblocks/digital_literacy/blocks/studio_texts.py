"""What the editor's form says, as message ids; `{name}` is filled in by the script."""

from __future__ import annotations

from digital_literacy.olx.messages import gettext_noop

FORM_TEXTS = {
    "question": gettext_noop("Question {n}"),
    "nothing": gettext_noop("There is nothing here yet. Choose a kind below and press Add."),
    "add": gettext_noop("Add"),
    "add_label": gettext_noop("Add to the exercise"),
    "add_for": gettext_noop("Add for this group only: {group}"),
    "up": gettext_noop("Up"),
    "down": gettext_noop("Down"),
    "duplicate": gettext_noop("Duplicate"),
    "remove": gettext_noop("Delete"),
    "undo": gettext_noop("Undo"),
    "added": gettext_noop("Added: {name}."),
    "moved": gettext_noop("Moved: {name}."),
    "removed": gettext_noop("Deleted: {name}."),
    "undone": gettext_noop("The last change was undone."),
    "redone": gettext_noop("The change was made again."),
    "common": gettext_noop("Common text"),
    "own": gettext_noop("Written for this group"),
    "inherited": gettext_noop("As for: {group}"),
    "write_own": gettext_noop("Write it for this group"),
    "drop_own": gettext_noop("Remove the group's own version"),
    "not_here": gettext_noop(
        "This is the common text, which you edit under “Content for: Common text”. To change it for this group "
        "alone, press “Write it for this group”."
    ),
    "shared": gettext_noop("This version is shared by the groups: {groups}. A change is for all of them."),
    "finer": gettext_noop(
        "Smaller parts of this are written for the groups: {groups}. They are kept; edit them in the OLX tab."
    ),
    "unknown": gettext_noop(
        "There is no form for this element. It is kept as it is; edit it in the OLX tab."
    ),
    "bold": gettext_noop("Bold"),
    "emphasis": gettext_noop("Emphasis"),
    "list": gettext_noop("List"),
    "link": gettext_noop("Link"),
    "mark": gettext_noop("Mark the selected words"),
    "unmark": gettext_noop("Remove the mark, keep the words"),
    "mark_first": gettext_noop(
        "First select some words on one line, without [ ] or |, then press the button."
    ),
    "tools": gettext_noop("Tools for: {label}"),
    "marks_help": gettext_noop("[[words|c1]] are marked words; each mark has its own fields below."),
    "raw_help": gettext_noop("This text has parts that the form cannot show, so its OLX is shown."),
    "raw_bad": gettext_noop("This is not well formed: close every tag, write & as &amp; and < as &lt;."),
    "file_help": gettext_noop(
        "In Studio, upload the file under Content > Files and copy its “Studio URL”, such as /static/picture.png."
    ),
    "malformed": gettext_noop(
        "The form cannot be shown: the OLX is not well formed near line {line}. Mend it in the OLX tab."
    ),
    "to_line": gettext_noop("Go to line {line}"),
    "preview_failed": gettext_noop(
        "The server could not be reached. What you wrote is still here. Try again."
    ),
    "preview_faults": gettext_noop(
        "The content still has faults, told at their place. The preview shows the last version without faults."
    ),
}

"""The settings of an exercise that authors choose."""

from __future__ import annotations

from xblock.fields import Boolean, Float, Integer, Scope, String

from digital_literacy.olx.messages import gettext_noop


class ExerciseSettings:
    """Fields of scope settings; what they mean is in `exercises.rules`."""

    editable_fields = (
        *("display_name", "weight", "max_attempts", "feedback", "show_answer", "hint_cost", "ask_help"),
        *("time_limit", "time_grace", "skills", "form_set", "form_role"),
    )

    display_name = String(
        display_name=gettext_noop("Display name"),
        help=gettext_noop("The title learners see above this block."),
        scope=Scope.settings,
        default="Bài tập kỹ năng số",
    )
    max_attempts = Integer(
        display_name=gettext_noop("Number of attempts"),
        help=gettext_noop("How often a learner may answer; 0 means no limit."),
        scope=Scope.settings,
        default=0,
        values={"min": 0, "max": 1000, "step": 1},
    )
    feedback = String(
        display_name=gettext_noop("Show results"),
        help=gettext_noop("When a learner is told what was right and how many points he has."),
        scope=Scope.settings,
        default="at_once",
        values=[
            {"value": "at_once", "display_name": gettext_noop("After each attempt")},
            {"value": "each", "display_name": gettext_noop("After each question, and after each attempt")},
            {
                "value": "at_end",
                "display_name": gettext_noop("At the end: all right, or no attempt or time left"),
            },
            {"value": "after_due", "display_name": gettext_noop("After the due date")},
        ],
    )
    show_answer = String(
        display_name=gettext_noop("Show the solution"),
        help=gettext_noop("When a learner may see the solution and the explanation of a question."),
        scope=Scope.settings,
        default="after_attempts",
        values=[
            {
                "value": "after_attempts",
                "display_name": gettext_noop("Once answered right, or no attempt is left"),
            },
            {"value": "after_pass", "display_name": gettext_noop("Once answered right")},
            {"value": "never", "display_name": gettext_noop("Never")},
        ],
    )
    hint_cost = Float(
        display_name=gettext_noop("Cost of a hint"),
        help=gettext_noop("Share of a question's points that each hint costs, from 0 to 1, such as 0.1."),
        scope=Scope.settings,
        default=0.0,
        values={"min": 0, "max": 1, "step": 0.05},
    )
    ask_help = Boolean(
        display_name=gettext_noop("Ask whether somebody helped"),
        help=gettext_noop("What was done with help counts, but never as done alone."),
        scope=Scope.settings,
        default=True,
    )
    time_limit = Integer(
        display_name=gettext_noop("Time limit in minutes"),
        help=gettext_noop(
            "How long one attempt may take; 0 means no limit. Questions show once the learner has started the clock."
        ),
        scope=Scope.settings,
        default=0,
        values={"min": 0, "max": 600, "step": 1},
    )
    time_grace = Integer(
        display_name=gettext_noop("Grace in seconds"),
        help=gettext_noop("How long after the time limit an answer on its way still counts."),
        scope=Scope.settings,
        default=30,
        values={"min": 0, "max": 600, "step": 10},
    )
    skills = String(
        display_name=gettext_noop("Skill codes"),
        help=gettext_noop("Codes of skill frameworks with blanks between them, such as tt02:4.2."),
        scope=Scope.settings,
        default="",
    )

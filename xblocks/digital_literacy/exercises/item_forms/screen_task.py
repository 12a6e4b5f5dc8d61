"""Studio's form of `screen_task`."""

from digital_literacy.exercises.forms import (
    WHEN_CORRECT,
    WHEN_INCORRECT,
    Attribute,
    Many,
    One,
    Text,
    item_form,
)
from digital_literacy.olx.messages import gettext_noop

_ID = Attribute(
    name="id", label=gettext_noop("Name (id)"), help=gettext_noop("Way and risky taps name it by this.")
)
_LABEL = Text(tag="text", label=gettext_noop("Text"), kind="inline", required=True)
_GO = Attribute(
    name="go",
    label=gettext_noop("Opens the screen"),
    help=gettext_noop("The id of a screen, or “back”; empty to stay."),
)
_STATE = Attribute(name="state", label=gettext_noop("Setting"), help=gettext_noop("The id of a setting."))
_WHEN = Attribute(
    name="when",
    label=gettext_noop("Only there when"),
    help=gettext_noop("Such as setting=on or setting!=on; several with blanks between. Empty: always."),
)
_ORDER = "screen"
_PARTS = (
    Many(
        tag="text",
        label=gettext_noop("Text on the screen"),
        among=_ORDER,
        sample="<text><p></p></text>",
        parts=(Text(tag="", label=gettext_noop("Text"), required=True), _WHEN),
    ),
    Many(
        tag="message",
        label=gettext_noop("Message on the screen"),
        among=_ORDER,
        sample='<message from=""><p></p></message>',
        parts=(
            Attribute(name="from", label=gettext_noop("Sender")),
            Attribute(name="time", label=gettext_noop("Time")),
            Text(tag="", label=gettext_noop("Text of the message"), required=True),
            _WHEN,
        ),
    ),
    Many(
        tag="button",
        label=gettext_noop("Button"),
        among=_ORDER,
        title="text",
        sample='<button id="b1"><text></text></button>',
        parts=(
            _ID,
            _LABEL,
            _GO,
            Attribute(
                name="set",
                label=gettext_noop("Changes settings"),
                help=gettext_noop("Such as setting=on; several with blanks between."),
            ),
            Attribute(
                name="look",
                label=gettext_noop("Look"),
                kind="choice",
                default="row",
                choices={
                    "row": gettext_noop("Line of a list"),
                    "button": gettext_noop("Button"),
                    "link": gettext_noop("Link"),
                },
            ),
            _WHEN,
        ),
    ),
    Many(
        tag="toggle",
        label=gettext_noop("Switch"),
        among=_ORDER,
        title="text",
        sample='<toggle id="s1" state=""><text></text></toggle>',
        parts=(_ID, _LABEL, _STATE, _WHEN),
    ),
    Many(
        tag="choice",
        label=gettext_noop("Choice of a value"),
        among=_ORDER,
        title="text",
        sample='<choice id="c1" state=""><text></text><option value="a"><text></text></option></choice>',
        parts=(
            _ID,
            _LABEL,
            _STATE,
            Many(
                tag="option",
                label=gettext_noop("Value"),
                title="text",
                fewest=1,
                sample='<option value="b"><text></text></option>',
                parts=(Attribute(name="value", label=gettext_noop("Value")), _LABEL),
            ),
            _WHEN,
        ),
    ),
    Many(
        tag="field",
        label=gettext_noop("Field for typing"),
        among=_ORDER,
        title="text",
        sample='<field id="f1" state=""><text></text></field>',
        parts=(
            _ID,
            _LABEL,
            _STATE,
            _GO,
            Attribute(name="done", label=gettext_noop("Words on its button")),
            _WHEN,
        ),
    ),
)
_SCREENS = Many(
    tag="screen",
    label=gettext_noop("Screen"),
    fewest=1,
    title="title",
    sample='<screen id="s1" title=""><text><p></p></text></screen>',
    parts=(
        _ID,
        Attribute(name="title", label=gettext_noop("Title")),
        Attribute(
            name="address",
            label=gettext_noop("Web address"),
            help=gettext_noop("Shown as an address bar; ends in .example, .test or .gov.vn."),
        ),
        *_PARTS,
        Attribute(name="back", label=gettext_noop("One can go back"), kind="flag", default="true"),
        Text(tag="hint", label=gettext_noop("Hint for who is here")),
    ),
)
_TOLD = Text(tag="", label=gettext_noop("What the learner is told about it"), kind="inline", required=True)
_GOAL = One(
    tag="goal",
    label=gettext_noop("Goal"),
    help=gettext_noop("All parts must hold at the end."),
    parts=(
        Many(
            tag="is",
            label=gettext_noop("A setting has a value"),
            sample='<is state="" value=""></is>',
            parts=(
                _STATE,
                Attribute(
                    name="value",
                    label=gettext_noop("Value"),
                    help=gettext_noop("For typed text, several with | between."),
                ),
                _TOLD,
            ),
        ),
        Many(
            tag="on",
            label=gettext_noop("A screen is open"),
            sample='<on screen=""></on>',
            parts=(Attribute(name="screen", label=gettext_noop("Screen")), _TOLD),
        ),
    ),
)
_TAP = Attribute(name="tap", label=gettext_noop("What is tapped"), help=gettext_noop("Its id, or “back”."))
_PATH = One(
    tag="path",
    label=gettext_noop("Best way"),
    parts=(
        Many(
            tag="step",
            label=gettext_noop("Step"),
            fewest=1,
            title="tap",
            sample='<step tap=""><narration><p></p></narration></step>',
            parts=(
                _TAP,
                Attribute(name="type", label=gettext_noop("What is typed")),
                Attribute(name="choose", label=gettext_noop("Which value is chosen")),
                Text(tag="narration", label=gettext_noop("What is told about this step")),
            ),
        ),
    ),
)
_MISTAKES = Many(
    tag="mistake",
    label=gettext_noop("Risky tap"),
    title="tap",
    sample='<mistake tap=""><reason><p></p></reason></mistake>',
    parts=(
        _TAP,
        Attribute(
            name="cost",
            label=gettext_noop("Share of the points for safety that it costs"),
            kind="number",
            default="1",
        ),
        Text(tag="reason", label=gettext_noop("Why it is risky"), required=True),
    ),
)
_STATES = Many(
    tag="state",
    label=gettext_noop("Setting"),
    title="id",
    sample='<state id="v1" value="off"/>',
    help=gettext_noop("What taps can change: switches and choices, and what is typed."),
    parts=(
        _ID,
        Attribute(
            name="value",
            label=gettext_noop("Value at the start"),
            help=gettext_noop("Empty for typed text. Switches have on and off."),
        ),
    ),
)
FORM = item_form(
    Attribute(
        name="mode",
        label=gettext_noop("Kind of task"),
        kind="choice",
        default="try",
        choices={
            "try": gettext_noop("Try it, with hints"),
            "test": gettext_noop("Test, without hints"),
            "show": gettext_noop("Shown step by step, not graded"),
        },
    ),
    Attribute(
        name="device",
        label=gettext_noop("Device"),
        kind="choice",
        default="phone",
        choices={"phone": gettext_noop("Phone"), "web": gettext_noop("Web browser")},
    ),
    Attribute(name="start", label=gettext_noop("First screen"), help=gettext_noop("Empty: the first one.")),
    _STATES,
    _SCREENS,
    _GOAL,
    _PATH,
    _MISTAKES,
    Attribute(
        name="scoring",
        label=gettext_noop("What counts"),
        kind="choice",
        default="goal_and_path",
        choices={
            "goal_and_path": gettext_noop("Goal, safety and a direct way"),
            "goal": gettext_noop("The goal alone"),
        },
    ),
    WHEN_CORRECT,
    WHEN_INCORRECT,
)

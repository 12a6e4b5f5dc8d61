"""The admin pages of the app, gathered where Django looks for them."""

from digital_literacy.certificates import admin  # noqa: F401

"""The simulator's Django app."""

from django.apps import AppConfig


class SimulatorConfig(AppConfig):
    """Clients, codes and tokens of the simulator."""

    name = "digital_literacy_demo.simulator"
    label = "identity_simulator"
    default_auto_field = "django.db.models.BigAutoField"

"""The simulator of the embedded host: standard OpenID Connect whose people are fictional and never meet
real ones."""

from __future__ import annotations

from digital_literacy.identity.oidc import OidcProvider


class SimulatorProvider(OidcProvider):
    """Standard OpenID Connect, marked: what comes of it says that it is simulated."""

    simulated = True

    @property
    def namespace(self) -> str:
        """A namespace of its own, whatever the settings say."""
        return "simulator"

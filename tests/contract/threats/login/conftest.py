"""The simulator as the provider of an app that is set up, and a learner who has passed."""

from __future__ import annotations

from tests.contract.identity.conftest import app, browser, learner, set_out, simulator

__all__ = ["app", "browser", "learner", "set_out", "simulator"]

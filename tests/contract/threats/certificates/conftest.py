"""An app that is set up, and a learner who has passed."""

from __future__ import annotations

from tests.contract.certificates.conftest import app, give, learner

__all__ = ["app", "give", "learner"]

"""Typed answers: what a gap accepts, how far an answer may stray from it, and what that earns."""

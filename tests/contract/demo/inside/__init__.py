"""Tests that run with the host's own Django settings, in a process of their own (see test_inside.py)."""

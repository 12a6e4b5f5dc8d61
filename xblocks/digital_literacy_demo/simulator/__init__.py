"""A simulated identity provider: real OpenID Connect, fictional people.

A process of its own with its own settings, database, cookies and look, on loopback only. It never asks
for a number, a
password or a code: one picks a fictional person. Nothing of it resembles or stands for the real VNeID.
"""

from setuptools import setup  # Tutor re-installs mounted folders only where a setup.py stands.

setup()

"""Installs and configures the digital-literacy XBlocks in a platform run by Tutor."""

__version__ = "22.0.0"

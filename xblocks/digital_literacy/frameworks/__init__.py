"""Data that law and frameworks set: target groups, skill frameworks, administrative units."""

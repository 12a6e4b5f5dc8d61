"""Exercises: what one is, how it is read from OLX, how an answer is graded. Pure: no Django, no XBlock."""

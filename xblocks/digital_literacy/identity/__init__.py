"""Who the person is: identity providers behind one port, a login bound to learner, block and browser,
level of assurance.

Kept of a person: a keyed hash, the level, the time, the provider and the name as printed. Never the
citizen number, the
birth date or a token.
"""

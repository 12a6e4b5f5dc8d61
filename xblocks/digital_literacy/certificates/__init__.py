"""Building, signing, rendering, verifying and revoking certificates.

Pure (no Django, no XBlock): `jsonld`, `keys`, `proof`, `status_list`, `credential`, `verification`, `pdf`,
`requirements`. The other modules belong to the Django app.
"""

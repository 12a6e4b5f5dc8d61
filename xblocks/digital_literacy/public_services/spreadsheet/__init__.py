"""A public service described in a spreadsheet: a documented subset of XLSForm, turned into OLX."""

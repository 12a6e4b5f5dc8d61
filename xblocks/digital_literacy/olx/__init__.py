"""Reading OLX safely: parsing with limits, faults that name line and cure, rich text, group variants. Pure."""

"""What is known of written Vietnamese and of values people type: letters, marks, keyboards, numbers, dates, data that
look real. Pure: no Django, no XBlock, no other room."""

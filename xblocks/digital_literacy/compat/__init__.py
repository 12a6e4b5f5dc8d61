"""The only room that may import the platform (`lms.*`, `cms.*`, `common.*`, `openedx.*`)."""

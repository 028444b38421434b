"""The public pages, one file a kind of page."""

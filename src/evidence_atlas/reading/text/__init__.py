"""The text itself: sentences, clauses, numbers, markup, and where a text cannot be read."""

"""One reported result as a sentence in our own words."""

"""The sections of a page, one a file: each gives its sentences with their support."""

"""Editions and everything that is read from them: the site knows the atlas by this room only."""

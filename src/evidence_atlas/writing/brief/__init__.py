"""What a page has to say, decided before a word of it is written."""

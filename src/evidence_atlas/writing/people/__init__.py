"""Who took part: how many, in which groups, and what all of them had."""

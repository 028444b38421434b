"""What a sentence of an abstract needs before it can be told away from its text."""

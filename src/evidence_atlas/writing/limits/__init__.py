"""What a study cannot show, and what it says of harms."""

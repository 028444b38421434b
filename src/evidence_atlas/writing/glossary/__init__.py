"""Plain words for technical ones: tables of them, and where their meaning is given."""

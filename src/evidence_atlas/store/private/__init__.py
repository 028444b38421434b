"""What readers tell the editors in confidence: a data base of its own."""

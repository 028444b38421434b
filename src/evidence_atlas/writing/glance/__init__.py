"""The rows of "Study at a glance"."""

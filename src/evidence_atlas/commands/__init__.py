"""The commands of `atlas`, one file each."""

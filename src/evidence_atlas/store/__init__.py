"""What an installation remembers: Django models and migrations, nothing else."""

"""What the authors report, conclude and argue, told as theirs."""

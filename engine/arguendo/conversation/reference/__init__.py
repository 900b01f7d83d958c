"""What stands for what was named elsewhere: pronouns, kinship, places in a list, ellipsis."""

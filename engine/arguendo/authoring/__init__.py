"""What the authors of a rule base are helped with: beginning, adding, formatting, reviewing."""

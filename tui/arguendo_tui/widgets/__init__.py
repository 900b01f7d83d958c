"""What the screens are made of; widgets post messages up and never act on the case."""

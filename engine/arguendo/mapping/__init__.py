"""The argument as a picture, as data: which statements and edges it shows, and how they stand."""

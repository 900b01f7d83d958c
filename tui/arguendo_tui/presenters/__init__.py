"""Records → labels and rows: pure, and without any user interface."""

"""The screens: only they act."""

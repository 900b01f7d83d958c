"""Turns that lean on those before them: short, elliptic, correcting, going on."""

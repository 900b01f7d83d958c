"""What a text shows of its intent, whatever it is about: words, shape, and what it bears on."""

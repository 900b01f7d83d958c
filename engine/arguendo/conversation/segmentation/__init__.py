"""A text taken apart: sentences, what they assume, what they ask, what is only said by the way."""

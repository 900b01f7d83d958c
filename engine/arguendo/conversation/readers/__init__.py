"""Readers: one for each kind of question, instruction and remark that stands by itself."""

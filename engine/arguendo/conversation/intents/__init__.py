"""What a text wants, told by turns of phrase, and how likely each intent is from its signs."""

"""Declared entities and sentence templates: sentence to statement and statement to sentence.

Used alike by rule files, questions and explanations.
"""

from arguendo.vocabulary.vocabulary import Form, Vocabulary
from arguendo.vocabulary.words import normalise

__all__ = ["Form", "Vocabulary", "normalise"]

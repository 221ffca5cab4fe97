"""Answers to questions in other languages: the program's own sentences in the question's language, from a catalog."""

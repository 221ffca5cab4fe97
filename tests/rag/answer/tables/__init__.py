"""The tests of `rag/answer/tables`: the rows of a table that a question asks for, read, counted and added up."""

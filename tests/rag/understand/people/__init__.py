"""The tests of `rag/understand/people`."""

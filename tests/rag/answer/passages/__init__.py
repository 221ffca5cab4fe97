"""The tests of `rag/answer/passages`."""

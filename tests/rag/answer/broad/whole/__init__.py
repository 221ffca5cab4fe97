"""Tests of answers with the whole of what a text holds.

Modules that are tested in another file than one of their name:

    part     tests/rag/understand/broad/test_named_part.py
"""

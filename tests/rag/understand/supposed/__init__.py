"""The tests of `rag/understand/supposed`.

A module without a test file of its name is tested in:

    relations            tests/rag/understand/supposed/test_premise.py
"""

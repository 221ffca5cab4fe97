"""The tests of `rag/answer/passages`.

A module without a test file of its name is tested in:

    shown                tests/rag/answer/passages/test_whole.py
"""

"""The tests of `rag/rank/lines`.

A module without a test file of its name is tested in:

    headings             tests/rag/rank/lines/test_labels.py
"""

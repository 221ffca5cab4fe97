"""The tests of `rag/answer/plan`.

A module without a test file of its name is tested in:

    merged               tests/rag/understand/plan/test_parts.py
"""

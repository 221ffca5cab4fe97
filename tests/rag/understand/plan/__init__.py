"""The tests of `rag/understand/plan`, over the texts of `town`.

A module without a test file of its name is tested in:

    joined               tests/rag/understand/plan/test_parts.py
"""

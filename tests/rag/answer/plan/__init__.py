"""The tests of `rag/answer/plan`.

A module without a test file of its name is tested in:

    beside               tests/rag/answer/plan/test_in_turn.py
    merged               tests/rag/understand/plan/test_parts.py
"""

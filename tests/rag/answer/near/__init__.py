"""The tests of `rag/answer/near`.

A module without a test file of its name is tested in:

    after_event          tests/rag/answer/test_by_heading_or_event.py
    nearby               tests/rag/answer/near/test_said_nearby.py
    supposed             tests/rag/rank/disputed/test_opposite.py
"""

"""Tests of what an answer looks like and what is done with it.

A module without a test file of its name is tested in:

    actions              tests/ui/pages/test_chat.py
    copied               tests/ui/answer/test_cards.py
    exchange             tests/ui/pages/test_chat.py
    sources              tests/ui/answer/test_cards.py
    suggested            tests/ui/pages/test_chat.py
"""

"""Tests of what pages do in the browser are run in one:

behaviour            tests/web/test_answer_first.py
"""

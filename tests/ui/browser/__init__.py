"""Tests of what pages do in the browser are run in one.

A module without a test file of its name is tested in:

    behaviour            tests/web/test_answer_first.py
"""

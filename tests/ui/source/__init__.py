"""Tests of the source beside the chat.

A module without a test file of its name is tested in:

    originals            tests/ui/source/test_pages.py
"""

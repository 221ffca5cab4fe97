"""The tests of `index/transcripts/heads`.

A module without a test file of its name is tested in:

    about_one            tests/index/transcripts/test_interviews.py
    speech_heads         tests/index/transcripts/heads/test_speeches.py
"""

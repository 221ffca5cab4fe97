"""The tests of `index/storage/words`.

A module without a test file of its name is tested in:

    runs                 tests/index/storage/words/test_places.py
"""

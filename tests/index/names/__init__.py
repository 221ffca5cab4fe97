"""The tests of `index/names`.

A module without a test file of its name is tested in:

    titles               tests/index/names/test_names.py
"""

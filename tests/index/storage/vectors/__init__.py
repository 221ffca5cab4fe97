"""The tests of `index/storage/vectors`.

A module without a test file of its name is tested in:

    chroma               tests/index/test_sync.py
    sets                 tests/faults/test_damage.py
"""

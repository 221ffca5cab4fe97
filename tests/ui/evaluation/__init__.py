"""The tests of `ui/evaluation`.

A module without a test file of its name is tested in:

    runs                 tests/ui/pages/test_evaluate.py
    work                 tests/ui/pages/test_evaluate.py
"""

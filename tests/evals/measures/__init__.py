"""The tests of `evals/measures`.

A module without a test file of its name is tested in:

    case                 tests/evals/measures/test_scoring.py
    intervals            tests/evals/measures/test_metrics.py
    metric               tests/evals/measures/test_metrics.py
"""

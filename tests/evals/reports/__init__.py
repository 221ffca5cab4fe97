"""The tests of `evals/reports`.

A module without a test file of its name is tested in:

    html                 tests/evals/reports/test_report.py
    markdown             tests/evals/reports/test_report.py
"""

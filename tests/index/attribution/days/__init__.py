"""The tests of `index/attribution/days`.

A module without a test file of its name is tested in:

    times                tests/index/attribution/days/test_saying_days.py
"""

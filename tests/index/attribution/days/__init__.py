"""The tests of `index/attribution/days`.

A module without a test file of its name is tested in:

    later_changes        tests/index/attribution/days/test_another_time.py
    saying_before        tests/index/attribution/days/test_said_on.py
    times                tests/index/attribution/days/test_saying_days.py
"""

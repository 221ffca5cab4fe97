"""The tests of `index/backup`.

A module without a test file of its name is tested in:

    checks               tests/index/backup/test_backup.py
"""

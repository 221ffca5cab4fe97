"""The tests of `index/running`.

A module without a test file of its name is tested in:

    jobs                 tests/index/test_upload_jobs.py
"""

"""The tests of `index/storage/engines`.

A module without a test file of its name is tested in:

    server               tests/test_servers.py
    sessions             tests/test_servers.py
"""

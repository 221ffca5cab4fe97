"""The tests of `rag/serve`.

A module without a test file of its name is tested in:

    owner                tests/index/test_owner_rpc.py
"""

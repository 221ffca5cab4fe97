"""The tests of `rag/serve`.

A module without a test file of its name is tested in:

    commands             tests/rag/serve/http/test_command.py
    hosts                tests/ui/test_access.py
    limits               tests/ui/test_limits.py
    owner                tests/index/test_owner_rpc.py
"""

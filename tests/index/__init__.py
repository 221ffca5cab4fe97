"""The tests of `index`.

A module without a test file of its name is tested in:

    __main__             tests/commands/test_commands.py
    correct              tests/index/storage/corrections/test_corrections.py
    corrected_values     tests/index/storage/corrections/test_values.py
    progress             tests/index/test_terminal.py
    run_report           tests/index/test_sync.py
    shown                tests/index/storage/corrections/test_corrections.py
"""

"""The tests of `evals`.

A module without a test file of its name is tested in:

    ablate               tests/evals/test_run.py
    compare              tests/evals/test_run.py
    evaluate             tests/evals/test_command.py
    formats              tests/evals/test_gold.py
"""

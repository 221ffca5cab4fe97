"""The tests of `index/weights`.

A module without a test file of its name is tested in:

    onnx_graph           tests/index/weights/test_word_tables.py
"""

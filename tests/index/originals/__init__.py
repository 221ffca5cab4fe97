"""The tests of `index/originals`."""

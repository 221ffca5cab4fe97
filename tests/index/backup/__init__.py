"""The tests of `index/backup`."""

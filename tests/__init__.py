"""The tests, which look for garbage as rarely as the commands do: that takes a tenth of small tests otherwise."""

import gc

from index.exit_codes import GARBAGE

gc.set_threshold(*GARBAGE)

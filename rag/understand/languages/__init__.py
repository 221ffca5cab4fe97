"""Questions in Russian, Ukrainian, Belarusian, Polish and German, read as the English questions that ask the same."""

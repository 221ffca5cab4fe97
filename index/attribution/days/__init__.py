"""The days on which things were said: what stands beside the words, what the text narrates, what heads its entries."""

"""Questions as strangers ask them, over the passages that the product itself retrieves: places, pairs and training."""

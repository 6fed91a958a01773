"""Files in and out: what people bring along and what they take away."""

"""The version of what decides which pixels are published. It stands alone, so that asking for it loads no detector."""

PIPELINE = 2
"""A review counts for the version that it looked at: raise this when a detector, its looks, a threshold, the growth of
boxes or the fill changes."""

"""The window: it asks core.app and shows; it never parses, sums, compares or writes."""

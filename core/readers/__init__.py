"""bytes -> Document: what a file is, its text, its printed tables."""

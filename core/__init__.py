"""Hejiao without a window: reading, checking, storing. Never sees Qt."""

"""Joins the steps; what the window and the CLI call."""

"""The window: its frame, what a person does with values, and what she does with files."""

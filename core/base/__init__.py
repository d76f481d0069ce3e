"""What everything may use: errors, progress, text folding, numbers, dates, messages, resources, settings."""

"""Document -> Extraction: kind, fields, outline, tables, figures in sentences."""

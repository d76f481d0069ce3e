"""Extraction + Catalogue -> Values: forms, indicators, regions."""

"""Values -> findings and proofs."""

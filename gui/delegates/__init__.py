"""How rows and cells are painted and edited."""
